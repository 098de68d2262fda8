"""The tables as integer-coded columns: immutable, names folded and merged, money in one currency, dimensions inherited.

Figures never touch frames directly. They ask a `View` for row positions ("leads with `mql` in this period") and for columns;
the per-date orderings behind those questions are made once per revision, so a period costs a binary search and a slice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from functools import cached_property
from typing import Any

import numpy as np

from kpi_desktop.metrics import linking
from kpi_desktop.metrics.linking import Link
from kpi_desktop.metrics.rows import Rows
from kpi_desktop.metrics.spelling import fold
from kpi_desktop.metrics.vocabulary import Vocabulary
from kpi_desktop.model.decisions import Merge
from kpi_desktop.model.frames import Frames, VisitCells
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import BY_NAME, FORMATS, GRAINS, NO_DAY, OUTCOMES, TABLES, Kind
from kpi_desktop.model.selection import Filter, Grain, Period, day_number, day_of

NOWHERE = -2
"""The code of a filter's name that the data never hold: it passes no row, not those without a name."""
_SHORT = 2**15  # members that a number of two bytes can tell apart
OPEN, WON, LOST = range(3)
assert [c.value for c in OUTCOMES] == ["open", "won", "lost"]

EMPTY: Mapping[Kind, Any] = {Kind.DAY: NO_DAY, Kind.NAME: -1, Kind.NUMBER: np.nan, Kind.FLAG: -1, Kind.CHOICE: -1, Kind.REF: -1, Kind.EMAIL: -1}
_DTYPE: Mapping[Kind, Any] = {Kind.DAY: np.int32, Kind.NAME: np.int32, Kind.NUMBER: np.float64, Kind.FLAG: np.int8, Kind.CHOICE: np.int8,
                              Kind.REF: np.int64, Kind.EMAIL: np.int64}

_OF_ALL = ("lead deals", "spend days", "event days")
"""What is derived from dates and links alone, whatever members are called."""
# Dates that can stand in the future (plans, quotas, contract ends) say nothing about how far the data reach.
_TODAY: tuple[tuple[str, str], ...] = (
    ("visits", "date"), ("leads", "created"), ("leads", "mql"), ("leads", "sql"), ("leads", "rejected"), ("deals", "created"),
    ("deals", "closed"), ("invoices", "date"), ("nps", "date"), ("attendance", "registered"))


class Dataset:
    """One revision of the workspace, ready to be asked. Treat every array it returns as read-only."""

    def __init__(self, frames: Frames) -> None:
        self.revision = frames.revision
        self.currency = frames.currency
        self.counts: Mapping[str, int] = dict(frames.counts)
        self.visit_cells: VisitCells | None = frames.visits
        self._frames = frames.tables
        self._columns: dict[tuple[str, str], np.ndarray] = {}
        self._known: dict[tuple[str, str], bool] = {}
        self._orders: dict[tuple[str, str], tuple[np.ndarray, np.ndarray]] = {}
        self._dimensions: dict[tuple[str, str], np.ndarray | None] = {}
        self._numbered: dict[tuple[str, str], tuple[np.ndarray, np.ndarray]] = {}
        self._links: dict[tuple[str, str], Link] = {}
        self.derived: dict[Any, Any] = {}
        """What other modules work out once per revision (visitor sets, each lead's deals), under keys of their own."""
        self._rates = {(r.currency.strip().upper(), day_number(r.month)): r.rate for r in frames.rates}
        self._words = Vocabulary(frames.names, frames.merges, (c.value for c in FORMATS))
        self._format_code = len(self.names) - len(FORMATS)

    # -- tables and columns -------------------------------------------------------------------------------------------

    def size(self, table: str) -> int:
        """Number of rows of a table (aggregated lines only for visits)."""
        frame = self._frames.get(table)
        return 0 if frame is None else len(frame)

    def column(self, table: str, name: str) -> np.ndarray:
        """One column in table order, coded by kind; filled with the kind's missing value where the data lack it."""
        key = (table, name)
        if key not in self._columns:
            self._columns[key] = self._load(table, name)
        return self._columns[key]

    def _load(self, table: str, name: str) -> np.ndarray:
        frame = self._frames.get(table)
        if name in ("row", "import_id"):
            return np.zeros(self.size(table), np.int64) if frame is None or name not in frame.columns else frame[name].to_numpy()
        kind = BY_NAME[table].by_name[name].kind
        if frame is None or name not in frame.columns:
            return np.full(self.size(table), EMPTY[kind], _DTYPE[kind])
        values = frame[name].to_numpy(_DTYPE[kind])
        if kind is Kind.NAME:
            values = self.canonical(name, values)
        if (table, name) == ("spend", "amount"):
            values = self._converted(values)
        return values

    def has(self, table: str, *fields: str) -> bool:
        """Whether the table has rows and each of these fields at least one value."""
        if table == "visits" and self.visit_cells is not None and len(self.visit_cells.day):
            return True
        if not self.size(table):
            return False
        return all(self._filled(table, f) for f in fields)

    def _filled(self, table: str, name: str) -> bool:
        key = (table, name)
        if key not in self._known:
            self._known[key] = bool(np.any(known(self.column(table, name))))
        return self._known[key]

    def rows(self, table: str, positions: np.ndarray) -> Rows:
        """The row ids at these positions of a table."""
        return Rows(table, self.column(table, "row")[positions])

    # -- names ---------------------------------------------------------------------------------------------------------

    @property
    def names(self) -> list[str]:
        """Every name by its code."""
        return self._words.names

    def name(self, code: int) -> str:
        """The name behind a code, as first written ("" for -1)."""
        return self.names[code] if code >= 0 else ""

    def called(self, codes: np.ndarray) -> list[str]:
        """`name` of many codes at once."""
        names = self.names
        return [names[code] if code >= 0 else "" for code in codes.tolist()]

    def code(self, name: str) -> int:
        """The folded code of a name, -1 where the data never hold it."""
        return self._words.code(name)

    def wanted(self, f: Filter) -> int:
        """The code that a row must have to pass a filter: merged like the rows', -1 for "not given", NOWHERE for a name unknown here."""
        if f.dimension == "format" and (kind := next((k for k, c in enumerate(FORMATS) if c.value == fold(f.member)), None)) is not None:
            return self._format_code + kind  # a code of its own: a channel may be called "Online" too
        code = self.code(f.member)
        if code >= 0:
            return int(self.canonical(f.dimension, np.array([code], np.int32))[0])
        return NOWHERE if fold(f.member) else -1

    def canonical(self, dimension: str, codes: np.ndarray) -> np.ndarray:
        """Codes after folding case and space and after the person's merges for this dimension."""
        return self._words.canonical(dimension, codes)

    def merged(self, dimension: str, merges: tuple[Merge, ...]) -> Dataset:
        """These data with more names of a dimension merged; what does not depend on them is shared."""
        made = copy(self)
        made._words = self._words.merged(merges)
        made._columns = {key: c for key, c in self._columns.items() if key[1] != dimension}
        made._dimensions = {key: c for key, c in self._dimensions.items() if key[1] != dimension}
        made._numbered = {key: c for key, c in self._numbered.items() if key[1] != dimension}
        made.derived = {key: found for key, found in self.derived.items() if key in _OF_ALL}
        return made

    def _converted(self, amounts: np.ndarray) -> np.ndarray:
        """Spend in the workspace's currency; NaN where a rate is missing (counted by `unconverted`)."""
        frame = self._frames["spend"]
        if "currency" not in frame.columns:
            return amounts
        amounts = amounts.copy()
        codes = frame["currency"].to_numpy(np.int32)
        starts = self.column("spend", "from")
        days = np.where(self.column("spend", "date") != NO_DAY, self.column("spend", "date"), starts)
        for code in np.unique(codes[codes >= 0]):
            currency = self.names[code].strip().upper()
            if currency == self.currency.upper():
                continue
            for position in np.flatnonzero(codes == code):
                month = day_number(day_of(days[position]).replace(day=1)) if days[position] != NO_DAY else NO_DAY
                amounts[position] *= self._rates.get((currency, month), np.nan)
        return amounts

    @cached_property
    def unconverted(self) -> np.ndarray:
        """Positions of spend rows that no rate turns into the workspace's currency."""
        frame = self._frames.get("spend")
        if frame is None:
            return np.zeros(0, np.int64)
        return np.flatnonzero(np.isnan(self.column("spend", "amount")) & ~np.isnan(frame["amount"].to_numpy(np.float64)))

    # -- dates ---------------------------------------------------------------------------------------------------------

    def order(self, table: str, field: str) -> tuple[np.ndarray, np.ndarray]:
        """(positions of rows that have this date, in date order; their sorted day numbers), made once."""
        key = (table, field)
        if key not in self._orders:
            days = self.column(table, field)
            order = np.argsort(days, kind="stable").astype(np.int64)
            sorted_days = days[order]
            start = int(np.searchsorted(sorted_days, NO_DAY, side="right"))
            self._orders[key] = (order[start:], sorted_days[start:])
        return self._orders[key]

    @cached_property
    def today(self) -> int:
        """The last day in the data (day number); NO_DAY where there are none."""
        last = NO_DAY
        for table, field in _TODAY[1:]:
            if table == "deals" and field == "closed":
                days = self.column(table, field)[self.column("deals", "outcome") > OPEN]
                last = max(last, int(days.max(initial=NO_DAY)))
            elif self.size(table):
                last = max(last, int(self.column(table, field).max(initial=NO_DAY)))
        if self.visit_cells is not None and len(self.visit_cells.day):
            last = max(last, int(self.visit_cells.day.max()))
        held = self.linked("attendance", "event")[self.column("attendance", "attended") == 1]
        if len(held := held[held >= 0]):
            last = max(last, int(self.column("events", "date")[held].max()))
        if self.size("visits"):
            begun, ended = self._last_visits()
            last = last if last >= begun else ended  # a month's line speaks of all of it, unless other rows show that it has not ended
        # Contracts alone: their starts are all there is, though they may stand in the future too.
        return last if last != NO_DAY else int(self.column("customers", "started").max(initial=NO_DAY))

    def _last_visits(self) -> tuple[int, int]:
        """First and last day of the latest aggregated line of visits."""
        days, grains = self.column("visits", "date"), self.column("visits", "grain")
        begun = int(days.max(initial=NO_DAY))
        latest = grains[days == begun]
        if begun == NO_DAY or (latest <= 0).any():
            return begun, begun
        kind = GRAINS[int(latest.min())].value
        return begun, begun + 6 if kind == "week" else Period.of(Grain(kind), day_of(begun)).hi

    @cached_property
    def first_day(self) -> int:
        """The first day in the data (day number); NO_DAY where there are none."""
        return min(self.first_days.values(), default=NO_DAY)

    @cached_property
    def first_days(self) -> dict[str, int]:
        """The first day of each table that has one."""
        firsts: dict[str, int] = {}
        for table, field in (*_TODAY, ("spend", "date"), ("events", "date"), ("customers", "started")):
            days = self.order(table, field)[1]
            if len(days):
                firsts[table] = min(int(days[0]), firsts.get(table, int(days[0])))
        if self.visit_cells is not None and len(self.visit_cells.day):
            firsts["visits"] = int(self.visit_cells.day.min())
        return firsts

    # -- dimensions ----------------------------------------------------------------------------------------------------

    def dimension(self, table: str, dimension: str) -> np.ndarray | None:
        """Name code of each row in a dimension (-1 none): its own, else inherited from its lead, event, customer or rep.

        None where rows of this table can never carry the dimension.
        """
        key = (table, dimension)
        if key not in self._dimensions:
            self._dimensions[key] = self._resolve(table, dimension)
        return self._dimensions[key]

    def _resolve(self, table: str, dimension: str) -> np.ndarray | None:
        own = BY_NAME[table].by_name.get(dimension)
        if table == "reps" and dimension == "owner":
            return self.column("reps", "rep")
        codes: np.ndarray | None = None
        if own is not None and own.kind is Kind.NAME:
            codes = self.column(table, dimension)
        elif own is not None and own.kind is Kind.CHOICE and dimension == "format":
            values = self.column(table, dimension).astype(np.int32)
            codes = np.where(values >= 0, values + self._format_code, -1).astype(np.int32)
        for column, parent, offered in linking.INHERIT.get(table, ()):
            if dimension not in offered:
                continue
            above = self.dimension(parent, dimension)
            if above is None:
                continue
            rows = self.link(table, column).rows if dimension in linking.OF_COMPANY else self.linked(table, column)
            taken = np.where(rows >= 0, above[rows] if len(above) else -1, -1).astype(np.int32)
            codes = taken if codes is None else np.where(codes >= 0, codes, taken)
        return codes

    def numbered(self, table: str, dimension: str) -> tuple[np.ndarray, np.ndarray]:
        """(the different codes of a dimension that rows of the table carry, in order, which one each row has), made once: what goes by members counts
        rather than sorts. Only for dimensions that the table can carry."""
        key = (table, dimension)
        if key not in self._numbered:
            codes = self.dimension(table, dimension)
            assert codes is not None
            there = np.zeros(len(self.names) + 1, bool)
            there[codes + 1] = True
            found = np.flatnonzero(there)
            numbers = np.zeros(len(there), np.int16 if len(found) < _SHORT else np.int32)
            numbers[found] = np.arange(len(found))
            self._numbered[key] = (found - 1).astype(np.int32), numbers[codes + 1]
        return self._numbered[key]

    def link(self, table: str, column: str) -> Link:
        """Where each row belongs and how that was found, worked out once."""
        key = (table, column)
        if key not in self._links:
            self._links[key] = linking.link(self, table, column)
        return self._links[key]

    def linked(self, table: str, column: str) -> np.ndarray:
        """Position of each row's own row in the other table (-1 none); see `linking.link`."""
        found = self.link(table, column)
        return found.same if (table, column) == ("attendance", "lead") else found.rows

    @cached_property
    def dimensions(self) -> dict[str, tuple[str, ...]]:
        """Dimension -> tables that carry at least one value of it."""
        from kpi_desktop.model.schema import DIMENSIONS

        found: dict[str, tuple[str, ...]] = {}
        for dimension in DIMENSIONS:
            tables = tuple(t.name for t in TABLES if self._carries(t.name, dimension))
            if tables:
                found[dimension] = tables
        return found

    def _carries(self, table: str, dimension: str) -> bool:
        if table == "visits" and self.visit_cells is not None and dimension in ("channel", "campaign"):
            cells = getattr(self.visit_cells, dimension)
            if bool(np.any(cells >= 0)):
                return True
        codes = self.dimension(table, dimension)
        return codes is not None and bool(np.any(codes >= 0))

    def view(self, filters: Iterable[Filter] = ()) -> View:
        """The data under these filters."""
        return View(self, tuple(filters))


class View:
    """A dataset under filters: the same questions, answered for the rows that pass."""

    def __init__(self, data: Dataset, filters: tuple[Filter, ...] = ()) -> None:
        self.data = data
        self.filters = filters
        self._masks: dict[str, np.ndarray | None] = {}

    def carries(self, table: str) -> Text | None:
        """None where every filter applies to this table; else the sentence that says which one cannot."""
        from kpi_desktop.model.schema import DIMENSIONS

        for f in self.filters:
            cells = table == "visits" and f.dimension in ("channel", "campaign")
            if not cells and self.data.dimension(table, f.dimension) is None:
                return Text("{table} cannot be filtered by {dimension}: the rows do not carry it.",
                            table=BY_NAME[table].label, dimension=DIMENSIONS.get(f.dimension, f.dimension))
        return None

    def mask(self, table: str) -> np.ndarray | None:
        """True for the rows that pass; None where there is no filter. A filter the table cannot carry passes nothing."""
        if not self.filters:
            return None
        if table not in self._masks:
            mask = np.ones(self.data.size(table), bool)
            for f in self.filters:
                codes = self.data.dimension(table, f.dimension)
                mask &= (codes == self.data.wanted(f)) if codes is not None else False
            self._masks[table] = mask
        return self._masks[table]

    def between(self, table: str, field: str, period: Period) -> np.ndarray:
        """Positions of the rows whose date `field` lies in the period, in date order."""
        order, days = self.data.order(table, field)
        lo, hi = np.array((period.lo, period.hi), days.dtype)  # in the days' own type, or all of them would be copied first
        found = order[np.searchsorted(days, lo, "left"):np.searchsorted(days, hi, "right")]
        mask = self.mask(table)
        return found if mask is None else found[mask[found]]

    def reaches(self, table: str, field: str, period: Period) -> bool:
        """Whether the data can say anything about the period: it overlaps the time from the table's first such date to today.

        Before and after that there is no data, which is not the same as a count of 0.
        """
        days = self.data.order(table, field)[1]
        return bool(len(days)) and period.hi >= int(days[0]) and period.lo <= self.data.today

    def count(self, table: str, field: str, period: Period) -> int:
        """How many rows have this date in the period."""
        return len(self.between(table, field, period))

    def all(self, table: str) -> np.ndarray:
        """Positions of all rows that pass."""
        mask = self.mask(table)
        return np.arange(self.data.size(table)) if mask is None else np.flatnonzero(mask)

    def column(self, table: str, name: str) -> np.ndarray:
        """A whole column in table order (not filtered: index it with positions)."""
        return self.data.column(table, name)

    def groups(self, table: str, dimension: str, positions: np.ndarray) -> tuple[list[str], np.ndarray] | None:
        """(member names, group number of each position): members in order of size, rows without one under "" ("not given").

        None where rows of this table cannot carry the dimension.
        """
        codes = self.data.dimension(table, dimension)
        if codes is None:
            return None
        every, numbers = self.data.numbered(table, dimension)
        mine = numbers[positions]
        counts = np.bincount(mine, minlength=len(every))
        rank = np.lexsort((every, -counts))[: int(np.count_nonzero(counts))]
        place = np.zeros(len(every), np.int64)
        place[rank] = np.arange(len(rank))
        return self.data.called(every[rank]), place[mine]

    def split(self, table: str, dimension: str, positions: np.ndarray) -> list[tuple[str, np.ndarray]]:
        """(member, its positions) in order of size; nothing where the rows cannot carry the dimension."""
        found = self.groups(table, dimension, positions)
        if found is None or not found[0]:
            return []
        names, groups = found
        edges = np.cumsum(np.bincount(groups, minlength=len(names))).tolist()
        order = np.argsort(groups.astype(np.int16) if len(names) < _SHORT else groups, kind="stable")  # short numbers are sorted by digits
        mine = positions[order]
        return [(name, mine[a:b]) for name, a, b in zip(names, [0, *edges], edges, strict=False)]

    def narrowed(self, dimension: str, member: str) -> View:
        """This view with one more filter."""
        return View(self.data, (*self.filters, Filter(dimension, member)))


def known(values: np.ndarray) -> np.ndarray:
    """True where a coded column has a value."""
    if values.dtype == np.float64:
        return ~np.isnan(values)
    return values != NO_DAY if values.dtype == np.int32 and np.any(values < -1) else values >= 0
