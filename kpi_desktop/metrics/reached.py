"""Who reached a stage, in either reading, and in how many days."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kpi_desktop.metrics.dataset import OPEN, WON, View
from kpi_desktop.metrics.journeys import DEAL, LEAD, MQL, SQL, STEPS, WIN, Journeys, journeys
from kpi_desktop.metrics.rows import Rows
from kpi_desktop.metrics.visitors import distinct
from kpi_desktop.model.selection import Period

SOURCES = (("leads", "created"), ("leads", "mql"), ("leads", "sql"), ("deals", "created"), ("deals", "closed"))
"""By stage: the table and the date that say what happened in a period."""
MOST_MEMBERS = 200


@dataclass(frozen=True, eq=False)
class Reached:
    """Those who reached a stage: positions in `table`, and the days that each took (negative: out of order; NO_DAY: unknown)."""

    table: str
    rows: np.ndarray
    took: np.ndarray


def in_period(view: View, period: Period, stage: int) -> np.ndarray | None:
    """Rows that reached the stage in the period; None where the data hold nothing about it."""
    table, field = SOURCES[stage]
    if not len(view.data.order(table, field)[1]) or not view.reaches(table, "created", period):
        return None
    rows = view.between(table, field, period)
    if stage != WIN:
        return rows
    outcome = view.column("deals", "outcome")
    return rows[outcome[rows] == WON] if bool((outcome > OPEN).any()) else None


def days_taken(j: Journeys, stage: int, rows: np.ndarray) -> np.ndarray:
    """The days that rows of `in_period` took from the stage before."""
    if stage == LEAD:
        return np.zeros(0, np.int32)
    return {MQL: j.took[MQL], SQL: j.took[SQL], DEAL: j.deal_took, WIN: j.won_took}[stage][rows]


def cohort_leads(view: View, period: Period, today: int) -> np.ndarray | None:
    """The leads created in the period, by `today`; None where the data cannot speak of it."""
    if view.carries("leads") is not None or not view.reaches("leads", "created", period) or period.lo > today:
        return None
    leads = view.between("leads", "created", period)
    return leads[view.column("leads", "created")[leads] <= today] if period.hi > today else leads


def reached(view: View, period: Period, j: Journeys, mode: str, stage: int) -> Reached | None:
    """Those who stand behind the count of a stage; None where the data hold nothing about it."""
    if mode == "cohort":
        leads = cohort_leads(view, period, j.today)
        if leads is None or not j.known[stage]:
            return None
        there = leads[j.furthest[leads] >= stage]
        return Reached("leads", there, j.took[stage][there] if stage != LEAD else np.zeros(0, np.int32))
    rows = in_period(view, period, stage) if view.carries(SOURCES[stage][0]) is None else None
    return None if rows is None else Reached(SOURCES[stage][0], rows, days_taken(j, stage, rows))


def behind(view: View, period: Period, mode: str) -> tuple[tuple[Rows, ...], ...]:
    """The rows behind the count of each stage, visitors first; nothing where there is no count."""
    j = journeys(view.data)
    found = [distinct(view, period).used]
    for stage in (LEAD, *STEPS):
        who = reached(view, period, j, mode, stage)
        found.append((view.data.rows(who.table, who.rows),) if who is not None and len(who.rows) else ())
    return tuple(found)


def members(view: View, table: str, by: str | None, rows: np.ndarray) -> list[tuple[str, np.ndarray]]:
    """(member, its rows) in order of size; nothing where the rows cannot carry the dimension."""
    return view.split(table, by, rows)[:MOST_MEMBERS] if by is not None else []
