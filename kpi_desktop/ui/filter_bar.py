"""The bar on top of every tab: period with arrows, comparison, filters as chips, and the one main action."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QFrame, QHBoxLayout, QVBoxLayout

from kpi_desktop import i18n
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import tr
from kpi_desktop.model.selection import Compare, Grain, Period, day_number
from kpi_desktop.ui.filter_chips import FilterChips
from kpi_desktop.ui.views_menu import ViewsMenu
from kpi_desktop.ui.widgets import button, choice, label, pick


class FilterBar(QFrame):
    """Chooses what is looked at; hears the session and tells it."""

    export = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("header")
        self._session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        column.addLayout(row)
        self._grain = choice(((Grain.MONTH, tr("Month")), (Grain.QUARTER, tr("Quarter")), (Grain.YEAR, tr("Year")), (Grain.CUSTOM, tr("Custom"))),
                             self._choose_grain, tr("Kind of period"))
        self._name = label("", tone="strong")
        self._name.setMinimumWidth(110)
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._first, self._last = self._day(tr("First day")), self._day(tr("Last day"))
        self._compare = choice(((Compare.PREVIOUS, tr("against the previous period")), (Compare.YEAR, tr("against the same period last year")),
                                (Compare.NONE, tr("no comparison"))), self._choose_compare, tr("Comparison"))
        self._compare.setMinimumWidth(110)  # gives way first where the window is narrow
        self._steps = [button("‹", lambda: self.step(-1), "step", tr("Earlier period")), button("›", lambda: self.step(1), "step", tr("Later period"))]
        self._main = button(tr("Export PDF"), self.export.emit, "main")
        for part in (self._grain, self._steps[0], self._name, self._first, self._last, self._steps[1], self._compare):
            row.addWidget(part)
        self._chips, self.views = FilterChips(session), ViewsMenu(session)
        row.addWidget(self._chips.add)
        row.addStretch(1)
        row.addWidget(self.views)
        row.addWidget(self._main)
        self._unfinished = label("", "note", wrap=True)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self._chips)
        below.addWidget(self._unfinished, 1)
        below.addStretch(0)  # chips alone are as wide as what they say
        column.addLayout(below)
        self.show_selection()

    def _day(self, name: str) -> QDateEdit:
        made = QDateEdit()
        made.setCalendarPopup(True)
        made.setAccessibleName(name)
        made.setDisplayFormat(i18n.day_format())
        made.editingFinished.connect(self._choose_days)
        return made

    def show_selection(self) -> None:
        """Show the selection in force."""
        selection = self._session.selection
        pick(self._grain, selection.period.grain)
        pick(self._compare, selection.compare)
        custom = selection.period.grain is Grain.CUSTOM
        self._name.setText(i18n.period(selection.period))
        self._name.setVisible(not custom)
        for edit, day in ((self._first, selection.period.first), (self._last, selection.period.last)):
            edit.setVisible(custom)
            edit.setDate(QDate(day.year, day.month, day.day))
        self._chips.show_selection()
        said = self._said()
        self._unfinished.setText(said)
        self._unfinished.setVisible(bool(said))

    def _said(self) -> str:
        """A period that has not ended is said to be so, with the days that are really compared; one without any data, how far they reach."""
        selection, span = self._session.selection, self._session.span
        if span is not None and not (selection.period.first <= span[1] and span[0] <= selection.period.last):
            return tr("Nothing falls into this period: the data reach from {first} to {last}.", first=span[0], last=span[1])
        today = day_number(span[1]) if span is not None else None
        if today is None or not selection.period.unfinished(today):
            return ""
        now, then = selection.period.so_far(today), selection.period.compared(selection.compare, today)
        if then is None:
            return tr("The period has not ended: the data reach to {day}.", day=now.last)
        return tr("The period has not ended: {now} is compared with {then}.", now=now, then=then)

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

    def step(self, steps: int) -> None:
        """Go to a later period, or an earlier one."""
        self._select(self._session.selection.period.shift(steps))

    def _select(self, period: Period) -> None:
        self._session.select(self._session.selection.with_period(period))
