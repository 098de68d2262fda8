"""Small pieces every tab is made of: labels, buttons, combo boxes, panels and tables in the window's style."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kpi_desktop.app.exporting import harmless
from kpi_desktop.i18n import say_all
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.ui.frame_model import FrameModel, Sorted


def label(text: str = "", size: str = "", tone: str = "", *, wrap: bool = False) -> QLabel:
    """A label of the type scale ("note", "label", "heading", "figure") and tone ("strong", "quiet", "better", "worse",
    "trouble" as a quieter worse, "accent")."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if size:
        made.setProperty("scale", size)  # "size" is a property of every widget already
    if tone:
        made.setProperty("tone", tone)
    if size in ("figure", "heading") or wrap:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


class Wrong(QLabel):
    """What is wrong with what a person typed, beside it; hidden while nothing is."""

    def __init__(self, *, wrap: bool = True) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setWordWrap(wrap)
        self.setProperty("tone", "worse")
        self.hide()

    def tell(self, *said: Text | str | None) -> None:
        """Say it; nothing said: nothing is wrong any more."""
        self.setText(say_all(*said))
        self.setVisible(bool(self.text()))

    def refuse(self, error: UserError) -> None:
        """Say why something cannot be, and what to do."""
        self.tell(error.what, error.advice)


class Elided(QLabel):
    """One line that gives up its middle (or its end) where it has no room; the tool tip holds all of it."""

    def __init__(self, text: str, size: str = "", tone: str = "", gives_up: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle) -> None:
        super().__init__(text)
        self._gives_up = gives_up
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("scale", size)
        self.setProperty("tone", tone)
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(60, self.sizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = self.fontMetrics().elidedText(self.text(), self._gives_up, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def button(text: str, clicked: Callable[[], object], role: str = "", tip: str = "") -> QPushButton:
    """A button of a role ("main", "link", "quiet", "chip", "step", "switch")."""
    made = QPushButton(text)
    if role:
        made.setProperty("role", role)
    if tip:
        made.setToolTip(tip)
        made.setAccessibleName(tip)
    made.clicked.connect(lambda: clicked())
    return made


def choice(entries: Iterable[tuple[str, str]], chosen: Callable[[Any], object], name: str) -> QComboBox:
    """A combo box of (key, text); `chosen` hears the key when the person picks one."""
    made = QComboBox()
    made.setAccessibleName(name)
    for key, text in entries:
        made.addItem(text, key)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    made.activated.connect(lambda index: chosen(made.itemData(index)))
    return made


def pick(box: QComboBox, key: str | None) -> None:
    """Show an entry without anyone hearing it."""
    box.setCurrentIndex(max(0, box.findData(key)))


class _Still(QObject):
    """Keeps the wheel from changing what is chosen while someone scrolls past."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def still(box: QWidget) -> None:
    """Let a combo box or a slider on a page be scrolled past."""
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.installEventFilter(_Still(box))


class Field(QLineEdit):
    """A line to type in, in place: Enter sets (`returnPressed`), Escape leaves (`left`) and goes no further."""

    left = Signal()

    def __init__(self, name: str, width: int = 160) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFixedWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
        event.accept()


def panel(*parts: QWidget, stretch: int | None = None) -> QFrame:
    """A surface with parts below each other."""
    made = QFrame()
    made.setObjectName("panel")
    layout = QVBoxLayout(made)
    layout.setContentsMargins(16, 12, 16, 12)
    layout.setSpacing(8)
    for at, part in enumerate(parts):
        layout.addWidget(part, 1 if at == stretch else 0)
    return made


def surface(view: QWidget) -> QFrame:
    """A table on a surface; its cells keep the distance to the edge."""
    made = panel(view)
    made.layout().setContentsMargins(6, 4, 6, 8)  # type: ignore[union-attr]
    return made


def headed(title: str, *buttons: QWidget) -> QFrame:
    """A heading with buttons at its end."""
    made = QFrame()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(label(title, "heading"))
    row.addStretch(1)
    for part in buttons:
        row.addWidget(part)
    return made


_CELL = 5  # pixels beside a cell's text, as the style sheet gives them
_MEASURED = 50  # rows whose width counts for their column's; all of two thousand took 2 s


class Drawn(QStyledItemDelegate):
    """Draws cells in a way of its own."""

    def wide(self, row: int, column: int, text: float) -> float:
        """How wide a cell is, whose text takes so much; `row` as the model counts it."""
        raise NotImplementedError


class Table(QTableView):
    """A table as tall as its rows, up to some, and as its scroll bar where it needs one."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: int | None = None

    def fit(self, rows: int, most: int = 12) -> None:
        """Be as tall as this many rows, `most` at the most."""
        self._rows = min(rows, most)
        self._fit()

    def chosen(self) -> int:
        """The row that is chosen, as the model counts it; -1 where none is."""
        index = self.currentIndex()
        return self.model().mapToSource(index).row() if index.isValid() else -1  # type: ignore[attr-defined]

    def copy(self) -> None:
        """Put the chosen rows, or all where none are chosen, on the clipboard with their column names, ready for a spreadsheet."""
        model = self.model()
        chosen = sorted({i.row() for i in self.selectionModel().selectedRows()}) or range(model.rowCount())
        across = range(model.columnCount())
        lines = [[str(model.headerData(c, Qt.Orientation.Horizontal)) for c in across], *([str(model.index(r, c).data()) for c in across] for r in chosen)]
        QApplication.clipboard().setText("\n".join("\t".join(harmless(" ".join(cell.split())) for cell in line) for line in lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def sizeHintForColumn(self, column: int) -> int:
        """As wide as the widest of the first texts and of those at the foot; Qt asks each cell for eight things, the model is asked for its text."""
        delegate, wide = self.itemDelegate(), QFontMetricsF(self.font()).horizontalAdvance
        drawn = delegate if isinstance(delegate, Drawn) else None
        if drawn is None and type(delegate) is not QStyledItemDelegate:
            return super().sizeHintForColumn(column)
        edge = 2 * (self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self) + 1 + _CELL)
        frame: FrameModel = self.model().sourceModel()  # type: ignore[attr-defined]
        widths = (drawn.wide(at, column, wide(text) + edge) if drawn is not None else wide(text) + edge for at, text in frame.texts(column, _MEASURED))
        return math.ceil(max(widths, default=float(edge)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():  # a height of its own making asks for nothing new
            self._fit()

    def _fit(self) -> None:
        if self._rows is None:
            return
        header = self.horizontalHeader()
        height = header.sizeHint().height() + self._rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth() + 2
        if header.length() > self.viewport().width():
            height += self.horizontalScrollBar().sizeHint().height()
        if height != self.height():
            self.setFixedHeight(height)


def table(model: FrameModel, name: str) -> Table:
    """A sortable table over a model; columns as wide as their content."""
    view = Table()
    view.setAccessibleName(name)
    view.setModel(Sorted(model, view))
    view.setSortingEnabled(True)
    view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    view.setShowGrid(False)
    view.setTabKeyNavigation(False)  # Tab leaves the table; the arrows walk in it
    view.setWordWrap(False)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(28)
    header = view.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setResizeContentsPrecision(_MEASURED)
    header.setStretchLastSection(False)
    header.setHighlightSections(False)
    view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return view


def ending(name: str, end: str) -> Path:
    """A file name as a person typed it, with its ending added where it was left out."""
    return Path(name if name.lower().endswith(end) else name + end)


def clear(layout: object) -> None:
    """Take every widget out of a layout."""
    while (item := layout.takeAt(0)) is not None:  # type: ignore[attr-defined]
        if item.widget() is not None:
            item.widget().deleteLater()
        elif item.layout() is not None:
            clear(item.layout())


class Page(QScrollArea):
    """A page that scrolls when the window is low."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setWidgetResizable(True)
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(8)
        self.setWidget(inner)
