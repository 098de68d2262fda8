"""`python -m tests.bench --verdicts [WORLDS]`: how often the rules drop what is good and keep what is bad, beside the rule of a spreadsheet.

Good is a practice whose true cost per SQL is within the ceiling, bad one whose true cost is above 1.5 times it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from kpi_desktop.model.plans import Thresholds
from kpi_desktop.model.selection import Compare, Options, Selection
from kpi_desktop.planning.practices import ELIMINATE, KEEP, OPTIMISE, Practice
from kpi_desktop.planning.verdicts import review
from tests.bench.worlds import BASE, MONTHS, SIZES, World, world

GOOD, BAD, BETWEEN = "good", "bad", "between"
Row = Callable[..., None]


def truth(cost: float, ceiling: float) -> str:
    """Good, bad or between."""
    return GOOD if cost <= ceiling else BAD if cost > Thresholds.too_dear * ceiling else BETWEEN


def by_sheet(p: Practice, ceiling: float) -> str:
    """What a spreadsheet would say: spend / SQLs against the ceiling."""
    if not p.sqls or p.spend is None:
        return ELIMINATE
    cost = p.spend / p.sqls
    return KEEP if cost <= ceiling else ELIMINATE if cost > Thresholds.too_dear * ceiling else OPTIMISE


def judged(w: World) -> list[tuple[str, str, str]]:
    """(truth, verdict of the rules, verdict of the spreadsheet) of each channel."""
    found = review(w.data, Selection(BASE, Compare.NONE, options=Options(target_cost_per_sql=w.ceiling)))
    costs = w.cost_per_sql
    return [(truth(costs[p.name], w.ceiling), p.computed_verdict, by_sheet(p, w.ceiling)) for p in found.practices]


def rates(found: list[tuple[str, str]]) -> tuple[float, float, float]:
    """Share of the good eliminated, of the bad kept, and of all decided (keep or eliminate), from (truth, verdict) pairs."""
    counts, kinds = Counter(found), Counter(t for t, _ in found)
    decided = sum(n for (_, v), n in counts.items() if v in (KEEP, ELIMINATE))
    return counts[GOOD, ELIMINATE] / max(kinds[GOOD], 1), counts[BAD, KEEP] / max(kinds[BAD], 1), decided / max(len(found), 1)


def run(worlds: int, row: Row) -> None:
    """The table: so many worlds for each number of SQLs and months."""
    row("SQLs per channel", "months", "channels", "good eliminated", "bad kept", "decided", "spreadsheet: good eliminated", "bad kept", "decided")
    for size in SIZES:
        for months in MONTHS:
            found = [j for seed in range(worlds) for j in judged(world(seed, size, months))]
            ours, sheet = rates([(t, v) for t, v, _ in found]), rates([(t, v) for t, _, v in found])
            row(size, months, len(found), *(f"{100 * r:.2f} %" for r in (*ours, *sheet)))
