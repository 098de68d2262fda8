"""All that a person decided beside the data, as one value: what screens and reports are told, and what "undo" goes back to."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_desktop.model.decisions import Merge, NameRule, Note, Rate, SavedView, Target, Verdict
from kpi_desktop.model.plans import Group, Hypothesis, Plan, Scenario, Thresholds


@dataclass(frozen=True)
class Planned:
    """What the strategy planner keeps."""

    thresholds: Thresholds = Thresholds()
    groups: tuple[Group, ...] = ()
    hypotheses: tuple[Hypothesis, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    plans: tuple[Plan, ...] = ()


@dataclass(frozen=True)
class Counted:
    """What changes the figures themselves: names counted as others, rules that propose more of them, names that differ (kind, groups), and rates."""

    merges: tuple[Merge, ...] = ()
    rules: tuple[NameRule, ...] = ()
    apart: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = ()
    rates: tuple[Rate, ...] = ()


@dataclass(frozen=True)
class Decided:
    """Verdicts, targets, notes, saved views, what is planned, and what the figures are counted by."""

    verdicts: tuple[Verdict, ...] = ()
    targets: tuple[Target, ...] = ()
    notes: tuple[Note, ...] = ()
    views: tuple[SavedView, ...] = ()
    planned: Planned = Planned()
    counted: Counted = Counted()
