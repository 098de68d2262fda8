"""What stands beside the headlines, by hand: shrinkage, camps a year later, the cohort triangle, discounts, the ceiling, comparison and bottleneck."""

from datetime import date, timedelta

import pytest

from kpi_desktop.i18n import say
from kpi_desktop.metrics import affordable, funnel, pictures, spend
from kpi_desktop.model.selection import Compare, Driver, Filter, Options, Period, Selection, day_of
from tests.metrics.plain import beside, dataset, grid, kpi

NPS = "date score respondent owner customer"


def funnels(data, period, mode, by=None, filters=(), compare=Compare.NONE):
    return funnel.compute(data, Selection(Period.parse(period), compare, None, tuple(filters)), mode, by)


# -- NPS ---------------------------------------------------------------------------------------------------------------


def test_salespeople_are_shrunk_toward_the_team_and_listed_by_name():
    """Morris 1983. Zoe 8 up, 2 down: 60. Bob 4 up, 6 down: -20. Whole 20, variance 9,600, so 960 of noise; means vary by 3,200; weight 2,240 / 3,200."""
    rows = [("2024-01-05", 10 if k < up else 0, f"{who}{k}", who, None) for who, up in (("Zoe", 8), ("Bob", 4)) for k in range(10)]
    rows += [("2024-01-05", 7, f"few{k}", "Few", None) for k in range(9)]
    found = kpi(dataset(nps=(NPS, [r for r in rows if r[3] != "Few"])), "nps", by="owner")
    assert [(m.member, m.value, m.details["shrunk"]) for m in found.breakdown] == [
        ("Bob", -20, pytest.approx(20 - 0.7 * 40)), ("Zoe", 60, pytest.approx(20 + 0.7 * 40))]
    assert [r["shrunk"] for r in grid(found, "by_salesperson")] == pytest.approx([-8, 48])
    assert [m.member for m in kpi(dataset(nps=(NPS, rows)), "nps", by="owner").breakdown] == ["Bob", "Zoe"]  # nine answers are too few


def test_one_salesperson_alone_is_not_shrunk():
    rows = [("2024-01-05", 10 if k < 6 else 0, f"r{k}", "Ann", None) for k in range(10)]
    assert [m.details["shrunk"] for m in kpi(dataset(nps=(NPS, rows)), "nps", by="owner").breakdown] == [20]


def test_camps_a_year_later_and_the_revenue_they_stand_for():
    answers = [("2023-05-01", 10, "a", None, "A"), ("2023-05-01", 9, "b", None, "B"), ("2023-05-01", 2, "c", None, "C"), ("2023-05-01", 6, "d", None, "D"),
               ("2023-12-20", 10, "e", None, "E"), ("2023-05-01", 10, "f", None, None), ("2023-05-01", 8, "g", None, "G")]
    customers = [("A", "2023-01-01", None), ("B", "2023-01-01", "2023-12-01"), ("C", "2023-01-01", "2024-04-30"), ("D", "2023-01-01", "2024-05-01"),
                 ("E", "2023-01-01", None)]
    invoices = [("A", "2023-06-01", 20.0), ("d", "2023-06-01", 10.0), ("Z", "2023-06-01", 70.0), ("A", "2024-06-01", 500.0)]
    data = dataset(nps=(NPS, answers), customers=("customer started ended", customers), invoices=("customer date revenue", invoices))
    told = beside(kpi(data, "nps", "2023"))
    # 365 days after 1 May 2023 is 30 April 2024: C ends on that day and is gone, D ends the day after and is there.
    assert (told["promoters_retained"], told["detractors_retained"]) == (1 / 2, 1 / 2)
    assert told["revenue_covered"] == pytest.approx(0.3)


def test_answers_are_told_by_score():
    rows = [("2024-01-05", score, None, None, None) for score in (10, 10, 9, 7, 0)]
    assert {r["score"]: r["answers"] for r in grid(kpi(dataset(nps=(NPS, rows)), "nps"), "distribution")} == {
        **{str(k): 0 for k in range(11)}, "10": 2, "9": 1, "7": 1, "0": 1}


# -- retention, profitability and the ceiling --------------------------------------------------------------------------


def test_the_cohort_triangle():
    customers = [("A", "2024-01-10", None), ("B", "2024-01-20", "2024-04-30"), ("B", "2024-07-01", None), ("C", "2024-03-02", "2024-03-30")]
    data = dataset(customers=("customer started ended", customers), nps=("date score", [("2024-07-31", 9)]))
    rows = {r["started"].code: r for r in grid(kpi(data, "customer_retention", "2024-Q2"), "cohorts")}
    assert rows.keys() == {"2024-01", "2024-03"}  # B came back, it did not start in July
    first = rows["2024-01"]
    assert (first["customers"], first["after_3_months"], first["after_6_months"], first["after_9_months"]) == (2, 0.5, 1.0, None)
    assert (rows["2024-03"]["customers"], rows["2024-03"]["after_3_months"]) == (1, 0.0)


def test_margin_leaks_below_the_segments_usual_discount():
    deals = [(f"{k}", "2024-01-01", "2024-01-31", "won", 1000.0 * (1 - d), 1000.0, team, c) for k, (d, team, c) in enumerate(
        [(0.1, "North", "L"), (0.2, "North", "L"), (0.3, "South", "L"), (0.5, "South", "S"), (0.0, "South", None)])]
    customers = [("L", "2023-01-01", "Large"), ("S", "2023-01-01", "Small")]
    data = dataset(deals=("deal created closed outcome amount list_amount team customer", [*deals, (
        "free", "2024-01-01", "2024-01-31", "won", 9.0, None, "North", "L")]), customers=("customer started segment", customers),
        invoices=("customer date revenue cost", [("L", "2024-01-05", 5.0, 1.0)]))
    found = kpi(data, "customer_profitability")
    told = beside(found)
    assert told["margin_leakage"] == pytest.approx(1000 * (0.3 - 0.2))  # the others are at or above their segment's median price
    assert told["discount_depth"] == pytest.approx(1.1 / 5)
    assert {r["team"]: (r["deals"], r["discount_depth"], r["margin_leakage"]) for r in grid(found, "discounts_by_team")} == {
        "South": (3, pytest.approx(0.8 / 3), pytest.approx(100)), "North": (2, pytest.approx(0.15), pytest.approx(0, abs=1e-9))}


def test_a_refund_lowers_gross_profit_and_can_bring_a_customer_below_zero():
    rows = [("A", "2024-01-05", 1000.0, 800.0), ("A", "2024-02-05", -800.0, -100.0), ("B", "2024-01-06", 900.0, 200.0)]
    found = kpi(dataset(invoices=("customer date revenue cost", rows)), "customer_profitability")
    assert found.result.value == (-500 + 700) / 2 and beside(found)["below_zero"] == 1
    assert [r["cumulative_share"] for r in grid(found, "pareto")] == pytest.approx([3.5, 1.0])


def test_a_months_ceiling_takes_the_profit_of_a_year():
    leads = [(f"l{k}", "2024-01-01", "2024-01-02") for k in range(4)]
    deals = [("d", "2024-01-03", "2024-01-10", "won", 1.0, 0.5, "l0", "A")]
    invoices = [("A", "2023-08-01", 1500.0, 500.0), ("B", "2024-05-02", 300.0, 100.0), ("C", "2023-05-01", 9e6, 0.0)]
    data = dataset(leads=("lead created sql", leads), deals=("deal created closed outcome amount cost lead customer", deals),
                   invoices=("customer date revenue cost", invoices), nps=("date score", [("2024-05-31", 9)]))
    assert affordable.ceiling(data.view(), Period.parse("2024-05"), Options(required_return=2.0)) == pytest.approx((1000 + 200) / 2 * (1 / 4) / 2.0)
    none_mature = affordable.ceiling(data.view(), Period.parse("2023"), Options())
    assert none_mature is None  # no SQL by then


def test_open_deals_closing_later_are_open_at_the_periods_end():
    deals = [("1", "2024-01-01", "2024-01-11", "won", 100.0, "Ann"), ("2", "2024-01-05", "2024-03-01", "won", 300.0, "Ann"),
             ("3", "2024-01-30", None, "open", 50.0, "Bob"), ("4", "2024-02-10", None, "open", 70.0, "Bob")]
    told = beside(kpi(dataset(deals=("deal created closed outcome amount owner", deals)), "sales_effectiveness", "2024-01"))
    assert (told["open_deals"], told["open_pipeline"]) == (2, 350)
    assert told["stale_deals"] == 1  # deal 2: open for 26 days, the median cycle is 10
    assert told["sales_velocity"] == 2 * 1.0 * 100 / 10


# -- comparison --------------------------------------------------------------------------------------------------------


def closed(won, lost, month):
    return [(f"{month}{k}", f"2024-{month}-01", f"2024-{month}-20", "won" if k < won else "lost") for k in range(won + lost)]


@pytest.mark.parametrize("now, significant", [((50, 50), True), ((23, 77), False)])
def test_a_change_of_a_rate_is_judged_by_the_two_proportion_test(now, significant):
    deals = [*closed(20, 80, "01"), *closed(*now, "02")]
    found = kpi(dataset(deals=("deal created closed outcome", deals)), "close_rate", "2024-02", compare=Compare.PREVIOUS)
    assert found.change == pytest.approx(now[0] / 100 - 0.2) and found.significant is significant


def test_a_change_of_the_nps_is_judged():
    rows = [(f"2024-0{m}-05", 10 if k < up else 0, None, None, None) for m, up in ((1, 60), (2, 20)) for k in range(80)]
    found = kpi(dataset(nps=(NPS, rows)), "nps", "2024-02", compare=Compare.PREVIOUS)
    assert (found.change, found.significant) == (-100, True)


def test_a_change_of_profit_needs_two_customers_each():
    rows = [("A", "2024-01-05", 10.0, 1.0), ("A", "2024-02-05", 900.0, 1.0)]
    found = kpi(dataset(invoices=("customer date revenue cost", rows)), "customer_profitability", "2024-02", compare=Compare.PREVIOUS)
    assert (found.change, found.significant) == (890, None)


def test_retention_against_the_year_before():
    customers = [(f"c{k}", "2022-01-01", None if k < 50 else "2024-06-01") for k in range(100)]
    found = kpi(dataset(customers=("customer started ended", customers), nps=("date score", [("2024-12-31", 9)])), "customer_retention", "2024",
                compare=Compare.YEAR)
    assert (found.result.value, found.compared.value, found.significant) == (0.5, 1.0, True)


# -- the funnel --------------------------------------------------------------------------------------------------------


def test_the_prior_cohort_is_compared_as_it_stood_equally_long_after_its_start():
    """The data end 44 days into the second quarter: the first stands as it was on its 45th day, 14 February."""
    leads = [("a", "2024-01-05", "2024-01-20"), ("b", "2024-02-01", "2024-03-01"), ("c", "2024-03-01", None), ("now", "2024-04-02", "2024-05-15")]
    data = dataset(leads=("lead created mql", leads))
    then = funnel.compared(data, Selection(Period.parse("2024-Q2"), Compare.PREVIOUS), "cohort")
    assert {s.id: s.count for s in then.stages[1:3]} == {"leads": 2, "mql": 1}
    assert funnel.compared(data, Selection(Period.parse("2024-Q2"), Compare.NONE), "cohort") is None
    begun = funnel.compared(data, Selection(Period.parse("2024-Q2"), Compare.PREVIOUS), "period")
    assert begun.period == Period.parse("2024-01-01..2024-02-14")  # the same 45 days, never the whole quarter
    assert {s.id: s.count for s in begun.stages[1:3]} == {"leads": 2, "mql": 1}


def quarters(first, second):
    """Forty leads in each of two quarters, of which so many become MQL and are won; the data end long after."""
    leads, deals = [("end", "2024-12-31", None)], []
    for day, many in (("2024-01-10", first), ("2024-04-10", second)):
        for k in range(40):
            leads.append((f"{day}{k}", day, day if k < many else None))
            if k < many:
                deals.append((f"{day}{k}", day, day, "won", f"{day}{k}"))
    return dataset(leads=("lead created mql", leads), deals=("deal created closed outcome lead", deals))


def test_the_bottleneck_is_held_against_its_own_best_quarter():
    found = funnels(quarters(32, 16), "2024-Q2", "cohort")
    assert (found.bottleneck.stage, found.bottleneck.rate, found.bottleneck.best_rate) == ("mql", 0.4, 0.8)
    assert found.bottleneck.more_won == pytest.approx(16 * (0.8 / 0.4 - 1))
    chart = pictures.funnel(found)
    assert chart.highlight == 2 and str(chart.mark) == "bottleneck"
    assert "step to MQL: 40.0 %, the quarter Q1 2024: 80.0 % at best; mended it would win about 16 more" in say(chart.description).replace("\u00a0", " ")


def test_nothing_better_is_no_bottleneck():
    found = funnels(quarters(16, 16), "2024-Q2", "cohort")
    assert found.bottleneck is None and pictures.funnel(found).highlight is None
    assert str(pictures.funnel(found).description) == "From 40 Leads to 16 Won."
    assert str(pictures.funnel(funnels(dataset(), "2024", "period")).description) == "There is no data in the period."


def test_a_young_cohorts_chart_adds_what_is_expected_at_maturity():
    start, leads = date(2024, 1, 1), []
    for k in range(60):
        leads.append((f"o{k}", start, start + timedelta(days=20) if k % 2 else None))
    leads += [(f"y{k}", date(2024, 5, 20), None) for k in range(40)] + [("last", date(2024, 5, 25), date(2024, 6, 1))]
    found = funnels(dataset(leads=("lead created mql", leads)), "2024", "cohort")
    mql = found.stages[2]
    chart = pictures.funnel(found)
    assert chart.series[1].values[2] == pytest.approx(101 * mql.expected_rate) and chart.series[1].values[1] is None
    assert str(chart.notes[2]) == (f"{100 * 31 / 101:.1f} % still maturing, {100 * mql.expected_rate:.1f} % expected "
                                   f"({100 * mql.expected_low:.1f} % to {100 * mql.expected_high:.1f} %) · median 20 days")


def test_what_the_funnel_cannot_do_is_said():
    leads = ("lead created channel", [(str(k), "2024-01-05", f"c{k}") for k in range(201)])
    found = funnels(dataset(leads=leads), "2024", "cohort", "channel")
    assert len(found.members) == 200 and any("200 largest" in str(w) for w in found.warnings)
    assert any("cannot be split" in str(w) for w in funnels(dataset(leads=leads), "2024", "period", "manager").warnings)
    for mode in ("cohort", "period"):
        refused = funnels(dataset(leads=leads), "2024", mode, filters=[Filter("manager", "Eve")])
        assert {s.count for s in refused.stages[1:]} == {None} and any("cannot be filtered" in str(w) for w in refused.warnings)
    loose = funnels(dataset(leads=leads, deals=("deal created closed outcome", [("1", "2024-01-05", "2024-01-06", "won")])), "2024", "cohort")
    assert any("No deal names its lead" in str(w) for w in loose.warnings)


def test_the_funnel_by_channel_has_its_visitors():
    data = dataset([("2024-01-05", "Paid", 1), ("2024-01-06", "Paid", 2), ("2024-01-06", "SEO", 1)], ("Paid", "SEO"),
                   leads=("lead created channel", [("a", "2024-01-05", "Paid")]))
    found = funnels(data, "2024", "period", "channel")
    assert found.stages[0].count == 2 and {m.member: [s.count for s in m.stages[:2]] for m in found.members} == {"Paid": [2, 1]}


# -- odds and ends -----------------------------------------------------------------------------------------------------


def test_the_data_begin_with_their_first_day():
    data = dataset([("2024-01-05", "Paid", 1)], ("Paid",), spend=("date amount", [("2023-11-30", 5.0)]), leads=("lead created", [("a", "2024-01-05")]))
    assert day_of(data.first_day) == date(2023, 11, 30) and day_of(data.today) == date(2024, 1, 5)


def test_a_cost_of_many_days_counts_by_its_days_and_a_leap_day_is_a_day():
    data = dataset(spend=("amount from to", [(2900.0, "2024-02-01", "2024-02-29")]), leads=("lead created", [("a", "2024-02-01"), ("b", "2024-03-05")]))
    assert spend.total(data.view(), Period.parse("2024-02-29..2024-02-29")) == 100
    assert spend.total(data.view(), Period.parse("2024-03")) == 0


def test_evenly_without_leads_is_evenly_over_what_was_paid_for():
    data = dataset(spend=("date amount channel", [("2024-01-05", 10.0, "A"), ("2024-01-05", 30.0, "B"), ("2024-01-05", 4.0, None)]),
                   leads=("lead created channel", [("a", "2023-01-01", "C")]))
    found = spend.allocate(data.view(), Period.parse("2024"), "channel", Driver.EVEN)
    assert dict(zip(found.members, found.loaded, strict=True)) == {"B": 32.0, "A": 12.0}
