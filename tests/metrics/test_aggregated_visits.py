"""Aggregated visit exports: an exact figure where a line covers the period, otherwise the range [largest part, sum of parts]."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_desktop.metrics.written import from_plain
from kpi_desktop.model.selection import Filter
from tests.metrics.plain import beside, cells, kpi, parts

COLUMNS = ["date", "visitors", "grain", "channel", "sessions"]


def visits(*rows, seen=(), names=("Paid", "SEO")):
    frame = pd.DataFrame([[*r, *[None] * (5 - len(r))] for r in rows], columns=COLUMNS, dtype=object)
    leads = pd.DataFrame({"lead": ["a", "z"], "created": ["2024-01-05", "2024-12-31"]})
    return from_plain({"visits": frame, "leads": leads}, visits=cells(seen, list(names)) if seen else None, names=names)


def found(data, period, *filters):
    result = kpi(data, "unique_visitors", period, filters=filters).result
    return result.value, result.low, result.high


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 5000), min_size=12, max_size=12), st.sampled_from(["2024", "2024-Q1", "2024-Q3", "2024-05", "2024-02-01..2024-03-31"]))
def test_months_bound_what_they_make_up(months, period):
    data = visits(*[(date(2024, k + 1, 1), n, "month") for k, n in enumerate(months)])
    covered = {"2024": months, "2024-Q1": months[:3], "2024-Q3": months[6:9], "2024-05": months[4:5], "2024-02-01..2024-03-31": months[1:3]}[period]
    low, high = max(covered), sum(covered)
    assert found(data, period) == (low if low == high else None, low, high)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 5000), min_size=12, max_size=12), st.lists(st.integers(0, 12), min_size=4, max_size=4, unique=True), st.booleans())
def test_a_wider_period_of_months_never_has_fewer_visitors(months, edges, by_channel):
    """Neither end of the range falls where months are added before or after."""
    rows = [(date(2024, k + 1, 1), n, "month", ("Paid", "SEO")[k % 2] if by_channel else None) for k, n in enumerate(months)]
    ends = [date(2024 + k // 12, k % 12 + 1, 1) for k in sorted(edges)]
    (_, low, high), (_, wide_low, wide_high) = (found(visits(*rows), f"{a}..{b - timedelta(days=1)}") for a, b in ((ends[1], ends[2]), (ends[0], ends[3])))
    assert wide_low >= low and wide_high >= high


def test_the_line_of_the_period_itself_wins_over_its_parts():
    data = visits(*[(f"2024-0{m}-01", n, "month") for m, n in ((1, 1000), (2, 1200), (3, 900))], ("2024-01-01", 2500, "quarter"))
    assert found(data, "2024-Q1") == (2500, 2500, 2500)
    assert found(data, "2024-02") == (1200, 1200, 1200)


def test_the_coarsest_lines_that_fit_are_taken():
    days = [(date(2024, 1, 1) + timedelta(days=k), 10, "day") for k in range(91)]
    assert found(visits(*days), "2024-Q1") == (None, 10, 910)
    months = [(f"2024-0{m}-01", 200, "month") for m in (1, 2, 3)]
    assert found(visits(*days, *months), "2024-Q1") == (None, 200, 600)
    weeks = [(date(2024, 1, 1) + timedelta(days=7 * k), 50, "week") for k in range(13)]
    assert found(visits(*weeks), "2024-01-01..2024-01-14") == (None, 50, 100)
    assert found(visits(*weeks), "2024-01-08..2024-01-14") == (50, 50, 50)


def test_a_line_over_the_periods_edge_bounds_from_above_alone():
    assert found(visits(("2024-01-01", 1000, "month"), ("2024-02-01", 700, "month")), "2024-01-15..2024-02-29") == (None, 700, 1700)


def test_channels_of_one_month_overlap_unless_a_total_is_there():
    rows = [("2024-01-01", 600, "month", "Paid", 900), ("2024-01-01", 500, "month", "SEO", 700)]
    state = kpi(visits(*rows), "unique_visitors", "2024-01", by="channel")
    assert (state.result.value, state.result.low, state.result.high) == (None, 600, 1100)
    assert parts(state) == {"Paid": 600, "SEO": 500}
    assert beside(state)["sessions"] == 1600 and "only aggregated" in str(state.result.note)
    conversion = next(b for b in state.result.beside if b.key == "visitor_to_lead")
    assert (conversion.value, conversion.low, conversion.high) == (None, 1 / 1100, 1 / 600)
    assert found(visits(*rows), "2024-01", Filter("channel", "paid")) == (600, 600, 600)
    assert found(visits(*rows, ("2024-01-01", 1000, "month")), "2024-01") == (1000, 1000, 1000)


def test_visitors_known_one_by_one_are_not_counted_again():
    seen = [("2024-02-01", "Paid", 1), ("2024-02-10", "SEO", 1), ("2024-02-29", "SEO", 2)]
    data = visits(("2024-01-01", 100, "month"), ("2024-02-01", 90, "month"), seen=seen)
    state = kpi(data, "unique_visitors", "2024-02")
    assert state.result.value == 2
    assert [len(x.rows.ids) for x in state.result.left_out] == [1] and "by visitor" in str(state.result.left_out[0].reason)
    assert found(data, "2024-Q1") == (None, 100, 102)


@pytest.mark.parametrize("period, people", [("2024", 4), ("2024-Q1", 3), ("2024-H", 3), ("2023", None), ("2024-04", 1)])
def test_ready_unions_give_what_the_days_give(period, people):
    """Years, quarters, months, and a custom range over two months from ready unions and single days around them."""
    seen = [("2024-01-31", "Paid", 1), ("2024-02-01", "SEO", 1), ("2024-02-29", "SEO", 2), ("2024-03-01", None, 3), ("2024-04-30", "SEO", 4)]
    data = visits(seen=seen)
    period = "2024-01-31..2024-04-29" if period == "2024-H" else period
    assert found(data, period)[0] == people
    assert found(data, period)[0] == people  # again, from what was kept
