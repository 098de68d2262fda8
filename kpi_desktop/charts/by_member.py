"""Charts of members side by side: bars, and practices against a ceiling."""

from __future__ import annotations

from kpi_desktop.charts.canvas import Canvas
from kpi_desktop.charts.letters import label, said, told, width
from kpi_desktop.metrics.chart import Chart

_TALLEST = 40.0
"""Points that a bar with its gap takes at the most."""


def bars(canvas: Canvas, chart: Chart) -> None:
    """A bar per member with its value and its interval; a note (a small sample) stands after the value."""
    series, palette = chart.series[0], canvas.palette
    values = [v or 0.0 for v in series.values]
    names = canvas.names(chart)
    axes = canvas.rows(names)
    axes.set_ylim(max(len(names), canvas.high / _TALLEST) - 0.4, -0.6)  # a few bars stand on top, no thicker than many
    canvas.boxes(axes, ((0, at - 0.29, v, 0.58) for at, v in enumerate(values)), palette.role(series.role))
    starts, ends, most = list(values), list(values), 5 * max(map(abs, values))
    known = [(at, low, high) for at, (low, high) in enumerate(zip(series.low, series.high, strict=True))
             if low is not None and high is not None and -most < low and high < most]
    for at, low, high in known:
        starts[at], ends[at] = min(starts[at], low), max(ends[at], high)
    if known:
        places, lows, highs = zip(*known, strict=True)
        axes.hlines(places, lows, highs, color=palette.quiet, linewidth=1.2, zorder=2)
    texts = [told(v, chart) for v in series.values]
    texts = [f"{text} · {said(note)}" if note else text for text, note in zip(texts, chart.notes or [""] * len(texts), strict=True)]
    for at, text in enumerate(texts):
        canvas.note(axes, text, (max(ends[at], 0), at), "data", (5, 0), va="center", colour=palette.text)
        if series.values[at] is not None:
            canvas.spot(axes, values[at], at, f"{label(chart.labels[at])}: {text}", "y")
    room = max(0.3, 1 - (max(map(width, texts)) + 10) * canvas.figure.dpi / 72 / max(axes.bbox.width, 1))  # of the width, for the bars
    first, last = min(0.0, *starts) * 1.1, max(*ends, 0.0) or 1.0
    axes.set_xlim(first, first + (last - first) / room)
    if min(starts) < 0:
        axes.axvline(0, color=palette.line, linewidth=1)


def practices(canvas: Canvas, chart: Chart) -> None:
    """A dot with its interval per practice, against the ceiling; what is said of it stands at the right."""
    series, palette = chart.series[0], canvas.palette
    finite = [v for group in (series.values, (chart.reference,)) for v in group if v is not None] + [v for v in series.low if v is not None]
    top = max(finite) * 1.5 or 1.0
    names = canvas.names(chart)
    words = [f"{told(v, chart)} · {said(note)}" if v is not None else said(note) for v, note in zip(series.values, chart.notes, strict=True)]
    axes = canvas.rows(names, right=max(map(width, words)) + 14, head=14.0)
    axes.set_xlim(0, top)
    axes.hlines(range(len(names)), 0, top, color=palette.line, linewidth=0.6, zorder=0)
    colours = [palette.role(role) for role in chart.roles]
    ends = [min(high, top) if high is not None else top for high in series.high]
    axes.hlines(range(len(names)), [low or 0.0 for low in series.low], ends, color=colours, linewidth=1.6, alpha=0.7, zorder=2)
    open_ended = [at for at, end in enumerate(ends) if end == top]
    if open_ended:
        axes.scatter([top] * len(open_ended), open_ended, 16, [colours[at] for at in open_ended], marker=">", clip_on=False, zorder=2)
    dots = [(v, at) for at, v in enumerate(series.values) if v is not None]
    if dots:
        axes.scatter([v for v, _ in dots], [at for _, at in dots], 36, [colours[at] for _, at in dots], zorder=3)
    for at, (value, end, colour) in enumerate(zip(series.values, ends, colours, strict=True)):
        canvas.note(axes, words[at], (1, at), ("axes fraction", "data"), (8, 0), va="center", colour=colour)
        canvas.spot(axes, value if value is not None else end, at, f"{label(chart.labels[at])}: {words[at]}", "y")
    canvas.reference(axes, chart, upright=True)
