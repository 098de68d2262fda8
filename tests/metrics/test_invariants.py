"""What must hold of every figure whatever the data: parts and totals, filters, order of rows, intervals, bounds."""

import math
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_desktop.metrics import funnel, pictures, registry, spend
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.selection import Compare, Driver, Filter, Options, Period, Selection
from tests.metrics import plainly
from tests.metrics.generated import CHANNEL, DAYS, PERIOD, SIGHTINGS, in_one_day, made, workspace

EVERYTHING = ("leads", "deals", "events", "attendance", "spend", "customers", "invoices", "nps", "reps")
quick = settings(max_examples=30, deadline=None)
DIMENSION = st.sampled_from(["channel", "campaign", "country", "segment", "team", "event", "format", "product"])


LEAP = date(2024, 2, 29)


@st.composite
def company(draw, most=12):
    """All tables at once, with visits; now and then one row of each, or all of it on the leap day."""
    ws = draw(workspace(*EVERYTHING, most=draw(st.sampled_from([most, most, most, 1]))))
    seen = draw(SIGHTINGS)
    if draw(st.integers(0, 3)) == 3:
        ws, seen = in_one_day(ws, LEAP), [(LEAP, channel, who) for _, channel, who in seen]
    return {**ws, "sightings": seen}


def computed(data, period, by=None, filters=(), only=None, compare=Compare.NONE, **options):
    selection = Selection(Period.parse(period), compare, by, tuple(filters), Options(**options))
    return registry.compute(data, selection, only=only, trend=False).kpis


def close(value):
    return None if value is None else pytest.approx(value, rel=1e-9, abs=1e-6)


# -- parts and totals --------------------------------------------------------------------------------------------------


@quick
@given(company(), PERIOD, DIMENSION)
def test_additive_parts_sum_to_the_total_and_rates_to_their_counts(ws, period, by):
    for state in computed(made(ws), period, by):
        if not state.breakdown:
            continue
        total, counted = state.result, state.breakdown
        if state.kpi.additive:
            assert sum(m.value for m in counted) == total.value
        elif state.kpi.id in ("nps", "close_rate") and by != "owner":
            assert sum(m.numerator for m in counted) == total.numerator
            assert sum(m.n for m in counted) == total.n
        elif state.kpi.id == "cost_per_sql":
            assert round(100 * sum(m.numerator for m in counted)) == round(100 * total.numerator)
            assert sum(m.n for m in counted) == total.n
        elif state.kpi.id in ("unique_visitors", "target_attendance"):
            assert max(m.value for m in counted) <= total.value <= sum(m.value for m in counted)
        elif state.kpi.id == "sales_effectiveness":
            assert all(m.denominator >= 3 for m in counted)


@quick
@given(company(), PERIOD, DIMENSION)
def test_a_member_is_what_a_filter_on_it_shows(ws, period, by):
    """The same metric on two screens (each answer of a respondent of its own: a filter takes the latest of those that pass)."""
    ws["nps"] = [{**r, "respondent": None} for r in ws.get("nps", ())]
    data = made(ws)
    for state in computed(data, period, by):
        for m in state.breakdown:
            if m.details.get("shared_not_spread"):
                continue
            alone = computed(data, period, filters=[Filter(by, m.member)], only=(state.kpi.id,))[0].result
            assert (close(m.value), close(m.low), close(m.high)) == (alone.value, alone.low, alone.high), (state.kpi.id, m.member)
            if state.kpi.id != "cost_per_sql" or m.n:
                assert (m.numerator, m.n) == (close(alone.numerator), alone.n), (state.kpi.id, m.member)


@quick
@given(company(), PERIOD, st.sampled_from([("channel", "country"), ("country", "channel"), ("segment", "event"), ("event", "format")]),
       st.sampled_from(list(Driver)))
def test_spend_under_a_filter_sums_to_the_filters_part(ws, period, pair, driver):
    data, (filtered, by) = made(ws), pair
    span = Period.parse(period)
    whole = spend.allocate(data.view(), span, filtered, driver)
    for name, loaded in zip(whole.members, whole.loaded, strict=True):
        view = data.view([Filter(filtered, name)])
        parts = spend.allocate(view, span, by, driver)
        if spend.total(view, span, driver) is None:
            continue
        assert round(100 * spend.total(view, span, driver)) == round(100 * loaded)
        assert round(100 * sum(parts.loaded)) + round(100 * parts.left) == round(100 * loaded)


@quick
@given(company(), PERIOD)
def test_no_driver_and_no_breakdown_changes_what_was_spent(ws, period):
    data = made(ws)
    seen = {computed(data, period, by, only=("cost_per_sql",), driver=driver)[0].result.numerator
            for driver in Driver for by in (None, "channel")}
    assert len(seen) == 1


# -- filters and order -------------------------------------------------------------------------------------------------


@quick
@given(company(), PERIOD, CHANNEL, st.sampled_from(["DE", "at", "", "nowhere"]))
def test_filters_commute_and_do_not_mind_case_or_being_said_twice(ws, period, channel, country):
    data = made(ws)
    a, b = Filter("channel", channel or ""), Filter("country", country)
    first = computed(data, period, "channel", [a, b])
    for filters in ([b, a], [a, b, a], [Filter("channel", f" {(channel or '').upper()} "), b]):
        for x, y in zip(first, computed(data, period, "channel", filters), strict=True):
            assert (x.result.value, x.result.numerator, x.result.denominator) == (y.result.value, y.result.numerator, y.result.denominator)
            assert [(m.member, m.value) for m in x.breakdown] == [(m.member, m.value) for m in y.breakdown]
        for mode in ("period", "cohort"):
            one, other = (funnel.compute(data, Selection(Period.parse(period), Compare.NONE, None, tuple(f)), mode) for f in ([a, b], filters))
            assert (one.stages, one.bottleneck) == (other.stages, other.bottleneck)


def mixed(leads, random):
    """Leads in another order, those of one day among themselves as they were: a deal goes to the later row of two alike."""
    days = [r["created"] for r in leads]
    of_day = {d: iter([r for r in leads if r["created"] == d]) for d in days}
    random.shuffle(days)
    return [next(of_day[d]) for d in days]


@quick
@given(company(), PERIOD, DIMENSION, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(ws, period, by, random):
    once = {}
    for r in ws.get("nps", ()):  # one answer per respondent and day, as the table's key has it
        once[(plainly.fold(r.get("respondent")) or id(r), r["date"])] = r
    ws["nps"] = list(once.values())
    before = computed(made(ws), period, by)
    for table in ("deals", "attendance", "spend", "invoices", "nps", "sightings", "events"):
        if ws.get(table):
            random.shuffle(ws[table])
    ws["leads"] = mixed(ws.get("leads") or [], random)
    for x, y in zip(before, computed(made(ws), period, by), strict=True):
        for field in ("value", "numerator", "denominator", "low", "high"):
            value = getattr(x.result, field)
            if x.kpi.id == "customer_profitability" and field in ("low", "high"):
                continue  # a bootstrap draws from the customers in their order
            assert getattr(y.result, field) == close(value), (x.kpi.id, field)
        told = {b.key: b.value for b in y.result.beside}
        assert {b.key: close(b.value) for b in x.result.beside} == told, x.kpi.id
        assert {plainly.fold(m.member): close(m.value) for m in x.breakdown} == {plainly.fold(m.member): m.value for m in y.breakdown}, x.kpi.id


@quick
@given(SIGHTINGS, DAYS, st.lists(st.integers(0, 90), min_size=2, max_size=2), CHANNEL)
def test_a_wider_period_never_has_fewer_visitors(sightings, day, days, channel):
    data = made({"sightings": sightings})
    filters = [Filter("channel", channel)] if channel else []
    start, end = (day.fromordinal(day.toordinal() + d) for d in sorted(days))
    inner, wider = (computed(data, f"{a}..{b}", filters=filters, only=("unique_visitors",))[0].result.value
                    for a, b in ((start, end), (day, end.fromordinal(end.toordinal() + 5))))
    assert inner is None or wider >= inner


# -- bounds ------------------------------------------------------------------------------------------------------------

RATES = {"acceptance", "target_share", "mql_to_sql", "mql_to_won", "picked_up", "win_rate", "churn", "yearly_churn", "gross_revenue_retention", "promoters",
         "passives", "detractors", "promoters_retained", "detractors_retained", "cohort_won", "cohort_open", "cohort_expected"}


@quick
@given(company(most=25), PERIOD, st.sampled_from(["channel", "segment"]))
def test_an_interval_holds_its_value_and_rates_are_rates(ws, period, by):
    for state in computed(made(ws), period, by):
        for found in (state.result, *state.breakdown, *state.result.beside):
            for number in (found.value, found.low, found.high):
                assert number is None or math.isfinite(number)
            if found.value is not None:
                assert found.low is None or found.low <= found.value + 1e-6 + 1e-9 * abs(found.value), state.kpi.id
                assert found.high is None or found.high >= found.value - 1e-6 - 1e-9 * abs(found.value), state.kpi.id
            if state.kpi.unit is Unit.POINTS and found in (state.result, *state.breakdown) and found.value is not None:
                assert -100 <= found.low <= found.value <= found.high <= 100
        if state.kpi.unit is Unit.RATE and state.result.value is not None:
            assert 0 <= state.result.value <= 1
        for b in state.result.beside:
            assert b.key not in RATES or b.value is None or -1e-12 <= b.value <= 1 + 1e-12, b.key


@quick
@given(company(most=20), PERIOD)
def test_shares_of_answers_make_the_nps_and_churn_completes_retention(ws, period):
    found = {s.kpi.id: s for s in computed(made(ws), period)}
    nps, kept = found["nps"], found["customer_retention"]
    told = {b.key: b.value for b in nps.result.beside}
    if nps.result.value is not None:
        assert nps.result.value == pytest.approx(100 * (told["promoters"] - told["detractors"]))
        assert told["promoters"] + told["passives"] + told["detractors"] == pytest.approx(1)
    if kept.result.value is not None:
        told = {b.key: b.value for b in kept.result.beside}
        assert kept.result.value + told["churn"] == pytest.approx(1)
        lost = told["customers_start"] - kept.result.numerator
        assert told["customers_start"] - lost + told["customers_new"] == told["customers_end"]
        if "net_revenue_retention" in told and told["gross_revenue_retention"] is not None:
            assert told["gross_revenue_retention"] <= min(1, told["net_revenue_retention"]) + 1e-12


@quick
@given(company(), PERIOD, st.sampled_from([Compare.PREVIOUS, Compare.YEAR]))
def test_a_change_is_now_minus_then(ws, period, how):
    data = made(ws)
    then = Period.parse(period).compared(how, data.today)
    for state in computed(data, period, compare=how):
        before = computed(data, then.code, only=(state.kpi.id,))[0].result
        if state.missing is None:
            assert state.compared.value == before.value
        now, so_far = state.result, Period.parse(period).so_far(data.today)
        if state.kpi.booked_ahead:  # costs dated ahead are not compared
            now = computed(data, so_far.code, only=(state.kpi.id,))[0].result
        if state.result.value is None or before.value is None or now.value is None:
            assert state.change is None and state.significant is None
        else:
            assert state.change == now.value - before.value
            if now.value == before.value and now.numerator == before.numerator:
                assert state.significant is not True


# -- pictures ----------------------------------------------------------------------------------------------------------


@quick
@given(company(), st.sampled_from(["2024-02", "2024-Q1", "2030"]), st.sampled_from(["channel", "segment", "team"]))
def test_charts_show_what_the_states_hold(ws, period, by):
    selection = Selection(Period.parse(period), Compare.PREVIOUS, by)
    for state in registry.compute(made(ws), selection).kpis:
        chart = pictures.trend(state, "EUR", selection.period)
        assert (chart is None) == all(p.value is None for p in state.trend)
        if chart is not None:
            assert chart.labels == tuple(p.period for p in state.trend)
            line = chart.series[0]
            assert [*zip(line.values, line.low, line.high, strict=True)] == [(p.value, p.low, p.high) for p in state.trend]
            assert chart.reference == state.compared.value
            assert "{" not in str(chart.description)
        chart = pictures.bars(state, "EUR", by)
        shown = [m for m in state.breakdown if m.value is not None]
        assert (chart is None) == (not shown)
        if chart is not None:
            assert [str(label) for label in chart.labels] == [m.member or "not given" for m in shown[:12]]
            assert chart.series[0].values == tuple(m.value for m in shown[:12])
            assert f"highest is {max(shown[:12], key=lambda m: m.value).member or 'not given'} with" in str(chart.description)


@quick
@given(workspace("leads", "deals", most=25), PERIOD, st.sampled_from(["period", "cohort"]))
def test_the_funnels_chart_shows_its_stages(ws, period, mode):
    data, selection = made(ws), Selection(Period.parse(period), Compare.PREVIOUS)
    found, then = funnel.compute(data, selection, mode), funnel.compared(data, selection, mode)
    chart = pictures.funnel(found, then)
    by_role = {s.role: s for s in chart.series}
    assert by_role["accent"].values == tuple(s.count for s in found.stages)
    assert by_role["comparison"].values == tuple(s.count for s in then.stages)
    assert len(chart.notes) == len(chart.labels) == len(found.stages)
    for note, stage in zip(chart.notes, found.stages, strict=True):
        assert (note == "") == (stage.rate_from_previous is None)
        assert stage.rate_from_previous is None or str(note).startswith(f"{100 * stage.rate_from_previous:.1f} %")
    quiet = by_role.get("quiet")
    if quiet is not None:
        assert mode == "cohort"
        for stage, expected in zip(found.stages, quiet.values, strict=True):
            assert expected is None or expected > stage.count or stage.count == 0
    assert (chart.highlight is None) == (found.bottleneck is None)
