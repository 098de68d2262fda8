"""The funnel in both readings against counts made by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_desktop.metrics import funnel
from kpi_desktop.model.selection import Compare, Filter, Period, Selection
from tests.metrics.plain import dataset
from tests.metrics.test_kpis import DEALS, LEADS


def made(data, mode, period="2024", by=None, filters=()):
    return funnel.compute(data, Selection(Period.parse(period), Compare.NONE, None, tuple(filters)), mode, by)


def counts(found):
    return {s.id: s.count for s in found.stages}


def test_period_counts_what_happened_in_the_period():
    data = dataset([("2024-01-01", "Paid", 1), ("2024-02-01", "SEO", 2)], ("Paid", "SEO"), leads=LEADS, deals=DEALS)
    q1 = made(data, "period", "2024-Q1")
    assert counts(q1) == {"visitors": 2, "leads": 6, "mql": 4, "sql": 3, "deals": 4, "won": 2}
    stages = {s.id: s for s in q1.stages}
    assert stages["leads"].rate_from_previous == 3.0
    assert stages["mql"].median_days == 3  # 3, 3, 28, 2
    assert stages["won"].median_days == (60 + 31) / 2
    assert counts(made(data, "period", "2024-02"))["mql"] == 2


def test_cohort_follows_its_leads_and_counts_what_is_inferred():
    data = dataset(leads=LEADS, deals=DEALS)
    found = made(data, "cohort", "2024")
    assert counts(found) == {"visitors": None, "leads": 6, "mql": 5, "sql": 3, "deals": 3, "won": 1}
    stages = {s.id: s for s in found.stages}
    assert stages["mql"].inferred == 1  # e became SQL with no date of its own for MQL
    assert stages["sql"].rate_from_previous == 3 / 5 and stages["sql"].cumulative_rate == 0.5
    assert any("missing" in str(w) for w in found.warnings)
    january = made(data, "cohort", "2024-01", by="channel")
    assert {m.member: m.stages[1].count for m in january.members} == {"Paid": 2, "SEO": 1}


def test_a_filter_narrows_both_readings():
    data = dataset(leads=LEADS, deals=DEALS)
    for mode in ("period", "cohort"):
        assert counts(made(data, mode, filters=[Filter("channel", "paid")]))["leads"] == 2


def test_dates_out_of_order_are_said_and_not_repaired():
    data = dataset(leads=("lead created mql", [("a", "2024-03-10", "2024-03-01"), ("b", "2024-03-02", "2024-03-09")]))
    found = made(data, "cohort")
    assert {s.id: s for s in found.stages}["mql"].median_days == 7
    assert any("before they were created" in str(w) for w in found.warnings)


def test_a_young_cohort_is_marked_and_expected_at_maturity():
    start = date(2024, 1, 1)
    old = [(f"o{i}", start, start + timedelta(days=20) if i % 2 else None) for i in range(60)]
    recent = date(2024, 5, 20)
    young = [(f"y{i}", recent, None) for i in range(40)]
    rows = [*old, *young, ("last", date(2024, 5, 25), date(2024, 6, 1))]
    data = dataset(leads=("lead created mql", rows))
    stage = {s.id: s for s in made(data, "cohort", "2024").stages}["mql"]
    assert stage.count == 31 and stage.maturing
    assert stage.expected_rate == pytest.approx(1 - (1 - 1 / 101) * (1 - 30 / 60), abs=1e-9)


def test_the_bottleneck_is_worth_what_its_best_channel_would_win():
    rows, deals = [], []
    for k in range(200):
        good = k < 100
        mql = k % 100 < (80 if good else 40)
        rows.append((f"l{k}", "2024-01-05", "2024-01-06" if mql else None, "Good" if good else "Poor"))
        if mql and k % 4 == 0:
            deals.append((f"d{k}", "2024-01-10", "2024-02-01", "won", f"l{k}"))
    rows.append(("end", "2024-12-30", None, "Good"))
    found = made(dataset(leads=("lead created mql channel", rows), deals=("deal created closed outcome lead", deals)), "cohort", "2024-Q1")
    assert found.bottleneck is not None and found.bottleneck.stage == "mql"
    assert found.bottleneck.more_won == pytest.approx(30 * (0.8 / 0.6 - 1), rel=1e-6)


days = st.integers(0, 60)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(days, st.none() | days, st.none() | days, st.none() | days), max_size=30))
def test_a_cohort_never_grows_and_its_channels_sum_to_it(spec):
    def day(base, more):
        return None if more is None else date(2024, 1, 1) + timedelta(days=base + more)

    rows = [(f"l{i}", day(a, 0), day(a, b), day(a, c), "A" if i % 3 else "B") for i, (a, b, c, _) in enumerate(spec)]
    deals = [(f"d{i}", day(a, 0), day(a, d), "won", f"l{i}") for i, (a, _, _, d) in enumerate(spec) if d is not None]
    data = dataset(leads=("lead created mql sql channel", rows), deals=("deal created closed outcome lead", deals))
    found = made(data, "cohort", "2024", by="channel")
    numbers = [s.count for s in found.stages[1:] if s.count is not None]
    assert numbers == sorted(numbers, reverse=True)
    for at, stage in enumerate(found.stages[1:], 1):
        if stage.count is not None:
            assert stage.count == sum(m.stages[at].count or 0 for m in found.members)
            later = {"mql": (1, 2, 3), "sql": (2, 3), "deals": (3,), "won": (3,), "leads": (0,)}[stage.id]
            if stage.id in ("mql", "sql", "leads"):
                assert stage.count == sum(any(s[k] is not None for k in later) for s in spec)
