"""Rows of one import into one table: known again by key or content, updated, and given back exactly when an import is taken back."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from kpi_desktop.model.schema import BY_NAME, Counts, Kind, Rows, Table
from kpi_desktop.store.database import key_index, key_of, keyed, stored


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
            self.insert = f"INSERT INTO {table}(import_id, line{listed}) VALUES ({int(import_id)}{marks})"
        else:
            db.execute(f"DROP TABLE IF EXISTS temp.stage_{table}")
            unsaid = "".join(f", {_q(k)}" for k in key_of(self.table) if k not in (*self.columns, "mark"))  # blank in every row of this file
            db.execute(f"CREATE TEMP TABLE stage_{table}(line INTEGER{listed}{unsaid})")
            self.insert = f"INSERT INTO stage_{table}(line{listed}) VALUES ({marks[2:]})"
        self.listed = listed

    def add(self, rows: Rows, names: list[str]) -> None:
        """Take converted rows whose columns are those given."""
        self.read += len(rows)
        mine: list[Iterable[Any]] = [values for name, values in zip(self.given, rows.columns) if name in self.columns]
        if self.by_content:
            mine.insert(0, [self._mark(r, names) for r in rows])
        self.db.executemany(self.insert, zip(rows.lines, *mine))

    def _mark(self, row: tuple[Any, ...], names: list[str]) -> int:
        text, alone = content(self.table, zip(self.given, row[1:]), names)
        self.seen[text] += 1
        return marked(text, alone, self.seen[text])

    def bring_in(self) -> Counts:
        """Finish: how many rows were added, updated and unchanged. Of lines with one key the last wins."""
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
        self._touch(counts, same)
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
    """Take an import's rows out of a table: those only it carried go, shared ones are rebuilt from the other imports' versions.

    `carried[import]` are the columns each import gave to this table. Returns how many rows went or changed.
    """
    name = table.name
    shared = [r[0] for r in db.execute(f"SELECT row FROM {name}_versions WHERE import_id = ?", (import_id,))]
    db.execute(f"DELETE FROM {name}_versions WHERE import_id = ?", (import_id,))
    gone = db.execute(f"DELETE FROM {name} WHERE import_id = ? AND row NOT IN (SELECT row FROM {name}_versions)", (import_id,)).rowcount
    return gone + sum(rebuild(db, name, row, stored(table), carried) for row in shared) + len(shared)


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
