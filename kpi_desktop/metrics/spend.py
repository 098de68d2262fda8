"""Marketing spend of a period: in total, and per member of a dimension with shared cost spread by a driver, to the cent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from kpi_desktop.metrics import margin
from kpi_desktop.metrics.dataset import NOWHERE, WON, Dataset, View
from kpi_desktop.metrics.links import days_between, lead_deals
from kpi_desktop.metrics.result import LeftOut, Rows
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import NO_DAY, SPEND_KINDS
from kpi_desktop.model.selection import Driver, Options, Period, day_of

_SHARED = [c.value for c in SPEND_KINDS].index("shared")
_NAMED_BY = ("event", "campaign", "channel")
"""What a cost can name, the most precise first."""
_FIGURES = {Driver.MQLS: "mql", Driver.SQLS: "sql"}


@dataclass(frozen=True, eq=False)
class Costs:
    """The costs of a period: amount in the workspace's currency, the codes they name (-1 none), and which are shared."""

    amount: np.ndarray
    names: dict[str, np.ndarray]
    shared: np.ndarray
    rows: tuple[Rows, ...]


@dataclass(frozen=True, eq=False)
class Allocation:
    """Spend per member of a dimension: `direct`, and `loaded` with its part of the shared cost (currency, whole cents).

    `members` in order of loaded spend ("" for leads without the dimension). The loaded parts and `left` (shared cost that nothing
    could be spread over) sum to `total`. `known` is False where the data hold no spend at all.
    """

    members: tuple[str, ...]
    direct: np.ndarray
    loaded: np.ndarray
    shared: float
    left: float
    total: float
    known: bool


def known(data: Dataset) -> bool:
    """Whether the data hold any spend: spend rows or events with a cost."""
    return data.has("spend", "amount") or data.has("events", "cost")


def costs(data: Dataset, period: Period) -> Costs:
    """All costs of a period: spend rows (a row with from and to spread evenly over its days) and the cost of events that no row names."""
    amounts, first, last = _rows(data)
    days = np.minimum(last, period.hi) - np.maximum(first, period.lo) + 1
    found = np.flatnonzero((days > 0) & ~np.isnan(amounts) & (first != NO_DAY))
    part = amounts[found] * days[found] / (last[found] - first[found] + 1)
    names = {n: data.column("spend", n)[found] for n in _NAMED_BY}
    shared = data.column("spend", "kind")[found] == _SHARED
    bare = np.ones(len(found), bool)
    for codes in names.values():
        bare &= codes < 0
    events = _unnamed_events(data, period)
    nothing = np.full(len(events), -1, np.int32)
    own = {"event": data.column("events", "event")[events], "campaign": nothing, "channel": nothing}
    return Costs(np.concatenate([part, data.column("events", "cost")[events]]), {n: np.concatenate([names[n], own[n]]) for n in _NAMED_BY},
                 np.concatenate([shared | bare, np.zeros(len(events), bool)]), (data.rows("spend", found), data.rows("events", events)))


def _rows(data: Dataset) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Amount, first and last day of every spend row; from and to win over a single date where both are given."""
    if "spend days" not in data.derived:
        day, start, end = (data.column("spend", n).astype(np.int64) for n in ("date", "from", "to"))
        ranged = (start != NO_DAY) & (end != NO_DAY) & (end >= start)
        single = np.where(day != NO_DAY, day, start)
        data.derived["spend days"] = (data.column("spend", "amount"), np.where(ranged, start, single), np.where(ranged, end, single))
    return data.derived["spend days"]


def _unnamed_events(data: Dataset, period: Period) -> np.ndarray:
    held = data.view().between("events", "date", period)
    with_cost = held[~np.isnan(data.column("events", "cost")[held])]
    return with_cost[~np.isin(data.column("events", "event")[with_cost], data.column("spend", "event"))]


def left_out(data: Dataset) -> tuple[LeftOut, ...]:
    """Spend rows that no figure can take."""
    if not len(data.unconverted):
        return ()
    return (LeftOut(Text("no rate for the row's currency in its month"), data.rows("spend", data.unconverted)),)


def total(view: View, period: Period, driver: Driver = Driver.LEADS) -> float | None:
    """Marketing spend of the period (kpi-definitions.md figure 5); under filters the members' direct and spread cost.

    None where no spend is known, or the period lies outside the time that the data speak of.
    """
    data = view.data
    if not known(data) or not _reaches(data, period):
        return None
    if not view.filters:
        return round(float(costs(data, period).amount.sum()), 2)
    if any(data.dimension("leads", f.dimension) is None for f in view.filters):
        return None
    return _filtered(view, period, driver)[1]


def _filtered(view: View, period: Period, driver: Driver) -> tuple[float, float]:
    """The filters' part of the spend: exact, and in whole cents."""
    wanted = _wanted(view)
    attributed = _attributed(view.data.view(), period, tuple(wanted), driver)
    exact = _exact(attributed)
    key = tuple(next(iter(codes)) if len(codes) == 1 else NOWHERE for codes in wanted.values())
    return exact.get(key, 0.0), _rounded(exact, attributed.whole).get(key, 0.0)


def _wanted(view: View) -> dict[str, set[int]]:
    """Filtered dimension -> the members asked for (two at once: no row has both), in one order, so that the last cent falls the same way."""
    wanted: dict[str, set[int]] = {}
    for f in sorted(view.filters, key=lambda f: f.dimension):
        wanted.setdefault(f.dimension, set()).add(view.data.wanted(f))
    return wanted


def _reaches(data: Dataset, period: Period) -> bool:
    _, first, last = _rows(data)
    starts = [int(first[first != NO_DAY].min())] if (first != NO_DAY).any() else []
    ends = [data.today, *([int(last.max())] if len(last) else [])]
    held = data.order("events", "date")[1]
    starts += [int(held[0])] if len(held) else []
    return bool(starts) and period.hi >= min(starts) and period.lo <= max(ends)


def allocate(view: View, period: Period, dimension: str, driver: Driver = Driver.LEADS) -> Allocation:
    """Spend per member of a dimension: direct spend stays where it is, shared spend is spread by the driver.

    A cost that does not name a member itself goes to the members of the leads that it does name (an event's cost to its leads' channels in
    proportion to their number), or to shared when it has none. Parts sum to the total to the cent (largest remainder).
    """
    data = view.data
    if not known(data):
        nothing = np.zeros(0)
        return Allocation((), nothing, nothing, 0.0, 0.0, 0.0, False)
    wanted = _wanted(view)
    dimensions = tuple(dict.fromkeys((*wanted, dimension)))
    attributed = _attributed(data.view(), period, dimensions, driver)
    if view.filters:
        attributed = _within(view, period, driver, attributed, [wanted.get(d) for d in dimensions])
    place = dimensions.index(dimension)
    loaded = _rounded(_exact(attributed), attributed.whole)
    left = loaded.pop((), 0.0)
    ranked = sorted(loaded, key=lambda k: -loaded[k])
    direct = np.array([round(attributed.direct.get(k, 0.0), 2) for k in ranked])
    everything = round(sum(loaded.values()) + left, 2)
    return Allocation(tuple(data.name(k[place]) for k in ranked), direct, np.array([loaded[k] for k in ranked]),
                      round(everything - float(direct.sum()), 2), left, everything, True)


_Key = tuple[int, ...]


@dataclass(frozen=True, eq=False)
class _Attributed:
    """Spend per combination of members before rounding: direct, the weights that shared cost is spread by, and the whole in cents."""

    direct: dict[_Key, float]
    weights: dict[_Key, float]
    shared: float
    whole: float


def _within(view: View, period: Period, driver: Driver, a: _Attributed, wanted: list[set[int] | None]) -> _Attributed:
    """The part of the filters alone: what their total holds beyond direct spend of the combinations is spread over those."""
    def passes(key: _Key) -> bool:
        return all(codes is None or codes == {code} for code, codes in zip(key, wanted, strict=True))

    direct, weights = ({k: v for k, v in d.items() if passes(k)} for d in (a.direct, a.weights))
    exact, whole = _filtered(view, period, driver)
    return _Attributed(direct, weights, exact - sum(direct.values()), whole)


def _attributed(view: View, period: Period, dimensions: tuple[str, ...], driver: Driver) -> _Attributed:
    """Which combination of members each cost belongs to."""
    data = view.data
    spent = costs(data, period)
    direct: dict[_Key, float] = {}
    shared = float(spent.amount[spent.shared].sum())
    patterns = np.stack([spent.names[n] for n in _NAMED_BY], axis=1)[~spent.shared]
    amounts = spent.amount[~spent.shared]
    found, place = np.unique(patterns, axis=0, return_inverse=True) if len(patterns) else (patterns, np.zeros(0, int))
    sums = np.bincount(place.ravel(), amounts, len(found))
    leads = view.between("leads", "created", period)
    of_leads = _keys(data, "leads", dimensions, leads)
    for pattern, amount in zip(found, sums, strict=True):
        shares = _shares(data, dict(zip(_NAMED_BY, pattern.tolist(), strict=True)), dimensions, leads, of_leads)
        if shares is None:
            shared += float(amount)
        else:
            for key, share in shares.items():
                direct[key] = direct.get(key, 0.0) + float(amount) * share
    return _Attributed(direct, _weights(view, period, dimensions, driver, direct, of_leads), shared, round(float(spent.amount.sum()), 2))


def _keys(data: Dataset, table: str, dimensions: tuple[str, ...], rows: np.ndarray) -> np.ndarray:
    """The members of some rows: a row of codes each, -1 where a row has none."""
    codes = [data.dimension(table, d) for d in dimensions]
    return np.stack([np.full(len(rows), -1) if c is None else c[rows] for c in codes], axis=1)


def _shares(data: Dataset, named: dict[str, int], dimensions: tuple[str, ...], leads: np.ndarray, of_leads: np.ndarray) -> dict[_Key, float] | None:
    """The members that a direct cost belongs to with their shares; None where it names no lead that would tell."""
    said = {d: named[d] for d in dimensions if named.get(d, -1) >= 0}
    if "format" in dimensions and named["event"] >= 0:
        events = np.flatnonzero(data.column("events", "event") == named["event"])
        codes = data.dimension("events", "format")
        if len(events) and codes is not None:
            said["format"] = int(codes[events[-1]])
    if len(said) == len(dimensions):
        return {tuple(said[d] for d in dimensions): 1.0}
    source = next((n for n in _NAMED_BY if named[n] >= 0), None)
    if source is None:
        return None
    codes = data.dimension("leads", source)
    mine = of_leads[codes[leads] == named[source]].copy() if codes is not None else of_leads[:0]
    if not len(mine):
        return None
    for at, d in enumerate(dimensions):
        if d in said:
            mine[:, at] = said[d]
    return {key: n / len(mine) for key, n in _combined(mine, np.ones(len(mine))).items()}


def _weights(view: View, period: Period, dimensions: tuple[str, ...], driver: Driver, direct: dict[_Key, float],
             of_leads: np.ndarray) -> dict[_Key, float]:
    """How much of the shared cost each combination of members bears."""
    if driver is Driver.NONE:
        return {}
    if driver is Driver.SPEND:
        return {k: v for k, v in direct.items() if v > 0}
    data = view.data
    if driver is Driver.REVENUE:
        rows = view.between("deals", "closed", period)
        rows = rows[data.column("deals", "outcome")[rows] == WON]
        amount = np.nan_to_num(data.column("deals", "amount")[rows])
        keys = _keys(data, "deals", dimensions, rows)
    else:
        keys = of_leads if driver not in _FIGURES else _keys(data, "leads", dimensions, view.between("leads", _FIGURES[driver], period))
        amount = np.ones(len(keys))
    if not len(keys):
        return dict.fromkeys(direct, 1.0) if driver is Driver.EVEN else {}
    found = _combined(keys, amount)
    weights = {k: w for k, w in found.items() if w > 0}
    return dict.fromkeys({**weights, **direct}, 1.0) if driver is Driver.EVEN else weights


def _combined(codes: np.ndarray, amounts: np.ndarray) -> dict[_Key, float]:
    """Sum of the amounts per combination of codes (a row each), in order. Counted rather than sorted where the codes allow: 50 times as fast."""
    span = tuple((codes.max(axis=0) + 2).tolist())
    if np.prod(span, dtype=float) > max(1000, 4 * len(codes)):
        found, place = np.unique(codes, axis=0, return_inverse=True)
        return {tuple(k): w for k, w in zip(found.tolist(), np.bincount(place.ravel(), amounts, len(found)).tolist(), strict=True)}
    flat = np.ravel_multi_index(tuple((codes + 1).T), span)
    sums, there = np.bincount(flat, amounts), np.flatnonzero(np.bincount(flat))
    keys = (np.stack(np.unravel_index(there, span), axis=1) - 1).tolist()
    return {tuple(k): w for k, w in zip(keys, sums[there].tolist(), strict=True)}


def _exact(a: _Attributed) -> dict[_Key, float]:
    """Direct plus shared per combination of members; () holds shared cost that nothing could be spread over."""
    weight = sum(a.weights.values())
    exact = {k: a.direct.get(k, 0.0) + (a.shared * a.weights.get(k, 0.0) / weight if weight else 0.0) for k in {**a.direct, **a.weights}}
    return exact if weight or not a.shared else {**exact, (): a.shared}


def _rounded(exact: dict[_Key, float], whole: float) -> dict[_Key, float]:
    """Whole cents that sum to the whole, the last cents going to the largest remainders."""
    cents = {k: int(np.floor(v * 100)) for k, v in exact.items()}
    missing = round(whole * 100) - sum(cents.values())
    for key in sorted(exact, key=lambda k: (cents[k] - exact[k] * 100, k))[:missing]:
        cents[key] += 1
    return {k: c / 100 for k, c in cents.items() if k or c}


# -- what a SQL may cost ------------------------------------------------------------------------------------------------


def won_share(view: View, period: Period) -> tuple[int, int] | None:
    """(won, all) of the mature SQLs up to the period's end: those older than the 80th percentile of SQL-to-won days. None without any.

    A young SQL that is not won yet says nothing, so it is left out of both numbers.
    """
    data, deals = view.data, lead_deals(view.data)
    if not deals.linked or not data.has("leads", "sql"):
        return None
    order, days = data.order("leads", "sql")
    found = order[: int(np.searchsorted(days, min(period.hi, data.today), "right"))]
    if (mask := view.mask("leads")) is not None:
        found = found[mask[found]]
    took = days_between(data.column("leads", "sql")[found], deals.won_day[found])
    if not len(took):
        return None
    mature = found[data.column("leads", "sql")[found] <= data.today - np.percentile(took, 80)]
    return (int(deals.won[mature].sum()), len(mature)) if len(mature) else None


def ceiling(view: View, period: Period, options: Options) -> float | None:
    """The most a SQL may cost: gross profit per customer x P(SQL -> won) / required return (kpi-definitions.md figure 5).

    Gross profit per customer is that of the 12 months that end with the period, so that a month's ceiling is not a twelfth of a year's.
    """
    share = won_share(view, period)
    end = day_of(min(period.hi, max(view.data.today, period.lo)))
    year = Period(end - timedelta(days=364), end) if period.days < 365 else period
    rows = margin.sales(view, year)
    each = margin.profit(rows).per_customer if rows is not None else None
    if share is None or each is None or not share[1]:
        return None
    return each * share[0] / share[1] / options.required_return
