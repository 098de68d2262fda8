"""How firm verdicts are, for all practices at once: what the rules see of a case is told by a few yes and no, so each combination is judged once.

With thousands of practices and fourteen settings, judging each case by itself would take seconds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from kpi_desktop.metrics.dataset import Dataset, View
from kpi_desktop.metrics.links import days_between
from kpi_desktop.model.schema import NO_DAY
from kpi_desktop.model.selection import Period
from kpi_desktop.planning.figures import count_interval
from kpi_desktop.planning.model import Fit

_UNKNOWN = -1


@dataclass(frozen=True, eq=False)
class Levels:
    """What the rules compare with: the least P(cost per SQL <= ceiling) to keep, the least P(cost per SQL > `too_dear` ceilings) to eliminate, the widest
    interval (high to low)."""

    keep: float
    eliminate: float
    too_dear: float
    widest: float


@dataclass(frozen=True, eq=False)
class Practices:
    """All practices under one setting, arrays of equal length: spend (0 or less: none to judge), SQLs, the most SQLs that one mended step would bring (0: no
    step), and `told`, whatever else the rules see (a number for each combination)."""

    spend: np.ndarray
    sqls: np.ndarray
    mended: np.ndarray
    told: np.ndarray


class Members:
    """Puts figures of members, told by code, into the order of the practices; a practice without one has 0."""

    def __init__(self, data: Dataset, names: list[str]) -> None:
        self._data, self._index = data, {name: k for k, name in enumerate(names)}
        self._place = np.full(len(data.names) + 1, _UNKNOWN)

    def of(self, codes: np.ndarray, values: np.ndarray) -> np.ndarray:
        """The values by practice; those of no practice are left out."""
        for code in codes[self._place[codes] == _UNKNOWN].tolist():
            self._place[code] = self._index.get(self._data.name(code), len(self._index))
        found = np.zeros(len(self._index) + 1)
        found[self._place[codes]] = values
        return found[:-1]


def alike(practices: Practices, prior: Fit | None, ceiling: float | None, levels: Levels) -> np.ndarray:
    """A number for each practice: the same for those whose cases answer every question of the rules alike."""
    number = practices.told.astype(np.int64) << 5
    if prior is None or ceiling is None or ceiling <= 0:
        return number
    paid = practices.spend > 0
    spend, sqls, best = practices.spend[paid], practices.sqls[paid], practices.mended[paid]
    low, high = intervals(spend, sqls)
    keep = reaches(spend, sqls, lambda s, n: prior.all_within(s, n, ceiling) >= levels.keep)
    cheap = reaches(spend, sqls, lambda s, n: 1 - prior.all_within(s, n, levels.too_dear * ceiling) < levels.eliminate)
    dear = (best <= 0) | (spend / np.where(best > 0, best, 1.0) > ceiling)
    number[paid] += 1 + 2 * keep + 4 * cheap + 8 * (high > levels.widest * low) + 16 * dear
    return number


def reaches(spend: np.ndarray, sqls: np.ndarray, holds: Callable[[np.ndarray, np.ndarray], np.ndarray]) -> np.ndarray:
    """Where `holds(spend, SQLs)`; of practices with as many SQLs it holds up to some spend, so it is asked for a few of each number alone."""
    order = np.lexsort((spend, sqls))
    low = np.flatnonzero(np.diff(sqls[order], prepend=-1.0))
    first, high = low.copy(), np.append(low[1:], len(order))
    sizes = high - first
    while len(open_ := np.flatnonzero(low < high)):
        middle = (low[open_] + high[open_]) // 2
        held = holds(spend[order[middle]], sqls[order[middle]])
        low[open_] = np.where(held, middle + 1, low[open_])
        high[open_] = np.where(held, high[open_], middle)
    found = np.empty(len(order), bool)
    found[order] = np.arange(len(order)) < np.repeat(low, sizes)
    return found


def intervals(spend: np.ndarray, sqls: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """95 % interval of each cost per SQL as `cost_per_sql.interval` tells it; infinite where there is no upper end."""
    counts, place = np.unique(sqls, return_inverse=True)
    ends = np.array([count_interval(float(n)) for n in counts]).reshape(len(counts), 2)[place]
    return spend / ends[:, 1], np.divide(spend, ends[:, 0], out=np.full(len(spend), np.inf), where=ends[:, 0] > 0)


def judged(numbers: np.ndarray, verdict: Callable[[int], str], known: dict[int, str]) -> np.ndarray:
    """The verdict on each practice; `verdict(place)` judges the one at a place, asked once for each number that is not `known` yet."""
    found, at, place = np.unique(numbers, return_index=True, return_inverse=True)
    for number, where in zip(found.tolist(), at.tolist(), strict=True):
        if number not in known:
            known[number] = verdict(where)
    return np.array([known[n] for n in found.tolist()])[place]


# -- the age of leads ----------------------------------------------------------------------------------------------------


def mature(view: View, period: Period, dimension: str) -> dict[str, float]:
    """Member -> share of its leads of the period that are older than its own 80th percentile of lead-to-SQL days (the portfolio's without any)."""
    return {name: share for name, (share, _) in ages(view, period, dimension).items()}


def ages(view: View, period: Period, dimension: str) -> dict[str, tuple[float, float]]:
    """Member -> (share of its leads that have had their time, that time in days); see `mature`."""
    data, leads = view.data, view.between("leads", "created", period)
    groups = view.groups("leads", dimension, leads)
    if groups is None or not groups[0]:
        return {}
    names, place = groups
    created, sql = data.column("leads", "created"), data.column("leads", "sql")
    start, end = created[leads].astype(np.int64), sql[leads].astype(np.int64)
    took = (sql[leads] != NO_DAY) & (end >= start)
    waits, known = _eighty(place[took], (end - start)[took], len(names))
    if not known.all():
        everyone = days_between(created, sql)
        waits[~known] = float(np.percentile(everyone, 80)) if len(everyone) else 0.0
    old = np.bincount(place, data.today - start >= waits[place], len(names)) / np.bincount(place, minlength=len(names))
    return {name: (share, wait) for name, share, wait in zip(names, old.tolist(), waits.tolist(), strict=True)}


def _eighty(place: np.ndarray, days: np.ndarray, size: int) -> tuple[np.ndarray, np.ndarray]:
    """(80th percentile of each group's whole days, interpolated as numpy does; whether the group has any)."""
    counts = np.bincount(place, minlength=size)
    most = int(days.max(initial=0)) + 1
    ordered = np.sort(place * most + days) % most
    known = counts > 0
    at = (counts[known] - 1) * 0.8
    below = np.floor(at).astype(np.int64)
    first = (np.cumsum(counts) - counts)[known]
    low, high, part = ordered[first + below], ordered[first + np.minimum(below + 1, counts[known] - 1)], at - below
    waits = np.zeros(size)
    waits[known] = np.where(part < 0.5, low + (high - low) * part, high - (high - low) * (1 - part))
    return waits, known
