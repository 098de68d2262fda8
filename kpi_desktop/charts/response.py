"""How one figure answers to another: the curve with its band over the months that it was told from."""

from __future__ import annotations

from kpi_desktop.charts.canvas import Canvas, scale
from kpi_desktop.charts.letters import LABEL, drawable, label, said, told
from kpi_desktop.i18n import money, tr
from kpi_desktop.metrics.chart import Chart

_GAP = 5.0  # points


def response(canvas: Canvas, chart: Chart) -> None:
    """Three series: what money brings by the curve, what each month brought, and the money of both. A place of the curve has no month's value, a month
    none of the curve. `highlight` is the place of the curve where the budget stands."""
    curve, months, spent = chart.series
    palette, xs = canvas.palette, [v or 0.0 for v in spent.values]
    on = [at for at, v in enumerate(curve.values) if v is not None]
    seen = [at for at, v in enumerate(months.values) if v is not None]
    right = 1.05 * max(xs, default=1.0) or 1.0
    top = 1.12 * max([v or 0.0 for v in (*curve.values, *curve.high, *months.values)], default=1.0) or 1.0
    across, up = scale(0, right), scale(0, top, whole=True)
    axes = canvas.plane(right, top, 22, {m: _money(m, chart) for m in across}, {m: told(m, chart) for m in up}, said(spent.label))
    canvas.note(axes, said(curve.label), (0, 1), "axes fraction", (-_GAP, 10), gid="axis")
    canvas.note(axes, said(months.label), (1, 1), "axes fraction", (0, 10), ha="right", gid="axis")
    axes.plot([xs[k] for k in seen], [months.values[k] or 0.0 for k in seen], linestyle="none", marker="o", markersize=4.5,
              color=palette.quiet, alpha=0.6, zorder=2)
    line = [xs[k] for k in on]
    axes.fill_between(line, [curve.low[k] or 0.0 for k in on], [curve.high[k] or 0.0 for k in on], color=palette.accent, alpha=0.14, linewidth=0)
    axes.plot(line, [curve.values[k] or 0.0 for k in on], color=palette.accent, linewidth=1.8, zorder=3)
    if chart.highlight is not None and (here := curve.values[chart.highlight]) is not None:
        axes.plot(xs[chart.highlight], here, marker="o", markersize=6, color=palette.accent, zorder=4)
        canvas.note(axes, told(round(here), chart), (xs[chart.highlight], here), "data", (0, 9), ha="center", size=LABEL, weight=600, colour=palette.text)
    for k in (*on, *seen):
        value = curve.values[k] if k in on else months.values[k]
        canvas.spot(axes, xs[k], value or 0.0, tr("{what}: {sqls} SQLs for {amount}", what=label(chart.labels[k]), sqls=told(round(value or 0.0), chart),
                                                  amount=_money(xs[k], chart)))


def _money(value: float, chart: Chart) -> str:
    return drawable(money(value, chart.currency, compact=True))
