"""Two funnels side by side, step by step, and whether they differ by more than noise."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.funnel import compute
from kpi_desktop.metrics.stages import Funnel, Step
from kpi_desktop.metrics.stats import SMALL_SAMPLE, rates_differ
from kpi_desktop.model.selection import Filter, Selection


def of_members(data: Dataset, selection: Selection, mode: str, by: str, one: str, other: str) -> tuple[Funnel, Funnel]:
    """The funnels of two members of a dimension; they take the place of a filter on that dimension."""
    kept = tuple(f for f in selection.filters if f.dimension != by)
    left, right = (compute(data, replace(selection, filters=(*kept, Filter(by, m))), mode, worst=False) for m in (one, other))
    return left, right


def steps(left: Funnel, right: Funnel) -> tuple[Step, ...]:
    """The stages of two funnels beside each other, the differences tested."""
    found: list[Step] = []
    above: tuple[float, float] | None = None
    for a, b in zip(left.stages, right.stages, strict=True):
        step = Step(a, b)
        if above is not None and a.count is not None and b.count is not None and a.rate_from_previous is not None and b.rate_from_previous is not None:
            test = rates_differ(a.count, above[0], b.count, above[1]) if a.count <= above[0] and b.count <= above[1] else None
            step = Step(a, b, a.rate_from_previous - b.rate_from_previous, test, min(above) < SMALL_SAMPLE)
        if a.count is not None and b.count is not None:
            above = a.count, b.count
        elif a.count is not None or b.count is not None:
            above = None  # known on one side only: what follows is not of the same step
        found.append(step)
    return tuple(found)


def members(data: Dataset, dimension: str, most: int = 200) -> tuple[str, ...]:
    """The members that leads have in a dimension, the largest first, worked out once per revision."""
    key = ("funnel members", dimension)
    if key not in data.derived:
        codes = data.dimension("leads", dimension)
        counts = np.bincount(codes + 1) if codes is not None and len(codes) else np.zeros(0, np.int64)
        order = np.argsort(-counts, kind="stable")
        data.derived[key] = tuple(data.name(int(k) - 1) for k in order[:most] if counts[k])
    return data.derived[key]
