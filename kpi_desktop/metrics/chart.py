"""What a chart shows, before anyone draws it."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.decisions import Note
from kpi_desktop.model.problem import Text
from kpi_desktop.model.selection import Period


@dataclass(frozen=True)
class Series:
    """One line or set of bars of a chart: a value per label (None: a gap), with an interval where one is known.

    `role` chooses the colour: "accent" (this period), "comparison", "better", "worse", "quiet", or "category" (Okabe-Ito in order).
    Where a chart writes beside each value of each series, `notes` says what; `highlight` is the value to mark, `key` what choosing the series means.
    """

    label: Text | str
    values: tuple[float | None, ...]
    low: tuple[float | None, ...] = ()
    high: tuple[float | None, ...] = ()
    role: str = "accent"
    notes: tuple[Text | str, ...] = ()
    highlight: int | None = None
    key: str = ""


@dataclass(frozen=True)
class Mark:
    """Something that happened, flagged on a chart: the place on the category axis, its number there, and what was noted."""

    at: int
    number: int
    note: Note


@dataclass(frozen=True)
class Chart:
    """What a chart shows, before anyone draws it. `kind` names its drawer in `charts.CHARTS`.

    `labels` are the places on the category axis (a Period is spelled for the language), `notes` one short text per label beside or
    between the bars, `reference` a line to compare with (a ceiling, the compared period), `target` the line to reach, `highlight` the label
    to mark with `mark`, `marks` flags of what happened, `unfinished` whether the last value is only to date, `description` the finding in
    words, for screen readers and tagged PDFs.
    """

    kind: str
    title: Text
    labels: tuple[Period | Text | str, ...]
    series: tuple[Series, ...]
    unit: Unit
    currency: str
    description: Text
    reference: float | None = None
    reference_label: Text | None = None
    notes: tuple[Text | str, ...] = ()
    highlight: int | None = None
    mark: Text | None = None
    roles: tuple[str, ...] = ()
    """A colour role per label, where the labels differ (a verdict's)."""
    target: float | None = None
    marks: tuple[Mark, ...] = ()
    unfinished: bool = False
    apart: bool = False
    """The series of a heat map are figures of their own, each on its own scale."""
