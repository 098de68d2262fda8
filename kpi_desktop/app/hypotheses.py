"""Hypotheses on the screen, and what a person does with them: plain values, made before anything heavy is loaded."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace

from kpi_desktop.i18n import say
from kpi_desktop.model.decided import Planned
from kpi_desktop.model.plans import Hypothesis
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.selection import Selection
from kpi_desktop.planning.tested import Answer, Measured, Proposal, needed_for


@dataclass(frozen=True)
class Kept:
    """One hypothesis with the data's answer; `weeks` is how long its observations take at the practice's pace in the period looked at."""

    hypothesis: Hypothesis
    answer: Answer
    weeks: int | None


@dataclass(frozen=True, eq=False)
class HypothesesShown:
    """What is kept, the best chance first, and what is proposed for practices of `kind`; `known` are the baselines by metric and practice."""

    selection: Selection
    kind: str
    kept: tuple[Kept, ...]
    proposals: tuple[Proposal, ...]
    practices: tuple[str, ...]
    known: dict[str, dict[str, Measured]]
    warnings: tuple[Text, ...]
    currency: str


def taken_up(p: Proposal) -> Hypothesis:
    """A proposal as the person's own hypothesis: its words, in their language, are theirs to change."""
    return Hypothesis(uuid.uuid4().hex, p.kind, p.practice, say(p.because), say(p.believe), say(p.change), say(p.then), p.metric, p.own.value, p.threshold,
                      p.start, p.until, round(p.own.of), p.needed, p.impact, p.confidence, p.ease)


def with_baseline(h: Hypothesis, known: dict[str, dict[str, Measured]]) -> Hypothesis:
    """The hypothesis with what its practice measures now as the baseline, and the observations needed to tell."""
    m = known.get(h.metric, {}).get(h.practice)
    now = replace(h, baseline=m.value if m is not None else None, known=round(m.of) if m is not None else 0)
    return replace(now, needed=needed_for(now))


def put(planned: Planned, h: Hypothesis) -> Planned:
    """Keep a hypothesis, in place of what it was. UserError where it says too little, or ends before it begins."""
    if not h.practice.strip() or not h.change.strip():
        raise UserError(Text("A hypothesis needs a practice and what is to be changed."), Text("Fill in “if we …”."))
    if h.until <= h.start:
        raise UserError(Text("It ends on {until}, before it has begun.", until=h.until), Text("Choose a later day."))
    return replace(planned, hypotheses=(*(k for k in planned.hypotheses if k.key != h.key), h))


def without(planned: Planned, key: str) -> Planned:
    """Drop a hypothesis."""
    return replace(planned, hypotheses=tuple(h for h in planned.hypotheses if h.key != key))
