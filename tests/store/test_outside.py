"""What befalls the file from outside: a full disk, another program, a file that may only be read or is damaged. One sentence, nothing half written."""

import sqlite3

import pytest

from kpi_desktop.model.problem import Cancelled, UserError
from kpi_desktop.store import database
from kpi_desktop.store.workspace import Workspace
from tests.bench import kill
from tests.store.test_workspace import bring, held, text_of

MANY = "lead,created,channel\n" + "".join(f"k{i},2024-01-05,C{i % 7}\n" for i in range(30_000))


@pytest.fixture
def ws(tmp_path):
    with Workspace(tmp_path / "w.kpi", create=True) as ws:
        bring(ws, tmp_path / "first.csv", text_of([(1, 1, "A")]))
        yield ws


def as_before(ws):
    assert not ws.db.in_transaction and len(ws.imports()) == 1 and len(held(ws)) == 1
    assert ws.db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_full_disk_takes_nothing(ws, tmp_path):
    resource = pytest.importorskip("resource")
    room = resource.getrlimit(resource.RLIMIT_FSIZE)
    (tmp_path / "big.csv").write_text(MANY, "utf-8")
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (900_000, room[1]))
        with pytest.raises(UserError, match="disk") as told:
            bring(ws, tmp_path / "big.csv", MANY)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, room)
    assert "as it was" in str(told.value.advice)
    as_before(ws)
    bring(ws, tmp_path / "big.csv", MANY)
    assert len(held(ws)) == 30_001


def test_a_database_that_may_grow_no_more_takes_nothing(ws, tmp_path):
    ws.db.execute(f"PRAGMA max_page_count = {ws.db.execute('PRAGMA page_count').fetchone()[0] + 20}")
    with pytest.raises(UserError, match="disk is full"):
        bring(ws, tmp_path / "big.csv", MANY)
    as_before(ws)


def test_two_programs_on_one_workspace(ws, tmp_path, monkeypatch):
    monkeypatch.setattr(database, "_PATIENCE", 0.01)
    with Workspace(ws.path) as other, ws.transaction():
        assert len(held(other)) == 1
        for write in (lambda: bring(other, tmp_path / "b.csv", text_of([(2, 2, "A")])), lambda: other.take_back(1), lambda: other.set_setting("a", 1)):
            with pytest.raises(UserError, match="another program is writing"):
                write()
    as_before(ws)


def test_a_workspace_that_may_only_be_read(ws, tmp_path):
    ws.db.execute("PRAGMA query_only = ON")
    with pytest.raises(UserError, match="may only be read"):
        bring(ws, tmp_path / "b.csv", text_of([(2, 2, "A")]))
    assert len(ws.frames().tables["leads"]) == 1
    as_before(ws)


def test_a_damaged_workspace_is_told(ws, tmp_path):
    bring(ws, tmp_path / "big.csv", MANY)
    ws.close()
    ws.path.write_bytes(ws.path.read_bytes()[:200_000])
    with pytest.raises(UserError, match="damaged"), Workspace(ws.path) as cut:
        cut.counts()


@pytest.mark.parametrize("place", ["", "file/w.kpi"])
def test_a_place_where_no_file_can_be(tmp_path, place):
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="cannot be opened"):
        Workspace(tmp_path / place, create=True)


def test_a_bug_stays_a_bug(ws):
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        ws.db.execute("SELECT * FROM nowhere")


@pytest.mark.parametrize("act", ["add", "take back"])
def test_a_cancel_is_heard_within_one_long_statement(ws, tmp_path, monkeypatch, act):
    monkeypatch.setattr(database, "_STEPS", 1000)
    bring(ws, tmp_path / "big.csv", MANY)
    before, said = held(ws), []

    def progress(done, total):
        said.append(done)
        if said.count(done) > 3:  # the same share again and again: within a statement
            raise Cancelled

    with pytest.raises(Cancelled):
        ws.take_back(2, progress) if act == "take back" else bring(ws, tmp_path / "other.csv", MANY.replace("C1", "C9"), progress)
    assert said == sorted(said) and held(ws) == before and not ws.db.in_transaction
    ws.take_back(2, lambda done, total: None)
    as_before(ws)


def test_a_kill_leaves_all_or_nothing(tmp_path):
    first, longer = (tmp_path / "first.csv", tmp_path / "longer.csv")
    for file, count in ((first, 2000), (longer, 3000)):
        file.write_text("lead,created,channel\n" + "".join(f"{k},2024-01-08,C{k % 9}\n" for k in range(count)), "utf-8")
    with Workspace(tmp_path / "shared.kpi", create=True) as ws:
        kill.bring(ws, first)
        kill.bring(ws, longer)
    case = kill.Case("taken back, shared", tmp_path / "shared.kpi", "back", first)
    assert sum(kill.killed(case, tmp_path / "killed.kpi", 1, kill.random.Random(3))) == 1
