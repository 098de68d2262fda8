"""The overview: ten cards, the detail behind each, its rows, and what an empty workspace offers."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from kpi_desktop.metrics.registry import KPIS
from kpi_desktop.model.selection import Compare
from kpi_desktop.ui.card import Card
from kpi_desktop.ui.main_window import IMPORT, OVERVIEW
from kpi_desktop.ui.rows_dialog import RowsDialog
from tests.ui.hands import cells, headers

MQLS, COST = 1, 4


def test_a_card_says_value_change_and_what_is_missing(hands):
    cards = hands.window.overview_tab._cards
    assert [c.accessibleName() for c in cards][:3] == ["Unique visitors: no data", "MQLs: 2", "SQLs: 1"]
    assert cards[MQLS].accessibleDescription().startswith("↑ 1")
    assert cards[0].accessibleDescription().strip() == "Import Visits to see this figure."
    assert all(c.toolTip() for c in cards)


def test_figures_follow_the_period(hands):
    hands.window._bar._steps[0].click()
    hands.settle()
    cards = hands.window.overview_tab._cards
    assert len(cards) == 10 and cards[MQLS].accessibleName() == "MQLs: 1"


def test_the_keyboard_reaches_every_card_in_order(hands):
    cards = hands.window.overview_tab._cards
    hands.window.activateWindow()
    cards[0].setFocus()
    for card in cards[1:]:
        hands.qtbot.keyClick(hands.window.focusWidget(), Qt.Key.Key_Tab)
        assert hands.window.focusWidget() is card


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_opens_a_card_and_escape_goes_back(hands, key):
    tab = hands.window.overview_tab
    hands.qtbot.keyClick(tab._cards[MQLS], key)
    hands.settle()
    assert tab.currentWidget() is tab._detail and tab._detail._name.text() == "MQLs · January 2024"
    hands.qtbot.keyClick(hands.window, Qt.Key.Key_Escape)
    hands.settle()
    assert tab.currentWidget() is not tab._detail and tab._cards[MQLS].isVisible()


def test_other_keys_and_buttons_open_nothing(hands):
    tab = hands.window.overview_tab
    hands.qtbot.keyClick(tab._cards[MQLS], Qt.Key.Key_A)
    hands.qtbot.mouseClick(tab._cards[MQLS], Qt.MouseButton.RightButton)
    hands.settle()
    assert tab.currentWidget() is not tab._detail


def test_a_detail_says_why_it_changed_or_why_that_is_not_known(dressed, demo_hands):
    demo_hands.click(demo_hands.window.overview_tab._cards[COST])
    detail = demo_hands.window.overview_tab._detail
    assert "mostly because" in detail._why.text() and detail._why_how.text().startswith("Spend / (leads")
    assert len(detail._why_chart._canvas.figure.axes[0].patches) >= 4 and detail._why_chart.accessibleDescription() == detail._why.text()
    demo_hands.session.select(replace(demo_hands.session.selection, compare=Compare.NONE))
    demo_hands.settle()
    assert detail._why.text() == "Choose a period to compare with to see why it changed." and not detail._why_chart.isVisible()


def test_a_detail_has_chart_formula_breakdown_and_rows(dressed, hands):
    hands.click(hands.window.overview_tab._cards[COST])
    detail = hands.window.overview_tab._detail
    assert detail._value.text() == "€500" and detail._formula.text().endswith("€500 / 1 = €500")
    assert detail._trend._canvas.figure.axes[0].lines and "Cost per SQL" in detail._trend.accessibleDescription()
    assert detail._bars._canvas.figure.axes[0].patches and detail._bars_title.text() == "Cost per SQL by Channel"
    assert headers(detail._members_view)[:2] == ["Channel", "Cost per SQL"] and cells(detail._members_view)[0][:2] == ["Paid", "€500"]
    assert detail._from.text() == "2 rows from 2 files"
    hands.click(detail._rows_button)
    dialog = hands.dialog(RowsDialog)
    view = dialog.findChildren(type(detail._members_view))[0]
    assert [dialog._part.itemText(k) for k in range(2)] == ["Spend (1)", "Leads (1)"] and cells(view, len(headers(view)) - 2) == ["spend.csv"]
    assert headers(view)[-2:] == ["File", "Line"]
    hands.click(next(b for b in dialog.children() if getattr(b, "text", lambda: "")() == "Close"))
    assert not hands.window.findChildren(RowsDialog)


def test_a_kpi_without_data_says_what_to_import_and_has_no_rows(hands):
    hands.click(hands.window.overview_tab._cards[8])
    detail = hands.window.overview_tab._detail
    assert detail._value.text() == "no data" and "Import NPS answers" in detail._note.text()
    assert not detail._rows_button.isVisible() and not detail._members_view.isVisible()


def test_another_breakdown_is_chosen_and_kept_for_the_next_kpi(demo_hands):
    tab = demo_hands.window.overview_tab
    demo_hands.click(tab._cards[MQLS])
    demo_hands.choose(tab._detail._by, "country")
    assert set(cells(tab._detail._members_view, 0)[:-1]) == {"DE", "AT", "CH", "NL", "PL"} and cells(tab._detail._members_view, 0)[-1] == "Total"
    demo_hands.click("‹ All KPIs")
    demo_hands.click(tab._cards[2])
    assert tab._detail._by.currentData() == "country" and headers(tab._detail._members_view)[0] == "Country"


@pytest.mark.parametrize("kpi", [k.id for k in KPIS])
def test_the_formula_with_its_numbers_is_true(small_detail, kpi):
    text = small_detail(kpi)
    found = re.search(r":  (100 × )?(\S+) / (\S+) = (\S+)", text)
    if found is not None:
        above, below, value = (float(re.sub(r"[€,\u00a0%]", "", part)) for part in found.groups()[1:])
        factor = 100 if found[1] or "%" in text.rsplit("=", 1)[1] else 1
        assert value == pytest.approx(factor * above / below, rel=0.01, abs=0.5 if found[1] else 0)


@pytest.fixture(scope="module")
def demo_states(demo_file):
    from kpi_desktop.metrics.dataset import Dataset
    from kpi_desktop.metrics.registry import compute
    from kpi_desktop.model.selection import Period, Selection
    from kpi_desktop.store.workspace import Workspace

    with Workspace(demo_file) as ws:
        return compute(Dataset(ws.frames()), Selection(Period.parse("2025")), trend=False)


@pytest.fixture
def small_detail(demo_states):
    from kpi_desktop.ui.detail_head import filled

    def said(kpi):
        state = demo_states.state(kpi)
        return filled(state.kpi.formula, state.result, state.kpi.unit, "EUR")
    return said


def test_a_table_sorts_on_values_with_gaps_last(demo_hands):
    tab = demo_hands.window.overview_tab
    demo_hands.click(tab._cards[COST])
    view = tab._detail._members_view
    amount = lambda text: float(re.sub("[€,]", "", text))  # noqa: E731  one line, used twice
    for order, reverse in ((Qt.SortOrder.AscendingOrder, False), (Qt.SortOrder.DescendingOrder, True)):
        view.sortByColumn(1, order)
        *column, total = cells(view, 1)
        assert total == tab._detail._value.text()
        known = [amount(c) for c in column if c != "—"]
        assert known == sorted(known, reverse=reverse) and len(known) >= 5 and column[len(known):] == ["—"] * (len(column) - len(known))


# -- an empty workspace --------------------------------------------------------------------------------------------------


def test_an_empty_workspace_offers_three_ways_on(empty_hands, monkeypatch):
    window, asked = empty_hands.window, []
    assert window.overview_tab.currentWidget() is window.overview_tab.widget(2) and window.overview_tab.widget(2).isVisible()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: asked.append("workspace") or ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *a, **k: asked.append("files") or ([], ""))
    empty_hands.click("Open a workspace …")
    empty_hands.click("Choose files …")
    assert asked == ["workspace", "files"] and window._tabs.currentIndex() == IMPORT


def test_the_demo_is_one_click_away(qtbot, tmp_path, demo_file, monkeypatch, empty_hands):
    from kpi_desktop.app import reporting

    monkeypatch.setattr(reporting, "fill_demo", lambda path: path.write_bytes(demo_file.read_bytes()))
    empty_hands.click("Look at the demo")
    assert empty_hands.window.windowTitle() == "Demo company – KPI Desktop" and empty_hands.window._tabs.currentIndex() == OVERVIEW
    names = [c.accessibleName() for c in empty_hands.window.findChildren(Card)]
    assert len(names) == 10 and not [n for n in names if "no data" in n]
