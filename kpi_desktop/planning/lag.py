"""How long leads take: the share of a month's leads (or SQLs) that come to the next stage in the same month, one month later, and so on."""

from __future__ import annotations

from calendar import monthrange

import numpy as np

from kpi_desktop.model.schema import NO_DAY
from kpi_desktop.model.selection import Period

LONGEST = 36
"""Months after which nobody is waited for any more."""


def month_numbers(days: np.ndarray) -> np.ndarray:
    """Year x 12 + month (0 to 11) of day numbers; NO_DAY stays NO_DAY."""
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + 1970 * 12
    return np.where(days == NO_DAY, NO_DAY, months)


def months_of(period: Period) -> tuple[np.ndarray, np.ndarray]:
    """(the month numbers of a period, which share of each month's days lies in it)."""
    first, last = (day.year * 12 + day.month - 1 for day in (period.first, period.last))
    numbers = np.arange(first, last + 1)
    lengths = np.array([monthrange(n // 12, n % 12 + 1)[1] for n in numbers.tolist()], float)
    held = lengths.copy()
    held[-1] = period.last.day
    held[0] -= period.first.day - 1
    return numbers, held / lengths


def code(number: int) -> str:
    """A month number as the workspace writes it: 2026-01."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def incidence(start: np.ndarray, end: np.ndarray, last: int) -> np.ndarray:
    """The share of those begun that have come to the end 0, 1, 2 ... calendar months later (Kaplan-Meier by months; sums to what comes in all).

    `start` and `end` are month numbers (NO_DAY where it has not come), `last` is the last month seen to its end. Those begun lately count for the months that
    they have been watched, so that a young cohort neither hides late comers nor passes for one that failed.
    """
    known = (start != NO_DAY) & (start <= last)
    start, end = start[known], end[known]
    came = (end != NO_DAY) & (end <= last)
    took = np.where(came, np.maximum(end - start, 0), LONGEST + 1)
    watched = np.minimum(last - start, LONGEST)
    if not len(start):
        return np.zeros(1)
    ages = int(watched.max()) + 1
    events = np.bincount(took[came & (took <= LONGEST)], minlength=ages)[:ages].astype(float)
    left = np.minimum(watched, took)  # the last age at which each is at risk
    at_risk = np.bincount(left, minlength=ages)[::-1].cumsum()[::-1].astype(float)
    hazard = np.divide(events, at_risk, out=np.zeros(ages), where=at_risk > 0)
    before = np.concatenate([[1.0], np.cumprod(1 - hazard)[:-1]])
    return before * hazard


def spread(cohorts: np.ndarray, shares: np.ndarray, months: int) -> np.ndarray:
    """What falls in each month when a month's cohort (rows: practices, columns: months) comes by `shares`; `months` columns."""
    out = np.zeros((len(cohorts), months))
    for age, share in enumerate(shares[:months].tolist()):
        if share:
            width = min(cohorts.shape[1], months - age)
            out[:, age:age + width] += share * cohorts[:, :width]
    return out
