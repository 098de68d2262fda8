"""Survival against a published example."""

import numpy as np
import pytest

from kpi_desktop.metrics.stats import kaplan_meier

# Weeks in remission of 21 patients given 6-MP; a minus marks those still in remission when last seen (Freireich et al., Blood 21, 1963, p. 699).
SIX_MP = (6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35)
# Week: share in remission, with its 95 % interval on the log-log scale (Kleinbaum and Klein, Survival Analysis, chapter 2).
PUBLISHED = {6: (0.857, 0.620, 0.952), 7: (0.807, 0.563, 0.923), 10: (0.753, 0.503, 0.889), 13: (0.690, 0.432, 0.849), 16: (0.627, 0.368, 0.805),
             22: (0.538, 0.268, 0.747), 23: (0.448, 0.188, 0.680)}


@pytest.mark.parametrize("weighted", [False, True])
def test_remission_under_6_mp_is_as_published(weighted):
    weeks, relapsed = np.abs(SIX_MP), np.array(SIX_MP) > 0
    weights = None
    if weighted:  # counted per week beforehand, as the funnel does
        pairs, weights = np.unique(np.stack([weeks, relapsed]), axis=1, return_counts=True)
        weeks, relapsed = pairs[0], pairs[1].astype(bool)
    found = kaplan_meier(weeks, relapsed, weights)
    assert found.times.tolist() == list(PUBLISHED)
    for week, (stay, low, high) in PUBLISHED.items():
        assert found.at(week) == pytest.approx((1 - stay, 1 - high, 1 - low), abs=0.001)
    assert found.at(34) == found.at(23) and found.at(5) == (0.0, 0.0, 0.0)
