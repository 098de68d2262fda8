"""What stands beside the headlines (figures and small tables) against a second computation in plain Python, on generated workspaces."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_desktop.model.selection import Filter
from tests.metrics import plainly, plainly_figures
from tests.metrics.generated import PERIOD, PERIODS, SIGHTINGS, in_one_day, made, workspace
from tests.metrics.plain import beside, dataset, grid
from tests.metrics.test_against_plain import near, ratio, state

quick = settings(max_examples=40, deadline=None)


def any_of(*tables, most=15):
    """Such workspaces, and the same with everything on one day."""
    found = workspace(*tables, most=most)
    return found | found.map(in_one_day)


def rough(value):
    """A ratio of amounts that may cancel each other."""
    return None if value is None else pytest.approx(float(value), rel=1e-6, abs=1e-6)


def shown(found, key):
    """The rows of a small table, none where it is not shown."""
    return grid(found, key) if any(g.key == key for g in found.result.grids) else []


# -- 1 to 4 ------------------------------------------------------------------------------------------------------------


@quick
@given(SIGHTINGS, workspace("leads"), PERIOD)
def test_sessions_are_the_sightings_of_the_period(sightings, ws, period):
    ws["sightings"], span = sightings, PERIODS[period]
    found = state(made(ws), "unique_visitors", period)
    if found.result.value is not None:
        assert beside(found)["sessions"] == len([1 for day, _, _ in sightings if plainly.within(day, span)])


@quick
@given(any_of("leads", "deals", most=20), PERIOD)
def test_quality_of_mqls_by_channel_and_why_they_were_rejected(ws, period):
    span, found = PERIODS[period], state(made(ws), "mqls", period)
    if plainly.stage_leads(ws, "mql", span) is None:
        assert found.result.grids == ()
        return
    told = {plainly.fold(r["channel"]): r for r in shown(found, "quality_by_channel")}
    expected = plainly_figures.mql_channels(ws, span)
    assert told.keys() == expected.keys()
    for name, (n, accepted, fit, sql, won, profit) in expected.items():
        r = told[name]
        assert (r["mqls"], r["acceptance"], r["target_share"], r["mql_to_sql"], r["mql_to_won"]) == (n, ratio(accepted), ratio(fit), ratio(sql), ratio(won))
        assert r["expected_gross_profit"] == near(profit)
    assert {plainly.fold(r["reason"]): r["mqls"] for r in shown(found, "reject_reasons")} == plainly_figures.reject_reasons(ws, span)


@quick
@given(any_of("leads", "deals", "nps", most=20), PERIOD)
def test_sqls_that_wait_for_sales(ws, period):
    span, found = PERIODS[period], state(made(ws), "sqls", period)
    if plainly.stage_leads(ws, "sql", span) is None:
        return
    told, days = beside(found), plainly_figures.waiting(ws, span)
    mqls = plainly.dated(ws, "leads", "mql", span)
    assert told["mql_to_sql"] == ratio(plainly.share(len([r for r in mqls if r.get("sql")]), len(mqls)))
    if days is None:
        assert "waiting" not in told
        return
    assert (told["waiting"], told["waiting_days"]) == (len(days), plainly_figures.middle(days))
    assert [r["sqls"] for r in shown(found, "waiting_by_age")] == (plainly_figures.ages(days) if days else [])
    assert [r["days"] for r in shown(found, "waiting_list")] == days[:50]


@quick
@given(any_of("events", "attendance", "leads", "spend", "deals"), PERIOD)
def test_events_and_formats_side_by_side(ws, period):
    span, found = PERIODS[period], state(made(ws), "target_attendance", period)
    held = plainly.dated(ws, "events", "date", span)
    if found.result.value is None or not held:
        return
    told = beside(found)
    for key, value in plainly_figures.turnout(ws, held).items():
        assert told[key] == ratio(value), key
    named = [([e], next(r for r in grid(found, "events") if r["name"] == e["event"])) for e in held]
    for one, r in named:
        turnout = plainly_figures.turnout(ws, one)
        assert (r["registered"], r["show_rate"]) == (turnout["registered"], ratio(turnout["show_rate"]))
    by_format = {plainly.fold(str(r["name"])): r for r in grid(found, "by_format")}
    kinds = {kind: [e for e in held if e["format"] == kind] for kind in ("online", "offline")}
    assert by_format.keys() == {kind for kind, events in kinds.items() if events}
    for kind, r in by_format.items():
        events = [plainly.event_figures(ws, e) for e in kinds[kind]]
        costs, gains = ([e[k] for e in events if e[k] is not None] for k in ("cost", "profit"))
        for key in ("attended", "target_attendees", "leads", "sqls"):
            assert r[key] == sum(e[key] for e in events), key
        assert r["events"] == len(events) and r["influenced"] is None
        assert r["cost"] == (near(sum(costs)) if costs else None)
        profit = sum(gains) if len(gains) == len(events) else None
        assert r["roi"] == rough((profit - sum(costs)) / sum(costs) if profit is not None and costs and sum(costs) else None)
        assert r["cost_per_sql"] == near(plainly.share(sum(costs), r["sqls"]) if costs else None)
        assert r["sql_per_lead"] == ratio(plainly.share(r["sqls"], r["leads"]))
        singles = [plainly_figures.sourced(ws, [e]) for e in kinds[kind]]
        assert (r["mqls"], r["won"]) == tuple(map(sum, zip(*singles, strict=True)))


# -- 5 and 6 -----------------------------------------------------------------------------------------------------------


@quick
@given(any_of("spend", "leads", "deals", "invoices", "events", "customers"), PERIOD, st.sampled_from([0.5, 1.3, 2.0]))
def test_romi_the_ceiling_and_the_proposed_lag(ws, period, required):
    span, found = PERIODS[period], state(made(ws), "cost_per_sql", period, "channel", required_return=required)
    if found.result.numerator is None:
        return
    told, spent = beside(found), plainly.spend_total(ws, span)
    if abs(spent) > 1:  # less than a unit of money is a rounding of larger amounts
        assert told["romi"] == rough(plainly_figures.romi(ws, span, spent))
    assert told["ceiling"] == near(plainly_figures.ceiling(ws, span, required))
    waits = [(r["sql"] - r["created"]).days for r in plainly.dated(ws, "leads", "sql", span) if r["sql"] >= r["created"]]
    assert told["median_lead_to_sql_days"] == plainly_figures.middle(waits)
    counts = {k: len(v) for k, v in plainly.split(ws, "leads", plainly.dated(ws, "leads", "sql", span), "channel").items()}
    parts, _ = plainly.spread(ws, span, "channel", "leads")
    for m in found.breakdown:
        if m.details.get("shared_not_spread"):
            continue
        direct, loaded = parts.get(plainly.fold(m.member), (0, 0))
        n = counts.get(plainly.fold(m.member), 0)
        assert (m.details["direct"], m.numerator) == (near(direct), near(loaded))
        assert m.details["direct_cost_per_sql"] == (near(direct / n) if n else None)
        if not n and loaded > 1:
            assert m.details["at_least"] == pytest.approx(float(loaded) / 3.6888794541139363, rel=1e-6, abs=0.01)  # -ln 0.025: the exact bound of no event


@quick
@given(any_of("deals", "reps", "leads"), PERIOD)
def test_quota_and_pipeline_coverage(ws, period):
    span, found = PERIODS[period], state(made(ws), "sales_effectiveness", period)
    if found.result.numerator is None:
        return
    told, (quota, actual), pipeline = beside(found), plainly_figures.quota(ws, span), plainly_figures.pipeline(ws, span)
    assert (told["quota"], told["open_pipeline"]) == (near(quota), near(pipeline))
    open_quota = None if quota is None else quota - actual
    if open_quota is None or abs(open_quota) > 1:
        assert told["pipeline_coverage"] == rough(pipeline / open_quota if open_quota is not None and open_quota > 0 and pipeline is not None else None)


# -- 7 -----------------------------------------------------------------------------------------------------------------


@quick
@given(any_of("invoices", "deals", "customers", "leads", most=20), PERIOD)
def test_customers_by_profit_and_those_below_zero(ws, period):
    span, found = PERIODS[period], state(made(ws), "customer_profitability", period)
    if found.result.denominator is None:
        return
    _, sold, field = plainly.sold(ws, span)
    each, told = plainly_figures.profits(sold, field), beside(found)
    assert told["revenue"] == near(sum(plainly.money(r[field]) for r in sold if r.get(field) is not None))
    pareto = shown(found, "pareto")
    assert {plainly.fold(r["customer"]): (r["revenue"], r["gross_profit"]) for r in pareto} == {k: (near(v[0]), near(v[1])) for k, v in each.items()}
    ordered, whole = sorted((v[1] for v in each.values()), reverse=True), sum(v[1] for v in each.values())
    if abs(whole) > 1:
        assert [r["cumulative_share"] for r in pareto] == [rough(sum(ordered[: k + 1]) / whole) for k in range(len(ordered))]
    below = sorted(((v[1], k) for k, v in each.items() if v[1] < 0))
    assert [r["gross_profit"] for r in shown(found, "customers_below_zero")] == [near(p) for p, _ in below]


@quick
@given(any_of("deals", "customers", "reps", "leads", most=25), PERIOD)
def test_discounts_and_what_leaks_below_the_segments_usual_one(ws, period):
    for r in ws.get("deals", ()):
        r["customer"], r["amount"] = r.get("customer") or "Acme", 5 if r.get("amount") is None else r["amount"]
    span, found = PERIODS[period], state(made(ws), "customer_profitability", period)
    if found.result.denominator is None:
        return
    told, off = beside(found), plainly_figures.discounts(ws, span)
    if not off:
        assert "discount_depth" not in told
        return
    rates = [d for _, _, d, _ in off]
    assert told["discount_depth"] == rough(plainly_figures.depth(off))
    assert (told["discount_p10"], told["discount_p90"]) == (rough(plainly.percentile(rates, 10)), rough(plainly.percentile(rates, 90)))
    assert told["margin_leakage"] == pytest.approx(float(sum(leak for *_, leak in off)), rel=1e-6, abs=0.01)
    teams = {}
    for item in off:
        teams.setdefault(plainly.member(ws, "deals", item[0], "team"), []).append(item)
    rows = {plainly.fold(r["team"]): r for r in shown(found, "discounts_by_team")}
    assert rows.keys() == (set() if teams.keys() == {""} else teams.keys())
    for name, r in rows.items():
        assert (r["deals"], r["discount_depth"]) == (len(teams[name]), rough(plainly_figures.depth(teams[name])))
        assert r["margin_leakage"] == pytest.approx(float(sum(leak for *_, leak in teams[name])), rel=1e-6, abs=0.01)


# -- 8 to 10 -----------------------------------------------------------------------------------------------------------


def moved(ws, table, days):
    """The rows of a table so many days earlier (only their first dates)."""
    field = {"customers": "started", "nps": "date", "invoices": "date"}[table]
    return {**ws, table: [{**r, field: r[field] - timedelta(days=days)} for r in ws.get(table, ())]}


@quick
@given(any_of("customers", "invoices", "nps", most=20), PERIOD, st.none() | st.integers(1, 60), st.integers(0, 500))
def test_customers_kept_new_and_month_by_month(ws, period, gap, earlier):
    ws = moved(moved(ws, "customers", earlier), "invoices", earlier % 40)
    span, found = PERIODS[period], state(made(ws), "customer_retention", period, retention_gap_days=gap)
    if plainly.retention(ws, span, gap) is None:
        return
    start, end = plainly.active(ws, span[0], gap), plainly.active(ws, min(span[1], plainly.today(ws)), gap)
    told = beside(found)
    assert (told["customers_start"], told["customers_end"], told["customers_new"]) == (len(start), len(end), len(end - start))
    months = ((min(span[1], plainly.today(ws)) - span[0]).days + 1) / 30.4375
    assert told["yearly_churn"] == (pytest.approx(1 - (len(start & end) / len(start)) ** (12 / months)) if start else None)
    if plainly.knows(ws, "customers", "mrr"):
        assert told["mrr_start"] == near(sum(plainly.money(r["mrr"]) for r in plainly.contracts(ws, span[0]) if r.get("mrr") is not None))
    if not ws.get("customers"):
        assert told["purchase_gap_proposed"] == ratio(plainly.purchase_gap(ws))
    rows, expected = shown(found, "cohorts"), plainly_figures.triangle(ws, gap)
    assert [(r["started"].first.year * 12 + r["started"].first.month - 1, r["customers"]) for r in rows] == [(m, n) for m, (n, _) in expected.items()]
    for r, (_, since) in zip(rows, expected.values(), strict=True):
        assert [r[f"after_{k}_months"] for k in range(1, 25)] == [ratio(since.get(k)) for k in range(1, 25)]


@settings(max_examples=60, deadline=None)
@given(workspace("nps", "customers", "invoices", "leads", most=20), st.sampled_from([0, 364, 365, 366, 380]), st.sampled_from([0, 400]))
def test_promoters_a_year_later_and_the_revenue_that_answered(ws, earlier, contracts):
    """Leap day included: 29 February 2024 is 365 days after 1 March 2023."""
    ws = moved(moved(ws, "nps", earlier), "customers", contracts)
    span = (PERIODS["2023"][0] - timedelta(days=365), PERIODS["2024"][1])
    found = state(made(ws), "nps", f"{span[0]}..{span[1]}")
    if found.result.value is None:
        return
    latest, told = plainly.answers(ws, span), beside(found)
    for key, camp in (("promoters", lambda s: s >= 9), ("passives", lambda s: s in (7, 8)), ("detractors", lambda s: s <= 6)):
        assert told[key] == ratio(plainly.share(len([r for r in latest if camp(r["score"])]), len(latest)))
        if key != "passives" and ws["customers"]:
            before, after = plainly_figures.stayed(ws, latest, camp)
            assert told[f"{key}_retained"] == ratio(plainly.share(after, before)), key
    assert {r["score"]: r["answers"] for r in grid(found, "distribution")} == {str(k): len([r for r in latest if r["score"] == k]) for k in range(11)}
    whole = sum(plainly.money(r["revenue"]) for r in ws.get("invoices", ()))
    if ws.get("invoices") and abs(whole) > 1:
        assert told.get("revenue_covered") == rough(plainly_figures.covered(ws, span, latest))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["Ann", "ann", "Bob", "Cat", None]), st.sampled_from([0, 5, 6, 7, 8, 9, 10])), max_size=90))
def test_salespeople_are_shrunk_toward_the_team_alone_with_ten_answers(answers):
    found = state(dataset(nps=("date score owner", [("2024-01-05", score, who) for who, score in answers])), "nps", "2024", "owner")
    parts = {}
    for who, score in answers:
        parts.setdefault(plainly.fold(who), []).append(score)
    shown_people = sorted(name for name, scores in parts.items() if name and len(scores) >= 10)
    assert [plainly.fold(m.member) for m in found.breakdown] == shown_people
    for m in found.breakdown:
        assert (m.value, m.n) == (ratio(plainly.nps(parts[plainly.fold(m.member)])[0]), len(parts[plainly.fold(m.member)]))
    if shown_people and set(parts) == set(shown_people):
        assert [m.details["shrunk"] for m in found.breakdown] == [rough(v) for v in plainly_figures.shrunk([parts[n] for n in shown_people])]


@quick
@given(any_of("deals", "leads", most=25), PERIOD, st.sampled_from([None, "paid", "nobody", ""]))
def test_why_deals_were_lost(ws, period, channel):
    """Also of one channel, of deals without one, and of a channel that nobody knows."""
    span = PERIODS[period]
    found = state(made(ws), "close_rate", period, filters=[Filter("channel", channel)] if channel is not None else ())
    if not plainly.knows(ws, "deals", "closed") or not plainly.reached(ws, "deals", "created", span):
        return
    lost = [r for r in plainly.closed_deals(ws, span, "lost") if channel is None or plainly.member(ws, "deals", r, "channel") == channel]
    parts = {}
    for r in lost:
        parts.setdefault(plainly.fold(r.get("loss_reason")), []).append(r)
    rows = {plainly.fold(r["reason"]): r for r in shown(found, "loss_reasons")}
    assert rows.keys() == (set() if parts.keys() == {""} else parts.keys())
    for name, r in rows.items():
        assert (r["deals"], r["share"]) == (len(parts[name]), ratio(len(parts[name]) / len(lost)))
        assert r["amount"] == near(sum(plainly.money(d["amount"]) for d in parts[name] if d.get("amount") is not None))
