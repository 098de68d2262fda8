"""The head of a detail: the figure, how it changed, how sure it is, and its formula with the numbers put in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop import i18n
from kpi_desktop.app.screens import DetailShown
from kpi_desktop.i18n import say, say_all, tr
from kpi_desktop.metrics.result import Result, Unit
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import BY_NAME
from kpi_desktop.ui.card import change_text, no_figure, nowhere, value_text
from kpi_desktop.ui.widgets import button, label


class DetailHead(QWidget):
    """Says one figure in full; `asked` what it is, `wants_import` names the table that it lacks."""

    asked = Signal()
    wants_import = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.name, self.value, self.change = label("", "label"), label("", "figure"), label("")
        self.small, self.noise = _tag(tr("small sample")), _tag(tr("within noise"))
        self.noise.setToolTip(tr("The change is no larger than chance alone may bring."))
        self.note, self.formula, self.warnings = label("", tone="quiet", wrap=True), label("", "note", wrap=True), label("", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(12)
        for part in (self.value, self.change, self.noise, self.small):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.name)
        top.addWidget(button(tr("What is this?"), self.asked.emit, "link"))
        top.addStretch(1)
        column.addLayout(top)
        column.addLayout(row)
        for part in (self.formula, self.warnings):
            column.addWidget(part)
        self._wanted = ""
        self.bring = button("", lambda: self.wants_import.emit(self._wanted), "main")
        self.bring.hide()
        column.addSpacing(4)
        column.addWidget(self.bring, 0, Qt.AlignmentFlag.AlignLeft)

    def wait(self) -> None:
        """Another KPI is on its way."""
        for part in (self.value, self.change, self.note, self.formula, self.warnings):
            part.setText("")
        for part in (self.small, self.noise, self.bring):
            part.hide()
        self.name.setText(tr("Computing …"))

    def show_detail(self, shown: DetailShown) -> None:
        """Show another figure."""
        state, r, currency = shown.state, shown.state.result, shown.currency
        self.name.setText(f"{say(state.kpi.label)} · {i18n.period(shown.selection.period)}")
        self.value.setText(value_text(state, currency))
        loud = "quiet" if no_figure(state) else ""
        if self.value.property("tone") != loud:
            self.value.setProperty("tone", loud)
            self.value.style().polish(self.value)
        text, tone = change_text(state, currency, noise=False)
        self.change.setText(text)
        if self.change.property("tone") != tone:
            self.change.setProperty("tone", tone)
            self.change.style().polish(self.change)
        self.noise.setVisible(state.change is not None and state.significant is False)
        self.small.setVisible(shown.small)
        self.small.setToolTip(tr("Fewer than 30 observations: {n}.", n=r.n))
        self.note.setText(" · ".join(qualities(shown)))
        self.formula.setText(filled(shown.formula, r, state.kpi.unit, currency))
        self.warnings.setText(say_all(*shown.warnings))
        self.warnings.setVisible(bool(shown.warnings))
        self._wanted = state.wanted
        self.bring.setText(tr("Import {table} …", table=BY_NAME[state.wanted].label) if state.wanted else "")
        self.bring.setVisible(bool(state.wanted))


def _tag(text: str) -> QWidget:
    made = label(text, "note")
    made.setObjectName("tag")
    made.hide()
    return made


def qualities(shown: DetailShown) -> list[str]:
    """What qualifies the figure, one thing after the other: what is missing or noted, interval, sample size, coverage."""
    r, unit, currency = shown.state.result, shown.state.kpi.unit, shown.currency
    nothing = r.value is None and r.low is None and not r.warnings
    said = [say(shown.state.missing or r.note or (nowhere() if nothing else ""))]
    if r.value is not None:
        if r.low is not None and r.high is not None:
            said.append(tr("95 % interval {low} to {high}", low=i18n.figure(r.low, unit, currency), high=i18n.figure(r.high, unit, currency)))
        said.append(tr("n = {n}", n=r.n) if r.n else "")
        said.append(say(shown.coverage or ""))
    return [t for t in said if t]


def filled(formula: Text, r: Result, unit: Unit, currency: str) -> str:
    """The formula in words, and with the actual numbers put in."""
    words = say(formula)
    if r.value is None or r.numerator is None:
        return words
    if unit is Unit.COUNT:
        return f"{words} = {i18n.figure(r.value, unit, currency)}"
    if r.denominator is None:
        return words
    above = i18n.figure(r.numerator, Unit.MONEY if unit is Unit.MONEY else Unit.COUNT, currency)
    below, times = i18n.figure(r.denominator, Unit.COUNT, currency), f"{i18n.number(100)} × " if unit is Unit.POINTS else ""
    return f"{words}:  {times}{above} / {below} = {i18n.figure(r.value, unit, currency)}"
