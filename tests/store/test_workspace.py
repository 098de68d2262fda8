"""One file that never loses a row: known rows again, undo in any order, a kill at any moment."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kpi_desktop.imports import convert, mapping, readers
from kpi_desktop.model.decided import Counted
from kpi_desktop.model.privacy import Privacy
from kpi_desktop.model.problem import Cancelled, UserError
from kpi_desktop.model.schema import VISIT_CELLS
from kpi_desktop.store import decisions
from kpi_desktop.store.database import VERSION
from kpi_desktop.store.workspace import Workspace


def bring(ws, path, text, progress=None):
    path.write_text(text, "utf-8")
    raw = readers.read(path)
    return ws.add(convert.convert(raw, mapping.guess(raw).mapping, currency="EUR", rates=()), progress)


def held(ws):
    rows = ws.db.execute("SELECT lead, created, channel FROM leads ORDER BY lead").fetchall()
    names = dict(ws.db.execute("SELECT id, name FROM names"))
    return [(lead, created, names.get(channel)) for lead, created, channel in rows]


def text_of(rows):
    return "lead,created,channel\n" + "".join(f"{k},2024-01-{d:02d},{c}\n" for k, d, c in rows)


def test_added_updated_unchanged(tmp_path):
    with Workspace(tmp_path / "w.kpi", create=True) as ws:
        first = bring(ws, tmp_path / "a.csv", text_of([(1, 1, "A"), (2, 2, "A")])).tables["leads"]
        then = bring(ws, tmp_path / "b.csv", text_of([(1, 1, "A"), (2, 3, "A"), (3, 3, "B")])).tables["leads"]
        assert (first.added, first.updated, first.unchanged) == (2, 0, 0)
        assert (then.added, then.updated, then.unchanged) == (1, 1, 1)
        same = bring(ws, tmp_path / "b.csv", text_of([(1, 1, "A"), (2, 3, "A"), (3, 3, "B")])).tables["leads"]
        assert (same.added, same.updated, same.unchanged) == (0, 0, 3)
        assert len(ws.imports()) == 2


def test_figures_are_of_one_moment_whatever_is_written_while_they_are_read(tmp_path, monkeypatch):
    path, read = tmp_path / "w.kpi", []
    plain = Workspace._frame
    with Workspace(path, create=True) as ws, Workspace(path) as other:
        bring(ws, tmp_path / "a.csv", text_of([(1, 1, "A")]))

        def frame(self, table):
            if read == ["visits"]:
                bring(other, tmp_path / "b.csv", text_of([(2, 2, "B")]))
            read.append(table.name)
            return plain(self, table)

        monkeypatch.setattr(Workspace, "_frame", frame)
        before = ws.revision
        frames = ws.frames()
        assert other.revision > before == frames.revision and len(frames.tables["leads"]) == 1 and "B" not in frames.names
        assert ws.frames().revision == other.revision and not ws.db.in_transaction


row = st.tuples(st.integers(1, 4), st.integers(1, 9), st.sampled_from("AB"))
file = st.lists(row, min_size=1, max_size=4, unique_by=lambda r: r[0])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=st.lists(file, min_size=1, max_size=4, unique_by=text_of), data=st.data())
def test_taking_back_is_as_if_it_had_never_come(tmp_path, files, data):
    for old in tmp_path.glob("*.kpi*"):
        old.unlink()
    gone = data.draw(st.permutations(range(len(files))))[: data.draw(st.integers(1, len(files)))]
    with Workspace(tmp_path / "all.kpi", create=True) as ws, Workspace(tmp_path / "rest.kpi", create=True) as rest:
        numbers = [bring(ws, tmp_path / f"f{i}.csv", text_of(f)).import_id for i, f in enumerate(files)]
        for i in gone:
            ws.take_back(numbers[i])
        for i, f in enumerate(files):
            if i not in gone:
                bring(rest, tmp_path / f"f{i}.csv", text_of(f))
        assert held(ws) == held(rest)


def test_visits_are_taken_back_too(tmp_path):
    with Workspace(tmp_path / "w.kpi", create=True) as ws:
        report = bring(ws, tmp_path / "visits.csv", "date,visitor id,channel\n2024-01-01,a,X\n2024-01-01,a,X\n2024-01-02,b,X\n")
        counts = report.tables["visits"]
        assert (report.read, counts.added, counts.unchanged) == (3, 2, 1)
        assert ws.counts()["visits"] == 2
        ws.take_back(report.import_id)
        assert ws.counts()["visits"] == 0


def test_a_cancelled_import_leaves_nothing(tmp_path):
    def stop(done, total):
        raise Cancelled

    with Workspace(tmp_path / "w.kpi", create=True) as ws:
        with pytest.raises(Cancelled):
            bring(ws, tmp_path / "a.csv", text_of([(1, 1, "A")]), stop)
        assert held(ws) == [] and ws.imports() == []


def test_a_kill_leaves_the_workspace_as_before_or_after(tmp_path):
    path, big = tmp_path / "w.kpi", tmp_path / "leads.csv"
    with Workspace(path, create=True) as ws:
        bring(ws, tmp_path / "first.csv", text_of([(1, 1, "A")]))
    big.write_text("lead,created,channel\n" + "".join(f"k{i},2024-01-05,C{i % 7}\n" for i in range(20_000)), "utf-8")
    for wait in (0.4, 0.7):
        child = subprocess.Popen([sys.executable, "-m", "kpi_desktop", "import", "--workspace", str(path), str(big)], cwd=Path(__file__).parents[2],
                                 stdout=subprocess.DEVNULL)
        time.sleep(wait)
        child.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
        child.wait()
        with Workspace(path) as ws:
            assert ws.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            assert ws.counts()["leads"] in (1, 20_001)


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_the_file_is_its_owners_alone(tmp_path):
    with Workspace(tmp_path / "w.kpi", create=True) as ws:
        assert (tmp_path / "w.kpi").stat().st_mode & 0o777 == 0o600
        assert ws.db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert ws.db.execute("PRAGMA foreign_keys").fetchone()[0] == 1


def test_other_files_are_refused_untouched(tmp_path):
    other, newer = tmp_path / "other.db", tmp_path / "newer.kpi"
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE t(x)")
    before = other.read_bytes()
    with pytest.raises(UserError, match="no workspace"):
        Workspace(other)
    assert other.read_bytes() == before
    with Workspace(newer, create=True) as ws:
        ws.db.execute("PRAGMA user_version = 99")
    with pytest.raises(UserError, match="newer version"):
        Workspace(newer)
    with pytest.raises(UserError, match="no workspace"):
        Workspace(tmp_path / "missing.kpi")


@pytest.mark.parametrize("version", range(1, VERSION))
def test_an_older_workspace_is_brought_up_and_its_copy_kept(tmp_path, version):
    path = tmp_path / "old.kpi"
    db = sqlite3.connect(path)
    db.executescript((Path(__file__).parent / f"version_{version}.sql").read_text("utf-8"))
    db.close()
    with Workspace(path) as ws:
        assert {t: n for t, n in ws.counts().items() if n} == {"leads": 2, "visits": 3}
        assert ws.db.execute("PRAGMA user_version").fetchone() == (VERSION,)
        frames = ws.frames()
        assert len(frames.tables["leads"]) == 2 and sum(len(v) for v in frames.visits.visitors) == 3
        assert ws.take_back(1) == {"leads": 2}
    copy = tmp_path / f"old.kpi.version-{version}"
    assert copy.stat().st_mode & 0o777 == 0o600
    with sqlite3.connect(copy) as kept:
        assert kept.execute("PRAGMA user_version").fetchone() == (version,)
        assert kept.execute("SELECT count(*) FROM leads").fetchone() == (2,)


def test_sessions_of_visits_that_two_imports_carry_are_given_back_to_both(tmp_path):
    path = tmp_path / "old.kpi"
    with sqlite3.connect(path) as db:
        db.executescript((Path(__file__).parent / "version_3.sql").read_text("utf-8"))
    db.close()
    with Workspace(path) as ws:
        assert ws.frames().visits.sessions.tolist() == [4, 3] and ws.counts()["visits"] == 3
        assert ws.take_back(2) == {"visits": 2}
        assert ws.frames().visits.sessions.tolist() == [6] and ws.counts()["visits"] == 2


def test_two_connections_may_bring_a_workspace_up_at_once(tmp_path):
    path = tmp_path / "old.kpi"
    db = sqlite3.connect(path)
    db.executescript((Path(__file__).parent / "version_1.sql").read_text("utf-8"))
    db.close()
    with ThreadPoolExecutor(4) as pool:
        for made in [pool.submit(lambda: Workspace(path)) for _ in range(4)]:
            with made.result() as ws:
                assert ws.counts()["leads"] == 2


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(["Paid", "SEO", ""])), min_size=1, max_size=6), min_size=1, max_size=3))
def test_every_row_read_is_added_updated_unchanged_or_kept_aside(tmp_path_factory, files):
    folder = tmp_path_factory.mktemp("counts")
    expected = {}
    with Workspace(folder / "w.kpi", create=True) as ws:
        for number, rows in enumerate(files):
            text = "lead,created,channel\n" + "".join(f"{lead},2024-01-0{number + 1},{channel}\n" for lead, channel in rows) + "x,never,SEO\n"
            report = bring(ws, folder / f"{number}.csv", text)
            counts = report.tables["leads"]
            new = {lead for lead, _ in rows} - expected.keys()
            expected |= dict(rows)
            assert report.read == len(rows) + 1 and report.kept_aside == 1
            assert counts.added == len(new)
            assert counts.added + counts.updated + counts.unchanged == len(rows)
            assert {lead: channel or "" for lead, _, channel in ((a, b, c or "") for a, b, c in held(ws))} == expected


@pytest.mark.parametrize(("table", "first", "second"), [
    ("visits", "date,users\n2024-01-01,5\n", "date,users\n2024-01-01,7\n2024-01-02,9\n"),
    ("reps", "rep,team,quota\nAnn,North,10\n", "rep,team,quota\nAnn,North,12\nBo,South,9\n")])
def test_a_key_that_a_file_only_half_carries_is_known_again(tmp_path, table, first, second):
    with Workspace(tmp_path / "w.kpi", create=True) as ws:
        bring(ws, tmp_path / f"{table}1.csv", first)
        counts = bring(ws, tmp_path / f"{table}2.csv", second).tables[table]
        assert (counts.added, counts.updated, counts.unchanged) == (1, 1, 0)


# -- a trial, and what is refused ------------------------------------------------------------------------------------------


def test_a_rehearsal_tells_what_adding_does_and_changes_nothing(tmp_path):
    with Workspace(tmp_path / "w.kpi", create=True) as ws:
        bring(ws, tmp_path / "a.csv", text_of([(1, 1, "A"), (2, 2, "A")]))
        (tmp_path / "b.csv").write_text(text_of([(1, 1, "B"), (2, 5, "B"), (3, 3, "A")]), "utf-8")
        raw = readers.read(tmp_path / "b.csv")
        batch = convert.convert(raw, mapping.guess(raw).mapping, currency="EUR", rates=())
        before, revision = held(ws), ws.revision
        tried = ws.rehearse(batch)
        assert held(ws) == before and ws.revision == revision and len(ws.imports()) == 1
        assert tried.fields == {"leads": {"created": 1, "channel": 2}}
        done = ws.add(convert.convert(raw, mapping.guess(raw).mapping, currency="EUR", rates=()))
        assert done.tables == tried.tables and (done.tables["leads"].added, done.tables["leads"].updated) == (1, 2)


def test_rows_made_under_another_privacy_are_not_let_in(tmp_path):
    with Workspace(tmp_path / "w.kpi", create=True) as ws:
        ws.set_privacy(replace(Privacy.fresh(), contacts=True))
        with pytest.raises(ValueError, match="another privacy"):
            bring(ws, tmp_path / "a.csv", text_of([(1, 1, "A")]))
        assert held(ws) == [] and ws.imports() == []


def test_an_import_that_is_not_there_cannot_be_taken_back(tmp_path):
    with Workspace(tmp_path / "w.kpi", create=True) as ws, pytest.raises(UserError, match="no import number 7"):
        ws.take_back(7)


def test_a_folder_is_no_workspace(tmp_path):
    with pytest.raises(UserError, match="cannot be opened") as told:
        Workspace(tmp_path, create=True)
    assert told.value.advice is not None


def test_cells_of_visits_are_told_with_their_file_by_their_place(tmp_path):
    with Workspace(tmp_path / "w.kpi", create=True) as ws:
        bring(ws, tmp_path / "visits.csv", "date,visitor id,channel\n2024-01-01,a,X\n2024-01-01,b,X\n2024-01-02,b,Y\n")
        rows = list(ws.stream(VISIT_CELLS, [1, 0, 5]))
        assert rows == [(date(2024, 1, 1), "X", None, 2.0, 2, "visits.csv", None), (date(2024, 1, 2), "Y", None, 1.0, 1, "visits.csv", None)]


def test_what_counts_is_put_back_as_it_was_and_figures_hear_of_it(tmp_path):
    rate, other = decisions.Rate("USD", date(2024, 1, 1), 0.9), decisions.Rate("GBP", date(2024, 2, 1), 1.2)
    wanted = Counted((decisions.Merge("channel", "G Ads", "Google Ads"),), (), (("channel", (("A", "B"),)),), (other, rate))
    with Workspace(tmp_path / "w.kpi", create=True) as ws:
        before, revision = decisions.counted(ws), ws.revision
        decisions.set_counted(ws, wanted)
        assert decisions.counted(ws) == wanted and ws.revision > revision
        revision = ws.revision
        decisions.set_counted(ws, wanted)
        assert ws.revision == revision  # nothing differs, so nothing is computed anew
        decisions.set_counted(ws, before)
        assert decisions.counted(ws) == before
