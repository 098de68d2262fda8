"""Which rows a table takes: what is told before an import is what the import does."""

from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.app import row_filters
from kpi_desktop.app.row_filters import Filter, Values
from kpi_desktop.imports import convert, readers
from kpi_desktop.model.decisions import Mapping, Rule, TableMapping

LEADS = TableMapping("leads", {"lead": Rule(("no",)), "created": Rule(("day",))})
WORDS = ["Won", "won ", "Lost", "", "Test", "TEST", "Straße"]


def test_one_filter_a_column_and_what_is_left_out_wins():
    part = TableMapping("leads", {}, only={"kind": ("Won", "Lost")}, skip={"kind": ("lost",), "type": ("Test",)})
    assert row_filters.filters(part) == (Filter("kind", True, ("Won",)), Filter("type", False, ("Test",)))


def test_a_filter_replaces_the_one_before_and_one_without_words_asks_for_nothing():
    part = row_filters.with_filter(LEADS, "kind", Filter("kind", True, ("Won",)))
    assert part.only == {"kind": ("Won",)} and not part.skip
    part = row_filters.with_filter(part, "kind", Filter("kind", False, ("Test",)))
    assert part.skip == {"kind": ("Test",)} and not part.only
    assert row_filters.with_filter(part, "kind", None) == LEADS == row_filters.with_filter(part, "kind", Filter("kind", True, ()))


def test_values_are_counted_without_regard_to_case_as_far_as_is_looked():
    rows = [["1", "Won"], ["2", " won"], ["3", "Lost"], ["4"]]
    assert row_filters.values("kind", 1, rows) == Values("kind", (("Won", 2), ("Lost", 1), ("", 1)), 4)
    assert row_filters.values("kind", 1, rows, 2) == Values("kind", (("Won", 2),), 2, True)


def test_words_that_the_file_does_not_hold_are_offered_as_well():
    found = Values("kind", (("Won", 2),), 2)
    assert row_filters.offered(found, Filter("kind", False, ("WON", "Gone"))) == {"Won": 2, "Gone": 0}


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30), st.booleans(), st.sets(st.sampled_from(WORDS), min_size=1))
def test_as_many_rows_are_left_out_as_was_told(tmp_path_factory, words, keep, chosen):
    path = tmp_path_factory.mktemp("rows") / "leads.csv"
    path.write_text("no,day,kind\n" + "".join(f"{k},2024-01-0{1 + k % 9},{w}\n" for k, w in enumerate(words)), "utf-8")
    raw, asked = readers.read(path), Filter("kind", keep, tuple(sorted(chosen)))
    told = row_filters.left_out(row_filters.values("kind", 2, (c for _, c in raw.rows())), asked)
    mapping = Mapping("leads", (row_filters.with_filter(LEADS, "kind", asked),))
    taken = sum(len(c.rows["leads"].lines) for c in convert.convert(raw, mapping, currency="EUR", rates=()).chunks(len))
    assert told == len(words) - taken
