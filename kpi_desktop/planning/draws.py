"""What could be true of a portfolio, drawn a few thousand times with a fixed seed: every forecast and comparison uses the same draws."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kpi_desktop.model.plans import Assumptions
from kpi_desktop.planning.ahead import exposure, won_expected
from kpi_desktop.planning.portfolio import Portfolio
from kpi_desktop.planning.response import checked, responses

COUNT = 2000
SEED = 20_250_101
DRIFT = 0.06
"""How far a year strays from the year before beyond chance and money, where the data cannot tell (standard deviation of the logarithm)."""
_DRIFT_WEIGHT = 6
"""Practices of two years that weigh as much as this supposition."""
_DRIFT_COMMON = 0.25
"""Share of the drift's variance that all practices have in common: markets move together."""
_SHAPES = np.geomspace(0.5, 128, 17)
_SLOPES, _STRAIGHT = np.linspace(0, 1, 6), np.ones(1)
"""How what practices show rises with their size: from not at all to in proportion."""
_COMMON = 0.5
"""Share of the elasticity's uncertainty that is common to all practices."""


@dataclass(frozen=True, eq=False)
class Draws:
    """Draws x practices. `sqls` are the SQLs of the base period's spend when all have come, `leads` its leads, `win` the won deals per SQL when all have
    closed, `revenue` and `profit` what a won deal brings (None unknown), `drift` how the coming period differs from the base."""

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


def noise(portfolio: Portfolio, columns: int) -> np.ndarray:
    """Four layers of standard normals, draws x columns: the chance in counts; made once."""
    if ("noise", columns) not in portfolio.derived:
        portfolio.derived["noise", columns] = np.random.default_rng((SEED, columns)).standard_normal((4, COUNT, columns))
    return portfolio.derived["noise", columns]


def _drawn(p: Portfolio) -> Draws:
    random = np.random.default_rng(SEED)
    n = len(p.names)
    seen = exposure(p)
    sqls = _rates(random, p.spend, p.rated, seen, _SLOPES)
    leads = _rates(random, p.spend, p.leads, np.ones(n), _SLOPES)
    expected = won_expected(p)
    won = _rates(random, expected, p.all_won, np.ones(n), _STRAIGHT)
    typical = p.all_won.sum() / max(float(expected.sum()), 1e-9)
    win = p.to_won.sum() * np.where(expected > 0, won / np.where(expected > 0, expected, 1.0), typical)
    revenue = None if p.money.revenue is None else _around(random, p.money.revenue, p.money.revenue_error)
    profit = None if p.money.profit is None else _around(random, p.money.profit, p.money.profit_error)
    size = strays_of_years(p)
    drift = np.exp(size * _mixed(random, n, _DRIFT_COMMON) - size ** 2 / 2)
    strays = _mixed(random, n, _COMMON)
    return Draws(sqls, leads, win, revenue, profit, drift, strays)


def _mixed(random: np.random.Generator, count: int, common: float) -> np.ndarray:
    """Standard normal draws of which that share of the variance is common to all columns."""
    return common ** 0.5 * random.standard_normal((COUNT, 1)) + (1 - common) ** 0.5 * random.standard_normal((COUNT, count))


def strays_of_years(p: Portfolio) -> float:
    """How far leads of the last 12 months stray from those of the 12 before beyond chance and what the money explains (standard deviation of the logarithm),
    held together with what is supposed where there are few practices or not two years."""
    seen = np.flatnonzero(p.months <= p.last)
    if len(seen) < 24:
        return DRIFT
    new, old = ((p.month_leads[:, at].sum(axis=1), p.month_spend[:, at].sum(axis=1)) for at in (seen[-12:], seen[-24:-12]))
    able = (new[0] >= 10) & (old[0] >= 10) & (new[1] > 0) & (old[1] > 0)
    if not able.any():
        return DRIFT
    money = np.log(new[1][able] / old[1][able])
    usual = Assumptions()
    off = np.log(new[0][able] / old[0][able]) - usual.elasticity * money
    unsure = (usual.elasticity_high - usual.elasticity_low) / 2.5631
    excess = float((off ** 2 - 1 / new[0][able] - 1 / old[0][able] - (unsure * money) ** 2).sum())
    return (max(0.0, excess + _DRIFT_WEIGHT * DRIFT ** 2) / (len(off) + _DRIFT_WEIGHT)) ** 0.5


def _rates(random: np.random.Generator, size: np.ndarray, counts: np.ndarray, seen: np.ndarray, slopes: np.ndarray) -> np.ndarray:
    """Draws of the count that each practice should show when all of it is seen; `seen` is the share that was. Practices without size stand for themselves.

    Counts are Poisson about theta x average x size^slope, theta ~ Gamma(shape, shape): shrunk to what practices of this size show. Shape, average and slope
    are drawn as all practices together make them likely (the marginal is negative binomial).
    """
    used = (size > 0) & (seen > 0)
    out = random.gamma(counts + 0.5, 1 / np.where(seen > 0, seen, 1.0), (COUNT, len(counts)))
    if not used.any() or not counts[used].sum():
        return np.where(used, 0.0, out)
    shape, average, slope = _prior(random, size[used], counts[used].astype(float), seen[used], slopes)
    middle = average * (size[used] / _middle(size[used])) ** slope
    out[:, used] = random.gamma(shape + counts[used], middle / (shape + middle * seen[used]))
    return out


def _prior(random: np.random.Generator, size: np.ndarray, counts: np.ndarray, seen: np.ndarray,
           slopes: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Columns of draws: shape, average and slope, from a grid where each is as likely as the counts make it (uniform beforehand, scales on the logarithm)."""
    from scipy.special import gammaln

    relative = size / _middle(size)
    start = counts.sum() / (relative * seen).sum()
    averages = start * np.geomspace(0.2, 5, 41)
    a, m, b = (g.ravel()[:, None] for g in np.meshgrid(_SHAPES, averages, slopes, indexing="ij"))
    mean = m * relative ** b * seen
    likelihood = (gammaln(a + counts) - gammaln(a) - a * np.log1p(mean / a) + counts * np.log(mean / (a + mean))).sum(axis=1)
    weights = np.exp(likelihood - likelihood.max())
    chosen = random.choice(len(weights), COUNT, p=weights / weights.sum())
    return a[chosen], m[chosen], b[chosen]


def _middle(size: np.ndarray) -> float:
    return float(np.exp(np.log(size).mean()))


def _around(random: np.random.Generator, mean: np.ndarray, error: np.ndarray | None) -> np.ndarray:
    return mean + (0.0 if error is None else error) * random.standard_normal((COUNT, len(mean)))
