"""The figures beside a headline, each with its interval and sample size; the labels are kept and refilled."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kpi_desktop import i18n
from kpi_desktop.app.screens import DetailShown
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.result import Beside
from kpi_desktop.ui.widgets import button, label, panel

_ACROSS = 3


class BesidePanel(QWidget):
    """Name, value and how sure it is, three in a row; below them the formulas that hold several figures. A value with rows behind it is a link:
    `rows_asked` is heard with its Beside where they are wanted."""

    rows_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._cells: list[tuple[QLabel, QLabel, QLabel, QPushButton, QWidget]] = []
        self._told: tuple[Beside, ...] = ()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self.how = label("", wrap=True)
        holder = panel(self.how)
        inner: QVBoxLayout = holder.layout()  # type: ignore[assignment]
        inner.insertLayout(0, self._grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(holder)
        for at in range(_ACROSS):
            self._grid.setColumnStretch(2 * at + 1, 1)

    def show_detail(self, shown: DetailShown) -> None:
        """Show the figures of another detail."""
        told = self._told = shown.state.result.beside
        while len(self._cells) < len(told):
            self._add()
        for at, (name, value, sure, rows, holder) in enumerate(self._cells):
            for part in (name, holder):
                part.setVisible(at < len(told))
            if at < len(told):
                b = told[at]
                name.setText(say(b.label))
                has_rows, text = b.value is not None and any(len(r.ids) for r in b.behind), value_of(b, shown.currency)
                for part in (value, rows):
                    part.setText(text)
                    part.setVisible((part is rows) == has_rows)
                sure.setText(certainty(b, shown.currency))
                rows.setAccessibleName(f"{text}. {tr('Rows behind {title}', title=b.label)}")
        hows = [b.how for b in told if b.how is not None]
        self.how.setText("\n".join(map(say, hows)))
        self.how.setVisible(bool(hows))
        self.setVisible(bool(told))

    def _add(self) -> None:
        row, column = divmod(len(self._cells), _ACROSS)
        name, value, sure, holder = label("", "note", wrap=True), label("", tone="strong"), label("", "note"), QWidget()
        at = len(self._cells)
        rows = button("", lambda: self.rows_asked.emit(self._told[at]), "link", tip=tr("Show rows"))
        rows.setObjectName("figure")
        name.setMinimumWidth(150)
        inside = QHBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        for part in (value, rows, sure):
            inside.addWidget(part)
        inside.addStretch(1)
        self._grid.addWidget(name, row, 2 * column)
        self._grid.addWidget(holder, row, 2 * column + 1)
        self._cells.append((name, value, sure, rows, holder))


def value_of(b: Beside, currency: str) -> str:
    """The value, or the range where only that is known."""
    if b.value is None and b.low is not None and b.high is not None:
        return f"{i18n.figure(b.low, b.unit, currency)}–{i18n.figure(b.high, b.unit, currency)}"
    return i18n.figure(b.value, b.unit, currency)


def certainty(b: Beside, currency: str) -> str:
    """Interval and sample size in brackets; blank where there is neither."""
    said = []
    if b.value is not None and b.low is not None and b.high is not None:
        said.append(f"{i18n.figure(b.low, b.unit, currency)}–{i18n.figure(b.high, b.unit, currency)}")
    if b.value is not None and b.n is not None:
        said.append(tr("n = {n}", n=b.n))
    return f"({', '.join(said)})" if said else ""
