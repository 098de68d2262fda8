"""Tables of a report, and the small tables that a KPI brings, with their pictures."""

from __future__ import annotations

from typing import Any

from kpi_desktop import i18n
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.grid_pictures import picture as grid_picture
from kpi_desktop.metrics.result import Grid, Unit
from kpi_desktop.model.problem import Text
from kpi_desktop.report.drawn import LOW, Pictures

_MOST_ROWS, _FITS = 30, 17.0  # rows of a small table; characters on an inch of a line
_WRAPS = 26  # characters after which a text may go on in a second line
_ROW, _MOST_HIGH = 0.2, 5.2  # inches that a row of a picture takes, and all of them at the most


def table(columns: list[tuple[str, bool]], rows: list[list[Any]], widths: list[str] | None = None) -> dict[str, Any]:
    """A table: (header, right-aligned) per column; a cell is a text, or a picture that was drawn."""
    return {"kind": "table", "head": [c for c, _ in columns], "right": [r for _, r in columns], "rows": rows, "widths": widths or ["auto"] * len(columns)}


def pictured(grid: Grid, currency: str, drawn: Pictures) -> list[dict[str, Any]]:
    """A small table below its picture, each with its title; where the picture says every figure it stands alone."""
    chart = grid_picture(grid, currency)
    if chart is None:
        return _grid(grid, currency, drawn)
    high = min(_MOST_HIGH, 0.4 + _ROW * len(chart.labels)) if chart.kind in ("bars", "heat") else LOW
    picture = {"kind": "chart", "title": say(chart.title), **(drawn.put(chart, high) or {})}
    return [picture] if grid.form is not None and grid.form.wide else [picture, *_grid(grid, currency, drawn)]


def _grid(grid: Grid, currency: str, drawn: Pictures) -> list[dict[str, Any]]:
    """A small table; few rows with many columns stand upright, many of both on a page turned sideways."""
    head = [say(label) for _, label, _ in grid.columns]
    right = [unit is not None for _, _, unit in grid.columns]
    rows = [[cell(v, unit, currency) for v, (_, _, unit) in zip(row, grid.columns, strict=True)] for row in grid.rows[:_MOST_ROWS]]
    longest = [max(*(len(r[k]) for r in rows), max(map(len, head[k].split()), default=0)) for k in range(len(head))]
    width = sum((n if figure else min(n, _WRAPS)) + 2 for n, figure in zip(longest, right, strict=True))
    more = [{"kind": "note", "text": tr("%n more row(s) are in the program.", "", len(grid.rows) - _MOST_ROWS)}] if len(grid.rows) > _MOST_ROWS else []
    wide = width > _FITS * drawn.wide
    if wide and len(rows) <= 4:
        turned = [[head[k], *(r[k] for r in rows)] for k in range(1, len(head))]
        made = table([(head[0], False), *((r[0], True) for r in rows)], turned)
    else:
        made = table(list(zip(head, right, strict=True)), rows)
    return [{**made, "title": say(grid.title), "wide": wide and len(rows) > 4 and not drawn.landscape}, *more]


def cell(value: Any, unit: Unit | None, currency: str) -> str:
    """One value of a table, in its unit; None for text."""
    if value is None:
        return i18n.NONE
    if unit is not None:
        return i18n.figure(float(value), unit, currency)
    if isinstance(value, Text):
        return say(value)
    return i18n.shown(value) if value != "" else tr("not given")
