"""Hypotheses at the window: proposed, taken up, changed, kept, undone."""

from PySide6.QtCore import QDate

from kpi_desktop.ui.main_window import PLANNER
from tests.ui.hands import cells


def page(hands):
    tab = hands.tab(PLANNER)
    tab.turn_to(1)
    hands.settle()
    return tab.hypotheses


def test_a_proposal_becomes_ones_own_and_is_kept(demo_hands):
    shown = page(demo_hands)
    first = shown.proposals.model().index(0, 0).data()
    shown.proposals.selectRow(0)
    assert first in shown._why.text() and "If we" in shown._why.text()
    demo_hands.click(shown.take)
    assert shown.kept.model().rowCount() == 1 and shown.editor.isVisible()
    shown.editor.threshold.setText("12 %")
    shown.editor.change.setText("write shorter forms")
    shown.editor.scores[2].setValue(9)
    demo_hands.click(shown.editor.keep)
    (h,) = demo_hands.session.decided.planned.hypotheses
    assert (h.threshold, h.change, h.ease) == (0.12, "write shorter forms", 9) and not shown.editor.isVisible()
    assert h.practice == first and cells(shown.kept)[0][-1] == "write shorter forms"
    demo_hands.session.decided.undo()
    demo_hands.settle()
    assert demo_hands.session.decided.planned.hypotheses[0].change != "write shorter forms"


def test_what_cannot_be_kept_is_said_beside_the_fields(demo_hands):
    shown = page(demo_hands)
    demo_hands.click(shown.new)
    demo_hands.click(shown.editor.keep)
    assert "from which value" in shown.editor.wrong.text()
    shown.editor.threshold.setText("a lot")
    demo_hands.click(shown.editor.keep)
    assert "is no number" in shown.editor.wrong.text()
    shown.editor.threshold.setText("30 %")
    shown.editor.until.setDate(QDate(2020, 1, 1))
    demo_hands.click(shown.editor.keep)
    assert "before it has begun" in shown.editor.wrong.text() and not demo_hands.session.decided.planned.hypotheses


def test_the_own_answer_wins_and_a_hypothesis_can_go(demo_hands):
    shown = page(demo_hands)
    shown.proposals.selectRow(0)
    demo_hands.click(shown.take)
    demo_hands.choose(shown.editor.answer, "refuted")
    demo_hands.click(shown.editor.keep)
    assert "Refuted (yours)" in cells(shown.kept)[0]
    shown.kept.selectRow(0)
    assert "Begins on" in shown._told.text()
    demo_hands.click(shown.editor.drop)
    assert not demo_hands.session.decided.planned.hypotheses


def test_nothing_to_propose_says_why(empty_hands):
    empty_hands.session.watch("hypotheses", kind="channel")
    empty_hands.settle()
    assert not empty_hands.window.planner_tab.hypotheses._proposed.isVisible()
