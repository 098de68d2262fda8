"""Budgets as charts: scenarios side by side, what comes month by month, and how SQLs answer to money where the data tell."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kpi_desktop.metrics.chart import Chart, Series
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.plans import Assumptions, Expected, Range
from kpi_desktop.model.problem import Money, Text
from kpi_desktop.model.selection import Period
from kpi_desktop.planning import lag
from kpi_desktop.planning.forecast import expect
from kpi_desktop.planning.portfolio import Portfolio
from kpi_desktop.planning.response import responses

_STEPS = 15


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
    """SQLs of a practice for less and more money, with their 80 % range, over the months that tell it; None where the data cannot tell a curve
    (kpi-definitions.md, strategy planner).

    A month is drawn at the pace of the whole period: its spend and its SQLs times the period's months, the SQLs over the month's season.
    """
    if responses(p, assumptions)[p.at[practice]].source != "data" or amount <= 0:
        return None
    today = p.amounts(period)
    spent, brought, names = _months(p, p.at[practice], period)
    reach = max(amount * 1.6, max(spent, default=0.0))
    amounts = sorted({amount, *(amount * 0.4 + (reach - amount * 0.4) * k / (_STEPS - 1) for k in range(_STEPS))})
    found = [next(e for e in expect(p, today | {practice: a}, period, assumptions).lines if e.practice == practice).sqls for a in amounts]
    said = Text("{practice}: {least} for {less}, {most} for {more}.", practice=practice, least=round(found[0].value), less=Money(round(amounts[0]), p.currency),
                most=round(found[-1].value), more=Money(round(amounts[-1]), p.currency))
    gap, none = (None,) * len(spent), (None,) * len(amounts)
    by_curve = Series(Text("SQLs expected, with their 80 % range"), (*(r.value for r in found), *gap), (*(r.low for r in found), *gap),
                      (*(r.high for r in found), *gap))
    by_month = Series(Text("Dots: months, at the pace of the whole period"), (*none, *brought), role="quiet")
    return Chart("response", Text("SQLs for less and more money: {practice}", practice=practice), (*(Text("Budget") for _ in amounts), *names),
                 (by_curve, by_month, Series(Text("Spend over the period"), (*amounts, *spent))), Unit.COUNT, p.currency, said, highlight=amounts.index(amount))


def _months(p: Portfolio, k: int, period: Period) -> tuple[list[float], list[float], list[Period]]:
    """A practice's whole months with spend: spend lagged as leads become SQLs (as the regression takes it) and SQLs without their season, both times the months
    of the period; and which months they are."""
    total = p.to_sql.sum()
    lagged = lag.spread(p.month_spend[k:k + 1], p.to_sql / total if total > 0 else np.ones(1), len(p.months))[0]
    long = float(lag.months_of(period)[1].sum())
    seen = [t for t in range(len(p.months)) if p.months[t] <= p.last and lagged[t] > 0]
    return ([float(lagged[t]) * long for t in seen], [float(p.month_sqls[k, t] / p.season[p.months[t] % 12]) * long for t in seen],
            [Period.parse(lag.code(int(p.months[t]))) for t in seen])
