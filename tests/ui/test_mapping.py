"""The mapping dialog: columns beside fields, what is asked, what would come of it, and mappings kept under a name."""

import json
from datetime import date

import pytest
from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QLabel, QLineEdit, QMessageBox

from kpi_desktop.app import mapping_draft
from kpi_desktop.app.mapping_draft import Draft
from kpi_desktop.model.decisions import Mapping, Rule, TableMapping
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import BY_NAME
from kpi_desktop.store import decisions
from kpi_desktop.store.workspace import Workspace
from kpi_desktop.ui.file_list import FileRow
from kpi_desktop.ui.main_window import IMPORT
from kpi_desktop.ui.mapping_columns import carried
from kpi_desktop.ui.mapping_panel import MappingDialog
from tests.app.small import written
from tests.ui.hands import cells, too_small, words

LEADS = "lead,created,channel,first,last,fits\n1,2024-01-02,SEO,Ann,Lee,yes\n9,2024-01-08,Paid,Bo,Fox,perhaps\n10,31.31.2024,Paid,Cy,Poe,no\n"
DOUBT = "lead,created\n9,03/04/2024\n10,05/06/2024\n"


class Mapper:
    """A person in the mapping dialog of one file."""

    def __init__(self, hands, folder, text=LEADS, name="more.csv"):
        self.hands, self.name = hands, name
        hands.tab(IMPORT)
        hands.session.incoming.inspect(written(folder, {name: text}))
        hands.settle()
        self.open()

    @property
    def row(self):
        return next(r for r in self.hands.window.import_tab.findChildren(FileRow) if r.shown.path.name == self.name and r.isVisible())

    def open(self):
        self.row._map()
        self.dialog = self.row.findChild(MappingDialog)
        self.rest()

    def rest(self):
        """Wait until what is shown is of the mapping as it stands."""
        loop, timer, late = QEventLoop(), QTimer(), QTimer(singleShot=True)
        timer.timeout.connect(lambda: loop.quit() if not self.dialog.stale else None)
        late.timeout.connect(loop.quit)
        timer.start(5)
        late.start(20_000)
        loop.exec()
        assert not self.dialog.stale, "the mapping is never counted"
        self.hands.settle()

    def field(self, name):
        return self.dialog._fields.rows[name]

    def choose(self, field, key):
        self.hands.choose(self.field(field).box, key)
        self.rest()

    def named(self, kind, name):
        self.hands.settle()
        return next(w for w in self.dialog.findChildren(kind) if w.accessibleName() == name and w.isVisibleTo(self.dialog))

    def press(self, text):
        button = next(b for b in self.dialog.findChildren(QAbstractButton) if b.text() == text and b.isVisible())
        self.hands.click(button)

    def type(self, name, text):
        edit = self.named(QLineEdit, name)
        edit.selectAll()
        QTest.keyClicks(edit, text)
        self.rest()

    def preview(self, column=None):
        return cells(self.dialog._result.view, column)

    @property
    def said(self):
        return self.dialog._result.said.text()

    @property
    def part(self):
        return self.dialog.mapping().tables[0]


@pytest.fixture
def mapper(hands, tmp_path):
    made = Mapper(hands, tmp_path)
    yield made
    made.dialog.reject()


def drop(target, column, modifiers=Qt.KeyboardModifier.NoModifier):
    """Drop a column on a field as the hand does."""
    mime, action, left = carried(column), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    target.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), action, mime, left, modifiers))
    target.dropEvent(QDropEvent(QPointF(5, 5), action, mime, left, modifiers))


# -- what is shown -------------------------------------------------------------------------------------------------------


def test_columns_show_their_values_and_what_they_hold(mapper):
    shown = words(mapper.dialog._sources.rows["created"])
    assert "2024-01-02 · 2024-01-08 · 31.31.2024" in shown and "Field for created" in shown
    kinds = {s.name: s.kind for s in mapper.dialog.draft.columns}
    assert kinds["lead"] == "number" and kinds["first"] == "text"


def test_needed_fields_stand_first_and_are_marked(mapper):
    assert list(mapper.dialog._fields.rows)[:2] == ["lead", "created"]
    names = [r._name.text() for r in mapper.dialog._fields.rows.values()]
    assert names[:3] == ["Lead *", "Created *", "Became MQL"]
    mapper.choose("created", "")
    assert mapper.field("created")._name.property("tone") == "worse" and mapper.said == "Still without a column: Leads: Created"
    assert mapper.dialog._tabs.tabText(0) == "Leads *"


def test_the_whole_file_is_counted_and_nothing_is_kept(mapper, workspace):
    assert mapper.said == "Of 3 rows in the file: Leads 1 added, 1 changed, 0 unchanged (Channel 1); 1 kept aside."
    with Workspace(workspace) as ws:
        assert ws.counts()["leads"] == 4 and len(ws.imports()) == 3


def test_rows_kept_aside_are_shown_with_their_reason(mapper):
    mapper.choose("target", ":fits")
    mapper.press("Kept aside: 2")
    assert ["3", "Fits the target customer", "perhaps"] in [row[:3] for row in mapper.preview()]


def test_what_is_of_an_earlier_mapping_is_marked_until_the_new_one_comes(mapper):
    before = mapper.said
    mapper.hands.choose(mapper.field("channel").box, "")
    assert mapper.dialog.stale and before in mapper.said and "counting again" in mapper.said
    mapper.rest()
    assert "counting" not in mapper.said and "Channel" not in mapper.said


def test_counting_is_stopped_and_taken_up_again(mapper):
    mapper.hands.choose(mapper.field("channel").box, "")
    mapper.press("Stop counting")
    assert mapper.said == "Not counted." and not mapper.dialog.stale
    mapper.press("Count again")
    mapper.rest()
    assert mapper.said.startswith("Of 3 rows")


# -- what feeds a field --------------------------------------------------------------------------------------------------


def test_a_column_dragged_onto_a_field_feeds_it_and_with_ctrl_joins(mapper):
    drop(mapper.field("owner"), "first")
    assert mapper.part.fields["owner"] == Rule(("first",)) and mapper.dialog._boxes["first"].currentData() == "owner"
    drop(mapper.field("owner"), "last")
    assert mapper.part.fields["owner"] == Rule(("last",))
    drop(mapper.field("owner"), "first", Qt.KeyboardModifier.ControlModifier)
    mapper.rest()
    assert mapper.part.fields["owner"] == Rule(("last", "first")) and "Lee Ann" in mapper.preview()[0]


def test_something_else_dragged_onto_a_field_is_refused(mapper):
    mime = carried("x")
    mime.clear()
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event.setAccepted(False)
    mapper.field("owner").dragEnterEvent(event)
    assert not event.isAccepted()


def test_the_same_text_for_every_row(mapper):
    mapper.choose("channel", "=")
    mapper.type("Every row: Channel", "Trade show")
    assert mapper.part.fields["channel"] == Rule(constant="Trade show") and "Trade show" in mapper.preview()[0]
    mapper.choose("target", "=")
    mapper.hands.choose(mapper.named(QComboBox, "Every row: Fits the target customer"), "no")
    mapper.rest()
    assert mapper.preview()[0][-1] == "no"


def test_columns_are_joined_by_a_text_and_parted_from_again(mapper):
    mapper.choose("owner", ":first")
    mapper.field("owner")._open(True)
    mapper.hands.choose(mapper.named(QComboBox, "Join another column to Owner"), "last")
    mapper.type("Text between joined columns", ", ")
    assert mapper.part.fields["owner"] == Rule(("first", "last"), joiner=", ") and "Ann, Lee" in mapper.preview()[0]
    mapper.press("first ✕")
    mapper.rest()
    assert mapper.part.fields["owner"].columns == ("last",)


def test_one_part_of_a_column_is_taken(mapper):
    mapper.choose("company", ":created")
    mapper.field("company")._open(True)
    parts = mapper.named(QComboBox, "Which part is taken")
    assert not parts.isEnabled()
    mapper.type("Text at which the value is split", "-")
    mapper.hands.choose(parts, "-1")
    mapper.rest()
    assert mapper.part.fields["company"] == Rule(("created",), separator="-", part=-1) and "02" in mapper.preview()[0]
    assert mapper.field("company").box.placeholderText() == "last part of created"


def test_words_are_proposed_and_translated(mapper):
    mapper.choose("target", ":fits")
    target = BY_NAME["leads"].by_name["target"]
    found = [(w.text, w.count, w.meaning) for w in mapper.dialog.draft.words(0, target)]
    assert found == [("perhaps", 1, ""), ("yes", 1, "yes"), ("no", 1, "no")]
    mapper.field("target")._open(True)
    unknown = mapper.named(QComboBox, "Meaning of perhaps")
    assert unknown.currentText() == "not known: keep aside"
    mapper.hands.choose(unknown, "no")
    mapper.rest()
    assert "perhaps = no" in mapper.field("target")._note.text()
    assert mapper.part.values == {"target": {"perhaps": "no"}} and mapper.preview(-1)[:2] == ["yes", "no"]
    mapper.hands.choose(mapper.named(QComboBox, "Meaning of yes"), "-")
    mapper.rest()
    assert mapper.preview(-1)[0] == "—"


def test_a_word_far_down_the_file_is_asked_for_as_well(hands, tmp_path):
    rows = "".join(f"{n},2024-01-08,yes\n" for n in range(400))
    mapper = Mapper(hands, tmp_path, f"lead,created,target\n{rows}401,2024-01-08,evtl\n")
    assert mapper.named(QComboBox, "Meaning of evtl").currentData() == ""
    mapper.dialog.reject()


def test_scrolling_past_changes_nothing(mapper):
    box = mapper.field("channel").box
    turn = QWheelEvent(QPointF(5, 5), box.mapToGlobal(QPointF(5, 5)), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
                       Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(box, turn)
    assert mapper.part.fields["channel"] == Rule(("channel",))


# -- tables --------------------------------------------------------------------------------------------------------------


def test_a_file_feeds_several_tables(mapper):
    add = mapper.named(QComboBox, "Add a table")
    mapper.hands.choose(add, "customers")
    mapper.rest()
    assert [t.table for t in mapper.dialog.mapping().tables] == ["leads", "customers"] and mapper.dialog._tabs.currentIndex() == 1
    assert "Customers: " in mapper.said
    mapper.choose("customer", ":last")
    mapper.choose("started", ":created")
    assert "Leads 1 added" in mapper.said and "Customers 2 added" in mapper.said
    assert mapper.preview()[0][0] == "Lee"
    mapper.dialog._tabs.setCurrentIndex(0)
    assert mapper.preview()[0][0] == "1" and mapper.dialog._boxes["last"].currentData() == ""
    mapper.press("Remove this table")
    mapper.rest()
    assert [t.table for t in mapper.dialog.mapping().tables] == ["customers"] and mapper.dialog.mapping().name == "customers"


# -- doubts --------------------------------------------------------------------------------------------------------------


def test_a_doubtful_date_is_asked_before_the_file_is_ready(hands, tmp_path):
    mapper = Mapper(hands, tmp_path, DOUBT, "doubt.csv")
    question = "“03/04/2024” in “created”: 3 Apr 2024 or 4 Mar 2024?"
    assert mapper.row.shown.state == "decide" and question in " ".join(w.text() for w in mapper.row.findChildren(QLabel))
    assert question in " ".join(words(mapper.dialog)) and mapper.said == "Answer the question, then the whole file is counted."
    assert mapper.preview(1) == ["?", "?"], "nothing is guessed"
    mapper.press("Month first")
    mapper.rest()
    assert mapper.preview(1)[0] == "4 Mar 2024"
    assert mapper.said.startswith("Of 2 rows") and mapper.dialog._dates.currentData() == "mdy" and question not in " ".join(words(mapper.dialog))
    mapper.dialog.accept()
    hands.settle()
    assert mapper.row.shown.state == "ready" and mapper.row.shown.previews[0].rows[0][1] == date(2024, 3, 4)


def test_where_the_answer_comes_from_is_said(hands, tmp_path):
    mapper = Mapper(hands, tmp_path, "lead,created,mql\n9,03/04/2024,03/30/2024\n")
    assert "month first: inferred from the other columns of the file" in words(mapper.dialog)
    mapper.hands.choose(mapper.dialog._dates, "mdy")
    mapper.rest()
    assert "as you said" in words(mapper.dialog)
    mapper.dialog.reject()


# -- saved mappings ------------------------------------------------------------------------------------------------------


def test_a_mapping_saved_under_a_name_is_applied_when_the_header_comes_again(mapper, workspace, tmp_path):
    mapper.choose("owner", ":last")
    mapper.type("Name of the mapping", "Our leads")
    mapper.press("Save")
    assert "Saved as Our leads" in " ".join(words(mapper.dialog))
    mapper.dialog.reject()
    mapper.hands.session.incoming.inspect(written(tmp_path, {"again.csv": LEADS.replace("SEO", "Fair")}))
    mapper.hands.settle()
    shown = mapper.hands.window.import_tab._shown.files[-1]
    assert shown.mapping.name == "Our leads" and shown.mapping.tables[0].fields["owner"] == Rule(("last",))


def test_saved_mappings_are_listed_used_renamed_and_deleted(mapper, workspace, monkeypatch):
    with Workspace(workspace) as ws:
        decisions.save_mapping(ws, ("a", "b"), Mapping("Old", (TableMapping("leads", {"lead": Rule(("last",)), "created": Rule(("created",))}),)))
    mapper.press("Saved mappings …")
    view = mapper.dialog._saved.view
    assert view.count() == 1 and view.item(0).text() == "Old" and "Columns: a, b" in words(mapper.dialog)
    view.item(0).setText("New")
    mapper.hands.settle()
    with Workspace(workspace) as ws:
        assert decisions.saved_mapping(ws, ("a", "b")).name == "New"
    mapper.press("Use for this file")
    mapper.rest()
    assert mapper.part.fields["lead"] == Rule(("last",)) and mapper.dialog._name.text() == "New" and mapper.preview()[0][0] == "Lee"
    mapper.press("Saved mappings …")
    monkeypatch.setattr(QMessageBox, "question", lambda *a: QMessageBox.StandardButton.Yes)
    mapper.press("Delete")
    assert view.count() == 0
    with Workspace(workspace) as ws:
        assert decisions.saved_mappings(ws) == ()


def test_a_mapping_goes_to_a_file_and_comes_back(mapper, tmp_path, monkeypatch):
    file = tmp_path / "mine.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a: (str(file), ""))
    mapper.choose("owner", ":last")
    before = mapper.dialog.mapping()
    mapper.press("Export mapping …")
    assert json.loads(file.read_text("utf-8"))["tables"][0]["columns"]["owner"] == "last"
    mapper.choose("owner", "")
    mapper.press("Import mapping …")
    mapper.rest()
    assert mapper.dialog.mapping() == before
    file.write_text("{", "utf-8")
    mapper.press("Import mapping …")
    assert "is not valid JSON" in " ".join(words(mapper.dialog)) and mapper.dialog.mapping() == before


def test_a_column_that_the_file_lacks_is_named(mapper):
    mapper.dialog._take(Mapping("x", (TableMapping("leads", {"lead": Rule(("Nr",)), "created": Rule(("created",))}),)))
    mapper.rest()
    assert mapper.field("lead").box.currentText() == "Nr (not in this file)" and mapper.said == "more.csv has no column “Nr”."


# -- the dialog ----------------------------------------------------------------------------------------------------------


def test_enter_in_a_text_does_not_close_the_dialog(mapper):
    name = mapper.named(QLineEdit, "Name of the mapping")
    name.setFocus()
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert mapper.dialog.isVisible()


def test_the_dialog_fits_and_everything_has_a_name(dressed, mapper):
    mapper.dialog.resize(1180, 680)
    mapper.hands.settle()
    assert mapper.dialog.minimumSizeHint().width() <= 1280 and mapper.dialog.minimumSizeHint().height() <= 680
    assert not [t for t in too_small(mapper.dialog) if t not in words(mapper.dialog._sources) and t not in words(mapper.dialog._fields)]
    nameless = [w for w in mapper.dialog.findChildren(QComboBox) + mapper.dialog.findChildren(QLineEdit) if w.isVisible() and not w.accessibleName()]
    assert not nameless


def test_a_file_of_very_many_columns_opens(hands, tmp_path):
    header = ",".join(["lead", "created", *(f"c{n}" for n in range(2000))])
    mapper = Mapper(hands, tmp_path, header + "\n9,2024-01-08" + ",x" * 2000 + "\n")
    assert len(mapper.dialog._boxes) == mapping_draft.MOST_COLUMNS and "and 1,902 more column" in " ".join(words(mapper.dialog))
    mapper.choose("owner", ":c1999")
    assert "x" in mapper.preview()[0]
    mapper.dialog.reject()


# -- the draft -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("values", "kind"), [
    (["2024-01-05", "31.12.2024"], "date"), (["1,5", "2"], "number"), (["1 200,00 ₽", "(3)"], "number"), (["yes", "no"], "flag"), (["0", "1"], "flag"),
    (["won", "lost", "won", "lost"], "choice"), (["Ann", "Bo", "Cy"], "text"), (["", "-", "n/a"], "blank"), (["1", "1"], "number")])
def test_what_a_column_seems_to_hold(values, kind):
    assert mapping_draft.seen("x", values).kind == kind


def test_a_word_that_means_itself_is_not_kept():
    draft = Draft(("s",), [(2, ("Won",)), (3, ("Verloren",))], Mapping("m", (TableMapping("deals", {"outcome": Rule(("s",))}),)))
    outcome = BY_NAME["deals"].by_name["outcome"]
    draft.translate(0, outcome, "Verloren", "lost")
    draft.translate(0, outcome, "Won", "lost")
    draft.translate(0, outcome, "won", "won")
    assert draft.mapping.tables[0].values == {"outcome": {"Verloren": "lost"}}
    assert mapping_draft.meanings(outcome)[0] == ("open", Text("open"))


def test_cancel_in_the_window_stops_the_counting_too(mapper):
    mapper.hands.choose(mapper.field("channel").box, "")
    mapper.dialog._timer.stop()
    mapper.dialog._try()
    mapper.hands.session.cancel()
    mapper.rest()
    assert mapper.said == "Not counted." and mapper.dialog._result._again.isVisible()


def test_every_field_and_column_is_reached_with_the_keyboard(mapper):
    wanted = {*mapper.dialog._boxes.values(), *(r.box for r in mapper.dialog._fields.rows.values())}
    first = at = mapper.dialog._name
    reached = set()
    for _ in range(400):
        at = at.nextInFocusChain()
        if at is first:
            break
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.add(at)
    assert wanted <= reached
