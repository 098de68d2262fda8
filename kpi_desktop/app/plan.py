"""Plans on the screen and what a person does with them: plain values, made before anything heavy is loaded."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kpi_desktop.i18n import say
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.decided import Planned
from kpi_desktop.model.decisions import Target
from kpi_desktop.model.plans import Action, BudgetLine, Expected, Plan, Range
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.selection import Period
from kpi_desktop.planning.practices import DIMENSIONS

STATES: dict[str, Text] = {"open": Text("open"), "doing": Text("under way"), "done": Text("done"), "dropped": Text("dropped")}
"""How far an action is, with its name."""
STANDINGS: dict[str, Text] = {"early": Text("too early"), "open": Text("no forecast"), "behind": Text("behind"), "on": Text("on track"),
                              "ahead": Text("ahead")}
"""How a figure stands against its plan, with its name."""


@dataclass(frozen=True)
class PlanAsked:
    """Which plan is looked at ("" the latest); with `draft` a new one is made for `period` (None: the next year) from the scenario of that name ("": the
    budget that is being worked on, else last year's spend)."""

    name: str = ""
    version: int = 0
    draft: bool = False
    period: Period | None = None
    kind: str = "channel"
    scenario: str = ""


@dataclass(frozen=True)
class GoalRow:
    """A KPI with its goal and its figure in the base period; of one `member` of the plan's practices where it is not blank."""

    kpi: str
    label: Text
    unit: Unit
    goal: float | None
    before: float | None
    member: str = ""


@dataclass(frozen=True)
class PlanShown:
    """All plans (name, version, period, approved), the one that is looked at with its goals, what it `rests` on and the `members` that a
    goal can be set for, and a new one where it was asked for."""

    asked: PlanAsked
    plans: tuple[Plan, ...]
    plan: Plan | None
    goals: tuple[GoalRow, ...]
    scenarios: tuple[str, ...]
    changes: tuple[Text, ...]
    currency: str
    rests: tuple[tuple[Text, object], ...] = ()
    members: tuple[str, ...] = ()
    made: Plan | None = None
    trouble: tuple[Text, Text | None] | None = None


@dataclass(frozen=True)
class PlanWritten:
    """A plan that was exported."""

    file: Path


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
    """A practice against its plan: money and SQLs planned for the whole period and up to now, what happened, and the forecast to the end."""

    practice: str
    budget: float
    due: float
    spent: float | None
    expected: Range
    sqls_due: float
    sqls: int
    end: Range
    standing: str
    said: str
    now: str


@dataclass(frozen=True)
class FactShown:
    """A plan against fact up to `today`; `share` is how much of the period has passed. `said` are hypotheses and actions with what came of them."""

    asked: PlanAsked
    plans: tuple[Plan, ...]
    plan: Plan | None
    today: date | None
    share: float
    goals: tuple[GoalFact, ...] = ()
    practices: tuple[PracticeFact, ...] = ()
    said: tuple[tuple[str, Text], ...] = ()
    note: Text | None = None
    currency: str = "EUR"


def latest(plans: tuple[Plan, ...], asked: PlanAsked) -> Plan | None:
    """The plan that was asked for; the last one where none was, or it is gone."""
    ordered = sorted(plans, key=lambda p: (p.period, p.name.casefold(), p.version))
    same = [p for p in ordered if p.name == asked.name]
    exact = [p for p in same if p.version == asked.version]
    return next(iter(exact or same[-1:] or ordered[-1:]), None)


def changed(planned: Planned, old: Plan, new: Plan) -> Planned:
    """Put a changed plan in place of what it was. UserError where that one was approved."""
    if old.approved is not None:
        raise UserError(Text("Version {version} of “{name}” was approved on {day} and does not change any more.", version=old.version, name=old.name,
                             day=old.approved), Text("Make a new version and change that."))
    return replace(planned, plans=tuple(new if _key(p) == _key(old) else p for p in planned.plans))


def added(planned: Planned, plan: Plan) -> Planned:
    """Keep a new plan; one of its name gets the next number."""
    versions = [p.version for p in planned.plans if p.name == plan.name]
    return replace(planned, plans=(*planned.plans, replace(plan, version=max(versions, default=0) + 1)))


def next_version(planned: Planned, plan: Plan) -> Planned:
    """A copy of a plan to go on with, not approved."""
    return added(planned, replace(plan, approved=None))


def dropped(planned: Planned, plan: Plan) -> Planned:
    """Delete a version of a plan."""
    return replace(planned, plans=tuple(p for p in planned.plans if _key(p) != _key(plan)))


def named(planned: Planned, plan: Plan, name: str) -> Planned:
    """Call all versions of a plan otherwise. UserError where the name is blank or taken."""
    fresh = " ".join(name.split())
    if not fresh or any(p.name == fresh for p in planned.plans if p.name != plan.name):
        raise UserError(Text("“{name}” cannot be the plan's name.", name=fresh), Text("Choose one that no other plan has."))
    return replace(planned, plans=tuple(replace(p, name=fresh) if p.name == plan.name else p for p in planned.plans))


def with_goal(plan: Plan, kpi: str, value: float | None, member: str = "") -> Plan:
    """The plan with another goal of a KPI, or of it for one of the plan's practices; None takes it out."""
    dimension = DIMENSIONS[plan.kind] if member else ""
    others = tuple(g for g in plan.goals if (g.kpi, g.dimension, g.member) != (kpi, dimension, member))
    return replace(plan, goals=others if value is None else (*others, Target(kpi, plan.period, value, dimension, member)))


def with_amount(plan: Plan, practice: str, month: str, amount: float) -> Plan:
    """The plan with another amount in a month. UserError below 0."""
    if amount < 0:
        raise UserError(Text("A budget is not below 0."))
    return replace(plan, budget=tuple(BudgetLine(b.practice, b.month, round(amount, 2)) if (b.practice, b.month) == (practice, month) else b
                                      for b in plan.budget))


def with_action(plan: Plan, action: Action) -> Plan:
    """The plan with an action in place of the one of its key, or a new one. UserError where it says nothing."""
    if not action.text.strip():
        raise UserError(Text("An action needs a few words."), Text("Write what is to be done."))
    action = replace(action, text=" ".join(action.text.split()), key=action.key or uuid.uuid4().hex)
    held = any(a.key == action.key for a in plan.actions)
    return replace(plan, actions=tuple(action if a.key == action.key else a for a in plan.actions) if held else (*plan.actions, action))


def without_action(plan: Plan, key: str) -> Plan:
    """The plan without an action."""
    return replace(plan, actions=tuple(a for a in plan.actions if a.key != key))


def goal_name(row: GoalRow) -> str:
    """What a goal is of, in the language in force."""
    return say(Text("{kpi}, {member}", kpi=row.label, member=row.member) if row.member else row.label)


def amount_of(plan: Plan, practice: str = "") -> float:
    """The money of a practice, or of all."""
    return round(sum(b.amount for b in plan.budget if not practice or b.practice == practice), 2)


def total_of(plan: Plan) -> Expected | None:
    """What the whole plan should bring."""
    return next((e for e in plan.expected if not e.practice), None)


def _key(plan: Plan) -> tuple[str, int]:
    return plan.name, plan.version
