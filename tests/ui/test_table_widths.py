"""A table's columns are as wide as Qt itself would make them."""

import math

import pytest
from PySide6.QtWidgets import QApplication, QTableView

from kpi_desktop.metrics.result import Unit
from kpi_desktop.ui import theme
from kpi_desktop.ui.frame_model import Column, FrameModel
from kpi_desktop.ui.widgets import table

ROWS = [["Organic search", 123456.7, 0.5, (0.1, math.inf)], ["Реклама", -5e9, None, None], ["i", 1.0, 0.123, (2.0, 3.0)]]


@pytest.mark.parametrize("rows", [ROWS, ROWS[:1], []])
def test_columns_are_as_wide_as_qt_says(qtbot, rows):
    theme.apply(QApplication.instance(), "light")  # type: ignore[arg-type]  # the style sheet gives cells their padding
    model = FrameModel()
    view = table(model, "members")
    qtbot.addWidget(view)
    view.show()
    model.show_rows([Column("Name"), Column("Cost", Unit.MONEY), Column("Rate", Unit.RATE), Column("95 %", Unit.MONEY)], rows, foot=min(1, len(rows)))
    if rows:
        assert [view.sizeHintForColumn(c) for c in range(4)] == [QTableView.sizeHintForColumn(view, c) for c in range(4)]


def test_a_wide_total_counts_however_many_rows_stand_above_it(qtbot):
    model = FrameModel()
    view = table(model, "members")
    qtbot.addWidget(view)
    rows = [["a", 1.0]] * 200
    model.show_rows([Column("Name"), Column("Cost", Unit.MONEY)], rows)
    narrow = view.sizeHintForColumn(1)
    model.show_rows([Column("Name"), Column("Cost", Unit.MONEY)], [*rows, ["Total", 123456789.0]], foot=1)
    assert view.sizeHintForColumn(1) > narrow
