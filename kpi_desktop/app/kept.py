"""Rows kept aside: shown with their reason, mended in place and tried again, or written out to be mended elsewhere."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kpi_desktop import i18n, whole
from kpi_desktop.app.screens import Exported, KeptShown, Retried
from kpi_desktop.i18n import tr
from kpi_desktop.imports import convert, mapping
from kpi_desktop.imports.readers import Lines, RawTable
from kpi_desktop.model.batch import Batch
from kpi_desktop.model.problem import KeptRow, Text, UserError
from kpi_desktop.store import decisions, kept
from kpi_desktop.store.workspace import Workspace

_SHOWN = 5000


@dataclass
class _Mended(RawTable):
    """Rows in memory that read like a file."""

    body: str = ""

    def digest(self) -> str:
        return hashlib.sha256(self.body.encode()).hexdigest()


def shown(ws: Workspace) -> KeptShown:
    """What stands in the panel."""
    rows = tuple(kept.rows(ws, _SHOWN))
    columns: dict[tuple[int, str], tuple[str, ...]] = {}
    for import_id in dict.fromkeys(r.import_id for r in rows):
        told = kept.how_read(ws, import_id)
        for part in reversed(mapping.from_data(json.loads(told[1])).tables if told is not None else ()):
            columns |= {(import_id, field): rule.columns for field, rule in part.fields.items()}
    return KeptShown(rows, kept.count(ws), columns)


def retry(ws: Workspace, cells: Mapping[int, tuple[str, ...]]) -> Retried:
    """Try rows again with the cells as they are now. Those that can be read come in as an import of their own and are kept aside no longer;
    the others keep their new cells and the reason that holds now."""
    by_import: dict[int, list[KeptRow]] = {}
    for row in kept.rows(ws, None):
        if row.number in cells:
            by_import.setdefault(row.import_id, []).append(replace(row, cells=cells[row.number]))
    mended, still = 0, 0
    for import_id, rows in by_import.items():
        wrong = {p.line: p for chunk in _batch(ws, import_id, rows).chunks(len) for p in chunk.problems}
        good = [r for r in rows if r.line not in wrong]
        mending = ws.add(_batch(ws, import_id, good)).import_id if good else 0
        failed = [replace(r, field=p.field, value=p.value, reason=p.reason, cells=p.raw if ws.privacy.active else r.cells)
                  for r in rows if (p := wrong.get(r.line))]
        kept.settle(ws, [r.number for r in good], mending, failed)
        mended, still = mended + len(good), still + len(wrong)
    return Retried(mended, still)


def _batch(ws: Workspace, import_id: int, rows: list[KeptRow]) -> Batch:
    """Rows in memory on their way in, read as the file they come from."""
    told = kept.how_read(ws, import_id)
    if told is None:
        raise UserError(Text("These rows come from an older version of the program that did not keep how they were read."),
                        Text("Export them, mend them there and import the file."))
    header, read_by = told
    lines, table = [r.line for r in rows], [list(r.cells) for r in rows]

    def source(raw: RawTable | None) -> Generator[Lines]:
        yield lines, table

    body = json.dumps([lines, table, import_id])
    raw = _Mended(path=Path(tr("{file}, mended", file=Path(rows[0].file).name)), kind="text", encoding="", delimiter="", sheet="", sheets=(),
                  header=header, header_line=0, preamble=[], sample=list(zip(lines, table)), size=len(body), source=source, body=body)
    return convert.convert(raw, mapping.from_data(json.loads(read_by)), currency=ws.setting("currency"), rates=decisions.rates(ws), privacy=ws.privacy)


def export(ws: Workspace, out: Path) -> Exported:
    """Write the rows as CSV with the reason as a last column, one file per header; such a file is read like the one it comes from."""
    groups: dict[tuple[str, ...], list[KeptRow]] = {}
    for row in kept.rows(ws, None):
        told = kept.how_read(ws, row.import_id)
        groups.setdefault(told[0] if told is not None else (), []).append(row)
    written = []
    for number, (header, rows) in enumerate(groups.items()):
        path = out if number == 0 else out.with_name(f"{out.stem}-{number + 1}{out.suffix}")
        full = (*header, tr("Why it is kept aside"))
        _write(path, [full] if header else [], ((*_safe(r.cells, len(header)), i18n.say(r.reason)) for r in rows))
        told = kept.how_read(ws, rows[0].import_id)
        if told is not None:
            decisions.save_mapping(ws, full, mapping.from_data(json.loads(told[1])))
        written.append(path)
    return Exported(tuple(written))


def _safe(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    """Cells padded to the header's width. They stay as they came: this file goes back into the program."""
    return (*cells, *[""] * (width - len(cells)))[:max(width, len(cells))]


def _write(path: Path, head: Iterable[tuple[str, ...]], rows: Iterable[tuple[str, ...]]) -> None:
    def fill(fresh: Path) -> None:
        with fresh.open("w", encoding="utf-8-sig", newline="") as handle:
            writer = csv.writer(handle)
            writer.writerows(head)
            writer.writerows(rows)

    whole.write(path, fill)
