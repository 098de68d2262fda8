"""The tables of what is looked at as a workbook: real numbers and days, and charts that a spreadsheet draws itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kpi_desktop import i18n
from kpi_desktop.app import exporting, reporting
from kpi_desktop.app.exporting import Drawn, Progress, Sheet
from kpi_desktop.app.screens import Written
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.result import Grid, KpiState, Unit
from kpi_desktop.metrics.stages import Funnel
from kpi_desktop.model.report_setup import PLAIN
from kpi_desktop.model.schema import called
from kpi_desktop.model.selection import Selection
from kpi_desktop.planning.practices import KINDS, VERDICTS, Review, practice_name
from kpi_desktop.report.contents import ReportData
from kpi_desktop.store import decisions
from kpi_desktop.store.workspace import Workspace

Columns = tuple[tuple[str, Unit | None], ...]


def export(ws: Workspace, data: Dataset, selection: Selection, out: Path, progress: Progress) -> Written:
    """Write the workbook. UserError where the place cannot be written."""
    found = reporting.gather(data, selection, "", decisions.decided(ws), (), progress, PLAIN)
    made = [*sheets(found)]
    return Written(exporting.write(out, made, progress), sum(s.count for s in made))


def sheets(found: ReportData) -> Iterator[Sheet]:
    """A sheet for the ten KPIs together, each KPI's trend, each of its tables, each reading of the funnel, and each kind of practice."""
    yield _overview(found)
    for state in found.snapshot.kpis:
        yield _trend(state)
        yield from (_grid(state, grid) for grid in state.result.grids if grid.rows)
    yield from (_funnel(funnel) for funnel, _ in found.funnels)
    yield from (_practices(review) for review in found.reviews)


def _overview(found: ReportData) -> Sheet:
    """A line for each KPI; shares and money keep their own formats."""
    rows, units = [], []
    for s in found.snapshot.kpis:
        r, then = s.result, s.compared.value if s.compared is not None else None
        rows.append((s.kpi.number, say(s.kpi.label), r.value, r.low, r.high, then, s.change, _told(s), s.goal.value if s.goal is not None else None,
                     r.n, say(s.missing or r.note or "")))
        units.append(s.kpi.unit)
    heads = ("#", tr("KPI"), tr("Value"), tr("95 % interval, low"), tr("95 % interval, high"), tr("Compared with"), tr("Change"), tr("Significant"),
             tr("Target"), tr("Observations"), tr("What qualifies it"))
    columns = [(head, Unit.COUNT if 1 < at < 9 and at != 7 else None) for at, head in enumerate(heads)]  # of the row's unit, whatever it is
    return Sheet.of(tr("KPIs"), columns, rows, by_row=units)


def _told(state: KpiState) -> str | None:
    return None if state.significant is None else tr("yes") if state.significant else tr("no")


def _trend(state: KpiState) -> Sheet:
    unit = state.kpi.unit
    columns: Columns = ((tr("Period"), None), (tr("From"), None), (tr("To"), None), (say(state.kpi.label), unit), (tr("95 % interval, low"), unit),
                        (tr("95 % interval, high"), unit))
    rows = [(i18n.period(p.period), p.period.first, p.period.last, p.value, p.low, p.high) for p in state.trend]
    known = [c for c in (3, 4, 5) if any(row[c] is not None for row in rows)]
    return Sheet.of(f"{state.kpi.number} {say(state.kpi.label)}", columns, rows, Drawn("line", 0, tuple(known)) if known else None)


def _grid(state: KpiState, grid: Grid) -> Sheet:
    """A small table; its first figure is drawn."""
    columns = tuple((say(label), unit) for _, label, unit in grid.columns)
    rows = [tuple(say(v) if hasattr(v, "source") else v for v in row) for row in grid.rows]
    first = next((at for at, (_, unit) in enumerate(columns) if unit is not None and at), None)
    return Sheet.of(f"{state.kpi.number} {say(grid.title)}", columns, rows, Drawn("bar", 0, (first,)) if first is not None else None)


def _funnel(funnel: Funnel) -> Sheet:
    name = tr("Funnel, period") if funnel.mode == "period" else tr("Funnel, cohort")
    columns: Columns = ((tr("Stage"), None), (tr("Count"), Unit.COUNT), (tr("From the stage before"), Unit.RATE), (tr("95 % interval, low"), Unit.RATE),
                        (tr("95 % interval, high"), Unit.RATE), (tr("Expected at maturity"), Unit.RATE), (tr("Median days"), Unit.FACTOR),
                        *((say(called(m.member, funnel.by or "")), Unit.COUNT) for m in funnel.members))
    rows = [(say(s.label), s.count, s.rate_from_previous, s.rate_low, s.rate_high, s.expected_rate, s.median_days,
             *(m.stages[at].count for m in funnel.members)) for at, s in enumerate(funnel.stages)]
    return Sheet.of(name, columns, rows, Drawn("bar", 0, (1,)))


def _practices(review: Review) -> Sheet:
    columns: Columns = ((say(KINDS[review.kind]), None), (tr("Spend"), Unit.MONEY), (tr("Leads"), Unit.COUNT), (tr("MQLs"), Unit.COUNT),
                        (tr("SQLs"), Unit.COUNT), (tr("Won"), Unit.COUNT), (tr("Revenue"), Unit.MONEY), (tr("Gross profit"), Unit.MONEY),
                        (tr("Cost per SQL"), Unit.MONEY),
                        (tr("95 % interval, low"), Unit.MONEY), (tr("95 % interval, high"), Unit.MONEY), (tr("ROMI"), Unit.FACTOR), (tr("Verdict"), None),
                        (tr("Why"), None))
    rows = [(say(practice_name(p.name, review.kind)), p.spend, p.leads, p.mqls, p.sqls, p.won, p.revenue, p.gross_profit, p.cost_per_sql, p.low, p.high,
             p.romi, say(VERDICTS[p.verdict]), say(p.reason)) for p in review.practices]
    return Sheet.of(tr("Practices: {kind}", kind=KINDS[review.kind]), columns, rows, Drawn("bar", 0, (8,)))
