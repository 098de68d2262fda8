"""What a report tells, before it is laid out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kpi_desktop.metrics.findings import Coverage
from kpi_desktop.metrics.result import Snapshot
from kpi_desktop.metrics.stages import Funnel
from kpi_desktop.model.decisions import LoggedImport, Note
from kpi_desktop.model.plans import Hypothesis, Plan
from kpi_desktop.model.problem import Text
from kpi_desktop.planning.practices import Review
from kpi_desktop.planning.standing import GoalFact, GoalRow, PracticeFact

Progress = Callable[[float, float], None]


@dataclass(frozen=True)
class PlanTold:
    """A plan with its goals beside the last 12 months and the hypotheses of its kind of practice; how it stands, where data of its period are there:
    `came` are hypotheses and actions with what came of them."""

    plan: Plan
    goals: tuple[GoalRow, ...]
    hypotheses: tuple[Hypothesis, ...] = ()
    goal_facts: tuple[GoalFact, ...] = ()
    practice_facts: tuple[PracticeFact, ...] = ()
    came: tuple[tuple[str, Text], ...] = ()


@dataclass(frozen=True)
class ReportData:
    """All that a report tells. `funnels` are pairs of a reading and its comparison; `rows` counts rows per table; `span` is the first and last day;
    `kept` are (file, field, reason, rows) of rows kept aside."""

    title: str
    snapshot: Snapshot
    funnels: tuple[tuple[Funnel, Funnel | None], ...]
    reviews: tuple[Review, ...]
    imports: tuple[LoggedImport, ...]
    rows: tuple[tuple[Text, int], ...]
    span: tuple[date, date] | None
    made: date
    notes: tuple[Note, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    kept: tuple[tuple[str, str, Text, int], ...] = ()
    plan: PlanTold | None = None
