"""What is found out about the state of the data: values that screens draw, free of numpy, so that a window can be built without it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kpi_desktop.metrics.result import Kpi
from kpi_desktop.metrics.rows import Rows
from kpi_desktop.model.problem import Text

KINDS = {"order": Text("Dates out of order"), "orphan": Text("Points nowhere"), "gap": Text("Months without rows"), "jump": Text("Sudden change")}


@dataclass(frozen=True)
class Jump:
    """A month that has far more or far fewer rows than those around it."""

    month: date
    rows: int
    usual: float


@dataclass(frozen=True)
class Coverage:
    """Where a table's rows lie in time: rows per month from the first to the last, months without rows among them, and jumps.

    `rows` counts all rows, also those without a date; a cost or a quota over several months covers each of them.
    """

    table: str
    rows: int
    first: date | None = None
    counts: tuple[int, ...] = ()
    gaps: tuple[date, ...] = ()
    jumps: tuple[Jump, ...] = ()

    @property
    def months(self) -> tuple[date, ...]:
        """The months of `counts`."""
        start = month_number(self.first) if self.first is not None else 0
        return tuple(first_day(start + k) for k in range(len(self.counts)))


@dataclass(frozen=True)
class Blank:
    """A field that some rows leave blank: the share of them, and the rows."""

    table: str
    field: str
    share: float
    rows: Rows


@dataclass(frozen=True)
class Finding:
    """Something to look at, of a kind of KINDS, with the rows where there are some; `count` says how many rows or months."""

    kind: str
    table: str
    what: Text
    count: int
    rows: Rows | None = None


@dataclass(frozen=True)
class KpiNeeds:
    """What a KPI lacks to be computed (nothing: it can be), and the table whose import would mend it first."""

    kpi: Kpi
    missing: tuple[Text, ...] = ()
    table: str = ""


@dataclass(frozen=True)
class Health:
    """The state of the data, table by table."""

    tables: tuple[Coverage, ...]
    findings: tuple[Finding, ...]
    blanks: tuple[Blank, ...]
    kpis: tuple[KpiNeeds, ...]


def month_number(day: date) -> int:
    """Months since the year 0."""
    return (day.year - 1970) * 12 + day.month - 1


def first_day(month: int) -> date:
    """The first day of a month of `month_number`."""
    return date(1970 + month // 12, month % 12 + 1, 1)
