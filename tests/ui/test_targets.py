"""Targets, notes, filters and views as a person sets them in the window."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from kpi_desktop import i18n
from kpi_desktop.model.selection import Compare, Filter, Period
from kpi_desktop.store import decisions
from kpi_desktop.store.workspace import Workspace
from kpi_desktop.ui.filter_chips import FilterPicker
from kpi_desktop.ui.main_window import FUNNEL, OVERVIEW
from kpi_desktop.ui.views_menu import ViewForm
from tests.ui.hands import cells, entries, headers


@pytest.fixture
def detail(hands):
    """The MQLs of January in full."""
    hands.window.overview_tab.open_detail("mqls")
    hands.settle()
    return hands.window.overview_tab._detail


def held(hands):
    with Workspace(hands.session.workspace_path) as ws:
        return decisions.decided(ws)


def set_target(hands, detail, text, key=Qt.Key.Key_Return):
    line = detail._target
    hands.click(line._said)
    line._field.clear()
    hands.qtbot.keyClicks(line._field, text)
    hands.qtbot.keyClick(line._field, key)
    hands.settle()


def popup(kind):
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found


def entry(hands, name):
    return next(a for a in entries(hands.window.menuBar()) if a.text() == name)


# -- targets -----------------------------------------------------------------------------------------------------------


def test_a_target_is_set_changed_and_removed_in_place(hands, detail):
    line = detail._target
    assert line._said.text() == "Set a target …" and not line._field.isVisible()
    set_target(hands, detail, "1,250.5")
    assert held(hands).targets[0].value == 1250.5 and line._said.isVisible() and not line._field.isVisible()
    hands.click(line._said)
    assert line._field.text() == "1,250.50" and line._for.text() == "Target for January 2024:"
    hands.qtbot.keyClick(line._field, Qt.Key.Key_Escape)
    hands.settle()
    assert line._said.isVisible() and detail.isVisible() and len(held(hands).targets) == 1  # Escape leaves the field, not the KPI
    set_target(hands, detail, "2")
    assert line._said.text() == "Target 2 · 100 % of it · reached"
    set_target(hands, detail, "")
    assert line._said.text() == "Set a target …" and held(hands).targets == ()


def test_what_is_no_number_stays_to_be_mended(hands, detail):
    set_target(hands, detail, "plenty")
    line = detail._target
    assert line._field.isVisible() and line._field.text() == "plenty" and "“plenty” is no number." in line._wrong.text() and held(hands).targets == ()
    hands.session.select(hands.session.selection.with_period(Period.parse("2024-01")))
    hands.settle()
    assert line._field.isVisible()  # figures that come meanwhile leave what is being typed


def test_an_unfinished_period_says_pace_and_the_days_that_are_compared(hands, detail):
    hands.session.select(hands.session.selection.with_period(Period.parse("2024-Q1")))
    hands.settle()
    set_target(hands, detail, "4")
    assert detail._target._said.text().startswith("Target 4 · 50 % of it at 56 % of the quarter · projected 4 (")
    assert "evenly by days" in detail._target._how.text()
    bar = hands.window._bar
    assert bar._unfinished.isVisible() and bar._unfinished.text() == "The period has not ended: 1 Jan – 20 Feb 2024 is compared with 1 Oct – 20 Nov 2023."
    hands.choose(bar._compare, Compare.NONE)
    assert bar._unfinished.text() == "The period has not ended: the data reach to 20 Feb 2024."
    hands.window.overview_tab.close_detail()
    hands.settle()
    assert "target 4: " in hands.window.overview_tab._cards[1].accessibleDescription()


def test_a_members_target_stands_in_its_row(hands, detail):
    hands.session.select(hands.session.selection.__class__(Period.parse("2024-01"), filters=(Filter("channel", "Paid"),)))
    hands.settle()
    set_target(hands, detail, "3")
    assert held(hands).targets[0].member == "Paid" and detail._target._for.text() == "Target for January 2024, Paid:"
    hands.session.select(hands.session.selection.__class__(Period.parse("2024-01")))
    hands.choose(detail._by, "channel")
    assert headers(detail._members_view)[-1] == "Target" and cells(detail._members_view)[0][-1] == "3"
    assert detail._target._said.text() == "Set a target …"


def test_undo_and_redo_stand_in_the_menu(hands, detail):
    set_target(hands, detail, "9")
    entry(hands, "Undo: target").trigger()
    hands.settle()
    assert held(hands).targets == () and detail._target._said.text() == "Set a target …"
    entry(hands, "Redo: target").trigger()
    hands.settle()
    assert held(hands).targets[0].value == 9


def test_targets_are_read_from_a_file(hands, detail, tmp_path, monkeypatch):
    file = tmp_path / "goals.csv"
    file.write_text("kpi,period,value\nmqls,2024-01,7\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    entry(hands, "Read targets from a file …").trigger()
    hands.settle()
    assert detail._target._said.text().startswith("Target 7")
    file.write_text("kpi,period,value\nmqls,2024-01,x\n", "utf-8")
    entry(hands, "Read targets from a file …").trigger()
    hands.settle()
    assert "goals.csv, line 2" in hands.window._messages._said.text()


def test_a_target_is_typed_as_the_language_writes_it(hands, detail):
    hands.session.set_language("ru")
    hands.settle()
    set_target(hands, hands.window.overview_tab._detail, "1 250,5")
    assert held(hands).targets[0].value == 1250.5
    i18n.set_language("en")


# -- notes -------------------------------------------------------------------------------------------------------------


def test_a_note_is_added_changed_and_removed(hands, detail):
    notes = detail._notes
    hands.click(notes._add)
    assert notes._form.isVisible() and not notes._add.isVisible() and notes._day.date().toPython() == date(2024, 1, 31)
    hands.qtbot.keyClicks(notes._text, "New site went live")
    hands.qtbot.keyClick(notes._text, Qt.Key.Key_Return)
    hands.settle()
    assert held(hands).notes[0].text == "New site went live" and held(hands).notes[0].kpi == ""
    assert not notes._form.isVisible() and [m.number for m in detail._trend._chart.marks] == [1]
    hands.click("Change …")
    notes._text.clear()
    hands.qtbot.keyClicks(notes._text, "Old site went")
    hands.choose(notes._where, "here")
    hands.click("Keep the note")
    assert [(n.text, n.kpi) for n in held(hands).notes] == [("Old site went", "mqls")]
    hands.click(next(b for b in notes.findChildren(QPushButton) if b.accessibleName() == "Remove the note “Old site went”"))
    assert held(hands).notes == () and not detail._trend._chart.marks


def test_a_note_without_words_is_not_kept_and_escape_leaves(hands, detail):
    notes = detail._notes
    hands.click(notes._add)
    hands.click("Keep the note")
    assert notes._form.isVisible() and held(hands).notes == ()
    hands.qtbot.keyClick(notes._text, Qt.Key.Key_Escape)
    assert not notes._form.isVisible() and notes._add.isVisible() and detail.isVisible()


def test_a_note_of_one_member_shows_where_it_is_looked_at(hands, detail):
    hands.session.select(hands.session.selection.__class__(Period.parse("2024-01"), filters=(Filter("channel", "Paid"),)))
    hands.settle()
    hands.click(detail._notes._add)
    hands.choose(detail._notes._where, "member")
    hands.qtbot.keyClicks(detail._notes._text, "Budget doubled")
    hands.qtbot.keyClick(detail._notes._text, Qt.Key.Key_Return)
    hands.settle()
    assert held(hands).notes[0].member == "Paid" and len(detail._trend._chart.marks) == 1
    hands.session.select(hands.session.selection.__class__(Period.parse("2024-01")))
    hands.settle()
    assert not detail._trend._chart.marks


# -- filters -----------------------------------------------------------------------------------------------------------


def test_a_filter_is_found_by_its_name_set_and_taken_off(hands):
    chips = hands.window._bar._chips
    assert not chips.isVisible()
    hands.click(chips.add)
    picker = popup(FilterPicker)
    hands.choose(picker._dimension, "channel")
    hands.qtbot.keyClicks(picker.search, "pa")
    assert [picker._names.item(k).text() for k in range(picker._names.count())] == ["Paid"]
    hands.qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    hands.settle()
    assert hands.session.selection.filters == (Filter("channel", "Paid"),) and hands.window.overview_tab._cards[1].accessibleName() == "MQLs: 2"
    hands.click(chips.add)
    picker = popup(FilterPicker)
    seo = next(picker._names.item(k) for k in range(picker._names.count()) if picker._names.item(k).text() == "SEO")
    hands.qtbot.mouseClick(picker._names.viewport(), Qt.MouseButton.LeftButton, pos=picker._names.visualItemRect(seo).center())
    hands.settle()
    assert hands.session.selection.filters == (Filter("channel", "SEO"),)  # one name of a dimension at a time
    assert chips.width() < hands.window.width() / 3  # a chip is no bar across the window
    hands.click("Channel: SEO  ✕")
    assert hands.session.selection.filters == () and not chips.isVisible()


def test_escape_leaves_the_filters_as_they_are(hands):
    hands.click(hands.window._bar._chips.add)
    picker = popup(FilterPicker)
    hands.qtbot.keyClicks(picker.search, "nobody")
    hands.qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    assert picker.isVisible() and picker._names.count() == 0
    hands.qtbot.keyClick(picker.search, Qt.Key.Key_Escape)
    hands.settle()
    assert hands.session.selection.filters == ()


# -- views -------------------------------------------------------------------------------------------------------------


def save(hands, name, period=None):
    hands.window._bar.views._save()
    form = popup(ViewForm)
    hands.qtbot.keyClicks(form.name, name)
    if period is not None:
        hands.choose(form.period, period)
    hands.qtbot.keyClick(form.name, Qt.Key.Key_Return)
    hands.settle()
    return form


def choose(hands, *path):
    views = hands.window._bar.views
    views.fill()
    actions = views._menu.actions()
    for name in path[:-1]:
        actions = next(a for a in actions if a.text() == name).menu().actions()
    next(a for a in actions if a.text() == path[-1]).trigger()
    hands.settle()


def test_a_view_is_saved_looked_at_again_renamed_and_removed(hands, detail):
    hands.session.select(hands.session.selection.__class__(Period.parse("2024-01"), Compare.YEAR, filters=(Filter("channel", "Paid"),)))
    hands.settle()
    save(hands, "Paid in January")
    hands.session.select(hands.session.selection.__class__(Period.parse("2024-02")))
    hands.window.overview_tab.close_detail()
    hands.tab(FUNNEL)
    choose(hands, "Paid in January")
    now = hands.session.selection
    assert (now.period, now.compare, now.filters) == (Period.parse("2024-01"), Compare.YEAR, (Filter("channel", "Paid"),))
    assert hands.window._tabs.currentIndex() == OVERVIEW and detail.isVisible() and detail._name.text() == "MQLs · January 2024"
    choose(hands, "Rename", "Paid in January")
    form = popup(ViewForm)
    form.name.clear()
    hands.qtbot.keyClicks(form.name, "January")
    hands.qtbot.keyClick(form.name, Qt.Key.Key_Return)
    hands.settle()
    assert [v.name for v in held(hands).views] == ["January"]
    choose(hands, "Remove", "January")
    assert held(hands).views == ()


def test_a_view_can_follow_the_data_and_needs_a_name(hands):
    form = save(hands, "")
    assert form.isVisible() and "needs a name" in form._wrong.text()
    hands.qtbot.keyClick(form.name, Qt.Key.Key_Escape)
    save(hands, "Monthly", "month-1")
    choose(hands, "Monthly")
    assert hands.session.selection.period == Period.parse("2024-01")  # the data end in February
    assert hands.window._tabs.currentIndex() == OVERVIEW and not hands.window.overview_tab._detail.isVisible()
