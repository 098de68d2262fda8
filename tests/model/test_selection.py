from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.model.problem import Money, Share, Text, UserError
from kpi_desktop.model.selection import Compare, Grain, Period, day_number, day_of

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
