"""The data tab's pages: files, rows kept aside, health, names, currencies, privacy; each asks for what it shows when it comes to the front."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from kpi_desktop.app.session import Session
from kpi_desktop.i18n import tr
from kpi_desktop.ui.health_panel import HealthPanel
from kpi_desktop.ui.import_tab import ImportTab
from kpi_desktop.ui.kept_panel import KeptPanel
from kpi_desktop.ui.names_panel import NamesPanel
from kpi_desktop.ui.privacy_panel import PrivacyPanel
from kpi_desktop.ui.rates_panel import RatesPanel


class DataTab(QWidget):
    """A bar of pages; `tab` is the first, the files."""

    def __init__(self, session: Session, tab: ImportTab) -> None:
        super().__init__()
        self.setObjectName("page")
        self.tab = tab
        self.kept, self.health, self.names, self.rates = KeptPanel(session), HealthPanel(session), NamesPanel(session), RatesPanel(session)
        self.privacy = PrivacyPanel(session)
        self.health.wants_import.connect(self._import_for)
        self._pages = (tab, self.kept, self.health, self.names, self.rates, self.privacy)
        self._bar, self._stack = QTabBar(), QStackedWidget()
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.setAccessibleName(tr("Pages of the data"))
        named = (tr("Files and imports"), tr("Kept aside"), tr("Data health"), tr("Names"), tr("Currencies"), tr("Privacy"))
        for page, name in zip(self._pages, named, strict=True):
            self._bar.addTab(name)
            self._stack.addWidget(page)
        self._bar.currentChanged.connect(self.show_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)

    @property
    def looking(self) -> int:
        """Which page is in front."""
        return self._stack.currentIndex()

    def look(self, at: int) -> None:
        """Look where another window of this kind looked."""
        self._bar.setCurrentIndex(at)

    def show_page(self, at: int) -> None:
        """Bring a page to the front."""
        self._stack.setCurrentIndex(at)
        self.watch()

    def _import_for(self, table: str) -> None:
        self.look(0)
        self.tab.wanted.start(table)

    def watch(self) -> None:
        """Ask for what the page in front shows."""
        self._pages[self._stack.currentIndex()].watch()

    def show_screen(self, shown: object) -> None:
        """Each page takes what is meant for it."""
        for page in self._pages:
            page.show_screen(shown)
