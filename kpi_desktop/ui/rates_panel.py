"""The rate table: what other currencies are worth in the workspace's, by month; edited here or read from a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QFileDialog, QHBoxLayout, QLineEdit

from kpi_desktop import i18n
from kpi_desktop.app import rates, sources
from kpi_desktop.app.screens import RatesShown
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import tr
from kpi_desktop.model.decisions import Rate
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.selection import Grain, Period
from kpi_desktop.ui.frame_model import Column, FrameModel
from kpi_desktop.ui.widgets import Page, Wrong, button, headed, label, panel, table


class RatesPanel(Page):
    """Draws a RatesShown; tells the session what the person sets."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rates: tuple[Rate, ...] = ()
        self._home = ""
        self._said, self._wrong = label("", wrap=True), Wrong()
        made = panel(headed(tr("Rates"), button(tr("Read a file …"), self._read)), self._said)
        for part in (self._form(), self._wrong, label(tr("A file of rates has the columns currency, month and rate. To change a rate, choose it below and set "
                                                         "it again."), "note", wrap=True)):
            made.layout().addLayout(part) if isinstance(part, QHBoxLayout) else made.layout().addWidget(part)  # type: ignore[union-attr]
        self.column.addWidget(made)
        self._build_table()

    def _form(self) -> QHBoxLayout:
        """One rate, to be set."""
        self._code = QLineEdit()
        self._code.setMaxLength(3)
        self._code.setFixedWidth(64)
        self._code.setPlaceholderText("USD")
        self._code.setAccessibleName(tr("Currency"))
        self._month = QDateEdit(QDate.currentDate().addMonths(-1))
        self._month.setDisplayFormat("MM.yyyy")
        self._month.setAccessibleName(tr("Month"))
        self._month.setCalendarPopup(True)
        self._value = QLineEdit()
        self._value.setFixedWidth(120)
        self._value.setPlaceholderText(i18n.number(0.92, 2))
        self._value.setAccessibleName(tr("Rate"))
        self._unit = label("")
        row = QHBoxLayout()
        for part in (label("1"), self._code, label(tr("in")), self._month, label("="), self._value, self._unit):
            row.addWidget(part)
        self._set = button(tr("Set rate"), self._keep, "main")
        row.addWidget(self._set)
        row.addStretch(1)
        for edit in (self._code, self._value):
            edit.returnPressed.connect(self._keep)
        return row

    def _build_table(self) -> None:
        self._model = FrameModel(self)
        self._view = table(self._model, tr("Rates"))
        self._view.selectionModel().currentRowChanged.connect(lambda now, _: self._edit())
        self._none = label(tr("No rate is set yet."), tone="quiet")
        self._there = panel(headed(tr("Rates in force"), button(tr("Remove the chosen rate"), self._forget)), self._view)
        self.column.addWidget(self._none)
        self.column.addWidget(self._there)
        self.column.addStretch(1)
        self._there.hide()

    def watch(self) -> None:
        """Ask for what this panel shows."""
        self._session.watch("rates")

    def show_screen(self, shown: object) -> None:
        """Draw what the session made."""
        if not isinstance(shown, RatesShown):
            return
        self._rates, self._home = shown.rates, shown.currency
        self._unit.setText(shown.currency)
        self._code.setPlaceholderText("EUR" if shown.currency == "USD" else "USD")
        self._said.setText(tr("Amounts in other currencies are turned into {currency} with the rate of their month. A cost without a rate is kept aside.",
                              currency=shown.currency))
        columns = (Column(tr("Currency")), Column(tr("Month")), Column(tr("In {currency}", currency=shown.currency)))
        self._model.show_rows(columns, [(r.currency, Period.of(Grain.MONTH, r.month), _spelled(r.rate)) for r in shown.rates])
        self._view.fit(len(shown.rates), 16)
        self._there.setVisible(bool(shown.rates))
        self._none.setVisible(not shown.rates)

    def _keep(self) -> None:
        day = self._month.date()
        try:
            self._put(rates.made(self._code.text(), date(day.year(), day.month(), 1).isoformat(), self._value.text(), self._home))
        except UserError as error:
            self._wrong.refuse(error)
        else:
            self._wrong.hide()

    def _edit(self) -> None:
        """The chosen rate goes to where it can be set again."""
        at = self._view.chosen()
        if 0 <= at < len(self._rates):
            rate = self._rates[at]
            self._code.setText(rate.currency)
            self._month.setDate(QDate(rate.month.year, rate.month.month, 1))
            self._value.setText(_spelled(rate.rate))

    def _forget(self) -> None:
        index = self._view.currentIndex()
        if index.isValid():
            self._put(None, self._rates[self._view.model().mapToSource(index).row()])  # type: ignore[attr-defined]

    def _put(self, rate: Rate | None, old: Rate | None = None) -> None:
        self._session.decided.count_by(Text("Keeping the rates"), Text("rate"), lambda ws: rates.put(ws, rate, old))

    def _read(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Read rates"), "", tr("Tables ({endings})", endings=" ".join(f"*{e}" for e in sources.endings())))
        if name:
            self._session.decided.count_by(Text("Reading {file}", file=Path(name).name), Text("rates of a file"), lambda ws: rates.bring_in(ws, Path(name)))


def _spelled(rate: float) -> str:
    """A rate with as many digits as it has, in the language's way."""
    return i18n.number(rate, len(f"{rate:.6f}".rstrip("0").partition(".")[2]))
