"""The rows behind a figure: the first of them to look at, all of them to export."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kpi_desktop.app import exporting
from kpi_desktop.app.screens import RowsPart, RowsShown, Written
from kpi_desktop.i18n import say
from kpi_desktop.metrics.journeys import IDS, LABELS
from kpi_desktop.metrics.rows import LeftOut, Rows
from kpi_desktop.metrics.stages import Stuck
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import BY_NAME, VISIT_CELLS, Field, Kind
from kpi_desktop.model.selection import day_of
from kpi_desktop.store import fetch
from kpi_desktop.store.workspace import Workspace

Groups = tuple[Rows | LeftOut | Stuck, ...]
_SHOWN = 5000
_WAITING = (Text("Days waiting"), Text("Since"))


def shown(ws: Workspace, title: Text, groups: Groups) -> RowsShown:
    """The first rows of each group, one part per table and, for rows that were left out, per reason."""
    groups = tuple(g for g in groups if len(_of(g).ids))
    parts = []
    for group in groups:
        rows = _of(group)
        found = ws.fetch(rows.table, rows.ids.tolist(), _SHOWN)
        parts.append(RowsPart(_label(group), _columns(rows.table), _figures(rows.table), tuple(found.rows), found.total))
    return RowsShown(title, tuple(parts), groups)


def export(ws: Workspace, groups: Groups, path: Path, progress: exporting.Progress) -> Written:
    """Write every row of the groups; see `exporting.write`."""
    sheets = [exporting.Sheet(say(_label(g)), [*(say(c) for c in _WAITING if isinstance(g, Stuck)), *(say(c) for c in _columns(_of(g).table))],
                              _waiting(ws, g) if isinstance(g, Stuck) else ws.stream(_of(g).table, _of(g).ids), len(_of(g).ids)) for g in groups]
    return Written(exporting.write(path, sheets, progress), sum(s.count for s in sheets))


def _waiting(ws: Workspace, group: Stuck) -> Iterator[tuple[Any, ...]]:
    """Rows that are stuck, each after how long and since when."""
    days = dict(zip(group.rows.ids.tolist(), group.days.tolist(), strict=True))
    for number, row in ws.numbered(group.rows.table, days):
        yield (days[number], day_of(group.today - days[number]), *row)


def _of(group: Rows | LeftOut | Stuck) -> Rows:
    return group if isinstance(group, Rows) else group.rows


def _label(group: Rows | LeftOut | Stuck) -> Text:
    if isinstance(group, Stuck):
        return Text("Stuck at {stage}", stage=LABELS[IDS.index(group.stage)])
    table = _of(group).table
    name = Text("Sets of visitors") if table == VISIT_CELLS else BY_NAME[table].label
    return Text("{table}, left out: {reason}", table=name, reason=group.reason) if isinstance(group, LeftOut) else name


def _fields(table: str) -> list[Field]:
    known = BY_NAME["visits" if table == VISIT_CELLS else table].by_name
    return [known[c] for c in fetch.columns(table)[:-2]]


def _columns(table: str) -> Sequence[Text]:
    return [*(f.label for f in _fields(table)), Text("File"), Text("Line")]


def _figures(table: str) -> tuple[bool, ...]:
    return (*(f.kind is Kind.NUMBER for f in _fields(table)), False, True)

