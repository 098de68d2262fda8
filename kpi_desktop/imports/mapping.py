"""Guessing what a file's columns mean, the shipped formats, and the JSON file that says it for a person."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kpi_desktop.imports import presets
from kpi_desktop.imports.columns import DATES, DECIMALS, found, question
from kpi_desktop.imports.readers import RawTable
from kpi_desktop.imports.values import date_order, is_blank, to_choice, to_day, to_flag, to_number
from kpi_desktop.imports.words import field_names, normal
from kpi_desktop.model.decisions import Mapping, Rule, TableMapping
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.schema import BY_NAME, TABLES, Field, Kind, Table

_FILE_WORDS = {
    "visits": ("visit", "session", "traffic", "визит"), "leads": ("lead", "contact", "лид"), "events": ("event", "webinar", "мероприят"),
    "attendance": ("attend", "particip", "участник"), "spend": ("spend", "cost", "campaign", "budget", "ads", "расход"),
    "deals": ("deal", "opportunit", "pipeline", "potential", "сделк"), "customers": ("customer", "client", "subscription", "клиент"),
    "invoices": ("invoice", "sales", "order", "счет", "счёт"), "nps": ("nps", "survey", "опрос"), "reps": ("rep", "team", "quota", "менеджер"),
}

_PLAIN_NUMBERS = frozenset({"id", "external id", "record id", "contact id", "record id contact"})
"""Names of a lead's number that any other thing's number may have."""
_OF_A_LEAD = ("mql", "sql", "rejected", "reject_reason", "channel", "campaign", "event", "score", "target", "email")


@dataclass(frozen=True)
class Guess:
    """How a file seems to be meant: the mapping, the format's name, how sure (0 to 1), what to check and what is missing.

    `refused` says why a file that is known holds nothing for the ten tables.
    """

    mapping: Mapping
    format: str
    score: float
    doubts: tuple[Text, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()
    refused: Text | None = None


def guess(raw: RawTable, table: str | None = None) -> Guess:
    """The best reading of a file, as `table` when one is asked for."""
    if table is not None and table not in BY_NAME:
        raise UserError(Text("There is no table “{table}”.", table=table), Text("Choose one of: {tables}.", tables=", ".join(BY_NAME)))
    preset = presets.named(raw.preset)
    if preset is not None and (table in preset.feeds or (table is None and preset.feeds)):
        return _finished(raw, preset.mapping(raw.header, raw.facts, raw.sample, table), preset.name, 1.0)
    candidates = [_as_table(raw, t) for t in TABLES if table in (None, t.name)]
    score, chosen = max(candidates, key=lambda c: c[0])
    if preset is not None and table is None:
        return _refused(chosen.table, preset)
    return _finished(raw, Mapping(chosen.table, (chosen,)), chosen.table, max(0.0, min(1.0, score)))


def _refused(table: str, preset: presets.Preset) -> Guess:
    """A file that is known and holds nothing for the ten tables; `table` is what it looks like."""
    reason = Text("{format} feeds no table: {reason}.", format=preset.name, reason=preset.reason)
    mapping = Mapping(preset.name, (TableMapping(table),))
    return Guess(mapping, preset.name, 0.0, (reason,), _missing(mapping), reason)


def _as_table(raw: RawTable, table: Table) -> tuple[float, TableMapping]:
    names = field_names(table)
    pairs = sorted(((w, f, h) for h in raw.header for f, known in names.items() if (w := known.get(normal(h), 0.0))), key=lambda p: -p[0])
    fields: dict[str, Rule] = {}
    used: set[str] = set()
    total = 0.0
    for weight, name, header in pairs:
        if name not in fields and header not in used and _plausible(raw, table, name, header):
            fields[name] = Rule((header,))
            used.add(header)
            total += weight
    hinted = any(w in normal(raw.path.stem) for w in _FILE_WORDS[table.name])
    if table.name == "leads" and "lead" in fields and not hinted and not _leads_indeed(raw, fields):
        total -= names["lead"][normal(fields.pop("lead").columns[0])]
    needed = [f.name for f in table.fields if f.required]
    groups = [*([n] for n in needed), *table.any_of]
    there = sum(any(n in fields for n in group) for group in groups) / len(groups)
    share = total / max(1, len(raw.header))
    score = 0.55 * there + 0.3 * share + 0.02 * min(total, 6) + (0.08 if hinted else 0.0) if fields else 0.0
    return score if there == 1.0 else score * 0.7, TableMapping(table.name, fields)


def _leads_indeed(raw: RawTable, fields: dict[str, Rule]) -> bool:
    """Whether rows with a number and a date are leads: not when each is numbered as something else, nor when nothing but a number and a date says so."""
    number, first = normal(fields["lead"].columns[0]), normal(raw.header[0])
    if first.endswith("id") and first != number and first not in _PLAIN_NUMBERS:
        return False
    return number not in _PLAIN_NUMBERS or any(f in fields for f in _OF_A_LEAD)


def _plausible(raw: RawTable, table: Table, name: str, header: str) -> bool:
    """Whether the sample of a column can be what the field's kind needs; a blank column can. A stray choice or flag must fit throughout."""
    kind = table.by_name[name].kind
    if kind not in (Kind.DAY, Kind.NUMBER, Kind.CHOICE, Kind.FLAG):
        return True
    field = table.by_name[name]
    exact = kind in (Kind.CHOICE, Kind.FLAG) and not field.required and normal(header) != normal(name)
    at = raw.header.index(header)
    values = [c[at] for _, c in raw.sample[:50] if at < len(c) and not is_blank(c[at])]
    good = 0
    for value in values:
        try:
            if kind is Kind.DAY:
                to_day(value, date_order([value])[0])
            elif kind is Kind.CHOICE:
                to_choice(field, value)
            elif kind is Kind.FLAG:
                to_flag(value)
            else:
                to_number(value, "comma" if value.rfind(",") > value.rfind(".") else "point")
            good += 1
        except ValueError:
            continue
    return not values or good >= (1.0 if exact else 0.3) * len(values) or (kind is Kind.CHOICE and field.required)


def _finished(raw: RawTable, mapping: Mapping, name: str, score: float) -> Guess:
    doubts = [r.doubt for r in readings(raw, mapping) if r.doubt is not None]
    return Guess(mapping, name, score, tuple(doubts), _missing(mapping))


def _missing(mapping: Mapping) -> tuple[tuple[str, str], ...]:
    """The needed fields that a mapping leaves out: (table, field)."""
    missing: list[tuple[str, str]] = []
    for part in mapping.tables:
        table = BY_NAME[part.table]
        missing += [(table.name, f.name) for f in table.fields if f.required and f.name not in part.fields]
        missing += [(table.name, group[0]) for group in table.any_of if not any(n in part.fields for n in group)]
    return tuple(missing)


_COUNTS = frozenset({("visits", "visitors"), ("visits", "sessions")})
"""Fields that count people or visits: 2,533 of them are never two and a half."""


@dataclass(frozen=True)
class Reading:
    """How a field's dates (`kind` "dates") or numbers ("decimal") are read, and why: `value` is dmy, mdy, comma or point.

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


def readings(raw: RawTable, mapping: Mapping) -> tuple[Reading, ...]:
    """How the dates and numbers of a mapping are read, the doubtful ones with their question."""
    out = []
    for part in mapping.tables:
        for field in BY_NAME[part.table].fields:
            rule = part.fields.get(field.name)
            if rule is None or not rule.columns or not set(rule.columns) <= set(raw.header) or field.kind not in (Kind.DAY, Kind.NUMBER):
                continue
            out.append(_reading(raw, mapping, part.table, field, rule))
    return tuple(out)


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


def with_dates(mapping: Mapping, dates: str) -> Mapping:
    """The same mapping with the order of day and month said."""
    return replace(mapping, dates=dates)
