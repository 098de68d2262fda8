"""Practices judged all at once against each judged by itself, as the rules are written."""

from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_desktop.metrics import spend
from kpi_desktop.metrics.links import days_between, median
from kpi_desktop.model.plans import Thresholds
from kpi_desktop.model.selection import Compare, Driver, Filter, Options, Period, Selection
from kpi_desktop.planning import robustness, verdicts
from kpi_desktop.planning.evidence import evidence
from kpi_desktop.planning.model import fit
from kpi_desktop.planning.rules import judge
from tests.metrics.generated import PERIOD, SIGHTINGS, made, workspace
from tests.metrics.plain import dataset

DIMENSION = {"channel": "channel", "campaign": "campaign", "event": "format"}


def one_by_one(data, selection, kind):
    """Name -> share of the settings that give the same verdict, each case judged by itself."""
    view, dimension, period = data.view(selection.filters), DIMENSION[kind], selection.period
    found, t = evidence(data, selection, kind), Thresholds()
    named, steps = found.named, verdicts._weighed(found, t)
    cases = verdicts._cases(found, steps, t)
    leads = view.between("leads", "sql", period)
    lag = round(median(days_between(data.column("leads", "created")[leads], data.column("leads", "sql")[leads])) or 0)
    same, lags = dict.fromkeys(named, 0), list(dict.fromkeys((0, lag)))
    for days in lags:
        for driver in Driver:
            parts = spend.allocate(view, Period(period.first - timedelta(days=days), period.last - timedelta(days=days)), dimension, driver)
            money = dict(zip(parts.members, parts.loaded.tolist(), strict=True))
            prior = fit(np.array([money.get(n, 0.0) for n in named]), np.array([float(f.sqls) for f in named.values()]))
            for n in named:
                other = verdicts._priced(cases[n], money.get(n, 0.0), prior, verdicts._most_mended(steps.get(n, ())), t)
                same[n] += judge(other, t) == judge(cases[n], t)
    return {n: k / len(lags) / len(Driver) for n, k in same.items()}


@settings(max_examples=40, deadline=None)
@given(workspace("leads", "spend", "deals", "events"), SIGHTINGS, PERIOD, st.sampled_from(list(DIMENSION)), st.none() | st.integers(1, 10**7))
def test_settings_are_counted_as_if_each_case_were_judged_by_itself(ws, sightings, period, kind, ceiling):
    ws["sightings"] = sightings
    selection, data = Selection(Period.parse(period), Compare.NONE, options=Options(target_cost_per_sql=ceiling)), made(ws)
    assert {p.name: p.robust for p in verdicts.review(data, selection, kind).practices} == pytest.approx(one_by_one(data, selection, kind))


@pytest.mark.parametrize("filters", [(), (Filter("channel", "A"),)])
@pytest.mark.parametrize("ceiling", [None, 150.0, 900.0, 4000.0])
def test_many_practices(filters, ceiling):
    random = np.random.default_rng(5)
    day, days = np.datetime64("2024-01-01"), random.integers(0, 120, 3000)
    sql = np.where(random.random(3000) < 0.3, days + random.integers(0, 40, 3000), -1)
    leads = [(f"L{k}", str(day + d), str(day + s) if s >= 0 else None, random.choice(["A", "B"]), f"C{int(60 * random.random() ** 2)}")
             for k, (d, s) in enumerate(zip(days, sql, strict=True))]
    deals = [(f"L{k}", str(day + sql[k]), str(day + sql[k] + 9), "won" if k % 3 else "lost", 5000.0, 900.0) for k in range(3000) if sql[k] >= 0]
    costs = [(str(day + int(d)), float(random.gamma(1.0, 4000.0)), f"C{k % 70}", "A") for k, d in enumerate(random.integers(0, 120, 200))]
    data = dataset(leads=("lead created sql channel campaign", leads), deals=("lead created closed outcome amount cost", deals),
                   spend=("date amount campaign channel", [*costs, ("2024-02-02", 50_000.0, None, None)]))
    selection = Selection(Period.parse("2024-Q1"), Compare.NONE, filters, options=Options(target_cost_per_sql=ceiling))
    found = {p.name: p.robust for p in verdicts.review(data, selection, "campaign").practices}
    assert len(found) > 50 and (ceiling is None or len({*found.values()}) > 1)
    assert found == pytest.approx(one_by_one(data, selection, "campaign"))


MONEY = st.integers(0, 10**8).map(lambda cents: cents / 100) | st.integers(0, 10**4).map(float)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(MONEY, st.integers(0, 40)), min_size=1, max_size=40), st.floats(1, 1e5), st.floats(0.05, 0.95))
def test_a_level_is_reached_where_each_practice_by_itself_reaches_it(practices, limit, level):
    spent, sqls = np.array([m for m, _ in practices]), np.array([float(n) for _, n in practices])
    if (prior := fit(spent, sqls)) is None:
        return
    found = robustness.reaches(spent, sqls, lambda s, n: prior.all_within(s, n, limit) >= level)
    each = np.array([prior.within(m, n, limit) for m, n in practices])
    near = np.abs(each - level) < 1e-9  # the last digits may say either
    assert (found == (each >= level))[~near].all()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(MONEY, st.integers(0, 40)), min_size=1, max_size=20), st.floats(1, 1e5), st.floats(0.05, 0.95))
def test_the_fewest_sqls_are_the_first_that_reach_the_level(practices, limit, level):
    spent = np.array([m for m, _ in practices])
    if (prior := fit(spent, np.array([float(n) for _, n in practices]))) is None:
        return
    prior.ask(spent, limit, level)
    for money in spent.tolist():
        fewest = prior.sqls_for(money, limit, level)
        if fewest is None:
            assert prior.within(money, 1e9, limit) < level
        else:
            assert prior.within(money, fewest, limit) >= level and (not fewest or prior.within(money, fewest - 1, limit) < level)


@settings(max_examples=60, deadline=None)
@given(workspace("leads"), SIGHTINGS, PERIOD)
def test_old_leads_are_those_beyond_their_own_percentile(ws, sightings, period):
    ws["sightings"] = sightings
    data = made(ws)
    view, created, sql = data.view(), data.column("leads", "created"), data.column("leads", "sql")
    expected = {}
    for name, mine in view.split("leads", "channel", view.between("leads", "created", Period.parse(period))):
        took = days_between(created[mine], sql[mine])
        took = took if len(took) else days_between(created, sql)
        wait = float(np.percentile(took, 80)) if len(took) else 0.0
        expected[name] = float(np.mean(data.today - created[mine].astype(np.int64) >= wait))
    assert robustness.mature(view, Period.parse(period), "channel") == pytest.approx(expected)
