"""Charts over time: a figure's last periods with its interval, target and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kpi_desktop.charts.canvas import Canvas, reach
from kpi_desktop.charts.letters import LABEL, NOTE, label, said, told
from kpi_desktop.i18n import day, tr
from kpi_desktop.metrics.chart import Chart
from kpi_desktop.model.problem import Text

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_NAN = float("nan")
_STEEP, _ROOM = 8.0, 18.0  # points that a line falls to its last point, and that a value below it takes


def trend(canvas: Canvas, chart: Chart) -> None:
    """A line with its band; the last value is written. A period that has not ended is a hollow point at the end of a dashed way."""
    series, palette = chart.series[0], canvas.palette
    labels = [label(v) for v in chart.labels]
    bottom, top = reach([*series.values, *series.low, *series.high, chart.reference, chart.target])
    axes = canvas.columns(labels, top, bottom, chart)
    colour, places = palette.role(series.role), list(range(len(labels)))
    values = [_NAN if v is None else v for v in series.values]
    if any(v is not None for v in series.low):
        pairs = [(_NAN, _NAN) if a is None or b is None else (a, b) for a, b in zip(series.low, series.high, strict=True)]
        axes.fill_between(places, [a for a, _ in pairs], [b for _, b in pairs], color=colour, alpha=0.14, linewidth=0)
    last = max((i for i, v in enumerate(series.values) if v is not None), default=None)
    whole = len(places) if last is None or not chart.unfinished else last
    axes.plot(places[:whole], values[:whole], color=colour, linewidth=1.8, marker="o", markersize=3.5, zorder=3)
    if last is not None:
        if chart.unfinished:
            axes.plot(places[max(0, last - 1):last + 1], values[max(0, last - 1):last + 1], color=colour, linewidth=1.4, linestyle=(0, (2, 2)), zorder=2)
            axes.plot(last, values[last], color=colour, marker="o", markersize=5, markerfacecolor=palette.surface, zorder=3)
        below = _from_above(canvas, axes, chart, last)
        canvas.note(axes, told(series.values[last], chart), (last, values[last]), "data", (0, -7 if below else 7), va="top" if below else "baseline",
                    ha="center" if last < len(values) - 1 else "right", size=LABEL, weight=600, colour=palette.text)
    canvas.reference(axes, chart)
    _target(canvas, axes, chart)
    _flags(canvas, axes, chart)
    _tell(canvas, axes, chart, labels)


def _from_above(canvas: Canvas, axes: Axes, chart: Chart, last: int) -> bool:
    """Whether the last value is better written below its point: the line, or a line to compare with, runs where it would stand above."""
    values, (bottom, top) = chart.series[0].values, axes.get_ylim()
    point = (top - bottom) * canvas.figure.dpi / 72 / axes.bbox.height  # of the data, that one point is high
    value, before = values[last] or 0.0, values[last - 1] if last else None
    lines = [v for v in (chart.reference, chart.target) if v is not None]
    over, under = ([v for v in lines if low <= (v - value) / point <= high] for low, high in ((3, 20), (-20, -3)))
    falls = before is not None and before > value
    return value - bottom > 20 * point and (falls and not under or bool(over) and (not under and (before is None or before >= value)))


def _tell(canvas: Canvas, axes: Axes, chart: Chart, labels: list[str]) -> None:
    """What each point tells: its value, its interval, and what happened then."""
    series = chart.series[0]
    for at, value in enumerate(series.values):
        notes = [f"{m.number}  {day(m.note.day)}: {m.note.text}" for m in chart.marks if m.at == at]
        if value is None and not notes:
            continue
        low, high = (s[at] if s else None for s in (series.low, series.high))
        between = tr("{value} ({low} to {high})", value=told(value, chart), low=told(low, chart), high=told(high, chart))
        words = f"{labels[at]}: {told(value, chart) if low is None or high is None else between}"
        canvas.spot(axes, at, value if value is not None else axes.get_ylim()[1], "\n".join([words, *notes]), "x")


def _target(canvas: Canvas, axes: Axes, chart: Chart) -> None:
    if chart.target is None:
        return
    axes.axhline(chart.target, color=canvas.palette.accent, linewidth=1, linestyle=(0, (5, 3)), zorder=1)
    above = chart.reference is None or chart.reference < chart.target  # the two lines may lie close: each is told on its own side
    canvas.note(axes, said(Text("target {value}", value=told(chart.target, chart))), (0, chart.target), ("axes fraction", "data"), (0, 3 if above else -10),
                colour=canvas.palette.accent, gid="target")


def _flags(canvas: Canvas, axes: Axes, chart: Chart) -> None:
    """Small numbered flags on top, where something happened; those of one place stand as one."""
    places: dict[int, list[int]] = {}
    for mark in chart.marks:
        places.setdefault(mark.at, []).append(mark.number)
    for at, numbers in places.items():
        axes.axvline(at, color=canvas.palette.comparison, linewidth=0.8, linestyle=(0, (1, 2)), zorder=0)
        words = str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"
        canvas.note(axes, words, (at, 1), ("data", "axes fraction"), ha="center", va="center", size=NOTE - 0.75, colour=canvas.palette.surface, weight=600,
                    bbox={"boxstyle": "round,pad=0.28", "facecolor": canvas.palette.quiet, "edgecolor": "none"}, zorder=5)
