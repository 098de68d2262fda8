"""How a plan stands, in plain values: its goals and practices against what happened."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.plans import Range
from kpi_desktop.model.problem import Text

STANDINGS: dict[str, Text] = {"early": Text("too early"), "open": Text("no forecast"), "behind": Text("behind"), "on": Text("on track"),
                              "ahead": Text("ahead")}
"""How a figure stands against its plan, with its name."""


@dataclass(frozen=True)
class GoalRow:
    """A KPI with its goal and its figure in the base period; of one `member` of the plan's practices where it is not blank."""

    kpi: str
    label: Text
    unit: Unit
    goal: float | None
    before: float | None
    member: str = ""

    @property
    def name(self) -> Text:
        """What the goal is of."""
        return Text("{kpi}, {member}", kpi=self.label, member=self.member) if self.member else self.label


@dataclass(frozen=True)
class GoalFact:
    """A goal against what happened: the figure to date, what it comes to at the end, and how it stands in words."""

    label: Text
    unit: Unit
    goal: float
    value: float | None
    end: Range | None
    standing: str
    told: Text | None


@dataclass(frozen=True)
class PracticeFact:
    """A practice against its plan: money and SQLs planned and to date. `due` and `sqls_due` are what the plan has up to today; `end` the SQLs that the period
    comes to with their 80 % range: those that came and what the plan has for the rest, raised or lowered by half of how it went so far. `said` is the verdict
    that the plan was made from, `now` the one that the data give today; "" where there is none."""

    practice: str
    budget: float
    due: float
    spent: float | None
    expected: Range
    sqls_due: float
    sqls: int
    end: Range
    standing: str
    said: str = ""
    now: str = ""
