"""What a budget should bring, against companies whose figures can be worked out by hand."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.model.plans import Assumptions, Group
from kpi_desktop.model.problem import UserError
from kpi_desktop.model.selection import Period
from kpi_desktop.planning import lag
from kpi_desktop.planning.forecast import expect
from kpi_desktop.planning.portfolio import portfolio
from kpi_desktop.planning.ranges import chance
from tests.metrics.plain import dataset
from tests.planning.steady import BASE, NEXT, company, planned, sure

LARGE = {"Paid": (1_000.0, 200, 100, 20), "Fair": (3_000.0, 120, 60, 30)}
FIELDS = ("leads", "sqls", "won", "revenue", "gross_profit")


@pytest.fixture(scope="module")
def large():
    return planned(LARGE)


@pytest.fixture(scope="module")
def slow():
    """SQLs come in the month after the lead, deals close two months after that."""
    return planned({"Paid": (1_000.0, 200, 100, 20)}, wait=32, close=61)


def values(outcome, field):
    return {line.practice: getattr(line, field).value for line in outcome.lines}


# -- by hand -----------------------------------------------------------------------------------------------------------


def test_the_same_budget_brings_the_same_year(large):
    found = expect(large, large.amounts(NEXT), NEXT)
    assert large.amounts(NEXT) == {"Fair": 36_000.0, "Paid": 12_000.0}
    assert values(found, "leads") == pytest.approx({"Paid": 2_400, "Fair": 1_440}, rel=0.02)
    assert values(found, "sqls") == pytest.approx({"Paid": 1_200, "Fair": 720}, rel=0.02)
    assert values(found, "won") == pytest.approx({"Paid": 240, "Fair": 360}, rel=0.05)
    assert values(found, "revenue") == pytest.approx({"Paid": 240_000, "Fair": 360_000}, rel=0.06)
    assert values(found, "gross_profit") == pytest.approx({"Paid": 144_000, "Fair": 216_000}, rel=0.06)
    assert found.tests == () and found.later.value == pytest.approx(0, abs=1e-6)


def test_with_elasticity_1_twice_the_money_brings_twice_the_sqls_and_with_0_it_brings_nothing(large):
    once, twice = ({n: f * a for n, a in large.amounts(NEXT).items()} for f in (1, 2))
    assert expect(large, twice, NEXT, sure(1.0)).total.sqls.value == pytest.approx(2 * expect(large, once, NEXT, sure(1.0)).total.sqls.value)
    assert expect(large, twice, NEXT, sure(0.0)).total.sqls.value == pytest.approx(expect(large, once, NEXT, sure(0.0)).total.sqls.value)
    assert expect(large, {}, NEXT, sure(1.0)).total.sqls.value == 0
    half = expect(large, twice, NEXT, sure(0.5)).total.sqls.value / expect(large, once, NEXT, sure(0.5)).total.sqls.value
    assert half == pytest.approx(2 ** 0.5)


def test_a_persons_own_elasticity_is_that_practices(large):
    twice = {n: 2 * a for n, a in large.amounts(NEXT).items()}
    plain, own = (values(expect(large, twice, NEXT, sure(0.5, own=o)), "sqls") for o in ((), (("paid", 1.0),)))
    assert own["Fair"] == plain["Fair"] and own["Paid"] == pytest.approx(plain["Paid"] * 2 ** 0.5)


def test_the_next_unit_brings_the_slope(large):
    """Gross profit per unit by a small step of the budget, since all of this company's deals close at once."""
    at, more = large.amounts(NEXT), dict(large.amounts(NEXT))
    more["Paid"] += 1.0
    slope = expect(large, at, NEXT).marginal
    stepped = expect(large, more, NEXT).total.gross_profit.value - expect(large, at, NEXT).total.gross_profit.value
    assert slope["Paid"].value == pytest.approx(stepped, rel=1e-3) and slope["Paid"].low < slope["Paid"].value < slope["Paid"].high
    assert set(slope) == {"Paid", "Fair"} and slope["Paid"].value > slope["Fair"].value


def test_leads_of_the_last_months_become_sqls_and_deals_of_the_next_year(slow):
    """No money at all: December's 100 SQLs come in January; 20 a month are won of the leads of October to December."""
    nothing = expect(slow, {}, NEXT, sure(1.0))
    assert nothing.total.sqls.value == pytest.approx(100, rel=0.05) and nothing.total.leads.value == 0
    assert nothing.total.won.value == pytest.approx(60, rel=0.15)
    assert [round(m.sqls.value) > 0 for m in nothing.months] == [True] + [False] * 11
    same = expect(slow, slow.amounts(NEXT), NEXT, sure(1.0))
    assert same.total.sqls.value == pytest.approx(1_200, rel=0.05) and same.total.won.value == pytest.approx(240, rel=0.1)
    assert same.later.value == pytest.approx(60, rel=0.15)


def test_a_short_history_is_not_taken_for_a_weak_one():
    """Twelve months whose SQLs come a month later: 11 months' SQLs are in the data, but a year brings 12."""
    short = planned({"Paid": (1_000.0, 200, 100, 20)}, months=12, wait=32)
    assert int(short.sqls[0]) == 1_100
    assert expect(short, short.amounts(NEXT), NEXT, sure(0.7)).total.sqls.value == pytest.approx(1_200, rel=0.03)


def test_a_quarter_by_its_season():
    """Twice the leads in the fourth quarter, for the same money."""
    seasonal = planned({"Paid": (1_000.0, lambda m: 400 if m % 12 >= 9 else 200, lambda m: 200 if m % 12 >= 9 else 100, 20)})
    assert seasonal.seasonal and seasonal.season[11] / seasonal.season[0] == pytest.approx(2, rel=0.03)
    fourth = Period.parse("2025-Q4")
    assert seasonal.amounts(fourth) == {"Paid": 3_000.0}
    assert expect(seasonal, seasonal.amounts(fourth), fourth).total.sqls.value == pytest.approx(600, rel=0.04)
    assert expect(seasonal, {"Paid": 3_000.0}, Period.parse("2025-Q1")).total.sqls.value == pytest.approx(300, rel=0.04)


def test_less_than_a_year_tells_no_season():
    half = portfolio(company({"Paid": (1_000.0, lambda m: 40 + 10 * m, 20, 4)}, months=6), Period.parse("2024-07-01..2024-12-31"))
    assert not half.seasonal and (half.season == 1).all()
    assert any("season cannot be told" in str(w) for w in half.warnings)
    assert any("Less than two years" in str(w) and "6.0 %" in str(w) for w in half.warnings)


def test_practices_without_spend_go_on_and_shared_cost_stays_apart():
    found = planned(LARGE | {"Word of mouth": (0.0, 40, 20, 10)}, shared=500.0)
    assert found.shared == 6_000.0 and any("Shared cost of 6,000.00 EUR" in str(w) for w in found.warnings)
    assert "Word of mouth" not in found.amounts(NEXT)
    for amounts in ({}, found.amounts(NEXT)):
        outcome = expect(found, amounts, NEXT)
        assert values(outcome, "sqls")["Word of mouth"] == pytest.approx(240, rel=0.05) and "Word of mouth" not in outcome.marginal


def test_groups_stand_for_their_members():
    parts = {"Google": (1_000.0, 40, 20, 4), "Bing": (500.0, 20, 10, 2), "Fair": (3_000.0, 120, 60, 30)}
    found = portfolio(company(parts), BASE, groups=(Group("channel", "Search", ("google", "Bing")), Group("campaign", "Other", ("Fair",))))
    assert dict(zip(found.names, found.spend.tolist(), strict=True)) == {"Fair": 36_000.0, "Search": 18_000.0}
    assert found.sqls[found.at["Search"]] == 360 and found.month_spend[found.at["Search"]].tolist() == [1_500.0] * 24


def test_spend_nobody_has_seen_is_called_a_test(large):
    assert expect(large, {"Paid": 12_000 * 1.2, "Fair": 36_000 * 1.2 + 1}, NEXT).tests == ("Fair",)
    assert expect(large, {"Paid": 3_000 * 1.2 + 1}, Period.parse("2025-Q2")).tests == ("Paid",)


# -- whatever the amounts ----------------------------------------------------------------------------------------------


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.floats(0, 1e5), st.floats(0, 1))
def test_more_money_never_brings_less(large, paid, fair, more, elasticity):
    before, after = (expect(large, {"Paid": p, "Fair": fair}, NEXT, sure(elasticity)) for p in (paid, paid + more))
    for field in FIELDS:
        assert getattr(after.total, field).value >= getattr(before.total, field).value * (1 - 1e-9)


@given(st.floats(0, 1e5), st.floats(0, 1e5))
def test_months_and_practices_add_up_to_the_total(slow, large, paid, fair):
    for known, amounts in ((slow, {"Paid": paid}), (large, {"Paid": paid, "Fair": fair})):
        found = expect(known, amounts, NEXT)
        assert [m.practice for m in found.months] == [f"2025-{k:02}" for k in range(1, 13)]
        for field in FIELDS:
            whole = getattr(found.total, field)
            assert sum(getattr(line, field).value for line in found.lines) == pytest.approx(whole.value)
            assert sum(getattr(m, field).value for m in found.months) == pytest.approx(whole.value)
            assert all(r.low <= r.value <= r.high for r in (getattr(x, field) for x in (*found.lines, *found.months, found.total)))


def test_the_same_question_has_the_same_answer():
    first, second = (planned(LARGE, wait=20) for _ in range(2))
    assert expect(first, {"Paid": 9_000.0, "Fair": 5.0}, NEXT) == expect(second, {"fair ": 5.0, "Paid": 9_000.0}, NEXT)


def test_a_count_by_chance_has_the_spread_of_a_poisson_number():
    """Against numpy's own Poisson and gamma numbers, from few to many: mean, spread and 80 % range."""
    random = np.random.default_rng(3)
    z = random.standard_normal(200_000)
    for mean, varies in ((2.0, 0.0), (15.0, 0.0), (300.0, 0.0), (12.0, 0.6)):
        counts = random.poisson(mean, len(z)).astype(float)
        sizes = random.gamma(np.maximum(counts, 1e-9) / varies**2) * varies**2 if varies else counts + random.random(len(z)) - 0.5
        made = chance(np.full(len(z), mean), z, varies)
        assert made.mean() == pytest.approx(sizes.mean(), rel=0.02) and made.std() == pytest.approx(sizes.std(), rel=0.04)
        assert np.quantile(made, [0.1, 0.9]) == pytest.approx(np.quantile(sizes, [0.1, 0.9]), abs=0.08 * mean**0.5 + 0.1)


# -- how long things take ----------------------------------------------------------------------------------------------


def test_incidence_is_kaplan_meier_by_months():
    """Three months of ten leads each, watched for 2, 1 and 0 months: of 30 come 6 at once; of 20 with a month more, 5 of the 16 left; of 10, 1 of 5 left."""
    start = np.repeat([100, 101, 102], 10)
    end = np.full(30, lag.NO_DAY)
    end[:2], end[10:12], end[20:22] = 100, 101, 102
    end[2:5], end[12:14] = 101, 102
    end[5] = 102
    at_once, later = 6 / 30, 5 / 16
    last = (1 - at_once) * (1 - later) / 5
    assert lag.incidence(start, end, 102) == pytest.approx([at_once, (1 - at_once) * later, last])
    assert lag.incidence(start, end, 101).tolist() == pytest.approx([4 / 20, (1 - 4 / 20) * 3 / 8])
    assert lag.incidence(start[:0], end[:0], 102).tolist() == [0.0]


def test_months_of_a_period():
    numbers, parts = lag.months_of(Period.parse("2024-01-16..2024-03-10"))
    assert [lag.code(n) for n in numbers.tolist()] == ["2024-01", "2024-02", "2024-03"] and parts == pytest.approx([16 / 31, 1, 10 / 31])
    assert lag.months_of(Period.parse("2024-02-10..2024-02-12"))[1] == pytest.approx([3 / 29])
    days = np.array([(date(2024, 3, 31) - date(1970, 1, 1)).days, lag.NO_DAY])
    assert lag.month_numbers(days).tolist() == [2024 * 12 + 2, lag.NO_DAY]


# -- what cannot be answered -------------------------------------------------------------------------------------------


def test_impossible_budgets_are_refused_in_words(large):
    for amounts, assumptions, said in (({"Nobody": 5.0}, None, "“Nobody” has neither spend nor leads"), ({"Paid": -1.0}, None, "cannot be -1.00 EUR (Paid)"),
                                       ({"Paid": float("nan")}, None, "cannot be"), ({}, sure(1.2), "between 0"),
                                       ({}, Assumptions(0.7, 0.8, 0.9), "outside its range 0.8 to 0.9"), ({}, sure(0.5, own=(("Paid", -1.0),)), "between 0")):
        with pytest.raises(UserError) as refused:
            expect(large, amounts, NEXT, assumptions)
        assert said in str(refused.value)
    with pytest.raises(UserError, match="begins before the data"):
        expect(large, {}, Period.parse("2019"))


def test_nothing_to_plan_is_said():
    for tables in ({"leads": ("lead created sql channel", [("a", "2024-05-01", "2024-05-02", "Paid")])},
                   {"leads": ("lead created sql channel", [("a", "2024-05-01", None, "Paid")]),
                    "spend": ("date amount channel", [("2024-05-01", 9.0, "Paid")])},
                   {"leads": ("lead created sql", [("a", "2024-05-01", "2024-05-02")]), "spend": ("date amount", [("2024-05-01", 9.0)])}):
        with pytest.raises(UserError, match="A budget cannot be planned"):
            portfolio(dataset(**tables), BASE)


def test_without_deals_leads_and_sqls_are_still_told():
    leads = [(f"a{m}-{k}", date(2024, m, 3), date(2024, m, 9) if k < 20 else None, "Paid") for m in range(1, 13) for k in range(50)]
    spend = [(date(2024, m, 1), 700.0, "Paid") for m in range(1, 13)]
    bare = portfolio(dataset(leads=("lead created sql channel", [*leads, ("end", "2024-12-31", None, None)]), spend=("date amount channel", spend)), BASE)
    found = expect(bare, bare.amounts(NEXT), NEXT)
    assert found.total.sqls.value == pytest.approx(240, rel=0.03) and found.total.won.value == 0
    assert found.total.revenue is None and found.total.gross_profit is None and found.marginal == {}
