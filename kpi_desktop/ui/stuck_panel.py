"""Who is stuck: a stage to choose, the people there with how long they wait, and the list as a file for the sales team."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop import i18n
from kpi_desktop.app.screens import FunnelShown, RowsShown, StuckShown
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, tr
from kpi_desktop.model.problem import Text
from kpi_desktop.ui.frame_model import Column, FrameModel
from kpi_desktop.ui.widgets import button, choice, ending, label, pick, table

_SEEN = 6  # rows before the table scrolls


class StuckPanel(QWidget):
    """Tells which stage, and whether everyone, is asked for."""

    asked = Signal(str, bool)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: StuckShown | None = None
        self._labels: dict[str, Text] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        top = QHBoxLayout()
        self.stage = choice((), lambda _: self._ask(), tr("Stuck at"))
        self.everyone = QCheckBox(tr("whenever they came"))
        self.everyone.setToolTip(tr("Everyone at the stage under the filters, not only those of the period"))
        self.everyone.clicked.connect(lambda _: self._ask())
        self.export = button(tr("Export …"), self._export, tip=tr("Write all of them as CSV or XLSX"))
        for part in (label(tr("Stuck at"), "label"), self.stage, self.everyone):
            top.addWidget(part)
        top.addStretch(1)
        top.addWidget(self.export)
        column.addLayout(top)
        self.says = label("", "note", wrap=True)
        column.addWidget(self.says)
        self._model = FrameModel(self)
        self.view = table(self._model, tr("Stuck"))
        column.addWidget(self.view)
        column.addStretch(1)

    def _ask(self) -> None:
        self.asked.emit(self.stage.currentData() or "", self.everyone.isChecked())

    def show_stuck(self, shown: FunnelShown) -> None:
        """Show how many are stuck where, and those that were asked for."""
        self._shown, listed = shown.waiting, shown.waiting
        self.stage.clear()
        self.stage.addItem(tr("choose a stage"), "")
        self._labels = {s.id: s.label for s in shown.funnel.stages}
        for stage, count in shown.stuck:
            self.stage.addItem(tr("{stage} ({people})", stage=self._labels[stage], people=count), stage)
        pick(self.stage, shown.beside.stuck if listed is not None else "")
        self.everyone.setChecked(shown.beside.everyone)
        self.stage.setEnabled(bool(shown.stuck))
        self.view.setVisible(listed is not None and bool(listed.rows))
        self.export.setEnabled(listed is not None and listed.total > 0)
        self.says.setText(self._sentence(shown))
        if listed is not None:
            self._model.show_rows([Column(say(text), unit) for text, unit in listed.columns], listed.rows)
            self.view.fit(len(listed.rows), _SEEN)

    @staticmethod
    def _sentence(shown: FunnelShown) -> str:
        if not shown.stuck or shown.today is None:
            return tr("Nobody can be said to be stuck: nobody came in the period, or the data show no days from one stage to the next.")
        if shown.waiting is None:
            return tr("On {day}: still open at a stage, and longer than 80 % of all took who went on from it.", day=shown.today)
        found = shown.waiting.found
        told = [tr("%n wait(s) there for more than {days} days on {day}.", "", shown.waiting.total, days=i18n.number(found.limit), day=shown.today)]
        if len(shown.waiting.rows) < shown.waiting.total:
            told.append(tr("The first {shown} are listed.", shown=len(shown.waiting.rows)))
        return " ".join(told)

    def _export(self) -> None:
        if self._shown is None:
            return
        kinds = (tr("Excel workbook (*.xlsx)"), tr("CSV (*.csv)"))
        title = Text("Stuck at {stage}", stage=self._labels[self._shown.found.stage])
        name, kind = QFileDialog.getSaveFileName(self, tr("Export rows"), f"{say(title)}.xlsx", ";;".join(kinds))
        if name:
            path = Path(name)
            path = path if path.suffix.lower() in (".csv", ".xlsx") else ending(name, ".csv" if kind == kinds[1] else ".xlsx")
            self._session.export_rows(RowsShown(title, (), (self._shown.found,)), path)
