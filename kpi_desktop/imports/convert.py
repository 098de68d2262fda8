"""From the text of a file to rows that fit the tables, in chunks; what cannot be read is kept aside with its reason."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kpi_desktop.imports.mapping import as_data, order_of
from kpi_desktop.imports.readers import RawTable, Row
from kpi_desktop.imports.values import ADVICE, currency_in, decimal_sign, is_blank, to_choice, to_day, to_flag, to_number
from kpi_desktop.model.decisions import Mapping, Rate, Rule, TableMapping
from kpi_desktop.model.problem import Problem, Text, UserError
from kpi_desktop.model.schema import BY_NAME, Batch, Chunk, Coder, Field, Kind
from kpi_desktop.model.selection import day_number, day_of

_CHUNK = 5000
_CACHE = 200_000


class _Bad:
    """Marks a value that could not be read."""


_BAD = _Bad()


@dataclass
class _Column:
    """One field on its way: where its text stands, the translation of words, and the converter with its memory."""

    field: Field
    places: tuple[int, ...]
    rule: Rule
    words: dict[str, str]
    read: Callable[[str], Any]
    memory: dict[str, Any]

    def text(self, cells: list[str]) -> str:
        """The source text of the field in a row."""
        if not self.places:
            return self.rule.constant or ""
        if len(self.places) == 1:
            return cells[self.places[0]]
        return self.rule.joiner.join(c for p in self.places if (c := cells[p].strip()))

    def values(self, rows: list[Row]) -> list[Any]:
        """The field's values of a chunk; each distinct text is read once."""
        memory, at = self.memory, self.places[0] if len(self.places) == 1 else None
        texts = [cells[at] for _, cells in rows] if at is not None else [self.text(cells) for _, cells in rows]
        if len(memory) > _CACHE:
            memory.clear()
        for text in set(texts) - memory.keys():
            memory[text] = self._value(text)
        return [memory[t] for t in texts]

    def _value(self, text: str) -> Any:
        word = text.strip()
        word = self.words.get(word.casefold(), word)
        if is_blank(word):
            return None
        try:
            return self.read(word)
        except (ValueError, OverflowError):
            return _BAD


@dataclass
class _Part:
    """One table that a file feeds: its columns and the rows it takes."""

    mapping: TableMapping
    columns: tuple[_Column, ...]
    filters: tuple[tuple[int, frozenset[str], bool], ...]

    def takes(self, cells: list[str]) -> bool:
        """Whether the row belongs to this table."""
        return all((cells[at].strip().casefold() in words) is wanted for at, words, wanted in self.filters)


def convert(raw: RawTable, mapping: Mapping, *, currency: str, rates: tuple[Rate, ...]) -> Batch:
    """The file as a Batch of rows; UserError when the mapping names columns that the file lacks or leaves needed fields out.

    `currency` is the workspace's; a cost in another one needs a rate of its month, or the row is kept aside.
    """
    parts = _with_sign(raw, mapping)
    _check(raw, parts)
    said = json.dumps(as_data(mapping), sort_keys=True).encode()
    digest = hashlib.sha256(raw.digest().encode() + said + raw.sheet.encode()).hexdigest()

    def chunks(coder: Coder) -> Iterator[Chunk]:
        return _chunks(raw, mapping, parts, coder, currency, rates)

    return Batch(raw.path.name, digest, mapping.name, {t.table: _names(t) for t in parts}, chunks)


def preview(raw: RawTable, mapping: Mapping, *, currency: str, rates: tuple[Rate, ...], limit: int = 100) -> Chunk:
    """The first rows converted, with their problems; names stay text."""
    parts = _with_sign(raw, mapping)
    _check(raw, parts, complete=False)
    plans = [_plan(raw, mapping, t, str) for t in parts]
    return _chunk(raw, plans, raw.sample[:limit], currency, _rated(rates))


def _names(part: TableMapping) -> tuple[str, ...]:
    return tuple(f.name for f in BY_NAME[part.table].fields if f.name in part.fields)


def _with_sign(raw: RawTable, mapping: Mapping) -> tuple[TableMapping, ...]:
    """Costs get their currency from the mapping, or from the sign beside the amount, when no column says it."""
    out = []
    for part in mapping.tables:
        amount = part.fields.get("amount")
        if part.table == "spend" and "currency" not in part.fields and amount is not None:
            if mapping.currency:
                part = replace(part, fields=part.fields | {"currency": Rule(constant=mapping.currency)})
            elif amount.columns and amount.columns[0] in raw.header:
                at = raw.header.index(amount.columns[0])
                if any(currency_in(c[at]) for _, c in raw.sample if at < len(c)):
                    part = replace(part, fields=part.fields | {"currency": amount})
        out.append(part)
    return tuple(out)


def _check(raw: RawTable, parts: tuple[TableMapping, ...], complete: bool = True) -> None:
    for part in parts:
        table = BY_NAME[part.table]
        wanted = [c for rule in part.fields.values() for c in rule.columns] + [*part.only, *part.skip]
        for column in wanted:
            if column not in raw.header:
                raise UserError(Text("{file} has no column “{column}”.", file=raw.path.name, column=column), Text("Correct the mapping."))
        lacking = [(f.name,) for f in table.fields if f.required and f.name not in part.fields]
        lacking += [g for g in table.any_of if not any(n in part.fields for n in g)]
        if lacking and complete:
            raise UserError(Text("{file} gives no {field} for {table}.", file=raw.path.name, table=table.label, field=table.by_name[lacking[0][0]].label),
                            Text("Say in the mapping which column holds it."))


def _plan(raw: RawTable, mapping: Mapping, part: TableMapping, coder: Callable[[str], Any]) -> _Part:
    table, place = BY_NAME[part.table], {h: i for i, h in enumerate(raw.header)}
    columns = []
    for name in _names(part):
        rule, field = part.fields[name], table.by_name[name]
        words = {k.strip().casefold(): v for k, v in part.values.get(name, {}).items()}
        read = _reader(raw, mapping, part, field, rule, coder)
        columns.append(_Column(field, tuple(place[c] for c in rule.columns), rule, words, read, {}))
    filters = [(place[c], frozenset(w.strip().casefold() for w in words), wanted)
               for group, wanted in ((part.only, True), (part.skip, False)) for c, words in group.items()]
    return _Part(part, tuple(columns), tuple(filters))


def _reader(raw: RawTable, mapping: Mapping, part: TableMapping, field: Field, rule: Rule, coder: Callable[[str], Any]) -> Callable[[str], Any]:
    """The function that reads one field's text."""
    column = rule.columns[0] if rule.columns else ""
    if part.table == "spend" and field.name == "currency":
        if column and part.fields["amount"].columns == rule.columns:
            return lambda text: coder(sign) if (sign := currency_in(text)) else None
        return lambda text: coder(text.upper())
    if field.kind is Kind.DAY:
        order = mapping.dates or (order_of(raw, column)[0] if column else "dmy")
        return lambda text: to_day(text, order)
    if field.kind is Kind.NUMBER:
        at = raw.header.index(column) if column else 0
        sign = mapping.decimal or (decimal_sign(c[at] for _, c in raw.sample) if column else "point")
        if part.table == "nps" and field.name == "score":
            return lambda text: _score(text, sign)
        return lambda text: to_number(text, sign)
    if field.kind is Kind.FLAG:
        return to_flag
    if field.kind is Kind.CHOICE:
        return lambda text: to_choice(field, text)
    return coder if field.kind is Kind.NAME else str


def _score(text: str, sign: str) -> float:
    value = to_number(text, sign)
    if not 0 <= value <= 10:
        raise ValueError(text)
    return value


def _rated(rates: tuple[Rate, ...]) -> frozenset[tuple[str, date]]:
    return frozenset((r.currency.upper(), r.month.replace(day=1)) for r in rates)


def _chunks(raw: RawTable, mapping: Mapping, parts: tuple[TableMapping, ...], coder: Coder, currency: str,
            rates: tuple[Rate, ...]) -> Iterator[Chunk]:
    plans, rated = [_plan(raw, mapping, t, coder) for t in parts], _rated(rates)
    rows: list[Row] = []
    for row in raw.rows():
        rows.append(row)
        if len(rows) >= _CHUNK:
            yield _chunk(raw, plans, rows, currency, rated)
            rows = []
    last = _chunk(raw, plans, rows, currency, rated)
    last.done = 1.0
    yield last


def _chunk(raw: RawTable, plans: list[_Part], rows: list[Row], currency: str, rated: frozenset[tuple[str, date]]) -> Chunk:
    chunk = Chunk(read=len(rows), done=raw.done)
    bad: dict[int, Problem] = {}
    width = len(raw.header)
    for index, (line, cells) in enumerate(rows):
        if len(cells) > width and any(c.strip() for c in cells[width:]):
            bad[index] = Problem(raw.path.name, line, "", "", Text("The row has more cells than there are column names; quote or remove the surplus."),
                                 tuple(cells))
    made = []
    for plan in plans:
        taken = [i for i, (_, c) in enumerate(rows) if plan.takes(c)] if plan.filters else list(range(len(rows)))
        mine = [rows[i] for i in taken]
        columns = [c.values(mine) for c in plan.columns]
        _find_problems(raw, plan, mine, taken, columns, bad)
        if plan.mapping.table == "spend":
            _find_unrated(raw, plan, mine, taken, columns, bad, currency.upper(), rated)
        made.append((plan, taken, list(zip([line for line, _ in mine], *columns, strict=True))))
    for plan, taken, tuples in made:
        kept = [t for i, t in zip(taken, tuples, strict=True) if i not in bad] if bad else tuples
        chunk.rows.setdefault(plan.mapping.table, []).extend(kept)
    chunk.problems = [bad[i] for i in sorted(bad)]
    return chunk


def _find_problems(raw: RawTable, plan: _Part, rows: list[Row], taken: list[int], columns: list[list[Any]], bad: dict[int, Problem]) -> None:
    for column, values in zip(plan.columns, columns, strict=True):
        if _BAD in values:
            reason = _unreadable(column.field, plan.mapping.table)
            for at, value in enumerate(values):
                if value is _BAD and taken[at] not in bad:
                    bad[taken[at]] = _problem(raw, rows[at], column, reason)
        if column.field.required and None in values:
            reason = Text("{field} is blank; fill it in", field=column.field.label)
            for at, value in enumerate(values):
                if value is None and taken[at] not in bad:
                    bad[taken[at]] = _problem(raw, rows[at], column, reason)
    for group in BY_NAME[plan.mapping.table].any_of:
        members = [i for i, c in enumerate(plan.columns) if c.field.name in group]
        for at, row in enumerate(rows):
            if taken[at] not in bad and all(columns[i][at] is None for i in members):
                first = plan.columns[members[0]]
                bad[taken[at]] = _problem(raw, row, first, Text("{field} is blank; fill it in", field=first.field.label))


def _unreadable(field: Field, table: str) -> Text:
    if table == "nps" and field.name == "score":
        return Text("is not a score from 0 to 10; correct it")
    return ADVICE.get(field.kind.value, Text("cannot be read; correct it"))


def _problem(raw: RawTable, row: Row, column: _Column, reason: Text) -> Problem:
    return Problem(raw.path.name, row[0], column.field.name, column.text(row[1]), reason, tuple(row[1]))


def _find_unrated(raw: RawTable, plan: _Part, rows: list[Row], taken: list[int], columns: list[list[Any]], bad: dict[int, Problem],
                  currency: str, rated: frozenset[tuple[str, date]]) -> None:
    at_of = {c.field.name: i for i, c in enumerate(plan.columns)}
    if "currency" not in at_of:
        return
    column = plan.columns[at_of["currency"]]
    by_sign = column.rule.columns == plan.mapping.fields["amount"].columns and bool(column.places)
    day_columns = [at_of[n] for n in ("date", "from") if n in at_of]
    for at, row in enumerate(rows):
        text = column.text(row[1]).strip()
        code = (currency_in(text) or "") if by_sign else column.words.get(text.casefold(), text).upper()
        if taken[at] in bad or is_blank(code) or code == currency:
            continue
        day = next((columns[i][at] for i in day_columns if columns[i][at] is not None), day_number(date(1970, 1, 1)))
        if (code, day_of(day).replace(day=1)) not in rated:
            reason = Text("There is no rate from {code} to {currency} for that month; add it to the rates", code=code, currency=currency)
            bad[taken[at]] = Problem(raw.path.name, row[0], "currency", code, reason, tuple(row[1]))
