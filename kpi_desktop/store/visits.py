"""Visitor-level visits: one compressed set of visitor numbers per import, day, channel and campaign, and the visitor dictionary."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from typing import Any

from kpi_desktop.model.frames import VisitCells
from kpi_desktop.model.schema import Counts


class VisitStage:
    """Gathers one import's visits; memory holds the visitor dictionary and the sets, never the lines."""

    def __init__(self, db: sqlite3.Connection, columns: tuple[str, ...]) -> None:
        self.db = db
        self.places = {c: 1 + columns.index(c) for c in columns}
        self.visitors: dict[str, int] = dict(db.execute("SELECT visitor, id FROM visitors"))
        self.known = len(self.visitors)
        self.cells: dict[tuple[int, int, int], list[int]] = defaultdict(list)
        self.sessions: dict[tuple[int, int, int], float] = defaultdict(float)

    def add(self, rows: list[tuple[Any, ...]]) -> None:
        """Take rows that name a visitor."""
        date, visitor = self.places["date"], self.places["visitor"]
        channel, campaign, count = (self.places.get(c) for c in ("channel", "campaign", "sessions"))
        for row in rows:
            channel_code = row[channel] if channel is not None and row[channel] is not None else -1
            campaign_code = row[campaign] if campaign is not None and row[campaign] is not None else -1
            cell = (row[date], channel_code, campaign_code)
            self.cells[cell].append(self.visitors.setdefault(row[visitor], len(self.visitors)))
            self.sessions[cell] += 1.0 if count is None or row[count] is None else row[count]

    def bring_in(self, import_id: int) -> Counts:
        """Store the sets; a visit (visitor, day, channel, campaign) that another import holds counts as unchanged."""
        from pyroaring import BitMap

        new = ((number, visitor) for visitor, number in self.visitors.items() if number >= self.known)
        self.db.executemany("INSERT INTO visitors(id, visitor) VALUES (?, ?)", new)
        counts = Counts()
        find = "SELECT visitors FROM visit_cells WHERE day = ? AND channel = ? AND campaign = ?"
        self.db.execute("CREATE INDEX IF NOT EXISTS visit_cells_day ON visit_cells(day, channel, campaign)")
        for cell, numbers in self.cells.items():
            visitors = BitMap(numbers)
            before = BitMap.union(*(BitMap.deserialize(r[0]) for r in self.db.execute(find, cell)), BitMap())
            fresh = len(visitors - before)
            counts.added += fresh
            counts.unchanged += len(numbers) - fresh  # lines that repeat a visit included
            sessions = self.sessions[cell] * (fresh / len(visitors))
            self.db.execute("INSERT INTO visit_cells VALUES (?, ?, ?, ?, ?, ?)", (import_id, *cell, sessions, visitors.serialize()))
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
