"""What all screens share is worked out in a pause, nobody waits for it, and it is made anew when the data are others."""

import threading

import pytest

from kpi_desktop.app import session as sessions
from kpi_desktop.metrics import prepare as preparing
from kpi_desktop.model.selection import Compare, Period, Selection
from tests.app.small import settle


@pytest.fixture
def prepared(monkeypatch):
    """The datasets whose preparation ended, in order."""
    done, real = [], preparing.prepare

    def heard_of(data):
        yield from real(data)
        done.append(data)

    monkeypatch.setattr(preparing, "prepare", heard_of)
    return done


def ready(session):
    """Whether the data at hand are prepared, as far as the session knows."""
    return session._data is not None and session._prepared is session._data


def test_a_pause_prepares_what_screens_share_and_a_new_import_asks_for_it_again(qtbot, heard, workspace, prepared):
    session = heard.session
    session.watch("overview")
    session.open(workspace)
    settle(qtbot, session)
    qtbot.waitUntil(lambda: ready(session), timeout=30_000)
    first = session._data
    assert prepared == [first] and "journeys" in first.derived and "dimensions" in vars(first)
    session.select(Selection(Period.parse("2024-01"), Compare.NONE))
    settle(qtbot, session)
    qtbot.wait(2 * sessions._PAUSE)
    assert prepared == [first]  # nothing to do any more
    session.take_back(1)
    settle(qtbot, session)
    qtbot.waitUntil(lambda: ready(session), timeout=30_000)
    assert session._data is not first and prepared == [first, session._data]


def test_preparing_is_left_at_once_and_never_called_busy(qtbot, heard, workspace, monkeypatch):
    session, begun, go, steps = heard.session, threading.Event(), threading.Event(), []

    def slow(data):
        for step in range(100):
            steps.append(step)
            yield
            begun.set()
            go.wait(30)

    monkeypatch.setattr(preparing, "prepare", slow)
    said = []
    session.watch("overview")
    session.open(workspace)
    settle(qtbot, session)
    session.busy.connect(said.append)
    qtbot.waitUntil(begun.is_set, timeout=30_000)
    assert session.idle and not any(said)
    session.select(Selection(Period.parse("2024-02"), Compare.NONE))
    go.set()
    settle(qtbot, session)
    assert heard.screens[-1].snapshot.selection.period == Period.parse("2024-02")
    assert len(steps) <= 3 and session._prepared is None


@pytest.mark.parametrize("screen", ["overview", "detail", "funnel", "planner"])
def test_prepared_data_show_the_same(qtbot, heard, workspace, screen):
    session, how = heard.session, {"kpi": "mqls"} if screen == "detail" else {}
    session._pause.setInterval(10**6)
    session.watch(screen, **how)
    session.open(workspace)
    settle(qtbot, session)
    before = heard.screens[-1]
    for _ in preparing.prepare(session._data):
        pass
    session.watch(screen, **how)
    settle(qtbot, session)
    assert repr(heard.screens[-1]) == repr(before)
