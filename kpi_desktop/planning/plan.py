"""A plan drafted from a budget: money by practice and month, what it should bring, goals per KPI, and actions from verdicts and hypotheses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.registry import compute
from kpi_desktop.model.decisions import Target
from kpi_desktop.model.plans import Assumptions, BudgetLine, Expected, Hypothesis
from kpi_desktop.model.problem import Text
from kpi_desktop.model.selection import Compare, Period, Selection
from kpi_desktop.planning import lag
from kpi_desktop.planning.forecast import expect
from kpi_desktop.planning.portfolio import Portfolio
from kpi_desktop.planning.practices import ELIMINATE, OPTIMISE, Review, practice_name
from kpi_desktop.planning.split import whole_cents


@dataclass(frozen=True)
class Task:
    """An action to be taken up: what, about which practice, until when, and whether it comes of a "verdict" or a "hypothesis"."""

    text: Text
    practice: str
    due: date
    source: str


def by_month(p: Portfolio, amounts: Mapping[str, float], period: Period) -> tuple[BudgetLine, ...]:
    """The amounts month by month, as the practice's spend fell in the same months of the base period (evenly, a part of a month by its days, where it had
    none in them); the months of a practice sum to its amount to the cent."""
    numbers, parts = lag.months_of(period)
    lines = []
    for name, amount in amounts.items():
        weight = _last_year(p, name, numbers) * parts
        shares = weight if weight.sum() > 0 else parts
        cents = whole_cents(np.asarray(shares / shares.sum() * amount, float), round(amount, 2))
        lines += [BudgetLine(name, lag.code(int(n)), float(c)) for n, c in zip(numbers, cents, strict=True)]
    return tuple(lines)


def _last_year(p: Portfolio, name: str, numbers: np.ndarray) -> np.ndarray:
    """The practice's spend in the same calendar months, of the last year that has them; nothing where one of them is not there."""
    k = p.at.get(name)
    found = np.zeros(len(numbers))
    if k is None:
        return found
    for at, n in enumerate(numbers.tolist()):
        same = np.flatnonzero((p.months % 12 == n % 12) & (p.months <= p.last))
        if not len(same):
            return np.zeros(len(numbers))
        found[at] = max(p.month_spend[k, same[-1]], 0.0)
    return found


def expected(p: Portfolio, amounts: Mapping[str, float], period: Period, assumptions: Assumptions) -> tuple[Expected, ...]:
    """What each practice should bring, and their sum (practice "")."""
    outcome = expect(p, amounts, period, assumptions)
    return (*(e for e in outcome.lines if e.practice in amounts), outcome.total)


def goals(data: Dataset, p: Portfolio, amounts: Mapping[str, float], total: Expected, period: Period) -> tuple[Target, ...]:
    """A goal for each KPI that has a figure in the base period: SQLs and their cost as forecast, what grows with them in the same proportion, rates and scores
    as they are."""
    base = compute(data, Selection(p.base, Compare.NONE), full=False)
    length = p.length(period)
    sqls = sum(float(n) for n in p.sqls)
    times = total.sqls.value / sqls if sqls else length
    found = []
    for state in base.kpis:
        value = state.result.value
        if state.kpi.id == "sqls":
            value = total.sqls.value
        elif state.kpi.id == "cost_per_sql":
            value = (sum(amounts.values()) + p.shared * length) / total.sqls.value if total.sqls.value else None
        elif value is not None and state.kpi.additive:
            value *= times
        elif value is not None and state.kpi.id == "unique_visitors":
            value *= length
        if value is not None:
            found.append(Target(state.kpi.id, period.code, float(f"{value:.3g}")))
    return tuple(found)


def tasks(review: Review, hypotheses: Iterable[Hypothesis], period: Period) -> tuple[Task, ...]:
    """What the verdicts and the hypotheses ask for: stop what is eliminated, mend what is optimised, test what is believed."""
    found = []
    soon, later = period.first + timedelta(days=14), period.first + timedelta(days=45)
    for p in review.practices:
        name = practice_name(p.name, review.kind)
        if p.verdict == ELIMINATE:
            found.append(Task(Text("{practice}: stop the spend and tell the team and the agency", practice=name), p.name, soon, "verdict"))
        elif p.verdict == OPTIMISE:
            said = Text("{practice}: mend the weak step. {what}", practice=name, what=p.weak_step) if p.weak_step is not None else \
                Text("{practice}: make its SQLs cheaper. {what}", practice=name, what=p.reason)
            found.append(Task(said, p.name, later, "verdict"))
    for h in hypotheses:
        if h.kind == review.kind and not h.answer:
            found.append(Task(Text("{practice}: {change}", practice=practice_name(h.practice, h.kind), change=h.change), h.practice,
                              min(max(h.start, period.first), period.last), "hypothesis"))
    return tuple(found)
