"""SQLs per unit of spend as a Gamma-Poisson model whose prior is fitted over all practices (empirical Bayes).

"We added what an average practice would have shown for this money": a practice with 2 SQLs does not lead the table.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

_SHAPES = np.geomspace(0.5, 128, 33)


@dataclass(frozen=True, eq=False)
class Fit:
    """The prior: practices yield theta times the portfolio's SQLs per unit of spend, theta ~ Gamma(shape, shape) with mean 1.

    `weights` is how likely each shape of the grid is, given all practices (uniform on the log scale beforehand); `average` is the
    portfolio's cost per SQL in the currency.
    """

    average: float
    weights: np.ndarray

    def within(self, spend: float, sqls: float, limit: float) -> float:
        """P(cost per SQL <= limit) of a practice, given its spend and its SQLs."""
        from scipy.special import gammaincc

        expected = spend / self.average
        return float(self.weights @ gammaincc(_SHAPES + sqls, (_SHAPES + expected) * self.average / limit))

    def drawn(self, random: np.random.Generator, count: int) -> np.ndarray:
        """Shapes of the prior as likely as the practices make them."""
        return random.choice(_SHAPES, count, p=self.weights)

    def sqls_for(self, spend: float, limit: float, level: float) -> int | None:
        """The fewest SQLs for this spend at which P(cost per SQL <= limit) reaches the level; None where no number does."""
        low, high = 0, 1
        while self.within(spend, high, limit) < level:
            low, high = high, high * 2
            if high > 1e9:
                return None
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.within(spend, middle, limit) < level else (low, middle)
        return 0 if self.within(spend, 0, limit) >= level else high


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
