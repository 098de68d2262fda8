"""Backups from the menu, and the word about an end that was none."""

from datetime import datetime

from PySide6.QtWidgets import QListWidget

from kpi_desktop.app import crashes, keeping
from kpi_desktop.app.crashes import LastState
from kpi_desktop.model.decisions import Target
from kpi_desktop.model.selection import Compare, Filter
from kpi_desktop.store import decisions
from kpi_desktop.store.workspace import Workspace
from kpi_desktop.ui.backups_dialog import BackupsDialog
from tests.ui.hands import entries, words


def act(hands, name):
    hands.qtbot.waitUntil(lambda: bool(keeping.shown(hands.session.workspace_path).backups), timeout=20_000)  # the day's backup is made behind the scenes
    next(a for a in entries(hands.window.menuBar()) if a.text() == name).trigger()
    hands.settle()


def targets(hands):
    with Workspace(hands.session.workspace_path) as ws:
        return decisions.targets(ws)


def test_going_back_from_the_menu_and_forth_by_undo(hands):
    act(hands, "Backups …")
    dialog = hands.dialog(BackupsDialog)
    listed = dialog.findChild(QListWidget)
    assert listed.count() == 1 and "kB" in listed.item(0).text()
    hands.click("Back up now")
    assert listed.count() == 2
    hands.session.decided.set_target(Target("leads", "2024-01", 5))
    hands.settle()
    hands.click("Go back to this one")
    assert not targets(hands) and "as it was when the backup was made" in " ".join(words(hands.window))
    hands.session.decided.undo()
    hands.settle()
    assert len(targets(hands)) == 1
    hands.session.decided.redo()
    hands.settle()
    assert not targets(hands) and len(keeping.shown(hands.session.workspace_path).backups) == 5


def test_a_damaged_workspace_opens_and_says_what_became_of_it(hands, tmp_path):
    path = tmp_path / "damaged.kpi"
    path.write_bytes(b"\xff" * 100 + hands.session.workspace_path.read_bytes()[100:])
    hands.open(path)
    assert any("damaged.kpi was damaged" in w and "is kept as" in w for w in words(hands.window)) and hands.session.span is not None


def test_what_was_left_is_offered(hands):
    hands.window.offer(LastState(hands.session.workspace_path, 2, "2024-02"), crashes.log_file())
    assert any("ended unexpectedly" in w for w in words(hands.window))
    hands.click("Go on where you were")
    assert hands.window.state == LastState(hands.session.workspace_path, 2, "2024-02")


def test_filters_and_comparison_come_back_as_well(hands):
    left = LastState(hands.session.workspace_path, 1, "2024-02", "year", (("channel", "Paid"),))
    hands.window.offer(left, crashes.log_file())
    hands.click("Go on where you were")
    assert hands.window.state == left
    now = hands.session.selection
    assert (now.compare, now.filters) == (Compare.YEAR, (Filter("channel", "Paid"),)) and any("Paid" in w for w in words(hands.window._bar))


def test_a_state_that_is_not_known_is_not_offered(hands, tmp_path):
    for left in (True, LastState(tmp_path / "gone.kpi", 1, "2024-01")):
        hands.window.offer(left, crashes.log_file())
        assert "Go on where you were" not in words(hands.window)


def test_the_list_says_when(hands):
    act(hands, "Backups …")
    assert str(datetime.now().year)[2:] in hands.dialog(BackupsDialog).findChild(QListWidget).item(0).text()
    hands.dialog(BackupsDialog).accept()
