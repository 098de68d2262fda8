"""Figures as charts, before anyone draws them; each with its finding in words."""

from __future__ import annotations

from kpi_desktop.metrics.result import Chart, Funnel, KpiState, Series, Unit
from kpi_desktop.model.problem import Money, Share, Text
from kpi_desktop.model.schema import DIMENSIONS, called
from kpi_desktop.model.selection import Period

NOT_GIVEN = Text("not given")
_MOST_BARS = 12


def said(value: float, unit: Unit, currency: str) -> object:
    """A value inside a sentence, in its unit."""
    if unit is Unit.MONEY:
        return Money(value, currency)
    return Share(value) if unit is Unit.RATE else round(value, 1)


def _days(value: float) -> float | int:
    return int(value) if float(value).is_integer() else round(value, 1)


def trend(state: KpiState, currency: str, period: Period) -> Chart | None:
    """A KPI over its last periods with its interval; None where no period has a value. The compared value stands beside them where the
    points are as long as the `period` it belongs to."""
    points, unit = state.trend, state.kpi.unit
    known = [p for p in points if p.value is not None]
    if not known:
        return None
    last, first = known[-1], known[0]
    finding = Text("{kpi}: from {first} ({from_period}) to {last} ({to_period}).", kpi=state.kpi.label, first=said(first.value or 0, unit, currency),
                   from_period=first.period, last=said(last.value or 0, unit, currency), to_period=last.period)
    series = Series(state.kpi.label, tuple(p.value for p in points), tuple(p.low for p in points), tuple(p.high for p in points))
    then = state.compared.value if state.compared is not None and points[-1].period == period else None
    return Chart("trend", state.kpi.label, tuple(p.period for p in points), (series,), unit, currency, finding, then,
                 Text("compared period") if then is not None else None)


def bars(state: KpiState, currency: str, by: str) -> Chart | None:
    """A KPI's breakdown as bars, the first dozen members; None without members that have a value."""
    members = [m for m in state.breakdown if m.value is not None][:_MOST_BARS]
    if not members:
        return None
    unit, top = state.kpi.unit, max(members, key=lambda m: m.value or 0)
    finding = Text("{kpi} by {dimension}: the highest is {member} with {value}.", kpi=state.kpi.label, dimension=DIMENSIONS[by], member=called(top.member, by),
                   value=said(top.value or 0, unit, currency))
    series = Series(state.kpi.label, tuple(m.value for m in members), tuple(m.low for m in members), tuple(m.high for m in members))
    title = Text("{kpi} by {dimension}", kpi=state.kpi.label, dimension=DIMENSIONS[by])
    return Chart("bars", title, tuple(called(m.member, by) for m in members), (series,), unit, currency, finding)


def funnel(found: Funnel, compared: Funnel | None = None) -> Chart:
    """The stages as bars, rates and days between them, what is expected at maturity beside the raw count, the bottleneck marked."""
    stages = found.stages
    counts = tuple(s.count for s in stages)
    expected, so_far = [], 1.0
    for at, s in enumerate(stages):
        before = stages[at - 1].count if at else None
        factor = s.expected_rate / s.rate_from_previous if s.expected_rate and s.rate_from_previous and before else 1.0
        so_far = so_far * factor if found.mode == "cohort" else 1.0
        expected.append(s.count * so_far if s.count is not None and so_far > 1.005 else None)
    notes = []
    for s in stages:
        rate = Share(s.rate_from_previous) if s.rate_from_previous is not None else None
        if rate is None:
            notes.append("")
        elif s.median_days is None:
            notes.append(Text("{rate}", rate=rate))
        elif s.maturing and s.expected_rate is not None:
            notes.append(Text("{rate} still maturing, {expected} expected ({low} to {high}) · median {days} days", rate=rate, days=_days(s.median_days),
                              expected=Share(s.expected_rate), low=Share(s.expected_low or 0.0), high=Share(s.expected_high or 0.0)))
        else:
            notes.append(Text("{rate} · median {days} days", rate=rate, days=_days(s.median_days)))
    series = [Series(Text("Count"), counts)]
    if any(e is not None for e in expected):
        series.append(Series(Text("Expected at maturity"), tuple(expected), role="quiet"))
    if compared is not None:
        series.append(Series(Text("Compared period"), tuple(s.count for s in compared.stages), role="comparison"))
    b = found.bottleneck
    place = next((i for i, s in enumerate(stages) if b is not None and s.id == b.stage), None)
    title = Text("What happened in the period") if found.mode == "period" else Text("The leads created in the period, as far as they have come")
    return Chart("funnel", title, tuple(s.label for s in stages), tuple(series), Unit.COUNT, "", _finding(found), notes=tuple(notes), highlight=place,
                 mark=Text("bottleneck") if place is not None else None)


def _finding(found: Funnel) -> Text:
    known = [s for s in found.stages if s.count is not None]
    if not known:
        return Text("There is no data in the period.")
    b = found.bottleneck
    if b is None:
        return Text("From {first} {first_stage} to {last} {last_stage}.", first=round(known[0].count or 0), first_stage=known[0].label,
                    last=round(known[-1].count or 0), last_stage=known[-1].label)
    stage = next(s.label for s in found.stages if s.id == b.stage)
    return Text("The bottleneck of this period's leads is the step to {stage}: {rate}, {best} at best; mended it would win about {more} more deals.",
                stage=stage,
                rate=Share(b.rate), best=b.best, more=round(b.more_won, 1))
