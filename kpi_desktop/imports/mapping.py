"""Guessing what a file's columns mean, the shipped formats, and the JSON file that says it for a person."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from itertools import chain, compress
from pathlib import Path
from typing import Any

from kpi_desktop.imports import presets
from kpi_desktop.imports.columns import DATES, DECIMALS, found, question
from kpi_desktop.imports.matching import TRIAL, as_table, dates_of, is_headless
from kpi_desktop.imports.readers import RawTable
from kpi_desktop.imports.values import is_blank, to_choice
from kpi_desktop.imports.words import DESCRIBED, DESCRIPTION, forms, normal
from kpi_desktop.model.decisions import ANY_WORD, Mapping, Rule, TableMapping
from kpi_desktop.model.problem import Brought, Text, UserError
from kpi_desktop.model.schema import BY_NAME, TABLES, Field, Kind

_DESCRIBES_WITHIN = 6
"""A description of columns has few columns itself."""


@dataclass(frozen=True)
class Guess:
    """How a file seems to be meant: the mapping, the format's name, how sure (0 to 1), what to check and what is missing.

    `refused` says why a file holds nothing for the ten tables, `notes` what to know of figures made from it.
    """

    mapping: Mapping
    format: str
    score: float
    doubts: tuple[Text, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()
    refused: Text | None = None
    notes: tuple[Text, ...] = ()


def guess(raw: RawTable, table: str | None = None) -> Guess:
    """The best reading of a file, as `table` when one is asked for."""
    if table is not None and table not in BY_NAME:
        raise UserError(Text("There is no table “{table}”.", table=table), Text("Choose one of: {tables}.", tables=", ".join(BY_NAME)))
    preset = presets.named(raw.preset)
    if preset is not None and (table in preset.feeds or (table is None and preset.feeds)):
        return _finished(raw, preset.mapping(raw.header, raw.facts, raw.sample, table), preset.name, 1.0)
    candidates = [as_table(raw, t) for t in TABLES if table in (None, t.name)]
    score, chosen = max(candidates, key=lambda c: c[0])
    if preset is not None and table is None:
        return _refused(chosen.table, preset)
    found = Mapping(chosen.table, (chosen,))
    reason = _useless(raw, chosen) if table is None and _missing(found) else None
    if reason is not None:
        return Guess(found, chosen.table, 0.0, (reason,), _missing(found), reason)
    return _finished(raw, found, chosen.table, max(0.0, min(1.0, score)))


def _useless(raw: RawTable, chosen: TableMapping) -> Text | None:
    """Why a file in which the best table lacks something can feed none of the ten, as far as that shows."""
    if is_headless(raw):
        return Text("The first line holds values, not column names; export the file with its column names or write them above.")
    names = set(map(normal, raw.header))
    if names & DESCRIPTION and len(names) <= _DESCRIBES_WITHIN and (names & DESCRIBED or len(names) < 3):
        return Text("It describes the columns of other files and holds no data of its own.")
    telling = [f for f, r in chosen.fields.items() if r.columns and BY_NAME[chosen.table].by_name[f].kind is not Kind.DAY]
    table = BY_NAME[chosen.table]
    if not telling or not {*(f.name for f in table.fields if f.required), *chain.from_iterable(table.any_of)} & set(chosen.fields):
        return Text("Its columns are none of those that visitors, leads, events, costs, deals, customers, invoices or survey answers need.")
    if not dates_of(raw) and chosen.table != "reps":
        return Text("No column holds dates, and every figure needs them; export it again with the date of each row.")
    return None


def _refused(table: str, preset: presets.Preset) -> Guess:
    """A file that is known and holds nothing for the ten tables; `table` is what it looks like."""
    reason = Text("{format} feeds no table: {reason}.", format=Brought(preset.name), reason=Brought(preset.reason))
    mapping = Mapping(preset.name, (TableMapping(table),))
    return Guess(mapping, preset.name, 0.0, (reason,), _missing(mapping), reason)


def _finished(raw: RawTable, mapping: Mapping, name: str, score: float) -> Guess:
    doubts = [r.doubt for r in readings(raw, mapping) if r.doubt is not None]
    return Guess(mapping, name, score, tuple(doubts), _missing(mapping), notes=notes(raw, mapping))


def notes(raw: RawTable, mapping: Mapping) -> tuple[Text, ...]:
    """What to know of the figures that a mapping makes of a file: dates that stand for others, and what nothing tells."""
    used = {c for part in mapping.tables for rule in part.fields.values() for c in rule.columns}
    told = [d.note for d in raw.made if d.note is not None and d.name in used]
    for part in mapping.tables:
        told += [Text("Trials are left out, as “{column}” tells them.", column=c) for c in part.skip if any(form in TRIAL for form, _ in forms(c))]
        if part.table == "customers" and "ended" not in part.fields:
            told.append(Text("No column says when customers left; each counts as a customer to this day."))
        if part.table == "spend" and not {"channel", "campaign", "event"} & set(part.fields):
            told.append(Text("No column says which channel or campaign the costs belong to; name one for the whole file among its columns."))
    return tuple(told)


def _missing(mapping: Mapping) -> tuple[tuple[str, str], ...]:
    """The needed fields that a mapping leaves out: (table, field)."""
    missing: list[tuple[str, str]] = []
    for part in mapping.tables:
        table = BY_NAME[part.table]
        missing += [(table.name, f.name) for f in table.fields if f.required and f.name not in part.fields]
        missing += [(table.name, group[0]) for group in table.any_of if not any(n in part.fields for n in group)]
    return tuple(missing)


_WORDS_TOLD = 5
_COUNTS = frozenset({("visits", "visitors"), ("visits", "sessions")})
"""Fields that count people or visits: 2,533 of them are never two and a half."""


@dataclass(frozen=True)
class Reading:
    """How a field's dates (`kind` "dates") or numbers ("decimal") are read, and why: `value` is dmy, mdy, comma or point. Of words ("words") only those
    are told that nobody knows: `unknown`.

    `source` is "mapping" where the mapping says it, "plain" where nothing needs it, "column" where the whole column shows it, "file" where the file's other
    columns do, and "doubt" where nothing does: `doubt` asks for it.
    """

    kind: str
    table: str
    field: str
    column: str
    value: str
    source: str
    doubt: Text | None = None
    unknown: tuple[str, ...] = ()


def readings(raw: RawTable, mapping: Mapping) -> tuple[Reading, ...]:
    """How the dates and numbers of a mapping are read, the doubtful ones with their question."""
    out = []
    for part in mapping.tables:
        for field in BY_NAME[part.table].fields:
            rule = part.fields.get(field.name)
            if rule is None or not rule.columns or not set(rule.columns) <= set(raw.header):
                continue
            if field.kind in (Kind.DAY, Kind.NUMBER):
                out.append(_reading(raw, mapping, part.table, field, rule))
            elif field.kind is Kind.CHOICE and field.required and (unknown := _unknown_words(raw, part, field, rule)):
                out.append(_which_meaning(part.table, field, " + ".join(rule.columns), unknown))
    return tuple(out)


def _words(raw: RawTable, part: TableMapping, rule: Rule) -> list[str]:
    """The different texts of a rule in the rows that a table takes, in whatever letters they came first."""
    places, place = [raw.header.index(c) for c in rule.columns], {h: i for i, h in enumerate(raw.header)}
    filters = [(place[c], {w.strip().casefold() for w in words}, wanted) for group, wanted in ((part.only, True), (part.skip, False))
               for c, words in group.items() if c in place]
    found: dict[str, str] = {}
    seen: set[tuple[str, ...]] = set()
    for block in raw.blocks():
        columns = [block.columns[p] for p in places]
        if filters:
            taken = [all((block.columns[at][i].strip().casefold() in words) is wanted for at, words, wanted in filters) for i in range(len(block.lines))]
            columns = [list(compress(c, taken)) for c in columns]
        for cells in dict.fromkeys(zip(*columns)):
            if cells not in seen:
                seen.add(cells)
                text = rule.text(cells).strip()
                found.setdefault(text.casefold(), text)
    return [t for t in found.values() if not is_blank(t)]


def _tells(field: Field, text: str) -> bool:
    try:
        to_choice(field, text)
    except ValueError:
        return False
    return True


def _unknown_words(raw: RawTable, part: TableMapping, field: Field, rule: Rule) -> tuple[str, ...]:
    """The words, in the rows that the table takes, that tell none of a needed field's choices."""
    said = {k.strip().casefold() for k in part.values.get(field.name, {})}
    if ANY_WORD in said:
        return ()
    return tuple(t for t in _words(raw, part, rule) if t.casefold() not in said and not _tells(field, t))


def _which_meaning(table: str, field: Field, column: str, unknown: tuple[str, ...]) -> Reading:
    """The question which of the field's choices these words mean."""
    words = ", ".join(unknown[:_WORDS_TOLD]) + (" …" if len(unknown) > _WORDS_TOLD else "")
    doubt = Text("“{column}” holds words that do not tell “{field}”: {words}. Say for each what it means.", column=column, words=words, field=field.label)
    return Reading("words", table, field.name, column, "", "doubt", doubt, unknown)


def _reading(raw: RawTable, mapping: Mapping, table: str, field: Field, rule: Rule) -> Reading:
    kind, said, way = ("dates", mapping.dates, DATES) if field.kind is Kind.DAY else ("decimal", mapping.decimal, DECIMALS)
    column = " + ".join(rule.columns)
    if said:
        return Reading(kind, table, field.name, column, said, "mapping")
    seen = found(raw, rule, way)
    if seen.source == "doubt" and kind == "decimal" and raw.delimiter == "," and "," in seen.example:
        return Reading(kind, table, field.name, column, seen.value, "file")  # where the comma parts columns it parts no decimals
    if seen.source == "doubt" and (table, field.name) in _COUNTS:
        return Reading(kind, table, field.name, column, seen.value, "column")
    asked = question(way, column, seen.example) if seen.source == "doubt" else None
    return Reading(kind, table, field.name, column, seen.value, seen.source, asked)


def load(path: Path) -> Mapping:
    """The mapping in a JSON file; UserError when it is not one."""
    path = Path(path)
    try:
        data = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise UserError(Text("The mapping {file} cannot be opened.", file=path.name), Text("Check the name and the folder.")) from error
    except ValueError as error:
        raise UserError(Text("The mapping {file} is not valid JSON.", file=path.name), Text("Correct it and try again.")) from error
    return from_data(data, path.name, path.stem)


def from_data(data: Any, file: str = "", name: str = "") -> Mapping:
    """The mapping that `as_data` wrote; UserError, naming the file, when it says something else."""
    if not isinstance(data, dict):
        raise _bad(file)
    parts = data.get("tables") or [data]
    if not isinstance(parts, list) or not all(isinstance(p, dict) for p in parts):
        raise _bad(file)
    tables = tuple(_part(p, file) for p in parts)
    return Mapping(str(data.get("name", name)), tables, str(data.get("dates", "")), str(data.get("decimal", "")), str(data.get("currency", "")))


def _bad(name: str) -> UserError:
    return UserError(Text("The mapping {file} does not say which columns feed which table.", file=name),
                     Text("Give \"table\" and \"columns\", for example from a saved mapping."))


def _part(part: dict[str, Any], name: str) -> TableMapping:
    table = BY_NAME.get(part.get("table", ""))
    groups = [part.get(k, {}) for k in ("columns", "constants", "values", "only", "skip")]
    if table is None or not all(isinstance(g, dict) for g in groups):
        raise _bad(name)
    columns, constants, values, only, skip = groups
    fields: dict[str, Rule] = {}
    for key, value in columns.items():
        rule = _rule(value)
        if key not in table.by_name and rule.plain and rule.columns[0] in table.by_name:
            key, rule = rule.columns[0], Rule((key,))
        fields[key] = rule
    fields |= {key: Rule(constant=str(value)) for key, value in constants.items()}
    if unknown := [f for f in fields if f not in table.by_name]:
        raise UserError(Text("The mapping {file} names “{field}”, which is no field of {table}.", file=name, field=unknown[0], table=table.name),
                        Text("Choose one of: {fields}.", fields=", ".join(table.by_name)))
    return TableMapping(table.name, fields, values, {k: tuple(v) for k, v in only.items()}, {k: tuple(v) for k, v in skip.items()})


def _rule(value: Any) -> Rule:
    """A rule as JSON says it: a column, a list of them, or an object that also says how they are joined and split."""
    if not isinstance(value, dict):
        return Rule((value,) if isinstance(value, str) else tuple(map(str, value)))
    columns = value.get("columns", ())
    part = value.get("part", 1)
    return replace(_rule(columns), joiner=str(value.get("joiner", " ")), separator=str(value.get("separator", "")), part=part if isinstance(part, int) else 1)


def _rule_data(rule: Rule) -> Any:
    if rule.joiner == " " and not rule.separator:
        return rule.columns[0] if len(rule.columns) == 1 else list(rule.columns)
    return {"columns": list(rule.columns), "joiner": rule.joiner, "separator": rule.separator, "part": rule.part}


def as_data(mapping: Mapping) -> dict[str, Any]:
    """The mapping as JSON-able data, the same that `load` reads."""
    tables = [{"table": t.table,
               "columns": {f: _rule_data(r) for f, r in t.fields.items() if r.columns},
               "constants": {f: r.constant for f, r in t.fields.items() if not r.columns and r.constant is not None},
               "values": t.values, "only": {k: list(v) for k, v in t.only.items()}, "skip": {k: list(v) for k, v in t.skip.items()}}
              for t in mapping.tables]
    return {"name": mapping.name, "tables": tables, "dates": mapping.dates, "decimal": mapping.decimal, "currency": mapping.currency}


def dump(mapping: Mapping, path: Path) -> None:
    """Write the mapping as the JSON file that `load` reads."""
    Path(path).write_text(json.dumps(as_data(mapping), ensure_ascii=False, indent=2) + "\n", "utf-8")
