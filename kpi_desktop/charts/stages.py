"""The funnel: stages as bars of equal height."""

from __future__ import annotations

from kpi_desktop.charts.canvas import Canvas
from kpi_desktop.charts.letters import LABEL, label, said, told, width
from kpi_desktop.metrics.chart import Chart


def funnel(canvas: Canvas, chart: Chart) -> None:
    """Visitors dwarf what follows, so lengths are drawn on a root scale, and every count is written."""
    palette, by_role = canvas.palette, {s.role: s for s in chart.series}
    counts = by_role["accent"].values
    names = [label(v) for v in chart.labels]
    axes = canvas.rows(names)
    for role, values in ((s.role, s.values) for s in chart.series):
        for at, value in enumerate(values):
            if value is not None and role == "quiet":
                canvas.boxes(axes, [(0, at - 0.25, long(value), 0.5)], palette.soft, edgecolor=palette.accent, hatch="////", linewidth=0.6)
    colours = [palette.worse if at == chart.highlight else palette.accent for at in range(len(counts))]
    canvas.boxes(axes, ((0, at - 0.25, long(v), 0.5) for at, v in enumerate(counts)), colours)
    for at, value in enumerate(by_role["comparison"].values if "comparison" in by_role else ()):
        if value is not None:
            axes.plot((long(value),) * 2, (at - 0.32, at + 0.32), color=palette.text, linewidth=1.6)
    words = []
    for at, value in enumerate(counts):
        end = max(long(s.values[at]) for s in chart.series)
        note = said(chart.notes[at]) if chart.notes else ""
        mark = f"  {said(chart.mark)}" if at == chart.highlight and chart.mark is not None else ""
        words.append(f"{told(value, chart)}{mark}")
        canvas.note(axes, words[at], (end, at), "data", (7, 0), va="center", weight=600, size=LABEL, colour=palette.worse if mark else palette.text)
        if note:
            canvas.note(axes, note, (0, at - 0.5), "data", (6, 0), va="center")
        canvas.spot(axes, long(value), at, f"{names[at]}: {words[at]}{f' · {note}' if note else ''}", "y")
    top = max([*(long(v) for s in chart.series for v in s.values), 1.0])
    room = max(0.3, 1 - (max(width(w, LABEL, 600) for w in words) + 12) * canvas.figure.dpi / 72 / max(axes.bbox.width, 1))
    axes.set_xlim(0, top / room)


def long(value: float | None) -> float:
    """The length of a bar on the root scale."""
    return max(value or 0.0, 0.0) ** 0.5
