"""What a person does with reports: set up and export, preview, print, and the tables as a workbook."""

from __future__ import annotations

import shutil
from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QWidget

from kpi_desktop.app import report_templates
from kpi_desktop.app.screens import ReportShown
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import tr
from kpi_desktop.model.report_setup import Setup
from kpi_desktop.ui import printing
from kpi_desktop.ui.report_dialog import ReportDialog
from kpi_desktop.ui.widgets import ending


class ReportCommands:
    """Works for a window; `tell` says there what came of it."""

    def __init__(self, session: Session, window: QWidget, tell: Callable[[str], object]) -> None:
        self._session, self._window, self._tell = session, window, tell
        self._then = "print"

    def set_up(self) -> None:
        """Open the report's dialog."""
        if not self._session.is_open:
            return
        dialog = ReportDialog(self._session, self._window)
        dialog.chosen.connect(self._chosen)
        dialog.open()

    def _chosen(self, what: str, setup: Setup) -> None:
        report_templates.remember(self._session.settings, setup)
        if what == "export":
            self._export(setup)
        else:
            self.make(what)

    def _export(self, setup: Setup) -> None:
        from kpi_desktop.app.reporting import selected

        period = selected(setup, self._session.selection, self._session.span).period.code
        name, _ = QFileDialog.getSaveFileName(self._window, tr("Export PDF"), f"{period}.pdf", tr("PDF (*.pdf)"))
        if name:
            self._session.export_pdf(ending(name, ".pdf"))

    def make(self, what: str) -> None:
        """Make the report as it was set up last, to "print" or to "preview"."""
        if self._session.is_open:
            self._then = what
            self._session.make_print_pdf()

    def tables(self) -> None:
        """Write the tables of what is looked at as a workbook."""
        if not self._session.is_open:
            return
        name, _ = QFileDialog.getSaveFileName(self._window, tr("Export tables"), f"{self._session.selection.period.code}.xlsx", tr("Excel workbook (*.xlsx)"))
        if name:
            self._session.export_tables(ending(name, ".xlsx"))

    def ready(self, shown: ReportShown) -> None:
        """The report is there: say where, or print it."""
        if not shown.temporary:
            self._tell(tr("The report is in {file}: %n page(s).", "", shown.pages, file=str(shown.path)))
        elif self._then == "preview":
            dialog = printing.preview(shown.path, self._window)
            dialog.finished.connect(lambda _: shutil.rmtree(shown.path.parent))
        else:
            printing.print_file(shown.path, self._window)
            shutil.rmtree(shown.path.parent)
