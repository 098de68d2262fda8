"""A watched folder: files that appear there come in by themselves once they stop growing, if the program knows how to read them."""

from __future__ import annotations

import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from kpi_desktop.app.sources import endings
from kpi_desktop.app.tasks import Lane
from kpi_desktop.model.problem import Text, UserError

if TYPE_CHECKING:
    from kpi_desktop.app.session import Session

_LOOK = 500  # ms between looks; two looks that see the same size and time make a file complete
Seen = dict[str, tuple[int, int]]
"""Size and time of change by file name."""


class Watch(QObject):
    """Looks into one folder per workspace; the session reads and imports what it finds."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.folder: Path | None = None
        self._before: Seen = {}
        self._known: Seen = {}
        self._settled: Seen = {}
        self._away = False
        self._lane = Lane("watch")
        self._lane.trouble.connect(self._miss)
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self._look)

    def start(self, folder: Path | None, settled: Seen) -> None:
        """Watch a folder, or none; `settled` files were brought in, or put aside by the person, in earlier sessions."""
        self.folder, self._before, self._known, self._settled, self._away = folder, {}, dict(settled), dict(settled), False
        if folder is None:
            self._timer.stop()
        else:
            self._timer.start()

    def settle(self, path: Path) -> None:
        """A file was brought in or is not wanted: it is taken again only when it changes. Until then a new session offers it again."""
        state = self._known.get(path.name) if path.parent == self.folder else None
        if state is not None and self._settled.get(path.name) != state:
            self._settled[path.name] = state
            self._session.incoming.keep_settled(dict(self._settled))

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._lane.close()

    def _look(self) -> None:
        folder = self.folder
        if folder is None or not self._lane.idle:
            return
        self._lane.run(Text("Looking into {folder}", folder=folder.name), lambda progress: listed(folder), lambda now: self._compare(folder, now))

    def _compare(self, folder: Path, now: Seen) -> None:
        if folder != self.folder:
            return
        ready = [name for name, state in now.items() if self._before.get(name) == state and self._known.get(name) != state]
        self._before, self._away = now, False
        if ready and self._session.is_open:
            self._known |= {name: now[name] for name in ready}
            self._session.incoming.take_from_watch([folder / name for name in sorted(ready)])

    def _miss(self, trouble: Any) -> None:
        """A folder on a network goes and comes back: that is told once, and it is looked for again and again."""
        self._before = {}
        if not self._away and self.folder is not None:
            self._away = True
            self._session.problem.emit(trouble)


def listed(folder: Path) -> Seen:
    """The files of a folder that could be exports and hold anything. UserError when it cannot be looked into."""
    known = endings()
    try:
        found = {}
        for path in folder.iterdir():
            if path.suffix.lower() in known and not path.name.startswith((".", "~")):
                with suppress(FileNotFoundError):  # gone since the folder was listed
                    told = path.stat()
                    if stat.S_ISREG(told.st_mode) and told.st_size:
                        found[path.name] = (told.st_size, told.st_mtime_ns)
        return found
    except OSError as error:
        raise UserError(Text("The watched folder {folder} cannot be looked into: {why}.", folder=str(folder), why=error.strerror or str(error)),
                        Text("It is watched again as soon as it is there; choose another one if it has moved.")) from error
