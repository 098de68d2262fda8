"""Backups: one plain file each, ten at most, and back and forth between them."""

import os
import sqlite3
from datetime import datetime, timedelta

import pytest

from kpi_desktop.model.problem import Cancelled, UserError
from kpi_desktop.store import backups
from kpi_desktop.store.workspace import Workspace
from tests.store.test_workspace import bring, held, text_of

NOW = datetime(2024, 5, 6, 7, 8, 9)


@pytest.fixture
def ws(tmp_path):
    with Workspace(tmp_path / "w.kpi", create=True) as ws:
        bring(ws, tmp_path / "first.csv", text_of([(1, 1, "A")]))
        yield ws


def test_a_backup_is_one_whole_file_of_its_owner(ws, tmp_path):
    made = backups.make(ws, tmp_path / "b", NOW)
    assert [p.name for p in made.path.parent.iterdir()] == [made.path.name] and made.size == made.path.stat().st_size
    if os.name == "posix":
        assert made.path.stat().st_mode & 0o777 == 0o600 and made.path.parent.stat().st_mode & 0o777 == 0o700
    with Workspace(made.path) as copy:
        assert held(copy) == held(ws)


def test_the_last_ten_stay(ws, tmp_path):
    made = [backups.make(ws, tmp_path / "b", NOW + timedelta(seconds=n // 2)) for n in range(14)]
    assert sorted(b.path for b in backups.listed(tmp_path / "b", ws.path)) == sorted(b.path for b in made[4:])


def test_going_back_and_forth(ws, tmp_path):
    for n in range(10):
        backups.make(ws, tmp_path / "b", NOW + timedelta(days=n))
    oldest, one = backups.listed(tmp_path / "b", ws.path)[-1], held(ws)
    bring(ws, tmp_path / "more.csv", text_of([(2, 2, "B")]))
    two, revision = held(ws), ws.revision
    before = backups.restore(ws, oldest.path, tmp_path / "b", NOW + timedelta(days=30))
    assert held(ws) == one != two and ws.revision > revision and oldest.path.exists()
    backups.restore(ws, before.path, tmp_path / "b", NOW + timedelta(days=31))
    assert held(ws) == two and ws.db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    with Workspace(ws.path) as again:
        assert held(again) == two


@pytest.mark.parametrize("spoil", [lambda p: p.write_bytes(b"nothing"), lambda p: p.unlink(), lambda p: p.write_bytes(p.read_bytes()[:9000]),
                                   lambda p: sqlite3.connect(p).execute("PRAGMA user_version=99").connection.close()])
def test_a_backup_that_cannot_be_read_changes_nothing(ws, tmp_path, spoil):
    made = backups.make(ws, tmp_path / "b", NOW)
    before = held(ws)
    spoil(made.path)
    with pytest.raises(UserError, match="cannot be read"):
        backups.restore(ws, made.path, tmp_path / "b", NOW)
    assert held(ws) == before


def test_a_backup_is_due_once_a_day_and_only_after_a_change(ws, tmp_path):
    root = tmp_path / "b"
    assert backups.due(root, ws.path, NOW)
    made = backups.make(ws, root, NOW)
    os.utime(made.path, (1, 1))
    assert not backups.due(root, ws.path, NOW) and backups.due(root, ws.path, NOW + timedelta(days=1))
    os.utime(made.path, (2**33, 2**33))
    assert not backups.due(root, ws.path, NOW + timedelta(days=1))


def test_a_backup_that_is_stopped_or_has_no_room_leaves_nothing(ws, tmp_path):
    def stop(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        backups.make(ws, tmp_path / "b", NOW, stop)
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="could not be backed up"):
        backups.make(ws, tmp_path / "file", NOW)
    assert not [p for p in (tmp_path / "b").rglob("*") if p.is_file()]


def test_backups_are_found_where_the_workspace_was_before(ws, tmp_path):
    made = backups.make(ws, tmp_path / "b", NOW)
    with Workspace(tmp_path / "other.kpi", create=True) as other:
        backups.make(other, tmp_path / "b", NOW)
    ws.close()
    ws.path.rename(tmp_path / "renamed.kpi")
    with Workspace(tmp_path / "renamed.kpi") as renamed:
        assert list(backups.everywhere(tmp_path / "b", renamed)) == [made.path]
