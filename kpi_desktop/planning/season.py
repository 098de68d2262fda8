"""The season of a portfolio: the index of each month of the year."""

from __future__ import annotations

import numpy as np

_YEAR = 12
_PRIOR = 10.0
"""SQLs that each month of the year is drawn towards the average by: a few SQLs make no season."""


def season(months: np.ndarray, brought: np.ndarray, last: int) -> tuple[np.ndarray, bool]:
    """(index of January to December with mean 1, whether the data could tell it). Flat with fewer than 12 whole months.

    `brought` are the SQLs that the leads created in each of the month numbers `months` stand for, `last` is the last month seen to its end.
    """
    seen = np.flatnonzero(months <= last)
    seen = seen[len(seen) % _YEAR:]  # whole years, or a month that comes twice would seem to be high season
    if not len(seen) or not brought[seen].sum():
        return np.ones(_YEAR), False
    counts = np.bincount(months[seen] % _YEAR, brought[seen], _YEAR)
    index = (counts + _PRIOR) / (counts.mean() + _PRIOR)
    return index / index.mean(), True
