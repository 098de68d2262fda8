"""The best split against brute force, its limits whatever is asked, and what it refuses."""

import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kpi_desktop.model.plans import Assumptions, Limits
from kpi_desktop.model.problem import UserError
from kpi_desktop.model.selection import Period
from kpi_desktop.planning.draws import draws, elasticities
from kpi_desktop.planning.forecast import expect
from kpi_desktop.planning.portfolio import portfolio
from kpi_desktop.planning.split import best, last_year, proportional_to_romi, whole_cents
from tests.metrics.plain import dataset
from tests.planning.steady import BASE, NEXT, company, planned, sure

THREE = {"Dear": (4_000.0, 60, 30, 4), "Fair": (3_000.0, 120, 60, 12), "Cheap": (1_000.0, 200, 90, 20)}
TOTAL = 96_000.0
NO_RESERVE = Assumptions(reserve=0.0)


@pytest.fixture(scope="module")
def three():
    return planned(THREE)


def free(known, **more):
    """Assumptions without limits."""
    return Assumptions(reserve=0.0, limits=tuple(Limits(n, 0.0, 100.0) for n in known.names), **more)


def brought(known, amounts, assumptions, goal="gross_profit"):
    """Expected SQLs or gross profit over the draws, straight from the formula (all of these companies' leads close at once)."""
    seen, e = draws(known), elasticities(known, assumptions)
    each = seen.sqls * seen.drift * (seen.win * seen.profit if goal == "gross_profit" else 1.0)
    money = np.array([amounts[n] for n in known.names])
    return float((each * (money / known.spend) ** e).sum(axis=1).mean())


# -- the optimum -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("goal", ["sqls", "gross_profit"])
@pytest.mark.parametrize("limited", [True, False])
def test_no_split_of_a_fine_grid_beats_it(three, goal, limited):
    assumptions = NO_RESERVE if limited else free(three)
    found = best(three, TOTAL, goal, NEXT, assumptions)
    base = three.amounts(NEXT)
    grid = np.linspace(0.7, 1.2, 101) if limited else np.linspace(0.01, 6, 200)
    ours, most = brought(three, found.amounts, assumptions, goal), 0.0
    for a, b in itertools.product(grid, grid):
        amounts = {"Dear": a * base["Dear"], "Fair": b * base["Fair"]}
        amounts["Cheap"] = TOTAL - sum(amounts.values())
        if (0.7 if limited else 0) * base["Cheap"] <= amounts["Cheap"] <= (1.2 if limited else 99) * base["Cheap"]:
            most = max(most, brought(three, amounts, assumptions, goal))
    assert most > 0 and ours >= most * (1 - 1e-5)
    assert found.gain.value == pytest.approx(ours - brought(three, found.today, assumptions, goal), rel=1e-6)


def test_without_limits_all_have_the_same_gain_per_further_unit(three):
    found = best(three, TOTAL, "gross_profit", NEXT, free(three, elasticity=0.6, elasticity_low=0.6, elasticity_high=0.6))
    slopes = [r.value for r in expect(three, found.amounts, NEXT, sure(0.6)).marginal.values()]
    assert max(slopes) == pytest.approx(min(slopes), rel=1e-3)
    by_hand = draws(three)
    worth = (by_hand.sqls * by_hand.drift * by_hand.win * by_hand.profit).mean(axis=0) / three.spend ** 0.6
    share = worth ** (1 / 0.4) / (worth ** (1 / 0.4)).sum()  # Lagrange: money in proportion to worth to the power of 1 / (1 - e)
    assert [found.amounts[n] for n in three.names] == pytest.approx((TOTAL * share).tolist(), rel=1e-4)


def test_straight_lines_are_filled_from_the_best_on(three):
    """Elasticity 1: all that the limits allow goes to the cheapest, all that they force to the dearest."""
    found = best(three, TOTAL, "sqls", NEXT, sure(1.0, reserve=0.0))
    assert found.amounts == pytest.approx({"Cheap": 14_400.0, "Fair": 43_200.0, "Dear": 38_400.0})
    assert set(found.bound) == {"Cheap", "Fair"}


def test_money_that_brings_nothing_is_split_all_the_same(three):
    found = best(three, TOTAL, "sqls", NEXT, sure(0.0, reserve=0.0))
    assert sum(found.amounts.values()) == pytest.approx(TOTAL) and found.gain.value == pytest.approx(0, abs=1e-6)
    assert found.refusal is not None


def test_least_cost_brings_just_the_sqls(three):
    found = best(three, None, "cost", NEXT, Assumptions(), sqls=2_000)
    assert expect(three, found.amounts, NEXT).total.sqls.value == pytest.approx(2_000, rel=2e-3)
    money = sum(found.amounts.values())
    assert found.total == pytest.approx(money / 0.9, abs=0.02) and found.reserve == pytest.approx(found.total - money, abs=1e-6)
    most = best(three, round(money, 2), "sqls", NEXT, NO_RESERVE)
    assert most.amounts == pytest.approx(found.amounts, rel=1e-3, abs=1.0)  # the other way round: no more SQLs for that money
    few = best(three, None, "cost", NEXT, Assumptions(), sqls=10)
    assert few.amounts == pytest.approx({n: 0.7 * a for n, a in three.amounts(NEXT).items()})


def test_what_is_on_its_way_need_not_be_bought():
    slow = planned(THREE, wait=32)
    found = best(slow, None, "cost", NEXT, Assumptions(), sqls=2_000)
    assert expect(slow, found.amounts, NEXT).total.sqls.value == pytest.approx(2_000, rel=2e-3)


def test_few_and_equal_figures_promise_nothing():
    found = best(planned({"One": (1_000.0, 10, 1, 1), "Two": (1_000.0, 10, 1, 1), "Three": (1_010.0, 10, 1, 1)}), 36_000, "gross_profit", NEXT)
    assert found.gain.low <= 0 and "cannot tell whether this split is better" in str(found.refusal)
    clear = best(planned({"Good": (1_000.0, 100, 50, 10), "Poor": (1_000.0, 10, 2, 0)}), 24_000, "gross_profit", NEXT)
    assert clear.refusal is None and clear.gain.low > 0
    assert clear.amounts["Good"] > clear.today["Good"] == clear.today["Poor"] > clear.amounts["Poor"]


# -- whatever is asked -------------------------------------------------------------------------------------------------


LIMIT = st.tuples(st.floats(0, 1), st.floats(1, 3), st.none() | st.integers(0, 60_000_00))


@given(st.integers(1_000_00, 250_000_00), st.floats(0, 0.5), st.tuples(LIMIT, LIMIT, LIMIT), st.sampled_from(["sqls", "gross_profit"]),
       st.sampled_from([0.0, 0.7, 1.0]))
def test_the_parts_sum_to_the_budget_within_their_limits(three, cents, reserve, limits, goal, elasticity):
    wide = tuple(Limits(n, low, high, None if fixed is None else fixed / 100) for n, (low, high, fixed) in zip(three.names, limits, strict=True))
    total, base = cents / 100, three.amounts(NEXT)
    assumptions = replace(sure(elasticity), reserve=reserve, limits=wide)
    try:
        found = best(three, total, goal, NEXT, assumptions)
    except UserError as refused:
        money = total * (1 - reserve)
        low, high = (sum(x.fixed if x.fixed is not None else f * base[x.practice] for x, f in zip(wide, factors, strict=True))
                     for factors in ([x.low for x in wide], [x.high for x in wide]))
        assert (low > money or high < money) and refused.advice is not None
        return
    assert round(sum(found.amounts.values()) * 100) + round(found.reserve * 100) == cents
    assert round(sum(found.today.values()) * 100) == round(sum(found.amounts.values()) * 100)
    for x in wide:
        got = found.amounts[x.practice]
        assert got == pytest.approx(x.fixed, abs=0.02) if x.fixed is not None else x.low * base[x.practice] - 0.02 <= got <= x.high * base[x.practice] + 0.02
        assert got == round(got, 2)
    assert found.gain.low <= found.gain.value + 1e-6 and (found.refusal is None) == (found.gain.low > 0)
    assert brought(three, found.amounts, assumptions, goal) >= 0


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=12), st.integers(0, 10**9))
def test_cents_sum_to_the_total_and_stay_close(weights, cents):
    parts = np.array(weights)
    assume(parts.sum() > 1e-3)
    exact = parts / parts.sum() * cents / 100
    found = whole_cents(exact, cents / 100)
    assert round(float(found.sum()) * 100) == cents and (found >= 0).all() and np.abs(found - exact).max() <= 0.011


def test_nothing_goes_above_what_was_seen_unless_a_person_says_so(three):
    usual = best(three, TOTAL, "gross_profit", NEXT, NO_RESERVE)
    assert usual.tests == () and usual.amounts["Cheap"] == pytest.approx(1.2 * 12_000, abs=0.02)
    said = best(three, TOTAL, "gross_profit", NEXT, replace(NO_RESERVE, limits=(Limits("cheap", 0.7, 2.0),)))
    assert said.tests == ("Cheap",) and said.amounts["Cheap"] == pytest.approx(24_000, abs=0.02)
    forced = best(three, 1.25 * TOTAL, "gross_profit", NEXT, NO_RESERVE)
    assert set(forced.tests) == {n for n, a in forced.amounts.items() if a > 1.2 * three.amounts(NEXT)[n] + 0.01} and forced.tests


def test_a_quarter_is_split_as_a_quarter(three):
    quarter = Period.parse("2025-Q2")
    found = best(three, TOTAL / 4, "gross_profit", quarter, NO_RESERVE)
    year = best(three, TOTAL, "gross_profit", NEXT, NO_RESERVE)
    assert found.amounts == pytest.approx({n: a / 4 for n, a in year.amounts.items()}, rel=1e-3)


def test_the_same_question_has_the_same_answer():
    first, second = (best(planned(THREE), TOTAL, "gross_profit", NEXT) for _ in range(2))
    assert first == second


# -- scenarios beside it -----------------------------------------------------------------------------------------------


def test_last_year_and_romi_by_hand(three):
    assert last_year(three, 48_000.01) == pytest.approx({"Dear": 24_000.01, "Fair": 18_000.0, "Cheap": 6_000.0}, abs=0.011)
    assert round(sum(last_year(three, 48_000.01).values()), 2) == 48_000.01
    # 600 a deal: ROMI (48 x 600 - 48,000) / 48,000 < 0, (144 x 600 - 36,000) / 36,000 = 1.4, (240 x 600 - 12,000) / 12,000 = 11.
    assert proportional_to_romi(three, 12_400.0) == pytest.approx({"Dear": 0.0, "Fair": 1_400.0, "Cheap": 11_000.0}, abs=1.0)
    held = proportional_to_romi(three, TOTAL, NEXT, NO_RESERVE)
    assert sum(held.values()) == pytest.approx(TOTAL) and held["Cheap"] == pytest.approx(14_400, abs=0.02)
    assert held["Fair"] == pytest.approx(43_200, abs=0.02)


def test_romi_without_any_profit_is_last_year():
    poor = planned({"One": (9_000.0, 100, 50, 1), "Two": (6_000.0, 100, 50, 1)})
    assert proportional_to_romi(poor, 500.0) == last_year(poor, 500.0) == {"One": 300.0, "Two": 200.0}


# -- what cannot be had ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("total", "goal", "more", "sqls", "said"), [
    (TOTAL, "sqls", {"limits": (Limits("Dear", fixed=90_000.0),), "reserve": 0.0}, None, "limits and fixed amounts take at least 123,600.00 EUR"),
    (2 * TOTAL, "sqls", {}, None, "at most 124,800.00 EUR can be spent, but 172,800.00 EUR"),
    (None, "cost", {}, 10_000, "10000 SQLs cannot be reached within the limits: at most about"),
    (80_000.0, "cost", {}, 2_200, "more than the 80,000.00 EUR that may be spent"),
    (None, "cost", {}, None, "needs a number of SQLs"),
    (None, "sqls", {}, None, "needs a budget"),
    (0.0, "sqls", {}, None, "0.00 EUR cannot be split"),
    (TOTAL, "sqls", {"reserve": 1.0}, None, "kept for tests cannot be 100.0 %"),
    (TOTAL, "sqls", {"limits": (Limits("Dear", 1.2, 0.8),)}, None, "limits of Dear cannot be kept"),
    (TOTAL, "sqls", {"limits": (Limits("Dear", fixed=-1.0),)}, None, "cannot be -1.00 EUR (Dear)"),
    (TOTAL, "sqls", {"limits": (Limits("Radio", fixed=5_000.0),)}, None, "Radio had no spend of its own"),
])
def test_impossible_splits_are_refused_in_words(three, total, goal, more, sqls, said):
    with pytest.raises(UserError) as refused:
        best(three, total, goal, NEXT, Assumptions(**more), sqls)
    assert said in str(refused.value) and refused.value.advice is not None


def test_gross_profit_must_be_known():
    leads = [(f"a{m}-{k}", f"2024-{m:02}-03", f"2024-{m:02}-09", "Paid") for m in range(1, 13) for k in range(5)]
    bare = portfolio(dataset(leads=("lead created sql channel", leads), spend=("date amount channel", [("2024-02-01", 700.0, "Paid")])), BASE)
    for ask in (lambda: best(bare, 700, "gross_profit", NEXT, NO_RESERVE), lambda: proportional_to_romi(bare, 700)):
        with pytest.raises(UserError, match="gross profit"):
            ask()
    assert best(bare, 700, "sqls", NEXT, NO_RESERVE).amounts == {"Paid": 700.0}


def test_leads_and_spend_of_no_practice_do_not_plan():
    with pytest.raises(UserError):
        portfolio(company({}), BASE)
