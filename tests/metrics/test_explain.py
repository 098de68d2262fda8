"""Why each KPI changed, worked out by hand, and how it is said."""

import pytest

from kpi_desktop.metrics import registry
from kpi_desktop.metrics.effects import OTHER, chain, few, quotient, settled, volumes
from kpi_desktop.metrics.explain import signed
from kpi_desktop.metrics.result import Cause, Effect, Unit
from kpi_desktop.model.problem import Text
from kpi_desktop.model.selection import Compare, Filter, Period, Selection
from tests.metrics.plain import dataset

A, B, C, MIX = (Cause(k, Text(k), Text(f"more {k}"), Text(f"less {k}")) for k in ("a", "b", "c", "mix"))


def explained(data, kpi_id, period="2024-02", by=None, compare=Compare.PREVIOUS, filters=()):
    selection = Selection(Period.parse(period), compare, by, tuple(filters))
    state = registry.compute(data, selection, only=(kpi_id,), trend=False, explain=True).kpis[0]
    return state, state.explanation


def amounts(why):
    return {(e.cause.key, e.member if e.member is None else str(e.member)): pytest.approx(e.amount) for e in why.effects}


def leads(*groups):
    """Leads as (month, channel, how many, of them MQL, of them SQL), all dates in that month."""
    rows = [(f"{month}{channel}{k}", f"2024-0{month}-05", f"2024-0{month}-10" if k < mqls else None, f"2024-0{month}-20" if k < sqls else None, channel)
            for month, channel, n, mqls, sqls in groups for k in range(n)]
    return "lead created mql sql channel", rows


# -- by hand -----------------------------------------------------------------------------------------------------------


def test_mqls_are_leads_times_their_rate_and_the_mix():
    """20 leads at 50 % -> 30 leads: 10 of Paid at 50 %, 20 of SEO at 20 % (before: 10 at 50 %, 10 at 50 %)."""
    state, why = explained(dataset(leads=leads((1, "Paid", 10, 5, 0), (1, "SEO", 10, 5, 0), (2, "Paid", 10, 5, 0), (2, "SEO", 20, 4, 0))), "mqls")
    assert (state.compared.value, state.result.value, why.by) == (10, 9, "channel")
    found = amounts(why)
    # Volume: mean over the orders of +10 leads at the shares and rates of the moment (2/6 all old, 2/6 all new, 1/6 each mixed).
    assert found["leads", None] == (2 * 10 * 0.5 + 2 * 10 * 0.3 + 10 * 0.5 + 10 * 0.35) / 6
    assert set(found) == {("leads", None), ("lead_to_mql", "SEO"), ("mix", "Paid"), ("mix", "SEO")}  # Paid's rate stayed
    assert {e.cause.key: e.amount < 0 for e in why.steps} == {"leads": False, "lead_to_mql": True, "mix": True}
    assert sum(e.amount for e in why.effects) == pytest.approx(-1)


def test_sqls_that_no_mql_leads_to_are_told_by_the_leads():
    state, why = explained(dataset(leads=("lead created mql sql channel", [
        ("a", "2024-01-02", None, "2024-01-15", "Paid"), ("b", "2024-01-03", None, None, "Paid"),
        ("c", "2024-02-04", None, "2024-02-11", "Paid"), ("d", "2024-02-05", None, "2024-02-20", "Paid")])), "sqls")
    assert (state.compared.value, state.result.value) == (1, 2)
    assert amounts(why) == {("lead_to_sql", None): 1.0}


def test_cost_per_sql_falls_where_more_leads_become_mqls():
    """1000 / (10 leads x 40 % x 50 %) = 500 -> 1200 / (10 x 80 % x 50 %) = 300: spend +75, lead to MQL -275 (Shapley of two factors)."""
    data = dataset(leads=leads((1, "Paid", 10, 4, 2), (2, "Paid", 10, 8, 4)),
                   spend=("date amount channel", [("2024-01-10", 1000.0, "Paid"), ("2024-02-10", 1200.0, "Paid")]))
    state, why = explained(data, "cost_per_sql")
    assert state.change == -200
    assert amounts(why) == {("spend", "Paid"): 200 * (1 / 2 + 1 / 4) / 2, ("lead_to_mql", None): -(1000 + 1200) / 2 * (1 / 2 - 1 / 4)}
    assert str(why.sentence) == ("Within noise: 40.0 % lower, mostly because more of the leads became MQLs (−275.00 EUR); more was spent (+75.00 EUR).")
    assert [(e.cause.key, e.member) for e in why.steps] == [("spend", None), ("lead_to_mql", None)]


def test_close_rate_is_rate_and_mix():
    """Paid 1 of 2, SEO 1 of 2 -> Paid 3 of 3, SEO 0 of 1: rates +0.3125 and -0.1875 at mean shares, mix at mean rates against their mean."""
    deals = ("deal created closed outcome channel", [(str(k), f"2024-0{m}-01", f"2024-0{m}-20", outcome, channel) for k, (m, channel, outcome) in enumerate([
        (1, "Paid", "won"), (1, "Paid", "lost"), (1, "SEO", "won"), (1, "SEO", "lost"),
        (2, "Paid", "won"), (2, "Paid", "won"), (2, "Paid", "won"), (2, "SEO", "lost")])])
    state, why = explained(dataset(deals=deals), "close_rate")
    assert state.change == 0.25
    mean = (0.5 + 0.75) / 2 * 0.75 + (0.5 + 0.25) / 2 * 0.25
    assert amounts(why) == {("close_rate", "Paid"): (0.5 + 0.75) / 2 * 0.5, ("close_rate", "SEO"): (0.5 + 0.25) / 2 * -0.5,
                            ("mix", "Paid"): 0.25 * (0.75 - mean), ("mix", "SEO"): -0.25 * (0.25 - mean)}
    assert str(why.sentence) == "Within noise: 25.0 pt higher, mostly because more of the deals were won (+12.5 pt, most of it Paid); " \
                                "the mix of deals changed (+12.5 pt, most of it SEO)."


def test_nps_tells_promoters_from_detractors():
    answers = [("2024-01-05", 10), ("2024-01-06", 8), ("2024-01-07", 8), ("2024-01-08", 3), ("2024-02-05", 10), ("2024-02-06", 9), ("2024-02-07", 8),
               ("2024-02-08", 8)]
    state, why = explained(dataset(nps=("date score", answers)), "nps")
    assert (state.compared.value, state.result.value) == (0, 50)
    assert amounts(why) == {("promoters", None): 25, ("detractors", None): 25}
    assert "promoters became more frequent (+25.0); detractors became rarer (+25.0)" in str(why.sentence)


def test_profit_per_customer_is_revenue_less_cost_with_a_refund():
    invoices = ("customer date revenue cost product", [
        ("Acme", "2024-01-05", 100.0, 40.0, "Tool"), ("Bolt", "2024-01-06", 300.0, 100.0, "Tool"),
        ("Acme", "2024-02-05", 200.0, 40.0, "Tool"), ("Bolt", "2024-02-06", 300.0, 120.0, "Tool"), ("Bolt", "2024-02-09", -50.0, 0.0, "Tool")])
    state, why = explained(dataset(invoices=invoices), "customer_profitability")
    assert (state.compared.value, state.result.value) == (130, 145)
    assert amounts(why) == {("revenue", None): 25, ("cost", None): -10}


def test_sales_are_deals_times_their_size_over_people():
    """2 deals of 100 / 2 people = 100 -> 3 of 200 / 3 people = 200."""
    deals = ("deal created closed outcome amount owner", [
        ("1", "2024-01-01", "2024-01-20", "won", 100.0, "Ann"), ("2", "2024-01-01", "2024-01-21", "won", 100.0, "Bob"),
        ("3", "2024-02-01", "2024-02-20", "won", 200.0, "Ann"), ("4", "2024-02-01", "2024-02-21", "won", 200.0, "Bob"),
        ("5", "2024-02-01", "2024-02-22", "won", 200.0, "Cat")])
    state, why = explained(dataset(deals=deals), "sales_effectiveness")
    half = (1 / 2 + 1 / 3) / 2
    assert state.change == 100
    assert amounts(why) == {("won_deals", None): 150 * half, ("average_deal", None): 250 * half, ("active_reps", None): -(200 + 600) / 2 * (1 / 2 - 1 / 3)}
    assert "more salespeople were active (−66.67 EUR)" in str(why.sentence)


def test_groups_of_under_three_people_are_not_told_apart():
    rows = [(f"{m}{who}{team}", f"2024-0{m}-01", f"2024-0{m}-20", "won", 100.0 * m, who, team) for m in (1, 2) for who, team in (
        ("Ann", "North"), ("Bob", "North"), ("Cat", "North"), ("Dan", "South"), ("Eve", "South"))]
    _, why = explained(dataset(deals=("deal created closed outcome amount owner team", rows)), "sales_effectiveness")
    assert why.by == "team" and {str(e.member) for e in why.effects if e.member is not None} == {"North", "other"}


def test_retention_is_told_by_age_where_nothing_else_is_known():
    customers = ("customer started ended", [("Old", "2020-01-01", None), ("Older", "2019-01-01", "2024-01-15"), ("New", "2023-10-01", None),
                                            ("Newer", "2023-11-01", "2024-02-20")])
    data = dataset(customers=customers, invoices=("customer date revenue", [("Old", "2024-03-05", 1.0)]))
    state, why = explained(data, "customer_retention")
    assert (state.compared.value, state.result.value, why.by) == (0.75, pytest.approx(2 / 3), None)
    assert {k for k, _ in amounts(why)} == {"retention", "mix"}
    assert amounts(why)["retention", "customers for over two years"] == (2 / 4 + 1 / 3) / 2 * 0.5
    assert amounts(why)["retention", "customers for under a year"] == (2 / 4 + 2 / 3) / 2 * -0.5


def test_attendance_counts_who_comes_twice_once():
    """January: one event of 2 people. February: two events of 2 and 2, one person at both."""
    events = ("event date format", [("W1", "2024-01-10", "online"), ("W2", "2024-02-10", "online"), ("W3", "2024-02-20", "online")])
    people = [("W1", "p1"), ("W1", "p2"), ("W2", "p1"), ("W2", "p3"), ("W3", "p1"), ("W3", "p4")]
    state, why = explained(dataset(events=events, attendance=("event person attended target", [(e, p, "yes", "yes") for e, p in people])), "target_attendance")
    assert (state.compared.value, state.result.value) == (2, 3)
    assert amounts(why) == {("events", None): 2 * (1 + 3 / 4) / 2, ("people_per_attendance", None): -1 / 4 * (2 + 4) / 2}
    assert "more events were held (+1.8); more people came to several events (−0.8)" in str(why.sentence)


def test_visitors_of_several_channels_stand_on_their_own():
    visits = [("2024-01-05", "Paid", 1), ("2024-01-06", "SEO", 2), ("2024-02-05", "Paid", 1), ("2024-02-06", "SEO", 1), ("2024-02-07", "SEO", 3),
              ("2024-02-08", "SEO", 4)]
    state, why = explained(dataset(visits, ("Paid", "SEO")), "unique_visitors")
    assert state.change == 1
    assert amounts(why) == {("visitors", "Paid"): -1, ("visitors", "SEO"): 1, ("visitors", "several"): 1}
    assert [str(e.member) for e in why.steps] == [str(e.member) for e in why.effects]


def test_visitors_without_a_channel_are_new_or_were_there_before():
    visits = [("2024-01-05", None, 1), ("2024-01-06", None, 2), ("2024-02-05", None, 1), ("2024-02-06", None, 3), ("2024-02-07", None, 4)]
    _, why = explained(dataset(visits), "unique_visitors")
    assert why.by is None and amounts(why) == {("visitors", "seen before the period"): 1}


# -- where nothing can be told -----------------------------------------------------------------------------------------


def test_reasons_for_no_explanation():
    data = dataset(leads=leads((1, "Paid", 3, 2, 0), (2, "Paid", 3, 1, 0)))
    for how, period, said in ((Compare.NONE, "2024-02", "Choose a period"), (Compare.PREVIOUS, "2024-01", "no figure for 2023-12"),
                              (Compare.PREVIOUS, "2024-03", "no figure for 2024-03")):
        _, why = explained(data, "mqls", period, compare=how)
        assert not why.effects and not why.steps
        assert said in str(why.sentence).replace("Period(first=datetime.date(2023, 12, 1), last=datetime.date(2023, 12, 31), grain=<Grain.MONTH: 'month'>)",
                                                 "2023-12").replace("Period(first=datetime.date(2024, 3, 1), last=datetime.date(2024, 3, 31), "
                                                                    "grain=<Grain.MONTH: 'month'>)", "2024-03")
    state, why = explained(data, "nps")
    assert why.sentence == state.missing and not why.effects


def test_a_range_of_visitors_is_not_split():
    import pandas as pd

    from kpi_desktop.metrics.written import from_plain

    lines = [("2024-01-01", 1000, "month"), ("2024-02-01", 1200, "month")]
    state, why = explained(from_plain({"visits": pd.DataFrame(lines, columns=["date", "visitors", "grain"])}), "unique_visitors")
    assert state.change == 200 and not why.effects and "aggregated" in str(why.sentence)


def test_nothing_changed_is_said():
    _, why = explained(dataset(leads=leads((1, "Paid", 3, 2, 0), (2, "Paid", 3, 2, 0))), "mqls")
    assert not why.effects and str(why.sentence) == "Unchanged, and so is all that it is made of."
    _, why = explained(dataset(leads=leads((1, "Paid", 4, 2, 0), (2, "Paid", 2, 2, 0))), "mqls")
    assert str(why.sentence) == "Unchanged, mostly because fewer leads came in (−1.5); more of the leads became MQLs (+1.5)."


# -- which dimension, and how many members -----------------------------------------------------------------------------


def test_the_dimension_looked_at_is_taken_unless_a_filter_leaves_one_member_of_it():
    rows = [(f"{k}", f"2024-0{1 + k % 2}-05", f"2024-0{1 + k % 2}-10", ("Paid", "SEO")[k % 3 == 0], ("DE", "AT")[k % 5 == 0]) for k in range(30)]
    data = dataset(leads=("lead created mql channel country", rows))
    assert explained(data, "mqls")[1].by == "channel"
    assert explained(data, "mqls", by="country")[1].by == "country"
    assert explained(data, "mqls", filters=[Filter("channel", "SEO")])[1].by == "country"
    assert explained(data, "mqls", by="owner")[1].by == "channel"


def test_members_beyond_six_stand_together_and_lose_nothing():
    found = few(volumes({}, {f"m{k}": float(k) * (-1) ** k for k in range(1, 10)}, A))
    assert {str(e.member): e.amount for e in found} == {"m9": -9, "m8": 8, "m7": -7, "m6": 6, "m5": -5, "m4": 4, "other": -1 + 2 - 3}


def test_members_named_other_by_a_person_stay_their_own():
    found = few(volumes({}, {"other": 5.0, OTHER: 1.0}, A))
    assert {(e.member, e.amount) for e in found} == {("other", 5.0), (OTHER, 1.0)}


# -- arithmetic --------------------------------------------------------------------------------------------------------


def test_a_member_that_breaks_the_chain_is_pooled_until_it_mends():
    """SEO has a result without a start; the smallest member that has one joins it."""
    then, now = {"Paid": (10.0, 5.0), "Mail": (2.0, 1.0), "SEO": (0.0, 3.0)}, {"Paid": (10.0, 5.0), "Mail": (2.0, 1.0), "SEO": (0.0, 1.0)}
    found = chain(then, now, (A, B), {(0, 1): C}, MIX)
    assert {(e.cause.key, str(e.member)): e.amount for e in found if e.amount} == {("c", "other"): pytest.approx(-2)}


def test_a_turned_cause_grows_where_the_figure_falls():
    found = quotient((Effect(A, None, 10.0),), (Effect(B, None, 5.0),), (100.0, 10.0), (110.0, 15.0))
    assert [(e.turned, e.amount < 0) for e in found] == [(False, False), (True, True)]
    assert sum(e.amount for e in found) == pytest.approx(110 / 15 - 10)


def test_rounding_goes_to_the_largest():
    found = settled((Effect(A, None, 1.0), Effect(B, None, -2.0), Effect(C, None, 0.0)), -1.5)
    assert [(e.cause, e.amount) for e in found] == [(A, 1.0), (B, -2.5)]


@pytest.mark.parametrize(("amount", "unit", "said"), [
    (26.0, Unit.MONEY, "+26.00 EUR"), (-26.0, Unit.MONEY, "−26.00 EUR"), (-0.014, Unit.RATE, "−1.4 pt"), (12.4, Unit.COUNT, "+12"), (1.24, Unit.COUNT, "+1.2"),
    (-0.001, Unit.MONEY, "±0.00 EUR"), (0.0001, Unit.RATE, "±0.0 pt"), (-0.04, Unit.POINTS, "±0.0")])
def test_amounts_have_a_sign(amount, unit, said):
    assert str(signed(amount, unit, "EUR")) == said
