"""Every page of the data: reached by keyboard alone, spoken of by name, with room for what it says; rows kept aside are mended where they stand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDateEdit, QLineEdit, QListWidget, QTableView

from kpi_desktop.ui.main_window import IMPORT
from tests.app.small import written
from tests.ui.hands import cells, too_small

BAD = {"bad.csv": "lead,created,channel,target\n8,,Paid,yes\n9,2024-01-08,Paid,perhaps\n10,2024-01-09,SEO,no\n", "odd.csv": "lead,channel\n9,Paid\n"}


@pytest.fixture
def page(hands, tmp_path):
    """Brings a page of the data to the front, over imported rows of which some are kept aside, with a file on the list."""
    tab = hands.tab(IMPORT)
    hands.session.incoming.inspect(written(tmp_path, BAD))
    hands.settle()
    hands.session.incoming.import_files([f.file_id for f in tab._shown.files])
    hands.settle()

    def go(at):
        hands.window.data_tab.look(at)
        hands.settle()
        return hands.window.data_tab.pages[at]

    return go


def used(page):
    """What a person works with on a page; parts of others (the edit in a date, the corner of a table) are theirs."""
    own = [w for w in page.findChildren(QAbstractButton) + page.findChildren(QComboBox) + page.findChildren(QLineEdit) + page.findChildren(QDateEdit) +
           page.findChildren(QTableView) + page.findChildren(QListWidget) if w.isVisible() and w.isEnabled()]
    return [w for w in own if not isinstance(w.parent(), QDateEdit | QComboBox | QTableView)]


@pytest.mark.parametrize("at", range(5))
def test_all_is_reached_by_keyboard_and_has_a_name(page, hands, at):
    shown = page(at)
    hands.window.activateWindow()
    hands.window.data_tab._bar.setFocus()
    hands.settle()
    reached = [hands.window.focusWidget()]
    for _ in range(300):
        hands.qtbot.keyClick(hands.window.focusWidget(), Qt.Key.Key_Tab)
        if hands.window.focusWidget() is reached[0]:
            break
        reached.append(hands.window.focusWidget())
    missed = [w for w in used(shown) if w not in reached]
    assert not [f"{type(w).__name__} {w.accessibleName() or getattr(w, 'text', str)()}" for w in missed]
    assert not [type(w).__name__ for w in used(shown) if not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()))]


@pytest.mark.parametrize("at", range(5))
def test_there_is_room(dressed, page, at):
    shown = page(at)
    assert not too_small(shown) and shown.horizontalScrollBar().maximum() == 0


def test_the_cell_that_is_wrong_stands_first_and_is_mended_in_place(page, hands):
    kept = page(1)
    assert {row[2] for row in cells(kept._view)} == {"Created", "Fits the target customer"}
    at = cells(kept._view, 2).index("Created")
    kept._view.selectRow(at)
    edit = next(e for e in kept._edits if e.property("tone") == "worse")
    assert edit.accessibleName() == "created" and kept._form.getWidgetPosition(edit)[0] == 0 and "blank" in kept._why.text()
    edit.setText("2024-01-07")
    hands.click("Try this row again")
    assert cells(kept._view, 2) == ["Fits the target customer"] and "1 row came in." in kept._said.text().replace("row(s)", "row")
