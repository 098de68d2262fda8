"""Intervals, tests and survival against scipy and against published tables."""

import random
import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats as scipy_stats

from kpi_desktop.metrics import stats
from tests.metrics import plainly
from tests.metrics.plain import dataset, kpi

quick = settings(max_examples=60, deadline=None)
COUNTS = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@quick
@given(COUNTS)
def test_wilson_is_scipys(kn):
    expected = scipy_stats.binomtest(*kn).proportion_ci(0.95, method="wilson")
    assert stats.wilson(*kn) == pytest.approx((expected.low, expected.high), abs=1e-9)


@pytest.mark.parametrize("k, n, low, high", [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)])
def test_wilson_as_newcombe_prints_it(k, n, low, high):
    """Newcombe, Statistics in Medicine 17 (1998) p. 857, table I, method 3."""
    assert stats.wilson(k, n) == pytest.approx((low, high), abs=6e-5)


@quick
@given(st.integers(0, 10_000))
def test_the_poisson_interval_is_half_a_chi_square(count):
    """Garwood 1936: chi2(0.025; 2c) / 2 and chi2(0.975; 2c + 2) / 2."""
    low, high = stats.poisson_interval(count)
    assert low == pytest.approx(scipy_stats.chi2.ppf(0.025, 2 * count) / 2 if count else 0)
    assert high == pytest.approx(scipy_stats.chi2.ppf(0.975, 2 * count + 2) / 2)
    assert low <= count <= high


@quick
@given(COUNTS, COUNTS)
def test_two_rates_differ_where_the_chi_square_test_says_so(a, b):
    (k1, n1), (k2, n2) = a, b
    if k1 + k2 in (0, n1 + n2):
        assert stats.two_proportions(k1, n1, k2, n2) == 1
        return
    expected = scipy_stats.chi2_contingency([[k1, n1 - k1], [k2, n2 - k2]], correction=False).pvalue
    assert stats.two_proportions(k1, n1, k2, n2) == pytest.approx(expected, abs=1e-9)
    assert stats.rates_differ(k1, n1, k2, n2) == (expected < 0.05)


@quick
@given(st.integers(0, 300), st.integers(1, 366), st.integers(0, 300), st.integers(1, 366))
def test_counts_differ_near_where_the_exact_test_says_so(a, days_a, b, days_b):
    """The normal test against the exact conditional (binomial) test: they may part only close to 5 %."""
    said = stats.counts_differ(a, days_a, b, days_b)
    if a + b == 0:
        assert said is None
        return
    exact = scipy_stats.binomtest(a, a + b, days_a / (days_a + days_b)).pvalue
    if a + b >= 30 and min(days_a, days_b) * 10 > max(days_a, days_b) and not 0.02 < exact < 0.12:
        assert said == (exact < 0.05)


ANSWERS = st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60)).filter(lambda a: sum(a) > 1)


@quick
@given(ANSWERS, ANSWERS)
def test_two_nps_differ_by_the_z_test_of_two_means(a, b):
    first, second = (np.repeat([1.0, 0.0, -1.0], counts) for counts in (a, b))
    error = np.sqrt(first.var() / len(first) + second.var() / len(second))
    said = stats.nps_differ(a[0], a[2], sum(a), b[0], b[2], sum(b))
    expected = 2 * scipy_stats.norm.sf(abs(first.mean() - second.mean()) / error) if error else 1.0
    assert said == (expected < 0.05)
    assert stats.nps_differ(1, 0, 1, *[b[0], b[2], sum(b)]) is None


@quick
@given(ANSWERS)
def test_the_nps_interval_lies_around_the_adjusted_mean_and_holds_the_nps(answers):
    up, passive, down = answers
    n = sum(answers)
    low, high = stats.nps_interval(up, down, n)
    scored = np.concatenate([np.repeat([1.0, 0.0, -1.0], answers)])
    assert -100 <= low <= 100 * scored.mean() <= high <= 100
    weights = np.array([up + 0.75, passive + 1.5, down + 0.75]) / (n + 3)
    mean = weights @ [1, 0, -1]
    half = 1.959964 * np.sqrt((weights @ [1, 0, 1] - mean**2) / (n + 3))
    if n > 10:
        assert (low, high) == pytest.approx((max(-100, 100 * (mean - half)), min(100, 100 * (mean + half))), abs=1e-4)


def test_one_promoter_alone_is_within_its_own_interval():
    assert stats.nps_interval(1, 0, 1)[1] == 100 and stats.nps_interval(0, 1, 1)[0] == -100


SPANS = st.lists(st.tuples(st.integers(0, 40), st.booleans()), min_size=1, max_size=40)


@quick
@given(SPANS)
def test_survival_is_scipys_and_the_one_by_hand(spans):
    days, came = (np.array(x) for x in zip(*spans, strict=True))
    curve = stats.kaplan_meier(days, came)
    if not came.any():
        assert len(curve.times) == 0 and curve.at(10.0) == (0, 0, 0)
        return
    reached, low, high = curve.at(float(curve.times[-1]))
    assert reached == pytest.approx(float(plainly.kaplan_meier(spans)))
    theirs = scipy_stats.ecdf(scipy_stats.CensoredData.right_censored(days, ~came))
    assert curve.reached == pytest.approx(theirs.cdf.evaluate(curve.times))
    assert np.all(np.diff(curve.reached) >= 0) and 0 <= low <= reached <= high <= 1
    inner = (curve.reached < 1) & (curve.reached > 0)
    if inner.any():
        with np.errstate(all="ignore"), warnings.catch_warnings(action="ignore", category=RuntimeWarning):  # scipy at survival 0
            bounds = theirs.sf.confidence_interval(0.95, method="log-log")
        assert 1 - curve.high[inner] == pytest.approx(bounds.low.evaluate(curve.times[inner]), abs=1e-6)
        assert 1 - curve.low[inner] == pytest.approx(bounds.high.evaluate(curve.times[inner]), abs=1e-6)


def test_survival_of_freireichs_patients():
    """6-MP arm, weeks in remission (Freireich et al., Blood 21, 1963; survival as printed in Kleinbaum and Klein, Survival Analysis)."""
    days = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
    relapsed = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
    curve = stats.kaplan_meier(np.array(days), np.array(relapsed, bool))
    assert list(curve.times) == [6, 7, 10, 13, 16, 22, 23]
    assert 1 - curve.reached == pytest.approx([0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482], abs=5e-5)


@quick
@given(st.lists(st.tuples(st.integers(0, 30), st.booleans(), st.integers(1, 5)), min_size=1, max_size=20))
def test_weights_are_so_many_entries(spans):
    days, came, weights = (np.array(x) for x in zip(*spans, strict=True))
    a = stats.kaplan_meier(days, came, weights)
    b = stats.kaplan_meier(np.repeat(days, weights), np.repeat(came, weights))
    assert list(a.times) == list(b.times)
    for mine, theirs in ((a.reached, b.reached), (a.low, b.low), (a.high, b.high)):
        assert mine == pytest.approx(theirs)


@pytest.mark.parametrize("size", [40, 5_000])
def test_the_bootstrap_is_near_the_t_interval(size):
    values = np.random.default_rng(7).gamma(2.0, 500.0, size)
    low, high = stats.bootstrap_mean(values)
    expected = scipy_stats.t.interval(0.95, size - 1, values.mean(), scipy_stats.sem(values))
    assert (low, high) == pytest.approx(expected, abs=0.25 * (expected[1] - expected[0]) / 2)


def test_means_of_one_law_are_noise_and_of_two_are_not():
    random = np.random.default_rng(11)
    a, b, c = random.normal(100, 10, 60), random.normal(100, 10, 60), random.normal(120, 10, 60)
    assert scipy_stats.ttest_ind(a, b).pvalue > 0.1 and stats.means_differ(a, b) is False
    assert scipy_stats.ttest_ind(a, c).pvalue < 0.001 and stats.means_differ(a, c) is True
    assert stats.means_differ(None, a) is None


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(0, 6), max_size=30), st.lists(st.integers(0, 6), max_size=40))
def test_the_end_of_the_curve_from_counts_by_day(came, waiting):
    came, waiting = np.array(came, np.int64), np.array(waiting, np.int64)
    found, events, others = stats.reached_by_day(came, waiting), np.flatnonzero(came), np.flatnonzero(waiting)
    if not len(events):
        assert found is None
        return
    observed = np.repeat([True, False], [len(events), len(others)])
    curve = stats.kaplan_meier(np.concatenate([events, others]), observed, np.concatenate([came[events], waiting[others]]))
    assert found == pytest.approx(curve.at(float(events[-1])), rel=1e-12, abs=1e-12)


def test_revenue_per_salesperson_has_the_interval_of_a_plain_bootstrap():
    """Twelve people, and revenue that nobody owns: resampled in plain Python, that revenue the same for all."""
    sold = [0, 0, 1200, 5000, 800, 300, 9000, 2500, 2500, 100, 7000, 4100]
    deals = [(f"D{k}", "2024-01-05", "2024-02-29", "won", float(amount), f"R{k}") for k, amount in enumerate(sold)] + [
        ("D99", "2024-01-05", "2024-02-29", "won", 6000.0, None)]
    state = kpi(dataset(deals=("deal created closed outcome amount owner", deals)), "sales_effectiveness", "2024-Q1")
    dice = random.Random(7)
    means = sorted(sum(dice.choices(sold, k=12)) / 12 + 500 for _ in range(20_000))
    assert state.result.value == pytest.approx(sum(sold) / 12 + 500)
    assert (state.result.low, state.result.high) == (pytest.approx(means[500], rel=0.06), pytest.approx(means[19_500], rel=0.06))
    everybody = kpi(dataset(deals=("deal created closed outcome amount owner", [(*d[:4], 100.0, d[5]) for d in deals[:-1]])), "sales_effectiveness", "2024-Q1")
    assert (everybody.result.low, everybody.result.value, everybody.result.high) == (100, 100, 100)


@pytest.mark.parametrize("leads", [1, 4, 25])
def test_cost_per_lead_and_per_customer_have_the_exact_poisson_interval(leads):
    rows = [(f"L{k}", "2024-02-01", "2024-02-10") for k in range(leads)]
    deals = [(f"D{k}", "2024-02-11", "2024-02-20", "won", f"C{k}") for k in range(leads)]
    paid = [("2024-02-01", 500_000.0)]
    state = kpi(dataset(leads=("lead created sql", rows), spend=("date amount", paid), deals=("deal created closed outcome customer", deals)),
                "cost_per_sql", "2024-02")
    told = {b.key: (b.value, b.low, b.high) for b in state.result.beside}
    low, high = scipy_stats.chi2.ppf(0.025, 2 * leads) / 2, scipy_stats.chi2.ppf(0.975, 2 * leads + 2) / 2
    for key in ("cost_per_lead", "cac"):
        assert told[key] == (500_000 / leads, pytest.approx(500_000 / high), pytest.approx(500_000 / low))
