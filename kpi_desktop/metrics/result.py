"""What a figure is and what it carries: a KPI's declaration, its result, and the snapshot that every screen draws."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from kpi_desktop.metrics.forms import SMALL_SAMPLE, Choice, Form
from kpi_desktop.metrics.rows import LeftOut, Rows
from kpi_desktop.model.problem import Text
from kpi_desktop.model.selection import Options, Period, Selection

if TYPE_CHECKING:

    from kpi_desktop.metrics.dataset import View


class Unit(StrEnum):
    """What a value is counted in; decides its format."""

    COUNT = "count"      # people or things
    MONEY = "money"      # the workspace's currency
    RATE = "rate"        # a fraction, 0.25 is 25 %
    POINTS = "points"    # NPS, -100..100
    DAYS = "days"
    FACTOR = "factor"    # a plain ratio such as ROMI


class Course(StrEnum):
    """How a figure moves while its period runs; decides how an unfinished one is projected to its end."""

    SUM = "sum"          # grows row by row: what is still to come is counted on top
    GROWS = "grows"      # grows, but not by adding parts (distinct people, money per head)
    LEVEL = "level"      # a rate, a price or a score: it is what it is to date


@dataclass(frozen=True)
class Need:
    """A table and the fields without which a figure says "no data"; several groups in `Kpi.needs` are alternatives."""

    table: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Beside:
    """A figure that stands beside the headline in the detail of a KPI; `key` is its stable name in JSON, `how` its formula with the numbers put in,
    `behind` the rows that it is worked out from."""

    key: str
    label: Text
    value: float | None
    unit: Unit
    low: float | None = None
    high: float | None = None
    n: int | None = None
    how: Text | None = None
    behind: tuple[Rows, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Grid:
    """A small table that a KPI shows beside its headline: `columns` are (key, label, unit or None for text), rows hold raw values.

    `form` says how it is drawn; `of` names the dimension whose members its first column holds (one without a form repeats the breakdown by it);
    `upright`: its rows stand side by side, as columns; `behind` are the rows of the data that it lists.
    """

    key: str
    title: Text
    columns: tuple[tuple[str, Text, Unit | None], ...]
    rows: tuple[tuple[Any, ...], ...]
    form: Form | None = None
    of: str = ""
    upright: bool = False
    behind: tuple[Rows, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Result:
    """One computed figure. `value` None is "no data" (or a range in low..high); 0 is a zero.

    `note` is the one line under the value on a card. `details` is JSON-able and goes to `kpis --json` as it is.
    """

    value: float | None
    numerator: float | None = None
    denominator: float | None = None
    n: int = 0
    low: float | None = None
    high: float | None = None
    note: Text | None = None
    warnings: tuple[Text, ...] = ()
    beside: tuple[Beside, ...] = ()
    grids: tuple[Grid, ...] = ()
    used: tuple[Rows, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    details: Mapping[str, Any] = field(default_factory=dict)
    coverage: Text | None = None
    """What part of all there is the figure speaks for, where that is known."""
    sample: Any = None
    """What the significance test of a mean resamples (a float array), never shown."""


NO_DATA = Result(None)


@dataclass(frozen=True)
class Member:
    """One member of a breakdown."""

    member: str
    value: float | None
    numerator: float | None = None
    denominator: float | None = None
    n: int = 0
    low: float | None = None
    high: float | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    target: float | None = None
    note: Text | None = None

    @property
    def small(self) -> bool:
        """Whether its value rests on fewer than 30 observations."""
        return self.value is not None and self.n < SMALL_SAMPLE


@dataclass(frozen=True)
class Scope:
    """Where a KPI is computed: a view of the data (filters applied), a period and the settings in force.

    `full` asks for all that stands beside the headline; without it only the headline, its note and what its test needs.
    """

    view: View
    period: Period
    options: Options = Options()
    full: bool = True


@dataclass(frozen=True)
class Cause:
    """Something that moves a figure. `key` is its name in JSON, `label` stands under its bar; `more` and `less` say in a sentence, after
    "because", that it grew or shrank."""

    key: str
    label: Text
    more: Text
    less: Text


@dataclass(frozen=True)
class Effect:
    """How much of a change comes from one cause, in the figure's own unit; `member` None is all members together.

    `turned`: the figure goes down where the cause grows.
    """

    cause: Cause
    member: str | Text | None
    amount: float
    turned: bool = False


@dataclass(frozen=True)
class Why:
    """Declares how a KPI's changes are explained. `split(now, then, by)` gives effects that sum to the change, or the reason why there are none.

    `by` are the dimensions whose members it can tell apart, the best default first, where the rows of `table(view)` carry them; with None
    `split` does without, or knows its own parts. `method` says in a sentence how the change is split.
    """

    split: Callable[[Scope, Scope, str | None], tuple[Effect, ...] | Text]
    by: tuple[str, ...]
    table: Callable[[View], str | None]
    method: Text


@dataclass(frozen=True)
class Explanation:
    """Why a figure changed: effects that sum to the change, with one sentence. No effects: the sentence says why there are none.

    `by` is the dimension of the members; `steps` are the effects as a waterfall shows them: one for each cause, or for each member
    where there is but one cause.
    """

    sentence: Text
    effects: tuple[Effect, ...] = ()
    steps: tuple[Effect, ...] = ()
    by: str | None = None
    method: Text | None = None


@dataclass(frozen=True)
class Kpi:
    """Declares one KPI, once; cards, detail, report, command line and help all iterate these.

    `compute(scope)` gives the full result; `trend(scopes)` gives one light (value, low, high) per scope for the trend line;
    `breakdown(scope, dimension)` the members, in the order to show. `test(now, then)` says whether a change is more than noise
    (None: no test exists). `why` says what a change comes from. `better` is +1 where higher is better, -1 where lower is. `course` says how the
    figure moves while its period runs; `booked_ahead` that its rows may lie in the future: an unfinished period's comparison counts them up to today only.
    `choices` are the settings that its detail offers, `columns` (key of `Member.details`, label, unit) what a breakdown tells of each member besides.
    """

    id: str
    number: int
    label: Text
    help: Text
    formula: Text
    unit: Unit
    better: int
    additive: bool
    needs: tuple[tuple[Need, ...], ...]
    dimensions: tuple[str, ...]
    compute: Callable[[Scope], Result]
    trend: Callable[[list[Scope]], list[TrendValue]]
    breakdown: Callable[[Scope, str], tuple[Member, ...]]
    test: Callable[[Result, Result], bool | None]
    why: Why
    numerator: Text = Text("numerator")
    denominator: Text = Text("denominator")
    course: Course = Course.LEVEL
    booked_ahead: bool = False
    choices: tuple[Choice, ...] = ()
    columns: tuple[tuple[str, Text, Unit | None], ...] = ()


TrendValue = tuple[float | None, float | None, float | None]


@dataclass(frozen=True)
class TrendPoint:
    """One point of a trend: a period with its value and interval; `unfinished` where its value is only to date."""

    period: Period
    value: float | None
    low: float | None = None
    high: float | None = None
    unfinished: bool = False


@dataclass(frozen=True)
class Goal:
    """The target that holds for a KPI in a period; `derived` is the larger period whose target it is a share of, by days."""

    value: float
    period: Period
    derived: Period | None = None


class Standing(StrEnum):
    """How a figure stands against its target."""

    REACHED = "reached"
    MISSED = "missed"
    AHEAD = "ahead"
    ON_PACE = "on_pace"
    BEHIND = "behind"


@dataclass(frozen=True)
class Pace:
    """A figure against its target. `share` is how much of the target is there, `elapsed` how much of the period's time has passed.

    `projected` is the figure at the period's end with its 80 % range, `chance` the probability that the target is reached then, `expected` what
    should be there by today, `how` what the projection rests on, or why there is none. `standing` None: it cannot be told yet; `word` says it.
    """

    goal: Goal
    value: float
    elapsed: float
    share: float | None = None
    expected: float | None = None
    projected: float | None = None
    low: float | None = None
    high: float | None = None
    chance: float | None = None
    standing: Standing | None = None
    word: Text | None = None
    how: Text | None = None


@dataclass(frozen=True)
class KpiState:
    """A KPI as a screen shows it. `missing` says what to import where there is no data, `wanted` names the table."""

    kpi: Kpi
    result: Result
    compared: Result | None = None
    change: float | None = None
    significant: bool | None = None
    trend: tuple[TrendPoint, ...] = ()
    breakdown: tuple[Member, ...] = ()
    missing: Text | None = None
    goal: Goal | None = None
    pace: Pace | None = None
    explanation: Explanation | None = None
    """Why it changed; worked out only where it is asked for."""
    wanted: str = ""


@dataclass(frozen=True)
class Parts:
    """A breakdown's first members, then all others as one (`rest` says of how many) and the total.

    `other` is None where nothing is left over, or where the parts do not make up the whole; `note` then says so.
    """

    first: tuple[Member, ...]
    other: Member | None
    rest: int
    total: Member
    note: Text | None = None


@dataclass(frozen=True)
class Snapshot:
    """All ten KPIs for one selection, in the registry's order. `compared` holds the days that are compared with; `so_far` the days of the
    selection that have passed, where it has not ended (None: it has, or has not begun)."""

    selection: Selection
    compared: Period | None
    currency: str
    kpis: tuple[KpiState, ...]
    revision: int = 0
    so_far: Period | None = None

    def state(self, kpi_id: str) -> KpiState:
        """The state of one KPI; KeyError where it was not computed."""
        for state in self.kpis:
            if state.kpi.id == kpi_id:
                return state
        raise KeyError(kpi_id)
