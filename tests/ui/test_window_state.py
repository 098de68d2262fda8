"""The window comes back where it was left, takes what is dropped on it, and names what can be undone."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMenu

from kpi_desktop.app import names
from kpi_desktop.app.settings import Settings
from kpi_desktop.model.decisions import Target
from kpi_desktop.model.problem import Text
from kpi_desktop.store.workspace import Workspace
from kpi_desktop.ui.main_window import IMPORT, OVERVIEW, PLANNER
from tests.ui.hands import Hands, entries


def edit(hands):
    return [a.text() for a in entries(hands.window.menuBar()) if a.text().startswith(("Undo", "Redo"))]


def drop(window, *files):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(f)) for f in files])
    enter = QDragEnterEvent(window.rect().center(), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(window.rect().center()), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))


def test_the_tab_and_its_page_come_back(qtbot, workspace):
    first = Hands(qtbot, workspace, "2024-01")
    first.window._tabs.setCurrentIndex(PLANNER)
    first.window.planner_tab.turn_to(1)
    first.settle()
    first.close()
    again = Hands(qtbot, workspace)
    assert again.window._tabs.currentIndex() == PLANNER and again.window.planner_tab.in_front == 1
    assert again.window.planner_tab.hypotheses.isVisible()
    again.close()


@pytest.mark.parametrize("spoiled", [{"tab": 17}, {"tab": "x", "pages": [99, 0, 0, -1]}, {"pages": 3}])
def test_places_that_are_not_there_are_left(qtbot, workspace, spoiled):
    Settings()["places"] = spoiled
    hands = Hands(qtbot, workspace)
    assert hands.window._tabs.currentIndex() == OVERVIEW and hands.window.planner_tab.in_front == 0
    hands.close()


def test_a_dropped_workspace_is_opened_and_a_file_comes_in(hands, tmp_path):
    other = tmp_path / "other.kpi"
    with Workspace(other, create=True):
        pass
    drop(hands.window, other)
    hands.settle()
    assert hands.session.workspace_path == other
    file = tmp_path / "leads.csv"
    file.write_text("lead,created\n1,2024-01-08\n", "utf-8")
    drop(hands.window, file)
    hands.settle()
    assert hands.window._tabs.currentIndex() == IMPORT and [f.path for f in hands.window.import_tab._shown.files] == [file]


def test_recent_workspaces_are_offered_while_they_are_there(hands, tmp_path):
    with Workspace(tmp_path / "other.kpi", create=True):
        pass
    first = hands.session.workspace_path
    hands.open(tmp_path / "other.kpi")
    hands.window.menuBar().actions()[0].menu().aboutToShow.emit()
    recent = next(m for m in hands.window.findChildren(QMenu) if m.title() == "Recent workspaces")
    assert [a.text() for a in recent.actions()] == ["&1  other", f"&2  {first.stem}"]
    recent.actions()[1].trigger()
    hands.settle()
    assert hands.session.workspace_path == first


def test_every_entry_has_its_keys_and_no_two_share_them(hands):
    found = [a for a in entries(hands.window.menuBar()) if a.text() and a.menu() is None]
    keys = [a.shortcut().toString() for a in found]
    assert not [a.text() for a, k in zip(found, keys, strict=True) if not k] and len(set(keys)) == len(keys)


def test_a_step_is_undone_by_its_name_and_a_merge_of_names_too(hands):
    assert edit(hands) == ["Undo", "Redo"]
    decided, path = hands.session.decided, hands.session.workspace_path
    decided.set_target(Target("mqls", "2024-01", 5.0))
    hands.settle()
    decided.count_by(Text("Merging names"), Text("merge of names"), lambda ws: names.merge(ws, "channel", ["Paid"], "Ads"))
    hands.settle()
    assert edit(hands) == ["Undo: merge of names", "Redo"]

    def merged():
        with Workspace(path) as ws:
            return {m.name for m in names.in_force(ws, "channel")}

    before = hands.session._data.revision
    assert merged() == {"Paid"}
    decided.undo()
    hands.settle()
    assert merged() == set() and edit(hands) == ["Undo: target", "Redo: merge of names"] and hands.session._data.revision != before
    decided.redo()
    hands.settle()
    assert merged() == {"Paid"} and edit(hands) == ["Undo: merge of names", "Redo"]


def test_the_cards_stand_in_fewer_columns_where_the_window_is_narrow(dressed, hands):
    hands.window.resize(960, 540)
    hands.settle()
    tab = hands.window.overview_tab
    assert {c.y() for c in tab._cards[:4]} == {tab._cards[0].y()} and tab._cards[4].y() > tab._cards[0].y()
    area = tab.currentWidget()
    assert area.horizontalScrollBar().maximum() == 0


def test_an_empty_workspace_offers_three_ways_on_in_every_tab(empty_hands):
    for at in range(4):
        empty_hands.tab(at)
        texts = {b.text() for b in empty_hands.window.findChildren(type(empty_hands.window._bar._main)) if b.isVisible()}
        assert {"Choose files …", "Look at the demo", "Open a workspace …"} <= texts, at
