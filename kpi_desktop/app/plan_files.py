"""A plan as a file: PDF, workbook or calendar."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kpi_desktop import i18n
from kpi_desktop.app.calendar import calendar
from kpi_desktop.app.exporting import Progress, harmless, whole
from kpi_desktop.app.plan import STATES, FactShown, GoalRow, goal_name
from kpi_desktop.i18n import say, tr
from kpi_desktop.model.plans import Hypothesis, Plan
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.schema import called
from kpi_desktop.model.selection import Period
from kpi_desktop.planning.basis import told
from kpi_desktop.planning.practices import DIMENSIONS, VERDICTS


def write(path: Path, plan: Plan, goals: tuple[GoalRow, ...], hypotheses: tuple[Hypothesis, ...], fact: FactShown, currency: str, progress: Progress) -> None:
    """Write the plan by the ending of the path. UserError where it cannot be written or the ending is another."""
    progress(0.0, 1.0)
    try:
        if path.suffix.lower() == ".ics":
            whole(path, lambda fresh: fresh.write_bytes(calendar(plan).encode()))
        elif path.suffix.lower() == ".xlsx":
            whole(path, lambda fresh: _workbook(fresh, plan, goals, fact, currency))
        elif path.suffix.lower() == ".pdf":
            from kpi_desktop.app import plan_pages
            from kpi_desktop.report.typesetting import typeset

            period = i18n.period(Period.parse(plan.period))
            typeset(path, plan.name, period, lambda _: plan_pages.sections(plan, goals, hypotheses, fact, currency))
        else:
            raise UserError(Text("{file} is none of the files that a plan can be written to.", file=path.name),
                            Text("Let its name end with .pdf, .xlsx or .ics."))
    except OSError as error:
        raise UserError(Text("{file} cannot be written: {why}.", file=path.name, why=error.strerror or str(error)), Text("Choose another folder.")) from error


def _workbook(path: Path, plan: Plan, goals: tuple[GoalRow, ...], fact: FactShown, currency: str) -> None:
    from xlsxwriter import Workbook

    with Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}) as book:
        formats = {"head": book.add_format({"bold": True, "bottom": 1}), "money": book.add_format({"num_format": "#,##0.00"}),
                   "sum": book.add_format({"bold": True, "top": 1, "num_format": "#,##0.00"}), "day": book.add_format({"num_format": "yyyy-mm-dd"}),
                   "rate": book.add_format({"num_format": "0.0%"})}
        _budget(book.add_worksheet(tr("Budget")), plan, currency, formats)
        _table(book.add_worksheet(tr("Goals")), [tr("KPI"), tr("Last 12 months"), tr("Goal")],
               [(goal_name(g), g.before, g.goal) for g in goals], formats, {g: formats["rate"] for g, row in enumerate(goals) if row.unit.value == "rate"})
        _table(book.add_worksheet(tr("Expected")), [tr("Practice"), *(f"{n}{t}" for n in (tr("Leads"), tr("SQLs"), tr("Won"), tr("Revenue"), tr("Gross profit"))
                                                                      for t in ("", f" ({tr('low')})", f" ({tr('high')})"))], _expected(plan), formats)
        _table(book.add_worksheet(tr("Actions")), [tr("What"), tr("Who"), tr("Until"), tr("State"), tr("Practice")],
               [(a.text, a.owner, a.due, say(STATES[a.state]), a.practice) for a in plan.actions], formats)
        _table(book.add_worksheet(tr("Verdicts")), [tr("Practice"), tr("Verdict"), tr("Your reason")],
               [(v.practice, say(VERDICTS[v.verdict]), v.note) for v in plan.said], formats)
        if plan.basis is not None:
            rows = [*((say(what), i18n.shown(v)) for what, v in told(plan.basis, plan.kind, currency)),
                    *((i18n.period(Period.parse(f"2024-{m:02}"), short=True).split()[0], share) for m, share in enumerate(plan.basis.season, 1))]
            _table(book.add_worksheet(tr("What it rests on")), [tr("What was assumed"), tr("With what")], rows, formats)
        if fact.practices:
            _table(book.add_worksheet(tr("Plan against fact")), [tr("Practice"), tr("Budget"), tr("Due by now"), tr("Spent"), tr("SQLs expected"), tr("SQLs")],
                   [(p.practice, p.budget, p.due, p.spent, p.expected.value, p.sqls) for p in fact.practices], formats)


def _budget(sheet: Any, plan: Plan, currency: str, formats: dict[str, Any]) -> None:
    """Practices by month with their sums as formulas, so that they follow what is changed in the file."""
    from xlsxwriter.utility import xl_range

    months = sorted({b.month for b in plan.budget})
    names = list(dict.fromkeys(b.practice for b in plan.budget))
    held = {(b.practice, b.month): b.amount for b in plan.budget}
    for at, head in enumerate([f"{tr('Practice')}, {currency}", *(i18n.period(Period.parse(m), short=True) for m in months), tr("Total")]):
        sheet.write_string(0, at, head, formats["head"])
    for row, name in enumerate(names, 1):
        sheet.write_string(row, 0, harmless(say(called(name, DIMENSIONS[plan.kind]))))
        for at, m in enumerate(months, 1):
            sheet.write_number(row, at, held.get((name, m), 0.0), formats["money"])
        sheet.write_formula(row, len(months) + 1, f"=SUM({xl_range(row, 1, row, len(months))})", formats["money"],
                            round(sum(held.get((name, m), 0.0) for m in months), 2))
    last = len(names) + 1
    sheet.write_string(last, 0, tr("Total"), formats["sum"])
    for at in range(1, len(months) + 2):
        column = [held.get((n, months[at - 1]), 0.0) for n in names] if at <= len(months) else [b.amount for b in plan.budget]
        sheet.write_formula(last, at, f"=SUM({xl_range(1, at, len(names), at)})", formats["sum"], round(sum(column), 2))
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, len(months) + 1, 13)
    sheet.freeze_panes(1, 1)


def _expected(plan: Plan) -> list[tuple[Any, ...]]:
    rows = []
    for e in plan.expected:
        cells: list[Any] = [say(called(e.practice, DIMENSIONS[plan.kind])) if e.practice else tr("Total")]
        for r in (e.leads, e.sqls, e.won, e.revenue, e.gross_profit):
            cells += [None] * 3 if r is None else [round(r.value, 2), round(r.low, 2), round(r.high, 2)]
        rows.append(tuple(cells))
    return rows


def _table(sheet: Any, heads: list[str], rows: list[tuple[Any, ...]], formats: dict[str, Any], own: dict[int, Any] | None = None) -> None:
    from datetime import date

    for at, head in enumerate(heads):
        sheet.write_string(0, at, head, formats["head"])
    for row, cells in enumerate(rows):
        for at, cell in enumerate(cells):
            if cell is None:
                continue
            if isinstance(cell, date):
                sheet.write_datetime(row + 1, at, cell, formats["day"])
            elif isinstance(cell, int | float):
                sheet.write_number(row + 1, at, cell, (own or {}).get(row))
            else:
                sheet.write_string(row + 1, at, harmless(str(cell)))
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, len(heads), 16)
    sheet.freeze_panes(1, 0)
