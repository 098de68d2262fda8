"""The data tab's pages: files, rows kept aside, health, names, currencies, privacy."""

from __future__ import annotations

from kpi_desktop.app.session import Session
from kpi_desktop.i18n import tr
from kpi_desktop.ui.health_panel import HealthPanel
from kpi_desktop.ui.import_tab import ImportTab
from kpi_desktop.ui.kept_panel import KeptPanel
from kpi_desktop.ui.names_panel import NamesPanel
from kpi_desktop.ui.pages import Pages
from kpi_desktop.ui.privacy_panel import PrivacyPanel
from kpi_desktop.ui.rates_panel import RatesPanel


class DataTab(Pages):
    """`tab` is the first page, the files."""

    helps = ("data",)

    def __init__(self, session: Session, tab: ImportTab) -> None:
        self.tab = tab
        self.kept, self.health, self.names, self.rates = KeptPanel(session), HealthPanel(session), NamesPanel(session), RatesPanel(session)
        self.privacy = PrivacyPanel(session)
        super().__init__(((tab, tr("Files and imports")), (self.kept, tr("Kept aside")), (self.health, tr("Data health")), (self.names, tr("Names")),
                          (self.rates, tr("Currencies")), (self.privacy, tr("Privacy"))), tr("Pages of the data"))
        self.health.wants_import.connect(self.import_for)

    @property
    def looking(self) -> int:
        """Which page is in front."""
        return self.in_front

    def look(self, at: int) -> None:
        """Look where another window of this kind looked."""
        self.turn_to(at)

    def import_for(self, table: str) -> None:
        """Say which exports hold a table, and choose them."""
        self.turn_to(0)
        self.tab.wanted.start(table)
