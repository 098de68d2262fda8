"""What a tab shows in an empty workspace: three ways on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop.i18n import tr
from kpi_desktop.ui.widgets import button, label


class Empty(QWidget):
    """Says what the tab will show and what it needs."""

    choose = Signal()
    demo = Signal()
    open_other = Signal()

    def __init__(self, says: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(label(tr("Nothing imported yet"), "heading"), 0, Qt.AlignmentFlag.AlignHCenter)
        text = label(says, tone="quiet", wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        text.setMinimumWidth(520)
        column.addWidget(text, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addStretch(1)
        for made in (button(tr("Choose files …"), self.choose.emit, "main"), button(tr("Look at the demo"), self.demo.emit),
                     button(tr("Open a workspace …"), self.open_other.emit)):
            row.addWidget(made)
        row.addStretch(1)
        column.addSpacing(8)
        column.addLayout(row)
        column.addStretch(2)
