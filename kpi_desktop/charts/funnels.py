"""Several funnels in one picture: two back to back, or a grid of small ones."""

from __future__ import annotations

from kpi_desktop.charts.canvas import Canvas
from kpi_desktop.charts.letters import LABEL, NOTE, cut, label, said, told, width
from kpi_desktop.charts.stages import long
from kpi_desktop.i18n import tr
from kpi_desktop.metrics.chart import Chart, Series

_GAP, _HEAD = 10.0, 16.0  # points
_TILE = 178.0  # points that a small funnel should have across
_SIGN = 6.4  # points of a wide sign of a heading
_ROW = 12.5  # points that a stage of a small funnel takes


def pair(canvas: Canvas, chart: Chart) -> None:
    """Two funnels back to back on one root scale: counts and rates at their ends, stage and difference in the middle."""
    names, words = [label(v) for v in chart.labels], [said(n) for n in chart.notes]
    middle = max(width(t, size, weight) for texts, size, weight in ((names, LABEL, 600), (words, NOTE, 400)) for t in texts) + 2 * _GAP
    top = max([*(long(v) for s in chart.series for v in s.values), 1.0])
    half = canvas.wide / 2
    for side, series in zip((-1, 1), chart.series, strict=True):
        ends = [_end(chart, series, at) for at in range(len(names))]
        room = max(map(width, ends)) + _GAP
        inner = half + middle / 2
        axes = canvas.axes(*((room, inner) if side < 0 else (inner, room)), _HEAD, 2.0)
        axes.set_xlim(*((top, 0) if side < 0 else (0, top)))
        axes.set_ylim(len(names) - 0.4, -0.6)
        canvas.boxes(axes, ((0, k - 0.28, long(v), 0.56) for k, v in enumerate(series.values)), canvas.palette.role(series.role))
        out = "right" if side < 0 else "left"
        canvas.note(axes, cut(label(series.label), int((half - middle / 2) // _SIGN)), (0, 1), ("data", "axes fraction"), (0, 5), ha=out, weight=600,
                    size=LABEL, colour=canvas.palette.text)
        for at, value in enumerate(series.values):
            canvas.note(axes, ends[at], (long(value), at), "data", (5 * side, 0), ha=out, va="center", colour=canvas.palette.text)
            canvas.spot(axes, long(value), at, f"{label(series.label)}, {names[at]}: {ends[at]}{f' · {words[at]}' if words[at] else ''}")
        if side < 0:
            _between(canvas, chart, axes, names, words, middle / 2)


def _end(chart: Chart, series: Series, at: int) -> str:
    note = said(series.notes[at]) if series.notes else ""
    return f"{told(series.values[at], chart)}{f' · {note}' if note else ''}"


def _between(canvas: Canvas, chart: Chart, axes: object, names: list[str], words: list[str], away: float) -> None:
    for at, text in enumerate(names):
        up = 6 if words[at] else 0
        canvas.note(axes, text, (0, at), "data", (away, up), ha="center", va="center", weight=600, size=LABEL, colour=canvas.palette.text, gid="place")  # type: ignore[arg-type]
        if words[at]:
            canvas.note(axes, words[at], (0, at), "data", (away, -6), ha="center", va="center", colour=canvas.palette.role(chart.roles[at]), gid="difference")  # type: ignore[arg-type]


def columns_of(wide: float, count: int) -> int:
    """How many small funnels stand in a row of this width (points)."""
    most = max(1, min(count, int(wide // _TILE)))
    return -(-count // -(-count // most))  # rows as even as they can be


def grid_height(wide: float, count: int, stages: int) -> float:
    """Points that a grid of small funnels needs in height."""
    return -(-count // columns_of(wide, count)) * (_HEAD + stages * _ROW + _GAP)


def funnels(canvas: Canvas, chart: Chart) -> None:
    """A grid of small funnels with one root scale: own counts and rates at every bar, the weak step in another colour and named."""
    across = columns_of(canvas.wide, len(chart.series))
    down = -(-len(chart.series) // across)
    names = [label(v) for v in chart.labels]
    top = max([*(long(v) for s in chart.series for v in s.values), 1.0])
    first, behind = max(map(width, names)) + 5, tr("weak")
    wide, high = canvas.wide / across, canvas.high / down
    for at, series in enumerate(chart.series):
        row, column = divmod(at, across)
        ends = [f"{_end(chart, series, k)} {behind}" if k == series.highlight else _end(chart, series, k) for k in range(len(names))]
        left, right = column * wide + first, canvas.wide - (column + 1) * wide + _GAP
        axes = canvas.axes(left, right, row * high + _HEAD, canvas.high - (row + 1) * high + _GAP)
        inner = max(72 * axes.bbox.width / canvas.figure.dpi, 1.0)
        axes.set_xlim(0, top / max(0.2, 1 - (max(map(width, ends)) + 6) / inner))
        axes.set_ylim(len(names) - 0.4, -0.6)
        colours = [canvas.palette.worse if k == series.highlight else canvas.palette.accent for k in range(len(names))]
        canvas.boxes(axes, ((0, k - 0.33, long(v), 0.66) for k, v in enumerate(series.values)), colours)
        canvas.note(axes, cut(label(series.label), int(wide // _SIGN)), (0, 1), ("data", "axes fraction"), (5 - first, 4), weight=600, size=LABEL,
                    colour=canvas.palette.text, gid="head")
        for k, text in enumerate(ends):
            marked = k == series.highlight
            canvas.note(axes, names[k], (0, k), "data", (-4, 0), ha="right", va="center", gid="place")
            canvas.note(axes, text, (long(series.values[k]), k), "data", (4, 0), va="center", colour=canvas.palette.worse if marked else canvas.palette.text)
            canvas.spot(axes, long(series.values[k]), k, f"{label(series.label)}, {names[k]}: {text}", key=series.key)
