"""Tables of a report, and the small tables that a KPI brings, with their pictures."""

from __future__ import annotations

import math
from typing import Any

from kpi_desktop import i18n
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.grid_pictures import picture as grid_picture
from kpi_desktop.metrics.result import Grid, Unit
from kpi_desktop.metrics.spans import spanned
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
    """A small table without the columns in which nothing is known, its notes below; few rows with many columns stand upright, many of both in tables
    below each other."""
    columns, found = spanned(grid)
    shown, keys = found[:_MOST_ROWS], [key for key, _, _ in columns]
    told = [k for k, key in enumerate(keys) if not k or (key != "note" and any(row[k] is not None for row in shown))]
    head, right = [say(columns[k][1]) for k in told], [columns[k][2] is not None for k in told]
    rows = [[cell(row[k], columns[k][2], currency) for k in told] for row in shown]
    longest = [max(*(len(r[k]) for r in rows), max(map(len, head[k].split()), default=0)) for k in range(len(head))]
    widths = [(n if figure else min(n, _WRAPS)) + 2 for n, figure in zip(longest, right, strict=True)]
    more = [f"{cell(row[0], None, currency)}: {say(row[keys.index('note')])}" for row in shown if "note" in keys and row[keys.index("note")] is not None]
    more += [tr("%n more row(s) are in the program.", "", len(found) - _MOST_ROWS)] if len(found) > _MOST_ROWS else []
    room = round(_FITS * drawn.wide)
    if sum(widths) > room and len(rows) <= 4:
        tables = [table([(head[0], False), *((r[0], True) for r in rows)], [[head[k], *(r[k] for r in rows)] for k in range(1, len(head))])]
    else:
        tables = [table([(head[k], right[k]) for k in part], [[r[k] for k in part] for r in rows]) for part in _stacked(widths, room, _naming(rows, right))]
    titles = [say(grid.title), *[tr("{title} (continued)", title=grid.title)] * (len(tables) - 1)]
    return [*({**one, "title": title} for one, title in zip(tables, titles, strict=True)), *({"kind": "note", "text": text} for text in more)]


def _naming(rows: list[list[str]], right: list[bool]) -> int:
    """How many of the first columns it takes to tell the rows apart: names alone, or with the texts that follow them."""
    texts = right.index(True) if True in right else len(right)
    return next((k for k in range(1, texts) if len({tuple(row[:k]) for row in rows}) == len(rows)), max(1, texts))


def _stacked(widths: list[int], fits: int, naming: int = 1) -> list[list[int]]:
    """The columns of tables that each fit across the page, about equally wide, the first `naming` columns in all of them."""
    names = list(range(naming))
    room, rest = max(1, fits - sum(widths[:naming])), sum(widths[naming:])
    each = rest / max(1, math.ceil(rest / room))
    parts: list[list[int]] = [[*names]]
    done = 0.0
    for k in range(naming, len(widths)):
        if len(parts[-1]) > naming and (done + widths[k] / 2 > each * len(parts) or sum(widths[i] for i in parts[-1]) + widths[k] > fits):
            parts.append([*names])
        parts[-1].append(k)
        done += widths[k]
    return parts


def started(text: str) -> str:
    """A sentence with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def cell(value: Any, unit: Unit | None, currency: str) -> str:
    """One value of a table, in its unit; None for text."""
    if value is None:
        return i18n.NONE
    if unit is not None:
        return i18n.span(value[0], value[1], unit, currency) if isinstance(value, tuple) else i18n.figure(float(value), unit, currency)
    if isinstance(value, Text):
        return say(value)
    return i18n.shown(value) if value != "" else tr("not given")
