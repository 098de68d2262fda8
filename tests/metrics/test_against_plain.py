"""Every KPI, its breakdown, the funnel and the spreading of cost against a second computation in plain Python, on generated workspaces."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_desktop.metrics import funnel, registry, spend
from kpi_desktop.model.selection import Compare, Driver, Filter, Options, Period, Selection
from tests.metrics import plainly
from tests.metrics.generated import PERIOD, PERIODS, SIGHTINGS, made, workspace
from tests.metrics.plain import beside, grid

quick = settings(max_examples=40, deadline=None)


def state(data, kpi_id, period, by=None, filters=(), **options):
    """One KPI without its trend."""
    selection = Selection(Period.parse(period), Compare.NONE, by, tuple(filters), Options(**options))
    return registry.compute(data, selection, only=(kpi_id,), trend=False).kpis[0]


def near(value, cents=1):
    """Money and ratios of money: to a cent, or to nine digits where amounts are huge."""
    return None if value is None else pytest.approx(float(value), rel=1e-9, abs=cents / 100)


def ratio(value):
    return None if value is None else pytest.approx(float(value), rel=1e-9, abs=1e-12)


def folded(members):
    """Breakdown by folded name: what the parts are compared under."""
    return {plainly.fold(m.member): m for m in members}


# -- 1 to 4 ------------------------------------------------------------------------------------------------------------


@quick
@given(SIGHTINGS, workspace("leads"), PERIOD)
def test_unique_visitors(sightings, ws, period):
    ws["sightings"] = sightings
    data, span = made(ws), PERIODS[period]
    found = state(data, "unique_visitors", period, "channel")
    expected = plainly.visitors(ws, span)
    assert found.result.value == expected
    if expected is not None:
        seen = {plainly.fold(c) for day, c, _ in sightings if plainly.within(day, span)}
        assert {k: m.value for k, m in folded(found.breakdown).items()} == {c: plainly.visitors(ws, span, c) for c in seen}
        if expected and ws.get("leads"):
            assert beside(found)["visitor_to_lead"] == len(plainly.dated(ws, "leads", "created", span)) / expected


@quick
@given(workspace("leads", "deals", most=20), PERIOD, st.sampled_from(["mql", "sql"]), st.sampled_from(["channel", "country", "segment", "owner"]))
def test_mqls_and_sqls(ws, period, field, dimension):
    span, found = PERIODS[period], state(made(ws), f"{field}s", period, dimension)
    expected = plainly.stage_leads(ws, field, span)
    assert found.result.value == (None if expected is None else len(expected))
    if expected is None:
        return
    parts = plainly.split(ws, "leads", expected, dimension)
    assert {k: m.value for k, m in folded(found.breakdown).items()} == {k: len(v) for k, v in parts.items()}
    told = beside(found)
    for key, value in (plainly.mql_quality if field == "mql" else plainly.sql_figures)(ws, span).items():
        assert told[key] == ratio(value), key
    if field == "mql" and "rejected" in told and told["rejected"]:
        assert sum(r["mqls"] for r in grid(found, "reject_reasons")) == told["rejected"]


@quick
@given(workspace("events", "attendance", "leads", "spend", "deals"), PERIOD, st.sampled_from(["event", "format", "channel"]))
def test_target_attendance(ws, period, dimension):
    span, found = PERIODS[period], state(made(ws), "target_attendance", period, dimension)
    known = plainly.knows(ws, "attendance", "attended") and plainly.knows(ws, "attendance", "target")
    if not known or not plainly.reached(ws, "events", "date", span):
        assert found.result.value is None
        return
    came = plainly.attendees(ws, span)
    assert found.result.value == plainly.target_people(came)
    parts = plainly.split(ws, "attendance", came, dimension)
    assert {k: m.value for k, m in folded(found.breakdown).items()} == {k: plainly.target_people(v) for k, v in parts.items()}
    sure = {plainly.fold(r["person"]) for r in came if r["target"]}
    assert beside(found)["unknown_target"] == len({plainly.fold(r["person"]) for r in came} - sure)
    held = plainly.dated(ws, "events", "date", span)
    shown = {r["name"]: r for r in grid(found, "events")} if held else {}
    assert len(shown) == len(held)
    for one in held:
        told, row = plainly.event_figures(ws, one), shown[one["event"]]
        for key in ("attended", "target_attendees", "leads", "sqls", "influenced"):
            assert row[key] == told[key], key
        assert row["cost"] == near(told["cost"])
        each = plainly.share(told["cost"], told["target_attendees"]) if told["cost"] is not None else None
        assert row["cost_per_target_attendee"] == near(each)
        roi = (told["profit"] - told["cost"]) / told["cost"] if told["cost"] and told["profit"] is not None else None
        assert row["roi"] == (None if roi is None else pytest.approx(float(roi), rel=1e-6, abs=1e-6))


# -- 5 -----------------------------------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(workspace("spend", "leads", "events", "deals"), PERIOD, st.sampled_from(["channel", "campaign", "event", "format", "country"]),
       st.sampled_from(list(Driver)))
def test_spend_is_spread_to_the_cent(ws, period, dimension, driver):
    span, data = PERIODS[period], made(ws)
    total = plainly.spend_total(ws, span)
    assert spend.total(data.view(), Period.parse(period), driver) == near(total)
    if total is None:
        return
    found = spend.allocate(data.view(), Period.parse(period), dimension, driver)
    parts, left = plainly.spread(ws, span, dimension, driver.value)
    shown = dict(zip(map(plainly.fold, found.members), zip(found.direct, found.loaded, strict=True), strict=True))
    assert set(shown) == set(parts)
    for name, (direct, loaded) in parts.items():
        assert shown[name] == (near(direct), near(loaded)), name
    assert found.left == near(left)
    shown_total = spend.total(data.view(), Period.parse(period), driver)
    assert round(100 * sum(found.loaded)) + round(100 * found.left) == pytest.approx(round(100 * shown_total), abs=0.5, rel=1e-14)


@quick
@given(workspace("spend", "leads", "events", "deals"), PERIOD, st.sampled_from([0, 0, 7, 45]))
def test_cost_per_sql(ws, period, lag):
    span, found = PERIODS[period], state(made(ws), "cost_per_sql", period, "channel", lag_days=lag)
    later = tuple(day.fromordinal(day.toordinal() + lag) for day in span)
    sqls, total = plainly.stage_leads(ws, "sql", later), plainly.spend_total(ws, span)
    if sqls is None or total is None:
        assert found.result.value is None and found.result.numerator is None
        return
    assert found.result.numerator == near(total)
    assert found.result.value == (near(total / len(sqls)) if sqls else None)
    told = beside(found)
    assert told["shared_spend"] == near(sum(amount for amount, _, shared in plainly.costs(ws, span) if shared))
    for key, table, field in (("cost_per_lead", "leads", "created"), ("cost_per_mql", "leads", "mql")):
        n = len(plainly.dated(ws, table, field, span))
        assert told[key] == (near(total / n) if n else None)
    won = plainly.closed_deals(ws, span, "won")
    customers = len({plainly.fold(r["customer"]) for r in won if r.get("customer")}) + len([r for r in won if not r.get("customer")])
    assert told["cac"] == (near(total / customers) if customers else None)
    counts = {k: len(v) for k, v in plainly.split(ws, "leads", sqls, "channel").items()}
    members = folded(m for m in found.breakdown if not m.details.get("shared_not_spread"))
    assert {k: m.n for k, m in members.items() if m.n} == counts
    for m in members.values():
        assert m.value == (pytest.approx(m.numerator / m.n) if m.n else None)


# -- 6 and 7 -----------------------------------------------------------------------------------------------------------


@quick
@given(workspace("deals", "reps", "leads", most=15), PERIOD)
def test_sales_effectiveness(ws, period):
    span, found = PERIODS[period], state(made(ws), "sales_effectiveness", period, "team")
    expected = plainly.sales(ws, span)
    if expected is None:
        assert found.result.value is None and found.result.numerator is None
        return
    assert found.result.value == near(expected.pop("value"))
    assert found.result.numerator == near(expected.pop("numerator"))
    told = beside(found)
    for key, value in expected.items():
        assert told[key] == (None if value is None else pytest.approx(float(value), rel=1e-6, abs=0.01)), key
    for name, m in folded(found.breakdown).items():
        mine = plainly.only(ws, "team", name, ("deals", "reps"))
        revenue = sum(plainly.money(r["amount"]) for r in plainly.closed_deals(mine, span, "won") if r.get("amount") is not None)
        assert m.denominator == len(plainly.salespeople(mine, span)) >= 3
        assert m.value == near(revenue / m.n)


@quick
@given(workspace("invoices", "deals", "customers", "leads", most=15), PERIOD, st.sampled_from(["segment", "product", "channel"]))
def test_gross_profit_per_customer(ws, period, dimension):
    span, found = PERIODS[period], state(made(ws), "customer_profitability", period, dimension)
    sold = plainly.sold(ws, span)
    if sold is None or found.missing is not None:
        assert found.result.value is None
        return
    table, rows, field = sold
    expected, told = plainly.profit_per_customer(rows, field), beside(found)
    assert found.result.value == near(expected["value"])
    assert found.result.n == expected["n"]
    assert told["gross_profit"] == near(expected["numerator"])
    assert told["below_zero"] == expected["below_zero"]
    for key in ("coverage", "gross_margin"):
        assert told[key] == (None if expected[key] is None else pytest.approx(float(expected[key]), rel=1e-6, abs=1e-9))
    if table == "invoices" and dimension == "channel":
        assert found.breakdown == ()
        return
    for name, mine in plainly.split(ws, table, rows, dimension).items():
        assert folded(found.breakdown)[name].value == near(plainly.profit_per_customer(mine, field)["value"])


# -- 8 to 10 -----------------------------------------------------------------------------------------------------------


@quick
@given(workspace("customers", "invoices", "nps", most=20), PERIOD, st.none() | st.integers(1, 60))
def test_customer_retention(ws, period, gap):
    span, found = PERIODS[period], state(made(ws), "customer_retention", period, "segment", retention_gap_days=gap)
    expected = plainly.retention(ws, span, gap)
    if expected is None:
        assert found.result.value is None and found.result.denominator is None
        return
    kept, whole = expected
    assert (found.result.numerator, found.result.denominator) == (kept, whole)
    assert found.result.value == (kept / whole if whole else None)
    told = beside(found)
    assert told["churn"] == (pytest.approx(1 - kept / whole) if whole else None)
    if ws.get("customers"):
        if plainly.knows(ws, "customers", "mrr"):
            gross, net = plainly.revenue_retention(ws, span)
            assert (told["gross_revenue_retention"], told["net_revenue_retention"]) == (ratio(gross), ratio(net))
        for name, m in folded(found.breakdown).items():
            assert (m.numerator, m.denominator) == plainly.retention({**plainly.only(ws, "segment", name, ("customers",)), "nps": [*ws.get("nps", ()), {
                "date": plainly.today(ws)}]}, span)
    gone = plainly.active(ws, span[0], gap) - plainly.active(ws, min(span[1], plainly.today(ws)), gap)
    assert {plainly.fold(r["customer"]) for r in (grid(found, "lost") if gone else ())} == gone


@quick
@given(workspace("nps", "customers", "reps", most=25), PERIOD, st.sampled_from(["segment", "team"]))
def test_nps(ws, period, dimension):
    span, found = PERIODS[period], state(made(ws), "nps", period, dimension)
    if not plainly.reached(ws, "nps", "date", span):
        assert found.result.value is None
        return
    latest = plainly.answers(ws, span)
    value, up, down, n = plainly.nps([r["score"] for r in latest])
    assert found.result.value == ratio(value)
    assert (found.result.numerator, found.result.n) == (up - down, n)
    assert sum(len(left.rows.ids) for left in found.result.left_out) == len(plainly.dated(ws, "nps", "date", span)) - n
    parts = plainly.split(ws, "nps", latest, dimension)
    assert {k: m.value for k, m in folded(found.breakdown).items()} == {k: ratio(plainly.nps([r["score"] for r in v])[0]) for k, v in parts.items()}


@quick
@given(workspace("deals", "leads", "customers", most=20), PERIOD, st.sampled_from(["channel", "segment", "team", "country"]))
def test_close_rate(ws, period, dimension):
    span, found = PERIODS[period], state(made(ws), "close_rate", period, dimension)
    if not plainly.knows(ws, "deals", "closed") or not plainly.reached(ws, "deals", "created", span):
        assert found.result.value is None and found.result.denominator is None
        return
    closed, won = plainly.closed_deals(ws, span, "won", "lost"), plainly.closed_deals(ws, span, "won")
    assert found.result.value == ratio(plainly.share(len(won), len(closed)))
    parts = plainly.split(ws, "deals", closed, dimension)
    assert {k: (m.numerator, m.denominator) for k, m in folded(found.breakdown).items()} == {
        k: (len([r for r in v if r["outcome"] == "won"]), len(v)) for k, v in parts.items()}
    told, (won_so_far, still_open) = beside(found), plainly.created_deals(ws, span)
    assert (told.get("cohort_won"), told.get("cohort_open")) == (ratio(won_so_far), ratio(still_open))
    assert told.get("cohort_expected") == ratio(plainly.won_at_maturity(ws, span))
    if told.get("by_value") is not None:
        gained, missed = (sum(plainly.money(r["amount"]) for r in closed if r["outcome"] == o and r.get("amount") is not None) for o in ("won", "lost"))
        assert told["by_value"] == pytest.approx(float(gained / (gained + missed)), rel=1e-6)


# -- the funnel --------------------------------------------------------------------------------------------------------


def stages(found):
    return {s.id: s for s in found.stages if s.id != "visitors"}


def funnel_of(ws, period, mode, by=None, filters=()):
    return funnel.compute(made(ws), Selection(Period.parse(period), Compare.NONE, None, tuple(filters)), mode, by)


@quick
@given(workspace("leads", "deals", most=20), PERIOD)
def test_the_funnel_of_what_happened_in_the_period(ws, period):
    found = funnel_of(ws, period, "period", "channel")
    expected = plainly.happened(ws, PERIODS[period])
    assert {k: s.count for k, s in stages(found).items()} == expected
    for at, s in enumerate(found.stages[1:], 1):
        assert sum(m.stages[at].count or 0 for m in found.members) == (s.count or 0)


@settings(max_examples=60, deadline=None)
@given(workspace("leads", "deals", most=25), PERIOD)
def test_the_funnel_of_a_cohort(ws, period):
    found = funnel_of(ws, period, "cohort", "channel")
    expected = plainly.cohort(ws, PERIODS[period])
    seen = stages(found)
    for stage, told in expected.items():
        if told is None:
            assert seen[stage].count is None, stage
            continue
        count, inferred, days, matured = told
        assert (seen[stage].count, seen[stage].inferred, seen[stage].median_days) == (count, inferred, days), stage
        assert seen[stage].expected_rate == ratio(matured), stage
    if expected["leads"] is not None:
        for name, mine in plainly.split(ws, "leads", plainly.dated(ws, "leads", "created", PERIODS[period]), "channel").items():
            part = plainly.cohort(ws, PERIODS[period], mine)
            shown = next(m for m in found.members if plainly.fold(m.member) == name)
            assert [s.count for s in shown.stages[1:]] == [t and t[0] for t in part.values()]


@quick
@given(workspace("leads", "deals", "nps", most=15), PERIOD, st.sampled_from(["mqls", "close_rate"]), st.sampled_from(["paid", "  SEO", "trade fair"]))
def test_a_filter_is_the_workspace_without_the_other_rows(ws, period, kpi_id, channel):
    ws["nps"] = [{"date": plainly.today(ws) or PERIODS["2024"][0], "score": 5}]  # today stays as it is
    narrowed = plainly.only(ws, "channel", channel, ("leads", "deals"))
    span, found = PERIODS[period], state(made(ws), kpi_id, period, filters=[Filter("channel", channel)])
    if kpi_id == "mqls":
        if plainly.stage_leads(ws, "mql", span) is not None:
            assert found.result.value == len(plainly.dated(narrowed, "leads", "mql", span))
    elif plainly.reached(ws, "deals", "created", span) and plainly.knows(ws, "deals", "closed"):
        assert found.result.denominator == len(plainly.closed_deals(narrowed, span, "won", "lost"))
