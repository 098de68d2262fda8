"""Figures as the command line tells them: JSON, which is a public interface, and lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from kpi_desktop import i18n
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics import pictures, provenance
from kpi_desktop.metrics.explain import named, signed
from kpi_desktop.metrics.forms import FEW, SMALL_SAMPLE
from kpi_desktop.metrics.result import Explanation, KpiState, Snapshot
from kpi_desktop.metrics.stages import Funnel, Stage
from kpi_desktop.model.selection import Period
from kpi_desktop.planning.practices import VERDICTS, Practice, Review


def _days(period: Period) -> dict[str, str]:
    return {"from": period.first.isoformat(), "to": period.last.isoformat()}


def kpis_json(found: Snapshot) -> dict[str, Any]:
    """The KPIs in the public form."""
    return {"period": _days(found.selection.period), "so_far": None if found.so_far is None else _days(found.so_far), "currency": found.currency,
            "compared": None if found.compared is None else _days(found.compared),
            "kpis": [kpi_json(s, found.compared) for s in found.kpis]}


def kpi_json(state: KpiState, days: Period | None = None) -> dict[str, Any]:
    """One KPI in the public form; `days` are those that it is compared with. `explain` is there only where it was asked for."""
    r, then = state.result, state.compared
    warnings = ([say(state.missing)] if state.missing is not None else []) + [say(w) for w in r.warnings]
    compared = None if then is None else {"value": then.value, "change": state.change, "significant": state.significant, **(_days(days) if days else {})}
    told = {"id": state.kpi.id, "value": r.value, "unit": state.kpi.unit.value, "numerator": r.numerator, "denominator": r.denominator, "n": r.n,
            "low": r.low, "high": r.high, "warnings": warnings, "details": dict(r.details), "compare": compared,
            "target": _goal_json(state), "pace": _pace_json(state), "small_sample": r.value is not None and r.n < SMALL_SAMPLE,
            "coverage": None if (covers := provenance.coverage(r)) is None else say(covers),
            "left_out": [{"reason": say(o.reason), "rows": len(o.rows.ids)} for o in r.left_out],
            "breakdown": [{"member": m.member, "value": m.value, "numerator": m.numerator, "denominator": m.denominator, "n": m.n, "low": m.low,
                           "high": m.high, "target": m.target, "details": dict(m.details)} for m in state.breakdown]}
    return told if state.explanation is None else told | _explanation_json(state.explanation)


def _goal_json(state: KpiState) -> dict[str, Any] | None:
    goal = state.goal
    return None if goal is None else {"value": goal.value, "derived_from": None if goal.derived is None else goal.derived.code}


def _pace_json(state: KpiState) -> dict[str, Any] | None:
    p = state.pace
    if p is None:
        return None
    return {"standing": p.standing.value if p.standing is not None else None, "share": p.share, "elapsed": p.elapsed, "expected": p.expected,
            "projected": p.projected, "low": p.low, "high": p.high, "chance": p.chance, "how": say(p.how) if p.how is not None else None}


def _explanation_json(why: Explanation) -> dict[str, Any]:
    return {"explain": [{"driver": e.cause.key, "member": None if e.member is None else say(e.member), "amount": e.amount} for e in why.effects],
            "why": say(why.sentence), "explained_by": why.by}


def kpis_lines(found: Snapshot) -> Iterator[str]:
    """The KPIs as a person reads them."""
    yield tr("{period}, amounts in {currency}", period=found.selection.period, currency=found.currency)
    if found.so_far is not None and found.compared is not None:
        yield tr("The period has not ended: {now} is compared with {then}.", now=found.so_far, then=found.compared)
    for state in found.kpis:
        result, unit = state.result, state.kpi.unit
        value = i18n.figure(result.value, unit, found.currency)
        if result.value is None and result.low is not None and result.high is not None:
            value = f"{i18n.figure(result.low, unit, found.currency)} – {i18n.figure(result.high, unit, found.currency)}"
        sign = "±" if not state.change else "+" if state.change > 0 else "−"
        change = "" if state.change is None else f"  {sign}{i18n.change(state.change, unit, found.currency)}"
        change += f" ({tr('within noise')})" if state.change is not None and state.significant is False else ""
        yield f"{say(state.kpi.label):38} {value:>16}{change}  {say(state.missing or result.note or '')}".rstrip()
        if sure := _certainty(state, found.currency):
            yield "    " + " · ".join(sure)
        if told := pictures.target(state, found.currency):
            yield "    " + " · ".join(map(say, told))
        for member in state.breakdown:
            yield f"    {member.member or tr('not given'):34} {i18n.figure(member.value, unit, found.currency):>16}"
        if state.explanation is not None and state.missing is None:
            yield f"    {say(state.explanation.sentence)}"
            for e in state.explanation.effects:
                place = f"{say(e.cause.label)}: {say(named(e.member, state.explanation.by))}" if e.member is not None else say(e.cause.label)
                yield f"      {place:44} {say(signed(e.amount, unit, found.currency)):>12}"


def _certainty(state: KpiState, currency: str) -> list[str]:
    """Interval, sample size, mark of a small sample, and coverage of a figure."""
    r, unit = state.result, state.kpi.unit
    if r.value is None:
        return []
    said = [tr("n = {n}", n=r.n)] if r.n else []
    if r.low is not None and r.high is not None:
        said.insert(0, tr("95 % interval {low} to {high}", low=i18n.figure(r.low, unit, currency), high=i18n.figure(r.high, unit, currency)))
    covers = provenance.coverage(r)
    return said + ([say(FEW)] if r.n < SMALL_SAMPLE else []) + ([say(covers)] if covers is not None else [])


def funnel_json(found: Funnel, then: Funnel | None) -> dict[str, Any]:
    """A funnel in the public form; `compared` is null without comparison."""
    b = found.bottleneck
    return {"mode": found.mode, "period": _days(found.period), "stages": [_stage(s) for s in found.stages],
            "members": [{"member": m.member, "stages": [_stage(s) for s in m.stages]} for m in found.members],
            "bottleneck": None if b is None else {"stage": b.stage, "rate": b.rate, "best_rate": b.best_rate, "best": say(b.best), "more_won": b.more_won},
            "compared": None if then is None else {"period": _days(then.period), "stages": [_stage(s) for s in then.stages]},
            "warnings": [say(w) for w in found.warnings]}


def _stage(s: Stage) -> dict[str, Any]:
    return {"id": s.id, "count": s.count, "rate_from_previous": s.rate_from_previous, "median_days": s.median_days, "low": s.low, "high": s.high,
            "rate_low": s.rate_low, "rate_high": s.rate_high, "cumulative_rate": s.cumulative_rate, "days_low": s.days_low, "days_high": s.days_high,
            "expected_rate": s.expected_rate, "expected_low": s.expected_low, "expected_high": s.expected_high, "maturing": s.maturing, "inferred": s.inferred}


def funnel_lines(found: Funnel, then: Funnel | None) -> Iterator[str]:
    """A funnel as a person reads it, the compared period below it."""
    yield _reading(found)
    for name, stages in [("", found.stages), *((m.member or tr("not given"), m.stages) for m in found.members)]:
        if name:
            yield name
        yield from map(_stage_line, stages)
    if then is not None:
        yield _reading(then)
        yield from map(_stage_line, then.stages)
    if found.bottleneck is not None:
        yield say(pictures.funnel(found).description)
    yield from map(say, found.warnings)


def _reading(found: Funnel) -> str:
    if found.mode == "period":
        return tr("{period}, what happened in the period", period=found.period)
    return tr("{period}, the leads created in the period and how far they have come", period=found.period)


def _stage_line(s: Stage) -> str:
    said = [] if s.median_days is None else [tr("median {days} days", days=i18n.number(s.median_days))]
    if s.expected_rate is not None:
        expected = tr("at maturity {rate}", rate=i18n.percent(s.expected_rate))
        said.append(expected if s.expected_low is None else f"{expected} ({i18n.percent(s.expected_low)} – {i18n.percent(s.expected_high)})")
    said += [tr("still maturing")] if s.maturing else []
    return f"  {say(s.label):12} {i18n.number(s.count):>10} {i18n.percent(s.rate_from_previous):>9}  {' · '.join(said)}".rstrip()


def plan_json(found: Review) -> dict[str, Any]:
    """Practices with their verdicts in the public form."""
    return {"ceiling": found.ceiling, "warnings": [say(w) for w in found.warnings], "practices": [{
        "name": p.name, "spend": p.spend, "direct_spend": p.direct_spend, "leads": p.leads, "mqls": p.mqls, "sqls": p.sqls, "won": p.won,
        "revenue": p.revenue, "gross_profit": p.gross_profit, "cost_per_sql": p.cost_per_sql, "low": p.low, "high": p.high,
        "direct_cost_per_sql": p.direct_cost_per_sql, "romi": p.romi, "verdict": p.verdict, "computed_verdict": p.computed_verdict,
        "note": p.own.note if p.own else None, "weak_step": say(p.weak_step) if p.weak_step is not None else None, "reason": say(p.reason),
        "flip": say(p.flip) if p.flip is not None else None, "robust": p.robust, "p_keep": p.p_keep, "p_eliminate": p.p_eliminate,
        "members": list(p.members), **_practice_json(p)}
        for p in found.practices], "thresholds": asdict(found.thresholds), "rules": [say(r.text) for r in found.rules]}


def _practice_json(p: Practice) -> dict[str, Any]:
    """Intervals, what is to be expected, where it is going, and what mending its weak step is worth."""
    expected = {key: None if e is None else asdict(e) for key, e in (("expected_cost_per_sql", p.estimate), ("win_rate", p.quality))}
    trend = None if p.trend is None else {"sqls_by_month": list(p.trend.sqls), "direction": p.trend.direction or None}
    step = None if p.weakest is None else {"step": p.weakest.id, "own": p.weakest.own, "portfolio": p.weakest.portfolio, "more_sqls": p.weakest.more_sqls,
                                           "more_won": p.weakest.more_won, "worth": p.weakest.worth}
    return {"intervals": {field: list(ends) for field, ends in p.intervals.items()}, **expected, "trend": trend, "mending": step}


def plan_lines(found: Review, period: Period, currency: str) -> Iterator[str]:
    """Practices with their verdicts as a person reads them."""
    yield tr("{period}, a SQL may cost at most {ceiling}", period=period, ceiling=i18n.money(found.ceiling, currency))
    for p in found.practices:
        yield f"{p.name:28} {say(VERDICTS[p.verdict]):16} {say(p.reason)}"
    yield from map(say, found.warnings)
