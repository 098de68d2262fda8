"""What the detail of a KPI shows besides its headline, by hand: the first members and the others, small tables in their form, provenance."""

from datetime import date, timedelta

import numpy as np
import pytest

from kpi_desktop.metrics import provenance
from kpi_desktop.metrics.grid_pictures import picture
from kpi_desktop.metrics.kpis.profitability import curve
from kpi_desktop.metrics.parts import parts
from kpi_desktop.metrics.result import Result
from kpi_desktop.metrics.rows import LeftOut, Rows
from kpi_desktop.metrics.stats import wilson
from kpi_desktop.model.problem import Text
from kpi_desktop.model.selection import Driver, Filter, Options, Period, Selection
from tests.metrics.plain import beside, dataset, grid, kpi


def found(state, key):
    return next(g for g in state.result.grids if g.key == key)


# -- the first members, the others, the total --------------------------------------------------------------------------


def closed(channel, won, lost):
    return [(f"{channel}{k}", "2024-01-01", "2024-01-20", "won" if k < won else "lost", channel, f"Rep {channel}") for k in range(won + lost)]


DEALS = ("deal created closed outcome channel owner", [row for k in range(13) for row in closed(f"c{k:02}", 13 - k, k)])


def test_the_others_are_sum_over_sum():
    """Thirteen channels of 13 deals: c10, c11 and c12 won 3 + 2 + 1 of 39."""
    state = kpi(dataset(deals=DEALS), "close_rate", "2024-01", by="channel")
    shown = parts(state, "channel")
    assert [m.member for m in shown.first] == [f"c{k:02}" for k in range(10)] and shown.rest == 3 and shown.note is None
    assert (shown.other.value, shown.other.numerator, shown.other.denominator, shown.other.n) == (6 / 39, 6, 39, 39)
    assert (shown.other.low, shown.other.high) == wilson(6, 39)
    assert shown.total.value == state.result.value == sum(range(1, 14)) / 169


def test_an_additive_count_has_others_too():
    leads = [(f"l{k}", "2024-01-02", "2024-01-03", f"c{k % 12:02}") for k in range(30)]
    shown = parts(kpi(dataset(leads=("lead created mql channel", leads)), "mqls", "2024-01", by="channel"), "channel")
    assert (shown.other.value, shown.rest, shown.total.value) == (4, 2, 30)


def test_twelve_members_or_salespeople_are_listed_whole():
    eleven = [row for row in DEALS[1] if row[4] <= "c10"]
    assert len(parts(kpi(dataset(deals=(DEALS[0], eleven)), "close_rate", "2024-01", by="channel"), "channel").first) == 11
    shown = parts(kpi(dataset(deals=DEALS), "close_rate", "2024-01", by="owner"), "owner")
    assert len(shown.first) == 13 and shown.other is None and shown.rest == 0


def test_people_who_count_twice_have_no_others_and_it_is_said():
    visits = [("2024-01-01", f"c{k:02}", 1) for k in range(13)]
    shown = parts(kpi(dataset(visits, [f"c{k:02}" for k in range(13)]), "unique_visitors", "2024-01", by="channel"), "channel")
    assert shown.other is None and shown.rest == 3 and shown.total.value == 1 and "do not add up" in str(shown.note)


# -- small tables in their form ----------------------------------------------------------------------------------------


def test_the_triangle_has_every_month_and_comes_back_by_purchase_too():
    customers = [("A", "2024-01-10", None), ("B", "2024-01-20", "2024-04-30"), ("C", "2024-03-02", "2024-03-30")]
    data = dataset(customers=("customer started ended", customers), nps=("date score", [("2024-07-31", 9)]))
    state = kpi(data, "customer_retention", "2024-Q2")
    assert [r for r in grid(state, "cohorts") if r["started"].code == "2024-01"][0] | {} == {
        "started": Period.parse("2024-01"), "customers": 2, **{f"after_{m}_months": (1.0 if m < 3 else 0.5) if m <= 6 else None for m in range(1, 25)}}
    chart = picture(found(state, "cohorts"), "EUR")
    assert chart.kind == "heat" and [s.label for s in chart.series] == ["1", "2", "3", "4", "5", "6"] and chart.notes == ("2", "1")
    assert chart.series[3].values == (0.5, 0.0)

    bought = [("A", "2024-01-05", 1.0), ("A", "2024-02-04", 1.0), ("A", "2024-03-05", 1.0), ("B", "2024-01-31", 1.0), ("Z", "2024-04-30", 1.0)]
    state = kpi(dataset(invoices=("customer date revenue", bought)), "customer_retention", "2024-Q1", retention_gap_days=30)
    row = next(r for r in grid(state, "cohorts") if r["started"].code == "2024-01")
    # on 29 February A bought within 30 days, B 29 days ago; on 31 March A 26 days ago, B not; on 30 April neither.
    assert (row["customers"], row["after_1_months"], row["after_2_months"], row["after_3_months"]) == (2, 1.0, 0.5, 0.0)
    assert beside(state)["purchase_gap_days"] == 30 and beside(state)["purchase_gap_proposed"] == 30


def test_lost_customers_are_named_with_their_last_day():
    customers = [("A", "2023-01-10", None), ("B", "2023-01-20", "2024-04-30"), ("C", "2023-03-02", "2024-05-30"), ("C", "2023-01-02", "2023-02-28")]
    data = dataset(customers=("customer started ended", customers), nps=("date score", [("2024-07-31", 9)]))
    lost = found(kpi(data, "customer_retention", "2024-Q2"), "lost")
    assert lost.rows == (("C", date(2024, 5, 30)), ("B", date(2024, 4, 30))) and len(lost.behind[0].ids) == 3


@pytest.mark.parametrize("n, places", [(10, 10), (1000, 200), (1, 1)])
def test_the_pareto_curve_sums_evenly_over_all_customers(n, places):
    """Profits n, n-1 ... 1: the first k bring k x (2n - k + 1) / (n (n + 1))."""
    form = curve(np.cumsum(np.arange(n, 0, -1.0)), str)
    assert len(form.points) == places and form.points[-1][1] == 1.0
    for k, (name, share) in enumerate(form.points, 1):
        first = k * n // places
        assert int(name) == first - 1 and share == pytest.approx(first * (2 * n - first + 1) / (n * (n + 1)))
    first = max(1, n // 5)
    assert dict(form.mark.values)["share"].fraction == pytest.approx(first * (2 * n - first + 1) / (n * (n + 1)))


def test_customers_below_zero_are_named_the_dearest_first():
    rows = [("A", "2024-01-05", 1000.0, 200.0), ("B", "2024-01-06", 100.0, 150.0), ("C", "2024-01-06", 100.0, 300.0)]
    state = kpi(dataset(invoices=("customer date revenue cost", rows)), "customer_profitability")
    below = found(state, "customers_below_zero")
    assert below.rows == (("C", 100.0, -200.0), ("B", 100.0, -50.0)) and len(below.behind[0].ids) == 2
    assert picture(found(state, "pareto"), "EUR").series[0].values == pytest.approx((800 / 550, 750 / 550, 1.0))


def test_without_a_profit_there_is_no_curve():
    state = kpi(dataset(invoices=("customer date revenue cost", [("A", "2024-01-05", 1.0, 9.0)])), "customer_profitability")
    assert picture(found(state, "pareto"), "EUR") is None


def test_the_distribution_is_coloured_by_camp():
    rows = [("2024-01-05", score) for score in (10, 10, 9, 7, 0)]
    chart = picture(found(kpi(dataset(nps=("date score", rows)), "nps"), "distribution"), "EUR")
    assert chart.kind == "columns" and chart.labels == tuple(map(str, range(11)))
    assert chart.series[0].values == (1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 2)
    assert chart.roles == ("worse",) * 7 + ("comparison",) * 2 + ("better",) * 2


def test_what_has_no_form_has_no_picture():
    state = kpi(dataset(deals=DEALS), "close_rate", "2024-01")
    assert picture(found(state, "by_source"), "EUR") is None


# -- SQLs, velocity, allocation ----------------------------------------------------------------------------------------


def test_sqls_that_wait_are_listed_by_their_age():
    leads = [("a", "2024-01-01", "2024-01-05", "Acme"), ("b", "2024-01-01", "2024-03-01", "Bolt"), ("c", "2024-01-01", "2024-03-29", "Cork"),
             ("d", "2024-01-01", "2024-02-01", "Dorn")]
    deals = [("1", "2024-02-02", "2024-03-31", "won", "d")]
    state = kpi(dataset(leads=("lead created sql company", leads), deals=("deal created closed outcome lead", deals)), "sqls", "2024-Q1")
    assert [r["sqls"] for r in grid(state, "waiting_by_age")] == [1, 1, 1, 0]  # 2, 30 and 86 days on 31 March
    assert found(state, "waiting_list").rows == (("Acme", date(2024, 1, 5), 86), ("Bolt", date(2024, 3, 1), 30), ("Cork", date(2024, 3, 29), 2))


def test_velocity_tells_its_four_factors():
    """The definition's 50 x 0.30 x 100,000 / 60: 3 won of 10, 60 days each, 50 open."""
    start, end = date(2024, 1, 1), date(2024, 3, 1)
    deals = [(f"w{k}", start, end, "won" if k < 3 else "lost", 100_000.0, "Ann") for k in range(10)]
    deals += [(f"o{k}", end - timedelta(days=5), None, "open", 1.0, "Ann") for k in range(50)]
    state = kpi(dataset(deals=("deal created closed outcome amount owner", deals)), "sales_effectiveness", "2024-Q1")
    how = next(b.how for b in state.result.beside if b.key == "sales_velocity")
    assert str(how) == ("50 open deals × 30.0 % win rate × 100,000.00 EUR average won deal / 60.0 days median cycle = 25,000.00 EUR a day")


SPENT = {"leads": ("lead created mql sql channel", [(f"p{k}", "2024-01-02", None, "2024-01-09" if k < 2 else None, "Paid") for k in range(6)]
                   + [(f"s{k}", "2024-01-02", None, "2024-01-09", "SEO") for k in range(2)]),
         "spend": ("date amount channel kind", [("2024-01-05", 400.0, "Paid", None), ("2024-01-05", 100.0, "SEO", None), ("2024-01-05", 90.0, "TV", None),
                                                ("2024-01-05", 80.0, None, "shared")])}


def test_another_driver_tells_what_it_changes():
    """80 shared: by leads 60 to Paid and 20 to SEO, by SQLs 40 each; so 10 less and 10 more for each of their two SQLs."""
    usual = kpi(dataset(**SPENT), "cost_per_sql", "2024-01", by="channel")
    assert [m.details["against_default"] for m in usual.breakdown] == [None] * 3
    state = kpi(dataset(**SPENT), "cost_per_sql", "2024-01", by="channel", driver=Driver.SQLS)
    told = {m.member: (m.value, m.details["direct_cost_per_sql"], m.details["against_default"]) for m in state.breakdown}
    assert told == {"Paid": (220, 200, -10), "SEO": (70, 50, 10), "TV": (None, None, None)}
    assert any("the ranking stays" in str(w) for w in state.result.warnings)


def test_spend_without_a_sql_says_so_in_its_row():
    state = kpi(dataset(**SPENT), "cost_per_sql", "2024-01", by="channel")
    notes = {m.member: str(m.note or "") for m in state.breakdown}
    assert notes == {"Paid": "", "SEO": "", "TV": "no SQL for 90.00 EUR, at least 24.40 EUR each"}  # 90 / 3.689
    assert [str(r["note"] or "") for r in grid(state, "by_channel")] == [notes[r["channel"]] for r in grid(state, "by_channel")]
    left = kpi(dataset(**SPENT), "cost_per_sql", "2024-01", by="channel", driver=Driver.NONE).breakdown[-1]
    assert (left.member, left.numerator, str(left.note)) == ("(shared)", 80, "shared cost that is not spread")


# -- what is looked at, and where it comes from --------------------------------------------------------------------------


def test_a_selection_is_narrowed_and_set():
    selection = Selection(Period.parse("2024"), filters=(Filter("channel", "Paid"), Filter("country", "DE")))
    assert selection.narrowed(Filter("channel", "SEO")).filters == (Filter("country", "DE"), Filter("channel", "SEO"))
    assert selection.with_option("lag_days", 30).options == Options(lag_days=30)
    assert selection.with_option("lag_days", 30).with_option("lag_days", None) == selection


def test_coverage_is_of_rows_where_the_kpi_says_nothing_else():
    rows = lambda n: Rows("leads", np.arange(n))  # noqa: E731  one line, used thrice
    assert str(provenance.coverage(Result(1.0, used=(rows(9),), left_out=(LeftOut(Text("why"), rows(3)),)))) == "covers 75.0 % of rows"
    assert str(provenance.coverage(Result(1.0, used=(rows(9),)))) == "covers all rows"
    assert provenance.coverage(Result(None, used=(rows(9),))) is None and provenance.coverage(Result(0.0)) is None
    assert [str(t) for t in provenance.left_out(Result(1.0, left_out=(LeftOut(Text("why"), rows(3)), LeftOut(Text("no"), rows(0)))))] == [
        "3 row(s) left out: why"]
