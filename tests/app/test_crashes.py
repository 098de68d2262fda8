"""A crash leaves a log without anything of the person's, and where the person was."""

import faulthandler
import json
import subprocess
import sys
from pathlib import Path

import pytest

from kpi_desktop import paths
from kpi_desktop.app import crashes
from kpi_desktop.app.crashes import LastState, Vigil

HERE = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def faults_as_before():
    was_on = faulthandler.is_enabled()
    yield
    if was_on:
        faulthandler.enable()


def test_the_log_names_places_and_nothing_of_the_persons(tmp_path):
    try:
        try:
            int("anna.smith@x.com")
        except ValueError as error:
            raise KeyError("/home/anna/clients.csv") from error
    except KeyError as error:
        file = crashes.write(error)
    text = file.read_text("utf-8")
    assert "anna" not in text and "ValueError" in text and "KeyError" in text and 'File "test_crashes.py", line' in text
    assert text.index("ValueError") < text.index("KeyError") and str(Path.home()) not in text


@pytest.mark.parametrize(("path", "said"), [
    ("/home/anna/kpi_desktop/app/session.py", "kpi_desktop/app/session.py"), (r"C:\Users\anna\kpi_desktop\app\x.py", "kpi_desktop/app/x.py"),
    ("/home/anna/.venv/lib/site-packages/pandas/core/frame.py", "pandas/core/frame.py"), ("/home/anna/thing.py", "thing.py")])
def test_places_are_short(path, said):
    assert crashes.short(path) == said


@pytest.mark.parametrize(("told", "state"), [
    ({"workspace": "/w.kpi", "tab": 1, "period": "2024-02"}, LastState(Path("/w.kpi"), 1, "2024-02", "previous", ())),
    ({"workspace": "/w.kpi", "tab": 1, "period": "2024-02", "compare": "none", "filters": [["channel", "SEO"], ["gone", "x"]]},
     LastState(Path("/w.kpi"), 1, "2024-02", "none", (("channel", "SEO"),))),
    ({"workspace": "/w.kpi", "tab": 1, "period": "soon"}, True), ({"workspace": "/w.kpi", "tab": 1, "period": "2024", "compare": "sometimes"}, True),
    ({"workspace": "/w.kpi", "tab": 1, "period": "2024", "filters": [3]}, True), ([], True)])
def test_what_a_marker_says_is_taken_as_far_as_it_can_be(told, state):
    (paths.log_folder() / "running-999999999.json").write_text(json.dumps(told), "utf-8")
    vigil = Vigil()
    assert vigil.left == state
    vigil.end()


def test_what_is_remembered_is_found(tmp_path):
    left = LastState(tmp_path / "w.kpi", 2, "2024-Q1", "year", (("channel", "SEO"), ("country", "DE")))
    first = Vigil()
    first.remember(left)
    following = Vigil()
    assert following.left == left
    for vigil in (first, following):
        vigil.end()


def test_an_orderly_end_leaves_nothing(tmp_path):
    vigil = Vigil()
    vigil.remember(LastState(tmp_path / "w.kpi", 2, "2024-Q1"))
    vigil.end()
    following = Vigil()
    assert following.left is False and not crashes.log_file().exists()
    following.end()


def test_a_native_crash_is_found_at_the_next_start(tmp_path):
    code = ("import faulthandler, os, sys; from pathlib import Path; from kpi_desktop.app.crashes import LastState, Vigil; vigil = Vigil(); "
            "vigil.remember(LastState(Path('/home/anna/w.kpi'), 3, '2024-Q1')); faulthandler._sigsegv()")
    done = subprocess.run([sys.executable, "-c", code], cwd=HERE, capture_output=True)
    assert done.returncode != 0
    vigil = Vigil()
    assert vigil.left == LastState(Path("/home/anna/w.kpi"), 3, "2024-Q1")
    text = crashes.log_file().read_text("utf-8")
    assert "Segmentation fault" in text and str(HERE) not in text and "anna" not in text
    vigil.end()
    again = Vigil()
    assert again.left is False
    again.end()


def test_a_program_that_still_runs_has_not_crashed(tmp_path, monkeypatch):
    first = Vigil()
    monkeypatch.setattr(crashes.os, "getpid", lambda: 1)
    second = Vigil()
    assert second.left is False
    monkeypatch.undo()
    second.end()
    first.end()
