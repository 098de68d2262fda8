"""Leads and their deals, worked out once per revision: which leads have a deal, which were won, and when."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kpi_desktop.metrics.dataset import WON, Dataset
from kpi_desktop.model.schema import NO_DAY


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
