"""KPI 6: effectiveness of the sales team, never of a person."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from kpi_desktop.metrics.dataset import LOST, OPEN, WON, Dataset, View
from kpi_desktop.metrics.effects import OTHER, chain, quotient
from kpi_desktop.metrics.figures import cannot, count, light, listed, rate, ratio, tally, told
from kpi_desktop.metrics.links import days_between, median
from kpi_desktop.metrics.result import NO_DATA, Beside, Cause, Course, Effect, Grid, Kpi, Member, Need, Result, Scope, Unit, Why
from kpi_desktop.metrics.rows import LeftOut, Rows
from kpi_desktop.metrics.stats import bootstrap_mean, bootstrap_mean_of_rows, means_differ
from kpi_desktop.model.problem import Money, Share, Text
from kpi_desktop.model.schema import NO_DAY
from kpi_desktop.model.selection import Filter, Period

_SMALLEST_GROUP = 3
_OF_PEOPLE = ("team", "owner")


def _closed(view: View, period: Period, outcome: int) -> np.ndarray:
    found = view.between("deals", "closed", period)
    return found[view.column("deals", "outcome")[found] == outcome]


def _people(scope: Scope) -> View:
    """The view under the filters that salespeople carry; the other filters say which deals count, not who works here."""
    view = scope.view
    kept = tuple(f for f in view.filters if f.dimension in _OF_PEOPLE)
    return view if len(kept) == len(view.filters) else View(view.data, kept)


def _active(scope: Scope) -> np.ndarray:
    """Codes of the salespeople active in the period: by `reps`, else owners of a deal created or closed in it."""
    table, rows = _at_work(scope)
    return np.unique(scope.view.data.column(table, "rep" if table == "reps" else "owner")[rows])


def _at_work(scope: Scope) -> tuple[str, np.ndarray]:
    """The table that says who is active in the period, and its rows that do."""
    people, data, period = _people(scope), scope.view.data, scope.period
    if data.size("reps"):
        rows = people.all("reps")
        start, end = data.column("reps", "from")[rows], data.column("reps", "to")[rows]
        there = ((start == NO_DAY) | (start <= period.hi)) & ((end == NO_DAY) | (end >= period.lo))
        return "reps", rows[there]
    deals = np.union1d(people.between("deals", "created", period), people.between("deals", "closed", period))
    return "deals", deals[data.column("deals", "owner")[deals] >= 0]


def _headline(scope: Scope, *, sure: bool = True) -> Result:
    """The figure; its interval only where it is asked for, for a trend would draw some thousand samples a point."""
    view, data = scope.view, scope.view.data
    if (refused := cannot(view, "deals")) is not None:
        return refused
    if not data.has("deals", "amount") or not view.reaches("deals", "created", scope.period):
        return NO_DATA
    won = _closed(view, scope.period, WON)
    amounts = data.column("deals", "amount")[won]
    active = _active(scope)
    if not len(active):
        return Result(None, float(np.nansum(amounts)), 0.0, 0)
    owners = data.column("deals", "owner")[won]
    known = ~np.isnan(amounts)
    each = np.array([amounts[known & (owners == rep)].sum() for rep in active])
    revenue = float(amounts[known].sum())
    note = Text("%n active salesperson(s), {won} deals won", "", len(active), won=len(won))
    low, high = _interval(each, revenue) if sure else (None, None)
    return Result(revenue / len(active), revenue, float(len(active)), len(active), low, high, note, sample=each,
                  used=(data.rows("deals", won[known]),), left_out=_unpriced(data, won[~known]))


def _unpriced(data: Dataset, won: np.ndarray) -> tuple[LeftOut, ...]:
    return (LeftOut(Text("the won deal has no amount"), data.rows("deals", won)),) if len(won) else ()


def _interval(each: np.ndarray, revenue: float) -> tuple[float | None, float | None]:
    """Interval of the revenue per salesperson: bootstrap over what each won; revenue of nobody active is the same for all."""
    low, high = bootstrap_mean(np.sort(each)) or (None, None)  # in an order of their own: rows may come in any
    shared = (revenue - math.fsum(each)) / len(each)
    return (None, None) if low is None or high is None else (low + shared, high + shared)


def compute(scope: Scope) -> Result:
    """Won revenue per active salesperson; beside it quota, win rate, cycle, velocity, coverage and stale deals."""
    result = _headline(scope)
    if not scope.full or result.numerator is None:
        return result
    view, data, period = scope.view, scope.view.data, scope.period
    won, lost = _closed(view, period, WON), _closed(view, period, LOST)
    amounts = data.column("deals", "amount")
    created, closed = data.column("deals", "created"), data.column("deals", "closed")
    cycle = days_between(created[won], closed[won])
    opened = _open(view, period)
    typical, known = median(cycle), amounts[won][~np.isnan(amounts[won])]
    mean = float(known.mean()) if len(known) else None
    win_rate = ratio(len(won), len(won) + len(lost))
    quota, actual, promised = _quota(scope)
    priced = ~np.isnan(amounts[opened])
    pipeline = float(amounts[opened][priced].sum()) if priced.any() or not len(opened) else None
    until, stale = min(period.hi, data.today), Text("Stale deals (open over twice the median cycle)")
    sold, waits, all_three = result.used, data.rows("deals", opened), data.rows("deals", np.unique(np.concatenate([won, lost, opened])))
    ended = data.rows("deals", won)  # a deal without an amount has its days all the same
    beside = [
        count("active_reps", Text("Active salespeople"), result.denominator, data.rows(*_at_work(scope))),
        Beside("quota_attainment", Text("Quota attainment"), ratio(actual, quota), Unit.RATE, behind=(promised, *sold)),
        Beside("quota", Text("Quota of the period"), quota, Unit.MONEY, behind=(promised,)),
        rate("win_rate", Text("Win rate"), len(won), len(won) + len(lost), data.rows("deals", np.concatenate([won, lost]))),
        Beside("average_won_deal", Text("Average won deal"), mean, Unit.MONEY, *(bootstrap_mean(np.sort(known)) or (None, None)), len(known), behind=sold),
        Beside("cycle_median_days", Text("Created to won, median"), typical, Unit.DAYS, behind=(ended,)),
        Beside("cycle_p80_days", Text("Created to won, 80th percentile"), float(np.percentile(cycle, 80)) if len(cycle) else None, Unit.DAYS,
               behind=(ended,)),
        count("open_deals", Text("Open deals at the period's end"), len(opened), waits),
        Beside("open_pipeline", Text("Open pipeline"), pipeline, Unit.MONEY, n=int(priced.sum()), behind=(waits,)),
        replace(_velocity(len(opened), win_rate, mean, typical, data.currency), behind=(all_three,)),
        Beside("pipeline_coverage", Text("Pipeline coverage of the open quota"),
               ratio(pipeline, quota - actual) if quota is not None and actual is not None and quota > actual else None, Unit.FACTOR,
               behind=(promised, data.rows("deals", np.union1d(won, opened)))),
        count("stale_deals", stale, None) if typical is None else
        listed(view, "deals", "stale_deals", stale, opened[until - created[opened] > 2 * typical])]
    teams = breakdown(scope, "team")
    grids = (Grid("by_team", Text("By team (three people or more)"), (
        ("team", Text("Team"), None), ("revenue_per_rep", Text("Won revenue per salesperson"), Unit.MONEY), ("revenue", Text("Won revenue"), Unit.MONEY),
        ("active_reps", Text("Active salespeople"), Unit.COUNT)),
        tuple((m.member, m.value, m.numerator, int(m.denominator or 0)) for m in teams), of="team"),) if any(m.member for m in teams) else ()
    unowned = won[data.column("deals", "owner")[won] < 0]
    warnings = (Text("%n won deal(s) name no salesperson; their revenue counts for the team.", "", len(unowned)),) if len(unowned) else ()
    others = [f.dimension for f in view.filters if f.dimension not in _OF_PEOPLE]
    if others:
        warnings = (*warnings, Text("All active salespeople are counted: who sells what is not known."))
    return replace(result, beside=tuple(beside), grids=grids, warnings=(*result.warnings, *warnings), details=told(beside, grids))


def _velocity(open_deals: int, win_rate: float | None, average: float | None, cycle: float | None, currency: str) -> Beside:
    """Sales velocity with its four factors."""
    found = velocity(open_deals, win_rate, average, cycle)
    how = None
    if found is not None and win_rate is not None and average is not None and cycle is not None:
        how = Text("{open} open deals × {rate} win rate × {deal} average won deal / {cycle} days median cycle = {velocity} a day", open=open_deals,
                   rate=Share(win_rate), deal=Money(average, currency), cycle=float(cycle), velocity=Money(found, currency))
    return Beside("sales_velocity", Text("Sales velocity per day"), found, Unit.MONEY, how=how)


def velocity(open_deals: float, win_rate: float | None, average: float | None, median_cycle: float | None) -> float | None:
    """Open deals x win rate x average won deal / median cycle, money a day (check: 50 x 0.30 x 100,000 / 60 = 25,000)."""
    if win_rate is None or average is None or not median_cycle:
        return None
    return open_deals * win_rate * average / median_cycle


def _open(view: View, period: Period) -> np.ndarray:
    """Deals that were open at the end of the period (or today, if it has not ended)."""
    data = view.data
    until = min(period.hi, data.today)
    found = view.all("deals")
    created, closed, outcome = (data.column("deals", n)[found] for n in ("created", "closed", "outcome"))
    return found[(created <= until) & ((outcome == OPEN) | ((closed != NO_DAY) & (closed > until)))]


def _quota(scope: Scope) -> tuple[float | None, float | None, Rows]:
    """(sum of quotas for the period, won revenue of those who have one, the quotas' rows); a quota of a longer span counts by its days."""
    people, data, period = _people(scope), scope.view.data, scope.period
    rows = people.all("reps")
    quota = data.column("reps", "quota")[rows]
    rows, quota = rows[~np.isnan(quota)], quota[~np.isnan(quota)]
    start, end = (data.column("reps", n)[rows].astype(np.int64) for n in ("from", "to"))
    start, end = np.where(start == NO_DAY, period.lo, start), np.where(end == NO_DAY, period.hi, end)
    days = np.minimum(end, period.hi) - np.maximum(start, period.lo) + 1
    in_force = days > 0
    if not in_force.any():
        return None, None, data.rows("reps", rows[:0])
    total = float((quota[in_force] * days[in_force] / (end - start + 1)[in_force]).sum())
    won = _closed(scope.view, period, WON)
    owned = np.isin(data.column("deals", "owner")[won], data.column("reps", "rep")[rows[in_force]])
    return total, float(np.nansum(data.column("deals", "amount")[won[owned]])), data.rows("reps", rows[in_force])


def breakdown(scope: Scope, dimension: str) -> tuple[Member, ...]:
    """Won revenue per active salesperson of each member. Groups under three people are not shown; a person is no group."""
    view, data = scope.view, scope.view.data
    if dimension == "owner":
        return ()
    members = view.groups("reps", dimension, view.all("reps")) if dimension == "team" and data.size("reps") else None
    members = members or view.groups("deals", dimension, np.concatenate([_closed(view, scope.period, WON), _open(view, scope.period)]))
    if members is None:
        return ()
    if dimension not in _OF_PEOPLE:
        return _by_deals(scope, dimension, members[0])
    out = []
    for name in members[0]:
        found = _headline(replace(scope, view=View(data, (*view.filters, Filter(dimension, name)))))
        if found.denominator is not None and found.denominator >= _SMALLEST_GROUP:
            out.append(Member(name, found.value, found.numerator, found.denominator, found.n, found.low, found.high))
    return tuple(sorted(out, key=lambda m: m.member.casefold()))


def _by_deals(scope: Scope, dimension: str, names: list[str]) -> tuple[Member, ...]:
    """Members that only deals carry: everybody works on them, and one pass over the won deals tells what each brought."""
    view, people = scope.view, _active(scope)
    active = len(people)
    if active < _SMALLEST_GROUP or _headline(scope).numerator is None:
        return ()
    won = _closed(view, scope.period, WON)
    groups = view.groups("deals", dimension, won) or ([], won)
    amounts = np.nan_to_num(view.column("deals", "amount")[won])
    revenue = dict(zip(groups[0], np.bincount(groups[1], amounts, len(groups[0])).tolist(), strict=True))
    owner = view.column("deals", "owner")[won]
    place = np.minimum(np.searchsorted(people, owner), active - 1)
    theirs = people[place] == owner
    sold = np.bincount(groups[1][theirs] * active + place[theirs], amounts[theirs], len(groups[0]) * active).reshape(-1, active)
    each = np.sort(sold, axis=1)  # in an order of their own, as in `_interval`
    shared = (np.array([revenue[name] for name in groups[0]]) - each.sum(axis=1)) / active  # of nobody active: the same for all
    ends = dict(zip(groups[0], np.transpose(np.array(bootstrap_mean_of_rows(each)) + shared).tolist(), strict=True))
    found = [Member(name, got / active, got, float(active), active, *ends.get(name, (0.0, 0.0)))
             for name, got in ((name, revenue.get(name, 0.0)) for name in names)]
    return tuple(sorted(found, key=lambda m: -(m.numerator or 0)))


_DEALS = Cause("won_deals", Text("Won deals"), Text("more deals were won"), Text("fewer deals were won"))
_REVENUE = Cause("revenue", Text("Won revenue"), Text("more revenue was won"), Text("less revenue was won"))
_AVERAGE = Cause("average_deal", Text("Average deal"), Text("the average deal was larger"), Text("the average deal was smaller"))
_REPS = Cause("active_reps", Text("Salespeople"), Text("more salespeople were active"), Text("fewer salespeople were active"))
_MIX = Cause("mix", Text("Mix of deals"), Text("the mix of deals changed"), Text("the mix of deals changed"))


def _why(now: Scope, then: Scope, by: str | None) -> tuple[Effect, ...]:
    """(Won deals x average deal) / active salespeople. Groups of people under three are not told apart."""
    sides = [_won_by(s, by) for s in (then, now)]
    if by in _OF_PEOPLE:
        shown = {m.member for m in breakdown(then, by)} & {m.member for m in breakdown(now, by)}
        sides = [_pooled(side, shown) for side in sides]
    reps = [float(len(_active(s))) for s in (then, now)]
    ends = [(sum(v[1] for v in side.values()), n) for side, n in zip(sides, reps, strict=True)]
    return quotient(chain(sides[0], sides[1], (_DEALS, _REVENUE), {(0, 1): _AVERAGE}, _MIX), (Effect(_REPS, None, reps[1] - reps[0]),), ends[0], ends[1])


def _won_by(scope: Scope, by: str | None) -> dict[str | Text, tuple[float, ...]]:
    """Member -> won deals with an amount, and their amounts."""
    won = _closed(scope.view, scope.period, WON)
    amounts = scope.view.column("deals", "amount")[won]
    known = ~np.isnan(amounts)
    return tally(scope.view, "deals", by, won[known], amounts[known])


def _pooled(side: dict[str | Text, tuple[float, ...]], shown: set[str]) -> dict[str | Text, tuple[float, ...]]:
    out: dict[str | Text, tuple[float, ...]] = {}
    for member, (deals, revenue) in side.items():
        name = member if member in shown else OTHER
        before = out.get(name, (0.0, 0.0))
        out[name] = (before[0] + deals, before[1] + revenue)
    return out


def _test(now: Result, then: Result) -> bool | None:
    return means_differ(now.sample, then.sample)


KPI = Kpi(
    "sales_effectiveness", 6, Text("Sales team effectiveness"),
    Text("Won revenue per salesperson active in the period. It describes the team; persons are never ranked."),
    Text("won revenue of the period / salespeople active in the period"), Unit.MONEY, 1, False, ((Need("deals", ("amount", "outcome")),),),
    ("team", "channel", "campaign", "event", "format", "segment", "country", "product"), compute, light(lambda scope: _headline(scope, sure=False)),
    breakdown, _test,
    Why(_why, ("team", "channel", "segment", "product", "country", "campaign"), lambda _: "deals",
        Text("Won deals × average deal of each part / active salespeople.")),
    Text("won revenue"), Text("active salespeople"), course=Course.GROWS)
