"""Copies of a workspace that the program makes by itself: the last ten, each one plain file, and going back to one of them."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.store.database import APPLICATION_ID, VERSION
from kpi_desktop.store.workspace import Workspace

KEPT = 10
_PAGES = 2000  # copied at a time, so that a cancel is heard and the progress moves
_NAMED = "%Y%m%d-%H%M%S"
Heard = Callable[[float, float], None]


@dataclass(frozen=True)
class Backup:
    """A copy on disk: when it was made, and its size in bytes."""

    path: Path
    made: datetime
    size: int


def folder_of(root: Path, workspace: Path) -> Path:
    """Where the copies of a workspace lie, known by its place so that they are found when it cannot be read. No person's name is in it."""
    return root / hashlib.sha256(str(workspace.resolve()).encode()).hexdigest()[:16]


def listed(root: Path, workspace: Path) -> tuple[Backup, ...]:
    """The copies of a workspace, the newest first."""
    found = []
    for path in folder_of(root, workspace).glob("*.kpi"):
        with suppress(ValueError, OSError):  # a person's own file there is none of ours
            found.append(Backup(path, datetime.strptime(path.stem[:15], _NAMED), path.stat().st_size))
    return tuple(sorted(found, key=lambda b: b.path.name, reverse=True))


def due(root: Path, workspace: Path, now: datetime) -> bool:
    """Whether a copy should be made: none is of today, and the workspace was written since the last one."""
    newest = next(iter(listed(root, workspace)), None)
    if newest is None:
        return True
    written = max((f.stat().st_mtime for f in (workspace, Path(f"{workspace}-wal")) if f.exists()), default=0.0)
    return newest.made.date() < now.date() and written > newest.path.stat().st_mtime


def make(ws: Workspace, root: Path, now: datetime, heard: Heard = lambda done, total: None, spare: Path | None = None) -> Backup:
    """Copy the workspace as it is now, also while others read it; the oldest copies beyond ten go, but for the one to `spare`. `heard` may raise
    Cancelled. UserError where the disk does not take it."""
    if ws.setting("workspace") is None:
        ws.set_setting("workspace", uuid.uuid4().hex)
    folder = folder_of(root, ws.path)
    path = folder / f"{now:{_NAMED}}.kpi"
    for number in range(2, 100):  # two within a second
        path = path if not path.exists() else folder / f"{now:{_NAMED}}-{number}.kpi"
    fresh = path.with_suffix(".new")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(fresh, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600))
        with closing(sqlite3.connect(fresh)) as copy:
            ws.db.backup(copy, pages=_PAGES, progress=lambda _, left, total: heard(total - left, total))
            copy.execute("PRAGMA journal_mode=DELETE")
        fresh.replace(path)
    except (OSError, sqlite3.DatabaseError) as error:
        raise UserError(Text("{file} could not be backed up: {why}.", file=ws.path.name, why=_why(error)), Text("Make room on the disk; the workspace "
                        "is as it was.")) from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    for old in listed(root, ws.path)[KEPT:]:
        if old.path != spare:
            old.path.unlink(missing_ok=True)
    return Backup(path, now, path.stat().st_size)


def _why(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def restore(ws: Workspace, backup: Path, root: Path, now: datetime) -> Backup:
    """Make the workspace what it was when `backup` was made; what it is now is kept as a backup, which is returned. UserError where the copy cannot
    be read, and nothing has changed then."""
    with closing(_opened(backup)) as source:
        before, revision = make(ws, root, now, spare=backup), ws.revision
        source.backup(ws.db)
    ws.set_setting("revision", max(revision, ws.revision) + 1)  # figures of neither are those of the other
    return before


def _opened(backup: Path) -> sqlite3.Connection:
    """A copy to read from, whole and of a version that this program knows."""
    try:
        source = sqlite3.connect(f"{backup.resolve().as_uri()}?mode=ro", uri=True)
    except sqlite3.OperationalError as error:
        raise _unreadable(backup) from error
    try:
        whole = (source.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID and 1 <= source.execute("PRAGMA user_version").fetchone()[0] <= VERSION
                 and source.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.DatabaseError:
        whole = False
    if not whole:
        source.close()
        raise _unreadable(backup)
    return source


def _unreadable(backup: Path) -> UserError:
    return UserError(Text("The backup {file} cannot be read.", file=backup.name), Text("Choose another one; the workspace is as it was."))


def everywhere(root: Path, ws: Workspace) -> Iterator[Path]:
    """All copies of this workspace, also those made while it lay or was called elsewhere."""
    own, known = folder_of(root, ws.path), ws.setting("workspace")
    for path in sorted(root.glob("*/*.kpi")):
        if path.parent == own or (known is not None and _identity(path) == known):
            yield path


def _identity(path: Path) -> str | None:
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
            found = db.execute("SELECT value FROM settings WHERE key = 'workspace'").fetchone()
    except sqlite3.DatabaseError:
        return None
    return None if found is None else found[0].strip('"')
