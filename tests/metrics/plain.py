"""Small workspaces for the tests of the metrics: plain rows in, a Dataset out."""

import numpy as np
import pandas as pd
from pyroaring import BitMap

from kpi_desktop.metrics import registry
from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.written import from_plain
from kpi_desktop.model.frames import VisitCells
from kpi_desktop.model.selection import Compare, Options, Period, Selection, day_number


def cells(visits, names):
    """Visitor cells of (day text, channel, visitor number) triples; `names` gives the channels' codes."""
    grouped = {}
    for day, channel, visitor in visits:
        grouped.setdefault((day, channel), []).append(visitor)
    keys = list(grouped)
    day = np.array([day_number(pd.Timestamp(d).date()) for d, _ in keys], np.int32)
    channel = np.array([names.index(c) if c else -1 for _, c in keys], np.int32)
    return VisitCells(day, channel, np.full(len(keys), -1, np.int32), np.array([float(len(v)) for v in grouped.values()]),
                      [BitMap(v) for v in grouped.values()])


def dataset(visits=(), names=(), **tables) -> Dataset:
    """A dataset of tables given as (columns text, rows)."""
    frames = {}
    for table, (columns, rows) in tables.items():
        frames[table] = pd.DataFrame([list(r) for r in rows], columns=columns.split(), dtype=object)
    return from_plain(frames, names=names, visits=cells(visits, list(names)) if visits else None)


def kpi(data, kpi_id, period="2024", by=None, compare=Compare.NONE, filters=(), **options):
    """One KPI's state."""
    selection = Selection(Period.parse(period), compare, by, tuple(filters), Options(**options))
    return registry.compute(data, selection, only=(kpi_id,)).kpis[0]


def beside(state):
    """What stands beside a headline, by key."""
    return {b.key: b.value for b in state.result.beside}


def grid(state, key):
    """The rows of a small table as dictionaries."""
    found = next(g for g in state.result.grids if g.key == key)
    return [dict(zip([c[0] for c in found.columns], row, strict=True)) for row in found.rows]


def parts(state):
    """Breakdown values by member."""
    return {m.member: m.value for m in state.breakdown}
