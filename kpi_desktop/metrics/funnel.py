"""Visitors to won deals, in two readings: what happened in a period, or how far a period's leads have come.

Everything a period is asked for is worked out per lead once per revision (`Journeys`); a funnel then gathers and counts.
Days are whole, so every median and every Kaplan-Meier estimate comes from counts per day and costs no sorting.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from kpi_desktop.metrics.dataset import OPEN, WON, Dataset, View
from kpi_desktop.metrics.links import lead_deals
from kpi_desktop.metrics.result import Bottleneck, Funnel, FunnelMember, Stage
from kpi_desktop.metrics.stats import SMALL_SAMPLE, kaplan_meier, wilson
from kpi_desktop.metrics.visitors import CARRIED, distinct
from kpi_desktop.model.problem import Share, Text
from kpi_desktop.model.schema import NO_DAY
from kpi_desktop.model.selection import Grain, Period, Selection, day_of

IDS = ("visitors", "leads", "mql", "sql", "deals", "won")
LABELS = (Text("Visitors"), Text("Leads"), Text("MQL"), Text("SQL"), Text("Deals"), Text("Won"))
_LEAD, _MQL, _SQL, _DEAL, _WON = range(5)
_STEPS = (_MQL, _SQL, _DEAL, _WON)
_MATURING_SHARE = 0.1
_QUARTERS = 8
_MOST_MEMBERS = 200


@dataclass(frozen=True, eq=False)
class Journeys:
    """How far each lead has come by `today`; arrays per lead in table order, tuples by stage (lead, MQL, SQL, deal, won).

    `known[s]`: the data hold this stage at all. `days[s]`: its date. `furthest`: the last stage reached. `took[s]`: days from the nearest
    earlier date known (negative: out of order; NO_DAY: not both known). `waited[s]`: days until the stage came, or until today.
    `open[s]`: the stage may still come (not rejected by sales; for won: a deal is open). `usual[s]`: 90th percentile of `took`.
    `deal_took` and `won_took` are per deal.
    """

    today: int
    known: tuple[bool, ...]
    days: tuple[np.ndarray, ...]
    furthest: np.ndarray
    took: tuple[np.ndarray, ...]
    waited: tuple[np.ndarray, ...]
    open: tuple[np.ndarray, ...]
    usual: tuple[float | None, ...]
    deal_took: np.ndarray
    won_took: np.ndarray

    def before(self, stage: int) -> int:
        """The last stage before this one that the data hold."""
        return max(s for s in range(stage) if self.known[s] or s == _LEAD)


def journeys(data: Dataset, today: int | None = None) -> Journeys:
    """What is known of every lead by `today` (default: the last day in the data), made once per revision and day."""
    day = data.today if today is None else min(today, data.today)
    key = ("journeys", day)
    if key not in data.derived:
        data.derived[key] = _journeys(data, day)
    return data.derived[key]


def _journeys(data: Dataset, today: int) -> Journeys:
    linked = lead_deals(data)
    raw = (*(data.column("leads", n) for n in ("created", "mql", "sql")), linked.deal_day, linked.won_day)
    known = (data.size("leads") > 0, data.has("leads", "mql"), data.has("leads", "sql"), linked.linked,
             linked.linked and bool((data.column("deals", "outcome") == WON).any()))
    days = tuple(np.where(d > today, NO_DAY, d) for d in raw)
    furthest = np.zeros(len(days[0]), np.int8)
    for s in _STEPS:
        furthest[days[s] != NO_DAY] = s
    start, took, waited = days[_LEAD], [np.zeros(0, np.int32)], [np.zeros(0, np.int32)]
    for s in _STEPS:
        came = days[s].copy()
        for later in range(s + 1, 5):
            came = np.where(came == NO_DAY, days[later], came)
        both = (days[s] != NO_DAY) & (start != NO_DAY)
        took.append(_apart(start, days[s], both))
        end = np.where(came == NO_DAY, today, came)
        waited.append(np.maximum(_apart(start, end, start != NO_DAY), 0))
        start = np.where(days[s] == NO_DAY, start, days[s])
    waiting = data.column("leads", "rejected") == NO_DAY
    usual = (None, *(_percentile(_counts(t[t >= 0]), 0.9) for t in took[1:]))
    return Journeys(today, known, days, furthest, tuple(took), tuple(waited),
                    (waiting, waiting, waiting, waiting, _has_open_deal(data, today)), usual, *_deal_days(data, days))


def _apart(start: np.ndarray, end: np.ndarray, both: np.ndarray) -> np.ndarray:
    """Days from start to end where both are known, NO_DAY elsewhere."""
    result = np.full(len(start), NO_DAY, np.int32)
    result[both] = end[both] - start[both]
    return result


def _has_open_deal(data: Dataset, today: int) -> np.ndarray:
    leads = data.linked("deals", "lead")
    closed = data.column("deals", "closed")
    still = (leads >= 0) & ((data.column("deals", "outcome") <= OPEN) | (closed > today))
    found = np.zeros(data.size("leads"), bool)
    found[leads[still]] = True
    return found


def _deal_days(data: Dataset, days: tuple[np.ndarray, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Per deal: days from its lead's latest earlier date (SQL, else MQL, else created) to the deal, and from created to closed."""
    leads, created, closed = data.linked("deals", "lead"), data.column("deals", "created"), data.column("deals", "closed")
    start = np.full(len(leads), NO_DAY, np.int32)
    there = leads >= 0
    for s in (_LEAD, _MQL, _SQL):
        of_lead = days[s][leads[there]]
        start[there] = np.where(of_lead == NO_DAY, start[there], of_lead)
    return (_apart(start, created, (start != NO_DAY) & (created != NO_DAY)),
            _apart(created, closed, (closed != NO_DAY) & (created != NO_DAY)))


# -- counts per day ----------------------------------------------------------------------------------------------------


def _counts(days: np.ndarray) -> np.ndarray:
    """How many of these whole, non-negative days fall on 0, 1, 2 ..."""
    return np.bincount(days) if len(days) else np.zeros(0, np.int64)


def _percentile(counts: np.ndarray, share: float) -> float | None:
    """Percentile of whole days from their counts, interpolated as numpy does; None where nothing was counted."""
    upto = np.cumsum(counts)
    if not len(upto) or not upto[-1]:
        return None
    place = share * (int(upto[-1]) - 1)
    below = int(place)
    low = int(np.searchsorted(upto, below, "right"))
    high = int(np.searchsorted(upto, min(below + 1, int(upto[-1]) - 1), "right"))
    return low + (high - low) * (place - below)


def _at_maturity(came: np.ndarray, waiting: np.ndarray) -> tuple[float, float, float] | None:
    """Kaplan-Meier share that reaches the stage by the last day on which anyone did, with its 95 % interval; None without an event.

    Those who have not come are censored at today, the rejected and lost as well: with the censoring time known, that is the estimate in
    which they stay at risk without ever coming (Fine and Gray 1999).
    """
    events, others = np.flatnonzero(came), np.flatnonzero(waiting)
    if not len(events):
        return None
    estimate = kaplan_meier(np.concatenate([events, others]), np.repeat([True, False], [len(events), len(others)]),
                            np.concatenate([came[events], waiting[others]]))
    return estimate.at(float(events[-1]))


# -- one row of people through the stages ------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Counted:
    """What is known of one stage before the rates: see Stage; `wrong` counts dates before their predecessor."""

    count: float | None = None
    low: float | None = None
    high: float | None = None
    days: tuple[float | None, float | None, float | None] = (None, None, None)
    expected: tuple[float, float, float] | None = None
    maturing: bool = False
    inferred: int = 0
    wrong: int = 0


_NOTHING = _Counted()


def _spread(took: np.ndarray) -> tuple[tuple[float | None, float | None, float | None], int]:
    """((median, 10th, 90th percentile) of the days in order, how many are out of order)."""
    wrong = int(np.count_nonzero((took < 0) & (took != NO_DAY)))
    counts = _counts(took[took >= 0])
    return (_percentile(counts, 0.5), _percentile(counts, 0.1), _percentile(counts, 0.9)), wrong


def _cohort(j: Journeys, leads: np.ndarray) -> list[_Counted]:
    """The five lead stages of these leads, as far as they have come."""
    deep = j.furthest[leads]
    reached = np.bincount(deep, minlength=5)[::-1].cumsum()[::-1]
    row = [_Counted(float(reached[_LEAD]))]
    for s in _STEPS:
        if not j.known[s]:
            row.append(_NOTHING)
            continue
        if (p := j.before(s)) > _LEAD:
            leads, deep = leads[deep >= p], deep[deep >= p]
        went = deep >= s
        there = leads[went]
        days, wrong = _spread(j.took[s][there])
        waited = j.waited[s][leads]
        expected = _at_maturity(_counts(waited[went & (waited >= 0)]), _counts(waited[~went & (waited >= 0)]))
        inferred = int(np.count_nonzero(j.days[s][there] == NO_DAY))
        row.append(_Counted(float(reached[s]), days=days, expected=expected, maturing=_maturing(j, s, leads[~went], len(leads)),
                            inferred=inferred, wrong=wrong))
    return row


def _maturing(j: Journeys, stage: int, waiting: np.ndarray, n: int) -> bool:
    """Whether the raw rate has not had its time: more than a tenth of those at the stage before may still come and have waited for less
    than the 90th percentile of the days that the step took over all leads in the data."""
    usual = j.usual[stage]
    if usual is None or not n:
        return False
    young = j.open[stage][waiting] & (j.waited[stage][waiting] < usual)
    return bool(np.count_nonzero(young) > _MATURING_SHARE * n)


def _rated(row: list[_Counted]) -> tuple[Stage, ...]:
    """The stages with their rates: from the last stage with a count, and from the first one."""
    stages: list[Stage] = []
    first: float | None = None
    before: float | None = None
    for stage, label, c in zip(IDS, LABELS, row, strict=True):
        rate = c.count / before if c.count is not None and before else None
        low, high = wilson(c.count, before) if c.count is not None and before and c.count <= before else (None, None)
        whole = c.count / first if c.count is not None and first else None
        e = c.expected or (None, None, None)
        stages.append(Stage(stage, label, c.count, c.low, c.high, rate, low, high, whole, *c.days, *e, maturing=c.maturing, inferred=c.inferred))
        if c.count is not None:
            before = c.count
            first = c.count if first is None else first
    return tuple(stages)


# -- the funnel --------------------------------------------------------------------------------------------------------


def compute(data: Dataset, selection: Selection, mode: str, by: str | None = None, today: int | None = None) -> Funnel:
    """The funnel of the selection's period and filters (kpi-definitions.md, Funnel).

    `mode` "period": what happened at each stage in the period; "cohort": the period's leads and how far they have come by `today` (a day
    number; default the last day in the data). `by` splits the leads by a dimension. A stage that the data do not hold has count None and
    the next rate is from the last stage with a count.
    """
    view, period = data.view(selection.filters), selection.period
    warnings: list[Text] = []
    visitors = _visitors(view, period, warnings)
    parts = _cohort_parts if mode == "cohort" else _period_parts
    cannot = view.carries("leads")
    whole, members = parts(view, period, journeys(data, today), by if cannot is None else None, warnings)
    if by is not None and cannot is None and data.dimension("leads", by) is None:
        warnings.append(Text("Leads do not carry this dimension, so the funnel cannot be split by it."))
    warnings += _said(whole)
    split = tuple(FunnelMember(name, _rated([_member_visitors(view, period, by, name), *row])) for name, row in members)
    bottleneck = _bottleneck(view, period, journeys(data, today)) if cannot is None else None
    return Funnel(mode, period, _rated([visitors, *whole]), split, bottleneck, tuple(dict.fromkeys(warnings)), by)


def compared(data: Dataset, selection: Selection, mode: str, by: str | None = None) -> Funnel | None:
    """The funnel of the comparison period (the same number of days of it where the period has not ended); the cohort reading at equal maturity:
    as it stood the same number of days after its start."""
    period = selection.period.compared(selection.compare, data.today)
    if period is None or period == selection.period:
        return None
    today = data.today - (selection.period.lo - period.lo) if mode == "cohort" and data.today != NO_DAY else None
    return compute(data, selection.with_period(period), mode, by, today)


def _visitors(view: View, period: Period, warnings: list[Text]) -> _Counted:
    found = distinct(view, period)
    warnings += found.warnings
    exact = found.value is not None
    return _Counted(found.value, None if exact else found.low, None if exact else found.high)


def _member_visitors(view: View, period: Period, by: str | None, member: str) -> _Counted:
    if by not in CARRIED or not any(t == "visits" for t in view.data.dimensions.get(by, ())):
        return _NOTHING
    return _visitors(view.narrowed(by, member), period, [])


def _said(row: list[_Counted]) -> list[Text]:
    """Warnings of the dates that are missing or out of order."""
    mql, sql, deal, won = (c.wrong for c in row[1:])
    said = [
        (mql, Text("%n lead(s) became MQL before they were created; left out of the days per stage.", "", mql)),
        (sql, Text("%n lead(s) became SQL before their earlier stage; left out of the days per stage.", "", sql)),
        (deal, Text("%n deal(s) were created before their lead's earlier stage; left out of the days per stage.", "", deal)),
        (won, Text("%n won deal(s) were closed before they were created; left out of the days per stage.", "", won))]
    inferred = sum(c.inferred for c in row)
    said.append((inferred, Text("%n stage date(s) are missing of leads that reached a later stage; they count as passed.", "", inferred)))
    return [text for n, text in said if n]


_Parts = tuple[list[_Counted], list[tuple[str, list[_Counted]]]]


def _cohort_parts(view: View, period: Period, j: Journeys, by: str | None, warnings: list[Text]) -> _Parts:
    if (cannot := view.carries("leads")) is not None:
        warnings.append(cannot)
        return [_NOTHING] * 5, []
    if not view.reaches("leads", "created", period) or period.lo > j.today:
        return [_NOTHING] * 5, []
    if view.data.size("deals") and not j.known[_DEAL]:
        warnings.append(Text("No deal names its lead, so the leads cannot be followed to their deals."))
    leads = view.between("leads", "created", period)
    if period.hi > j.today:
        leads = leads[j.days[_LEAD][leads] != NO_DAY]
    members = [(name, _cohort(j, rows)) for name, rows in _split(view, "leads", by, leads, warnings)]
    return _cohort(j, leads), members


def _split(view: View, table: str, by: str | None, rows: np.ndarray, warnings: list[Text] | None = None) -> list[tuple[str, np.ndarray]]:
    """(member, its rows) in order of size; nothing where the rows cannot carry the dimension."""
    found = view.split(table, by, rows) if by is not None else []
    if warnings is not None and len(found) > _MOST_MEMBERS:
        warnings.append(Text("Only the %n largest member(s) are shown.", "", _MOST_MEMBERS))
    return found[:_MOST_MEMBERS]


def _period_parts(view: View, period: Period, j: Journeys, by: str | None, warnings: list[Text]) -> _Parts:
    nothing = np.zeros(0, np.int32)
    sources: tuple[tuple[str, str, Callable[[np.ndarray], np.ndarray]], ...] = (
        ("leads", "created", lambda rows: nothing), ("leads", "mql", lambda rows: j.took[_MQL][rows]),
        ("leads", "sql", lambda rows: j.took[_SQL][rows]), ("deals", "created", lambda rows: j.deal_took[rows]),
        ("deals", "closed", lambda rows: j.won_took[rows]))
    whole: list[_Counted] = []
    members: dict[str, list[_Counted]] = {}
    for at, (table, field, took) in enumerate(sources):
        cannot = view.carries(table)
        rows = _period_rows(view, table, field, period) if cannot is None else None
        if rows is None:
            warnings += [cannot] if cannot is not None else []
            whole.append(_NOTHING)
            for row in members.values():
                row.append(_NOTHING)
            continue
        whole.append(_count(rows, took))
        absent = _count(rows[:0], took) if by is None or view.data.dimension(table, by) is not None else _NOTHING
        for name, mine in _split(view, table, by, rows, warnings if not at else None):
            members.setdefault(name, [_zero(c) for c in whole[:at]]).append(_count(mine, took))
        for row in members.values():
            row += [absent] * (at + 1 - len(row))
    return whole, sorted(members.items(), key=lambda m: -(m[1][0].count or 0))[:_MOST_MEMBERS]


def _zero(c: _Counted) -> _Counted:
    return _NOTHING if c.count is None else _Counted(0.0)


def _period_rows(view: View, table: str, field: str, period: Period) -> np.ndarray | None:
    """Rows that reached the stage in the period; None where the data hold nothing about it."""
    if not len(view.data.order(table, field)[1]) or not view.reaches(table, "created", period):
        return None
    rows = view.between(table, field, period)
    if field != "closed":
        return rows
    outcome = view.column("deals", "outcome")
    return rows[outcome[rows] == WON] if bool((outcome > OPEN).any()) else None


def _count(rows: np.ndarray, took: Callable[[np.ndarray], np.ndarray]) -> _Counted:
    days, wrong = _spread(took(rows))
    return _Counted(float(len(rows)), days=days, wrong=wrong)


# -- the bottleneck ----------------------------------------------------------------------------------------------------


def _bottleneck(view: View, period: Period, j: Journeys) -> Bottleneck | None:
    """The step of the period's cohort whose improvement to its own best quarter (of the last 8) or best channel would win the most deals.

    A quarter or channel counts with 30 people at the step and a step that has had its time. Extra won = won x (best / rate - 1), the other
    rates unchanged. Where the cohort's own step is still maturing, its rate at maturity stands for it. None when nothing improves.
    """
    if not j.known[_WON]:
        return None
    leads = view.between("leads", "created", period)
    row = _cohort(j, leads)
    steps = [s for s in _STEPS if j.known[s]]
    rates = {s: _own_rate(row[s], row[j.before(s)]) or 0.0 for s in steps}
    won = len(leads) * float(np.prod(list(rates.values())))
    found: Bottleneck | None = None
    best = _best(view, period, j, leads, steps) if won else {}
    for s, (best_rate, what) in best.items():
        more = won * (min(best_rate, 1.0) / rates[s] - 1)
        if more > 1e-9 and (found is None or more > found.more_won):
            found = Bottleneck(IDS[s + 1], rates[s], best_rate, what, more)
    return found


def _own_rate(stage: _Counted, before: _Counted) -> float | None:
    if stage.maturing and stage.expected is not None:
        return stage.expected[0]
    return stage.count / before.count if stage.count is not None and before.count else None


def _best(view: View, period: Period, j: Journeys, leads: np.ndarray, steps: list[int]) -> dict[int, tuple[float, Text]]:
    """Per step its best rate in a quarter or a channel and the words that say where."""
    best: dict[int, tuple[float, Text]] = {}
    last = Period.of(Grain.QUARTER, day_of(max(min(period.hi, j.today), period.lo)))
    for quarter in last.trend(_QUARTERS):
        for s, rate in _mature_rates(j, view.between("leads", "created", quarter), steps):
            if rate > best.get(s, (0.0,))[0]:
                best[s] = (rate, Text("the quarter {quarter}: {rate}", quarter=quarter, rate=Share(rate)))
    for channel, rows in _split(view, "leads", "channel", leads):
        for s, rate in _mature_rates(j, rows, steps) if channel else ():
            if rate > best.get(s, (0.0,))[0]:
                best[s] = (rate, Text("the channel {channel}: {rate}", channel=channel, rate=Share(rate)))
    return best


def _mature_rates(j: Journeys, leads: np.ndarray, steps: list[int]) -> list[tuple[int, float]]:
    deep = j.furthest[leads]
    found = []
    for s in steps:
        at = deep >= j.before(s)
        n, went = int(np.count_nonzero(at)), deep >= s
        if n >= SMALL_SAMPLE and not _maturing(j, s, leads[at & ~went], n):
            found.append((s, float(np.count_nonzero(went)) / n))
    return found
