"""What keeps a workspace safe: a daily backup of a sound file, going back to one, and what becomes of a damaged one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kpi_desktop import paths
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import BY_NAME
from kpi_desktop.store import backups
from kpi_desktop.store.backups import Backup
from kpi_desktop.store.database import Damaged, interruptible
from kpi_desktop.store.recovery import Recovered, recover
from kpi_desktop.store.soundness import unsound
from kpi_desktop.store.workspace import Workspace

Progress = Callable[[float, float], None]


@dataclass(frozen=True)
class BackupsShown:
    """The copies of a workspace, the newest first."""

    backups: tuple[Backup, ...]


def opened(path: Path, *, create: bool, now: datetime, progress: Progress = lambda done, total: None) -> Recovered | None:
    """Open a workspace, made where `create` allows it and brought up to this version; what was recovered where it is damaged."""
    last = backups.listed(paths.backups_folder(), path)
    if path.exists() and not path.stat().st_size and last:  # all of it is gone: not the empty file that a new workspace is
        return _recovered(path, now, progress)
    try:
        with Workspace(path, create=create):
            return None
    except Damaged:
        return _recovered(path, now, progress)


def looked_after(path: Path, now: datetime, progress: Progress = lambda done, total: None, *, thoroughly: bool = False) -> Recovered | None:
    """Once a day, where anything was written since: see that the workspace is sound and back it up. What was recovered where it is not. `thoroughly`:
    also where no backup is due, since the program ended unexpectedly."""
    root = paths.backups_folder()
    due = backups.due(root, path, now)
    if not due and not thoroughly:
        return None
    with Workspace(path) as ws:
        with interruptible(ws.db, lambda: progress(0.0, 1.0)):
            broken = unsound(ws, lambda: progress(0.0, 1.0))
        if not broken:
            if due and (ws.imports() or ws.db.execute("SELECT EXISTS(SELECT 1 FROM targets)").fetchone()[0]):
                backups.make(ws, root, now, progress)
            return None
    return _recovered(path, now, progress)


def _recovered(path: Path, now: datetime, progress: Progress) -> Recovered:
    last = next(iter(backups.listed(paths.backups_folder(), path)), None)
    done = recover(path, now, last.path if last else None, last.made if last else None, lambda: progress(0.0, 1.0))
    with Workspace(path):  # a backup may be of an older version
        return done


def shown(path: Path) -> BackupsShown:
    """What the list of backups shows."""
    return BackupsShown(backups.listed(paths.backups_folder(), path))


def back_up(ws: Workspace, progress: Any) -> BackupsShown:
    """Back up now, as the person asked."""
    backups.make(ws, paths.backups_folder(), datetime.now(), progress)
    return shown(ws.path)


def restore(ws: Workspace, backup: Path) -> Path:
    """Go back to a backup; the backup of what was there before."""
    return backups.restore(ws, backup, paths.backups_folder(), datetime.now()).path


def told(done: Recovered) -> tuple[Text, Text]:
    """What was recovered, in words: what happened, and where the damaged file is."""
    kept = Text("The damaged file is kept as {file}.", file=str(done.kept))
    if done.backup is not None:
        return Text("{file} was damaged and nothing in it could be read; the backup of {day} took its place.", file=done.file, day=done.backup.date()), kept
    if not done.rows.keys() & BY_NAME.keys():
        return Text("{file} was damaged. It held no rows; what was decided in it came over as far as it could be read.", file=done.file), kept
    return Text("{file} was damaged. What could be read came over into a new file: {rows}.", file=done.file, rows=_listed(done.rows)), kept


def _listed(rows: dict[str, int]) -> Text:
    parts = [Text("{table} %n row(s)", "", n, table=BY_NAME[t].label) for t, n in rows.items() if t in BY_NAME]
    said = parts[0]
    for part in parts[1:]:
        said = Text("{first}; {second}", first=said, second=part)
    return said
