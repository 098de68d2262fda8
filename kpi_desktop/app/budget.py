"""The budget on the screen and what a person asks of it: plain values, made before anything heavy is loaded."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kpi_desktop.metrics.chart import Chart
from kpi_desktop.model.decided import Planned
from kpi_desktop.model.plans import Assumptions, Expected, Limits, Range, Scenario
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.selection import Period

GOALS: dict[str, Text] = {"gross_profit": Text("Most gross profit"), "sqls": Text("Most SQLs"), "cost": Text("Least cost for SQLs")}
"""What a split can be best for, with its name."""
DRAFT = ""
"""The name of the budget that is being worked on."""


@dataclass(frozen=True)
class Asked:
    """What is to be planned. `base` and `period` None: the last 12 months of data and the next whole year. `amounts` None: the draft that was
    kept, else as last year. With `best` a split of `total` (None: what the amounts sum to) is sought for `goal`, with `sqls` to be reached at the least cost.
    `revenue` asks backwards from a goal."""

    base: Period | None = None
    period: Period | None = None
    amounts: tuple[tuple[str, float], ...] | None = None
    total: float | None = None
    assumptions: Assumptions = Assumptions()
    goal: str = "gross_profit"
    best: bool = False
    sqls: float | None = None
    revenue: float | None = None
    curve: str = ""


@dataclass(frozen=True)
class Line:
    """One practice: `last` is its spend at the base period's pace over the plan's period, `low` and `high` what it may get; `amount` what it gets.
    `test`: more than 1.2 times of what it ever had. How SQLs answer to money: `elasticity` within its range, from `source` "data", "own" or "assumed";
    `fails` says why the data cannot tell, `proposal` the test that would."""

    name: str
    last: float
    low: float
    high: float
    amount: float
    fixed: bool
    test: bool
    expected: Expected
    marginal: Range | None
    elasticity: float
    elasticity_low: float
    elasticity_high: float
    source: str
    fails: tuple[Text, ...]
    proposal: Text | None


@dataclass(frozen=True)
class SplitShown:
    """The best split that was found: its gain over today's split of the same money (in money or SQLs), or why none can be promised; what is kept for tests."""

    gain: Range
    money: bool
    refusal: Text | None
    reserve: float
    held: tuple[str, ...]


@dataclass(frozen=True)
class QuarterShown:
    """One quarter on the way back from a revenue goal; see planning.backward.Quarter."""

    period: Period
    carried: float
    new: float
    leads: float
    budget: float
    counts: float


@dataclass(frozen=True)
class BackwardShown:
    """The way back from a revenue goal by quarter; `ages` are (practice, leads, won, share won 0, 1, 2 ... quarters later)."""

    goal: float
    quarters: tuple[QuarterShown, ...]
    leads: Range
    budget: Range
    ages: tuple[tuple[object, ...], ...]
    warnings: tuple[Text, ...]


@dataclass(frozen=True)
class Compared:
    """A scenario with what it should bring."""

    scenario: Scenario
    total: Expected


@dataclass(frozen=True)
class BudgetShown:
    """A budget with what it should bring. `asked` says with which periods and assumptions; `trouble` what stood in the way of a split or the way back;
    `free` the practices without spend of their own that the total counts as well: how many, with which leads and SQLs."""

    asked: Asked
    kind: str
    base: Period
    period: Period
    currency: str
    lines: tuple[Line, ...] = ()
    total: Expected | None = None
    amount: float = 0.0
    last: float = 0.0
    more: int = 0
    free: tuple[int, float, float] = (0, 0.0, 0.0)
    later: Range | None = None
    split: SplitShown | None = None
    backward: BackwardShown | None = None
    scenarios: tuple[Compared, ...] = ()
    chart: Chart | None = None
    curve: Chart | None = None
    months: Chart | None = None
    warnings: tuple[Text, ...] = ()
    trouble: tuple[Text, Text | None] | None = None


def limited(assumptions: Assumptions, limit: Limits) -> Assumptions:
    """The assumptions with one practice's limits in place of those that it had."""
    others = tuple(one for one in assumptions.limits if one.practice != limit.practice)
    return replace(assumptions, limits=(*others, limit))


def own_elasticity(assumptions: Assumptions, practice: str, value: float | None) -> Assumptions:
    """The assumptions with a practice's own elasticity; None takes the assumed one again."""
    others = tuple((n, v) for n, v in assumptions.own if n != practice)
    return replace(assumptions, own=others if value is None else (*others, (practice, value)))


def kept(planned: Planned, scenario: Scenario) -> Planned:
    """Keep a scenario in place of the one of its name."""
    others = tuple(s for s in planned.scenarios if not same(s, scenario))
    return replace(planned, scenarios=(*others, scenario))


def named(planned: Planned, scenario: Scenario) -> Planned:
    """Keep a scenario under a name. UserError where there is none."""
    if not scenario.name.strip():
        raise UserError(Text("A scenario needs a name."), Text("Write a few words."))
    return kept(planned, replace(scenario, name=scenario.name.strip()))


def without(planned: Planned, scenario: Scenario) -> Planned:
    """Drop a scenario."""
    return replace(planned, scenarios=tuple(s for s in planned.scenarios if not same(s, scenario)))


def same(a: Scenario, b: Scenario) -> bool:
    """Whether one stands in the place of the other: drafts by their kind and period, others by their name."""
    if a.name == DRAFT or b.name == DRAFT:
        return (a.name, a.kind, a.period) == (b.name, b.kind, b.period)
    return a.name.casefold() == b.name.strip().casefold()
