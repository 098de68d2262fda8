"""Budgets kept under a name, side by side with the one at hand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop import i18n
from kpi_desktop.app.budget import BudgetShown, Compared
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.plans import Expected
from kpi_desktop.ui.chart_view import ChartView
from kpi_desktop.ui.frame_model import Column, FrameModel
from kpi_desktop.ui.widgets import Field, Wrong, button, label, table


class ScenariosPanel(QWidget):
    """Tells a name to keep the budget under (`keep`), and which scenario to work on (`take`) or to drop (`drop`)."""

    keep = Signal(str)
    take = Signal(object)
    drop = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._compared: tuple[Compared, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(tr("Scenarios"), "heading"))
        row = QHBoxLayout()
        self.name = Field(tr("Name of the scenario"), 220)
        self.name.setPlaceholderText(tr("Name of the scenario"))
        self.name.returnPressed.connect(self._keep)
        self.save = button(tr("Keep this budget as a scenario"), self._keep)
        row.addWidget(self.name)
        row.addWidget(self.save)
        row.addStretch(1)
        column.addLayout(row)
        self.wrong = Wrong(wrap=False)
        column.addWidget(self.wrong)
        self._model = FrameModel(self)
        self.view = table(self._model, tr("Scenarios"))
        column.addWidget(self.view)
        row = QHBoxLayout()
        self.work, self.remove = button(tr("Work on the chosen one"), self._take), button(tr("Delete the chosen one"), self._drop, "quiet")
        row.addWidget(self.work)
        row.addWidget(self.remove)
        row.addStretch(1)
        column.addLayout(row)
        self.chart, self._title = ChartView(170), label("", "label")
        column.addWidget(self._title)
        column.addWidget(self.chart)

    def show_budget(self, shown: BudgetShown) -> None:
        """Put the scenarios of the period beside the budget at hand."""
        self._compared = shown.scenarios
        units = (Unit.MONEY, Unit.COUNT, None, Unit.COUNT, Unit.MONEY, Unit.MONEY, None)
        heads = (tr("Budget"), tr("SQLs"), tr("80 % range"), tr("Won"), tr("Revenue"), tr("Gross profit"), tr("80 % range"))
        columns = [Column(tr("Scenario")), *(Column(h, u) for h, u in zip(heads, units, strict=True))]
        rows = [(c.scenario.name, sum(a for _, a in c.scenario.amounts), *_cells(c.total, shown.currency)) for c in shown.scenarios]
        foot = [(tr("This budget"), shown.amount, *_cells(shown.total, shown.currency))] if shown.total is not None else []
        self._model.show_rows(columns, [*rows, *foot], shown.currency, foot=len(foot))
        self.view.fit(len(rows) + len(foot), 8)
        self.view.setVisible(bool(rows))
        self.work.setVisible(bool(rows))
        self.remove.setVisible(bool(rows))
        self.chart.show_chart(shown.chart)
        if shown.chart is not None:
            self.chart.setFixedHeight(12 + 34 * len(shown.chart.labels))
            self._title.setText(say(shown.chart.title))
        for part in (self.chart, self._title):
            part.setVisible(shown.chart is not None)

    def _keep(self) -> None:
        self.wrong.hide()
        self.keep.emit(self.name.text())

    def _chosen(self) -> Compared | None:
        at = self.view.chosen()
        return self._compared[at] if 0 <= at < len(self._compared) else None

    def _take(self) -> None:
        if (chosen := self._chosen()) is not None:
            self.take.emit(chosen.scenario)

    def _drop(self) -> None:
        if (chosen := self._chosen()) is not None:
            self.drop.emit(chosen.scenario)


def _cells(e: Expected, currency: str) -> tuple[object, ...]:
    between = f"{i18n.number(e.sqls.low, 0)} – {i18n.number(e.sqls.high, 0)}"
    ends = () if e.gross_profit is None else (e.gross_profit.low, e.gross_profit.high)
    profit = " – ".join(i18n.money(v, currency, compact=True) for v in ends) or None
    return (round(e.sqls.value), between, round(e.won.value), e.revenue.value if e.revenue is not None else None,
            e.gross_profit.value if e.gross_profit is not None else None, profit)
