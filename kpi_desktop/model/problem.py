"""What a program says to a person, kept as data until someone renders it.

The core never writes finished prose: it returns `Text`, which `i18n.say` turns into a sentence of the
language at hand. The translation tool finds the literals by the names `Text` and `tr`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, cast


@dataclass(frozen=True, init=False)
class Text:
    """A sentence said later: English source with `{named}` values; `%n` stands for the plural count.

    `Text("{n} rows")` is wrong; write `Text("%n row(s)", "", n)` so that every language finds its plural.
    A value may itself be a Text, a date, a `Money`, a `Share`, words `Brought` by a data file or a number: rendering formats each for the locale.
    """

    source: str
    comment: str
    n: int | None
    values: tuple[tuple[str, Any], ...]

    def __init__(self, source: str, comment: str = "", n: int | None = None, **values: Any) -> None:
        object.__setattr__(self, "source", source)
        object.__setattr__(self, "comment", comment)
        object.__setattr__(self, "n", n)
        object.__setattr__(self, "values", tuple(sorted(values.items())))

    def __str__(self) -> str:
        """Plain English, for logs and tests; people see `i18n.say(text)`."""
        shown = self.source if self.n is None else self.source.replace("%n", str(self.n))
        return shown.format(**{k: str(v) for k, v in self.values}) if self.values else shown

    def to_json(self) -> dict[str, Any]:
        """A JSON-able form that `from_json` restores, for the workspace file."""
        return {"source": self.source, "comment": self.comment, "n": self.n,
                "values": {k: _pack(v) for k, v in self.values}}

    @staticmethod
    def from_json(data: dict[str, Any]) -> Text:
        """The Text that `to_json` wrote."""
        values = {k: _unpack(v) for k, v in data.get("values", {}).items()}
        return Text(data["source"], data.get("comment", ""), data.get("n"), **values)


@dataclass(frozen=True)
class Money:
    """An amount in a currency, inside a Text; rendered for the locale."""

    amount: float
    currency: str

    def __str__(self) -> str:
        return f"{self.amount:,.2f} {self.currency}"


@dataclass(frozen=True)
class Share:
    """A fraction (0.25) inside a Text; rendered as a percentage."""

    fraction: float

    def __str__(self) -> str:
        return f"{100 * self.fraction:.1f} %"


@dataclass(frozen=True)
class Brought:
    """English words of a data file (the name of a format, why it feeds nothing) inside a Text; the file says them in the other languages."""

    words: str

    def __str__(self) -> str:
        return self.words


def _pack(value: Any) -> Any:
    if isinstance(value, Text):
        return {"$text": value.to_json()}
    if isinstance(value, Money):
        return {"$money": [value.amount, value.currency]}
    if isinstance(value, Share):
        return {"$share": value.fraction}
    if isinstance(value, Brought):
        return {"$brought": value.words}
    if isinstance(value, date):
        return {"$date": value.isoformat()}
    return value


def _unpack(packed: Any) -> Any:
    if not isinstance(packed, dict):
        return packed
    value = cast("dict[str, Any]", packed)
    if "$text" in value:
        return Text.from_json(value["$text"])
    if "$money" in value:
        return Money(*value["$money"])
    if "$share" in value:
        return Share(value["$share"])
    if "$brought" in value:
        return Brought(value["$brought"])
    return date.fromisoformat(value["$date"])


@dataclass(frozen=True)
class Problem:
    """Why a row was kept aside: where it stood, what it held, what is wrong and what to do.

    `raw` is the whole source row as read, so that it can be exported, mended and imported again.
    """

    file: str
    line: int
    field: str
    value: str
    reason: Text
    raw: tuple[str, ...] = ()


class UserError(Exception):
    """Something the person can mend: says what happened and what to do. Anything else that is raised is a bug."""

    def __init__(self, what: Text, advice: Text | None = None) -> None:
        super().__init__(str(what) if advice is None else f"{what} {advice}")
        self.what = what
        self.advice = advice


class Cancelled(Exception):
    """Raised by a progress callback when the person cancelled; the work in hand must leave nothing behind."""


@dataclass(frozen=True)
class KeptRow:
    """A row kept aside in a workspace: where it stands, which field's value was the trouble, why, and all its cells under their column names."""

    number: int
    import_id: int
    file: str
    line: int
    field: str
    value: str
    reason: Text
    cells: tuple[str, ...]
    header: tuple[str, ...] = ()
