"""Marketing spend of a period: in total, and per member of a dimension with shared cost spread by a driver, to the cent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from kpi_desktop.metrics import margin
from kpi_desktop.metrics.dataset import WON, Dataset, View
from kpi_desktop.metrics.links import days_between, lead_deals
from kpi_desktop.metrics.result import LeftOut, Rows
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import NO_DAY, SPEND_KINDS
from kpi_desktop.model.selection import Driver, Options, Period, day_of

_SHARED = [c.value for c in SPEND_KINDS].index("shared")
_NAMED_BY = ("event", "campaign", "channel")
"""What a cost can name, the most precise first."""
_FIGURES = {Driver.LEADS: "created", Driver.MQLS: "mql", Driver.SQLS: "sql"}


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
    dimensions = tuple(dict.fromkeys(f.dimension for f in view.filters))
    if any(data.dimension("leads", d) is None for d in dimensions):
        return None
    parts = _allocated(data.view(), period, dimensions, driver)
    wanted = tuple(tuple(sorted({data.code(f.member) for f in view.filters if f.dimension == d})) for d in dimensions)
    if any(len(w) != 1 for w in wanted):
        return 0.0
    return parts.get(tuple(w[0] for w in wanted), (0.0, 0.0))[1]


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
    dimensions = (*dict.fromkeys(f.dimension for f in view.filters), dimension)
    parts = _allocated(data.view(), period, tuple(dict.fromkeys(dimensions)), driver)
    wanted = {d: data.code(f.member) for f in view.filters for d in (f.dimension,)}
    place = list(dict.fromkeys(dimensions))
    kept: dict[int, list[float]] = {}
    for codes, (direct, loaded) in parts.items():
        if codes and all(codes[place.index(d)] == c for d, c in wanted.items()):
            sums = kept.setdefault(codes[place.index(dimension)], [0.0, 0.0])
            sums[0] += direct
            sums[1] += loaded
    left = parts.get((), (0.0, 0.0))[1] if not view.filters else 0.0
    ranked = sorted(kept, key=lambda c: -kept[c][1])
    direct = np.array([round(kept[c][0], 2) for c in ranked])
    loaded = np.array([round(kept[c][1], 2) for c in ranked])
    everything = round(float(loaded.sum()) + left, 2)
    return Allocation(tuple(data.name(c) for c in ranked), direct, loaded, round(everything - float(direct.sum()), 2), left, everything, True)


_Key = tuple[int, ...]


def _allocated(view: View, period: Period, dimensions: tuple[str, ...], driver: Driver) -> dict[_Key, tuple[float, float]]:
    """(direct, loaded) per combination of members; loaded in whole cents. () holds shared cost that nothing could be spread over."""
    data = view.data
    spent = costs(data, period)
    direct: dict[_Key, float] = {}
    shared = float(spent.amount[spent.shared].sum())
    patterns = np.stack([spent.names[n] for n in _NAMED_BY], axis=1)[~spent.shared]
    amounts = spent.amount[~spent.shared]
    found, place = np.unique(patterns, axis=0, return_inverse=True) if len(patterns) else (patterns, np.zeros(0, int))
    sums = np.bincount(place.ravel(), amounts, len(found))
    leads = view.between("leads", "created", period)
    keys = [data.dimension("leads", d) for d in dimensions]
    of_leads = np.stack([np.full(len(leads), -1) if k is None else k[leads] for k in keys], axis=1)
    for pattern, amount in zip(found, sums, strict=True):
        shares = _shares(data, dict(zip(_NAMED_BY, pattern.tolist(), strict=True)), dimensions, leads, of_leads)
        if shares is None:
            shared += float(amount)
        else:
            for key, share in shares.items():
                direct[key] = direct.get(key, 0.0) + float(amount) * share
    weights = _weights(view, period, dimensions, driver, direct)
    return _rounded(direct, weights, shared)


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
    combos, counts = np.unique(mine, axis=0, return_counts=True)
    return {tuple(c): n / len(mine) for c, n in zip(combos.tolist(), counts.tolist(), strict=True)}


def _weights(view: View, period: Period, dimensions: tuple[str, ...], driver: Driver, direct: dict[_Key, float]) -> dict[_Key, float]:
    """How much of the shared cost each combination of members bears."""
    if driver is Driver.NONE:
        return {}
    if driver is Driver.SPEND:
        return {k: v for k, v in direct.items() if v > 0}
    data = view.data
    if driver is Driver.REVENUE:
        rows, table = view.between("deals", "closed", period), "deals"
        rows = rows[data.column("deals", "outcome")[rows] == WON]
        amount = np.nan_to_num(data.column("deals", "amount")[rows])
    else:
        table = "leads"
        rows = view.between("leads", _FIGURES.get(driver, "created"), period)
        amount = np.ones(len(rows))
    keys = [data.dimension(table, d) for d in dimensions]
    if not len(rows):
        return dict.fromkeys(direct, 1.0) if driver is Driver.EVEN else {}
    combos, place = np.unique(np.stack([np.full(len(rows), -1) if k is None else k[rows] for k in keys], axis=1), axis=0, return_inverse=True)
    sums = np.bincount(place.ravel(), amount, len(combos))
    weights = {tuple(c): float(w) for c, w in zip(combos.tolist(), sums, strict=True) if w > 0}
    return dict.fromkeys({**weights, **direct}, 1.0) if driver is Driver.EVEN else weights


def _rounded(direct: dict[_Key, float], weights: dict[_Key, float], shared: float) -> dict[_Key, tuple[float, float]]:
    """Direct plus shared in whole cents, the last cents going to the largest remainders."""
    weight = sum(weights.values())
    exact = {k: direct.get(k, 0.0) + (shared * weights.get(k, 0.0) / weight if weight else 0.0) for k in {**direct, **weights}}
    left = 0.0 if weight else shared
    cents = {k: int(np.floor(v * 100)) for k, v in exact.items()}
    missing = round((sum(exact.values())) * 100) - sum(cents.values())
    for key in sorted(exact, key=lambda k: (cents[k] - exact[k] * 100, k))[:missing]:
        cents[key] += 1
    parts = {k: (direct.get(k, 0.0), cents[k] / 100) for k in exact}
    return parts | ({(): (0.0, round(left, 2))} if round(left, 2) else {})


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
