"""The pages of a plan as a PDF: what it costs and should bring, goals, months, verdicts, hypotheses, actions, and how it stands."""

from __future__ import annotations

from typing import Any

from kpi_desktop import i18n
from kpi_desktop.app.plan import STANDINGS, STATES, FactShown, GoalRow, amount_of, goal_name, total_of
from kpi_desktop.i18n import say, tr
from kpi_desktop.model.plans import Expected, Hypothesis, Plan, Range
from kpi_desktop.model.schema import called
from kpi_desktop.model.selection import Period
from kpi_desktop.planning.basis import told
from kpi_desktop.planning.practices import DIMENSIONS, VERDICTS
from kpi_desktop.planning.tested import METRICS

_HALF = 6
"""Months that stand side by side."""


def sections(plan: Plan, goals: tuple[GoalRow, ...], hypotheses: tuple[Hypothesis, ...], fact: FactShown, currency: str) -> list[dict[str, Any]]:
    """What the report's template lays out."""
    made = [_title(plan, currency), _section(tr("Goals and what the budget should bring"), [_goals(goals, currency), _brings(plan, currency)]),
            _section(tr("Budget"), _budget(plan, currency))]
    if plan.basis is not None:
        rows = [[say(what), i18n.shown(value)] for what, value in told(plan.basis, plan.kind, currency)]
        heads = [(tr("What was assumed"), False), (tr("With what"), False)]
        made[-1]["blocks"] += [{"kind": "subheading", "text": tr("What it rests on")}, _table(heads, rows)]
    rest = [*_verdicts(plan), *_hypotheses(hypotheses, currency)]
    if plan.actions:
        rest = [{"kind": "subheading", "text": tr("Actions")}, _actions(plan), {"kind": "subheading", "text": tr("Verdicts")}, *rest]
    if rest:
        made.append(_section(tr("Actions, verdicts and hypotheses"), rest))
    if fact.goals or fact.practices:
        made.append(_section(tr("Plan against fact"), _fact(plan, fact, currency)))
    return made


def _section(heading: str, blocks: list[dict[str, Any]]) -> dict[str, Any]:
    return {"kind": "section", "heading": heading, "blocks": blocks}


def _title(plan: Plan, currency: str) -> dict[str, Any]:
    state = tr("approved on {day}", day=plan.approved) if plan.approved is not None else tr("draft")
    lines = [[tr("Period"), i18n.period(Period.parse(plan.period))], [tr("Version"), f"{plan.version}, {state}"],
             [tr("Budget"), i18n.money(amount_of(plan), currency, decimals=0)]]
    total = total_of(plan)
    if total is not None:
        lines.append([tr("SQLs"), _ranged(total.sqls, _count)])
        if total.gross_profit is not None:
            lines.append([tr("Gross profit"), _ranged(total.gross_profit, lambda v: i18n.money(v, currency, decimals=0))])
    lines += [[tr("Note"), plan.note]] if plan.note else []
    return {"kind": "title", "heading": plan.name, "sub": tr("Marketing plan"), "lines": lines}


def _table(columns: list[tuple[str, bool]], rows: list[list[str]], title: str = "") -> dict[str, Any]:
    return {"kind": "table", "head": [c for c, _ in columns], "right": [r for _, r in columns], "rows": rows, "title": title,
            "widths": ["1fr", *["auto"] * (len(columns) - 1)]}


def _goals(goals: tuple[GoalRow, ...], currency: str) -> dict[str, Any]:
    return _table([(tr("KPI"), False), (tr("Last 12 months"), True), (tr("Goal"), True)],
                  [[goal_name(g), i18n.figure(g.before, g.unit, currency), i18n.figure(g.goal, g.unit, currency)] for g in goals if g.goal is not None])


def _budget(plan: Plan, currency: str) -> list[dict[str, Any]]:
    """Half a year side by side, so that a year stands on one upright page."""
    months = sorted({b.month for b in plan.budget})
    names = list(dict.fromkeys(b.practice for b in plan.budget))
    held = {(b.practice, b.month): b.amount for b in plan.budget}
    out = []
    for start in range(0, len(months), _HALF):
        part = months[start:start + _HALF]
        rows = [[_called(plan, n), *(i18n.number(held.get((n, m), 0.0), 0) for m in part)] for n in names]
        rows.append([tr("Total"), *(i18n.number(sum(held.get((n, m), 0.0) for n in names), 0) for m in part)])
        out.append(_table([(f"{tr('Practice')}, {currency}", False), *((i18n.period(Period.parse(m), short=True), True) for m in part)], rows))
    rows = [[_called(plan, n), i18n.money(amount_of(plan, n), currency, decimals=0)] for n in names]
    out.append(_table([(tr("Practice"), False), (tr("In all"), True)], [*rows, [tr("Total"), i18n.money(amount_of(plan), currency, decimals=0)]]))
    return out


def _brings(plan: Plan, currency: str) -> dict[str, Any]:
    heads = [(tr("Practice"), False), *((h, True) for h in (tr("Leads"), tr("SQLs"), tr("Won"), tr("Revenue"), tr("Gross profit")))]
    return _table(heads, [_bring(plan, e, currency) for e in plan.expected], tr("Expected, with the range that holds 80 times of 100"))


def _bring(plan: Plan, e: Expected, currency: str) -> list[str]:
    def money(v: float) -> str:
        return i18n.money(v, currency, compact=True)

    return [_called(plan, e.practice) if e.practice else tr("Total"), *(_ranged(r, _count) for r in (e.leads, e.sqls, e.won)),
            *(_ranged(r, money) for r in (e.revenue, e.gross_profit))]


def _verdicts(plan: Plan) -> list[dict[str, Any]]:
    return [{"kind": "verdict", "name": _called(plan, v.practice), "verdict": v.verdict, "label": say(VERDICTS[v.verdict]), "lines": [v.note] if v.note else []}
            for v in plan.said]


def _hypotheses(hypotheses: tuple[Hypothesis, ...], currency: str) -> list[dict[str, Any]]:
    blocks: list[dict[str, Any]] = [{"kind": "subheading", "text": tr("Hypotheses")}] if hypotheses else []
    for h in hypotheses:
        said = tr("{because} – we believe: {believe}. If we {change}, then {then}.", because=h.because, believe=h.believe, change=h.change, then=h.then)
        blocks.append({"kind": "note", "text": f"{said} {tr('Measured by')}: {say(METRICS[h.metric])}, {tr('Until').lower()} {i18n.day(h.until)}."})
    return blocks


def _actions(plan: Plan) -> dict[str, Any]:
    rows = [[a.text, a.owner or i18n.NONE, i18n.day(a.due) if a.due is not None else i18n.NONE, say(STATES[a.state])] for a in plan.actions]
    return _table([(tr("What"), False), (tr("Who"), False), (tr("Until"), False), (tr("State"), False)], rows)


def _fact(plan: Plan, fact: FactShown, currency: str) -> list[dict[str, Any]]:
    out = []
    if fact.goals:
        rows = [[say(g.label), i18n.figure(g.goal, g.unit, currency), i18n.figure(g.value, g.unit, currency),
                 _ranged(g.end, lambda v, u=g.unit: i18n.figure(round(v) if u.value == "count" else v, u, currency)),
                 say(STANDINGS[g.standing])] for g in fact.goals]
        out.append(_table([(tr("KPI"), False), (tr("Goal"), True), (tr("To date"), True), (tr("At the end, 80 % range"), True), (tr("Stands"), False)], rows))
    if fact.practices:
        rows = [[_called(plan, p.practice), i18n.money(p.due, currency, decimals=0), i18n.money(p.spent, currency, decimals=0), i18n.number(p.sqls_due, 0),
                 str(p.sqls), _ranged(p.end, _count), say(STANDINGS[p.standing])] for p in fact.practices]
        out.append(_table([(tr("Practice"), False), (tr("Due by now"), True), (tr("Spent"), True), (tr("SQLs due"), True), (tr("SQLs"), True),
                           (tr("At the end, 80 % range"), True), (tr("Stands"), False)], rows))
    rows = [[what, say(came)] for what, came in fact.said]
    return [*out, _table([(tr("What we said"), False), (tr("What happened"), False)], rows)] if rows else out


def _called(plan: Plan, practice: str) -> str:
    return say(called(practice, DIMENSIONS[plan.kind]))


def _count(value: float) -> str:
    return i18n.number(value, 0)


def _ranged(r: Range | None, said: Any) -> str:
    return i18n.NONE if r is None else f"{said(r.value)} ({said(r.low)} – {said(r.high)})"
