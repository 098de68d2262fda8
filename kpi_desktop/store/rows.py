"""Rows of one import into one table: known again by key or content, updated, and given back exactly when an import is taken back."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice
from typing import Any

from kpi_desktop.model.batch import Counts, Rows
from kpi_desktop.model.schema import BY_NAME, Kind, Table
from kpi_desktop.store.database import key_index, key_of, keyed, stored

_AT_ONCE = 40  # rows by one statement, which takes a quarter off the time of single ones; more than 999 values old SQLites refuse


class Stage:
    """Takes an import's rows for one table. Into an empty table they go at once, and its key is built when all are there; else they wait in a
    temporary table and are brought in set by set."""

    def __init__(self, db: sqlite3.Connection, table: str, columns: tuple[str, ...], import_id: int) -> None:
        self.db = db
        self.table: Table = BY_NAME[table]
        self.import_id = import_id
        self.columns = tuple(c for c in columns if c in stored(self.table))
        self.given = columns
        self.by_content = key_of(self.table) == ("mark",)
        self.seen: Counter[bytes] = Counter()
        self.read = 0
        self.direct = not db.execute(f"SELECT EXISTS(SELECT 1 FROM {table})").fetchone()[0]
        listed = "".join(f", {_q(c)}" for c in ("mark", *self.columns) if c != "mark" or self.by_content)
        marks = ", ?" * (1 + self.by_content + len(self.columns))
        if self.direct:
            db.execute(f"DROP INDEX {table}_key")
            self.insert, self.values = f"INSERT INTO {table}(import_id, line{listed}) VALUES ", f"({int(import_id)}{marks})"
        else:
            db.execute(f"DROP TABLE IF EXISTS temp.stage_{table}")
            unsaid = "".join(f", {_q(k)}" for k in key_of(self.table) if k not in (*self.columns, "mark"))  # blank in every row of this file
            db.execute(f"CREATE TEMP TABLE stage_{table}(line INTEGER{listed}{unsaid})")
            self.insert, self.values = f"INSERT INTO stage_{table}(line{listed}) VALUES ", f"({marks[2:]})"
        self.listed = listed

    def add(self, rows: Rows, names: list[str]) -> None:
        """Take converted rows whose columns are those given."""
        self.read += len(rows)
        mine: list[Iterable[Any]] = [values for name, values in zip(self.given, rows.columns) if name in self.columns]
        if self.by_content:
            mine.insert(0, [self._mark(r, names) for r in rows])
        width, cells = 1 + len(mine), chain.from_iterable(zip(rows.lines, *mine))
        many = (tuple(islice(cells, width * _AT_ONCE)) for _ in range(len(rows) // _AT_ONCE))
        self.db.executemany(self.insert + ", ".join([self.values] * _AT_ONCE), many)
        self.db.executemany(self.insert + self.values, zip(*[cells] * width))  # what is left

    def _mark(self, row: tuple[Any, ...], names: list[str]) -> int:
        text, alone = content(self.table, zip(self.given, row[1:]), names)
        self.seen[text] += 1
        return marked(text, alone, self.seen[text])

    def bring_in(self, at: Callable[[float], None]) -> Counts:
        """Finish: how many rows were added, updated and unchanged. Of lines with one key the last wins. `at` hears how much is done."""
        name, db = self.table.name, self.db
        if self.direct:
            counts = Counts(added=self.read)
            try:
                db.execute(key_index(self.table))
            except sqlite3.IntegrityError:
                counts = self._without_repeats(name)
                counts.added = self.read - counts.updated - counts.unchanged
                db.execute(key_index(self.table))
            return counts
        counts = self._without_repeats(f"stage_{name}")
        key = ", ".join(keyed(self.table, k) for k in key_of(self.table))
        same = " AND ".join(f"{keyed(self.table, k, 't')} = {keyed(self.table, k, 's')}" for k in key_of(self.table))
        db.execute(f"CREATE INDEX temp.stage_{name}_key ON stage_{name}({key})")
        at(0.4)
        self._touch(counts, same)
        at(0.8)
        counts.added = db.execute(f"INSERT INTO {name}(import_id, line{self.listed}) SELECT ?, line{self.listed} FROM stage_{name}",
                                  (self.import_id,)).rowcount
        db.execute(f"DROP TABLE stage_{name}")
        return counts

    def _without_repeats(self, place: str) -> Counts:
        """Of rows with one key in this file only the last stays; an earlier one counts as updated, or unchanged where it says the same."""
        key = ", ".join(keyed(self.table, k) for k in key_of(self.table))
        keys = self.db.execute(f"SELECT count(*) FROM (SELECT 1 FROM {place} GROUP BY {key})").fetchone()[0]
        if keys == self.read:
            return Counts()
        differing = self.db.execute(f"SELECT count(*) FROM (SELECT DISTINCT {', '.join(map(_q, self.columns))} FROM {place})").fetchone()[0]
        self.db.execute(f"DELETE FROM {place} WHERE rowid NOT IN (SELECT max(rowid) FROM {place} GROUP BY {key})")
        return Counts(updated=differing - keys, unchanged=self.read - differing)

    def _touch(self, counts: Counts, same: str) -> None:
        """Rows that are there already: remember every import's version, then write the newer values over."""
        name, db = self.table.name, self.db
        every = "".join(f", {_q(c)}" for c in stored(self.table))
        listed = "".join(f", {_q(c)}" for c in self.columns)
        match = f"{name} t JOIN stage_{name} s ON {same}"
        db.execute(f"INSERT OR IGNORE INTO {name}_versions(row, import_id, line{every}) SELECT t.row, t.import_id, t.line"
                   f"{''.join(f', t.{_q(c)}' for c in stored(self.table))} FROM {match}")
        total = db.execute(f"INSERT INTO {name}_versions(row, import_id, line{listed}) SELECT t.row, ?, s.line"
                           f"{''.join(f', s.{_q(c)}' for c in self.columns)} FROM {match}", (self.import_id,)).rowcount
        updated = 0
        if self.columns:
            new = ", ".join(f"{_q(c)} = s.{_q(c)}" for c in self.columns)
            differs = " OR ".join(f"t.{_q(c)} IS NOT s.{_q(c)}" for c in self.columns)
            updated = db.execute(f"UPDATE {name} AS t SET {new}, import_id = ?, line = s.line FROM stage_{name} s WHERE {same} AND ({differs})",
                                 (self.import_id,)).rowcount
        counts.updated += updated
        counts.unchanged += total - updated
        db.execute(f"DELETE FROM stage_{name} WHERE rowid IN (SELECT s.rowid FROM {match})")


def content(table: Table, row: Iterable[tuple[str, Any]], names: Sequence[str]) -> tuple[bytes, bool]:
    """What a row says, and whether that is enough to know it by: an NPS answer with a respondent is known by respondent and day."""
    kinds = table.by_name
    told: dict[str, Any] = {c: names[v] if kinds[c].kind is Kind.NAME else v for c, v in row if v is not None}
    if table.name == "nps" and "respondent" in told:
        return repr((told["respondent"].casefold(), told["date"])).encode(), True
    return repr(sorted(told.items())).encode(), False


def marked(text: bytes, alone: bool, time: int) -> int:
    """A row's content as a number; rows of one import that say the same differ by which `time` they came."""
    return _number(text if alone else text + b"|%d" % time)


def _q(column: str) -> str:
    return f'"{column}"'


def _number(text: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big", signed=True)


def take_back(db: sqlite3.Connection, table: Table, import_id: int, carried: dict[int, tuple[str, ...]]) -> int:
    """Take an import's rows out of a table: those only it carried go, shared ones are written anew from the other imports' versions.

    `carried[import]` are the columns each import gave to this table. Returns how many rows the import carried.
    """
    name = table.name
    db.execute(f"CREATE TEMP TABLE shared_{name}(row INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL)")
    shared = db.execute(f"INSERT INTO shared_{name} SELECT o.row, min(o.import_id), max(o.import_id) FROM {name}_versions v JOIN {name}_versions o "
                        "ON o.row = v.row AND o.import_id <> v.import_id WHERE v.import_id = ? GROUP BY o.row", (import_id,)).rowcount
    db.execute(f"DELETE FROM {name}_versions WHERE import_id = ?", (import_id,))
    if shared:
        _replay(db, table, carried)
        db.execute(f"DELETE FROM {name}_versions WHERE row IN (SELECT row FROM shared_{name} WHERE first = last)")
    db.execute(f"DROP TABLE shared_{name}")
    return shared + db.execute(f"DELETE FROM {name} WHERE import_id = ?", (import_id,)).rowcount


def _replay(db: sqlite3.Connection, table: Table, carried: dict[int, tuple[str, ...]]) -> None:
    """Write the shared rows as if the imports they are left with had come one after the other."""
    name, every = table.name, stored(table)
    versions = f"shared_{name} s JOIN {name}_versions v ON v.row = s.row"

    def write(columns: tuple[str, ...], compared: tuple[str, ...], which: str, *values: int) -> None:
        new = ", ".join(f"{_q(c)} = v.{_q(c)}" for c in (*columns, "import_id", "line"))
        differs = " OR ".join(f"t.{_q(c)} IS NOT v.{_q(c)}" for c in compared)
        db.execute(f"UPDATE {name} AS t SET {new} FROM {versions} AND {which} WHERE t.row = s.row AND ({differs})", values)

    write(every, (*every, "import_id", "line"), "v.import_id = s.first")
    for (later,) in db.execute(f"SELECT DISTINCT v.import_id FROM {versions} AND v.import_id > s.first ORDER BY 1").fetchall():
        given = tuple(c for c in carried.get(later, every) if c in every)
        write(given, given, "v.import_id = ? AND v.import_id > s.first", later)  # a row belongs to the import that last changed it


def rebuild(db: sqlite3.Connection, name: str, row: int, columns: Sequence[str], carried: dict[int, tuple[str, ...]]) -> int:
    """Make a row what its versions say, the later import over the earlier one; 1 where none is left and the row goes, else 0."""
    every = ", ".join(_q(c) for c in columns)
    versions = db.execute(f"SELECT import_id, line, {every} FROM {name}_versions WHERE row = ? ORDER BY import_id", (row,)).fetchall()
    if not versions:
        return db.execute(f"DELETE FROM {name} WHERE row = ?", (row,)).rowcount
    merged: dict[str, Any] = dict.fromkeys(columns)
    for version in versions:
        given = carried.get(version[0], columns)
        merged |= {c: v for c, v in zip(columns, version[2:]) if c in given}
    db.execute(f"UPDATE {name} SET import_id = ?, line = ?, {', '.join(f'{_q(c)} = ?' for c in columns)} WHERE row = ?",
               (versions[-1][0], versions[-1][1], *(merged[c] for c in columns), row))
    if len(versions) == 1:
        db.execute(f"DELETE FROM {name}_versions WHERE row = ?", (row,))
    return 0
