"""The ten KPIs in their order, and the one way to compute them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kpi_desktop.metrics import pace
from kpi_desktop.metrics.dataset import Dataset, View
from kpi_desktop.metrics.explain import explained
from kpi_desktop.metrics.kpis import attendance, close_rate, cost_per_sql, leads, nps, profitability, retention, sales_team, visitors
from kpi_desktop.metrics.result import Kpi, KpiState, Need, Result, Scope, Snapshot, TrendPoint, TrendValue
from kpi_desktop.model.decisions import Target
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import BY_NAME
from kpi_desktop.model.selection import Period, Selection, day_of

Progress = Callable[[float, float], None]

KPIS: tuple[Kpi, ...] = (visitors.KPI, leads.MQLS, leads.SQLS, attendance.KPI, cost_per_sql.KPI, sales_team.KPI, profitability.KPI, retention.KPI,
                         nps.KPI, close_rate.KPI)


def compute(data: Dataset, selection: Selection, only: tuple[str, ...] | None = None, progress: Progress | None = None, *,
            trend: bool = True, full: bool = True, explain: bool = False, targets: tuple[Target, ...] = ()) -> Snapshot:
    """The chosen KPIs (all: None) for a selection, with comparison, 12-period trend, breakdown, and target where one of `targets` holds.

    A period that has not ended is compared with the same number of days. `full` False leaves out what stands beside the headlines (enough for
    cards); `explain` True also says why each figure changed. `progress(done, total)` may raise Cancelled.
    """
    view, period = data.view(selection.filters), selection.period
    compared = period.compared(selection.compare, data.today)
    asked = _Asked(view, selection, compared, trend, full, targets)
    wanted = [k for k in KPIS if only is None or k.id in only]
    states = []
    for done, kpi in enumerate(wanted):
        if progress is not None:
            progress(done, len(wanted))
        state = _state(kpi, asked)
        states.append(replace(state, explanation=explained(state, view, selection, compared)) if explain else state)
    return Snapshot(selection, compared, data.currency, tuple(states), data.revision, period.so_far(data.today) if period.unfinished(data.today) else None)


@dataclass(frozen=True)
class _Asked:
    """What every KPI of a snapshot is asked for."""

    view: View
    selection: Selection
    compared: Period | None
    trend: bool
    full: bool
    targets: tuple[Target, ...]


def _state(kpi: Kpi, asked: _Asked) -> KpiState:
    view, selection = asked.view, asked.selection
    missing = _missing(kpi, view.data)
    if missing is not None:
        return KpiState(kpi, Result(None), missing=missing[1], wanted=missing[0])
    scope = Scope(view, selection.period, selection.options, asked.full)
    result = kpi.compute(scope)
    then = kpi.compute(replace(scope, period=asked.compared, full=False)) if asked.compared is not None else None
    change, significant = None, None
    even = _even(kpi, scope, result)
    if then is not None and even.value is not None and then.value is not None and result.value is not None:
        change, significant = even.value - then.value, kpi.test(even, then)
        if even.numerator != result.numerator:
            result = replace(result, warnings=(*result.warnings, Text("Costs dated after {day} are in the figure, but not in its comparison.",
                                                                      day=day_of(view.data.today))))
    if (warning := unfinished(view, selection.period, asked.compared if change is not None else None)) is not None and result.value is not None:
        result = replace(result, warnings=(*result.warnings, warning))
    by = selection.by
    silent = (result.value, result.low, result.numerator, result.denominator) == (None, None, None, None)  # nothing has no parts
    parts = kpi.breakdown(scope, by) if by is not None and by in kpi.dimensions and not silent else ()
    if by is not None:
        parts = pace.with_targets(parts, kpi, scope, by, asked.targets)
    aim = pace.goal(kpi, selection.period, selection.filters, asked.targets, view.data)
    return KpiState(kpi, result, then, change, significant, _points(kpi, asked) if asked.trend else (), parts, None, aim,
                    pace.follow(kpi, scope, result, aim) if aim is not None else None)


def _even(kpi: Kpi, scope: Scope, result: Result) -> Result:
    """What stands against the comparison: the figure itself, or the days that have passed where its rows may be booked ahead."""
    today = scope.view.data.today
    if not kpi.booked_ahead or not scope.period.unfinished(today):
        return result
    return kpi.compute(replace(scope, period=scope.period.so_far(today), full=False))


def _points(kpi: Kpi, asked: _Asked) -> tuple[TrendPoint, ...]:
    """The trend; its values are kept with the data, as the next period looked at shares most of them."""
    view, options = asked.view, asked.selection.options
    periods = asked.selection.period.trend()
    kept: dict[tuple[object, ...], TrendValue] = view.data.derived.setdefault("trends", {})
    keys = [(kpi.id, view.filters, options, p, p.grain) for p in periods]
    new = [(key, p) for key, p in zip(keys, periods, strict=True) if key not in kept]
    for (key, _), value in zip(new, kpi.trend([Scope(view, p, options, False) for _, p in new]), strict=True):
        kept[key] = value
    return tuple(TrendPoint(p, *kept[key], unfinished=p.unfinished(view.data.today)) for p, key in zip(periods, keys, strict=True))


def unfinished(view: View, period: Period, compared: Period | None) -> Text | None:
    """A period that has not ended is said to be so, with the days that are really compared."""
    today = view.data.today
    if not period.unfinished(today):
        return None
    if compared is None:
        return Text("The period has not ended: the data reach to {day}.", day=day_of(today))
    return Text("The period has not ended: {now} is compared with {then}.", now=period.so_far(today), then=compared)


def _missing(kpi: Kpi, data: Dataset) -> tuple[str, Text] | None:
    """The table to import where no group of needs is met, with the sentence that says so; None where one is met."""
    lacking = [(need.table, lack(need, data)) for group in kpi.needs for need in group]
    for group in kpi.needs:
        if all(lack(need, data) is None for need in group):
            return None
    return next((table, text) for table, text in lacking if text is not None)


def lack(need: Need, data: Dataset) -> Text | None:
    """What the data lack of a need, as a sentence; None where they hold it."""
    table = BY_NAME[need.table]
    if not data.has(need.table):
        return Text("Import {table} to see this figure.", table=table.label)
    for name in need.fields:
        if not data.has(need.table, name):
            return Text("Import {table} with “{field}” to see this figure.", table=table.label, field=table.by_name[name].label)
    return None
