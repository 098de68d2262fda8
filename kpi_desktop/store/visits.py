"""Visitor-level visits: one compressed set of visitor numbers per import, day, channel and campaign, and the visitor dictionary."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kpi_desktop.model.batch import Counts, Rows
from kpi_desktop.model.frames import VisitCells
from kpi_desktop.model.selection import day_of

if TYPE_CHECKING:
    from pyroaring import BitMap

_GATHERED = 200_000
_ORDER = "ORDER BY day, channel, campaign, import_id"
"""A cell is known by its place in this order."""


class _Numbering(dict[Any, int]):
    """Numbers things in the order they come."""

    def __missing__(self, thing: Any) -> int:
        self[thing] = number = len(self)
        return number


class _Visitors:
    """The visitor dictionary: the number of each visitor, found by a 64-bit hash of the name, so that millions fit into some ten megabytes.

    Two of n visitors share a hash with probability n^2 / 2^65: once in three million imports of 3 M visitors.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        import numpy as np

        self.db = db
        hashes, numbers = [np.empty(0, np.int64)], [np.empty(0, np.uint32)]
        cursor = db.execute("SELECT id, visitor FROM visitors ORDER BY id")
        while rows := cursor.fetchmany(_GATHERED):
            ids, names = zip(*rows)
            hashes.append(_hashes(names))
            numbers.append(np.array(ids, np.uint32))
        known = np.concatenate(hashes)
        order = np.argsort(known)
        self.hashes, self.numbers = known[order], np.concatenate(numbers)[order]
        self.next = int(self.numbers.max()) + 1 if len(known) else 0

    def number(self, names: list[str]) -> Any:
        """The numbers of visitors (uint32); new ones are stored in the order they come."""
        import numpy as np

        found, first, back = np.unique(_hashes(names), return_index=True, return_inverse=True)
        at = np.searchsorted(self.hashes, found)
        known = np.zeros(len(found), bool)
        inside = at < len(self.hashes)
        known[inside] = self.hashes[at[inside]] == found[inside]
        numbers = np.empty(len(found), np.uint32)
        numbers[known] = self.numbers[at[known]]
        fresh = np.flatnonzero(~known)
        fresh = fresh[np.argsort(first[fresh])]
        numbers[fresh] = np.arange(self.next, self.next + len(fresh))
        self.db.executemany("INSERT INTO visitors(id, visitor) VALUES (?, ?)", zip(numbers[fresh].tolist(), (names[i] for i in first[fresh].tolist())))
        self.next += len(fresh)
        self.hashes = np.insert(self.hashes, at[~known], found[~known])
        self.numbers = np.insert(self.numbers, at[~known], numbers[~known])
        return numbers[back]


def _hashes(names: Sequence[str]) -> Any:
    """Python's own hashes: other ones in every run, which is well, since none is stored."""
    import numpy as np

    return np.fromiter(map(hash, names), np.int64, len(names))


class VisitStage:
    """Gathers one import's visits. Memory holds the visitor dictionary, the sets and some hundred thousand visits, never the lines."""

    def __init__(self, db: sqlite3.Connection, columns: tuple[str, ...], import_id: int) -> None:
        self.db = db
        self.columns = columns
        self.import_id = import_id
        self.visitors = _Visitors(db)
        self.cells = _Numbering()
        self.sets: dict[int, BitMap] = {}
        self.sessions: dict[int, float] = {}
        self.visits: dict[int, int] = {}
        self._waiting: list[tuple[list[int], Sequence[str], Any]] = []
        self._count = 0

    def add(self, rows: Rows) -> None:
        """Take rows that name a visitor."""
        given = dict(zip(self.columns, rows.columns))
        blank = [-1] * len(rows)
        channel, campaign = ([-1 if c is None else c for c in given[n]] if n in given else blank for n in ("channel", "campaign"))
        cells = list(map(self.cells.__getitem__, zip(given["date"], channel, campaign)))
        sessions = [1.0 if s is None else s for s in given["sessions"]] if "sessions" in given else None
        self._waiting.append((cells, given["visitor"], sessions))
        self._count += len(rows)
        if self._count >= _GATHERED:
            self._gather()

    def _gather(self) -> None:
        """Sort what waits by cell and put each cell's visitors into its set."""
        import numpy as np
        from pyroaring import BitMap

        if not self._waiting:
            return
        cells = np.concatenate([np.array(c, np.int32) for c, _, _ in self._waiting])
        visitors = self.visitors.number([name for _, names, _ in self._waiting for name in names])
        sessions = np.concatenate([np.ones(len(c)) if s is None else np.array(s, float) for c, _, s in self._waiting])
        order = np.argsort(cells, kind="stable")
        found, starts, counts = np.unique(cells[order], return_index=True, return_counts=True)
        sums = np.add.reduceat(sessions[order], starts)
        for cell, part, count, total in zip(found.tolist(), np.split(visitors[order], starts[1:]), counts.tolist(), sums.tolist()):
            self.sets.setdefault(cell, BitMap()).update(part)
            self.visits[cell] = self.visits.get(cell, 0) + count
            self.sessions[cell] = self.sessions.get(cell, 0.0) + total
        self._waiting, self._count = [], 0

    def bring_in(self) -> Counts:
        """Store the sets; a visit (visitor, day, channel, campaign) that another import holds counts as unchanged."""
        from pyroaring import BitMap

        self._gather()
        counts = Counts()
        find = "SELECT visitors FROM visit_cells WHERE day = ? AND channel = ? AND campaign = ?"
        others = self.db.execute("SELECT EXISTS(SELECT 1 FROM visit_cells)").fetchone()[0]
        self.db.execute("CREATE INDEX IF NOT EXISTS visit_cells_day ON visit_cells(day, channel, campaign)")
        for cell, number in self.cells.items():
            visitors = self.sets[number]
            before = BitMap.union(*(BitMap.deserialize(r[0]) for r in self.db.execute(find, cell)), BitMap()) if others else BitMap()
            fresh = len(visitors - before)
            counts.added += fresh
            counts.unchanged += self.visits[number] - fresh  # lines that repeat a visit included
            self.db.execute("INSERT INTO visit_cells VALUES (?, ?, ?, ?, ?, ?)", (self.import_id, *cell, self.sessions[number], visitors.serialize()))
        return counts


def take_back(db: sqlite3.Connection, import_id: int) -> int:
    """Take an import's visits out; how many there were."""
    from pyroaring import BitMap

    gone = sum(len(BitMap.deserialize(r[0])) for r in db.execute("SELECT visitors FROM visit_cells WHERE import_id = ?", (import_id,)))
    db.execute("DELETE FROM visit_cells WHERE import_id = ?", (import_id,))
    return gone


def cells(db: sqlite3.Connection) -> Iterator[tuple[int, int, int, float, BitMap]]:
    """Every cell (day, channel, campaign, sessions, visitors), in `_ORDER`. A visit that an earlier import holds is not told again, and takes its
    share of the sessions with it, so that it counts once whichever imports carry it."""
    from pyroaring import BitMap

    place, before = None, BitMap()
    for day, channel, campaign, sessions, stored in db.execute(f"SELECT day, channel, campaign, sessions, visitors FROM visit_cells {_ORDER}"):
        visitors = BitMap.deserialize(stored)
        if (day, channel, campaign) != place:
            place, before = (day, channel, campaign), visitors
            yield day, channel, campaign, sessions, visitors
        else:
            fresh = visitors - before
            before = before | visitors
            yield day, channel, campaign, sessions * len(fresh) / len(visitors), fresh


def count(db: sqlite3.Connection) -> int:
    """Visits held: one per visitor, day, channel and campaign."""
    return sum(len(c[-1]) for c in cells(db))


def load(db: sqlite3.Connection) -> VisitCells | None:
    """All visit sets as parallel arrays; None where there are none."""
    import numpy as np

    found = list(cells(db))
    if not found:
        return None
    day, channel, campaign, sessions, sets = zip(*found)
    imports = np.array([row[0] for row in db.execute(f"SELECT import_id FROM visit_cells {_ORDER}")], np.int32)
    return VisitCells(np.array(day, np.int32), np.array(channel, np.int32), np.array(campaign, np.int32), np.array(sessions, float), list(sets), imports)


def make_whole(db: sqlite3.Connection) -> None:
    """Up to version 3 an import was given only the sessions of visits that no earlier one held: give it all of its own back, estimated by its visits."""
    from pyroaring import BitMap

    place, before = None, BitMap()
    for import_id, day, channel, campaign, sessions, stored in db.execute(
            f"SELECT import_id, day, channel, campaign, sessions, visitors FROM visit_cells {_ORDER}").fetchall():
        visitors = BitMap.deserialize(stored)
        if (day, channel, campaign) != place:
            place, before = (day, channel, campaign), visitors
            continue
        fresh = len(visitors - before)
        before = before | visitors
        whole = sessions * len(visitors) / fresh if fresh else len(visitors)
        db.execute("UPDATE visit_cells SET sessions = ? WHERE import_id = ? AND day = ? AND channel = ? AND campaign = ?",
                   (whole, import_id, day, channel, campaign))


def readable(db: sqlite3.Connection, places: Iterable[int], names: Mapping[int, str]) -> Iterator[tuple[Any, ...]]:
    """Cells by their place among all: (date, channel, campaign, sessions, visitors, file, no line)."""
    wanted = {int(p) for p in places}
    files = db.execute(f"SELECT i.file FROM visit_cells v JOIN imports i ON i.id = v.import_id {_ORDER}").fetchall()
    for place, ((day, channel, campaign, sessions, visitors), (file,)) in enumerate(zip(cells(db), files, strict=True)):
        if place in wanted:
            yield (day_of(day), names.get(channel), names.get(campaign), sessions, len(visitors), Path(file).name, None)
