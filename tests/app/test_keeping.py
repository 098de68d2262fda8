"""What the session does for the safety of its workspace."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kpi_desktop import paths
from kpi_desktop.app import keeping, privacy
from kpi_desktop.i18n import say
from kpi_desktop.model.problem import UserError
from kpi_desktop.store import backups, decisions
from kpi_desktop.store.workspace import Workspace
from tests.store.test_workspace import bring, held, text_of

NOW = datetime(2024, 5, 6, 7)


@pytest.fixture
def path(tmp_path):
    with Workspace(tmp_path / "w.kpi", create=True) as ws:
        bring(ws, tmp_path / "first.csv", text_of([(1, 1, "Zqann Smith"), (2, 2, "B")]))
    return tmp_path / "w.kpi"


def spoil(path, at=slice(0, 100), by=b"\xff"):
    data = bytearray(path.read_bytes())
    data[at] = by * (at.stop - at.start)
    path.write_bytes(data)


def test_a_workspace_is_backed_up_once_a_day(path):
    for hours in (0, 1, 30):
        assert keeping.looked_after(path, NOW + timedelta(hours=hours)) is None
        with Workspace(path) as ws:
            ws.set_setting("changed", hours)
        os.utime(path, (2**33, 2**33))
    made = keeping.shown(path).backups
    assert [b.made for b in made] == [NOW + timedelta(hours=30), NOW] and made[0].path.is_relative_to(paths.data_folder())


def test_an_empty_workspace_is_not_backed_up(tmp_path):
    keeping.opened(tmp_path / "new.kpi", create=True, now=NOW)
    assert keeping.looked_after(tmp_path / "new.kpi", NOW) is None and not keeping.shown(tmp_path / "new.kpi").backups


def test_a_damaged_workspace_is_recovered_when_it_is_opened(path):
    spoil(path)
    done = keeping.opened(path, create=False, now=NOW)
    what, where = keeping.told(done)
    assert done.rows == {"leads": 2} and "Leads 2" in say(what) and str(done.kept) in say(where)
    with Workspace(path) as ws:
        assert len(held(ws)) == 2


def test_hidden_damage_is_found_before_it_replaces_a_backup(path):
    keeping.looked_after(path, NOW)
    with Workspace(path) as ws:
        ws.db.execute("UPDATE leads SET created = 'no day' WHERE lead = (SELECT min(lead) FROM leads)")
        ws.set_setting("notes", [["not a day", "x", "", "", ""]])
    done = keeping.looked_after(path, NOW, thoroughly=True)
    assert done.rows == {"leads": 1} and len(keeping.shown(path).backups) == 1
    with Workspace(path) as ws:
        assert decisions.notes(ws) == () and len(ws.frames().tables["leads"]) == 1


@pytest.mark.parametrize("left", [b"", bytes(68) + b"KPI1" + bytes(5000)])
def test_where_nothing_is_left_the_last_backup_comes_back(path, left):
    keeping.looked_after(path, NOW)
    path.write_bytes(left)
    done = keeping.opened(path, create=True, now=NOW)
    assert done.backup == NOW and "backup of" in say(keeping.told(done)[0])
    with Workspace(path) as ws:
        assert len(held(ws)) == 2


def test_backups_forget_persons_too(path):
    with Workspace(path) as ws:
        made = backups.make(ws, paths.backups_folder(), NOW)
        decisions.set_verdict(ws, decisions.Verdict("channel", "x", "keep", "zqann@x.com said so"))
        again = backups.make(ws, paths.backups_folder(), NOW)
        assert b"zqann@x.com" in again.path.read_bytes() and privacy.shown(ws).copies == 2
        done = privacy.forget(ws, "zqann@x.com")
        assert done.copies == 2 and b"zqann@x.com" not in again.path.read_bytes() + path.read_bytes()
        backups.restore(ws, made.path, paths.backups_folder(), NOW)
        assert ws.privacy.is_forgotten("zqann@x.com")


def test_a_damaged_file_that_was_kept_is_told_of_when_a_person_is_forgotten(path):
    spoil(path)
    kept: Path = keeping.opened(path, create=False, now=NOW).kept
    with Workspace(path) as ws:
        with pytest.raises(UserError, match="cannot be read, so persons may still be in it") as told:
            privacy.forget(ws, "zqann@x.com")
        assert kept.name in str(told.value)
        kept.unlink()
        assert privacy.forget(ws, "zqann@x.com").done
