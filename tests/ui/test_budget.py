"""The budget at the window: sliders, limits, the best split, the way back, scenarios."""

from kpi_desktop.ui.main_window import PLANNER
from tests.ui.hands import cells


def page(hands):
    tab = hands.tab(PLANNER)
    tab.turn_to(2)
    hands.settle()
    return tab.budget


def amounts(shown):
    return dict(shown._shown.asked.amounts)


def test_a_slider_moves_what_is_expected_and_undo_takes_it_back(demo_hands):
    shown = page(demo_hands)
    name, line = next(iter(shown.table._lines.items()))
    before, sqls = amounts(shown)[name], line.figures[1].text()
    line.slider.sliderMoved.emit(10)
    demo_hands.settle()
    assert amounts(shown)[name] < before and line.figures[1].text() != sqls
    line.slider.setValue(10)
    line.slider.sliderReleased.emit()
    demo_hands.settle()
    assert demo_hands.session.decided.to_undo
    demo_hands.session.decided.undo()
    demo_hands.settle()
    assert amounts(shown)[name] == before and line.figures[1].text() == sqls


def test_an_amount_can_be_typed_and_held(demo_hands):
    shown = page(demo_hands)
    name, line = next(iter(shown.table._lines.items()))
    line.field.setText("50 k")
    line.field.editingFinished.emit()
    demo_hands.settle()
    assert amounts(shown)[name] == 50_000
    line.fixed.click()
    demo_hands.settle()
    demo_hands.click(shown.split)
    assert amounts(shown)[name] == 50_000 and not line.slider.isEnabled()
    line.field.setText("much")
    line.field.editingFinished.emit()
    assert line.field.property("tone") == "worse" and "is no number" in line.field.toolTip()


def test_the_best_split_says_what_it_gains(demo_hands):
    shown = page(demo_hands)
    total = sum(amounts(shown).values())
    demo_hands.click(shown.split)
    assert "more gross profit than today's split" in shown._gain.text() or "cannot tell" in shown._gain.text()
    assert abs(sum(amounts(shown).values()) - 0.9 * total) < 1  # whole units were typed; a tenth is kept for tests
    demo_hands.choose(shown.goal, "cost")
    shown.sqls.setText("9000000")
    demo_hands.click(shown.split)
    assert shown.trouble.isVisible() and "cannot be reached" in shown.trouble.text()


def test_scenarios_stand_side_by_side(demo_hands):
    shown = page(demo_hands)
    demo_hands.click(shown.scenarios.save)
    assert "needs a name" in shown.scenarios.wrong.text()
    shown.scenarios.name.setText("As last year")
    demo_hands.click(shown.scenarios.save)
    demo_hands.click(shown.split)
    rows = cells(shown.scenarios.view)
    assert [r[0] for r in rows] == ["As last year", "This budget"] and rows[0][1] != rows[1][1]
    shown.scenarios.view.selectRow(0)
    demo_hands.click(shown.scenarios.work)
    rows = cells(shown.scenarios.view)
    assert rows[0][1] == rows[1][1]
    shown.scenarios.view.selectRow(0)
    demo_hands.click(shown.scenarios.remove)
    assert not [s for s in demo_hands.session.decided.planned.scenarios if s.name]


def test_the_way_back_from_a_goal(demo_hands):
    shown = page(demo_hands)
    shown.backward.goal.setText("4 M")
    shown.backward.goal.returnPressed.emit()
    demo_hands.settle()
    assert len(cells(shown.backward.view)) == 5 and "new leads" in shown.backward.said.text()
    shown.backward.goal.setText("a lot")
    shown.backward.goal.returnPressed.emit()
    assert "is no number" in shown.backward.said.text()


def test_what_is_assumed_can_be_changed(demo_hands):
    shown = page(demo_hands)
    line = next(iter(shown.table._lines.values()))
    line.field.setText("200 k")
    line.field.editingFinished.emit()
    demo_hands.settle()
    before = line.figures[1].text()
    shown.assumptions.value.setText("0.9")
    shown.assumptions.value.editingFinished.emit()
    demo_hands.settle()
    assert line.figures[1].text() != before and "0.90 assumed" in shown.assumptions._source.text()
    shown.assumptions.value.setText("2")
    shown.assumptions.value.editingFinished.emit()
    demo_hands.settle()
    assert "lies between 0" in shown.trouble.text()


def test_periods_are_typed_and_a_period_that_cannot_be_is_refused(demo_hands):
    shown = page(demo_hands)
    shown.period.setText("2026-Q1")
    shown.period.returnPressed.emit()
    demo_hands.settle()
    assert shown._shown.period.code == "2026-Q1"
    shown.period.setText("soon")
    shown.period.returnPressed.emit()
    assert "is not a period" in shown.trouble.text()
