"""Fields made of several columns, of a part of one, of a constant and of translated words; dates and decimals that only a person can tell."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kpi_desktop import i18n
from kpi_desktop.imports import convert, mapping, readers
from kpi_desktop.model.decisions import Mapping, Rule, TableMapping
from kpi_desktop.model.selection import day_number
from kpi_desktop.store import decisions
from kpi_desktop.store.workspace import Workspace

WORD = st.text("abcXYZяЖ09.@", min_size=1, max_size=6)
SIGN = st.sampled_from([" ", "-", "/", "@", ", ", " / ", "|"])
RULES = st.one_of(
    st.builds(lambda t: Rule(constant=t), st.text(max_size=8)),
    st.builds(lambda c, j, s, p: Rule(tuple(c), None, j, s, p if s else 1), st.lists(WORD, min_size=1, max_size=3, unique=True), SIGN,
              st.one_of(st.just(""), SIGN), st.integers(-4, 4).filter(bool)))
VALUES = st.dictionaries(st.sampled_from(["target", "event"]), st.dictionaries(WORD, st.sampled_from(["yes", "no"]), max_size=3), max_size=2)
MAPPINGS = st.builds(lambda name, fields, values, dates, decimal: Mapping(name, (TableMapping("leads", fields, values),), dates, decimal),
                     WORD, st.dictionaries(st.sampled_from(["lead", "created", "channel", "owner"]), RULES, min_size=1), VALUES,
                     st.sampled_from(["", "dmy", "mdy"]), st.sampled_from(["", "comma", "point"]))


def read(folder, text, tables, **how):
    """The rows of a text as a mapping converts them, and the problems."""
    path = folder / "file.csv"
    path.write_text(text, "utf-8")
    batch = convert.convert(readers.read(path), Mapping("mine", tables, **how), currency="EUR", rates=())
    names = []

    def code(name):
        if name not in names:
            names.append(name)
        return names.index(name)

    chunks = list(batch.chunks(code))
    rows = {t: [row[1:] for chunk in chunks for row in chunk.rows.get(t, ())] for t in batch.columns}
    return rows, [p for chunk in chunks for p in chunk.problems], names


@given(st.lists(WORD, min_size=1, max_size=4), st.sampled_from(["-", "/", "|", ", "]))
def test_what_is_joined_can_be_split_again(words, sign):
    cells = tuple(f" {w} " for w in words)
    columns = tuple(map(str, range(len(words))))
    whole = Rule(columns, joiner=sign).text(cells)
    if len(words) > 1:
        assert whole == sign.join(words)
    for at, word in enumerate(words, 1):
        assert Rule(("x",), separator=sign, part=at).text([whole]) == word
        assert Rule(("x",), separator=sign, part=at - len(words) - 1).text([whole]) == word
    assert Rule(("x",), separator=sign, part=len(words) + 1).text([whole]) == ""
    assert Rule(("x",), separator=sign, part=-len(words) - 1).text([whole]) == ""


@given(MAPPINGS)
def test_a_mapping_survives_its_file(found):
    assert mapping.from_data(json.loads(json.dumps(mapping.as_data(found)))) == found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(MAPPINGS, st.lists(WORD, min_size=1, max_size=3).map(tuple))
def test_a_mapping_survives_the_workspace(store, found, header):
    decisions.save_mapping(store, header, found)
    assert decisions.saved_mapping(store, header) == found and (header, found) in decisions.saved_mappings(store)
    decisions.forget_mapping(store, header)
    assert decisions.saved_mapping(store, header) is None


@pytest.fixture
def store(tmp_path):
    with Workspace(tmp_path / "w.kpi", create=True) as ws:
        yield ws


def test_a_mapping_of_an_older_program_is_still_read(store):
    old = {"name": "x", "dates": "", "decimal": "", "currency": "", "tables": [{"table": "leads", "values": {}, "only": {}, "skip": {}, "fields": {
        "lead": {"columns": ["id"], "constant": None, "joiner": " "}}}]}
    store.db.execute("INSERT INTO mappings VALUES (?, ?)", (json.dumps(["id"]), json.dumps(old)))
    assert decisions.saved_mapping(store, ("id",)).tables[0].fields == {"lead": Rule(("id",))}


def test_fields_are_joined_split_and_constant(tmp_path):
    fields = {"lead": Rule(("a", "b"), joiner="-"), "created": Rule(("when",), separator="T"), "company": Rule(("mail",), separator="@", part=-1),
              "channel": Rule(constant="Trade show"), "target": Rule(("fits",))}
    part = TableMapping("leads", fields, {"target": {"OK": "yes", "sure": "no", "?": "-"}})
    rows, problems, names = read(tmp_path, "a,b,when,mail,fits\n1,2,2024-01-05T10:00,x@y.example,ok\n3,,2024-01-06,alone,Sure\n4,4,2024-01-07,z@w,?\n", (part,))
    assert not problems and names == ["Trade show", "y.example", "alone", "w"]
    assert rows["leads"] == [("1-2", day_number(date(2024, 1, 5)), 0, 1, 1), ("3", day_number(date(2024, 1, 6)), 0, 2, 0),
                             ("4-4", day_number(date(2024, 1, 7)), 0, 3, None)]


def test_the_order_of_a_joined_date_is_told_from_what_is_joined(tmp_path):
    part = TableMapping("leads", {"lead": Rule(("n",)), "created": Rule(("d", "m", "y"), joiner="/")})
    rows, _, _ = read(tmp_path, "n,m,d,y\n1,3,4,2024\n2,3,14,2024\n", (part,))
    assert rows["leads"][0] == ("1", day_number(date(2024, 3, 4)))


def doubts(folder, text, **how):
    """What is asked about a file of leads or costs."""
    path = folder / "file.csv"
    path.write_text(text, "utf-8")
    raw = readers.read(path)
    found = mapping.guess(raw).mapping
    shown = mapping.readings(raw, Mapping(found.name, found.tables, **how))
    return [(r.kind, r.column, r.source) for r in shown], [i18n.say(r.doubt) for r in shown if r.doubt is not None]


def test_a_doubtful_date_is_asked_with_both_its_meanings(tmp_path):
    sources, asked = doubts(tmp_path, "lead,created\n1,03/04/2024\n2,01/01/2024\n")
    assert sources == [("dates", "created", "doubt")]
    assert asked == ["“03/04/2024” in “created”: 3 Apr 2024 or 4 Mar 2024? Say which comes first, day or month."]
    assert doubts(tmp_path, "lead,created\n1,03/04/2024\n", dates="mdy") == ([("dates", "created", "mapping")], [])


@pytest.mark.parametrize("text", [
    "lead,created\n1,03/04/2024\n2,13/04/2024\n",  # another row tells
    "lead,created\n1,03/03/2024\n2,01/01/2024\n",  # it is the same day either way
    "lead,created\n1,03.04.2024\n",  # a point stands between day and month
    "lead,created,note\n1,03/04/2024,x\n" + "".join(f"{n},03/04/2024,x\n" for n in range(2, 400)) + "400,04/30/2024,x\n",  # the last row tells
])
def test_dates_that_tell_their_order_are_not_asked(tmp_path, text):
    assert doubts(tmp_path, text) == ([("dates", "created", "column")], [])


def test_another_column_of_the_file_tells_the_order(tmp_path):
    sources, asked = doubts(tmp_path, "lead,created,mql\n1,03/04/2024,03/30/2024\n")
    assert sources == [("dates", "created", "file"), ("dates", "mql", "column")] and not asked
    rows, _, _ = read(tmp_path, "n,when,last\n1,03/04/2024,03/30/2024\n", (TableMapping("leads", {"lead": Rule(("n",)), "created": Rule(("when",))}),))
    assert rows["leads"] == [("1", day_number(date(2024, 3, 4)))]


def test_a_doubtful_decimal_sign_is_asked_unless_another_column_tells(tmp_path):
    sources, asked = doubts(tmp_path, "date;amount\n2024-01-05;1,500\n")
    assert sources[1] == ("decimal", "amount", "doubt")
    assert asked == ["“1,500” in “amount”: 1,500 or 1.5? Say which sign parts the decimals."]
    assert doubts(tmp_path, "date;amount;ctr\n2024-01-05;1,500;2.75\n")[0][1] == ("decimal", "amount", "file")
    assert doubts(tmp_path, 'date,amount\n2024-01-05,"1,500"\n')[0][1] == ("decimal", "amount", "file")  # where commas part columns


def test_counts_are_whole(tmp_path):
    assert doubts(tmp_path, 'date,visitors,sessions\n2024-01-05,"1,500","2,000"\n')[1] == []
