"""The ten KPIs on one page, with trend and target."""

from __future__ import annotations

from typing import Any

from kpi_desktop import i18n
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics import pictures
from kpi_desktop.metrics.result import KpiState
from kpi_desktop.model.report_setup import SECTIONS
from kpi_desktop.report.contents import ReportData
from kpi_desktop.report.drawn import Pictures
from kpi_desktop.report.tables import table

_SHORT = 2  # what the overview tells of a target: what it is, and how much of it is there


def page(data: ReportData, drawn: Pictures) -> dict[str, Any]:
    currency, rows = data.snapshot.currency, []
    for state in data.snapshot.kpis:
        rows.append([str(state.kpi.number), say(state.kpi.label), headline(state, currency), change(state, currency), _spark(state, data, drawn) or i18n.NONE,
                     " · ".join(map(say, (*filter(None, (state.missing or state.result.note,)), *pictures.target(state, currency)[:_SHORT])))])
    columns = [("", True), (tr("KPI"), False), (tr("Value"), True), (tr("Change"), True), (tr("Trend"), False), (tr("What qualifies it"), False)]
    return {"kind": "section", "heading": say(SECTIONS["overview"]), "blocks": [table(columns, rows, ["auto", "1fr", "auto", "auto", "auto", "1.3fr"])]}


def _spark(state: KpiState, data: ReportData, drawn: Pictures) -> dict[str, str] | None:
    """The trend in a cell; the target stands in it where the points are as long as its period."""
    chart = pictures.trend(state, data.snapshot.currency, data.snapshot.selection.period)
    return None if chart is None else drawn.spark(chart.series[0].values, chart.target, chart.description)


def headline(state: KpiState, currency: str) -> str:
    """The figure; a range where only that is known."""
    r, unit = state.result, state.kpi.unit
    if r.value is None and r.low is not None and r.high is not None:
        return f"{i18n.figure(r.low, unit, currency)} – {i18n.figure(r.high, unit, currency)}"
    return tr("no data") if r.value is None else i18n.figure(r.value, unit, currency)


def change(state: KpiState, currency: str) -> str:
    """The change with its arrow, and whether it is better, worse or noise."""
    if state.change is None:
        return i18n.NONE
    arrow = "→" if state.change == 0 else "↑" if state.change > 0 else "↓"
    text = f"{arrow} {i18n.change(state.change, state.kpi.unit, currency)}"
    if not state.significant:
        return tr("{change}, within noise", change=text) if state.significant is False else text
    return tr("{change}, better", change=text) if (state.change > 0) == (state.kpi.better > 0) else tr("{change}, worse", change=text)
