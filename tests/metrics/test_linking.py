"""Links against a plain second computation: id beats e-mail beats company, whatever the order of the rows; an import taken back takes its links along."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.linking import BY_COMPANY, BY_EMAIL, BY_ID, NOT, company_form
from kpi_desktop.metrics.links import customer_codes, meant, shares
from kpi_desktop.store.workspace import Workspace
from tests.app.small import fill
from tests.metrics import plain_links
from tests.metrics.generated import made, workspace
from tests.metrics.plain import beside, dataset, kpi
from tests.store.test_workspace import bring

HOW = {NOT: "", BY_ID: "id", BY_EMAIL: "email", BY_COMPANY: "company"}


def linked(ws, data, table, column):
    """(the row found, how) of each row."""
    found = data.link(table, column)
    others = ws.get({"lead": "leads", "customer": "customers"}[column]) or []
    return [(others[row] if row >= 0 else None, HOW[by]) for row, by in zip(found.rows, found.by, strict=True)]


@settings(max_examples=150, deadline=None)
@given(workspace("leads", "deals", "customers", "attendance", "events", "nps", "invoices"))
def test_every_row_finds_what_plain_python_finds(ws):
    data = made(ws)
    for table in ("deals", "attendance"):
        assert linked(ws, data, table, "lead") == [plain_links.lead_of(ws, table, row, company_too=True) for row in ws.get(table, ())]
    for table in ("deals", "invoices", "nps"):
        assert linked(ws, data, table, "customer") == [plain_links.customer_of(ws, table, row) for row in ws.get(table, ())]
    same = data.linked("attendance", "lead")
    assert [same[k] >= 0 for k in range(len(same))] == [by in (BY_ID, BY_EMAIL) for by in data.link("attendance", "lead").by]
    for share in shares(data):
        assert len(share.unlinked.ids) == share.counts[NOT] and 0 <= share.linked <= 1


@settings(max_examples=60, deadline=None)
@given(workspace("leads", "deals", "customers", "attendance", "events", "nps"), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(ws, random):
    for table, field in (("leads", "created"), ("customers", "started")):  # of equal days the last row is taken, so let there be none
        ws[table] = list({row[field]: row for row in ws.get(table, ())}.values())
    turned = {t: random.sample(found, len(found)) for t, found in ws.items()}
    turned["events"] = ws.get("events", [])
    for table, column in (("deals", "lead"), ("deals", "customer"), ("attendance", "lead"), ("nps", "customer")):
        before, after = (dict(zip(map(id, w.get(table, ())), linked(w, made(w), table, column), strict=True)) for w in (ws, turned))
        assert before == after


LEADS = ("lead created email company", [("1", "2024-01-10", "Ada@X.example ", "Acme GmbH"), ("2", "2024-03-10", "ada@x.example", "Bolt"),
                                        ("3", "2024-02-01", "7f3a9c", "Cork")])


def deal(*row):
    found = dataset(leads=LEADS, deals=("deal created outcome lead email customer", [("d", *row)])).link("deals", "lead")
    return int(found.rows[0]), int(found.by[0])


@pytest.mark.parametrize(("row", "expected"), [
    (("2024-04-01", "won", "3", "ada@x.example", "Acme"), (2, BY_ID)), (("2024-04-01", "won", "99", "ada@x.example", "Acme"), (1, BY_EMAIL)),
    (("2024-02-01", "won", None, "ADA@x.example", "Cork"), (0, BY_EMAIL)), (("2024-01-09", "won", None, "ada@x.example", None), (-1, NOT)),
    (("2024-02-01", "won", None, "ada@x.example", None), (0, BY_EMAIL)), (("2024-04-01", "won", None, " 7F3A9C", None), (2, BY_EMAIL)),
    (("2024-04-01", "won", None, "bo@x.example", "ООО «Cork»"), (2, BY_COMPANY)), (("2024-04-01", "won", None, "  ", "Nobody"), (-1, NOT))])
def test_a_deal_goes_by_id_then_e_mail_then_company(row, expected):
    assert deal(*row) == expected


def test_blank_e_mails_are_nobodys():
    data = dataset(leads=("lead created email", [("1", "2024-01-01", None), ("2", "2024-01-01", " ")]),
                   deals=("deal created outcome email", [("d", "2024-02-01", "won", None), ("e", "2024-02-01", "won", "  ")]))
    assert list(data.linked("deals", "lead")) == [-1, -1]


def test_an_attendee_is_the_lead_of_the_same_e_mail_and_no_colleagues_lead():
    data = dataset(
        leads=("lead created email company segment channel", [("1", "2024-01-10", "ada@x.example", "Acme GmbH", "Large", "SEO"),
                                                              ("2", "2024-06-10", "bo@x.example", None, "Small", "Fair")]),
        events=("event date format", [("E", "2024-05-01", "online")]),
        attendance=("event person company attended", [("E", "ADA@x.example", None, "yes"), ("E", "Bo@x.example", None, "yes"), ("E", "Cy", "ACME", "yes"),
                                                      ("E", "Di", None, "yes")]))
    found = data.link("attendance", "lead")
    assert list(found.rows) == [0, 1, 0, -1] and list(found.by) == [BY_EMAIL, BY_EMAIL, BY_COMPANY, NOT]
    assert list(data.linked("attendance", "lead")) == [0, 1, -1, -1]
    assert [data.name(c) for c in data.dimension("attendance", "segment")] == ["Large", "Small", "Large", ""]
    assert [data.name(c) for c in data.dimension("attendance", "channel")] == ["SEO", "Fair", "", ""]


def test_answers_and_invoices_find_the_contract_that_started_last():
    data = dataset(
        customers=("customer started email", [("Acme GmbH", "2024-02-01", "ada@x.example"), ("Acme GmbH", "2023-01-01", None), ("Cork", "2023-01-01", None)]),
        leads=("lead created email company", [("1", "2024-01-01", "cy@x.example", "Cork Ltd")]),
        nps=("date score respondent customer", [("2024-03-01", 9, "r", "acme gmbh"), ("2024-03-01", 9, "ADA@x.example", None), ("2024-03-01", 9, "r2", "ACME"),
                                                ("2024-03-01", 9, "cy@x.example", None), ("2024-03-01", 9, "who@x.example", None)]),
        invoices=("customer date revenue", [("Acme", "2024-03-01", 60), ("ada@x.example", "2024-03-01", 20), ("Dune", "2024-03-01", 20)]))
    found = data.link("nps", "customer")
    assert list(found.rows) == [0, 0, 0, 2, -1] and list(found.by) == [BY_ID, BY_EMAIL, BY_COMPANY, BY_EMAIL, NOT]
    assert [data.name(c) for c in customer_codes(data, "invoices")] == ["Acme GmbH", "Acme GmbH", "Dune"]
    assert beside(kpi(data, "nps"))["revenue_covered"] == pytest.approx(0.8)


def test_revenue_is_covered_by_company_where_nobody_is_called_so_and_there_are_no_contracts():
    data = dataset(invoices=("customer date revenue", [("Acme GmbH", "2024-03-01", 30), ("Acme AG", "2024-03-01", 10), ("ООО Вектор", "2024-03-01", 60)]),
                   nps=("date score customer", [("2024-03-01", 9, "Acme AG"), ("2024-03-01", 9, "Вектор")]))
    assert beside(kpi(data, "nps"))["revenue_covered"] == pytest.approx(0.7)
    held, said = data.column("invoices", "customer"), data.column("nps", "customer")
    assert {data.name(c) for c in meant(data, held, said)} == {"Acme AG", "ООО Вектор"}


@pytest.mark.parametrize(("a", "b"), [("ООО «Ромашка»", "ромашка"), ("ЗАО Вектор", "АО «Вектор»"), ("ПАО Сбер", "Сбер"), ("ИП Иванов Пётр", "Петр Иванов ИП"),
                                      ("Acme, Inc.", "ACME"), ("Acme S.A.", "acme B.V."), ("Müller AG", "muller ltd"), ("Acme L.L.C.", "Acme GmbH & Co. KG")])
def test_companies_are_the_same_without_their_legal_form(a, b):
    assert company_form(a) == company_form(b) != ""


def test_numbers_in_another_order_are_another_company():
    assert company_form("10-20") != company_form("20-10") and company_form("C-12") == company_form("c 12")


def test_an_import_taken_back_takes_its_links_along(tmp_path):
    leads = "lead,created,email\n1,2024-01-01,ada@x.example\n"
    with Workspace(tmp_path / "w.kpi", create=True) as ws:
        bring(ws, tmp_path / "leads.csv", leads)
        bring(ws, tmp_path / "deals.csv", "deal,created,outcome,contact email\nd,2024-02-01,won,ADA@x.example\ne,2024-02-01,won,bo@x.example\n")
        first = Dataset(ws.frames()).link("deals", "lead")
        bring(ws, tmp_path / "more.csv", "lead,created,email\n2,2024-01-01,bo@x.example\n3,2024-01-15,ada@x.example\n")
        bring(ws, tmp_path / "again.csv", "deal,created,outcome,contact email\nd,2024-02-01,won,bo@x.example\n")
        assert list(Dataset(ws.frames()).linked("deals", "lead")) == [1, 1]
        for number in (4, 3):
            ws.take_back(number)
        last = Dataset(ws.frames()).link("deals", "lead")
        assert list(first.rows) == list(last.rows) == [0, -1] and list(first.by) == list(last.by) == [BY_EMAIL, NOT]


def test_an_e_mail_of_a_deal_is_kept_when_the_workspace_is_opened_again(tmp_path):
    path = fill(tmp_path / "w.kpi", {"deals.csv": "deal,created,outcome,Associated Contact Email,Company\nd,2024-02-01,won,ada@x.example,Acme\n"})
    with Workspace(path) as ws:
        assert "ada@x.example" in ws.fetch("deals", [1]).rows[0]
