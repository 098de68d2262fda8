"""The review of practices on generated workspaces: its figures against plain counts, its verdicts against the rules as written."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate
from scipy import stats as scipy_stats

from kpi_desktop.metrics import registry
from kpi_desktop.model.decisions import Verdict
from kpi_desktop.model.selection import Compare, Driver, Filter, Options, Period, Selection
from kpi_desktop.planning import pictures, verdicts
from kpi_desktop.planning.model import fit
from kpi_desktop.planning.practices import ELIMINATE, KEEP, NOT_ENOUGH_DATA, OPTIMISE, VERDICTS
from tests.metrics import plainly
from tests.metrics.generated import NAMES, PERIOD, PERIODS, SIGHTINGS, made, workspace
from tests.metrics.plain import dataset
from tests.planning.test_verdicts import company

DIMENSION = {"channel": "channel", "campaign": "campaign", "event": "format"}
KINDS = st.sampled_from(list(DIMENSION))


def reviewed(ws, period="2024", kind="channel", decided=(), **options):
    selection = Selection(Period.parse(period), Compare.NONE, options=Options(**options))
    return verdicts.review(made(ws), selection, kind, decided)


# -- figures -----------------------------------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(workspace("leads", "spend", "deals", "events", "invoices"), SIGHTINGS, PERIOD, KINDS, st.none() | st.integers(1, 10**7))
def test_practices_against_plain_counts(ws, sightings, period, kind, ceiling):
    ws["sightings"] = sightings
    span, dimension = PERIODS[period], DIMENSION[kind]
    found = reviewed(ws, period, kind, target_cost_per_sql=ceiling)
    shown = {plainly.fold(p.name): p for p in found.practices}
    assert "" not in shown
    known = plainly.knows(ws, "spend", "amount") or plainly.knows(ws, "events", "cost")
    parts = plainly.spread(ws, span, dimension, "leads")[0] if known else {}
    groups = {f: plainly.split(ws, "leads", plainly.dated(ws, "leads", f, span), dimension) for f in ("created", "mql", "sql")}
    won = plainly.split(ws, "deals", plainly.closed_deals(ws, span, "won"), dimension)
    assert set(shown) == {*parts, *won, *(name for g in groups.values() for name in g)} - {""}
    for name, p in shown.items():
        assert (p.leads, p.mqls, p.sqls) == tuple(len(groups[f].get(name, ())) for f in ("created", "mql", "sql")), name
        assert p.won == len(won.get(name, ()))
        assert p.spend == (pytest.approx(float(parts.get(name, (0, 0))[1]), abs=0.01) if known else None)
        sold = [r for r in won.get(name, ()) if r.get("amount") is not None]
        if sold:
            assert p.revenue == pytest.approx(float(sum(plainly.money(r["amount"]) for r in sold)), rel=1e-9, abs=0.01)
        assert p.cost_per_sql == (pytest.approx(p.spend / p.sqls) if p.spend and p.sqls else None)


@settings(max_examples=40, deadline=None)
@given(workspace("leads", "spend", "deals", "events"), SIGHTINGS, PERIOD, KINDS, st.none() | st.integers(1, 10**7))
def test_a_verdict_follows_the_rules_as_they_are_written(ws, sightings, period, kind, ceiling):
    ws["sightings"] = sightings
    for p in reviewed(ws, period, kind, target_cost_per_sql=ceiling).practices:
        assert p.verdict in VERDICTS and p.verdict == p.computed_verdict
        assert str(p.reason) and "nan" not in f"{p.reason} {p.flip} {p.weak_step}"
        assert p.robust is None or 0 <= p.robust <= 1
        for chance in (p.p_keep, p.p_eliminate):
            assert chance is None or 0 <= chance <= 1
        if not p.spend or p.spend < 0 or p.p_keep is None:
            assert p.verdict == NOT_ENOUGH_DATA
            continue
        assert p.p_keep + p.p_eliminate <= 1 + 1e-9
        if p.verdict == KEEP:
            assert p.p_keep >= 0.8
        elif p.verdict == ELIMINATE:
            assert p.p_eliminate >= 0.9
        elif p.verdict == NOT_ENOUGH_DATA:
            assert p.p_keep < 0.8 and (p.high is None or p.high > 4 * p.low)
        if p.cost_per_sql is not None:
            assert p.low < p.cost_per_sql < p.high


@settings(max_examples=30, deadline=None)
@given(workspace("leads", "spend", "deals"), st.dictionaries(st.sampled_from(NAMES), st.sampled_from(list(VERDICTS)), max_size=3), PERIOD)
def test_the_persons_verdict_always_wins(ws, own, period):
    computed = {p.name: p for p in reviewed(ws, period).practices}
    decided = [Verdict("channel", name.upper(), verdict, "because") for name, verdict in own.items()]
    by_name = {plainly.fold(v.practice): v for v in decided}
    for p in reviewed(ws, period, decided=[*decided, Verdict("campaign", "Paid", KEEP)]).practices:
        mine = by_name.get(plainly.fold(p.name))
        assert p.own == mine
        assert p.verdict == (mine.verdict if mine else computed[p.name].verdict)
        assert replace(p, own=None, verdict=p.computed_verdict) == computed[p.name]


@settings(max_examples=25, deadline=None)
@given(workspace("leads", "spend", "deals"), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_verdict(ws, random):
    before = reviewed(ws, target_cost_per_sql=500.0)
    for table in ("leads", "spend", "deals"):
        if table in ws:
            random.shuffle(ws[table])
    after = reviewed(ws, target_cost_per_sql=500.0)
    a, b = ({plainly.fold(p.name): p for p in r.practices} for r in (before, after))
    assert a.keys() == b.keys()
    for name in a:
        assert (a[name].sqls, a[name].spend, a[name].verdict) == (b[name].sqls, pytest.approx(b[name].spend), b[name].verdict)


# -- the model ---------------------------------------------------------------------------------------------------------


def test_the_posterior_is_that_of_a_gamma_prior():
    """P(cost per SQL <= limit) by integrating prior x Poisson numerically; the prior's variance is the mean over the shapes that are tried."""
    spend, sqls = np.array([10_000.0, 6_000.0]), np.array([10.0, 2.0])
    model = fit(spend, sqls)
    assert model.shape == round(1 / sum(w / a for a, w in zip(np.geomspace(0.5, 128, 33), model.weights, strict=True)), 1)

    def density(theta):  # theta: SQLs per unit of spend as a multiple of the portfolio's
        return scipy_stats.gamma.pdf(theta, model.shape, scale=1 / model.shape) * scipy_stats.poisson.pmf(2, theta * 6_000 / model.average)

    whole = integrate.quad(density, 0, np.inf)[0]
    assert model.within(6_000.0, 2, 2_000.0) == pytest.approx(integrate.quad(density, model.average / 2_000, np.inf)[0] / whole, abs=1e-6)
    cost, low, high = model.estimate(6_000.0, 2)
    rate = integrate.quad(lambda t: t * density(t), 0, np.inf)[0] / whole / model.average
    assert cost == pytest.approx(1 / rate, rel=1e-6)
    assert (model.within(6_000.0, 2, low), model.within(6_000.0, 2, high)) == (pytest.approx(0.025), pytest.approx(0.975))


def test_the_prior_weighs_shapes_by_the_negative_binomial():
    """Greenwood and Yule: with a gamma of shape a, a count is negative binomial with p = a / (a + expected)."""
    spend, sqls = np.array([3_000.0, 9_000.0, 500.0]), np.array([1.0, 14.0, 3.0])
    model = fit(spend, sqls)
    shapes = np.geomspace(0.5, 128, 33)
    expected = spend / (12_500 / 18)
    likelihood = np.array([np.prod(scipy_stats.nbinom.pmf(sqls, a, a / (a + expected))) for a in shapes])
    assert model.weights == pytest.approx(likelihood / likelihood.sum(), rel=1e-9)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 40), st.integers(100, 10**6), st.integers(1, 10**5))
def test_more_sqls_for_the_money_are_never_less_likely_within_the_ceiling(sqls, spend, limit):
    model = fit(np.array([50_000.0, 20_000.0]), np.array([40.0, 30.0]))
    assert model.within(spend, sqls + 1, limit) >= model.within(spend, sqls, limit) - 1e-12
    assert model.within(spend, sqls, limit + 1) >= model.within(spend, sqls, limit) - 1e-12
    fewest = model.sqls_for(spend, limit, 0.8)
    assert fewest is not None and model.within(spend, fewest, limit) >= 0.8
    assert fewest == 0 or model.within(spend, fewest - 1, limit) < 0.8


# -- what each rule says -----------------------------------------------------------------------------------------------


def test_money_given_back_is_no_spend_to_judge():
    found = company({"Refunded": (-5_000.0, 40, 20, 10), "Good": (20_000.0, 200, 100, 50)})["Refunded"]
    assert found.verdict == NOT_ENOUGH_DATA and "No spend is known" in str(found.reason)
    assert (found.low, found.high, found.p_keep, found.flip) == (None, None, None, None)


def test_a_cheap_practice_whose_sqls_are_never_won_is_not_kept():
    leads, deals = [("end", "2024-06-30", None, None, None)], []
    for name in ("Good", "Cold"):
        for k in range(60):
            leads.append((f"{name}{k}", "2024-01-03", "2024-01-04", "2024-01-05", name))
            if name == "Good" and k % 2:
                deals.append((f"d{k}", "2024-01-06", "2024-01-20", "won", f"{name}{k}"))
    data = dataset(leads=("lead created mql sql channel", leads), spend=("date amount channel", [("2024-01-15", 9_000.0, n) for n in ("Good", "Cold")]),
                   deals=("deal created closed outcome lead", deals))
    selection = Selection(Period.parse("2024-01"), Compare.NONE, options=Options(target_cost_per_sql=1_000.0))
    found = {p.name: p for p in verdicts.review(data, selection).practices}
    assert found["Good"].verdict == KEEP and found["Cold"].verdict == OPTIMISE
    assert found["Cold"].p_keep >= 0.8 and "won less often" in str(found["Cold"].reason)
    assert "close as well as the portfolio's" in str(found["Cold"].flip)
    assert "SQLs, but few won deals: 0.0 % against 25.0 %" in str(found["Cold"].weak_step)


def test_a_dear_practice_with_young_leads_is_given_its_time():
    leads = [("end", "2024-03-12", None, None, "Old")]
    leads += [(f"o{k}", "2024-01-02", "2024-01-05", "2024-02-20" if k < 50 else None, "Old") for k in range(200)]
    leads += [(f"n{k}", "2024-03-01", "2024-03-02", "2024-03-12" if k < 12 else None, "New") for k in range(40)]
    leads += [(f"r{k}", "2024-03-08", "2024-03-09", None, "New") for k in range(40)]
    spend = [("2024-01-15", 20_000.0, "Old"), ("2024-03-05", 240_000.0, "New")]
    data = dataset(leads=("lead created mql sql channel", leads), spend=("date amount channel", spend))
    selection = Selection(Period.parse("2024-Q1"), Compare.NONE, options=Options(target_cost_per_sql=1_000.0))
    found = next(p for p in verdicts.review(data, selection).practices if p.name == "New")
    assert found.p_eliminate >= 0.9 and found.verdict == OPTIMISE
    assert "have not had their time yet" in str(found.reason)


def test_spend_without_a_single_sql_is_judged_by_its_size():
    found = company({"Good": (20_000.0, 200, 100, 50), "Small": (900.0, 10, 2, 0), "Large": (90_000.0, 20, 2, 0)})
    assert found["Small"].verdict == NOT_ENOUGH_DATA and "No SQL for 900.00 EUR: a SQL costs at least 243.98" in str(found["Small"].reason)
    assert found["Small"].cost_per_sql is None and str(found["Small"].flip).endswith("or less per SQL.")
    assert found["Large"].verdict == ELIMINATE and "at least 24,397" in str(found["Large"].reason)


def test_traffic_without_leads_is_the_step_to_mend():
    sightings = [("2024-01-05", name, who) for name, many in (("Good", range(100)), ("Blog", range(200, 1200))) for who in many]
    leads = [("end", "2024-06-30", None, None, None)]
    for name in ("Good", "Blog"):
        leads += [(f"{name}{k}", "2024-01-05", "2024-01-06", "2024-01-07" if k % 2 else None, name) for k in range(20)]
    data = dataset(sightings, ("Good", "Blog"), leads=("lead created mql sql channel", leads),
                   spend=("date amount channel", [("2024-01-15", 5_000.0, "Good"), ("2024-01-15", 12_000.0, "Blog")]))
    found = verdicts.review(data, Selection(Period.parse("2024-01"), Compare.NONE, options=Options(target_cost_per_sql=1_000.0)))
    blog = next(p for p in found.practices if p.name == "Blog")
    # 40 leads of 1,100 visitors; at that rate the blog's 1,000 visitors would be 36.4 leads instead of 20, its 10 SQLs 18.2.
    assert "Good traffic, few leads: 2.0 % of visitors against 3.6 %" in str(blog.weak_step)
    assert "about 8 SQL(s) more, 660.00 EUR each" in str(blog.weak_step)


def test_leads_that_become_sql_without_mql_are_compared_directly():
    leads = [("end", "2024-06-30", None, None)]
    for name, sqls in (("Good", 40), ("Poor", 4)):
        leads += [(f"{name}{k}", "2024-01-05", "2024-01-08" if k < sqls else None, name) for k in range(80)]
    data = dataset(leads=("lead created sql channel", leads), spend=("date amount channel", [("2024-01-15", 9_000.0, n) for n in ("Good", "Poor")]))
    found = verdicts.review(data, Selection(Period.parse("2024-01"), Compare.NONE, options=Options(target_cost_per_sql=400.0)))
    assert "Leads, but few SQLs: 5.0 % against 27.5 %" in str(next(p for p in found.practices if p.name == "Poor").weak_step)


def test_practices_need_leads_that_carry_them():
    data = dataset(leads=("lead created sql", [("a", "2024-01-02", "2024-01-03")]), spend=("date amount", [("2024-01-02", 5.0)]))
    selection = Selection(Period.parse("2024"), Compare.NONE, filters=(Filter("manager", "Eve"),))
    found = verdicts.review(data, selection)
    assert found.practices == () and any("cannot be filtered by Account manager" in str(w) for w in found.warnings)
    nobody = verdicts.review(data, selection.__class__(Period.parse("2024"), Compare.NONE))
    assert nobody.practices == () and any("1 lead(s) of the period name no practice" in str(w) for w in nobody.warnings)
    bare = verdicts.review(dataset(leads=("lead created channel", [("a", "2024-01-02", "Paid")])), Selection(Period.parse("2024"), Compare.NONE))
    assert any("Verdicts need marketing costs" in str(w) for w in bare.warnings) and bare.practices[0].verdict == NOT_ENOUGH_DATA


def test_a_filtered_review_spends_what_the_filtered_figure_spends():
    """The same metric on two screens: the practices of one country and that country's cost per SQL."""
    leads = [(str(k), "2024-01-02", "2024-01-05", c, w) for k, (c, w) in enumerate([("Paid", "DE"), ("Paid", "AT"), ("SEO", "DE"), (None, "DE")])]
    data = dataset(leads=("lead created sql channel country", leads),
                   spend=("date amount channel", [("2024-01-03", 100.01, "Paid"), ("2024-01-03", 50.0, None)]))
    selection = Selection(Period.parse("2024"), Compare.NONE, "channel", (Filter("country", "DE"),))
    figure = registry.compute(data, selection, only=("cost_per_sql",)).kpis[0]
    practices = verdicts.review(data, selection).practices
    nameless = next(m.numerator for m in figure.breakdown if m.member == "")
    assert sum(p.spend for p in practices) + nameless == pytest.approx(figure.result.numerator, abs=1e-9)
    assert {p.name: p.cost_per_sql for p in practices} == {m.member: m.value for m in figure.breakdown if m.member}


def test_robustness_is_the_share_of_drivers_and_lags_with_the_same_verdict():
    """Only shared cost and no lag: with the driver `none` nothing is spent on it, the one of seven settings that gives another verdict."""
    leads = [(f"a{k}", "2024-01-02", "2024-01-02", "2024-01-02", "A") for k in range(50)] + [("end", "2024-06-30", None, None, None)]
    deals = [("d", "2024-01-03", "2024-01-09", "won", 5.0, "a0")]
    data = dataset(leads=("lead created mql sql channel", leads), spend=("date amount channel kind", [("2024-01-15", 9_000.0, None, "shared"),
                                                                                                  ("2024-01-15", 1.0, "A", "direct")]),
                   deals=("deal created closed outcome amount lead", deals))
    selection = Selection(Period.parse("2024-01"), Compare.NONE, options=Options(target_cost_per_sql=180.0, driver=Driver.LEADS))
    found = verdicts.review(data, selection).practices[0]
    assert (found.spend, found.verdict) == (9_001.0, OPTIMISE)
    assert found.robust == pytest.approx(6 / 7)


# -- pictures ----------------------------------------------------------------------------------------------------------


def test_the_chart_shows_each_practice_with_spend_against_the_ceiling():
    found = company({"Cheap": (10_000.0, 200, 100, 50), "Dear": (60_000.0, 20, 10, 5), "None yet": (900.0, 5, 1, 0), "Free": (None, 50, 20, 10)},
                    decided=[Verdict("channel", "Dear", KEEP, "for the brand")])
    review = verdicts.Review("channel", tuple(found.values()), 1_000.0, (), ())
    chart = pictures.practices(review, "EUR")
    shown = [p for p in found.values() if p.low is not None]
    assert chart.labels == tuple(p.name for p in shown) and "Free" not in chart.labels
    series = chart.series[0]
    assert (series.values, series.low, series.high) == tuple(tuple(getattr(p, f) for p in shown) for f in ("cost_per_sql", "low", "high"))
    assert dict(zip(chart.labels, chart.roles, strict=True))["Dear"] == "better"  # the verdict in force colours it
    assert (chart.reference, str(chart.reference_label)) == (1_000.0, "ceiling")
    assert str(chart.description) == "Keep 2, optimise 0, eliminate 0, not enough data 2."
    assert pictures.practices(verdicts.Review("channel", (found["Free"],), None, (), ()), "EUR") is None


def test_the_chart_takes_the_fourteen_dearest():
    found = company({f"C{k:02}": (1_000.0 + k, 20, 10, 5) for k in range(20)})
    review = verdicts.Review("channel", tuple(sorted(found.values(), key=lambda p: -p.spend)), None, (), ())
    chart = pictures.practices(review, "EUR")
    assert chart.labels == tuple(f"C{k:02}" for k in range(19, 5, -1))
    assert chart.reference is None and chart.reference_label is None
