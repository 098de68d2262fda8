"""The window itself: period and comparison, languages, looks, export, print, troubles, and how it closes."""

import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QDate, QEvent, Qt
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog, QMenu, QMenuBar, QMessageBox

from kpi_desktop import i18n, paths
from kpi_desktop.app import reporting
from kpi_desktop.app.screens import Busy, Trouble
from kpi_desktop.app.settings import Settings
from kpi_desktop.model.problem import Text
from kpi_desktop.model.report_setup import Setup
from kpi_desktop.model.selection import Period
from kpi_desktop.ui import printing, theme
from kpi_desktop.ui.doing import Doing
from kpi_desktop.ui.import_tab import Drop
from kpi_desktop.ui.main_window import FUNNEL, IMPORT, OVERVIEW, PLANNER
from kpi_desktop.ui.report_dialog import ReportDialog
from tests.app import small
from tests.ui.hands import Hands, entries


def act(hands, text):
    """Choose an entry of the menu."""
    next(a for a in entries(hands.window.menuBar()) if a.text() == text).trigger()
    hands.settle()


# -- period and comparison -----------------------------------------------------------------------------------------------


def test_the_arrows_and_the_kind_move_the_period(hands):
    bar = hands.window._bar
    assert bar._name.text() == "January 2024"
    hands.click(bar._steps[1])
    assert bar._name.text() == "February 2024"
    for kind, name in (("quarter", "Q1 2024"), ("year", "2024"), ("month", "February 2024")):
        hands.choose(bar._grain, kind)
        assert bar._name.text() == name and bar._grain.currentData() == kind


def test_the_days_of_a_period_can_be_chosen(hands):
    hands.choose(hands.window._bar._grain, "custom")
    assert hands.window._bar._first.isVisible() and hands.window._bar._last.isVisible() and not hands.window._bar._name.isVisible()


def test_days_are_chosen_in_either_order(hands):
    bar = hands.window._bar
    hands.session.select(hands.session.selection.with_period(Period.parse("2024-01-03..2024-02-01")))
    hands.settle()
    assert bar._first.isVisible() and bar._last.isVisible() and not bar._name.isVisible() and bar._grain.currentData() == "custom"
    bar._first.setDate(QDate(2024, 2, 20))
    bar._last.setDate(QDate(2024, 2, 4))
    bar._last.editingFinished.emit()
    hands.settle()
    assert hands.session.selection.period.code == "2024-02-04..2024-02-20" and bar._first.date() == QDate(2024, 2, 4)


def test_showing_a_selection_changes_none(hands):
    before = hands.session.selection
    hands.window._bar.show_selection()
    hands.settle()
    assert hands.session.selection == before


# -- language and look ---------------------------------------------------------------------------------------------------


def test_the_language_is_switched_in_the_menu_and_the_tab_stays(hands):
    hands.tab(FUNNEL)
    act(hands, "Русский")
    assert hands.window._tabs.currentIndex() == FUNNEL and hands.window._tabs.tabText(PLANNER) == "Планировщик стратегии"
    assert hands.window._bar._name.text() == "Январь 2024" and hands.window.funnel_tab._finding.text().startswith("Что произошло")
    assert Settings()["language"] == "ru"
    act(hands, "English")
    assert hands.window._bar._name.text() == "January 2024"


def test_what_is_looked_at_survives_the_language(hands):
    hands.click(hands.window.overview_tab._cards[1])
    act(hands, "Русский")
    assert hands.window.overview_tab.currentWidget() is hands.window.overview_tab._detail


def test_shortcuts_still_mean_one_thing_after_the_window_is_built_anew(hands):
    for code in ("ru", "en"):
        hands.session.set_language(code)
        hands.settle()
    hands.window.activateWindow()
    QCoreApplication.processEvents()  # a menu built anew shows itself at the next turn
    hands.qtbot.keyClick(hands.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    hands.settle()
    assert hands.window._tabs.currentIndex() == FUNNEL


def test_a_rebuild_leaves_no_old_menu_behind(hands):
    def counted():
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return sum(isinstance(a.parent(), QMenu) and bool(a.text()) for a in hands.window.findChildren(QAction)), len(hands.window.findChildren(QMenuBar))

    before = counted()
    for code in ("ru", "en"):
        hands.session.set_language(code)
        hands.settle()
    assert counted() == before


def test_the_look_is_switched_drawn_and_kept(dressed, hands, qapp):
    light = hands.window.grab().toImage()
    act(hands, "Dark")
    try:
        dark = hands.window.grab().toImage()
        point = (light.width() // 2, light.height() - 4)
        assert QColor(dark.pixel(*point)).lightness() < 80 < 200 < QColor(light.pixel(*point)).lightness()
        assert Settings()["theme"] == "dark" and hands.window._tabs.currentIndex() == OVERVIEW
        assert hands.window.overview_tab._cards[1].accessibleName() == "MQLs: 2"
        hands.click(hands.window.overview_tab._cards[1])
        surface = hands.window.overview_tab._detail._trend._canvas.figure.get_facecolor()
        assert QColor.fromRgbF(*surface) == QColor(theme.PALETTES["dark"].surface)
    finally:
        theme.apply(qapp, "light")


# -- files ---------------------------------------------------------------------------------------------------------------


def press(hands, text):
    """Click a button of the dialog that stands open."""
    dialog = hands.dialog(ReportDialog)
    hands.click(next(b for b in dialog.findChildren(QAbstractButton) if b.text() == text))


def test_a_report_is_exported_and_told(hands, tmp_path, monkeypatch, short_report):
    offered = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda parent, title, name, kinds: offered.append(name) or (str(tmp_path / "out.pdf"), ""))
    hands.click(hands.window._bar._main)
    press(hands, "Export PDF …")
    assert offered == ["2024-01.pdf"] and (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    assert "out.pdf" in hands.window._messages._said.text() and hands.window._messages.isVisible()
    hands.click("Close")
    assert not hands.window._messages.isVisible()


def test_a_dialog_that_is_left_does_nothing(hands, monkeypatch):
    before = hands.session.workspace_path
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *a: ("", ""))
    for entry in ("Export tables (XLSX) …", "Export PDF …", "New workspace …", "Open workspace …"):
        act(hands, entry)
    press(hands, "Export PDF …")
    assert hands.session.workspace_path == before and not hands.window._messages.isVisible()


def test_nothing_open_nothing_to_export(qtbot):
    hands = Hands(qtbot)
    for entry in ("Export PDF …", "Print …", "Print preview …", "Export tables (XLSX) …"):
        act(hands, entry)
    assert hands.session.idle and not hands.window._messages.isVisible()


@pytest.mark.parametrize(("typed", "made"), [("new.kpi", "new.kpi"), ("new", "new.kpi"), ("Plan 2.0", "Plan 2.0.kpi")])
def test_a_new_workspace_is_made_where_it_was_asked_for(hands, tmp_path, monkeypatch, typed, made):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(tmp_path / typed), ""))
    act(hands, "New workspace …")
    assert hands.session.workspace_path == tmp_path / made and hands.window.overview_tab.widget(2).isVisible()
    assert hands.window.windowTitle() == f"{Path(made).stem} – KPI Desktop"


def test_an_exported_report_is_called_pdf(hands, tmp_path, monkeypatch, short_report):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(tmp_path / "January"), ""))
    hands.click(hands.window._bar._main)
    press(hands, "Export PDF …")
    assert (tmp_path / "January.pdf").exists()


def test_another_workspace_is_opened_and_a_bad_one_told(hands, tmp_path, monkeypatch):
    (tmp_path / "bad.kpi").write_text("no workspace")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a: (str(tmp_path / "bad.kpi"), ""))
    act(hands, "Open workspace …")
    assert "bad.kpi is no workspace of this program." in hands.window._messages._said.text()
    assert hands.window.windowTitle() == "small – KPI Desktop" and hands.window.overview_tab._cards[1].accessibleName() == "MQLs: 2"


# -- print ---------------------------------------------------------------------------------------------------------------


PREVIEW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintPreviewWidget
from PySide6.QtWidgets import QApplication, QMainWindow
from kpi_desktop.ui import printing
app, window, draw = QApplication([]), QMainWindow(), printing.draw
printing.draw = lambda path, printer, dpi: draw(path, printer, 20)
dialog = printing.preview(Path(sys.argv[1]), window)
QTimer.singleShot(300, lambda: (print(dialog.windowTitle(), dialog.findChild(QPrintPreviewWidget).pageCount()), app.quit()))
app.exec()
"""


def test_the_preview_shows_every_page(workspace, tmp_path, short_report):
    from kpi_desktop.app import reporting

    pages = reporting.make(workspace, None, tmp_path / "r.pdf")
    found = subprocess.run([sys.executable, "-c", PREVIEW, str(tmp_path / "r.pdf")], capture_output=True, text=True, check=False, timeout=30)
    assert (found.returncode, found.stdout.strip()) == (0, f"Print preview {pages}")


def test_a_closed_preview_leaves_no_file(hands, monkeypatch, short_report):
    shown = []

    def preview(path, parent):
        assert path.read_bytes().startswith(b"%PDF")
        shown.append((path, QDialog(parent)))
        return shown[0][1]

    monkeypatch.setattr(printing, "preview", preview)
    act(hands, "Print preview …")
    ((path, dialog),) = shown
    dialog.done(0)
    assert not path.parent.exists()


def test_printing_draws_the_pages_that_were_asked_for(hands, tmp_path, monkeypatch):
    import pypdfium2

    from kpi_desktop.report import data_notes, overview, title, writing

    monkeypatch.setattr(writing, "PAGES", (("title", title.page), ("overview", overview.page), ("notes", data_notes.page)))

    def accept(dialog):
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "paper.pdf"))
        printer.setFromTo(2, 3)
        return QDialog.DialogCode.Accepted

    kept = []
    monkeypatch.setattr(QPrintDialog, "exec", accept)
    monkeypatch.setattr(printing, "_DPI", 20)
    monkeypatch.setattr(printing.draw, "__defaults__", (20,))
    shown = hands.window.reports.ready
    monkeypatch.setattr(hands.window.reports, "ready", lambda made: kept.append(made.path) or shown(made))
    act(hands, "Print …")
    with pypdfium2.PdfDocument(str(tmp_path / "paper.pdf")) as document:
        assert len(document) == 2
        picture = document[0].render(scale=0.3).to_numpy()
        assert picture.min() < 200 < picture.max()
    assert kept and not kept[0].parent.exists()


@pytest.mark.parametrize(("paper", "landscape"), [("letter", True), ("a4", False)])
def test_paper_is_like_the_file_and_shows_its_pages_in_true_size(tmp_path, qapp, monkeypatch, paper, landscape):
    import pypdfium2

    from kpi_desktop.report import overview, writing

    monkeypatch.setattr(writing, "PAGES", (("overview", overview.page),))
    file, printed = tmp_path / "r.pdf", tmp_path / "paper.pdf"
    reporting.make(small.fill(tmp_path / "r.kpi"), None, file, Setup(paper=paper, landscape=landscape))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(printed))
    printing.like(file, printer)
    printing.draw(file, printer, 144)
    with pypdfium2.PdfDocument(str(file)) as made, pypdfium2.PdfDocument(str(printed)) as paper_file:
        assert len(made) == len(paper_file)
        assert [round(s) for s in made[0].get_size()] == [round(s) for s in paper_file[0].get_size()]
        ink, ink_on_paper = (np.argwhere(d[0].render(scale=1).to_numpy().min(axis=2) < 200) for d in (made, paper_file))
        assert np.abs(ink.min(axis=0) - ink_on_paper.min(axis=0)).max() <= 3 and np.abs(ink.max(axis=0) - ink_on_paper.max(axis=0)).max() <= 3


# -- trouble -------------------------------------------------------------------------------------------------------------


def test_a_bug_is_shown_with_details_that_can_be_copied(hands, qapp, monkeypatch):
    opened = []
    monkeypatch.setattr(QMessageBox, "open", lambda box: opened.append(box))
    hands.session.problem.emit(Trouble(Text("Something went wrong in the program."), None, "Traceback: KeyError 'x'"))
    (box,) = opened
    assert box.text().startswith("Something went wrong in the program.") and "KeyError" in box.detailedText()
    next(b for b in box.buttons() if b.text().replace("&", "") == "Copy details").click()
    assert qapp.clipboard().text() == "Traceback: KeyError 'x'"
    box.deleteLater()


def test_work_is_named_measured_and_can_be_cancelled(hands):
    go_on, half, ended = threading.Event(), threading.Event(), []

    def work(progress):
        progress(1, 2)
        half.set()
        go_on.wait(5)
        progress(2, 2)
        ended.append("never stopped")

    doing = hands.window._status.doing
    hands.session._report.run(Text("Writing the report"), work, ended.append)
    assert half.wait(5)
    hands.qtbot.waitUntil(lambda: doing.progress.value() == 50)
    assert doing.said.text() == "Writing the report · 50 %" and doing.progress.isVisible() and doing.cancel.isVisible()
    doing.cancel.click()
    go_on.set()
    hands.settle()
    assert not ended and not doing.progress.isVisible() and not doing.cancel.isVisible() and doing.said.text() == ""


# -- open and close ------------------------------------------------------------------------------------------------------


def test_the_window_comes_back_in_its_size(qtbot, workspace):
    first = Hands(qtbot, workspace)
    first.window.resize(795, 633)
    first.window.close()
    second = Hands(qtbot)
    from kpi_desktop.ui.main_window import MainWindow

    again = MainWindow(second.session)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (795, 633)


@pytest.mark.parametrize("geometry", ["", "garbage!", "AAAA"])
def test_a_spoiled_size_gives_the_usual_one(qtbot, geometry):
    (paths.config_folder() / "settings.json").write_text(f'{{"geometry": "{geometry}"}}', "utf-8")
    from kpi_desktop.app.session import Session
    from kpi_desktop.ui.main_window import MainWindow

    window = MainWindow(Session())
    qtbot.addWidget(window)
    assert (window.width(), window.height()) == (1280, 720)


def test_what_is_done_at_once_is_not_said_to_be_going_on(qtbot):
    doing = Doing(lambda: None)
    qtbot.addWidget(doing)
    doing.show()
    doing.show_busy(Busy(Text("Computing"), 0.5, True))
    assert not doing.progress.isVisible() and doing.said.text() == ""
    doing.show_busy(None)
    qtbot.wait(350)
    assert not doing.progress.isVisible()
    doing.show_busy(Busy(Text("Computing"), 0.2, True))
    qtbot.waitUntil(doing.progress.isVisible)
    assert doing.said.text() == "Computing · 20 %"
    doing.show_busy(Busy(Text("Computing"), 0.7, False))
    assert doing.said.text() == "Computing · 70 %" and not doing.cancel.isVisible()


@pytest.mark.parametrize("tab", [IMPORT, PLANNER])
def test_closing_in_the_middle_of_work_ends(qtbot, workspace, tmp_path, tab):
    hands = Hands(qtbot, workspace, "2024-01")
    hands.window._tabs.setCurrentIndex(tab)
    hands.session.export_pdf(tmp_path / "r.pdf")
    hands.session.incoming.inspect([workspace])
    assert not hands.session.idle
    hands.window.close()
    assert not hands.window.isVisible() and hands.session.idle
    assert not [t.name for t in threading.enumerate() if t.name.startswith(("write", "compute", "report"))]


def test_a_settings_file_that_cannot_be_written_does_not_keep_the_window_open(qtbot, workspace, monkeypatch):
    hands = Hands(qtbot, workspace)
    monkeypatch.setattr(Path, "write_text", lambda *a, **k: (_ for _ in ()).throw(OSError("disk full")))
    try:
        hands.window.close()
        running = [t.name for t in threading.enumerate() if t.name.startswith(("write", "compute", "report"))]
    finally:
        hands.session.close()
    assert not running


def test_the_program_starts_on_the_workspace_it_was_given(qtbot, qapp, workspace, monkeypatch):
    from types import SimpleNamespace

    from kpi_desktop.ui import start

    made, keep = [], start.MainWindow

    def window(session):
        made.append(keep(session))
        qtbot.addWidget(made[0])
        return made[0]

    monkeypatch.setattr(start, "MainWindow", window)
    monkeypatch.setattr(start.messages, "catch_bugs", lambda parent, tell: None)
    monkeypatch.setattr(qapp, "exec", lambda: 0, raising=False)
    monkeypatch.setattr(start, "QApplication", SimpleNamespace(instance=lambda: SimpleNamespace(
        setApplicationName=qapp.setApplicationName, exec=lambda: 7, setStyle=qapp.setStyle, setFont=qapp.setFont, setPalette=qapp.setPalette,
        setStyleSheet=qapp.setStyleSheet)))
    assert start.run(SimpleNamespace(demo=False, workspace=workspace, selftest=False)) == 7
    qtbot.waitUntil(lambda: made[0].session.workspace_path == workspace and made[0].session.idle)
    assert made[0].isVisible() and i18n.language() == "en"
    assert isinstance(made[0].grab().toImage(), QImage)


def test_without_a_workspace_there_are_ways_on(qtbot, tmp_path):
    (tmp_path / "bad.kpi").write_text("no workspace")
    hands = Hands(qtbot, tmp_path / "bad.kpi")
    assert hands.window._messages.isVisible() and hands.window.overview_tab.widget(2).isVisible()


def test_files_dropped_before_a_workspace_is_open_are_no_bug(qtbot, workspace):
    hands = Hands(qtbot)
    troubles = []
    hands.session.problem.disconnect()
    hands.session.problem.connect(troubles.append)
    hands.window.import_tab.findChild(Drop).dropped.emit([workspace.with_name("gone.csv")])
    hands.settle()
    assert not [t for t in troubles if t.traceback]
