"""Visitor-level visits: one compressed set of visitor numbers per import, day, channel and campaign, and the visitor dictionary."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from kpi_desktop.model.frames import VisitCells
from kpi_desktop.model.schema import Counts, Rows

if TYPE_CHECKING:
    from pyroaring import BitMap

_GATHERED = 500_000


class _Numbering(dict[Any, int]):
    """Numbers things in the order they come."""

    def __missing__(self, thing: Any) -> int:
        self[thing] = number = len(self)
        return number


class VisitStage:
    """Gathers one import's visits. Memory holds the visitor dictionary, the sets and half a million visits, never the lines."""

    def __init__(self, db: sqlite3.Connection, columns: tuple[str, ...], import_id: int) -> None:
        self.db = db
        self.columns = columns
        self.import_id = import_id
        self.visitors = _Numbering(db.execute("SELECT visitor, id FROM visitors"))
        self.known = len(self.visitors)
        self.cells = _Numbering()
        self.sets: dict[int, BitMap] = {}
        self.sessions: dict[int, float] = {}
        self.visits: dict[int, int] = {}
        self._waiting: list[tuple[list[int], list[int], Any]] = []
        self._count = 0

    def add(self, rows: Rows) -> None:
        """Take rows that name a visitor."""
        given = dict(zip(self.columns, rows.columns))
        blank = [-1] * len(rows)
        channel, campaign = ([-1 if c is None else c for c in given[n]] if n in given else blank for n in ("channel", "campaign"))
        cells = list(map(self.cells.__getitem__, zip(given["date"], channel, campaign)))
        sessions = [1.0 if s is None else s for s in given["sessions"]] if "sessions" in given else None
        self._waiting.append((cells, list(map(self.visitors.__getitem__, given["visitor"])), sessions))
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
        visitors = np.concatenate([np.array(v, np.uint32) for _, v, _ in self._waiting])
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
        new = ((number, visitor) for visitor, number in self.visitors.items() if number >= self.known)
        self.db.executemany("INSERT INTO visitors(id, visitor) VALUES (?, ?)", new)
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
            sessions = self.sessions[number] * (fresh / len(visitors))
            self.db.execute("INSERT INTO visit_cells VALUES (?, ?, ?, ?, ?, ?)", (self.import_id, *cell, sessions, visitors.serialize()))
        return counts


def count(db: sqlite3.Connection) -> int:
    """Visitors held over all cells."""
    from pyroaring import BitMap

    return sum(len(BitMap.deserialize(r[0])) for r in db.execute("SELECT visitors FROM visit_cells"))


def load(db: sqlite3.Connection) -> VisitCells | None:
    """All visit sets as parallel arrays; None where there are none."""
    import numpy as np
    from pyroaring import BitMap

    rows = db.execute("SELECT day, channel, campaign, sessions, visitors FROM visit_cells ORDER BY day").fetchall()
    if not rows:
        return None
    day, channel, campaign, sessions, sets = zip(*rows)
    return VisitCells(np.array(day, np.int32), np.array(channel, np.int32), np.array(campaign, np.int32), np.array(sessions, float),
                      [BitMap.deserialize(s) for s in sets])
