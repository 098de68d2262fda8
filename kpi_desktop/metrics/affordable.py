"""The most that a SQL may cost: what it is worth on average, over the return that is required (kpi-definitions.md figure 5)."""

from __future__ import annotations

from datetime import timedelta

import numpy as np

from kpi_desktop.metrics import margin
from kpi_desktop.metrics.dataset import View
from kpi_desktop.metrics.links import days_between, lead_deals
from kpi_desktop.metrics.rows import Rows
from kpi_desktop.model.selection import Options, Period, day_of


def won_share(view: View, period: Period) -> tuple[int, int] | None:
    """(won, all) of the mature SQLs up to the period's end: those older than the 80th percentile of SQL-to-won days. None without any.

    A young SQL that is not won yet says nothing, so it is left out of both numbers.
    """
    mature = _mature_sqls(view, period)
    return (int(lead_deals(view.data).won[mature].sum()), len(mature)) if len(mature) else None


def _mature_sqls(view: View, period: Period) -> np.ndarray:
    data, deals = view.data, lead_deals(view.data)
    if not deals.linked or not data.has("leads", "sql"):
        return np.zeros(0, np.int64)
    order, days = data.order("leads", "sql")
    found = order[: int(np.searchsorted(days, min(period.hi, data.today), "right"))]
    if (mask := view.mask("leads")) is not None:
        found = found[mask[found]]
    took = days_between(data.column("leads", "sql")[found], deals.won_day[found])
    if not len(took):
        return found[:0]
    return found[data.column("leads", "sql")[found] <= data.today - np.percentile(took, 80)]


def ceiling(view: View, period: Period, options: Options) -> float | None:
    """The most a SQL may cost: gross profit per customer x P(SQL -> won) / required return (kpi-definitions.md figure 5).

    Gross profit per customer is that of the 12 months that end with the period, so that a month's ceiling is not a twelfth of a year's.
    """
    share, rows = won_share(view, period), margin.sales(view, _year_to(view, period))
    each = margin.profit(rows).per_customer if rows is not None else None
    if share is None or each is None or not share[1]:
        return None
    return each * share[0] / share[1] / options.required_return


def behind(view: View, period: Period) -> tuple[Rows, ...]:
    """The rows that a ceiling comes from: the sales of customers whose cost is known, and the mature SQLs."""
    rows = margin.sales(view, _year_to(view, period))
    sold = () if rows is None else (view.data.rows(rows.table, rows.positions[margin.profit(rows).counted]),)
    return (*sold, view.data.rows("leads", _mature_sqls(view, period)))


def _year_to(view: View, period: Period) -> Period:
    """The period, or the 12 months that end with it (or today) where it is shorter."""
    end = day_of(min(period.hi, max(view.data.today, period.lo)))
    return Period(end - timedelta(days=364), end) if period.days < 365 else period
