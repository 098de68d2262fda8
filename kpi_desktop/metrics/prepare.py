"""What screens share (links, dimensions, dates in order, journeys of leads), worked out before it is asked for. No figure is computed here."""

from __future__ import annotations

from collections.abc import Iterator

from kpi_desktop.metrics import visitors
from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.journeys import journeys
from kpi_desktop.model.schema import DIMENSIONS, TABLES, Kind

_BY_MEMBER = ("leads", "deals", "attendance", "nps")
"""The tables whose rows screens split by members."""


def prepare(data: Dataset) -> Iterator[None]:
    """Works through the shared indexes of the data and pauses after each, so that whoever goes through it can stop at any of them; what is there already
    costs nothing."""
    for table in TABLES:
        for f in table.fields if data.size(table.name) else ():
            if f.kind is Kind.DAY:
                data.order(table.name, f.name)
                yield
    for table in TABLES:
        for dimension in DIMENSIONS if data.size(table.name) else ():
            if data.dimension(table.name, dimension) is not None and table.name in _BY_MEMBER:
                data.numbered(table.name, dimension)
            yield
    _ = data.dimensions
    yield
    journeys(data)
    yield
    yield from visitors.prepare(data)
