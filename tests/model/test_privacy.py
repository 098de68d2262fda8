"""What stands for a person, and what is left alone."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.model.decisions import Mapping, Rule, TableMapping
from kpi_desktop.model.privacy import GONE, Privacy, identity
from kpi_desktop.model.problem import Problem, Text
from kpi_desktop.model.schema import BY_NAME, TABLES

ON = Privacy(bytes(range(32)), contacts=True)
SALES = replace(ON, salespeople=True)
PLAIN = re.compile(r"[\w.]+@[\w.]+")
WORD = st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x4FF), min_size=2, max_size=8)
MAIL = st.builds("{}@{}.example".format, st.from_regex(r"[a-z0-9][a-z0-9.]{0,8}[a-z0-9]", fullmatch=True), st.from_regex(r"[a-z]{1,8}", fullmatch=True))


def reader(privacy, table, field):
    return privacy.reader(BY_NAME[table], BY_NAME[table].by_name[field])


@given(st.lists(WORD, min_size=1, max_size=3).map(" ".join))
def test_every_spelling_of_a_name_has_one_pseudonym_that_stands_for_itself(name):
    made = ON.pseudonym(name)
    assert re.fullmatch("person-[0-9a-f]{16}", made) and ON.pseudonym(made) == made
    assert ON.pseudonym(f"  {name.replace(' ', '   ')} ") == made == ON.pseudonym(name.casefold())
    assert replace(ON, key=b"another").pseudonym(name) != made


@given(MAIL, WORD)
def test_an_address_is_one_person_with_a_name_beside_it_and_inside_a_sentence(mail, name):
    made = ON.pseudonym(mail)
    assert ON.pseudonym(f"{name} <{mail.upper()}>") == made == ON.pseudonym(f" {mail} ")
    assert ON.masked(f"write to {mail}, please") == f"write to {made}, please"


@given(st.lists(st.one_of(WORD, MAIL, st.sampled_from(["+49 30 1234567", "8 (999) 123-45-67", ",", "2024-01-05"])), max_size=8).map(" ".join))
def test_no_address_and_no_phone_number_stays_in_prose_and_doing_it_twice_changes_nothing(text):
    once = ON.prose(text)
    assert not PLAIN.search(once) and "1234567" not in once and "123-45-67" not in once
    assert once.count("2024-01-05") == text.count("2024-01-05") and ON.prose(once) == once


@pytest.mark.parametrize("text", ["2024-01-05 10:30:11", "05.01.2024 10:30", "1,234,567.89", "Acme GmbH", "00Q000000001234", "google / cpc", "12 of 20"])
def test_what_names_nobody_stays(text):
    assert ON.masked(text) == text == ON.prose(text)


def test_contacts_are_hidden_and_salespeople_where_that_is_asked_for():
    hidden = {(t.name, f.name) for t in TABLES for f in t.fields if ON.hides(f)}
    assert {("leads", "email"), ("attendance", "person"), ("nps", "respondent")} <= hidden
    assert {(t.name, f.name) for t in TABLES for f in t.fields if SALES.hides(f)} - hidden == {
        ("leads", "owner"), ("deals", "owner"), ("nps", "owner"), ("customers", "manager"), ("reps", "rep")}
    assert reader(ON, "deals", "customer")("ann@x.com") == ON.pseudonym("ann@x.com") and reader(ON, "deals", "customer")("Acme") == "Acme"
    assert reader(ON, "deals", "amount") is None and reader(Privacy(), "attendance", "person") is None


def test_a_forgotten_person_takes_their_rows_along_and_leaves_a_number_where_others_hang_on_them():
    for privacy in (ON.without("Ann@X.com"), replace(ON, contacts=False).without("Ann@X.com")):
        for spelling in ("ann@x.com", "Ann Lee <ann@x.com>", ON.pseudonym("ann@x.com")):
            assert reader(privacy, "attendance", "person")(spelling) == GONE == reader(privacy, "nps", "respondent")(spelling)
            assert reader(privacy, "leads", "email")(spelling) == ""
            lead, link = reader(privacy, "leads", "lead")(spelling), reader(privacy, "deals", "lead")(spelling)
            assert lead == link and lead.startswith("forgotten-") and reader(privacy, "leads", "lead")(lead) == lead
        assert reader(privacy, "nps", "comment")("ask Ann@x.com, soon") == "ask ***, soon"
    named = replace(ON, contacts=False).without("ann lee")
    assert named.prose("Said Ann Lee, and Ann LEE again; not Ann Leeds") == "Said ***, and *** again; not Ann Leeds"
    assert reader(named, "deals", "owner")("Ann  Lee") == "" and reader(named, "reps", "rep")("ANN LEE") == GONE
    assert reader(named, "deals", "owner")("Bo") == "Bo"


HEADER = ("First", "Last", "Mail", "When", "Phone", "Firm", "Who")
HOW = Mapping("m", (TableMapping("attendance", {"person": Rule(("First", "Last")), "registered": Rule(("When",)), "company": Rule(("Firm",))},
                                 only={"Who": ("x@y.com",)}),))
ROW = ("Ann", "Lee", "ann@x.com", "never", "+49 30 1234567", "Acme", "x@y.com")


def test_a_row_kept_aside_holds_what_is_needed_to_mend_it_and_no_person():
    kept = ON.row(Problem("f", 2, "registered", "never", Text("no date"), ROW), HEADER, HOW)
    assert kept.raw == (ON.pseudonym("Ann Lee"), "", "", "never", "", "Acme", ON.pseudonym("x@y.com")) and kept.value == "never"
    rule = HOW.tables[0].fields["person"]
    assert ON.pseudonym(rule.text(kept.raw[:2])) == ON.pseudonym("Ann Lee")
    assert ON.row(kept, HEADER, HOW) == kept
    assert ON.row(Problem("f", 2, "", "", Text("too wide"), (*ROW, "more")), HEADER, HOW).raw == ()
    assert ON.without("ann lee").row(Problem("f", 2, "", "", Text("x"), ROW), HEADER, HOW) is None
    assert Privacy().row(Problem("f", 2, "", "", Text("x"), ROW), HEADER, HOW).raw == ROW


@pytest.mark.parametrize("part", [1, 2, -1, -2])
def test_a_cell_that_is_split_is_read_as_the_same_person_again(part):
    rule = Rule(("Who",), separator=";", part=part)
    how = Mapping("m", (TableMapping("attendance", {"person": rule}),))
    kept = ON.row(Problem("f", 2, "registered", "", Text("x"), ("Ann Lee;Bo Ray",)), ("Who",), how)
    assert rule.text(kept.raw) == ON.pseudonym(rule.text(("Ann Lee;Bo Ray",))) and "Ann" not in str(kept.raw) and "Ray" not in str(kept.raw)


def test_a_mapping_is_kept_without_the_persons_in_its_words():
    how = Mapping("m", (TableMapping("deals", {"owner": Rule(("Rep",)), "customer": Rule(("Firm",))}, {"owner": {"AL": "Ann Lee"}, "customer": {"a": "Acme"}},
                                     skip={"Rep": ("Bo Ray",), "Firm": ("Bolt",)}),
                         TableMapping("nps", {"owner": Rule(constant="Ann Lee")})))
    kept = SALES.mapping(how)
    assert "Ann" not in str(kept) and "Bo Ray" not in str(kept) and "'AL'" not in str(kept) and "Acme" in str(kept) and "Bolt" in str(kept)
    assert SALES.mapping(kept) == kept and ON.mapping(how) == how == Privacy().mapping(how)
    assert "Ann" not in str(replace(ON, contacts=False).without("Ann Lee").mapping(how))


def test_identity():
    assert identity("  ANN   Lee ") == "ann lee" and identity("Ann <ANN@x.com>") == "ann@x.com" and identity("+49 (30) 12-34-567") == "+49301234567"
    assert identity("a@x.com; b@x.com") == "a@x.com; b@x.com"
