"""The rate table in the window: set, chosen and set again, read from a file, removed."""

import pytest
from PySide6.QtWidgets import QFileDialog

from kpi_desktop.ui.main_window import IMPORT
from tests.app.small import written
from tests.ui.hands import cells, words


@pytest.fixture
def panel(hands):
    hands.tab(IMPORT)
    hands.window.data_tab.look(4)
    hands.settle()
    return hands.window.data_tab.rates


def read(hands, panel, monkeypatch, tmp_path, text, name="rates.csv"):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a: (str(written(tmp_path, {name: text})[0]), ""))
    hands.click("Read a file …")


def test_a_file_of_rates_is_read_whole_or_not_at_all(hands, panel, monkeypatch, tmp_path):
    assert any("currency, month and rate" in w for w in words(panel))
    read(hands, panel, monkeypatch, tmp_path, "Currency;Month;Rate\nusd;2024-01;0,92\nGBP;2024-02;1,1655\n")
    assert cells(panel._view) == [["GBP", "February 2024", "1.1655"], ["USD", "January 2024", "0.92"]]
    read(hands, panel, monkeypatch, tmp_path, "currency,month,rate\nCHF,2024-01,1.02\nUSD,2024-13,0.9\n")
    assert "rates.csv, line 3: “2024-13” is no month." in hands.window._messages._said.text() and len(cells(panel._view)) == 2


def test_a_chosen_rate_is_set_again(hands, panel, monkeypatch, tmp_path):
    read(hands, panel, monkeypatch, tmp_path, "currency,month,rate\nUSD,2024-01,0.92\n")
    panel._view.selectRow(0)
    assert (panel._code.text(), panel._month.date().toString("yyyy-MM"), panel._value.text()) == ("USD", "2024-01", "0.92")
    panel._value.setText("0.95")
    hands.click("Set rate")
    assert cells(panel._view) == [["USD", "January 2024", "0.95"]]
    panel._view.selectRow(0)
    hands.click("Remove the chosen rate")
    assert cells(panel._view) == []


def test_what_is_no_rate_is_told_beside_it(hands, panel):
    panel._code.setText("USD")
    panel._value.setText("none")
    hands.click("Set rate")
    assert "“none” is no rate." in panel._wrong.text() and cells(panel._view) == []
