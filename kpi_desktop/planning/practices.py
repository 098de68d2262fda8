"""What a practice is and what a review of practices carries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kpi_desktop.model.decisions import Verdict
from kpi_desktop.model.plans import Thresholds
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import called

KEEP, OPTIMISE, ELIMINATE, NOT_ENOUGH_DATA = "keep", "optimise", "eliminate", "not_enough_data"
VERDICTS: dict[str, Text] = {KEEP: Text("Keep"), OPTIMISE: Text("Optimise"), ELIMINATE: Text("Eliminate"), NOT_ENOUGH_DATA: Text("Not enough data")}
"""Every verdict with its name, in the order screens show them."""
KINDS: dict[str, Text] = {"channel": Text("Channel"), "campaign": Text("Campaign"), "event": Text("Event format")}
"""What a practice can be, with its name."""
DIMENSIONS: dict[str, str] = {"channel": "channel", "campaign": "campaign", "event": "format"}
"""The dimension whose members are the practices of a kind."""


def practice_name(practice: str, kind: str) -> Text | str:
    """What a practice of a kind is called."""
    return called(practice, DIMENSIONS[kind])


Ends = tuple[float | None, float | None]
"""A 95 % interval; None at an open end."""


@dataclass(frozen=True)
class Estimate:
    """A figure shrunk toward the portfolio's, with its 95 % interval: what is to be expected of the practice rather than what it happened to show."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Step:
    """One step of a practice's own leads beside the portfolio's, and what mending it to that level would bring.

    `id` names it ("leads_mql"); `reached` of `begun` people passed, `own` is that rate with its 95 % interval (None where a rate of different people
    exceeds 1). `sqls` are the practice's SQLs with the step mended, `more_sqls` and `more_won` what comes to them in the period, `worth` its gross
    profit (None where a deal's is not known). `weak` says that it lies below the threshold's share of the portfolio's rate.
    """

    id: str
    begun: float
    reached: float
    own: float
    low: float | None
    high: float | None
    portfolio: float
    sqls: float
    more_sqls: float
    more_won: float
    worth: float | None
    weak: bool


@dataclass(frozen=True)
class Trend:
    """SQLs of each of the twelve months up to the period's end, the oldest first. `direction` compares the cost per SQL of the last six with that of the
    six before: "cheaper", "dearer", "steady" (no more than noise), or "" where it cannot be told; `before` and `now` are the two costs."""

    sqls: tuple[int, ...]
    direction: str
    before: float | None
    now: float | None


@dataclass(frozen=True)
class Check:
    """One rule with the practice's numbers put in: whether it holds, and each of its conditions with whether that is met. The first rule that holds
    decides (`decides`)."""

    verdict: str
    holds: bool
    decides: bool
    conditions: tuple[tuple[Text, bool], ...]


@dataclass(frozen=True)
class How:
    """How a verdict came about: where its probabilities come from, and the rules with the numbers put in."""

    model: tuple[Text, ...]
    checks: tuple[Check, ...]


@dataclass(frozen=True)
class Practice:
    """One practice with its figures and verdicts. Money in the workspace's currency, None is "no data".

    `cost_per_sql` is loaded (direct and shared spend) with its 95 % interval `low`..`high` (`high` None: no upper end), `direct_cost_per_sql`
    counts direct spend alone. `verdict` is the one in force: the person's `own`, else `computed_verdict`. `p_keep` is P(cost per SQL <= T), `p_eliminate`
    P(cost per SQL > `too_dear` T). `robust` is the share of settings (drivers, lags) under which the computed verdict stays the same.

    `intervals` are those of the counts (Poisson), of money and of ROMI by the field's name. `estimate` is the cost per SQL, `quality` the share of mature SQLs
    that are won (`quality_won` of `quality_of`), both shrunk. `weakest` is the step of `steps` that `weak_step` tells of. `members` are the
    practices that the person grouped under this name. `how()` puts the verdict's reckoning into words: for one practice that is looked at,
    thousands would take their time.
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
    intervals: Mapping[str, Ends] = field(default_factory=dict[str, Ends])
    estimate: Estimate | None = None
    quality: Estimate | None = None
    quality_won: int = 0
    quality_of: int = 0
    trend: Trend | None = None
    steps: tuple[Step, ...] = ()
    weakest: Step | None = None
    members: tuple[str, ...] = ()
    how: Callable[[], How] = field(default=lambda: How((), ()), compare=False, repr=False)


@dataclass(frozen=True)
class Rule:
    """One verdict rule in words a person can read, with the numbers in force."""

    verdict: str
    text: Text


@dataclass(frozen=True)
class Review:
    """All practices of a kind over a period. `ceiling` is T, the most a SQL may cost; None where it cannot be computed. `average` and `win_rate` are the
    portfolio's cost per SQL and share of mature SQLs that are won."""

    kind: str
    practices: tuple[Practice, ...]
    ceiling: float | None
    warnings: tuple[Text, ...]
    rules: tuple[Rule, ...]
    average: float | None = None
    win_rate: float | None = None
    thresholds: Thresholds = Thresholds()
