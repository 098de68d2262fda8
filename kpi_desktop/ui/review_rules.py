"""The rules of the verdicts with a slider for each threshold: moving one tells at once which verdicts turn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from kpi_desktop import i18n
from kpi_desktop.app.screens import PlannerShown, Turned
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.plans import Thresholds
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.planning.practices import VERDICTS
from kpi_desktop.ui.widgets import Field, button, label, still


@dataclass(frozen=True)
class _Slider:
    """A threshold: its field, what it decides, its least and greatest value in steps of `step`, and how a value reads."""

    field: str
    text: str
    least: int
    most: int
    step: float
    said: Callable[[float], str]


def _percent(value: float) -> str:
    return i18n.percent(value, 0)


def _times(value: float) -> str:
    return tr("{times} times", times=i18n.number(value, 1))


def _to_one(value: float) -> str:
    return tr("{times} to 1", times=i18n.number(value, 1))


def _sliders() -> tuple[_Slider, ...]:
    return (
        _Slider("keep", tr("Keep where the cost per SQL is at least so likely within the ceiling"), 50, 99, 0.01, _percent),
        _Slider("eliminate", tr("Eliminate where it is at least so likely far above the ceiling"), 50, 99, 0.01, _percent),
        _Slider("too_dear", tr("Far above the ceiling means more than"), 10, 40, 0.1, _times),
        _Slider("mature_share", tr("Eliminate only where so many of its leads have had their time"), 0, 100, 0.01, _percent),
        _Slider("weak", tr("A step is weak below this share of the portfolio's rate"), 40, 100, 0.01, _percent),
        _Slider("widest", tr("Not enough data where the interval of the cost per SQL is wider than"), 4, 40, 0.5, _to_one))


class RulesPanel(QWidget):
    """`moved` tells the thresholds that are tried; `kept` and `left` that they shall stay, or go back to those in force."""

    moved = Signal(object)
    kept = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tried = self._kept = Thresholds()
        self.sliders: dict[str, QSlider] = {}
        self._values: dict[str, QLabel] = {}
        self._kinds = {s.field: s for s in _sliders()}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self.ceiling = Field(tr("What a SQL may cost at most"), 120)
        self.ceiling.editingFinished.connect(self._priced)
        self.ceiling.left.connect(self._say)
        self.wrong = label("", tone="worse", wrap=True)
        self.wrong.hide()
        grid.addWidget(label(tr("A SQL may cost at most (empty: as computed)")), 0, 0)
        grid.addWidget(self.ceiling, 0, 1)
        for at, s in enumerate(self._kinds.values(), 1):
            self._add(grid, at, s)
        self.turned = label("", wrap=True)
        self.keep = button(tr("Keep these thresholds"), lambda: self.kept.emit(self._tried), "main")
        self.leave = button(tr("Back to those in force"), self.left.emit)
        self.reset = button(tr("Reset to the program's"), lambda: self._try(Thresholds()))
        row = QHBoxLayout()
        for part in (self.keep, self.leave, self.reset):
            row.addWidget(part)
        row.addStretch(1)
        self.rules = label("", "note", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addWidget(self.wrong)
        column.addWidget(self.turned)
        column.addLayout(row)
        column.addWidget(self.rules)

    def _add(self, grid: QGridLayout, at: int, s: _Slider) -> None:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(s.least, s.most)
        slider.setPageStep(5)
        slider.setMinimumWidth(120)
        slider.setAccessibleName(s.text)
        still(slider)
        slider.actionTriggered.connect(lambda _, f=s.field: self._slid(f))  # the person's hand or keys alone
        value = label("", tone="strong")
        value.setMinimumWidth(64)
        said = label(s.text)
        said.setBuddy(slider)
        self.sliders[s.field], self._values[s.field] = slider, value
        for column, part in enumerate((said, slider, value)):
            grid.addWidget(part, at, column)

    def _slid(self, field: str) -> None:
        kind = self._kinds[field]
        self._try(replace(self._tried, **{field: round(self.sliders[field].sliderPosition() * kind.step, 4)}))

    def _priced(self) -> None:
        """The person's own ceiling; an empty field goes back to the computed one."""
        text = self.ceiling.text().strip()
        if not self.ceiling.isModified():
            return
        try:
            value = i18n.read_figure(text, Unit.MONEY) if text else None
            if value is not None and value <= 0:
                raise UserError(Text("A SQL cannot cost {value} at most.", value=text), Text("Write more than 0, or leave the field empty."))
        except UserError as error:
            self.wrong.setText(" ".join(say(t) for t in (error.what, error.advice) if t is not None))
            self.wrong.show()
            return
        self.ceiling.setModified(False)
        self._try(replace(self._tried, ceiling=value))

    def _try(self, thresholds: Thresholds) -> None:
        self._tried = thresholds
        self._say()
        self.moved.emit(thresholds)

    def show_review(self, shown: PlannerShown) -> None:
        """The thresholds in force or tried, what they change, and the rules with them."""
        self._kept = shown.kept
        if not any(s.isSliderDown() for s in self.sliders.values()):
            self._tried = shown.review.thresholds
        self._say()
        for field, slider in self.sliders.items():
            if not slider.isSliderDown():
                slider.setValue(round(getattr(self._tried, field) / self._kinds[field].step))
        self.turned.setText(_turned(shown))
        self.rules.setText("\n".join([tr("The rules, the first that holds decides:"), *(say(r.text) for r in shown.review.rules)]))

    def _say(self) -> None:
        for field, value in self._values.items():
            value.setText(self._kinds[field].said(getattr(self._tried, field)))
        self.wrong.hide()
        if not self.ceiling.hasFocus() or not self.ceiling.isModified():
            self.ceiling.setText("" if self._tried.ceiling is None else i18n.typed(self._tried.ceiling, Unit.MONEY))
            self.ceiling.setModified(False)
        changed = self._tried != self._kept
        self.keep.setEnabled(changed)
        self.leave.setEnabled(changed)
        self.reset.setEnabled(self._tried != Thresholds())


def _turned(shown: PlannerShown) -> str:
    if shown.review.thresholds == shown.kept:
        return tr("Move a threshold to see which verdicts turn.")
    if not shown.turned:
        return tr("No verdict turns.")
    return "\n".join([tr("%n verdict(s) turn:", "", len(shown.turned)), *map(_turn, shown.turned)])


def _turn(t: Turned) -> str:
    said = tr("{practice}: {before} → {after}", practice=say(t.name), before=VERDICTS[t.before], after=VERDICTS[t.after])
    return tr("{change} (your own verdict stays in force)", change=said) if t.own else said
