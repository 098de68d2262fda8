"""`--selftest`: a frozen program tries itself. Demo made and imported, each tab drawn, a report written, and out."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kpi_desktop.app.screens import ReportShown, Trouble
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, tr
from kpi_desktop.ui.main_window import MainWindow

_LOOK = 50  # ms between looks at whether the work in hand is done


class SelfTest:
    """Walks through the window, one step whenever the session has nothing left to do; ends the program with 0 or 1."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        self._session, self._window = session, window
        self._folder = tempfile.TemporaryDirectory(prefix="kpi-selftest-")
        self._pages = 0
        self._steps = self._walk()
        session.snapshot_ready.connect(self._shown)
        session.problem.connect(self._failed)
        self._timer = QTimer(interval=_LOOK)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin to walk."""
        self._timer.start()

    def _walk(self) -> Iterator[str]:
        self._session.open_demo()
        yield tr("Open the demo")
        for tab in self._window.each_tab():
            yield tab
            if self._window.grab().isNull():
                self._end(1)
        self._session.export_pdf(Path(self._folder.name) / "report.pdf")
        yield tr("Export PDF")

    def _look(self) -> None:
        if not self._session.idle:
            return
        step = next(self._steps, None)
        if step is not None:
            print(step, flush=True)
        else:
            self._end(0 if self._pages else 1)

    def _shown(self, shown: object) -> None:
        if isinstance(shown, ReportShown):
            self._pages = shown.pages

    def _failed(self, trouble: Trouble) -> None:
        print(say(trouble.what), trouble.traceback, file=sys.stderr)
        self._end(1)

    def _end(self, code: int) -> None:
        self._timer.stop()
        self._window.close()
        self._folder.cleanup()
        QApplication.exit(code)
