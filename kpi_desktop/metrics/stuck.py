"""Who is stuck: still open at a stage, and longer than four in five of those who went on from it took."""

from __future__ import annotations

import numpy as np

from kpi_desktop.metrics.dataset import Dataset, View
from kpi_desktop.metrics.journeys import DEAL, IDS, LEAD, MQL, SQL, Journeys, journeys
from kpi_desktop.metrics.reached import SOURCES, cohort_leads, in_period
from kpi_desktop.metrics.result import Stuck
from kpi_desktop.model.schema import NO_DAY
from kpi_desktop.model.selection import Period, Selection

STAGES = (LEAD, MQL, SQL, DEAL)


def stuck(data: Dataset, selection: Selection, mode: str, *, everyone: bool = False, stages: tuple[int, ...] = STAGES) -> tuple[Stuck, ...]:
    """Who is stuck at each of these stages (kpi-definitions.md, Funnel), of those whom the funnel counts there, or `everyone` under the filters.

    A lead is at the last stage it reached, open unless sales rejected it. A stage from which the data show nobody going on is left out.
    """
    view, j = data.view(selection.filters), journeys(data)
    found = (_stuck(view, j, stage, _at(view, selection.period, j, mode, stage, everyone)) for stage in stages)
    return tuple(s for s in found if s is not None)


def _at(view: View, period: Period, j: Journeys, mode: str, stage: int, everyone: bool) -> np.ndarray | None:
    """Rows that a stage of the funnel counts, or all that could stand there; None where the data cannot tell."""
    table = SOURCES[stage][0]
    if view.carries(table) is not None:
        return None
    if everyone:
        return view.all(table)
    if mode != "cohort":
        return in_period(view, period, stage)
    leads = cohort_leads(view, period, j)
    if leads is None or not j.known[stage] or stage != DEAL:
        return leads
    mine = np.zeros(view.data.size("leads"), bool)
    mine[leads] = True
    of = view.data.linked("deals", "lead")
    return np.flatnonzero((of >= 0) & mine[of])


def _stuck(view: View, j: Journeys, stage: int, rows: np.ndarray | None) -> Stuck | None:
    if rows is None:
        return None
    if stage == DEAL:
        limit, created = j.deal_slow, view.column("deals", "created")
        rows = rows[j.deal_open[rows] & (created[rows] != NO_DAY)]
        days = j.today - created[rows]
    else:
        after = j.after(stage)
        limit = j.slow[after] if after is not None else None
        rows = rows[(j.furthest[rows] == stage) & j.open[stage][rows] & (j.days[stage][rows] != NO_DAY)]
        days = j.today - j.days[stage][rows]
    if limit is None:
        return None
    late = days > limit
    order = np.argsort(-days[late], kind="stable")
    places = rows[late][order]
    return Stuck(IDS[stage + 1], view.data.rows("deals" if stage == DEAL else "leads", places), places, days[late][order], limit, j.today)
