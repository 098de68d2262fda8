"""What stands beside the funnel: by hand, and against a second computation on generated workspaces."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_desktop.metrics import funnel, funnel_pictures, multiples, pairs
from kpi_desktop.metrics.durations import _WIDTHS, _binned, durations
from kpi_desktop.metrics.stages import Pair
from kpi_desktop.metrics.stuck import stuck
from kpi_desktop.model.selection import Compare, Filter, Period, Selection
from tests.metrics import plainly, plainly_beside
from tests.metrics.generated import PERIOD, PERIODS, made, workspace
from tests.metrics.plain import dataset

quick = settings(max_examples=60, deadline=None)
MODE = st.sampled_from(["period", "cohort"])


def at(period="2024", *filters):
    return Selection(Period.parse(period), Compare.PREVIOUS, None, tuple(filters))


def waiting(data, mode="cohort", period="2024", **how):
    """Stage -> {row id: days}."""
    return {s.stage: dict(zip(s.rows.ids.tolist(), s.days.tolist(), strict=True)) for s in stuck(data, at(period), mode, **how)}


# -- who is stuck ------------------------------------------------------------------------------------------------------


def test_who_waits_longer_than_four_in_five_took_is_stuck():
    went = [(f"w{d}", date(2024, 1, 1), date(2024, 1, 1) + timedelta(days=d), None) for d in (1, 2, 3, 4, 10)]  # 80th percentile: 5.2 days
    rows = [*went, ("old", date(2024, 2, 1), None, None), ("just", date(2024, 2, 23), None, None), ("young", date(2024, 2, 24), None, None),
            ("no", date(2024, 2, 1), None, date(2024, 2, 2)), ("end", date(2024, 2, 29), None, None)]
    found = waiting(dataset(leads=("lead created mql rejected", rows)))
    assert found["leads"] == {6: 28, 7: 6} and list(found["leads"]) == [6, 7]  # 24 February: 5 days, not more than 5.2; "no" was rejected
    assert "mql" not in found  # nobody went on from there


def test_the_stuck_deals_are_open_ones_whoever_they_belong_to():
    leads = [("a", "2024-01-01"), ("b", "2023-12-01")]
    deals = [("d1", "2024-01-01", "2024-01-11", "won", "a"), ("d2", "2024-01-05", None, "open", "b"), ("d3", "2024-02-01", None, "open", None),
             ("d4", "2024-01-05", "2024-02-20", "lost", "b")]
    data = dataset(leads=("lead created", leads), deals=("deal created closed outcome lead", deals))
    assert waiting(data, "period")["deals"] == {2: 46, 3: 19}
    assert waiting(data, "cohort")["deals"] == {} and waiting(data, "cohort", everyone=True)["deals"] == {2: 46, 3: 19}
    assert waiting(data, "cohort", "2023-12")["deals"] == {2: 46}


@quick
@given(workspace("leads", "deals", most=20), PERIOD, MODE, st.booleans())
def test_the_stuck_are_those_of_the_second_computation(ws, period, mode, everyone):
    data = made(ws)
    found = stuck(data, at(period), mode, everyone=everyone)
    expected = plainly_beside.stuck(ws, PERIODS[period], mode, everyone)
    names = {"leads": [r["lead"] for r in ws.get("leads", [])], "deals": [r["deal"] for r in ws.get("deals", [])]}
    told = {s.stage: {names[s.rows.table][k - 1]: int(d) for k, d in zip(s.rows.ids, s.days, strict=True)} for s in found}
    assert {k: v for k, v in told.items() if v} == {k: v for k, v in expected.items() if v}
    assert set(expected) <= set(told)
    for s in found:
        assert list(s.days) == sorted(s.days, reverse=True) and all(s.days > s.limit)
        assert s.rows.ids.tolist() == (s.places + 1).tolist()


@quick
@given(workspace("leads", "deals", most=20), PERIOD)
def test_the_stuck_of_a_cohort_are_among_those_whom_the_funnel_counts(ws, period):
    data = made(ws)
    counts = {s.id: s.count for s in funnel.compute(data, at(period), "cohort").stages}
    for s in stuck(data, at(period), "cohort"):
        if s.stage != "deals":  # a lead may have several deals
            assert len(s.rows.ids) <= counts[s.stage]


# -- days of a step ----------------------------------------------------------------------------------------------------


def test_days_fall_into_bins_of_a_round_width_and_the_slow_into_an_open_one():
    rows = [(f"l{k}", date(2024, 1, 1), date(2024, 1, 1) + timedelta(days=k % 20)) for k in range(1000)] + [("late", date(2024, 1, 1), date(2024, 12, 1))]
    found = durations(dataset(leads=("lead created mql", rows)), at(), "cohort", "mql")
    assert found.width == 2 and found.counts[:10] == (100,) * 10 and found.counts[-1] == 1 and found.open_end and len(found.counts) == 24
    assert found.median == 10 and found.middle == 5 and found.n == 1001
    chart = funnel_pictures.days(found, funnel.LABELS[1], funnel.LABELS[2])
    assert chart.labels[0] == "0–1" and chart.labels[-1] == "46+" and chart.highlight == 5 and str(chart.mark) == "median 10 days"


def test_days_out_of_order_are_counted_apart_and_of_no_days_nothing_is_drawn():
    rows = [("a", "2024-03-10", "2024-03-01"), ("b", "2024-03-02", "2024-03-09")]
    data = dataset(leads=("lead created mql", rows))
    found = durations(data, at(), "cohort", "mql")
    assert (found.n, found.wrong, found.width, found.counts[-1]) == (1, 1, 1, 1)
    assert durations(data, at(), "cohort", "sql") is None and durations(data, at(), "cohort", "leads") is None
    assert durations(data, at("2020"), "period", "mql") is None


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(0, 40) | st.integers(0, 5000), min_size=1, max_size=200))
def test_every_day_is_in_one_bin(days):
    width, counts, open_end = _binned(np.bincount(days))
    assert 1 <= len(counts) <= 24 and (width in _WIDTHS or width % 365 == 0)
    for k, count in enumerate(counts):
        last = open_end and k == len(counts) - 1
        assert count == len([d for d in days if d >= k * width and (last or d < (k + 1) * width)])
    slow = sum(counts[-1:]) if open_end else 0
    assert slow <= max(len(days) * 0.05, 1)


@quick
@given(workspace("leads", "deals", most=25), PERIOD, st.sampled_from(plainly_beside.STEPS))
def test_the_days_of_a_cohorts_step_are_those_of_the_second_computation(ws, period, stage):
    found = durations(made(ws), at(period), "cohort", stage)
    leads = plainly.dated(ws, "leads", "created", PERIODS[period]) if plainly.reached(ws, "leads", "created", PERIODS[period]) else []
    days = plainly_beside.step_days(ws, leads, stage) if plainly.known_stages(ws)[stage] else []
    in_order = [d for d in days if d >= 0]
    if not in_order:
        assert found is None
        return
    assert found.n == len(in_order) and found.wrong == len(days) - len(in_order)
    assert (found.median, found.low, found.high) == tuple(pytest.approx(plainly.percentile(in_order, q)) for q in (50, 10, 90))
    assert found.counts[0] == len([d for d in in_order if d < found.width]) or (found.open_end and len(found.counts) == 1)


# -- two funnels -------------------------------------------------------------------------------------------------------


def of_channels(good=60, poor=40, n=100):
    rows = [(f"g{k}", "2024-01-05", "2024-01-06" if k < good else None, "Good") for k in range(n)]
    rows += [(f"p{k}", "2024-01-05", "2024-01-08" if k < poor else None, "Poor") for k in range(n)]
    return dataset(leads=("lead created mql channel", rows))


def side_by_side(data, mode="cohort", filters=()):
    left, right = pairs.of_members(data, at("2024", *filters), mode, "channel", "Good", "Poor")
    return Pair("Good", "Poor", pairs.steps(left, right), "channel")


@pytest.mark.parametrize(("good", "poor", "word"), [(60, 40, "+20.0 pt, better"), (40, 60, "−20.0 pt, worse"), (52, 48, "+4.0 pt, within noise"),
                                                    (50, 50, "±0.0 pt, within noise")])
def test_a_difference_is_called_better_only_where_the_test_says_so(good, poor, word):
    found = side_by_side(of_channels(good, poor))
    step = {s.left.id: s for s in found.steps}["mql"]
    assert step.difference == pytest.approx((good - poor) / 100) and not step.small
    chart = funnel_pictures.pair(found)
    assert str(chart.notes[2]) == word and chart.roles[2] == ("quiet" if "noise" in word else word.split()[-1])
    assert chart.series[0].values[1:3] == (100.0, float(good)) and (str(chart.description) == "No step differs by more than noise.") == ("noise" in word)


def test_members_take_the_place_of_a_filter_on_their_dimension():
    found = side_by_side(of_channels(), filters=(Filter("channel", "Poor"),))
    assert [s.left.count for s in found.steps[1:3]] == [100, 60]


def test_a_small_sample_is_marked_and_the_members_are_told_by_size():
    data = of_channels(n=20, good=15, poor=5)
    assert {s.left.id: s.small for s in side_by_side(data).steps}["mql"] and pairs.members(data, "channel") == ("Good", "Poor")
    assert pairs.members(data, "event") == ("",)  # none has one


@quick
@given(workspace("leads", "deals", most=40), PERIOD, MODE)
def test_the_difference_is_tested_as_the_second_computation_does(ws, period, mode):
    data = made(ws)
    left, right = pairs.of_members(data, at(period), mode, "channel", "paid", "SEO")
    steps, before = pairs.steps(left, right), None
    for step, a, b in zip(steps, left.stages, right.stages, strict=True):
        if step.difference is not None:
            assert step.difference == pytest.approx(a.count / before[0] - b.count / before[1])
            if a.count <= before[0] and b.count <= before[1]:
                assert step.differs == (plainly_beside.p_value(a.count, before[0], b.count, before[1]) < 0.05)
            else:
                assert step.differs is None
            assert step.small == (min(before) < 30)
        if a.count is not None and b.count is not None:
            before = a.count, b.count
    assert len(funnel_pictures.pair(Pair("paid", "SEO", steps, "channel")).notes) == len(steps)


@quick
@given(workspace("leads", "deals", most=25), st.sampled_from(["2024-Q1", "2024-02", "2024"]))
def test_the_compared_cohort_is_seen_at_equal_maturity(ws, period):
    data, chosen = made(ws), at(period)
    then = chosen.period.compared(Compare.PREVIOUS, data.today)
    found = funnel.compared(data, chosen, "cohort", "channel")
    known, shift = plainly.known_stages(ws), chosen.period.first - then.first
    if not plainly.reached(ws, "leads", "created", (then.first, then.last)) or then.first > plainly.today(ws) - shift:
        assert all(s.count is None for s in found.stages)
        return
    by = plainly.today(ws) - shift
    roads = [plainly_beside.dates(ws, r) for r in plainly.dated(ws, "leads", "created", (then.first, min(then.last, by)))]
    for k, stage in enumerate(plainly.STAGES):
        count = len([d for d in roads if any(d[i] and d[i] <= by for i in range(k, 5))]) if known[stage] else None
        assert found.stages[k + 1].count == count, stage
        if count is not None:
            assert sum(m.stages[k + 1].count for m in found.members) == count
    assert found.bottleneck is None


# -- small multiples ---------------------------------------------------------------------------------------------------


def test_a_member_is_weak_where_it_falls_furthest_behind_the_rest():
    found = funnel.compute(of_channels(80, 40), at(), "cohort", "channel")
    tiles = {t.member: t.weak for t in multiples.tiles(found)}
    assert tiles == {"Good": None, "Poor": 2}
    chart = funnel_pictures.multiples(found)
    assert [(s.label, s.highlight, s.key) for s in chart.series] == [("Good", None, "=Good"), ("Poor", 2, "=Poor")]
    assert str(chart.description) == "Behind the rest by more than noise: Poor: MQL."
    few = multiples.tiles(funnel.compute(of_channels(20, 5, 25), at(), "cohort", "channel"))
    assert {t.weak for t in few} == {None}  # too few to say so


@pytest.mark.parametrize(("members", "shown", "last"), [(9, 9, "m8"), (10, 9, None)])
def test_from_the_ninth_on_members_are_one(members, shown, last):
    rows = [(f"l{m}-{k}", "2024-01-05", "2024-01-06" if k % 2 else None, f"m{m}") for m in range(members) for k in range(20 - m)]
    tiles = multiples.tiles(funnel.compute(dataset(leads=("lead created mql channel", rows)), at(), "cohort", "channel"))
    assert len(tiles) == shown and tiles[-1].member == last


@quick
@given(workspace("leads", "deals", most=30), PERIOD, MODE, st.sampled_from(["channel", "owner", "country"]))
def test_the_small_funnels_sum_to_the_whole(ws, period, mode, by):
    found = funnel.compute(made(ws), at(period), mode, by)
    tiles = multiples.tiles(found)
    for k, stage in enumerate(found.stages[1:], 1):
        if tiles and all(t.stages[k].count is not None for t in tiles) and stage.count is not None:
            assert sum(t.stages[k].count for t in tiles) == stage.count
    chart = funnel_pictures.multiples(found)
    assert (chart is None) == (not found.members)


# -- dates that are missing or out of order ----------------------------------------------------------------------------


@quick
@given(workspace("leads", "deals", most=20), PERIOD, MODE)
def test_what_is_counted_of_dates_can_be_listed(ws, period, mode):
    data = made(ws)
    found = funnel.compute(data, at(period), mode)
    assert [a.reason for a in found.aside] == [w for w in found.warnings if w in [a.reason for a in found.aside]]
    for aside in found.aside:
        ids = aside.rows.ids.tolist()
        assert len(set(ids)) == len(ids) and 0 < len(ids) <= aside.reason.n and max(ids) <= data.size(aside.rows.table)
    if mode == "cohort" and any("missing" in a.reason.source for a in found.aside):
        (missing,) = [a for a in found.aside if "missing" in a.reason.source]
        assert missing.reason.n == sum(s.inferred for s in found.stages)
