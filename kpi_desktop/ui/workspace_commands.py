"""What a person does with workspaces and files that are asked for by name: a new workspace, another one, targets from a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from kpi_desktop.app.session import Session
from kpi_desktop.i18n import tr
from kpi_desktop.ui.widgets import ending


class WorkspaceCommands:
    """Works for a window; `tell` says there what came of it."""

    def __init__(self, session: Session, window: QWidget, tell: Callable[[str], object]) -> None:
        self._session, self._window, self._tell = session, window, tell

    def new(self) -> None:
        """Make a workspace; one of that name is opened as it is."""
        name, _ = QFileDialog.getSaveFileName(self._window, tr("New workspace"), "", tr("Workspaces (*.kpi)"), "", QFileDialog.Option.DontConfirmOverwrite)
        if name:
            path = ending(name, ".kpi")
            if path.exists():
                self._tell(tr("{file} is there already; it was opened as it is.", file=path.name))
            self._session.open(path)

    def open(self) -> None:
        """Open a workspace that is there."""
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Open workspace"), "", tr("Workspaces (*.kpi)"))
        if name:
            self._session.open(Path(name), create=False)

    def read_targets(self) -> None:
        """Take the targets of a file over."""
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Read targets"), "", tr("Tables (*.csv *.tsv *.txt *.xlsx)"))
        if name and self._session.is_open:
            self._session.decided.import_targets(Path(name))
