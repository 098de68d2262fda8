"""Whether what lies in a workspace can be read at all, and what to leave out of a damaged one so that the rest can."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from kpi_desktop.model.problem import UserError
from kpi_desktop.model.schema import TABLES, Kind, Table
from kpi_desktop.store import decisions
from kpi_desktop.store.database import stored
from kpi_desktop.store.workspace import Workspace

_DAYS = (-80_000, 2_900_000)  # what the calendar can tell, in days since 1970-01-01
_JSON = {"imports": ("columns", "counts"), "kept_aside": ("reason", "raw"), "import_files": ("header", "mapping"), "settings": ("value",),
         "mappings": ("header", "mapping")}
_BROKEN = (ValueError, TypeError, KeyError, AttributeError, IndexError, ExceptionGroup)
_FETCHED = 20_000


def unsound(ws: Workspace, ask: Callable[[], None] = lambda: None) -> bool:
    """Whether anything in the workspace is damaged. `ask` is called again and again and may raise Cancelled."""
    db = ws.db
    try:
        if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            return True
        ask()
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").fetchall():
            cursor = db.execute(f"SELECT * FROM {name}")
            while cursor.fetchmany(_FETCHED):  # text that is none shows only when it is read
                ask()
        wrong = any(db.execute(f"SELECT EXISTS(SELECT 1 FROM {table} WHERE {where})").fetchone()[0] for table, where, _ in _rules(db))
        return wrong or any(True for _ in _unread(ws))
    except (sqlite3.DatabaseError, UserError):
        return True


def clean(ws: Workspace) -> None:
    """Leave out what cannot be read: blank where a row can do without a value, else without the row."""
    with ws.transaction() as db:
        _names(db)
        for table, where, column in _rules(db):
            db.execute(f'DELETE FROM {table} WHERE {where}' if column is None else f'UPDATE OR IGNORE {table} SET "{column}" = NULL WHERE {where}')
            db.execute(f"DELETE FROM {table} WHERE {where}")
        _imports(db)
        for forget in list(_unread(ws)):
            db.execute(forget)


def _rules(db: sqlite3.Connection) -> Iterator[tuple[str, str, str | None]]:
    """(table, what no row of it may be, the column to blank where a row is; None where the row goes)."""
    names = db.execute("SELECT count(*) FROM names").fetchone()[0]
    db.create_function("is_json", 1, _is_json, deterministic=True)
    db.create_function("is_moment", 1, _is_moment, deterministic=True)
    db.create_function("is_set", 1, _is_set, deterministic=True)
    for table in TABLES:
        for place in (table.name, f"{table.name}_versions"):
            yield place, "typeof(import_id) != 'integer' OR typeof(line) != 'integer'", None
            for column in stored(table):
                field = table.by_name[column]
                needed = field.required or column in table.key
                fault = _fault(table, column, names)
                yield place, fault + (f' OR ("{column}" IS NULL)' if field.required else ""), None if needed else column
    for name, columns in _JSON.items():
        yield name, " OR ".join(f"NOT is_json({c})" for c in columns), None
    yield "visit_cells", ("NOT is_set(visitors) OR typeof(sessions) NOT IN ('real', 'integer') OR typeof(day) != 'integer' "
                          f"OR day NOT BETWEEN {_DAYS[0]} AND {_DAYS[1]} OR typeof(channel) != 'integer' OR channel NOT BETWEEN -1 AND {names - 1} "
                          f"OR typeof(campaign) != 'integer' OR campaign NOT BETWEEN -1 AND {names - 1}"), None
    yield "names", "typeof(name) != 'text'", None
    yield "imports", "typeof(file) != 'text' OR typeof(format) != 'text' OR typeof(digest) != 'text' OR NOT is_moment(at)", None
    yield "kept_aside", "typeof(line) != 'integer' OR typeof(field) != 'text' OR typeof(value) != 'text'", None
    yield "targets", "typeof(value) NOT IN ('real', 'integer')", None
    yield "rates", "typeof(currency) != 'text' OR NOT is_moment(month) OR typeof(rate) NOT IN ('real', 'integer')", None


def _fault(table: Table, column: str, names: int) -> str:
    kind, at = table.by_name[column].kind, f'"{column}"'
    if kind is Kind.NUMBER:
        return f"typeof({at}) NOT IN ('real', 'integer', 'null')"
    ranges = {Kind.NAME: (0, names - 1), Kind.DAY: _DAYS, Kind.FLAG: (0, 1), Kind.CHOICE: (0, len(table.by_name[column].choices) - 1)}
    if kind in ranges:
        lo, hi = ranges[kind]
        return f"(typeof({at}) NOT IN ('integer', 'null') OR {at} NOT BETWEEN {lo} AND {hi})"
    return f"typeof({at}) NOT IN ('text', 'null')"


def _is_json(text: Any) -> bool:
    try:
        return isinstance(text, str) and json.loads(text) is not ...
    except ValueError:
        return False


def _is_moment(text: Any) -> bool:
    try:
        return datetime.fromisoformat(text) is not None
    except (ValueError, TypeError):
        return False


def _is_set(stored_set: Any) -> bool:
    from pyroaring import BitMap

    try:
        return isinstance(stored_set, bytes) and len(BitMap.deserialize(stored_set)) > 0
    except (ValueError, TypeError, MemoryError):
        return False


def _names(db: sqlite3.Connection) -> None:
    """Codes count from 0 without a gap: what stood in a gap is called by its number."""
    count = db.execute("SELECT count(*) FROM names").fetchone()[0]
    db.execute("DELETE FROM names WHERE id < 0 OR id > ?", (2 * count + 1000,))  # no code of ours
    held = {r[0] for r in db.execute("SELECT id FROM names")}
    db.executemany("INSERT OR IGNORE INTO names VALUES (?, ?)", ((i, f"? {i}") for i in range(max(held, default=-1)) if i not in held))


def _imports(db: sqlite3.Connection) -> None:
    """Rows whose import is not known any more get one to be taken back by."""
    held = {r[0] for r in db.execute("SELECT id FROM imports")}
    columns = json.dumps({t.name: list(stored(t)) for t in TABLES})
    db.execute("DELETE FROM import_files WHERE import_id NOT IN (SELECT id FROM imports)")
    for table in (*(t.name for t in TABLES), *(f"{t.name}_versions" for t in TABLES), "visit_cells", "kept_aside"):
        for (number,) in db.execute(f"SELECT DISTINCT import_id FROM {table}").fetchall():
            if number not in held:
                held.add(number)
                db.execute("INSERT INTO imports(id, file, format, digest, at, columns) VALUES (?, '?', '', ?, ?, ?)",
                           (number, f"lost-{number}", datetime.now().astimezone().isoformat(timespec="seconds"), columns))


def _unread(ws: Workspace) -> Iterator[str]:
    """For each thing that was decided and cannot be read: the statement that forgets it."""
    readers: tuple[tuple[str, Callable[[], object]], ...] = (
        ("verdicts", lambda: decisions.verdicts(ws)), ("targets", lambda: decisions.targets(ws)), ("merges", lambda: decisions.merges(ws)),
        ("rates", lambda: decisions.rates(ws)), ("mappings", lambda: decisions.saved_mappings(ws)))
    settings: tuple[tuple[str, Callable[[], object]], ...] = (
        ("notes", lambda: decisions.notes(ws)), ("views", lambda: decisions.views(ws)), ("planned", lambda: decisions.planned(ws)),
        ("name_rules", lambda: decisions.name_rules(ws)), ("privacy", lambda: ws.privacy), ("revision", lambda: ws.revision),
        ("currency", lambda: ws.setting("currency", "").upper()))
    for statement, read in (*((f"DELETE FROM {t}", r) for t, r in readers), *((f"DELETE FROM settings WHERE key = '{k}'", r) for k, r in settings)):
        try:
            read()
        except _BROKEN:
            yield statement
