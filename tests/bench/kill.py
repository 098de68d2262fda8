"""`python -m tests.bench --kill 50`: imports and take-backs killed at random moments; what is then in the workspace is all or nothing of them."""

from __future__ import annotations

import contextlib
import hashlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from kpi_desktop.imports import convert, mapping, readers
from kpi_desktop.model.schema import TABLES
from kpi_desktop.store.workspace import Workspace

_CHILD = """
import sys
from pathlib import Path
from kpi_desktop.imports import convert, mapping, readers
from kpi_desktop.store.workspace import Workspace
with Workspace(Path(sys.argv[1])) as ws:
    raw = readers.read(Path(sys.argv[3]))
    batch = convert.convert(raw, mapping.guess(raw).mapping, currency=None, rates=())
    print("begin", flush=True)
    ws.add(batch) if sys.argv[2] == "add" else ws.take_back(1)
    print("end", flush=True)
"""


@dataclass(frozen=True)
class Case:
    """What is killed: `act` (add or back) with a file, in a copy of a workspace."""

    name: str
    workspace: Path
    act: str
    file: Path


def cases(folder: Path, rows: int) -> list[Case]:
    """Leads and visits into an empty workspace and over their like, and leads taken back that another import shares."""
    from tests.bench.__main__ import leads, visits

    first, seen = leads(folder / "leads.csv", rows), visits(folder / "visits.csv", rows)
    longer = leads(folder / "leads_longer.csv", rows + rows // 2)
    seen_longer = visits(folder / "visits_longer.csv", rows + rows // 2)
    empty, filled, shared = folder / "empty.kpi", folder / "filled.kpi", folder / "shared.kpi"
    for path, files in ((empty, []), (filled, [first, seen]), (shared, [first, longer])):
        with Workspace(path, create=True) as ws:
            for file in files:
                bring(ws, file)
    return [Case("leads into an empty workspace", empty, "add", first), Case("leads over leads", filled, "add", longer),
            Case("visits into an empty workspace", empty, "add", seen), Case("visits over visits", filled, "add", seen_longer),
            Case("leads taken back, shared", shared, "back", first), Case("leads taken back, alone", filled, "back", first)]


def bring(ws: Workspace, file: Path) -> None:
    """Import a file."""
    raw = readers.read(file)
    ws.add(convert.convert(raw, mapping.guess(raw).mapping, currency=None, rates=()))


def state(path: Path) -> str:
    """A digest of every row of every table. AssertionError where the workspace is not sound."""
    with Workspace(path) as ws:
        assert ws.db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert not ws.db.execute("PRAGMA foreign_key_check").fetchall()
        keys = {r[0] for r in ws.db.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
        assert {f"{t.name}_key" for t in TABLES} <= keys, "a key is missing"
        digest = hashlib.sha256()
        for (table,) in ws.db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name").fetchall():
            columns = "id, file, digest, read, counts" if table == "imports" else "*"
            for row in ws.db.execute(f"SELECT {columns} FROM {table} ORDER BY 1, 2"):
                digest.update(repr(row).encode())
    return digest.hexdigest()


def copy(case: Case, to: Path) -> None:
    """The case's workspace, fresh."""
    for end in ("-wal", "-shm"):
        Path(f"{to}{end}").unlink(missing_ok=True)
    shutil.copy(case.workspace, to)


def child(case: Case, path: Path) -> subprocess.Popen[str]:
    """The act in a process of its own, at the point where it begins."""
    begun = subprocess.Popen([sys.executable, "-c", _CHILD, str(path), case.act, str(case.file)], stdout=subprocess.PIPE, text=True,
                             cwd=Path(__file__).parents[2])
    assert begun.stdout is not None and begun.stdout.readline() == "begin\n"
    return begun


def killed(case: Case, path: Path, times: int, chance: random.Random) -> tuple[int, int]:
    """(times nothing, times all of it was there) after that many kills, spread over a little more than the whole act."""
    before = state(case.workspace)
    copy(case, path)
    start = time.perf_counter()
    with child(case, path) as undisturbed:
        undisturbed.wait()
    seconds, after = time.perf_counter() - start, state(path)
    assert after != before
    found = []
    for _ in range(times):
        copy(case, path)
        with child(case, path) as begun:
            with contextlib.suppress(subprocess.TimeoutExpired):
                begun.wait(chance.uniform(0, seconds * 1.05))
            begun.kill()
        found.append(state(path))
        assert found[-1] in (before, after), f"{case.name}: half of it is there"
    with Workspace(path) as ws:  # and life goes on
        bring(ws, case.file)
    state(path)
    return found.count(before), found.count(after)


def run(times: int, rows: int = 50_000, seed: int = 1) -> None:
    """Every case, with a line for each."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="kpi-kill-") as name:
        folder = Path(name)
        for case in cases(folder, rows):
            nothing, everything = killed(case, folder / "killed.kpi", times, chance)
            print(f"{case.name}: {times} kills, {nothing} times nothing of it, {everything} times all of it, no time a part", flush=True)
