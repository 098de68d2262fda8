"""What each screen draws: frozen values that the session hands over, and nothing a widget would have to compute."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from kpi_desktop.app.wanted import Beside
from kpi_desktop.metrics.chart import Chart, Mark
from kpi_desktop.metrics.result import Grid, KpiState, Parts, Snapshot, Unit
from kpi_desktop.metrics.rows import LeftOut, Rows
from kpi_desktop.metrics.stages import Funnel, Pair, Stuck
from kpi_desktop.model.batch import ImportReport
from kpi_desktop.model.decisions import LoggedImport, Mapping, Rate
from kpi_desktop.model.plans import Thresholds
from kpi_desktop.model.problem import KeptRow, Problem, Text
from kpi_desktop.model.schema import Field
from kpi_desktop.model.selection import Selection
from kpi_desktop.planning.practices import Review


@dataclass(frozen=True)
class Changes:
    """What is different now: the tables whose rows changed, a new workspace, the selection, the language or decisions."""

    tables: frozenset[str] = frozenset()
    opened: bool = False
    selection: bool = False
    language: bool = False
    decisions: bool = False


@dataclass(frozen=True)
class Busy:
    """Work in hand: what, how far (0..1, None unknown) and whether it can be cancelled; rows a second and seconds left where they can be told."""

    what: Text
    done: float | None
    can_cancel: bool
    rows_a_second: float | None = None
    seconds_left: float | None = None


@dataclass(frozen=True)
class Trouble:
    """Something the person can mend (`what`, `advice`), or a bug with its `traceback`."""

    what: Text
    advice: Text | None = None
    traceback: str = ""


@dataclass(frozen=True)
class Overview:
    """The ten cards. `span` is the first and last day of the data, None in an empty workspace."""

    snapshot: Snapshot
    span: tuple[date, date] | None
    empty: bool


@dataclass(frozen=True)
class DetailShown:
    """One KPI in full: `state` carries result, trend, breakdown and explanation, `why` draws the last.

    `dimensions` are those it can be broken down by (key, label); `parts` is that breakdown as it is read; `grids` are
    the small tables with their charts. `target` says how it stands against its target; `marks` are the notes flagged on the trend. `provenance` says
    in short where the figure comes from, `left_out` each reason for leaving rows out; `warnings` are those that nothing else on the screen says.
    """

    selection: Selection
    state: KpiState
    currency: str
    trend: Chart | None
    why: Chart | None
    bars: Chart | None
    dimensions: tuple[tuple[str, Text], ...]
    formula: Text
    provenance: tuple[Text, ...]
    left_out: tuple[Text, ...] = ()
    coverage: Text | None = None
    warnings: tuple[Text, ...] = ()
    small: bool = False
    parts: Parts | None = None
    grids: tuple[tuple[Grid, Chart | None], ...] = ()
    target: tuple[Text, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class RowsPart:
    """Rows of one table, readable: `columns` end with file and line, `figures` says which hold numbers; `total` counts all rows, `rows` are the first."""

    label: Text
    columns: Sequence[Text]
    figures: tuple[bool, ...]
    rows: tuple[tuple[Any, ...], ...]
    total: int


@dataclass(frozen=True, eq=False)
class RowsShown:
    """Rows behind a figure, part by part; `groups` are what they were asked by, to export them all."""

    title: Text
    parts: tuple[RowsPart, ...]
    groups: tuple[Rows | LeftOut | Stuck, ...]


@dataclass(frozen=True)
class Written:
    """Tables that were exported: the files and how many rows they hold."""

    files: tuple[Path, ...]
    rows: int


@dataclass(frozen=True, eq=False)
class StuckShown:
    """Who is stuck at one stage: `columns` with their units, the first `rows` (the longest first) and all of them as `found`, to be exported."""

    found: Stuck
    columns: tuple[tuple[Text, Unit | None], ...]
    rows: tuple[tuple[Any, ...], ...]

    @property
    def total(self) -> int:
        """How many are stuck there."""
        return len(self.found.rows.ids)


@dataclass(frozen=True)
class FunnelShown:
    """The funnel in one reading, with the earlier period beside it (None without comparison) and its chart.

    `beside` is what was asked for, with what was chosen for it where nothing was said. `stuck` counts by stage id; `waiting` lists one of them.
    `step_days` is the distribution of one step's days, `pair` two funnels side by side, `multiples` the breakdown as small funnels. `behind` holds the rows
    of each stage's count.
    """

    selection: Selection
    funnel: Funnel
    compared: Funnel | None
    chart: Chart
    dimensions: tuple[tuple[str, Text], ...]
    beside: Beside = Beside()
    stuck: tuple[tuple[str, int], ...] = ()
    today: date | None = None
    step_days: Chart | None = None
    pair: Pair | None = None
    pair_chart: Chart | None = None
    members: tuple[str, ...] = ()
    multiples: Chart | None = None
    waiting: StuckShown | None = None
    behind: tuple[tuple[Rows, ...], ...] = ()


@dataclass(frozen=True)
class Turned:
    """A practice whose computed verdict is another under the thresholds that are tried; `own` where the person's verdict stays in force."""

    name: Text | str
    before: str
    after: str
    own: bool


@dataclass(frozen=True)
class PlannerShown:
    """Practices with verdicts, and the pictures that place them: `chart` by cost per SQL, `bubbles` by cost, quality and spend.

    `kept` are the thresholds in force; the review is made with those that are tried out where they differ, and `turned` tells what that changes.
    """

    selection: Selection
    review: Review
    chart: Chart | None
    currency: str
    bubbles: Chart | None = None
    kept: Thresholds = Thresholds()
    turned: tuple[Turned, ...] = ()


@dataclass(frozen=True)
class Preview:
    """One table as the mapping would fill it: the fields that are fed and the first rows as values to be rendered. In the fields `hidden` hashes stand
    for persons."""

    table: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Any, ...], ...]
    hidden: frozenset[str] = frozenset()


@dataclass(frozen=True)
class FileShown:
    """A file on the import list. `state` is reading, ready, decide (something is missing), importing, done or failed.

    `header` with `sample` are the source as read; `mapping` is how it is understood; `previews` what would come in; `problems` the rows of the
    sample that would be kept aside; `trouble` says why it cannot be read; `report` what its import did. `format` is for `i18n.read_as`.
    `refused` says why it can feed no table, `notes` what to know of figures made from it. `asks` names what
    the doubts ask for: the order of "dates", the "decimal" sign, or what "words" mean.
    """

    file_id: int
    path: Path
    state: str
    format: Text | str = ""
    about: Text | None = None
    header: tuple[str, ...] = ()
    sample: tuple[tuple[int, tuple[str, ...]], ...] = ()
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    mapping: Mapping | None = None
    score: float = 0.0
    doubts: tuple[Text, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()
    previews: tuple[Preview, ...] = ()
    problems: tuple[Problem, ...] = ()
    trouble: Trouble | None = None
    report: ImportReport | None = None
    refused: Text | None = None
    notes: tuple[Text, ...] = ()
    asks: tuple[str, ...] = ()


@dataclass(frozen=True)
class ImportShown:
    """The import tab: files on their way and the log of imports, the newest first; rows held per table; the watched folder; what lay in the last
    folder beside its exports and was not read."""

    files: tuple[FileShown, ...]
    log: tuple[LoggedImport, ...]
    rows: tuple[tuple[Text, int], ...]
    workspace: Path | None
    currency: str = "EUR"
    watched: Path | None = None
    beside: tuple[Path, ...] = ()


@dataclass(frozen=True)
class ReportShown:
    """A finished PDF; `temporary` where it was made to be printed."""

    path: Path
    pages: int
    temporary: bool


@dataclass(frozen=True)
class KeptShown:
    """The rows kept aside, the latest import first; `total` counts all. `columns` names the source columns that fed a field, by import and field."""

    rows: tuple[KeptRow, ...]
    total: int
    columns: dict[tuple[int, str], tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Retried:
    """What came of trying rows again: how many came in, and how many did not."""

    mended: int
    still: int


@dataclass(frozen=True)
class Exported:
    """The files that were written."""

    files: tuple[Path, ...]


@dataclass(frozen=True)
class RatesShown:
    """The workspace's currency and the rates into it, by currency and month."""

    currency: str
    rates: tuple[Rate, ...]
