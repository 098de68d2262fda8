"""Where the data cannot answer, a figure says so ("no data" is None, never 0), and what was left out or assumed is said in words."""

import pytest

from kpi_desktop.metrics import funnel, registry
from kpi_desktop.model.selection import Compare, Filter, Options, Period, Selection
from tests.metrics.plain import beside, dataset, grid, kpi, parts
from tests.metrics.test_kpis import ATTENDANCE, DEALS, EVENTS, INVOICES, LEADS, SPEND

ALL = {"leads": LEADS, "deals": DEALS, "events": EVENTS, "attendance": ATTENDANCE, "spend": SPEND, "invoices": INVOICES,
       "customers": ("customer started ended mrr", [("A", "2023-05-01", None, 100.0), ("B", "2023-06-01", "2024-06-01", 50.0)]),
       "nps": ("date score customer owner respondent", [("2024-01-05", 10, "A", "Ann", "r1"), ("2024-02-05", 3, "B", "Bob", "r2")])}
IDS = [k.id for k in registry.KPIS]


def said(state):
    return " | ".join(map(str, state.result.warnings))


def stage(data, name, period, mode="period"):
    return next(s for s in funnel.compute(data, Selection(Period.parse(period), Compare.NONE), mode).stages if s.id == name)


@pytest.mark.parametrize("period", ["1999", "2060"])
@pytest.mark.parametrize("kpi_id", IDS)
def test_a_period_outside_the_data_is_no_data_and_not_zero(kpi_id, period):
    found = kpi(dataset([("2024-01-01", "Paid", 1)], ("Paid",), **ALL), kpi_id, period)
    assert found.missing is None
    assert (found.result.value, found.result.low, found.result.high) == (None, None, None)
    assert all(p.value is None for p in found.trend)


@pytest.mark.parametrize("kpi_id", IDS)
def test_a_figure_needs_its_own_table(kpi_id):
    """Each KPI with every table but those it is made of names what to import."""
    needed = {need.table for group in registry.KPIS[IDS.index(kpi_id)].needs for need in group}
    found = kpi(dataset(**{t: rows for t, rows in ALL.items() if t not in needed}), kpi_id)
    assert found.result.value is None and str(found.missing).startswith("Import")


def test_a_column_without_a_single_value_is_asked_for():
    leads = ("lead created mql sql", [("a", "2024-01-02", None, None)])
    assert "“Became MQL”" in str(kpi(dataset(leads=leads), "mqls").missing)
    assert "“Became SQL”" in str(kpi(dataset(leads=leads, spend=SPEND), "cost_per_sql").missing)


def test_a_month_without_mqls_is_a_zero_on_every_screen():
    data = dataset(leads=("lead created mql sql", [("a", "2024-01-02", "2024-02-05", "2024-03-01")]))
    assert kpi(data, "mqls", "2024-01").result.value == 0
    assert stage(data, "mql", "2024-01").count == 0
    assert stage(data, "deals", "2024-01").count is None


def test_no_deal_won_yet_is_a_zero_in_the_funnel_of_the_period():
    deals = ("deal created closed outcome", [("1", "2024-01-05", "2024-03-20", "won"), ("2", "2024-01-05", "2024-03-21", "lost")])
    assert stage(dataset(leads=LEADS, deals=deals), "won", "2024-01").count == 0
    only_open = ("deal created closed outcome", [("1", "2024-01-05", "2024-03-20", "open")])
    assert stage(dataset(leads=LEADS, deals=only_open), "won", "2024-Q1").count is None


# -- how far the data reach --------------------------------------------------------------------------------------------


def test_contracts_alone_are_enough_for_retention():
    customers = ("customer started ended", [("A", "2023-05-01", None), ("B", "2023-06-01", "2023-12-01"), ("C", "2024-02-01", None)])
    found = kpi(dataset(customers=customers), "customer_retention", "2023-Q4")
    assert (found.result.numerator, found.result.denominator) == (1, 2)


def test_an_attended_event_carries_today_to_its_date():
    events = ("event date format", [("W1", "2024-05-20", "online"), ("W9", "2024-12-01", "online")])
    attendance = ("event person attended target", [("W1", "p1", "yes", "yes"), ("W9", "p1", None, "yes")])
    data = dataset(events=events, attendance=attendance, leads=LEADS)
    assert kpi(data, "target_attendance", "2024-05-15..2024-05-31").result.value == 1
    assert kpi(data, "target_attendance", "2024-12").result.value is None


def test_a_period_that_has_not_ended_is_said():
    data = dataset(leads=LEADS, customers=ALL["customers"])
    assert "has not ended" in said(kpi(data, "mqls", "2024-03", compare=Compare.PREVIOUS))
    assert "has not ended" not in said(kpi(data, "mqls", "2024-02", compare=Compare.PREVIOUS))
    assert "counted on 2024-03-01, the last day in the data" in said(kpi(data, "customer_retention", "2024"))


# -- each KPI ----------------------------------------------------------------------------------------------------------


def test_visitors_of_a_dimension_that_visits_do_not_carry():
    data = dataset([("2024-01-01", "Paid", 1)], ("Paid",), leads=("lead created country", [("a", "2024-01-01", "DE")]))
    found = kpi(data, "unique_visitors", filters=[Filter("country", "DE")])
    assert found.result.value is None and "cannot be filtered by Country" in said(found)


def test_attendance_without_a_known_fit():
    found = kpi(dataset(events=EVENTS, attendance=("event person attended target", [("W1", "p1", "yes", None), ("F1", "p2", "no", "yes")])),
                "target_attendance")
    assert found.result.value == 0 and beside(found)["unknown_target"] == 1
    assert beside(found)["target_share"] is None


def test_an_events_return_is_unknown_without_deals():
    found = kpi(dataset(events=EVENTS, attendance=ATTENDANCE, leads=("lead created event", [("a", "2024-02-20", "F1")])), "target_attendance", "2024-02")
    assert {r["roi"] for r in grid(found, "events")} == {None}
    deals = ("deal created closed outcome amount cost lead", [("1", "2024-02-21", "2024-02-25", "won", 2700.0, 900.0, "a")])
    found = kpi(dataset(events=EVENTS, attendance=ATTENDANCE, leads=("lead created event", [("a", "2024-02-20", "F1")]), deals=deals), "target_attendance")
    assert {r["name"]: r["roi"] for r in grid(found, "events")} == {"Fair": (1800 - 900) / 900, "Web": -1.0, "Later": None}


def test_spend_without_a_sql_says_at_least():
    leads = ("lead created sql", [("a", "2024-01-02", "2024-03-01"), ("b", "2024-02-01", None)])
    found = kpi(dataset(leads=leads, spend=("date amount", [("2024-01-05", 12_300.0)])), "cost_per_sql", "2024-01")
    assert (found.result.value, found.result.denominator) == (None, 0)
    assert found.result.low == pytest.approx(12_300 / 3.688879454)  # -ln(0.025): the exact Poisson upper end of 0
    assert "no SQL for 12,300.00 EUR, at least 3,334" in str(found.result.note)


def test_a_deal_of_unknown_cost_leaves_romi_open_and_no_deal_won_is_a_full_loss():
    found = kpi(dataset(leads=LEADS, deals=(DEALS[0], [*DEALS[1], ("5", "2024-01-10", "2024-02-10", "won", 10.0, None, None, None, None, None, None)]),
                        spend=SPEND), "cost_per_sql", "2024")
    assert beside(found)["romi"] is None and "ROMI needs the cost of every won deal" in said(found)
    assert beside(kpi(dataset(leads=LEADS, deals=DEALS, spend=SPEND), "cost_per_sql", "2024-01"))["romi"] == -1
    assert beside(kpi(dataset(leads=LEADS, spend=SPEND), "cost_per_sql", "2024-01"))["romi"] is None


@pytest.mark.parametrize("driver, words", [("sqls", "adds the same amount"), ("spend", "multiplies every member alike"), ("leads", "")])
def test_drivers_that_cannot_change_the_ranking_say_so(driver, words):
    from kpi_desktop.model.selection import Driver

    warnings = said(kpi(dataset(leads=LEADS, spend=SPEND), "cost_per_sql", driver=Driver(driver)))
    assert words in warnings and bool(words) == ("ranking" in warnings)


def test_sales_without_salespeople_have_revenue_and_no_figure():
    deals = ("deal created closed outcome amount", [("1", "2024-01-05", "2024-03-20", "won", 70.0)])
    found = kpi(dataset(deals=deals), "sales_effectiveness")
    assert (found.result.value, found.result.numerator) == (None, 70)
    assert "1 won deal(s) name no salesperson" in said(found)
    filtered = kpi(dataset(leads=LEADS, deals=DEALS), "sales_effectiveness", filters=[Filter("channel", "Paid")])
    assert (filtered.result.numerator, filtered.result.denominator) == (1000, 4)
    assert "All active salespeople are counted" in said(filtered)


def test_a_quota_that_ended_the_day_before_counts_nothing():
    reps = ("rep quota from to", [("Ann", 500.0, None, "2023-12-31"), ("Ann", 100.0, "2024-01-01", "2024-12-31")])
    found = kpi(dataset(deals=DEALS, reps=reps), "sales_effectiveness")
    assert beside(found)["quota"] == 100 and beside(found)["quota_attainment"] == 10


def test_profit_without_a_single_cost_is_no_data_with_the_rows_left_out():
    found = kpi(dataset(invoices=(INVOICES[0], [*INVOICES[1], ("D", "2024-05-01", 1.0, None)])), "customer_profitability", "2024-05")
    assert found.result.value is None
    assert [(str(x.reason), len(x.rows.ids)) for x in found.result.left_out] == [("the customer has rows without a cost", 1)]
    unnamed = (DEALS[0], [*DEALS[1], ("5", "2024-03-10", "2024-03-21", "won", 10.0, 5.0, None, None, None, None, None)])
    found = kpi(dataset(deals=unnamed), "customer_profitability", "2024-03")
    assert [str(x.reason) for x in found.result.left_out] == ["no customer is named"]
    assert "From won deals: there are no invoices." in said(found) and "fewer than 30" in said(found)


def test_retention_by_purchase_needs_somebody_who_came_back():
    once = ("customer date revenue", [("A", "2024-01-05", 1.0), ("B", "2024-02-05", 1.0)])
    assert kpi(dataset(invoices=once), "customer_retention", "2024-01").result.value is None
    found = kpi(dataset(invoices=once), "customer_retention", "2024-01-05..2024-02-05", retention_gap_days=20)
    assert (found.result.numerator, found.result.denominator) == (0, 1)
    assert "bought in the last 20 days" in said(found)


def test_nobody_active_on_the_first_day_is_no_rate():
    found = kpi(dataset(**ALL), "customer_retention", "2023-05-01..2023-05-31").result
    assert (found.value, found.denominator) == (1, 1)
    earlier = kpi(dataset(**ALL), "customer_retention", "2023-04-20..2023-05-31").result
    assert (earlier.value, earlier.denominator) == (None, 0)


def test_no_answer_in_the_period_is_no_nps():
    data = dataset(nps=("date score", [("2024-01-05", 9), ("2024-03-05", 9)]))
    assert (kpi(data, "nps", "2024-02").result.value, kpi(data, "nps", "2024-02").result.n) == (None, 0)
    assert kpi(data, "nps", "2024-01").result.value == 100 and "fewer than 30" in said(kpi(data, "nps", "2024-01"))


def test_deals_all_open_have_no_close_rate_and_closed_ones_without_a_date_are_left_out():
    deals = ("deal created closed outcome", [("1", "2024-01-05", "2024-03-20", "open"), ("2", "2024-01-06", None, "won")])
    found = kpi(dataset(deals=deals), "close_rate")
    assert (found.result.value, found.result.denominator) == (None, 0)
    assert [(str(x.reason), list(x.rows.ids)) for x in found.result.left_out] == [("closed without a closing date", [2])]


def test_lost_deals_without_amounts_make_no_close_rate_by_value():
    deals = ("deal created closed outcome amount loss_reason", [("1", "2024-01-05", "2024-03-20", "won", 10.0, None),
                                                                ("2", "2024-01-06", "2024-03-20", "lost", None, "price")])
    found = kpi(dataset(deals=deals), "close_rate")
    assert "by_value" not in beside(found) and found.result.value == 0.5
    assert grid(found, "loss_reasons") == [{"reason": "price", "deals": 1, "share": 1.0, "amount": 0.0}]


@pytest.mark.parametrize("kpi_id, dimension", [("customer_retention", "country"), ("nps", "channel"), ("customer_profitability", "country"),
                                               ("mqls", "manager"), ("close_rate", "manager_of_nobody"), ("target_attendance", "manager")])
def test_a_filter_that_the_rows_do_not_carry_gives_no_figure_but_a_sentence(kpi_id, dimension):
    found = kpi(dataset(**ALL), kpi_id, filters=[Filter(dimension, "x")])
    assert found.result.value is None
    assert "cannot be filtered by" in said(found)


def test_cards_carry_only_headlines():
    data = dataset([("2024-01-01", "Paid", 1)], ("Paid",), **ALL)
    chosen = Selection(Period.parse("2024"), Compare.NONE, "channel", options=Options())
    full, light = (registry.compute(data, chosen, trend=False, full=f) for f in (True, False))
    for a, b in zip(full.kpis, light.kpis, strict=True):
        assert (a.result.value, a.result.low, a.result.high, a.result.note) == (b.result.value, b.result.low, b.result.high, b.result.note)
        assert a.result.beside and not b.result.beside
        assert a.result.details.keys() >= {x.key for x in a.result.beside}
    assert full.state("nps") is full.kpis[8]
    with pytest.raises(KeyError):
        full.state("unknown")


def test_trends_end_with_the_headline():
    data = dataset([("2024-01-01", "Paid", 1), ("2024-02-01", "Paid", 2)], ("Paid",), **ALL)
    for found in registry.compute(data, Selection(Period.parse("2024-02"), Compare.NONE)).kpis:
        assert len(found.trend) == 12
        assert found.trend[-1].value == found.result.value
        assert found.trend[-2].value == kpi(data, found.kpi.id, "2024-01").result.value


def test_parts_of_nothing_are_no_parts():
    data = dataset(**ALL)
    assert parts(kpi(data, "mqls", "1999", by="channel")) == {}
    assert parts(kpi(data, "customer_retention", "1999", by="segment")) == {}
    assert parts(kpi(data, "customer_profitability", "1999", by="segment")) == {}
    assert kpi(data, "close_rate", by="loss_reason").breakdown == ()


def test_unknown_spend_is_not_spread_as_zero():
    """A SQL dated before the first cost: its cost is unknown, not 0."""
    data = dataset(leads=("lead created sql channel", [("a", "2023-05-01", "2023-06-01", "Paid"), ("b", "2024-02-01", "2024-02-02", "Paid")]),
                   spend=("date amount channel", [("2024-02-01", 10.0, "Paid")]))
    assert kpi(data, "cost_per_sql", "2023", by="channel").result.value is None
    assert kpi(data, "cost_per_sql", "2023", by="channel").breakdown == ()


def test_money_given_back_is_compared_without_a_test():
    data = dataset(leads=LEADS, spend=("date amount", [("2024-01-05", -10.0), ("2024-02-05", 300.0)]))
    found = kpi(data, "cost_per_sql", "2024-02", compare=Compare.PREVIOUS)
    assert (found.result.value, found.compared.value) == (150, -10) and found.significant is None
    assert (found.compared.low, found.compared.high) == (None, None)
