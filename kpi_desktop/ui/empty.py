"""What a tab shows in an empty workspace: three ways on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kpi_desktop.i18n import tr
from kpi_desktop.ui.widgets import button, label


class OrEmpty(QStackedWidget):
    """A tab, or what stands in its place while the workspace holds nothing."""

    def __init__(self, tab: QWidget, empty: Empty) -> None:
        super().__init__()
        self.setObjectName("page")
        self.tab = tab
        self.addWidget(tab)
        self.addWidget(empty)

    def watch(self) -> None:
        """Ask for what the tab shows."""
        self.tab.watch()  # type: ignore[attr-defined]

    def show_empty(self, nothing: bool) -> None:
        """Show the tab, or what can be done without data."""
        self.setCurrentIndex(1 if nothing else 0)


class Empty(QWidget):
    """Says what the tab will show and what it needs, and what each of its `steps` does."""

    choose = Signal()
    demo = Signal()
    open_other = Signal()

    def __init__(self, says: str, steps: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(label(tr("Nothing imported yet"), "heading"), 0, Qt.AlignmentFlag.AlignHCenter)
        text = label(says, tone="quiet", wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        text.setFixedWidth(560)
        middle = QHBoxLayout()  # without an alignment of its own the text gets the height that its lines need
        middle.addStretch(1)
        middle.addWidget(text)
        middle.addStretch(1)
        column.addLayout(middle)
        if steps:
            column.addSpacing(8)
            column.addLayout(_steps(steps))
        row = QHBoxLayout()
        row.addStretch(1)
        for made in (button(tr("Choose files …"), self.choose.emit, "main"), button(tr("Look at the demo"), self.demo.emit),
                     button(tr("Open a workspace …"), self.open_other.emit)):
            row.addWidget(made)
        row.addStretch(1)
        column.addSpacing(8)
        column.addLayout(row)
        drop = label(tr("Or drop files, a folder or a workspace (.kpi) anywhere on this window."), "note", wrap=True)
        drop.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        column.addWidget(drop)
        column.addStretch(2)


def _steps(steps: tuple[tuple[str, str], ...]) -> QHBoxLayout:
    """Steps with what each does, one below the other, in the middle."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    for at, (name, does) in enumerate(steps):
        said = label(does, tone="quiet", wrap=True)
        said.setFixedWidth(430)
        grid.addWidget(label(name, tone="strong"), at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(said, at, 1)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addLayout(grid)
    row.addStretch(1)
    return row
