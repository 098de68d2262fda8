"""Hypotheses: the sample it takes, what is proposed, and what the data answer."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats as scipy_stats

from kpi_desktop.app.hypotheses import put, taken_up, with_baseline, without
from kpi_desktop.app.hypotheses_screen import shown
from kpi_desktop.model.decided import Planned
from kpi_desktop.model.plans import Group, Hypothesis
from kpi_desktop.model.problem import UserError
from kpi_desktop.model.selection import Compare, Driver, Options, Period, Selection
from kpi_desktop.planning.hypotheses import judge
from kpi_desktop.planning.measures import measure
from kpi_desktop.planning.power import cost_needed, rate_needed
from kpi_desktop.planning.tested import CONFIRMED, COST, NOT_YET, REFUTED, UNCLEAR
from tests.metrics.plain import dataset

START = date(2024, 1, 1)
EMPTY = Planned()


def company(spec, spend=(), last="2024-12-31"):
    """Leads as channel -> (leads, MQLs, SQLs) by month of 2024; the MQL on the fifth day, the SQL on the tenth."""
    rows = [("end", last, None, None, None)]
    for name, months in spec.items():
        for month, (n, mqls, sqls) in months.items():
            for i in range(n):
                day = date(2024, month, 1) + timedelta(days=i % 15)
                rows.append((f"{name}{month}-{i}", day, day + timedelta(days=5) if i < mqls else None, day + timedelta(days=10) if i < sqls else None, name))
    return dataset(leads=("lead created mql sql channel", rows), spend=("date amount channel", list(spend) or [("2024-01-01", 1.0, "Blog")]))


def hypothesis(**other):
    return replace(Hypothesis("k", "channel", "Blog", "because", "we", "change it", "then", "leads_mql", 0.1, 0.2, date(2024, 6, 1), date(2024, 12, 1), 200,
                              199), **other)


# -- power -------------------------------------------------------------------------------------------------------------


def test_two_groups_need_what_the_textbook_says():
    # 10 % against 20 %, 80 % power, 5 % two-sided: 199 in each group
    assert rate_needed(0.1, 199, 0.2) == pytest.approx(199, abs=2)
    assert rate_needed(0.3, 356, 0.4) == pytest.approx(356, abs=2)


def test_what_cannot_be_told_by_any_number():
    assert rate_needed(0.1, 5, 0.12) is None
    assert rate_needed(0.1, 100, 0.1) is None and rate_needed(0.1, 0, 0.2) is None
    assert cost_needed(1000.0, 3, 900.0) is None and cost_needed(1000.0, 0, 500.0) is None


def test_the_power_is_what_it_says_in_a_simulation():
    random = np.random.default_rng(5)
    known, base, threshold = 400, 0.2, 0.3
    n = rate_needed(base, known, threshold)
    a, b = random.binomial(known, base, 4000) / known, random.binomial(n, threshold, 4000) / n
    pooled = (a * known + b * n) / (known + n)
    z = np.abs(a - b) / np.sqrt(pooled * (1 - pooled) * (1 / known + 1 / n))
    assert 0.76 < np.mean(2 * scipy_stats.norm.sf(z) < 0.05) < 0.84
    known, base, threshold = 60, 1000.0, 600.0
    n = cost_needed(base, known, threshold)
    spend = n * threshold
    x, y = random.poisson(known, 4000) / (known * base), random.poisson(n, 4000) / spend
    z = np.abs(np.sqrt(y) - np.sqrt(x)) / np.sqrt(1 / (4 * spend) + 1 / (4 * known * base))
    assert 0.76 < np.mean(z > 1.96) < 0.84


@settings(deadline=None, max_examples=60)
@given(st.floats(0.01, 0.6), st.floats(0.02, 0.3), st.integers(20, 100_000))
def test_a_larger_effect_never_needs_more(base, gap, known):
    small, large = rate_needed(base, known, base + gap), rate_needed(base, known, min(base + gap * 1.3, 1.0))
    assert small is None or (large is not None and large <= small)


# -- proposals ---------------------------------------------------------------------------------------------------------


def screen(data, planned=EMPTY, ceiling=1000.0):
    selection = Selection(Period.parse("2024-01"), Compare.NONE, options=Options(target_cost_per_sql=ceiling))
    return shown(data, selection, "channel", planned)


def test_a_weak_step_is_proposed_with_its_figures_and_what_tells():
    data = company({"Blog": {1: (400, 40, 20)}, "Paid": {1: (300, 150, 75)}})
    (p,) = screen(data, ceiling=None).proposals
    assert (p.practice, p.metric, p.own.value, p.threshold) == ("Blog", "leads_mql", 0.1, 0.5)
    assert "10.0 % of leads become MQLs against 50.0 % elsewhere" in str(p.because)
    assert p.more == pytest.approx(20 * (0.5 / 0.1 - 1))  # its SQLs at the others' rate
    assert p.needed == rate_needed(0.1, 400, 0.5) and p.weeks == int(np.ceil(p.needed / (400 / 31 * 7)))
    assert p.confidence == 8 and p.impact == 10 and p.start == date(2025, 1, 1)


def test_dear_without_a_weak_step_is_about_the_money():
    data = company({"Blog": {1: (100, 50, 25)}, "Paid": {1: (100, 50, 25)}}, [("2024-01-03", 50_000.0, "Blog"), ("2024-01-03", 5_000.0, "Paid")])
    (p,) = screen(data).proposals
    assert (p.practice, p.metric, p.own.value) == ("Blog", COST, 2000.0)
    assert p.more == pytest.approx(50_000 / 1000 - 25)


def test_what_is_taken_up_is_no_longer_proposed_and_can_be_undone():
    data = company({"Blog": {1: (400, 40, 20)}, "Paid": {1: (300, 150, 75)}})
    (p,) = screen(data, ceiling=None).proposals
    kept = put(Planned(), taken_up(p))
    again = screen(data, kept, None)
    assert again.proposals == () and again.kept[0].hypothesis.because.startswith("Blog: only 10.0") and again.kept[0].answer.state == NOT_YET
    assert without(kept, kept.hypotheses[0].key) == Planned()
    assert put(kept, kept.hypotheses[0]) == kept


def test_a_hypothesis_that_says_nothing_is_refused():
    with pytest.raises(UserError, match="what is to be changed"):
        put(Planned(), hypothesis(change=" "))
    with pytest.raises(UserError, match="before it has begun"):
        put(Planned(), hypothesis(until=date(2024, 6, 1)))


def test_the_baseline_is_what_is_measured_now():
    found = screen(company({"Blog": {1: (400, 40, 20)}, "Paid": {1: (300, 150, 75)}}))
    h = with_baseline(hypothesis(threshold=0.2), found.known)
    assert (h.baseline, h.known, h.needed) == (0.1, 400, rate_needed(0.1, 400, 0.2))
    assert with_baseline(hypothesis(practice="Nobody"), found.known).baseline is None


# -- answers -----------------------------------------------------------------------------------------------------------


def later(mqls, n=400, month=7):
    return company({"Blog": {1: (200, 20, 10), month: (n, mqls, 0)}, "Paid": {1: (100, 40, 20)}})


@pytest.mark.parametrize(("mqls", "state"), [(110, CONFIRMED), (40, REFUTED), (70, UNCLEAR)])
def test_the_answer_once_enough_has_come_in(mqls, state):
    answer = judge(later(mqls), hypothesis())
    assert (answer.state, answer.measured.hits, answer.measured.of) == (state, mqls, 400)


def test_not_before_its_time():
    assert judge(later(40), hypothesis(start=date(2025, 3, 1), until=date(2025, 9, 1))).state == NOT_YET
    early = judge(later(40, n=50), hypothesis(until=date(2025, 6, 1)))
    assert early.state == NOT_YET and "of 199 needed" in str(early.told) and early.weeks_left == 89  # 149 more at 50 in 209 days
    assert judge(later(0, n=0), hypothesis()).state == UNCLEAR  # its days are over and nothing came


def test_leads_that_are_too_young_are_not_counted():
    data = company({"Blog": {1: (200, 100, 10), 12: (90, 0, 0)}}, last="2024-12-16")
    answer = judge(data, hypothesis(until=date(2025, 6, 1)))
    assert answer.measured.of == sum((date(2024, 12, 1) + timedelta(days=i % 15)) <= date(2024, 12, 11) for i in range(90))  # 5 days to become MQL


def test_cost_per_sql_is_answered_by_spend_and_sqls():
    months = {"Blog": {1: (100, 50, 20), 7: (100, 50, 60)}, "Paid": {1: (10, 5, 5)}}
    data = company(months, [("2024-01-03", 20_000.0, "Blog"), ("2024-07-03", 30_000.0, "Blog")])
    h = hypothesis(metric=COST, baseline=1000.0, known=20, threshold=600.0, needed=50)
    answer = judge(data, h)
    assert answer.state == CONFIRMED and answer.measured.value == 500.0
    assert judge(data, replace(h, threshold=300.0)).state == REFUTED


def test_a_group_is_measured_as_one():
    data = company({"Blog": {7: (100, 10, 0)}, "Paid": {7: (100, 50, 0)}})
    answer = judge(data, hypothesis(practice="Both"), (Group("channel", "Both", ("Blog", "Paid")),))
    assert (answer.measured.hits, answer.measured.of) == (60, 200)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 364), st.booleans(), st.sampled_from(["Blog", "Paid", None])), max_size=30))
def test_a_step_is_counted_as_plain_python_counts_it(rows):
    leads = [(str(i), START + timedelta(days=d), START + timedelta(days=d + 1) if mql else None, channel) for i, (d, mql, channel) in enumerate(rows)]
    data = dataset(leads=("lead created mql channel", [("begin", "2024-01-01", None, "Other"), *leads, ("end", "2025-01-31", "2025-01-31", "Other")]))
    period = Period(date(2024, 3, 1), date(2024, 9, 30))
    mine = [r for r in leads if r[3] == "Blog" and period.first <= r[1] <= period.last]
    found = measure(data, "channel", ("Blog",), "leads_mql", period, Driver.LEADS)
    assert (found.hits, found.of) == (sum(r[2] is not None for r in mine), len(mine))
