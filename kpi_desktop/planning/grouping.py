"""Practices that the person reviews as one: the data as if their names had been merged."""

from __future__ import annotations

from collections.abc import Iterable

from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.model.decisions import Merge
from kpi_desktop.model.plans import Group
from kpi_desktop.model.selection import Filter
from kpi_desktop.planning.practices import DIMENSIONS

GROUPED = ("channel", "campaign")
"""Kinds of practices that can be grouped; events have two formats only."""
_KEPT = 4


def grouped(data: Dataset, kind: str, groups: Iterable[Group], filters: Iterable[Filter] = ()) -> Dataset:
    """The data with each group's members under its name, in every table. As they are where a filter asks for one member of the kind."""
    mine = tuple(g for g in groups if g.kind == kind and g.members)
    dimension = DIMENSIONS[kind]
    if not mine or kind not in GROUPED or any(f.dimension == dimension for f in filters):
        return data
    kept = data.derived.setdefault("grouped", {})
    if mine not in kept:
        while len(kept) >= _KEPT:
            kept.pop(next(iter(tuple(kept))), None)
        kept[mine] = data.merged(dimension, tuple(Merge(dimension, member, g.name) for g in mine for member in g.members))
    return kept[mine]
