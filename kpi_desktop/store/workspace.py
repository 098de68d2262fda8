"""The workspace: what came from files, brought in and taken back one import at a time, each in one transaction."""

from __future__ import annotations

import gc
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from kpi_desktop.model.batch import Batch, Chunk, Counts, ImportReport
from kpi_desktop.model.decisions import LoggedImport, Merge, Rate
from kpi_desktop.model.frames import Frames, email_keys
from kpi_desktop.model.privacy import Privacy
from kpi_desktop.model.problem import Problem, Text, UserError
from kpi_desktop.model.schema import BY_NAME, NO_DAY, TABLES, Kind, Table
from kpi_desktop.store import fetch, visits
from kpi_desktop.store.database import interruptible, one_moment, open_file, stored, transaction
from kpi_desktop.store.fetch import FetchedRows
from kpi_desktop.store.rows import Stage, take_back

Progress = Callable[[float, float], None]
KEPT_IN_REPORT = 10_000
_FETCHED = 20_000  # rows at a time: a million rows as Python objects would cost a gigabyte and most of the time
_READING, _READING_OVER = 0.95, 0.6  # the share of an import's time that goes into reading, into empty tables and over rows that are there


@dataclass
class Rehearsal(ImportReport):
    """What an import would do; `fields` counts per table how many of the updated rows each field changes in."""

    fields: dict[str, dict[str, int]] = field(default_factory=dict)


class _Undone(Exception):
    """Ends a rehearsal, so that its transaction leaves nothing."""


class Workspace:
    """One workspace file. A connection may be used by one thread at a time."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self.path = Path(path)
        self.db = open_file(self.path, create=create)

    def __enter__(self) -> Workspace:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; pages still in the log go into it."""
        self.db.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing: whatever is raised inside leaves the workspace as it was."""
        with transaction(self.db):
            yield self.db

    # -- settings -------------------------------------------------------------------------------------------------------

    def setting(self, key: str, default: Any = None) -> Any:
        """A setting kept in the workspace."""
        row = self.db.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
        return default if row is None else json.loads(row[0])

    def set_setting(self, key: str, value: Any) -> None:
        """Keep a JSON-able setting in the workspace."""
        self.db.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (key, json.dumps(value)))

    @property
    def privacy(self) -> Privacy:
        """What stands for persons in this workspace; without a key where nobody has asked for it."""
        told = self.setting("privacy")
        return Privacy() if told is None else Privacy(bytes.fromhex(told["key"]), told["contacts"], told["salespeople"], frozenset(told["forgotten"]))

    def set_privacy(self, privacy: Privacy) -> None:
        """Keep what stands for persons from now on."""
        self.set_setting("privacy", {"key": privacy.key.hex(), "contacts": privacy.contacts, "salespeople": privacy.salespeople,
                                     "forgotten": sorted(privacy.forgotten)})

    @property
    def revision(self) -> int:
        """Rises with every change that figures can see."""
        return int(self.setting("revision", 0))

    def changed(self) -> None:
        """Say that figures may differ from now on."""
        self.set_setting("revision", self.revision + 1)

    # -- imports --------------------------------------------------------------------------------------------------------

    def add(self, batch: Batch, progress: Progress | None = None) -> ImportReport:
        """Bring a file in, whole or not at all. Progress counts 0..1 and may raise Cancelled."""
        report = ImportReport(0, batch.file, batch.format, tables={t: Counts() for t in batch.columns})
        with self.transaction() as db, _heard(db, progress) as at:
            self._add(batch, report, at)
        return report

    def rehearse(self, batch: Batch, progress: Progress | None = None) -> Rehearsal:
        """What `add` would do, found out by doing it and taking all of it back."""
        report = Rehearsal(0, batch.file, batch.format, tables={t: Counts() for t in batch.columns})
        with suppress(_Undone), self.transaction() as db, _heard(db, progress) as at:
            for table, columns in batch.columns.items():
                _count_changes(db, table, [c for c in columns if c in stored(BY_NAME[table])])
            self._add(batch, report, at)
            report.fields = {t: _changes(db, t) for t in batch.columns}
            raise _Undone
        return report

    def _add(self, batch: Batch, report: ImportReport, at: Callable[[float], None]) -> None:
        db = self.db
        held = self.privacy
        if held.active and batch.privacy != held:
            raise ValueError("the rows were converted under another privacy setting than the workspace's")
        again = db.execute("SELECT id, read, kept_aside, counts FROM imports WHERE digest = ?", (batch.digest,)).fetchone()
        if again:
            self._same_again(report, again)
            return
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        report.import_id = int(db.execute("INSERT INTO imports(file, format, digest, at, columns) VALUES (?, ?, ?, ?, ?)", (
            batch.file, batch.format, batch.digest, now, json.dumps(batch.columns))).lastrowid or 0)
        db.execute("INSERT INTO import_files VALUES (?, ?, ?)", (report.import_id, json.dumps(batch.header), batch.mapping))
        self._bring_in(batch, report, at)
        counts = {t: asdict(c) for t, c in report.tables.items()}
        db.execute("UPDATE imports SET read = ?, kept_aside = ?, counts = ? WHERE id = ?",
                   (report.read, report.kept_aside, json.dumps(counts), report.import_id))
        self._settle_currency(batch)
        self.changed()

    def _same_again(self, report: ImportReport, logged: tuple[Any, ...]) -> None:
        """The same bytes read the same way: nothing changes, and the report says so."""
        report.import_id, report.read, report.kept_aside = logged[0], logged[1], logged[2]
        for table, c in json.loads(logged[3]).items():
            report.tables[table] = Counts(unchanged=c["added"] + c["updated"] + c["unchanged"])
        report.problems = self.kept_aside(logged[0])

    def _bring_in(self, batch: Batch, report: ImportReport, at: Callable[[float], None]) -> None:
        codes = {name: code for code, name in self.db.execute("SELECT id, name FROM names ORDER BY id")}
        names, known = list(codes), len(codes)

        def code(text: str) -> int:
            if text not in codes:
                codes[text] = len(names)
                names.append(text)
            return codes[text]

        number = report.import_id
        stages = {t: Stage(self.db, t, columns, number) for t, columns in batch.columns.items()}
        visited = visits.VisitStage(self.db, batch.columns["visits"], number) if "visitor" in batch.columns.get("visits", ()) else None
        reading = _READING if all(s.direct for s in stages.values()) else _READING_OVER
        with _uncollected():
            for chunk in batch.chunks(code):
                self._take(chunk, stages, visited, report, names)
                at(chunk.done * reading)
        self.db.executemany("INSERT INTO names VALUES (?, ?)", enumerate(names[known:], known))
        for done, (table, stage) in enumerate(stages.items()):
            report.tables[table] = stage.bring_in(lambda share, done=done: at(reading + (1 - reading) * (done + share) / len(stages)))
        if visited is not None:
            counts = visited.bring_in()
            report.tables["visits"].added += counts.added
            report.tables["visits"].unchanged += counts.unchanged

    def _take(self, chunk: Chunk, stages: dict[str, Stage], visited: visits.VisitStage | None, report: ImportReport, names: list[str]) -> None:
        report.read += chunk.read
        report.forgotten += chunk.forgotten
        report.left_out = chunk.left_out
        report.kept_aside += len(chunk.problems)
        report.problems += chunk.problems[: max(0, KEPT_IN_REPORT - len(report.problems))]
        self.db.executemany("INSERT INTO kept_aside(import_id, line, field, value, reason, raw) VALUES (?, ?, ?, ?, ?, ?)", [(
            report.import_id, p.line, p.field, p.value, json.dumps(p.reason.to_json(), ensure_ascii=False), json.dumps(p.raw, ensure_ascii=False))
            for p in chunk.problems])
        for table, rows in chunk.rows.items():
            if table == "visits" and visited is not None:
                named = [v is not None for v in rows.columns[visited.columns.index("visitor")]]
                if all(named):
                    visited.add(rows)
                    continue
                visited.add(rows.only(named))
                rows = rows.only([not n for n in named])
            stages[table].add(rows, names)

    def _settle_currency(self, batch: Batch) -> None:
        """The first currency that a file names becomes the workspace's."""
        if batch.currency and self.setting("currency") is None:
            self.set_setting("currency", batch.currency)

    def take_back(self, import_id: int, progress: Progress | None = None) -> dict[str, int]:
        """Undo one import, in any order: rows are as if it had never come. Returns per table the rows that it carried. Progress counts 0..1 and may
        raise Cancelled."""
        with self.transaction() as db, _heard(db, progress) as at:
            carried = {i: json.loads(c) for i, c in db.execute("SELECT id, columns FROM imports")}
            if import_id not in carried:
                raise UserError(Text("There is no import number {number}.", number=str(import_id)), Text("See the list of imports."))
            touched = {}
            for done, table in enumerate(carried[import_id], 1):
                by_import = {i: tuple(c.get(table, ())) for i, c in carried.items()}
                touched[table] = take_back(db, BY_NAME[table], import_id, by_import)
                at(done / (len(carried[import_id]) + 1))
            if "visits" in touched:
                touched["visits"] += visits.take_back(db, import_id)
            db.execute("UPDATE imports SET kept_aside = kept_aside + (SELECT count(*) FROM kept_aside k WHERE k.import_id = imports.id AND mended_by = ?1) "
                       "WHERE id IN (SELECT import_id FROM kept_aside WHERE mended_by = ?1)", (import_id,))
            db.execute("UPDATE kept_aside SET mended_by = NULL WHERE mended_by = ?", (import_id,))
            db.execute("DELETE FROM imports WHERE id = ?", (import_id,))
            del carried[import_id]
            self._forget_currency(carried.values())
            self.changed()
        return {t: n for t, n in touched.items() if n}

    def _forget_currency(self, carried: Iterable[dict[str, list[str]]]) -> None:
        """The currency that a file named goes with the last import of amounts, unless rates are given in it."""
        money = {(t.name, f.name) for t in TABLES for f in t.fields if f.money}
        if all((t, f) not in money for columns in carried for t, fields in columns.items() for f in fields):
            self.db.execute("DELETE FROM settings WHERE key = 'currency' AND NOT EXISTS (SELECT 1 FROM rates)")

    def imports(self) -> list[LoggedImport]:
        """The import log, the newest first."""
        rows = self.db.execute("SELECT id, file, format, at, read, counts, kept_aside FROM imports ORDER BY id DESC")
        return [LoggedImport(i, f, k, at, read, json.loads(counts), kept) for i, f, k, at, read, counts, kept in rows]

    def kept_aside(self, import_id: int | None = None, limit: int = KEPT_IN_REPORT) -> list[Problem]:
        """Rows kept aside by one import, or by all."""
        where = "" if import_id is None else "AND k.import_id = ?"
        rows = self.db.execute(f"SELECT i.file, k.line, k.field, k.value, k.reason, k.raw FROM kept_aside k JOIN imports i ON i.id = k.import_id "
                               f"WHERE k.mended_by IS NULL {where} ORDER BY k.rowid LIMIT {int(limit)}", () if import_id is None else (import_id,))
        return [Problem(Path(f).name, line, field, value, Text.from_json(json.loads(reason)), tuple(json.loads(raw)))
                for f, line, field, value, reason, raw in rows]

    # -- reading --------------------------------------------------------------------------------------------------------

    def frames(self, tables: Iterable[str] | None = None) -> Frames:
        """The tables as integer-coded frames, all of one revision."""
        with one_moment(self.db):
            return self._frames(tables)

    def _frames(self, tables: Iterable[str] | None) -> Frames:
        wanted = [t for t in TABLES if tables is None or t.name in tables]
        frames = {t.name: self._frame(t) for t in wanted}
        cells = visits.load(self.db)
        names = tuple(r[0] for r in self.db.execute("SELECT name FROM names ORDER BY id"))
        counts = {n: len(f) for n, f in frames.items()}
        if cells is not None:
            counts["visits"] = counts.get("visits", 0) + sum(len(v) for v in cells.visitors)
        merges = tuple(Merge(*r) for r in self.db.execute("SELECT dimension, name, canonical FROM merges"))
        rates = tuple(Rate(c, datetime.fromisoformat(m).date(), r) for c, m, r in self.db.execute("SELECT currency, month, rate FROM rates"))
        return Frames(self.revision, frames, names, cells, self.setting("currency", "EUR"), merges, rates, counts)

    def _frame(self, table: Table) -> Any:
        import numpy as np
        import pandas as pd

        empty = {Kind.DAY: (NO_DAY, np.int32), Kind.NAME: (-1, np.int32), Kind.NUMBER: (None, np.float64), Kind.FLAG: (-1, np.int8),
                 Kind.CHOICE: (-1, np.int8), Kind.REF: (-1, np.int64), Kind.EMAIL: (None, np.int64)}
        fields = [f for f in table.fields if f.kind in empty and f.name in stored(table)]
        select, joins = ["t.row", "t.import_id"], ""
        for f in fields:
            blank = empty[f.kind][0]
            source = f't."{f.name}"'
            if f.kind is Kind.REF:
                joins += f' LEFT JOIN {f.links} r_{f.name} ON r_{f.name}."{BY_NAME[f.links].key[0]}" = {source}'
                source = f"r_{f.name}.row"
            select.append(source if blank is None else f"ifnull({source}, {blank})")
        cursor = self.db.execute(f"SELECT {', '.join(select)} FROM {table.name} t{joins} ORDER BY t.row")
        types: list[Any] = [np.int64, np.int32, *(empty[f.kind][1] for f in fields)]
        addressed = [False, False, *(f.kind is Kind.EMAIL for f in fields)]
        parts: list[list[Any]] = [[np.empty(0, t)] for t in types]
        with _uncollected():
            while rows := cursor.fetchmany(_FETCHED):
                for part, values, kind, address in zip(parts, zip(*rows), types, addressed):
                    part.append(np.array(email_keys(values) if address else values, kind))
        columns = {}
        for name, part in zip(["row", "import_id", *(f.name for f in fields)], parts):
            columns[name] = np.concatenate(part)
            part.clear()  # else a million rows stand in memory twice, and with a copy three times
        return pd.DataFrame(columns, copy=False)

    def counts(self) -> dict[str, int]:
        """Rows held per table; visits count one per visitor, day, channel and campaign."""
        held = {t.name: int(self.db.execute(f"SELECT count(*) FROM {t.name}").fetchone()[0]) for t in TABLES}
        held["visits"] += visits.count(self.db)
        return held

    def fetch(self, table: str, ids: Sequence[int], limit: int = 1000) -> FetchedRows:
        """Rows as a person reads them, with the file and line they came from."""
        return fetch.fetch(self.db, table, ids, limit)

    def stream(self, table: str, ids: Iterable[int]) -> Iterator[tuple[Any, ...]]:
        """All of these rows, one by one, as `fetch` tells them."""
        return fetch.stream(self.db, table, ids)

    def numbered(self, table: str, ids: Iterable[int]) -> Iterator[tuple[int, tuple[Any, ...]]]:
        """All of these rows with their ids, as `fetch` tells them; one that is gone is passed over."""
        return fetch.numbered(self.db, table, ids)


def _count_changes(db: sqlite3.Connection, table: str, columns: list[str]) -> None:
    """Count from now on, in this transaction, in how many updated rows of a table each column differs."""
    if not columns:
        return
    none = ", ".join(f'0 AS "{c}"' for c in columns)
    db.execute(f"CREATE TEMP TABLE changed_{table} AS SELECT {none}")
    sums = ", ".join(f'"{c}" = "{c}" + (OLD."{c}" IS NOT NEW."{c}")' for c in columns)
    db.execute(f"CREATE TEMP TRIGGER count_{table} AFTER UPDATE ON main.{table} BEGIN UPDATE changed_{table} SET {sums}; END")


def _changes(db: sqlite3.Connection, table: str) -> dict[str, int]:
    """What was counted: the columns that changed at all."""
    if not db.execute("SELECT 1 FROM temp.sqlite_master WHERE name = ?", (f"changed_{table}",)).fetchone():
        return {}
    cursor = db.execute(f"SELECT * FROM temp.changed_{table}")
    return {c[0]: n for c, n in zip(cursor.description, cursor.fetchone()) if n}


@contextmanager
def _heard(db: sqlite3.Connection, progress: Progress | None) -> Iterator[Callable[[float], None]]:
    """Tells how much is done (0..1), and goes on telling it while a long statement runs, so that a cancel is heard at any time."""
    done = 0.0

    def at(share: float) -> None:
        nonlocal done
        done = max(done, share)
        again()

    def again() -> None:
        if progress is not None:
            progress(done, 1.0)

    if progress is None:
        yield at
    else:
        with interruptible(db, again):
            yield at


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the cycle collector, which would walk millions of short-lived cells again and again (measured: an eighth of an import)."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
