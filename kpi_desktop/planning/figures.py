"""A practice's figures of a period: what it cost and what it brought."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kpi_desktop.metrics import spend
from kpi_desktop.metrics.dataset import WON, View
from kpi_desktop.model.selection import Driver, Period


@dataclass(frozen=True)
class Figures:
    """Counts of the period; money in the workspace's currency. `spend` is loaded with shared cost, None where no spend is known at all.

    `revenue` is None where no won deal has an amount; `gross_profit` where a won deal lacks amount or cost.
    """

    spend: float | None = None
    direct: float | None = None
    leads: int = 0
    mqls: int = 0
    sqls: int = 0
    won: int = 0
    revenue: float | None = None
    gross_profit: float | None = None


def figures(view: View, period: Period, dimension: str, driver: Driver) -> dict[str, Figures]:
    """Member of the dimension -> its figures; "" holds what names no member. Empty where leads cannot carry the dimension."""
    data = view.data
    if data.dimension("leads", dimension) is None or view.carries("leads") is not None:
        return {}
    parts = spend.allocate(view, period, dimension, driver)
    direct = dict(zip(parts.members, parts.direct.tolist(), strict=True))
    loaded = dict(zip(parts.members, parts.loaded.tolist(), strict=True))
    counts = {field: _counts(view, "leads", dimension, view.between("leads", field, period)) for field in ("created", "mql", "sql")}
    closed = view.between("deals", "closed", period)
    won = closed[view.column("deals", "outcome")[closed] == WON]
    amount, cost = view.column("deals", "amount"), view.column("deals", "cost")
    deals = _positions(view, "deals", dimension, won)
    out = {}
    for name in dict.fromkeys([*parts.members, *(n for c in counts.values() for n in c), *deals]):
        mine = deals.get(name, won[:0])
        paid, profit = amount[mine], amount[mine] - cost[mine]
        out[name] = Figures(
            loaded.get(name, 0.0) if parts.known else None, direct.get(name, 0.0) if parts.known else None,
            counts["created"].get(name, 0), counts["mql"].get(name, 0), counts["sql"].get(name, 0), len(mine),
            float(np.nansum(paid)) if np.any(~np.isnan(paid)) or (not len(mine) and data.has("deals", "amount")) else None,
            float(profit.sum()) if not np.isnan(profit).any() and data.has("deals", "cost") else None)
    return out


def _positions(view: View, table: str, dimension: str, rows: np.ndarray) -> dict[str, np.ndarray]:
    return dict(view.split(table, dimension, rows)) if view.carries(table) is None else {}


def _counts(view: View, table: str, dimension: str, rows: np.ndarray) -> dict[str, int]:
    return {name: len(mine) for name, mine in _positions(view, table, dimension, rows).items()}
