"""The detail of a KPI through the window: breakdown, choices, small tables, marks, and what a click on a member does."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from kpi_desktop import i18n
from kpi_desktop.metrics.chart import Chart, Series
from kpi_desktop.metrics.result import Grid, Unit
from kpi_desktop.model.problem import Text
from kpi_desktop.model.selection import Driver, Filter, Period
from kpi_desktop.ui.chart_view import ChartView
from kpi_desktop.ui.main_window import IMPORT, OVERVIEW
from kpi_desktop.ui.rows_dialog import RowsDialog
from tests.app.small import FILES, fill
from tests.ui.conftest import Hands
from tests.ui.hands import cells, headers, words


@pytest.fixture
def open_detail(request):
    """Opens a KPI's detail in a window: `open_detail(hands, "mqls")`."""
    def opened(hands, kpi):
        hands.window.overview_tab.open_detail(kpi)
        hands.settle()
        return hands.window.overview_tab._detail
    return opened


@pytest.fixture
def many_hands(qtbot, tmp_path):
    """Leads of thirteen channels, one more of the first than of the second and so on; half of them MQLs, no day later than January."""
    rows = [f"{c}-{k},2024-01-02,{'2024-01-05' if k % 2 == 0 else ''},c{c:02}" for c in range(13) for k in range(26 - 2 * c)]
    path = fill(tmp_path / "many.kpi", {"leads.csv": "\n".join(["lead,created,mql,channel", *rows])})
    made = Hands(qtbot, path, "2024-01")
    yield made
    made.close()


def row_of(view, name):
    return cells(view, 0).index(name)


# -- the breakdown -------------------------------------------------------------------------------------------------------


def test_ten_members_the_others_and_the_total(many_hands, open_detail):
    view, breakdown = (d := open_detail(many_hands, "mqls"))._members_view, d.breakdown
    assert cells(view, 0) == [f"c{k:02}" for k in range(10)] + ["3 others", "Total"]
    assert cells(view)[-2][:2] == ["3 others", "6"] and cells(view)[-1][:2] == ["Total", "91"] and headers(view) == ["Channel", "MQLs", "Share", "Note"]
    assert [d._bars._chart.labels[at] for at in (0, 9)] == ["c00", "c09"] and i18n.say(d._bars._chart.labels[10]) == "3 others"
    many_hands.click(breakdown.more)
    assert cells(view, 0) == [f"c{k:02}" for k in range(13)] + ["Total"] and breakdown.more.text() == "Show the first 10"
    many_hands.click(breakdown.more)
    assert breakdown.more.text() == "Show all 13" and len(cells(view)) == 12


def test_members_of_few_rows_are_marked_in_table_and_chart(many_hands, open_detail):
    detail = open_detail(many_hands, "mqls")
    assert [row[-1] for row in cells(detail._members_view)] == ["small sample"] * 11 + [""]
    assert [i18n.say(n) for n in detail._bars._chart.notes] == ["small sample"] * 11


def test_an_interval_is_one_column_that_can_be_sorted(demo_hands, open_detail):
    view = open_detail(demo_hands, "close_rate")._members_view
    at = headers(view).index("95 % interval")
    view.sortByColumn(at, Qt.SortOrder.AscendingOrder)
    lows = [float(text.split("\u00a0")[0]) for text in cells(view, at)[:-1] if text != i18n.NONE]
    assert len(lows) > 2 and lows == sorted(lows) and all(" – " in text for text in cells(view, at)[:-1] if text != i18n.NONE)


def test_a_figure_beside_the_headline_shows_its_rows(many_hands, open_detail):
    detail = open_detail(many_hands, "mqls")
    told = {b.key: at for at, b in enumerate(detail._shown.state.result.beside)}
    rows = lambda key: detail._beside._cells[told[key]][3]  # noqa: E731  one line, used often
    assert rows("undecided").isVisible() and not rows("accepted").isVisible() and not rows("acceptance").isVisible()
    assert rows("undecided").text() == "91" and rows("undecided").accessibleName() == "91. Rows behind Undecided"
    rows("undecided").setFocus()
    many_hands.qtbot.keyClick(rows("undecided"), Qt.Key.Key_Space)
    many_hands.settle()
    dialog = many_hands.dialog(RowsDialog)
    assert dialog._shown.parts[0].total == 91 and i18n.say(dialog._shown.title) == "Undecided"
    dialog.accept()


def test_sorting_leaves_others_and_total_below(many_hands, open_detail):
    view = open_detail(many_hands, "mqls")._members_view
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        view.sortByColumn(1, order)
        column = [int(c) for c in cells(view, 1)]
        assert column[:10] == sorted(column[:10], reverse=order == Qt.SortOrder.DescendingOrder) and cells(view, 0)[10:] == ["3 others", "Total"]


def test_a_click_on_a_name_filters_everything_by_it(many_hands, open_detail):
    detail = open_detail(many_hands, "mqls")
    view = detail._members_view
    place = view.visualRect(view.model().index(row_of(view, "c01"), 0)).center()
    many_hands.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    many_hands.settle()
    assert many_hands.session.selection.filters == (Filter("channel", "c01"),) and detail._value.text() == "12"
    assert any("c01" in text for text in words(many_hands.window._bar))


def test_enter_on_a_row_filters_and_total_and_others_do_nothing(many_hands, open_detail):
    detail = open_detail(many_hands, "mqls")
    view = detail._members_view
    for name in ("Total", "3 others"):
        view.setCurrentIndex(view.model().index(row_of(view, name), 1))
        many_hands.qtbot.keyClick(view, Qt.Key.Key_Return)
        many_hands.settle()
        assert not many_hands.session.selection.filters
    view.setCurrentIndex(view.model().index(row_of(view, "c02"), 1))
    many_hands.qtbot.keyClick(view, Qt.Key.Key_Return)
    many_hands.settle()
    assert many_hands.session.selection.filters == (Filter("channel", "c02"),)


def test_a_click_on_another_column_only_chooses_the_row(many_hands, open_detail):
    view = open_detail(many_hands, "mqls")._members_view
    many_hands.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(1, 1)).center())
    many_hands.settle()
    assert not many_hands.session.selection.filters and view.chosen() == 1


def test_a_bar_filters_too_and_that_of_the_others_does_not(many_hands, open_detail):
    detail = open_detail(many_hands, "mqls")
    detail._bars.picked.emit(10)
    assert not many_hands.session.selection.filters
    detail._bars.picked.emit(3)
    many_hands.settle()
    assert many_hands.session.selection.filters == (Filter("channel", "c03"),)


def test_mouse_and_enter_pick_a_place_of_a_chart(qtbot, dressed):
    view, heard = ChartView(), []
    qtbot.addWidget(view)
    view.resize(400, 220)
    view.show()
    view.show_chart(Chart("bars", Text("x"), ("a", "b"), (Series(Text("x"), (3.0, 1.0), (None,) * 2, (None,) * 2),), Unit.COUNT, "", Text("y")))
    view.grab()
    view.picked.connect(heard.append)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.place(view._spots[1]).toPoint())
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert heard == [1, 0]


# -- choices -------------------------------------------------------------------------------------------------------------


def test_another_driver_shows_its_effect_at_once(demo_hands, open_detail):
    detail = open_detail(demo_hands, "cost_per_sql")
    view, before = detail._members_view, detail._value.text()
    assert "Against the default" not in headers(view)
    box = detail.choices.entries["driver"].box
    assert [box.itemData(at) for at in range(box.count())] == [d.value for d in Driver]
    demo_hands.choose(box, "sqls")
    assert demo_hands.session.selection.options.driver is Driver.SQLS and detail._value.text() == before
    assert "Against the default" in headers(view) and "the ranking stays as it is" in detail.head.warnings.text()
    demo_hands.choose(box, "leads")
    assert "Against the default" not in headers(view) and not detail.head.warnings.isVisible()


def test_the_lag_is_typed_or_taken_as_proposed(demo_hands, open_detail):
    detail = open_detail(demo_hands, "cost_per_sql")
    lag = detail.choices.entries["lag_days"]
    assert lag.field.text() == "0" and lag.take.text().startswith("proposed: ")
    demo_hands.click(lag.take)
    days = demo_hands.session.selection.options.lag_days
    assert days > 0 and lag.field.text() == str(days)
    lag.field.setFocus()
    lag.field.selectAll()
    demo_hands.qtbot.keyClicks(lag.field, "5")
    demo_hands.qtbot.keyClick(lag.field, Qt.Key.Key_Return)
    demo_hands.settle()
    assert demo_hands.session.selection.options.lag_days == 5
    lag.field.clear()
    demo_hands.qtbot.keyClicks(lag.field, "9")
    demo_hands.qtbot.keyClick(lag.field, Qt.Key.Key_Backspace)
    demo_hands.qtbot.keyClick(lag.field, Qt.Key.Key_Return)
    demo_hands.settle()
    assert demo_hands.session.selection.options.lag_days == 0 and lag.field.text() == "0"  # an empty field goes back to the default


@pytest.mark.parametrize(("option", "text", "said"), [
    ("lag_days", "2.5", "“2.5” does not fit. Write a whole number from 0 to 730."), ("lag_days", "soon", "“soon” is no number. Write it as 1,250."),
    ("required_return", "0", "“0” does not fit. Write a number from 0.1 to 100.")])
def test_what_does_not_fit_is_said_beside_the_field(demo_hands, open_detail, option, text, said):
    detail = open_detail(demo_hands, "cost_per_sql")
    field, before = detail.choices.entries[option].field, demo_hands.session.selection
    field.setFocus()
    field.selectAll()
    demo_hands.qtbot.keyClicks(field, text)
    demo_hands.qtbot.keyClick(field, Qt.Key.Key_Return)
    demo_hands.settle()
    assert demo_hands.session.selection == before and detail.choices.wrong.text() == said
    demo_hands.qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert detail.choices.wrong.text() == "" and detail.isVisible() and field.text() == ("0" if option == "lag_days" else "1.30")


def test_the_ceiling_follows_the_required_return(demo_hands, open_detail):
    detail = open_detail(demo_hands, "cost_per_sql")
    ceiling = lambda: next(b.value for b in detail._shown.state.result.beside if b.key == "ceiling")  # noqa: E731  one line, used twice
    before, field = ceiling(), detail.choices.entries["required_return"].field
    field.setFocus()
    field.selectAll()
    demo_hands.qtbot.keyClicks(field, "2.6")
    demo_hands.qtbot.keyClick(field, Qt.Key.Key_Return)
    demo_hands.settle()
    assert ceiling() == pytest.approx(before / 2)


def test_the_purchase_gap_is_offered_by_purchase_alone(qtbot, tmp_path, demo_hands, open_detail):
    assert not open_detail(demo_hands, "customer_retention").choices.isVisible()
    invoices = "customer,date,revenue\nA,2024-01-05,10\nA,2024-02-04,10\nA,2024-03-25,10\nB,2024-01-10,5\n"
    hands = Hands(qtbot, fill(tmp_path / "shop.kpi", {"invoices.csv": invoices}), "2024-02")
    detail = open_detail(hands, "customer_retention")
    gap = detail.choices.entries["retention_gap_days"]
    assert gap.field.text() == "48" and not gap.take.isVisible() and detail._value.text() == "50.0\u00a0%"  # gaps of 30 and 50 days
    gap.field.setFocus()
    gap.field.selectAll()
    hands.qtbot.keyClicks(gap.field, "24")
    hands.qtbot.keyClick(gap.field, Qt.Key.Key_Return)
    hands.settle()
    assert hands.session.selection.options.retention_gap_days == 24 and detail._value.text() == "0.0\u00a0%" and gap.take.text() == "proposed: 48 days"
    hands.close()


# -- the head --------------------------------------------------------------------------------------------------------------


def test_marks_interval_sample_size_and_coverage_stand_beside_the_value(hands, demo_hands, open_detail):
    detail = open_detail(hands, "cost_per_sql")
    assert detail.head.small.isVisible() and detail.head.small.toolTip() == "Fewer than 30 observations: 1."
    assert detail._note.text() == "€500 for 1 SQL · 95 % interval €89.74 to €19,749 · n = 1 · covers all rows"
    detail = open_detail(demo_hands, "customer_profitability")
    assert not detail.head.small.isVisible() and "of revenue" in detail._note.text()


def test_within_noise_is_a_mark_and_said_once(hands, open_detail):
    detail = open_detail(hands, "mqls")
    assert detail.head.noise.isVisible() and detail.head.change.text() == "↑ 1"


def test_an_unfinished_period_is_said_in_the_bar_alone(demo_hands, open_detail):
    detail = open_detail(demo_hands, "mqls")
    demo_hands.session.select(demo_hands.session.selection.with_period(Period.parse("2026")))
    demo_hands.settle()
    shown = detail._shown
    unfinished = demo_hands.window._bar._unfinished
    assert ("has not ended" in unfinished.text()) == any("has not ended" in str(w) for w in shown.state.result.warnings)
    assert unfinished.isVisible() and unfinished.text().startswith("Nothing falls into this period: the data reach from")
    assert not any("has not ended" in text for text in words(detail) if text != detail._trend.accessibleDescription())


def test_what_has_no_data_shows_no_empty_panels(hands, open_detail):
    detail = open_detail(hands, "nps")
    assert not any(part.isVisible() for part in (detail._trend_panel, detail._bars_panel, detail.breakdown, detail._beside, detail._rows_button, detail._by))


def test_sales_velocity_shows_its_factors(demo_hands, open_detail):
    detail = open_detail(demo_hands, "sales_effectiveness")
    assert "open deals ×" in detail._beside.how.text() and detail._beside.how.text().endswith("a day")
    assert not open_detail(demo_hands, "mqls")._beside.how.isVisible()


# -- small tables ----------------------------------------------------------------------------------------------------------


def shown_grids(detail):
    return {g.shown[0].key: g for g in detail.grids if g.isVisible()}


def test_pictures_and_tables_stand_together(demo_hands, open_detail):
    grids = shown_grids(open_detail(demo_hands, "nps"))
    distribution = grids["distribution"]
    assert distribution.picture.isVisible() and distribution.view.isVisible() and not distribution.switch.isVisible()
    assert distribution.picture._chart.kind == "columns" and cells(distribution.view, 0)[0] == "10"


def test_the_triangle_turns_into_a_table_and_back(demo_hands, open_detail):
    triangle = shown_grids(open_detail(demo_hands, "customer_retention"))["cohorts"]
    assert triangle.picture.isVisible() and not triangle.view.isVisible() and triangle.picture._chart.kind == "heat"
    demo_hands.click(triangle.switch)
    assert not triangle.picture.isVisible() and triangle.view.isVisible() and headers(triangle.view)[:3] == ["Started in", "Customers", "after 1 month"]
    demo_hands.click(triangle.switch)
    assert triangle.picture.isVisible()


def test_formats_are_compared_side_by_side(demo_hands, open_detail):
    detail = open_detail(demo_hands, "target_attendance")
    view = shown_grids(detail)["by_format"].view
    assert headers(view) == ["Format", "online", "offline"] and {"Show rate", "Cost per SQL", "ROI"} <= set(cells(view, 0))


def test_the_table_that_repeats_the_breakdown_is_not_shown_twice(demo_hands, open_detail):
    detail = open_detail(demo_hands, "close_rate")
    assert "by_source" not in shown_grids(detail) and "loss_reasons" in shown_grids(detail)
    demo_hands.choose(detail._by, "segment")
    assert "by_source" in shown_grids(detail)


def test_the_rows_behind_a_small_table(demo_hands, open_detail):
    reasons = shown_grids(open_detail(demo_hands, "close_rate"))["loss_reasons"]
    demo_hands.click(reasons.rows)
    dialog = demo_hands.dialog(RowsDialog)
    assert dialog.windowTitle() == "Rows behind Why deals were lost" and dialog._count.text() == f"{sum(r[1] for r in reasons.shown[0].rows)} rows"
    dialog.accept()
    demo_hands.settle()


def test_what_did_not_change_is_not_filled_again(demo_hands, open_detail, monkeypatch):
    detail = open_detail(demo_hands, "close_rate")
    panel, filled = detail.grids[0], []
    monkeypatch.setattr(panel._model, "show_rows", lambda *a, **k: filled.append(a))
    labels = [id(cell[0]) for cell in detail._beside._cells]
    detail.show_screen(replace(detail._shown))
    assert not filled and [id(cell[0]) for cell in detail._beside._cells] == labels
    panel.show_grid(Grid("other", Text("Other"), (("a", Text("A"), None),), (("x",),)), None, "EUR")
    assert filled and not panel.picture.isVisible()


def test_left_out_rows_are_told_with_their_reason(qtbot, tmp_path, open_detail):
    answers = "date,score,respondent\n2024-01-02,9,a\n2024-01-20,10,a\n2024-01-05,3,b\n"
    hands = Hands(qtbot, fill(tmp_path / "nps.kpi", {**FILES, "nps.csv": answers}), "2024-01")
    detail = open_detail(hands, "nps")
    assert detail._from.text() == "2 rows from 1 file · 1 left out" and detail._left_out.text() == "1 row left out: an earlier answer of the same respondent"
    hands.close()


def test_a_kpi_without_data_leads_to_the_import_that_it_lacks(hands, monkeypatch):
    asked = []
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *a, **k: asked.append(a[1]) or ([], ""))
    hands.tab(OVERVIEW).open_detail("nps")
    hands.settle()
    hands.click("Import NPS answers …")
    assert hands.window._tabs.currentIndex() == IMPORT and asked == ["Choose files for NPS answers"]
    hands.tab(OVERVIEW).open_detail("mqls")
    hands.settle()
    assert not any(w.startswith("Import ") for w in words(hands.window.overview_tab))
