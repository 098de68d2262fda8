"""The step of a funnel whose improvement would win the most deals."""

from __future__ import annotations

import numpy as np

from kpi_desktop.metrics.cohort import Counted, cohort, maturing
from kpi_desktop.metrics.dataset import View
from kpi_desktop.metrics.journeys import IDS, STEPS, WIN, Journeys
from kpi_desktop.metrics.reached import members
from kpi_desktop.metrics.stages import Bottleneck
from kpi_desktop.metrics.stats import SMALL_SAMPLE
from kpi_desktop.model.problem import Share, Text
from kpi_desktop.model.selection import Grain, Period, day_of

_QUARTERS = 8


def bottleneck(view: View, period: Period, j: Journeys, row: list[Counted] | None = None) -> Bottleneck | None:
    """The step of the period's cohort whose improvement to its own best quarter (of the last 8) or best channel would win the most deals.

    A quarter or channel counts with 30 people at the step and a step that has had its time. Extra won = won x (best / rate - 1), the other
    rates unchanged. Where the cohort's own step is still maturing, its rate at maturity stands for it. None when nothing improves. `row` is the
    cohort where it was counted already.
    """
    if not j.known[WIN]:
        return None
    leads = view.between("leads", "created", period)
    row = cohort(j, leads) if row is None else row
    steps = [s for s in STEPS if j.known[s]]
    rates = {s: _own_rate(row[s], row[j.before(s)]) or 0.0 for s in steps}
    won = len(leads) * float(np.prod(list(rates.values())))
    found: Bottleneck | None = None
    best = _best(view, period, j, leads, steps) if won else {}
    for s, (best_rate, what) in best.items():
        more = won * (min(best_rate, 1.0) / rates[s] - 1)
        if more > 1e-9 and (found is None or more > found.more_won):
            found = Bottleneck(IDS[s + 1], rates[s], best_rate, what, more)
    return found


def _own_rate(stage: Counted, before: Counted) -> float | None:
    if stage.maturing and stage.expected is not None:
        return stage.expected[0]
    return stage.count / before.count if stage.count is not None and before.count else None


def _best(view: View, period: Period, j: Journeys, leads: np.ndarray, steps: list[int]) -> dict[int, tuple[float, Text]]:
    """Per step its best rate in a quarter or a channel and the words that say where."""
    best: dict[int, tuple[float, Text]] = {}
    last = Period.of(Grain.QUARTER, day_of(max(min(period.hi, j.today), period.lo)))
    for quarter in last.trend(_QUARTERS):
        for s, rate in _quarter_rates(view, quarter, j, steps):
            if rate > best.get(s, (0.0,))[0]:
                best[s] = (rate, Text("the quarter {quarter}: {rate}", quarter=quarter, rate=Share(rate)))
    for channel, rows in members(view, "leads", "channel", leads):
        for s, rate in _mature_rates(j, rows, steps) if channel else ():
            if rate > best.get(s, (0.0,))[0]:
                best[s] = (rate, Text("the channel {channel}: {rate}", channel=channel, rate=Share(rate)))
    return best


def _quarter_rates(view: View, quarter: Period, j: Journeys, steps: list[int]) -> list[tuple[int, float]]:
    """Kept per revision: most periods ask for the same quarters."""
    key = ("quarter rates", quarter, view.filters)
    if key not in view.data.derived:
        view.data.derived[key] = _mature_rates(j, view.between("leads", "created", quarter), steps)
    return view.data.derived[key]


def _mature_rates(j: Journeys, leads: np.ndarray, steps: list[int]) -> list[tuple[int, float]]:
    deep = j.furthest[leads]
    found = []
    for s in steps:
        at = deep >= j.before(s)
        n, went = int(np.count_nonzero(at)), deep >= s
        if n >= SMALL_SAMPLE and not maturing(j, s, leads[at & ~went], n):
            found.append((s, float(np.count_nonzero(went)) / n))
    return found
