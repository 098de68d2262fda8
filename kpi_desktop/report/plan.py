"""A plan laid out: goals, what its budget costs by month and should bring, who does what until when. A section of the report, or a PDF of its own, which
has verdicts, hypotheses and how the plan stands as well."""

from __future__ import annotations

from typing import Any

from kpi_desktop import i18n
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.plans import STATES, Plan, Range
from kpi_desktop.model.report_setup import SECTIONS
from kpi_desktop.model.selection import Period
from kpi_desktop.planning.basis import told as assumed
from kpi_desktop.planning.practices import VERDICTS, practice_name
from kpi_desktop.planning.standing import STANDINGS
from kpi_desktop.planning.tested import METRICS, sentence
from kpi_desktop.report.contents import PlanTold, ReportData
from kpi_desktop.report.drawn import Pictures
from kpi_desktop.report.tables import table

Blocks = list[dict[str, Any]]
_HALF = 6  # months that stand side by side, so that a year stands on one upright page


def page(data: ReportData, drawn: Pictures) -> dict[str, Any] | None:
    """The plan in force as a section of the report; None where there is none."""
    told, currency = data.plan, data.snapshot.currency
    if told is None:
        return None
    plan = told.plan
    said = tr("{name}, {period}, version {version}: {state}.", name=plan.name, period=Period.parse(plan.period), version=plan.version, state=plan.state)
    notes = [{"kind": "note", "text": text} for text in (said, plan.note) if text]
    return _section(say(SECTIONS["plan"]), [*notes, *_headed(tr("Goals"), _goals(told, currency)),
                                            *_headed(tr("Budget"), [*_brings(plan, currency), *_months(plan, currency)]),
                                            *_headed(tr("Actions"), _actions(plan))])


def sections(told: PlanTold, currency: str) -> list[dict[str, Any]]:
    """A plan as a PDF of its own."""
    plan = told.plan
    made = [(tr("Goals and what the budget should bring"), [*_goals(told, currency), *_brings(plan, currency)]),
            (tr("Budget"), [*_months(plan, currency), *_headed(tr("What it rests on"), _rests(plan, currency))]),
            (tr("Actions, verdicts and hypotheses"), [*_headed(tr("Actions"), _actions(plan)), *_headed(tr("Verdicts"), _verdicts(plan)),
                                                      *_headed(tr("Hypotheses"), _hypotheses(told))]),
            (tr("Plan against fact"), _fact(told, currency))]
    return [_title(plan, currency), *(_section(heading, blocks) for heading, blocks in made if blocks)]


def _section(heading: str, blocks: Blocks) -> dict[str, Any]:
    return {"kind": "section", "heading": heading, "blocks": blocks}


def _headed(heading: str, blocks: Blocks) -> Blocks:
    return [{"kind": "subheading", "text": heading}, *blocks] if blocks else []


def _title(plan: Plan, currency: str) -> dict[str, Any]:
    lines = [[tr("Period"), i18n.period(Period.parse(plan.period))], [tr("Version"), f"{plan.version}, {say(plan.state)}"],
             [tr("Budget"), i18n.money(plan.amount(), currency, decimals=0)]]
    if plan.total is not None:
        lines += [[tr("SQLs"), i18n.ranged(plan.total.sqls, _count)]]
        lines += [[tr("Gross profit"), i18n.ranged(plan.total.gross_profit, lambda v: i18n.money(v, currency, decimals=0))]] if plan.total.gross_profit else []
    lines += [[tr("Note"), plan.note]] if plan.note else []
    return {"kind": "title", "heading": plan.name, "sub": tr("Marketing plan"), "lines": lines}


def _table(heads: tuple[str, ...], rows: list[list[str]], texts: tuple[int, ...] = (0,), title: str = "") -> dict[str, Any]:
    """A table of figures but for the columns of `texts`; the first column takes what is left of the width."""
    made = table([(head, at not in texts) for at, head in enumerate(heads)], rows, ["1fr", *["auto"] * (len(heads) - 1)])
    return {**made, "title": title}


def _goals(told: PlanTold, currency: str) -> Blocks:
    rows = [[say(g.name), i18n.figure(g.before, g.unit, currency), i18n.figure(g.goal, g.unit, currency)] for g in told.goals if g.goal is not None]
    return [_table((tr("KPI"), tr("Last 12 months"), tr("Goal")), rows)] if rows else []


def _months(plan: Plan, currency: str) -> Blocks:
    """The money of each practice month by month."""
    months, held = plan.by_month()
    made = []
    for start in range(0, len(months), _HALF):
        part = slice(start, start + _HALF)
        rows = [(say(practice_name(name, plan.kind)), *amounts[part]) for name, amounts in held.items()]
        rows.append((tr("Total"), *(sum(month) for month in list(zip(*held.values(), strict=True))[part])))
        heads = (f"{tr('Practice')}, {currency}", *(i18n.period(Period.parse(m), short=True) for m in months[part]))
        made.append(_table(heads, [[name, *(_count(a) for a in amounts)] for name, *amounts in rows], title="" if start else tr("Budget by month")))
    return made


def _rests(plan: Plan, currency: str) -> Blocks:
    """What the plan was made from; nothing of plans that an older program made."""
    if plan.basis is None:
        return []
    rows = [[say(what), i18n.shown(value)] for what, value in assumed(plan.basis, plan.kind, currency)]
    return [_table((tr("What was assumed"), tr("With what")), rows, (0, 1))]


def _brings(plan: Plan, currency: str) -> Blocks:
    """What each practice costs and should bring: what is counted, then money, each in a table that an upright page has room for."""
    if not plan.budget:
        return []
    brings = {e.practice: e for e in plan.expected}
    counted, paid = [], []
    for name in (*plan.by_month()[1], ""):
        e, said = brings.get(name), say(practice_name(name, plan.kind)) if name else tr("Total")
        counted.append([said, i18n.money(plan.amount(name), currency, decimals=0),
                        *(i18n.ranged(r, _count) for r in ((e.leads, e.sqls, e.won) if e is not None else (None,) * 3))])
        paid.append([said, *(_paid(r, currency) for r in ((e.revenue, e.gross_profit) if e is not None else (None,) * 2))])
    title = tr("Expected, with the range that holds 80 times of 100")
    return [_table((tr("Practice"), tr("Budget"), tr("Leads"), tr("SQLs"), tr("Won")), counted, title=title),
            _table((tr("Practice"), tr("Revenue"), tr("Gross profit")), paid)]


def _actions(plan: Plan) -> Blocks:
    rows = [[a.text, a.owner or i18n.NONE, i18n.day(a.due) if a.due is not None else i18n.NONE, say(STATES[a.state])] for a in plan.actions]
    return [_table((tr("What"), tr("Who"), tr("Until"), tr("State")), rows, (0, 1, 2, 3))] if rows else []


def _verdicts(plan: Plan) -> Blocks:
    return [{"kind": "verdict", "name": say(practice_name(v.practice, plan.kind)), "verdict": v.verdict, "label": say(VERDICTS[v.verdict]),
             "lines": [v.note] if v.note else []} for v in plan.said]


def _hypotheses(told: PlanTold) -> Blocks:
    return [{"kind": "note", "text": f"{say(sentence(h))} {tr('Measured by')}: {say(METRICS[h.metric])}, {tr('Until').lower()} {i18n.day(h.until)}."}
            for h in told.hypotheses]


def _fact(told: PlanTold, currency: str) -> Blocks:
    """How the goals and the practices stand, and what came of what was said; nothing before the period has begun."""
    if not told.goal_facts and not told.practice_facts:
        return []
    whole = lambda v, u: i18n.figure(round(v) if u is Unit.COUNT else v, u, currency)  # noqa: E731  a count to come is told without decimals
    goals = [[say(g.label), i18n.figure(g.goal, g.unit, currency), i18n.figure(g.value, g.unit, currency),
              i18n.ranged(g.end, lambda v, u=g.unit: whole(v, u)), say(STANDINGS[g.standing])] for g in told.goal_facts]
    practices = [[say(practice_name(p.practice, told.plan.kind)), i18n.money(p.due, currency, decimals=0), i18n.money(p.spent, currency, decimals=0),
                  _count(p.sqls_due), str(p.sqls), i18n.ranged(p.end, _count), say(STANDINGS[p.standing])] for p in told.practice_facts]
    end, stands = tr("At the end, 80 % range"), tr("Stands")
    made = (_table((tr("KPI"), tr("Goal"), tr("To date"), end, stands), goals, (0, 4)),
            _table((tr("Practice"), tr("Due by now"), tr("Spent"), tr("SQLs due"), tr("SQLs"), end, stands), practices, (0, 6)),
            _table((tr("What we said"), tr("What happened")), [[what, say(came)] for what, came in told.came], (0, 1)))
    return [one for one in made if one["rows"]]


def _paid(r: Range | None, currency: str) -> str:
    """Money with its range in as little room as it can take."""
    return i18n.NONE if r is None else f"{i18n.money(r.value, currency, compact=True)} ({i18n.between(r.low, r.high)})"


def _count(value: float) -> str:
    return i18n.number(value, 0)
