"""A practice's figures of a period: what it cost and what it brought."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan

import numpy as np

from kpi_desktop.metrics import spend
from kpi_desktop.metrics.dataset import WON, View
from kpi_desktop.metrics.journeys import IDS, LEAD, journeys
from kpi_desktop.metrics.reached import MOST_MEMBERS, cohort_leads
from kpi_desktop.metrics.visitors import CARRIED, distinct
from kpi_desktop.model.selection import Driver, Period


@dataclass(frozen=True)
class Figures:
    """Counts of the period; money in the workspace's currency. `spend` is loaded with shared cost, None where no spend is known at all.

    `revenue` is None where no won deal has an amount; `gross_profit` where a won deal lacks amount or cost.
    """

    spend: float | None = None
    direct: float | None = None
    leads: int = 0
    mqls: int = 0
    sqls: int = 0
    won: int = 0
    revenue: float | None = None
    gross_profit: float | None = None


def figures(view: View, period: Period, dimension: str, driver: Driver) -> dict[str, Figures]:
    """Member of the dimension -> its figures; "" holds what names no member. Empty where leads cannot carry the dimension."""
    data = view.data
    if data.dimension("leads", dimension) is None or view.carries("leads") is not None:
        return {}
    parts = spend.allocate(view, period, dimension, driver)
    direct = dict(zip(parts.members, parts.direct.tolist(), strict=True))
    loaded = dict(zip(parts.members, parts.loaded.tolist(), strict=True))
    counts = {field: _counts(view, "leads", dimension, view.between("leads", field, period)) for field in ("created", "mql", "sql")}
    sales = _sales(view, dimension, period)
    priced, nothing = data.has("deals", "cost"), (0, 0.0 if data.has("deals", "amount") else None, 0.0 if data.has("deals", "cost") else None)
    out = {}
    for name in dict.fromkeys([*parts.members, *(n for c in counts.values() for n in c), *sales]):
        won, revenue, profit = sales.get(name, nothing)
        out[name] = Figures(
            loaded.get(name, 0.0) if parts.known else None, direct.get(name, 0.0) if parts.known else None,
            counts["created"].get(name, 0), counts["mql"].get(name, 0), counts["sql"].get(name, 0), won, revenue, profit if priced else None)
    return out


def _counts(view: View, table: str, dimension: str, rows: np.ndarray) -> dict[str, int]:
    groups = view.groups(table, dimension, rows) if view.carries(table) is None else None
    return {} if groups is None else dict(zip(groups[0], np.bincount(groups[1], minlength=len(groups[0])).tolist(), strict=True))


def _sales(view: View, dimension: str, period: Period) -> dict[str, tuple[int, float | None, float | None]]:
    """Member -> (won deals of the period, their revenue, their gross profit), as `Figures` tells them."""
    if view.carries("deals") is not None:
        return {}
    closed = view.between("deals", "closed", period)
    won = closed[view.column("deals", "outcome")[closed] == WON]
    groups = view.groups("deals", dimension, won)
    if groups is None:
        return {}
    names, place = groups
    amount, cost = view.column("deals", "amount")[won], view.column("deals", "cost")[won]
    count, paid = (np.bincount(place[rows], minlength=len(names)) for rows in (slice(None), ~np.isnan(amount)))
    revenue = np.bincount(place, np.nan_to_num(amount), len(names)).tolist()
    profit = np.bincount(place, amount - cost, len(names)).tolist()
    return {name: (n, r if some else None, None if isnan(p) else p)
            for name, n, some, r, p in zip(names, count.tolist(), paid.tolist(), revenue, profit, strict=True)}


def stages(view: View, period: Period, dimension: str) -> tuple[frozenset[str], dict[str, dict[str, float | None]]]:
    """(the stages that the data hold, member -> stage -> count) of the period's cohort: the counts of the funnel's cohort reading and of its largest
    members, without what a funnel tells beside them."""
    j = journeys(view.data)
    visitors, leads = distinct(view, period).value, cohort_leads(view, period, j.today)
    groups = view.groups("leads", dimension, leads) if leads is not None else None
    known = {IDS[s + 1] for s in range(5) if leads is not None and (j.known[s] or s == LEAD)} | ({"visitors"} if visitors is not None else set())
    if leads is None or groups is None:
        return frozenset(known), {}
    names = groups[0][:MOST_MEMBERS]
    deep = np.bincount(groups[1] * 5 + j.furthest[leads], minlength=5 * len(groups[0])).reshape(-1, 5)
    reached = deep[:, ::-1].cumsum(axis=1)[:, ::-1].astype(float).tolist()
    carried = dimension in CARRIED and "visits" in view.data.dimensions.get(dimension, ())
    rows: dict[str, dict[str, float | None]] = {}
    for name, counts in zip(names, reached, strict=False):
        rows[name] = {IDS[s + 1]: counts[s] if IDS[s + 1] in known else None for s in range(5)}
        rows[name]["visitors"] = distinct(view.narrowed(dimension, name), period).value if carried else None
    return frozenset(known), rows
