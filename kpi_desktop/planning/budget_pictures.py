"""Budgets as charts: scenarios side by side, what comes month by month, and how SQLs answer to money where the data tell."""

from __future__ import annotations

from collections.abc import Sequence

from kpi_desktop.metrics.chart import Chart, Series
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.plans import Assumptions, Expected, Range
from kpi_desktop.model.problem import Money, Text
from kpi_desktop.model.selection import Period
from kpi_desktop.planning.forecast import expect
from kpi_desktop.planning.portfolio import Portfolio
from kpi_desktop.planning.response import responses

_STEPS = 13


def scenarios(named: Sequence[tuple[str, Expected]], now: Expected | None, currency: str) -> Chart | None:
    """Expected gross profit (revenue where none is known) of each scenario and of the budget at hand, with its 80 % range; None without a scenario."""
    every = [*named, *([(Text("This budget"), now)] if now is not None else [])]
    profit = all(e.gross_profit is not None for _, e in every)
    ranges = [e.gross_profit if profit else e.revenue for _, e in every]
    if not named or any(r is None for r in ranges):
        return None
    title = Text("Expected gross profit with its 80 % range") if profit else Text("Expected revenue with its 80 % range")
    most = max(range(len(every)), key=lambda k: ranges[k].value)  # type: ignore[union-attr]
    found = Text("{name} should bring the most: {value}.", name=every[most][0], value=Money(ranges[most].value, currency))  # type: ignore[union-attr]
    return Chart("bars", title, tuple(n for n, _ in every), (_series(title, [r for r in ranges if r is not None]),), Unit.MONEY, currency, found)


def _series(title: Text, ranges: Sequence[Range]) -> Series:
    return Series(title, tuple(r.value for r in ranges), tuple(r.low for r in ranges), tuple(r.high for r in ranges))


def by_month(months: Sequence[Expected], currency: str) -> Chart | None:
    """Expected SQLs month by month with their 80 % range."""
    if len(months) < 2:
        return None
    labels = tuple(Period.parse(m.practice) for m in months)
    most = max(months, key=lambda m: m.sqls.value)
    found = Text("Most SQLs are expected in {month}: {count}.", month=Period.parse(most.practice), count=round(most.sqls.value))
    return Chart("trend", Text("Expected SQLs by month with their 80 % range"), labels,
                 (_series(Text("SQLs"), [m.sqls for m in months]),), Unit.COUNT, currency, found)


def curve(p: Portfolio, practice: str, amount: float, period: Period, assumptions: Assumptions) -> Chart | None:
    """SQLs of a practice for less and more money, with their 80 % range; None where the data cannot tell a curve (kpi-definitions.md, strategy planner)."""
    if responses(p, assumptions)[p.at[practice]].source != "data" or amount <= 0:
        return None
    today = p.amounts(period)
    amounts = [amount * (0.4 + 1.2 * k / (_STEPS - 1)) for k in range(_STEPS)]
    found = [next(e for e in expect(p, today | {practice: a}, period, assumptions).lines if e.practice == practice).sqls for a in amounts]
    series = _series(Text("SQLs"), found)
    said = Text("{practice}: {least} for {less}, {most} for {more}.", practice=practice, least=round(found[0].value), less=Money(round(amounts[0]), p.currency),
                most=round(found[-1].value), more=Money(round(amounts[-1]), p.currency))
    return Chart("trend", Text("SQLs for less and more money: {practice}", practice=practice), tuple(Text("{amount}", amount=Money(round(a), p.currency))
                 for a in amounts), (series,), Unit.COUNT, p.currency, said)
