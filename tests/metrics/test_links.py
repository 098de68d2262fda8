"""How deals find their leads: by id, else by company; a company's deal goes to its latest lead before the deal."""

from kpi_desktop.metrics.linking import BY_COMPANY, BY_ID, NOT
from kpi_desktop.metrics.links import lead_deals, shares
from tests.metrics.plain import dataset

LEADS = ("lead created company", [
    ("1", "2024-01-10", "ООО «Ромашка»"), ("2", "2024-03-10", "Ромашка"), ("3", "2024-02-01", "Acme GmbH"), ("4", "2024-02-01", None),
    ("5", "2024-02-01", "—")])


def deals(*rows):
    return dataset(leads=LEADS, deals=("deal created outcome lead customer", [(f"d{k}", *row) for k, row in enumerate(rows)]))


def test_an_id_wins_over_the_company():
    found = deals(("2024-04-01", "won", "3", "Ромашка"), ("2024-04-01", "won", None, "ACME Ltd")).link("deals", "lead")
    assert list(found.rows) == [2, 2] and list(found.by) == [BY_ID, BY_COMPANY]


def test_a_companys_deal_goes_to_its_latest_lead_before_it():
    rows = [(day, "open", None, "АО Ромашка") for day in ("2024-01-09", "2024-01-10", "2024-03-09", "2024-03-10", "2024-12-31")]
    found = deals(*rows).link("deals", "lead")
    assert list(found.rows) == [-1, 0, 0, 1, 1]
    assert list(found.by) == [NOT, BY_COMPANY, BY_COMPANY, BY_COMPANY, BY_COMPANY]


def test_unknown_blank_and_wordless_names_link_nothing():
    found = deals(("2024-04-01", "won", None, "Nobody"), ("2024-04-01", "won", None, None), ("2024-04-01", "won", None, "-"),
                       ("2024-04-01", "won", "99", None)).link("deals", "lead")
    assert list(found.rows) == [-1] * 4 and set(found.by) == {NOT}


def test_leads_know_their_deals_through_the_company():
    told = lead_deals(deals(("2024-04-01", "won", None, "acme")))
    assert told.linked and list(told.won) == [False, False, True, False, False]


def test_no_leads_no_deals_no_company():
    assert not lead_deals(dataset(deals=("deal created outcome customer", [("d", "2024-01-01", "won", "Acme")]))).linked
    assert not lead_deals(dataset(leads=LEADS)).linked
    assert not lead_deals(dataset(leads=("lead created", [("1", "2024-01-01")]), deals=("deal created outcome", [("d", "2024-01-02", "won")]))).linked


def test_shares_count_every_row_once():
    data = deals(("2024-04-01", "won", "3", None), ("2024-04-01", "won", None, "ACME Ltd"), ("2024-04-01", "lost", None, None))
    assert [(str(s.label), s.counts) for s in shares(data)] == [("Deals to leads", (1, 1, 0, 1))]
