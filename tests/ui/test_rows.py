"""The rows behind a figure in their dialog: part by part, sorted, copied, exported."""

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QTableView

from kpi_desktop.ui.main_window import OVERVIEW
from kpi_desktop.ui.rows_dialog import RowsDialog
from tests.app.small import FILES, fill
from tests.ui.hands import Hands, cells, headers, words

MORE = {
    "spend.csv": "date,amount,channel,campaign\n2024-01-10,500,Paid,=1+1\n2024-01-20,70,Paid,@SUM(A1)\n2024-02-10,300,SEO,-x\n",
    "reps.csv": "rep,team,quota,from,to\nAnn Lee,North,12000,2024-01-01,2024-12-31\nBo Ray,North,6000,2024-01-01,2024-06-30\n",
    "invoices.csv": "customer,date,revenue,cost\nAcme,2024-01-05,900,300\n+Bolt,2024-01-07,-200,-50\nCork,2024-01-09,100,\n",
}


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


@pytest.fixture
def rich_hands(qtbot, tmp_path):
    """The window over a workspace that also has quotas and invoices, with names that a spreadsheet would run."""
    made = Hands(qtbot, fill(tmp_path / "rich.kpi", FILES | MORE), "2024-01")
    yield made
    made.close()


def opened(hands, kpi, key):
    """The rows behind a figure beside a headline, its value clicked."""
    tab = hands.tab(OVERVIEW)
    tab.open_detail(kpi)
    hands.settle()
    detail = tab._detail
    at = [b.key for b in detail._shown.state.result.beside].index(key)
    hands.click(detail._beside._cells[at][3])
    return hands.dialog(RowsDialog)


@pytest.mark.parametrize("kpi, key, column, values", [
    ("cost_per_sql", "spend", "Amount", ["500", "70"]), ("sales_effectiveness", "quota", "Quota", ["12,000", "6,000"]),
    ("customer_profitability", "revenue", "Revenue", ["900", "−200", "100"]), ("customer_profitability", "gross_profit", "Revenue", ["900", "−200"])])
def test_spend_revenue_and_quota_open_the_rows_they_come_from(rich_hands, kpi, key, column, values):
    dialog = opened(rich_hands, kpi, key)
    view = dialog.findChild(QTableView)
    assert cells(view, headers(view).index(column)) == values
    view.sortByColumn(headers(view).index(column), Qt.SortOrder.AscendingOrder)
    assert cells(view, headers(view).index(column)) == sorted(values, key=lambda text: float(text.replace(",", "").replace("−", "-")))
    dialog.accept()


def test_rows_of_spend_are_copied_and_exported_without_a_formula(rich_hands, tmp_path, monkeypatch):
    dialog, out = opened(rich_hands, "cost_per_sql", "spend"), tmp_path / "spend.csv"
    press(dialog, "Copy")
    copied = [line.split("\t") for line in QApplication.clipboard().text().splitlines()]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(out), "CSV (*.csv)"))
    press(dialog, "Export …")
    rich_hands.settle()
    written = list(csv.reader(out.read_text("utf-8-sig").splitlines()))
    for lines in (copied, written):
        assert len(lines) == 3 and {"'=1+1", "'@SUM(A1)"} <= {cell for line in lines for cell in line}
        assert not any(cell.startswith(("=", "+", "@")) for line in lines for cell in line)
    dialog.accept()
