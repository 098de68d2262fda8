"""The waterfall: from one figure step by step to another."""

from __future__ import annotations

import math

from kpi_desktop.charts.canvas import Canvas
from kpi_desktop.charts.letters import NOTE, broken, label, said, told, width
from kpi_desktop.metrics.chart import Chart

_LINE = 10.5  # points that a line of labels takes


def waterfall(canvas: Canvas, chart: Chart) -> None:
    """From the first bar step by step to the last. What a step does is said by its sign as well as by its colour."""
    palette, values = canvas.palette, [v or 0.0 for v in chart.series[0].values]
    last = len(values) - 1
    ends = [math.fsum(values[:k + 1]) for k in range(last)] + [values[last]]
    starts = [0.0, *ends[:last - 1], 0.0]
    foot = _foot(ends)
    room = 0.16 * (max(0.0, *ends) - min(foot, *ends)) or 1.0
    place = (canvas.wide - 8) / len(values)  # points
    words = [said(note) or told(value, chart) for note, value in zip(chart.notes, values, strict=True)]
    size = NOTE * min(1.0, max(0.7, 0.94 * place / max(map(width, words))))  # smaller where places are narrow
    names = [broken(label(v), place - NOTE / 2) for v in chart.labels]
    axes = canvas.axes(4, 4, 2, 4 + _LINE * max(n.count("\n") + 1 for n in names))
    axes.set_ylim(foot - room if foot else min(0.0, *ends) - room * (min(ends) < room), max(0.0, *ends) + room)
    axes.set_xlim(-0.5, last + 0.5)
    colours = [palette.role(role) for role in chart.roles]
    froms = [foot - room if foot and at in (0, last) else start for at, start in enumerate(starts)]
    for at, (start, end) in enumerate(zip(froms, ends, strict=True)):
        canvas.boxes(axes, [(at - 0.31, start, 0.62, end - start)], colours[at], edgecolor=colours[at], linewidth=1, zorder=2)  # an edge is seen at 0 too
    if foot:  # a bar whose foot is cut off says so
        for at in (0, last):
            axes.plot((at - 0.36, at + 0.36), (foot - room / 2 - room / 8, foot - room / 2 + room / 8), color=palette.surface, linewidth=3, zorder=3)
    axes.hlines(ends[:-1], [at + 0.31 for at in range(last)], [at + 0.69 for at in range(last)], color=palette.quiet, linewidth=0.8, zorder=1)
    for at, value in enumerate(values):
        down = value < 0
        top = min(starts[at], ends[at]) if down else max(starts[at], ends[at])
        canvas.note(axes, words[at], (at, top), "data", (0, -3 if down else 3), ha="center", va="top" if down else "bottom", size=size, colour=palette.text)
        canvas.note(axes, names[at], (at, 0), ("data", "axes fraction"), (0, -4), ha="center", va="top", gid="place")
        canvas.spot(axes, at, ends[at], f"{label(chart.labels[at])}: {words[at]}", "x")
    axes.axhline(foot - room if foot else 0.0, color=palette.line, linewidth=1, zorder=4)


def _foot(ends: list[float]) -> float:
    """Where the axis may begin: at 0, or just under the steps where they are so small beside the first and last bar that nobody would see them."""
    low, high = min(ends), max(ends)
    return low - (high - low) if low > 0 and 0 < high - low < 0.2 * high else 0.0
