"""From a revenue goal back to the leads and the money that it takes, quarter by quarter."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop import i18n
from kpi_desktop.app.budget import BackwardShown, BudgetShown
from kpi_desktop.i18n import say, say_all, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.problem import UserError
from kpi_desktop.planning.practices import practice_name
from kpi_desktop.ui.frame_model import Column, FrameModel
from kpi_desktop.ui.widgets import Field, button, label, table


class BackwardPanel(QWidget):
    """Tells the goal (`asked`), None where there is none."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(tr("Backwards from a revenue goal"), "heading"))
        row = QHBoxLayout()
        self.goal = Field(tr("Revenue goal"), 140)
        self.goal.setPlaceholderText(i18n.number(1_000_000, 0))
        self.goal.returnPressed.connect(self._ask)
        for part in (label(tr("Revenue goal of the period"), "label"), self.goal, button(tr("What does it take?"), self._ask)):
            row.addWidget(part)
        row.addStretch(1)
        column.addLayout(row)
        self.said = label("", wrap=True)
        column.addWidget(self.said)
        self._model, self._ages_model = FrameModel(self), FrameModel(self)
        self.view = table(self._model, tr("The way to the goal by quarter"))
        column.addWidget(self.view)
        self._ages_said = label(tr("How old leads are when they are won: share of a quarter's leads, by how many quarters later"), "note", wrap=True)
        self.ages = table(self._ages_model, tr("Ages of won leads"))
        column.addWidget(self._ages_said)
        column.addWidget(self.ages)
        self._show(None, "EUR", "channel")

    def _ask(self) -> None:
        text = self.goal.text().strip()
        if not text:
            self.asked.emit(None)
            return
        try:
            self.asked.emit(i18n.read_figure(text, Unit.MONEY))
        except UserError as error:
            self.said.setText(say_all(error.what, error.advice))
            self.said.show()

    def show_budget(self, shown: BudgetShown) -> None:
        """Show the way, where a goal was given."""
        if shown.asked.revenue is not None and not self.goal.hasFocus():
            self.goal.setText(i18n.number(shown.asked.revenue, 0))
        self._show(shown.backward, shown.currency, shown.kind)

    def _show(self, way: BackwardShown | None, currency: str, kind: str) -> None:
        for part in (self.view, self.ages, self._ages_said, self.said):
            part.setVisible(way is not None)
        if way is None:
            return
        said = tr("It takes {leads} new leads ({low} to {high}) and {budget} ({least} to {most}); leads already there bring {carried}.",
                  leads=i18n.number(way.leads.value, 0), low=i18n.number(way.leads.low, 0), high=i18n.number(way.leads.high, 0),
                  budget=i18n.money(way.budget.value, currency, decimals=0), least=i18n.money(way.budget.low, currency, decimals=0),
                  most=i18n.money(way.budget.high, currency, decimals=0), carried=i18n.money(sum(q.carried for q in way.quarters), currency, decimals=0))
        self.said.setText(" ".join([said, *(say(w) for w in way.warnings)]))
        columns = [Column(tr("Quarter")), Column(tr("From leads already there"), Unit.MONEY), Column(tr("From new leads"), Unit.MONEY),
                   Column(tr("New leads"), Unit.COUNT), Column(tr("Budget"), Unit.MONEY),
                   Column(tr("Counts in the period"), Unit.RATE, tr("Share of what the quarter's new leads will bring that still falls into the period"))]
        rows: list[tuple[object, ...]] = [(i18n.period(q.period), q.carried, q.new, round(q.leads), q.budget, q.counts) for q in way.quarters]
        total = (tr("Total"), sum(q.carried for q in way.quarters), sum(q.new for q in way.quarters), round(way.leads.value), way.budget.value, None)
        self._model.show_rows(columns, [*rows, total], currency, foot=1)
        self.view.fit(len(rows) + 1)
        later = len(way.ages[0]) - 3 if way.ages else 0
        heads = [Column(tr("Practice")), Column(tr("Leads"), Unit.COUNT), Column(tr("Won"), Unit.COUNT),
                 *(Column(tr("same quarter") if k == 0 else f"+{k}", Unit.RATE) for k in range(later))]
        self._ages_model.show_rows(heads, [(practice_name(str(a[0]), kind), *a[1:]) for a in way.ages], currency)
        self.ages.fit(len(way.ages), 10)
