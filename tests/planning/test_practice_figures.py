"""A practice's intervals, shrunk figures, trend and groups, each by a second computation."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate
from scipy import stats as scipy_stats

from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.stats import compound_interval
from kpi_desktop.model.decided import Planned
from kpi_desktop.model.decisions import Merge, Verdict
from kpi_desktop.model.frames import Frames
from kpi_desktop.model.plans import Group
from kpi_desktop.model.problem import UserError
from kpi_desktop.model.selection import Compare, Filter, Options, Period, Selection
from kpi_desktop.planning import verdicts
from kpi_desktop.planning.grouping import grouped, with_group, without_group
from kpi_desktop.planning.model import quality
from tests.bench.worlds import BASE, world
from tests.metrics.generated import PERIOD, SIGHTINGS, made, workspace
from tests.metrics.plain import dataset

NOTHING = Planned()


def review(data, planned=NOTHING, filters=(), ceiling=None, decided=()):
    return verdicts.review(data, Selection(BASE, Compare.NONE, filters=filters, options=Options(target_cost_per_sql=ceiling)), "channel", decided, planned)


# -- intervals -----------------------------------------------------------------------------------------------------------


def test_counts_have_the_poisson_interval():
    for p in review(world(2, 15).data).practices:
        for field in ("leads", "mqls", "sqls", "won"):
            n = getattr(p, field)
            low, high = scipy_stats.chi2.ppf((0.025, 0.975), (2 * n, 2 * n + 2)) / 2
            assert p.intervals[field] == (pytest.approx(0.0 if n == 0 else low), pytest.approx(high))


@pytest.mark.parametrize("many", [3, 12, 60])
def test_the_interval_of_a_sum_holds_the_truth_as_often_as_it_says(many):
    """Sums over a Poisson number of lognormal deals: the share of 2,000 intervals that hold the true sum."""
    random = np.random.default_rng(5)
    truth, held, tried = many * np.exp(0.125), 0, 0
    for _ in range(2_000):
        deals = np.exp(random.normal(0, 0.5, random.poisson(many)))
        if len(deals):
            low, high = compound_interval(float(deals.sum()), float((deals**2).sum()))
            tried, held = tried + 1, held + (low <= truth <= high)
    assert 0.93 <= held / tried <= 0.99


@given(st.lists(st.floats(-1e6, 1e6).filter(lambda v: abs(v) > 1e-3), max_size=8))
def test_an_interval_holds_its_sum(values):
    total, squares = float(np.sum(values)), float(np.sum(np.square(values)))
    low, high = compound_interval(total, squares)
    assert low <= total + 1e-6 * abs(total) and high >= total - 1e-6 * abs(total)


def test_equal_deals_have_the_interval_of_their_number():
    low, high = scipy_stats.chi2.ppf((0.025, 0.975), (8, 10)) / 2
    assert compound_interval(400.0, 4 * 100.0**2) == (pytest.approx(100 * low), pytest.approx(100 * high))


def test_money_and_romi_follow_the_same_deals():
    data = dataset(leads=("lead created sql channel", [(f"l{k}", "2024-01-02", "2024-01-09", "Paid") for k in range(9)]),
                   deals=("deal created closed outcome amount cost lead customer", [(f"d{k}", "2024-01-10", "2024-02-02", "won", 900.0, 300.0, f"l{k}", f"C{k}")
                                                                                   for k in range(4)]),
                   spend=("date amount channel", [("2024-01-03", 1_000.0, "Paid")]))
    (paid,) = review(data).practices
    low, high = scipy_stats.chi2.ppf((0.025, 0.975), (8, 10)) / 2
    assert paid.intervals["revenue"] == (pytest.approx(900 * low), pytest.approx(900 * high))
    assert paid.intervals["gross_profit"] == (pytest.approx(600 * low), pytest.approx(600 * high))
    assert paid.intervals["romi"] == (pytest.approx((600 * low - 1_000) / 1_000), pytest.approx((600 * high - 1_000) / 1_000))


# -- quality ---------------------------------------------------------------------------------------------------------------


def test_quality_is_a_beta_binomial():
    won, closed = np.array([3.0, 9.0, 0.0]), np.array([20.0, 30.0, 4.0])
    model = quality(won, closed)
    grid, mean = np.geomspace(2, 512, 33), 12 / 54
    likelihood = np.array([np.prod(scipy_stats.betabinom.pmf(won, closed, m * mean, m * (1 - mean))) for m in grid])
    variance = float((likelihood / likelihood.sum()) @ (1 / (grid + 1)))
    assert (model.mean, model.strength) == (pytest.approx(mean), round(1 / variance - 1, 1))
    value, low, high = (float(a[0]) for a in model.estimates(np.array([3.0]), np.array([20.0])))

    def density(p):
        return scipy_stats.beta.pdf(p, model.strength * mean, model.strength * (1 - mean)) * scipy_stats.binom.pmf(3, 20, p)

    whole = integrate.quad(density, 0, 1)[0]
    assert value == pytest.approx(integrate.quad(lambda p: p * density(p), 0, 1)[0] / whole, rel=1e-6)
    assert integrate.quad(density, 0, low)[0] / whole == pytest.approx(0.025, abs=1e-5)
    assert integrate.quad(density, high, 1)[0] / whole == pytest.approx(0.025, abs=1e-5)
    assert quality(np.zeros(2), np.array([4.0, 5.0])) is None and quality(np.array([4.0]), np.array([4.0])) is None


# -- trend and mending ---------------------------------------------------------------------------------------------------


def test_a_trend_counts_months_and_says_where_the_cost_goes():
    months = [(f"{name}{m}-{k}", f"2024-{m:02}-02", f"2024-{m:02}-09", name) for name, n in (("Up", (2, 20)), ("Flat", (5, 5))) for m in range(1, 13)
              for k in range(n[m > 6])]
    spend = [(f"2024-{m:02}-05", 1_000.0, name) for name in ("Up", "Flat") for m in range(1, 13)]
    data = dataset(leads=("lead created sql channel", [("end", "2024-12-31", None, None), *months]), spend=("date amount channel", spend))
    found = {p.name: p.trend for p in review(data, ceiling=500.0).practices}
    assert found["Up"].sqls == (2,) * 6 + (20,) * 6 and found["Up"].direction == "cheaper"
    assert (found["Up"].before, found["Up"].now) == (pytest.approx(500.0), pytest.approx(50.0))
    assert found["Flat"].sqls == (5,) * 12 and found["Flat"].direction == "steady"


def test_mending_is_worth_its_sqls_and_their_gross_profit():
    w = world(4, 40)
    found = review(w.data)
    assert any(p.weakest is not None for p in found.practices)
    per_sql = found.ceiling * Options().required_return
    for p in found.practices:
        for s in p.steps:
            if s.id != "sql_won":
                assert s.more_sqls == pytest.approx(max(0.0, s.sqls - p.sqls)) and s.worth == pytest.approx(s.more_sqls * per_sql)
                assert s.low <= s.own <= s.high and s.own == pytest.approx(s.reached / s.begun)
        if p.weakest is not None and p.weakest.more_sqls >= 1:
            assert "gross profit" in str(p.weak_step)


# -- groups ----------------------------------------------------------------------------------------------------------------


def comparable(found):
    return [(p.name, p.spend, p.direct_spend, p.leads, p.mqls, p.sqls, p.won, p.revenue, p.gross_profit, p.verdict, p.p_keep, p.intervals, p.quality,
             p.trend, p.steps, str(p.reason), p.robust) for p in found.practices]


def merged(data, names, into):
    frames = Frames(0, data._frames, tuple(data.names[:len(data.names) - 2]), merges=tuple(Merge("channel", n, into) for n in names), counts=data.counts)
    return Dataset(frames)


def test_a_group_is_its_members_merged():
    w = world(5, 15)
    names = ("Channel 01", "Channel 04", "Channel 06")
    planned = Planned(groups=(Group("channel", "Paid media", names),))
    found = review(w.data, planned, ceiling=w.ceiling)
    assert comparable(found) == comparable(review(merged(w.data, names, "Paid media"), ceiling=w.ceiling))
    group = next(p for p in found.practices if p.name == "Paid media")
    assert group.members == names and group.spend == pytest.approx(sum(w.spend[n] for n in names), abs=0.01)
    assert not {p.name for p in found.practices} & set(names)
    assert {p.name for p in review(w.data, ceiling=w.ceiling).practices} >= set(names)  # the data themselves stay as they were


@settings(max_examples=30, deadline=None)
@given(workspace("leads", "spend", "deals", "events"), SIGHTINGS, PERIOD)
def test_groups_of_any_workspace_are_merges(ws, sightings, period):
    ws["sightings"] = sightings
    data, selection = made(ws), Selection(Period.parse(period), Compare.NONE, options=Options(target_cost_per_sql=500.0))
    planned = Planned(groups=(Group("channel", "Both", ("Paid", "SEO")),))
    apart = {p.name: p for p in verdicts.review(data, selection).practices}
    found = {p.name: p for p in verdicts.review(data, selection, planned=planned).practices}
    inside = [p for name, p in apart.items() if name.strip().casefold() in ("paid", "seo")]
    assert ("Both" in found) == bool(inside)
    for field in ("leads", "mqls", "sqls", "won"):
        assert sum(getattr(p, field) for p in found.values()) == sum(getattr(p, field) for p in apart.values())
        assert not inside or getattr(found["Both"], field) == sum(getattr(p, field) for p in inside)


def test_a_verdict_on_a_group_is_the_groups():
    w = world(5, 15)
    planned = Planned(groups=(Group("channel", "Paid media", ("Channel 01", "Channel 02")),))
    found = review(w.data, planned, decided=[Verdict("channel", "paid media", "keep", "together")])
    assert next(p for p in found.practices if p.name == "Paid media").own.note == "together"


def test_a_filter_on_one_member_shows_that_member():
    w = world(5, 15)
    planned = Planned(groups=(Group("channel", "Paid media", ("Channel 01", "Channel 02")),))
    assert [p.name for p in review(w.data, planned, (Filter("channel", "Channel 01"),)).practices] == ["Channel 01"]
    assert grouped(w.data, "campaign", planned.groups) is w.data


def test_groups_are_made_and_undone():
    one = with_group(Planned(), "channel", "  Paid   media ", ("A", "B"), ("C",))
    assert one.groups == (Group("channel", "Paid media", ("A", "B")),)
    two = with_group(one, "channel", "All", ("Paid media", "C"))
    assert two.groups == (Group("channel", "All", ("A", "B", "C")),)
    assert without_group(two, "channel", "All").groups == () and without_group(two, "campaign", "All") == two
    for name, members in (("X", ("A",)), ("  ", ("A", "B")), ("c", ("A", "B"))):
        with pytest.raises(UserError):
            with_group(Planned(), "channel", name, members, ("C",))
