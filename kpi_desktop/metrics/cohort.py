"""The leads of a cohort stage by stage: how many came, in how many days, and how many are expected at maturity."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from kpi_desktop.metrics.journeys import LEAD, STEPS, Journeys, per_day, percentiles
from kpi_desktop.metrics.stats import reached_by_day
from kpi_desktop.model.schema import NO_DAY

_MATURING_SHARE = 0.1


def _nobody() -> np.ndarray:
    return np.zeros(0, np.int64)


@dataclass(frozen=True, eq=False)
class Counted:
    """What is known of one stage before the rates: see Stage. `missing` are positions of rows that passed it without a date of their own, `wrong`
    those whose date lies before its predecessor."""

    count: float | None = None
    low: float | None = None
    high: float | None = None
    days: tuple[float | None, float | None, float | None] = (None, None, None)
    expected: tuple[float, float, float] | None = None
    maturing: bool = False
    missing: np.ndarray = field(default_factory=_nobody)
    wrong: np.ndarray = field(default_factory=_nobody)


NOTHING = Counted()


def spread(took: np.ndarray) -> tuple[float | None, float | None, float | None]:
    """(median, 10th, 90th percentile) of the days in order."""
    tally = per_day(took[took >= 0])
    median, low, high = percentiles(tally, (0.5, 0.1, 0.9))
    return median, low, high


def out_of_order(took: np.ndarray) -> np.ndarray:
    """True where a stage came before its predecessor."""
    return (took < 0) & (took != NO_DAY)


def cohort(j: Journeys, leads: np.ndarray) -> list[Counted]:
    """The five lead stages of these leads, as far as they have come."""
    deep = j.furthest[leads]
    reached = np.bincount(deep, minlength=5)[::-1].cumsum()[::-1]
    row = [Counted(float(reached[LEAD]))]
    for s in STEPS:
        if not j.known[s]:
            row.append(NOTHING)
            continue
        if (p := j.before(s)) > LEAD:
            leads, deep = leads[deep >= p], deep[deep >= p]
        went = deep >= s
        there = leads[went]
        took, waited = j.took[s][there], j.waited[s][leads]
        expected = at_maturity(per_day(waited[went & (waited >= 0)]), per_day(waited[~went & (waited >= 0)]))
        row.append(Counted(float(reached[s]), days=spread(took), expected=expected, maturing=maturing(j, s, leads[~went], len(leads)),
                           missing=there[j.days[s][there] == NO_DAY], wrong=there[out_of_order(took)]))
    return row


def maturing(j: Journeys, stage: int, waiting: np.ndarray, n: int) -> bool:
    """Whether the raw rate has not had its time: more than a tenth of those at the stage before may still come and have waited for less
    than the 90th percentile of the days that the step took over all leads in the data."""
    if j.usual[stage] is None or not n:
        return False
    return bool(np.count_nonzero(j.young[stage][waiting]) > _MATURING_SHARE * n)


def at_maturity(came: np.ndarray, waiting: np.ndarray) -> tuple[float, float, float] | None:
    """Kaplan-Meier share that reaches the stage by the last day on which anyone did, with its 95 % interval; None without an event.

    `came` and `waiting` count people per day waited. Those who have not come are censored at today, the rejected and lost as well: with the
    censoring time known, that is the estimate in which they stay at risk without ever coming (Fine and Gray 1999).
    """
    return reached_by_day(came, waiting)
