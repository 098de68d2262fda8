"""Where the data come from, what of them is missing, and what each figure means."""

from __future__ import annotations

from datetime import date
from typing import Any

from kpi_desktop import i18n
from kpi_desktop.i18n import say, tr
from kpi_desktop.model.report_setup import SECTIONS
from kpi_desktop.model.schema import BY_NAME
from kpi_desktop.model.selection import Grain, Period
from kpi_desktop.report.contents import ReportData
from kpi_desktop.report.drawn import Pictures
from kpi_desktop.report.tables import started, table

_MOST_GAPS = 6


def page(data: ReportData, drawn: Pictures) -> dict[str, Any]:
    blocks: list[dict[str, Any]] = [{"kind": "subheading", "text": tr("Rows held")}, _held(data)]
    blocks.append({"kind": "subheading", "text": tr("Where the data come from")})
    files = [[f.file, i18n.read_as(f.format), i18n.day(date.fromisoformat(f.at[:10])), i18n.number(f.read), i18n.number(f.kept_aside)] for f in data.imports]
    blocks.append(table([(tr("File"), False), (tr("Read as"), False), (tr("Imported"), False), (tr("Rows read"), True), (tr("Kept aside"), True)], files,
                         ["1fr", "auto", "auto", "auto", "auto"]))
    if data.kept:
        rows = [[file, field, say(reason), i18n.number(count)] for file, field, reason, count in data.kept]
        blocks += [{"kind": "subheading", "text": tr("Rows kept aside")},
                   table([(tr("File"), False), (tr("Field"), False), (tr("Why"), False), (tr("Rows"), True)], rows, ["auto", "auto", "1fr", "auto"])]
    left = [(s, o) for s in data.snapshot.kpis for o in s.result.left_out if len(o.rows.ids)]
    if left:
        blocks.append({"kind": "subheading", "text": tr("Rows that a figure could not take")})
        blocks.append(table([(tr("KPI"), False), (tr("Why"), False), (tr("Rows"), True)],
                             [[say(s.kpi.label), say(o.reason), i18n.number(len(o.rows.ids))] for s, o in left], ["1fr", "1fr", "auto"]))
    blocks.append({"kind": "subheading", "text": tr("Definitions")})
    blocks.append(table([(tr("KPI"), False), (tr("What it means"), False)], [[say(s.kpi.label), f"{say(s.kpi.help)} {started(say(s.kpi.formula))}."]
                                                                                        for s in data.snapshot.kpis], ["1fr", "2.6fr"]))
    return {"kind": "section", "heading": say(SECTIONS["notes"]), "blocks": blocks}


def _held(data: ReportData) -> dict[str, Any]:
    """Rows of each table, the months that they cover and those among them without any."""
    spans = {BY_NAME[c.table].label: c for c in data.coverage}
    rows = []
    for label, count in data.rows:
        c = spans.get(label)
        covered = f"{_month(c.months[0])} – {_month(c.months[-1])}" if c is not None and c.months else i18n.NONE
        rows.append([say(label), i18n.number(count), covered, _gaps(c.gaps) if c is not None else i18n.NONE])
    return table([(tr("Table"), False), (tr("Rows"), True), (tr("Covers"), False), (tr("Months without rows"), False)], rows, ["1fr", "auto", "auto", "1.4fr"])


def _month(day: date) -> str:
    return i18n.period(Period.of(Grain.MONTH, day), short=True)


def _gaps(months: tuple[date, ...]) -> str:
    """The first months that are missing; of more, how many."""
    shown = ", ".join(_month(m) for m in months[:_MOST_GAPS])
    more = len(months) - _MOST_GAPS
    return (tr("{months} and %n more", "", more, months=shown) if more > 0 else shown) or tr("none")
