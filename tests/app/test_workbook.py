"""The tables as a workbook: numbers are numbers in their own format, days are days, charts lie over the cells."""

from datetime import datetime

import openpyxl
import pytest

from kpi_desktop.app import workbook
from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.registry import compute
from kpi_desktop.model.problem import UserError
from kpi_desktop.model.selection import Period, Selection
from kpi_desktop.store.workspace import Workspace


def still(done, total):
    pass


def test_every_kpi_has_its_figures_and_a_chart_over_its_own_cells(workspace, tmp_path):
    out, selection = tmp_path / "t.xlsx", Selection(Period.parse("2024-01"))
    with Workspace(workspace) as ws:
        data = Dataset(ws.frames())
        shown = workbook.export(ws, data, selection, out, still)
    book, found = openpyxl.load_workbook(out), compute(data, selection, trend=False)
    assert shown.files == (out,) and shown.rows == sum(s.max_row - 1 for s in book)
    kpis = book["KPIs"]
    assert [row[2].value for row in kpis.iter_rows(min_row=2)] == [pytest.approx(s.result.value) if s.result.value is not None else None for s in found.kpis]
    formats = {row[1].value: row[2].number_format for row in kpis.iter_rows(min_row=2)}
    assert (formats["MQLs"], formats["Cost per SQL"], book["Funnel, period"]["C5"].number_format) == ("#,##0", "#,##0.00", "0.0%")
    leads = book["2 MQLs"]
    assert leads["B13"].value == datetime(2024, 1, 1) and leads["D13"].value == 2
    (chart,) = leads._charts
    assert chart.series[0].val.numRef.f == "'2 MQLs'!$D$2:$D$13"
    assert {"Funnel, period", "Funnel, cohort", "Practices Channel"} <= set(book.sheetnames)


def test_a_place_that_cannot_be_written_is_told(workspace, tmp_path):
    with Workspace(workspace) as ws, pytest.raises(UserError, match="cannot be written"):
        workbook.export(ws, Dataset(ws.frames()), Selection(Period.parse("2024-01")), tmp_path / "no" / "t.xlsx", still)
