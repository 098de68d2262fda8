"""What is going on, in the status bar: what, how far, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from kpi_desktop.app.screens import Busy
from kpi_desktop.i18n import tr
from kpi_desktop.ui.messages import progress_said
from kpi_desktop.ui.widgets import button

_SHOWN_AFTER = 300  # ms: what ends sooner would only flicker


class Doing(QWidget):
    """Says nothing of what is done at once."""

    def __init__(self, cancel: Callable[[], None]) -> None:
        super().__init__()
        self._busy: Busy | None = None
        self.said, self.progress, self.cancel = QLabel(""), QProgressBar(), button(tr("Cancel"), cancel, "link")
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(160)
        self._soon = QTimer(self, singleShot=True, interval=_SHOWN_AFTER)
        self._soon.timeout.connect(self._show)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 0, 0)
        row.addWidget(self.said, 1)
        row.addWidget(self.progress)
        row.addWidget(self.cancel)
        self._show()

    def show_busy(self, busy: Busy | None) -> None:
        """Work is in hand, or none (None)."""
        began, self._busy = self._busy is None, busy
        if busy is None:
            self._soon.stop()
            self._show()
        elif began:
            self._soon.start()
        elif not self._soon.isActive():
            self._show()

    def _show(self) -> None:
        busy = self._busy
        self.said.setText("" if busy is None else progress_said(busy))
        self.progress.setVisible(busy is not None)
        self.cancel.setVisible(busy is not None and busy.can_cancel)
        if busy is not None:
            self.progress.setRange(0, 0 if busy.done is None or busy.done >= 1 else 100)
            self.progress.setValue(round(100 * (busy.done or 0)))
