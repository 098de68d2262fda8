"""How SQLs answer to more or less spend: the elasticity, from the data where they can tell, else assumed, with the test that would tell."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kpi_desktop.metrics.spelling import fold
from kpi_desktop.model.plans import Assumptions
from kpi_desktop.model.problem import Money, Share, Text, UserError
from kpi_desktop.planning import lag
from kpi_desktop.planning.portfolio import Portfolio

MONTHS, VARIATION, SQLS, WIDEST = 24, 0.5, 20.0, 0.5
"""From when on the data can tell (kpi-definitions.md): months, coefficient of variation of spend, SQLs a month, width of the 95 % interval."""
_TRIED = tuple((step, months) for months in (3, 6, 9, 12) for step in (0.3, 0.5, 1.0))
_POWER = 0.8


@dataclass(frozen=True)
class Fitted:
    """An elasticity estimated from months of spend and SQLs with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Trial:
    """A test that would tell what more money brings: spend raised by `step` for `months`, costing `cost` more (currency).

    Without an effect about `before` SQLs would come in that time, at the elasticity in force `after`; `power` is how likely the difference from the base period
    would be noticed (difference of two Poisson rates on the logarithm, one-sided, 5 %).
    """

    step: float
    months: int
    cost: float
    before: float
    after: float
    power: float


@dataclass(frozen=True)
class Response:
    """By how many per cent a practice's SQLs rise with 1 % more spend: `value` within its 80 % range. `source` is "data", "own" or "assumed".

    `fails` says which conditions the data do not meet; `trial` proposes the test for these, None where no test of a year would tell.
    """

    practice: str
    value: float
    low: float
    high: float
    source: str
    fitted: Fitted | None = None
    fails: tuple[Text, ...] = ()
    trial: Trial | None = None
    proposal: Text | None = None


def responses(portfolio: Portfolio, assumptions: Assumptions) -> tuple[Response, ...]:
    """How each practice answers to money, in the portfolio's order. A person's own elasticity wins over the data's."""
    return tuple(_response(portfolio, k, assumptions) for k in range(len(portfolio.names)))


def checked(assumptions: Assumptions) -> Assumptions:
    """The assumptions; UserError where an elasticity is not between 0 and 1, or its range does not hold it."""
    values = (assumptions.elasticity, assumptions.elasticity_low, assumptions.elasticity_high, *(v for _, v in assumptions.own))
    if not all(0 <= v <= 1 for v in values):
        raise UserError(Text("An elasticity lies between 0 (more money brings nothing) and 1 (twice the money brings twice the SQLs)."),
                        Text("Give a number such as 0.7."))
    if not assumptions.elasticity_low <= assumptions.elasticity <= assumptions.elasticity_high:
        raise UserError(Text("The assumed elasticity {value} is outside its range {low} to {high}.", value=assumptions.elasticity,
                             low=assumptions.elasticity_low, high=assumptions.elasticity_high), Text("Give a range that holds it."))
    return assumptions


def _response(portfolio: Portfolio, k: int, assumptions: Assumptions) -> Response:
    name = portfolio.names[k]
    own = {fold(n): v for n, v in assumptions.own}.get(fold(name))
    found = fits(portfolio)[k]
    fails = _fails(portfolio, k, found)
    down, up = assumptions.elasticity - assumptions.elasticity_low, assumptions.elasticity_high - assumptions.elasticity
    value = assumptions.elasticity if own is None else own
    source = "assumed" if own is None else "own"
    low, high = max(0.0, value - down), min(1.0, value + up)
    if own is None and found is not None and not fails:
        half = (found.high - found.low) / 2 * 1.2816 / 1.96
        value, source = min(max(found.value, 0.0), 1.0), "data"
        low, high = min(max(found.value - half, 0.0), value), max(min(found.value + half, 1.0), value)
    trial = _trial(portfolio, k, value) if fails and portfolio.spend[k] > 0 and portfolio.sqls[k] else None
    return Response(name, value, low, high, source, found, fails, trial, None if trial is None else _proposal(trial, portfolio.currency))


def _fails(portfolio: Portfolio, k: int, found: Fitted | None) -> tuple[Text, ...]:
    """The conditions that the data do not meet, in words."""
    seen = portfolio.months <= portfolio.last
    paid = int(np.count_nonzero(portfolio.month_spend[k][seen] > 0))
    spent, sqls = portfolio.month_spend[k][seen][-MONTHS:], portfolio.month_sqls[k][seen][-MONTHS:]
    fails = []
    if paid < MONTHS:
        fails.append(Text("%n month(s) with spend; it takes 24 to tell a season from money.", "", paid))
    varies = float(spent.std() / spent.mean()) if spent.sum() > 0 else 0.0
    if varies < VARIATION:
        fails.append(Text("Its spend varied too little from month to month: by {share} of its average; it takes {needed}.", share=Share(varies),
                          needed=Share(VARIATION)))
    each = float(sqls.mean()) if len(sqls) else 0.0
    if each < SQLS:
        fails.append(Text("{each} SQLs a month; it takes {needed}.", each=round(each, 1), needed=round(SQLS)))
    if not fails and (found is None or found.high - found.low >= WIDEST):
        fails.append(Text("What more money brought is too uncertain: an elasticity between {low} and {high}.", low=round(found.low, 2),
                          high=round(found.high, 2)) if found is not None else Text("What more money brought cannot be told from the season."))
    return tuple(fails)


def _trial(portfolio: Portfolio, k: int, elasticity: float) -> Trial:
    """The smallest test that is seen with 80 % power at this elasticity; the strongest one tried where none is."""
    months = lag.months_of(portfolio.base)[1].sum()
    sqls, money = portfolio.sqls[k] / months, portfolio.spend[k] / months
    best: Trial | None = None
    for step, long in sorted(_TRIED, key=lambda t: (t[0] * t[1], t[1])):
        before, after = sqls * long, sqls * long * (1 + step) ** elasticity
        error = (1 / max(after, 0.5) + 1 / max(sqls * months, 0.5)) ** 0.5
        made = Trial(step, long, money * step * long, before, after, _above(np.log(after / before) / error - 1.6449))
        if made.power >= _POWER:
            return made
        best = made if best is None or made.power > best.power else best
    assert best is not None
    return best


def _above(z: float) -> float:
    from scipy.special import ndtr

    return float(ndtr(z))


def _proposal(t: Trial, currency: str) -> Text:
    said = Text("Test: {step} more spend for %n month(s), {cost} in all. Expect about {after} SQLs in that time instead of {before}.", "", t.months,
                step=Share(t.step), cost=Money(round(t.cost), currency), after=round(t.after, 1), before=round(t.before, 1))
    if t.power >= _POWER:
        return Text("{test} Such a rise would be noticed with a chance of {power}.", test=said, power=Share(t.power))
    return Text("{test} Even so the rise would be noticed with a chance of only {power}: too few SQLs to tell within a year.", test=said, power=Share(t.power))


# -- from months to an elasticity ----------------------------------------------------------------------------------------


def fits(portfolio: Portfolio) -> tuple[Fitted | None, ...]:
    """Every practice's elasticity by one quasi-Poisson regression over all of them; None where months or spend do not allow one.

    log SQLs(practice, month) = level(practice) + elasticity(practice) x log(spend, lagged as leads become SQLs) + season(month of the year) + trend: season and
    trend are those of all practices, so that money which follows them is not taken for their cause (McCullagh and Nelder 1989, quasi-likelihood).
    """
    if "elasticities" not in portfolio.derived:
        portfolio.derived["elasticities"] = _regressed(portfolio)
    return portfolio.derived["elasticities"]


def _regressed(p: Portfolio) -> tuple[Fitted | None, ...]:
    total = p.to_sql.sum()
    shares = p.to_sql / total if total > 0 else np.ones(1)
    lagged = lag.spread(p.month_spend, shares, len(p.months))
    first = int(np.searchsorted(np.cumsum(shares), 0.8))
    use = np.flatnonzero(p.months <= p.last)[first:]
    spent, sqls = lagged[:, use], p.month_sqls[:, use]
    able = [k for k in range(len(p.names)) if np.count_nonzero(spent[k] > 0) >= 12 and sqls[k].sum() >= 12 and np.ptp(spent[k][spent[k] > 0]) > 0]
    none: tuple[Fitted | None, ...] = (None,) * len(p.names)
    if not able or len(use) < MONTHS - first:
        return none
    rows = [(j, t) for j, k in enumerate(able) for t in range(len(use)) if spent[k, t] > 0]
    who, when = np.array(rows).T
    x = np.log(spent[np.array(able)[who], when])
    for j in range(len(able)):
        x[who == j] -= x[who == j].mean()
    month = p.months[use][when] % 12
    columns = [np.eye(len(able))[who], np.eye(len(able))[who] * x[:, None], np.eye(12)[month][:, np.unique(month)[1:]],
               (when - when.mean())[:, None] / 12]
    solved = _quasi_poisson(np.hstack(columns), sqls[np.array(able)[who], when])
    if solved is None:
        return none
    beta, error, wide = solved
    found = dict(zip(able, range(len(able), 2 * len(able)), strict=True))
    return tuple(Fitted(float(beta[c]), float(beta[c] - wide * error[c]), float(beta[c] + wide * error[c])) if (c := found.get(k)) is not None else None
                 for k in range(len(p.names)))


def _quasi_poisson(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray, float] | None:
    """(coefficients, standard errors, the t quantile of a 95 % interval) by iteratively reweighted least squares; None where it does not settle."""
    from scipy.special import stdtrit

    free = len(y) - x.shape[1]
    if free < 6:
        return None
    beta, mu = np.zeros(x.shape[1]), y + 0.5
    eta = np.log(mu)
    for _ in range(50):
        weighted = x * mu[:, None]
        step = np.linalg.lstsq(x.T @ weighted, weighted.T @ (eta + (y - mu) / mu), rcond=None)[0]
        settled = np.abs(step - beta).max() < 1e-8
        beta = step
        eta = np.clip(x @ beta, -20, 20)
        mu = np.exp(eta)
        if settled:
            dispersion = max(1.0, float((((y - mu) ** 2) / mu).sum() / free))
            error = np.sqrt(np.diag(np.linalg.pinv(x.T @ (x * mu[:, None]))) * dispersion)
            return beta, error, float(stdtrit(free, 0.975))
    return None
