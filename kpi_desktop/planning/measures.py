"""What a hypothesis is measured by: a step of a practice's own leads, or its cost per SQL, over any days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from kpi_desktop.metrics.cohort import cohort
from kpi_desktop.metrics.dataset import Dataset, fold
from kpi_desktop.metrics.funnel import compute as funnel
from kpi_desktop.metrics.journeys import IDS, LEAD, journeys
from kpi_desktop.metrics.kpis.cost_per_sql import interval
from kpi_desktop.metrics.links import days_between
from kpi_desktop.metrics.reached import cohort_leads
from kpi_desktop.metrics.stats import wilson
from kpi_desktop.metrics.visitors import CARRIED, distinct
from kpi_desktop.model.plans import Group
from kpi_desktop.model.schema import NO_DAY
from kpi_desktop.model.selection import Driver, Filter, Period, Selection, day_of
from kpi_desktop.planning.figures import figures
from kpi_desktop.planning.practices import DIMENSIONS, Review
from kpi_desktop.planning.tested import COST, METRICS, Measured

_MATURE = 80


def ends(metric: str) -> tuple[str, str]:
    """The two stages of a step, as the funnel names them."""
    first, _, last = metric.partition("_")
    return first, last


def members(kind: str, practice: str, groups: Iterable[Group]) -> tuple[str, ...]:
    """The names that a practice stands for: a group's members, else its own."""
    return next((g.members for g in groups if g.kind == kind and fold(g.name) == fold(practice)), (practice,))


def wait(data: Dataset, metric: str) -> int:
    """Days from a lead's creation in which 80 % of those who came to the step's end had done so; younger leads say nothing yet. 0 where none is waited for."""
    last = ends(metric)[1]
    if metric in (COST, "visitors_leads") or last not in IDS:
        return 0
    j = journeys(data)
    stage = IDS.index(last) - 1
    took = days_between(j.days[LEAD], j.days[stage]) if j.known[stage] else np.zeros(0)
    return round(float(np.percentile(took, _MATURE))) if len(took) else 0


def measure(data: Dataset, kind: str, names: tuple[str, ...], metric: str, period: Period, driver: Driver) -> Measured | None:
    """The metric of the leads of `names` created in the period, as far as they have come, or of the period's spend and SQLs.

    None where the data cannot tell it: the stage, the dimension or the spend is not there.
    """
    dimension = DIMENSIONS[kind]
    if metric == COST:
        found = figures(data.view(), period, dimension, driver)
        mine = [found[n] for n in names if n in found]
        spent = [f.spend for f in mine if f.spend is not None]
        return cost(sum(spent), sum(f.sqls for f in mine)) if spent else None
    j, codes = journeys(data), data.dimension("leads", dimension)
    leads = cohort_leads(data.view(), period, j.today) if codes is not None else None
    if codes is None or leads is None:
        return None
    leads = leads[np.isin(codes[leads], [data.wanted(Filter(dimension, n)) for n in names])]
    counts: dict[str, float | None] = {stage: c.count for stage, c in zip(IDS[1:], cohort(j, leads), strict=True)}
    first, last = ends(metric)
    of = _visitors(data, dimension, names, period) if first == IDS[0] else counts[first]
    hits = counts[last]
    return None if of is None or hits is None else rate(hits, of)


def baselines(data: Dataset, selection: Selection, review: Review, groups: Iterable[Group] = ()) -> dict[str, dict[str, Measured]]:
    """Metric -> practice -> what it measured in the review's period, for the practices that the funnel lists (its largest members)."""
    dimension, groups = DIMENSIONS[review.kind], tuple(groups)
    found = funnel(data, replace(selection, filters=()), "cohort", dimension, worst=False)
    rows = {m.member: {s.id: s.count for s in m.stages} for m in found.members}
    out: dict[str, dict[str, Measured]] = {metric: {} for metric in METRICS}
    for p in review.practices:
        mine = [rows[n] for n in members(review.kind, p.name, groups) if n in rows]
        for metric in METRICS:
            if metric == COST:
                if p.spend:
                    out[metric][p.name] = cost(p.spend, p.sqls)
                continue
            first, last = ends(metric)
            hits, of = _sum(mine, last), (None if len(mine) > 1 and first == IDS[0] else _sum(mine, first))
            if hits is not None and of:
                out[metric][p.name] = rate(hits, of)
    return out


def _sum(rows: list[dict[str, float | None]], stage: str) -> float | None:
    counts = [r[stage] for r in rows]
    return None if not counts or any(c is None for c in counts) else sum(c for c in counts if c is not None)


def mature(data: Dataset, metric: str, period: Period) -> Period | None:
    """The part of a period whose leads have had their time; None where there is none yet."""
    last = min(period.hi, data.today - wait(data, metric)) if data.today != NO_DAY else period.lo - 1
    return Period(period.first, day_of(last)) if last >= period.lo else None


def rate(hits: float, of: float) -> Measured:
    """A rate with Wilson's interval; without one where it is above 1 (visitors that were not counted)."""
    if not of:
        return Measured(None, None, None, hits, of)
    low, high = wilson(hits, of) if hits <= of else (None, None)
    return Measured(hits / of, low, high, hits, of)


def cost(spent: float, sqls: int) -> Measured:
    """Cost per SQL with the exact Poisson interval of the SQLs."""
    low, high = interval(spent, sqls) if spent > 0 else (None, None)
    return Measured(spent / sqls if sqls and spent > 0 else None, low, high, sqls, sqls, spent)


def _visitors(data: Dataset, dimension: str, names: tuple[str, ...], period: Period) -> float | None:
    """Distinct visitors of one name; several cannot be added up."""
    if len(names) != 1 or dimension not in CARRIED or "visits" not in data.dimensions.get(dimension, ()):
        return None
    return distinct(data.view().narrowed(dimension, next(iter(names))), period).value
