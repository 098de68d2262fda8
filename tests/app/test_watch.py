"""The watched folder: complete and known files come in by themselves, others wait, none twice."""

import pytest

from kpi_desktop.app.session import Session
from kpi_desktop.app.watch import listed
from kpi_desktop.model.problem import UserError
from tests.ui.hands import settle

OLIST = "mql_id,first_contact_date,landing_page_id,origin\n"


@pytest.fixture
def session(qtbot, tmp_path):
    made = Session()
    made.open(tmp_path / "w.kpi")
    settle(qtbot, made)
    yield made
    made.close()


def states(session):
    return {f.path.name: f.state for f in session.incoming._files.values()}


def test_a_known_file_comes_in_and_a_strange_one_waits(qtbot, session, tmp_path):
    folder = tmp_path / "exports"
    folder.mkdir()
    session.incoming.watch_folder(folder)
    (folder / "leads.csv").write_text(OLIST + "a1,2018-01-05,p,email\n", "utf-8")
    (folder / "strange.csv").write_text("colour,shape\nred,round\n", "utf-8")
    (folder / "picture.png").write_bytes(b"x")
    qtbot.waitUntil(lambda: states(session) == {"leads.csv": "done", "strange.csv": "decide"}, timeout=8000)
    settle(qtbot, session)
    assert [i.file for i in session.incoming._imports.log] == ["leads.csv"]


def test_what_was_seen_to_is_not_taken_again_after_a_restart_but_a_longer_file_is(qtbot, session, tmp_path):
    folder = tmp_path / "exports"
    folder.mkdir()
    file = folder / "leads.csv"
    file.write_text(OLIST + "a1,2018-01-05,p,email\n", "utf-8")
    session.incoming.watch_folder(folder)
    qtbot.waitUntil(lambda: states(session) == {"leads.csv": "done"}, timeout=8000)
    settle(qtbot, session)
    session.open(tmp_path / "w.kpi")
    settle(qtbot, session)
    qtbot.waitUntil(lambda: session.incoming.watched._before != {}, timeout=8000)
    assert session.incoming.watched.folder == folder and not states(session)
    file.write_text(OLIST + "a1,2018-01-05,p,email\nb2,2018-01-06,p,social\n", "utf-8")
    qtbot.waitUntil(lambda: states(session) == {"leads.csv": "done"}, timeout=8000)
    settle(qtbot, session)
    assert session.incoming._imports.log[0].counts["leads"]["added"] == 1


def test_a_folder_that_goes_away_is_told_once_and_watched_again_when_it_is_back(qtbot, session, tmp_path):
    told, folder = [], tmp_path / "share"
    session.problem.connect(told.append)
    session.incoming.watch_folder(folder)
    qtbot.waitUntil(lambda: bool(told), timeout=8000)
    with pytest.raises(UserError):
        listed(folder)
    session.incoming.watched._look()
    qtbot.waitUntil(lambda: session.incoming.watched._lane.idle, timeout=8000)
    folder.mkdir()
    (folder / "leads.csv").write_text(OLIST + "a1,2018-01-05,p,email\n", "utf-8")
    qtbot.waitUntil(lambda: states(session) == {"leads.csv": "done"}, timeout=8000)
    settle(qtbot, session)
    assert len(told) == 1 and "share" in str(told[0].what)


def test_half_written_files_and_those_of_other_programs_are_left_alone(tmp_path):
    for name in ("leads.csv.crdownload", "leads.csv.part", "~$leads.xlsx", ".leads.csv", "leads.tmp"):
        (tmp_path / name).write_text("x", "utf-8")
    (tmp_path / "begun.csv").touch()
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "leads.csv").write_text("x", "utf-8")
    assert list(listed(tmp_path)) == ["leads.csv"]


def test_a_file_waits_until_it_stops_growing(qtbot, session, tmp_path):
    watch, file = session.incoming.watched, tmp_path / "leads.csv"
    watch.start(tmp_path, {})
    watch._timer.stop()
    taken = []
    session.incoming.take_from_watch = taken.append
    for rows in range(1, 4):
        file.write_text(OLIST + "a1,2018-01-05,p,email\n" * rows, "utf-8")
        watch._compare(tmp_path, listed(tmp_path))
        assert not taken
    watch._compare(tmp_path, listed(tmp_path))
    watch._compare(tmp_path, listed(tmp_path))
    assert taken == [[file]]


def test_a_file_that_waits_is_offered_again_after_a_restart_and_once_only(qtbot, session, tmp_path):
    folder = tmp_path / "exports"
    folder.mkdir()
    session.incoming.watch_folder(folder)
    file = folder / "strange.csv"
    file.write_text("colour,shape\nred,round\n", "utf-8")
    qtbot.waitUntil(lambda: states(session) == {"strange.csv": "decide"}, timeout=8000)
    file.write_text("colour,shape\nred,round\nblue,square\n", "utf-8")
    qtbot.waitUntil(lambda: [len(f.sample) for f in session.incoming._files.values()] == [2], timeout=8000)
    settle(qtbot, session)
    session.open(tmp_path / "w.kpi")
    settle(qtbot, session)
    qtbot.waitUntil(lambda: states(session) == {"strange.csv": "decide"}, timeout=8000)
    session.incoming.forget(next(iter(session.incoming._files)))
    settle(qtbot, session)
    session.open(tmp_path / "w.kpi")
    settle(qtbot, session)
    qtbot.waitUntil(lambda: session.incoming.watched._before != {}, timeout=8000)
    assert not states(session)


def test_cells_of_a_spreadsheet_are_a_file(qtbot, session):
    told = []
    session.problem.connect(told.append)
    session.incoming.paste("  ")
    assert len(told) == 1
    session.incoming.paste("lead\tcreated\tchannel\n7\t2024-03-05\tFair\n")
    settle(qtbot, session)
    (file,) = session.incoming._files.values()
    assert (file.state, file.mapping.tables[0].table) == ("ready", "leads")
