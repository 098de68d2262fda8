"""Practices with their verdicts, and why."""

from __future__ import annotations

from typing import Any

from kpi_desktop import i18n
from kpi_desktop.i18n import say, tr
from kpi_desktop.model.report_setup import SECTIONS
from kpi_desktop.planning.pictures import practices
from kpi_desktop.planning.practices import KINDS, VERDICTS, Practice, practice_name
from kpi_desktop.report.contents import ReportData
from kpi_desktop.report.drawn import Pictures
from kpi_desktop.report.tables import started, table


def page(data: ReportData, drawn: Pictures) -> dict[str, Any]:
    blocks: list[dict[str, Any]] = []
    money = data.snapshot.currency
    for review in data.reviews:
        if not review.practices:
            continue
        blocks.append({"kind": "subheading", "text": say(KINDS[review.kind])})
        chart = drawn.put(practices(review, money), max(1.2, 0.26 * min(len(review.practices), 14) + 0.5))
        if chart is not None:
            blocks += [{"kind": "chart", **chart}, {"kind": "note", "text": chart["finding"]}]
        columns = [(tr("Practice"), False), (tr("Spend"), True), (tr("Leads"), True), (tr("MQLs"), True), (tr("SQLs"), True), (tr("Won"), True),
                   (tr("Revenue"), True), (tr("Cost per SQL"), True), (tr("ROMI"), True)]
        names = [say(practice_name(p.name, review.kind)) for p in review.practices]
        rows = [[name, i18n.money(p.spend, money), i18n.number(p.leads), i18n.number(p.mqls), i18n.number(p.sqls), i18n.number(p.won),
                 i18n.money(p.revenue, money), i18n.money(p.cost_per_sql, money), i18n.number(p.romi, 2)]
                for name, p in zip(names, review.practices, strict=True)]
        blocks.append(table(columns, rows, ["1fr", *["auto"] * 8]))
        blocks += [{"kind": "verdict", "name": name, "verdict": p.verdict, "label": say(VERDICTS[p.verdict]), "lines": _why(p)}
                   for name, p in zip(names, review.practices, strict=True)]
        blocks += [{"kind": "note", "text": say(w)} for w in review.warnings]
    if not blocks:
        blocks.append({"kind": "note", "text": tr("Nothing can be judged: no lead of the period names a channel, a campaign or an event.")})
    if data.reviews:
        blocks.append({"kind": "subheading", "text": tr("The rules, the first that holds decides")})
        blocks += [{"kind": "note", "text": say(rule.text)} for rule in data.reviews[0].rules]
    return {"kind": "section", "heading": say(SECTIONS["practices"]), "blocks": blocks}


def _why(p: Practice) -> list[str]:
    lines = []
    if p.own is not None:
        lines.append(tr("Your verdict; computed was: {verdict}.", verdict=VERDICTS[p.computed_verdict]))
        lines += [tr("Your note: {note}", note=p.own.note)] if p.own.note else []
    lines += [started(say(t)) for t in (p.reason, p.weak_step, p.flip) if t is not None]
    if p.robust is not None:
        lines.append(tr("The same verdict under {share} of the settings for shared cost and lag.", share=i18n.percent(p.robust, 0)))
    return lines
