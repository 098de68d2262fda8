"""The rows behind the figures beside a headline: as many as the figure says, each once, and those that a plain loop over the rows finds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_desktop.metrics import funnel, reached
from kpi_desktop.metrics.registry import compute
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.selection import Compare, Driver, Filter, Options, Period, Selection
from tests.metrics import plainly, plainly_figures
from tests.metrics.generated import CHANNEL, PERIOD, PERIODS, SIGHTINGS, made, workspace
from tests.metrics.plainly import fold, money

quick = settings(max_examples=40, deadline=None)
ROWS = {"accepted", "rejected", "undecided", "via_mql", "direct", "waiting", "won", "lost", "created", "open_deals", "stale_deals", "leads", "attended",
        "registered"}
"""Figures that count rows; the others count people or customers, who may have several."""
TABLES = ("leads", "deals", "reps", "events", "attendance", "customers", "invoices", "spend", "nps")


def figures(data, period, filters=(), **options):
    """(KPI, key) -> the figure of that name beside a headline."""
    found = compute(data, Selection(Period.parse(period), Compare.NONE, None, tuple(filters), Options(**options)), trend=False)
    return {(s.kpi.id, b.key): b for s in found.kpis for b in s.result.beside}


def ids(figure, table):
    return sorted(number for rows in figure.behind if rows.table == table for number in rows.ids.tolist())


def positions(ws, table, wanted):
    """Row numbers, which count from 1 in the tests' datasets, of the rows that are wanted."""
    return [at for at, r in enumerate(ws.get(table, ()), 1) if any(r is w for w in wanted)]


@quick
@given(workspace(*TABLES), SIGHTINGS, PERIOD, st.sampled_from([None, "Paid", "SEO"]))
def test_every_figure_has_its_rows_and_as_many_as_it_says(ws, sightings, period, channel):
    data = made({**ws, "sightings": sightings})
    for name, b in figures(data, period, [Filter("channel", channel)] if channel else []).items():
        for rows in b.behind:
            assert len(set(rows.ids.tolist())) == len(rows.ids), name
        assert len({rows.table for rows in b.behind}) == len(b.behind), name  # each table once: a person sees them one after the other
        many = sum(len(rows.ids) for rows in b.behind)
        if b.value:
            assert many, name
        if b.key in ROWS:
            assert b.value is None or b.value == many, name
        elif b.unit is Unit.COUNT and b.key != "sessions":
            assert b.value is None or b.value <= many, name


@quick
@given(workspace("leads", most=20), PERIOD)
def test_the_rows_of_mqls_are_those_that_sales_did_that_with(ws, period):
    told = figures(made(ws), period)
    if ("mqls", "undecided") not in told:
        return
    of = {"accepted": [], "rejected": [], "undecided": []}
    for lead in plainly.dated(ws, "leads", "mql", PERIODS[period]):
        of["accepted" if lead.get("sql") else "rejected" if lead.get("rejected") else "undecided"].append(lead)
    for key, wanted in of.items():
        assert ids(told["mqls", key], "leads") == positions(ws, "leads", wanted)


@quick
@given(workspace("leads", "events", "spend", most=15), PERIOD, st.none() | CHANNEL.filter(bool), st.sampled_from(list(Driver)))
def test_the_rows_of_spend_are_those_that_a_part_comes_from(ws, period, channel, driver):
    """Each row alone, the others gone: it is behind the figure where the figure would be anything but 0."""
    filters = [Filter("channel", channel)] if channel else []
    told = figures(made(ws), period, filters, driver=driver).get(("cost_per_sql", "spend"))
    if told is None:
        return
    if channel is None:
        mine = [r for r in ws.get("spend", ()) if plainly.costs({"spend": [r]}, PERIODS[period])]
        assert ids(told, "spend") == positions(ws, "spend", mine)
        return
    if driver is not Driver.LEADS:
        return
    for table in ("spend", "events"):
        expected = []
        for at, r in enumerate(ws.get(table, ()), 1):
            mine = _share_alone(ws, table, r, PERIODS[period], fold(channel))
            expected += [at] if mine else []
        assert ids(told, table) == expected, table


def _share_alone(ws, table, row, period, channel):
    """What of one cost falls to the channel."""
    blank = [{**r, "amount": 0 if r is not row else row["amount"]} for r in ws.get("spend", ())]
    held = [{**r, "cost": (row["cost"] if r is row else 0) if r.get("cost") is not None else None} for r in ws.get("events", ())]
    alone = {**ws, "spend": blank if table == "spend" else [{**r, "amount": 0} for r in ws.get("spend", ())],
             "events": held if table == "events" else [{**r, "cost": 0 if r.get("cost") is not None else None} for r in ws.get("events", ())]}
    return plainly.spread(alone, period, "channel", "leads")[0].get(channel, (0, 0))[1]


@quick
@given(workspace("deals", "customers", "invoices", "reps", most=20), PERIOD)
def test_the_rows_of_revenue_profit_and_quota_sum_to_it(ws, period):
    data, span = made(ws), PERIODS[period]
    told = figures(data, period)
    table, revenue = ("invoices", "revenue") if plainly.knows(ws, "invoices", "revenue") else ("deals", "amount")
    found = plainly.dated(ws, "invoices", "date", span) if table == "invoices" else plainly.closed_deals(ws, span, "won")
    if (b := told.get(("customer_profitability", "revenue"))) is not None:
        assert ids(b, table) == positions(ws, table, found)
    if (b := told.get(("customer_profitability", "gross_profit"))) is not None and b.value is not None:
        mine = [ws[table][number - 1] for number in ids(b, table)]
        assert b.value == pytest.approx(float(sum(money(r[revenue]) - money(r["cost"]) for r in mine)), rel=1e-9, abs=1e-4)
    if (b := told.get(("sales_effectiveness", "quota"))) is not None and b.value is not None:
        mine = [ws["reps"][number - 1] for number in ids(b, "reps")]
        assert b.value == pytest.approx(float(plainly_figures.quota({**ws, "reps": mine}, span)[0]), rel=1e-9, abs=1e-6)
        assert all(r.get("quota") is not None for r in mine)
    if (b := told.get(("customer_profitability", "margin_leakage"))) is not None:
        assert ids(b, "deals") == positions(ws, "deals", [r for r, _, _, leak in plainly_figures.discounts(ws, span) if leak > 1e-9 * abs(r["list_amount"])])


@quick
@given(workspace("leads", "deals", most=20), PERIOD, st.sampled_from(["period", "cohort"]), st.sampled_from([None, "Paid"]))
def test_each_stage_of_the_funnel_has_its_rows_and_as_many_as_it_counts(ws, period, mode, channel):
    data, filters = made(ws), (Filter("channel", channel),) if channel else ()
    selection = Selection(Period.parse(period), Compare.NONE, None, filters)
    found = funnel.compute(data, selection, mode)
    for stage, rows in zip(found.stages, reached.behind(data.view(filters), selection.period, mode), strict=True):
        numbers = [number for part in rows for number in part.ids.tolist()]
        assert len(set(numbers)) == len(numbers) == int(stage.count or 0), stage.id
