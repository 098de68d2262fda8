"""The funnel in both readings and by any dimension; the planner with the person's own verdicts."""

import pytest

from kpi_desktop.ui.main_window import FUNNEL, PLANNER
from tests.ui.hands import Hands, cells, headers


def names(view):
    return cells(view, 0)


def test_the_funnel_shows_its_stages_as_chart_and_table(dressed, hands):
    tab = hands.tab(FUNNEL)
    stages = {row[0]: row for row in cells(tab._stage_view)}
    assert len(stages) == 6 and stages["Leads"][1:3] == ["2", "1"] and stages["SQL"][1] == "1" and stages["Visitors"][1] == "—"
    assert [t.get_text() for t in tab._chart._canvas.figure.axes[0].texts if t.get_gid() == "place"] == list(stages)
    assert tab._finding.text().startswith("What happened in the period.") and "Upright mark: December 2023." in tab._legend.text()


def test_the_reading_is_chosen_and_stays_when_the_period_changes(hands):
    tab = hands.tab(FUNNEL)
    hands.choose(tab._reading, "cohort")
    assert tab._finding.text().startswith("The leads created in the period")
    hands.window._bar._steps[1].click()
    hands.settle()
    assert tab._reading.currentData() == "cohort" and {r[0]: r[1] for r in cells(tab._stage_view)}["Leads"] == "1"


def test_the_split_is_chosen_or_left_out(demo_hands):
    tab = demo_hands.tab(FUNNEL)
    assert headers(tab._member_view)[0] == "Channel" and "Paid search" in names(tab._member_view)
    demo_hands.choose(tab._split, "country")
    assert headers(tab._member_view)[0] == "Country" and {"DE", "AT", "CH", "NL", "PL"} <= set(names(tab._member_view))
    demo_hands.choose(tab._split, "")
    assert not tab._member_view.isVisible() and tab._split.currentText() == "nothing"


def test_without_a_comparison_nothing_is_said_of_one(hands):
    tab = hands.tab(FUNNEL)
    hands.choose(hands.window._bar._compare, "none")
    assert "Upright mark" not in tab._legend.text() and "Compared" not in headers(tab._stage_view)


def test_an_empty_funnel_is_a_sentence(empty_hands):
    tab = empty_hands.tab(FUNNEL)
    assert "There is no data in the period." in tab._finding.text() and not tab._member_view.isVisible()
    assert set(cells(tab._stage_view, 1)) == {"—"}


def test_practices_stand_with_figures_verdict_and_words(hands):
    tab = hands.tab(PLANNER).review
    (paid,) = [row for row in cells(tab._view) if row[0] == "Paid"]
    assert paid[1] == "€500" and paid[2] == "2" and paid[-1] == "Not enough data"
    assert tab._title.text() == "Paid: Not enough data" and "The rules" in tab._rules.text() and tab._why.text()


def choose_practice(hands, tab, name):
    row = names(tab._view).index(name)
    tab._view.setCurrentIndex(tab._view.model().index(row, 0))
    hands.settle()


def test_ones_own_verdict_and_note_are_kept_when_the_workspace_is_opened_again(hands, qtbot):
    tab = hands.tab(PLANNER).review
    hands.choose(tab._own, "keep")
    tab._note.setText("  наш единственный ")
    hands.click(tab._save)
    assert tab._title.text() == "Paid: Keep" and "computed was: Not enough data" in tab._why.text() and cells(tab._view)[0][-1] == "Keep (yours)"
    again = Hands(qtbot, hands.session.workspace_path, "2024-01")
    other = again.tab(PLANNER).review
    assert other._note.text() == "наш единственный" and other._own.currentData() == "keep"
    again.choose(other._own, "")
    again.click(other._save)
    assert other._title.text() == "Paid: Not enough data" and other._note.text() == "" and other._own.currentText() == "as computed"
    again.close()


def test_enter_in_the_note_keeps_the_verdict_of_the_practice_that_is_shown(demo_hands):
    from PySide6.QtCore import Qt

    tab = demo_hands.tab(PLANNER).review
    choose_practice(demo_hands, tab, "Email")
    demo_hands.choose(tab._own, "eliminate")
    demo_hands.qtbot.keyClicks(tab._note, "too loud")
    demo_hands.qtbot.keyClick(tab._note, Qt.Key.Key_Return)
    demo_hands.settle()
    said = {row[0]: row[-1] for row in cells(tab._view)}
    assert said["Email"] == "Eliminate (yours)" and [n for n, v in said.items() if "yours" in v] == ["Email"]
    assert tab._title.text() == "Email: Eliminate" and tab._note.text() == "too loud"


def test_the_choice_survives_sorting_and_another_period(demo_hands):
    from PySide6.QtCore import Qt

    tab = demo_hands.tab(PLANNER).review
    tab._view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    choose_practice(demo_hands, tab, "Social")
    assert tab._title.text().startswith("Social: ")
    demo_hands.window._bar._steps[0].click()
    demo_hands.settle()
    assert tab._title.text().startswith("Social: ")


@pytest.mark.parametrize(("kind", "some"), [("campaign", "Search brand"), ("event", "")])
def test_other_kinds_of_practices(demo_hands, kind, some):
    tab = demo_hands.tab(PLANNER).review
    demo_hands.choose(tab._kinds, kind)
    assert tab._kinds.currentData() == kind and len(names(tab._view)) >= 2 and (not some or some in names(tab._view))
    assert tab._title.text().split(":")[0] in names(tab._view)


def test_a_planner_without_practices_hides_what_has_nothing_to_say(empty_hands):
    tab = empty_hands.tab(PLANNER).review
    assert not tab._below.isVisible() and not tab._chart.isVisible() and not names(tab._view)


def test_all_stages_are_seen_without_scrolling_in_the_table(dressed, demo_hands):
    tab = demo_hands.tab(FUNNEL)
    assert tab._stage_view.verticalScrollBar().maximum() == 0


def test_a_note_that_is_being_typed_is_not_lost(hands):
    tab = hands.tab(PLANNER).review
    tab._note.setText("half a sen")
    hands.session.watch("planner", kind="channel")
    hands.settle()
    assert tab._note.text() == "half a sen"
