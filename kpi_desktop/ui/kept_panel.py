"""Rows kept aside: why, mended in place and tried again, or exported to be mended in a spreadsheet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFileDialog, QFormLayout, QHBoxLayout, QLineEdit

from kpi_desktop.app import kept
from kpi_desktop.app.screens import Exported, KeptShown, Retried
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.problem import KeptRow, Text
from kpi_desktop.model.schema import TABLES
from kpi_desktop.ui.frame_model import Column, FrameModel
from kpi_desktop.ui.widgets import Page, button, ending, label, panel, table

_LABELS = {f.name: f.label for t in reversed(TABLES) for f in t.fields}


class KeptPanel(Page):
    """Draws a KeptShown; the chosen row's cells can be corrected."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows: tuple[KeptRow, ...] = ()
        self._columns: dict[tuple[int, str], tuple[str, ...]] = {}
        self._mended: dict[int, tuple[str, ...]] = {}
        self._chosen: KeptRow | None = None
        self._edits: list[QLineEdit] = []
        self._count, self._said = label("", wrap=True), label("", tone="accent", wrap=True)
        self._hint = label(tr("Rows that cannot be read (a date that does not exist, a number that is a word) wait here with their file, line and reason, "
                              "to be corrected. They are in no figure until then."), "note", wrap=True)
        self._said.hide()
        self._model = FrameModel(self)
        self._view = table(self._model, tr("Rows kept aside"))
        self._view.selectionModel().currentRowChanged.connect(self._choose)
        buttons = QHBoxLayout()
        self._try, self._try_all = button(tr("Try this row again"), self._retry, "main"), button(tr("Try all again"), self._retry_all)
        self._export = button(tr("Export as CSV …"), self._save)
        for part in (self._try, self._try_all, self._export):
            buttons.addWidget(part)
        buttons.addStretch(1)
        holder = panel(self._count, self._hint, self._said, self._view)
        holder.layout().addLayout(buttons)  # type: ignore[union-attr]
        self.column.addWidget(holder)
        self._form = QFormLayout()
        self._title = label("", "heading")
        self._why = label("", tone="trouble", wrap=True)
        self._below = panel(self._title, self._why)
        self._below.layout().addLayout(self._form)  # type: ignore[union-attr]
        self.column.addWidget(self._below)
        self.column.addStretch(1)
        self._draw((), 0)

    def watch(self) -> None:
        """Ask for what this panel shows."""
        self._session.watch("kept")

    def show_screen(self, shown: object) -> None:
        """Draw what the session made."""
        if isinstance(shown, KeptShown):
            self._columns = shown.columns
            self._draw(shown.rows, shown.total)
        elif isinstance(shown, Retried):
            still = (tr("%n row(s) could still not be read.", "", shown.still),) if shown.still else ()
            self._say(" ".join((tr("%n row(s) came in.", "", shown.mended), *still)))
            self._mended = {}
        elif isinstance(shown, Exported):
            self._say(tr("Written: {files}. Mend them there and import them again; the last column is left out.",
                         files=", ".join(str(f) for f in shown.files)))

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.show()

    def _draw(self, rows: tuple[KeptRow, ...], total: int) -> None:
        chosen = self._chosen.number if self._chosen is not None else None
        self._rows = rows
        self._count.setText(tr("Every row that was read is in.") if not total else
                            tr("%n row(s) could not be read. Correct a row and try it again, or export them all.", "", total))
        columns = (Column(tr("File")), Column(tr("Line"), Unit.COUNT), Column(tr("Field")), Column(tr("Value")), Column(tr("Why it is kept aside")))
        self._model.show_rows(columns, [(Path(r.file).name, r.line, _LABELS.get(r.field, r.field), r.value, r.reason) for r in rows])
        self._hint.setVisible(not total)
        for part in (self._view, self._try, self._try_all, self._export):
            part.setVisible(bool(rows))
        self._view.fit(len(rows), 8)
        self._show(next((r for r in rows if r.number == chosen), rows[0] if rows else None))

    def _choose(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid():
            self._keep_edits()
            self._show(self._rows[self._view.model().mapToSource(now).row()])  # type: ignore[attr-defined]

    def _show(self, row: KeptRow | None) -> None:
        self._chosen, self._edits = row, []
        while self._form.rowCount():
            self._form.removeRow(0)
        self._below.setVisible(row is not None)
        if row is None:
            return
        place = tr("{file}, line {line}", file=Path(row.file).name, line=str(row.line))
        self._title.setText(tr("{place}: {field} “{value}”", place=place, field=_LABELS.get(row.field, row.field), value=row.value) if row.value else place)
        self._why.setText(say(row.reason))
        cells = self._mended.get(row.number, row.cells)
        wrong = self._columns.get((row.import_id, row.field), ())
        for at, cell in enumerate(cells):
            edit = QLineEdit(cell)
            name = row.header[at] if at < len(row.header) else tr("Column {number}", number=at + 1)
            edit.setAccessibleName(name)
            edit.returnPressed.connect(self._retry)
            self._edits.append(edit)
            if name in wrong or (not wrong and row.value and cell.strip() == row.value.strip()):
                edit.setProperty("tone", "worse")
                edit.setAccessibleDescription(say(row.reason))
                self._form.insertRow(0, label(name, "note", "trouble"), edit)  # what is to be mended stands first
            else:
                self._form.addRow(label(name, "note"), edit)

    def _keep_edits(self) -> None:
        if self._chosen is not None and self._edits:
            cells = tuple(e.text() for e in self._edits)
            if cells != self._chosen.cells:
                self._mended[self._chosen.number] = cells

    def _retry(self) -> None:
        if self._chosen is not None:
            self._keep_edits()
            self._try_again({self._chosen.number: self._mended.get(self._chosen.number, self._chosen.cells)})

    def _retry_all(self) -> None:
        self._keep_edits()
        self._try_again({r.number: self._mended.get(r.number, r.cells) for r in self._rows})

    def _try_again(self, cells: dict[int, tuple[str, ...]]) -> None:
        self._session.change(Text("Trying the rows again"), lambda ws: kept.retry(ws, cells))

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Export as CSV"), tr("kept-aside") + ".csv", tr("CSV (*.csv)"))
        if name:
            self._session.change(Text("Writing {file}", file=Path(name).name), lambda ws: kept.export(ws, ending(name, ".csv")))
