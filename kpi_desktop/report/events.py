"""The events of the period: what the KPIs that rest on events bring beside their figure."""

from __future__ import annotations

from typing import Any

from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.result import Kpi
from kpi_desktop.model.report_setup import SECTIONS
from kpi_desktop.report.contents import ReportData
from kpi_desktop.report.drawn import Pictures
from kpi_desktop.report.tables import pictured


def of_events(kpi: Kpi) -> bool:
    """Whether a KPI cannot be told without events."""
    return all(any(need.table == "events" for need in group) for group in kpi.needs)


def page(data: ReportData, drawn: Pictures) -> dict[str, Any]:
    """The small tables of these KPIs, and what qualifies them."""
    blocks: list[dict[str, Any]] = []
    for state in (s for s in data.snapshot.kpis if of_events(s.kpi)):
        for grid in state.result.grids:
            blocks += pictured(grid, data.snapshot.currency, drawn) if grid.rows else []
        if not blocks:
            blocks.append({"kind": "note", "text": say(state.missing) if state.missing is not None else tr("No event lies in the period.")})
    return {"kind": "section", "heading": say(SECTIONS["events"]), "blocks": blocks}
