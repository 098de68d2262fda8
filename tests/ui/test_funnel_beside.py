"""What stands beside the funnel, as a person asks for it: a second funnel, days of a step, who is stuck, small multiples, filters, rows of doubtful dates."""

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog

from kpi_desktop.model.selection import Filter
from kpi_desktop.ui.main_window import FUNNEL
from kpi_desktop.ui.rows_dialog import RowsDialog
from tests.app import small
from tests.ui.hands import Hands, cells, headers, words


def click_cell(hands, view, row, column=0):
    at = view.visualRect(view.model().index(row, column)).center()
    hands.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    hands.settle()


@pytest.fixture
def doubtful(qtbot, tmp_path):
    """The window over leads whose dates are missing or out of order."""
    files = {"leads.csv": "lead,created,mql,sql,channel,company,owner\na,2024-01-02,2024-01-05,2024-01-15,Paid,Acme,Ann\n"
                          "b,2024-01-08,2024-01-06,,Paid,Bolt,Ann\nc,2024-01-04,,2024-01-20,SEO,Cork,Bob\nd,2024-01-04,,,SEO,Dune,Bob\ne,2024-02-28,,,SEO,,\n"}
    made = Hands(qtbot, small.fill(tmp_path / "doubtful.kpi", files), "2024-Q1")
    yield made
    made.close()


def test_rates_stand_beside_what_is_expected_with_intervals(demo_hands):
    tab = demo_hands.tab(FUNNEL)
    demo_hands.choose(tab._reading, "cohort")
    named = headers(tab._stage_view)
    assert named == ["Stage", "Count", "Compared", "Step rate", "95 %", "At maturity", "95 %", "Cumulative", "Median days", "80 % of days", "Stuck", "Marks"]
    sql = next(r for r in cells(tab._stage_view) if r[0] == "SQL")
    assert sql[-1].startswith("still maturing") and "–" in sql[4] and "–" in sql[6] and float(sql[5].split("\u00a0")[0]) > float(sql[3].split("\u00a0")[0])


def test_a_stage_opens_the_rows_that_it_counts(demo_hands):
    tab = demo_hands.tab(FUNNEL)
    counts = {row[0]: int(row[1].replace(",", "")) for row in cells(tab._stage_view)}
    demo_hands.click("Show rows: Leads")
    dialog = demo_hands.dialog(RowsDialog)
    assert sum(part.total for part in dialog._shown.parts) == counts["Leads"] and "Funnel: Leads" in dialog.windowTitle()
    dialog.accept()
    click_cell(demo_hands, tab._stage_view, 3)
    demo_hands.click("Show rows: SQL")
    assert sum(part.total for part in demo_hands.dialog(RowsDialog)._shown.parts) == counts["SQL"]
    demo_hands.dialog(RowsDialog).accept()


def test_members_of_a_cohort_say_which_of_their_steps_have_not_had_their_time(demo_hands):
    tab = demo_hands.tab(FUNNEL)
    assert "Marks" not in headers(tab._member_view)
    demo_hands.choose(tab._reading, "cohort")
    young = {m.member: [str(s.label) for s in m.stages if s.maturing] for m in tab._shown.funnel.members}
    assert headers(tab._member_view)[-1] == "Marks" and any(young.values())
    for name, *_, marks in cells(tab._member_view):
        assert marks == (f"still maturing: {', '.join(young[name])}" if young[name] else "—")


def test_two_periods_and_two_members_stand_side_by_side(demo_hands):
    tab = demo_hands.tab(FUNNEL)
    demo_hands.choose(tab._against, "period")
    assert headers(tab._stage_view)[1:3] == ["Q4 2025", "Q3 2025"] and tab._finding.text().startswith("Q4 2025 against Q3 2025.")
    assert not tab._pair[0].isVisible()
    demo_hands.choose(tab._against, "channel")
    assert headers(tab._stage_view)[1:3] == [box.currentData() for box in tab._pair] and tab._pair[0].currentData() != tab._pair[1].currentData()
    demo_hands.choose(tab._pair[1], "Webinar")
    assert headers(tab._stage_view)[2] == "Webinar" and "against Webinar" in tab._finding.text()
    words_of = cells(tab._stage_view, 5)
    assert words_of[0] == "—" and all(w.endswith(("better", "worse", "within noise", "not tested")) for w in words_of[1:])
    demo_hands.choose(tab._against, "")
    assert headers(tab._stage_view)[1] == "Count"


def test_the_days_of_a_step_are_chosen_by_its_row_or_by_name(demo_hands):
    tab = demo_hands.tab(FUNNEL)
    assert tab._step.currentData() == "won" and tab._days.accessibleName() == "Days from Deals to Won"  # the longest
    click_cell(demo_hands, tab._stage_view, 3)
    assert tab._step.currentData() == "sql" and tab._days.accessibleName() == "Days from MQL to SQL" and "Half took" in tab._days_says.text()
    demo_hands.choose(tab._step, "mql")
    assert tab._days.accessibleName() == "Days from Leads to MQL"


def test_who_is_stuck_is_listed_on_demand_and_exported(doubtful, tmp_path, monkeypatch):
    hands, tab = doubtful, doubtful.tab(FUNNEL)
    hands.choose(tab._reading, "cohort")
    stuck = tab._stuck
    assert stuck.stage.currentText() == "choose a stage" and not stuck.view.isVisible() and not stuck.export.isEnabled()
    assert dict(zip(cells(tab._stage_view, 0), cells(tab._stage_view, headers(tab._stage_view).index("Stuck")), strict=True))["Leads"] == "1"
    hands.choose(stuck.stage, "leads")
    assert headers(stuck.view) == ["Lead", "Company", "Salesperson", "Channel", "Since", "Days waiting"]
    assert cells(stuck.view) == [["d", "Dune", "Bob", "SEO", "4 Jan 2024", "55"]] and "more than 3 days on 28 Feb 2024" in stuck.says.text()
    out = tmp_path / "calls.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(out), "Excel workbook (*.xlsx)"))
    hands.click(stuck.export)
    sheet = load_workbook(out).active
    first, row = ([c.value for c in r] for r in sheet.iter_rows(max_row=2))
    assert sheet.title == "Stuck at Leads" and first[:3] == ["Days waiting", "Since", "Lead"] and row[0] == 55 and row[2] == "d" and sheet.max_row == 2
    assert any("1 row written" in w or "1 row(s) written" in w for w in words(hands.window))


def test_everyone_who_is_stuck_is_listed_whenever_they_came(doubtful):
    hands, tab = doubtful, doubtful.tab(FUNNEL)
    hands.session.select(hands.session.selection.with_period(hands.session.selection.period.shift(-4)))
    hands.settle()
    assert "Nobody can be said to be stuck" in tab._stuck.says.text()
    hands.click(tab._stuck.everyone)
    hands.choose(tab._stuck.stage, "leads")
    assert cells(tab._stuck.view, 0) == ["d"]


def test_small_multiples_are_drawn_when_chosen_and_a_click_filters_everything(dressed, demo_hands):
    hands, tab = demo_hands, demo_hands.tab(FUNNEL)
    split = tab._split_part
    assert split.view.isVisible() and not split.drawn.isVisible()
    hands.click(split.as_multiples)
    assert split.drawn.isVisible() and not split.view.isVisible() and "The funnel by Channel" in split.finding.text()
    chart = split.chart
    spot = next(s for s in chart._spots if s.key == "=Webinar")
    place = chart.place(spot)
    hands.qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(round(place.x()), round(place.y())))
    hands.settle()
    assert hands.session.selection.filters == (Filter("channel", "Webinar"),)
    assert [m.member for m in tab._shown.funnel.members] == ["Webinar"]
    hands.click("Channel: Webinar  ✕")
    assert hands.session.selection.filters == () and len(tab._shown.funnel.members) > 5


def test_a_click_on_a_member_of_the_table_filters_and_another_takes_its_place(demo_hands):
    hands, tab = demo_hands, demo_hands.tab(FUNNEL)
    row = cells(tab._member_view, 0).index("Email")
    click_cell(hands, tab._member_view, row, 2)
    assert hands.session.selection.filters == ()
    click_cell(hands, tab._member_view, row)
    assert hands.session.selection.filters == (Filter("channel", "Email"),) and cells(tab._member_view, 0) == ["Email"]
    assert any("Channel: Email  ✕" in w for w in words(hands.window))


def test_dates_that_are_missing_or_out_of_order_are_shown_row_by_row(doubtful):
    hands, tab = doubtful, doubtful.tab(FUNNEL)
    hands.choose(tab._reading, "cohort")
    said = [w for w in words(tab) if "created" in w or "missing" in w]
    assert any("1 lead became MQL before" in w for w in said) and any("1 stage date is missing" in w for w in said)
    hands.click("Show them")
    dialog = hands.dialog(RowsDialog)
    assert [r[0] for r in cells(dialog._view)] == ["b"] and "became MQL before" in dialog.windowTitle()
    dialog.accept()


def test_what_is_looked_at_stays_in_another_language(demo_hands):
    hands, tab = demo_hands, demo_hands.tab(FUNNEL)
    hands.choose(tab._against, "channel")
    hands.click(tab._split_part.as_multiples)
    hands.choose(tab._stuck.stage, "mql")
    hands.session.set_language("ru")
    hands.settle()
    again = hands.window.funnel_tab
    assert again is not tab and again._against.currentData() == "channel" and again._split_part.drawn.isVisible() and again._stuck.stage.currentData() == "mql"


def test_an_empty_workspace_offers_nothing_to_choose(empty_hands):
    tab = empty_hands.tab(FUNNEL)
    assert [tab._against.itemData(k) for k in range(tab._against.count())][:1] == [""] and tab._step.count() == 0 and not tab._days.isVisible()
