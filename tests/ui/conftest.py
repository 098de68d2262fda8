"""A window over a small workspace or the demo; no test leaves windows, dialogs or threads behind."""

import shutil
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from kpi_desktop.ui import theme
from kpi_desktop.ui.chart_view import ChartView
from tests.app.conftest import short_report, small_file, workspace  # noqa: F401  fixtures shared with the session's tests
from tests.ui.hands import Hands


@pytest.fixture(autouse=True)
def nothing_is_left(qapp):
    """Fails a test that leaves top-level widgets or threads."""
    widgets, threads = set(map(id, QApplication.topLevelWidgets())), set(threading.enumerate())
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [w for w in QApplication.topLevelWidgets() if id(w) not in widgets]
    assert not [f"{type(w).__name__} {w.windowTitle()!r}" for w in left]
    assert not set(threading.enumerate()) - threads


@pytest.fixture(autouse=True)
def undressed(qapp, request, monkeypatch):
    """Style sheet and charts take most of a window's time: only tests that ask for `dressed` have them."""
    if "dressed" in request.fixturenames:
        return
    if qapp.styleSheet():
        qapp.setStyleSheet("")
    monkeypatch.setattr(ChartView, "_draw", lambda view: None)


@pytest.fixture
def dressed(qapp):
    """The window as a person sees it."""
    theme.apply(qapp, "light")


@pytest.fixture
def hands(qtbot, workspace):  # noqa: F811
    """The window at January of the small workspace."""
    made = Hands(qtbot, workspace, "2024-01")
    yield made
    made.close()


@pytest.fixture
def demo_hands(qtbot, demo_file, tmp_path):
    """The window over the demo, in its last quarter."""
    made = Hands(qtbot, shutil.copy(demo_file, tmp_path / "demo.kpi"))
    yield made
    made.close()


@pytest.fixture
def empty_hands(qtbot, tmp_path):
    """The window over a new workspace."""
    made = Hands(qtbot, tmp_path / "new.kpi")
    yield made
    made.close()
