"""The session's care for its workspace: backups, going back to one and forth again, and what a damaged file became."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kpi_desktop.app.screens import Trouble
from kpi_desktop.model.problem import Text

if TYPE_CHECKING:
    from kpi_desktop.app.session import Session
    from kpi_desktop.store.recovery import Recovered
    from kpi_desktop.store.workspace import Workspace


class Safe(QObject):
    """Commands of the menu's backups; works in the session's write lane."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.thoroughly = False  # since the program ended unexpectedly the last time
        self._unseen: Path | None = None

    def look_after(self, path: Path) -> None:
        """See to the workspace when nobody waits for anything."""
        self._unseen = path

    def rest(self) -> None:
        """Nobody waits: back the workspace up, once a day; recover it where it turns out to be damaged. Begun anew where somebody asks for something
        that is written."""
        path, thoroughly = self._unseen, self.thoroughly
        if path is None or path != self._session.workspace_path:
            return
        self._unseen, self.thoroughly = None, False

        def what(ws: Workspace, progress: Any) -> Recovered | None:
            from kpi_desktop.app import keeping

            ws.close()  # a damaged file gives way to a new one
            return keeping.looked_after(path, datetime.now(), progress, thoroughly=thoroughly)

        def then(done: Recovered | None) -> None:
            if done is not None and self._session.workspace_path == path:
                self._session.reopened(done)

        def stopped() -> None:
            if self._session.workspace_path == path:
                self._unseen, self.thoroughly = path, thoroughly

        self._session.aside(Text("Backing up"), what, then, quiet=True, cancelled=stopped)

    def tell(self, done: Recovered) -> None:
        """Say what was recovered."""
        from kpi_desktop.app import keeping

        self._session.problem.emit(Trouble(*keeping.told(done)))

    def show(self) -> None:
        """List the backups; they come by `snapshot_ready`."""
        path = self._session.workspace_path
        if path is not None:
            from kpi_desktop.app import keeping

            self._session.snapshot_ready.emit(keeping.shown(path))

    def back_up(self) -> None:
        """Back the workspace up now."""

        def what(ws: Workspace, progress: Any) -> object:
            from kpi_desktop.app import keeping

            return keeping.back_up(ws, progress)

        self._session.aside(Text("Backing up"), what, self._session.snapshot_ready.emit)

    def restore(self, backup: Path) -> None:
        """Go back to a backup; undo goes forth again."""
        self.swap(backup, self._session.decided.restored)

    def swap(self, backup: Path, then: Any) -> None:
        """Put a backup in the workspace's place; `then` gets the backup of what was there."""

        def what(ws: Workspace, progress: Any) -> Path:
            from kpi_desktop.app import keeping

            return keeping.restore(ws, backup)

        def done(before: Path) -> None:
            self._session.reopened()
            then(before)
            self._session.problem.emit(Trouble(Text("The workspace is as it was when the backup was made."), Text("Undo brings back what was there before.")))

        self._session.aside(Text("Going back to a backup"), what, done, can_cancel=False)
