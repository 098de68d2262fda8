"""Pieces of the menu: entries with their keys, what can be undone, recent workspaces, looks and languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from kpi_desktop import i18n
from kpi_desktop.app.session import DEMO, Session
from kpi_desktop.i18n import say, tr

Keys = QKeySequence | QKeySequence.StandardKey | str


def act(menu: QMenu, text: str, does: Callable[[], object], keys: Keys | None = None) -> QAction:
    """An entry that does something when it is chosen or its keys are pressed."""
    action = QAction(text, menu)
    if keys is not None:
        action.setShortcut(QKeySequence(keys))
    action.triggered.connect(lambda: does())
    menu.addAction(action)
    return action


def tick(menu: QMenu, group: QActionGroup, text: str, does: Callable[[], object], *, on: bool, keys: Keys | None = None) -> None:
    """An entry of which one in its group is ticked."""
    action = act(menu, text, does, keys)
    action.setCheckable(True)
    action.setChecked(on)
    group.addAction(action)


class EditMenu(QMenu):
    """Undo and redo, with the name of the step."""

    def __init__(self, session: Session, bar: QMenuBar) -> None:
        super().__init__(tr("&Edit"), bar)
        self._decided = session.decided
        self._undo = act(self, "", self._decided.undo, "Ctrl+Z")
        self._redo = act(self, "", self._decided.redo, "Ctrl+Shift+Z")
        self.show_steps()
        bar.addMenu(self)

    def show_steps(self) -> None:
        """Name what would be taken back or done again."""
        back, again = self._decided.to_undo, self._decided.to_redo
        self._undo.setText(tr("Undo") if back is None else tr("Undo: {step}", step=say(back)))
        self._redo.setText(tr("Redo") if again is None else tr("Redo: {step}", step=say(again)))
        self._undo.setEnabled(back is not None)
        self._redo.setEnabled(again is not None)


class RecentMenu(QMenu):
    """The workspaces that were open last; those that are gone are left out."""

    def __init__(self, session: Session, parent: QMenu) -> None:
        super().__init__(tr("Recent workspaces"), parent)
        self._session = session
        self.setToolTipsVisible(True)
        parent.aboutToShow.connect(self.fill)
        parent.addMenu(self)

    def fill(self) -> None:
        """List them, each with a digit to press."""
        self.clear()
        there = [path for path in map(Path, self._session.settings["recent"]) if path.exists()]
        for at, path in enumerate(there, 1):
            name = tr("Demo company") if path.name == DEMO else path.stem.replace("&", "&&")
            action = act(self, f"&{at}  {name}", lambda path=path: self._session.open(path, create=False))
            action.setToolTip(str(path))
        self.setEnabled(bool(there))


def looks(view: QMenu, now: str, chosen: Callable[[str], object]) -> None:
    """Light, dark, or as the system has it."""
    menu = view.addMenu(tr("Look"))
    group = QActionGroup(menu)
    for key, name, keys in (("light", tr("Light"), "Ctrl+Alt+L"), ("dark", tr("Dark"), "Ctrl+Alt+D"), ("system", tr("As the system"), "Ctrl+Alt+S")):
        tick(menu, group, name, lambda key=key: chosen(key), on=now == key, keys=keys)


def languages(view: QMenu, chosen: Callable[[str], object]) -> None:
    """The languages, each called by its own name."""
    menu = view.addMenu(tr("Language"))
    group = QActionGroup(menu)
    for at, (code, name) in enumerate(i18n.languages().items(), 1):
        tick(menu, group, name, lambda code=code: chosen(code), on=i18n.language() == code, keys=f"Ctrl+Alt+{at}")
