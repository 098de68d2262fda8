"""Spend is spread to the cent, whatever the driver."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_desktop.metrics import affordable, spend
from kpi_desktop.model.selection import Driver, Filter, Period
from tests.metrics.plain import dataset

CHANNELS = st.sampled_from(["Paid", "SEO", "Fair", None])
ROWS = st.lists(st.tuples(st.sampled_from(["2024-01-01", "2024-06-30", "2025-01-01"]), st.integers(-5000, 500_000).map(lambda c: c / 100), CHANNELS),
                min_size=1, max_size=8)
LEADS = st.lists(st.tuples(st.sampled_from(["2024-01-05", "2024-12-31"]), CHANNELS, st.sampled_from(["DE", "AT"])), max_size=12)


@settings(max_examples=60, deadline=None)
@given(ROWS, LEADS, st.sampled_from(list(Driver)))
def test_parts_sum_to_the_total_to_the_cent(rows, leads, driver):
    data = dataset(spend=("date amount channel", rows), leads=("lead created channel country", [(str(k), *lead) for k, lead in enumerate(leads)]))
    total = spend.total(data.view(), Period.parse("2024"), driver)
    for dimension in ("channel", "country"):
        parts = spend.allocate(data.view(), Period.parse("2024"), dimension, driver)
        assert round(float(parts.loaded.sum()) + parts.left, 2) == pytest.approx(total or 0.0, abs=1e-9)
        assert all(round(v * 100) == pytest.approx(v * 100, abs=1e-6) for v in parts.loaded)


def test_a_filtered_total_is_the_members_part():
    data = dataset(spend=("date amount channel", [("2024-01-01", 10.0, "Paid"), ("2024-01-01", 9.0, None)]),
                   leads=("lead created channel", [("1", "2024-01-02", "Paid"), ("2", "2024-01-02", "SEO"), ("3", "2024-01-02", "SEO")]))
    assert spend.total(data.view([Filter("channel", "Paid")]), Period.parse("2024")) == 13.0
    assert spend.total(data.view([Filter("channel", "SEO")]), Period.parse("2024")) == 6.0


def test_an_events_cost_goes_to_its_leads_channels():
    data = dataset(spend=("date amount channel event", [("2024-01-01", 90.0, None, "F1")]),
                   leads=("lead created channel event", [("1", "2024-01-02", "Paid", "F1"), ("2", "2024-01-02", "SEO", "F1"), ("3", "2024-01-02", "SEO", "F1"),
                                                         ("4", "2024-01-02", "Mail", None)]))
    parts = spend.allocate(data.view(), Period.parse("2024"), "channel")
    assert dict(zip(parts.members, parts.direct, strict=True)) == {"SEO": 60.0, "Paid": 30.0, "Mail": 0.0}
    assert parts.shared == 0.0


def test_the_drivers():
    data = dataset(spend=("date amount channel kind", [("2024-01-01", 30.0, "A", None), ("2024-01-01", 10.0, "B", None), ("2024-01-01", 40.0, "A", "shared")]),
                   leads=("lead created mql sql channel", [("1", "2024-01-02", "2024-01-02", "2024-01-02", "A"), ("2", "2024-01-02", "2024-01-02", None, "B"),
                                                           ("3", "2024-01-02", None, None, "B"), ("4", "2024-01-02", None, None, "B")]),
                   deals=("deal created closed outcome amount lead", [("x", "2024-01-03", "2024-01-04", "won", 5.0, "1")]))

    def loaded(driver):
        parts = spend.allocate(data.view(), Period.parse("2024"), "channel", driver)
        return dict(zip(parts.members, parts.loaded, strict=True)), parts.left

    assert loaded(Driver.LEADS) == ({"A": 40.0, "B": 40.0}, 0.0)
    assert loaded(Driver.MQLS) == ({"A": 50.0, "B": 30.0}, 0.0)
    assert loaded(Driver.SQLS) == ({"A": 70.0, "B": 10.0}, 0.0)
    assert loaded(Driver.SPEND) == ({"A": 60.0, "B": 20.0}, 0.0)
    assert loaded(Driver.REVENUE) == ({"A": 70.0, "B": 10.0}, 0.0)
    assert loaded(Driver.EVEN) == ({"A": 50.0, "B": 30.0}, 0.0)
    assert loaded(Driver.NONE) == ({"A": 30.0, "B": 10.0}, 40.0)


def test_the_ceiling_of_the_definitions():
    leads = [(str(k), "2024-01-01", "2024-01-02") for k in range(200)]
    deals = [(str(k), "2024-01-03", "2024-01-10", "won", 9000.0, 1500.0, str(k), f"C{k}") for k in range(9)]
    data = dataset(leads=("lead created sql", leads), deals=("deal created closed outcome amount cost lead customer", deals),
                   nps=("date score", [("2024-12-31", 9)]))
    from kpi_desktop.model.selection import Options

    assert affordable.ceiling(data.view(), Period.parse("2024"), Options()) == pytest.approx(259.62, abs=0.01)
