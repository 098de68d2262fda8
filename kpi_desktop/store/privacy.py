"""Persons replaced or forgotten in what a workspace holds already: tables, names, rows kept aside and decisions; and their bytes wiped.

Everything here works on copies that an older version of the program left as well, so it asks which tables and columns are there.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, field
from glob import escape
from pathlib import Path
from typing import Any

from kpi_desktop.model.decisions import Mapping
from kpi_desktop.model.privacy import GONE, Privacy
from kpi_desktop.model.problem import Problem, Text, UserError
from kpi_desktop.model.schema import BY_NAME, TABLES, Kind, Table
from kpi_desktop.store import decided_persons
from kpi_desktop.store.database import APPLICATION_ID, key_of, keyed, stored, transaction
from kpi_desktop.store.decisions import mapping_of
from kpi_desktop.store.rows import content, marked, rebuild

_FETCHED = 20_000
_UNUSED = "unused-"
Heard = Callable[[float, float], None]


@dataclass(frozen=True)
class Codec:
    """How the mapping of an import is written down."""

    read: Callable[[dict[str, Any]], Mapping]
    write: Callable[[Mapping], dict[str, Any]]


@dataclass
class Traces:
    """What was found of persons: rows removed and rows changed per table, rows kept aside, and decisions that name them."""

    removed: dict[str, int] = field(default_factory=dict)
    changed: dict[str, int] = field(default_factory=dict)
    kept_aside: int = 0
    decisions: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.removed.values()) + sum(self.changed.values()) + self.kept_aside + self.decisions


def rewrite(db: sqlite3.Connection, privacy: Privacy, codec: Codec, heard: Heard = lambda done, total: None) -> Traces:
    """Treat everything that lies in the file as if it came in now; to be called inside a transaction. `heard` may raise Cancelled."""
    found, names = Traces(), _Names(db)
    for at, table in enumerate(TABLES):
        heard(at, len(TABLES) + 1)
        removed, changed = _table(db, table, privacy, names)
        found.removed |= {table.name: removed} if removed else {}
        found.changed |= {table.name: changed} if changed else {}
    read = privacy.reader(BY_NAME["visits"], BY_NAME["visits"].by_name["visitor"])
    if read is not None:
        db.create_function("hide_visitor", 1, read, deterministic=True)
        visitors = db.execute("UPDATE visitors SET visitor = hide_visitor(visitor) WHERE visitor IS NOT hide_visitor(visitor)").rowcount
        found.changed |= {"visits": found.changed.get("visits", 0) + visitors} if visitors else {}
    names.keep()
    found.kept_aside = _kept_aside(db, privacy, codec)
    found.decisions = _told(db, privacy, codec)
    heard(1, 1)
    return found


class _Names:
    """The vocabulary while names are replaced: columns get other codes, and a name that no row uses any longer is blotted out."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.names: list[str] = [r[0] for r in db.execute("SELECT name FROM names ORDER BY id")]
        self.codes = {n: i for i, n in enumerate(self.names)}
        self.known = len(self.names)

    def recode(self, read: Callable[[str], str]) -> Callable[[int | None], int | None]:
        """From a name's code to that of what stands for it; None where nothing does, -1 where the row goes."""
        memory: dict[int | None, int | None] = {None: None}

        def recoded(code: int | None) -> int | None:
            if code not in memory:
                assert code is not None
                text = read(self.names[code])
                memory[code] = -1 if text == GONE else None if not text else self._code(text)
            return memory[code]

        return recoded

    def _code(self, text: str) -> int:
        if text not in self.codes:
            self.codes[text] = len(self.names)
            self.names.append(text)
        return self.codes[text]

    def keep(self) -> None:
        """Write the vocabulary down; codes stay as they are."""
        used: set[int] = set()
        for table in TABLES:
            for place in (table.name, f"{table.name}_versions"):
                for column in _columns(self.db, table):
                    if table.by_name[column].kind is Kind.NAME:
                        used.update(r[0] for r in self.db.execute(f'SELECT DISTINCT "{column}" FROM {place}') if r[0] is not None)
        for column in ("channel", "campaign"):
            used.update(r[0] for r in self.db.execute(f"SELECT DISTINCT {column} FROM visit_cells"))
        idle = [i for i, n in enumerate(self.names[:self.known]) if i not in used and not n.startswith(_UNUSED)]
        self.db.executemany("UPDATE names SET name = ? WHERE id = ?", [(f"{_UNUSED}{i}", i) for i in idle])
        fresh = [(i, n if i in used else f"{_UNUSED}{i}") for i, n in enumerate(self.names[self.known:], self.known)]
        self.db.executemany("INSERT INTO names VALUES (?, ?)", fresh)


def _columns(db: sqlite3.Connection, table: Table) -> list[str]:
    there = {r[1] for r in db.execute(f"PRAGMA table_info({table.name})")}
    return [c for c in stored(table) if c in there]


def _text(read: Callable[[str], str]) -> Callable[[str | None], str | None]:
    return lambda text: None if text is None else read(text) or None


def _table(db: sqlite3.Connection, table: Table, privacy: Privacy, names: _Names) -> tuple[int, int]:
    """Rewrite one table and its versions: (rows removed, rows changed)."""
    name, columns = table.name, _columns(db, table)
    touched = []
    for column in columns:
        read = privacy.reader(table, table.by_name[column])
        if read is not None:
            hide = names.recode(read) if table.by_name[column].kind is Kind.NAME else _text(read)
            db.create_function(f"hide_{column}", 1, hide, deterministic=True)
            touched.append(column)
    if not touched:
        return 0, 0
    own = [c for c in touched if c in table.key and table.by_name[c].person]
    removed = sum(db.execute(f'DELETE FROM {name} WHERE hide_{c}("{c}") = -1').rowcount for c in own)
    if removed:
        db.execute(f"DELETE FROM {name}_versions WHERE row NOT IN (SELECT row FROM {name})")
    sets = ", ".join(f'"{c}" = hide_{c}("{c}")' for c in touched)
    differs = " OR ".join(f'"{c}" IS NOT hide_{c}("{c}")' for c in touched)
    index = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (f"{name}_key",)).fetchone()[0]
    dropped = False
    try:
        changed = db.execute(f"UPDATE {name} SET {sets} WHERE {differs}").rowcount
    except sqlite3.IntegrityError:  # two spellings of one person make one row
        db.execute(f"DROP INDEX {name}_key")
        dropped = True
        changed = db.execute(f"UPDATE {name} SET {sets} WHERE {differs}").rowcount
    db.execute(f"UPDATE {name}_versions SET {sets} WHERE {differs}")
    if changed and key_of(table) == ("mark",):
        if not dropped:
            db.execute(f"DROP INDEX {name}_key")
        dropped = True
        _mark_again(db, table, columns, names.names)
    if dropped:
        _join_equal(db, table, columns)
        db.execute(index)
    return removed, changed


def _mark_again(db: sqlite3.Connection, table: Table, columns: list[str], names: list[str]) -> None:
    """Rows known by their content are known by the new one, so that a file that comes again finds them."""
    carriers: dict[int, list[int]] = {}
    for row, import_id in db.execute(f"SELECT row, import_id FROM {table.name}_versions"):
        carriers.setdefault(row, []).append(import_id)
    listed = ", ".join(f'"{c}"' for c in columns)
    seen: Counter[tuple[int, bytes]] = Counter()  # how often each import has said the same
    marks: list[tuple[int, int]] = []
    cursor = db.execute(f"SELECT row, import_id, {listed} FROM {table.name} ORDER BY row")
    while rows := cursor.fetchmany(_FETCHED):
        for row, own, *values in rows:
            text, alone = content(table, zip(columns, values), names)
            imports = carriers.get(row, (own,))
            time = 1 + max(seen[i, text] for i in imports)
            for i in imports:
                seen[i, text] = time
            marks.append((marked(text, alone, time), row))
    db.executemany(f"UPDATE {table.name} SET mark = ? WHERE row = ?", marks)


def _join_equal(db: sqlite3.Connection, table: Table, columns: list[str]) -> None:
    """Rows that have become one: the first stays, with what every import said of any of them as its versions."""
    name, key = table.name, ", ".join(keyed(table, k) for k in key_of(table))
    listed = ", ".join(f'"{c}"' for c in columns)
    later = ", ".join(f'"{c}" = excluded."{c}"' for c in ("line", *columns))
    carried = {i: tuple(json.loads(c).get(name, ())) for i, c in db.execute("SELECT id, columns FROM imports")}
    for (group,) in db.execute(f"SELECT group_concat(row) FROM {name} GROUP BY {key} HAVING count(*) > 1").fetchall():
        rows = sorted(map(int, group.split(",")), reverse=True)
        for row in rows:
            for source in (f"{name}_versions", name):  # the last line of an import wins, as it does when a file comes in
                db.execute(f"INSERT INTO {name}_versions(row, import_id, line, {listed}) SELECT ?, import_id, line, {listed} FROM {source} WHERE row = ? "
                           f"ON CONFLICT(row, import_id) DO UPDATE SET {later} WHERE excluded.line > line", (rows[-1], row))
            if row != rows[-1]:
                db.execute(f"DELETE FROM {name}_versions WHERE row = ?", (row,))
                db.execute(f"DELETE FROM {name} WHERE row = ?", (row,))
        rebuild(db, name, rows[-1], columns, carried)


def _exists(db: sqlite3.Connection, table: str) -> bool:
    return db.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone() is not None


def _kept_aside(db: sqlite3.Connection, privacy: Privacy, codec: Codec) -> int:
    """Rows kept aside as they would be kept now: how many went or changed."""
    how = {}
    if _exists(db, "import_files"):
        how = {i: (json.loads(h), codec.read(json.loads(m))) for i, h, m in db.execute("SELECT import_id, header, mapping FROM import_files")}
    count = 0
    for number, import_id, line, name, value, reason, raw in db.execute("SELECT rowid, import_id, line, field, value, reason, raw FROM kept_aside").fetchall():
        problem = Problem("", line, name, value, Text.from_json(json.loads(reason)), tuple(json.loads(raw)))
        kept = privacy.row(problem, *how.get(import_id, ((), None)))
        if kept is None:
            db.execute("DELETE FROM kept_aside WHERE rowid = ?", (number,))
            db.execute("UPDATE imports SET kept_aside = kept_aside - 1 WHERE id = ?", (import_id,))
        elif kept != problem:
            db.execute("UPDATE kept_aside SET value = ?, raw = ? WHERE rowid = ?", (kept.value, json.dumps(kept.raw, ensure_ascii=False), number))
        count += kept != problem
    return count


def _told(db: sqlite3.Connection, privacy: Privacy, codec: Codec) -> int:
    """What was decided about persons, and how files are read: how many entries went or changed."""
    count = decided_persons.rewrite(db, privacy)
    if _exists(db, "import_files"):
        for number, told in db.execute("SELECT import_id, mapping FROM import_files").fetchall():
            old = codec.read(json.loads(told))
            if (new := privacy.mapping(old)) != old:
                db.execute("UPDATE import_files SET mapping = ? WHERE import_id = ?", (json.dumps(codec.write(new), sort_keys=True), number))
    for header, told in db.execute("SELECT header, mapping FROM mappings").fetchall():
        old = mapping_of(json.loads(told))
        if (new := privacy.mapping(old)) != old:
            db.execute("UPDATE mappings SET mapping = ? WHERE header = ?", (json.dumps(asdict(new)), header))
            count += 1
    for number, file in db.execute("SELECT id, file FROM imports").fetchall():
        db.execute("UPDATE imports SET file = ? WHERE id = ?", (privacy.masked(privacy.struck(file)), number))
    return count


# -- files ---------------------------------------------------------------------------------------------------------------


def backups(path: Path) -> list[Path]:
    """The copies of a workspace that the program left beside it."""
    made = (p for p in path.parent.iterdir() if p.name.startswith(f"{path.name}.version-"))
    return sorted(p for p in made if p.name.rpartition("-")[2].isdigit())


def wipe(db: sqlite3.Connection, path: Path) -> None:
    """Write the file anew, so that nothing deleted is left in it or in its log. UserError while another program reads it."""
    try:
        db.execute("VACUUM")
        busy = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.OperationalError as error:
        raise UserError(Text("{file} could not be written anew: {why}. What was deleted may still be in its bytes.", file=path.name, why=str(error)),
                        Text("Make room on the disk, close the file in other programs, and do it again.")) from error
    if busy:
        raise UserError(Text("{file} is open in another program; what was deleted may still be in its bytes.", file=path.name),
                        Text("Close it there and do it again."))


def each_backup(path: Path, more: Iterable[Path] = ()) -> Iterator[sqlite3.Connection]:
    """A connection to each copy beside the workspace and to each of `more`, inside a transaction; wiped afterwards. UserError where one cannot be
    read; those that were damaged when they were kept aside never can."""
    for copy in (*more, *backups(path), *damaged(path)):
        if copy in damaged(path):
            raise _unread(copy)
        with closing(sqlite3.connect(copy, isolation_level=None, timeout=10)) as db:
            try:
                made_here = db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID and db.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
                db.execute("PRAGMA secure_delete=ON")
            except sqlite3.DatabaseError:
                made_here = False
            if not made_here:
                raise _unread(copy)
            with transaction(db):
                yield db
            wipe(db, copy)


def damaged(path: Path) -> list[Path]:
    """The damaged files that were kept when this workspace was recovered."""
    return sorted(path.parent.glob(f"{escape(path.stem)}.damaged-*{path.suffix}"))


def _unread(copy: Path) -> UserError:
    return UserError(Text("The copy {file} cannot be read, so persons may still be in it.", file=copy.name), Text("Delete it, and do this again."))
