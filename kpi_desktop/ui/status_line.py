"""The line at the foot of the window: what is going on, with its progress and a way to stop it, and how far the data reach."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar

from kpi_desktop.app.screens import Busy
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import tr
from kpi_desktop.ui.messages import progress_said
from kpi_desktop.ui.widgets import button, label


class StatusLine(QStatusBar):
    """Says what the session does."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.doing, self.progress = QLabel(""), QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(160)
        self.cancel = button(tr("Cancel"), session.cancel, "link")
        self._reach = label("", "note")
        self.addWidget(self.doing, 1)
        for part in (self.progress, self.cancel):
            self.addPermanentWidget(part)
            part.hide()
        self.addPermanentWidget(self._reach)

    def show_busy(self, busy: Busy | None) -> None:
        """What is going on; nothing."""
        self.doing.setText("" if busy is None else progress_said(busy))
        self.progress.setVisible(busy is not None)
        self.cancel.setVisible(busy is not None and busy.can_cancel)
        if busy is not None:
            self.progress.setRange(0, 0 if busy.done is None or busy.done >= 1 else 100)
            self.progress.setValue(round(100 * (busy.done or 0)))

    def show_reach(self, span: tuple[date, date] | None) -> None:
        """The first and the last day of the data."""
        self._reach.setText(tr("Data from {first} to {last}", first=span[0], last=span[1]) if span is not None else "")
