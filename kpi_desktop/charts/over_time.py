"""Charts over time: a figure's last periods with its interval."""

from __future__ import annotations

from kpi_desktop.charts.canvas import Canvas, reach
from kpi_desktop.charts.letters import LABEL, label, told
from kpi_desktop.i18n import tr
from kpi_desktop.metrics.result import Chart


def trend(canvas: Canvas, chart: Chart) -> None:
    """A line with its band; the last value is written."""
    series, palette = chart.series[0], canvas.palette
    labels = [label(v) for v in chart.labels]
    bottom, top = reach([*series.values, *series.low, *series.high, chart.reference])
    axes = canvas.columns(labels, top, bottom, chart)
    colour, nan = palette.role(series.role), float("nan")
    places = list(range(len(labels)))
    values = [nan if v is None else v for v in series.values]
    if any(v is not None for v in series.low):
        pairs = [(nan, nan) if a is None or b is None else (a, b) for a, b in zip(series.low, series.high, strict=True)]
        axes.fill_between(places, [a for a, _ in pairs], [b for _, b in pairs], color=colour, alpha=0.14, linewidth=0)
    axes.plot(places, values, color=colour, linewidth=1.8, marker="o", markersize=3.5, zorder=3)
    canvas.reference(axes, chart)
    last = max((i for i, v in enumerate(series.values) if v is not None), default=None)
    if last is not None:
        canvas.note(axes, told(series.values[last], chart), (last, values[last]), "data", (0, 7), ha="center" if last < len(values) - 1 else "right",
                    size=LABEL, weight=600, colour=palette.text)
    for at, value in enumerate(series.values):
        if value is not None:
            low, high = (s[at] if s else None for s in (series.low, series.high))
            between = tr("{value} ({low} to {high})", value=told(value, chart), low=told(low, chart), high=told(high, chart))
            canvas.spot(axes, at, value, f"{labels[at]}: {told(value, chart) if low is None or high is None else between}", "x")
