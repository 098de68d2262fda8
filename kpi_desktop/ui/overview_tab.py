"""The ten cards, and the detail of the one that was opened."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QStackedWidget, QWidget

from kpi_desktop.app.screens import DetailShown, Overview, RowsShown
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import tr
from kpi_desktop.ui.card import Card
from kpi_desktop.ui.empty import Empty
from kpi_desktop.ui.kpi_detail import KpiDetail
from kpi_desktop.ui.widgets import label

_ACROSS, _WIDE = 5, 218
"""Cards in a row at the most, and the room that one needs with its gap, in pixels."""


class OverviewTab(QStackedWidget):
    """Cards, detail, or what an empty workspace can do. `asked` tells of which KPI a person asks what it is, `wants_import` which table one lacks."""

    asked = Signal(str)
    wants_import = Signal(str)

    def __init__(self, session: Session, empty: Empty) -> None:
        super().__init__()
        self.setObjectName("page")
        self._session = session
        self._kpi = ""
        self._by: str | None = None
        self._cards: list[Card] = []
        self._across = _ACROSS
        page = QWidget()
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setSpacing(8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        self._waiting: QLabel = label(tr("Computing …"), tone="quiet")
        self._grid.addWidget(self._waiting, 0, 0)
        self._detail = KpiDetail(session)
        self._detail.closed.connect(self.close_detail)
        self._detail.broken_down.connect(self._break_down)
        self._detail.head.asked.connect(lambda: self.asked.emit(self._kpi))
        self._detail.head.wants_import.connect(self.wants_import)
        for part in (area, self._detail, empty):
            self.addWidget(part)

    def watch(self) -> None:
        """Ask for what this tab shows."""
        if self._kpi:
            self._session.watch("detail", kpi=self._kpi, by=self._by)
        else:
            self._session.watch("overview")

    @property
    def looking(self) -> tuple[str, str | None]:
        """What is looked at: the KPI that is open, and the dimension it is broken down by."""
        return self._kpi, self._by

    @property
    def help_page(self) -> str:
        """The page of the help on what is in front: the KPI that is open or whose card has the keys, else the overview."""
        under = next((c.kpi_id for c in self._cards if c.hasFocus()), "")
        return self._kpi or under or "overview"

    def look(self, at: tuple[str, str | None]) -> None:
        """Look where another window of this kind looked."""
        self._kpi, self._by = at
        if self._kpi:
            self._detail.wait()
        self.setCurrentIndex(1 if self._kpi else 0)

    def show_nothing(self) -> None:
        """No workspace is open: say what can be done."""
        self.setCurrentIndex(2)

    def open_detail(self, kpi_id: str) -> None:
        """Open a KPI in full."""
        self._kpi = kpi_id
        self._detail.wait()
        self.setCurrentIndex(1)
        self.watch()

    def close_detail(self) -> None:
        """Back to the cards."""
        self._kpi = ""
        self.setCurrentIndex(0)
        self.watch()

    def _break_down(self, dimension: str) -> None:
        self._by = dimension
        self.watch()

    def show_screen(self, shown: object) -> None:
        """Draw what the session made."""
        if isinstance(shown, Overview):
            self.setCurrentIndex(2 if shown.empty else 1 if self._kpi else 0)
            self._show_cards(shown)
        elif isinstance(shown, DetailShown | RowsShown):
            self._detail.show_screen(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across = max(1, min(_ACROSS, (self.width() - 32) // _WIDE))
        if across != self._across:
            self._across = across
            for at, card in enumerate(self._cards):
                self._place(card, at)

    def _place(self, card: Card, at: int) -> None:
        self._grid.addWidget(card, at // self._across, at % self._across)

    def _show_cards(self, shown: Overview) -> None:
        self._waiting.hide()
        while len(self._cards) < len(shown.snapshot.kpis):
            card = Card()
            card.opened.connect(self.open_detail)
            card.asked.connect(self.asked)
            self._cards.append(card)
            self._place(card, len(self._cards) - 1)
        for card, state in zip(self._cards, shown.snapshot.kpis, strict=True):
            card.show_state(state, shown.snapshot.currency)
