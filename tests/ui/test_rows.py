"""The rows behind a figure in their dialog: part by part, sorted, copied, exported."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QTableView

from kpi_desktop.ui.main_window import OVERVIEW
from kpi_desktop.ui.rows_dialog import RowsDialog
from tests.ui.hands import cells, headers, words


def press(dialog, text):
    next(b for b in dialog.findChildren(QAbstractButton) if b.text() == text).click()


@pytest.fixture
def rows(hands):
    """The rows behind the cost per SQL, as a person opens them."""
    hands.tab(OVERVIEW).open_detail("cost_per_sql")
    hands.settle()
    hands.click("Show rows")
    yield hands.dialog(RowsDialog)
    hands.dialog(RowsDialog).accept()


def test_each_table_is_a_part(hands, rows):
    view = rows.findChild(QTableView)
    assert headers(view)[:2] == ["Date", "From"] and "500" in cells(view)[0]
    hands.choose(rows._part, "1")
    assert headers(view)[0] == "Lead" and len(cells(view)) == 1


def test_rows_are_copied_for_a_spreadsheet(hands, rows):
    press(rows, "Copy")
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Date\tFrom") and "500" in lines[1].split("\t") and len(lines) == 2


def test_rows_are_exported(hands, rows, tmp_path, monkeypatch):
    out = tmp_path / "cost"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(out), "Excel workbook (*.xlsx)"))
    press(rows, "Export …")
    hands.settle()
    assert out.with_suffix(".xlsx").exists() and any("2 rows written to" in w for w in words(hands.window))
