"""Visitors to won deals, in two readings: what happened in a period, or how far a period's leads have come.

Everything a period is asked for is worked out per lead once per revision (`journeys`); a funnel then gathers and counts.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from kpi_desktop.metrics.bottleneck import bottleneck
from kpi_desktop.metrics.cohort import NOTHING, Counted, cohort, out_of_order, spread
from kpi_desktop.metrics.dataset import Dataset, View
from kpi_desktop.metrics.journeys import DEAL, IDS, LABELS, LEAD, STEPS, Journeys, as_of, journeys
from kpi_desktop.metrics.reached import MOST_MEMBERS, SOURCES, cohort_leads, days_taken, in_period, members
from kpi_desktop.metrics.rows import LeftOut
from kpi_desktop.metrics.stages import Funnel, FunnelMember, Stage
from kpi_desktop.metrics.stats import wilson
from kpi_desktop.metrics.visitors import CARRIED, distinct
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import NO_DAY
from kpi_desktop.model.selection import Period, Selection

__all__ = ["IDS", "LABELS", "compared", "compute", "rated"]


def rated(row: list[Counted]) -> tuple[Stage, ...]:
    """The stages with their rates: from the last stage with a count, and from the first one."""
    stages: list[Stage] = []
    first: float | None = None
    before: float | None = None
    for stage, label, c in zip(IDS, LABELS, row, strict=True):
        rate = c.count / before if c.count is not None and before else None
        low, high = wilson(c.count, before) if c.count is not None and before and c.count <= before else (None, None)
        whole = c.count / first if c.count is not None and first else None
        e = c.expected or (None, None, None)
        stages.append(Stage(stage, label, c.count, c.low, c.high, rate, low, high, whole, *c.days, *e, maturing=c.maturing, inferred=len(c.missing)))
        if c.count is not None:
            before = c.count
            first = c.count if first is None else first
    return tuple(stages)


def compute(data: Dataset, selection: Selection, mode: str, by: str | None = None, today: int | None = None, *,
            worst: bool = True) -> Funnel:
    """The funnel of the selection's period and filters (kpi-definitions.md, Funnel).

    `mode` "period": what happened at each stage in the period; "cohort": the period's leads and how far they have come by `today` (a day
    number; default the last day in the data). `by` splits the leads by a dimension. `worst` seeks the bottleneck.
    A stage that the data do not hold has count None and the next rate is from the last stage with a count.
    """
    view, period = data.view(selection.filters), selection.period
    warnings: list[Text] = []
    visitors = _visitors(view, period, warnings)
    cannot = view.carries("leads")
    split_by = by if cannot is None else None
    whole, split = _cohort_parts(view, period, today, split_by, warnings) if mode == "cohort" else _period_parts(view, period, split_by, warnings)
    if by is not None and cannot is None and data.dimension("leads", by) is None:
        warnings.append(Text("Leads do not carry this dimension, so the funnel cannot be split by it."))
    aside = _aside(data, mode, whole)
    warnings += [a.reason for a in aside]
    rows = tuple(FunnelMember(name, rated([_member_visitors(view, period, by, name), *row])) for name, row in split)
    found = bottleneck(view, period, journeys(data), whole if mode == "cohort" and today is None else None) if worst and cannot is None else None
    return Funnel(mode, period, rated([visitors, *whole]), rows, found, tuple(dict.fromkeys(warnings)), by, aside)


def compared(data: Dataset, selection: Selection, mode: str, by: str | None = None) -> Funnel | None:
    """The funnel of the comparison period (the same number of days of it where the period has not ended); the cohort reading at equal maturity:
    as it stood the same number of days after its start."""
    period = selection.period.compared(selection.compare, data.today)
    if period is None or period == selection.period:
        return None
    today = data.today - (selection.period.lo - period.lo) if mode == "cohort" and data.today != NO_DAY else None
    return compute(data, selection.with_period(period), mode, by, today, worst=False)


def _visitors(view: View, period: Period, warnings: list[Text]) -> Counted:
    found = distinct(view, period)
    warnings += found.warnings
    exact = found.value is not None
    return Counted(found.value, None if exact else found.low, None if exact else found.high)


def _member_visitors(view: View, period: Period, by: str | None, member: str) -> Counted:
    if by not in CARRIED or not any(t == "visits" for t in view.data.dimensions.get(by, ())):
        return NOTHING
    return _visitors(view.narrowed(by, member), period, [])


def _aside(data: Dataset, mode: str, row: list[Counted]) -> tuple[LeftOut, ...]:
    """The rows whose dates are out of order (left out of the days per stage) or missing (passed all the same), and the sentences about them."""
    mql, sql, deal, won = (len(c.wrong) for c in row[1:])
    said = (Text("%n lead(s) became MQL before they were created; left out of the days per stage.", "", mql),
            Text("%n lead(s) became SQL before their earlier stage; left out of the days per stage.", "", sql),
            Text("%n deal(s) were created before their lead's earlier stage; left out of the days per stage.", "", deal),
            Text("%n won deal(s) were closed before they were created; left out of the days per stage.", "", won))
    tables = ["leads" if mode == "cohort" else table for table, _ in SOURCES]
    found = [LeftOut(text, data.rows(table, c.wrong)) for text, table, c in zip(said, tables[1:], row[1:], strict=True) if len(c.wrong)]
    if missing := sum(len(c.missing) for c in row):
        text = Text("%n stage date(s) are missing of leads that reached a later stage; they count as passed.", "", missing)
        found.append(LeftOut(text, data.rows("leads", np.unique(np.concatenate([c.missing for c in row])))))
    return tuple(found)


_Parts = tuple[list[Counted], list[tuple[str, list[Counted]]]]


def _cohort_parts(view: View, period: Period, today: int | None, by: str | None, warnings: list[Text]) -> _Parts:
    j = journeys(view.data)
    today = j.today if today is None else min(today, j.today)
    leads = cohort_leads(view, period, today)
    if leads is None:
        warnings += [cannot for cannot in (view.carries("leads"),) if cannot is not None]
        return [NOTHING] * 5, []
    if view.data.size("deals") and not j.known[DEAL]:
        warnings.append(Text("No deal names its lead, so the leads cannot be followed to their deals."))
    parts = _split(view, "leads", by, leads, warnings)
    if today == j.today:
        return cohort(j, leads), [(name, cohort(j, rows)) for name, rows in parts]
    then = as_of(view.data, today, leads)
    place = np.zeros(view.data.size("leads"), np.int64)
    place[leads] = np.arange(len(leads))

    def counted(rows: np.ndarray) -> list[Counted]:
        return [replace(c, missing=leads[c.missing], wrong=leads[c.wrong]) for c in cohort(then, place[rows])]

    return counted(leads), [(name, counted(rows)) for name, rows in parts]


def _split(view: View, table: str, by: str | None, rows: np.ndarray, warnings: list[Text] | None) -> list[tuple[str, np.ndarray]]:
    found = members(view, table, by, rows)
    if warnings is not None and len(found) == MOST_MEMBERS:
        warnings.append(Text("Only the %n largest member(s) are shown.", "", MOST_MEMBERS))
    return found


def _period_parts(view: View, period: Period, by: str | None, warnings: list[Text]) -> _Parts:
    j = journeys(view.data)
    whole: list[Counted] = []
    split: dict[str, list[Counted]] = {}
    for stage in (LEAD, *STEPS):
        table = SOURCES[stage][0]
        cannot = view.carries(table)
        rows = in_period(view, period, stage) if cannot is None else None
        if rows is None:
            warnings += [cannot] if cannot is not None else []
            whole.append(NOTHING)
            for row in split.values():
                row.append(NOTHING)
            continue
        whole.append(_count(j, stage, rows))
        absent = _count(j, stage, rows[:0]) if by is None or view.data.dimension(table, by) is not None else NOTHING
        for name, mine in _split(view, table, by, rows, warnings if not stage else None):
            split.setdefault(name, [_zero(c) for c in whole[:stage]]).append(_count(j, stage, mine))
        for row in split.values():
            row += [absent] * (stage + 1 - len(row))
    return whole, sorted(split.items(), key=lambda m: -(m[1][0].count or 0))[:MOST_MEMBERS]


def _zero(c: Counted) -> Counted:
    return NOTHING if c.count is None else Counted(0.0)


def _count(j: Journeys, stage: int, rows: np.ndarray) -> Counted:
    took = days_taken(j, stage, rows)
    return Counted(float(len(rows)), days=spread(took), wrong=rows[out_of_order(took)] if len(took) else rows[:0])
