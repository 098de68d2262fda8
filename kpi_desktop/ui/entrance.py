"""The way in: an empty window stands at once, where the window was last, and the rest of the program is loaded behind it.

Whatever this file imports is loaded before anything is seen; it must stay small.
"""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import QByteArray, QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from kpi_desktop import i18n, paths
from kpi_desktop.app.settings import Settings
from kpi_desktop.i18n import tr
from kpi_desktop.ui import theme

_DRAWN = 30  # ms that a screen is given to draw the empty window before loading keeps it from doing so


class Entrance(QMainWindow):
    """What is seen until the window is there."""

    def __init__(self, geometry: str) -> None:
        super().__init__()
        self.setWindowTitle("KPI Desktop")
        self.resize(1280, 720)
        self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        said = QLabel(tr("Starting …"))
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setCentralWidget(said)

    def stand(self) -> None:
        """Show it, and let the screen draw it."""
        self.show()
        drawn = QEventLoop()
        QTimer.singleShot(_DRAWN, drawn.quit)
        drawn.exec()

    def give_way(self, window: QMainWindow) -> None:
        """Let the window take this one's place."""
        window.show()
        self.close()


def run(options: Any) -> int:
    """Show that the program starts, load it, and run it; the exit code."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    app.setApplicationName("KPI Desktop")
    QGuiApplication.setDesktopFileName("kpi-desktop")  # the desktop entry of that name tells icon and group
    QGuiApplication.setWindowIcon(QIcon(str(paths.resource("icons", "app.svg"))))
    settings = Settings()
    i18n.set_language(settings.language)
    theme.prepare(app, settings["theme"])  # type: ignore[arg-type]
    entrance = Entrance(settings["geometry"])
    entrance.stand()
    from kpi_desktop.ui import start

    return start.run(options, entrance)
