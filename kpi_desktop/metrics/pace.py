"""A figure against its target: what holds in a period, what an unfinished period comes to at its end, and how likely the target is then.

An unfinished period is compared with the same share of the target, never with the whole. What grows row by row is projected by the share of the
period that had come by this day in earlier periods, else evenly by days; distinct people and money per head by how much they still grew in
earlier periods; rates, prices and scores are not projected.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.result import Course, Goal, Kpi, Member, Pace, Result, Scope, Standing, Unit
from kpi_desktop.metrics.stats import SMALL_SAMPLE
from kpi_desktop.model.decisions import Target
from kpi_desktop.model.problem import Text
from kpi_desktop.model.selection import Filter, Period, day_of

_YEARS, _PERIODS = 5, 12  # how far back earlier periods are asked
_YEAR = 360  # days that earlier periods reach back at least, to tell the shape of a period
_LEAST_PERIODS, _LEAST_RATIOS = 4, 3
_STEADY = 10  # rows of the pooled share that each earlier period's own share is drawn to
_BEHIND = 0.25  # a chance below this is "behind"; "ahead" is a range that lies wholly beyond the target (a chance above 0.9)
_LARGEST = 1e12
_SLACK = 10  # an earlier period may lack this part (one in ten) at its start before its first row

EVENLY = Text("Projected evenly by days: there is no year of earlier periods to tell the season from.")
NOT_PROJECTED = Text("Not projected: a rate, a price or a score stands at its value to date.")
TOO_FEW = Text("Not projected: it does not grow evenly by days, and fewer than three whole earlier periods tell how it grows.")


# -- which target holds ------------------------------------------------------------------------------------------------


def goal(kpi: Kpi, period: Period, filters: Sequence[Filter], targets: Iterable[Target], data: Dataset) -> Goal | None:
    """The target of a KPI in a period: its own, else (additive figures only) the share by days of the smallest larger period's target.

    Without filters the target of the whole, with one filter that of its member, with several none.
    """
    if len(filters) > 1:
        return None
    where = filters[0] if filters else None
    mine = [(Period.parse(t.period), t.value) for t in targets if t.kpi == kpi.id and _same(where, t, data)]
    for of, value in mine:
        if of == period:
            return Goal(value, period)
    around = [(of, value) for of, value in mine if of.first <= period.first and period.last <= of.last] if kpi.additive else []
    if not around:
        return None
    of, value = min(around, key=lambda found: found[0].days)
    return Goal(value * period.days / of.days, period, of)


def _same(where: Filter | None, target: Target, data: Dataset) -> bool:
    if where is None or not target.dimension:
        return where is None and not target.dimension
    return where.dimension == target.dimension and data.wanted(where) == data.wanted(Filter(target.dimension, target.member)) and (
        data.wanted(where) >= -1 or where.member == target.member)


def with_targets(members: tuple[Member, ...], kpi: Kpi, scope: Scope, by: str, targets: Sequence[Target]) -> tuple[Member, ...]:
    """The members of a breakdown, each with its target where one is set; under filters none, as a target speaks of the whole member."""
    if scope.view.filters or not any(t.kpi == kpi.id and t.dimension == by for t in targets):
        return members
    found = [goal(kpi, scope.period, (Filter(by, m.member),), targets, scope.view.data) for m in members]
    return tuple(m if g is None else replace(m, target=g.value) for m, g in zip(members, found, strict=True))


# -- against the target ------------------------------------------------------------------------------------------------


def follow(kpi: Kpi, scope: Scope, result: Result, aim: Goal) -> Pace | None:
    """How the figure stands against its target; None where there is no figure. `scope` is the whole period."""
    if result.value is None:
        return None
    found = _follow(kpi, scope, result, aim)
    return replace(found, word=_word(kpi, found.standing))


def _follow(kpi: Kpi, scope: Scope, result: Result, aim: Goal) -> Pace:
    assert result.value is not None
    today, period = scope.view.data.today, aim.period
    pace = Pace(aim, result.value, 1.0 if not period.unfinished(today) else (today - period.lo + 1) / period.days)
    if kpi.course is not Course.LEVEL and aim.value > 0:
        pace = replace(pace, share=result.value / aim.value)
    if not period.unfinished(today):
        return replace(pace, standing=Standing.REACHED if _good(kpi, result.value, aim.value) else Standing.MISSED)
    if kpi.course is Course.LEVEL:
        return replace(pace, standing=_level(kpi, result, aim.value), how=NOT_PROJECTED)
    if kpi.course is Course.SUM:
        return _counted(kpi, scope, pace)
    return _grown(kpi, scope, pace)


def _good(kpi: Kpi, value: float, target: float) -> bool:
    return value >= target if kpi.better > 0 else value <= target


def _level(kpi: Kpi, result: Result, target: float) -> Standing:
    """A rate against its target: within its interval the two cannot be told apart."""
    value = result.value or 0.0
    low, high = result.low if result.low is not None else value, result.high if result.high is not None else value
    if low <= target <= high:
        return Standing.ON_PACE
    return Standing.AHEAD if _good(kpi, value, target) else Standing.BEHIND


def _standing(kpi: Kpi, pace: Pace) -> Standing:
    target, low, high, chance = pace.goal.value, pace.low or 0.0, pace.high or 0.0, pace.chance or 0.0
    if kpi.better > 0 and pace.value >= target and kpi.unit is Unit.COUNT:
        return Standing.REACHED
    if low > target if kpi.better > 0 else high < target:
        return Standing.AHEAD
    return Standing.BEHIND if chance < _BEHIND else Standing.ON_PACE


# -- what has come by this day -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Earlier:
    """Whole earlier periods that the data speak of: what each had by the same share of its days, and at its end. `years` where they are this
    period of earlier years; `reach` says how many days before this period the first of them began."""

    parts: np.ndarray
    wholes: np.ndarray
    years: bool
    reach: int


def _earlier(kpi: Kpi, scope: Scope, elapsed: float, least_years: int) -> _Earlier:
    """This period of earlier years where there are enough of them, else the periods before this one."""
    years = [scope.period.year_before()]
    while len(years) < _YEARS:
        years.append(years[-1].year_before())
    found = _asked(kpi, scope, elapsed, years, years=True)
    return found if len(found.wholes) >= least_years else _asked(kpi, scope, elapsed, [scope.period.shift(-k) for k in range(1, _PERIODS + 1)], years=False)


def _asked(kpi: Kpi, scope: Scope, elapsed: float, periods: list[Period], *, years: bool) -> _Earlier:
    first, begun = scope.view.data.first_day, _begun(kpi, scope.view.data)
    periods = [p for p in dict.fromkeys(periods) if p.lo >= first and p.lo + p.days // _SLACK >= begun and p.hi < scope.period.lo and p.days > 1]
    cut = [Period(p.first, day_of(p.lo + max(1, min(p.days - 1, round(elapsed * p.days))) - 1)) for p in periods]
    values = kpi.trend([replace(scope, period=p, full=False) for p in (*cut, *periods)])
    known = [(p, a[0], b[0]) for p, a, b in zip(periods, values, values[len(cut):]) if a[0] is not None and b[0] is not None]
    reach = scope.period.lo - min((p.lo for p, _, _ in known), default=scope.period.lo)
    return _Earlier(np.array([a for _, a, _ in known]), np.array([b for _, _, b in known]), years, reach)


def _begun(kpi: Kpi, data: Dataset) -> int:
    """The first day of the tables that the figure needs: other tables may reach further back (contracts that were made long before), and a period in which
    its own rows began does not tell how a period goes."""
    groups = [[data.first_days[n.table] for n in group if n.table in data.first_days] for group in kpi.needs]
    return min((max(days) for days in groups if days), default=data.first_day)


def _said(earlier: _Earlier) -> Text:
    n = len(earlier.wholes)
    if earlier.years:
        return Text("Projected by the share that had come by this day in the same period of %n earlier year(s).", "", n)
    return Text("Projected by the share that had come by this day in the last %n period(s).", "", n)


# -- projections -------------------------------------------------------------------------------------------------------


def _counted(kpi: Kpi, scope: Scope, pace: Pace) -> Pace:
    """What grows row by row. With a share s of the period come and n rows there, n / s are expected; what is still to come is negative binomial
    (a Poisson count whose rate is known from n rows only, Jeffreys prior), mixed over the shares of the earlier periods."""
    earlier = _earlier(kpi, scope, pace.elapsed, 2)
    enough = earlier.years or (len(earlier.wholes) >= _LEAST_PERIODS and earlier.reach >= _YEAR)
    seasonal = enough and earlier.wholes.sum() >= SMALL_SAMPLE and earlier.parts.sum() > 0
    if seasonal:
        share = float(earlier.parts.sum() / earlier.wholes.sum())
        shares, weights = (earlier.parts + _STEADY * share) / (earlier.wholes + _STEADY), earlier.wholes / earlier.wholes.sum()
    else:
        share, shares, weights = pace.elapsed, np.array([pace.elapsed]), np.ones(1)
    shares = np.minimum(shares, 1.0)
    projected, n = pace.value / share, pace.value
    low, high = (min(projected, n + to_come(n, shares, weights, 0.1)), max(projected, n + to_come(n, shares, weights, 0.9)))
    lacking = pace.goal.value - n
    reach = 1.0 - at_most(n, shares, weights, float(np.ceil(lacking)) - 1)
    chance = reach if kpi.better > 0 else at_most(n, shares, weights, float(np.floor(lacking)))
    found = replace(pace, projected=projected, low=low, high=high, chance=chance, expected=pace.goal.value * share, how=_said(earlier) if seasonal else EVENLY)
    return replace(found, standing=_standing(kpi, found))


def at_most(n: float, shares: np.ndarray, weights: np.ndarray, more: float) -> float:
    """Probability that at most `more` rows are still to come after n, given the share of the period that has come (each with its weight).

    Posterior predictive of a Poisson count under Jeffreys' prior: negative binomial with size n + 1/2 and probability s.
    """
    from scipy.special import betainc

    if more < 0:
        return 0.0
    return float((weights * np.where(shares >= 1, 1.0, betainc(n + 0.5, more + 1, shares))).sum())


def to_come(n: float, shares: np.ndarray, weights: np.ndarray, level: float) -> float:
    """The smallest number of rows still to come that is not exceeded with probability `level`."""
    high = 1.0
    while at_most(n, shares, weights, high) < level and high < _LARGEST:
        high *= 2
    low = -1.0
    while high - low > 1:
        middle = float(np.floor((low + high) / 2))
        low, high = (low, middle) if at_most(n, shares, weights, middle) >= level else (middle, high)
    return high


def _grown(kpi: Kpi, scope: Scope, pace: Pace) -> Pace:
    """Distinct people or money per head: how much they still grew in earlier periods. The factor is taken for log-normal; the range is the
    prediction interval of one more period (Student's t)."""
    from scipy.special import stdtr, stdtrit

    earlier = _earlier(kpi, scope, pace.elapsed, _LEAST_RATIOS)
    there = (earlier.parts > 0) & (earlier.wholes > 0)
    n = int(there.sum())
    if n < _LEAST_RATIOS or pace.value <= 0:
        return replace(pace, how=TOO_FEW)
    logs = np.log(earlier.wholes[there] / earlier.parts[there])
    mean, width = float(logs.mean()), float(logs.std(ddof=1) * np.sqrt(1 + 1 / n))
    reach = float(stdtrit(n - 1, 0.9)) * width
    low, high = pace.value * np.exp(mean - reach), pace.value * np.exp(mean + reach)
    if kpi.unit is Unit.COUNT:
        low = max(low, pace.value)  # people who were counted stay counted
    chance = None
    if pace.goal.value > 0:
        gap = mean + np.log(pace.value / pace.goal.value)
        above = float(stdtr(n - 1, gap / width)) if width > 0 else float(gap >= 0)
        chance = above if kpi.better > 0 else 1 - above
    how = _said(replace(earlier, wholes=earlier.wholes[there]))
    found = replace(pace, projected=float(pace.value * np.exp(mean)), low=float(low), high=float(high), chance=chance,
                    expected=pace.goal.value / float(np.exp(mean)), how=how)
    return replace(found, standing=_standing(kpi, found)) if chance is not None else found


# -- in words ----------------------------------------------------------------------------------------------------------

STANDINGS = {Standing.REACHED: Text("reached"), Standing.MISSED: Text("missed"), Standing.AHEAD: Text("ahead"), Standing.ON_PACE: Text("on pace"),
             Standing.BEHIND: Text("behind")}
_LEVELS = {Standing.AHEAD: Text("better than the target"), Standing.BEHIND: Text("short of the target"),
           Standing.ON_PACE: Text("within noise of the target")}


def _word(kpi: Kpi, standing: Standing | None) -> Text | None:
    if standing is None:
        return None
    return _LEVELS.get(standing, STANDINGS[standing]) if kpi.course is Course.LEVEL else STANDINGS[standing]
