"""What is said of data with known faults: each fault is found with its rows, and sound data are left in peace."""

from datetime import date

import pytest

from kpi_desktop.metrics.health import health
from kpi_desktop.metrics.registry import KPIS
from kpi_desktop.metrics.written import from_plain
from tests.metrics.plain import dataset

MONTHS = [f"{y}-{m:02d}" for y in (2023, 2024) for m in range(1, 13)]


def found(data, kind):
    return {str(f.what): (f.count, None if f.rows is None else list(f.rows.ids)) for f in health(data).findings if f.kind == kind}


def covers(data, table):
    return next(c for c in health(data).tables if c.table == table)


def per_month(*counts):
    rows = [(f"l{k}-{n}", f"{MONTHS[k]}-{1 + n % 28:02d}") for k, count in enumerate(counts) for n in range(count)]
    return dataset(leads=("lead created", rows))


def test_rows_lie_in_months_with_gaps_between():
    told = covers(dataset(leads=("lead created", [("1", "2023-11-30"), ("2", "2024-02-01"), ("3", "2024-02-29"), ("4", "2024-03-31")])), "leads")
    assert (told.rows, told.first, told.counts) == (4, date(2023, 11, 1), (1, 0, 0, 2, 1))
    assert told.gaps == (date(2023, 12, 1), date(2024, 1, 1)) and told.months[-1] == date(2024, 3, 1)
    data = dataset(leads=("lead created", [("1", "2024-01-30"), ("2", "2024-03-01")]))
    assert found(data, "gap") == {"Leads: no rows in 2024-02-01..2024-02-29": (1, None)} or list(found(data, "gap").values()) == [(1, None)]


def test_a_rhythm_of_several_months_is_no_gap_but_a_month_that_breaks_it_is():
    quarterly = [1, 0, 0] * 4 + [1, 0, 0, 0, 1]
    assert list(found(per_month(*quarterly), "gap").values()) == [(3, None)] and len(covers(per_month(*quarterly), "leads").gaps) == 11
    assert found(per_month(*([1, 0, 0] * 5), 1), "gap") == {}


def test_costs_and_quotas_cover_every_month_they_last():
    data = dataset(spend=("date from to amount", [(None, "2024-01-15", "2024-04-02", 5.0), ("2024-06-01", None, None, 1.0)]),
                   reps=("rep from to", [("Ann", "2024-01-01", "2024-03-31")]))
    assert covers(data, "spend").counts == (1, 1, 1, 1, 0, 1) and covers(data, "reps").counts == (1, 1, 1)


def test_visitors_count_and_attendance_lies_at_its_event():
    data = dataset([("2024-01-01", "Paid", 1), ("2024-01-01", "Paid", 2), ("2024-03-01", "Paid", 1)], ("Paid",),
                   events=("event date format", [("E", "2024-05-03", "online")]),
                   attendance=("event person registered", [("E", "p", None), ("E", "q", "2024-04-30"), ("gone", "r", None)]))
    assert covers(data, "visits").counts == (2, 0, 1) and covers(data, "visits").rows == 3
    assert covers(data, "attendance").counts == (1, 1) and covers(data, "attendance").rows == 3


def test_an_empty_workspace_says_what_every_figure_needs():
    told = health(from_plain({}))
    assert told.findings == () and told.blanks == () and all(c.rows == 0 and not c.counts for c in told.tables)
    assert [k.kpi for k in told.kpis] == list(KPIS) and all(k.missing and k.table for k in told.kpis)


def test_what_a_figure_needs_is_the_nearest_way():
    data = dataset(leads=("lead created sql", [("1", "2024-01-01", None)]), events=("event date format cost", [("E", "2024-01-01", "online", 5)]))
    needs = {k.kpi.id: k for k in health(data).kpis}
    assert [str(t) for t in needs["sqls"].missing] == ["Import Leads with “Became SQL” to see this figure."] and needs["sqls"].table == "leads"
    assert [str(t) for t in needs["cost_per_sql"].missing] == ["Import Leads with “Became SQL” to see this figure."]
    whole = dataset(leads=("lead created sql", [("1", "2024-01-01", "2024-01-02")]), spend=("date amount", [("2024-01-01", 5)]))
    assert {k.kpi.id for k in health(whole).kpis if not k.missing} == {"sqls", "cost_per_sql"}


def test_dates_out_of_order_are_listed():
    data = dataset(
        leads=("lead created mql sql rejected", [("1", "2024-01-05", "2024-01-04", "2024-01-03", None), ("2", "2024-01-05", None, "2024-01-04", None),
                                                 ("3", "2024-01-05", "2024-01-05", "2024-01-05", "2024-01-05"), ("4", "2024-01-05", None, None, "2023-01-01")]),
        deals=("deal created closed outcome", [("a", "2024-02-01", "2024-01-31", "won"), ("b", "2024-02-01", "2024-02-01", "lost")]),
        customers=("customer started ended", [("C", "2024-01-01", None), ("D", "2024-01-02", "2024-01-01")]))
    assert found(data, "order") == {
        "Leads: “Became MQL” before “Created”": (1, [1]), "Leads: “Became SQL” before “Became MQL”": (1, [1]), "Leads: “Became SQL” before “Created”": (1, [2]),
        "Leads: “Rejected by sales” before “Created”": (1, [4]), "Deals: “Closed” before “Created”": (1, [1]), "Customers: “Ended” before “Started”": (1, [2])}


def test_rows_that_lead_nowhere_are_listed():
    data = dataset(
        leads=("lead created event", [("1", "2024-01-01", "E"), ("2", "2024-01-01", "gone"), ("3", "2024-01-01", None)]),
        events=("event date format", [("e", "2024-01-01", "online")]), attendance=("event person", [("E", "p"), ("lost", "q")]),
        deals=("deal created outcome lead customer", [("a", "2024-01-02", "won", "1", "Acme"), ("b", "2024-01-02", "won", "9", "Bolt"),
                                                      ("c", "2024-01-02", "open", None, "Nobody yet")]),
        customers=("customer started", [("ACME", "2024-01-01")]), invoices=("customer date revenue", [("acme ", "2024-01-01", 1), ("Cork", "2024-01-01", 1)]),
        nps=("date score customer", [("2024-01-01", 9, None), ("2024-01-01", 9, "Dune")]))
    assert {k: v[1] for k, v in found(data, "orphan").items()} == {
        "Deals: no lead is found by id, e-mail or company": [2, 3], "Attendance: “Event” is not among the Events": [2],
        "Leads: “Event” is not among the Events": [2], "Deals: “Customer” is not among the Customers": [2],
        "Invoices: “Customer” is not among the Customers": [2], "NPS answers: “Customer” is not among the Customers": [2]}


def test_where_the_other_table_is_missing_nothing_is_an_orphan():
    assert found(dataset(deals=("deal created outcome lead customer", [("a", "2024-01-02", "won", "1", "Acme")])), "orphan") == {}


def test_blank_fields_have_their_share_and_rows():
    data = dataset(leads=("lead created channel score owner", [("1", "2024-01-01", "Paid", 5, None), ("2", "2024-01-01", None, None, None),
                                                               ("3", "2024-01-01", None, 3, None), ("4", "2024-01-01", None, 0, None)]))
    assert [(b.field, b.share, list(b.rows.ids)) for b in health(data).blanks] == [("channel", 0.75, [2, 3, 4]), ("score", 0.25, [2])]


@pytest.mark.parametrize("counts, jumping", [
    ((40,) * 6 + (400,) + (40,) * 6, [(date(2023, 7, 1), 400)]), ((100, 90, 110, 95, 8, 105, 100, 98, 103), [(date(2023, 5, 1), 8)]),
    ((40, 50, 45, 62, 38, 44, 51, 60, 35), []), ((3, 2, 4, 25, 3, 2, 4), []), ((90,) * 8 + (5,), []), ((5, 400, 5), []),
    ((40, 40, 0, 40, 40, 40), []), ((10, 20, 30, 40, 50, 60, 70, 80, 90), [])])
def test_a_month_jumps_that_chance_and_the_season_do_not_explain(counts, jumping):
    data = per_month(*counts)
    assert [(j.month, j.rows) for j in covers(data, "leads").jumps] == jumping
    assert [(n, len(ids)) for n, ids in found(data, "jump").values()] == [(n, n) for _, n in jumping]
