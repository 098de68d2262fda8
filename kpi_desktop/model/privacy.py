"""Which texts name or reach a person, and what stands in their place: keyed hashes, and nothing where a person asked to be forgotten.

A pseudonym is keyed BLAKE2b (RFC 7693) of 64 bits over the folded text: two of n persons share one with probability n^2 / 2^65. Whoever has the
workspace has the key, so this is pseudonymisation (GDPR, article 4 (5)): names cannot be read, but a guessed one can be tried.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from kpi_desktop.model.decisions import Mapping, Rule, TableMapping
from kpi_desktop.model.problem import Problem
from kpi_desktop.model.schema import BY_NAME, Field, Kind, Table

GONE = "\0gone"
"""Stands for a value whose whole row is about a forgotten person."""
TEXTS = frozenset({Kind.ID, Kind.REF, Kind.NAME, Kind.TEXT, Kind.EMAIL})
"""The kinds of fields whose values are texts of the file."""
_E_MAIL = r"[\w.+%-][\w.+'%-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
_PSEUDONYM = r"person-[0-9a-f]{16}"
_REACHED = re.compile(f"{_E_MAIL}|{_PSEUDONYM}")
_MAIL = re.compile(_E_MAIL)
_PHONE = re.compile(r"\+\d(?:[\s().-]{0,2}\d){7,}(?!\w)")
_PHONE_IN_PROSE = re.compile(r"(?<![\w.,-])\+?\(?\d(?:[\s().-]{0,2}\d){8,}(?!\w)")
_DATE = re.compile(r"(?<!\d)(\d{4}[-./]\d\d?[-./]\d\d?(?:[ T]\d\d?:\d\d)?|\d\d?[-./]\d\d?[-./]\d{4}(?: \d\d?:\d\d)?)(?!\d)")
_WORD = re.compile(r"\w(?:[\w.+'’%@-]*\w)?")
_LONGEST_NAME = 5
_STRUCK = "***"


def identity(text: str) -> str:
    """The form in which persons are compared: no case, no surrounding space; of a text with one e-mail address the address, of a phone number its digits."""
    form = " ".join(text.split()).casefold()
    if "@" in form or "person-" in form:
        found = _REACHED.findall(form)
        if len(found) == 1:
            return found[0]
    if form[:1] == "+" and _PHONE.fullmatch(form):
        return "+" + "".join(c for c in form if c.isdigit())
    return form


@dataclass(frozen=True)
class Privacy:
    """What a workspace does with persons: whether contacts (and salespeople) are replaced by hashes with `key`, and the pseudonyms of those forgotten."""

    key: bytes = field(default=b"", repr=False)
    contacts: bool = False
    salespeople: bool = False
    forgotten: frozenset[str] = frozenset()

    @staticmethod
    def fresh() -> Privacy:
        """Nothing replaced yet, with a key of its own."""
        return Privacy(secrets.token_bytes(32))

    @property
    def active(self) -> bool:
        """Whether any value is to be changed."""
        return self.contacts or bool(self.forgotten)

    def without(self, person: str) -> Privacy:
        """The same with one more person forgotten."""
        return replace(self, forgotten=self.forgotten | {self.pseudonym(person)})

    def pseudonym(self, text: str) -> str:
        """What stands for a person, the same for every spelling that `identity` makes equal; a pseudonym stands for itself."""
        form = identity(text)
        if len(form) == 23 and form[:7] == "person-":
            return form
        return "person-" + blake2b(form.encode("utf-8", "surrogatepass"), key=self.key, digest_size=8).hexdigest()

    def is_forgotten(self, text: str) -> bool:
        """Whether the text is a person who asked to be forgotten."""
        return self.pseudonym(text) in self.forgotten

    def hides(self, of: Field) -> bool:
        """Whether a field's values are replaced as a whole."""
        return self.contacts and (of.person == "contact" or (of.person == "sales" and self.salespeople))

    def reader(self, table: Table, of: Field) -> Callable[[str], str] | None:
        """What a text of a field becomes (GONE: the row goes); None where nothing is to be done. Blanks are not to be given to it.

        A forgotten person takes along the rows known by them; where a row only names them the value is blank, and where they are its id or its
        customer a number stands for them, so that what hangs together stays together.
        """
        if of.kind not in TEXTS or not self.active:
            return None
        if of.kind is Kind.TEXT and not of.person:
            return self.prose
        hide = self.pseudonym if self.hides(of) else self.masked
        if not self.forgotten:
            return hide
        instead = None if not of.person else GONE if of.name in table.key else ""

        def read(text: str) -> str:
            if self.is_forgotten(text):
                return self._nobody(text) if instead is None else instead
            return hide(text)

        return read

    def plain(self, of: Field, texts: Sequence[str]) -> bool:
        """Whether none of many texts of a field can change, found out at once."""
        if self.forgotten or self.hides(of) or of.kind is Kind.TEXT:
            return False
        whole = "\n".join(texts)
        return "@" not in whole and "+" not in whole

    def masked(self, text: str) -> str:
        """A text in which e-mail addresses and phone numbers (as +49 …) are replaced."""
        if not self.contacts:
            return text
        if "@" in text:
            text = _MAIL.sub(lambda m: self.pseudonym(m[0]), text)
        return _PHONE.sub(lambda m: self.pseudonym(m[0]), text) if "+" in text else text

    def prose(self, text: str) -> str:
        """A sentence without forgotten persons, in which e-mail addresses and anything like a phone number are replaced."""
        text = self.struck(text)
        if not self.contacts:
            return text
        pieces = _DATE.split(text)  # every second one is a date
        return "".join(p if at % 2 else _PHONE_IN_PROSE.sub(self._phone, self.masked(p)) for at, p in enumerate(pieces))

    def struck(self, text: str) -> str:
        """A text in which forgotten persons are struck out."""
        if self.forgotten:
            for first, last in reversed(list(self._named(text))):
                text = text[:first] + _STRUCK + text[last:]
        return text

    def _phone(self, found: re.Match[str]) -> str:
        return self.pseudonym("+" + "".join(c for c in found[0] if c.isdigit()))

    def _nobody(self, text: str) -> str:
        """A number that leads nobody back to the person, the same wherever the person stood."""
        return "forgotten-" + blake2b(self.pseudonym(text).encode(), key=self.key, digest_size=8, person=b"forgotten").hexdigest()

    def _named(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a text names forgotten persons: addresses, numbers, and names of up to five words."""
        spans = [m.span() for m in _PHONE.finditer(text)] if "+" in text else []
        words = [m.span() for m in _WORD.finditer(text)]
        for at, (first, last) in enumerate(words):
            reached = "@" in text[first:last] or text[first:first + 7].casefold() == "person-"
            spans += [(first, last)] if reached else [(first, end) for _, end in reversed(words[at:at + _LONGEST_NAME]) if "@" not in text[first:end]]
        passed = 0
        for first, last in sorted(spans, key=lambda s: (s[0], -s[1])):
            if first >= passed and self.is_forgotten(text[first:last]):
                yield first, last
                passed = last

    # -- rows kept aside and mappings -----------------------------------------------------------------------------------

    def row(self, problem: Problem, header: Sequence[str], mapping: Mapping | None) -> Problem | None:
        """A row as it may be kept aside; None where a forgotten person stands in it.

        Cells that no field is read from are not kept; nor is any cell of a row that does not fit its header, or of which nobody knows how it was read.
        """
        if self.forgotten and any(self._named(" ".join((*problem.raw, problem.value)))):
            return None
        if not self.contacts:
            return problem
        tables = mapping.tables if mapping is not None and len(problem.raw) <= len(header) else ()
        of = next((f for t in tables if (f := BY_NAME[t.table].by_name.get(problem.field)) is not None), None)
        whole = of is not None and self.hides(of) and bool(problem.value.strip())
        return replace(problem, value=self.pseudonym(problem.value) if whole else self.masked(problem.value), raw=self._cells(header, tables, problem.raw))

    def _cells(self, header: Sequence[str], tables: Sequence[TableMapping], cells: Sequence[str]) -> tuple[str, ...]:
        place = {h: i for i, h in enumerate(header) if i < len(cells)}
        out = [""] * len(cells) if tables else []
        fed = [(BY_NAME[t.table].by_name[n], r) for t in tables for n, r in t.fields.items()]
        for column in {c for t in tables for c in (*t.only, *t.skip)}:
            _put(out, place, column, self.masked, cells)
        for of, rule in fed:
            for column in rule.columns:
                _put(out, place, column, self.prose if of.kind is Kind.TEXT else self.masked, cells)
        for of, rule in fed:
            places = [place[c] for c in rule.columns if c in place]
            text = rule.text([cells[p] for p in places]) if places else ""
            if self.hides(of) and text.strip():
                for p in places:
                    out[p] = ""
                out[places[0]] = _piece(rule, self.pseudonym(text))
        return tuple(out)

    def mapping(self, mapping: Mapping) -> Mapping:
        """A mapping as it may be kept: the persons whom its words and constants name are replaced."""
        return replace(mapping, tables=tuple(self._table(t) for t in mapping.tables)) if self.active else mapping

    def _table(self, part: TableMapping) -> TableMapping:
        table = BY_NAME[part.table]
        columns = {c: self._word(table, table.by_name[n]) for n, r in part.fields.items() if table.by_name[n].person for c in r.columns}
        told = {n: self._word(table, table.by_name[n]) for n in part.fields}
        return replace(
            part, fields={n: replace(r, constant=told[n](r.constant)) if r.constant else r for n, r in part.fields.items()},
            values={n: {told[n](k): told[n](v) for k, v in words.items()} if n in told else words for n, words in part.values.items()},
            only={c: tuple(columns.get(c, self._whole)(w) for w in words) for c, words in part.only.items()},
            skip={c: tuple(columns.get(c, self._whole)(w) for w in words) for c, words in part.skip.items()})

    def _word(self, table: Table, of: Field) -> Callable[[str], str]:
        """What a field's word becomes; one that names a forgotten person becomes its pseudonym, by which it is still known."""
        read = self.reader(table, of)

        def word(text: str) -> str:
            if read is None or not text.strip():
                return text
            return self.pseudonym(text) if self.is_forgotten(text) else read(text)

        return word

    def _whole(self, text: str) -> str:
        return self.pseudonym(text) if self.masked(text) != text or (self.forgotten and self.is_forgotten(text)) else text


def _put(out: list[str], place: dict[str, int], column: str, hide: Callable[[str], str], cells: Sequence[str]) -> None:
    if column in place:
        out[place[column]] = hide(cells[place[column]])


def _piece(rule: Rule, text: str) -> str:
    """A cell of which the rule reads this text again."""
    if not rule.separator:
        return text
    return rule.separator * (rule.part - 1) + text if rule.part > 0 else text + rule.separator * (-rule.part - 1)
