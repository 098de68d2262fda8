"""Files on their way in: read, recognised, shown as they would come in, and brought in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from kpi_desktop.app.screens import FileShown, Preview
from kpi_desktop.imports import convert, mapping, presets, readers
from kpi_desktop.imports.mapping import Reading
from kpi_desktop.imports.readers import RawTable
from kpi_desktop.model.batch import Batch, Chunk, ImportReport
from kpi_desktop.model.decisions import Mapping
from kpi_desktop.model.problem import Problem, Text, UserError
from kpi_desktop.model.schema import BY_NAME, Field, Kind
from kpi_desktop.model.selection import day_of
from kpi_desktop.store import decisions
from kpi_desktop.store.workspace import Progress, Workspace

_SHOWN = 8


def inspect(ws: Workspace, file_id: int, path: Path, *, sheet: str = "", table: str | None = None, chosen: Mapping | None = None,
            like: Mapping | None = None, wanted: str | None = None) -> FileShown:
    """A file as it is understood: a mapping chosen now (for a file that is `like` it, or for it), one saved for this header, else the best guess; as the
    `wanted` table where neither of these feeds it. UserError where it cannot be read."""
    raw = readers.read(path, sheet or None)
    saved = like or (decisions.saved_mapping(ws, raw.header) if table is None else None)
    if saved is not None and (preset := presets.named(raw.preset)) is not None:
        saved = preset.with_facts(saved, raw.facts)
    guess = mapping.guess(raw, table)
    if wanted is not None and not any(t.table == wanted for t in (saved or guess.mapping).tables):
        saved, guess = None, mapping.guess(raw, wanted)
    found = chosen or saved or guess.mapping
    missing = guess.missing if found is guess.mapping else lacking(found)
    readings = mapping.readings(raw, found)
    refused = guess.refused if found is guess.mapping else None
    doubts = (*((refused,) if refused is not None else ()), *(r.doubt for r in readings if r.doubt is not None))
    shown = FileShown(file_id, path, "decide" if missing or doubts else "ready", Text("your mapping") if found is not guess.mapping else guess.format,
                      about(raw), raw.header, tuple((line, tuple(cells)) for line, cells in raw.sample), tuple(raw.sheets), raw.sheet, found,
                      guess.score, doubts, missing, refused=refused, notes=mapping.notes(raw, found),
                      asks=tuple(dict.fromkeys(r.kind for r in readings if r.doubt is not None)))
    try:
        previews, problems = previewed(ws, raw, found, readings)
    except UserError as error:
        return replace(shown, state="decide", doubts=(*shown.doubts, error.what))
    return replace(shown, previews=previews, problems=problems)


def previewed(ws: Workspace, raw: RawTable, found: Mapping, readings: tuple[Reading, ...]) -> tuple[tuple[Preview, ...], tuple[Problem, ...]]:
    """The first rows as a mapping would bring them in, table by table, and those that would be kept aside; a value that may mean two things is "?".
    UserError where the mapping does not fit the file."""
    privacy = ws.privacy
    chunk = convert.preview(raw, found, currency=ws.setting("currency"), rates=decisions.rates(ws), privacy=privacy)
    doubtful = {(r.table, r.field) for r in readings if r.doubt is not None and r.kind != "words"}
    previews = []
    for part in found.tables:
        fields = tuple(f for f in BY_NAME[part.table].fields if f.name in part.fields)
        open_ = [(part.table, f.name) in doubtful for f in fields]
        rows = [tuple("?" if unclear else _value(f, v) for f, v, unclear in zip(fields, row[1:], open_))
                for row in islice(chunk.rows.get(part.table, ()), _SHOWN)]
        previews.append(Preview(part.table, fields, tuple(rows), frozenset(f.name for f in fields if privacy.hides(f))))
    return tuple(previews), tuple(chunk.problems)


def about(raw: RawTable) -> Text:
    """How the file was read."""
    if raw.kind == "xlsx":
        return Text("Excel sheet “{sheet}”", sheet=raw.sheet)
    if raw.kind == "html":
        return Text("{encoding}, table of a web page", encoding=raw.encoding)
    signs = {"\t": Text("tab"), ",": Text("comma"), ";": Text("semicolon"), "|": Text("bar")}
    return Text("{encoding}, separated by {delimiter}", encoding=raw.encoding, delimiter=signs.get(raw.delimiter, raw.delimiter))


def lacking(found: Mapping) -> tuple[tuple[str, str], ...]:
    """Needed fields that a mapping leaves out: (table, field)."""
    out = []
    for part in found.tables:
        table = BY_NAME[part.table]
        out += [(table.name, f.name) for f in table.fields if f.required and f.name not in part.fields]
        out += [(table.name, group[0]) for group in table.any_of if not any(n in part.fields for n in group)]
    return tuple(out)


def _value(field: Field, value: Any) -> Any:
    """A converted value as what it means; the screen renders it."""
    if value is None:
        return None
    if field.kind is Kind.DAY:
        return day_of(value)
    if field.kind is Kind.CHOICE:
        return field.choices[value].label
    if field.kind is Kind.FLAG:
        return Text("yes") if value else Text("no")
    return value


def counted(batch: Batch, progress: Callable[..., None]) -> tuple[Batch, Progress]:
    """The same batch, and a progress that tells how many rows of it were read as well."""
    rows = 0

    def chunks(coder: Callable[[str], int]) -> Iterator[Chunk]:
        nonlocal rows
        for chunk in batch.chunks(coder):
            rows += chunk.read
            yield chunk

    return replace(batch, chunks=chunks), lambda done, total: progress(done, total, rows)


def bring_in(ws: Workspace, shown: FileShown, progress: Callable[..., None]) -> ImportReport:
    """Import one file as shown, whole or not at all, and remember how its header is read."""
    if shown.mapping is None:
        raise UserError(Text("It is not yet clear what {file} holds.", file=shown.path.name), Text("Choose a table for it."))
    raw = readers.read(shown.path, shown.sheet or None)
    batch = convert.convert(raw, shown.mapping, currency=ws.setting("currency"), rates=decisions.rates(ws), privacy=ws.privacy)
    report = ws.add(*counted(batch, progress))
    if not raw.preset or isinstance(shown.format, Text):  # a tool's own format is known anyhow, and may take more from the next file
        named = shown.mapping if shown.mapping.name not in BY_NAME else replace(shown.mapping, name=shown.path.stem)
        decisions.save_mapping(ws, raw.header, named)
    return report
