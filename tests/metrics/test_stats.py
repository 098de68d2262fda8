import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.metrics import stats


@pytest.mark.parametrize("k, n, low, high", [(0, 5, 0, 43.4), (3, 12, 8.9, 53.2), (12, 38, 19.1, 47.5), (30, 120, 18.1, 33.4)])
def test_wilson(k, n, low, high):
    assert [round(100 * x, 1) for x in stats.wilson(k, n)] == [low, high]


@pytest.mark.parametrize("count, low, high", [(4, 48821, 458772), (10, 27188, 104267), (25, 13548, 30905)])
def test_cost_per_count(count, low, high):
    below, above = stats.poisson_interval(count)
    assert round(500_000 / above) == low
    assert round(500_000 / below) == high


def test_no_count_bounds_the_cost_from_below():
    assert round(500_000 / stats.poisson_interval(0)[1]) == 135543


@pytest.mark.parametrize("promoters, detractors, n, low, high", [(18, 6, 40, 6.5, 49.4), (250, 100, 500, 23.0, 36.6)])
def test_nps(promoters, detractors, n, low, high):
    assert [round(x, 1) for x in stats.nps_interval(promoters, detractors, n)] == [low, high]


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_holds_the_rate(kn):
    k, n = kn
    low, high = stats.wilson(k, n)
    assert 0 <= low <= k / n + 1e-12
    assert k / n - 1e-12 <= high <= 1


def test_differences():
    assert stats.rates_differ(50, 100, 20, 100) is True
    assert stats.rates_differ(50, 100, 48, 100) is False
    assert stats.rates_differ(0, 0, 1, 2) is None
    assert stats.counts_differ(100, 30, 200, 30) is True
    assert stats.counts_differ(100, 31, 97, 30) is False
    assert stats.means_differ(np.array([1.0, 2, 3] * 20), np.array([11.0, 12, 13] * 20)) is True
    assert stats.means_differ(np.array([1.0]), np.array([1.0, 2])) is None
    assert stats.nps_differ(50, 10, 100, 10, 50, 100) is True


def test_kaplan_meier_by_hand():
    # Five people: events at 1, 3 and 4 days, one lost at 2, one still open at 5: S = 4/5, then x 2/3, then x 1/2.
    curve = stats.kaplan_meier(np.array([1, 2, 3, 4, 5]), np.array([True, False, True, True, False]))
    assert list(curve.times) == [1, 3, 4]
    assert curve.reached == pytest.approx([0.2, 1 - 0.8 * 2 / 3, 1 - 0.8 * 2 / 3 / 2])
    assert curve.at(0)[0] == 0
    assert curve.at(3.5)[0] == pytest.approx(1 - 0.8 * 2 / 3)
    assert np.all(curve.low <= curve.reached) and np.all(curve.reached <= curve.high)


def test_a_bootstrap_repeats_itself():
    values = np.arange(50.0)
    assert stats.bootstrap_mean(values) == stats.bootstrap_mean(values)
    low, high = stats.bootstrap_mean(values)
    assert low < 24.5 < high
    assert stats.bootstrap_mean(values[:1]) is None


@pytest.mark.parametrize("wide", [2, 25, 2500])
def test_means_of_many_rows_have_the_intervals_of_each(wide):
    table = np.random.default_rng(1).gamma(0.5, 900, (7, wide))
    low, high = stats.bootstrap_mean_of_rows(table)
    assert np.transpose([low, high]) == pytest.approx(np.array([stats.bootstrap_mean(row) for row in table]))
