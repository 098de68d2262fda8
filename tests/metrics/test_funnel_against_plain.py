"""The funnel's members in both readings, its days, and the bottleneck against a second computation in plain Python."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kpi_desktop.metrics import funnel
from kpi_desktop.model.selection import Compare, Filter, Grain, Period, Selection
from tests.metrics import plainly, plainly_funnel
from tests.metrics.generated import PERIOD, PERIODS, SIGHTINGS, in_one_day, made, workspace

quick = settings(max_examples=60, deadline=None)
DIMENSIONS = st.sampled_from(["channel", "campaign", "event", "format", "segment", "country", "owner", "team"])
TABLES = workspace("leads", "deals", "events", "reps", most=20)
ANY = TABLES | TABLES.map(in_one_day)


def computed(ws, period, mode, by, filters=()):
    return funnel.compute(made(ws), Selection(Period.parse(period), Compare.NONE, None, tuple(filters)), mode, by)


def near(value):
    return None if value is None else pytest.approx(float(value), rel=1e-9, abs=1e-12)


def seen(found):
    """Folded member -> its stages after the visitors."""
    members = {plainly.fold(m.member): m.stages[1:] for m in found.members}
    assert len(members) == len(found.members)
    return members


def check_rates(stages):
    """Every rate is this count by the last one known, and by the first."""
    first = before = None
    for s in stages:
        assert s.rate_from_previous == near(s.count / before if s.count is not None and before else None)
        assert s.cumulative_rate == near(s.count / first if s.count is not None and first else None)
        if s.count is not None:
            first, before = s.count if first is None else first, s.count


@quick
@given(ANY, SIGHTINGS, PERIOD, DIMENSIONS)
def test_members_of_what_happened_in_the_period(ws, sightings, period, by):
    ws["sightings"], span = sightings, PERIODS[period]
    found = computed(ws, period, "period", by)
    expected = plainly_funnel.members_in(ws, span, by)
    assert {name: [s.count for s in stages] for name, stages in seen(found).items()} == expected
    channels = {plainly.fold(c) for _, c, _ in sightings} - {""}
    for m in found.members:
        known = by == "channel" and channels
        assert m.stages[0].count == (plainly.visitors(ws, span, plainly.fold(m.member)) if known else None)
        check_rates(m.stages)
    for stage in found.stages[1:]:
        rows = plainly_funnel.reached_in(ws, span, stage.id)
        days = [d for d in plainly_funnel.days_in(ws, rows, stage.id) if d >= 0] if rows and stage.id != "leads" else []
        told = (stage.median_days, stage.days_low, stage.days_high)
        assert told == tuple(near(plainly.percentile(days, q)) if days else None for q in (50, 10, 90)), stage.id
    check_rates(found.stages)


@quick
@given(ANY, SIGHTINGS, PERIOD, DIMENSIONS)
def test_members_of_a_cohort(ws, sightings, period, by):
    ws["sightings"], span = sightings, PERIODS[period]
    found = computed(ws, period, "cohort", by)
    if not plainly.reached(ws, "leads", "created", span):
        assert found.members == () and {s.count for s in found.stages[1:]} == {None}
        return
    split = plainly.split(ws, "leads", plainly.dated(ws, "leads", "created", span), by)
    members = seen(found)
    assert set(members) == set(split)
    for name, mine in split.items():
        told = plainly.cohort(ws, span, mine)
        for s in members[name]:
            expected = told[s.id]
            assert (s.count, s.inferred, s.median_days) == (expected[:3] if expected else (None, 0, None)), (name, s.id)
            assert s.expected_rate == near(expected and expected[3]), (name, s.id)
    for m in found.members:
        check_rates(m.stages)
    check_rates(found.stages)


@quick
@given(ANY, PERIOD, st.sampled_from(["period", "cohort"]), DIMENSIONS, st.booleans())
def test_a_member_is_the_funnel_filtered_by_it(ws, period, mode, by, nobody):
    """One that nobody bears has no one at any stage; the days and the rates at maturity are a filter's as well."""
    whole = computed(ws, period, mode, by)
    for m in whole.members:
        alone = computed(ws, period, mode, None, [Filter(by, m.member)])
        assert [(s.count, s.median_days, s.expected_rate, s.inferred) for s in alone.stages[1:]] == [
            (s.count, s.median_days, s.expected_rate, s.inferred) for s in m.stages[1:]]
    if nobody:
        alone = computed(ws, period, mode, None, [Filter(by, "nobody is called so")])
        assert {s.count for s in alone.stages[1:]} <= {0, None}
        assert [s.count is None for s in alone.stages[1:]] == [s.count is None for s in whole.stages[1:]]


# -- the bottleneck ----------------------------------------------------------------------------------------------------

CROWD_DAYS = st.sampled_from([date(2024, 2, 29), date(2024, 4, 1), date(2024, 3, 31), date(2024, 6, 20), date(2023, 8, 15), date(2022, 7, 1),
                              date(2022, 3, 31)])


@st.composite
def crowd(draw):
    """Leads of one day and channel, how many of them come to each stage, and in how many days each step goes."""
    sizes = [draw(st.sampled_from([60, 100, 45, 30, 29, 3]))]
    for _ in range(4):
        sizes.append(int(sizes[-1] * draw(st.sampled_from([0.9, 1, 0.6, 0.3]))))
    steps = draw(st.lists(st.sampled_from([0, 3, 20, 90, -2]), min_size=4, max_size=4))
    return draw(CROWD_DAYS), draw(st.sampled_from(["Paid", "SEO", "paid ", None])), sizes, steps, draw(st.sampled_from([0, 0, 1, 3])), draw(st.booleans())


def crowded(crowds, last):
    """The workspace of crowds: of those who stop, one in `refused` is rejected; without `dated` the MQL's date is missing of those who came further."""
    leads, deals = [], []
    for c, (day, channel, sizes, steps, refused, is_dated) in enumerate(crowds):
        for k in range(sizes[0]):
            far = max(s for s in range(5) if k < sizes[s])
            dates = [day + timedelta(days=sum(max(d, 0) if i < s - 1 else d for i, d in enumerate(steps[:s]))) for s in range(5)]
            name = f"{c}-{k}"
            leads.append({"lead": name, "created": day, "channel": channel, "mql": dates[1] if far == 1 or (far > 1 and is_dated) else None,
                          "sql": dates[2] if far >= 2 else None, "rejected": day if far < 3 and refused and not k % refused else None})
            if far >= 3:
                deals.append({"deal": name, "lead": name, "created": dates[3], "closed": dates[4] if far == 4 else None,
                              "outcome": "won" if far == 4 else "open"})
    return {"leads": leads, "deals": deals, "nps": [{"date": last, "score": 9}] if last else []}


AS_EVER = (date(2024, 4, 1), "Paid", [40, 16, 16, 16, 16], [0] * 4, 0, True)


@settings(max_examples=120, deadline=None)
@given(st.lists(crowd(), min_size=2, max_size=5) | st.lists(crowd(), min_size=1, max_size=1),
       st.sampled_from([None, None, date(2024, 7, 1), date(2026, 1, 1)]), st.sampled_from([Grain.QUARTER, Grain.QUARTER, Grain.MONTH, Grain.YEAR]))
@example([AS_EVER, (date(2024, 1, 1), "Paid", [40, 32, 32, 32, 32], [0] * 4, 0, True)], None, Grain.QUARTER)
@example([AS_EVER, (date(2022, 7, 1), "Paid", [40, 40, 40, 40, 40], [0] * 4, 0, True)], None, Grain.QUARTER)
@example([AS_EVER, (date(2022, 6, 30), "Paid", [40, 40, 40, 40, 40], [0] * 4, 0, True)], None, Grain.QUARTER)
@example([AS_EVER, (date(2024, 4, 1), "SEO", [30, 30, 30, 30, 30], [0] * 4, 0, True)], date(2026, 1, 1), Grain.QUARTER)
@example([AS_EVER, (date(2024, 4, 1), "SEO", [29, 29, 29, 29, 29], [0] * 4, 0, True)], date(2026, 1, 1), Grain.QUARTER)
@example([(date(2024, 2, 29), "Paid", [40, 16, 16, 16, 16], [0] * 4, 0, True), (date(2024, 6, 20), None, [40, 34, 34, 34, 34], [0] * 4, 0, True),
          (date(2023, 8, 15), None, [40, 32, 32, 32, 32], [90, 0, 0, 0], 0, True)], date(2024, 7, 1), Grain.YEAR)
def test_the_bottleneck_is_the_one_of_the_second_computation(crowds, last, grain):
    """The period is the quarter, month or year of the first crowd; the eighth quarter back counts, the ninth does not, nor do 29 people, nor a quarter in
    which many may still come."""
    whole = Period.of(grain, crowds[0][0])
    period, span = f"{whole.first}..{whole.last}", (whole.first, whole.last)
    ws = crowded(crowds, last)
    found = computed(ws, period, "cohort", None).bottleneck
    assert found == computed(ws, period, "period", None).bottleneck
    expected = plainly_funnel.bottleneck(ws, span)
    most = max((more for *_, more in expected.values()), default=0)
    if found is None:
        assert most == pytest.approx(0, abs=1e-6) or most < 0
        return
    own, best, where, more = expected[found.stage]
    assert (found.rate, found.best_rate, found.more_won) == (near(own), near(best), pytest.approx(more, rel=1e-6))
    assert found.more_won == pytest.approx(most, rel=1e-6)
    named = dict(found.best.values)
    assert (plainly.fold(named["channel"]) if "channel" in named else named["quarter"].first) in where


@pytest.mark.parametrize("month", range(1, 13))
def test_quarters_of_the_second_computation_are_quarters(month):
    assert plainly_funnel.quarter(date(2024, month, 15)) == ((q := Period.of(Grain.QUARTER, date(2024, month, 15))).first, q.last)
