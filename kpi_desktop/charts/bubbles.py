"""Members placed by two figures, as large as a third: the cost across, the quality upward, both with their intervals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kpi_desktop.charts.canvas import Canvas, scale
from kpi_desktop.charts.letters import NOTE, cut, label, said, told, width
from kpi_desktop.i18n import percent, tr
from kpi_desktop.metrics.chart import Chart

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_GAP = 5.0  # points
_LEAST, _MOST = 3.5, 17.0  # points: radius of the smallest and the largest bubble
_FAR = 1.6  # how far beyond the values the scale follows an interval
_DEAREST = 3.0  # times the ceiling, or what the portfolio pays: what costs more stands at the edge


def bubbles(canvas: Canvas, chart: Chart) -> None:
    """A bubble per member with its intervals as a cross; the ceiling upright, the portfolio as a plus. Names stand where they have room."""
    palette = canvas.palette
    costs, wins, spend, whole = chart.series
    usual = max(chart.reference or 0.0, whole.values[0] or 0.0)
    right = _end([*(min(v or 0.0, _DEAREST * usual) for v in costs.values), usual], costs.high)
    top = min(1.0, _end([*(v or 0.0 for v in wins.values), whole.values[1] or 0.0], wins.high))
    across, up = scale(0, right), scale(0, top)
    names = {m: percent(m, 0 if top > 0.05 else 1) for m in up}
    axes = canvas.plane(right, top, 30, {m: told(m, chart) for m in across}, names, said(costs.label))
    canvas.note(axes, said(wins.label), (0, 1), "axes fraction", (-_GAP, 18), gid="axis")
    canvas.reference(axes, chart, upright=True)
    x, y = whole.values
    if x is not None and y is not None:
        axes.plot(x, y, marker="+", color=palette.text, markersize=11, markeredgewidth=1.6, zorder=4)
        canvas.spot(axes, x, y, f"{label(whole.label)}: {told(x, chart)}, {percent(y)}")
    _members(canvas, chart, axes)


def _end(values: list[float], highs: tuple[float | None, ...]) -> float:
    """The end of a scale: all values have room, intervals where they are not far longer."""
    most = max(values)
    return max(most * 1.12, min(_FAR * most, max((h or 0.0 for h in highs), default=0.0) * 1.05)) or 1.0


def _members(canvas: Canvas, chart: Chart, axes: Axes) -> None:
    costs, wins, spend, _ = chart.series
    largest = max((s or 0.0 for s in spend.values), default=0.0) or 1.0
    taken: list[tuple[float, float, float, float]] = []
    order = sorted(range(len(chart.labels)), key=lambda k: -(spend.values[k] or 0.0))
    places = {}
    for at in order:
        edge = axes.get_xlim()[1]  # type: ignore[attr-defined]
        x, y, colour = min(costs.values[at] or 0.0, edge), wins.values[at] or 0.0, canvas.palette.role(chart.roles[at])
        radius = max(_LEAST, _MOST * ((spend.values[at] or 0.0) / largest) ** 0.5)
        axes.plot((min(costs.low[at] or 0.0, edge), min(costs.high[at] or edge, edge)), (y, y), color=colour, linewidth=1, alpha=0.45, zorder=1)  # type: ignore[attr-defined]
        axes.plot((x, x), (wins.low[at] or 0.0, wins.high[at] or 0.0), color=colour, linewidth=1, alpha=0.45, zorder=1)  # type: ignore[attr-defined]
        axes.plot(x, y, marker=">" if x == edge else "o", clip_on=x != edge, markersize=2 * radius, color=colour, alpha=0.55, markeredgecolor=colour, zorder=2)  # type: ignore[attr-defined]
        here = axes.transData.transform((x, y)) * 72 / canvas.figure.dpi  # type: ignore[attr-defined]
        places[at] = (float(here[0]), float(here[1]), radius)
        taken.append((here[0] - radius * 0.6, here[1] - radius * 0.6, here[0] + radius * 0.6, here[1] + radius * 0.6))
        canvas.spot(axes, x, y, _words(chart, at))  # type: ignore[arg-type]
    for at in order:
        x, edge = costs.values[at] or 0.0, axes.get_xlim()[1]  # type: ignore[attr-defined]
        name = cut(label(chart.labels[at]))
        _name(canvas, axes, f"{name}, {told(x, chart)}" if x > edge else name, (min(x, edge), wins.values[at] or 0.0), places[at], taken)


def _words(chart: Chart, at: int) -> str:
    costs, wins, spend, _ = chart.series
    return tr("{name}: {cost} per SQL ({low} to {high}), {won} of SQLs won ({least} to {most}), spend {spend}. {verdict}", name=label(chart.labels[at]),
              cost=told(costs.values[at], chart), low=told(costs.low[at], chart), high=told(costs.high[at], chart), won=percent(wins.values[at]),
              least=percent(wins.low[at], 0), most=percent(wins.high[at], 0), spend=told(spend.values[at], chart), verdict=said(chart.notes[at]))


def _name(canvas: Canvas, axes: Axes, text: str, at: tuple[float, float], place: tuple[float, float, float],
          taken: list[tuple[float, float, float, float]]) -> None:
    """A member's name beside its bubble, where it meets no other and stays on the picture; nowhere where all is full (the pointer tells it)."""
    x, y, radius = place
    long, high = width(text), NOTE * 1.2
    for ha, va, dx, dy in (("left", "center", radius + 3, 0.0), ("right", "center", -radius - 3, 0.0), ("center", "bottom", 0.0, radius + 2),
                           ("center", "top", 0.0, -radius - 2)):
        left = x + dx - {"left": 0.0, "right": long, "center": long / 2}[ha]
        low = y + dy - {"center": high / 2, "bottom": 0.0, "top": high}[va]
        box = (left, low, left + long, low + high)
        if box[0] >= 0 and box[2] <= canvas.wide and not any(box[0] < t[2] and t[0] < box[2] and box[1] < t[3] and t[1] < box[3] for t in taken):
            canvas.note(axes, text, at, "data", (dx, dy), ha=ha, va=va, colour=canvas.palette.text, gid="place", zorder=5,
                        bbox={"boxstyle": "square,pad=0.05", "facecolor": canvas.palette.surface, "edgecolor": "none", "alpha": 0.75})
            taken.append(box)
            return
