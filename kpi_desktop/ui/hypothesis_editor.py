"""One hypothesis to write and change, in the page: because, we believe, if, then, measured by, until."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout

from kpi_desktop import i18n
from kpi_desktop.app.hypotheses import HypothesesShown, with_baseline
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.plans import Hypothesis
from kpi_desktop.model.problem import UserError
from kpi_desktop.planning.ideas import BELIEVE, CHANGE
from kpi_desktop.planning.practices import practice_name
from kpi_desktop.planning.tested import ANSWERS, CONFIRMED, COST, METRICS, REFUTED, needed_for, unit_of
from kpi_desktop.ui.widgets import Wrong, button, choice, label, pick


class HypothesisEditor(QFrame):
    """Tells what the person keeps (`kept`) and drops (`dropped`); what is being typed stays until then."""

    kept = Signal(object)
    dropped = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._h: Hypothesis | None = None
        self._shown: HypothesesShown | None = None
        self.title, self.wrong = label("", "heading", wrap=True), Wrong()
        self.practice = choice((), lambda _: self._measured_anew(), tr("Practice"))
        self.measured_by = choice(((k, say(t)) for k, t in METRICS.items()), lambda _: self._measured_anew(), tr("Measured by"))
        self.because, self.believe, self.change, self.then = (_line(n) for n in (tr("Because"), tr("We believe"), tr("If we"), tr("Then")))
        self.threshold = _line(tr("Threshold"))
        self.threshold.setFixedWidth(110)
        self.threshold.editingFinished.connect(self._sized)
        self.start, self.until = _day(tr("From")), _day(tr("Until"))
        self.scores = tuple(_score(n) for n in (tr("Impact"), tr("Confidence"), tr("Ease")))
        for box in self.scores:
            box.editingFinished.connect(self._scored)
        self.answer = choice((("", tr("as the data say")), (CONFIRMED, say(ANSWERS[CONFIRMED])), (REFUTED, say(ANSWERS[REFUTED]))), lambda _: None,
                             tr("Your answer"))
        self._base, self._size, self._ice = label("", "note"), label("", "note", wrap=True), label("", "note")
        self.keep = button(tr("Keep the hypothesis"), self._keep, "main")
        self.drop = button(tr("Delete"), lambda: self.dropped.emit(self._h.key if self._h is not None else ""), "quiet")
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        for at, (said, parts) in enumerate((
                (tr("Practice"), (self.practice, label(tr("Measured by"), "label"), self.measured_by, self._base)),
                (tr("Because"), (self.because,)), (tr("We believe"), (self.believe,)), (tr("If we"), (self.change,)), (tr("Then"), (self.then,)),
                (tr("Threshold"), (self.threshold, label(tr("From"), "label"), self.start, label(tr("Until"), "label"), self.until, self._size)),
                (tr("Score"), tuple(p for box in self.scores for p in (label(box.accessibleName(), "label"), box)) + (self._ice,)),
                (tr("Answer"), (self.answer,)))):
            grid.addWidget(label(said, "label"), at, 0)
            row = QHBoxLayout()
            row.setSpacing(8)
            for part in parts:
                row.addWidget(part, 1 if part in (self.because, self.believe, self.change, self.then, self._size) else 0)
            if parts[-1] not in (self.because, self.believe, self.change, self.then, self._size):
                row.addStretch(1)
            grid.addLayout(row, at, 1)
        column.addWidget(self.wrong)
        foot = QHBoxLayout()
        for part in (self.keep, button(tr("Leave"), self.close_it, "link"), self.drop):
            foot.addWidget(part)
        foot.addStretch(1)
        column.addLayout(foot)

    def edit(self, h: Hypothesis | None, shown: HypothesesShown) -> None:
        """Open a hypothesis, or (None) a new one of the practices shown."""
        new = h is None
        if h is None:
            start, until = _year_after(shown)
            practice = next(iter(shown.practices), "")
            metric = next((m for m in METRICS if practice in shown.known.get(m, {})), COST)
            h = with_baseline(Hypothesis(uuid.uuid4().hex, shown.kind, practice, "", say(BELIEVE[metric]), say(CHANGE[metric]), "", metric, None, 0.0, start,
                                         until), shown.known)
        self._h, self._shown = h, shown
        self.practice.clear()
        for name in dict.fromkeys((*shown.practices, h.practice)):
            self.practice.addItem(say(practice_name(name, h.kind)), name)
        pick(self.practice, h.practice)
        pick(self.measured_by, h.metric)
        pick(self.answer, h.answer)
        for line, text in ((self.because, h.because), (self.believe, h.believe), (self.change, h.change), (self.then, h.then)):
            line.setText(text)
            line.setCursorPosition(0)
        self.threshold.setText(i18n.typed(h.threshold, self._unit()) if h.threshold else "")
        for edit, day in ((self.start, h.start), (self.until, h.until)):
            edit.setDate(QDate(day.year, day.month, day.day))
        for box, score in zip(self.scores, (h.impact, h.confidence, h.ease), strict=True):
            box.setValue(score)
        self.title.setText(tr("New hypothesis") if new else say(practice_name(h.practice, h.kind)))
        self.drop.setVisible(not new)
        self.wrong.hide()
        self._say()
        self.show()

    def close_it(self) -> None:
        """Leave without keeping."""
        self._h = None
        self.hide()
        self.closed.emit()

    @property
    def editing(self) -> str:
        """The key of what is open, "" for nothing."""
        return self._h.key if self._h is not None else ""

    def _unit(self) -> Unit:
        return unit_of(self.measured_by.currentData())

    def _measured_anew(self) -> None:
        if self._h is not None and self._shown is not None:
            self._h = with_baseline(replace(self._h, practice=self.practice.currentData(), metric=self.measured_by.currentData()), self._shown.known)
            self._say()

    def _sized(self) -> None:
        if self._h is None or not self.threshold.text().strip():
            return
        try:
            value = i18n.read_figure(self.threshold.text(), self._unit())
        except UserError as error:
            self.wrong.refuse(error)
            return
        self.wrong.hide()
        self._h = replace(self._h, threshold=value)
        self._h = replace(self._h, needed=needed_for(self._h))
        self._say()

    def _scored(self) -> None:
        if self._h is not None:
            impact, confidence, ease = (box.value() for box in self.scores)
            self._h = replace(self._h, impact=impact, confidence=confidence, ease=ease)
            self._say()

    def _say(self) -> None:
        h, shown = self._h, self._shown
        if h is None or shown is None:
            return
        self._ice.setText(tr("Impact × confidence × ease = {score}", score=h.ice))
        self._base.setText(tr("not measured so far") if h.baseline is None else
                           tr("now {value}, on %n observation(s)", "", h.known, value=i18n.figure(h.baseline, self._unit(), shown.currency)))
        self._size.setText(
            tr("%n observation(s) tell this apart from now.", "", h.needed) if h.needed is not None else
            tr("The value now rests on too few observations for any number to tell.") if h.baseline is not None and h.threshold else "")

    def _keep(self) -> None:
        if self._h is None:
            return
        self.wrong.hide()
        if not self.threshold.text().strip():
            self.wrong.tell(tr("Say from which value on it is true."))
            self.threshold.setFocus()
            return
        self._sized()
        self._scored()
        if self.wrong.isVisible():
            return
        start, until = (date(d.year(), d.month(), d.day()) for d in (self.start.date(), self.until.date()))
        self.kept.emit(replace(self._h, practice=self.practice.currentData() or "", metric=self.measured_by.currentData(), because=self.because.text().strip(),
                               believe=self.believe.text().strip(), change=self.change.text().strip(), then=self.then.text().strip(), start=start, until=until,
                               answer=self.answer.currentData()))


def _line(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    return made


def _day(name: str) -> QDateEdit:
    made = QDateEdit()
    made.setCalendarPopup(True)
    made.setAccessibleName(name)
    made.setDisplayFormat(i18n.day_format())
    return made


def _score(name: str) -> QSpinBox:
    made = QSpinBox()
    made.setRange(1, 10)
    made.setAccessibleName(name)
    return made


def _year_after(shown: HypothesesShown) -> tuple[date, date]:
    """A year from the day after the data end."""
    start = next((p.start for p in shown.proposals), shown.selection.period.last + timedelta(days=1))
    return start, start + timedelta(days=365)
