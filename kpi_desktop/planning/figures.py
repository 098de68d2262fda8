"""A practice's figures of a period: what it cost and what it brought."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import isnan

import numpy as np

from kpi_desktop.metrics import spend
from kpi_desktop.metrics.dataset import WON, View
from kpi_desktop.metrics.journeys import IDS, LEAD, journeys
from kpi_desktop.metrics.reached import MOST_MEMBERS, cohort_leads
from kpi_desktop.metrics.stats import compound_interval, poisson_interval
from kpi_desktop.metrics.visitors import CARRIED, distinct
from kpi_desktop.model.selection import Driver, Period
from kpi_desktop.planning.practices import Ends


@dataclass(frozen=True)
class Figures:
    """Counts of the period; money in the workspace's currency. `spend` is loaded with shared cost, None where no spend is known at all.

    `revenue` is None where no won deal has an amount; `gross_profit` where a won deal lacks amount or cost. The squares are summed over the won deals:
    with the sums they tell the interval of a sum of so many deals.
    """

    spend: float | None = None
    direct: float | None = None
    leads: int = 0
    mqls: int = 0
    sqls: int = 0
    won: int = 0
    revenue: float | None = None
    gross_profit: float | None = None
    revenue_squares: float = 0.0
    profit_squares: float = 0.0


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
    nothing = (0, 0.0 if data.has("deals", "amount") else None, 0.0, 0.0, 0.0)
    priced = data.has("deals", "cost")
    out = {}
    for name in dict.fromkeys([*parts.members, *(n for c in counts.values() for n in c), *sales]):
        won, revenue, squares, profit, profit_squares = sales.get(name, nothing)
        out[name] = Figures(
            loaded.get(name, 0.0) if parts.known else None, direct.get(name, 0.0) if parts.known else None,
            counts["created"].get(name, 0), counts["mql"].get(name, 0), counts["sql"].get(name, 0), won, revenue,
            profit if priced else None, squares, profit_squares if priced and profit is not None else 0.0)
    return out


def _counts(view: View, table: str, dimension: str, rows: np.ndarray) -> dict[str, int]:
    groups = view.groups(table, dimension, rows) if view.carries(table) is None else None
    return {} if groups is None else dict(zip(groups[0], np.bincount(groups[1], minlength=len(groups[0])).tolist(), strict=True))


_Sold = tuple[int, float | None, float, float | None, float]


def _sales(view: View, dimension: str, period: Period) -> dict[str, _Sold]:
    """Member -> (won deals of the period, their revenue, its squares, their gross profit, its squares), as `Figures` tells them."""
    if view.carries("deals") is not None:
        return {}
    closed = view.between("deals", "closed", period)
    won = closed[view.column("deals", "outcome")[closed] == WON]
    groups = view.groups("deals", dimension, won)
    if groups is None:
        return {}
    names, place = groups
    amount, cost = view.column("deals", "amount")[won], view.column("deals", "cost")[won]
    count, paid = (np.bincount(place[rows], minlength=len(names)).tolist() for rows in (slice(None), ~np.isnan(amount)))
    money = np.nan_to_num(amount)
    sums = [np.bincount(place, values, len(names)).tolist() for values in (money, money**2, amount - cost, (amount - cost) ** 2)]
    return {name: (n, revenue if some else None, squares, None if isnan(profit) else profit, profit_squares)
            for name, n, some, revenue, squares, profit, profit_squares in zip(names, count, paid, *sums, strict=True)}


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


@lru_cache(maxsize=4096)
def count_interval(count: float) -> tuple[float, float]:
    """95 % interval of a count; practices have the same few numbers over and over."""
    return poisson_interval(float(count))


def romi(f: Figures, profit: float | None) -> float | None:
    """(Gross profit less spend) / spend; None where one of them is not known."""
    return None if profit is None or not f.spend else (profit - f.spend) / f.spend


def intervals(f: Figures) -> dict[str, Ends]:
    """95 % intervals: counts as Poisson counts, money as sums over so many deals; none of money where no deal was won."""
    counts = {"leads": f.leads, "mqls": f.mqls, "sqls": f.sqls, "won": f.won}
    found: dict[str, Ends] = {name: count_interval(n) for name, n in counts.items()}
    if f.revenue is not None and f.revenue_squares:
        found["revenue"] = compound_interval(f.revenue, f.revenue_squares)
    if f.gross_profit is not None and f.profit_squares:
        low, high = compound_interval(f.gross_profit, f.profit_squares)
        found["gross_profit"] = low, high
        if f.spend and f.spend > 0:
            found["romi"] = romi(f, low), romi(f, high)
    return found
