"""KPI 1: unique visitors. Not additive over time, channel or page; never summed."""

from __future__ import annotations

from kpi_desktop.metrics import visitors
from kpi_desktop.metrics.effects import SEVERAL, volumes
from kpi_desktop.metrics.figures import light, listed, rate, told
from kpi_desktop.metrics.result import Beside, Cause, Course, Effect, Grid, Kpi, Member, Need, Result, Scope, Unit, Why
from kpi_desktop.metrics.stats import counts_differ
from kpi_desktop.model.problem import Text


def _headline(scope: Scope) -> Result:
    found = visitors.distinct(scope.view, scope.period)
    note = None
    if found.value is None and found.low is not None:
        note = Text("a range: only aggregated visits")
    elif found.sessions and found.value:
        note = Text("{ratio} sessions per visitor", ratio=found.sessions / found.value)
    return Result(found.value, found.value, None, int(found.value or 0), found.low, found.high, note, found.warnings,
                  used=found.used, left_out=found.left_out)


def compute(scope: Scope) -> Result:
    """Distinct visitors of the period, with sessions and visitor-to-lead conversion beside them."""
    result = _headline(scope)
    if not scope.full or (result.value is None and result.low is None):
        return result
    found = visitors.distinct(scope.view, scope.period)
    beside = [Beside("sessions", Text("Sessions"), found.sessions, Unit.COUNT, behind=found.used)]
    leads = scope.view.count("leads", "created", scope.period) if scope.view.carries("leads") is None and scope.view.data.size("leads") else None
    if leads is not None:
        created = listed(scope.view, "leads", "leads", Text("Leads created"), scope.view.between("leads", "created", scope.period))
        beside.append(created)
        if result.value:
            beside.append(rate("visitor_to_lead", Text("Visitors who become leads"), leads, result.value, *found.used, *created.behind))
        elif result.low and result.high:
            beside.append(Beside("visitor_to_lead", Text("Visitors who become leads"), None, Unit.RATE, leads / result.high, leads / result.low,
                                 behind=(*found.used, *created.behind)))
    members = breakdown(scope, "channel")
    rows = tuple((m.member, m.value, m.low, m.high) for m in members)
    grids = (Grid("by_channel", Text("Visitors by channel (not additive)"), (
        ("channel", Text("Channel"), None), ("visitors", Text("Visitors"), Unit.COUNT), ("low", Text("From", "interval"), Unit.COUNT),
        ("high", Text("To", "interval"), Unit.COUNT)), rows, of="channel"),) if len(members) > 1 else ()
    return Result(result.value, result.numerator, None, result.n, result.low, result.high, result.note, result.warnings, tuple(beside), grids,
                  result.used, result.left_out, told(beside, grids))


def breakdown(scope: Scope, dimension: str) -> tuple[Member, ...]:
    """Distinct visitors of each member; a person seen in two channels counts in both, so the parts exceed the total."""
    out = []
    for name in visitors.members(scope.view, dimension, scope.period):
        found = visitors.distinct(scope.view.narrowed(dimension, name), scope.period)
        out.append(Member(name, found.value, found.value, None, int(found.value or 0), found.low, found.high))
    return tuple(sorted(out, key=lambda m: -(m.value or m.high or 0)))


_VISITORS = Cause("visitors", Text("Visitors"), Text("more people came"), Text("fewer people came"))


def _why(now: Scope, then: Scope, by: str | None) -> tuple[Effect, ...] | Text:
    """Each visitor once: under the one member where they were seen, else under "several"; without members new ones against returning."""
    sides = [_once(s, by) for s in (then, now)]
    if sides[0] is None or sides[1] is None:
        return Text("Only aggregated visits are known: who of them is counted twice is not, so the change cannot be split.")
    return volumes(sides[0], sides[1], _VISITORS)


def _once(scope: Scope, by: str | None) -> dict[str | Text, float] | None:
    if by is None:
        camps = visitors.newcomers(scope.view, scope.period)
        return None if camps is None else {Text("seen for the first time"): float(camps[0]), Text("seen before the period"): float(camps[1])}
    found = visitors.exclusive(scope.view, scope.period, by)
    if found is None:
        return None
    return {**{m: float(n) for m, n in found[0].items()}, SEVERAL: float(found[1])}


def _test(now: Result, then: Result) -> bool | None:
    if now.value is None or then.value is None:
        return None
    return counts_differ(now.value, 1, then.value, 1)


KPI = Kpi(
    "unique_visitors", 1, Text("Unique visitors"),
    Text("People who visited in the period, each counted once however often they came. A quarter is not the sum of its months."),
    Text("distinct visitors over the visits of the period"), Unit.COUNT, 1, False,
    ((Need("visits", ()),),), visitors.CARRIED, compute, light(_headline), breakdown, _test,
    Why(_why, visitors.CARRIED, lambda _: "visits",
        Text("Each visitor once: in the one place where they were seen, or under “several”.")),
    Text("visitors"), Text("—", "no denominator"), course=Course.GROWS)
