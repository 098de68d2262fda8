"""A funnel's breakdown as small funnels: the largest members, the others together, and the step at which each is weak."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_desktop.metrics.cohort import NOTHING, Counted
from kpi_desktop.metrics.funnel import rated
from kpi_desktop.metrics.stages import Funnel, FunnelMember, Stage
from kpi_desktop.metrics.stats import SMALL_SAMPLE, rates_differ

MOST = 8


@dataclass(frozen=True)
class Tile:
    """One small funnel; `member` None are the others together. `weak` is the place of its weak step, None where none is."""

    member: str | None
    stages: tuple[Stage, ...]
    weak: int | None


def tiles(found: Funnel) -> tuple[Tile, ...]:
    """The members in their order, from the ninth on as one (one that would stand alone keeps its name)."""
    shown = found.members if len(found.members) <= MOST + 1 else found.members[:MOST]
    made = [Tile(m.member, m.stages, weak(m.stages, found.stages)) for m in shown]
    if len(shown) < len(found.members):
        stages = _rest(found, shown)
        made.append(Tile(None, stages, weak(stages, found.stages)))
    return tuple(made)


def _rest(found: Funnel, shown: tuple[FunnelMember, ...]) -> tuple[Stage, ...]:
    """What the whole funnel counts less what is shown; visitors are left out, for they cannot be subtracted."""
    row = [NOTHING]
    for at, s in enumerate(found.stages[1:], 1):
        row.append(NOTHING if s.count is None else Counted(s.count - sum(m.stages[at].count or 0.0 for m in shown)))
    return rated(row)


def weak(mine: tuple[Stage, ...], whole: tuple[Stage, ...]) -> int | None:
    """The step at which a member falls furthest behind the rest of the funnel (lowest ratio of rates), of those whose two-proportion test says that it
    is behind at all, with 30 people or more before it; None where no step is."""
    worst: tuple[float, int] | None = None
    for at in range(2, len(whole)):  # a lead is the first stage that all members have
        before = next((k for k in range(at - 1, 0, -1) if whole[k].count is not None), None)
        if before is None:
            continue
        k, n, every, out_of = mine[at].count, mine[before].count, whole[at].count, whole[before].count
        if k is None or n is None or n < SMALL_SAMPLE or every is None or out_of is None or out_of <= n or k > n or every - k > out_of - n or every <= k:
            continue
        ratio = (k / n) / ((every - k) / (out_of - n))
        if ratio < 1 and rates_differ(k, n, every - k, out_of - n) and (worst is None or ratio < worst[0]):
            worst = ratio, at
    return worst[1] if worst is not None else None
