"""Files dropped or chosen, what they are taken for, corrected by hand, brought in, and taken back."""

import re

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QMessageBox, QPushButton, QTableView

from kpi_desktop.app.screens import Busy
from kpi_desktop.model.problem import Text
from kpi_desktop.ui.file_list import FileRow
from kpi_desktop.ui.import_tab import Drop
from kpi_desktop.ui.main_window import IMPORT, OVERVIEW
from kpi_desktop.ui.mapping_panel import MappingDialog
from kpi_desktop.ui.messages import progress_said
from tests.app.small import written
from tests.ui.hands import cells, words

MORE = {"more.csv": "lead,created,channel\n9,2024-01-08,Paid\n10,31.31.2024,Paid\n"}
ODD = {"odd.csv": "Nummer,Tag,Wo,lead,created\n7,2024-03-01,Paid,,\n8,2024-03-02,Paid,,\n"}


def drop(target, paths):
    """Drop files on a widget as a file manager does; whether they were taken."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(p)) for p in paths])
    action, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPointF(5, 5).toPoint(), action, mime, left, none)
    target.dragEnterEvent(over)
    if over.isAccepted():
        target.dropEvent(QDropEvent(QPointF(5, 5), action, mime, left, none))
    return over.isAccepted()


def rows(hands):
    """The files on the list, by name."""
    return {r.shown.path.name: r for r in hands.window.import_tab.findChildren(FileRow) if r.isVisible()}


def said(row):
    return " ".join(w.text() for w in row.findChildren(QLabel))


def test_files_dropped_on_the_tab_are_read_and_shown(hands, tmp_path):
    tab = hands.tab(IMPORT)
    assert drop(tab.findChild(Drop), written(tmp_path, MORE)) and tab.findChild(Drop).property("over") is False
    hands.settle()
    row = rows(hands)["more.csv"]
    assert "Taken for Leads" in said(row) and "utf-8, separated by comma" in said(row)
    preview, kept = row.findChildren(QTableView)
    assert cells(preview)[0] == ["9", "8 Jan 2024", "Paid"] and cells(kept)[0][::2] == ["3", "31.31.2024"]


def test_a_row_kept_aside_names_its_field_as_the_preview_does(hands, tmp_path):
    hands.tab(IMPORT)
    hands.session.incoming.inspect(written(tmp_path, MORE))
    hands.settle()
    assert cells(rows(hands)["more.csv"].findChildren(QTableView)[1])[0][1] == "Created"


def test_files_and_folders_dropped_anywhere_go_to_the_import(hands, tmp_path):
    (tmp_path / "folder").mkdir()
    written(tmp_path / "folder", {"b.csv": "lead,created\n9,2024-01-08\n", "a.csv": "lead,created\n10,2024-01-08\n"})
    assert hands.window._tabs.currentIndex() == OVERVIEW and drop(hands.window, [tmp_path / "folder"])
    hands.settle()
    assert hands.window._tabs.currentIndex() == IMPORT and list(rows(hands)) == ["a.csv", "b.csv"]


def test_a_folder_is_chosen(hands, tmp_path, monkeypatch):
    hands.tab(IMPORT)
    written(tmp_path, MORE)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *a: str(tmp_path))
    hands.click("Choose a folder …")
    assert list(rows(hands)) == ["more.csv"]


def test_text_dropped_is_refused(hands):
    mime = QMimeData()
    mime.setText("no file")
    event = QDragEnterEvent(QPointF(5, 5).toPoint(), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event.setAccepted(False)
    hands.window.dragEnterEvent(event)
    assert not event.isAccepted()


def test_files_are_chosen_imported_and_reported(hands, tmp_path, monkeypatch):
    tab = hands.tab(IMPORT)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *a, **k: ([str(p) for p in written(tmp_path, MORE)], ""))
    hands.click("Choose files …")
    assert tab.files.all.isVisible()
    hands.click("Import all that is ready")
    assert "Leads: 1 added, 0 updated, 0 unchanged, 1 kept aside." in said(rows(hands)["more.csv"])
    assert not tab.files.all.isVisible() and cells(tab._log_view)[0][0] == "more.csv" and cells(tab._log_view)[0][3:] == ["2", "1", "0", "0", "1"]
    assert "Leads 5" in tab._held.text()
    hands.click("Remove from the list")
    assert not rows(hands) and "Leads 5" in tab._held.text()


def test_one_bad_file_does_not_hold_up_the_others(hands, tmp_path):
    hands.tab(IMPORT)
    (tmp_path / "empty.csv").touch()
    hands.session.incoming.inspect([tmp_path / "empty.csv", *written(tmp_path, MORE)])
    hands.settle()
    assert "empty.csv is empty." in said(rows(hands)["empty.csv"])
    hands.click("Import all that is ready")
    assert "1 added" in said(rows(hands)["more.csv"]) and "empty.csv is empty." in said(rows(hands)["empty.csv"])


@pytest.mark.parametrize("answer", [QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No])
def test_an_import_is_taken_back_only_when_the_person_is_sure(hands, monkeypatch, answer):
    tab, asked = hands.tab(IMPORT), []
    monkeypatch.setattr(QMessageBox, "question", lambda parent, title, text: asked.append(text) or answer)
    hands.click(tab._back)
    assert not asked, "nothing is chosen yet"
    chosen = cells(tab._log_view, 0).index("spend.csv")
    tab._log_view.setCurrentIndex(tab._log_view.model().index(chosen, 0))
    hands.click(tab._back)
    assert "spend.csv" in asked[0]
    assert ("spend.csv" in cells(tab._log_view, 0)) is (answer == QMessageBox.StandardButton.No)


def test_the_row_that_is_chosen_in_a_sorted_log_is_the_one_taken_back(hands, monkeypatch):
    tab = hands.tab(IMPORT)
    monkeypatch.setattr(QMessageBox, "question", lambda *a: QMessageBox.StandardButton.Yes)
    tab._log_view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    chosen = cells(tab._log_view, 0).index("deals.csv")
    tab._log_view.setCurrentIndex(tab._log_view.model().index(chosen, 0))
    hands.click(tab._back)
    assert sorted(cells(tab._log_view, 0)) == ["leads.csv", "spend.csv"]


def open_mapping(hands, name):
    hands.click(next(b for b in rows(hands)[name].findChildren(type(hands.window._status.doing.cancel)) if b.text() == "Columns …"))
    return hands.dialog(MappingDialog)


def test_columns_are_corrected_by_hand_and_the_file_becomes_ready(hands, tmp_path):
    hands.tab(IMPORT)
    hands.session.incoming.inspect(written(tmp_path, ODD))
    hands.settle()
    table = next(b for b in rows(hands)["odd.csv"].findChildren(QComboBox) if b.accessibleName() == "Table")
    hands.choose(table, "leads")
    dialog = open_mapping(hands, "odd.csv")
    assert "7 · 8" in words(dialog) and dialog.windowTitle() == "Columns of odd.csv"
    for header, field in (("lead", ""), ("created", ""), ("Nummer", "lead"), ("Tag", "created"), ("Wo", "channel")):
        hands.choose(dialog._boxes[header], field)
    dialog.accept()
    hands.settle()
    assert cells(rows(hands)["odd.csv"].findChildren(QTableView)[0])[0] == ["7", "1 Mar 2024", "Paid"]
    hands.click("Import")
    assert "Leads: 2 added" in said(rows(hands)["odd.csv"])


def test_a_mapping_that_is_left_changes_nothing(hands, tmp_path):
    hands.tab(IMPORT)
    hands.session.incoming.inspect(written(tmp_path, MORE))
    hands.settle()
    before = hands.window.import_tab._shown.files[0].mapping
    dialog = open_mapping(hands, "more.csv")
    hands.choose(dialog._boxes["channel"], "campaign")
    dialog.reject()
    hands.settle()
    assert hands.window.import_tab._shown.files[0].mapping == before


def test_the_dialog_gives_back_the_mapping_it_was_given(hands, tmp_path, qtbot):
    hands.session.incoming.inspect(written(tmp_path, MORE))
    hands.settle()
    shown = hands.window.import_tab._shown.files[0]
    dialog = MappingDialog(shown, hands.window)
    assert dialog.mapping() == shown.mapping
    hands.choose(dialog._dates, "mdy")
    hands.choose(dialog._boxes["channel"], "lead")
    changed = dialog.mapping()
    assert changed.dates == "mdy" and changed.tables[0].fields["lead"].columns == ("lead", "channel") and "channel" not in changed.tables[0].fields


def test_another_sheet_of_a_workbook_is_chosen(hands, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for title, rows_ in (("Leads", (["lead", "created"], ["7", "2024-03-01"])), ("Costs", (["date", "amount"], ["2024-03-01", 12]))):
        sheet = book.create_sheet(title)
        for row in rows_:
            sheet.append(row)
    book.remove(book["Sheet"])
    book.save(tmp_path / "book.xlsx")
    hands.tab(IMPORT)
    hands.session.incoming.inspect([tmp_path / "book.xlsx"])
    hands.settle()
    sheets = next(b for b in rows(hands)["book.xlsx"].findChildren(QComboBox) if b.accessibleName() == "Sheet")
    other = next(s for s in ("Leads", "Costs") if s != sheets.currentData())
    hands.choose(sheets, other)
    assert f"Excel sheet “{other}”" in said(rows(hands)["book.xlsx"])


def test_columns_being_corrected_are_not_lost_when_another_file_is_ready(hands, tmp_path):
    hands.tab(IMPORT)
    hands.session.incoming.inspect(written(tmp_path, MORE))
    hands.settle()
    open_mapping(hands, "more.csv")
    hands.session.incoming.inspect(written(tmp_path, {"other.csv": "lead,created\n9,2024-01-08\n"}))
    hands.settle()
    assert hands.dialog(MappingDialog)


def folder_of(tmp_path):
    """A folder as people have them: some known, some alike and doubtful, one empty, one of no use."""
    (tmp_path / "many").mkdir()
    doubt = "lead,created\n{},03/04/2024\n"
    texts = {f"good{k}.csv": f"lead,created\n{90 + k},2024-01-08\n" for k in range(3)} | {f"doubt{k}.csv": doubt.format(70 + k) for k in range(3)}
    written(tmp_path / "many", texts | {"odd.csv": "a,b\n1,2\n", "empty.csv": "", ".hidden.csv": "x", "~lock.csv": "x"})
    return tmp_path / "many"


def test_a_folder_is_counted_sorted_and_what_is_alike_is_decided_once(hands, tmp_path):
    tab = hands.tab(IMPORT)
    drop(hands.window, [folder_of(tmp_path)])
    hands.settle()
    assert [r.shown.path.name for r in tab.files.rows] == ["doubt0.csv", "odd.csv", "empty.csv", "good0.csv", "good1.csv", "good2.csv"]
    assert not any(r.findChildren(QTableView) for r in tab.files.rows), "rows stand closed where there are many"
    row = tab.files.rows[0]
    assert "doubt0.csv" in said(row) and len(row.files) == 3
    hands.click(row._toggle)
    assert "doubt1.csv, doubt2.csv" in said(row) and cells(row.findChildren(QTableView)[0])[0] == ["70", "?"]
    hands.click("Day first")
    assert {f.path.name for f in tab._shown.files if f.state == "ready"} == {f"{n}{k}.csv" for n in ("good", "doubt") for k in range(3)}


def test_what_is_no_export_is_told_in_one_line_or_with_its_reason_alone(hands, tmp_path):
    tab = hands.tab(IMPORT)
    written(tmp_path, {"README.md": "of us", "wheel.csv": "time,wheel\n2024-01-08,7\n"} | {f"leads{k}.csv": f"lead,created\n{k},2024-01-08\n" for k in (7, 8)})
    drop(hands.window, [tmp_path])
    hands.settle()
    assert tab.files.beside.isVisible() and "README.md" in tab.files.beside.text()
    row = rows(hands)["wheel.csv"]
    assert "Its columns are none of those" in said(row) and "Taken for" not in said(row) and not row.findChildren(QTableView)
    assert "1 hold(s) nothing known" in tab.files.said.text() or "1 holds nothing known" in tab.files.said.text()


def test_what_to_know_of_the_figures_stands_with_the_file(hands, tmp_path):
    hands.tab(IMPORT)
    hands.session.incoming.inspect(written(tmp_path, {"customers.csv": "customer,started,monthly value\nAcme,2024-01-08,10\n"}))
    hands.settle()
    assert "Taken for Customers." in said(rows(hands)["customers.csv"]) and "No column says when customers left" in said(rows(hands)["customers.csv"])


def test_words_that_tell_nothing_lead_to_their_meanings_wherever_they_stand(hands, tmp_path):
    """The unknown word stands beyond the rows that are looked at first."""
    hands.tab(IMPORT)
    ends = [*["won"] * 400, "Abgewickelt"]
    text = "deal,created,closed,stage,amount\n" + "".join(f"w{k},2024-01-08,2024-02-08,{end},10\n" for k, end in enumerate(ends))
    hands.session.incoming.inspect(written(tmp_path, {"deals_de.csv": text}))
    hands.settle()
    row = rows(hands)["deals_de.csv"]
    assert "Abgewickelt" in said(row) and not any(b.text() == "Decimal comma" for b in row.findChildren(QPushButton))
    hands.click("Say what they mean …")
    dialog = hands.dialog(MappingDialog)
    hands.settle()
    hands.choose(next(b for b in dialog.findChildren(QComboBox) if b.accessibleName() == "Meaning of Abgewickelt"), "won")
    dialog.accept()
    hands.settle()
    assert rows(hands)["deals_de.csv"].shown.state == "ready"


def test_columns_chosen_for_files_that_are_alike_hold_for_all_of_them(hands, tmp_path):
    tab = hands.tab(IMPORT)
    hands.session.incoming.inspect([p for p in folder_of(tmp_path).iterdir() if p.name.startswith("doubt")])
    hands.settle()
    tab.files.rows[0]._map()
    dialog = hands.dialog(MappingDialog)
    hands.choose(dialog._dates, "mdy")
    dialog.accept()
    hands.settle()
    assert [(f.state, f.mapping.dates) for f in tab._shown.files] == [("ready", "mdy")] * 3


def test_all_that_is_ready_comes_in_and_the_rest_is_cleared_by_kind(hands, tmp_path):
    tab = hands.tab(IMPORT)
    hands.session.incoming.inspect(sorted(p for p in folder_of(tmp_path).iterdir() if p.name[0] not in ".~"))
    hands.settle()
    hands.click("Import all that is ready")
    assert [f.state for f in tab._shown.files].count("done") == 3
    hands.click("Remove what is done")
    hands.click("Remove what cannot be used")
    assert [r.shown.path.name for r in tab.files.rows] == ["doubt0.csv"]


def test_of_very_many_files_the_first_are_built_and_more_on_demand(hands, tmp_path):
    tab = hands.tab(IMPORT)
    hands.session.incoming.inspect(written(tmp_path, {f"f{k:02}.csv": f"lead,created\n{k},2024-01-08\n" for k in range(34)}))
    hands.settle()
    assert len(tab.files.rows) == 30
    hands.click("Show 4 more")
    assert len(tab.files.rows) == 34 and not tab.files._more.isVisible()


def test_a_table_that_a_kpi_lacks_is_told_of_and_its_file_is_taken_for_it(hands, tmp_path, monkeypatch):
    tab, asked = hands.tab(IMPORT), []
    files = written(tmp_path, {"some.csv": "lead,created,score\n9,2024-01-08,10\n", "nps_answers.csv": "date,score\n2024-01-08,9\n"})
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda parent, title, *a: asked.append(title) or ([str(f) for f in files], ""))
    hands.window.data_tab.look(2)
    hands.settle()
    hands.window.data_tab.health.wants_import.emit("nps")
    hands.settle()
    assert hands.window.data_tab.looking == 0 and asked == ["Choose files for NPS answers"]
    told = " ".join(words(tab.wanted))
    assert "Delighted" in told and "It must tell: " in told and "Score" in told
    assert [f.mapping.tables[0].table for f in tab._shown.files] == ["nps", "nps"]
    hands.session.incoming.import_files([f.file_id for f in tab._shown.files if f.state == "ready"])
    hands.settle()
    assert tab.wanted.isHidden(), "it is no longer wanted once it came in"


def test_a_wanted_table_can_be_given_up(hands, monkeypatch):
    tab = hands.tab(IMPORT)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *a: ([], ""))
    tab.wanted.start("deals")
    hands.settle()
    assert "HubSpot: deals" in " ".join(words(tab.wanted))
    hands.click("Close")
    assert tab.wanted.isHidden() and tab.wanted.table == ""


def test_the_log_tells_when_a_file_came_in(hands):
    assert re.fullmatch(r"\d{1,2} \w{3} \d{4}, \d\d:\d\d", cells(hands.tab(IMPORT)._log_view)[0][2])


@pytest.mark.parametrize("busy, line", [
    (Busy(Text("Importing {file}", file="v.csv"), 0.414, True, 480_312.0, 11.6), "Importing v.csv · 41 % · 480,000 rows/s · 12 s left"),
    (Busy(Text("Importing {file}", file="v.csv"), 0.5, True, 812.4, 150.0), "Importing v.csv · 50 % · 812 rows/s · 2 min left"),
    (Busy(Text("Computing"), None, True), "Computing"), (Busy(Text("Computing"), 0.0, True, None, 9.0), "Computing"),
    (Busy(Text("Importing {file}", file="v.csv"), 1.0, True, 5.0, 0.0), "Importing v.csv · finishing …")])
def test_progress_is_told_with_its_rate_and_the_time_left(busy, line):
    assert progress_said(busy) == line
