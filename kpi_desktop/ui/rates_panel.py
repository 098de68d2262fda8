"""The rate table: what other currencies are worth in the workspace's, by month; edited here or read from a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QDoubleSpinBox, QFileDialog, QHBoxLayout, QLineEdit

from kpi_desktop.app import rates
from kpi_desktop.app.screens import RatesShown
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import tr
from kpi_desktop.model.decisions import Rate
from kpi_desktop.model.problem import Text
from kpi_desktop.model.selection import Grain, Period
from kpi_desktop.ui.frame_model import Column, FrameModel
from kpi_desktop.ui.widgets import Page, button, label, table


class RatesPanel(Page):
    """Draws a RatesShown; tells the session what the person sets."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rates: tuple[Rate, ...] = ()
        self._said = label("", wrap=True)
        self.column.addWidget(self._said)
        self._code = QLineEdit()
        self._code.setMaxLength(3)
        self._code.setFixedWidth(64)
        self._code.setPlaceholderText("USD")
        self._code.setAccessibleName(tr("Currency"))
        self._month = QDateEdit(QDate.currentDate().addMonths(-1))
        self._month.setDisplayFormat("MM.yyyy")
        self._month.setAccessibleName(tr("Month"))
        self._value = QDoubleSpinBox(decimals=6, minimum=0.000001, maximum=1_000_000, value=1.0)
        self._value.setAccessibleName(tr("Rate"))
        row = QHBoxLayout()
        for part in (label("1"), self._code, label(tr("in")), self._month, label("=") , self._value):
            row.addWidget(part)
        self._set = button(tr("Set rate"), self._keep, "main")
        row.addWidget(self._set)
        row.addStretch(1)
        row.addWidget(button(tr("Read a file …"), self._read))
        self.column.addLayout(row)
        self._model = FrameModel(self)
        self._view = table(self._model, tr("Rates"))
        self.column.addWidget(self._view)
        below = QHBoxLayout()
        self._remove = button(tr("Remove the chosen rate"), self._forget)
        below.addWidget(self._remove)
        below.addStretch(1)
        self.column.addLayout(below)
        self.column.addStretch(1)
        self._code.returnPressed.connect(self._keep)

    def watch(self) -> None:
        """Ask for what this panel shows."""
        self._session.watch("rates")

    def show_screen(self, shown: object) -> None:
        """Draw what the session made."""
        if not isinstance(shown, RatesShown):
            return
        self._rates = shown.rates
        self._said.setText(tr("Amounts in other currencies are turned into {currency} with the rate of their month. A cost without a rate is kept aside.",
                              currency=shown.currency))
        columns = (Column(tr("Currency")), Column(tr("Month")), Column(tr("In {currency}", currency=shown.currency)))
        self._model.show_rows(columns, [(r.currency, Period.of(Grain.MONTH, r.month), f"{r.rate:.6g}") for r in shown.rates])
        self._view.fit(len(shown.rates), 16)
        for part in (self._view, self._remove):
            part.setVisible(bool(shown.rates))

    def _keep(self) -> None:
        code = self._code.text().strip().upper()
        if len(code) == 3 and code.isalpha():
            day = self._month.date()
            self._put(Rate(code, date(day.year(), day.month(), 1), self._value.value()))
        else:
            self._code.setFocus()

    def _forget(self) -> None:
        index = self._view.currentIndex()
        if index.isValid():
            self._put(None, self._rates[self._view.model().mapToSource(index).row()])  # type: ignore[attr-defined]

    def _put(self, rate: Rate | None, old: Rate | None = None) -> None:
        self._session.change(Text("Keeping the rates"), lambda ws: rates.put(ws, rate, old))

    def _read(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Read rates"), "", tr("Tables (*.csv *.tsv *.txt *.xlsx)"))
        if name:
            self._session.change(Text("Reading {file}", file=Path(name).name), lambda ws: rates.bring_in(ws, Path(name)))
