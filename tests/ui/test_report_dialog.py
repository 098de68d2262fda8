"""The report's dialog: what is set is what is made, remembered, and kept as a template; a bad choice is told in place. A card goes to slides."""

import openpyxl
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog

from kpi_desktop.app import report_templates
from kpi_desktop.model.report_setup import PLAIN
from kpi_desktop.ui.report_dialog import ReportDialog
from tests.ui.hands import entries, too_small


@pytest.fixture
def opened(hands):
    hands.window.reports.set_up()
    return hands.dialog(ReportDialog)


def press(hands, dialog, text):
    hands.click(next(b for b in dialog.findChildren(QAbstractButton) if b.text() == text))


def test_what_is_set_is_made_and_remembered(hands, opened, tmp_path, monkeypatch):
    offered = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: offered.append(a[2]) or (str(tmp_path / "r.pdf"), ""))
    for key, box in opened.sections.items():
        if key != "overview":
            box.click()
    hands.choose(opened.paper, "letter")
    hands.choose(opened.turned, "landscape")
    hands.choose(opened.period, "month-1")
    press(hands, opened, "Export PDF …")
    assert offered == ["2024-01.pdf"]
    with pypdfium2.PdfDocument(str(tmp_path / "r.pdf")) as document:
        assert len(document) == 2 and [round(s) for s in document[1].get_size()] == [792, 612]
    hands.window.reports.set_up()
    again = hands.dialog(ReportDialog)
    assert again.setup() == report_templates.last(hands.session.settings) != PLAIN
    assert again.period.currentData() == "month-1" and [k for k, b in again.sections.items() if b.isChecked()] == ["overview"]
    again.reject()
    hands.settle()


def test_a_template_is_kept_taken_and_dropped(hands, opened, qtbot):
    hands.choose(opened.standard, "a-2a")
    qtbot.keyClicks(opened.name, "Board")
    qtbot.keyClick(opened.name, Qt.Key.Key_Return)
    assert opened.isVisible() and opened.template.currentText() == "Board"
    hands.choose(opened.template, "")
    assert opened.standard.currentData() == "ua-1"
    hands.choose(opened.template, "Board")
    assert opened.standard.currentData() == "a-2a"
    press(hands, opened, "Delete template")
    assert opened.template.count() == 1 and report_templates.templates(hands.session.settings) == ()
    opened.reject()
    hands.settle()


def test_a_bad_choice_is_told_in_the_dialog(hands, opened, tmp_path, monkeypatch):
    (tmp_path / "bad.png").write_text("no picture")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a: (str(tmp_path / "bad.png"), ""))
    press(hands, opened, "Choose a picture …")
    assert "bad.png is no picture that can be drawn" in opened._wrong.text() and opened.logo.text() == "none"
    opened.accent.setText("blue")
    press(hands, opened, "Export PDF …")
    assert opened.isVisible() and "“blue” is not a colour" in opened._wrong.text()
    opened.accent.clear()
    for box in opened.sections.values():
        box.click()
    press(hands, opened, "Print …")
    assert "no section" in opened._wrong.text()
    opened.reject()
    hands.settle()


def test_nothing_is_cut_off_in_the_dialog(dressed, hands, opened):
    assert not too_small(opened)
    opened.reject()
    hands.settle()


def test_the_tables_are_written_as_a_workbook(hands, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(tmp_path / "tables"), ""))
    next(a for a in entries(hands.window.menuBar()) if a.text() == "Export tables (XLSX) …").trigger()
    hands.settle()
    assert "KPIs" in openpyxl.load_workbook(tmp_path / "tables.xlsx").sheetnames and "tables.xlsx" in hands.window._messages._said.text()


def test_a_card_is_copied_in_the_colours_of_paper(dressed, hands, qtbot):
    card = hands.window.overview_tab._cards[1]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    image = QApplication.clipboard().image()
    assert (image.width(), image.height()) == (2 * card.width(), 2 * card.height()) and image.pixelColor(image.width() // 2, 8).name() == "#ffffff"
