"""From draws of what is to be expected to 80 % ranges of what will be counted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kpi_desktop.model.plans import Expected, Range

LOW, HIGH = 0.1, 0.9
"""The ends of an 80 % range."""


@dataclass(frozen=True, eq=False)
class Means:
    """Draws x columns (practices or months): expected leads, SQLs, won deals, and their revenue and gross profit (None unknown)."""

    leads: np.ndarray
    sqls: np.ndarray
    won: np.ndarray
    revenue: np.ndarray | None
    profit: np.ndarray | None


def between(drawn: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The 10th and the 90th percentile of each column of draws (the draw of that rank: among thousands, its neighbours say the same)."""
    ordered = np.ascontiguousarray(drawn.T)
    low, high = round(LOW * (ordered.shape[1] - 1)), round(HIGH * (ordered.shape[1] - 1))
    ordered.partition((low, high), axis=1)
    return ordered[:, low], ordered[:, high]


def ranged(drawn: np.ndarray) -> Range:
    """The mean and the 80 % range of one column of draws."""
    low, high = between(drawn[:, None])
    return Range(float(drawn.mean()), float(low[0]), float(high[0]))


def chance(mean: np.ndarray, z: np.ndarray, varies: float = 0.0) -> np.ndarray:
    """What is counted where `mean` is to be expected: a Poisson number of things, each of size 1 or of sizes with mean 1 that vary (coefficient of variation).

    By the first three moments (Cornish and Fisher 1938) from standard normals: unlike counts drawn one by one it moves smoothly with the mean, and a range of
    few counts holds 80 % of them on average and not far more.
    """
    square = varies ** 2
    return mean + np.sqrt(mean * (1 + square)) * z + (1 + 2 * square) / 6 * (z ** 2 - 1)


def expected(names: tuple[str, ...], means: Means, varies: float, noise: np.ndarray, total: str | None = None) -> tuple[Expected, ...]:
    """Each column as it may be counted, `noise` being four layers of standard normals of its shape; with `total` their sum last.

    `varies` is the coefficient of variation of single deals.
    """
    columns = [_column(mean, chance(mean, z), total is not None) for mean, z in zip((means.leads, means.sqls, means.won), noise, strict=False)]
    sized = np.divide(chance(means.won, noise[3], varies), means.won, out=np.zeros_like(means.won), where=means.won > 0)
    moneys = [None if mean is None else _column(mean, mean * sized, total is not None) for mean in (means.revenue, means.profit)]
    every = (*names, total) if total is not None else names
    return tuple(Expected(name, *(c[k] for c in columns), *(None if c is None else c[k] for c in moneys)) for k, name in enumerate(every))


def _column(mean: np.ndarray, drawn: np.ndarray, summed: bool) -> list[Range]:
    value = mean.mean(axis=0)
    if summed:
        value, drawn = np.append(value, value.sum()), np.column_stack([drawn, drawn.sum(axis=1)])
    low, high = between(drawn)
    nothing_less = value >= 0  # counts and what is earned by them do not fall below 0, losses may
    low = np.where(nothing_less, np.maximum(low, 0.0), low)
    return [Range(v, min(a, v), max(b, v)) for v, a, b in zip(value.tolist(), low.tolist(), high.tolist(), strict=True)]
