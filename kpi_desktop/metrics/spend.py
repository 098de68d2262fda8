"""Marketing spend of a period: in total, and per member of a dimension with shared cost spread by a driver, to the cent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np

from kpi_desktop.metrics.dataset import NOWHERE, WON, Dataset, View
from kpi_desktop.metrics.rows import LeftOut, Rows
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import NO_DAY, SPEND_KINDS
from kpi_desktop.model.selection import Driver, Period

_SHARED = [c.value for c in SPEND_KINDS].index("shared")
_NAMED_BY = ("event", "campaign", "channel")
"""What a cost can name, the most precise first."""
_KEPT = 100
"""Attributions that are kept: a screen and its trend ask for some dozens."""
_FEW = 50_000
"""Combinations that are counted on a list of all of them, whatever the number of rows."""
_LONGEST = 4_000_000
"""How far apart numbers may lie to be ticked off on a list (20 MB)."""
_FIGURES = {Driver.MQLS: "mql", Driver.SQLS: "sql"}


@dataclass(frozen=True, eq=False)
class Costs:
    """The costs of a period: amount in the workspace's currency, the codes they name (-1 none), and which are shared."""

    amount: np.ndarray
    names: dict[str, np.ndarray]
    shared: np.ndarray
    rows: tuple[Rows, Rows]
    """The spend rows, then the events."""

    def at(self, which: np.ndarray) -> tuple[Rows, Rows]:
        """The rows of those of the costs where `which` is True."""
        spent, held = self.rows
        n = len(spent.ids)
        return Rows(spent.table, spent.ids[which[:n]]), Rows(held.table, held.ids[which[n:]])


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


def behind(view: View, period: Period, driver: Driver) -> tuple[Rows, ...]:
    """The spend rows and events that `total` comes from; under filters those of which a part falls to them, by name, by leads or as shared cost."""
    data = view.data
    spent = _kept(data, period, lambda: costs(data, period))
    if not view.filters:
        return spent.rows
    wanted = _wanted(view)
    asked, dimensions = [next(iter(codes)) if len(codes) == 1 else NOWHERE for codes in wanted.values()], tuple(wanted)
    given = _given(data, spent, dimensions, data.view().between("leads", "created", period))
    attributed = _attributed(data.view(), period, dimensions, driver)
    which = spent.shared | given.lost
    which &= bool(attributed.weights[(attributed.keys == asked).all(axis=1)].sum() > 0)
    which[given.costs[(given.keys == asked).all(axis=1) & (given.amounts != 0)]] = True
    return spent.at(which)


def _filtered(view: View, period: Period, driver: Driver) -> tuple[float, float]:
    """The filters' part of the spend: exact, and in whole cents."""
    wanted = _wanted(view)
    attributed = _attributed(view.data.view(), period, tuple(wanted), driver)
    exact, left = _exact(attributed)
    cents, _ = _rounded(exact, left, attributed.whole)
    asked = [next(iter(codes)) if len(codes) == 1 else NOWHERE for codes in wanted.values()]
    at = np.flatnonzero((attributed.keys == asked).all(axis=1))
    return (float(exact[at[0]]), float(cents[at[0]])) if len(at) else (0.0, 0.0)


def _wanted(view: View) -> dict[str, set[int]]:
    """Filtered dimension -> the members asked for (two at once: no row has both), in one order, so that the last cent falls the same way."""
    wanted: dict[str, set[int]] = {}
    for f in sorted(view.filters, key=lambda f: f.dimension):
        wanted.setdefault(f.dimension, set()).add(view.data.wanted(f))
    return wanted


def first_day(data: Dataset) -> int | None:
    """The first day (number) that a spend row speaks of; None where there are none."""
    _, first, _ = _rows(data)
    return int(first[first != NO_DAY].min()) if (first != NO_DAY).any() else None


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
    codes, exact, loaded, left = _spread(view, period, dimension, driver)
    ranked = np.argsort(-loaded, kind="stable")
    direct = np.array([round(v, 2) for v in exact[ranked].tolist()])
    everything = round(sum(loaded.tolist()) + left, 2)
    members = tuple(data.called(codes[ranked]))
    return Allocation(members, direct, loaded[ranked], round(everything - float(direct.sum()), 2), left, everything, True)


def loaded(view: View, period: Period, dimension: str, driver: Driver) -> tuple[np.ndarray, np.ndarray]:
    """(member codes, what `allocate` loads on each), in no order: for what asks for many allocations and needs no names."""
    if not known(view.data):
        return np.zeros(0, np.int64), np.zeros(0)
    codes, _, parts, _ = _spread(view, period, dimension, driver)
    return codes, parts


def _spread(view: View, period: Period, dimension: str, driver: Driver) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    """(member codes, direct spend of each, with its part of the shared cost in whole cents; shared cost that nothing could be spread over)."""
    wanted = _wanted(view)
    dimensions = tuple(dict.fromkeys((*wanted, dimension)))
    attributed = _attributed(view.data.view(), period, dimensions, driver)
    if view.filters:
        attributed = _within(view, period, driver, attributed, [wanted.get(d) for d in dimensions])
    return attributed.keys[:, dimensions.index(dimension)], attributed.direct, *_rounded(*_exact(attributed), attributed.whole)


@dataclass(frozen=True, eq=False)
class _Attributed:
    """Spend per combination of members before rounding: `keys` (a row of codes each, in order, -1 none), what each has of direct cost, the
    weights that shared cost is spread by, and the whole in cents."""

    keys: np.ndarray
    direct: np.ndarray
    weights: np.ndarray
    shared: float
    whole: float


def _within(view: View, period: Period, driver: Driver, a: _Attributed, wanted: list[set[int] | None]) -> _Attributed:
    """The part of the filters alone: what their total holds beyond direct spend of the combinations is spread over those."""
    passes = np.ones(len(a.keys), bool)
    for at, codes in enumerate(wanted):
        if codes is not None:
            passes &= (a.keys[:, at] == next(iter(codes))) if len(codes) == 1 else False
    direct = a.direct[passes]
    exact, whole = _filtered(view, period, driver)
    return _Attributed(a.keys[passes], direct, a.weights[passes], exact - float(direct.sum()), whole)


def _attributed(view: View, period: Period, dimensions: tuple[str, ...], driver: Driver) -> _Attributed:
    """Which combination of members each cost belongs to."""
    return _kept(view.data, (period, dimensions, driver), lambda: _attribute(view, period, dimensions, driver))


def _kept(data: Dataset, key: object, make: Callable[[], Any]) -> Any:
    """What was worked out for a key of the last ones asked for, else what is made now."""
    kept = data.derived.setdefault("spend attributed", {})
    if key not in kept:
        while len(kept) >= _KEPT:
            kept.pop(next(iter(tuple(kept))), None)
        kept[key] = make()
    return kept[key]


def _attribute(view: View, period: Period, dimensions: tuple[str, ...], driver: Driver) -> _Attributed:
    data = view.data
    spent = _kept(data, period, lambda: costs(data, period))
    keys, amounts, lost = _kept(data, (period, dimensions), lambda: _direct(data, spent, dimensions, view.between("leads", "created", period)))
    bearers, weights = _weights(view, period, dimensions, driver)
    every, place = _distinct(np.concatenate([keys, bearers]))
    direct = np.bincount(place[:len(keys)], amounts, len(every))
    borne = np.bincount(place[len(keys):], weights, len(every))
    if driver is Driver.SPEND:
        borne = np.maximum(direct, 0.0)
    elif driver is Driver.EVEN:
        borne = np.ones(len(every))
    there = (np.bincount(place[:len(keys)], minlength=len(every)) > 0) | (borne > 0)
    return _Attributed(every[there], direct[there], np.maximum(borne, 0.0)[there], float(spent.amount[spent.shared].sum()) + lost,
                       round(float(spent.amount.sum()), 2))


def _tally(data: Dataset, table: str, dimensions: tuple[str, ...], rows: np.ndarray, weights: np.ndarray | None = None) -> tuple[np.ndarray, np.ndarray]:
    """(the different combinations of members of some rows, in order: a row of codes each, -1 for none; how many rows, or how much weight, each has)."""
    if not len(rows):
        return np.zeros((0, len(dimensions)), np.int64), np.zeros(0)
    flat, members = np.zeros(len(rows), np.int64), dict.fromkeys(dimensions, np.full(1, -1))
    for dimension in members:
        if data.dimension(table, dimension) is not None:
            members[dimension], numbers = data.numbered(table, dimension)
            flat *= len(members[dimension])
            flat += numbers[rows]
    size = prod(len(codes) for codes in members.values())
    if size <= max(4 * len(rows), _FEW):
        there, counts = np.flatnonzero(np.bincount(flat, minlength=size)), np.bincount(flat, weights, size)
        counts = counts[there]
    else:
        there, place = _compact(flat)
        counts = np.bincount(place, weights, len(there))
    keys: dict[str, np.ndarray] = {}
    for dimension, codes in reversed(members.items()):
        there, at = np.divmod(there, len(codes))
        keys[dimension] = codes[at]
    return np.stack([keys[d] for d in dimensions], axis=1).astype(np.int64), counts.astype(float)


def _direct(data: Dataset, spent: Costs, dimensions: tuple[str, ...], leads: np.ndarray) -> tuple[np.ndarray, np.ndarray, float]:
    """(combinations of members, amounts) of direct costs, and what of them names no member nor lead that would tell."""
    given = _given(data, spent, dimensions, leads)
    every, place = _distinct(given.keys)
    return every, np.bincount(place, given.amounts, len(every)), float(spent.amount[given.lost].sum())


@dataclass(frozen=True, eq=False)
class _Given:
    """Parts of direct costs: the combination of members that each belongs to (a row of codes), its amount and the place of its cost. `lost` is True
    for the costs that name no member nor lead that would tell."""

    keys: np.ndarray
    amounts: np.ndarray
    costs: np.ndarray
    lost: np.ndarray


def _given(data: Dataset, spent: Costs, dimensions: tuple[str, ...], leads: np.ndarray) -> _Given:
    """Who each direct cost belongs to.

    A cost that does not name all members itself belongs to those of the leads of the most precise thing that it names, in proportion.
    """
    mine = np.flatnonzero(~spent.shared)
    named = {n: codes[mine].astype(np.int64) for n, codes in spent.names.items()}
    said, amounts = _said(data, named, dimensions), spent.amount[mine]
    complete = (said >= 0).all(axis=1)
    open_ = np.asarray(~complete)
    keys, parts, owners = [said[complete]], [amounts[complete]], [mine[complete]]
    lost = np.zeros(len(spent.amount), bool)
    for source in _NAMED_BY:
        asked = np.flatnonzero(open_ & (named[source] >= 0))
        if not len(asked):
            continue
        open_[asked] = False
        # The leads of each name, combination by combination, next to each other: a cost takes the stretch of its name.
        found, counts = _tally(data, "leads", (source, *dimensions), leads)
        first, last = (np.searchsorted(found[:, 0], named[source][asked], side) for side in ("left", "right"))
        upto = np.concatenate([[0.0], np.cumsum(counts)])
        whole = upto[last] - upto[first]
        lost[mine[asked[whole == 0]]] = True
        row = np.repeat(np.arange(len(asked)), last - first)
        at = np.arange(len(row)) - np.repeat(np.cumsum(last - first) - (last - first), last - first) + first[row]
        given = said[asked[row]]
        keys.append(np.where(given >= 0, given, found[at, 1:]))
        parts.append(amounts[asked[row]] * counts[at] / whole[row])
        owners.append(mine[asked[row]])
    lost[mine[open_]] = True
    return _Given(np.concatenate(keys), np.concatenate(parts), np.concatenate(owners), lost)


def _said(data: Dataset, named: dict[str, np.ndarray], dimensions: tuple[str, ...]) -> np.ndarray:
    """The members that each cost names itself, a row of codes each; an event tells its format too."""
    nothing = np.full(len(named["event"]), -1, np.int64)
    said = [named.get(d, nothing) for d in dimensions]
    formats = data.dimension("events", "format")
    if "format" in dimensions and formats is not None and data.size("events"):
        of_event = np.full(len(data.names) + 1, -1, np.int64)  # the last one stands for no event
        held = data.column("events", "event")
        of_event[held[held >= 0]] = formats[held >= 0]
        said[dimensions.index("format")] = of_event[named["event"]]
    return np.stack(said, axis=1)


def _weights(view: View, period: Period, dimensions: tuple[str, ...], driver: Driver) -> tuple[np.ndarray, np.ndarray]:
    """Combinations of members and how much of the shared cost each bears (all of one combination together); by spend they bear what is theirs."""
    data = view.data
    if driver in (Driver.NONE, Driver.SPEND):
        return np.zeros((0, len(dimensions)), np.int64), np.zeros(0)
    if driver is not Driver.REVENUE:
        return _tally(data, "leads", dimensions, view.between("leads", _FIGURES.get(driver, "created"), period))
    rows = view.between("deals", "closed", period)
    rows = rows[data.column("deals", "outcome")[rows] == WON]
    return _tally(data, "deals", dimensions, rows, np.nan_to_num(data.column("deals", "amount")[rows]))


def _distinct(codes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(the different rows of codes in order, which one each row is)."""
    if not len(codes):
        return codes, np.zeros(0, np.int64)
    flat = np.zeros(len(codes), np.int64)
    for column in codes.T:
        found, place = _compact(column)
        flat = _compact(flat * len(found) + place)[1]
    first = np.empty(int(flat.max()) + 1, np.int64)
    first[flat] = np.arange(len(codes))
    return codes[first], flat


def _compact(numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(the different numbers in order, which one each is). Ticked off on a list rather than sorted where they lie close: ten times as fast."""
    low, high = int(numbers.min()), int(numbers.max())
    if high - low > _LONGEST:
        return np.unique(numbers, return_inverse=True)
    there = np.zeros(high - low + 1, bool)
    there[numbers - low] = True
    return np.flatnonzero(there) + low, (np.cumsum(there, dtype=np.int32) - 1)[numbers - low]


def _exact(a: _Attributed) -> tuple[np.ndarray, float]:
    """Direct plus shared per combination of members; and shared cost that nothing could be spread over."""
    weight = float(a.weights.sum())
    return (a.direct + a.shared * a.weights / weight, 0.0) if weight else (a.direct, a.shared)


def _rounded(exact: np.ndarray, left: float, whole: float) -> tuple[np.ndarray, float]:
    """Whole cents that sum to the whole, the last cents going to the largest remainders (of equal ones to the first; what is left stands before all)."""
    parts = 100 * (np.concatenate([[left], exact]) if left else exact)
    cents = np.floor(parts)
    missing = round(whole * 100 - float(cents.sum()))
    cents[np.argsort(cents - parts, kind="stable")[:max(missing, 0)]] += 1
    return (cents[1:] / 100, float(cents[0]) / 100) if left else (cents / 100, 0.0)
