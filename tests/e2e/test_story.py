"""One story from beginning to end, through the real window: from an empty workspace to a printed plan, and the same figures by command."""

import json

import pypdfium2
import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from kpi_desktop.__main__ import main
from kpi_desktop.model.selection import Period
from kpi_desktop.ui.chart_view import ChartView
from kpi_desktop.ui.main_window import FUNNEL, IMPORT, OVERVIEW, PLANNER
from kpi_desktop.ui.report_dialog import ReportDialog
from tests.app.small import FILES, written
from tests.ui.hands import Hands, cells

MESSY = FILES | {"leads.csv": FILES["leads.csv"] + "5,never,,,Paid,\n"}


@pytest.fixture
def hands(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(ChartView, "_draw", lambda view: None)
    made = Hands(qtbot, tmp_path / "mine.kpi")
    yield made
    made.close()


def test_from_files_to_a_plan(hands, tmp_path, monkeypatch, capsys):
    window = hands.window
    assert window.overview_tab.widget(2).isVisible()

    (tmp_path / "exports").mkdir()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *a, **k: ([str(p) for p in written(tmp_path / "exports", MESSY)], ""))
    hands.click("Choose files …")
    hands.click("Import all that is ready")
    log = {row[0]: row for row in cells(window.import_tab._log_view)}
    assert set(log) == set(FILES) and log["leads.csv"][3:] == ["5", "4", "0", "0", "1"]

    hands.session.select(hands.session.selection.with_period(Period.parse("2024-01")))
    hands.tab(OVERVIEW)
    shown = {c._state.kpi.id: c._state.result.value for c in window.overview_tab._cards}
    assert shown["mqls"] == 2 and shown["sqls"] == 1 and shown["cost_per_sql"] == 500 and shown["nps"] is None

    stages = {row[0]: row[1] for row in cells(hands.tab(FUNNEL)._stage_view)}
    assert stages["Leads"] == "2" and stages["SQL"] == "1"

    planner = hands.tab(PLANNER).review
    hands.choose(planner._own, "optimise")
    planner._note.setText("ask for a better offer")
    hands.click(planner._save)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(tmp_path / "plan.pdf"), ""))
    hands.click("Export PDF")
    hands.click(next(b for b in hands.dialog(ReportDialog).findChildren(QAbstractButton) if b.text() == "Export PDF …"))
    with pypdfium2.PdfDocument(str(tmp_path / "plan.pdf")) as document:
        text = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)
    assert "mine" in text and "Your note: ask for a better offer" in text and "Paid Optimise" in text and "5. Cost per SQL €500" in text
    hands.tab(IMPORT)
    window.close()

    assert main(["kpis", "--workspace", str(tmp_path / "mine.kpi"), "--period", "2024-01", "--json"]) == 0
    told = {k["id"]: k["value"] for k in json.loads(capsys.readouterr().out)["kpis"]}
    assert told == shown
