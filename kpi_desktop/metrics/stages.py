"""What a funnel is: its stages, the members it is split by, two of them side by side, and who is stuck."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kpi_desktop.metrics.rows import LeftOut, Rows
from kpi_desktop.model.problem import Text
from kpi_desktop.model.selection import Period

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True)
class Stage:
    """One stage of a funnel. `count` None is "no data" (for visitors from aggregated exports: the range `low`..`high`).

    Rates are fractions from the previous stage that has data, with 95 % intervals; `expected_rate` is the Kaplan-Meier rate at
    maturity (cohort reading), `maturing` says that the raw rate has not had its time. Days are from the previous stage:
    median and the 80 % range. `inferred` counts people who passed the stage without a date of their own.
    """

    id: str
    label: Text
    count: float | None
    low: float | None = None
    high: float | None = None
    rate_from_previous: float | None = None
    rate_low: float | None = None
    rate_high: float | None = None
    cumulative_rate: float | None = None
    median_days: float | None = None
    days_low: float | None = None
    days_high: float | None = None
    expected_rate: float | None = None
    expected_low: float | None = None
    expected_high: float | None = None
    maturing: bool = False
    inferred: int = 0


@dataclass(frozen=True)
class Bottleneck:
    """The step whose improvement to its own best quarter (or channel) would win the most deals."""

    stage: str
    rate: float
    best_rate: float
    best: Text
    more_won: float


@dataclass(frozen=True)
class FunnelMember:
    """One member of a funnel's breakdown, with the same stages in the same order."""

    member: str
    stages: tuple[Stage, ...]


@dataclass(frozen=True)
class Funnel:
    """A funnel in one reading: "period" (what happened in the period) or "cohort" (the period's leads, as far as they have come)."""

    mode: str
    period: Period
    stages: tuple[Stage, ...]
    members: tuple[FunnelMember, ...] = ()
    bottleneck: Bottleneck | None = None
    warnings: tuple[Text, ...] = ()
    by: str | None = None
    aside: tuple[LeftOut, ...] = ()
    """The rows behind the warnings of dates that are missing or out of order."""


@dataclass(frozen=True)
class Step:
    """One stage of both funnels. `difference` is left minus right of the rates from the stage before; `differs` what the two-proportion test says of
    it (p < 0.05; None: no test, as a rate of different people may exceed 1); `small`: one of them has under 30 at the stage before."""

    left: Stage
    right: Stage
    difference: float | None = None
    differs: bool | None = None
    small: bool = False


@dataclass(frozen=True)
class Pair:
    """Two funnels of one reading: what each is of (a period, or the member of a dimension) and their steps."""

    left: Period | Text | str
    right: Period | Text | str
    steps: tuple[Step, ...]
    by: str | None = None


@dataclass(frozen=True, eq=False)
class Stuck:
    """Rows that are stuck at a stage, the longest first: leads, at the stage "deals" open deals (`places` are their positions
    in the table). `days` each waits there by `today` (a day number),
    all of them more than `limit`: the 80th percentile of the days that the next step took over all leads in the data (of deals: created to won)."""

    stage: str
    rows: Rows
    places: np.ndarray
    days: np.ndarray
    limit: float
    today: int
