"""Merges, rules and names that differ are kept in the workspace and undone one by one; imported rows stay as written."""

import pytest

from kpi_desktop.app import names
from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.model.decisions import NameRule
from kpi_desktop.store import decisions
from kpi_desktop.store.workspace import Workspace
from tests.app.small import fill

FILES = {
    "leads.csv": "lead,created,channel,company,owner\n1,2024-01-02,google / cpc,Acme GmbH,Ann Lee\n2,2024-01-03,Google CPC,Bolt,\"Lee, Ann\"\n"
                 "3,2024-01-04,Google CPC,Cork,Bob\n4,2024-01-05,bing cpc,Acme,Bob\n",
    "customers.csv": "customer,started,account manager\nACME Ltd,2024-02-01,Ann  Lee\n",
    "salespeople.csv": "sales rep,quota,from,to\nLee Ann,1000,2024-01-01,2024-12-31\n",
}


@pytest.fixture
def ws(tmp_path):
    with Workspace(fill(tmp_path / "w.kpi", FILES), create=False) as ws:
        yield ws


def shown(ws, kind="channel"):
    return names.shown(ws, Dataset(ws.frames()), kind)


def channels(ws):
    data = Dataset(ws.frames())
    return [data.name(int(c)) for c in data.column("leads", "channel")]


def members(found):
    return [{n.name for n in c.names} for c in found.proposals]


def written(ws):
    return ws.fetch("leads", [1, 2, 3, 4]).rows


def test_nothing_is_merged_before_the_person_says_so(ws):
    assert members(shown(ws)) == [{"google / cpc", "Google CPC"}] and shown(ws).proposals[0].canonical == "Google CPC"
    assert shown(ws).merges == () and set(channels(ws)) == {"google / cpc", "Google CPC", "bing cpc"}


def test_a_merge_counts_at_once_leaves_the_rows_alone_and_is_undone(ws):
    before, revision = written(ws), ws.revision
    names.merge(ws, "channel", ["google / cpc", "Google CPC"], "  Paid   search ")
    assert ws.revision > revision and written(ws) == before
    assert channels(ws) == ["Paid search"] * 3 + ["bing cpc"]
    assert [(m.name, m.canonical) for m in shown(ws).merges] == [("google / cpc", "Paid search"), ("Google CPC", "Paid search")]
    names.undo(ws, "channel", "GOOGLE / CPC")
    assert channels(ws) == ["google / cpc", "Paid search", "Paid search", "bing cpc"]
    names.undo(ws, "channel", "Google CPC")
    assert decisions.merges(ws) == () and written(ws) == before and len(shown(ws).proposals) == 1


def test_companies_and_customers_are_one_kind_and_so_are_salespeople(ws):
    assert members(shown(ws, "company")) == [{"Acme GmbH", "Acme", "ACME Ltd"}]
    names.merge(ws, "company", ["Acme GmbH", "Acme", "ACME Ltd"], "Acme")
    names.merge(ws, "person", ["Ann Lee", "Lee, Ann", "Lee Ann"], "Ann Lee")
    data = Dataset(ws.frames())
    assert {data.name(int(c)) for c in data.column("customers", "customer")} == {"Acme"}
    assert {data.name(int(c)) for t, f in (("reps", "rep"), ("customers", "manager")) for c in data.column(t, f)} == {"Ann Lee"}
    assert len(shown(ws, "company").merges) == 2 and shown(ws, "company").proposals == () and shown(ws, "person").proposals == ()
    names.undo(ws, "company", "ACME Ltd")
    assert {m.name for m in decisions.merges(ws) if m.dimension in ("company", "customer")} == {"Acme GmbH"}


def test_merging_back_and_forth_never_goes_in_a_circle(ws):
    names.merge(ws, "channel", ["google / cpc"], "Google CPC")
    names.merge(ws, "channel", ["Google CPC"], "google / cpc")
    assert channels(ws) == ["google / cpc"] * 3 + ["bing cpc"]
    names.merge(ws, "channel", ["google / cpc"], " ")
    assert len(shown(ws).merges) == 1


def test_all_spelled_alike_are_merged_together(ws):
    names.merge_all(ws, "channel", shown(ws).proposals)
    assert channels(ws) == ["Google CPC"] * 3 + ["bing cpc"]


def test_not_the_same_is_remembered_also_after_a_merge_and_can_be_asked_again(ws):
    names.keep_apart(ws, "channel", ["google / cpc", "Google CPC"])
    assert shown(ws).proposals == () and shown(ws).apart == 1
    names.merge(ws, "channel", ["google / cpc"], "google:cpc")
    assert shown(ws).proposals == ()
    names.offer_again(ws, "channel")
    assert members(shown(ws)) == [{"google:cpc", "Google CPC"}]


def test_rules_propose_for_names_now_and_later(ws, tmp_path):
    rule = NameRule("channel", "contains", "cpc", "Paid search")
    names.add_rule(ws, rule)
    names.add_rule(ws, rule)
    found = shown(ws)
    assert [r.rule for r in found.rules] == [rule] and found.rules[0].cluster.rows == 4
    names.merge(ws, "channel", [n.name for n in found.rules[0].cluster.names], "Paid search")
    assert set(channels(ws)) == {"Paid search"} and shown(ws).rules[0].cluster is None
    fill(tmp_path / "w.kpi", {"later.csv": "lead,created,channel\n9,2024-03-01,yandex cpc\n"})
    assert [n.name for n in shown(ws).rules[0].cluster.names] == ["Paid search", "yandex cpc"]
    assert "yandex cpc" in channels(ws)
    names.remove_rule(ws, rule)
    assert shown(ws).rules == () and "Paid search" in channels(ws)
    assert shown(ws, "campaign").rules == ()
