"""`python -m tests.bench --plans [WORLDS]`: how often the 80 % ranges of a budget hold what comes, and what the best split is worth in truth.

In each world the program sees the base year, forecasts the next one at the same budget, and splits that budget for the most gross profit. The next year is then
drawn from the truth, and the splits are compared by their true expected gross profit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from kpi_desktop.model.plans import Assumptions, Limits, Range
from kpi_desktop.planning.forecast import expect
from kpi_desktop.planning.portfolio import portfolio
from kpi_desktop.planning.split import best, last_year, proportional_to_romi
from tests.bench.worlds import BASE, MONTHS, NEXT, SIZES, World, world

Row = Callable[..., None]
FIELDS = ("leads", "sqls", "won", "gross_profit")


@dataclass(frozen=True)
class Found:
    """What one world showed. `held` says for each figure (per practice, in all, and in all with the best split's budget) whether its range held the truth.

    The gains are true expected gross profit of the best split over the other one's, as a share of what the other one's deals bring; `free_over_romi` with no
    limits on either.
    """

    held: dict[str, list[bool]]
    bias: float
    over_today: float
    over_last_year: float
    over_romi: float
    free_over_romi: float
    promised: bool
    gain_held: bool


def tried(w: World) -> Found:
    """One world: forecast, split, and what is true of both."""
    known = portfolio(w.data, BASE)
    outcome, year = expect(known, w.spend, NEXT), w.next_year(w.spend)
    held = {f: [_within(getattr(line, f), getattr(year, f)[line.practice]) for line in outcome.lines] for f in FIELDS}
    held |= {f"all {f}": [_within(getattr(outcome.total, f), sum(getattr(year, f).values()))] for f in FIELDS}
    total = sum(w.spend.values())
    split = best(known, total, "gross_profit", NEXT, Assumptions())
    money = sum(split.amounts.values())
    today, year_before, romi = split.today, last_year(known, money), proportional_to_romi(known, money, NEXT)
    free = best(known, total, "gross_profit", NEXT, replace(Assumptions(), limits=tuple(Limits(n, 0.0, 1e6) for n in today)))
    moved, there = expect(known, split.amounts, NEXT).total, w.next_year(split.amounts, 1)
    held |= {f"moved {f}": [_within(getattr(moved, f), sum(getattr(there, f).values()))] for f in FIELDS}
    gain = w.profit(split.amounts) - w.profit(today)
    bias = outcome.total.sqls.value / max(sum(year.sqls.values()), 1) - 1
    return Found(held, bias, *(_over(w, split.amounts, other) for other in (today, year_before, romi)),
                 _over(w, free.amounts, proportional_to_romi(known, money)), split.refusal is None, split.gain.low <= gain <= split.gain.high)


def _within(said: Range | None, true: float) -> bool:
    return said is not None and said.low <= true <= said.high


def _over(w: World, ours: dict[str, float], other: dict[str, float]) -> float:
    base = w.profit(other) + sum(other.values())
    return (w.profit(ours) - w.profit(other)) / base


def run(worlds: int, row: Row, first: int = 0) -> None:
    """The tables: so many worlds for each number of SQLs and months."""
    found = {(size, months): [tried(world(seed, size, months)) for seed in range(first, first + worlds)] for size in SIZES for months in MONTHS}
    kinds = {"": "per practice: ", "all ": "in all: ", "moved ": "moved, in all: "}
    row("80 % ranges that hold the truth, SQLs", "months", *(kinds[k] + f for k in kinds for f in FIELDS), "mean error of all SQLs")
    for (size, months), each in found.items():
        shares = [np.mean([h for f in each for h in f.held[kind + name]]) for kind in kinds for name in FIELDS]
        row(size, months, *(f"{100 * s:.1f} %" for s in shares), f"{100 * np.mean([f.bias for f in each]):+.1f} %")
    row("best split, SQLs", "months", "worse than today's by over 5 %", "worst", "mean gain over today's", "over last year's",
        "over ROMI's within the same limits", "neither within limits", "gain promised", "gain's range holds the truth")
    for (size, months), each in found.items():
        today = np.array([f.over_today for f in each])
        gains = (today, *([getattr(f, g) for f in each] for g in ("over_last_year", "over_romi", "free_over_romi")))
        row(size, months, f"{100 * np.mean(today < -0.05):.2f} %", f"{100 * today.min():+.1f} %", *(f"{100 * np.mean(g):+.2f} %" for g in gains),
            f"{100 * np.mean([f.promised for f in each]):.0f} %", f"{100 * np.mean([f.gain_held for f in each]):.1f} %")
