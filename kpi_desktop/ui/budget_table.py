"""One line per practice: its spend so far, a slider and a field for its budget, and what that should bring, with 80 % ranges."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QSlider, QWidget

from kpi_desktop import i18n
from kpi_desktop.app.budget import BudgetShown, Line
from kpi_desktop.i18n import say, say_all, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.plans import Expected
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.planning.practices import practice_name
from kpi_desktop.ui.widgets import Field, label

_STEPS = 200


class BudgetTable(QWidget):
    """Tells every move (`moved`), and what the person has settled on (`settled`): practice and amount; and whether a practice is `held` fixed."""

    moved = Signal(str, float)
    settled = Signal(str, float)
    held = Signal(str, bool)
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._lines: dict[str, _Row] = {}
        self._total: list[QLabel] = []
        self._names: tuple[str, ...] = ()

    def show_budget(self, shown: BudgetShown) -> None:
        """Show the amounts and what they should bring; a slider that is being moved is left alone."""
        names = tuple(line.name for line in shown.lines)
        if names != self._names:
            self._build(shown)
        for line in shown.lines:
            self._lines[line.name].show_line(line, shown.currency)
        if shown.total is not None:
            texts = [tr("Total"), i18n.money(shown.last, shown.currency, decimals=0), "", i18n.money(shown.amount, shown.currency, decimals=0), "",
                     *_figures(shown.total, shown.currency), ""]
            for made, text in zip(self._total, texts, strict=True):
                made.setText(text)

    def _build(self, shown: BudgetShown) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self._names = tuple(line.name for line in shown.lines)
        heads = (tr("Practice"), tr("So far"), tr("Budget"), "", tr("Fixed"), tr("Leads"), tr("SQLs"), tr("Won"), tr("Revenue"), tr("Gross profit"),
                 tr("Per further unit"))
        for at, head in enumerate(heads):
            made = label(head, "label", "quiet")
            made.setAlignment(Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignLeft if at in (0, 2, 4) else Qt.AlignmentFlag.AlignRight))
            self._grid.addWidget(made, 0, at)
        self._grid.itemAtPosition(0, len(heads) - 1).widget().setToolTip(  # type: ignore[union-attr]
            tr("Gross profit that one more unit of money should bring, whenever the deals close"))
        self._lines = {}
        for row, line in enumerate(shown.lines, 1):
            self._lines[line.name] = _Row(self, self._grid, row, line, say(practice_name(line.name, shown.kind)))
        self._total = []
        for at in range(len(heads)):
            made = label("", tone="strong")
            made.setAlignment(Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignLeft if at == 0 else Qt.AlignmentFlag.AlignRight))
            self._grid.addWidget(made, len(shown.lines) + 1, at)
            self._total.append(made)
        self._grid.setColumnStretch(2, 1)


class _Row:
    """The widgets of one practice."""

    def __init__(self, table: BudgetTable, grid: QGridLayout, row: int, line: Line, name: str) -> None:
        self._table, self._line = table, line
        self.name, self.last = label(name), _right()
        self.name.setMaximumWidth(170)
        self.name.setToolTip(name)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _STEPS)
        self.slider.setMinimumWidth(60)
        self.slider.setAccessibleName(tr("Budget of {practice}", practice=name))
        self.slider.sliderMoved.connect(lambda at: table.moved.emit(line.name, self._amount(at)))
        self.slider.sliderReleased.connect(lambda: table.settled.emit(line.name, self._amount(self.slider.value())))
        self.slider.actionTriggered.connect(self._by_key)
        self.field = Field(tr("Budget of {practice}", practice=name), 88 if line.last < 500_000 else 108)  # eight digits have room
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.editingFinished.connect(self._typed)
        self.field.left.connect(lambda: self.show_line(self._line, self._currency))
        self.fixed = QCheckBox()
        self.fixed.setAccessibleName(tr("Budget of {practice} is fixed", practice=name))
        self.fixed.clicked.connect(lambda on: table.held.emit(line.name, on))
        self.figures = [_right() for _ in range(6)]
        self._currency = "EUR"
        for at, part in enumerate((self.name, self.last, self.slider, self.field, self.fixed, *self.figures)):
            grid.addWidget(part, row, at)

    def _reach(self) -> tuple[float, float]:
        """The ends of the slider: nothing, and what is allowed with some room to see beyond."""
        return 0.0, max(self._line.last * 2, self._line.high, self._line.amount) or 1.0

    def _amount(self, at: int) -> float:
        low, high = self._reach()
        return round(low + (high - low) * at / _STEPS, -1 if high < 10_000 else -2)

    def _by_key(self) -> None:
        if not self.slider.isSliderDown():
            self._table.settled.emit(self._line.name, self._amount(self.slider.sliderPosition()))

    def _typed(self) -> None:
        text = self.field.text().strip()
        if text == self._said():
            return
        try:
            amount = i18n.read_figure(text, Unit.MONEY)
            if amount < 0:
                raise UserError(Text("A budget is not below 0."))
        except UserError as error:
            self.field.setProperty("tone", "worse")
            self.field.setToolTip(say_all(error.what, error.advice))
            self.field.style().polish(self.field)
            return
        self._table.settled.emit(self._line.name, amount)

    def _said(self) -> str:
        return i18n.number(self._line.amount, 0)

    def show_line(self, line: Line, currency: str) -> None:
        """Show the practice's amount and what it should bring."""
        self._line, self._currency = line, currency
        self.last.setText(i18n.money(line.last, currency, decimals=0))
        low, high = self._reach()
        if not self.slider.isSliderDown():
            self.slider.setValue(round((line.amount - low) / (high - low) * _STEPS))
        self.slider.setEnabled(not line.fixed)
        self.fixed.setChecked(line.fixed)
        if not self.field.hasFocus() or self.field.text() != self._said():
            self.field.setText(self._said())
        if self.field.property("tone"):
            self.field.setProperty("tone", "")
            self.field.setToolTip("")
            self.field.style().polish(self.field)
        marginal = "" if line.marginal is None else i18n.ranged(line.marginal, lambda v: i18n.number(v, 1))
        texts = [*_figures(line.expected, currency), marginal]
        for made, text in zip(self.figures, texts, strict=True):
            made.setText(text)
        tag = tr("test") if line.test else ""
        base = self.name.toolTip().split("\n")[0]
        self.name.setText(f"{base} · {tag}" if tag else base)
        self.name.setToolTip(base + ("\n" + tr("More than 1.2 times what it ever had: nobody has seen what that brings.") if tag else ""))


def _right() -> QLabel:
    made = label("")
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made


def _figures(e: Expected, currency: str) -> list[str]:
    """Leads, SQLs, won, revenue and gross profit with their 80 % ranges, shortened."""
    counts = [i18n.number(e.leads.value, 0), i18n.ranged(e.sqls, lambda v: i18n.number(v, 0)), i18n.ranged(e.won, lambda v: i18n.number(v, 0))]
    moneys = [i18n.NONE if r is None else i18n.money(r.value, currency, compact=True) if r is e.revenue else
              i18n.ranged(r, lambda v: i18n.money(v, currency, compact=True)) for r in (e.revenue, e.gross_profit)]
    return [*counts, *moneys]
