"""What a practice is and what a review of practices carries."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_desktop.model.decisions import Verdict
from kpi_desktop.model.problem import Text

KEEP, OPTIMISE, ELIMINATE, NOT_ENOUGH_DATA = "keep", "optimise", "eliminate", "not_enough_data"
VERDICTS: dict[str, Text] = {KEEP: Text("Keep"), OPTIMISE: Text("Optimise"), ELIMINATE: Text("Eliminate"), NOT_ENOUGH_DATA: Text("Not enough data")}
"""Every verdict with its name, in the order screens show them."""
KINDS: dict[str, Text] = {"channel": Text("Channel"), "campaign": Text("Campaign"), "event": Text("Event format")}
"""What a practice can be, with its name."""
DIMENSIONS: dict[str, str] = {"channel": "channel", "campaign": "campaign", "event": "format"}
"""The dimension whose members are the practices of a kind."""


@dataclass(frozen=True)
class Practice:
    """One practice with its figures and verdicts. Money in the workspace's currency, None is "no data".

    `cost_per_sql` is loaded (direct and shared spend) with its 95 % interval `low`..`high` (`high` None: no upper end), `direct_cost_per_sql`
    counts direct spend alone. `verdict` is the one in force: the person's `own`, else `computed_verdict`. `p_keep` is P(cost per SQL <= T), `p_eliminate`
    P(cost per SQL > 1.5 T). `robust` is the share of settings (drivers, lags) under which the computed verdict stays the same.
    """

    name: str
    spend: float | None
    direct_spend: float | None
    leads: int
    mqls: int
    sqls: int
    won: int
    revenue: float | None
    gross_profit: float | None
    cost_per_sql: float | None
    low: float | None
    high: float | None
    direct_cost_per_sql: float | None
    romi: float | None
    verdict: str
    computed_verdict: str
    own: Verdict | None
    weak_step: Text | None
    reason: Text
    flip: Text | None
    robust: float | None
    p_keep: float | None
    p_eliminate: float | None


@dataclass(frozen=True)
class Rule:
    """One verdict rule in words a person can read."""

    verdict: str
    text: Text


@dataclass(frozen=True)
class Review:
    """All practices of a kind over a period. `ceiling` is T, the most a SQL may cost; None where it cannot be computed."""

    kind: str
    practices: tuple[Practice, ...]
    ceiling: float | None
    warnings: tuple[Text, ...]
    rules: tuple[Rule, ...]
