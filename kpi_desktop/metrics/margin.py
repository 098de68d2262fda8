"""Revenue and gross profit of customers: from invoices, else from won deals. Used by profitability, retention, ceilings and verdicts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kpi_desktop.metrics.dataset import WON, View
from kpi_desktop.model.selection import Period


@dataclass(frozen=True, eq=False)
class Sales:
    """Rows that carry a period's revenue: positions in `table`, customer code (-1 not named), revenue and cost (NaN unknown)."""

    table: str
    positions: np.ndarray
    customer: np.ndarray
    revenue: np.ndarray
    cost: np.ndarray


@dataclass(frozen=True, eq=False)
class Profit:
    """Gross profit of a period over the customers whose every row has a cost.

    `profits` per customer (their codes in `customers`); `revenue` and `cost` are theirs, `all_revenue` is everyone's.
    """

    customers: np.ndarray
    profits: np.ndarray
    revenues: np.ndarray
    cost: float
    all_revenue: float
    counted: np.ndarray
    """True for the rows of `sales.positions` that the figure is computed from."""

    @property
    def revenue(self) -> float:
        """Net revenue of the customers counted."""
        return float(self.revenues.sum())

    @property
    def total(self) -> float:
        """Gross profit."""
        return float(self.profits.sum())

    @property
    def per_customer(self) -> float | None:
        """Gross profit per customer; None without customers."""
        return self.total / len(self.profits) if len(self.profits) else None

    @property
    def coverage(self) -> float | None:
        """Share of revenue that the customers counted stand for."""
        return self.revenue / self.all_revenue if self.all_revenue else None


def source(view: View) -> str | None:
    """The table that revenue comes from: invoices, else won deals with an amount; None without either."""
    if view.data.has("invoices", "revenue"):
        return "invoices"
    return "deals" if view.data.has("deals", "amount") else None


def sales(view: View, period: Period) -> Sales | None:
    """The period's revenue rows; None where the data hold no revenue."""
    table = source(view)
    if table is None:
        return None
    data = view.data
    if table == "invoices":
        found = view.between("invoices", "date", period)
        return Sales(table, found, data.column(table, "customer")[found], data.column(table, "revenue")[found], data.column(table, "cost")[found])
    found = view.between("deals", "closed", period)
    found = found[data.column("deals", "outcome")[found] == WON]
    return Sales(table, found, data.column(table, "customer")[found], data.column(table, "amount")[found], data.column(table, "cost")[found])


def profit(rows: Sales) -> Profit:
    """Gross profit per customer: rows without a cost are not taken for cost 0, their customers are left out."""
    named = (rows.customer >= 0) & ~np.isnan(rows.revenue)
    without = np.unique(rows.customer[named & np.isnan(rows.cost)])
    counted = named & ~np.isin(rows.customer, without)
    customers, place = np.unique(rows.customer[counted], return_inverse=True)
    revenue, cost = rows.revenue[counted], rows.cost[counted]
    revenues = np.bincount(place, revenue, len(customers))
    return Profit(customers, revenues - np.bincount(place, cost, len(customers)), revenues, float(cost.sum()),
                  float(np.nansum(rows.revenue)), counted)
