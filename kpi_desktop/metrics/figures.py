"""What KPI files share: rates with their interval, figures beside the headline, and the light pass over a trend."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from kpi_desktop.metrics.dataset import View
from kpi_desktop.metrics.effects import SEVERAL
from kpi_desktop.metrics.result import Beside, Grid, Result, Scope, TrendValue, Unit
from kpi_desktop.metrics.rows import Rows
from kpi_desktop.metrics.stats import SMALL_SAMPLE, wilson
from kpi_desktop.model.problem import Text

MANY = -2
"""Stands for several members where one is asked for."""
SMALL = Text("Small sample: fewer than 30 observations.")


def ratio(above: float | None, below: float | None) -> float | None:
    """above / below; None where either is unknown or the denominator is 0."""
    return None if above is None or not below else above / below


def rate(key: str, label: Text, k: float, n: float, *behind: Rows) -> Beside:
    """A rate k/n with its Wilson interval, sample size and the n rows it speaks of; no data where n is 0."""
    if not n:
        return Beside(key, label, None, Unit.RATE, n=0)
    low, high = wilson(k, n) if 0 <= k <= n else (None, None)
    return Beside(key, label, k / n, Unit.RATE, low, high, int(n), behind=behind)


def count(key: str, label: Text, value: float | None, *behind: Rows) -> Beside:
    """A number of people or things, with the rows that were counted."""
    return Beside(key, label, None if value is None else float(value), Unit.COUNT, behind=behind)


def listed(view: View, table: str, key: str, label: Text, positions: np.ndarray) -> Beside:
    """How many rows stand at these positions of a table, with the rows themselves."""
    return count(key, label, len(positions), view.data.rows(table, positions))


def told(beside: Iterable[Beside], grids: Iterable[Grid] = (), **more: Any) -> dict[str, Any]:
    """The JSON-able details of a result: every figure beside it by key, every small table as a list of rows."""
    out: dict[str, Any] = {b.key: b.value for b in beside}
    for grid in grids:
        keys = [key for key, _, _ in grid.columns]
        out[grid.key] = [{k: _plain(v) for k, v in zip(keys, row, strict=True)} for row in grid.rows]
    return out | more


def _plain(value: Any) -> Any:
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and not np.isfinite(value):
        return None
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


def light(value: Callable[[Scope], Result]) -> Callable[[list[Scope]], list[TrendValue]]:
    """The trend of a KPI from its headline alone."""

    def trend(scopes: list[Scope]) -> list[TrendValue]:
        results = [value(scope) for scope in scopes]
        return [(r.value, r.low, r.high) for r in results]

    return trend


def cannot(view: View, *tables: str) -> Result | None:
    """"No data" with the reason where a filter does not apply to one of the tables; None where all is well."""
    for table in tables:
        if (sentence := view.carries(table)) is not None:
            return Result(None, warnings=(sentence,))
    return None


def small(n: float) -> tuple[Text, ...]:
    """The mark of a small sample."""
    return (SMALL,) if n < SMALL_SAMPLE else ()


def sizes(groups: tuple[list[str], np.ndarray], weights: np.ndarray | None = None) -> np.ndarray:
    """Rows (or the sum of `weights`) per member, in the order of the members."""
    return np.bincount(groups[1], weights, len(groups[0]))


def tally(view: View, table: str, dimension: str | None, positions: np.ndarray, *weights: np.ndarray) -> dict[str | Text, tuple[float, ...]]:
    """Member -> (its rows, the sums of `weights` over them); all under "" where there is no dimension or the rows cannot carry it."""
    if dimension is None or view.data.dimension(table, dimension) is None:
        return summed(view, np.full(len(positions), -1), *weights)
    every, numbers = view.data.numbered(table, dimension)
    sums = [np.bincount(numbers[positions], w, len(every)) for w in (None, *weights)]
    there = np.flatnonzero(sums[0])
    columns = zip(*(s[there].astype(float).tolist() for s in sums), strict=True)
    return dict(zip(view.data.called(every[there]), columns, strict=True))


def summed(view: View, codes: np.ndarray, *weights: np.ndarray) -> dict[str | Text, tuple[float, ...]]:
    """Member -> (how often its code stands there, the sums of `weights`); MANY is "several"."""
    sums = [np.bincount(codes - MANY, w) for w in (None, *weights)]
    return {SEVERAL if k + MANY == MANY else view.data.name(int(k) + MANY): tuple(float(s[k]) for s in sums) for k in np.flatnonzero(sums[0])}


def alone(who: np.ndarray, codes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(who, each once and in order; the one code that their rows have, MANY where it is not one alone): so that nobody is counted twice."""
    people, place = np.unique(who, return_inverse=True)
    low, high = np.full(len(people), np.iinfo(np.int64).max), np.full(len(people), np.iinfo(np.int64).min)
    np.minimum.at(low, place, codes)
    np.maximum.at(high, place, codes)
    return people, np.where(low == high, low, MANY)
