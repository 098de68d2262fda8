"""Each KPI in detail."""

from __future__ import annotations

from typing import Any

from kpi_desktop import i18n
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics import pictures
from kpi_desktop.metrics.provenance import coverage
from kpi_desktop.model.report_setup import SECTIONS
from kpi_desktop.report.contents import ReportData
from kpi_desktop.report.drawn import LOW, Pictures
from kpi_desktop.report.events import of_events
from kpi_desktop.report.overview import change, headline
from kpi_desktop.report.tables import pictured


def page(data: ReportData, drawn: Pictures) -> dict[str, Any]:
    currency = data.snapshot.currency
    blocks: list[dict[str, Any]] = []
    for state in data.snapshot.kpis:
        kpi, r = state.kpi, state.result
        interval = "" if r.low is None or r.high is None or r.value is None else tr(
            "95 % interval {low} to {high}", low=i18n.figure(r.low, kpi.unit, currency), high=i18n.figure(r.high, kpi.unit, currency))
        marks = pictures.marks(data.notes, state.trend, kpi.id, data.snapshot.selection.filters)
        paced = [state.pace.how] if state.pace is not None and state.pace.how is not None else []
        told = [*(b.how for b in r.beside if b.how is not None), *r.warnings, *paced]
        beside = [[say(b.label), i18n.figure(b.value, b.unit, currency)] for b in r.beside if b.value is not None]
        blocks.append({"kind": "kpi", "heading": f"{kpi.number}. {say(kpi.label)}", "value": headline(state, currency), "change": change(state, currency),
                       "note": say(state.missing or r.note or ""), "interval": " · ".join(t for t in (interval, say(coverage(r) or "")) if t),
                       "formula": say(kpi.formula), "beside": beside,
                       "chart": drawn.put(pictures.trend(state, currency, data.snapshot.selection.period, marks), LOW),
                       "target": " · ".join(map(say, pictures.target(state, currency))),
                       "marks": [f"{m.number}  {i18n.day(m.note.day)}: {m.note.text}" for m in marks], "warnings": [say(w) for w in told]})
        for grid in r.grids:
            blocks += pictured(grid, currency, drawn) if grid.rows and not of_events(kpi) else []
    return {"kind": "section", "heading": say(SECTIONS["kpis"]), "blocks": blocks}
