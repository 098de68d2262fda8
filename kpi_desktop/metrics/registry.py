"""The ten KPIs in their order, and the one way to compute them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kpi_desktop.metrics.dataset import Dataset, View
from kpi_desktop.metrics.explain import explained
from kpi_desktop.metrics.kpis import attendance, close_rate, cost_per_sql, leads, nps, profitability, retention, sales_team, visitors
from kpi_desktop.metrics.result import Kpi, KpiState, Need, Result, Scope, Snapshot, TrendPoint
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import BY_NAME
from kpi_desktop.model.selection import Period, Selection, day_of

Progress = Callable[[float, float], None]

KPIS: tuple[Kpi, ...] = (visitors.KPI, leads.MQLS, leads.SQLS, attendance.KPI, cost_per_sql.KPI, sales_team.KPI, profitability.KPI, retention.KPI,
                         nps.KPI, close_rate.KPI)


def compute(data: Dataset, selection: Selection, only: tuple[str, ...] | None = None, progress: Progress | None = None, *,
            trend: bool = True, full: bool = True, explain: bool = False) -> Snapshot:
    """The chosen KPIs (all: None) for a selection, with comparison, 12-period trend and breakdown.

    `full` False leaves out what stands beside the headlines (enough for cards); `explain` True also says why each figure changed.
    `progress(done, total)` may raise Cancelled.
    """
    view, compared = data.view(selection.filters), selection.period.compared(selection.compare)
    wanted = [k for k in KPIS if only is None or k.id in only]
    states = []
    for done, kpi in enumerate(wanted):
        if progress is not None:
            progress(done, len(wanted))
        state = _state(kpi, view, selection, compared, trend, full)
        states.append(replace(state, explanation=explained(state, view, selection, compared)) if explain else state)
    return Snapshot(selection, compared, data.currency, tuple(states), data.revision)


def _state(kpi: Kpi, view: View, selection: Selection, compared: Period | None, trend: bool, full: bool) -> KpiState:
    missing = _missing(kpi, view.data)
    if missing is not None:
        return KpiState(kpi, Result(None), missing=missing)
    scope = Scope(view, selection.period, selection.options, full)
    result = kpi.compute(scope)
    then = kpi.compute(replace(scope, period=compared, full=False)) if compared is not None else None
    change, significant = None, None
    if then is not None and result.value is not None and then.value is not None:
        change, significant = result.value - then.value, kpi.test(result, then)
        if (warning := _uneven(view, selection.period)) is not None:
            result = replace(result, warnings=(*result.warnings, warning))
    points: tuple[TrendPoint, ...] = ()
    if trend:
        periods = selection.period.trend()
        values = kpi.trend([Scope(view, p, selection.options, False) for p in periods])
        points = tuple(TrendPoint(p, *v) for p, v in zip(periods, values, strict=True))
    by = selection.by
    silent = (result.value, result.low, result.numerator, result.denominator) == (None, None, None, None)  # nothing has no parts
    parts = kpi.breakdown(scope, by) if by is not None and by in kpi.dimensions and not silent else ()
    return KpiState(kpi, result, then, change, significant, points, parts)


def _uneven(view: View, period: Period) -> Text | None:
    """A period that has not ended is said to be so: it stands beside a whole one."""
    if period.lo <= view.data.today < period.hi:
        return Text("The period has not ended: the data reach to {day}, and it is compared with a whole one.", day=day_of(view.data.today))
    return None


def _missing(kpi: Kpi, data: Dataset) -> Text | None:
    """What to import where no group of needs is met; None where one is."""
    lacking = [lack(need, data) for group in kpi.needs for need in group]
    for group in kpi.needs:
        if all(lack(need, data) is None for need in group):
            return None
    return next(text for text in lacking if text is not None)


def lack(need: Need, data: Dataset) -> Text | None:
    """What the data lack of a need, as a sentence; None where they hold it."""
    table = BY_NAME[need.table]
    if not data.has(need.table):
        return Text("Import {table} to see this figure.", table=table.label)
    for name in need.fields:
        if not data.has(need.table, name):
            return Text("Import {table} with “{field}” to see this figure.", table=table.label, field=table.by_name[name].label)
    return None
