"""What a won deal of each practice brings: revenue and gross profit, shrunk towards the portfolio."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kpi_desktop.metrics import margin
from kpi_desktop.metrics.dataset import WON, View
from kpi_desktop.model.selection import Period, day_of
from kpi_desktop.planning.practices import DIMENSIONS


@dataclass(frozen=True, eq=False)
class Worth:
    """Revenue and gross profit of a won deal: mean per practice with its standard error, in the workspace's currency; None where the data hold none.

    `varies` is the coefficient of variation of single deals.
    """

    revenue: np.ndarray | None
    revenue_error: np.ndarray | None
    profit: np.ndarray | None
    profit_error: np.ndarray | None
    varies: float


def worth(view: View, kind: str, names: tuple[str, ...], place: np.ndarray) -> Worth:
    """What the won deals of each practice brought, shrunk: a practice with two deals is taken for nearly an average one.

    Gross profit is amount - cost of the won deals; where they carry no cost, the gross margin of the customers' invoices is taken of the amount.
    """
    data = view.data
    codes = data.dimension("deals", DIMENSIONS[kind])
    won = np.flatnonzero(data.column("deals", "outcome") == WON)
    amount = data.column("deals", "amount")[won]
    who = place[codes[won]] if codes is not None else np.full(len(won), -1)
    known = ~np.isnan(amount)
    if not known.any():
        found = _profit(view)
        each = None if found is None else found.per_customer
        flat = None if each is None else np.full(len(names), each)
        return Worth(None, None, flat, None if flat is None else np.abs(flat) * 0.1, 1.0)
    revenue, error = shrunk(amount[known], who[known], len(names))
    mean = float(amount[known].mean())
    varies = float(amount[known].std() / mean) if mean > 0 else 1.0
    profits = amount - data.column("deals", "cost")[won]
    told = ~np.isnan(profits)
    if told.any():
        return Worth(revenue, error, *shrunk(profits[told], who[told], len(names)), varies)
    share = _margin(view)
    return Worth(revenue, error, None if share is None else revenue * share, None if share is None else error * abs(share), varies)


def shrunk(values: np.ndarray, who: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """(each practice's mean drawn towards the mean of all, its standard error).

    The spread between practices is what the spread of their means exceeds chance by (DerSimonian and Laird 1986); `who` is -1 for values of no practice.
    """
    mean, spread = float(values.mean()), float(values.std(ddof=1)) if len(values) > 1 else abs(float(values.mean()))
    mine = who >= 0
    n = np.bincount(who[mine], minlength=count).astype(float)
    means = np.divide(np.bincount(who[mine], values[mine], count), n, out=np.full(count, mean), where=n > 0)
    between = 0.0
    if spread > 0 and np.count_nonzero(n) > 1:
        weight = n / spread ** 2
        centre = float(weight @ means / weight.sum())
        excess = float(weight @ (means - centre) ** 2) - (np.count_nonzero(n) - 1)
        between = max(0.0, excess / float(weight.sum() - (weight ** 2).sum() / weight.sum()))
    chance = spread ** 2 / len(values)
    if between <= 0:
        return np.full(count, mean), np.full(count, chance ** 0.5)
    kept = n / (n + spread ** 2 / between)
    return kept * means + (1 - kept) * mean, np.sqrt((1 - kept) * between + kept * chance)


def _margin(view: View) -> float | None:
    """Gross profit over revenue of the last year's customers that have a cost; None without any."""
    found = _profit(view)
    return found.total / found.revenue if found is not None and found.revenue > 0 else None


def _profit(view: View) -> margin.Profit | None:
    today = view.data.today
    rows = margin.sales(view, Period(day_of(today - 364), day_of(today)))
    return None if rows is None else margin.profit(rows)
