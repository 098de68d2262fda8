"""The bar on top of every tab: period with arrows, comparison, filters as chips, and the one main action."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QFrame, QHBoxLayout, QWidget

from kpi_desktop import i18n
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, tr
from kpi_desktop.model.schema import DIMENSIONS, called
from kpi_desktop.model.selection import Compare, Filter, Grain, Period, Selection
from kpi_desktop.ui.widgets import button, choice, clear, label, pick

_LONG = 28  # signs of a name on a chip


class FilterBar(QFrame):
    """Chooses what is looked at; hears the session and tells it."""

    export = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("header")
        self._session = session
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        self._grain = choice(((Grain.MONTH, tr("Month")), (Grain.QUARTER, tr("Quarter")), (Grain.YEAR, tr("Year")), (Grain.CUSTOM, tr("Custom"))),
                             self._choose_grain, tr("Kind of period"))
        self._name = label("", tone="strong")
        self._name.setMinimumWidth(150)
        self._first, self._last = self._day(tr("First day")), self._day(tr("Last day"))
        self._compare = choice(((Compare.PREVIOUS, tr("against the previous period")), (Compare.YEAR, tr("against the same period last year")),
                                (Compare.NONE, tr("no comparison"))), self._choose_compare, tr("Comparison"))
        self._steps = [button("‹", lambda: self._step(-1), "step", tr("Earlier period")), button("›", lambda: self._step(1), "step", tr("Later period"))]
        self._main = button(tr("Export PDF"), self.export.emit, "main")
        for part in (self._grain, self._steps[0], self._name, self._first, self._last, self._steps[1], self._compare):
            row.addWidget(part)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(4)
        row.addLayout(self._chips)
        row.addStretch(1)
        row.addWidget(self._main)
        self.show_selection()

    def _day(self, name: str) -> QDateEdit:
        made = QDateEdit()
        made.setCalendarPopup(True)
        made.setAccessibleName(name)
        made.setDisplayFormat("dd.MM.yyyy" if i18n.language() == "ru" else "d MMM yyyy")
        made.editingFinished.connect(self._choose_days)
        return made

    def show_selection(self) -> None:
        """Show the selection in force."""
        selection = self._session.selection
        pick(self._grain, selection.period.grain)
        pick(self._compare, selection.compare)
        self._show_filters(selection)
        custom = selection.period.grain is Grain.CUSTOM
        self._name.setText(i18n.period(selection.period))
        self._name.setVisible(not custom)
        for edit, day in ((self._first, selection.period.first), (self._last, selection.period.last)):
            edit.setVisible(custom)
            edit.setDate(QDate(day.year, day.month, day.day))

    def _show_filters(self, selection: Selection) -> None:
        clear(self._chips)
        for f in selection.filters:
            name = say(called(f.member, f.dimension))
            text = tr("{dimension}: {member} ✕", dimension=DIMENSIONS[f.dimension], member=name if len(name) <= _LONG else f"{name[: _LONG - 1]}…")
            self._chips.addWidget(button(text, lambda f=f: self._drop(f), "chip", tr("Take the filter off: {member}", member=name)))

    def _drop(self, gone: Filter) -> None:
        selection = self._session.selection
        self._session.select(replace(selection, filters=tuple(f for f in selection.filters if f != gone)))

    def set_enabled(self, ready: bool) -> None:
        """Whether there is anything to look at."""
        for part in self.findChildren(QWidget):
            part.setEnabled(ready)

    def _choose_grain(self, grain: str) -> None:
        period, span = self._session.selection.period, self._session.span
        if grain == Grain.CUSTOM:
            self._select(Period(period.first, period.last))
        else:
            anchor = min(period.last, span[1]) if span and span[1] >= period.first else period.last
            self._select(Period.of(Grain(grain), anchor))

    def _choose_compare(self, how: str) -> None:
        self._session.select(replace(self._session.selection, compare=Compare(how)))

    def _choose_days(self) -> None:
        days = [date(e.date().year(), e.date().month(), e.date().day()) for e in (self._first, self._last)]
        self._select(Period(min(days), max(days)))

    def _step(self, steps: int) -> None:
        self._select(self._session.selection.period.shift(steps))

    def _select(self, period: Period) -> None:
        self._session.select(self._session.selection.with_period(period))
