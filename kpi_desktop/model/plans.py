"""What a person plans: thresholds of the verdicts, practices grouped, hypotheses, budgets and the plan with its actions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kpi_desktop.model.decisions import Target, Verdict
from kpi_desktop.model.problem import Text


@dataclass(frozen=True)
class Thresholds:
    """What the verdict rules compare with (kpi-definitions.md, strategy planner).

    `keep` and `eliminate` are probabilities, `too_dear` times the ceiling, `widest` the upper over the lower end of the 95 % interval, `mature_share` the
    share of leads that have had their time, `weak` the share of the portfolio's rate below which a step is weak. `ceiling` is what a SQL may cost at most by
    the person's own word, in the workspace's currency; None where it is computed.
    """

    keep: float = 0.8
    eliminate: float = 0.9
    too_dear: float = 1.5
    widest: float = 4.0
    mature_share: float = 0.8
    weak: float = 0.9
    ceiling: float | None = None


@dataclass(frozen=True)
class Group:
    """Practices of one kind that the person reviews as one, under a name of their own."""

    kind: str
    name: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class Hypothesis:
    """Because - we believe - if - then - measured by - until, set before the data come in.

    `metric` is the id of a step ("leads_mql") or "cost_per_sql"; it is measured on the practice from `start` to `until` and compared with `baseline`
    (its value when the hypothesis was written, on `known` observations): at `threshold` or better it is won. `needed` is the number of observations
    (of the metric's denominator; SQLs for the cost) that tells the two apart. `impact`, `confidence` and `ease` are 1 to 10 (ICE). `answer` is the
    person's own, where it overrides the data's: "confirmed" or "refuted".
    """

    key: str
    kind: str
    practice: str
    because: str
    believe: str
    change: str
    then: str
    metric: str
    baseline: float | None
    threshold: float
    start: date
    until: date
    known: int = 0
    needed: int | None = None
    impact: int = 5
    confidence: int = 5
    ease: int = 5
    answer: str = ""

    @property
    def ice(self) -> int:
        """Impact x confidence x ease, 1 to 1,000."""
        return self.impact * self.confidence * self.ease


@dataclass(frozen=True)
class Limits:
    """What a practice's yearly budget may be: `fixed` in the workspace's currency, else between `low` and `high` times the base period's spend."""

    practice: str
    low: float = 0.7
    high: float = 1.3
    fixed: float | None = None


@dataclass(frozen=True)
class Assumptions:
    """What a forecast assumes where the data cannot tell. `elasticity` says by how many per cent SQLs rise with 1 % more spend, within its range;
    `own` overrides it for practices; `reserve` is the share of the budget kept for tests."""

    elasticity: float = 0.7
    elasticity_low: float = 0.5
    elasticity_high: float = 0.9
    own: tuple[tuple[str, float], ...] = ()
    reserve: float = 0.1
    limits: tuple[Limits, ...] = ()


@dataclass(frozen=True)
class Scenario:
    """A budget under a name: `amounts` are (practice, spend of the whole `period`) in the workspace's currency. `how` is "last_year", "best" or "own"."""

    name: str
    period: str
    kind: str
    how: str
    amounts: tuple[tuple[str, float], ...]
    assumptions: Assumptions = Assumptions()


@dataclass(frozen=True)
class Range:
    """An expectation with its 80 % range."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Expected:
    """What a practice's budget should bring over the plan's period; counts, and money in the workspace's currency (None where the data hold none)."""

    practice: str
    leads: Range
    sqls: Range
    won: Range
    revenue: Range | None
    gross_profit: Range | None


@dataclass(frozen=True)
class BudgetLine:
    """Spend of a practice in a month ("2026-01"), in the workspace's currency."""

    practice: str
    month: str
    amount: float


@dataclass(frozen=True)
class Action:
    """Who does what until when. `state` is "open", "doing", "done" or "dropped"; `source` says what it was taken from: "verdict", "hypothesis" or "" (own)."""

    key: str
    text: str
    owner: str = ""
    due: date | None = None
    state: str = "open"
    practice: str = ""
    source: str = ""


STATES: dict[str, Text] = {"open": Text("open"), "doing": Text("in progress"), "done": Text("done"), "dropped": Text("dropped")}
"""How far an action is, with its name."""


@dataclass(frozen=True)
class Answer:
    """How a practice's SQLs were taken to answer to money: the elasticity within its range, and its `source` ("data", "own" or "assumed")."""

    practice: str
    value: float
    low: float
    high: float
    source: str


@dataclass(frozen=True)
class Basis:
    """What a plan was made from: the `source` ("scenario" of the name `scenario`, "budget": the one that was being worked on, "spend" of the base period), the
    `base` period, the day up to which data were there, what was assumed, the thresholds of the verdicts with the `ceiling` that they were held against, the
    `season` (January to December, mean 1; empty where none could be told) and how each practice answers to money."""

    source: str
    scenario: str
    base: str
    until: date
    assumptions: Assumptions
    thresholds: Thresholds
    ceiling: float | None
    season: tuple[float, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Plan:
    """A plan for a period (2026, 2026-Q1). An approved version (`approved` is the day) does not change any more; a later one takes the next `version`.

    `said` are the verdicts that it was made from, computed and own, to be held against what happened; `basis` is what it assumed (None in plans of older
    programs, which did not keep it).
    """

    name: str
    period: str
    kind: str
    version: int = 1
    approved: date | None = None
    goals: tuple[Target, ...] = ()
    budget: tuple[BudgetLine, ...] = ()
    expected: tuple[Expected, ...] = ()
    actions: tuple[Action, ...] = ()
    said: tuple[Verdict, ...] = ()
    note: str = ""
    basis: Basis | None = None

    @property
    def state(self) -> Text:
        """Whether it was approved, and when."""
        return Text("approved on {day}", day=self.approved) if self.approved is not None else Text("draft")

    @property
    def total(self) -> Expected | None:
        """What the whole plan should bring."""
        return next((e for e in self.expected if not e.practice), None)

    def amount(self, practice: str = "") -> float:
        """The money of a practice, or of all, to the cent."""
        return round(sum(b.amount for b in self.budget if not practice or b.practice == practice), 2)

    def by_month(self) -> tuple[tuple[str, ...], dict[str, tuple[float, ...]]]:
        """The months of the budget, and the money of each practice in them."""
        held = {(b.practice, b.month): b.amount for b in self.budget}
        months = tuple(sorted({month for _, month in held}))
        return months, {name: tuple(held.get((name, m), 0.0) for m in months) for name in dict.fromkeys(name for name, _ in held)}
