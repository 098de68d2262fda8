"""What a forecast assumes where the data cannot tell: how SQLs answer to money, in sight and to be changed, with the test that would tell."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop import i18n
from kpi_desktop.app.budget import BudgetShown, Line, own_elasticity
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.plans import Assumptions
from kpi_desktop.model.problem import UserError
from kpi_desktop.planning.practices import practice_name
from kpi_desktop.ui.chart_view import ChartView
from kpi_desktop.ui.widgets import Field, Wrong, choice, label, pick


class AssumptionsPanel(QWidget):
    """Tells other assumptions (`changed`) and the practice whose answer to money is looked at (`looked`)."""

    changed = Signal(object)
    looked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._assumptions = Assumptions()
        self._lines: dict[str, Line] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(tr("How SQLs answer to money"), "heading"))
        explained = tr("An elasticity of 0.7 says: 10 % more money brings about 7 % more SQLs. It is assumed where the data cannot tell it.")
        column.addWidget(label(explained, "note", wrap=True))
        row = QHBoxLayout()
        self.low, self.value, self.high = (_field(n) for n in (tr("Least elasticity"), tr("Assumed elasticity"), tr("Most elasticity")))
        self.reserve = _field(tr("Kept for tests"))
        for part in (label(tr("Assumed"), "label"), self.value, label(tr("between"), "label"), self.low, label(tr("and"), "label"), self.high,
                     label(tr("Kept for tests"), "label"), self.reserve):
            row.addWidget(part)
        row.addStretch(1)
        column.addLayout(row)
        self.wrong = Wrong()
        column.addWidget(self.wrong)
        row = QHBoxLayout()
        self.practice = choice((), self.looked.emit, tr("Practice"))
        self.own = _field(tr("Its own elasticity"))
        self._source = label("", "label")
        for part in (self.practice, label(tr("its own"), "label"), self.own, self._source):
            row.addWidget(part)
        row.addStretch(1)
        column.addLayout(row)
        self._why = label("", wrap=True)
        self._curve = ChartView(180)
        column.addWidget(self._why)
        column.addWidget(self._curve)
        for field in (self.low, self.value, self.high, self.reserve, self.own):
            field.editingFinished.connect(self._set)

    def show_budget(self, shown: BudgetShown) -> None:
        """Show what is assumed, and of one practice what its data say."""
        self._assumptions = a = shown.asked.assumptions
        self._lines = {line.name: line for line in shown.lines}
        for field, value in ((self.value, a.elasticity), (self.low, a.elasticity_low), (self.high, a.elasticity_high)):
            _put(field, i18n.number(value, 2))
        _put(self.reserve, i18n.percent(a.reserve, 0))
        chosen = shown.asked.curve if shown.asked.curve in self._lines else next(iter(self._lines), "")
        if [self.practice.itemData(k) for k in range(self.practice.count())] != list(self._lines):
            self.practice.clear()
            for name in self._lines:
                self.practice.addItem(say(practice_name(name, shown.kind)), name)
        pick(self.practice, chosen)
        line = self._lines.get(chosen)
        self._curve.show_chart(shown.curve)
        self._curve.setVisible(shown.curve is not None)
        if line is None:
            return
        said = {"data": tr("{value} told by its data ({low} to {high})", **_numbers(line)), "own": tr("{value} set by you ({low} to {high})", **_numbers(line)),
                "assumed": tr("{value} assumed ({low} to {high})", **_numbers(line))}
        self._source.setText(said[line.source])
        own = dict(a.own).get(chosen)
        _put(self.own, "" if own is None else i18n.number(own, 2))
        why = [tr("The data cannot tell it:")] if line.fails else []
        self._why.setText(" ".join([*why, *(say(t) for t in line.fails), *([say(line.proposal)] if line.proposal is not None else [])]))
        self._why.setVisible(bool(self._why.text()))

    def _set(self) -> None:
        try:
            low, value, high = (i18n.read_figure(f.text(), Unit.FACTOR) for f in (self.low, self.value, self.high))
            reserve = i18n.read_figure(self.reserve.text(), Unit.RATE)
            own = i18n.read_figure(self.own.text(), Unit.FACTOR) if self.own.text().strip() else None
        except UserError as error:
            self.wrong.refuse(error)
            return
        self.wrong.hide()
        practice = self.practice.currentData() or ""
        made = replace(self._assumptions, elasticity=value, elasticity_low=low, elasticity_high=high, reserve=reserve)
        made = own_elasticity(made, practice, own) if practice and own != dict(made.own).get(practice) else made
        if made != self._assumptions:
            self.changed.emit(made)


def _numbers(line: Line) -> dict[str, str]:
    return {k: i18n.number(v, 2) for k, v in (("value", line.elasticity), ("low", line.elasticity_low), ("high", line.elasticity_high))}


def _field(name: str) -> Field:
    return Field(name, 64)


def _put(field: Field, text: str) -> None:
    if not field.hasFocus() or not field.isModified():
        field.setText(text)
