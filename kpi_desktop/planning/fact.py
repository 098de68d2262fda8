"""A plan against what happened: money and SQLs of each practice to date, what they come to at the end, and what was said then and now."""

from __future__ import annotations

from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.model.plans import Plan, Range
from kpi_desktop.model.selection import Options, Period, day_of
from kpi_desktop.planning.figures import figures
from kpi_desktop.planning.practices import DIMENSIONS
from kpi_desktop.planning.standing import PracticeFact

EARLY = 0.1
"""Share of the period before which nothing is said."""


def passed(data: Dataset, period: Period) -> float:
    """How much of a period the data have seen, by days."""
    return min(max((data.today - period.lo + 1) / period.days, 0.0), 1.0)


def against(data: Dataset, plan: Plan, options: Options) -> tuple[PracticeFact, ...]:
    """Every practice of a plan up to the last day of the data (all of it where the period is over)."""
    period = Period.parse(plan.period)
    share = passed(data, period)
    if not share:
        return ()
    seen = Period(period.first, day_of(min(period.hi, data.today)))
    found = figures(data.view(), seen, DIMENSIONS[plan.kind], options.driver)
    said, out = {v.practice: v.verdict for v in plan.said}, []
    for e in plan.expected:
        if not e.practice:
            continue
        due = sum(b.amount * _share_of(b.month, seen, period) for b in plan.budget if b.practice == e.practice)
        f = found.get(e.practice)
        sqls = f.sqls if f is not None else 0
        out.append(PracticeFact(e.practice, plan.amount(e.practice), round(due, 2), f.direct if f is not None else 0.0, e.sqls, e.sqls.value * share, sqls,
                                _end(e.sqls, share, sqls), _standing(e.sqls, share, sqls), said.get(e.practice, "")))
    return tuple(out)


def _share_of(month: str, seen: Period, period: Period) -> float:
    """How much of a month's part of the period has been seen."""
    of = Period.parse(month)
    first, last = max(of.lo, period.lo), min(of.hi, period.hi)
    return min(max((min(last, seen.hi) - first + 1) / (last - first + 1), 0.0), 1.0) if last >= first else 0.0


def _end(e: Range, share: float, sqls: int) -> Range:
    if share >= 1:
        return Range(float(sqls), float(sqls), float(sqls))
    went = sqls / (e.value * share) if e.value else 1.0
    pace = 1 + (went - 1) / 2
    return Range(*(sqls + v * (1 - share) * pace for v in (e.value, e.low, e.high)))


def _standing(e: Range, share: float, sqls: int) -> str:
    """Behind or ahead only beyond the plan's own range, as wide as it is for a part of the period (counts spread by the square root)."""
    if share < EARLY:
        return "early"
    due, part = e.value * share, share ** 0.5
    if sqls < due - (e.value - e.low) * part:
        return "behind"
    return "ahead" if sqls > due + (e.high - e.value) * part else "on"
