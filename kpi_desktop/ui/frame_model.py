"""One table model for every table: raw values below, text for the eye, sorted on the raw values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QColor

from kpi_desktop import i18n
from kpi_desktop.i18n import tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.problem import Text

Index = QModelIndex | QPersistentModelIndex
RAW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Column:
    """A column: its header and the unit of its values (None: text)."""

    title: str
    unit: Unit | None = None
    tip: str = ""


def telling(columns: Sequence[Column], rows: Sequence[Sequence[Any]], always: int = 2) -> tuple[list[Column], list[list[Any]]]:
    """Columns and rows without the columns in which no row says anything; the first ones stay."""
    said = [at for at in range(len(columns)) if at < always or any(row[at] is not None for row in rows)]
    return [columns[at] for at in said], [[row[at] for at in said] for row in rows]


def interval_column(unit: Unit) -> Column:
    """The 95 % interval; its cells are made by `spans.interval`."""
    return Column(tr("95 % interval"), unit, tr("Sorted by its lower end"))


class FrameModel(QAbstractTableModel):
    """Rows of raw values under columns; `colours` may give a row's colour for one column: (row, column) -> #RRGGBB."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: Sequence[Column] = ()
        self._rows: Sequence[Sequence[Any]] = ()
        self._currency = "EUR"
        self._colours: dict[tuple[int, int], str] = {}
        self._foot = 0
        self._said: dict[tuple[int, int], str] = {}
        self._decimals: set[int] = set()
        """Columns of figures of which some have a decimal: all of theirs get one, to stand under each other."""

    def show_rows(self, columns: Sequence[Column], rows: Sequence[Sequence[Any]], currency: str = "EUR",
                  colours: dict[tuple[int, int], str] | None = None, foot: int = 0) -> None:
        """Show other rows; the last `foot` of them (others, a total) stay last however the rest is sorted."""
        self.beginResetModel()
        self._columns, self._rows, self._currency, self._colours = columns, rows, currency, colours or {}
        self._foot = foot
        self._said = {}
        self._decimals = {at for at, c in enumerate(columns) if c.unit is Unit.COUNT and any(isinstance(r[at], float) and not r[at].is_integer() for r in rows)}
        self.endResetModel()

    def row(self, at: int) -> Sequence[Any]:
        """The raw values of a row."""
        return self._rows[at]

    def texts(self, column: int, most: int) -> Iterator[tuple[int, str]]:
        """(row, what its cell of the column says): the first `most`, and those at the foot."""
        count = len(self._rows)
        for at in (*range(min(most, count)), *range(max(most, count - self._foot), count)):
            yield at, self._text(at, column)

    def below(self, at: int) -> int:
        """How far down at the foot a row stands; 0 for those that are sorted."""
        return max(0, at + 1 - len(self._rows) + self._foot)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip or None
        return self._side(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, value = self._columns[index.column()], self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            text = self._text(index.row(), index.column())
            return text if len(text) > 30 else None
        if role == RAW:
            return i18n.say(value) if isinstance(value, Text) else value
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(column)
        if role == Qt.ItemDataRole.ForegroundRole and (colour := self._colours.get((index.row(), index.column()))):
            return QColor(colour)
        return None

    def _text(self, row: int, column: int) -> str:
        """What a cell says; kept, as its column's width asks for it, then each paint."""
        if (row, column) not in self._said:
            self._said[row, column] = self._made(self._rows[row][column], column)
        return self._said[row, column]

    def _made(self, value: Any, column: int) -> str:
        unit = self._columns[column].unit
        if value is None:
            return i18n.NONE
        if column in self._decimals and isinstance(value, int | float):
            return i18n.number(float(value), 1)
        if unit is not None and isinstance(value, int | float):
            return i18n.figure(float(value), unit, self._currency)
        if unit is not None and isinstance(value, tuple):
            return i18n.span(value[0], value[1], unit, self._currency)
        return i18n.shown(value)

    @staticmethod
    def _side(column: Column) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignLeft if column.unit is None else Qt.AlignmentFlag.AlignRight)


class Sorted(QSortFilterProxyModel):
    """Sorts on raw values; what has no value stands last."""

    def __init__(self, model: FrameModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSourceModel(model)

    def lessThan(self, left: Index, right: Index) -> bool:
        model: FrameModel = self.sourceModel()  # type: ignore[assignment]
        first, second = model.below(left.row()), model.below(right.row())
        if first != second:
            return (first < second) == (self.sortOrder() == Qt.SortOrder.AscendingOrder)
        a, b = left.data(RAW), right.data(RAW)
        if a is None or b is None:
            return b is not None if self.sortOrder() == Qt.SortOrder.DescendingOrder else a is not None
        if isinstance(a, str) or isinstance(b, str):
            return i18n.locale().toLower(str(a)) < i18n.locale().toLower(str(b))
        return a < b
