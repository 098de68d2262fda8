"""Where the data come from, what of them is missing, and what each figure means."""

from __future__ import annotations

from datetime import date
from typing import Any

from kpi_desktop import i18n
from kpi_desktop.i18n import say, tr
from kpi_desktop.report.contents import ReportData
from kpi_desktop.report.drawn import Pictures
from kpi_desktop.report.tables import table


def page(data: ReportData, drawn: Pictures) -> dict[str, Any]:
    blocks: list[dict[str, Any]] = [{"kind": "subheading", "text": tr("Rows held")}]
    blocks.append(table([(tr("Table"), False), (tr("Rows"), True)], [[say(t), i18n.number(n)] for t, n in data.rows], ["1fr", "auto"]))
    blocks.append({"kind": "subheading", "text": tr("Where the data come from")})
    files = [[f.file, i18n.read_as(f.format), i18n.day(date.fromisoformat(f.at[:10])), i18n.number(f.read), i18n.number(f.kept_aside)] for f in data.imports]
    blocks.append(table([(tr("File"), False), (tr("Read as"), False), (tr("Imported"), False), (tr("Rows read"), True), (tr("Kept aside"), True)], files,
                         ["1fr", "auto", "auto", "auto", "auto"]))
    left = [(s, o) for s in data.snapshot.kpis for o in s.result.left_out if len(o.rows.ids)]
    if left:
        blocks.append({"kind": "subheading", "text": tr("Rows that a figure could not take")})
        blocks.append(table([(tr("KPI"), False), (tr("Why"), False), (tr("Rows"), True)],
                             [[say(s.kpi.label), say(o.reason), i18n.number(len(o.rows.ids))] for s, o in left], ["1fr", "1fr", "auto"]))
    blocks.append({"kind": "subheading", "text": tr("Definitions")})
    blocks.append(table([(tr("KPI"), False), (tr("What it means"), False)], [[say(s.kpi.label), f"{say(s.kpi.help)} {say(s.kpi.formula)}."]
                                                                                        for s in data.snapshot.kpis], ["1fr", "2.6fr"]))
    return {"kind": "section", "heading": tr("Data notes"), "blocks": blocks}
