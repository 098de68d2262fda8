"""SQLs per unit of spend as a Gamma-Poisson model whose prior is fitted over all practices (empirical Bayes).

"We added what an average practice would have shown for this money": a practice with 2 SQLs does not lead the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

_SHAPES = np.geomspace(0.5, 128, 33)
_MOST = 1e9  # SQLs: more than this are not sought
_NOTHING = 1e-15  # what all shapes of less weight add to a probability is below 33 times this


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
        return float(self.all_within(np.array([spend]), np.array([sqls]), limit)[0])

    def all_within(self, spend: np.ndarray, sqls: np.ndarray, limit: float) -> np.ndarray:
        """`within` of several practices at once."""
        from scipy.special import gammaincc

        shapes, weights = self._likely
        expected = spend / self.average
        return (weights * gammaincc(shapes + sqls[:, None], (shapes + expected[:, None]) * self.average / limit)).sum(axis=1)

    @cached_property
    def _likely(self) -> tuple[np.ndarray, np.ndarray]:
        """The shapes that count at all, with their weights: with many practices all but two or three come to nothing."""
        counts = self.weights > _NOTHING
        return _SHAPES[counts], self.weights[counts]

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
