"""A file on its way into the workspace: rows that fit the tables, in chunks, and what became of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import Any

from kpi_desktop.model.privacy import Privacy
from kpi_desktop.model.problem import Problem

Coder = Callable[[str], int]
"""Gives the workspace's integer code of a NAME value (spelled as written); the same text always the same code."""


@dataclass(frozen=True)
class Rows:
    """Converted rows of one table, column by column; iterating gives tuples: the source line, then one value per column.

    Values by kind: ID, REF, TEXT, EMAIL str; NAME int code; DAY int day number; NUMBER float; FLAG 0/1; CHOICE index; None where blank.
    """

    lines: Sequence[int]
    columns: tuple[Sequence[Any], ...]

    def __len__(self) -> int:
        return len(self.lines)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return zip(self.lines, *self.columns)

    def only(self, keep: Sequence[bool]) -> Rows:
        """The rows at which `keep` is true."""
        return Rows(list(compress(self.lines, keep)), tuple(list(compress(c, keep)) for c in self.columns))


@dataclass
class Chunk:
    """Some thousand converted source rows, by table, and those kept aside; `left_out` counts the lines so far that are
    totals or that no table takes, `forgotten` those of this chunk that name a person who asked to be forgotten."""

    read: int = 0
    done: float = 0.0
    left_out: int = 0
    forgotten: int = 0
    rows: dict[str, Rows] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class Batch:
    """A file on its way into the workspace: rows that fit the tables, delivered in chunks as the file is read.

    `columns[table]` names the fields that the file carries (a field not named leaves an existing row's value alone;
    a named one that is blank empties it). `digest` is equal for the same bytes read with the same mapping. `currency` is
    the one that amounts are in, blank where nothing says it. `header` and `mapping` (as JSON) tell how kept-aside rows were read.
    `privacy` is what its persons were replaced by, None where nothing was.
    """

    file: str
    digest: str
    format: str
    columns: Mapping[str, tuple[str, ...]]
    chunks: Callable[[Coder], Iterator[Chunk]]
    currency: str = ""
    header: tuple[str, ...] = ()
    mapping: str = ""
    privacy: Privacy | None = None


@dataclass
class Counts:
    """What an import did to one table, in rows."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0


@dataclass
class ImportReport:
    """What an import did: per table, plus the rows kept aside, each with its reason."""

    import_id: int
    file: str
    format: str
    read: int = 0
    left_out: int = 0
    forgotten: int = 0
    tables: dict[str, Counts] = field(default_factory=dict)
    kept_aside: int = 0
    problems: list[Problem] = field(default_factory=list)
