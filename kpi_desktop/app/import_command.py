"""`kpi-desktop import`: its options, what it brings into a workspace, and what it tells of that."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kpi_desktop.i18n import say, tr
from kpi_desktop.model.problem import Text, UserError

if TYPE_CHECKING:
    from kpi_desktop.imports.mapping import Guess, Reading
    from kpi_desktop.imports.readers import RawTable
    from kpi_desktop.model.decisions import Mapping
    from kpi_desktop.store.workspace import Workspace

Ready = tuple[Path, "RawTable", "Mapping"]


@dataclass
class BroughtIn:
    """What came of an import: of each file what it brought, as programs read it; the files of a folder that were refused; those that are no exports."""

    files: list[dict[str, Any]]
    passed: list[UserError]
    beside: list[Path]


def add_options(command: argparse.ArgumentParser) -> None:
    """The options besides the workspace."""
    command.add_argument("--mapping", type=Path, metavar="FILE.json")
    command.add_argument("--table", metavar="NAME")
    command.add_argument("--dates", choices=("dmy", "mdy"), help=tr("the order of day and month where the file does not tell it"))
    command.add_argument("--decimal", choices=("comma", "point"), help=tr("the decimal sign where the file does not tell it"))
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH")


def bring_in(options: argparse.Namespace) -> BroughtIn:
    """Bring files and folders into a workspace, every file read before the first is written. UserError where one that was named cannot be read, or
    nothing can; a workspace that was made for that does not stay."""
    from kpi_desktop.app import folders
    from kpi_desktop.store.workspace import Workspace

    found = BroughtIn([], [], [])
    ready = _all_read(options, found)
    if not ready:
        raise found.passed[0] if found.passed else UserError(Text("There is nothing to import."), Text("Name files, or a folder that holds some."))
    existed = options.workspace.exists()
    try:
        with Workspace(options.workspace, create=True) as ws:
            found.files += [_bring_in(ws, *one) for one in sorted(ready, key=lambda one: folders.rank(one[2]))]
    except UserError:
        if not existed:
            _discard(options.workspace)
        raise
    return found


def _all_read(options: argparse.Namespace, found: BroughtIn) -> list[Ready]:
    """Every file with its mapping. One of a folder that cannot be read is passed over and kept for telling; one that was named is not."""
    from kpi_desktop.app import folders
    from kpi_desktop.imports import mapping

    chosen = mapping.load(options.mapping) if options.mapping is not None else None
    ready: list[Ready] = []
    for path in options.paths:
        in_folder, more = folders.exports([path])
        found.beside += more
        for file in in_folder:
            try:
                ready.append(_read(file, chosen, options))
            except UserError as error:
                if not path.is_dir():
                    raise
                found.passed.append(error)
    return ready


def _read(file: Path, chosen: Mapping | None, options: argparse.Namespace) -> Ready:
    """A file with the mapping that was chosen, else with the one it asks for. UserError where it leaves a question."""
    from kpi_desktop.imports import mapping, readers

    raw = readers.read(file)
    taken = chosen
    if taken is None:
        guess = mapping.guess(raw, options.table)
        if guess.missing:
            raise _unclear(file.name, guess)
        taken = guess.mapping
    taken = replace(taken, dates=options.dates or taken.dates, decimal=options.decimal or taken.decimal)
    _refuse_doubts(file.name, mapping.readings(raw, taken))
    return file, raw, taken


def _unclear(name: str, guess: Guess) -> UserError:
    from kpi_desktop.model.schema import BY_NAME

    if guess.refused is not None:
        return UserError(Text("{file}: {question}", file=name, question=guess.refused), Text("Name the table with --table or the columns with --mapping."))
    table, field = guess.missing[0]
    return UserError(Text("{file} was taken for {table}, but no column holds “{field}”.", file=name, table=table, field=BY_NAME[table].by_name[field].label),
                     Text("Name the table with --table or the columns with --mapping."))


_ANSWERS = {"dates": Text("Give --dates dmy or --dates mdy."), "decimal": Text("Give --decimal comma or --decimal point."),
            "words": Text("Name their meaning under \"values\" in a --mapping file.")}
"""How a question that a file puts is answered on the command line, by the kind of what it asks about."""


def _refuse_doubts(file: str, readings: tuple[Reading, ...]) -> None:
    """What could be read in two ways is not guessed where nobody can be asked."""
    for reading in readings:
        if reading.doubt is not None:
            raise UserError(Text("{file}: {question}", file=file, question=reading.doubt), _ANSWERS[reading.kind])


def _discard(path: Path) -> None:
    """A workspace that was made for an import that failed at once does not stay behind, unless something is in it."""
    from kpi_desktop.store.workspace import Workspace

    with Workspace(path) as ws:
        used = bool(ws.imports())
    if not used:
        for end in ("", "-wal", "-shm"):
            Path(f"{path}{end}").unlink(missing_ok=True)


def _bring_in(ws: Workspace, path: Path, raw: RawTable, mapping: Mapping) -> dict[str, Any]:
    from kpi_desktop.imports import convert
    from kpi_desktop.imports.mapping import notes as notes_of
    from kpi_desktop.store import decisions

    notes = [say(n) for n in notes_of(raw, mapping)]
    batch = convert.convert(raw, mapping, currency=ws.setting("currency"), rates=decisions.rates(ws), privacy=ws.privacy)
    report = ws.add(batch)
    counts = list(report.tables.values())
    names = list(report.tables)
    told: dict[str, Any] = {"path": str(path)}
    told |= {"table": names[0]} if len(names) == 1 else {"tables": names}
    reasons = [{"line": p.line, "field": p.field, "value": p.value, "reason": say(p.reason)} for p in ws.kept_aside(report.import_id, limit=1_000_000)]
    return told | {"format": report.format, "read": report.read, "added": sum(c.added for c in counts), "updated": sum(c.updated for c in counts),
                   "unchanged": sum(c.unchanged for c in counts), "kept_aside": report.kept_aside, "left_out": report.left_out, "forgotten": report.forgotten,
                   "reasons": reasons} | ({"notes": notes} if notes else {})


def lines(found: BroughtIn) -> Iterator[str]:
    """What was brought in, for people: a line for each file, below it what was left out and the first rows kept aside."""
    for one in found.files:
        yield from _lines(one)


def _lines(one: dict[str, Any]) -> Iterator[str]:
    tables = one.get("table") or ", ".join(one["tables"])
    yield tr("{file}: {table}, {read} read, {added} added, {updated} updated, {unchanged} unchanged, {aside} kept aside", file=one["path"], table=tables,
             read=one["read"], added=one["added"], updated=one["updated"], unchanged=one["unchanged"], aside=one["kept_aside"])
    if one["forgotten"]:
        yield "  " + tr("%n row(s) left out, of persons forgotten on request", "", one["forgotten"])
    if one["left_out"]:
        yield "  " + tr("%n line(s) left out: totals, or rows of another kind", "", one["left_out"])
    for note in one.get("notes", ()):
        yield f"  {note}"
    for reason in one["reasons"][:20]:
        yield "  " + tr("line {line}, {field} “{value}”: {reason}", line=str(reason["line"]), field=reason["field"], value=reason["value"],
                        reason=reason["reason"])
    if len(one["reasons"]) > 20:
        yield "  " + tr("and %n more; see --json", "", len(one["reasons"]) - 20)
