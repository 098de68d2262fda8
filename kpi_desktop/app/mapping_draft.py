"""A mapping while a person works on it: what the columns hold, what each field gets, what words mean, and what is still missing. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kpi_desktop.app import row_filters
from kpi_desktop.app.row_filters import Filter
from kpi_desktop.imports.values import can_read, is_blank, is_day, to_choice, to_flag, to_number
from kpi_desktop.model.decisions import ANY_WORD, Mapping, Rule, TableMapping
from kpi_desktop.model.problem import Problem, Text
from kpi_desktop.model.schema import BY_NAME, TABLES, Field, Kind, Table

if TYPE_CHECKING:
    from kpi_desktop.imports.mapping import Reading

SAMPLES, MOST_WORDS, MOST_COLUMNS = 5, 60, 100
_FEW = 12
KINDS = {"date": Text("date"), "number": Text("number"), "flag": Text("yes/no"), "choice": Text("few words"), "text": Text("text"), "blank": Text("empty")}
"""What a column may hold, in words."""
LEFT_BLANK = "-"
"""The meaning of a word that says nothing."""


@dataclass(frozen=True)
class Seen:
    """A source column: five of its values and what it seems to hold (a key of KINDS)."""

    name: str
    samples: tuple[str, ...]
    kind: str


@dataclass(frozen=True)
class Word:
    """A word of the source: how often the sample has it, what it would mean by itself, and what it means now ("" where nobody knows)."""

    text: str
    count: int
    guess: str
    meaning: str


def seen(name: str, cells: Iterable[str]) -> Seen:
    """What a column holds, judged by its sample."""
    texts = [t for c in cells if not is_blank(t := c.strip())]
    distinct = list(dict.fromkeys(texts))
    return Seen(name, tuple(distinct[:SAMPLES]), _kind(texts, distinct))


def _kind(texts: Sequence[str], distinct: Sequence[str]) -> str:
    if not texts:
        return "blank"
    if len(distinct) <= 4 and all(can_read(to_flag, t) for t in distinct) and (len(distinct) > 1 or not distinct[0].isdigit()):
        return "flag"
    if _mostly(distinct, is_day):
        return "date"
    if _mostly(distinct, lambda t: can_read(lambda x: to_number(x, "point"), t) or can_read(lambda x: to_number(x, "comma"), t)):
        return "number"
    return "choice" if len(distinct) <= _FEW and len(texts) >= 2 * len(distinct) else "text"


def _mostly(texts: Sequence[str], fits: Callable[[str], bool]) -> bool:
    return sum(map(fits, texts)) >= 0.9 * len(texts)


def meanings(field: Field) -> tuple[tuple[str, Text], ...]:
    """What the words of a choice or yes/no field can mean: (value, label)."""
    if field.kind is Kind.FLAG:
        return ("yes", Text("yes")), ("no", Text("no"))
    return tuple((c.value, c.label) for c in field.choices)


def meaning_of(field: Field, text: str) -> str:
    """What a word means by itself; "" where nobody knows."""
    if is_blank(text):
        return LEFT_BLANK
    try:
        return ("no", "yes")[to_flag(text)] if field.kind is Kind.FLAG else field.choices[to_choice(field, text)].value
    except ValueError:
        return ""


class Draft:
    """The mapping as it stands. Tables are named by their place; every change is whole, so `mapping` can be tried at any time."""

    def __init__(self, header: tuple[str, ...], sample: Sequence[tuple[int, Sequence[str]]], mapping: Mapping) -> None:
        self.header, self.mapping = header, mapping
        self._rows = [cells for _, cells in sample]
        self.columns = tuple(seen(name, (c[at] for c in self._rows if at < len(c))) for at, name in enumerate(header[:MOST_COLUMNS]))
        self._more: dict[tuple[str, str], Counter[str]] = {}

    # -- tables -----------------------------------------------------------------------------------------------------------

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables that the file feeds."""
        return tuple(BY_NAME[t.table] for t in self.mapping.tables)

    def others(self) -> tuple[Table, ...]:
        """The tables that it does not feed yet."""
        return tuple(t for t in TABLES if t not in self.tables)

    def add_table(self, part: TableMapping) -> None:
        """Feed one more table."""
        if BY_NAME[part.table] not in self.tables:
            self._set_tables((*self.mapping.tables, part))

    def remove_table(self, at: int) -> None:
        """Feed a table no more."""
        self._set_tables(tuple(t for i, t in enumerate(self.mapping.tables) if i != at))

    def _set_tables(self, parts: tuple[TableMapping, ...]) -> None:
        """Feed these tables; a mapping called after its table goes on being so."""
        name = parts[0].table if parts and self.mapping.name in BY_NAME else self.mapping.name
        self.mapping = replace(self.mapping, tables=parts, name=name)

    # -- fields -----------------------------------------------------------------------------------------------------------

    def fields(self, at: int) -> tuple[Field, ...]:
        """The fields of a table, those it cannot do without first."""
        return tuple(sorted(self.tables[at].fields, key=lambda f: (not f.required, not self.needed(at, f))))

    def needed(self, at: int, field: Field) -> bool:
        """Whether a row cannot do without the field, or without one of its group."""
        return field.required or any(field.name in group for group in self.tables[at].any_of)

    def instead_of(self, at: int, field: Field) -> tuple[Field, ...]:
        """The fields of which any one does as well, for one that is needed only as one of a group."""
        table = self.tables[at]
        return tuple(table.by_name[n] for g in table.any_of if field.name in g and not field.required for n in g if n != field.name)

    def lacks(self, at: int, field: Field) -> bool:
        """Whether the table cannot be filled because nothing feeds this field, nor one that does as well."""
        given = self.mapping.tables[at].fields
        return self.needed(at, field) and field.name not in given and not any(f.name in given for f in self.instead_of(at, field))

    def rule(self, at: int, field: str) -> Rule | None:
        """Where a field's value comes from."""
        return self.mapping.tables[at].fields.get(field)

    def set_rule(self, at: int, field: str, rule: Rule | None) -> None:
        """Say where a field's value comes from; None: from nowhere."""
        fields = dict(self.mapping.tables[at].fields)
        if rule is None or (not rule.columns and rule.constant is None):
            fields.pop(field, None)
        else:
            fields[field] = rule
        self._change(at, fields=fields)

    def feed(self, at: int, field: str, column: str, *, join: bool = False) -> None:
        """Give a column to a field, in place of what fed it or joined to that."""
        before = self.rule(at, field)
        if join and before is not None and before.columns:
            if column not in before.columns:
                self.set_rule(at, field, replace(before, columns=(*before.columns, column)))
            return
        self.set_rule(at, field, Rule((column,)))

    def part_with(self, at: int, field: str, column: str) -> None:
        """Take a column away from a field."""
        rule = self.rule(at, field)
        if rule is not None:
            self.set_rule(at, field, replace(rule, columns=tuple(c for c in rule.columns if c != column)))

    def fed(self, at: int, column: str) -> str:
        """The first field that a column feeds; "" where it feeds none."""
        return next((f for f, rule in self.mapping.tables[at].fields.items() if column in rule.columns), "")

    def move(self, at: int, column: str, field: str) -> None:
        """Let a column feed one field alone (joined, in the file's order, to what feeds it already), or none where `field` is ""."""
        for name, rule in list(self.mapping.tables[at].fields.items()):
            if column in rule.columns and name != field:
                self.part_with(at, name, column)
        if field:
            self.feed(at, field, column, join=True)
            rule = self.rule(at, field)
            if rule is not None and set(rule.columns) <= set(self.header):
                self.set_rule(at, field, replace(rule, columns=tuple(sorted(rule.columns, key=self.header.index))))

    def strangers(self) -> tuple[str, ...]:
        """Columns that the mapping names and the file lacks."""
        named = (c for t in self.mapping.tables for r in t.fields.values() for c in r.columns)
        return tuple(dict.fromkeys(c for c in named if c not in self.header))

    def lacking(self, at: int) -> tuple[Field, ...]:
        """The fields without which the table cannot be filled and that nothing feeds; of a group the first."""
        firsts = [g[0] for g in self.tables[at].any_of]
        return tuple(f for f in self.tables[at].fields if self.lacks(at, f) and (f.required or f.name in firsts))

    # -- words ------------------------------------------------------------------------------------------------------------

    def has_words(self, at: int, field: Field) -> bool:
        """Whether the field takes one of a few meanings from a column."""
        rule = self.rule(at, field.name)
        return field.kind in (Kind.CHOICE, Kind.FLAG) and rule is not None and bool(rule.columns)

    def words(self, at: int, field: Field) -> tuple[Word, ...]:
        """Every word that feeds a choice or yes/no field with what it means: those that nobody knows first, then the most frequent."""
        rule = self.rule(at, field.name)
        if rule is None or not rule.columns or not set(rule.columns) <= set(self.header):
            return ()
        places = [self.header.index(c) for c in rule.columns]
        texts = [t for c in self._rows if len(c) > max(places) and not is_blank(t := rule.text([c[p] for p in places]).strip())]
        spelt = {t.casefold(): t for t in reversed(texts)}
        counted = Counter(t.casefold() for t in texts)
        for text, n in self._more.get((self.tables[at].name, field.name), {}).items():
            if text.casefold() not in counted:
                counted[text.casefold()], spelt[text.casefold()] = n, text
        said = {k.strip().casefold(): v for k, v in self.mapping.tables[at].values.get(field.name, {}).items()}
        other = meaning_of(field, said[ANY_WORD]) if ANY_WORD in said else ""
        found = [Word(spelt[w], n, guess := meaning_of(field, spelt[w]), meaning_of(field, said[w]) if w in said else guess or other)
                 for w, n in counted.most_common()]
        return tuple(sorted(found, key=lambda w: bool(w.guess))[:MOST_WORDS])

    def translate(self, at: int, field: Field, word: str, meaning: str) -> None:
        """Say what a word means; what it means by itself need not be said."""
        values = {f: dict(w) for f, w in self.mapping.tables[at].values.items()}
        words = {k: v for k, v in values.get(field.name, {}).items() if k.strip().casefold() != word.casefold()}
        if meaning and meaning != meaning_of(field, word):
            words[word] = meaning
        values[field.name] = words
        self._change(at, values={f: w for f, w in values.items() if w})

    def learn(self, problems: Iterable[Problem]) -> bool:
        """Take words from rows further down that could not be read; whether there was a new one."""
        found: dict[tuple[int, str], Counter[str]] = {}
        for problem in problems:
            for at, table in enumerate(self.tables):
                field = table.by_name.get(problem.field)
                if field is not None and self.has_words(at, field) and not meaning_of(field, problem.value.strip()):
                    found.setdefault((at, problem.field), Counter())[problem.value.strip()] += 1
        return sum(self._add_words(at, name, counted) for (at, name), counted in found.items()) > 0  # every one of them is taken

    def learn_unknown(self, readings: Iterable[Reading]) -> bool:
        """Take the words of the whole file that tell nothing; whether there was a new one. How often they stand there is not known yet: 0."""
        told = {(r.table, r.field): dict.fromkeys(r.unknown, 0) for r in readings if r.unknown}
        return sum(self._add_words(at, f, words) for at, t in enumerate(self.tables) for (of, f), words in told.items() if of == t.name) > 0

    def _add_words(self, at: int, name: str, counted: dict[str, int]) -> bool:
        """Show these words as well; whether one of them is new."""
        table = self.tables[at]
        known = {w.text.casefold() for w in self.words(at, table.by_name[name])}
        more = self._more.setdefault((table.name, name), Counter())
        for word, count in counted.items():
            more[word] = max(count, more[word])
        return any(w.casefold() not in known for w in counted)

    # -- rows -------------------------------------------------------------------------------------------------------------

    def filters(self, at: int) -> tuple[Filter, ...]:
        """Which rows the table takes, by column."""
        return row_filters.filters(self.mapping.tables[at])

    def filter_of(self, at: int, column: str) -> Filter | None:
        """Which rows the table takes by one column; None where it does not matter."""
        return next((f for f in self.filters(at) if f.column == column), None)

    def set_filter(self, at: int, column: str, chosen: Filter | None) -> None:
        """Take rows by what a column holds, or whatever it holds."""
        part = row_filters.with_filter(self.mapping.tables[at], column, chosen)
        self._change(at, only=part.only, skip=part.skip)

    # -- the whole --------------------------------------------------------------------------------------------------------

    def set_dates(self, order: str) -> None:
        """Say whether day or month comes first; "": as the dates show it."""
        self.mapping = replace(self.mapping, dates=order)

    def set_decimal(self, sign: str) -> None:
        """Say which sign parts the decimals; "": as the numbers show it."""
        self.mapping = replace(self.mapping, decimal=sign)

    def rename(self, name: str) -> None:
        """Give the mapping a name."""
        self.mapping = replace(self.mapping, name=name)

    def take(self, mapping: Mapping) -> None:
        """Go on from another mapping."""
        self.mapping = mapping

    def _change(self, at: int, **what: object) -> None:
        parts = list(self.mapping.tables)
        parts[at] = replace(parts[at], **what)  # type: ignore[arg-type]
        self.mapping = replace(self.mapping, tables=tuple(parts))
