"""How many days a step of the funnel took: the distribution behind its median."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kpi_desktop.metrics.cohort import out_of_order, spread
from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.journeys import IDS, STEPS, journeys, per_day, percentile
from kpi_desktop.metrics.reached import reached
from kpi_desktop.model.selection import Selection

_MOST_BINS = 24
_WIDTHS = (1, 2, 3, 5, 7, 10, 14, 21, 30, 60, 90, 180, 365)


@dataclass(frozen=True)
class Durations:
    """Days that a step took, in bins of `width` days from 0: `counts` per bin; the last one is open above where `open_end`.

    `median`, `low` and `high` (10th and 90th percentile) are of the days in order; `wrong` are out of order and in no bin.
    """

    stage: str
    width: int
    counts: tuple[int, ...]
    open_end: bool
    median: float
    low: float
    high: float
    wrong: int = 0

    @property
    def n(self) -> int:
        """How many took these days."""
        return sum(self.counts)

    @property
    def middle(self) -> int:
        """The bin that holds the median."""
        return min(int(self.median // self.width), len(self.counts) - 1)


def durations(data: Dataset, selection: Selection, mode: str, stage: str) -> Durations | None:
    """The days from the stage before to this one ("mql", "sql", "deals" or "won"), of those whom the funnel counts; None where no days are known."""
    step = IDS.index(stage) - 1
    if step not in STEPS:
        return None
    found = reached(data.view(selection.filters), selection.period, journeys(data), mode, step)
    if found is None:
        return None
    median, low, high = spread(found.took)
    if median is None or low is None or high is None:
        return None
    width, counts, open_end = _binned(per_day(found.took[found.took >= 0]))
    return Durations(stage, width, counts, open_end, median, low, high, int(np.count_nonzero(out_of_order(found.took))))


def _binned(tally: np.ndarray) -> tuple[int, tuple[int, ...], bool]:
    """(width, counts, whether the last bin is open): a round width from Freedman and Diaconis (1981), 2 IQR / cube root of n, made wider until
    24 bins hold all but the slowest twentieth; what lies beyond goes to the open one."""
    low, high, most = (percentile(tally, q) or 0.0 for q in (0.25, 0.75, 0.95))
    least = max(2 * (high - low) / int(tally.sum()) ** (1 / 3), (most + 1) / (_MOST_BINS - 1))
    width = next((w for w in _WIDTHS if w >= least), 365 * int(np.ceil(least / 365)))
    closed = min((len(tally) - 1) // width + 1, _MOST_BINS - 1)
    counts = np.add.reduceat(tally, np.arange(0, min(len(tally), closed * width), width))
    beyond = int(tally[closed * width:].sum())
    if not beyond:
        return width, tuple(int(c) for c in counts), False
    inside = np.add.reduceat(tally[:closed * width], np.arange(0, closed * width, width))
    return width, (*(int(c) for c in inside), beyond), True
