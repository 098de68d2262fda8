"""The saved mappings: each is applied by itself when its header comes again; they can be used here, renamed and deleted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kpi_desktop.app import mapping_trial
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import read_as, tr
from kpi_desktop.model.decisions import Mapping
from kpi_desktop.model.problem import Text
from kpi_desktop.ui.messages import sure
from kpi_desktop.ui.widgets import button, label

Saved = tuple[tuple[str, ...], Mapping]


class SavedList(QWidget):
    """The list with what can be done with it; `used` hears the mapping that the person takes."""

    def __init__(self, session: Session, used: Callable[[Mapping], object], back: Callable[[], object]) -> None:
        super().__init__()
        self._session, self._used = session, used
        self._saved: tuple[Saved, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(tr("A saved mapping is applied by itself when a file with the same columns comes again."), "note", wrap=True))
        self.view = QListWidget()
        self.view.setAccessibleName(tr("Saved mappings"))
        self.view.setEditTriggers(QListWidget.EditTrigger.EditKeyPressed)
        self.view.itemChanged.connect(self._renamed)
        self.view.itemActivated.connect(lambda _: self._use())
        self.view.setSpacing(3)
        self.view.currentRowChanged.connect(lambda _: self._describe())
        column.addWidget(self.view, 1)
        self._columns = label("", "note", wrap=True)
        column.addWidget(self._columns)
        row = QHBoxLayout()
        self._buttons = (button(tr("Use for this file"), self._use, "main"), button(tr("Rename"), self._rename), button(tr("Delete"), self._delete))
        for made in self._buttons:
            row.addWidget(made)
        row.addStretch(1)
        row.addWidget(button(tr("Back to the columns"), back, "link"))
        column.addLayout(row)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.view, self._delete)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)

    def load(self) -> None:
        """Ask for what is saved."""
        self._do(lambda ws: None)

    def _do(self, change: Callable[..., object]) -> None:
        def what(ws: object, progress: object) -> tuple[Saved, ...]:
            change(ws)
            return mapping_trial.saved(ws)  # type: ignore[arg-type]

        self._session.aside(Text("Reading the saved mappings"), what, self._show, can_cancel=False)

    def _show(self, saved: tuple[Saved, ...]) -> None:
        self._saved = saved
        at = max(0, self.view.currentRow())
        self.view.blockSignals(True)
        self.view.clear()
        for header, found in saved:
            item = QListWidgetItem(read_as(found.name))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setToolTip(", ".join(header)[:400])
            self.view.addItem(item)
        self.view.blockSignals(False)
        self.view.setCurrentRow(min(at, len(saved) - 1))
        for made in self._buttons:
            made.setEnabled(bool(saved))
        self._describe()

    def _describe(self) -> None:
        """Tell which columns the chosen one is for."""
        chosen = self._chosen()
        columns = ", ".join(chosen[0]) if chosen is not None else ""
        self._columns.setText(tr("Columns: {columns}", columns=columns if len(columns) < 300 else columns[:299] + "…") if columns else
                              tr("None is saved yet: give the mapping a name above and save it."))

    def _chosen(self) -> Saved | None:
        at = self.view.currentRow()
        return self._saved[at] if 0 <= at < len(self._saved) else None

    def _use(self) -> None:
        if (chosen := self._chosen()) is not None:
            self._used(chosen[1])

    def _rename(self) -> None:
        if self.view.currentItem() is not None:
            self.view.editItem(self.view.currentItem())

    def _renamed(self, item: QListWidgetItem) -> None:
        header, found = self._saved[self.view.row(item)]
        name = item.text().strip()
        if name and name != read_as(found.name):
            self._do(lambda ws: mapping_trial.save(ws, header, replace(found, name=name)))
        else:
            self._show(self._saved)

    def _delete(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        if sure(tr("Delete the saved mapping {name}? Files with these columns will be guessed again.", name=read_as(chosen[1].name)), self):
            self._do(lambda ws: mapping_trial.forget(ws, chosen[0]))
