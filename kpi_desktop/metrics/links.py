"""What comes of the links between rows, worked out once per revision: how many found theirs, which leads have a deal, were won, and when."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kpi_desktop.metrics.dataset import WON, Dataset
from kpi_desktop.metrics.linked import BY, NOT, Share
from kpi_desktop.metrics.linking import same_companies
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import NO_DAY

_PAIRS = (("deals", "lead", "leads", Text("Deals to leads")), ("attendance", "lead", "leads", Text("Attendance to leads")),
          ("deals", "customer", "customers", Text("Deals to customers")), ("invoices", "customer", "customers", Text("Invoices to customers")),
          ("nps", "customer", "customers", Text("NPS answers to customers")))


def shares(data: Dataset) -> tuple[Share, ...]:
    """How the rows of each pair of tables find each other; pairs of which one table is empty are left out."""
    return tuple(_share(data, table, column, label) for table, column, other, label in _PAIRS if data.size(table) and data.size(other))


def _share(data: Dataset, table: str, column: str, label: Text) -> Share:
    by = data.link(table, column).by
    counts = np.bincount(by, minlength=len(BY))
    return Share(label, tuple(int(n) for n in counts), data.rows(table, np.flatnonzero(by == NOT)))


def customer_codes(data: Dataset, table: str) -> np.ndarray:
    """The name code of each row's customer: as the customers call it where it is among them, else as the row does (-1 for none)."""
    rows, own = data.linked(table, "customer"), data.column(table, "customer")
    return np.where(rows >= 0, data.column("customers", "customer")[rows], own) if data.size("customers") else own


def meant(data: Dataset, held: np.ndarray, said: np.ndarray) -> np.ndarray:
    """Those of the name codes held that others mean: the same name, or, where nobody is called so, the same company."""
    held, said = (np.unique(codes[codes >= 0]) for codes in (held, said))
    known, unknown = np.intersect1d(held, said), np.setdiff1d(said, held)
    numbers, asked = same_companies(data.names, held, unknown) if len(unknown) else (held, unknown)
    return np.union1d(known, held[np.isin(numbers, asked[asked >= 0])])


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
        leads = data.linked("deals", "lead")
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
