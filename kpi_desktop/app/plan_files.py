"""A plan as a file: PDF, workbook or calendar."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kpi_desktop import i18n, whole
from kpi_desktop.app import exporting
from kpi_desktop.app.calendar import calendar
from kpi_desktop.app.exporting import Progress, Sheet, Sum
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.plans import STATES, Plan
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.selection import Period
from kpi_desktop.planning.basis import told as assumed
from kpi_desktop.planning.practices import VERDICTS, practice_name
from kpi_desktop.report.contents import PlanTold


def write(path: Path, told: PlanTold, currency: str, progress: Progress) -> None:
    """Write the plan by the ending of the path. UserError where it cannot be written or the ending is another."""
    progress(0.0, 1.0)
    ends = path.suffix.lower()
    if ends == ".ics":
        whole.write(path, lambda fresh: fresh.write_bytes(calendar(told.plan).encode()))
    elif ends == ".xlsx":
        exporting.write(path, [*sheets(told, currency)], progress)
    elif ends == ".pdf":
        from kpi_desktop.report import plan
        from kpi_desktop.report.typesetting import typeset

        typeset(path, told.plan.name, i18n.period(Period.parse(told.plan.period)), lambda _: plan.sections(told, currency))
    else:
        raise UserError(Text("{file} is none of the files that a plan can be written to.", file=path.name),
                        Text("Let its name end with .pdf, .xlsx or .ics."))


def sheets(told: PlanTold, currency: str) -> Iterator[Sheet]:
    """Budget, goals, what it should bring, actions and verdicts; how it stands where data are there."""
    plan = told.plan
    yield _budget(plan, currency)
    yield Sheet.of(tr("Goals"), ((tr("KPI"), None), (tr("Last 12 months"), Unit.COUNT), (tr("Goal"), Unit.COUNT)),
                   [(say(g.name), g.before, g.goal) for g in told.goals], by_row=[g.unit for g in told.goals])
    yield _expected(plan)
    yield Sheet.of(tr("Actions"), tuple((head, None) for head in (tr("What"), tr("Who"), tr("Until"), tr("State"), tr("Practice"))),
                   [(a.text, a.owner, a.due, STATES[a.state], say(practice_name(a.practice, plan.kind)) if a.practice else None) for a in plan.actions])
    yield Sheet.of(tr("Verdicts"), ((tr("Practice"), None), (tr("Verdict"), None), (tr("Your reason"), None)),
                   [(say(practice_name(v.practice, plan.kind)), VERDICTS[v.verdict], v.note) for v in plan.said])
    if plan.basis is not None:
        months = (i18n.period(Period.parse(f"2024-{m:02}"), short=True).split()[0] for m in range(1, 13))
        yield Sheet.of(tr("What it rests on"), ((tr("What was assumed"), None), (tr("With what"), None)),
                       [*((say(what), i18n.shown(v)) for what, v in assumed(plan.basis, plan.kind, currency)),
                        *((month, share) for month, share in zip(months, plan.basis.season, strict=False))])
    if told.practice_facts:
        yield Sheet.of(tr("Plan against fact"), ((tr("Practice"), None), (tr("Budget"), Unit.MONEY), (tr("Due by now"), Unit.MONEY), (tr("Spent"), Unit.MONEY),
                                                 (tr("SQLs expected"), Unit.COUNT), (tr("SQLs"), Unit.COUNT)),
                       [(say(practice_name(p.practice, plan.kind)), p.budget, p.due, p.spent, p.expected.value, p.sqls) for p in told.practice_facts])


def _budget(plan: Plan, currency: str) -> Sheet:
    """Practices by month with their sums as formulas, so that they follow what is changed in the file."""
    months, held = plan.by_month()
    columns = ((f"{tr('Practice')}, {currency}", None), *((i18n.period(Period.parse(m), short=True), Unit.MONEY) for m in months), (tr("Total"), Unit.MONEY))
    rows: list[tuple[Any, ...]] = [(say(practice_name(name, plan.kind)), *amounts, Sum(plan.amount(name), left=len(months))) for name, amounts in held.items()]
    totals = [*(round(sum(month), 2) for month in zip(*held.values(), strict=True)), plan.amount()]
    return Sheet.of(tr("Budget"), columns, [*rows, (tr("Total"), *(Sum(total, above=len(rows)) for total in totals))])


def _expected(plan: Plan) -> Sheet:
    """Each figure with the ends of its 80 % range beside it."""
    heads = ((tr("Leads"), Unit.COUNT), (tr("SQLs"), Unit.COUNT), (tr("Won"), Unit.COUNT), (tr("Revenue"), Unit.MONEY), (tr("Gross profit"), Unit.MONEY))
    columns = ((tr("Practice"), None), *((f"{head}{end}", unit) for head, unit in heads for end in ("", f" ({tr('low')})", f" ({tr('high')})")))
    rows = [(say(practice_name(e.practice, plan.kind)) if e.practice else tr("Total"),
             *(v for r in (e.leads, e.sqls, e.won, e.revenue, e.gross_profit) for v in ((r.value, r.low, r.high) if r is not None else (None,) * 3)))
            for e in plan.expected]
    return Sheet.of(tr("Expected"), columns, rows)
