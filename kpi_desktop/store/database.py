"""Opening the workspace: one SQLite file, WAL, foreign keys, numbered migrations, readable by its owner alone."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from kpi_desktop.model.problem import Cancelled, Text, UserError
from kpi_desktop.model.schema import TABLES, Kind, Table
from kpi_desktop.store import visits

APPLICATION_ID = 0x4B504931
_PATIENCE = 10.0  # seconds to wait for another program's transaction
_MARK = b"CREATE TABLE import_files("  # stands in the schema of every workspace since version 3
_SCHEMA = 200_000  # bytes within which the schema lies
_STEPS = 100_000  # of SQLite's virtual machine: some milliseconds
VERSION = 4

_TYPES = {Kind.ID: "TEXT", Kind.REF: "TEXT", Kind.TEXT: "TEXT", Kind.EMAIL: "TEXT", Kind.NAME: "INTEGER", Kind.DAY: "INTEGER", Kind.NUMBER: "REAL",
          Kind.FLAG: "INTEGER", Kind.CHOICE: "INTEGER"}
_BESIDE = """
CREATE TABLE names(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE imports(id INTEGER PRIMARY KEY AUTOINCREMENT, file TEXT NOT NULL, format TEXT NOT NULL, digest TEXT NOT NULL, at TEXT NOT NULL,
  read INTEGER NOT NULL DEFAULT 0, kept_aside INTEGER NOT NULL DEFAULT 0, columns TEXT NOT NULL, counts TEXT NOT NULL DEFAULT '{}');
CREATE TABLE kept_aside(import_id INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE, line INTEGER NOT NULL, field TEXT NOT NULL,
  value TEXT NOT NULL, reason TEXT NOT NULL, raw TEXT NOT NULL, mended_by INTEGER);
CREATE TABLE import_files(import_id INTEGER PRIMARY KEY REFERENCES imports(id) ON DELETE CASCADE, header TEXT NOT NULL, mapping TEXT NOT NULL);
CREATE TABLE settings(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE verdicts(kind TEXT, practice TEXT, verdict TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY(kind, practice)) WITHOUT ROWID;
CREATE TABLE targets(kpi TEXT, period TEXT, dimension TEXT, member TEXT, value REAL NOT NULL, PRIMARY KEY(kpi, period, dimension, member)) WITHOUT ROWID;
CREATE TABLE merges(dimension TEXT, name TEXT, canonical TEXT NOT NULL, PRIMARY KEY(dimension, name)) WITHOUT ROWID;
CREATE TABLE rates(currency TEXT, month TEXT, rate REAL NOT NULL, PRIMARY KEY(currency, month)) WITHOUT ROWID;
CREATE TABLE mappings(header TEXT PRIMARY KEY, mapping TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE visitors(id INTEGER PRIMARY KEY, visitor TEXT NOT NULL);
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
        parts.append(key_index(table) + ";")
        parts.append(f"CREATE TABLE {table.name}_versions(row INTEGER NOT NULL, import_id INTEGER NOT NULL, line INTEGER NOT NULL, {columns}, "
                     "PRIMARY KEY(row, import_id)) WITHOUT ROWID;")
    return "\n".join(parts)


def key_index(table: Table) -> str:
    """The statement that builds a table's unique key."""
    return f"CREATE UNIQUE INDEX {table.name}_key ON {table.name}({', '.join(keyed(table, k) for k in key_of(table))})"


def keyed(table: Table, column: str, alias: str = "") -> str:
    """A key column in which blanks compare equal; one that is never blank stands plain, which is faster."""
    place = f'{alias}."{column}"' if alias else f'"{column}"'
    return place if column == "mark" or table.by_name[column].required else f"ifnull({place}, '')"


def _to_2(connection: sqlite3.Connection) -> None:
    """Imports of visits and of many rows are faster."""
    connection.execute("CREATE TABLE visitors_2(id INTEGER PRIMARY KEY, visitor TEXT NOT NULL)")
    connection.execute("INSERT INTO visitors_2 SELECT id, visitor FROM visitors ORDER BY id")
    connection.execute("DROP TABLE visitors")
    connection.execute("ALTER TABLE visitors_2 RENAME TO visitors")
    for table in TABLES:
        connection.execute(f"DROP INDEX {table.name}_key")
        connection.execute(key_index(table))


def _to_3(connection: sqlite3.Connection) -> None:
    """Rows kept aside by an import from now on can be mended and tried again, and exported with their column names."""
    connection.execute("CREATE TABLE import_files(import_id INTEGER PRIMARY KEY REFERENCES imports(id) ON DELETE CASCADE, header TEXT NOT NULL, "
                       "mapping TEXT NOT NULL)")


def _to_4(connection: sqlite3.Connection) -> None:
    """Deals and customers imported from now on keep the contact's e-mail, by which they find their leads. Taking back the import of mended rows puts
    them aside again; sessions of visits that several imports carry no longer go with one of them."""
    for table in ("deals", "customers"):
        for held in (table, f"{table}_versions"):
            connection.execute(f'ALTER TABLE {held} ADD COLUMN "email" TEXT')
    connection.execute("ALTER TABLE kept_aside ADD COLUMN mended_by INTEGER")
    visits.make_whole(connection)


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_to_2, _to_3, _to_4)
"""One function per version above 1, in order; its docstring says what people see."""


_OUTSIDE = {
    sqlite3.SQLITE_BUSY: (Text("another program is writing to it"), Text("Try again when that is done.")),
    sqlite3.SQLITE_FULL: (Text("the disk is full"), Text("Make room on the disk and try again; the workspace is as it was.")),
    sqlite3.SQLITE_IOERR: (Text("the disk does not take or give the data"),
                           Text("Make room on the disk, or look after it, and try again; the workspace is as it was.")),
    sqlite3.SQLITE_READONLY: (Text("it may only be read"), Text("Allow writing to the file and its folder, or work with a copy.")),
    sqlite3.SQLITE_CANTOPEN: (Text("it cannot be opened"), Text("Close it in other programs and check your permissions.")),
    sqlite3.SQLITE_CORRUPT: (Text("it is damaged"), Text("Open it again: what can be read of it is brought over into a new file, and the damaged one kept.")),
}
"""What can befall a file from outside the program, by SQLite's primary result code."""


class Damaged(UserError):
    """A workspace that cannot be read as it is."""


class Connection(sqlite3.Connection):
    """A connection that tells what befalls its file from outside (another program, the disk, permissions) as a UserError."""

    name = ""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """One statement."""
        try:
            return super().execute(sql, parameters)
        except sqlite3.DatabaseError as error:
            raise _told(error, self.name) from error

    def executemany(self, sql: str, parameters: Any, /) -> sqlite3.Cursor:
        """One statement with many rows."""
        try:
            return super().executemany(sql, parameters)
        except sqlite3.DatabaseError as error:
            raise _told(error, self.name) from error


def _told(error: sqlite3.DatabaseError, name: str) -> Exception:
    """The error as a person reads it; itself where the program is at fault."""
    outside = _OUTSIDE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    if outside is None:
        return error
    kind = Damaged if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CORRUPT else UserError
    return kind(Text("{file} cannot be used: {why}.", file=name, why=outside[0]), outside[1])


def open_file(path: Path, *, create: bool = False) -> Connection:
    """Open a workspace, made where `create` allows it. UserError where it is missing, no workspace, or of a newer program."""
    if not path.exists() and not create:
        raise UserError(Text("There is no workspace {file}.", file=str(path)), Text("Import a file into it first, or check the name."))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT, 0o600))
    except OSError as error:
        raise UserError(Text("{file} cannot be opened: {why}.", file=path.name, why=error.strerror or str(error)),
                        Text("Check the name, the folder and your permissions.")) from error
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=_PATIENCE, factory=Connection)
    connection.name = path.name
    try:
        _prepare(connection, path)
    except sqlite3.OperationalError as error:
        connection.close()
        raise UserError(Text("{file} cannot be opened: {why}.", file=path.name, why=str(error)),
                        Text("Close it in other programs and check your permissions.")) from error
    except sqlite3.DatabaseError as error:
        connection.close()
        raise _stranger(path) from error
    except UserError:
        connection.close()
        raise
    return connection


def _stranger(path: Path) -> UserError:
    """A file that SQLite or this program does not know: damaged where it still says in one of two places that it was a workspace."""
    with path.open("rb") as file:
        start = file.read(_SCHEMA)
    if start[68:72] == APPLICATION_ID.to_bytes(4, "big") or _MARK in start:
        return Damaged(Text("{file} cannot be used: {why}.", file=path.name, why=_OUTSIDE[sqlite3.SQLITE_CORRUPT][0]), _OUTSIDE[sqlite3.SQLITE_CORRUPT][1])
    return UserError(Text("{file} is no workspace of this program.", file=path.name), Text("Choose a .kpi file."))


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    made_here = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    empty = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if not made_here and not empty:
        raise _stranger(path)
    if version > VERSION:
        raise UserError(Text("{file} was made by a newer version of this program.", file=path.name), Text("Update the program to open it."))
    if version < 1 and not empty:
        raise _stranger(path)
    connection.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA temp_store=FILE; PRAGMA cache_size=-16384;")
    if empty:
        connection.executescript(f"BEGIN IMMEDIATE;{_schema()}PRAGMA application_id={APPLICATION_ID};PRAGMA user_version={VERSION};COMMIT;")
    elif version < VERSION:
        _migrate(connection, path, version)


def _migrate(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Bring an older workspace up, one step per transaction; a copy of it as it was stays beside it."""
    copy = path.with_name(f"{path.name}.version-{version}")
    os.close(os.open(copy, os.O_CREAT | os.O_RDWR, 0o600))
    with closing(sqlite3.connect(copy)) as beside:
        connection.backup(beside)
    for number, step in enumerate(MIGRATIONS[version - 1:], version + 1):
        with transaction(connection):
            if connection.execute("PRAGMA user_version").fetchone()[0] < number:  # another connection may have been faster
                step(connection)
                connection.execute(f"PRAGMA user_version={number}")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: whatever is raised inside leaves the file as it was."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite ends it by itself when the disk is full or a statement is interrupted
            connection.execute("ROLLBACK")
        raise


@contextmanager
def one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is read inside is of one moment, whatever others write meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        with suppress(sqlite3.Error):  # nothing was written; what went wrong with a damaged file was raised where it was read
            connection.execute("ROLLBACK")


@contextmanager
def interruptible(connection: sqlite3.Connection, ask: Callable[[], None]) -> Iterator[None]:
    """Ask again and again, also within one long statement, whether to go on; Cancelled, raised by `ask`, ends the statement."""
    said: list[Cancelled] = []

    def stop() -> bool:
        try:
            ask()
        except Cancelled as cancelled:
            said.append(cancelled)
        return bool(said)

    connection.set_progress_handler(stop, _STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        raise said[0] if said else error from None
    finally:
        connection.set_progress_handler(None, 0)
