"""How many observations it takes to tell a change from noise."""

from __future__ import annotations

from math import ceil, sqrt

Z_ALPHA = 1.959963984540054
"""Two-sided 5 %."""
Z_POWER = 0.8416212335729143
"""80 % power."""


def rate_needed(baseline: float, known: int, threshold: float) -> int | None:
    """Observations that tell a rate of `threshold` from a `baseline` measured on `known` observations, in a two-sided two-proportion test at 5 %
    with 80 % power (Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 2003, 4.2, unequal groups without continuity correction).

    None where no number would: the baseline itself is known too poorly, or there is nothing to tell apart.
    """
    gap = abs(threshold - baseline)
    if not gap or known <= 0 or not 0 <= baseline <= 1 or not 0 <= threshold <= 1:
        return None
    fewest, most = 1, 1 << 40
    if not _told(baseline, known, threshold, most):
        return None
    while fewest < most:
        middle = (fewest + most) // 2
        fewest, most = (fewest, middle) if _told(baseline, known, threshold, middle) else (middle + 1, most)
    return fewest


def _told(baseline: float, known: float, threshold: float, n: float) -> bool:
    pooled = (baseline * known + threshold * n) / (known + n)
    noise = sqrt(pooled * (1 - pooled) * (1 / known + 1 / n))
    spread = sqrt(baseline * (1 - baseline) / known + threshold * (1 - threshold) / n)
    return abs(threshold - baseline) >= Z_ALPHA * noise + Z_POWER * spread


def cost_needed(baseline: float, known: float, threshold: float) -> int | None:
    """SQLs that tell a cost per SQL of `threshold` from a `baseline` measured on `known` SQLs, at 5 % with 80 % power.

    Counts are Poisson, so the square root of SQLs per unit of spend has variance 1 / (4 x spend) (Anscombe 1948); None where no number would.
    """
    if baseline <= 0 or threshold <= 0 or known <= 0 or baseline == threshold:
        return None
    gap = abs(sqrt(1 / threshold) - sqrt(1 / baseline))
    rest = (gap / (Z_ALPHA + Z_POWER)) ** 2 - 1 / (4 * baseline * known)
    return None if rest <= 0 else ceil(1 / (4 * rest) / threshold)
