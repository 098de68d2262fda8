"""When the data can tell what more money brings, and which test would tell otherwise."""

import numpy as np
import pytest

from kpi_desktop.model.plans import Assumptions
from kpi_desktop.model.selection import Period
from kpi_desktop.planning import budget_pictures
from kpi_desktop.planning.deals import shrunk
from kpi_desktop.planning.draws import DRIFT, draws, strays_of_years
from kpi_desktop.planning.response import fits, responses
from kpi_desktop.planning.season import season
from tests.planning.steady import planned

UNEVEN = np.exp(np.random.default_rng(5).normal(0, 0.7, 24)).tolist()


def answering(elasticity, sqls=60.0, spend=UNEVEN):
    """A practice whose SQLs follow its uneven spend, month by month."""
    brought = [max(1, round(sqls * s ** elasticity)) for s in spend]
    return (lambda m: round(1_000.0 * spend[m], 2), lambda m: 2 * brought[m], lambda m: brought[m], 2)


def of(known, name="Paid", assumptions=None):
    return next(r for r in responses(known, assumptions or Assumptions()) if r.practice == name)


@pytest.fixture(scope="module")
def told():
    return planned({"Paid": answering(0.4), "Fair": answering(0.9, spend=UNEVEN[::-1]), "Small": answering(0.6, 4.0, spend=UNEVEN[7:] + UNEVEN[:7])})


def test_uneven_spend_and_many_sqls_tell(told):
    for name, true in (("Paid", 0.4), ("Fair", 0.9)):
        found = of(told, name)
        assert (found.source, found.fails, found.trial) == ("data", (), None)
        assert found.value == pytest.approx(true, abs=0.03) and found.low < found.value < found.high
        assert found.fitted.low < true < found.fitted.high and found.fitted.high - found.fitted.low < 0.5


def test_few_sqls_do_not_tell(told):
    found = of(told, "Small")
    assert (found.source, found.value, found.low, found.high) == ("assumed", 0.7, 0.5, 0.9)
    assert [str(t) for t in found.fails] == [f"{round(float(np.mean([max(1, round(4 * s ** 0.6)) for s in UNEVEN])), 1)} SQLs a month; it takes 20."]
    assert str(found.proposal).startswith("Test: ") and "noticed with a chance of" in str(found.proposal)


def test_a_persons_own_elasticity_wins(told):
    found = of(told, "Paid", Assumptions(own=(("PAID ", 0.95),)))
    assert (found.source, found.value, found.low, found.high) == ("own", 0.95, pytest.approx(0.75), 1.0)


def test_even_spend_and_a_short_time_are_said():
    short = planned({"Paid": (1_000.0, 100, 50, 2)}, months=14)
    assert [str(t) for t in of(short).fails] == ["14 month(s) with spend; it takes 24 to tell a season from money.",
                                                 "Its spend varied too little from month to month: by 0.0 % of its average; it takes 50.0 %."]
    assert fits(short) == (None,)


def test_money_that_follows_the_season_exactly_tells_nothing():
    """Spend and SQLs rise in the same months of both years: no regression can tell which made which."""
    year = [1.0, 1.0, 3.0, 3.0, 0.5, 0.5, 0.5, 1.0, 2.0, 4.0, 4.0, 6.0]
    found = of(planned({"Paid": answering(1.0, 40.0, spend=year * 2)}))
    assert found.source == "assumed" and [str(t) for t in found.fails] == ["What more money brought cannot be told from the season."]


def test_the_season_of_all_is_not_taken_for_moneys_doing():
    """Spend follows the season in part; money itself brings nothing (elasticity 0), the season doubles SQLs."""
    wave = [1.5 if m % 12 in (0, 1, 10, 11) else 0.75 for m in range(24)]
    random = np.random.default_rng(11)

    def channel():
        spend = [w * s for w, s in zip(wave, np.exp(random.normal(0, 0.6, 24)), strict=True)]
        return (lambda m: round(1_000 * spend[m], 2), lambda m: round(120 * wave[m]), lambda m: round(60 * wave[m]), 2)

    known = planned({n: channel() for n in ("Paid", "Fair", "Cheap")})
    raw = np.polyfit(np.log(known.month_spend[0]), np.log(known.month_sqls[0]), 1)[0]
    assert raw > 0.2 and all(abs(f.value) < 0.05 for f in fits(known))
    assert all(r.value == pytest.approx(0, abs=0.05) and 0 <= r.low <= r.value <= r.high for r in responses(known, Assumptions()))


def test_the_power_of_a_test_is_how_often_it_is_noticed():
    """Base year and test drawn as Poisson numbers: the share of tests whose rise passes the one-sided 5 % test."""
    known = planned({"Paid": (1_000.0, 60, 12, 2), "Fair": (1_000.0, 60, 5, 2)})
    random = np.random.default_rng(2)
    for name, monthly in (("Paid", 12), ("Fair", 5)):
        trial = of(known, name).trial
        assert trial.cost == pytest.approx(trial.step * trial.months * 1_000)
        assert (trial.before, trial.after) == pytest.approx((monthly * trial.months, monthly * trial.months * (1 + trial.step) ** 0.7))
        base, test = random.poisson(monthly * 12, 20_000), random.poisson(trial.after, 20_000)
        noticed = np.log(test / trial.months / (base / 12)) / np.sqrt(1 / test + 1 / base) > 1.6449
        assert trial.power == pytest.approx(noticed.mean(), abs=0.03)


def test_where_no_test_of_a_year_tells_it_is_said():
    found = of(planned({"Paid": (1_000.0, 60, 12, 2), "Rare": (500.0, 5, lambda m: m % 12 == 3, 0)}), "Rare")
    assert found.trial.power < 0.8 and "too few SQLs to tell within a year" in str(found.proposal)


# -- what the draws rest on --------------------------------------------------------------------------------------------


def test_years_that_stray_widen_the_ranges():
    calm = planned(dict.fromkeys("ABCD", (1_000.0, 100, 25, 3)))
    wild = planned({n: (1_000.0, (lambda m, k=k: (130 if m < 12 else 70) if k % 2 else (70 if m < 12 else 130)), 25, 3) for k, n in enumerate("ABCD")})
    short = planned(dict.fromkeys("ABCD", (1_000.0, 100, 25, 3)), months=12)
    assert strays_of_years(short) == DRIFT > strays_of_years(calm) and strays_of_years(wild) > 0.3
    assert draws(wild).drift.std() > 2 * draws(calm).drift.std() and draws(wild).drift.mean() == pytest.approx(1, abs=0.02)


def test_a_practice_of_few_sqls_is_drawn_to_the_others():
    """Eight of the same cost per SQL and one of two SQLs that seems twice as good: it is taken for little better than they are."""
    known = planned({f"C{k}": (1_000.0, 100, 10, 2) for k in range(8)} | {"Lucky": (83.0, 10, lambda m: 1 if m in (13, 19) else 0, 0)})
    cost = known.spend / draws(known).sqls.mean(axis=0)
    lucky = known.at["Lucky"]
    assert known.spend[lucky] / 2 == pytest.approx(498) and np.delete(cost, lucky) == pytest.approx(100, rel=0.05) and cost[lucky] < 250


def test_shrunk_means_by_hand():
    values, who = np.array([10.0, 10.0, 10.0, 10.0, 20.0, 20.0]), np.array([0, 0, 0, 0, 1, 1])
    mean, error = shrunk(values, who, 3)
    spread = values.std(ddof=1)
    weight = np.array([4.0, 2.0]) / spread**2
    centre = 40 / 3
    excess = 4 / spread**2 * (10 - centre) ** 2 + 2 / spread**2 * (20 - centre) ** 2 - 1
    between = excess / (weight.sum() - (weight**2).sum() / weight.sum())
    kept = np.array([4, 2]) / (np.array([4, 2]) + spread**2 / between)
    assert mean == pytest.approx([*(kept * [10, 20] + (1 - kept) * centre), centre])
    assert (error > 0).all() and error[2] > error[1] > error[0]
    assert shrunk(np.array([5.0, 5.0]), np.array([0, 1]), 2)[0].tolist() == [5.0, 5.0]
    alike = np.array([1.0, 3.0, 1.0, 3.0])
    assert shrunk(alike, np.array([0, 0, 1, 1]), 2)[0].tolist() == [2.0, 2.0]


def test_the_index_of_a_season_is_drawn_to_the_average():
    months = np.arange(2024 * 12, 2024 * 12 + 14)
    brought = np.r_[99.0, 99.0, np.full(11, 100.0), 320.0]
    index, known = season(months, brought, int(months[-1]))  # the last 12 of 14 months: March to February
    assert known and index.mean() == pytest.approx(1) and index[1] / index[0] == pytest.approx(330 / 110)
    flat, known = season(months[:11], brought[:11], int(months[-1]))
    assert not known and (flat == 1).all()


def test_the_curve_stands_over_the_months_that_tell_it(told):
    """Each month at the pace of the year: its spend and its SQLs times twelve, the SQLs without their season."""
    period = Period.parse("2026")
    chart = budget_pictures.curve(told, "Paid", 12_000.0, period, Assumptions())
    curve, months, spent = chart.series
    assert len(curve.values) == len(months.values) == len(spent.values) == len(chart.labels)
    assert spent.values[chart.highlight] == 12_000.0 and curve.values[chart.highlight] is not None
    dots = [(x, y) for x, y in zip(spent.values, months.values, strict=True) if y is not None]
    k = told.at["Paid"]
    want = [(12 * told.month_spend[k, t], 12 * told.month_sqls[k, t] / told.season[told.months[t] % 12]) for t in range(24)]
    assert np.array(sorted(dots)) == pytest.approx(np.array(sorted(want)))
    assert max(x for x, y in zip(spent.values, curve.values, strict=True) if y is not None) >= max(x for x, _ in dots)
    assert budget_pictures.curve(told, "Small", 12_000.0, period, Assumptions()) is None
