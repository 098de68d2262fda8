"""What could be true of a portfolio, drawn a few thousand times with a fixed seed: every forecast and comparison uses the same draws."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kpi_desktop.model.plans import Assumptions
from kpi_desktop.planning import lag
from kpi_desktop.planning.model import fit
from kpi_desktop.planning.portfolio import Portfolio
from kpi_desktop.planning.response import checked, responses

COUNT = 2000
SEED = 20_250_101
COMMON_DRIFT, OWN_DRIFT = 0.05, 0.10
"""How far a year's SQLs stray from the model beyond chance, all practices together and each by itself (standard deviation of the logarithm): markets move."""
_COMMON = 0.5
"""Share of the elasticity's uncertainty that is common to all practices."""


@dataclass(frozen=True, eq=False)
class Draws:
    """Draws x practices. `sqls` are the SQLs of the base period's spend when all have come, `leads` its leads, `win` the won deals per SQL when all have closed,
    `revenue` and `profit` what a won deal brings (None unknown), `drift` how the coming period differs from the base."""

    sqls: np.ndarray
    leads: np.ndarray
    win: np.ndarray
    revenue: np.ndarray | None
    profit: np.ndarray | None
    drift: np.ndarray
    strays: np.ndarray
    """Standard normal: where in its range each elasticity lies."""


def draws(portfolio: Portfolio) -> Draws:
    """The draws of a portfolio, made once."""
    if "draws" not in portfolio.derived:
        portfolio.derived["draws"] = _drawn(portfolio)
    return portfolio.derived["draws"]


def elasticities(portfolio: Portfolio, assumptions: Assumptions) -> np.ndarray:
    """Draws x practices: each practice's elasticity, normal on either side of its value with the 80 % range given, kept within 0 to 1."""
    key = ("e", checked(assumptions).elasticity, assumptions.elasticity_low, assumptions.elasticity_high, assumptions.own)
    if key not in portfolio.derived:
        known = responses(portfolio, assumptions)
        value, low, high = (np.array([getattr(r, f) for r in known]) for f in ("value", "low", "high"))
        z = draws(portfolio).strays
        portfolio.derived[key] = np.clip(value + z * np.where(z < 0, value - low, high - value) / 1.2816, 0.0, 1.0)
    return portfolio.derived[key]


def _drawn(p: Portfolio) -> Draws:
    random = np.random.default_rng(SEED)
    n = len(p.names)
    seen = exposure(p)
    sqls = _rates(random, p.spend, p.rated, seen)
    leads = _rates(random, p.spend, p.leads, np.ones(n))
    expected = won_expected(p)
    win = p.to_won.sum() * _rates(random, expected, p.all_won, np.ones(n), rate=True)
    revenue = None if p.money.revenue is None else _around(random, p.money.revenue, p.money.revenue_error)
    profit = None if p.money.profit is None else _around(random, p.money.profit, p.money.profit_error)
    drift = COMMON_DRIFT * random.standard_normal((COUNT, 1)) + OWN_DRIFT * random.standard_normal((COUNT, n))
    drift = np.exp(drift - (COMMON_DRIFT ** 2 + OWN_DRIFT ** 2) / 2)
    strays = _COMMON ** 0.5 * random.standard_normal((COUNT, 1)) + (1 - _COMMON) ** 0.5 * random.standard_normal((COUNT, n))
    return Draws(sqls, leads, win, revenue, profit, drift, strays)


def exposure(p: Portfolio) -> np.ndarray:
    """Per practice: the share of the base period's cohorts' worth of SQLs that fell into it. Below 1 where the data begin with the base period, since the SQLs of
    earlier leads are missing at its start; about 1 after a longer history."""
    numbers, parts = lag.months_of(p.base)
    cohorts = shaped(p)[0]
    total = p.to_sql.sum()
    came = lag.spread(cohorts, p.to_sql / total if total > 0 else np.ones(1), len(p.months))
    at = numbers - p.months[0]
    held = (at >= 0) & (at < len(p.months))
    found = came[:, at[held]] @ parts[held]
    return np.clip(found, 0.1, None)


def shaped(p: Portfolio) -> tuple[np.ndarray, np.ndarray]:
    """(practice x month: each month's leads as a share of the base period's; leads of a base period, at least 1)."""
    numbers, parts = lag.months_of(p.base)
    at = numbers - p.months[0]
    held = (at >= 0) & (at < len(p.months))
    base = np.maximum(p.month_leads[:, at[held]] @ parts[held], 0.0)
    even = p.season[p.months % 12] / max(float(p.weights(p.base)[1].sum()), 1e-9)
    return np.where(base[:, None] > 0, p.month_leads / np.maximum(base, 1e-9)[:, None], even), base


def won_expected(p: Portfolio) -> np.ndarray:
    """Won deals that the SQLs so far would have brought at the portfolio's rate, given how long they have had."""
    had = np.cumsum(p.to_won)
    ages = np.clip(p.months[-1] - p.months, 0, len(had) - 1)
    return p.month_sqls @ had[ages]


def _rates(random: np.random.Generator, exposed: np.ndarray, counts: np.ndarray, seen: np.ndarray, rate: bool = False) -> np.ndarray:
    """Draws of the expected count of each practice (or its ratio to `exposed`) under the Gamma-Poisson model; without exposure from its count alone.

    `seen` is the share of the exposure that could bring the counts.
    """
    spent = exposed * seen
    model = fit(spent, counts.astype(float))
    if model is None:
        return np.zeros((COUNT, len(counts)))
    average = 1.0 if rate else model.average
    shape = model.drawn(random, COUNT)[:, None]
    if rate:
        theta = random.gamma(shape + counts, 1 / (shape + spent / model.average)) / model.average
        return theta
    theta = random.gamma(shape + counts, 1 / (shape + spent / average))
    free = random.gamma(counts + 0.5, 1 / seen, (COUNT, len(counts)))
    return np.where(spent > 0, theta * exposed / average, free)


def _around(random: np.random.Generator, mean: np.ndarray, error: np.ndarray | None) -> np.ndarray:
    return mean + (0.0 if error is None else error) * random.standard_normal((COUNT, len(mean)))
