"""Figures as charts, before anyone draws them; each with its finding in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kpi_desktop.metrics.chart import Chart, Mark, Series
from kpi_desktop.metrics.explain import named, signed
from kpi_desktop.metrics.forms import FEW
from kpi_desktop.metrics.parts import parts
from kpi_desktop.metrics.result import KpiState, Standing, TrendPoint, Unit
from kpi_desktop.metrics.stages import Funnel
from kpi_desktop.model.decisions import Note
from kpi_desktop.model.problem import Money, Share, Text
from kpi_desktop.model.schema import DIMENSIONS, called
from kpi_desktop.model.selection import Filter, Grain, Period

NOT_GIVEN = Text("not given")


def said(value: float, unit: Unit, currency: str) -> object:
    """A value inside a sentence, in its unit."""
    if unit is Unit.MONEY:
        return Money(value, currency)
    if unit is Unit.RATE:
        return Share(value)
    return int(value) if float(value).is_integer() else round(value, 1)


def _days(value: float) -> float | int:
    return int(value) if float(value).is_integer() else round(value, 1)


def trend(state: KpiState, currency: str, period: Period, marks: tuple[Mark, ...] = ()) -> Chart | None:
    """A KPI over its last periods with its interval and the flags of what happened; None where no period has a value. The compared value and the
    target stand beside them where the points are as long as the `period` they belong to."""
    points, unit = state.trend, state.kpi.unit
    known = [p for p in points if p.value is not None]
    if not known:
        return None
    last, first = known[-1], known[0]
    finding = Text("{kpi}: from {first} ({from_period}) to {last} ({to_period}).", kpi=state.kpi.label, first=said(first.value or 0, unit, currency),
                   from_period=first.period, last=said(last.value or 0, unit, currency), to_period=last.period)
    if last.unfinished:
        finding = Text("{finding} The last period has not ended.", finding=finding)
    series = Series(state.kpi.label, tuple(p.value for p in points), tuple(p.low for p in points), tuple(p.high for p in points))
    here = points[-1].period == period
    then = state.compared.value if state.compared is not None and here else None
    target = state.goal.value if state.goal is not None and here else None
    return Chart("trend", state.kpi.label, tuple(p.period for p in points), (series,), unit, currency, finding, then,
                 Text("compared period") if then is not None else None, target=target, marks=marks, unfinished=last.unfinished)


def marks(notes: Iterable[Note], points: Sequence[TrendPoint], kpi: str, filters: Sequence[Filter]) -> tuple[Mark, ...]:
    """The notes that speak of this KPI under these filters and of a day that the points cover, numbered by day."""
    wanted = {(f.dimension, f.member.casefold()) for f in filters}
    found = []
    for note in sorted(notes, key=lambda n: (n.day, n.text)):
        if note.kpi not in ("", kpi) or (note.dimension and (note.dimension, note.member.casefold()) not in wanted):
            continue
        at = next((i for i, p in enumerate(points) if p.period.first <= note.day <= p.period.last), None)
        if at is not None:
            found.append(Mark(at, len(found) + 1, note))
    return tuple(found)


def target(state: KpiState, currency: str) -> tuple[Text, ...]:
    """The target in short sentences: what it is, how much of it is there, what the period comes to, how likely it is reached; () without one."""
    goal, found, unit = state.goal, state.pace, state.kpi.unit
    if goal is None:
        return ()
    aim = said(_whole(goal.value, unit), unit, currency)
    out = [Text("Target {target}", target=aim) if goal.derived is None else
           Text("Target {target}, a share by days of that for {period}", target=aim, period=goal.derived)]
    if found is None:
        return tuple(out)
    if found.share is not None:
        share = round(100 * found.share)
        out.append(Text("{share} % of it", share=share) if found.elapsed >= 1 else
                   _there(goal.period.grain, share, round(100 * found.elapsed)))
    if found.projected is not None and found.low is not None and found.high is not None:
        value, low, high = (said(_whole(v, unit), unit, currency) for v in (found.projected, found.low, found.high))
        out.append(Text("projected {value} ({low}–{high})", value=value, low=low, high=high))
    if found.word is not None:
        out.append(found.word)
    if found.chance is not None and found.standing is not Standing.REACHED:
        out.append(Text("{chance} % likely to be reached", chance=max(1, min(99, round(100 * found.chance)))))
    return tuple(out)


def _there(grain: Grain, share: int, elapsed: int) -> Text:
    if grain is Grain.MONTH:
        return Text("{share} % of it at {elapsed} % of the month", share=share, elapsed=elapsed)
    if grain is Grain.QUARTER:
        return Text("{share} % of it at {elapsed} % of the quarter", share=share, elapsed=elapsed)
    if grain is Grain.YEAR:
        return Text("{share} % of it at {elapsed} % of the year", share=share, elapsed=elapsed)
    return Text("{share} % of it at {elapsed} % of the period", share=share, elapsed=elapsed)


def _whole(value: float, unit: Unit) -> float:
    return float(round(value)) if unit in (Unit.COUNT, Unit.POINTS) else value


def bars(state: KpiState, currency: str, by: str) -> Chart | None:
    """A KPI's breakdown as bars, the first members and the others together; None without members that have a value."""
    found = parts(state, by)
    members = [m for m in found.first if m.value is not None]
    if not members:
        return None
    unit, top = state.kpi.unit, max(members, key=lambda m: m.value or 0)
    finding = Text("{kpi} by {dimension}: the highest is {member} with {value}.", kpi=state.kpi.label, dimension=DIMENSIONS[by], member=called(top.member, by),
                   value=said(top.value or 0, unit, currency))
    labels = [called(m.member, by) for m in members]
    if found.other is not None and found.other.value is not None:
        members.append(found.other)
        labels.append(Text("%n other(s)", "", found.rest))
    series = Series(state.kpi.label, tuple(m.value for m in members), tuple(m.low for m in members), tuple(m.high for m in members))
    title = Text("{kpi} by {dimension}", kpi=state.kpi.label, dimension=DIMENSIONS[by])
    return Chart("bars", title, tuple(labels), (series,), unit, currency, finding, notes=tuple(FEW if m.small else "" for m in members))


def waterfall(state: KpiState, currency: str, period: Period, compared: Period | None) -> Chart | None:
    """From the compared value step by step to this period's; None where there is no explanation. The first and last bar stand on 0."""
    why, then = state.explanation, state.compared
    if why is None or not why.steps or compared is None or then is None or then.value is None or state.result.value is None:
        return None
    unit, amounts = state.kpi.unit, [e.amount for e in why.steps]
    roles = ["better" if a * state.kpi.better > 0 else "worse" for a in amounts]
    single = len({e.cause.key for e in why.steps}) == 1
    labels = [named(e.member, why.by) if single and e.member is not None else e.cause.label for e in why.steps]
    series = Series(state.kpi.label, (then.value, *amounts, then.value + (state.change or 0.0)))
    return Chart("waterfall", Text("Why it changed"), (compared, *labels, period), (series,), unit, currency, why.sentence,
                 notes=("", *(signed(a, unit, currency) for a in amounts), ""), roles=("comparison", *roles, "accent"))


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
                rate=Share(b.rate), best=b.best, more=round(b.more_won) if b.more_won >= 10 else round(b.more_won, 1))
