"""KPI 4: attendance of marketing events by target visitors, event by event and online against offline."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from kpi_desktop.metrics.dataset import WON, View
from kpi_desktop.metrics.effects import chain, scaled, volumes
from kpi_desktop.metrics.figures import alone, cannot, count, light, listed, rate, ratio, summed, tally, told
from kpi_desktop.metrics.forms import Form
from kpi_desktop.metrics.links import lead_deals
from kpi_desktop.metrics.result import NO_DATA, Cause, Course, Effect, Grid, Kpi, Member, Need, Result, Scope, Unit, Why
from kpi_desktop.metrics.rows import LeftOut
from kpi_desktop.metrics.stats import counts_differ
from kpi_desktop.model.problem import Share, Text
from kpi_desktop.model.schema import FORMATS, NO_DAY, called
from kpi_desktop.model.selection import Period, day_of


def _held(view: View, scope: Scope) -> np.ndarray:
    """Attendance rows of the events that the period holds (an event counts on its date)."""
    data = view.data
    day = _event_days(view)
    found = np.flatnonzero((day >= scope.period.lo) & (day <= scope.period.hi) & (day != NO_DAY))
    mask = view.mask("attendance")
    return found if mask is None else found[mask[found]] if data.size("attendance") else found


def _event_days(view: View) -> np.ndarray:
    data = view.data
    if "event days" not in data.derived:
        events = data.linked("attendance", "event")
        days = data.column("events", "date")
        data.derived["event days"] = np.where(events >= 0, days[events] if len(days) else NO_DAY, NO_DAY)
    return data.derived["event days"]


def _headline(scope: Scope) -> Result:
    view, data = scope.view, scope.view.data
    if (refused := cannot(view, "attendance")) is not None:
        return refused
    if not data.has("attendance", "event") or not view.reaches("events", "date", scope.period):
        return NO_DATA
    found = _held(view, scope)
    came = found[data.column("attendance", "attended")[found] == 1]
    target, person = data.column("attendance", "target")[came], data.column("attendance", "person")[came]
    people = len(np.unique(person[target == 1]))
    if not data.has("attendance", "target"):
        return Result(None, warnings=(Text("Nobody's fit with the target customer is known; import attendance with a target column."),),
                      used=(data.rows("attendance", came),))
    everyone = len(np.unique(person))
    note = Text("of {all} attendees", all=everyone) if everyone else None
    return Result(float(people), float(people), float(everyone), people, note=note, used=(data.rows("attendance", came[target == 1]),))


def compute(scope: Scope) -> Result:
    """Distinct target people who attended, with events and formats side by side."""
    result = _headline(scope)
    if not scope.full or (result.value is None and not result.used):
        return result
    view, data = scope.view, scope.view.data
    found = _held(view, scope)
    came = found[data.column("attendance", "attended")[found] == 1]
    target, person = data.column("attendance", "target")[came], data.column("attendance", "person")[came]
    sure = np.unique(person[target >= 0])
    unknown = np.setdiff1d(np.unique(person[target < 0]), sure)
    registered = _registered(view, found)
    on_list = np.union1d(registered, came)
    beside = [
        listed(view, "attendance", "registered", Text("Registered", "people"), registered),
        listed(view, "attendance", "attended", Text("Attended", "people"), came),
        rate("show_rate", Text("Show rate"), len(came), len(registered), data.rows("attendance", on_list)),
        rate("target_share", Text("Target share (where known)"), int((target == 1).sum()), int((target >= 0).sum()),
             data.rows("attendance", came[target >= 0])),
        count("unknown_target", Text("Attendees whose fit is unknown"), len(unknown), data.rows("attendance", came[np.isin(person, unknown)]))]
    events = _events(view, scope, found)
    formats = [_sum(f.value, [e for e in events if e.format == k]) for k, f in enumerate(FORMATS)]
    formats = [f for f in formats if f.events]
    columns, behind = _columns(), (data.rows("events", _held_events(view, scope.period)), data.rows("attendance", found))
    grids = [Grid("by_format", Text("Online against offline"), (("name", Text("Format"), None), ("events", Text("Events"), Unit.COUNT), *columns),
                  tuple((called(f.name, "format"), f.events, *f.cells()) for f in formats), Form("bars", ("cost_per_target_attendee",)), upright=True,
                  behind=behind),
             Grid("events", Text("Events of the period"), (("name", Text("Event"), None), ("date", Text("Date"), None), *columns),
                  tuple((e.name, day_of(e.day), *e.cells()) for e in events), Form("bars", ("target_attendees",)), behind=behind)]
    orphans = np.flatnonzero(_event_days(view) == NO_DAY)
    left = (LeftOut(Text("the event is not in the events table, so its date is unknown"), data.rows("attendance", orphans)),) if len(orphans) else ()
    warnings = tuple(w for e in events for w in e.warnings)
    known = ratio(int((target >= 0).sum()), len(came))
    return replace(result, beside=tuple(beside), grids=tuple(g for g in grids if g.rows), left_out=left, warnings=(*result.warnings, *warnings),
                   details=told(beside, grids),
                   coverage=None if known is None else Text("fit known for {share} of attendances", share=Share(known)))


def _registered(view: View, rows: np.ndarray) -> np.ndarray:
    """Those of the rows who were on the list: with a registration date where the data have such dates, else every one."""
    dates = view.data.column("attendance", "registered")
    return rows[dates[rows] != NO_DAY] if view.data.has("attendance", "registered") else rows


@dataclass(frozen=True)
class _Event:
    """One event's (or format's) figures; `cost` None is unknown."""

    name: str
    day: int
    format: int
    events: int
    registered: int
    attended: int
    target: int
    knows: int
    cost: float | None
    leads: int
    mqls: int
    sqls: int
    won: int
    profit: float | None
    influenced: int | None
    warnings: tuple[Text, ...] = ()

    def cells(self) -> tuple[float | int | None, ...]:
        """The figures in the order of `_columns`. ROI = (gross profit sourced - cost) / cost."""
        roi = ratio(self.profit - self.cost, self.cost) if self.profit is not None and self.cost else None
        return (self.registered, self.attended, ratio(self.attended, self.registered), ratio(self.target, self.knows), self.target, self.cost,
                ratio(self.cost, self.target), self.leads, self.mqls, self.sqls, self.won, self.influenced, ratio(self.cost, self.sqls),
                ratio(self.sqls, self.leads), roi)


def _columns() -> tuple[tuple[str, Text, Unit | None], ...]:
    return (("registered", Text("Registered", "people"), Unit.COUNT), ("attended", Text("Attended", "people"), Unit.COUNT),
            ("show_rate", Text("Show rate"), Unit.RATE),
            ("target_share", Text("Target share"), Unit.RATE), ("target_attendees", Text("Target attendees"), Unit.COUNT),
            ("cost", Text("Cost"), Unit.MONEY), ("cost_per_target_attendee", Text("Cost per target attendee"), Unit.MONEY),
            ("leads", Text("Leads"), Unit.COUNT), ("mqls", Text("MQLs"), Unit.COUNT), ("sqls", Text("SQLs"), Unit.COUNT), ("won", Text("Won"), Unit.COUNT),
            ("influenced", Text("Influenced leads"), Unit.COUNT), ("cost_per_sql", Text("Cost per SQL"), Unit.MONEY),
            ("sql_per_lead", Text("SQL / lead"), Unit.RATE), ("roi", Text("ROI"), Unit.FACTOR))


def _held_events(view: View, period: Period) -> np.ndarray:
    """Events of the period under the filters that events carry; the other filters say which people count, not what was held."""
    return (view if view.carries("events") is None else view.data.view()).between("events", "date", period)


def _events(view: View, scope: Scope, rows: np.ndarray) -> list[_Event]:
    data = view.data
    held = _held_events(view, scope.period)
    of_row = data.linked("attendance", "event")[rows]
    codes, lead_event = data.column("events", "event"), data.column("leads", "event")
    names, deals = data.column("events", "name"), lead_deals(data)
    deal_lead, became_won = data.linked("deals", "lead"), deals.won
    sold = np.flatnonzero((data.column("deals", "outcome") == WON) & (deal_lead >= 0))
    sold_from, margins = lead_event[deal_lead[sold]], data.column("deals", "amount")[sold] - data.column("deals", "cost")[sold]
    out = []
    for at in held:
        mine = rows[of_row == at]
        came = mine[data.column("attendance", "attended")[mine] == 1]
        target, person = data.column("attendance", "target")[came], data.column("attendance", "person")[came]
        leads = np.flatnonzero(lead_event == codes[at])
        profits = margins[sold_from == codes[at]]
        linked = data.linked("attendance", "lead")[came]
        before = linked[(linked >= 0)]
        before = before[data.column("leads", "created")[before] < data.column("events", "date")[at]]
        cost, warning = event_cost(view, int(at))
        out.append(_Event(
            data.name(int(names[at])) or data.name(int(codes[at])), int(data.column("events", "date")[at]), int(data.column("events", "format")[at]), 1,
            len(_registered(view, mine)), len(came), len(np.unique(person[target == 1])), len(np.unique(person[target >= 0])), cost, len(leads),
            int((data.column("leads", "mql")[leads] != NO_DAY).sum()), int((data.column("leads", "sql")[leads] != NO_DAY).sum()),
            int(became_won[leads].sum()), float(profits.sum()) if deals.linked and not np.isnan(profits).any() else None, len(np.unique(before)),
            () if warning is None else (warning,)))
    return out


def event_cost(view: View, at: int) -> tuple[float | None, Text | None]:
    """An event's cost: its own, or the spend rows that name it; where both exist the spend rows if they agree within 1 %, else the larger
    with a warning. Never both."""
    data = view.data
    code = data.column("events", "event")[at]
    rows = np.flatnonzero(data.column("spend", "event") == code)
    amounts = data.column("spend", "amount")[rows]
    spent = float(np.nansum(amounts)) if len(rows) and not np.isnan(amounts).all() else None
    own = float(data.column("events", "cost")[at])
    if np.isnan(own):
        return spent, None
    if spent is None:
        return own, None
    if abs(spent - own) <= 0.01 * max(abs(own), abs(spent)):
        return spent, None
    return max(spent, own), Text("{event}: the event's own cost and its spend rows differ; the larger is used.", event=data.name(int(code)))


def _sum(name: str, events: list[_Event]) -> _Event:
    """Events of one format together. Influenced leads are never summed over events."""
    costs = [e.cost for e in events if e.cost is not None]
    profits = [e.profit for e in events if e.profit is not None]

    def add(field: str) -> int:
        return sum(getattr(e, field) for e in events)

    return _Event(name, 0, 0, len(events), add("registered"), add("attended"), add("target"), add("knows"), sum(costs) if costs else None,
                  add("leads"), add("mqls"), add("sqls"), add("won"), sum(profits) if len(profits) == len(events) and events else None, None)


def breakdown(scope: Scope, dimension: str) -> tuple[Member, ...]:
    """Distinct target attendees per member; a person at two members' events counts in both."""
    view, data = scope.view, scope.view.data
    found = _held(view, scope)
    came = found[data.column("attendance", "attended")[found] == 1]
    groups = view.groups("attendance", dimension, came)
    if groups is None:
        return ()
    target, person = data.column("attendance", "target")[came], data.column("attendance", "person")[came]
    out = []
    for k, name in enumerate(groups[0]):
        mine = groups[1] == k
        people, everyone = len(np.unique(person[mine & (target == 1)])), len(np.unique(person[mine]))
        out.append(Member(name, float(people), float(people), float(everyone), people))
    return tuple(sorted(out, key=lambda m: -(m.value or 0)))


_EVENTS = Cause("events", Text("Events"), Text("more events were held"), Text("fewer events were held"))
_VISITS = Cause("attendances", Text("Attendances"), Text("target customers came more often"), Text("target customers came less often"))
_EACH = Cause("per_event", Text("Attendance per event"), Text("more target customers came to an event"), Text("fewer target customers came to an event"))
_ONCE = Cause("people_per_attendance", Text("Repeat attendance"), Text("fewer people came to several events"), Text("more people came to several events"))
_PEOPLE = Cause("people", Text("Target attendees"), Text("more target customers came"), Text("fewer target customers came"))
_MIX = Cause("mix", Text("Mix of events"), Text("the mix of events changed"), Text("the mix of events changed"))


def _why(now: Scope, then: Scope, by: str | None) -> tuple[Effect, ...]:
    """Events x target attendances per event x people per attendance. Where the members are people's (their channel), the people of each."""
    if by is not None and now.view.data.dimension("events", by) is None:
        sides = [_people(s, by) for s in (then, now)]
        return volumes(sides[0], sides[1], _PEOPLE)
    visits = [_visits(s, by) for s in (then, now)]
    totals = [sum(v[1] for v in side.values()) for side in visits]
    people = [sum(_people(s, None).values()) for s in (then, now)]
    once = [p / t if t else None for p, t in zip(people, totals, strict=True)]
    before, after = (mine if mine is not None else other if other is not None else 1.0 for mine, other in (once, once[::-1]))
    return (*scaled(chain(visits[0], visits[1], (_EVENTS, _VISITS), {(0, 1): _EACH}, _MIX), (before + after) / 2),
            Effect(_ONCE, None, (after - before) * (totals[0] + totals[1]) / 2))


def _target(scope: Scope) -> np.ndarray:
    """Attendance rows of target people who came."""
    data, found = scope.view.data, _held(scope.view, scope)
    return found[(data.column("attendance", "attended")[found] == 1) & (data.column("attendance", "target")[found] == 1)]


def _visits(scope: Scope, by: str | None) -> dict[str | Text, tuple[float, ...]]:
    """Member -> events held, and target people at them (each as often as they came)."""
    view = scope.view
    held = tally(view, "events", by, _held_events(view, scope.period))
    came = tally(view, "attendance", by, _target(scope))
    return {m: (held.get(m, (0.0,))[0], came.get(m, (0.0,))[0]) for m in {*held, *came}}


def _people(scope: Scope, by: str | None) -> dict[str | Text, float]:
    """Member -> target people, each once: who belongs to several members stands under these."""
    view, rows = scope.view, _target(scope)
    codes = view.data.dimension("attendance", by) if by is not None else None
    _, member = alone(view.column("attendance", "person")[rows], codes[rows] if codes is not None else np.full(len(rows), -1))
    return {m: v[0] for m, v in summed(view, member).items()}


def _test(now: Result, then: Result) -> bool | None:
    return None if now.value is None or then.value is None else counts_differ(now.value, 1, then.value, 1)


KPI = Kpi(
    "target_attendance", 4, Text("Target event attendance"),
    Text("People who fit the target customer and attended the period's events, each counted once. Unknown fit is counted apart."),
    Text("distinct people with attended = yes and target = yes at the period's events"), Unit.COUNT, 1, False,
    ((Need("events", ("date",)), Need("attendance", ("event", "attended", "target"))),), ("event", "format", "channel", "campaign", "segment", "country"),
    compute, light(_headline), breakdown, _test,
    Why(_why, ("format", "channel", "segment", "country", "campaign"), lambda _: "attendance",
        Text("Events × target attendances per event; people who came to several count once.")),
    Text("target attendees"), Text("attendees"), course=Course.GROWS)
