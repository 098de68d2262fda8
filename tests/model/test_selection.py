import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.model.problem import Brought, Money, Share, Text, UserError
from kpi_desktop.model.selection import Compare, Filter, Grain, Period, Selection, day_number, day_of

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
GRAINS = st.sampled_from([Grain.MONTH, Grain.QUARTER, Grain.YEAR])


@pytest.mark.parametrize("code, first, last", [
    ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ("2024-Q3", date(2024, 7, 1), date(2024, 9, 30)),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2024-01-15..2024-02-20", date(2024, 1, 15), date(2024, 2, 20)),
])
def test_parse(code, first, last):
    period = Period.parse(code)
    assert (period.first, period.last, period.code) == (first, last, code)


@pytest.mark.parametrize("code", ["", "24", "2024-13", "2024-Q5", "2024-02-30..2024-03-01", "2024-03-01..2024-02-01", "x"])
def test_what_is_no_period_is_refused_with_advice(code):
    with pytest.raises(UserError) as caught:
        Period.parse(code)
    assert caught.value.advice is not None


@given(DAYS, GRAINS, st.integers(-30, 30))
def test_shifting_there_and_back(day, grain, steps):
    period = Period.of(grain, day)
    assert period.first <= day <= period.last
    assert period.shift(steps).shift(-steps) == period
    assert Period.parse(period.code) == period


@given(DAYS, GRAINS)
def test_a_trend_has_no_gaps(day, grain):
    trend = Period.of(grain, day).trend(12)
    assert len(trend) == 12
    assert all(a.hi + 1 == b.lo for a, b in zip(trend, trend[1:]))


def test_comparison():
    leap = Period(date(2024, 2, 1), date(2024, 2, 29))
    assert leap.compared(Compare.YEAR) == Period(date(2023, 2, 1), date(2023, 2, 28))
    assert leap.compared(Compare.PREVIOUS) == Period(date(2024, 1, 3), date(2024, 1, 31))
    assert leap.compared(Compare.NONE) is None
    assert Period.parse("2024-Q1").compared(Compare.PREVIOUS) == Period.parse("2023-Q4")


@given(DAYS)
def test_day_numbers(day):
    assert day_of(day_number(day)) == day


def test_a_text_survives_the_workspace_file():
    inner = Text("inner {share}", share=Share(0.25))
    text = Text("%n row(s): {money}, {day}, {inner}", "", 3, money=Money(12.5, "EUR"), day=date(2024, 1, 2), inner=inner)
    assert Text.from_json(text.to_json()) == text
    assert str(text) == "3 row(s): 12.50 EUR, 2024-01-02, inner 25.0 %"


# -- the ends of the calendar, and periods that go on -------------------------------------------------------------------------


@pytest.mark.parametrize(("code", "steps"), [("0001", -1), ("9999-12", 1), ("0001-01-01..0001-01-10", -1), ("9999-12-20..9999-12-31", 1)])
def test_beyond_the_calendar_there_is_no_period_to_go_to(code, steps):
    assert Period.parse(code).shift(steps) == Period.parse(code)


def test_a_period_of_ones_own_moves_by_its_length_and_a_year_by_its_days():
    own = Period.parse("2024-02-20..2024-02-29")
    assert own.shift(1).code == "2024-03-01..2024-03-10" and own.year_before().code == "2023-02-20..2023-02-28"
    assert Period.parse("2024-Q1").year_before().code == "2023-Q1"
    assert [p.code for p in Period.parse("2024-02").trend(3)] == ["2023-12", "2024-01", "2024-02"]


@pytest.mark.parametrize(("how", "today", "compared"), [
    (Compare.NONE, date(2024, 3, 10), None),
    (Compare.PREVIOUS, date(2024, 3, 10), "2024-02-01..2024-02-10"),
    (Compare.PREVIOUS, date(2024, 3, 30), "2024-02"),  # never beyond its end
    (Compare.YEAR, date(2024, 3, 10), "2023-03-01..2023-03-10"),
    (Compare.PREVIOUS, date(2024, 4, 1), "2024-02"),  # it has ended
])
def test_a_period_that_goes_on_is_compared_with_as_many_days(how, today, compared):
    period, day = Period.parse("2024-03"), day_number(today)
    found = period.compared(how, day)
    assert (None if found is None else found.code) == compared
    assert period.unfinished(day) == (today < period.last)
    assert period.so_far(day) == (Period(period.first, today) if today < period.last else period)


def test_a_selection_is_narrowed_to_one_member_of_a_dimension():
    whole = Selection(Period.parse("2024"), filters=(Filter("channel", "Paid"), Filter("country", "DE")))
    assert whole.narrowed(Filter("channel", "SEO")).filters == (Filter("country", "DE"), Filter("channel", "SEO"))
    assert whole.with_period(Period.parse("2023")).filters == whole.filters
    dear = whole.with_option("target_cost_per_sql", 100.0)
    assert dear.options.target_cost_per_sql == 100.0 and dear.with_option("target_cost_per_sql", None) == whole


VALUES = st.one_of(st.integers(), st.text(), DAYS, st.builds(Share, st.floats(0, 1)), st.builds(Money, st.floats(0, 1e6), st.just("EUR")),
                   st.builds(Brought, st.text()), st.builds(Text, st.just("inner {x}"), x=st.integers()))


@given(st.dictionaries(st.sampled_from(["a", "b", "c"]), VALUES), st.one_of(st.none(), st.integers(0, 9)))
def test_a_sentence_comes_back_from_the_file_with_all_that_it_holds(values, n):
    said = Text("some words", "of what", n, **values)
    assert Text.from_json(json.loads(json.dumps(said.to_json()))) == said


def test_a_sentence_is_plain_english_in_a_log():
    assert str(Text("{spend}, {share} by {tool}", spend=Money(1234.5, "EUR"), share=Share(0.256), tool=Brought("HubSpot deals"))) == \
        "1,234.50 EUR, 25.6 % by HubSpot deals"
