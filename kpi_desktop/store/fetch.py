"""Rows as a person reads them, with the file and line they came from: streamed, in the order they are asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import BY_NAME, VISIT_CELLS, Field, Kind
from kpi_desktop.model.selection import EPOCH, day_of
from kpi_desktop.store import visits
from kpi_desktop.store.database import stored

_FLAG = {1: Text("yes"), 0: Text("no")}
_AT_ONCE = 500  # row ids per question, well under SQLite's limit of variables


@dataclass(frozen=True)
class FetchedRows:
    """Readable rows of one table: `columns` end with the source file and line; `total` counts all that were asked for."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    total: int


def columns(table: str) -> tuple[str, ...]:
    """What `stream` tells of each row of a table; the source file and line stand last."""
    fields = ("date", "channel", "campaign", "sessions", "visitors") if table == VISIT_CELLS else stored(BY_NAME[table])
    return (*fields, "file", "line")


def stream(db: sqlite3.Connection, table: str, ids: Iterable[int]) -> Iterator[tuple[Any, ...]]:
    """The rows with these ids; an id without a row is passed over."""
    if table == VISIT_CELLS:
        yield from visits.readable(db, ids, dict(db.execute("SELECT id, name FROM names")))
        return
    yield from (row for _, row in numbered(db, table, ids))


def numbered(db: sqlite3.Connection, table: str, ids: Iterable[int]) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """The rows of a table (sets of visitors apart) with their ids; an id without a row is passed over."""
    names = dict(db.execute("SELECT id, name FROM names"))
    kinds = BY_NAME[table].by_name
    fields = [kinds[c] for c in stored(BY_NAME[table])]
    select = ", ".join(f't."{f.name}"' for f in fields)
    left = iter(ids)
    while part := [int(i) for i in islice(left, _AT_ONCE)]:
        marks = ", ".join("?" * len(part))
        cursor = db.execute(f"SELECT t.row, {select}, i.file, t.line FROM {table} t JOIN imports i ON i.id = t.import_id WHERE t.row IN ({marks})", part)
        found = {row[0]: row[1:] for row in cursor}
        for number in part:
            if (row := found.get(number)) is not None:
                yield number, (*_readable(fields, row, names), Path(row[-2]).name, row[-1])


def fetch(db: sqlite3.Connection, table: str, ids: Sequence[int], limit: int) -> FetchedRows:
    """The first of these rows, and how many there are."""
    return FetchedRows(columns(table), list(stream(db, table, ids[:limit])), len(ids))


def _readable(fields: Sequence[Field], row: Sequence[Any], names: dict[int, str]) -> Iterator[Any]:
    for field, value in zip(fields, row):
        yield None if value is None else _cell(field, value, names)


def _cell(field: Field, value: Any, names: dict[int, str]) -> Any:
    if field.kind is Kind.NAME:
        return names.get(value, "")
    if field.kind is Kind.DAY:
        return day_of(value) if value > -EPOCH.toordinal() else None
    if field.kind is Kind.CHOICE:
        return field.choices[value].label
    return _FLAG.get(value) if field.kind is Kind.FLAG else value


