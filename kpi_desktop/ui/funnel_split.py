"""The funnel by a dimension: as a table or as small multiples, by one switch; a click on a member filters everything by it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop.app.screens import FunnelShown
from kpi_desktop.app.session import Session
from kpi_desktop.charts.funnels import grid_height
from kpi_desktop.i18n import say, tr
from kpi_desktop.model.selection import Filter
from kpi_desktop.ui import funnel_tables, theme
from kpi_desktop.ui.chart_view import ChartView
from kpi_desktop.ui.frame_model import FrameModel
from kpi_desktop.ui.widgets import button, choice, label, panel, pick, surface, table

_PIXELS = 96 / 72  # of a point, as charts are drawn on screen


class FunnelSplit(QWidget):
    """Tells by which dimension to split, and whether to draw small multiples."""

    asked = Signal(str, bool)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: FunnelShown | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        top = QHBoxLayout()
        self.dimension = choice((), lambda _: self._ask(), tr("Split by"))
        self.as_table, self.as_multiples = button(tr("Table"), self._ask, "switch"), button(tr("Small multiples"), self._ask, "switch")
        group = QButtonGroup(self)
        self._hint = label(tr("A click on a member filters everything by it."), "note")
        top.addWidget(label(tr("Split by"), "label"))
        top.addWidget(self.dimension)
        top.addSpacing(8)
        switch = QHBoxLayout()
        switch.setSpacing(0)
        for part in (self.as_table, self.as_multiples):
            part.setCheckable(True)
            group.addButton(part)
            switch.addWidget(part)
        top.addLayout(switch)
        top.addStretch(1)
        top.addWidget(self._hint)
        column.addLayout(top)
        self._model = FrameModel(self)
        self.view = table(self._model, tr("Split"))
        self.view.clicked.connect(self._choose_row)
        self.listed = surface(self.view)
        column.addWidget(self.listed)
        self.finding, self.chart = label("", wrap=True), ChartView(220)
        self.chart.chosen.connect(lambda key: self._filter(key[1:]))
        self.drawn = panel(self.finding, self.chart, stretch=1)
        column.addWidget(self.drawn)

    def _ask(self) -> None:
        self.asked.emit(self.dimension.currentData() or "", self.as_multiples.isChecked())

    def show_split(self, shown: FunnelShown) -> None:
        """Show the breakdown in the way that was asked for."""
        self._shown, found = shown, shown.funnel
        self.dimension.clear()
        for key, text in (("", tr("nothing")), *((k, say(t)) for k, t in shown.dimensions)):
            self.dimension.addItem(text, key)
        pick(self.dimension, found.by or "")
        (self.as_multiples if shown.beside.multiples else self.as_table).setChecked(True)
        there = found.by is not None and bool(found.members)
        for part in (self.as_table, self.as_multiples, self._hint):
            part.setVisible(there)
        self.listed.setVisible(there and shown.multiples is None)
        self.drawn.setVisible(there and shown.multiples is not None)
        if shown.multiples is not None:
            self.finding.setText(f"{say(shown.multiples.title)}. {say(shown.multiples.description)}")
            self._fit()
            self.chart.show_chart(shown.multiples)
        elif there:
            columns, rows = funnel_tables.members(shown)
            self._model.show_rows(columns, rows, colours={(at, 0): theme.colours().accent for at in range(len(rows))})
            self.view.fit(len(rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As many small funnels side by side as the width allows, each as tall as its stages need."""
        chart = self._shown.multiples if self._shown is not None else None
        if chart is not None:
            wide = max(self.width() - 34, 200) / _PIXELS
            self.chart.setFixedHeight(round(grid_height(wide, len(chart.series), len(chart.labels)) * _PIXELS))

    def _choose_row(self, index: QModelIndex) -> None:
        if self._shown is not None and index.column() == 0:
            at = self.view.model().mapToSource(index).row()  # type: ignore[attr-defined]
            self._filter(self._shown.funnel.members[at].member)

    def _filter(self, member: str) -> None:
        by = self._shown.funnel.by if self._shown is not None else None
        if by is None:
            return
        selection = self._session.selection
        kept = tuple(f for f in selection.filters if f.dimension != by)
        self._session.select(replace(selection, filters=(*kept, Filter(by, member))))
