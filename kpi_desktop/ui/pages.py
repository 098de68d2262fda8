"""A tab made of pages: a bar of names, the page in front asks for what it shows."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget


class Pages(QWidget):
    """Pages with `watch()` and `show_screen(shown)` each, under their names. `helps` are the pages of the help on them, in order."""

    helps: tuple[str, ...] = ("index",)

    def __init__(self, pages: tuple[tuple[Any, str], ...], name: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.pages: tuple[Any, ...] = tuple(page for page, _ in pages)
        self._bar, self._stack = QTabBar(), QStackedWidget()
        self._bar.setObjectName("pages")
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.setAccessibleName(name)
        for page, called in pages:
            self._bar.addTab(called)
            self._stack.addWidget(page)
        self._bar.currentChanged.connect(self.show_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)

    @property
    def in_front(self) -> int:
        """Which page is in front."""
        return self._stack.currentIndex()

    @property
    def help_page(self) -> str:
        """The page of the help on what is in front; the last holds for all that follow."""
        return self.helps[min(self.in_front, len(self.helps) - 1)]

    def turn_to(self, at: int) -> None:
        """Bring a page to the front, as if its name were clicked."""
        self._bar.setCurrentIndex(at)

    def show_page(self, at: int) -> None:
        """Bring a page to the front."""
        self._stack.setCurrentIndex(at)
        self.watch()

    def watch(self) -> None:
        """Ask for what the page in front shows."""
        self.pages[self.in_front].watch()

    def show_screen(self, shown: object) -> None:
        """Each page takes what is meant for it."""
        for page in self.pages:
            page.show_screen(shown)
