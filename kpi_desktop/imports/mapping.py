"""Guessing what a file's columns mean, the shipped formats, and the JSON file that says it for a person."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from kpi_desktop import paths
from kpi_desktop.imports.readers import RawTable
from kpi_desktop.imports.values import date_order, decimal_sign, is_blank, to_choice, to_day, to_flag, to_number
from kpi_desktop.imports.words import field_names, normal
from kpi_desktop.model.decisions import Mapping, Rule, TableMapping
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.schema import BY_NAME, TABLES, Kind, Table

_FILE_WORDS = {
    "visits": ("visit", "session", "traffic", "визит"), "leads": ("lead", "contact", "лид"), "events": ("event", "webinar", "мероприят"),
    "attendance": ("attend", "particip", "участник"), "spend": ("spend", "cost", "campaign", "budget", "ads", "расход"),
    "deals": ("deal", "opportunit", "pipeline", "potential", "сделк"), "customers": ("customer", "client", "subscription", "клиент"),
    "invoices": ("invoice", "sales", "order", "счет", "счёт"), "nps": ("nps", "survey", "опрос"), "reps": ("rep", "team", "quota", "менеджер"),
}


@dataclass(frozen=True)
class Guess:
    """How a file seems to be meant: the mapping, the format's name, how sure (0 to 1), what to check and what is missing."""

    mapping: Mapping
    format: str
    score: float
    doubts: tuple[Text, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()


def guess(raw: RawTable, table: str | None = None) -> Guess:
    """The best reading of a file, as `table` when one is asked for."""
    if table is not None and table not in BY_NAME:
        raise UserError(Text("There is no table “{table}”.", table=table), Text("Choose one of: {tables}.", tables=", ".join(BY_NAME)))
    for preset in formats():
        if preset_fits(preset, raw.header) and (table is None or any(t["table"] == table for t in preset["tables"])):
            mapping = _from_preset(preset, raw, table)
            return _finished(raw, mapping, preset["name"], 1.0)
    candidates = [_as_table(raw, t) for t in TABLES if table in (None, t.name)]
    score, chosen = max(candidates, key=lambda c: c[0])
    return _finished(raw, Mapping(chosen.table, (chosen,)), chosen.table, max(0.0, min(1.0, score)))


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
    needed = [f.name for f in table.fields if f.required]
    groups = [*([n] for n in needed), *table.any_of]
    there = sum(any(n in fields for n in group) for group in groups) / len(groups)
    share = total / max(1, len(raw.header))
    file_name = normal(raw.path.stem)
    hint = 0.08 if any(w in file_name for w in _FILE_WORDS[table.name]) else 0.0
    score = 0.55 * there + 0.3 * share + 0.02 * min(total, 6) + hint if fields else 0.0
    return score if there == 1.0 else score * 0.7, TableMapping(table.name, fields)


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
    missing: list[tuple[str, str]] = []
    doubts: list[Text] = []
    for part in mapping.tables:
        table = BY_NAME[part.table]
        missing += [(table.name, f.name) for f in table.fields if f.required and f.name not in part.fields]
        missing += [(table.name, group[0]) for group in table.any_of if not any(n in part.fields for n in group)]
        for field in table.fields:
            rule = part.fields.get(field.name)
            if rule is None or not rule.columns or rule.columns[0] not in raw.header:
                continue
            column = rule.columns[0]
            if field.kind is Kind.DAY and not mapping.dates and not order_of(raw, column)[1]:
                doubts.append(Text("The dates in “{column}” may be day/month or month/day; they are read as day/month.", column=column))
            if field.kind is Kind.NUMBER and not mapping.decimal and not sign_of(raw, column)[1]:
                doubts.append(Text("The comma or point in “{column}” may part thousands or decimals; it is read as parting thousands.", column=column))
    return Guess(mapping, name, score, tuple(doubts), tuple(missing))


def order_of(raw: RawTable, header: str) -> tuple[str, bool]:
    """The order of day and month in a column: from the sample, else from the whole file, and whether it is certain."""
    at = raw.header.index(header)
    order, sure = date_order(c[at] for _, c in raw.sample)
    return (order, sure) if sure else date_order(c[at] for _, c in raw.rows())


def sign_of(raw: RawTable, header: str) -> tuple[str, bool]:
    """The decimal sign of a column: from the sample, else from the whole file, and whether it is certain."""
    at = raw.header.index(header)
    sign, sure = decimal_sign(c[at] for _, c in raw.sample)
    return (sign, sure) if sure else decimal_sign(c[at] for _, c in raw.rows())


@cache
def formats() -> tuple[dict[str, Any], ...]:
    """The shipped formats, the one with the longest signature first."""
    found = [tomllib.loads(p.read_text("utf-8")) for p in sorted(paths.resource("formats").glob("*.toml"))]
    return tuple(sorted(found, key=lambda f: -len(f["signature"])))


def preset_fits(preset: dict[str, Any], header: tuple[str, ...]) -> bool:
    """Whether the header carries every column of the format's signature."""
    have = {normal(h) for h in header}
    return all(normal(s) in have for s in preset["signature"])


def _from_preset(preset: dict[str, Any], raw: RawTable, table: str | None) -> Mapping:
    by_normal = {normal(h): h for h in reversed(raw.header)}
    parts = []
    for part in preset["tables"]:
        if table not in (None, part["table"]):
            continue
        fields = {}
        for name, columns in part.get("columns", {}).items():
            wanted = [columns] if isinstance(columns, str) else columns
            there = tuple(by_normal[normal(c)] for c in wanted if normal(c) in by_normal)
            if there:
                fields[name] = Rule(there)
        fields |= {n: Rule(constant=str(v)) for n, v in part.get("constants", {}).items()}
        filters = [{by_normal[normal(c)]: tuple(v) for c, v in part.get(k, {}).items() if normal(c) in by_normal} for k in ("only", "skip")]
        parts.append(TableMapping(part["table"], fields, part.get("values", {}), *filters))
    return Mapping(preset["name"], tuple(parts), preset.get("dates", ""), preset.get("decimal", ""), preset.get("currency", ""))


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
        wanted = (value,) if isinstance(value, str) else tuple(map(str, value))
        if key not in table.by_name and len(wanted) == 1 and wanted[0] in table.by_name:
            key, wanted = wanted[0], (key,)
        fields[key] = Rule(wanted)
    fields |= {key: Rule(constant=str(value)) for key, value in constants.items()}
    if unknown := [f for f in fields if f not in table.by_name]:
        raise UserError(Text("The mapping {file} names “{field}”, which is no field of {table}.", file=name, field=unknown[0], table=table.name),
                        Text("Choose one of: {fields}.", fields=", ".join(table.by_name)))
    return TableMapping(table.name, fields, values, {k: tuple(v) for k, v in only.items()}, {k: tuple(v) for k, v in skip.items()})


def as_data(mapping: Mapping) -> dict[str, Any]:
    """The mapping as JSON-able data, the same that `load` reads."""
    tables = [{"table": t.table,
               "columns": {f: r.columns[0] if len(r.columns) == 1 else list(r.columns) for f, r in t.fields.items() if r.columns},
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
