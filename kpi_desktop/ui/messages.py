"""The one place where trouble is shown: a bar with advice for what the person can mend, a dialog with details for a bug."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMessageBox, QWidget

from kpi_desktop.app import crashes
from kpi_desktop.app.screens import Busy, Trouble
from kpi_desktop.i18n import number, say, say_all, tr
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.ui.widgets import button, label


class MessageBar(QFrame):
    """One sentence on top of the window, until it is closed or replaced."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("messages")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 8, 6)
        self._said = label(wrap=True)
        layout.addWidget(self._said, 1)
        self._does: Callable[[], object] = self.hide
        self._act = button("", self._do)
        layout.addWidget(self._act)
        layout.addWidget(button(tr("Close"), self.hide, "link"))
        self.hide()

    def tell(self, text: str, offer: str = "", does: Callable[[], object] | None = None) -> None:
        """Show a sentence, with a button where something is offered."""
        self._said.setText(text)
        self._act.setText(offer)
        self._act.setVisible(does is not None)
        self._does = does or self.hide
        self.show()

    def _do(self) -> None:
        self.hide()
        self._does()


def progress_said(busy: Busy) -> str:
    """Work in hand in one line: “Importing visits.csv · 41 % · 480,000 rows/s · 12 s left”."""
    parts = [say(busy.what)]
    if busy.done is not None and busy.done >= 1:
        return " · ".join((*parts, tr("finishing …")))
    if busy.done:
        parts.append(tr("{share} %", share=int(100 * busy.done)))
    if busy.rows_a_second is not None:
        step = 1000 if busy.rows_a_second >= 10_000 else 1
        parts.append(tr("{rows} rows/s", rows=number(round(busy.rows_a_second / step) * step)))
    if busy.seconds_left is not None and busy.done:
        parts.append(_left(busy.seconds_left))
    return " · ".join(parts)


def _left(seconds: float) -> str:
    """Time left, no finer than it can be known."""
    if seconds < 60:
        return tr("{seconds} s left", seconds=max(1, round(seconds)))
    return tr("{minutes} min left", minutes=round(seconds / 60))


def show_trouble(trouble: Trouble, bar: MessageBar, parent: QWidget) -> None:
    """Trouble on its way to the person."""
    said = say_all(trouble.what, trouble.advice)
    if trouble.traceback:
        _bug(said, trouble.traceback, parent)
    else:
        bar.tell(said)


def _bug(said: str, details: str, parent: QWidget | None) -> None:
    box = QMessageBox(QMessageBox.Icon.Warning, tr("KPI Desktop"), said, QMessageBox.StandardButton.Close, parent)
    box.setDetailedText(details)
    copy = box.addButton(tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
    copy.clicked.disconnect()
    copy.clicked.connect(lambda: QApplication.clipboard().setText(details))
    box.open()


def sure(question: str, parent: QWidget) -> bool:
    """Ask before what cannot be undone."""
    return QMessageBox.question(parent, tr("KPI Desktop"), question) == QMessageBox.StandardButton.Yes


def catch_bugs(parent: QWidget, tell: Callable[[Trouble], None]) -> None:
    """From now on what is raised on the window's thread is shown: what the person can mend as any trouble, a bug logged and with its details."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, UserError):
            tell(Trouble(error.what, error.advice))
            return
        log = crashes.write(error.with_traceback(trace))
        said = say(Text("Something went wrong in the program. It is written, without your data, in {file}.", file=str(log)))
        _bug(said, "".join(traceback.format_exception(kind, error, trace)), parent)

    sys.excepthook = hook
