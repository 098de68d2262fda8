"""A session that is closed after the test, with its workers."""

import shutil
import threading

import pytest

from tests.app import small


@pytest.fixture(scope="session")
def small_file(tmp_path_factory):
    """The small workspace, made once; tests take a copy."""
    return small.fill(tmp_path_factory.mktemp("small") / "small.kpi")


@pytest.fixture
def workspace(small_file, tmp_path):
    """A copy of the small workspace."""
    return shutil.copy(small_file, tmp_path / "small.kpi")


@pytest.fixture
def short_report(monkeypatch):
    """Reports have a first page only, where what stands in them is not what is tested."""
    from kpi_desktop.report import title, writing

    monkeypatch.setattr(writing, "PAGES", (("title", title.page),))


@pytest.fixture
def heard(qtbot):
    """A session and what it says; its workers have ended when the test is over."""
    before = set(threading.enumerate())
    made = small.Heard(qtbot)
    yield made
    made.session.close()
    assert set(threading.enumerate()) <= before
