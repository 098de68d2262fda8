"""Why each KPI changed against a second computation in plain Python, and what must hold of every explanation, on generated workspaces."""

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_desktop.metrics import pictures, registry
from kpi_desktop.metrics.effects import OTHER, SEVERAL
from kpi_desktop.metrics.explain import explained
from kpi_desktop.metrics.result import Scope
from kpi_desktop.model.problem import Text
from kpi_desktop.model.selection import Compare, Filter, Period, Selection
from tests.metrics import plainly, plainly_why
from tests.metrics.generated import CHANNEL, SIGHTINGS, made, workspace
from tests.metrics.test_invariants import DIMENSION, company

quick = settings(max_examples=40, deadline=None)
PERIOD = st.sampled_from(["2024-Q1", "2024-02", "2024-02", "2024-01", "2024-02-29..2024-02-29", "2024-01-10..2024-02-20", "2024-01-25..2024-02-12", "2024"])
ANY_PERIOD = PERIOD | st.sampled_from(["2024-02-26..2024-03-03", "2023", "2023-12", "2023-Q4", "2030"])
TABLES = {"unique_visitors": (), "mqls": ("leads",), "sqls": ("leads",), "target_attendance": ("events", "attendance"),
          "cost_per_sql": ("spend", "leads", "events"),
          "sales_effectiveness": ("deals", "reps"), "customer_profitability": ("invoices", "customers"), "customer_retention": ("customers",),
          "nps": ("nps", "customers"), "close_rate": ("deals",)}
BY = {"target_attendance": "format", "sales_effectiveness": "channel", "customer_profitability": "segment", "customer_retention": "segment", "nps": "segment"}


def computed(data, period, by=None, filters=(), only=None, how=Compare.PREVIOUS):
    return registry.compute(data, Selection(Period.parse(period), how, by, tuple(filters)), only=only, trend=False, full=False, explain=True)


def named(member):
    """A member as the plain computation names it."""
    if not isinstance(member, Text):
        return member if member is None else plainly.fold(member)
    ages = ("customers for under a year", "customers for one to two years", "customers for over two years")
    return {OTHER: plainly_why.OTHER, SEVERAL: plainly_why.SEVERAL}.get(member, f"age {ages.index(str(member))}" if str(member) in ages else f"{member}*")


@pytest.mark.parametrize("kpi_id", TABLES)
@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_second_computation_finds_the_same(kpi_id, data):
    ws = data.draw(workspace(*TABLES[kpi_id], most=20))
    ws["sightings"] = data.draw(SIGHTINGS) if kpi_id == "unique_visitors" else []
    period = data.draw(PERIOD)
    found = computed(made(ws), period, BY.get(kpi_id, "channel"), only=(kpi_id,))
    state, why = found.kpis[0], found.kpis[0].explanation
    if state.change is None:
        assert not why.effects
        return
    if kpi_id == "unique_visitors" and why.by is None:
        return  # new against returning, tried by hand
    now, then = ((p.first, p.last) for p in (found.selection.period, found.compared))
    expected = getattr(plainly_why, kpi_id)(ws, now, then, why.by)
    if expected is None:
        return
    told = {(e.cause.key, named(e.member)): e.amount for e in why.effects}
    size = 1e-9 * sum(map(abs, told.values())) + 1e-9
    cents = 0.03 if kpi_id == "cost_per_sql" else 0.0  # members' spend is rounded to the cent
    single = {(c, None if m == "" else m) for c, m in expected}
    for key in {*told, *expected, *single}:
        twin = (key[0], "") if key[1] is None and (key[0], "") in {*told, *expected} else key
        assert told.get(key, told.get(twin, 0.0)) == pytest.approx(float(expected.get(key, expected.get(twin, 0))), abs=size + cents, rel=1e-6), key


# -- what must hold of all ---------------------------------------------------------------------------------------------


@quick
@given(company(most=20), ANY_PERIOD, DIMENSION, st.none() | CHANNEL.map(lambda c: c or "") | st.just("nobody is called so"),
       st.sampled_from([Compare.PREVIOUS, Compare.PREVIOUS, Compare.YEAR]))
def test_effects_sum_to_the_change_before_any_rounding_is_settled(ws, period, by, channel, how):
    """Whatever the length of the period, under any filter, also where nothing was before or nobody bears the member's name."""
    data = made(ws)
    found = computed(data, period, by, () if channel is None else [Filter("channel", channel)], how=how)
    view = data.view(found.selection.filters)
    for state in found.kpis:
        why = state.explanation
        if state.change is None or why.method is None:
            assert not why.effects and str(why.sentence)
            continue
        raw = state.kpi.why.split(Scope(view, found.selection.period, full=False), Scope(view, found.compared, full=False), why.by)
        if isinstance(raw, Text):
            assert not why.effects
            continue
        assert all(math.isfinite(e.amount) for e in raw)
        size = max(abs(state.result.value), abs(state.compared.value), *(abs(e.amount) for e in raw), 0.0) if raw else abs(state.change)
        assert math.fsum(e.amount for e in raw) == pytest.approx(state.change, rel=1e-9, abs=1e-9 * size + 1e-9), state.kpi.id
        for told in (why.effects, why.steps):
            assert math.fsum(e.amount for e in told) == pytest.approx(state.change, rel=1e-9, abs=1e-12 * size), state.kpi.id
        assert len(why.steps) <= 8
        chart = pictures.waterfall(state, "EUR", found.selection.period, found.compared)
        assert (chart is None) == (not why.steps)
        if chart is not None:
            *bars, last = chart.series[0].values
            assert math.fsum(bars) == pytest.approx(last, rel=1e-9, abs=1e-12 * size)


@quick
@given(company(most=20), PERIOD, DIMENSION)
def test_swapped_periods_turn_the_signs(ws, period, by):
    data = made(ws)
    found = computed(data, period, by)
    for state in found.kpis:
        if state.change is None:
            continue
        back = replace(state, result=state.compared, compared=state.result, change=-state.change)
        turned = explained(back, data.view(), replace(found.selection, period=found.compared), found.selection.period)
        size = 1e-9 * max((abs(e.amount) for e in turned.effects), default=0) + 1e-9
        forth = {(e.cause.key, e.member): e.amount for e in state.explanation.effects}
        for e in turned.effects:
            assert forth.get((e.cause.key, e.member), 0.0) == pytest.approx(-e.amount, rel=1e-9, abs=size), state.kpi.id


@quick
@given(company(most=20), PERIOD, DIMENSION, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(ws, period, by, random):
    ws["nps"] = [{**r, "respondent": None} for r in ws.get("nps", ())]
    # A row that fits several leads equally well goes to the first of them: only which rows belong together is asked here, not which of equals is first.
    for table in ("deals", "attendance"):
        ws[table] = [{k: v if r.get("lead") is not None or k not in ("email", "company") else None for k, v in r.items()} for r in ws.get(table, ())]
    before = computed(made(ws), period, by)
    for table in ("leads", "deals", "attendance", "spend", "invoices", "nps", "sightings", "events"):
        if ws.get(table):
            random.shuffle(ws[table])
    for x, y in zip(before.kpis, computed(made(ws), period, by).kpis, strict=True):
        told = {(e.cause.key, named(e.member)): e.amount for e in x.explanation.effects}
        size = 1e-9 * max(map(abs, told.values()), default=0) + 1e-9
        for e in y.explanation.effects:
            assert told.get((e.cause.key, named(e.member)), 0.0) == pytest.approx(e.amount, rel=1e-9, abs=size), x.kpi.id
