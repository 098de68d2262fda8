"""Rows kept aside, and how the file they come from was read."""

from __future__ import annotations

import json
from collections.abc import Iterable

from kpi_desktop.model.problem import KeptRow, Text
from kpi_desktop.store.workspace import Workspace


def rows(ws: Workspace, limit: int | None, import_id: int | None = None) -> list[KeptRow]:
    """Rows kept aside, of one import or of all, the latest import first."""
    where, values = ("", ()) if import_id is None else ("AND k.import_id = ?", (import_id,))
    most = -1 if limit is None else limit
    found = ws.db.execute(f"SELECT k.rowid, k.import_id, i.file, k.line, k.field, k.value, k.reason, k.raw, f.header FROM kept_aside k "
                          f"JOIN imports i ON i.id = k.import_id LEFT JOIN import_files f ON f.import_id = i.id WHERE k.mended_by IS NULL {where} "
                          "ORDER BY k.import_id DESC, k.rowid LIMIT ?", (*values, most))
    return [KeptRow(n, i, file, line, field, value, Text.from_json(json.loads(reason)), tuple(json.loads(raw)), tuple(json.loads(header or "[]")))
            for n, i, file, line, field, value, reason, raw, header in found]


def count(ws: Workspace) -> int:
    """How many rows are kept aside."""
    return int(ws.db.execute("SELECT count(*) FROM kept_aside WHERE mended_by IS NULL").fetchone()[0])


def how_read(ws: Workspace, import_id: int) -> tuple[tuple[str, ...], str] | None:
    """The header and the mapping (as JSON) of an import; None where an older version of the program did not keep them."""
    found = ws.db.execute("SELECT header, mapping FROM import_files WHERE import_id = ?", (import_id,)).fetchone()
    return None if found is None else (tuple(json.loads(found[0])), str(found[1]))


def settle(ws: Workspace, mended: Iterable[int], by_import: int, still: Iterable[KeptRow]) -> None:
    """After a new try: mended rows, which came in with `by_import`, are kept aside no longer; the others stand with their new cells and reason."""
    with ws.transaction() as db:
        for number in mended:
            db.execute("UPDATE imports SET kept_aside = kept_aside - 1 WHERE id = (SELECT import_id FROM kept_aside WHERE rowid = ?)", (number,))
            db.execute("UPDATE kept_aside SET mended_by = ? WHERE rowid = ?", (by_import, number))
        for row in still:
            db.execute("UPDATE kept_aside SET field = ?, value = ?, reason = ?, raw = ? WHERE rowid = ?", (
                row.field, row.value, json.dumps(row.reason.to_json(), ensure_ascii=False), json.dumps(row.cells, ensure_ascii=False), row.number))
