"""A damaged workspace: a copy of it is kept aside, and every row that can still be read comes over into a new file, table by table."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.store import schema_pages
from kpi_desktop.store.soundness import clean
from kpi_desktop.store.workspace import Workspace

_FAILURES = 5_000  # looks into places of one table that cannot be read, before the rest of it is given up
_HIGHEST = 1 << 40
Ask = Callable[[], None]


@dataclass(frozen=True)
class Recovered:
    """What came over: rows per table (those without any left out), and where the damaged file is kept. `backup`: the day of the backup that took
    the workspace's place where nothing of it could be read."""

    file: str
    kept: Path
    rows: dict[str, int]
    backup: datetime | None = None


def recover(path: Path, now: datetime, backup: Path | None = None, backed_up: datetime | None = None, ask: Ask = lambda: None) -> Recovered:
    """Bring what can be read over into a new file in the workspace's place; where nothing can, its last `backup`. UserError where there is none, and
    everything is as it was then."""
    kept = _free(path, now)
    old, fresh = path.with_name(f"{path.name}.damaged"), path.with_name(f"{path.name}.recovered")
    _gone(old, fresh)
    try:
        _copy(path, old)
        rows = _salvage(old, fresh, ask)
        used = None
        if not rows:
            if backup is None:
                raise UserError(Text("{file} is damaged, and nothing in it can be read.", file=path.name),
                                Text("The file is as it was. Import your files into a new workspace."))
            _gone(fresh)
            shutil.copyfile(backup, fresh)
            fresh.chmod(0o600)
            used = backed_up
        _copy(path, kept)
        _gone(Path(f"{path}-wal"), Path(f"{path}-shm"))  # else they would be taken for the new file's
        fresh.replace(path)
    except OSError as error:
        raise UserError(Text("{file} is damaged and cannot be recovered here: {why}.", file=path.name, why=error.strerror or str(error)),
                        Text("Make room on the disk, close the file in other programs, and open it again.")) from error
    finally:
        _gone(old, fresh)
    return Recovered(path.name, kept, rows, used)


def _free(path: Path, now: datetime) -> Path:
    name = f"{path.stem}.damaged-{now:%Y-%m-%d}"
    number = 1
    while (kept := path.with_name(f"{name}{'' if number == 1 else f'-{number}'}{path.suffix}")).exists():
        number += 1
    return kept


def _gone(*files: Path) -> None:
    for file in files:
        for each in (file, Path(f"{file}-wal"), Path(f"{file}-shm"), Path(f"{file}-journal")):
            each.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    for end in ("", "-wal"):
        if Path(f"{source}{end}").exists():
            Path(f"{target}{end}").touch(0o600)
            shutil.copyfile(f"{source}{end}", f"{target}{end}")


def _salvage(old: Path, fresh: Path, ask: Ask) -> dict[str, int]:
    """Rows that came over, per table; nothing where the file does not say what lies in it."""
    with Workspace(fresh, create=True) as ws:
        ws.db.execute("PRAGMA foreign_keys=OFF")  # rows may come before their import, or without it
        try:
            held = _tables(old)
        except sqlite3.DatabaseError:
            schema_pages.mend(old)
            try:
                held = _tables(old)
            except sqlite3.DatabaseError:
                return {}
        with closing(_raw(old)) as source, ws.transaction() as db:
            for name, keys, columns in _targets(ws.db):
                ours_there = [c for c in columns if c in held.get(name, ())]
                if ours_there and set(keys) <= set(ours_there):
                    _bring_over(source, db, name, keys, ours_there, ask)
        clean(ws)
        return {n: c for n, c in ws.counts().items() if c} or _anything(ws.db)


def _anything(db: sqlite3.Connection) -> dict[str, int]:
    """A workspace without rows may still hold what was decided."""
    found = sum(db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("settings", "targets", "verdicts", "merges", "mappings", "imports"))
    return {"decisions": found} if found else {}


def _raw(path: Path) -> sqlite3.Connection:
    source = sqlite3.connect(path, isolation_level=None)
    source.text_factory = lambda b: b.decode("utf-8", "replace")
    with suppress(sqlite3.DatabaseError):
        source.execute("PRAGMA writable_schema=ON")  # what is wrong in the schema then stops nothing else
    return source


def _tables(path: Path) -> dict[str, tuple[str, ...]]:
    """The columns of each table in the damaged file."""
    with closing(_raw(path)) as source:
        found = {}
        for (name,) in source.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            with suppress(sqlite3.DatabaseError):
                found[name] = tuple(r[0] for r in source.execute("SELECT name FROM pragma_table_info(?)", (name,)))
    if not found:
        raise sqlite3.DatabaseError("no table can be read")
    return found


def _targets(db: sqlite3.Connection) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """(table, key, columns) of a whole workspace; ("rowid",) is the key of tables that have no other, and imports and names go first."""
    found = []
    for name, told in db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").fetchall():
        info = db.execute(f"PRAGMA table_info({name})").fetchall()
        keys = tuple(r[1] for r in sorted((r for r in info if r[5]), key=lambda r: r[5])) if "WITHOUT ROWID" in told else ()
        found.append((name, keys, tuple(r[1] for r in info)))
    return sorted(found, key=lambda t: (t[0] != "imports", t[0] != "names"))


def _bring_over(source: sqlite3.Connection, db: sqlite3.Connection, name: str, keys: tuple[str, ...], columns: list[str], ask: Ask) -> None:
    listed, asked = ", ".join(f'"{c}"' for c in columns), ", ".join("?" * len(columns))
    rows = _keyed(source, name, keys, listed) if keys else _numbered(source, name, listed)
    for count, row in enumerate(rows):
        if count % 5000 == 0:
            ask()
        with suppress(sqlite3.IntegrityError, OverflowError):  # a row that no table of ours would hold
            db.execute(f"INSERT OR IGNORE INTO {name}({listed}) VALUES ({asked})", row)


def _numbered(source: sqlite3.Connection, name: str, listed: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a table that has row numbers: where a page cannot be read, the numbers are halved until what lies around it is found."""
    failures = 0
    ranges = [(0, _HIGHEST)]
    while ranges and failures < _FAILURES:
        lo, hi = ranges.pop()
        at = lo
        try:
            for row in source.execute(f"SELECT rowid, {listed} FROM {name} NOT INDEXED WHERE rowid BETWEEN ? AND ? ORDER BY rowid", (lo, hi)):
                at = max(at, row[0]) + 1
                yield row[1:]
        except sqlite3.DatabaseError:
            failures += 1
            if at < hi:
                middle = (at + hi) // 2
                ranges += [(middle + 1, hi), (at, middle)]


def _keyed(source: sqlite3.Connection, name: str, keys: tuple[str, ...], listed: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a table that its key orders: from the front up to what cannot be read, then from the back."""
    for way in ("", " DESC"):
        order = ", ".join(f'"{k}"{way}' for k in keys)
        with suppress(sqlite3.DatabaseError):
            yield from source.execute(f"SELECT {listed} FROM {name} ORDER BY {order}")
            return
