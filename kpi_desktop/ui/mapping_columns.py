"""The columns of a file, each with what it holds and the field it feeds; they can be dragged onto a field."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDrag, QFontMetricsF, QMouseEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kpi_desktop.app.mapping_draft import KINDS, Draft, Seen
from kpi_desktop.i18n import say, tr
from kpi_desktop.ui import theme
from kpi_desktop.ui.widgets import Elided, choice, label, pick, still

COLUMN = "application/x-kpi-column"
"""What a dragged column is called; its data is the column's name."""
_LONGEST = 60
_WIDEST = 248


class SourceRow(QFrame):
    """One source column: its name, what it holds, five values, and the field it feeds."""

    def __init__(self, seen: Seen, chosen: Callable[[str, str], object]) -> None:
        super().__init__()
        self.seen = seen
        self._pressed = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(seen.name)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 8, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        name = Elided(_short(seen.name, _LONGEST), tone="strong")
        kind = label(say(KINDS[seen.kind]), "note")
        values = Elided(_short(" · ".join(seen.samples), 2 * _LONGEST), "note", gives_up=Qt.TextElideMode.ElideRight)
        for part in (name, values):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            part.setToolTip("")  # the row's own says all
        self.setToolTip(f"{seen.name}\n" + "\n".join(v[:200] for v in seen.samples))
        self.box = choice((), lambda field: chosen(seen.name, field), tr("Field for {column}", column=seen.name))
        self.box.setCursor(Qt.CursorShape.ArrowCursor)
        still(self.box)
        grid.addWidget(name, 0, 0)
        grid.addWidget(kind, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(values, 1, 0, 1, 2)
        grid.addWidget(self.box, 0, 2, 2, 1)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        grid.setColumnMinimumWidth(1, ceil(max(map(QFontMetricsF(theme.font(theme.NOTE)).horizontalAdvance, map(say, KINDS.values())))))  # one edge for all
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(2, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = QApplication.startDragDistance()
        if self._pressed is not None and (event.position().toPoint() - self._pressed).manhattanLength() >= far:
            self._pressed = None
            drag = QDrag(self)
            drag.setMimeData(carried(self.seen.name))
            drag.setPixmap(self.grab(self.rect().adjusted(0, 0, -self.box.width(), 0)))
            drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.LinkAction, Qt.DropAction.CopyAction)


def carried(column: str) -> QMimeData:
    """A column as it is dragged."""
    data = QMimeData()
    data.setData(COLUMN, column.encode())
    return data


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


class SourceList(QScrollArea):
    """All source columns below each other; `chosen` hears (column, field)."""

    def __init__(self, draft: Draft, chosen: Callable[[str, str], object]) -> None:
        super().__init__()
        self._draft = draft
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Columns of the file"))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows = {seen.name: SourceRow(seen, chosen) for seen in draft.columns}
        for row in self.rows.values():
            column.addWidget(row)
        if len(draft.header) > len(draft.columns):
            column.addWidget(label(tr("and %n more column(s), to be chosen at the field", "", len(draft.header) - len(draft.columns)), "note"))
        column.addStretch(1)
        self.setWidget(inner)

    @property
    def boxes(self) -> dict[str, QComboBox]:
        """The combo box of every column."""
        return {name: row.box for name, row in self.rows.items()}

    def show_table(self, at: int) -> None:
        """Offer the fields of another table."""
        entries = [("", tr("none"))]
        if at < len(self._draft.tables):
            entries += [(f.name, f"{say(f.label)} *" if self._draft.needed(at, f) else say(f.label)) for f in self._draft.fields(at)]
        longest = max(self.fontMetrics().horizontalAdvance(text) for _, text in entries)
        for row in self.rows.values():
            row.box.setMinimumWidth(min(_WIDEST, longest + 64))
            row.box.clear()
            for key, text in entries:
                row.box.addItem(text, key)
        self.refresh(at)

    def refresh(self, at: int) -> None:
        """Show again what every column feeds."""
        for name, row in self.rows.items():
            pick(row.box, self._draft.fed(at, name) if at < len(self._draft.tables) else "")
