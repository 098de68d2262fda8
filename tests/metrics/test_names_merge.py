"""Which names are proposed as one thing: alike in writing, a slip apart, or by a rule; never lost, never twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.metrics.dataset import fold
from kpi_desktop.metrics.names import counted, fingerprint, matches, proposals, readable
from kpi_desktop.model.decisions import NameRule
from tests.metrics.plain import dataset


def groups(names, kind="", **more):
    counts = names if isinstance(names, dict) else dict.fromkeys(names, 1)
    return [{n.name for n in c.names} for c in proposals(counts, kind, **more)]


ALIKE = [
    ("channel", "google / cpc", "Google_CPC"), ("channel", "google%20cpc", "cpc google"), ("campaign", "Spring-Sale", "Spring  Sale!"),
    ("channel", "LeadGen", "Lead Gen"), ("person", "Ivanov, Ivan", "Ivan Ivanov"), ("person", "José Núñez", "Jose Nunez"),
    ("person", "Семён Чёрный", "Семен Черный"),
    ("company", "ООО «Ромашка»", "Ромашка, АО"), ("company", "Общество с ограниченной ответственностью «Ромашка»", "ромашка"),
    ("company", "ПАО Сбербанк", "Публичное акционерное общество «Сбербанк»"), ("company", "Acme GmbH", "ACME Ltd."), ("company", "Acme S.A.", "Acme, Inc."),
    ("company", "Acme GmbH & Co. KG", "Acme"), ("company", "Smith & Jones", "Smith and Jones LLC"), ("company", "Novak s.r.o.", "Novák"),
    ("company", "Acme Gruop", "Acme Group"), ("channel", "LinkedIn Ads", "LinkedIn Adss"), ("channel", "Facebook", "Facebok"),
]


@pytest.mark.parametrize("kind, a, b", ALIKE)
def test_one_thing_written_two_ways_is_proposed(kind, a, b):
    assert groups([a, b, "quite other"], kind) == [{a, b}]


@pytest.mark.parametrize("kind, a, b", [
    ("campaign", "Webinar 2023", "Webinar 2024"), ("campaign", "Q1 Brand Search", "Q2 Brand Search"), ("channel", "Email", "Gmail"),
    ("campaign", "Shoes male buyers", "Shoes female buyers"), ("channel", "Paid", "Said"), ("company", "A-2e4581", "A-2e4582"), ("channel", "--", "!!"),
    ("channel", "Acme GmbH", "Acme Ltd"), ("company", "AB Volvo Trucks", "Trucks Volvo"), ("company", "LLC", "Ltd"), ("channel", "online", "offline"),
    ("channel", "google cpc", "google cpm"), ("campaign", "Spring A", "Spring B")])
def test_two_things_are_not(kind, a, b):
    assert groups([a, b], kind) == []


def test_the_most_frequent_spelling_gives_the_name():
    (found,) = proposals({"google_cpc": 5, "Google CPC": 90, "google / cpc": 7}, "channel")
    assert (found.canonical, found.rows, found.why) == ("Google CPC", 12, "same")
    assert [n.name for n in found.names] == ["Google CPC", "google / cpc", "google_cpc"]


def test_names_that_differ_are_not_proposed_again_not_even_through_a_third():
    names = ["Acme Group", "Acme Groep", "Acme Gruop"]
    assert groups(names) == [set(names)]
    apart = [("acme groep", "ACME GRUOP")]
    (found,) = groups(names, apart=apart)
    assert len(found) == 2 and not {"Acme Groep", "Acme Gruop"} <= found
    assert groups(names[1:], apart=apart) == []
    assert groups(["Acme", "acme!", "ACME."], apart=[("Acme", "acme!"), ("Acme", "ACME.")]) == [{"acme!", "ACME."}]


@pytest.mark.parametrize("how, text, name, speaks", [
    ("contains", "CPC", "google / cpc", True), ("begins", "goo", "Google", True), ("begins", "oogle", "Google", False), ("equals", " google ", "Google", True),
    ("equals", "goog", "Google", False), ("matches", r"^(google|bing) ?/ ?cpc$", "Bing / CPC", True), ("matches", "(", "(", False),
    ("contains", " ", "a b", False)])
def test_what_a_rule_speaks_of(how, text, name, speaks):
    assert matches(NameRule("channel", how, text, "Paid"), name) is speaks


def test_a_rule_that_says_nothing_is_known_as_such():
    assert not any(readable(NameRule("channel", how, text, to)) for how, text, to in (("matches", "(", "x"), ("equals", " ", "x"), ("equals", "a", " ")))


def test_rules_propose_first_and_the_first_that_speaks_decides():
    rules = (NameRule("channel", "contains", "cpc", "Paid search"), NameRule("channel", "begins", "google", "Google"))
    names = {"google / cpc": 5, "google cpc": 4, "google organic": 3, "paid  search": 1, "SEO": 2}
    first, second = proposals(names, "channel", rules)
    assert (first.canonical, first.rows, first.rule) == ("paid  search", 9, rules[0])
    assert (second.canonical, [n.name for n in second.names]) == ("Google", ["google organic"])
    refused = proposals(names, "channel", rules[:1], [("google cpc", "Paid Search")])
    assert [n.name for n in refused[0].names] == ["google / cpc", "paid  search"]


def test_names_are_counted_over_all_tables_as_merged_by_now():
    data = dataset([("2024-01-01", "Paid", 1), ("2024-01-01", "Paid", 2)], ("Paid",), leads=("lead created channel company", [
        ("1", "2024-01-01", "PAID", "Acme"), ("2", "2024-01-01", "SEO", None)]), customers=("customer started", [("acme ", "2024-01-01")]))
    assert counted(data, "channel") == {"Paid": 3, "SEO": 1}
    assert counted(data, "company") == {"Acme": 2}
    assert counted(data, "person") == {}


WORDS = st.sampled_from(["Acme", "acme", "Acmme", "Group", "Gruop", "Groups", "GmbH", "Ltd", "ООО", "Север", "2023", "2024", "cpc", "&", "-", "Holding"])
NAMES = st.dictionaries(st.lists(WORDS, min_size=1, max_size=4).map(" ".join) | st.text(max_size=14), st.integers(1, 99), max_size=25)
KIND = st.sampled_from(["company", "channel"])


@given(NAMES, KIND, st.randoms(use_true_random=False))
def test_order_does_not_matter_and_no_name_is_in_two_proposals(names, kind, random):
    found = proposals(names, kind)
    shuffled = list(names.items())
    random.shuffle(shuffled)
    assert proposals(dict(shuffled), kind) == found
    members = [n.name for c in found for n in c.names]
    assert len(members) == len(set(members)) and set(members) <= names.keys()
    assert all(len(c.names) > 1 and c.canonical == c.names[0].name and n.rows == names[n.name] for c in found for n in c.names)


@given(NAMES, KIND)
def test_what_was_merged_is_not_proposed_again_and_no_row_is_lost(names, kind):
    to = {n.name: c.canonical for c in proposals(names, kind) for n in c.names}
    merged = {}
    for name, rows in names.items():
        merged[to.get(name, name)] = merged.get(to.get(name, name), 0) + rows
    assert sum(merged.values()) == sum(names.values())
    assert proposals(merged, kind) == ()


@given(NAMES, KIND)
def test_equal_forms_are_always_together(names, kind):
    where = {n.name: k for k, c in enumerate(proposals(names, kind)) for n in c.names}
    forms = {}
    for name in names:
        if form := fingerprint(name, kind):
            forms.setdefault(form, set()).add(where.get(name, name))
    assert all(len(places) == 1 for places in forms.values())


@given(NAMES, KIND, st.data())
def test_names_said_to_differ_never_share_a_proposal(names, kind, data):
    apart = [data.draw(st.sets(st.sampled_from(sorted(names)), min_size=2, max_size=4))] if len(names) > 1 else []
    for found in proposals(names, kind, apart=apart):
        folded = {fold(n.name) for n in found.names}
        for group in apart:
            assert len({fold(n) for n in group} & folded) < 2


def test_a_chain_of_slips_is_not_one_thing():
    """Each is a letter from the next; all are near the most frequent one, or stand for themselves."""
    chain = {"Marlowe": 1, "Marlove": 9, "Marlote": 2, "Martote": 3, "Martite": 1, "Maltite": 1}
    assert groups(chain) == [{"Marlove", "Marlowe", "Marlote"}, {"Martote", "Martite"}]


def test_a_word_more_or_another_number_is_another_thing():
    assert groups(["Campaign Dashboard", "Campaign Dashboard - BI", "Campaign Dashboards"], "campaign") == [{"Campaign Dashboard", "Campaign Dashboards"}]
    assert groups(["Product Webinar 1", "Product Webinar 12", "Product Webinar"], "campaign") == []
    assert groups(["Face book Advertising", "Facebok Advertising"], "channel") == [{"Face book Advertising", "Facebok Advertising"}]
