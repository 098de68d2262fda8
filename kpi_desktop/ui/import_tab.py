"""Files on their way in, each with what it is taken for; and the log of imports, of which any can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop import i18n
from kpi_desktop.app import sources
from kpi_desktop.app.screens import ImportShown
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.schema import BY_NAME
from kpi_desktop.ui.file_list import FileList
from kpi_desktop.ui.frame_model import Column, FrameModel
from kpi_desktop.ui.messages import sure
from kpi_desktop.ui.wanted_import import WantedImport
from kpi_desktop.ui.widgets import Page, button, headed, label, panel, table

_WHOLE = 360
"""Height of the drop area in an empty tab."""


class Drop(QFrame):
    """Where files are dropped."""

    dropped = Signal(list)

    def __init__(self, choose: Callable[[], object], choose_folder: Callable[[], object], others: tuple[QWidget, ...] = ()) -> None:
        super().__init__()
        self.setObjectName("drop")
        self.setAcceptDrops(True)
        self._whole = label(tr("CRM, web analytics, ad costs, webinars, invoices, NPS answers: in English or Russian, from the tools that you use. What the "
                               "program knows comes in without a question; of everything else it asks what it means, once."), tone="quiet", wrap=True)
        self._whole.setFixedWidth(560)
        self._whole.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 20, 16, 20)
        column.setSpacing(16)
        column.addStretch(1)
        parts = ((label(tr("Drop CSV, Excel or OpenDocument files here, or a folder of them, or"), tone="quiet"), button(tr("Choose files …"), choose, "main"),
                  button(tr("Choose a folder …"), choose_folder)), (self._whole,))
        for widgets in parts:
            row = QHBoxLayout()
            row.addStretch(1)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
            column.addLayout(row)
        self._others = QWidget()
        ways = QHBoxLayout(self._others)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.addStretch(1)
        for widget in others:
            ways.addWidget(widget)
        ways.addStretch(1)
        column.addWidget(self._others)
        column.addStretch(1)

    def fill(self, whole: bool) -> None:
        """Fill the tab while there is nothing else on it, and say what can be dropped."""
        self._whole.setVisible(whole)
        self._others.setVisible(whole)
        self.setMinimumHeight(_WHOLE if whole else 0)

    def _over(self, on: bool) -> None:
        self.setProperty("over", on)
        self.style().polish(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._over(False)
        self.dropped.emit(local_files(event))


def local_files(event: QDropEvent) -> list[Path]:
    """The files and folders of a drop."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls()]


class ImportTab(Page):
    """Draws an ImportShown; tells which files were dropped on it."""

    dropped = Signal(list)
    open_other = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._drop = Drop(self.choose, self.choose_folder, (button(tr("Look at the demo"), session.open_demo),
                                                             button(tr("Open a workspace …"), self.open_other.emit)))
        self._drop.dropped.connect(self.dropped)
        self.column.addWidget(self._drop)
        watching = QHBoxLayout()
        self._watched = label("", "note", wrap=True)
        self._stop = button(tr("Watch it no longer"), lambda: session.incoming.watch_folder(None), "link")
        watching.addWidget(self._watched, 1)
        watching.addWidget(self._stop)
        self.column.addLayout(watching)
        self.wanted = WantedImport(session, self.choose)
        self.column.addWidget(self.wanted)
        self.files = FileList(session)
        self.files.hide()
        self.column.addWidget(self.files)
        self._log = FrameModel(self)
        self._log_view = table(self._log, tr("Imports"))
        self._back = button(tr("Take the chosen import back"), self._take_back)
        self._logged = panel(headed(tr("Imports"), self._back), self._log_view)
        self.column.addWidget(self._logged)
        self._held = label("", "note", wrap=True)
        self.column.addWidget(self._held)
        self.column.addStretch(1)
        self._shown: ImportShown | None = None

    def watch(self) -> None:
        """Ask for what this tab shows."""
        self._session.watch("import")

    def choose(self, table: str = "") -> None:
        """Choose files with a dialog, for a table where one is wanted."""
        title = tr("Choose files for {table}", table=BY_NAME[table].label) if table else tr("Choose files")
        known = " ".join(f"*{e}" for e in sources.endings())
        names, _ = QFileDialog.getOpenFileNames(self, title, "", tr("Exports ({endings});;All files (*)", endings=known))
        if names:
            self._session.incoming.inspect([Path(n) for n in names], table or None)

    def choose_folder(self) -> None:
        """Choose a folder whose exports are read."""
        name = QFileDialog.getExistingDirectory(self, tr("Choose a folder"))
        if name:
            self._session.incoming.inspect([Path(name)])

    def choose_watched(self) -> None:
        """Choose the folder whose new files come in by themselves."""
        name = QFileDialog.getExistingDirectory(self, tr("Watch a folder"))
        if name:
            self._session.incoming.watch_folder(Path(name))

    def show_screen(self, shown: object) -> None:
        """Draw what the session made."""
        if not isinstance(shown, ImportShown):
            return
        before, self._shown = self._shown, shown
        whole = not shown.files and not shown.log
        self._drop.fill(whole)
        self.column.setStretchFactor(self._drop, int(whole))  # it fills the tab, or leaves the rest to what stands below
        self.column.setStretch(self.column.count() - 1, int(not whole))
        self._held.setVisible(not whole)
        for part in (self._watched, self._stop):
            part.setVisible(shown.watched is not None)
        self._watched.setText(tr("Watching {folder}: files that the program knows how to read come in by themselves, others wait here.",
                                 folder=str(shown.watched)))
        self.files.show_files(shown.files)
        self.files.show_beside(shown.beside)
        self.wanted.came({t for f in shown.files if f.report is not None for t in f.report.tables})
        if before is None or shown.log is not before.log:
            self._show_log(shown)

    def _show_log(self, shown: ImportShown) -> None:
        """Draw the log of imports and what is held."""
        columns = (Column(tr("File")), Column(tr("Read as")), Column(tr("Imported")), Column(tr("Read"), Unit.COUNT), Column(tr("Added"), Unit.COUNT),
                   Column(tr("Updated"), Unit.COUNT), Column(tr("Unchanged"), Unit.COUNT), Column(tr("Kept aside"), Unit.COUNT))
        rows = []
        for entry in shown.log:
            sums = [sum(c[k] for c in entry.counts.values()) for k in ("added", "updated", "unchanged")]
            rows.append((entry.file, i18n.read_as(entry.format), datetime.fromisoformat(entry.at), entry.read, *sums, entry.kept_aside))
        self._log.show_rows(columns, rows)
        self._logged.setVisible(bool(rows))
        self._log_view.fit(len(rows))
        held = ", ".join(f"{say(name)} {i18n.number(n)}" for name, n in shown.rows if n)
        self._held.setText(tr("Rows held: {tables}", tables=held) if held else tr("The workspace holds nothing yet."))

    def _take_back(self) -> None:
        index = self._log_view.currentIndex()
        if self._shown is None or not index.isValid():
            return
        at = self._log_view.model().mapToSource(index).row()  # type: ignore[attr-defined]
        entry = self._shown.log[at]
        if sure(tr("Take back the import of {file}? The rows will be as if it had never come.", file=entry.file), self):
            self._session.take_back(entry.import_id)
