"""The best split of a budget over practices: money moves from the lowest to the highest gain per further unit until no move helps, within its limits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from kpi_desktop.metrics.spelling import fold
from kpi_desktop.model.plans import Assumptions, Limits, Range
from kpi_desktop.model.problem import Money, Share, Text, UserError
from kpi_desktop.model.selection import Period
from kpi_desktop.planning.ahead import ahead
from kpi_desktop.planning.draws import draws, elasticities
from kpi_desktop.planning.forecast import TEST_ABOVE, risen, tests
from kpi_desktop.planning.portfolio import Portfolio
from kpi_desktop.planning.ranges import ranged

Goal = Literal["sqls", "gross_profit", "cost"]
_POINTS = 40
"""Quantiles by which the optimiser knows each elasticity."""


@dataclass(frozen=True)
class Split:
    """A budget split over practices. `amounts` and `reserve` (kept for tests) sum to `total` to the cent; `today` is today's split of the same money.

    `gain` is what the amounts bring over today's, with its 80 % range by the same draws for both: gross profit (currency) for that goal, also what closes after
    the period, else SQLs. Where the range includes 0, `refusal` says that no gain can be promised; the amounts stay the best guess. `tests` are practices above
    1.2 times their largest spend so far, `bound` those that a limit holds.
    """

    amounts: dict[str, float]
    today: dict[str, float]
    reserve: float
    total: float
    gain: Range
    refusal: Text | None
    tests: tuple[str, ...]
    bound: tuple[str, ...]


def best(portfolio: Portfolio, total: float | None, goal: Goal, period: Period, assumptions: Assumptions | None = None, sqls: float | None = None) -> Split:
    """The split that brings the most SQLs or gross profit for `total`, or (goal "cost") costs least for `sqls` SQLs within the period and no more than `total`.

    UserError where the limits cannot be met, the SQLs cannot be reached or no gross profit is known.
    """
    assumptions = assumptions or Assumptions()
    currency = portfolio.currency
    if total is not None and (not np.isfinite(total) or total <= 0):
        raise UserError(Text("A budget of {total} cannot be split.", total=Money(total, currency)), Text("Give an amount above 0."))
    if not 0 <= assumptions.reserve < 1:
        raise UserError(Text("The share kept for tests cannot be {share}.", share=Share(assumptions.reserve)), Text("Give 0 % or more and less than 100 %."))
    task = _Task(portfolio, period, assumptions, goal)
    if goal == "cost":
        return _cheapest(task, sqls, total)
    if total is None:
        raise UserError(Text("A split needs a budget."), Text("Give the amount to split."))
    money = round(total * (1 - assumptions.reserve), 2)
    low, high = task.bounds(money)
    return task.split(task.fill(lambda found: float(found.sum()) - money, low, high), money, round(total, 2), low, high)


def last_year(portfolio: Portfolio, total: float) -> dict[str, float]:
    """The budget split as the base period's spend was, to the cent."""
    return _cents(portfolio, np.where(portfolio.paid, portfolio.spend, 0.0), total)


def proportional_to_romi(portfolio: Portfolio, total: float, period: Period | None = None, assumptions: Assumptions | None = None) -> dict[str, float]:
    """The budget split in proportion to each practice's ROMI of the base period, as a spreadsheet would; those at or below 0 get nothing.

    With a period it is held within the limits (of the assumptions) for it, so that it can be put beside `best`. As last year where no practice has a positive
    ROMI. UserError where no gross profit is known, or the limits cannot be met.
    """
    each = portfolio.money.profit
    if each is None:
        raise UserError(Text("ROMI needs the gross profit of won deals."), Text("Import deals with amount and cost, or invoices with cost."))
    romi = np.divide(portfolio.won * each - portfolio.spend, portfolio.spend, out=np.zeros(len(each)), where=portfolio.paid)
    weight = np.maximum(romi, 0.0)
    weight = weight if weight.sum() > 0 else np.where(portfolio.paid, portfolio.spend, 0.0)
    if period is None:
        return _cents(portfolio, weight, total)
    task = _Task(portfolio, period, assumptions or Assumptions(), "sqls")
    low, high = task.bounds(total)
    return task.cents(_held(weight[task.used], total, low, high), total, low, high)


def _held(weight: np.ndarray, total: float, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Money in proportion to the weights, cut off at the limits, with the sum of `total`."""
    weight = np.maximum(weight, 1e-9 * weight.max())
    a, b = 0.0, float((high / weight).max())
    for _ in range(200):
        middle = (a + b) / 2
        a, b = (middle, b) if np.clip(middle * weight, low, high).sum() < total else (a, middle)
    return np.clip(b * weight, low, high)


def _cents(portfolio: Portfolio, weight: np.ndarray, total: float) -> dict[str, float]:
    used = np.flatnonzero(portfolio.paid)
    parts = whole_cents(weight[used] * total / weight[used].sum(), total)
    return {portfolio.names[k]: float(v) for k, v in zip(used.tolist(), parts.tolist(), strict=True)}


def whole_cents(parts: np.ndarray, total: float) -> np.ndarray:
    """Parts in whole cents that sum to the total, the last cents going to the largest remainders."""
    exact = np.maximum(parts, 0.0) * 100
    cents = np.floor(exact + 1e-6)
    missing = round(total * 100) - int(cents.sum())
    order = np.argsort(cents - exact, kind="stable")
    if missing > 0:
        np.add.at(cents, order[np.arange(missing) % len(order)], 1)
    for k in order[::-1].tolist():
        if missing >= 0:
            break
        taken = min(-missing, int(cents[k]))
        cents[k], missing = cents[k] - taken, missing + taken
    return np.round(cents / 100, 2)


class _Task:
    """What is to be split: expected gain of each practice with spend as a concave function of its money."""

    def __init__(self, portfolio: Portfolio, period: Period, assumptions: Assumptions, goal: Goal) -> None:
        self.portfolio, self.period, self.assumptions, self.goal = portfolio, period, assumptions, goal
        seen, self.now = draws(portfolio), ahead(portfolio, period)
        level = seen.sqls * seen.drift
        self.there = 0.0
        """SQLs of the period that no money of it changes."""
        if goal == "gross_profit":
            if seen.profit is None:
                raise UserError(Text("No gross profit is known: won deals carry no cost, and there are no invoices with one."),
                                Text("Import the cost of won deals, or split for the most SQLs."))
            self.level = level * seen.win * seen.profit * self.now.all_new
        elif goal == "cost":
            new = self.now.sql_new.sum(axis=1)
            self.level = level * new
            self.there = float((level * (self.now.sql_old.sum(axis=1) + np.where(portfolio.paid, 0.0, new))).mean(axis=0).sum())
        else:
            self.level = level * self.now.all_new
        self.elasticity = elasticities(portfolio, assumptions)
        self.used = np.flatnonzero(portfolio.paid)
        self.base = portfolio.spend[self.used] * self.now.scale
        self.points, self.mean = self._summary()

    def _summary(self) -> tuple[np.ndarray, np.ndarray]:
        """(quantiles of each elasticity, the expected gain at base spend): what the optimiser averages over."""
        points = np.quantile(self.elasticity[:, self.used], (np.arange(_POINTS) + 0.5) / _POINTS, axis=0)
        return points, np.maximum(self.level[:, self.used].mean(axis=0), 0.0)

    # -- limits ------------------------------------------------------------------------------------------------------

    def bounds(self, money: float | None) -> tuple[np.ndarray, np.ndarray]:
        """The least and most that each practice may get: above 1.2 times its largest spend only by a person's limit, or where the money has no other place."""
        own = {fold(x.practice): x for x in self.assumptions.limits}
        self._check(own)
        limits = [own.get(fold(self.portfolio.names[k]), Limits("")) for k in self.used.tolist()]
        low, high = (np.array([f * b if x.fixed is None else x.fixed for x, f, b in zip(limits, factors, self.base.tolist(), strict=True)])
                     for factors in ([x.low for x in limits], [x.high for x in limits]))
        usual = np.maximum(np.minimum(high, self.portfolio.most[self.used] * self.now.scale * TEST_ABOVE), low)
        usual = np.where([bool(x.practice) for x in limits], high, usual)
        if money is None:
            return low, usual
        least, most, there = (Money(round(float(v), 2), self.portfolio.currency) for v in (low.sum(), high.sum(), money))
        if low.sum() > money + 0.005:
            raise UserError(Text("The limits and fixed amounts take at least {least}, but {money} is there to split.", least=least, money=there),
                            Text("Lower a limit or a fixed amount, keep less for tests, or raise the budget."))
        if high.sum() < money - 0.005:
            raise UserError(Text("Within the limits at most {most} can be spent, but {money} is there to split.", most=most, money=there),
                            Text("Raise a limit, keep more for tests, or lower the budget."))
        return low, usual if usual.sum() >= money else high

    def _check(self, limits: Mapping[str, Limits]) -> None:
        paid = {fold(self.portfolio.names[k]) for k in self.used.tolist()}
        for name, x in limits.items():
            if x.fixed is None and not 0 <= x.low <= x.high:
                raise UserError(Text("The limits of {practice} cannot be kept: from {low} to {high} times its spend.", practice=x.practice, low=x.low,
                                     high=x.high), Text("Give a lower limit of 0 or more and an upper one that is not below it."))
            if x.fixed is not None and x.fixed < 0:
                raise UserError(Text("A budget cannot be {amount} ({practice}).", amount=Money(x.fixed, self.portfolio.currency), practice=x.practice),
                                Text("Give 0 or more."))
            if x.fixed and name not in paid:
                raise UserError(Text("{practice} had no spend of its own in the base period, so nothing tells what money brings there.", practice=x.practice),
                                Text("Pay for it out of what is kept for tests."))

    # -- the optimum ---------------------------------------------------------------------------------------------------

    def value(self, money: np.ndarray) -> np.ndarray:
        """Expected gain of each practice's money."""
        return self.mean * np.power(np.maximum(money, 0.0) / self.base, self.points).mean(axis=0)

    def slope(self, money: np.ndarray) -> np.ndarray:
        """Expected gain of one more unit of money."""
        ratio = np.maximum(money / self.base, 1e-9)
        return self.mean / self.base * (self.points * np.power(ratio, self.points - 1)).mean(axis=0)

    def at_price(self, price: float, low: np.ndarray, high: np.ndarray) -> np.ndarray:
        """The money at which one more unit gains just the price, within the limits."""
        a, b = low.copy(), high.copy()
        for _ in range(48):
            middle = (a + b) / 2
            above = self.slope(middle) > price
            a, b = np.where(above, middle, a), np.where(above, b, middle)
        a = np.where(self.slope(high) >= price, high, a)
        return np.where(self.slope(low) <= price, low, a)

    def fill(self, over: Callable[[np.ndarray], float], low: np.ndarray, high: np.ndarray) -> np.ndarray:
        """Water-filling: one price for all practices, at which `over` (rising with the money) is 0.

        Exact, since gains are concave; where one is a straight line, the step between two prices is taken in part.
        """
        if over(low) >= 0:
            return low
        if over(high) <= 0:
            return high
        nothing = 1e-12 * max(float(self.slope(np.clip(self.base, low, high)).max()), 1e-30)
        less, more = self.at_price(nothing, low, high), high
        if over(less) > 0:  # else the rest of the money goes where it brings nothing
            dearest = 1.001 * float(self.slope(low).max())
            # The price by halving on the logarithm: `cheap` spends too much, `dear` not; no library for these lines, as it would be a tenth of the program.
            cheap, dear = float(np.log(nothing)), float(np.log(dearest))
            for _ in range(60):
                middle = (cheap + dear) / 2
                cheap, dear = (middle, dear) if over(self.at_price(float(np.exp(middle)), low, high)) > 0 else (cheap, middle)
            less, more = (self.at_price(float(np.exp(u)), low, high) for u in (dear + 1e-9, cheap - 1e-9))
        a, b = 0.0, 1.0
        for _ in range(60):
            part = (a + b) / 2
            a, b = (a, part) if over(less + part * (more - less)) > 0 else (part, b)
        return less + b * (more - less)

    # -- what it is worth ----------------------------------------------------------------------------------------------

    def cents(self, x: np.ndarray, money: float, low: np.ndarray | None = None, high: np.ndarray | None = None) -> dict[str, float]:
        """The money in whole cents that sum to it; fixed amounts stay as they are."""
        free = np.ones(len(x), bool) if low is None or high is None else high - low > 0.01
        parts = np.round(x, 2)
        if free.any():
            parts[free] = whole_cents(x[free], round(money - float(np.round(parts[~free], 2).sum()), 2))
        return {self.portfolio.names[k]: float(v) for k, v in zip(self.used.tolist(), parts.tolist(), strict=True)}

    def drawn(self, amounts: Mapping[str, float]) -> np.ndarray:
        """Draws of what the amounts bring when all has come."""
        money = np.array([amounts.get(n, 0.0) for n in self.portfolio.names])
        more = risen(self.portfolio, money, self.now.scale, self.elasticity)
        return (self.level * more)[:, self.used].sum(axis=1)

    def split(self, x: np.ndarray, money: float, total: float, low: np.ndarray, high: np.ndarray) -> Split:
        """The money split so, beside today's split of it, with what sets it apart."""
        amounts, today = self.cents(x, money, low, high), self.cents(self.base * money / self.base.sum(), money)
        gain = ranged(self.drawn(amounts) - self.drawn(today))
        refusal = None if gain.low > 0 else Text(
            "The data cannot tell whether this split is better than today's: the gain lies between {low} and {high}. Move in small steps and watch.",
            low=self._said(gain.low), high=self._said(gain.high))
        paid = [self.portfolio.names[k] for k in self.used.tolist()]
        held = tuple(n for n, a, b in zip(paid, low.tolist(), high.tolist(), strict=True) if amounts[n] <= a + 0.01 or amounts[n] >= b - 0.01)
        flagged = tests(self.portfolio, np.array([amounts.get(n, 0.0) for n in self.portfolio.names]), self.period)
        return Split(amounts, today, round(total - sum(amounts.values()), 2), total, gain, refusal, flagged, held)

    def _said(self, value: float) -> object:
        return Money(round(value), self.portfolio.currency) if self.goal == "gross_profit" else round(value, 1)


def _cheapest(task: _Task, sqls: float | None, ceiling: float | None) -> Split:
    """The least money with which this many SQLs come within the period, by leads already there and those of practices without spend too."""
    if sqls is None or not sqls > 0:
        raise UserError(Text("The least cost needs a number of SQLs to reach."), Text("Give a number above 0."))
    low, high = task.bounds(None)
    most = float(task.value(high).sum())
    if sqls - task.there > most:
        raise UserError(Text("{sqls} SQLs cannot be reached within the limits: at most about {most}.", sqls=round(sqls), most=int(most + task.there)),
                        Text("Raise the limits or plan for fewer SQLs."))
    x = task.fill(lambda found: float(task.value(found).sum()) + task.there - sqls, low, high)
    money = round(float(np.ceil(x.sum() * 100 - 1e-6)) / 100, 2)
    total = round(money / (1 - task.assumptions.reserve), 2)
    if ceiling is not None and total > ceiling + 0.005:
        currency = task.portfolio.currency
        raise UserError(Text("{sqls} SQLs cost at least {cost} with what is kept for tests, more than the {ceiling} that may be spent.", sqls=round(sqls),
                             cost=Money(total, currency), ceiling=Money(ceiling, currency)),
                        Text("Raise the budget, keep less for tests or plan for fewer SQLs."))
    found = task.split(x, money, total, low, high)
    least = float(task.value(low).sum()) + task.there
    return found if least < sqls else replace(found, refusal=Text(
        "The least that the limits allow brings about {least} SQLs already: fewer cost no less. Widen the limits, or plan for more SQLs.", least=round(least)))
