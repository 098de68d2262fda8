"""The first page: what is looked at, and what stands where."""

from __future__ import annotations

from typing import Any

from kpi_desktop import i18n
from kpi_desktop.i18n import tr
from kpi_desktop.report.contents import ReportData
from kpi_desktop.report.drawn import Pictures


def page(data: ReportData, drawn: Pictures) -> dict[str, Any]:
    snapshot = data.snapshot
    period = i18n.period(snapshot.selection.period)
    if snapshot.so_far is not None:
        period = tr("{period}, which has not ended: {days}", period=period, days=snapshot.so_far)
    lines = [[tr("Period"), period],
             [tr("Compared with"), i18n.period(snapshot.compared) if snapshot.compared else tr("nothing")],
             [tr("Currency"), snapshot.currency],
             [tr("Data"), f"{i18n.day(data.span[0])} – {i18n.day(data.span[1])}" if data.span else i18n.NONE],
             [tr("Made on"), i18n.day(data.made)]]
    return {"kind": "title", "heading": data.title, "sub": tr("Marketing KPIs, funnel and plan"), "lines": lines}
