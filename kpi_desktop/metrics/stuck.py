"""Who is stuck: still open at a stage, and longer than four in five of those who went on from it took."""

from __future__ import annotations

import numpy as np

from kpi_desktop.metrics.dataset import Dataset, View
from kpi_desktop.metrics.journeys import DEAL, IDS, LEAD, MQL, SQL, Journeys, journeys
from kpi_desktop.metrics.reached import SOURCES, cohort_leads, in_period
from kpi_desktop.metrics.stages import Stuck
from kpi_desktop.model.schema import NO_DAY
from kpi_desktop.model.selection import Period, Selection

STAGES = (LEAD, MQL, SQL, DEAL)


def stuck(data: Dataset, selection: Selection, mode: str, *, everyone: bool = False, stages: tuple[int, ...] = STAGES) -> tuple[Stuck, ...]:
    """Who is stuck at each of these stages (kpi-definitions.md, Funnel), of those whom the funnel counts there, or `everyone` under the filters.

    A lead is at the last stage it reached, open unless sales rejected it. A stage from which the data show nobody going on is left out.
    """
    view, j = data.view(selection.filters), journeys(data)
    at = _everyone(view) if everyone else _cohort(view, selection.period, j) if mode == "cohort" else _happened(view, selection.period)
    found = (_stuck(view, j, stage, at[stage]) for stage in stages if stage in at)
    return tuple(s for s in found if s is not None)


def _everyone(view: View) -> dict[int, np.ndarray]:
    return {stage: view.all(SOURCES[stage][0]) for stage in STAGES if view.carries(SOURCES[stage][0]) is None}


def _happened(view: View, period: Period) -> dict[int, np.ndarray]:
    """Those who came to each stage in the period."""
    found = {stage: in_period(view, period, stage) for stage in STAGES if view.carries(SOURCES[stage][0]) is None}
    return {stage: rows for stage, rows in found.items() if rows is not None}


def _cohort(view: View, period: Period, j: Journeys) -> dict[int, np.ndarray]:
    """The period's leads, and their deals."""
    leads = cohort_leads(view, period, j.today)
    if leads is None:
        return {}
    deep = j.furthest[leads]
    found = {stage: leads[deep == stage] for stage in (LEAD, MQL, SQL)}
    if j.known[DEAL]:
        mine = np.zeros(view.data.size("leads"), bool)
        mine[leads] = True
        of = view.data.linked("deals", "lead")
        found[DEAL] = np.flatnonzero((of >= 0) & mine[of] & j.deal_open)
    return found


def _stuck(view: View, j: Journeys, stage: int, rows: np.ndarray) -> Stuck | None:
    if stage == DEAL:
        limit, created = j.deal_slow, view.column("deals", "created")
        rows = rows[j.deal_open[rows] & (created[rows] != NO_DAY)]
        days = j.today - created[rows]
    else:
        after = j.after(stage)
        limit = j.slow[after] if after is not None and j.known[stage] else None
        rows = rows[(j.furthest[rows] == stage) & j.open[stage][rows]]
        days = j.today - j.days[stage][rows]
    if limit is None:
        return None
    late = days > limit
    order = np.argsort(-days[late], kind="stable")
    places = rows[late][order]
    return Stuck(IDS[stage + 1], view.data.rows("deals" if stage == DEAL else "leads", places), places, days[late][order], limit, j.today)
