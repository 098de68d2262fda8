"""The review page by hands: thresholds tried and kept, groups, how a verdict came about, pictures."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from kpi_desktop.model.plans import Thresholds
from kpi_desktop.store import decisions
from kpi_desktop.store.workspace import Workspace
from kpi_desktop.ui.main_window import PLANNER
from tests.ui.hands import cells, headers


@pytest.fixture
def review(demo_hands):
    """The review of the demo's channels over a year."""
    from kpi_desktop.model.selection import Period

    demo_hands.session.select(demo_hands.session.selection.with_period(Period.parse("2024")))
    demo_hands.settle()
    return demo_hands.tab(PLANNER).review


def slide(hands, page, field, at):
    """Move a threshold's slider as the keys do."""
    slider = page._panel.sliders[field]
    slider.setFocus()
    step = Qt.Key.Key_Right if at > slider.value() else Qt.Key.Key_Left
    for _ in range(abs(at - slider.value())):
        hands.qtbot.keyClick(slider, step)
    hands.settle()


def select(hands, page, *names):
    """Select rows by the names in them."""
    view, listed = page._view, cells(page._view, 0)
    view.clearSelection()
    for name in names:
        how = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        view.selectionModel().select(view.model().index(listed.index(name), 0), how)
    hands.settle()


def kept(hands):
    with Workspace(hands.session.workspace_path) as ws:
        return decisions.planned(ws)


def verdicts(page):
    return {row[0]: row[-1] for row in cells(page._view)}


def test_the_table_has_every_figure(review):
    assert headers(review._view) == ["Practice", "Spend", "Leads", "MQLs", "SQLs", "Won", "Revenue", "Margin", "Cost per SQL", "ROMI", "Trend", "Verdict"]
    row = next(r for r in cells(review._view) if r[0] == "Paid search")
    assert row[10] in ("↓ cheaper", "↑ dearer", "→ steady") and all(c != "—" for c in row)
    index = review._view.model().index(cells(review._view, 0).index("Paid search"), 4)
    practice = review._of(index)
    low, high = practice.intervals["sqls"]
    assert review._lines._interval(practice, index.column()) == f"{round(low)}–{round(high)}" == review._lines.told(practice, 4).removeprefix("95 % interval: ")
    assert "SQLs by month: " in review._lines.told(practice, 10)


def test_a_moved_threshold_tells_which_verdicts_turn_and_is_kept_and_undone(demo_hands, review):
    before = verdicts(review)
    assert not review._panel.keep.isEnabled() and "Move a threshold" in review._panel.turned.text()
    slide(demo_hands, review, "keep", 96)
    after = verdicts(review)
    turned = {n for n in before if before[n] != after[n]}
    said = review._panel.turned.text().split("\n")
    assert turned and said[1:] == [f"{n}: {before[n]} → {after[n]}" for n in before if n in turned]
    assert "at least 96 % likely" in review._rules.text() and kept(demo_hands).thresholds == Thresholds()
    demo_hands.click(review._panel.keep)
    assert kept(demo_hands).thresholds == Thresholds(keep=0.96) and verdicts(review) == after
    assert not review._panel.keep.isEnabled() and "Move a threshold" in review._panel.turned.text()
    demo_hands.session.decided.undo()
    demo_hands.settle()
    assert kept(demo_hands).thresholds == Thresholds() and verdicts(review) == before and review._panel.sliders["keep"].value() == 80


def test_thresholds_go_back_to_those_in_force_or_to_the_programs(demo_hands, review):
    before = verdicts(review)
    slide(demo_hands, review, "too_dear", 12)
    slide(demo_hands, review, "keep", 95)
    demo_hands.click(review._panel.leave)
    assert verdicts(review) == before and review._panel.sliders["too_dear"].value() == 15
    slide(demo_hands, review, "keep", 90)
    demo_hands.click(review._panel.keep)
    demo_hands.click(review._panel.reset)
    assert review._panel.sliders["keep"].value() == 80 and kept(demo_hands).thresholds == Thresholds(keep=0.9)
    demo_hands.click(review._panel.keep)
    assert kept(demo_hands).thresholds == Thresholds() and verdicts(review) == before


def test_rows_are_grouped_reviewed_as_one_and_ungrouped(demo_hands, review):
    before = cells(review._view, 0)
    assert review._hint.isVisible() and not review._group_button.isVisible()
    select(demo_hands, review, "Display ads", "Social")
    assert review._group_button.isVisible()
    demo_hands.qtbot.keyClicks(review._group_name, "Paid reach")
    demo_hands.click(review._group_button)
    names = cells(review._view, 0)
    assert set(names) == {*before, "Paid reach"} - {"Display ads", "Social"}
    assert review._title.text().startswith("Paid reach: ") and "Grouped by you: " in review._why.text()
    demo_hands.click(review._ungroup_button)
    assert cells(review._view, 0) == before and kept(demo_hands).groups == ()


def test_a_group_without_a_name_says_what_is_missing(demo_hands, review):
    troubles = []
    demo_hands.session.problem.connect(troubles.append)
    select(demo_hands, review, "Display ads", "Social")
    demo_hands.click(review._group_button)
    assert "needs a name" in str(troubles[-1].what) and kept(demo_hands).groups == ()


def test_how_a_verdict_came_about_is_told_when_asked_for(demo_hands, review):
    words = review._words
    assert not words.how.isVisible()
    demo_hands.click(words.ask)
    said = words.how.text()
    assert "GAMMA.DIST" in said and "this rule holds and decides" in said and "✓" in said and "needed: 80 % or more" in said
    slide(demo_hands, review, "keep", 85)
    assert "needed: 85 % or more" in words.how.text()


def test_the_picture_is_switched(demo_hands, review):
    assert review._chart._chart.kind == "bubbles" and review._picture_note.isVisible()
    demo_hands.choose(review._picture, "intervals")
    assert review._chart._chart.kind == "practices" and not review._picture_note.isVisible()


def test_events_are_not_grouped(demo_hands, review):
    demo_hands.choose(review._kinds, "event")
    assert not review._groups.isVisible()


@pytest.mark.parametrize(("low", "high", "said"), [
    (19, 40, "19–40"), (1_613, 3_560, "1,613–3,560"), (2_627, 78_374, "3–78\u00a0k"), (134_600, 614_600, "135–615\u00a0k"), (9e5, 1_440_000, "0.9–1.4\u00a0M")])
def test_an_interval_takes_little_room(low, high, said):
    from kpi_desktop import i18n

    i18n.set_language("en")
    assert i18n.between(low, high) == said


def test_a_ceiling_of_ones_own_is_tried_and_kept(demo_hands, review):
    field = review._panel.ceiling
    field.setFocus()
    demo_hands.qtbot.keyClicks(field, "-1")
    demo_hands.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "A SQL cannot cost" in review._panel.wrong.text()
    field.clear()
    demo_hands.qtbot.keyClicks(field, "1")
    demo_hands.qtbot.keyClick(field, Qt.Key.Key_Return)
    demo_hands.settle()
    assert "(set by you)" in review._ceiling.text() and "Keep" not in verdicts(review).values() and kept(demo_hands).thresholds.ceiling is None
    demo_hands.click(review._panel.keep)
    assert kept(demo_hands).thresholds.ceiling == 1.0
