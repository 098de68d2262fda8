"""A hand-computed example for each of the ten KPIs."""

import pandas as pd
import pytest

from kpi_desktop.metrics import registry
from kpi_desktop.metrics.written import from_plain
from kpi_desktop.model.selection import Compare, Filter
from tests.metrics.plain import beside, dataset, grid, kpi, parts

LEADS = ("lead created mql sql rejected channel target", [
    ("a", "2024-01-02", "2024-01-05", "2024-01-15", None, "Paid", "yes"),
    ("b", "2024-01-03", "2024-01-06", None, "2024-01-09", "Paid", "no"),
    ("c", "2024-01-04", "2024-02-01", "2024-02-11", None, "SEO", "yes"),
    ("d", "2024-02-05", "2024-02-07", None, None, "SEO", None),
    ("e", "2024-02-06", None, "2024-02-20", None, "SEO", None),
    ("f", "2024-03-01", None, None, None, None, None)])
DEALS = ("deal created closed outcome amount cost lead customer owner team list_amount", [
    ("1", "2024-01-20", "2024-03-20", "won", 1000.0, 400.0, "a", "Acme", "Ann", "North", 1250.0),
    ("2", "2024-02-15", "2024-03-25", "lost", 500.0, None, "c", "Bolt", "Bob", "North", None),
    ("3", "2024-02-25", None, "open", 700.0, None, "e", "Cork", "Cat", "North", None),
    ("4", "2024-01-10", "2024-02-10", "won", 3000.0, 1000.0, None, "Dune", "Dan", "South", 3000.0)])


def test_1_unique_visitors_are_not_summed():
    visits = [("2024-01-01", "Paid", 1), ("2024-01-01", "Paid", 2), ("2024-01-09", "SEO", 1), ("2024-02-01", "SEO", 3), ("2024-02-02", "SEO", 1)]
    data = dataset(visits, ("Paid", "SEO"), leads=LEADS)
    state = kpi(data, "unique_visitors", "2024-Q1", by="channel")
    assert state.result.value == 3
    assert parts(state) == {"Paid": 2, "SEO": 2}
    assert beside(state)["sessions"] == 5
    assert beside(state)["visitor_to_lead"] == 6 / 3
    assert [p.value for p in kpi(data, "unique_visitors", "2024-02").trend[-2:]] == [2, 2]
    assert kpi(data, "unique_visitors", "2024-01-02..2024-01-31").result.value == 1
    assert kpi(data, "unique_visitors", "2023").result.value is None


def test_1_aggregated_months_give_a_quarter_as_a_range():
    rows = [("2024-01-01", 1000, "month"), ("2024-02-01", 1200, "month"), ("2024-03-01", 900, "month")]
    data = from_plain({"visits": pd.DataFrame(rows, columns=["date", "visitors", "grain"])})
    quarter = kpi(data, "unique_visitors", "2024-Q1").result
    assert (quarter.value, quarter.low, quarter.high) == (None, 1200, 3100)
    assert kpi(data, "unique_visitors", "2024-02").result.value == 1200


def test_2_mqls_and_their_quality():
    state = kpi(dataset(leads=LEADS, deals=DEALS), "mqls", "2024-01", by="channel")
    assert state.result.value == 2
    assert parts(state) == {"Paid": 2}
    whole = kpi(dataset(leads=LEADS, deals=DEALS), "mqls", "2024")
    assert whole.result.value == 4
    told = beside(whole)
    assert told["acceptance"] == 2 / 3 and told["undecided"] == 1
    assert told["target_share"] == 2 / 3
    assert told["mql_to_sql"] == 2 / 4 and told["mql_to_won"] == 1 / 4
    paid = next(r for r in grid(whole, "quality_by_channel") if r["channel"] == "Paid")
    assert paid["expected_gross_profit"] == (600 + 2000) / 2


def test_3_sqls():
    state = kpi(dataset(leads=LEADS, deals=DEALS), "sqls", "2024")
    told = beside(state)
    assert state.result.value == 3
    assert (told["via_mql"], told["direct"], told["median_days"]) == (2, 1, 10)
    assert told["picked_up"] == 1.0


EVENTS = ("event date format cost name", [("W1", "2024-02-10", "online", 100.0, "Web"), ("F1", "2024-02-20", "offline", 900.0, "Fair"),
                                          ("W2", "2024-05-01", "online", None, "Later")])
ATTENDANCE = ("event person registered attended target", [
    ("W1", "p1", "2024-02-01", "yes", "yes"), ("W1", "p2", "2024-02-01", "yes", "no"), ("W1", "p3", "2024-02-01", "no", "yes"),
    ("W1", "p4", "2024-02-01", "yes", None), ("F1", "p1", "2024-02-02", "yes", "yes"), ("F1", "p5", "2024-02-02", "yes", "yes"),
    ("W2", "p6", "2024-04-02", "yes", "yes"), ("gone", "p7", "2024-02-02", "yes", "yes")])


def test_4_target_attendance_counts_people_once():
    state = kpi(dataset(events=EVENTS, attendance=ATTENDANCE), "target_attendance", "2024-02", by="format")
    assert state.result.value == 2
    assert parts(state) == {"online": 1, "offline": 2}
    told = beside(state)
    assert told["unknown_target"] == 1 and told["show_rate"] == 5 / 6
    fair = next(r for r in grid(state, "events") if r["name"] == "Fair")
    assert fair["cost_per_target_attendee"] == 450
    assert len(state.result.left_out[0].rows.ids) == 1


def test_4_an_events_cost_is_never_counted_twice():
    spend = ("date amount event", [("2024-02-10", 500.0, "W1")])
    state = kpi(dataset(events=EVENTS, attendance=ATTENDANCE, spend=spend), "target_attendance", "2024-02")
    assert next(r for r in grid(state, "events") if r["name"] == "Web")["cost"] == 500
    assert any("Web" in str(w) or "W1" in str(w) for w in state.result.warnings)


SPEND = ("date amount channel event kind from to", [
    ("2024-01-10", 300.0, "Paid", None, None, None, None), ("2024-02-10", 100.0, "SEO", None, None, None, None),
    ("2024-02-11", 60.01, None, None, None, None, None), (None, 31.0, "SEO", None, None, "2023-12-31", "2024-01-30")])


def test_5_cost_per_sql_with_shared_cost_over_all_leads():
    data = dataset(leads=LEADS, spend=SPEND, events=EVENTS)
    state = kpi(data, "cost_per_sql", "2024", by="channel")
    spent = 300 + 100 + 60.01 + 30 + 100 + 900  # 30 of 31 days, and two events that no spend row names
    assert state.result.numerator == pytest.approx(spent)
    assert state.result.value == pytest.approx(spent / 3)
    # The events name no lead, so their cost is shared: 1060.01 over 6 leads, 2 of them Paid, 3 SEO, 1 without a channel.
    members = {m.member: m for m in state.breakdown}
    assert members["Paid"].numerator == pytest.approx(300 + 1060.01 / 3, abs=0.01)
    assert members["SEO"].details["direct"] == pytest.approx(130)
    assert sum(m.numerator for m in state.breakdown) == pytest.approx(spent, abs=1e-9)
    assert members[""].value is None and members[""].low == pytest.approx(members[""].numerator / 3.6889, rel=1e-3)
    only = kpi(data, "cost_per_sql", "2024", filters=[Filter("channel", "seo")])
    assert only.result.numerator == members["SEO"].numerator


def test_5_the_interval_and_the_ceiling_of_the_definitions():
    from kpi_desktop.metrics.kpis.cost_per_sql import interval

    assert interval(500_000, 4) == pytest.approx((48_821, 458_772), abs=1)
    assert interval(500_000, 0)[0] == pytest.approx(135_543, abs=1) and interval(500_000, 0)[1] is None


def test_6_sales_effectiveness_is_of_the_team():
    state = kpi(dataset(leads=LEADS, deals=DEALS), "sales_effectiveness", "2024", by="team")
    assert state.result.value == 4000 / 4
    assert parts(state) == {"North": 1000 / 3}  # South has one person and is not shown
    told = beside(state)
    assert told["win_rate"] == 2 / 3 and told["average_won_deal"] == 2000
    assert told["cycle_median_days"] == (60 + 31) / 2
    assert told["sales_velocity"] == pytest.approx(1 * (2 / 3) * 2000 / 45.5)
    assert kpi(dataset(deals=DEALS), "sales_effectiveness", "2024", by="owner").breakdown == ()


def test_6_velocity_of_the_definitions():
    from kpi_desktop.metrics.kpis.sales_team import velocity

    assert velocity(50, 0.30, 100_000, 60) == pytest.approx(25_000)


def test_6_quota_attainment():
    reps = ("rep team quota from to", [("Ann", "North", 2000.0, "2024-01-01", "2024-12-31"), ("Dan", "South", 2000.0, "2024-01-01", "2024-12-31")])
    state = kpi(dataset(deals=DEALS, reps=reps), "sales_effectiveness", "2024")
    assert state.result.value == 4000 / 2
    assert beside(state)["quota_attainment"] == pytest.approx(1.0)


INVOICES = ("customer date revenue cost", [("A", "2024-01-05", 1000.0, 800.0), ("A", "2024-02-05", -100.0, -80.0), ("B", "2024-01-06", 100.0, 40.0),
                                           ("C", "2024-01-07", 500.0, None)])


def test_7_profitability_leaves_out_customers_without_cost():
    state = kpi(dataset(invoices=INVOICES), "customer_profitability", "2024")
    assert state.result.value == (180 + 60) / 2
    told = beside(state)
    assert told["coverage"] == pytest.approx(1000 / 1500)
    assert told["gross_margin"] == pytest.approx(240 / 1000)
    assert [r["customer"] for r in grid(state, "pareto")] == ["A", "B"]


def test_7_falls_back_to_won_deals_and_tells_discounts():
    state = kpi(dataset(leads=LEADS, deals=DEALS), "customer_profitability", "2024")
    assert state.result.value == (600 + 2000) / 2
    told = beside(state)
    assert told["discount_depth"] == pytest.approx(1 - 4000 / 4250)
    assert told["margin_leakage"] == pytest.approx(1250 * (0.2 - 0.1))


CUSTOMERS = ("customer started ended mrr", [("A", "2023-05-01", None, 100.0), ("B", "2023-06-01", "2024-06-01", 50.0), ("C", "2023-07-01", "2024-12-31", 10.0),
                                            ("D", "2024-03-01", None, 40.0), ("E", "2024-01-01", None, 5.0)])


def test_8_retention_by_contract():
    data = dataset(customers=CUSTOMERS, invoices=("customer date revenue", [("A", "2025-01-15", 1.0)]))
    state = kpi(data, "customer_retention", "2024")
    assert (state.result.numerator, state.result.denominator) == (2, 4)  # A, B, C, E on 1 January; A and E on 31 December
    told = beside(state)
    assert told["gross_revenue_retention"] == pytest.approx(105 / 165)
    assert {r["customer"] for r in grid(state, "lost")} == {"B", "C"}


def test_8_revenue_retention_and_yearly_churn_of_the_definitions():
    from kpi_desktop.metrics.kpis.retention import yearly

    assert yearly(0.02, 1) == pytest.approx(0.215, abs=0.0005)
    customers = ("customer started ended mrr", [
        ("kept", "2023-01-01", None, 6.0), ("up", "2023-01-01", "2024-03-01", 1.5), ("up", "2024-03-01", None, 3.3),
        ("down", "2023-01-01", "2024-03-01", 1.6), ("down", "2024-03-01", None, 1.0), ("gone", "2023-01-01", "2024-05-01", 0.9)])
    told = beside(kpi(dataset(customers=customers, invoices=("customer date revenue", [("kept", "2025-01-15", 1.0)])), "customer_retention", "2024"))
    assert told["gross_revenue_retention"] == pytest.approx(0.85)
    assert told["net_revenue_retention"] == pytest.approx(1.03)


def test_8_retention_by_purchase():
    invoices = ("customer date revenue", [("A", "2023-12-20", 1.0), ("A", "2024-01-19", 1.0), ("B", "2023-12-25", 1.0), ("A", "2024-12-20", 1.0),
                                          ("C", "2025-02-01", 1.0)])
    state = kpi(dataset(invoices=invoices), "customer_retention", "2024", retention_gap_days=30)
    assert (state.result.numerator, state.result.denominator) == (1, 2)


def test_9_nps_takes_the_latest_answer():
    rows = [("2024-01-01", 0, "r1", "Ann"), ("2024-05-01", 10, "r1", "Ann"), ("2024-02-01", 9, "r2", "Ann"), ("2024-02-02", 3, "r3", "Bob"),
            ("2024-02-03", 8, None, "Bob"), ("2024-02-03", 8, None, "Bob")]
    state = kpi(dataset(nps=("date score respondent owner", rows)), "nps", "2024", by="owner")
    assert state.result.value == pytest.approx(100 * (2 - 1) / 5)
    assert state.breakdown == ()  # nobody has ten answers
    assert len(state.result.left_out[0].rows.ids) == 1
    many = [("2024-01-01", 10 if k < 6 else 5, f"r{k}", "Ann") for k in range(10)]
    assert parts(kpi(dataset(nps=("date score respondent owner", many)), "nps", "2024", by="owner")) == {"Ann": pytest.approx(20)}


def test_10_close_rate_both_ways():
    deals = [(f"w{k}", "2024-01-01", "2024-02-01", "won", 10.0) for k in range(4)] + [(f"l{k}", "2024-01-01", "2024-02-01", "lost", 20.0) for k in range(2)]
    deals += [(f"o{k}", "2024-01-01", None, "open", 5.0) for k in range(94)]
    state = kpi(dataset(deals=("deal created closed outcome amount", deals)), "close_rate", "2024")
    told = beside(state)
    assert state.result.value == pytest.approx(4 / 6)
    assert told["cohort_won"] == pytest.approx(0.04) and told["cohort_open"] == pytest.approx(0.94)
    assert told["by_value"] == pytest.approx(40 / 80)


def test_a_missing_table_is_no_data_and_says_what_to_import():
    state = kpi(dataset(leads=LEADS), "nps", "2024")
    assert state.result.value is None and "NPS" in str(state.missing)


def test_a_change_is_the_difference_and_small_ones_are_noise():
    state = kpi(dataset(leads=LEADS, deals=DEALS), "mqls", "2024-02", compare=Compare.PREVIOUS)
    assert (state.compared.value, state.change, state.significant) == (2, 0, False)


def test_every_kpi_says_no_data_on_an_empty_workspace():
    from kpi_desktop.model.selection import Period, Selection

    snapshot = registry.compute(dataset(), Selection(Period.parse("2024"), by="channel"))
    assert len(snapshot.kpis) == 10
    assert all(s.result.value is None and s.missing is not None for s in snapshot.kpis)
