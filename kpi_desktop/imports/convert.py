"""From the text of a file to rows that fit the tables, in chunks; what cannot be read is kept aside with its reason."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kpi_desktop.imports.columns import DATES, DECIMALS, Column
from kpi_desktop.imports.mapping import as_data
from kpi_desktop.imports.readers import Block, RawTable
from kpi_desktop.imports.values import ADVICE, CONTRARY, SPELT_BLANKS, currency_in, is_blank, to_choice, to_day, to_flag, to_number
from kpi_desktop.model.batch import Batch, Chunk, Coder, Rows
from kpi_desktop.model.decisions import ANY_WORD, Mapping, Rate, Rule, TableMapping
from kpi_desktop.model.privacy import GONE, Privacy
from kpi_desktop.model.problem import Problem, Text, UserError
from kpi_desktop.model.schema import BY_NAME, Field, Kind
from kpi_desktop.model.selection import day_number, day_of

_CACHE = 200_000


_Reader = tuple[Callable[[str], Any], Callable[[Sequence[str]], list[Any] | None] | None]


class _Bad:
    """Marks a value that could not be read."""


_BAD = _Bad()
_OPEN = Privacy()
"""Nobody is replaced, nobody forgotten."""


class _Memory(dict[str, Any]):
    """Values by their text: each distinct text is read once, as far as the memory reaches. The word "*" stands for those that nobody knows;
    `hide` says what stands for persons."""

    def __init__(self, words: dict[str, str], read: Callable[[str], Any], hide: Callable[[str], str] | None = None) -> None:
        super().__init__()
        self.words, self.read, self.hide = words, read, hide
        self.bad = self.blank = self.gone = False

    def _hidden(self, word: str) -> str:
        return word if self.hide is None or word == GONE or is_blank(word) else self.hide(word)

    def __missing__(self, text: str) -> Any:
        word = self._hidden(text.strip())
        word = self._hidden(self.words.get(word.casefold(), word))
        value = None
        if word == GONE:
            value, self.gone = GONE, True
        elif is_blank(word):
            self.blank = True
        else:
            value = self._value(word)
            self.bad = self.bad or value is _BAD
        if len(self) < _CACHE:
            self[text] = value
        return value

    def _value(self, word: str) -> Any:
        for one in (word, self.words.get(ANY_WORD)):
            try:
                return _BAD if one is None else self.read(one)
            except (ValueError, OverflowError):
                continue
        return _BAD


@dataclass
class _Column:
    """One field on its way: where its text stands and how it is read."""

    field: Field
    places: tuple[int, ...]
    rule: Rule
    memory: _Memory
    fast: Callable[[Sequence[str]], list[Any] | None] | None

    def text(self, cells: Sequence[str]) -> str:
        """The source text of the field in a row."""
        return self.rule.text([cells[p] for p in self.places])

    def values(self, columns: Sequence[Sequence[str]], count: int) -> list[Any]:
        """The field's values of `count` rows that are given column by column."""
        if not self.places:
            return [self.memory[self.rule.constant or ""]] * count
        texts = columns[self.places[0]] if self.rule.plain else list(map(self.rule.text, zip(*(columns[p] for p in self.places))))
        if self.fast is not None and (quick := self.fast(texts)) is not None:
            return quick
        return list(map(self.memory.__getitem__, texts))


def _plain_texts(texts: Sequence[str]) -> list[Any] | None:
    """Texts that mean themselves; None where one of them is blank."""
    bare = list(map(str.strip, texts))
    return bare if SPELT_BLANKS.isdisjoint(bare) else None


@dataclass
class _Part:
    """One table that a file feeds: its columns and the rows it takes."""

    mapping: TableMapping
    columns: tuple[_Column, ...]
    filters: tuple[tuple[int, Callable[[str], bool]], ...]

    def taken(self, block: Block) -> list[int]:
        """The positions of the rows that belong to this table."""
        return [i for i in range(len(block.lines)) if all(fits(block.columns[at][i]) for at, fits in self.filters)]

    def known(self, taken: Sequence[int], columns: tuple[Sequence[Any], ...]) -> tuple[Sequence[int], tuple[Sequence[Any], ...]]:
        """The rows without those of forgotten persons."""
        lost = {i for c, values in zip(self.columns, columns) if c.memory.gone for i, v in enumerate(values) if v == GONE}
        if not lost:
            return taken, columns
        keep = [i for i in range(len(taken)) if i not in lost]
        return [taken[i] for i in keep], tuple([values[i] for i in keep] for values in columns)


def convert(raw: RawTable, mapping: Mapping, *, currency: str | None, rates: tuple[Rate, ...], privacy: Privacy = _OPEN) -> Batch:
    """The file as a Batch of rows; UserError when the mapping names columns that the file lacks or leaves needed fields out.

    `currency` is the workspace's, None before any file has named one; a cost in another one needs a rate of its month, or the row is kept aside.
    `privacy` is the workspace's as well: it says what stands for the persons in the file.
    """
    parts = _with_sign(raw, mapping)
    _check(raw, parts)
    home = currency or _currency_of(raw, parts)
    said = json.dumps(as_data(privacy.mapping(mapping)), sort_keys=True).encode()
    digest = hashlib.sha256(raw.digest().encode() + said + raw.sheet.encode()).hexdigest()

    def chunks(coder: Coder) -> Iterator[Chunk]:
        return _chunks(raw, mapping, parts, coder, home, rates, privacy)

    file = privacy.masked(privacy.struck(raw.path.name))
    return Batch(file, digest, mapping.name, {t.table: _names(t) for t in parts}, chunks, home, raw.header, said.decode(), privacy)


def preview(raw: RawTable, mapping: Mapping, *, currency: str | None, rates: tuple[Rate, ...], privacy: Privacy = _OPEN, limit: int = 100) -> Chunk:
    """The first rows converted, with their problems; names stay text."""
    parts = _with_sign(raw, mapping)
    _check(raw, parts, complete=False)
    plans = [_plan(raw, mapping, t, str, privacy) for t in parts]
    blocks = raw.blocks()
    first = next((b for b in blocks if b.lines), Block([], [()] * len(raw.header)))
    blocks.close()
    return _chunk(raw, plans, first.first(limit), currency or _currency_of(raw, parts), _rated(rates), mapping, privacy)


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


def _currency_of(raw: RawTable, parts: tuple[TableMapping, ...]) -> str:
    """The first currency that the sample names, in a column of its own or by a sign beside an amount; blank where there is none."""
    for part in parts:
        for name, rule in part.fields.items():
            field = BY_NAME[part.table].by_name[name]
            if field.name != "currency" and not field.money:
                continue
            texts = [rule.constant or ""] if not rule.columns else [c[raw.header.index(rule.columns[0])] for _, c in raw.sample]
            words = {k.strip().casefold(): v for k, v in part.values.get(name, {}).items()}
            for text in texts:
                spoken = currency_in(text) if field.money or rule == part.fields.get("amount") else words.get(text.strip().casefold(), text.strip())
                if spoken and not is_blank(spoken):
                    return spoken.upper()
    return ""


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


def _plan(raw: RawTable, mapping: Mapping, part: TableMapping, coder: Callable[[str], Any], privacy: Privacy) -> _Part:
    table, place = BY_NAME[part.table], {h: i for i, h in enumerate(raw.header)}
    columns = []
    for name in _names(part):
        rule, field = part.fields[name], table.by_name[name]
        words, hide = part.values.get(name, {}), privacy.reader(table, field)
        words = {(k.strip() if hide is None or is_blank(k) else hide(k.strip())).casefold(): v for k, v in words.items()}
        read, fast = _reader(raw, mapping, part, field, rule, coder)
        if hide is not None and fast is not None:
            fast = _hidden_texts(privacy, field, hide)
        columns.append(_Column(field, tuple(place[c] for c in rule.columns), rule, _Memory(words, read, hide), None if words else fast))
    filters = [(place[c], _filter(words, wanted, privacy)) for group, wanted in ((part.only, True), (part.skip, False)) for c, words in group.items()]
    return _Part(part, tuple(columns), tuple(filters))


def _filter(words: Sequence[str], wanted: bool, privacy: Privacy) -> Callable[[str], bool]:
    """Whether a cell is among these words, or is not where that is wanted; words that were persons are known by their pseudonyms."""
    told = frozenset(w.strip().casefold() for w in words)
    persons = privacy.active and any(w.startswith("person-") for w in told)

    def fits(cell: str) -> bool:
        return (cell.strip().casefold() in told or (persons and privacy.pseudonym(cell) in told)) is wanted

    return fits


def _hidden_texts(privacy: Privacy, field: Field, hide: Callable[[str], str]) -> Callable[[Sequence[str]], list[Any] | None]:
    """Reads many texts at once, persons replaced; None where one of them is blank or its row goes."""

    def fast(texts: Sequence[str]) -> list[Any] | None:
        bare = _plain_texts(texts)
        if bare is None or privacy.plain(field, bare):
            return bare
        hidden = list(map(hide, bare))
        return None if "" in hidden or GONE in hidden else hidden

    return fast


def _reader(raw: RawTable, mapping: Mapping, part: TableMapping, field: Field, rule: Rule, coder: Callable[[str], Any]) -> _Reader:
    """What reads one text of a field, and what reads many at once where that is possible."""
    column = rule.columns[0] if rule.columns else ""
    if part.table == "spend" and field.name == "currency":
        if column and "amount" in part.fields and part.fields["amount"].columns == rule.columns:
            return (lambda text: coder(sign) if (sign := currency_in(text)) else None), None
        return (lambda text: coder(text.upper())), None
    if field.kind is Kind.DAY:
        return Column(raw, rule, DATES, mapping.dates, to_day), None
    if field.kind is Kind.NUMBER:
        score = part.table == "nps" and field.name == "score"
        numbers = Column(raw, rule, DECIMALS, mapping.decimal, _score if score else to_number)
        return numbers, None if score else numbers.quick
    if field.kind is Kind.FLAG:
        return to_flag, None
    if field.kind is Kind.CHOICE:
        return (lambda text: to_choice(field, text)), None
    return (coder, None) if field.kind is Kind.NAME else (str, _plain_texts)


def _score(text: str, sign: str) -> float:
    value = to_number(text, sign)
    if not 0 <= value <= 10:
        raise ValueError(text)
    return value


def _rated(rates: tuple[Rate, ...]) -> frozenset[tuple[str, date]]:
    return frozenset((r.currency.upper(), r.month.replace(day=1)) for r in rates)


def _chunks(raw: RawTable, mapping: Mapping, parts: tuple[TableMapping, ...], coder: Coder, currency: str,
            rates: tuple[Rate, ...], privacy: Privacy) -> Iterator[Chunk]:
    plans, rated = [_plan(raw, mapping, t, coder, privacy) for t in parts], _rated(rates)
    passed = 0
    for block in raw.blocks():
        chunk = _chunk(raw, plans, block, currency, rated, mapping, privacy)
        passed += len(block.lines) - chunk.read - chunk.forgotten
        chunk.left_out += passed
        yield chunk


def _chunk(raw: RawTable, plans: list[_Part], block: Block, currency: str, rated: frozenset[tuple[str, date]], mapping: Mapping,
           privacy: Privacy) -> Chunk:
    count = len(block.lines)
    chunk = Chunk(count, raw.done, raw.skipped)
    surplus = Text("The row has more cells than there are column names; quote or remove the surplus.")
    bad = {i: Problem(raw.path.name, block.lines[i], "", "", surplus, tuple(cells)) for i, cells in block.surplus.items()}
    made: list[tuple[str, Sequence[int], Rows]] = []
    gone: set[int] = set()
    for plan in plans:
        taken: Sequence[int] = plan.taken(block) if plan.filters else range(count)
        texts = [[column[i] for i in taken] for column in block.columns] if plan.filters else block.columns
        known, columns = plan.known(taken, tuple(c.values(texts, len(taken)) for c in plan.columns))
        if known is not taken:
            gone |= set(taken) - set(known)
        _find_problems(raw, plan, block, known, columns, bad)
        if plan.mapping.table == "spend":
            _find_unrated(raw, plan, block, known, columns, bad, currency.upper(), rated)
        made.append((plan.mapping.table, known, Rows(block.lines if len(known) == count else [block.lines[i] for i in known], columns)))
    for table, taken, rows in made:
        chunk.rows[table] = rows.only([i not in bad for i in taken]) if bad else rows
    aside = {i: privacy.row(bad[i], raw.header, mapping) for i in sorted(bad)} if privacy.active else dict(sorted(bad.items()))
    chunk.problems = [p for p in aside.values() if p is not None]
    gone |= {i for i, p in aside.items() if p is None}
    if gone or all(plan.filters for plan in plans):  # what no table takes is left out
        read = {i for i, p in aside.items() if p is not None}.union(*(set(taken) - bad.keys() for _, taken, _ in made))
        chunk.read, chunk.forgotten = len(read), len(gone - read)
    return chunk


def _find_problems(raw: RawTable, plan: _Part, block: Block, taken: Sequence[int], columns: Sequence[Sequence[Any]], bad: dict[int, Problem]) -> None:
    for column, values in zip(plan.columns, columns, strict=True):
        if column.memory.bad and _BAD in values:
            for at, value in zip(taken, values):
                if value is _BAD and at not in bad:
                    bad[at] = _problem(raw, block, at, column, _unreadable(column, plan.mapping.table, column.text(block.row(at))))
        if column.field.required and column.memory.blank and None in values:
            reason = Text("{field} is blank; fill it in", field=column.field.label)
            for at, value in zip(taken, values):
                if value is None and at not in bad:
                    bad[at] = _problem(raw, block, at, column, reason)
    for group in BY_NAME[plan.mapping.table].any_of:
        members = [i for i, c in enumerate(plan.columns) if c.field.name in group]
        if members and all(plan.columns[i].memory.blank for i in members):
            first = plan.columns[members[0]]
            for at, values in zip(taken, zip(*(columns[i] for i in members))):
                if at not in bad and all(v is None for v in values):
                    bad[at] = _problem(raw, block, at, first, Text("{field} is blank; fill it in", field=first.field.label))


def _unreadable(column: _Column, table: str, text: str) -> Text:
    read = column.memory.read
    if isinstance(read, Column) and read.contrary(text.strip()):
        return CONTRARY[read.value]
    if table == "nps" and column.field.name == "score":
        return Text("is not a score from 0 to 10; correct it")
    return ADVICE.get(column.field.kind.value, Text("cannot be read; correct it"))


def _problem(raw: RawTable, block: Block, at: int, column: _Column, reason: Text) -> Problem:
    cells = block.row(at)
    return Problem(raw.path.name, block.lines[at], column.field.name, column.text(cells), reason, cells)


def _find_unrated(raw: RawTable, plan: _Part, block: Block, taken: Sequence[int], columns: Sequence[Sequence[Any]], bad: dict[int, Problem],
                  currency: str, rated: frozenset[tuple[str, date]]) -> None:
    at_of = {c.field.name: i for i, c in enumerate(plan.columns)}
    if "currency" not in at_of:
        return
    column = plan.columns[at_of["currency"]]
    amount = plan.mapping.fields.get("amount")
    by_sign = amount is not None and column.rule.columns == amount.columns and bool(column.places)
    day_columns = [at_of[n] for n in ("date", "from") if n in at_of]
    for i, at in enumerate(taken):
        text = column.text(block.row(at)).strip()
        code = (currency_in(text) or "") if by_sign else column.memory.words.get(text.casefold(), text).upper()
        if at in bad or is_blank(code) or code == currency or not currency:
            continue
        day = next((columns[c][i] for c in day_columns if columns[c][i] is not None), day_number(date(1970, 1, 1)))
        if (code, day_of(day).replace(day=1)) not in rated:
            reason = Text("There is no rate from {code} to {currency} for that month; add it to the rates", code=code, currency=currency)
            bad[at] = Problem(raw.path.name, block.lines[at], "currency", code, reason, block.row(at))
