"""What a figure is and what it carries: a KPI's declaration, its result, and the snapshot that every screen draws."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from kpi_desktop.model.problem import Text
from kpi_desktop.model.selection import Options, Period, Selection

if TYPE_CHECKING:
    import numpy as np

    from kpi_desktop.metrics.dataset import View


class Unit(StrEnum):
    """What a value is counted in; decides its format."""

    COUNT = "count"      # people or things
    MONEY = "money"      # the workspace's currency
    RATE = "rate"        # a fraction, 0.25 is 25 %
    POINTS = "points"    # NPS, -100..100
    DAYS = "days"
    FACTOR = "factor"    # a plain ratio such as ROMI


@dataclass(frozen=True)
class Need:
    """A table and the fields without which a figure says "no data"; several groups in `Kpi.needs` are alternatives."""

    table: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Rows:
    """Rows of one table by their row ids (int64 array)."""

    table: str
    ids: np.ndarray


@dataclass(frozen=True, eq=False)
class LeftOut:
    """Rows that a figure could not take, and why."""

    reason: Text
    rows: Rows


@dataclass(frozen=True)
class Beside:
    """A figure that stands beside the headline in the detail of a KPI; `key` is its stable name in JSON."""

    key: str
    label: Text
    value: float | None
    unit: Unit
    low: float | None = None
    high: float | None = None
    n: int | None = None


@dataclass(frozen=True)
class Grid:
    """A small table that a KPI shows beside its headline: `columns` are (key, label, unit or None for text), rows hold raw values."""

    key: str
    title: Text
    columns: tuple[tuple[str, Text, Unit | None], ...]
    rows: tuple[tuple[Any, ...], ...]


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


@dataclass(frozen=True)
class Scope:
    """Where a KPI is computed: a view of the data (filters applied), a period and the settings in force."""

    view: View
    period: Period
    options: Options = Options()


@dataclass(frozen=True)
class Kpi:
    """Declares one KPI, once; cards, detail, report, command line and help all iterate these.

    `compute(scope)` gives the full result; `trend(scopes)` gives one light (value, low, high) per scope for the trend line;
    `breakdown(scope, dimension)` the members, in the order to show. `test(now, then)` says whether a change is more than noise
    (None: no test exists). `better` is +1 where higher is better, -1 where lower is.
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
    numerator: Text = Text("numerator")
    denominator: Text = Text("denominator")


TrendValue = tuple[float | None, float | None, float | None]


@dataclass(frozen=True)
class TrendPoint:
    """One point of a trend: a period with its value and interval."""

    period: Period
    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class KpiState:
    """A KPI as a screen shows it. `missing` says what to import where there is no data."""

    kpi: Kpi
    result: Result
    compared: Result | None = None
    change: float | None = None
    significant: bool | None = None
    trend: tuple[TrendPoint, ...] = ()
    breakdown: tuple[Member, ...] = ()
    missing: Text | None = None


@dataclass(frozen=True)
class Snapshot:
    """All ten KPIs for one selection, in the registry's order."""

    selection: Selection
    compared: Period | None
    currency: str
    kpis: tuple[KpiState, ...]
    revision: int = 0

    def state(self, kpi_id: str) -> KpiState:
        """The state of one KPI; KeyError where it was not computed."""
        for state in self.kpis:
            if state.kpi.id == kpi_id:
                return state
        raise KeyError(kpi_id)
