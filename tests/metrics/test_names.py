"""Filters, merged names and names in another case: whose rows they take."""

import pytest

from kpi_desktop.metrics import spend
from kpi_desktop.metrics.written import from_plain
from kpi_desktop.model.decisions import Merge
from kpi_desktop.model.selection import Driver, Filter, Period
from tests.metrics.plain import dataset, kpi, parts
from tests.metrics.test_dataset import LEADS as FRAME

LEADS = ("lead created mql channel country", [
    ("1", "2024-01-02", "2024-01-03", "Paid", "DE"), ("2", "2024-01-02", "2024-01-03", " PAID", "AT"), ("3", "2024-01-02", "2024-01-03", "SEO", "DE"),
    ("4", "2024-01-02", "2024-01-03", None, "AT"), ("5", "2024-01-02", "2024-01-03", None, None)])
YEAR = Period.parse("2024")


@pytest.mark.parametrize("member, count", [("paid", 2), (" Paid ", 2), ("", 2), ("nobody", 0)])
def test_a_filter_takes_its_own_rows_alone(member, count):
    """A name that the data never hold passes nothing: not the rows without a name."""
    data = dataset([("2024-01-01", "Paid", 1), ("2024-01-01", "Paid", 2), ("2024-01-01", None, 3), ("2024-01-01", None, 4)], ("Paid",), leads=LEADS)
    filters = [Filter("channel", member)]
    assert kpi(data, "mqls", filters=filters).result.value == count
    assert kpi(data, "unique_visitors", filters=filters).result.value == count


def test_filters_on_unknown_names_carry_no_spend():
    data = dataset(leads=LEADS, spend=("date amount", [("2024-01-05", 50.0)]))
    assert spend.total(data.view([Filter("channel", "nobody")]), YEAR) == 0
    assert spend.total(data.view([Filter("channel", "")]), YEAR) == 20
    assert spend.total(data.view([Filter("channel", "Paid"), Filter("channel", "SEO")]), YEAR) == 0


@pytest.mark.parametrize("channel", ["Online", "online ", "Paid"])
def test_a_channel_called_like_a_format_takes_no_rows_from_it(channel):
    leads = [("a", "2024-01-05", "2024-01-06", "W1", channel), ("b", "2024-01-05", "2024-01-06", "F1", channel)]
    events = [("W1", "2024-01-04", "online", 70.0), ("F1", "2024-01-04", "offline", 30.0)]
    data = dataset(names=(channel,), leads=("lead created sql event channel", leads), events=("event date format cost", events))
    for asked, cost in (("online", 70), (" ONLINE", 70), ("offline", 30)):
        found = kpi(data, "cost_per_sql", filters=[Filter("format", asked)])
        assert (found.result.numerator, found.result.denominator) == (cost, 1)
    assert parts(kpi(data, "sqls", by="format")) == {"online": 1, "offline": 1}
    assert channels(data, Filter("channel", channel)) == {channel: 2}
    assert channels(data, Filter("format", "hybrid")) == {}


def merged(*merges):
    return from_plain({"leads": FRAME}, merges=merges)


def channels(data, *filters):
    view = data.view(filters)
    return {name: len(rows) for name, rows in view.split("leads", "channel", view.all("leads"))}


def test_names_merge_into_one_that_no_row_holds():
    data = merged(Merge("channel", "paid", "Paid search"), Merge("channel", "SEO", "Paid search"))
    assert channels(data) == {"Paid search": 3}
    assert channels(data, Filter("channel", "SEO")) == {"Paid search": 3}


@pytest.mark.parametrize("order", [1, -1])
def test_merges_chain_in_any_order(order):
    chain = [Merge("channel", "Paid", "SEO"), Merge("channel", "SEO", "All")][::order]
    assert channels(merged(*chain)) == {"All": 3}


def test_a_merge_is_of_its_dimension_alone_and_never_into_nothing():
    assert channels(merged(Merge("campaign", "Paid", "SEO"))) == {"Paid": 2, "SEO": 1}
    assert channels(merged(Merge("channel", "Paid", " "))) == {"Paid": 2, "SEO": 1}


# -- a filter and a breakdown together ---------------------------------------------------------------------------------


@pytest.mark.parametrize("driver", list(Driver))
def test_under_a_filter_the_parts_sum_to_the_filtered_total(driver):
    """What the channel spent on days without leads of its own, and its part of the shared cost, stays with the channel."""
    data = dataset(leads=(LEADS[0], LEADS[1][2:]), spend=("date amount channel", [("2024-01-05", 100.0, "Paid"), ("2024-01-05", 40.01, "SEO"),
                                                                               ("2024-01-05", 33.0, None)]))
    for channel in ("Paid", "SEO", ""):
        view = data.view([Filter("channel", channel)])
        found = spend.allocate(view, YEAR, "country", driver)
        assert sum(found.loaded) + found.left == pytest.approx(spend.total(view, YEAR, driver), abs=1e-9)
    assert spend.allocate(data.view([Filter("channel", "Paid")]), YEAR, "country").left == 100.0


def test_evenly_is_evenly_among_the_members_shown():
    data = dataset(leads=LEADS, spend=("date amount", [("2024-01-05", 60.0)]))
    whole = spend.allocate(data.view(), YEAR, "channel", Driver.EVEN)
    assert dict(zip(whole.members, whole.loaded, strict=True)) == {"Paid": 20.0, "SEO": 20.0, "": 20.0}
    paid = spend.allocate(data.view([Filter("channel", "Paid")]), YEAR, "country", Driver.EVEN)
    assert dict(zip(paid.members, paid.loaded, strict=True)) == {"DE": 10.0, "AT": 10.0}


def test_half_cents_are_not_lost_between_direct_and_unspread_cost():
    """A third of 10.00 each, direct and shared, of which only the first day lies in the period: 6.67, not 3.33 + 3.33."""
    rows = [(10.0, "Paid", "2024-01-01", "2024-01-03"), (10.0, None, "2024-01-01", "2024-01-03")]
    data = dataset(leads=LEADS, spend=("amount channel from to", rows))
    day = Period.parse("2024-01-01..2024-01-01")
    found = spend.allocate(data.view(), day, "channel", Driver.NONE)
    assert spend.total(data.view(), day) == 6.67
    assert sum(found.loaded) + found.left == pytest.approx(6.67, abs=1e-9)


def test_a_name_keeps_its_first_spelling_in_a_breakdown():
    assert parts(kpi(dataset(leads=LEADS), "mqls", by="channel")) == {"Paid": 2, "SEO": 1, "": 2}
    assert parts(kpi(dataset(leads=LEADS), "mqls", by="country", filters=[Filter("channel", "pAID")])) == {"DE": 1, "AT": 1}
