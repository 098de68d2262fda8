"""Leads and their deals, worked out once per revision: which leads have a deal, which were won, and when.

A deal finds its lead by id; where it names none, by its customer's name against the leads' companies, without legal form and case.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kpi_desktop.metrics.dataset import WON, Dataset
from kpi_desktop.metrics.names import fingerprint
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import NO_DAY

NOT, BY_ID, BY_COMPANY = range(3)
BY = (Text("not linked"), Text("by id or name"), Text("by company"))
"""How a row found the one that it belongs to, by code."""
_PAIRS = (("deals", "lead", Text("Deals to leads")), ("attendance", "lead", Text("Attendance to leads")), ("deals", "customer", Text("Deals to customers")),
          ("invoices", "customer", Text("Invoices to customers")), ("nps", "customer", Text("NPS answers to customers")))


@dataclass(frozen=True, eq=False)
class Link:
    """Per row of a table: the position of the row that it belongs to (-1 none), and how that was found (a code of BY)."""

    rows: np.ndarray
    by: np.ndarray


@dataclass(frozen=True)
class Share:
    """How many rows of one table find theirs in another, by each means in the order of BY."""

    label: Text
    counts: tuple[int, ...]


def link(data: Dataset, table: str, column: str) -> Link:
    """Where each row belongs. A company's deal goes to its latest lead that was there before the deal, never to a later one."""
    key = ("link", table, column)
    if key not in data.derived:
        rows = data.linked(table, column)
        by = np.where(rows >= 0, BY_ID, NOT).astype(np.int8)
        if (table, column) == ("deals", "lead"):
            rows = _by_company(data, rows)
            by[(by == NOT) & (rows >= 0)] = BY_COMPANY
        data.derived[key] = Link(rows, by)
    return data.derived[key]


def shares(data: Dataset) -> tuple[Share, ...]:
    """How the rows of each pair of tables find each other; pairs of which one table is empty are left out."""
    other = {"lead": "leads", "customer": "customers"}
    return tuple(Share(label, tuple(int(n) for n in np.bincount(link(data, table, column).by, minlength=len(BY))))
                 for table, column, label in _PAIRS if data.size(table) and data.size(other[column]))


def _by_company(data: Dataset, rows: np.ndarray) -> np.ndarray:
    """Rows with the leads of deals that name none: the latest lead of the company that was created by the day of the deal."""
    company, lead_day = data.column("leads", "company"), data.column("leads", "created")
    customer, deal_day = data.column("deals", "customer"), data.column("deals", "created")
    open_ones = np.flatnonzero((rows < 0) & (customer >= 0) & (deal_day != NO_DAY))
    known = np.flatnonzero((company >= 0) & (lead_day != NO_DAY))
    if not len(open_ones) or not len(known):
        return rows
    rows, number = rows.copy(), _companies(data, (company[known], customer[open_ones]))
    asked = number[customer[open_ones]]
    order = known[np.lexsort((known, lead_day[known], number[company[known]]))]
    far = int(max(lead_day[known].max(), deal_day[open_ones].max())) + 1
    base = min(int(lead_day[known].min()), int(deal_day[open_ones].min()))
    span = far - base + 1
    filed = number[company[order]].astype(np.int64) * span + (lead_day[order].astype(np.int64) - base)
    last = np.searchsorted(filed, asked.astype(np.int64) * span + (deal_day[open_ones].astype(np.int64) - base), side="right") - 1
    found = order[np.maximum(last, 0)]
    right = (last >= 0) & (asked >= 0) & (number[company[found]] == asked)
    rows[open_ones[right]] = found[right]
    return rows


def _companies(data: Dataset, used: tuple[np.ndarray, ...]) -> np.ndarray:
    """A number for each name code in use, the same for names of one company; -1 for others and for names without letters."""
    numbers: dict[str, int] = {}
    out = np.full(len(data.names), -1, np.int64)
    for code in np.unique(np.concatenate(used)):
        if (form := fingerprint(data.names[code], "company")) != "":
            out[code] = numbers.setdefault(form, len(numbers))
    return out


@dataclass(frozen=True, eq=False)
class LeadDeals:
    """Per lead, in table order: its first deal's created day and its first won deal's closing day (NO_DAY where there is none).

    `linked` says whether any deal names a lead at all; without that, nothing is known about what leads became.
    """

    deal_day: np.ndarray
    won_day: np.ndarray
    linked: bool

    @property
    def has_deal(self) -> np.ndarray:
        """True for leads with a deal."""
        return self.deal_day != NO_DAY

    @property
    def won(self) -> np.ndarray:
        """True for leads with a won deal."""
        return self.won_day != NO_DAY


def lead_deals(data: Dataset) -> LeadDeals:
    """What became of each lead."""
    if "lead deals" not in data.derived:
        leads = link(data, "deals", "lead").rows
        there = leads >= 0
        won = there & (data.column("deals", "outcome") == WON)
        closed, created = data.column("deals", "closed"), data.column("deals", "created")
        won_closed = np.where(closed == NO_DAY, created, closed)
        data.derived["lead deals"] = LeadDeals(_earliest(data.size("leads"), leads[there], created[there]),
                                               _earliest(data.size("leads"), leads[won], won_closed[won]), bool(there.any()))
    return data.derived["lead deals"]


def _earliest(size: int, rows: np.ndarray, days: np.ndarray) -> np.ndarray:
    far = np.iinfo(np.int32).max
    first = np.full(size, far, np.int32)
    np.minimum.at(first, rows, np.where(days == NO_DAY, far, days))
    return np.where(first == far, NO_DAY, first)


def days_between(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Days from `start` to `end` where both are known and in order (float array of those alone)."""
    both = (start != NO_DAY) & (end != NO_DAY) & (end >= start)
    return (end[both].astype(np.int64) - start[both]).astype(float)


def median(values: np.ndarray) -> float | None:
    """The median; None without values."""
    return float(np.median(values)) if len(values) else None
