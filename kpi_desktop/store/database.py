"""Opening the workspace: one SQLite file, WAL, foreign keys, numbered migrations, readable by its owner alone."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.schema import TABLES, Kind, Table

APPLICATION_ID = 0x4B504931
VERSION = 1
MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = ()
"""One function per version above 1, in order; its docstring says what people see."""

_TYPES = {Kind.ID: "TEXT", Kind.REF: "TEXT", Kind.TEXT: "TEXT", Kind.NAME: "INTEGER", Kind.DAY: "INTEGER", Kind.NUMBER: "REAL",
          Kind.FLAG: "INTEGER", Kind.CHOICE: "INTEGER"}
_BESIDE = """
CREATE TABLE names(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE imports(id INTEGER PRIMARY KEY AUTOINCREMENT, file TEXT NOT NULL, format TEXT NOT NULL, digest TEXT NOT NULL, at TEXT NOT NULL,
  read INTEGER NOT NULL DEFAULT 0, kept_aside INTEGER NOT NULL DEFAULT 0, columns TEXT NOT NULL, counts TEXT NOT NULL DEFAULT '{}');
CREATE TABLE kept_aside(import_id INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE, line INTEGER NOT NULL, field TEXT NOT NULL,
  value TEXT NOT NULL, reason TEXT NOT NULL, raw TEXT NOT NULL);
CREATE TABLE settings(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE verdicts(kind TEXT, practice TEXT, verdict TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY(kind, practice)) WITHOUT ROWID;
CREATE TABLE targets(kpi TEXT, period TEXT, dimension TEXT, member TEXT, value REAL NOT NULL, PRIMARY KEY(kpi, period, dimension, member)) WITHOUT ROWID;
CREATE TABLE merges(dimension TEXT, name TEXT, canonical TEXT NOT NULL, PRIMARY KEY(dimension, name)) WITHOUT ROWID;
CREATE TABLE rates(currency TEXT, month TEXT, rate REAL NOT NULL, PRIMARY KEY(currency, month)) WITHOUT ROWID;
CREATE TABLE mappings(header TEXT PRIMARY KEY, mapping TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE visitors(id INTEGER PRIMARY KEY, visitor TEXT NOT NULL UNIQUE);
CREATE TABLE visit_cells(import_id INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE, day INTEGER NOT NULL, channel INTEGER NOT NULL,
  campaign INTEGER NOT NULL, sessions REAL NOT NULL, visitors BLOB NOT NULL, PRIMARY KEY(import_id, day, channel, campaign)) WITHOUT ROWID;
"""


def stored(table: Table) -> tuple[str, ...]:
    """The fields of a table that its rows hold as columns (a visitor is held in sets, not in lines)."""
    return tuple(f.name for f in table.fields if (table.name, f.name) != ("visits", "visitor"))


def key_of(table: Table) -> tuple[str, ...]:
    """The columns that know a row again; ("mark",) where only its content does."""
    return tuple(k for k in table.key if k in stored(table)) if table.key and table.name != "nps" else ("mark",)


def _schema() -> str:
    parts = [_BESIDE]
    for table in TABLES:
        columns = ", ".join(f'"{n}" {_TYPES[table.by_name[n].kind]}' for n in stored(table))
        parts.append(f"CREATE TABLE {table.name}(row INTEGER PRIMARY KEY, import_id INTEGER NOT NULL REFERENCES imports(id), line INTEGER NOT NULL, "
                     f"mark INTEGER, {columns});")
        parts.append(f"CREATE UNIQUE INDEX {table.name}_key ON {table.name}({', '.join(keyed(k) for k in key_of(table))});")
        parts.append(f"CREATE TABLE {table.name}_versions(row INTEGER NOT NULL, import_id INTEGER NOT NULL, line INTEGER NOT NULL, {columns}, "
                     "PRIMARY KEY(row, import_id)) WITHOUT ROWID;")
    return "\n".join(parts)


def keyed(column: str) -> str:
    """A key column in which blanks compare equal."""
    return f"ifnull(\"{column}\", '')"


def open_file(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """Open a workspace, made where `create` allows it. UserError where it is missing, no workspace, or of a newer program."""
    if not path.exists():
        if not create:
            raise UserError(Text("There is no workspace {file}.", file=str(path)), Text("Import a file into it first, or check the name."))
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=10)
    try:
        _prepare(connection, path)
    except sqlite3.DatabaseError as error:
        connection.close()
        raise UserError(Text("{file} is no workspace of this program.", file=path.name), Text("Choose a .kpi file.")) from error
    except UserError:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    made_here = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    empty = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if not made_here and not empty:
        raise UserError(Text("{file} is no workspace of this program.", file=path.name), Text("Choose a .kpi file."))
    if version > VERSION:
        raise UserError(Text("{file} was made by a newer version of this program.", file=path.name), Text("Update the program to open it."))
    connection.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA temp_store=FILE;")
    if empty:
        connection.executescript(f"BEGIN IMMEDIATE;{_schema()}PRAGMA application_id={APPLICATION_ID};PRAGMA user_version={VERSION};COMMIT;")
    for step in MIGRATIONS[max(0, version - 1) if not empty else len(MIGRATIONS):]:
        connection.execute("BEGIN IMMEDIATE")
        step(connection)
        connection.execute(f"PRAGMA user_version={version + 1}")
        connection.execute("COMMIT")
        version += 1
