"""The plan in force: its budget, what that should bring, and who does what until when."""

from __future__ import annotations

from typing import Any

from kpi_desktop import i18n
from kpi_desktop.i18n import say, tr
from kpi_desktop.model.plans import Plan, Range
from kpi_desktop.model.problem import Text
from kpi_desktop.model.report_setup import SECTIONS
from kpi_desktop.model.schema import called
from kpi_desktop.model.selection import Period
from kpi_desktop.planning.practices import DIMENSIONS
from kpi_desktop.report.contents import ReportData
from kpi_desktop.report.drawn import Pictures
from kpi_desktop.report.tables import table

STATES: dict[str, Text] = {"open": Text("open"), "doing": Text("in progress"), "done": Text("done"), "dropped": Text("dropped")}


def page(data: ReportData, drawn: Pictures) -> dict[str, Any] | None:
    """Budget and actions; None where there is no plan."""
    plan, currency = data.plan, data.snapshot.currency
    if plan is None:
        return None
    state = tr("approved on {day}", day=plan.approved) if plan.approved is not None else tr("draft")
    said = tr("{name}, {period}, version {version}: {state}.", name=plan.name, period=Period.parse(plan.period), version=plan.version, state=state)
    blocks: list[dict[str, Any]] = [{"kind": "note", "text": said}]
    blocks += [{"kind": "note", "text": plan.note}] if plan.note else []
    blocks += [{"kind": "subheading", "text": tr("Budget")}, _budget(plan, currency)]
    if plan.actions:
        rows = [[a.text, a.owner or i18n.NONE, i18n.day(a.due) if a.due is not None else i18n.NONE, say(STATES[a.state])] for a in plan.actions]
        heads = [(h, False) for h in (tr("What"), tr("Who"), tr("Until"), tr("State"))]
        blocks += [{"kind": "subheading", "text": tr("Actions")}, table(heads, rows, ["1fr", "auto", "auto", "auto"])]
    return {"kind": "section", "heading": say(SECTIONS["plan"]), "blocks": blocks}


def _budget(plan: Plan, currency: str) -> dict[str, Any]:
    """A line per practice with the 80 % range of what it should bring, and the total."""
    amounts: dict[str, float] = {}
    for b in plan.budget:
        amounts[b.practice] = amounts.get(b.practice, 0.0) + b.amount
    brings = {e.practice: e for e in plan.expected}
    rows = []
    for name, amount in (*amounts.items(), ("", sum(amounts.values()))):
        e = brings.get(name)
        shown = say(called(name, DIMENSIONS[plan.kind])) if name else tr("Total")
        rows.append([shown, i18n.money(amount, currency, decimals=0), *((_counted(e.sqls), _counted(e.won), _paid(e.gross_profit, currency)) if e is not None
                                                                        else (i18n.NONE,) * 3)])
    heads = [(tr("Practice"), False), *((h, True) for h in (tr("Budget"), tr("SQLs"), tr("Won"), tr("Gross profit")))]
    return {**table(heads, rows, ["1fr", *["auto"] * 4]), "title": tr("Expected, with the range that holds 80 times of 100")}


def _counted(r: Range) -> str:
    return f"{i18n.number(r.value, 0)} ({i18n.number(r.low, 0)} – {i18n.number(r.high, 0)})"


def _paid(r: Range | None, currency: str) -> str:
    if r is None:
        return i18n.NONE
    return f"{i18n.money(r.value, currency, compact=True)} ({i18n.money(r.low, currency, compact=True)} – {i18n.money(r.high, currency, compact=True)})"
