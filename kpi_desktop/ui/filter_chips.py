"""Filters as chips: a click on one takes it off, "+ Filter" offers the names of each dimension."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, tr
from kpi_desktop.model.schema import DIMENSIONS, called
from kpi_desktop.model.selection import Filter
from kpi_desktop.ui.widgets import Field, button, choice, clear

_LONGEST, _SHORTER, _FEW = 30, 16, 4  # characters on a chip, where there are few and where there are many


class FilterChips(QWidget):
    """Shows the filters in force and tells the session of others; the button `add` stands where its owner puts it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.add = button(tr("+ Filter"), self._offer, "link", tr("Look at one channel, campaign … only"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)

    def show_selection(self) -> None:
        """Show the filters in force."""
        clear(self._row)
        filters = self._session.selection.filters
        self.setVisible(bool(filters))
        longest = _LONGEST if len(filters) <= _FEW else _SHORTER
        for f in filters:
            said = tr("{dimension}: {member}", dimension=DIMENSIONS[f.dimension], member=called(f.member, f.dimension))
            shown = said if len(said) <= longest else said[:longest - 1] + "…"
            chip = button(f"{shown}  ✕", lambda f=f: self._take_off(f), "chip", tr("Take the filter off: {filter}", filter=said))
            self._row.addWidget(chip)

    def _take_off(self, gone: Filter) -> None:
        selection = self._session.selection
        self._session.select(replace(selection, filters=tuple(f for f in selection.filters if f != gone)))

    def _offer(self) -> None:
        self._session.members(self._open)

    def _open(self, members: dict[str, tuple[str, ...]]) -> None:
        picker = FilterPicker(self._session, members, self)
        picker.move(self.add.mapToGlobal(QPoint(0, self.add.height() + 2)))
        picker.show()
        picker.search.setFocus()


class FilterPicker(QFrame):
    """A dimension, a line to search in, and its names; the chosen one becomes a filter in place of another of its dimension."""

    def __init__(self, session: Session, members: dict[str, tuple[str, ...]], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popup")
        self.setWindowTitle(tr("Filter"))
        self._session, self._members = session, members
        self._dimension = choice(((d, say(DIMENSIONS[d])) for d in members), self._fill, tr("Dimension"))
        self.search = Field(tr("Search"), 220)
        self.search.setPlaceholderText(tr("Search"))
        self._names = QListWidget()
        self._names.setAccessibleName(tr("Names"))
        self._names.setFixedSize(220, 220)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        for part in (self._dimension, self.search, self._names):
            column.addWidget(part)
        self.search.textEdited.connect(lambda _: self._fill(self._dimension.currentData()))
        self.search.returnPressed.connect(lambda: self._take(self._names.item(0)))
        self.search.left.connect(self.close)
        self._names.itemClicked.connect(self._take)
        self._names.itemActivated.connect(self._take)
        self._fill(self._dimension.currentData())

    def _fill(self, dimension: str | None) -> None:
        wanted = self.search.text().strip().casefold()
        self._names.clear()
        for name in self._members.get(dimension or "", ()):
            said = say(called(name, dimension or ""))
            if wanted in said.casefold():
                item = QListWidgetItem(said)
                item.setData(Qt.ItemDataRole.UserRole, name)
                item.setToolTip(said)
                self._names.addItem(item)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None or not self.isVisible():
            return
        dimension, selection = self._dimension.currentData(), self._session.selection
        self.close()
        self._session.select(selection.narrowed(Filter(dimension, item.data(Qt.ItemDataRole.UserRole))))
