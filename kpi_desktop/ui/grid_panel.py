"""A small table beside a headline, with its picture: next to each other, or the picture alone with the table behind a switch."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop import i18n
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.chart import Chart
from kpi_desktop.metrics.result import Grid, Unit
from kpi_desktop.metrics.spans import spanned
from kpi_desktop.model.schema import called
from kpi_desktop.ui.chart_view import ChartView
from kpi_desktop.ui.frame_model import Column, FrameModel, interval_column, telling
from kpi_desktop.ui.widgets import button, label, panel, table

_BESIDE = 6  # columns of a table that still leave room for a picture at its side
_STEP = {"bars": 26, "heat": 20}  # pixels that a row of the picture takes
_LOW, _HEAD = 96, 24


class GridPanel(QWidget):
    """Shows one small table; `rows_asked` is heard where the rows behind it are wanted."""

    rows_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: tuple[Grid, Chart | None, str] | None = None
        self._as_table = False
        self.title = label("", "label")
        self.switch = button("", self._turn, "link")
        self.rows = button(tr("Show rows"), self.rows_asked.emit, "link")
        self._model = FrameModel(self)
        self.view, self.picture = table(self._model, ""), ChartView()
        self.view.setMinimumWidth(200)
        head = QHBoxLayout()
        head.setSpacing(12)
        for part in (self.title, self.switch, self.rows):
            head.addWidget(part)
        head.insertStretch(1, 1)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(16)
        self.drawn = label("", "note")
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(4)
        for part in (self.drawn, self.picture):
            left.addWidget(part)
        left.addStretch(1)
        self._body.addWidget(self._left, 2)
        self._body.addWidget(self.view, 3)
        holder = panel()
        inner: QVBoxLayout = holder.layout()  # type: ignore[assignment]
        inner.addLayout(head)
        inner.addLayout(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(holder)

    def show_grid(self, grid: Grid, chart: Chart | None, currency: str) -> None:
        """Show another table; nothing is done where it is the same."""
        if self.shown == (grid, chart, currency):
            return
        if self.shown is None or self.shown[0].key != grid.key:
            self._as_table = False
        self.shown = grid, chart, currency
        self.title.setText(say(grid.title))
        self.view.setAccessibleName(say(grid.title))
        self.rows.setVisible(bool(grid.behind))
        columns, rows = _upright(grid, currency) if grid.upright else _plain(grid)
        self.view.setSortingEnabled(not grid.upright)
        self._model.show_rows(columns, rows, currency)
        self.view.fit(len(rows), 16 if grid.upright else 12)
        if chart is not None:
            step = _STEP.get(chart.kind)
            self.drawn.setText(say(chart.series[0].label))
            self.picture.setFixedHeight(240 if step is None else max(_LOW, _HEAD + step * len(chart.labels)))
        self.picture.show_chart(chart)
        aside = len(columns) <= _BESIDE
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if aside else QBoxLayout.Direction.TopToBottom)
        self._arrange()

    def _turn(self) -> None:
        self._as_table = not self._as_table
        self._arrange()

    def _arrange(self) -> None:
        assert self.shown is not None
        grid, chart, _ = self.shown
        switched = chart is not None and grid.form is not None and grid.form.wide
        self.switch.setVisible(switched)
        self.switch.setText(tr("As a picture") if self._as_table else tr("As a table"))
        self._left.setVisible(chart is not None and not (switched and self._as_table))
        self.drawn.setVisible(chart is not None and chart.kind in ("bars", "columns"))
        self.view.setVisible(not switched or self._as_table)


def _named(grid: Grid, value: Any) -> Any:
    return called(value, grid.of) if grid.of else tr("not given") if value == "" else value


def _plain(grid: Grid) -> tuple[list[Column], list[list[Any]]]:
    columns, found = spanned(grid)
    rows = [[_named(grid, row[0]), *(tr("not given") if v == "" else v for v in row[1:])] for row in found]
    return telling([interval_column(unit) if key == "interval" and unit is not None else Column(say(text), unit) for key, text, unit in columns],
                   rows, always=1)


def _upright(grid: Grid, currency: str) -> tuple[list[Column], list[list[Any]]]:
    """The rows as columns, so that they can be compared side by side; a line in which nothing is known is left out."""
    columns = [Column(say(grid.columns[0][1])), *(Column(i18n.shown(_named(grid, row[0])), Unit.COUNT) for row in grid.rows)]
    lines = [[say(text), *(_cell(row[at], unit, currency) for row in grid.rows)] for at, (_, text, unit) in enumerate(grid.columns) if at]
    return columns, [line for line in lines if any(cell != i18n.NONE for cell in line[1:])]


def _cell(value: Any, unit: Unit | None, currency: str) -> str:
    if value is None:
        return i18n.NONE
    return i18n.figure(float(value), unit, currency) if unit is not None else i18n.shown(value)
