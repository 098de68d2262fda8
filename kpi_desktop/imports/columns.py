"""How the dates and numbers of a column are read, told from its own values: from the sample where that suffices, else from the whole column."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import isfinite
from typing import Any

from kpi_desktop.imports.readers import RawTable
from kpi_desktop.imports.values import DateTally, DecimalTally, is_blank, to_day, to_number
from kpi_desktop.model.decisions import Rule
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.selection import day_of


@dataclass(frozen=True)
class Way:
    """What a kind of value can be read by: what counts a column's signs, how one text is read, and which texts can tell."""

    tally: Callable[[], DateTally | DecimalTally]
    read: Callable[[str, str], float]
    either: tuple[str, str]
    telling: re.Pattern[str]

    def fits(self, text: str, way: str) -> bool:
        """Whether a text can be read this way."""
        try:
            self.read(text, way)
        except (ValueError, OverflowError):
            return False
        return True

    def other(self, way: str) -> str:
        """The other of the two ways."""
        return self.either[way == self.either[0]]

    def doubtful(self, text: str) -> bool:
        """Whether a text means one thing read one way and another read the other."""
        first, second = self.either
        return not is_blank(text) and self.fits(text, first) and self.fits(text, second) and self.read(text, first) != self.read(text, second)

    def infer(self, texts: Iterable[str]) -> tuple[str, bool]:
        """The way that these texts show, and whether that is certain."""
        tally = self.tally()
        tally.add(texts)
        return tally.found()


DATES = Way(DateTally, to_day, ("dmy", "mdy"), re.compile(r"^\s*\d{1,2}[./-]\d{1,2}[./-]\d"))
DECIMALS = Way(DecimalTally, to_number, ("comma", "point"), re.compile(r"[.,]"))


@dataclass(frozen=True)
class Found:
    """How a column is to be read and why: "plain" where nothing in it needs a way, "column" where its values show it, "file" where the file's other
    columns do, "doubt" where nothing does; then `example` is a value that can be read both ways."""

    value: str
    source: str
    example: str = ""


def found(raw: RawTable, rule: Rule, way: Way, *, whole: bool = False) -> Found:
    """How a field is to be read. The whole column is gone through where the sample is in doubt or all blank, or where that is asked for; once per file."""
    key = (rule, way.either[0], whole)
    if key not in raw.known:
        raw.known[key] = _found(raw, rule, way, whole)
    return raw.known[key]


def _found(raw: RawTable, rule: Rule, way: Way, whole: bool) -> Found:
    sample = list(_texts(rule, raw, raw.sample))
    telling = any(map(way.telling.search, sample))
    value, sure = way.infer(sample)
    if sure and not whole and not all(map(is_blank, sample)):
        return Found(value, "column" if telling else "plain")
    tally, example = way.tally(), ""
    for text in _texts(rule, raw, replace(raw).rows()):  # a copy: another pass may be under way, and each counts its own rows
        if way.telling.search(text):
            telling = True
            tally.add((text,))
            if not example and way.doubtful(text):
                example = text.strip()
    value, sure = tally.found()
    if sure or not example:
        return Found(value, "column" if telling else "plain")
    others = {shown for at, name in enumerate(raw.header) if name not in rule.columns and (shown := _shown_by(raw, at, way))}
    return Found(others.pop(), "file") if len(others) == 1 else Found(value, "doubt", example)


def _texts(rule: Rule, raw: RawTable, rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[str]:
    places = [raw.header.index(c) for c in rule.columns]
    return (rule.text([c[p] for p in places]) for _, c in rows if len(c) > max(places))


def _shown_by(raw: RawTable, at: int, way: Way) -> str:
    """What another column of the sample shows for certain; blank where it shows nothing, or holds other than such values."""
    texts = [c[at] for _, c in raw.sample if at < len(c) and not is_blank(c[at])]
    telling = [t for t in texts if way.telling.search(t)]
    value, sure = way.infer(telling)
    return value if telling and sure and all(way.fits(t, value) for t in texts) else ""


def question(way: Way, column: str, example: str) -> Text:
    """The question that a doubtful value puts: “03/04/2024” in “Created”: 3 April or 4 March?"""
    if way is DATES:
        first, second = (day_of(int(to_day(example, order))) for order in ("dmy", "mdy"))
        return Text("“{example}” in “{column}”: {first} or {second}? Say which comes first, day or month.", example=example, column=column, first=first,
                    second=second)
    grouped, parted = sorted((to_number(example, sign) for sign in ("comma", "point")), reverse=True)
    return Text("“{example}” in “{column}”: {first} or {second}? Say which sign parts the decimals.", example=example, column=column,
                first=_number_text(grouped), second=_number_text(parted))


def _number_text(value: float) -> Any:
    return int(value) if value.is_integer() else f"{value:g}"


class Column:
    """A column of dates or numbers that is read as its sample shows, until a value says otherwise: then the whole column decides.

    UserError, before anything is kept, where it cannot: what was read already may have meant something else.
    """

    def __init__(self, raw: RawTable, rule: Rule, way: Way, said: str, read: Callable[[str, str], Any]) -> None:
        self._raw, self._rule, self.way, self._read = raw, rule, way, read
        self._name = " + ".join(rule.columns)
        seen = Found(said or way.either[way is DECIMALS], "mapping") if said or not rule.columns else found(raw, rule, way)
        self.value = seen.value
        self._plain, self._sampled = seen.source == "plain", seen.source == "column"

    def __call__(self, text: str) -> Any:
        """What a text means; ValueError where it is no such value in this column."""
        if self._plain and self.way.telling.search(text):
            self._first_telling(text)
        try:
            return self._read(text, self.value)
        except (ValueError, OverflowError):
            if self._sampled and self.contrary(text):
                self._settle()
            raise

    def contrary(self, text: str) -> bool:
        """Whether a text can only be read the way that the column is not."""
        return not self.way.fits(text, self.value) and self.way.fits(text, self.way.other(self.value))

    def quick(self, texts: Sequence[str]) -> list[Any] | None:
        """Many numbers at once, as Python writes them; None where one is anything else, or may mean something else here."""
        if self.value != "point":
            return None
        try:
            numbers = [float(n) for n in map(int, texts)] if self._plain else list(map(float, texts))
        except (ValueError, OverflowError):
            return None
        return numbers if isfinite(sum(numbers)) else None

    def _first_telling(self, text: str) -> None:
        """A column that needed no way so far needs one: nothing is read wrongly yet."""
        if self.way.doubtful(text) or self.contrary(text):
            seen = found(self._raw, self._rule, self.way, whole=True)
            if seen.source == "doubt":
                raise UserError(question(self.way, self._name, seen.example), Text("Nothing was imported; choose it in the mapping."))
            self.value, self._plain = seen.value, False
        elif self.way.fits(text, self.value):
            self._plain, self._sampled = False, True

    def _settle(self) -> None:
        """A value speaks against the sample: most of the whole column must speak for it, or a person is asked."""
        self._sampled = False
        seen = found(self._raw, self._rule, self.way, whole=True)
        if seen.value != self.value or seen.source == "doubt":
            raise UserError(Text("The values of “{column}” contradict one another: some begin with the day, others with the month.", column=self._name)
                            if self.way is DATES else
                            Text("The values of “{column}” contradict one another: some have a decimal comma, others a decimal point.", column=self._name),
                            Text("Nothing was imported; choose one in the mapping, and rows that do not fit it are kept aside."))
