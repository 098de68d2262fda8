"""What a budget should bring over a period: leads, SQLs, won deals, revenue and gross profit with their 80 % ranges.

SQLs = SQLs of the base period x length and season x (amount / base spend) ^ elasticity, as soon as they come: leads of earlier months still become SQLs,
SQLs of earlier months are still won, and what is begun late in the period closes after it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from kpi_desktop.metrics.spelling import fold
from kpi_desktop.model.plans import Assumptions, Expected, Range
from kpi_desktop.model.problem import Money, Text, UserError
from kpi_desktop.model.selection import Period
from kpi_desktop.planning import lag
from kpi_desktop.planning.ahead import Ahead, ahead
from kpi_desktop.planning.draws import Draws, draws, elasticities, noise
from kpi_desktop.planning.portfolio import Portfolio
from kpi_desktop.planning.ranges import Means, between, expected, ranged

TEST_ABOVE = 1.2
"""Spend above this many times a practice's largest so far is a test: nobody has seen what it brings."""


@dataclass(frozen=True)
class Outcome:
    """What a budget should bring in a period, per practice (`lines`, in the portfolio's order), in all, and by month (`practice` holds the month, 2026-01).

    `marginal` is the gross profit that one more unit of money should bring, whenever it closes (the unit itself not taken off), for practices with money;
    empty where no gross profit is known. `later` are won deals of the period's own leads that close after it. `tests` are practices above 1.2 times their
    largest spend so far.
    """

    lines: tuple[Expected, ...]
    total: Expected
    months: tuple[Expected, ...]
    marginal: dict[str, Range]
    later: Range
    tests: tuple[str, ...]


def expect(portfolio: Portfolio, amounts: Mapping[str, float], period: Period, assumptions: Assumptions | None = None) -> Outcome:
    """What the amounts (spend over the whole period, in the workspace's currency; practices left out get nothing) should bring.

    The same amounts give the same answer. UserError for an unknown practice, a negative amount, an impossible elasticity, a period begun before the data.
    """
    money = placed(portfolio, amounts)
    seen, now = draws(portfolio), ahead(portfolio, period)
    elasticity = elasticities(portfolio, assumptions or Assumptions())
    more = risen(portfolio, money, now.scale, elasticity)
    lines = expected(portfolio.names, _of_practices(seen, now, more), portfolio.money.varies, noise(portfolio, len(portfolio.names)), "")
    months = expected(tuple(lag.code(n) for n in now.months.tolist()), _of_months(seen, now, more), portfolio.money.varies, noise(portfolio, len(now.months)))
    left = seen.win * seen.sqls * seen.drift * more * np.maximum(now.all_new - now.won_new.sum(axis=1), 0.0)
    return Outcome(lines[:-1], lines[-1], months, marginal(portfolio, money, now, elasticity, more), ranged(left.sum(axis=1)), tests(portfolio, money, period))


def placed(portfolio: Portfolio, amounts: Mapping[str, float]) -> np.ndarray:
    """The amounts in the portfolio's order; UserError for what cannot be a budget."""
    at = {fold(n): k for n, k in portfolio.at.items()}
    money = np.zeros(len(portfolio.names))
    for name, amount in amounts.items():
        if fold(name) not in at:
            raise UserError(Text("“{practice}” has neither spend nor leads in the base period.", practice=name),
                            Text("Choose one of the practices of the review."))
        if not np.isfinite(amount) or amount < 0:
            raise UserError(Text("A budget cannot be {amount} ({practice}).", amount=Money(amount, portfolio.currency), practice=name), Text("Give 0 or more."))
        money[at[fold(name)]] += amount
    return money


def risen(portfolio: Portfolio, money: np.ndarray, scale: float, elasticity: np.ndarray) -> np.ndarray:
    """Draws x practices: how many times what the base period's spend brings this money brings (1 for practices without spend in the base period)."""
    ratio = np.divide(money, portfolio.spend * scale, out=np.ones(len(money)), where=portfolio.paid)
    return np.power(ratio, elasticity)


def tests(portfolio: Portfolio, money: np.ndarray, period: Period) -> tuple[str, ...]:
    """Practices that would get more than 1.2 times what they ever got over a time as long."""
    most = np.maximum(portfolio.most, 0.0) * portfolio.length(period) * TEST_ABOVE
    return tuple(n for n, m, cap in zip(portfolio.names, money.tolist(), most.tolist(), strict=True) if m > cap + 0.005)


def marginal(portfolio: Portfolio, money: np.ndarray, now: Ahead, elasticity: np.ndarray, more: np.ndarray) -> dict[str, Range]:
    """Gross profit of one further unit of money of each practice with money: the slope of what it brings."""
    seen = draws(portfolio)
    used = np.flatnonzero(portfolio.paid & (money > 0))
    if seen.profit is None or not len(used):
        return {}
    slope = (seen.win * seen.profit * seen.sqls * seen.drift * now.all_new * more * elasticity)[:, used] / money[used]
    value, (low, high) = slope.mean(axis=0), between(slope)
    return {portfolio.names[k]: Range(float(value[j]), float(low[j]), float(high[j])) for j, k in enumerate(used.tolist())}


def _of_practices(seen: Draws, now: Ahead, more: np.ndarray) -> Means:
    level = seen.sqls * seen.drift
    sqls = level * (now.sql_old.sum(axis=1) + more * now.sql_new.sum(axis=1))
    won = seen.win * (now.won_there.sum(axis=1) + level * (now.won_old.sum(axis=1) + more * now.won_new.sum(axis=1)))
    moneys = (None if each is None else won * each for each in (seen.revenue, seen.profit))
    return Means(seen.leads * seen.drift * more * now.leads.sum(axis=1), sqls, won, *moneys)


def _of_months(seen: Draws, now: Ahead, more: np.ndarray) -> Means:
    level = seen.sqls * seen.drift
    parts = ((seen.win, now.won_there), (seen.win * level, now.won_old), (seen.win * level * more, now.won_new))

    def won(each: np.ndarray | float) -> np.ndarray:
        return sum((a * each) @ b for a, b in parts[1:]) + (parts[0][0] * each) @ parts[0][1]

    moneys = (None if each is None else won(each) for each in (seen.revenue, seen.profit))
    return Means((seen.leads * seen.drift * more) @ now.leads, level @ now.sql_old + (level * more) @ now.sql_new, won(1.0), *moneys)
