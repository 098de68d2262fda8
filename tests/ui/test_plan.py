"""The plan at the window: made, changed in place, approved, exported, held against fact."""

from PySide6.QtWidgets import QFileDialog

from kpi_desktop.ui.main_window import PLANNER
from tests.ui.hands import cells


def page(hands, at=3):
    tab = hands.tab(PLANNER)
    tab.turn_to(at)
    hands.settle()
    return tab.pages[at]


def typed(view, row, column, text):
    model = view.model()
    model.setData(model.index(row, column), text)


def plan(hands):
    return hands.session.decided.planned.plans[-1]


def test_a_plan_is_made_changed_and_approved(demo_hands):
    shown = page(demo_hands)
    assert "No plan yet" in shown._said.text() and not shown.approve.isVisible()
    demo_hands.click(shown.new)
    assert plan(demo_hands).period == "2026" and len(cells(shown.goals)) == 10
    typed(shown.goals, 2, 2, "400")
    demo_hands.settle()
    assert next(g.value for g in plan(demo_hands).goals if g.kpi == "sqls") == 400
    typed(shown.budget, 0, 1, "9 k")
    demo_hands.settle()
    assert plan(demo_hands).budget[0].amount == 9000
    demo_hands.click(shown.add)
    row = len(plan(demo_hands).actions) - 1
    typed(shown.tasks, row, 1, "Anna")
    demo_hands.settle()
    typed(shown.tasks, row, 2, "2026-03-31")
    demo_hands.settle()
    action = plan(demo_hands).actions[-1]
    assert (action.owner, action.due.isoformat()) == ("Anna", "2026-03-31")
    shown.tasks.setCurrentIndex(shown.tasks.model().index(row, 0))
    demo_hands.click(shown.states[2])
    assert plan(demo_hands).actions[-1].state == "done"
    demo_hands.session.decided.undo()
    demo_hands.settle()
    assert plan(demo_hands).actions[-1].state == "open"
    demo_hands.click(shown.approve)
    assert plan(demo_hands).approved is not None and not shown.add.isEnabled()
    demo_hands.click(shown.version)
    assert [p.version for p in demo_hands.session.decided.planned.plans] == [1, 2] and "A draft" in shown._said.text()


def test_what_cannot_be_is_said_on_the_page(demo_hands):
    shown = page(demo_hands)
    demo_hands.click(shown.new)
    typed(shown.budget, 0, 1, "-5")
    assert "not below 0" in shown.wrong.text()
    typed(shown.tasks, 0, 2, "soon")
    assert "is no day" in shown.wrong.text()
    shown.period.setText("next")
    demo_hands.click(shown.new)
    assert "is not a period" in shown.wrong.text() and len(demo_hands.session.decided.planned.plans) == 1


def test_it_is_exported(demo_hands, tmp_path, monkeypatch):
    shown = page(demo_hands)
    demo_hands.click(shown.new)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(tmp_path / "plan"), "Calendar of the actions (*.ics)"))
    demo_hands.click(shown.export)
    assert (tmp_path / "plan.ics").read_text("utf-8").startswith("BEGIN:VCALENDAR") and "plan.ics" in shown.done.text()


def test_fact_stands_beside_the_plan(demo_hands):
    shown = page(demo_hands)
    shown.period.setText("2025-Q4")
    demo_hands.click(shown.new)
    fact = page(demo_hands, 4)
    assert "of the period has passed" in fact._said.text() and fact._said.text().count("100") == 1
    assert len(cells(fact.practices)) > 3 and cells(fact.goals, 4)[2] in ("behind", "ahead", "on track")
    assert any("late since" in row[1] for row in cells(fact.said))


def test_a_goal_is_set_for_one_practice(demo_hands):
    shown = page(demo_hands)
    demo_hands.click(shown.new)
    shown.goal_kpi.setCurrentIndex(shown.goal_kpi.findData("sqls"))
    shown.goal_member.setCurrentIndex(shown.goal_member.findData("Paid search"))
    shown.goal_value.setText("many")
    demo_hands.click(shown.goal_add)
    assert shown.wrong.text() and shown.goal_value.text() == "many"
    shown.goal_value.setText("70")
    demo_hands.click(shown.goal_add)
    goal = plan(demo_hands).goals[-1]
    assert (goal.kpi, goal.dimension, goal.member, goal.value) == ("sqls", "channel", "Paid search", 70)
    assert cells(shown.goals)[-1][0] == "SQLs, Paid search" and shown.goal_value.text() == ""
    typed(shown.goals, len(cells(shown.goals)) - 1, 2, "")
    demo_hands.settle()
    assert not [g for g in plan(demo_hands).goals if g.member] and len(cells(shown.rests)) > 5
