"""SQLs per unit of spend as a Gamma-Poisson model whose prior is fitted over all practices (empirical Bayes).

"We added what an average practice would have shown for this money": a practice with 2 SQLs does not lead the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

_SHAPES = np.geomspace(0.5, 128, 33)
_STRENGTHS = np.geomspace(2, 512, 33)
_MOST = 1e9  # SQLs: more than this are not sought


@dataclass(frozen=True, eq=False)
class Fit:
    """The prior: practices yield theta times the portfolio's SQLs per unit of spend, theta ~ Gamma(shape, shape) with mean 1 and variance 1 / shape.

    `weights` is how likely each shape of the grid is, given all practices (uniform on the log scale beforehand); `average` is the
    portfolio's cost per SQL in the currency.
    """

    average: float
    weights: np.ndarray

    @cached_property
    def shape(self) -> float:
        """The one shape that is reckoned with, to one decimal as it is shown: its variance is the mean over the grid's. So a probability is one line of
        a spreadsheet, and a portfolio of few practices, which leaves much open, is taken for a varied one."""
        return round(1 / float(self.weights @ (1 / _SHAPES)), 1)

    def within(self, spend: float, sqls: float, limit: float) -> float:
        """P(cost per SQL <= limit) of a practice, given its spend and its SQLs."""
        return float(self.all_within(np.array([spend]), np.array([sqls]), limit)[0])

    def all_within(self, spend: np.ndarray, sqls: np.ndarray, limit: float) -> np.ndarray:
        """`within` of several practices at once: 1 - GAMMA.DIST((shape + spend / average) * average / limit; shape + SQLs; 1; TRUE)."""
        from scipy.special import gammaincc

        return gammaincc(self.shape + sqls, (self.shape + spend / self.average) * self.average / limit)

    def estimate(self, spend: float, sqls: float) -> tuple[float, float, float]:
        """Cost per SQL shrunk toward the portfolio's, (shape * average + spend) / (shape + SQLs), with its 95 % interval."""
        value, low, high = (float(a[0]) for a in self.estimates(np.array([spend]), np.array([sqls])))
        return value, low, high

    def estimates(self, spend: np.ndarray, sqls: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """`estimate` of several practices at once."""
        from scipy.special import gammaincinv

        money, count = self.shape * self.average + spend, self.shape + sqls
        return money / count, money / gammaincinv(count, 0.975), money / gammaincinv(count, 0.025)

    def sqls_for(self, spend: float, limit: float, level: float) -> int | None:
        """The fewest SQLs for this spend at which P(cost per SQL <= limit) reaches the level; None where no number does."""
        key = (spend, limit, level)
        if key not in self._asked:
            self.ask(np.array([spend]), limit, level)
        return self._asked[key]

    def ask(self, spend: np.ndarray, limit: float, level: float) -> None:
        """Work out `sqls_for` of many practices at once, to be told one by one."""
        low, high = np.zeros(len(spend)), np.ones(len(spend))  # too few, and enough from the moment that growing stops
        growing = np.arange(len(spend))
        while len(growing):
            growing = growing[(self.all_within(spend[growing], high[growing], limit) < level) & (high[growing] <= _MOST)]
            low[growing], high[growing] = high[growing], 2 * high[growing]
        while len(open_ := np.flatnonzero((high - low > 1) & (high <= _MOST))):
            middle = np.floor((low[open_] + high[open_]) / 2)
            few = self.all_within(spend[open_], middle, limit) < level
            low[open_], high[open_] = np.where(few, middle, low[open_]), np.where(few, high[open_], middle)
        none = self.all_within(spend, np.zeros(len(spend)), limit) >= level
        for money, n, free in zip(spend.tolist(), high.tolist(), none.tolist(), strict=True):
            self._asked[money, limit, level] = None if n > _MOST else 0 if free else int(n)

    @cached_property
    def _asked(self) -> dict[tuple[float, float, float], int | None]:
        return {}


def fit(spend: np.ndarray, sqls: np.ndarray) -> Fit | None:
    """The prior over practices with spend (arrays of equal length); None where there is no spend or no SQL.

    The marginal of a count under Gamma-Poisson is negative binomial (Greenwood and Yule 1920).
    """
    from scipy.special import gammaln

    paid = spend > 0
    spend, sqls = spend[paid], sqls[paid]
    if not len(spend) or not sqls.sum():
        return None
    average = float(spend.sum() / sqls.sum())
    expected = spend / average
    a = _SHAPES[:, None]
    likelihood = (gammaln(a + sqls) - gammaln(a) + a * np.log(a / (a + expected)) + sqls * np.log(expected / (a + expected))).sum(axis=1)
    weights = np.exp(likelihood - likelihood.max())
    return Fit(average, weights / weights.sum())


@dataclass(frozen=True)
class Quality:
    """How often SQLs are won, over practices: theirs ~ Beta(strength * mean, strength * (1 - mean)), "as if `strength` SQLs of the portfolio were added"."""

    mean: float
    strength: float

    def estimates(self, won: np.ndarray, closed: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Shares of SQLs that are won, shrunk toward the portfolio's, (strength * mean + won) / (strength + closed), with their 95 % intervals."""
        from scipy.special import betaincinv

        a, b = self.strength * self.mean + won, self.strength * (1 - self.mean) + closed - won
        return a / (a + b), betaincinv(a, b, 0.025), betaincinv(a, b, 0.975)


def quality(won: np.ndarray, closed: np.ndarray) -> Quality | None:
    """The prior of win rates over practices (arrays of equal length); None where no SQL was won, or every one.

    The marginal of a count under beta-binomial (Skellam 1948); the strength is the one whose variance is the mean over the grid's.
    """
    from scipy.special import betaln

    mean = float(won.sum() / closed.sum()) if closed.sum() else 0.0
    if not 0 < mean < 1:
        return None
    m = _STRENGTHS[:, None]
    likelihood = (betaln(m * mean + won, m * (1 - mean) + closed - won) - betaln(m * mean, m * (1 - mean))).sum(axis=1)
    weights = np.exp(likelihood - likelihood.max())
    return Quality(mean, round(1 / float(weights @ (1 / (_STRENGTHS + 1)) / weights.sum()) - 1, 1))
