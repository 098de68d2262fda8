"""The line at the foot of the window: what is going on, and how far the data reach."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QStatusBar

from kpi_desktop.app.session import Session
from kpi_desktop.i18n import tr
from kpi_desktop.ui.doing import Doing
from kpi_desktop.ui.widgets import label


class StatusLine(QStatusBar):
    """Says what the session does."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.doing, self._reach = Doing(session.cancel), label("", "note")
        self.addWidget(self.doing, 1)
        self.addPermanentWidget(self._reach)

    def show_reach(self, span: tuple[date, date] | None) -> None:
        """The first and the last day of the data."""
        self._reach.setText(tr("Data from {first} to {last}", first=span[0], last=span[1]) if span is not None else "")
