"""Hypotheses: proposed from weak steps, with what it takes to tell, and answered when data have come in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from math import ceil
from typing import Any

from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.stats import counts_differ, two_proportions
from kpi_desktop.model.plans import Group, Hypothesis, Thresholds
from kpi_desktop.model.problem import Money, Share, Text
from kpi_desktop.model.schema import NO_DAY
from kpi_desktop.model.selection import Driver, Period, Selection, day_number, day_of
from kpi_desktop.planning import ideas
from kpi_desktop.planning.measures import mature, measure, members, wait
from kpi_desktop.planning.power import cost_needed, rate_needed
from kpi_desktop.planning.practices import Review, practice_name
from kpi_desktop.planning.tested import CONFIRMED, COST, METRICS, NOT_YET, REFUTED, UNCLEAR, Answer, Measured, Proposal

_LEVEL = 0.05
_LONGEST = 52
_SHORTEST = 4
_FEWEST = 1
"""What mending has to bring at least: one SQL or one won deal."""
_SURE = ((0.01, 8), (0.05, 7), (0.2, 5), (1.1, 3))


def propose(data: Dataset, selection: Selection, review: Review, known: dict[str, dict[str, Measured]],
            weak: float = Thresholds.weak) -> tuple[Proposal, ...]:
    """A hypothesis for every step of a reviewed practice that lies below `weak` times the rate of the other practices together, and for what costs too
    much without such a step; those worth most won deals first. `known` are the `measures.baselines` of the review."""
    found: list[tuple[float, Proposal]] = []
    won = _together(known["sql_won"].values())
    chance = won.value if won is not None and won.value is not None else 1.0
    for metric in (m for m in METRICS if m != COST and not (m == "leads_sql" and known["leads_mql"])):
        for p in review.practices:
            own, others = known[metric].get(p.name), _together(m for name, m in known[metric].items() if name != p.name)
            if own is None or others is None or own.value is None or others.value is None or own.value >= weak * others.value or others.value > 1:
                continue
            more = (others.value * own.of - own.hits) if metric == "sql_won" else p.sqls * (others.value / own.value - 1) if own.value else 0.0
            if more < _FEWEST:
                continue
            found.append((more if metric == "sql_won" else more * chance, _proposal(data, review.kind, p.name, metric, own, others, more, selection.period)))
    found += _dear(data, selection, review, known, {p.practice for _, p in found}, chance)
    most = max((worth for worth, _ in found), default=0.0)
    ranked = sorted(found, key=lambda f: (-f[0], f[1].practice, f[1].metric))
    return tuple(_with_impact(p, worth, most) for worth, p in ranked)


def _dear(data: Dataset, selection: Selection, review: Review, known: dict[str, dict[str, Measured]], weak: set[str],
          chance: float) -> list[tuple[float, Proposal]]:
    """Practices whose SQLs cost more than the ceiling although no step of theirs is weak: the money has to go further."""
    found = []
    for p in review.practices:
        own = known[COST].get(p.name)
        if p.name in weak or review.ceiling is None or own is None or own.value is None or own.value <= review.ceiling:
            continue
        more = own.spend / review.ceiling - own.of
        needed, threshold, money = cost_needed(own.value, own.of, review.ceiling), rounded(review.ceiling), data.currency
        weeks, start = weeks_for(needed, own.of, selection.period, data), day_of(data.today + 1)
        sure = 2 * min(p.p_keep if p.p_keep is not None else 0.5, 0.5)
        found.append((more * chance, Proposal(
            review.kind, p.name, COST, ideas.because(COST, practice_name(p.name, review.kind), Money(own.value, money), Money(review.ceiling, money)),
            ideas.BELIEVE[COST], ideas.CHANGE[COST], ideas.then(COST, Money(threshold, money)), own, threshold, more, needed, weeks, start,
            _until(start, weeks), 1, next(c for level, c in _SURE if sure < level))))
    return found


def _until(start: date, weeks: int | None, more: int = 0) -> date:
    return start + timedelta(weeks=min(max(weeks or _LONGEST, _SHORTEST), _LONGEST), days=more)


def _together(parts: Iterable[Measured | None]) -> Measured | None:
    there = [m for m in parts if m is not None]
    of, hits = sum(m.of for m in there), sum(m.hits for m in there)
    return Measured(hits / of, None, None, hits, of) if of else None


def _with_impact(p: Proposal, worth: float, most: float) -> Proposal:
    return replace(p, impact=max(1, round(10 * worth / most))) if most > 0 else p


def _proposal(data: Dataset, kind: str, practice: str, metric: str, own: Measured, others: Measured, more: float, period: Period) -> Proposal:
    assert own.value is not None and others.value is not None
    needed = rate_needed(own.value, round(own.of), others.value)
    weeks = weeks_for(needed, own.of, period, data)
    sure = two_proportions(own.hits, own.of, others.hits, others.of)
    start = day_of(data.today + 1)
    until = _until(start, weeks, wait(data, metric))
    threshold = rounded(others.value)
    return Proposal(kind, practice, metric, ideas.because(metric, practice_name(practice, kind), Share(own.value), Share(others.value)),
                    ideas.BELIEVE[metric], ideas.CHANGE[metric], ideas.then(metric, Share(threshold)), own, threshold, more, needed, weeks, start, until, 1,
                    next(c for level, c in _SURE if sure < level))


def rounded(value: float) -> float:
    """A threshold that a person would write: two figures that count."""
    return float(f"{value:.2g}")


def weeks_for(needed: int | None, seen: float, period: Period, data: Dataset) -> int | None:
    """Weeks until `needed` observations at the pace of `seen` in the period (its part up to the last day of the data)."""
    days = period.so_far(data.today).days
    return ceil(needed / (seen / days * 7)) if needed is not None and seen > 0 else None


# -- the answer --------------------------------------------------------------------------------------------------------


def judge(data: Dataset, h: Hypothesis, groups: Iterable[Group] = (), driver: Driver = Driver.LEADS) -> Answer:
    """What the data say. Only leads that have had their time count, and nothing is decided before `until` or before the observations needed are there:
    looking until it fits would find anything."""
    if data.today == NO_DAY or data.today < day_number(h.start):
        return Answer(NOT_YET, Text("Begins on {start}.", start=h.start), None)
    period = mature(data, h.metric, Period(h.start, max(h.start, h.until)))
    m = measure(data, h.kind, members(h.kind, h.practice, groups), h.metric, period, driver) if period is not None else None
    ended = period is not None and day_of(data.today - wait(data, h.metric)) >= h.until
    if m is None or not (m.of or m.spend):
        said = Text("Nothing to measure it by came in from {start} to {until}.", start=h.start, until=h.until) if ended else \
            Text("Too early: no lead since {start} has had its time.", start=h.start)
        return Answer(UNCLEAR if ended else NOT_YET, said, m)
    enough = h.needed is not None and m.of >= h.needed
    if not (ended or enough):
        assert period is not None
        left = None if h.needed is None or not m.of else ceil((h.needed - m.of) / (m.of / period.days * 7))
        return Answer(NOT_YET, _so_far(data, h, m), m, left)
    return Answer(*_decide(data, h, m), m)


def _so_far(data: Dataset, h: Hypothesis, m: Measured) -> Text:
    value = shown(h.metric, m.value, data.currency)
    if h.needed is None:
        return Text("{value} so far on %n observation(s); answered on {until}.", "", round(m.of), value=value, until=h.until)
    return Text("{value} so far on %n observation(s) of {needed} needed.", "", round(m.of), value=value, needed=h.needed)


def _decide(data: Dataset, h: Hypothesis, m: Measured) -> tuple[str, Text]:
    value, threshold = shown(h.metric, m.value, data.currency), shown(h.metric, h.threshold, data.currency)
    low, high = (shown(h.metric, v, data.currency) for v in (m.low, m.high))
    ends: dict[str, Any] = {"value": value, "low": low, "high": high, "threshold": threshold}
    reached, out = _reached(h, m)
    if out:
        return REFUTED, Text("{value} (95 % interval {low} to {high}): {threshold} lies outside of it.", **ends)
    if reached and _differs(h, m):
        before = shown(h.metric, h.baseline, data.currency)
        return CONFIRMED, Text("{value} against {baseline} before, and {threshold} was set: more than noise.", value=value, baseline=before,
                               threshold=threshold)
    if reached:
        return UNCLEAR, Text("{value} reaches {threshold}, but it may be noise: the interval is {low} to {high}.", **ends)
    return UNCLEAR, Text("{value} is short of {threshold}, but the interval of {low} to {high} holds both.", **ends)


def _reached(h: Hypothesis, m: Measured) -> tuple[bool, bool]:
    """(the threshold is reached, the whole interval misses it)."""
    if h.metric == COST:
        return m.value is not None and m.value <= h.threshold, m.low is not None and m.low > h.threshold
    return m.value is not None and m.value >= h.threshold, m.high is not None and m.high < h.threshold


def _differs(h: Hypothesis, m: Measured) -> bool:
    """Whether the value differs from the baseline by more than noise; without a baseline, whether the whole interval reaches the threshold."""
    if h.baseline is None or not h.known:
        return (m.high is not None and m.high <= h.threshold) if h.metric == COST else (m.low is not None and m.low >= h.threshold)
    if h.metric == COST:
        return bool(counts_differ(m.of, m.spend, h.known, h.known * h.baseline))
    return two_proportions(m.hits, m.of, h.baseline * h.known, h.known) < _LEVEL


def shown(metric: str, value: float | None, currency: str) -> Share | Money | Text:
    """A value of a metric inside a sentence."""
    if value is None:
        return Text("no value")
    return Money(value, currency) if metric == COST else Share(value)
