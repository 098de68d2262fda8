"""The list of files on their way in as a person works through it: what needs a decision first, and files that one decision settles together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kpi_desktop.app.screens import FileShown

Group = tuple[FileShown, ...]
"""Files that stand in one row: mostly one, several where the same columns ask for the same decision."""
_RANKS = {"decide": 0, "failed": 1, "reading": 2, "ready": 2, "importing": 2, "done": 3}


@dataclass(frozen=True)
class Counted:
    """How many files are in each state; `unknown` are those of which nothing was recognised, which are not among those to decide."""

    ready: int
    decide: int
    unknown: int
    failed: int
    under_way: int
    done: int


def counted(files: Iterable[FileShown]) -> Counted:
    """How the files stand."""
    states = ["unknown" if is_unknown(f) else f.state for f in files]
    under_way = states.count("reading") + states.count("importing")
    return Counted(states.count("ready"), states.count("decide"), states.count("unknown"), states.count("failed"), under_way, states.count("done"))


def grouped(files: tuple[FileShown, ...]) -> tuple[Group, ...]:
    """The rows of the list. As long as a file is being read they stand as they came, so that nothing moves from under a hand."""
    if any(f.state == "reading" for f in files):
        return tuple((f,) for f in files)
    found: dict[object, list[FileShown]] = {}
    for file in files:
        together = file.state == "decide" and file.header and len(file.sheets) <= 1
        key = (file.header, file.missing, file.mapping.tables[0].table if file.mapping is not None else "") if together else file.file_id
        found.setdefault(key, []).append(file)
    return tuple(sorted(map(tuple, found.values()), key=lambda group: (_RANKS[group[0].state], is_unknown(group[0]))))


def is_unknown(file: FileShown) -> bool:
    """Whether nothing of a file was recognised, or it can feed no table: such a one is more likely to be removed than decided."""
    return file.state == "decide" and file.mapping is not None and (file.refused is not None or not any(t.fields for t in file.mapping.tables))
