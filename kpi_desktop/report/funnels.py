"""The funnel in both readings."""

from __future__ import annotations

from typing import Any

from kpi_desktop import i18n
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics import pictures
from kpi_desktop.metrics.stages import Funnel
from kpi_desktop.model.report_setup import SECTIONS
from kpi_desktop.model.schema import called
from kpi_desktop.report.contents import ReportData
from kpi_desktop.report.drawn import TALL, Pictures
from kpi_desktop.report.tables import table


def page(data: ReportData, drawn: Pictures) -> dict[str, Any]:
    blocks: list[dict[str, Any]] = []
    if not any(s.count for funnel, _ in data.funnels for s in funnel.stages):
        blocks.append({"kind": "note", "text": tr("There is no data in the period.")})
        return {"kind": "section", "heading": say(SECTIONS["funnel"]), "blocks": blocks}
    for funnel, compared in data.funnels:
        chart = pictures.funnel(funnel, compared)
        blocks += [{"kind": "subheading", "text": say(chart.title)}, {"kind": "chart", **(drawn.put(chart, TALL) or {})},
                   {"kind": "note", "text": say(chart.description)}]
        blocks.append(_stages(funnel))
        if funnel.members:
            columns = [(say(pictures.NOT_GIVEN) if funnel.by is None else tr("Channel"), False), *((say(s.label), True) for s in funnel.stages)]
            rows = [[say(called(m.member, funnel.by or "")), *(i18n.number(s.count) for s in m.stages)] for m in funnel.members[:20]]
            blocks.append(table(columns, rows, ["1fr", *["auto"] * len(funnel.stages)]))
        blocks += [{"kind": "note", "text": say(w)} for w in funnel.warnings]
    return {"kind": "section", "heading": say(SECTIONS["funnel"]), "blocks": blocks}


def _stages(funnel: Funnel) -> dict[str, Any]:
    columns = [(tr("Stage"), False), (tr("Count"), True), (tr("From the stage before"), True), (tr("95 % interval"), True), (tr("Expected at maturity"), True),
               (tr("Median days"), True), (tr("80 % range of days"), True)]
    rows = []
    for s in funnel.stages:
        interval = f"{i18n.percent(s.rate_low)} – {i18n.percent(s.rate_high)}" if s.rate_low is not None else i18n.NONE
        days = f"{i18n.number(s.days_low, 0)} – {i18n.number(s.days_high, 0)}" if s.days_low is not None and s.days_high is not None else i18n.NONE
        rate = i18n.percent(s.rate_from_previous) + (f" ({tr('still maturing')})" if s.maturing else "")
        rows.append([say(s.label), i18n.number(s.count), rate, interval, i18n.percent(s.expected_rate), i18n.number(s.median_days), days])
    return table(columns, rows, ["1fr", *["auto"] * 6])
