"""A lane of work: one thing after the other, the latest wins where asked, errors come back as what they are."""

import threading

import pytest

from kpi_desktop.app import crashes
from kpi_desktop.app.tasks import Calm, Lane
from kpi_desktop.model.problem import Text, UserError

WHAT = Text("Computing")


@pytest.fixture
def lane(request):
    made = Lane("test", latest_wins=getattr(request, "param", False))
    made.said, made.troubles, made.results = [], [], []
    made.busy.connect(made.said.append)
    made.trouble.connect(made.troubles.append)
    yield made
    made.close()


def until_idle(qtbot, lane):
    qtbot.waitUntil(lambda: lane.idle)


def test_work_comes_back_in_order_on_the_callers_thread(lane, qtbot):
    threads = []
    for name in "abc":
        lane.run(WHAT, lambda progress, name=name: (name, threading.current_thread()), lambda r: threads.append((*r, threading.current_thread())))
    until_idle(qtbot, lane)
    assert [t[0] for t in threads] == ["a", "b", "c"]
    assert all(worker is not here and here is threading.main_thread() for _, worker, here in threads)


@pytest.mark.parametrize("lane", [True], indirect=True)
def test_the_latest_wins_and_earlier_results_are_dropped(lane, qtbot):
    started, go_on, stopped = threading.Event(), threading.Event(), []

    def first(progress):
        started.set()
        go_on.wait(5)
        try:
            progress(1, 2)
        except BaseException as error:
            stopped.append(type(error).__name__)
            raise
        return "first"

    lane.run(WHAT, first, lane.results.append)
    assert started.wait(5)
    lane.run(WHAT, lambda progress: "second", lane.results.append)
    lane.run(WHAT, lambda progress: "third", lane.results.append)
    go_on.set()
    until_idle(qtbot, lane)
    assert lane.results == ["third"] and stopped == ["Cancelled"] and not lane.troubles


def test_without_latest_wins_nothing_is_dropped(lane, qtbot):
    for number in range(3):
        lane.run(WHAT, lambda progress, number=number: number, lane.results.append)
    until_idle(qtbot, lane)
    assert lane.results == [0, 1, 2]


def test_progress_is_told_and_ends(lane, qtbot):
    lane.run(WHAT, lambda progress: [progress(k, 4) for k in range(5)], lane.results.append)
    until_idle(qtbot, lane)
    shares = [b.done for b in lane.said if b is not None]
    assert shares[0] is None and shares == sorted(shares, key=lambda s: -1 if s is None else s) and shares[-1] == 1.0
    assert lane.said[-1] is None


def test_what_cannot_be_cancelled_goes_on(lane, qtbot):
    started, go_on = threading.Event(), threading.Event()

    def work(progress):
        started.set()
        go_on.wait(5)
        progress(1, 2)
        return "whole"

    lane.run(WHAT, work, lane.results.append, can_cancel=False)
    assert started.wait(5) and lane.said[-1].can_cancel is False
    lane.cancel()
    go_on.set()
    until_idle(qtbot, lane)
    assert lane.results == ["whole"]


def fails_with(error):
    def work(progress):
        raise error
    return work


def test_what_a_person_can_mend_arrives_with_its_advice(lane, qtbot):
    lane.run(WHAT, fails_with(UserError(Text("There is no folder {folder}.", folder="x"), Text("Make it first."))), lane.results.append)
    until_idle(qtbot, lane)
    (trouble,) = lane.troubles
    assert str(trouble.what) == "There is no folder x." and str(trouble.advice) == "Make it first." and not trouble.traceback
    assert not lane.results


def test_a_bug_arrives_with_its_traceback_and_the_lane_lives_on(lane, qtbot):
    lane.run(WHAT, fails_with(KeyError("surprise")), lane.results.append)
    lane.run(WHAT, lambda progress: "next", lane.results.append)
    until_idle(qtbot, lane)
    (trouble,) = lane.troubles
    assert "KeyError: 'surprise'" in trouble.traceback and "fails_with" not in str(trouble.what)
    log = crashes.log_file().read_text("utf-8")
    assert "builtins.KeyError" in log and "surprise" not in log and str(crashes.log_file()) in str(trouble.what) and lane.results == ["next"]


@pytest.mark.parametrize("takes", [True, False])
def test_the_caller_may_take_trouble_itself(lane, qtbot, takes):
    taken = []
    lane.run(WHAT, fails_with(UserError(Text("no"))), lane.results.append, failed=lambda t: taken.append(t) or takes)
    until_idle(qtbot, lane)
    assert len(taken) == 1 and bool(lane.troubles) is not takes


def test_close_waits_for_work_and_drops_its_result(qtbot):
    lane, started, ended, results = Lane("test"), threading.Event(), [], []

    def work(progress):
        started.set()
        while True:
            progress(0, 1)
            ended[:] = ["still going"]

    lane.run(WHAT, work, results.append)
    lane.run(WHAT, lambda progress: ended.append("never begun"), results.append)
    assert started.wait(5)
    lane.close()
    assert lane.idle and not results and "never begun" not in ended
    assert not [t for t in threading.enumerate() if t.name.startswith("test_")]


def test_what_is_quiet_rests_while_anybody_waits_and_gives_way_to_what_comes_after_it(qtbot):
    calm = Calm()
    quiet, other = Lane("quiet", calm=calm), Lane("other", calm=calm)
    steps, go_on, ended = [], threading.Event(), []

    def slow(progress):
        for step in range(10**9):
            progress(step, 10**9)
            steps.append(step)

    quiet.run(WHAT, slow, ended.append, quiet=True, cancelled=lambda: ended.append("given way"))
    qtbot.waitUntil(lambda: len(steps) > 3)
    other.run(WHAT, lambda progress: go_on.wait(5), ended.append)
    qtbot.wait(50)
    held = len(steps)
    qtbot.wait(50)
    assert len(steps) == held
    go_on.set()
    qtbot.waitUntil(lambda: len(steps) > held + 3 and ended == [True])
    quiet.run(WHAT, lambda progress: "next", ended.append)
    qtbot.waitUntil(lambda: len(ended) == 3)
    assert ended == [True, "given way", "next"]
    for lane in (quiet, other):
        lane.close()
