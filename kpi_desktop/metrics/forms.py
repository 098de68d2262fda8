"""How what stands beside a headline is drawn, and what a person may set there; declared by the KPIs, free of any widget."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_desktop.model.problem import Text

SMALL_SAMPLE = 30
FEW = Text("small sample")


@dataclass(frozen=True)
class Form:
    """How a small table is drawn: `kind` names a drawer of `charts.CHARTS`, `columns` the columns drawn, by key (a heat map has several).

    `apart`: a heat map's columns are figures of their own, each named and shaded on its own scale.
    `low` and `high` are the columns of the interval, `size` the one that stands beside a heat map's rows, `roles` a colour role per row,
    `backwards` draws the last row first. `points` are the places of a curve (name, cumulative share) where the table lists only some of them;
    `highlight` is the place that `mark` tells of. `wide`: the picture says all the figures, the table stands behind a switch.
    """

    kind: str
    columns: tuple[str, ...] = ()
    low: str = ""
    high: str = ""
    size: str = ""
    roles: tuple[str, ...] = ()
    backwards: bool = False
    points: tuple[tuple[str, float], ...] = ()
    highlight: int | None = None
    mark: Text | None = None
    wide: bool = False
    apart: bool = False


@dataclass(frozen=True)
class Choice:
    """A setting that changes a KPI's figures, set in its detail: `option` is the field of `model.selection.Options`.

    With `entries` (value, name) one is chosen; without, a number from `least` to `most` is typed: whole days, or a factor where `whole` is False.
    An empty field goes back to what is proposed. `proposed` is the key of the figure beside the headline that holds the proposal; where that has no
    value there is nothing to set.
    """

    option: str
    label: Text
    help: Text
    entries: tuple[tuple[str, Text], ...] = ()
    least: float = 0
    most: float = 0
    whole: bool = True
    proposed: str = ""
