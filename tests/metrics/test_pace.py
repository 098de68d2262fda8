"""Targets: which one holds, what an unfinished period comes to, and that it is compared with as many days."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from kpi_desktop.metrics import pace, pictures
from kpi_desktop.metrics.registry import KPIS, compute
from kpi_desktop.metrics.result import Standing
from kpi_desktop.metrics.written import from_plain
from kpi_desktop.model.decisions import Note, Target
from kpi_desktop.model.selection import Compare, Filter, Grain, Period, Selection, day_number
from tests.metrics.plain import dataset

DAYS = st.dates(date(1999, 1, 1), date(2060, 12, 31))
GRAINS = st.sampled_from([Grain.MONTH, Grain.QUARTER, Grain.YEAR])


def leads(*mqls):
    """Leads of their MQL days; the data end on the last."""
    return dataset(leads=("lead created mql channel", [(f"L{k}", day, day, channel) for k, (day, channel) in enumerate(mqls)]))


def mqls(data, period, targets=(), filters=(), **how):
    return compute(data, Selection(Period.parse(period), filters=filters, **how), only=("mqls",), targets=targets).kpis[0]


def days(first, count, channel="Paid"):
    start = date.fromisoformat(first)
    return [((start + timedelta(days=k)).isoformat(), channel) for k in range(count)]


# -- the same number of days -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("code", "today", "how", "then"), [
    ("2025-11", "2025-11-12", Compare.PREVIOUS, "2025-10-01..2025-10-12"),
    ("2025-Q4", "2025-11-18", Compare.PREVIOUS, "2025-07-01..2025-08-18"),
    ("2025-11", "2025-11-12", Compare.YEAR, "2024-11-01..2024-11-12"),
    ("2025", "2025-03-01", Compare.YEAR, "2024-01-01..2024-02-29"),      # 60 days: 29 February is one of them
    ("2024-02", "2024-02-29", Compare.YEAR, "2023-02"),                  # ended: whole against whole
    ("2024", "2024-02-29", Compare.YEAR, "2023-01-01..2023-02-28"),
    ("2025-03", "2025-03-30", Compare.PREVIOUS, "2025-02"),              # February has no 30th day
    ("2025-01", "2025-01-10", Compare.PREVIOUS, "2024-12-01..2024-12-10"),
    ("2025-11-03..2025-11-20", "2025-11-12", Compare.PREVIOUS, "2025-10-16..2025-10-25"),
    ("2025-11", "2025-11-30", Compare.PREVIOUS, "2025-10"), ("2025-12", "2025-11-30", Compare.PREVIOUS, "2025-11")])
def test_an_unfinished_period_is_compared_with_as_many_days(code, today, how, then):
    assert Period.parse(code).compared(how, day_number(date.fromisoformat(today))) == Period.parse(then)


@given(DAYS, GRAINS, st.sampled_from([Compare.PREVIOUS, Compare.YEAR]), st.integers(-400, 400))
def test_the_comparison_is_never_longer_than_what_has_passed(day, grain, how, later):
    period, today = Period.of(grain, day), day_number(day) + later
    then, whole = period.compared(how, today), period.compared(how)
    assert then.first == whole.first and then.last <= whole.last
    if period.unfinished(today):
        so_far = period.so_far(today)
        assert so_far.hi == today and then.days <= so_far.days
        assert then.days >= min(so_far.days, whole.days) - 1  # a day less only where 29 February has no day of its own last year
    else:
        assert then == whole


def test_the_days_that_are_compared_are_said_and_the_last_point_is_marked():
    data = leads(*days("2025-09-01", 73))  # one MQL a day, to 12 November
    snapshot = compute(data, Selection(Period.parse("2025-11")), only=("mqls",))
    state = snapshot.kpis[0]
    assert (state.result.value, state.compared.value, state.change) == (12, 12, 0)
    assert snapshot.compared == Period.parse("2025-10-01..2025-10-12") and snapshot.so_far == Period.parse("2025-11-01..2025-11-12")
    (said,) = [w for w in state.result.warnings if "has not ended" in str(w)]
    assert dict(said.values) == {"now": snapshot.so_far, "then": snapshot.compared}
    assert [p.unfinished for p in state.trend] == [False] * 11 + [True]
    assert pictures.trend(state, "EUR", Period.parse("2025-11")).unfinished
    assert compute(data, Selection(Period.parse("2025-10")), only=("mqls",)).so_far is None


def test_costs_booked_ahead_are_in_the_figure_but_not_in_its_comparison():
    data = dataset(leads=("lead created sql", [("a", "2025-11-02", "2025-11-10"), ("b", "2025-10-02", "2025-10-04")]),
                   spend=("date amount", [("2025-10-03", 50), ("2025-11-03", 100), ("2025-11-25", 900)]))
    state = compute(data, Selection(Period.parse("2025-11")), only=("cost_per_sql",)).kpis[0]
    assert (state.result.value, state.compared.value, state.change) == (1000, 50, 50)
    assert any("dated after 2025-11-10" in str(w) for w in state.result.warnings)


# -- which target holds ------------------------------------------------------------------------------------------------


def test_the_periods_own_target_goes_before_a_share_of_the_years():
    data, year, quarter = leads(*days("2025-01-01", 40)), Target("mqls", "2025", 365), Target("mqls", "2025-Q1", 100)
    assert mqls(data, "2025-Q1", (year, quarter)).goal.value == 100
    derived = mqls(data, "2025-02", (year,)).goal
    assert derived.value == pytest.approx(28) and derived.derived == Period.parse("2025")
    assert mqls(data, "2025-02", (year, quarter)).goal.value == pytest.approx(100 * 28 / 90)  # the nearest larger one
    assert mqls(data, "2025", (quarter,)).goal is None and mqls(data, "2024-02", (year,)).goal is None
    close = next(k for k in KPIS if k.id == "close_rate")
    assert pace.goal(close, Period.parse("2025-02"), (), (Target("close_rate", "2025", 0.3),), data) is None  # a rate is no sum of parts


def test_a_members_target_stands_beside_it_and_when_it_is_the_only_filter():
    data = leads(*days("2025-01-01", 5), *days("2025-01-01", 31, "SEO"))
    aims = (Target("mqls", "2025-01", 10, "channel", " paid"), Target("mqls", "2025-01", 50))
    state = mqls(data, "2025-01", aims, by="channel")
    assert {m.member: m.target for m in state.breakdown} == {"SEO": None, "Paid": 10} and state.goal.value == 50
    assert mqls(data, "2025-01", aims, (Filter("channel", "Paid"),)).goal.value == 10
    assert mqls(data, "2025-01", aims, (Filter("channel", "SEO"),)).goal is None
    assert mqls(data, "2025-01", aims, (Filter("channel", "Paid"), Filter("country", "DE"))).goal is None


# -- projections -------------------------------------------------------------------------------------------------------


def test_without_earlier_periods_the_days_decide():
    """12 of 30 days with 12 MQLs: 30 at the end; still to come is negative binomial (12.5; 0.4), whose 80 % range scipy knows too."""
    found = mqls(leads(*days("2025-11-01", 12)), "2025-11", (Target("mqls", "2025-11", 30),)).pace
    law = stats.nbinom(12.5, 0.4)
    assert (found.projected, found.elapsed, found.share, found.expected) == (pytest.approx(30), 0.4, 0.4, pytest.approx(12))
    assert (found.low, found.high) == (12 + law.ppf(0.1), 12 + law.ppf(0.9))
    assert found.chance == pytest.approx(law.sf(17)) and found.how is pace.EVENLY and found.standing is Standing.ON_PACE


def test_the_season_of_earlier_years_decides_where_there_is_one():
    """Each November before, 10 of 40 MQLs had come by the 15th: 12 by then mean 48, where the days alone say 24."""
    before = [d for year in ("2023", "2024") for d in (*days(f"{year}-11-01", 10), *days(f"{year}-11-16", 15), *days(f"{year}-11-16", 15))]
    now = days("2025-11-04", 12)
    found = mqls(leads(*before, *now), "2025-11", (Target("mqls", "2025-11", 40),)).pace
    assert found.projected == pytest.approx(48) and found.expected == pytest.approx(10) and found.standing in (Standing.ON_PACE, Standing.AHEAD)
    assert "2" in str(found.how) and "earlier year" in str(found.how)


def test_a_few_rows_of_earlier_years_tell_no_season():
    data = leads(*days("2023-11-16", 5), *days("2024-11-16", 5), *days("2025-11-04", 12))
    assert mqls(data, "2025-11", (Target("mqls", "2025-11", 40),)).pace.how is pace.EVENLY


@pytest.mark.parametrize(("target", "standing"), [(12, Standing.REACHED), (17, Standing.AHEAD), (30, Standing.ON_PACE), (60, Standing.BEHIND)])
def test_words_for_an_unfinished_period(target, standing):
    state = mqls(leads(*days("2025-11-01", 12)), "2025-11", (Target("mqls", "2025-11", target),))
    assert state.pace.standing is standing and state.pace.word is pace.STANDINGS[standing]


@pytest.mark.parametrize(("target", "standing"), [(30, Standing.REACHED), (31, Standing.MISSED)])
def test_a_period_that_has_ended_has_reached_it_or_not(target, standing):
    found = mqls(leads(*days("2025-11-01", 30)), "2025-11", (Target("mqls", "2025-11", target),)).pace
    assert found.standing is standing and found.projected is None and found.elapsed == 1


def test_less_is_better_for_a_price_and_it_is_not_projected():
    data = dataset(leads=("lead created sql", [(f"L{k}", "2025-11-02", "2025-11-10") for k in range(50)]), spend=("date amount", [("2025-11-03", 5000)]))
    for value, standing in ((60, Standing.BEHIND), (105, Standing.ON_PACE), (200, Standing.AHEAD)):
        found = compute(data, Selection(Period.parse("2025-11")), only=("cost_per_sql",), targets=(Target("cost_per_sql", "2025-11", value),)).kpis[0].pace
        assert (found.standing, found.projected, found.share) == (standing, None, None) and found.how is pace.NOT_PROJECTED


def people(months, today):
    """Won deals of 1,000 on the 10th and 20th of each month, and on the 10th of the last: by mid-month half of it has come."""
    deals = [(f"{m}-{d}", f"{m}-{d}", f"{m}-{d}", "won", 1000, "Ann") for m in months for d in ("10", "20")] + [("x", today, today, "won", 1000, "Ann")]
    return dataset(deals=("deal created closed outcome amount owner", deals))


def test_money_per_head_grows_as_it_grew_before():
    data = people([f"2025-{m:02d}" for m in range(5, 11)], "2025-11-15")
    state = compute(data, Selection(Period.parse("2025-11")), only=("sales_effectiveness",), targets=(Target("sales_effectiveness", "2025-11", 1500),)).kpis[0]
    assert state.pace.projected == pytest.approx(2000) and state.pace.chance == 1 and state.pace.standing is Standing.AHEAD
    young = people(["2025-10"], "2025-11-15")
    found = compute(young, Selection(Period.parse("2025-11")), only=("sales_effectiveness",), targets=(Target("sales_effectiveness", "2025-11", 1500),)).kpis[0]
    assert (found.pace.projected, found.pace.standing) == (None, None) and found.pace.how is pace.TOO_FEW


def test_no_figure_has_no_pace_but_keeps_its_target():
    state = mqls(leads(*days("2025-11-01", 12)), "2026-03", (Target("mqls", "2026-03", 30),))
    assert state.pace is None and state.goal.value == 30
    assert list(map(str, pictures.target(state, "EUR"))) == ["Target 30"]


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 3000), st.lists(st.floats(0.02, 1), min_size=1, max_size=8), st.floats(0.05, 0.95))
def test_what_is_to_come_agrees_with_a_second_computation(n, shares, level):
    s, w = np.array(shares), np.full(len(shares), 1 / len(shares))
    more = pace.to_come(n, s, w, level)
    mixed = lambda k: float(np.mean(stats.nbinom.cdf(k, n + 0.5, s)))  # noqa: E731  one line, used twice
    assert mixed(more) >= level - 1e-9 and (more == 0 or mixed(more - 1) < level + 1e-9)
    assert pace.at_most(n, s, w, more) == pytest.approx(mixed(more), abs=1e-9)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.dates(date(2023, 1, 1), date(2025, 11, 30)), min_size=1, max_size=120), st.sampled_from(["2025-11", "2025-Q4", "2025"]),
       st.integers(1, 500))
def test_a_projection_lies_between_what_is_there_and_its_range(when, code, target):
    state = mqls(leads(*[(d.isoformat(), "x") for d in when]), code, (Target("mqls", code, target),))
    found = state.pace
    if found is None or found.projected is None:
        return
    assert state.result.value <= found.low <= found.projected <= found.high
    assert 0 <= found.chance <= 1 and 0 < found.elapsed < 1
    assert (found.standing is Standing.REACHED) == (state.result.value >= target)


# -- notes -------------------------------------------------------------------------------------------------------------


def test_flags_stand_at_their_period_and_speak_of_what_is_shown():
    points = mqls(leads(*days("2025-09-01", 73)), "2025-11").trend
    notes = (Note(date(2025, 10, 5), "b"), Note(date(2025, 9, 5), "a", "mqls"), Note(date(2025, 9, 6), "other", "nps"), Note(date(2020, 1, 1), "old"),
             Note(date(2025, 11, 1), "c", "", "channel", "Paid"))
    assert [(m.at, m.number, m.note.text) for m in pictures.marks(notes, points, "mqls", ())] == [(9, 1, "a"), (10, 2, "b")]
    assert [m.note.text for m in pictures.marks(notes, points, "mqls", (Filter("channel", "paid"),))] == ["a", "b", "c"]


def test_an_empty_dataset_has_no_pace():
    state = compute(from_plain({}), Selection(Period.parse("2025-11")), only=("mqls",), targets=(Target("mqls", "2025-11", 5),)).kpis[0]
    assert state.pace is None and state.missing is not None


def test_a_year_in_which_the_figures_own_rows_began_tells_no_season():
    """Contracts reach back to 2020, leads to October 2023: 2023 had nothing by June for want of data, not of leads."""
    rows = [*days("2023-10-01", 60), *days("2024-01-01", 40), *days("2024-08-01", 40), *days("2025-01-01", 30)]
    data = dataset(leads=("lead created mql channel", [(f"L{k}", day, day, channel) for k, (day, channel) in enumerate([*rows, ("2025-06-30", "Paid")])]),
                   customers=("customer started", [("Old", "2020-01-01")]))
    found = mqls(data, "2025", (Target("mqls", "2025", 60),)).pace
    assert found.projected == pytest.approx(31 / found.elapsed) or "1 earlier year" in str(found.how)
    assert found.high < 200
