"""What a person decides, kept beside the imported rows and never overwritten by them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

ANY_WORD = "*"
"""Stands in a value map for every word that is neither translated nor known."""


@dataclass(frozen=True)
class Rule:
    """Where one field's value comes from: the source columns (joined by `joiner`), or one constant for every row.

    With a `separator` the text is split, and `part` says which piece is taken: 1 the first, -1 the last; blank where there is no such piece.
    """

    columns: tuple[str, ...] = ()
    constant: str | None = None
    joiner: str = " "
    separator: str = ""
    part: int = 1

    @property
    def plain(self) -> bool:
        """Whether the field is one column as it stands."""
        return len(self.columns) == 1 and not self.separator

    def text(self, cells: Sequence[str]) -> str:
        """The field's source text, from the cells of `columns` in their order."""
        if not self.columns:
            return self.constant or ""
        whole = cells[0] if len(cells) == 1 else self.joiner.join(bare for c in cells if (bare := c.strip()))
        if not self.separator:
            return whole
        pieces = whole.split(self.separator)
        at = self.part if self.part < 0 else self.part - 1
        return pieces[at].strip() if -len(pieces) <= at < len(pieces) and self.part else ""


@dataclass(frozen=True)
class TableMapping:
    """How a file's columns feed one table. `values[field]` translates source words, `ANY_WORD` those that nobody knows;
    `only` keeps rows by a column's values."""

    table: str
    fields: dict[str, Rule] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    only: dict[str, tuple[str, ...]] = field(default_factory=dict)
    skip: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Mapping:
    """How a file is read: the tables it feeds and what its text does not say by itself.

    `dates` is "dmy", "mdy", "ymd" or "" (inferred); `decimal` is "comma", "point" or "" (inferred).
    """

    name: str
    tables: tuple[TableMapping, ...]
    dates: str = ""
    decimal: str = ""
    currency: str = ""


@dataclass(frozen=True)
class Verdict:
    """The person's own verdict on a practice; wins over the computed one, which is kept and shown beside it."""

    practice_kind: str
    practice: str
    verdict: str
    note: str = ""


@dataclass(frozen=True)
class Target:
    """A goal for a KPI in a period, optionally for one member of a dimension."""

    kpi: str
    period: str
    value: float
    dimension: str = ""
    member: str = ""


@dataclass(frozen=True)
class Note:
    """What happened on a day, flagged on the charts; of one KPI, or of one member of a dimension, where they are given."""

    day: date
    text: str
    kpi: str = ""
    dimension: str = ""
    member: str = ""


@dataclass(frozen=True)
class SavedView:
    """What is looked at, under a name. `period` is a code (2025-Q3), or a kind that follows the data: "quarter" the one their last day lies in,
    "quarter-1" the last whole one. `filters` are (dimension, member) pairs; `tab` says which tab, `kpi` which figure is open in it."""

    name: str
    period: str
    compare: str = "previous"
    filters: tuple[tuple[str, str], ...] = ()
    by: str = ""
    tab: str = "overview"
    kpi: str = ""


@dataclass(frozen=True)
class Merge:
    """Names of one dimension that the person calls one thing; the imported rows stay as written."""

    dimension: str
    name: str
    canonical: str


@dataclass(frozen=True)
class Rate:
    """How many units of the workspace's currency one unit of `currency` is worth in the month that starts on `month`."""

    currency: str
    month: date
    rate: float


@dataclass(frozen=True)
class LoggedImport:
    """One line of the import log."""

    import_id: int
    file: str
    format: str
    at: str
    read: int
    counts: dict[str, dict[str, int]]
    kept_aside: int


Settings = dict[str, Any]


@dataclass(frozen=True)
class NameRule:
    """Proposes one name for all names of a kind ("channel", "campaign", "company", "person") of which `how` holds with `text`.

    `how` is "contains", "begins", "equals" or "matches" (a regular expression); the first rule that speaks of a name decides.
    """

    kind: str
    how: str
    text: str
    canonical: str
