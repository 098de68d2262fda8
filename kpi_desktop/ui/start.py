"""Starts the window. The window that stands until then is made in `entrance`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kpi_desktop import i18n, paths
from kpi_desktop.app import crashes
from kpi_desktop.app.crashes import Vigil
from kpi_desktop.app.session import Session
from kpi_desktop.ui import messages, theme
from kpi_desktop.ui.entrance import Entrance
from kpi_desktop.ui.main_window import MainWindow
from kpi_desktop.ui.selftest import SelfTest

_LOOK = 2000  # ms between looks at where the person is


def run(options: Any, entrance: Entrance | None = None) -> int:
    """Open the window on the workspace asked for, in the place of `entrance`; the exit code."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    app.setApplicationName("KPI Desktop")
    session = Session()
    i18n.set_language(session.settings.language)
    theme.prepare(app, session.settings["theme"])  # type: ignore[arg-type]
    window = MainWindow(session)
    theme.apply(app, session.settings["theme"])  # type: ignore[arg-type]
    messages.catch_bugs(window, session.problem.emit)
    if entrance is None:
        window.show()
    else:
        entrance.give_way(window)
    vigil = Vigil()
    session.safe.thoroughly = bool(vigil.left)
    look = QTimer(window, interval=_LOOK)
    look.timeout.connect(lambda: vigil.remember(window.state))
    look.start()
    if vigil.left:
        window.offer(vigil.left, crashes.log_file())

    def first() -> None:
        if options.demo:
            session.open_demo()
        else:
            last = Path(session.settings["workspace"]) if session.settings["workspace"] else None
            path = options.workspace or (last if last is not None and last.exists() else paths.default_workspace())
            session.open(path)

    test = SelfTest(session, window) if options.selftest else None
    QTimer.singleShot(0, first if test is None else test.start)
    code = int(app.exec())
    vigil.end()
    return code
