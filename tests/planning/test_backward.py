"""Backwards from a revenue goal: the age matrix, what leads already there bring, and what the rest takes."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_desktop.model.problem import UserError
from kpi_desktop.model.selection import Period
from kpi_desktop.planning.backward import ages, backward, quarter_numbers
from kpi_desktop.planning.portfolio import portfolio
from tests.metrics.plain import dataset

Q = [date(2023 + k // 4, 3 * (k % 4) + 1, 10) for k in range(16)]
"""A day in each quarter from 2023 on."""


def company(cohorts, last="2024-12-31", amount=1000.0):
    """Leads of one channel by cohort: quarter -> (leads, {quarters later: won})."""
    leads, deals, spend = [("end", last, last, None)], [("open", None, last, None, "open", amount, 0.0)], []
    for q, (n, won) in cohorts.items():
        spend.append((Q[q], 100.0 * n, "Paid"))
        winners = [k for k, count in won.items() for _ in range(count)]
        for i in range(n):
            leads.append((f"{q}-{i}", Q[q], Q[q], "Paid"))
            if i < len(winners):
                deals.append((f"d{q}-{i}", f"{q}-{i}", Q[q], Q[q + winners[i]], "won", amount, 400.0))
    return dataset(leads=("lead created sql channel", leads), deals=("deal lead created closed outcome amount cost", deals),
                   spend=("date amount channel", spend))


def known(data, base="2024"):
    return portfolio(data, Period.parse(base), "channel")


STEADY = {q: (100, {1: 10, 2: 5}) for q in range(6)} | {6: (100, {1: 10}), 7: (100, {})}


def test_the_age_matrix_is_what_one_counts_by_hand():
    found = ages(company(STEADY), known(company(STEADY)))
    assert found.pooled[:4] == pytest.approx([0.0, 10 / 100, 5 / 100, 0.0], abs=1e-9)  # cohorts are watched as long as they are old
    assert found.shares[0][:3] == pytest.approx(found.pooled[:3])  # one channel alone is everyone
    assert (found.leads[0], found.won[0]) == (800, 100)


def test_leads_already_there_bring_what_their_age_says():
    data = company(STEADY)
    way = backward(data, known(data), Period.parse("2025"), 100_000.0)
    # Q3 2024: 90 of 100 wait, 5 of 90 are won two quarters later; Q4 2024: 10 in the next quarter, 5 in the one after
    assert [q.carried for q in way.quarters] == pytest.approx([1000 * (5 + 10), 1000 * 5, 0, 0])


def test_new_leads_fill_the_gap_each_after_its_time():
    data = company(STEADY)
    way = backward(data, known(data), Period.parse("2025"), 100_000.0)
    # the same leads each quarter: Q1 brings 10 % + 5 %, Q2 the same, Q3 10 %, Q4 nothing
    each = (100_000 - 20_000) / (1000 * (0.15 + 0.15 + 0.10))
    assert [q.leads for q in way.quarters] == pytest.approx([each] * 4, rel=0.02)
    assert sum(q.new for q in way.quarters) == pytest.approx(80_000) and way.carried == pytest.approx(20_000)
    assert [q.counts for q in way.quarters] == pytest.approx([1, 1, 10 / 15, 0])
    assert way.budget.value == pytest.approx(100.0 * way.leads.value) and way.leads.low < way.leads.value < way.leads.high
    assert any("Q4 2025" in str(w) or "hardly help" in str(w) for w in way.warnings)


def test_a_goal_that_comes_by_itself_takes_no_lead():
    data = company(STEADY)
    way = backward(data, known(data), Period.parse("2025"), 10_000.0)
    assert way.leads.value == 0 and "by themselves" in str(way.warnings[0])


def test_what_cannot_be_reached_is_refused():
    slow = {q: (100, {3: 10}) for q in range(5)} | {q: (100, {}) for q in (5, 6, 7)}
    data = company(slow)
    with pytest.raises(UserError, match="not won within it"):
        backward(data, known(data), Period.parse("2025-Q1"), 1e9)
    with pytest.raises(UserError, match="needs no plan"):
        backward(data, known(data), Period.parse("2025"), 0.0)
    nothing = dataset(leads=("lead created sql channel", [("a", "2024-01-01", "2024-02-01", "Paid"), ("b", "2024-12-31", None, "Paid")]),
                      spend=("date amount channel", [("2024-01-05", 10.0, "Paid")]))
    with pytest.raises(UserError, match="tells what revenue"):
        backward(nothing, known(nothing), Period.parse("2025"), 5.0)


@settings(deadline=None, max_examples=25)
@given(st.dictionaries(st.integers(0, 7), st.tuples(st.integers(1, 20), st.dictionaries(st.integers(0, 3), st.integers(0, 3), max_size=3)), min_size=2))
def test_ages_as_plain_python_counts_them(cohorts):
    cohorts = {q: (n + 12, {k: c for k, c in won.items() if q + k <= 7}) for q, (n, won) in cohorts.items()} | {7: (5, {})}
    data = company(cohorts)
    found = ages(data, known(data))
    left, share = 1.0, []
    for k in range(8):
        at_risk = events = 0
        for q, (n, won) in cohorts.items():
            if q + k <= 7:
                at_risk += n - sum(c for j, c in won.items() if j < k)
                events += won.get(k, 0)
        hazard = events / at_risk if at_risk else 0.0
        share.append(left * hazard)
        left *= 1 - hazard
    assert found.pooled[:8] == pytest.approx(share, abs=1e-9)


def test_quarters_are_numbered_in_order():
    days = np.array([0, 89, 90, 365])
    assert quarter_numbers(days).tolist() == [1970 * 4, 1970 * 4, 1970 * 4 + 1, 1971 * 4]
