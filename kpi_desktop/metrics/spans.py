"""The two ends of an interval as one column, for a table that a person reads."""

from __future__ import annotations

import math
from typing import Any

from kpi_desktop.metrics.result import Grid, Unit
from kpi_desktop.model.problem import Text

_Columns = tuple[tuple[str, Text, Unit | None], ...]


def interval(low: float | None, high: float | None) -> tuple[float, float] | None:
    """The cell of an interval, an open end at infinity; None where there is none."""
    return None if low is None and high is None else (-math.inf if low is None else low, math.inf if high is None else high)


def spanned(grid: Grid) -> tuple[_Columns, list[tuple[Any, ...]]]:
    """A small table's columns and rows, where it has both "low" and "high" these as one column "interval" in the place of the first."""
    keys = [key for key, _, _ in grid.columns]
    if "low" not in keys or "high" not in keys:
        return grid.columns, list(grid.rows)
    low, high = keys.index("low"), keys.index("high")
    kept = [at for at in range(len(keys)) if at != high]
    columns = tuple(("interval", Text("95 % interval"), grid.columns[at][2]) if at == low else grid.columns[at] for at in kept)
    return columns, [tuple(interval(row[low], row[high]) if at == low else row[at] for at in kept) for row in grid.rows]
