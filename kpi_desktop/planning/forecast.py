"""What a budget should bring over a period: leads, SQLs, won deals, revenue and gross profit with their 80 % ranges.

SQLs = SQLs of the base period x length and season x (amount / base spend) ^ elasticity, as soon as they come: leads of earlier months still become SQLs, SQLs of
earlier months are still won, and what is begun late in the period closes after it.
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
from kpi_desktop.planning.draws import COUNT, SEED, Draws, draws, elasticities, shaped
from kpi_desktop.planning.portfolio import Portfolio

TEST_ABOVE = 1.2
"""Spend above this many times a practice's largest so far is a test: nobody has seen what it brings."""
_Q = np.array([0.1, 0.9])


@dataclass(frozen=True)
class Outcome:
    """What a budget should bring in a period, per practice (`lines`, in the portfolio's order), in all, and by month (`practice` holds the month, 2026-01).

    `marginal` is the gross profit that one more unit of money should bring, whenever it closes (the unit itself not taken off), for practices with money;
    empty where no gross profit is known. `later` are the won deals of the period's SQLs that close after it. `tests` are practices above 1.2 times their largest spend so far.
    """

    lines: tuple[Expected, ...]
    total: Expected
    months: tuple[Expected, ...]
    marginal: dict[str, Range]
    later: Range
    tests: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Ahead:
    """A period seen from the data's last month, practice x month of the period, in shares of the base period's SQLs (leads for `leads`).

    `sql_old` and `won_old` come of leads already there, `sql_new` and `won_new` of the period's own at base spend; `won_there` are won deals of SQLs
    already there, at the portfolio's rate 1. `all_new` is what the period's leads bring when all has come; `left` the same for won deals after the period.
    """

    months: np.ndarray
    leads: np.ndarray
    sql_old: np.ndarray
    sql_new: np.ndarray
    won_there: np.ndarray
    won_old: np.ndarray
    won_new: np.ndarray
    all_new: float
    scale: float


def expect(portfolio: Portfolio, amounts: Mapping[str, float], period: Period, assumptions: Assumptions | None = None) -> Outcome:
    """What the amounts (spend over the whole period, in the workspace's currency; practices left out get nothing) should bring.

    UserError for an unknown practice, a negative amount, an impossible elasticity or a period that ends before the base does.
    """
    assumptions = assumptions or Assumptions()
    money = _amounts(portfolio, amounts)
    seen, now = draws(portfolio), ahead(portfolio, period)
    more = risen(portfolio, money, now.scale, elasticities(portfolio, assumptions))
    random = np.random.default_rng(SEED)
    level = seen.sqls * seen.drift
    sqls = level * (now.sql_old.sum(axis=1) + more * now.sql_new.sum(axis=1))
    won = seen.win * (now.won_there.sum(axis=1) + level * (now.won_old.sum(axis=1) + more * now.won_new.sum(axis=1)))
    leads = seen.leads * seen.drift * more * now.leads.sum(axis=1)
    found = _Found(portfolio, seen, leads, sqls, won, random)
    lines = tuple(found.line(k, name) for k, name in enumerate(portfolio.names))
    return Outcome(lines, found.total(), _months(portfolio, seen, now, more, level), marginal(portfolio, money, now, assumptions),
                   _later(seen, now, more, level, won, random), tests(portfolio, money, period))


def risen(portfolio: Portfolio, money: np.ndarray, scale: float, elasticity: np.ndarray) -> np.ndarray:
    """Draws x practices: how many times the base period's SQLs per month this money brings (1 where no money is at work)."""
    base = portfolio.spend * scale
    ratio = np.divide(money, base, out=np.ones(len(base)), where=portfolio.paid)
    with np.errstate(divide="ignore"):
        return np.where(portfolio.paid, np.exp(elasticity * np.log(ratio)) if (ratio > 0).all() else np.power(ratio, elasticity), 1.0)


def ahead(portfolio: Portfolio, period: Period) -> Ahead:
    """The months of a period with what is on its way; made once per period."""
    key = ("ahead", period.first, period.last)
    if key not in portfolio.derived:
        portfolio.derived[key] = _ahead(portfolio, period)
    return portfolio.derived[key]


def _ahead(p: Portfolio, period: Period) -> Ahead:
    numbers, parts = p.weights(period)
    if numbers[-1] < p.months[0]:
        raise UserError(Text("The plan's period ends before the data begin."), Text("Choose a period after the base period."))
    base = float(p.weights(p.base)[1].sum())
    until = int(max(numbers[-1], p.months[-1])) + 1 - int(p.months[0])
    start = int(numbers[0] - p.months[0])
    # Cohorts so far, then months between the data and the period at the base period's level, then the period's own.
    old = np.zeros((len(p.names), until))
    shares = shaped(p)[0]
    every = np.arange(until) + int(p.months[0])
    level = p.season[every % 12] / base
    seen = len(p.months)
    old[:, :seen] = shares
    if p.last < p.months[-1]:  # a month under way: at least what is there, at most its usual size
        old[:, seen - 1] = np.maximum(old[:, seen - 1], level[seen - 1])
    old[:, seen:] = level[seen:]
    old[:, max(start, 0):] = 0.0
    new = np.zeros((len(p.names), until))
    new[:, numbers - int(p.months[0])] = parts / base
    window = numbers - int(p.months[0])
    sql_share, won_share = (s / s.sum() if s.sum() > 0 else np.ones(1) for s in (p.to_sql, p.to_won))
    sql_old, sql_new = lag.spread(old, sql_share, until), lag.spread(new, sql_share, until)
    there = np.zeros((len(p.names), until))
    there[:, :seen] = p.month_sqls
    there[:, max(start, 0):] = 0.0
    to_come = sql_old.copy()
    to_come[:, :min(seen, max(start, 0))] = 0.0  # SQLs of months past are counted as they are
    won_there, won_old, won_new = (lag.spread(s, won_share, until) for s in (there, to_come, sql_new))
    return Ahead(numbers, new[:, window], sql_old[:, window], sql_new[:, window], won_there[:, window], won_old[:, window], won_new[:, window],
                 float(parts.sum() / base), p.length(period))


def _amounts(portfolio: Portfolio, amounts: Mapping[str, float]) -> np.ndarray:
    """The amounts in the portfolio's order; UserError for what cannot be a budget."""
    at = {fold(n): k for n, k in portfolio.at.items()}
    money = np.zeros(len(portfolio.names))
    for name, amount in amounts.items():
        if fold(name) not in at:
            raise UserError(Text("“{practice}” has neither spend nor leads in the base period.", practice=name), Text("Choose one of the practices of the review."))
        if not np.isfinite(amount) or amount < 0:
            raise UserError(Text("A budget cannot be {amount} ({practice}).", amount=Money(amount, portfolio.currency), practice=name), Text("Give 0 or more."))
        money[at[fold(name)]] += amount
    return money


def tests(portfolio: Portfolio, money: np.ndarray, period: Period) -> tuple[str, ...]:
    """Practices that would get more than 1.2 times what they ever got over a time as long."""
    most = np.maximum(portfolio.most, 0.0) * portfolio.length(period) * TEST_ABOVE
    return tuple(n for n, m, cap in zip(portfolio.names, money.tolist(), most.tolist(), strict=True) if m > cap + 0.005)


def worth(seen: Draws) -> np.ndarray | None:
    """Draws x practices: gross profit per SQL when all have closed; None where no gross profit is known."""
    return None if seen.profit is None else seen.win * seen.profit


def marginal(portfolio: Portfolio, money: np.ndarray, now: Ahead, assumptions: Assumptions) -> dict[str, Range]:
    """Gross profit per further unit of money of each practice with money."""
    seen = draws(portfolio)
    each = worth(seen)
    used = np.flatnonzero(portfolio.paid & (money > 0))
    if each is None or not len(used):
        return {}
    e = elasticities(portfolio, assumptions)
    gained = each * seen.sqls * seen.drift * now.all_new * risen(portfolio, money, now.scale, e) * e
    per = gained[:, used] / money[used]
    low, high = np.quantile(per, _Q, axis=0)
    return {portfolio.names[k]: Range(float(per[:, j].mean()), float(low[j]), float(high[j])) for j, k in enumerate(used.tolist())}


def _later(seen: Draws, now: Ahead, more: np.ndarray, level: np.ndarray, won: np.ndarray, random: np.random.Generator) -> Range:
    """Won deals of the period's own leads that close after its end."""
    left = (seen.win * level * more * np.maximum(now.all_new - now.won_new.sum(axis=1), 0.0)).sum(axis=1)
    del won
    return counted(left, random)


# -- from draws to ranges ------------------------------------------------------------------------------------------------


class _Found:
    """Draws x practices of expected counts, with chance added: ranges are of what will be counted, not of its mean."""

    def __init__(self, p: Portfolio, seen: Draws, leads: np.ndarray, sqls: np.ndarray, won: np.ndarray, random: np.random.Generator) -> None:
        counts = [random.poisson(m).astype(float) for m in (leads, sqls, won)]
        varies = max(p.money.varies, 1e-3) ** 2
        paid = random.gamma(counts[2] / varies) * varies  # deals of uneven size: the sum of that many has the same mean and spread
        self.expected = [leads, sqls, won]
        self.counts = counts
        for each in (seen.revenue, seen.profit):
            self.expected.append(np.full_like(won, np.nan) if each is None else won * each)
            self.counts.append(np.full_like(won, np.nan) if each is None else paid * each)
        jitter = random.random(COUNT) - 0.5
        self.jitter = [jitter, jitter, jitter, 0.0, 0.0]
        self.ranges = [self._ranges(e, c, j) for e, c, j in zip(self.expected, self.counts, self.jitter, strict=True)]

    def _ranges(self, expected: np.ndarray, counts: np.ndarray, jitter: np.ndarray | float) -> np.ndarray | None:
        """Rows value, low, high; a count is spread evenly over its unit, so that a range of few counts holds 80 % and not far more."""
        if np.isnan(expected[0, 0]):
            return None
        smooth = counts + (jitter[:, None] if isinstance(jitter, np.ndarray) else jitter)
        low, high = np.quantile(smooth, _Q, axis=0)
        if isinstance(jitter, np.ndarray):
            low, high = np.maximum(low, 0.0), np.maximum(high, 0.0)
        value = expected.mean(axis=0)
        return np.stack([value, np.minimum(low, value), np.maximum(high, value)])

    def line(self, k: int, name: str) -> Expected:
        """What one practice should bring."""
        return Expected(name, *(None if r is None else Range(*(float(v) for v in r[:, k])) for r in self.ranges))  # type: ignore[arg-type]

    def total(self) -> Expected:
        """What all should bring together."""
        whole = [self._ranges(e.sum(axis=1, keepdims=True), c.sum(axis=1, keepdims=True), j)
                 for e, c, j in zip(self.expected, self.counts, self.jitter, strict=True)]
        return Expected("", *(None if r is None else Range(*(float(v) for v in r[:, 0])) for r in whole))  # type: ignore[arg-type]


def counted(mean: np.ndarray, random: np.random.Generator) -> Range:
    """The 80 % range of a count whose mean is drawn."""
    low, high = np.quantile(random.poisson(mean) + random.random(len(mean)) - 0.5, _Q)
    value = float(mean.mean())
    return Range(value, float(min(max(low, 0.0), value)), float(max(high, value)))


def _months(p: Portfolio, seen: Draws, now: Ahead, more: np.ndarray, level: np.ndarray) -> tuple[Expected, ...]:
    """Each month of the period over all practices."""
    random = np.random.default_rng(SEED + 1)
    leads = (seen.leads * seen.drift * more) @ now.leads
    sqls = level @ now.sql_old + (level * more) @ now.sql_new
    parts = ((seen.win, now.won_there), (seen.win * level, now.won_old), (seen.win * level * more, now.won_new))
    won = sum(a @ b for a, b in parts)
    moneys = [None if each is None else sum((a * each) @ b for a, b in parts) for each in (seen.revenue, seen.profit)]
    varies = max(p.money.varies, 1e-3) ** 2
    out = []
    for m, number in enumerate(now.months.tolist()):
        counts = random.poisson(won[:, m])
        paid = random.gamma(counts / varies) * varies / np.maximum(won[:, m], 1e-9)
        ranges = [None if each is None else _amount(each[:, m], each[:, m] * paid) for each in moneys]
        out.append(Expected(lag.code(number), counted(leads[:, m], random), counted(sqls[:, m], random), counted(won[:, m], random), *ranges))  # type: ignore[arg-type]
    return tuple(out)


def _amount(mean: np.ndarray, drawn: np.ndarray) -> Range:
    low, high = np.quantile(drawn, _Q)
    value = float(mean.mean())
    return Range(value, float(min(low, value)), float(max(high, value)))
