"""Practices that the person reviews as one: the data as if their names had been merged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from kpi_desktop.model.decided import Planned
from kpi_desktop.model.decisions import Merge
from kpi_desktop.model.plans import Group
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.selection import Filter
from kpi_desktop.planning.practices import DIMENSIONS

if TYPE_CHECKING:
    from kpi_desktop.metrics.dataset import Dataset

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


def with_group(planned: Planned, kind: str, name: str, members: Iterable[str], others: Iterable[str] = ()) -> Planned:
    """What is planned, with these practices grouped; groups among them give theirs. UserError for fewer than two, a blank name, or one of the `others`
    that stand beside them."""
    called = " ".join(name.split())
    inside = {g.name: g.members for g in planned.groups if g.kind == kind}
    chosen = tuple(dict.fromkeys(one for m in members for one in inside.get(m, (m,))))
    if len(chosen) < 2:
        raise UserError(Text("A group needs two practices or more."), Text("Select their rows, holding Ctrl, then group them."))
    if not called:
        raise UserError(Text("A group needs a name."), Text("Write what the practices have in common."))
    if called.casefold() in {o.casefold() for o in others}:
        raise UserError(Text("“{name}” is the name of another practice.", name=called), Text("Choose another name, or select that practice too."))
    kept = (replace(g, members=tuple(m for m in g.members if m not in chosen)) if g.kind == kind else g for g in planned.groups)
    return replace(planned, groups=(*(g for g in kept if g.members and (g.kind, g.name) != (kind, called)), Group(kind, called, chosen)))


def without_group(planned: Planned, kind: str, name: str) -> Planned:
    """What is planned, with a group's members on their own again."""
    return replace(planned, groups=tuple(g for g in planned.groups if (g.kind, g.name) != (kind, name)))
