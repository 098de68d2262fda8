"""Charts of how something is spread: columns per value, a cohort triangle, a cumulative curve."""

from __future__ import annotations

from kpi_desktop.charts.canvas import Canvas
from kpi_desktop.charts.letters import LABEL, NOTE, label, said, told, width
from kpi_desktop.i18n import percent, tr
from kpi_desktop.metrics.chart import Chart
from kpi_desktop.theme_colours import blended, readable

_SMALLEST = 0.7  # of the size of a note, that a figure in a cell may shrink to


def columns(canvas: Canvas, chart: Chart) -> None:
    """An upright bar per label with its value on top; `roles` may colour each, `highlight` is marked."""
    series, palette = chart.series[0], canvas.palette
    values = [v or 0.0 for v in series.values]
    axes = canvas.columns([label(v) for v in chart.labels], max(*values, 1.0) * 1.12, min(0.0, *values) * 1.12, chart)
    colours = [palette.role(r) for r in chart.roles] if chart.roles else palette.role(series.role)
    if chart.highlight is not None:
        strong = palette.role(series.role)
        colours = [strong if at == chart.highlight else blended(strong, palette.surface, 0.5) for at in range(len(values))]
    canvas.boxes(axes, ((at - 0.35, 0, 0.7, v) for at, v in enumerate(values)), colours)
    for at, value in enumerate(series.values):
        if value is None:
            continue
        if value:
            canvas.note(axes, told(value, chart), (at, max(value, 0)), "data", (0, 3), ha="center", colour=palette.text)
        canvas.spot(axes, at, value, f"{label(chart.labels[at])}: {told(value, chart)}{f' · {said(chart.notes[at])}' if chart.notes else ''}", "x")
    if chart.highlight is not None and chart.mark is not None:
        side = "left" if chart.highlight < len(values) / 4 else "right" if chart.highlight > len(values) * 3 / 4 else "center"
        canvas.note(axes, said(chart.mark), (chart.highlight, 1), ("data", "axes fraction"), (0, 4), ha=side, size=LABEL, weight=600, colour=palette.text,
                    gid="mark")


def heat(canvas: Canvas, chart: Chart) -> None:
    """A row per label and a column per series; the higher the darker, and every cell says its figure. A cell without a value stays blank."""
    from matplotlib.collections import PolyCollection

    palette, names = canvas.palette, canvas.names(chart)
    heads = [label(s.label) for s in chart.series]
    sizes = [said(n) for n in chart.notes] if chart.notes else []
    left = max(map(width, sizes), default=0.0) + (10 if sizes else 0)
    axes = canvas.rows([f"{n}" for n in names], head=14.0, right=4.0 + left)
    axes.set_xlim(-0.5, len(heads) - 0.5)
    known = [v for s in chart.series for v in s.values if v is not None]
    low, high = min(known, default=0.0), max(known, default=1.0)
    room = 72 * axes.bbox.width / canvas.figure.dpi / max(1, len(heads))
    step = max(1, -int(-(max(map(width, heads), default=1.0) + 4) // room))
    figures, small = _fitting(known, chart, room, 72 * axes.bbox.height / canvas.figure.dpi / max(1, len(names)))
    for at, head in enumerate(heads):
        if at % step == 0:
            canvas.note(axes, head, (at, 1), ("data", "axes fraction"), (0, 3), ha="center", gid="head")
    cells: list[list[tuple[float, float]]] = []
    grounds: list[str] = []
    for x, series in enumerate(chart.series):
        if chart.apart:
            own = [v for v in series.values if v is not None]
            low, high = min(own, default=0.0), max(own, default=1.0)
        for y, value in enumerate(series.values):
            if value is None:
                continue
            depth = (value - low) / (high - low) if high > low else 1.0
            ground = blended(palette.accent, palette.surface, 0.06 + 0.86 * depth)
            figure = figures[len(cells)]
            cells.append([(x - 0.5, y - 0.46), (x + 0.5, y - 0.46), (x + 0.5, y + 0.46), (x - 0.5, y + 0.46)])
            grounds.append(ground)
            if small >= _SMALLEST:
                canvas.note(axes, figure, (x, y), "data", ha="center", va="center", size=NOTE * small,
                            colour=readable(ground, palette.text, palette.surface))
            canvas.spot(axes, x, y, f"{label(chart.labels[y])}, {heads[x]}: {told(value, chart)}")
    axes.add_collection(PolyCollection(cells, facecolors=grounds, edgecolors=palette.surface, linewidths=1), autolim=False)  # one by one takes a second
    for y, size in enumerate(sizes):
        canvas.note(axes, size, (1, y), ("axes fraction", "data"), (8, 0), va="center", gid="size")


def _fitting(values: list[float], chart: Chart, room: float, high: float) -> tuple[list[str], float]:
    """The cells' figures and how much smaller than a note they have to be in cells of this size (points); where they are too wide shares go without
    their sign."""
    figures = [_figure(v, chart) for v in values]
    if max(map(width, figures), default=0.0) + 4 > room:
        figures = [f.rstrip("\u00a0%") for f in figures]
    return figures, min(1.0, high / (NOTE * 1.25), room / (max(map(width, figures), default=0.0) + 4))


def _figure(value: float, chart: Chart) -> str:
    return percent(value, 0) if chart.unit.value == "rate" else told(value, chart)


def curve(canvas: Canvas, chart: Chart) -> None:
    """What share of the total the first members bring: shares of the members from left to right, the cumulative share upward. `highlight`
    marks one point, which `mark` tells of."""
    series, palette = chart.series[0], canvas.palette
    values = [v or 0.0 for v in series.values]
    top, low = max(*values, 1.0) * 1.05, min(0.0, *values)
    n = len(values)
    axes = canvas.columns([percent(k / 10, 0) for k in range(0, 11, 2)], top, low, chart)
    axes.set_xlim(-0.5, 5.5)
    xs = [-0.0 + 5 * k / n for k in range(n + 1)]
    axes.plot((0, 5), (0, 1), color=palette.line, linewidth=1)
    axes.fill_between(xs, [0.0, *values], color=palette.accent, alpha=0.10, linewidth=0)
    axes.plot(xs, [0.0, *values], color=palette.accent, linewidth=1.8)
    if chart.highlight is not None and chart.mark is not None:
        at = chart.highlight
        axes.plot(xs[at + 1], values[at], marker="o", color=palette.accent, markersize=5)
        canvas.note(axes, said(chart.mark), (xs[at + 1], values[at]), "data", (8, -10), size=LABEL, weight=600, colour=palette.text)
    for at, value in enumerate(values):
        told_of = tr("{name}: the first {members} bring {share}", name=label(chart.labels[at]), members=percent((at + 1) / n), share=percent(value))
        canvas.spot(axes, xs[at + 1], value, told_of, "x")
