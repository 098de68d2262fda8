"""Which rows of a file a table takes, ticked off the values found, and what is told of it."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from kpi_desktop.model.decisions import Mapping, Rule, TableMapping
from tests.ui.hands import too_small, words
from tests.ui.test_mapping import Mapper

KINDS = "lead,created,channel,kind\n" + "".join(f"{k},2024-03-0{k},Paid,{kind}\n" for k, kind in enumerate(("Real", "Test", "real ", "Spam", ""), start=1))


@pytest.fixture
def mapper(hands, tmp_path):
    made = Mapper(hands, tmp_path, KINDS, "kinds.csv")
    made.dialog._show_filters()
    made.rows = made.dialog._filters
    hands.choose(made.rows.column, "kind")
    yield made
    made.dialog.reject()


def listed(mapper):
    return {mapper.rows.values.item(k).text(): mapper.rows.values.item(k) for k in range(mapper.rows.values.count())}


def tick(mapper, *texts):
    for text in texts:
        item = listed(mapper)[text]
        mapper.rows.values.setCurrentItem(item)
        mapper.hands.qtbot.keyClick(mapper.rows.values, Qt.Key.Key_Space)
    mapper.rest()


def test_values_are_found_and_every_row_is_taken_at_first(mapper):
    assert list(listed(mapper)) == ["Real × 2", "Test × 1", "Spam × 1", "(blank) × 1"]
    assert {"Rows: all of the file", "Of 5 rows 0 are left out.", "take every row"} <= set(words(mapper.dialog))


def test_a_tick_leaves_such_rows_out_and_the_file_is_counted_again(mapper):
    tick(mapper, "Test × 1", "Spam × 1")
    assert mapper.part.skip == {"kind": ("Test", "Spam")} and mapper.rows._said.text() == "Of 5 rows 2 are left out."
    mapper.press("Back to the columns")
    assert mapper.said.startswith("Of 3 rows in the file: Leads 1 added, 2 changed") and "2 lines left out" in mapper.said
    assert mapper.dialog._rows.text() == "Rows: without kind = “Test”, “Spam”" and len(mapper.preview()) == 3


def test_only_the_ticked_are_taken_where_that_is_asked(mapper):
    tick(mapper, "Real × 2")
    mapper.hands.choose(mapper.rows.how, "only")
    assert mapper.part.only == {"kind": ("Real",)} and not mapper.part.skip and mapper.rows._said.text() == "Of 5 rows 3 are left out."
    mapper.hands.choose(mapper.rows.how, "")
    assert not mapper.part.only and not mapper.part.skip


def test_without_a_tick_nothing_is_left_out_and_the_person_is_told(mapper):
    mapper.hands.choose(mapper.rows.how, "only")
    assert not mapper.part.only and mapper.rows._said.text() == "Tick the values that matter."


def test_a_filter_is_there_again_when_its_mapping_is_taken_from_a_file(mapper, tmp_path, monkeypatch):
    tick(mapper, "Spam × 1")
    saved = tmp_path / "kinds.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(saved), ""))
    mapper.press("Export mapping …")
    assert json.loads(saved.read_text("utf-8"))["tables"][0]["skip"] == {"kind": ["Spam"]}
    mapper.dialog._take(Mapping("leads", (TableMapping("leads", {"lead": Rule(("lead",)), "created": Rule(("created",))}, only={"kind": ("Real", "Gone")}),)))
    mapper.dialog._show_filters()
    mapper.rest()
    assert mapper.rows.column.currentData() == "kind" and mapper.rows.column.currentText() == "✓ kind"
    ticked = [t for t, i in listed(mapper).items() if i.checkState() == Qt.CheckState.Checked]
    assert ticked == ["Real × 2", "Gone × 0"]


def test_a_filter_on_a_column_that_the_file_lacks_can_be_removed(mapper):
    mapper.dialog._take(Mapping("leads", (TableMapping("leads", {"lead": Rule(("lead",)), "created": Rule(("created",))}, skip={"gone": ("x",)}),)))
    mapper.dialog._show_filters()
    mapper.rest()
    assert mapper.rows.column.currentData() == "gone" and "kinds.csv has no column “gone”." in mapper.said
    mapper.hands.choose(mapper.rows.how, "")
    mapper.rest()
    assert not mapper.part.skip and "Of 5 rows" in mapper.said


def test_closing_the_dialog_while_values_are_read_hears_nothing_more(mapper):
    mapper.rows._found.clear()
    mapper.rows._choose()
    mapper.dialog.reject()
    mapper.hands.settle()
    assert not mapper.rows._found


def test_there_is_room_for_it(dressed, mapper):
    assert not too_small(mapper.dialog)
