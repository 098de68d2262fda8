"""The rows behind a figure, to look at, sort, copy and export."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop.app.screens import RowsShown
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.ui.frame_model import Column, FrameModel
from kpi_desktop.ui.help_window import help_key
from kpi_desktop.ui.widgets import button, choice, ending, label, table


class RowsDialog(QDialog):
    """Shows one part (a table, or the rows left out for one reason) at a time."""

    def __init__(self, shown: RowsShown, session: Session, parent: QWidget) -> None:
        super().__init__(parent.window())
        self._shown, self._session = shown, session
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Rows behind {title}", title=shown.title))
        self.resize(1080, 560)
        help_key(self, lambda: getattr(self.parent(), "help_page", "overview"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        entries = [(str(at), tr("{part} ({rows})", part=p.label, rows=p.total)) for at, p in enumerate(shown.parts)]
        self._part = choice(entries, lambda key: self._show(int(key)), tr("Which rows"))
        self._count = label("", tone="quiet")
        top = QHBoxLayout()
        top.addWidget(self._part)
        top.addWidget(self._count, 1)
        column.addLayout(top)
        self._model = FrameModel(self)
        self._view = table(self._model, self.windowTitle())
        column.addWidget(self._view, 1)
        bottom = QHBoxLayout()
        bottom.addWidget(button(tr("Copy"), self._view.copy, tip=tr("Copy the chosen rows, or all that are shown")))
        bottom.addWidget(button(tr("Export …"), self._export, tip=tr("Write all rows as CSV or XLSX")))
        bottom.addStretch(1)
        bottom.addWidget(button(tr("Close"), self.accept))
        column.addLayout(bottom)
        self._part.setVisible(len(shown.parts) > 1)
        self._show(0)

    def _show(self, at: int) -> None:
        if not self._shown.parts:
            self._count.setText(tr("No rows: nothing in the data speaks of it."))
            return
        part = self._shown.parts[at]
        told = tr("%n row(s)", "", part.total)
        self._count.setText(told if part.total <= len(part.rows) else tr("The first {shown} of %n row(s)", "", part.total, shown=len(part.rows)))
        columns = [Column(say(c), Unit.COUNT if figure else None) for c, figure in zip(part.columns, part.figures, strict=True)]
        rows = [["" if v is None else v for v in row] for row in part.rows]
        self._model.show_rows(columns, rows)
        for column in range(len(columns)):  # blank ones push the others out of sight; what is copied and exported has them
            self._view.setColumnHidden(column, bool(rows) and all(row[column] == "" for row in rows))

    def _export(self) -> None:
        kinds = (tr("Excel workbook (*.xlsx)"), tr("CSV (*.csv)"))
        name, kind = QFileDialog.getSaveFileName(self, tr("Export rows"), f"{say(self._shown.title)}.xlsx", ";;".join(kinds))
        if name:
            path = Path(name)
            self._session.export_rows(self._shown, path if path.suffix.lower() in (".csv", ".xlsx") else ending(name, ".csv" if kind == kinds[1] else ".xlsx"))
