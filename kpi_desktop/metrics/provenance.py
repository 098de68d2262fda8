"""Where a figure comes from: how many rows of how many files, which were left out and why, and what part of all that covers."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.result import Result
from kpi_desktop.metrics.rows import Rows
from kpi_desktop.model.problem import Share, Text
from kpi_desktop.model.schema import VISIT_CELLS


def files(data: Dataset, groups: Iterable[Rows]) -> int:
    """How many files these rows came from; an import counts once."""
    found: set[int] = set()
    for group in groups:
        if group.table != VISIT_CELLS and data.size(group.table) and len(group.ids):
            at = np.searchsorted(data.column(group.table, "row"), group.ids)
            found.update(np.flatnonzero(np.bincount(data.column(group.table, "import_id")[at])).tolist())
        elif data.visit_cells is not None and data.visit_cells.imports is not None and len(group.ids):
            found.update(np.unique(data.visit_cells.imports[group.ids]).tolist())
    return len(found)


def provenance(data: Dataset, result: Result) -> tuple[Text, ...]:
    """What a figure was computed from and what it left out, in short sentences; () without rows."""
    used, left = sum(len(r.ids) for r in result.used), sum(len(o.rows.ids) for o in result.left_out)
    if not used and not left:
        return ()
    count = files(data, (*result.used, *(o.rows for o in result.left_out)))
    rows = Text("%n row(s)", "", used)
    out = [Text("{rows} from %n file(s)", "", count, rows=rows) if count else rows]
    if left:
        out.append(Text("%n left out", "", left))
    return tuple(out)


def left_out(result: Result) -> tuple[Text, ...]:
    """Each reason for which rows were left out, with their number."""
    return tuple(Text("%n row(s) left out: {reason}", "", len(o.rows.ids), reason=o.reason) for o in result.left_out if len(o.rows.ids))


def coverage(result: Result) -> Text | None:
    """What the figure speaks for: as the KPI tells it, else the share of rows that were not left out."""
    if result.coverage is not None or result.value is None:
        return result.coverage
    used, left = sum(len(r.ids) for r in result.used), sum(len(o.rows.ids) for o in result.left_out)
    if not used:
        return None
    return Text("covers {share} of rows", share=Share(used / (used + left))) if left else Text("covers all rows")
