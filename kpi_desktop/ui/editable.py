"""A table whose cells can be typed into: what is typed is told, and stands there once it was accepted."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView

from kpi_desktop import i18n
from kpi_desktop.ui.frame_model import FrameModel
from kpi_desktop.ui.widgets import Table, table

WIDEST = 640  # pixels of a column; more of a text is told by its tip
Index = QModelIndex | QPersistentModelIndex


class EditableModel(FrameModel):
    """A FrameModel of which some `columns` can be typed into, in rows above the foot; `typed` tells row, column and text."""

    typed = Signal(int, int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: frozenset[int] = frozenset()

    def allow(self, columns: frozenset[int]) -> None:
        """Let these columns be typed into (none: nothing can be)."""
        self._open = columns

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in self._open and not self.below(index.row()) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.EditRole and index.isValid():
            value, unit = self.row(index.row())[index.column()], self._columns[index.column()].unit
            if value is None:
                return ""
            return i18n.typed(float(value), unit) if unit is not None and isinstance(value, int | float) else i18n.shown(value)
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or str(value) == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        self.typed.emit(index.row(), index.column(), str(value))
        return False  # what was typed stands there when the session has taken it


def editable(model: EditableModel, name: str) -> Table:
    """A table over it; Enter, F2, a double click or typing opens a cell."""
    view = table(model, name)
    view.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed |
                         QAbstractItemView.EditTrigger.AnyKeyPressed)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
    view.setSortingEnabled(False)
    view.horizontalHeader().setMaximumSectionSize(WIDEST)
    return view
