"""Intervals and tests: each function names its formula and where it is from."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from kpi_desktop.metrics.forms import SMALL_SAMPLE as SMALL_SAMPLE

Z95 = 1.959963984540054
_RESAMPLES = 1000
_SEED = 20240607
_LARGE = 2000


def wilson(k: float, n: float, z: float = Z95) -> tuple[float, float]:
    """95 % interval of a rate k/n (Wilson, JASA 22, 1927, p. 209). n must be above 0."""
    p, z2 = k / n, z * z
    centre = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = z / (1 + z2 / n) * np.sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    return max(0.0, float(centre - half)), min(1.0, float(centre + half))


@cache
def _special() -> Any:
    """scipy.special, loaded when it is wanted; to ask for it by an import each time costs more than the figure."""
    from scipy import special

    return special


def poisson_interval(count: float, level: float = 0.95) -> tuple[float, float]:
    """Exact interval of a Poisson mean (Garwood, Biometrika 28, 1936, p. 437)."""
    tail, inverse = (1 - level) / 2, _special().gammaincinv
    low = float(inverse(count, tail)) if count > 0 else 0.0
    return low, float(inverse(count + 1, 1 - tail))


def compound_interval(total: float, squares: float) -> tuple[float, float]:
    """95 % interval of a sum over a Poisson number of values, from the sum and the sum of squares of those seen (Dobson et al., Statistics in Medicine 10,
    1991): the sum as a scaled Poisson count of the same variance, with Garwood's interval. Where losses outweigh, the normal law of that variance.
    A sum of nothing tells nothing: 0, 0.
    """
    if not squares:
        return total, total
    scale = squares / total if total > 0 else 0.0
    if scale > np.sqrt(squares):  # under one value's worth: values of both signs
        scale = 0.0
    if not scale:
        half = Z95 * float(np.sqrt(squares))
        return total - half, total + half
    low, high = poisson_interval(total / scale)
    return low * scale, high * scale


def nps_interval(promoters: int, detractors: int, n: int) -> tuple[float, float]:
    """95 % interval of NPS in points: adjusted Wald, n + 3 with 3/4 promoter and 3/4 detractor (Rocks, Interfaces 2016).

    A few answers of one kind lie outside their own adjusted interval (1 promoter of 1: -48..98); it is widened to the NPS itself.
    """
    total, value = n + 3, 100 * (promoters - detractors) / n
    p, d = (promoters + 0.75) / total, (detractors + 0.75) / total
    half = Z95 * np.sqrt((p + d - (p - d) ** 2) / total)
    return max(-100.0, min(value, float(100 * (p - d - half)))), min(100.0, max(value, float(100 * (p - d + half))))


def two_sided(z: float) -> float:
    """Probability that a standard normal value lies at least this far from 0."""
    return math.erfc(abs(z) / math.sqrt(2))


def two_proportions(k1: float, n1: float, k2: float, n2: float) -> float:
    """p value of the pooled two-proportion z test; 1.0 where it cannot be told."""
    pooled = (k1 + k2) / (n1 + n2)
    error = np.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
    return 1.0 if error == 0 else two_sided((k1 / n1 - k2 / n2) / error)


def rates_differ(k1: float, n1: float, k2: float, n2: float) -> bool | None:
    """Whether two rates differ by more than noise (p < 0.05); None where one has no observations."""
    return two_proportions(k1, n1, k2, n2) < 0.05 if n1 > 0 and n2 > 0 else None


def bootstrap_means(values: np.ndarray) -> np.ndarray:
    """1,000 resampled means (Efron 1979), fixed seed; above 2,000 values drawn from the normal law that they follow by then."""
    random = np.random.default_rng(_SEED)
    if len(values) > _LARGE:
        return random.normal(values.mean(), values.std(ddof=1) / np.sqrt(len(values)), _RESAMPLES)
    return values[random.integers(0, len(values), (_RESAMPLES, len(values)))].mean(axis=1)


def bootstrap_mean(values: np.ndarray) -> tuple[float, float] | None:
    """95 % percentile interval of a mean; None under two values."""
    if len(values) < 2:
        return None
    low, high = np.percentile(bootstrap_means(np.asarray(values, float)), (2.5, 97.5))
    return float(low), float(high)


def bootstrap_mean_of_rows(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """`bootstrap_mean` of every row of a table at once (low and high ends, one per row), by the same draws. At least two columns."""
    rows, wide = values.shape
    random = np.random.default_rng(_SEED)
    if wide > _LARGE:
        law = random.normal(size=_RESAMPLES)
        means = values.mean(axis=1)[:, None] + (values.std(axis=1, ddof=1) / np.sqrt(wide))[:, None] * law
    else:
        drawn = random.integers(0, wide, (_RESAMPLES, wide))
        times = np.bincount((drawn + wide * np.arange(_RESAMPLES)[:, None]).ravel(), minlength=_RESAMPLES * wide).reshape(_RESAMPLES, wide)
        means = values @ (times.T / wide)
    low, high = np.percentile(means, (2.5, 97.5), axis=1) if rows else (np.zeros(0), np.zeros(0))
    return low, high


def means_differ(a: np.ndarray | None, b: np.ndarray | None) -> bool | None:
    """Whether two means differ: the 95 % interval of the bootstrapped difference leaves 0 out. None under two values each."""
    if a is None or b is None or len(a) < 2 or len(b) < 2:
        return None
    random = np.random.default_rng(_SEED + 1)
    difference = bootstrap_means(np.asarray(a, float)) - random.permutation(bootstrap_means(np.asarray(b, float)))
    low, high = np.percentile(difference, (2.5, 97.5))
    return bool(low > 0 or high < 0)


def counts_differ(count_a: float, days_a: float, count_b: float, days_b: float) -> bool | None:
    """Whether two counts differ per day. Resampling rows with Poisson weights makes a count Poisson, so the bootstrap of the
    difference has a closed form: the normal test of two Poisson rates. None where both counts are 0."""
    if count_a + count_b == 0:
        return None
    rate = (count_a + count_b) / (days_a + days_b)
    error = np.sqrt(rate / days_a + rate / days_b)
    return two_sided((count_a / days_a - count_b / days_b) / error) < 0.05


def nps_differ(p1: int, d1: int, n1: int, p2: int, d2: int, n2: int) -> bool | None:
    """Whether two NPS differ (z test of the difference of two means of -1, 0, 1); None under two answers each."""
    if n1 < 2 or n2 < 2:
        return None
    m1, m2 = (p1 - d1) / n1, (p2 - d2) / n2
    error = np.sqrt(((p1 + d1) / n1 - m1 * m1) / n1 + ((p2 + d2) / n2 - m2 * m2) / n2)
    return bool(error > 0 and two_sided((m1 - m2) / error) < 0.05)


@dataclass(frozen=True, eq=False)
class KaplanMeier:
    """Share that has reached the event by each time, with a 95 % interval; arrays of equal length, times ascending (days)."""

    times: np.ndarray
    reached: np.ndarray
    low: np.ndarray
    high: np.ndarray

    def at(self, time: float) -> tuple[float, float, float]:
        """(share, low, high) reached by `time`; zeros before the first event."""
        place = int(np.searchsorted(self.times, time, side="right")) - 1
        return (0.0, 0.0, 0.0) if place < 0 else (float(self.reached[place]), float(self.low[place]), float(self.high[place]))


def kaplan_meier(durations: np.ndarray, observed: np.ndarray, weights: np.ndarray | None = None) -> KaplanMeier:
    """Product-limit estimate (Kaplan and Meier 1958) with Greenwood's variance on the log-log scale.

    `durations` days until the event or until it could no longer be seen, `observed` True where the event came.
    `weights` counts how many stand behind each entry (default: one), for durations that were counted per day beforehand.
    """
    times, events = _tallied(durations[observed], None if weights is None else weights[observed])
    if not len(times):
        empty = np.zeros(0)
        return KaplanMeier(empty, empty, empty, empty)
    every, counts = _tallied(durations, weights)
    upto = np.concatenate([[0], np.cumsum(counts)])
    at_risk = upto[-1] - upto[np.searchsorted(every, times, side="left")]
    survival = np.cumprod(1 - events / at_risk)
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = np.cumsum(events / (at_risk * (at_risk - events)))
        width = Z95 * np.sqrt(variance) / np.abs(np.log(survival))
        stay_low, stay_high = survival ** np.exp(width), survival ** np.exp(-width)
    edge = survival <= 0
    stay_low, stay_high = np.where(edge, 0.0, stay_low), np.where(edge, 0.0, stay_high)
    return KaplanMeier(times, 1 - survival, 1 - stay_high, 1 - stay_low)


def reached_by_day(came: np.ndarray, waiting: np.ndarray) -> tuple[float, float, float] | None:
    """(share, low, high) that `kaplan_meier` tells for the last event, from how many came and how many still wait by whole days 0, 1, 2 ...; None without
    an event. Nothing is sorted, and only the end of the curve is worked out."""
    times = np.flatnonzero(came)
    if not len(times):
        return None
    everyone = np.zeros(max(len(came), len(waiting)) + 1, np.int64)
    everyone[1:len(came) + 1] += came
    everyone[1:len(waiting) + 1] += waiting
    upto = everyone.cumsum()
    events, at_risk = came[times].astype(float), (upto[-1] - upto[times]).astype(float)
    survival = float((1 - events / at_risk).cumprod()[-1])
    if survival <= 0:
        return 1.0, 1.0, 1.0
    width = Z95 * math.sqrt((events / (at_risk * (at_risk - events))).cumsum()[-1]) / abs(math.log(survival))
    return 1 - survival, 1 - survival ** math.exp(-width), 1 - survival ** math.exp(width)


def _tallied(values: np.ndarray, weights: np.ndarray | None) -> tuple[np.ndarray, np.ndarray]:
    """Distinct values in order and how many entries (or how much weight) each has."""
    if weights is None:
        return np.unique(values, return_counts=True)
    found, place = np.unique(values, return_inverse=True)
    return found, np.bincount(place, weights, len(found))
