"""Rows of one import into one table: known again by key or content, updated, and given back exactly when an import is taken back."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Iterable
from typing import Any

from kpi_desktop.model.schema import BY_NAME, Counts, Kind, Table
from kpi_desktop.store.database import key_of, keyed, stored


class Stage:
    """Collects an import's rows for one table in a temporary table and brings them in at the end, set by set."""

    def __init__(self, db: sqlite3.Connection, table: str, columns: tuple[str, ...]) -> None:
        self.db = db
        self.table: Table = BY_NAME[table]
        self.columns = tuple(c for c in columns if c in stored(self.table))
        self.given = columns
        self.by_content = key_of(self.table) == ("mark",)
        self.seen: Counter[bytes] = Counter()
        self.names: dict[int, str] = {}
        marks = ", ".join(f'"{c}"' for c in self.columns)
        db.execute(f"DROP TABLE IF EXISTS temp.stage_{table}")
        db.execute(f"CREATE TEMP TABLE stage_{table}(line INTEGER, mark INTEGER{', ' if marks else ''}{marks})")
        self.insert = f"INSERT INTO stage_{table} VALUES ({', '.join('?' * (2 + len(self.columns)))})"

    def add(self, rows: Iterable[tuple[Any, ...]], names: list[str]) -> None:
        """Take rows (line, then one value per given column)."""
        places = [1 + self.given.index(c) for c in self.columns]
        if self.by_content:
            self.db.executemany(self.insert, [(r[0], self._mark(r, names), *(r[p] for p in places)) for r in rows])
        elif self.columns == self.given:
            self.db.executemany(self.insert, [(r[0], None, *r[1:]) for r in rows])
        else:
            self.db.executemany(self.insert, [(r[0], None, *(r[p] for p in places)) for r in rows])

    def _mark(self, row: tuple[Any, ...], names: list[str]) -> int:
        """A row's content as a number: equal lines of one file differ by how often they came. An NPS answer with a respondent is
        known by respondent and day."""
        kinds = self.table.by_name
        told = {c: names[v] if kinds[c].kind is Kind.NAME else v for c, v in zip(self.given, row[1:]) if v is not None}
        if self.table.name == "nps" and "respondent" in told:
            text = repr((told["respondent"].casefold(), told["date"]))
            return _number(text.encode())
        text = repr(sorted(told.items())).encode()
        self.seen[text] += 1
        return _number(text + b"|%d" % self.seen[text])

    def bring_in(self, import_id: int) -> Counts:
        """Move the staged rows into the table; returns how many were added, updated and unchanged."""
        name, db = self.table.name, self.db
        key = ", ".join(keyed(k) for k in key_of(self.table))
        same = " AND ".join(f"{_of('t', k)} = {_of('s', k)}" for k in key_of(self.table))
        db.execute(f"DELETE FROM stage_{name} WHERE rowid NOT IN (SELECT max(rowid) FROM stage_{name} GROUP BY {key})")
        listed = "".join(f', "{c}"' for c in self.columns)
        counts = Counts()
        if db.execute(f"SELECT EXISTS(SELECT 1 FROM {name})").fetchone()[0]:
            db.execute(f"CREATE INDEX temp.stage_{name}_key ON stage_{name}({key})")
            self._touch(import_id, counts, same, listed)
        added = db.execute(f"INSERT INTO {name}(import_id, line, mark{listed}) SELECT ?, line, mark{listed} FROM stage_{name}", (import_id,))
        counts.added = added.rowcount
        db.execute(f"DROP TABLE stage_{name}")
        return counts

    def _touch(self, import_id: int, counts: Counts, same: str, listed: str) -> None:
        """Rows that are there already: remember every import's version, then write the newer values over."""
        name, db = self.table.name, self.db
        every = "".join(f', "{c}"' for c in stored(self.table))
        match = f"{name} t JOIN stage_{name} s ON {same}"
        db.execute(f"INSERT OR IGNORE INTO {name}_versions(row, import_id, line{every}) SELECT t.row, t.import_id, t.line"
                   f"{''.join(f', t.{_q(c)}' for c in stored(self.table))} FROM {match}")
        db.execute(f"INSERT INTO {name}_versions(row, import_id, line{listed}) SELECT t.row, ?, s.line{''.join(f', s.{_q(c)}' for c in self.columns)} "
                   f"FROM {match}", (import_id,))
        total = db.execute(f"SELECT count(*) FROM {match}").fetchone()[0]
        if self.columns:
            new = ", ".join(f"{_q(c)} = s.{_q(c)}" for c in self.columns)
            differs = " OR ".join(f"t.{_q(c)} IS NOT s.{_q(c)}" for c in self.columns)
            counts.updated = db.execute(f"UPDATE {name} AS t SET {new}, import_id = ?, line = s.line FROM stage_{name} s WHERE {same} AND ({differs})",
                                        (import_id,)).rowcount
        counts.unchanged = total - counts.updated
        db.execute(f"DELETE FROM stage_{name} WHERE rowid IN (SELECT s.rowid FROM {match})")


def _q(column: str) -> str:
    return f'"{column}"'


def _of(alias: str, column: str) -> str:
    return f"ifnull({alias}.\"{column}\", '')"


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
    columns = stored(table)
    every = ", ".join(_q(c) for c in columns)
    for row in shared:
        versions = db.execute(f"SELECT import_id, line, {every} FROM {name}_versions WHERE row = ? ORDER BY import_id", (row,)).fetchall()
        if not versions:
            gone += db.execute(f"DELETE FROM {name} WHERE row = ?", (row,)).rowcount
            continue
        merged: dict[str, Any] = dict.fromkeys(columns)
        for version in versions:
            given = carried.get(version[0], columns)
            merged |= {c: v for c, v in zip(columns, version[2:]) if c in given}
        db.execute(f"UPDATE {name} SET import_id = ?, line = ?, {', '.join(f'{_q(c)} = ?' for c in columns)} WHERE row = ?",
                   (versions[-1][0], versions[-1][1], *(merged[c] for c in columns), row))
        if len(versions) == 1:
            db.execute(f"DELETE FROM {name}_versions WHERE row = ?", (row,))
    return gone + len(shared)
