"""Distinct visitors of any range: unions of compressed sets, or a range where only aggregated exports are known."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from kpi_desktop.metrics.rows import LeftOut, Rows
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import GRAINS, NO_DAY, VISIT_CELLS
from kpi_desktop.model.selection import Filter, Grain, Period, day_of

if TYPE_CHECKING:
    from pyroaring import BitMap

    from kpi_desktop.metrics.dataset import Dataset, View

CARRIED = ("channel", "campaign")
_KEPT = 256
"""Choices of filters whose sets are kept: those of all the members that a funnel shows, and some more."""
_READY = 12
"""Members of a dimension whose sets are made ready before they are asked for."""
_DAY, _WEEK, _MONTH, _QUARTER, _YEAR = range(5)
assert [g.value for g in GRAINS] == ["day", "week", "month", "quarter", "year"]


@dataclass(frozen=True)
class VisitorCount:
    """Distinct visitors: `value` where it is exact, else None with the range `low`..`high`; all None is "no data"."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    sessions: float | None = None
    used: tuple[Rows, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[Text, ...] = field(default=())


def distinct(view: View, period: Period) -> VisitorCount:
    """Distinct visitors of a period under the view's filters (visits carry channel and campaign only).

    Visitor-level sets give the exact figure. An aggregated line whose span is the period gives it too; otherwise the answer is the
    range [largest part, sum of parts] (data-model.md, kpi-definitions.md figure 1).
    """
    if (cannot := view.carries("visits")) is not None:
        return VisitorCount(warnings=(cannot,))
    span = _span(view.data)
    if span is None or period.hi < span[0] or period.lo > view.data.today:
        return VisitorCount()
    index = _index(view.data, view.filters)
    exact = index.count(period)
    parts = _parts(view, period)
    if not len(parts.positions):
        # Sets exist, and no aggregated line speaks of these days: a day without a visit is a zero.
        return VisitorCount(float(exact), sessions=index.sessions(period), used=index.rows(period)) if index.days_known else VisitorCount()
    overlapping = parts.within(index.first, index.last) if index.days_known else np.zeros(len(parts.positions), bool)
    left: tuple[LeftOut, ...] = ()
    if overlapping.any():
        reason = Text("counted by visitor for these days already")
        left = (LeftOut(reason, view.data.rows("visits", parts.positions[overlapping])),)
        parts = parts.take(~overlapping)
    if not len(parts.positions):
        return VisitorCount(float(exact), sessions=index.sessions(period), used=index.rows(period), left_out=left)
    low, high = parts.bounds(period)
    low, high = max(low, float(exact)), high + exact
    sessions = np.nansum(parts.sessions) + index.sessions(period)
    used = (*index.rows(period), view.data.rows("visits", parts.positions))
    warnings = () if low == high else (Text("Only aggregated visits are known: distinct visitors of the period lie between the largest part and the sum."),)
    return VisitorCount(low if low == high else None, low, high, float(sessions) if sessions else None, used, left, warnings)


class _Index:
    """Sets of one dataset under one choice of channel and campaign: per day, with ready unions per month, quarter and year."""

    def __init__(self, data: Dataset, filters: tuple[Filter, ...]) -> None:
        cells = data.visit_cells
        self._unions: dict[tuple[int, int], BitMap] = {}
        self.days_known = cells is not None and len(cells.day) > 0
        if cells is None or not self.days_known:
            return
        self.first, self.last = int(cells.day.min()), int(cells.day.max())
        mask = np.ones(len(cells.day), bool)
        for f in filters:
            mask &= cell_codes(data, f.dimension) == data.wanted(f)
        chosen = np.flatnonzero(mask)
        order = chosen[np.argsort(cells.day[chosen], kind="stable")]
        self._order, self._days, self._sets = order, cells.day[order], [cells.visitors[k] for k in order]
        self._sessions = np.concatenate([[0.0], np.cumsum(cells.sessions[order])])

    def _between(self, lo: int, hi: int) -> tuple[int, int]:
        return int(np.searchsorted(self._days, lo, "left")), int(np.searchsorted(self._days, hi, "right"))

    def sessions(self, period: Period) -> float:
        """Sessions of the period."""
        if not self.days_known:
            return 0.0
        a, b = self._between(period.lo, period.hi)
        return float(self._sessions[b] - self._sessions[a])

    def rows(self, period: Period) -> tuple[Rows, ...]:
        """The sets of the period, as rows that can be looked at."""
        if not self.days_known:
            return ()
        a, b = self._between(period.lo, period.hi)
        return (Rows(VISIT_CELLS, np.sort(self._order[a:b])),) if b > a else ()

    def count(self, period: Period) -> int:
        """Distinct visitors of the period."""
        return len(self.union(period)) if self.days_known else 0

    def union(self, period: Period) -> BitMap:
        """The period's visitors: from ready unions where the period is whole months, else day by day around them."""
        from pyroaring import BitMap

        key = (period.lo, period.hi)
        if key in self._unions:
            return self._unions[key]
        first, last = day_of(max(period.lo, self.first)), day_of(min(period.hi, self.last))
        if period.hi < self.first or period.lo > self.last:
            return BitMap()
        sets: list[BitMap] = []
        if period.grain in (Grain.YEAR, Grain.QUARTER):
            smaller = Grain.QUARTER if period.grain is Grain.YEAR else Grain.MONTH
            part = Period.of(smaller, first)
            while part.first <= last:
                sets.append(self.union(part))
                part = part.shift(1)
        elif period.grain is Grain.CUSTOM and (last - first).days > 62:
            sets = self._long(period.lo, period.hi)
        else:
            a, b = self._between(period.lo, period.hi)
            sets = self._sets[a:b]
        result = BitMap.union(*sets) if len(sets) > 1 else sets[0] if sets else BitMap()
        if period.grain is not Grain.CUSTOM:
            self._unions[key] = result
        return result

    def _long(self, lo: int, hi: int) -> list[BitMap]:
        month = Period.of(Grain.MONTH, day_of(max(lo, self.first)))
        sets: list[BitMap] = []
        while month.lo <= min(hi, self.last):
            if month.lo >= lo and month.hi <= hi:
                sets.append(self.union(month))
            else:
                a, b = self._between(max(lo, month.lo), min(hi, month.hi))
                sets += self._sets[a:b]
            month = month.shift(1)
        return sets


def _index(data: Dataset, filters: tuple[Filter, ...]) -> _Index:
    """The sets under these filters: those of the choices looked at last are kept, and those of no filter always."""
    kept: OrderedDict[tuple[Filter, ...], _Index] = data.derived.setdefault("visitor sets", OrderedDict())
    found = kept.pop(filters, None) or _Index(data, filters)
    kept[filters] = found
    while len(kept) > _KEPT:
        kept.pop(next((f for f in tuple(kept) if f), ()), None)
    return found


def prepare(data: Dataset) -> Iterator[None]:
    """The sets of no filter and of the largest members of each dimension, with their unions; pauses after each year."""
    if data.visit_cells is None or not len(data.visit_cells.day):
        return
    chosen: list[tuple[Filter, ...]] = [()]
    for dimension in CARRIED:
        counts = np.bincount(cell_codes(data, dimension) + 1)[1:]
        chosen += [(Filter(dimension, data.name(int(k))),) for k in np.argsort(-counts, kind="stable")[:_READY] if counts[k]]
    for filters in chosen:
        index = _index(data, filters)
        year = Period.of(Grain.YEAR, day_of(index.first))
        while year.lo <= index.last:
            index.union(year)
            yield
            year = year.shift(1)


def cell_codes(data: Dataset, dimension: str) -> np.ndarray:
    """The folded and merged name code of each visitor cell in a dimension."""
    assert data.visit_cells is not None
    key = ("visit cells", dimension)
    if key not in data.derived:
        data.derived[key] = data.canonical(dimension, getattr(data.visit_cells, dimension))
    return data.derived[key]


def members(view: View, dimension: str, period: Period) -> list[str]:
    """The names of a dimension that the period's visits carry ("" for visits without one)."""
    data, codes = view.data, []
    if data.visit_cells is not None and len(data.visit_cells.day) and dimension in CARRIED:
        days = data.visit_cells.day
        codes.append(cell_codes(data, dimension)[(days >= period.lo) & (days <= period.hi)])
    if data.size("visits") and (column := data.dimension("visits", dimension)) is not None:
        codes.append(column[_overlapping(data, period)])
    return [data.name(int(c)) for c in np.unique(np.concatenate(codes))] if codes else []


def exclusive(view: View, period: Period, dimension: str) -> tuple[dict[str, int], int] | None:
    """(member -> visitors of the period seen there alone, visitors seen in several members); None where visitors are not known one by one."""
    if not _by_visitor(view, period):
        return None
    from pyroaring import BitMap

    sets = {m: _index(view.data, view.narrowed(dimension, m).filters).union(period) for m in members(view, dimension, period)}
    once, twice = BitMap(), BitMap()
    for found in sets.values():
        twice |= once & found
        once |= found
    return {m: len(found - twice) for m, found in sets.items() if found}, len(twice)


def newcomers(view: View, period: Period) -> tuple[int, int] | None:
    """(visitors seen for the first time in the period, those seen before it); None where visitors are not known one by one."""
    if not _by_visitor(view, period):
        return None
    index = _index(view.data, view.filters)
    found = index.union(period)
    first = day_of(index.first)
    before = len(found & index.union(Period(first, day_of(period.lo - 1)))) if period.lo > index.first else 0
    return len(found) - before, before


def _by_visitor(view: View, period: Period) -> bool:
    """Whether the period's figure comes from visitor-level sets alone."""
    return _index(view.data, view.filters).days_known and all(rows.table == VISIT_CELLS for rows in distinct(view, period).used)


@dataclass(frozen=True, eq=False)
class _Parts:
    """Aggregated lines that speak of a period: positions, first and last day, visitors, sessions, whether the line is a total."""

    positions: np.ndarray
    first: np.ndarray
    last: np.ndarray
    visitors: np.ndarray
    sessions: np.ndarray
    total: np.ndarray

    def take(self, mask: np.ndarray) -> _Parts:
        return _Parts(*(getattr(self, f)[mask] for f in self.__dataclass_fields__))

    def within(self, lo: int, hi: int) -> np.ndarray:
        return (self.first <= hi) & (self.last >= lo)

    def bounds(self, period: Period) -> tuple[float, float]:
        """[largest part, sum of parts]; lines over the period's edge count for the upper bound alone."""
        low = high = 0.0
        for start in np.unique(self.first):
            same = self.first == start
            counts = self.visitors[same & self.total] if (same & self.total).any() else self.visitors[same]
            inside = start >= period.lo and self.last[same].max() <= period.hi
            low = max(low, float(counts.max())) if inside else low
            high += float(counts.sum())
        return low, high


def _spans(data: Dataset) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """First day, last day and grain of every aggregated line."""
    if ("visit spans",) not in data.derived:
        days, grains = data.column("visits", "date").astype(np.int64), data.column("visits", "grain")
        grains = np.where(grains < 0, _DAY, grains)
        first, last = days.copy(), days.copy()
        for grain, kind in ((_MONTH, Grain.MONTH), (_QUARTER, Grain.QUARTER), (_YEAR, Grain.YEAR)):
            for day in np.unique(days[(grains == grain) & (days != NO_DAY)]):
                period = Period.of(kind, day_of(int(day)))
                same = (grains == grain) & (days == day)
                first[same], last[same] = period.lo, period.hi
        weeks = grains == _WEEK
        last[weeks] = first[weeks] + 6
        data.derived[("visit spans",)] = (first, last, grains)
    return data.derived[("visit spans",)]


def _overlapping(data: Dataset, period: Period) -> np.ndarray:
    first, last, _ = _spans(data)
    counted = ~np.isnan(data.column("visits", "visitors"))
    return np.flatnonzero(counted & (first <= period.hi) & (last >= period.lo))


def _parts(view: View, period: Period) -> _Parts:
    """The lines of the one grain that tells most: the period itself, else the coarsest that fits into it, else a finer one."""
    data = view.data
    first, last, grains = _spans(data)
    found = _overlapping(data, period)
    if (mask := view.mask("visits")) is not None:
        found = found[mask[found]]
    named = np.zeros(len(found), bool)
    for dimension in CARRIED:
        filtered = any(f.dimension == dimension for f in view.filters)
        codes = data.dimension("visits", dimension)
        named |= (codes[found] >= 0) if codes is not None and not filtered else False
    if len(found):
        best = max(np.unique(grains[found]).tolist(), key=lambda g: _fit(first[found], last[found], grains[found] == g, period))
        keep = grains[found] == best
        found, named = found[keep], named[keep]
    return _Parts(found, first[found], last[found], data.column("visits", "visitors")[found], data.column("visits", "sessions")[found], ~named)


def _fit(first: np.ndarray, last: np.ndarray, chosen: np.ndarray, period: Period) -> tuple[bool, int, int]:
    inside = chosen & (first >= period.lo) & (last <= period.hi)
    exact = bool(np.any(chosen & (first == period.lo) & (last == period.hi)))
    spans = np.unique(np.stack([first[inside], last[inside]]), axis=1)
    days = int((spans[1] - spans[0] + 1).sum()) if spans.size else 0
    return exact, min(days, period.days), -spans.shape[1]


def _span(data: Dataset) -> tuple[int, int] | None:
    """The first and last day that any visit speaks of; None without visits."""
    firsts, lasts = [], []
    if data.visit_cells is not None and len(data.visit_cells.day):
        firsts.append(int(data.visit_cells.day.min()))
        lasts.append(int(data.visit_cells.day.max()))
    if data.size("visits"):
        first, last, _ = _spans(data)
        firsts.append(int(first.min()))
        lasts.append(int(last.max()))
    return (min(firsts), max(lasts)) if firsts else None
