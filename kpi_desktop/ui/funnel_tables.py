"""The funnel's tables as columns, rows and colours; nothing is computed here."""

from __future__ import annotations

from typing import Any

from kpi_desktop import i18n
from kpi_desktop.app.screens import FunnelShown
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.schema import DIMENSIONS, called
from kpi_desktop.ui import theme
from kpi_desktop.ui.frame_model import Column

Filled = tuple[list[Column], list[tuple[Any, ...]]]


def between(low: float | None, high: float | None) -> str | None:
    """An interval of rates in one cell."""
    return None if low is None or high is None else f"{i18n.number(100 * low, 1)} – {i18n.percent(high)}"


def _days(low: float | None, high: float | None) -> str | None:
    return None if low is None or high is None else f"{i18n.number(low, 0)} – {i18n.number(high, 0)}"


def stages(shown: FunnelShown) -> Filled:
    """A row per stage."""
    interval = tr("95 %", "interval")
    columns = [Column(tr("Stage")), Column(tr("Count"), Unit.COUNT), Column(tr("Compared"), Unit.COUNT, tr("Count in the compared period")),
               Column(tr("Step rate"), Unit.RATE, tr("From the stage before")),
               Column(interval, Unit.RATE, tr("95 % interval of the rate from the stage before")),
               Column(tr("At maturity"), Unit.RATE, tr("The rate once everybody has had their time (Kaplan-Meier)")),
               Column(interval, Unit.RATE, tr("95 % interval of the rate expected at maturity")),
               Column(tr("Cumulative"), Unit.RATE, tr("From the first stage")),
               Column(tr("Median days"), Unit.COUNT), Column(tr("80 % of days"), Unit.COUNT, tr("Four in five took between these days")),
               Column(tr("Stuck"), Unit.COUNT, tr("Still open at this stage, and longer than 80 % of those took who went on")), Column(tr("Marks"))]
    then = shown.compared.stages if shown.compared is not None else (None,) * len(shown.funnel.stages)
    late = dict(shown.stuck)
    rows: list[tuple[Any, ...]] = []
    for s, c in zip(shown.funnel.stages, then, strict=True):
        marks = ([tr("still maturing")] if s.maturing else []) + ([tr("%n date(s) inferred", "", s.inferred)] if s.inferred else [])
        rows.append((s.label, s.count, c.count if c is not None else None, s.rate_from_previous, between(s.rate_low, s.rate_high), s.expected_rate,
                     between(s.expected_low, s.expected_high), s.cumulative_rate, s.median_days, _days(s.days_low, s.days_high), late.get(s.id),
                     ", ".join(marks) or None))
    return columns, rows


def pair(shown: FunnelShown) -> tuple[list[Column], list[tuple[Any, ...]], dict[tuple[int, int], str]]:
    """A row per stage of two funnels side by side; the words of the difference in the colour of what they say."""
    assert shown.pair is not None and shown.pair_chart is not None
    one, other = (s.label if isinstance(s.label, str) else i18n.shown(s.label) for s in shown.pair_chart.series)
    before = tr("From the stage before")
    columns = [Column(tr("Stage")), Column(one, Unit.COUNT), Column(other, Unit.COUNT),
               *(Column(tr("Rate, {side}", side=s), Unit.RATE, before) for s in (one, other)),
               Column(tr("Difference"), None, tr("Two-proportion test, p < 0.05")),
               *(Column(tr("Days, {side}", side=s), Unit.COUNT, tr("Median days from the stage before")) for s in (one, other)),
               Column(tr("Marks"))]
    rows: list[tuple[Any, ...]] = []
    colours = {}
    for at, (step, word, role) in enumerate(zip(shown.pair.steps, shown.pair_chart.notes, shown.pair_chart.roles, strict=True)):
        marks = ([tr("small sample")] if step.small else []) + ([tr("still maturing")] if step.left.maturing or step.right.maturing else [])
        rows.append((step.left.label, step.left.count, step.right.count, step.left.rate_from_previous, step.right.rate_from_previous, word or None,
                     step.left.median_days, step.right.median_days, ", ".join(marks) or None))
        colours[at, 5] = theme.colours().role(role)
    return columns, rows, colours


def members(shown: FunnelShown) -> Filled:
    """A row per member of the breakdown."""
    found = shown.funnel
    assert found.by is not None
    columns = [Column(say(DIMENSIONS[found.by]))]
    for s in found.stages:
        columns.append(Column(say(s.label), Unit.COUNT))
        if s.id not in ("visitors", "leads"):
            columns.append(Column(tr("rate"), Unit.RATE, tr("From the stage before")))
    columns.append(Column(tr("Days to SQL"), Unit.COUNT, tr("Median days from the stage before to SQL")))
    rows = []
    for m in found.members:
        row: list[object] = [called(m.member, found.by)]
        for s in m.stages:
            row += [s.count] if s.id in ("visitors", "leads") else [s.count, s.rate_from_previous]
        young = ", ".join(say(s.label) for s in m.stages if s.maturing)
        rows.append((*row, next(s.median_days for s in m.stages if s.id == "sql"), tr("still maturing: {stages}", stages=young) if young else None))
    if found.mode == "cohort":
        return [*columns, Column(tr("Marks"))], rows
    return columns, [row[:-1] for row in rows]
