"""By keys alone and by ear: in every place each control can be reached, seen to be reached, and has a name; charts tell their finding in words."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QSlider,
    QTabBar,
    QTableView,
    QWidget,
)

from kpi_desktop.metrics.registry import KPIS
from kpi_desktop.ui.chart_view import ChartView
from kpi_desktop.ui.main_window import FUNNEL, IMPORT, OVERVIEW, PLANNER
from kpi_desktop.ui.widgets import button

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractSpinBox, QSlider, QTableView, QListWidget, QTabBar, ChartView)


def places(hands):
    """Every tab and page, and a KPI in full."""
    for tab, part in ((IMPORT, hands.window.data_tab), (PLANNER, hands.window.planner_tab)):
        hands.tab(tab)
        for at in range(len(part.pages)):
            part.turn_to(at)
            hands.settle()
            yield f"{tab}/{at}"
    for tab in (OVERVIEW, FUNNEL):
        hands.tab(tab)
        yield str(tab)
    hands.tab(OVERVIEW)
    for kpi in (KPIS[0], KPIS[4], KPIS[7]):
        hands.window.overview_tab.open_detail(kpi.id)
        hands.settle()
        yield kpi.id


def own(w):
    """Not a part that Qt makes inside a control (a spin box's line, a tab bar's arrows, a table's corner)."""
    return not w.objectName().startswith("qt_") and not isinstance(w.parent(), QAbstractSpinBox | QComboBox | QTabBar | QTableView)


def test_every_control_has_a_name_and_can_be_reached(demo_hands):
    nameless, unreached = set(), set()
    for place in places(demo_hands):
        for w in demo_hands.window.findChildren(QWidget):
            if not isinstance(w, CONTROLS) or not w.isVisible() or not own(w):
                continue
            text = w.text() if isinstance(w, QAbstractButton) else ""
            if not (w.accessibleName() or text.strip()):
                nameless.add(f"{place}: {type(w).__name__} in {type(w.parent()).__name__}")
            if w.isEnabled() and not w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.property("role") != "about" and not isinstance(w, ChartView):
                unreached.add(f"{place}: {type(w).__name__} {w.accessibleName() or text}")
    assert not nameless and not unreached


def test_every_chart_says_its_finding(demo_hands):
    silent, found = set(), 0
    for place in places(demo_hands):
        for view in demo_hands.window.findChildren(ChartView):
            if view.isVisible():
                found += 1
                if not view.accessibleName() or len(view.accessibleDescription()) < 10:
                    silent.add(f"{place}: {view.accessibleName()!r} {view.accessibleDescription()!r}")
    assert found > 8 and not silent


@pytest.mark.parametrize("role", ["", "main", "link", "quiet", "chip", "step", "switch"])
def test_a_button_that_has_the_keys_can_be_seen_to(dressed, qtbot, role):
    seen_to_have_the_keys(qtbot, button("Press", lambda: None, role))


@pytest.mark.parametrize("kind", [QCheckBox, QLineEdit, QComboBox, lambda: QSlider(Qt.Orientation.Horizontal)], ids=["tick", "line", "choice", "slider"])
def test_a_field_that_has_the_keys_can_be_seen_to(dressed, qtbot, kind):
    seen_to_have_the_keys(qtbot, kind())


def seen_to_have_the_keys(qtbot, w):
    """Its picture differs between having them and not."""
    qtbot.addWidget(w)
    w.resize(120, 30)
    w.show()
    w.activateWindow()
    w.setFocus()
    QCoreApplication.processEvents()
    assert w.hasFocus()
    if isinstance(w, QLineEdit):
        w.setReadOnly(True)  # without the blinking line
    with_keys = w.grab().toImage()
    w.clearFocus()
    QCoreApplication.processEvents()
    assert w.grab().toImage() != with_keys
