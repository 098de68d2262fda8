"""KPI 5: cost per SQL, direct and loaded with shared cost, with the ceiling beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np

from kpi_desktop.metrics import affordable, causes, spend
from kpi_desktop.metrics.dataset import WON, View
from kpi_desktop.metrics.effects import quotient, volumes
from kpi_desktop.metrics.figures import cannot, light, ratio, sizes, told
from kpi_desktop.metrics.forms import Choice
from kpi_desktop.metrics.links import days_between, median
from kpi_desktop.metrics.result import NO_DATA, Beside, Cause, Effect, Grid, Kpi, Member, Need, Result, Scope, Unit, Why
from kpi_desktop.metrics.rows import Rows
from kpi_desktop.metrics.stats import counts_differ, poisson_interval
from kpi_desktop.model.problem import Money, Text
from kpi_desktop.model.selection import Driver, Options, Period

_SAME_RANKING = {
    Driver.SQLS: Text("Spreading shared cost by SQLs adds the same amount to every member: the ranking stays as it is without it."),
    Driver.SPEND: Text("Spreading shared cost by direct spend multiplies every member alike: the ranking stays as it is without it."),
}


def _lagged(scope: Scope) -> Period:
    """The days whose SQLs the spend is compared with."""
    lag = timedelta(days=scope.options.lag_days)
    return scope.period if not lag else Period(scope.period.first + lag, scope.period.last + lag)


def interval(spent: float, count: float) -> tuple[float | None, float | None]:
    """95 % interval of spend per count from the exact Poisson interval of the count; no upper end where the count may be 0.

    Check: 500,000 spent, 4 SQLs -> 48,821..458,772; 0 SQLs -> at least 135,543 (kpi-definitions.md).
    """
    low, high = poisson_interval(count)
    return spent / high, spent / low if low > 0 else None


def _headline(scope: Scope) -> Result:
    view, data = scope.view, scope.view.data
    if (refused := cannot(view, "leads")) is not None:
        return refused
    if not spend.known(data) or not len(data.order("leads", "sql")[1]) or not view.reaches("leads", "created", _lagged(scope)):
        return NO_DATA
    spent = spend.total(view, scope.period, scope.options.driver)
    if spent is None:
        return NO_DATA
    sqls = view.count("leads", "sql", _lagged(scope))
    low, high = interval(spent, sqls) if spent > 0 else (None, None)
    currency = data.currency
    if not sqls:
        return Result(None, spent, 0.0, 0, low, None, _none(spent, low, currency))
    return Result(spent / sqls, spent, float(sqls), sqls, low, high, Text("{spend} for %n SQL(s)", "", sqls, spend=Money(spent, currency)))


def _none(spent: float, low: float | None, currency: str) -> Text | None:
    """What spend that brought no SQL says of their cost."""
    return Text("no SQL for {spend}, at least {least} each", spend=Money(spent, currency), least=Money(low or 0.0, currency)) if spent > 0 else None


def compute(scope: Scope) -> Result:
    """Marketing spend / SQLs, with cost per lead, MQL and won customer, ROMI, the ceiling and the members' direct and loaded cost."""
    result = _headline(scope)
    if not scope.full or result.numerator is None:
        return result
    view, data, period = scope.view, scope.view.data, scope.period
    costs, spent = spend.costs(data, period), result.numerator
    found = view.between("leads", "sql", _lagged(scope))
    won = _won(view, period)
    margin = data.column("deals", "amount")[won] - data.column("deals", "cost")[won]
    known = data.has("deals", "cost") and view.reaches("deals", "created", period)
    profit = float(margin.sum()) if known and not np.isnan(margin).any() else None
    lead_to_sql = days_between(data.column("leads", "created")[found], data.column("leads", "sql")[found])
    paid, sold, sqls = spend.behind(view, period, scope.options.driver), data.rows("deals", won), data.rows("leads", found)
    beside = [
        Beside("spend", Text("Marketing spend"), spent, Unit.MONEY, behind=paid),
        _each(view, period, "cost_per_lead", Text("Cost per lead"), spent, "created", paid),
        _each(view, period, "cost_per_mql", Text("Cost per MQL"), spent, "mql", paid),
        _per_head("cac", Text("Cost per won customer (CAC)"), spent, _customers(view, won), (*paid, sold)),
        Beside("romi", Text("ROMI"), None if profit is None else ratio(profit - spent, spent), Unit.FACTOR, behind=(*paid, sold)),
        Beside("ceiling", Text("The most a SQL may cost"), affordable.ceiling(view, period, scope.options), Unit.MONEY, behind=affordable.behind(view, period)),
        Beside("median_lead_to_sql_days", Text("Days from lead to SQL, median (proposed lag)"), median(lead_to_sql), Unit.DAYS, behind=(sqls,))]
    if not view.filters:
        shared = float(costs.amount[costs.shared].sum())
        beside.append(Beside("shared_spend", Text("Of it shared"), shared, Unit.MONEY, behind=costs.at(costs.shared)))
    warnings = list(result.warnings)
    if scope.options.driver in _SAME_RANKING:
        warnings.append(_SAME_RANKING[scope.options.driver])
    if profit is None and len(won):
        warnings.append(Text("ROMI needs the cost of every won deal."))
    grids = (_channels(scope),) if data.dimensions.get("channel") and "channel" not in {f.dimension for f in view.filters} else ()
    return replace(result, beside=tuple(beside), grids=grids, used=(*paid, sqls), left_out=spend.left_out(data),
                   warnings=tuple(warnings), details=told(beside, grids, driver=scope.options.driver.value, lag_days=scope.options.lag_days))


def _each(view: View, period: Period, key: str, label: Text, spent: float, field: str, paid: tuple[Rows, ...]) -> Beside:
    """Spend per lead that has this date in the period."""
    leads = view.data.rows("leads", view.between("leads", field, period))
    return _per_head(key, label, spent, len(leads.ids), (*paid, leads))


def _per_head(key: str, label: Text, spent: float, n: int, behind: tuple[Rows, ...]) -> Beside:
    """Spend per count, with its interval where anything was spent."""
    low, high = interval(spent, n) if spent > 0 and n else (None, None)
    return Beside(key, label, ratio(spent, n), Unit.MONEY, low, high, n, behind=behind)


def _won(view: View, period: Period) -> np.ndarray:
    closed = view.between("deals", "closed", period)
    return closed[view.column("deals", "outcome")[closed] == WON]


def _customers(view: View, won: np.ndarray) -> int:
    """Customers won: each named one once, deals without a customer each for one."""
    customer = view.column("deals", "customer")[won]
    return len(np.unique(customer[customer >= 0])) + int((customer < 0).sum())


def _channels(scope: Scope) -> Grid:
    members = breakdown(scope, "channel")
    rows = tuple((m.member, m.details["direct"], m.numerator, int(m.denominator or 0), m.details["direct_cost_per_sql"], m.value, m.low,
                  m.note) for m in members)
    return Grid("by_channel", Text("Direct and loaded cost per SQL by channel"), (
        ("channel", Text("Channel"), None), ("direct", Text("Direct spend"), Unit.MONEY), ("loaded", Text("With shared cost"), Unit.MONEY),
        ("sqls", Text("SQLs"), Unit.COUNT), ("direct_cost_per_sql", Text("Direct cost per SQL"), Unit.MONEY),
        ("cost_per_sql", Text("Loaded cost per SQL"), Unit.MONEY), ("low", Text("At least"), Unit.MONEY), ("note", Text("Note"), None)), rows,
        of="channel")


def breakdown(scope: Scope, dimension: str) -> tuple[Member, ...]:
    """Loaded cost per SQL of each member; the members' spend sums to the total to the cent. `details` hold the direct figures."""
    view = scope.view
    groups = view.groups("leads", dimension, view.between("leads", "sql", _lagged(scope)))
    if groups is None:
        return ()
    counts = dict(zip(groups[0], sizes(groups).tolist(), strict=True))
    parts = spend.allocate(view, scope.period, dimension, scope.options.driver)
    usual = _usual(scope, dimension)
    out = []
    direct = dict(zip(parts.members, parts.direct.tolist(), strict=True))
    loaded = dict(zip(parts.members, parts.loaded.tolist(), strict=True))
    for name in dict.fromkeys([*parts.members, *groups[0]]):
        n, spent, own = counts.get(name, 0), loaded.get(name, 0.0), direct.get(name, 0.0)
        low, high = interval(spent, n) if spent > 0 else (None, None)
        out.append(Member(name, ratio(spent, n), spent, float(n), n, low, high, {
            "direct": own, "loaded": spent, "direct_cost_per_sql": ratio(own, n), "at_least": low if not n else None,
            "against_default": (spent - usual.get(name, 0.0)) / n if n and usual is not None else None},
            note=None if n else _none(spent, low, view.data.currency)))
    if parts.left:
        out.append(Member("(shared)", None, parts.left, None, 0, details={"direct": 0.0, "loaded": parts.left, "shared_not_spread": True,
                                                                   "direct_cost_per_sql": None, "at_least": None},
                          note=Text("shared cost that is not spread")))
    return tuple(out)


def _usual(scope: Scope, dimension: str) -> dict[str, float] | None:
    """Each member's spend where shared cost is spread as usual; None where it is."""
    usual = Options().driver
    if scope.options.driver is usual:
        return None
    parts = spend.allocate(scope.view, scope.period, dimension, usual)
    return dict(zip(parts.members, parts.loaded.tolist(), strict=True))


_SPEND = Cause("spend", Text("Spend"), Text("more was spent"), Text("less was spent"))


def _why(now: Scope, then: Scope, by: str | None) -> tuple[Effect, ...]:
    """Spend by member / (leads x lead to MQL x MQL to SQL); with a lag the leads are those of the SQLs' days."""
    sides, stages = [_spent(s, by) for s in (then, now)], [causes.stages(s.view, _lagged(s), by, "created", "mql", "sql") for s in (then, now)]
    ends = [(sum(spent.values()), sum(v[-1] for v in members.values())) for spent, members in zip(sides, stages, strict=True)]
    return quotient(volumes(sides[0], sides[1], _SPEND), causes.of_sqls(stages[0], stages[1]), ends[0], ends[1])


def _spent(scope: Scope, by: str | None) -> dict[str | Text, float]:
    if by is None:
        return {"": spend.total(scope.view, scope.period, scope.options.driver) or 0.0}
    parts = spend.allocate(scope.view, scope.period, by, scope.options.driver)
    found: dict[str | Text, float] = dict(zip(parts.members, parts.loaded.tolist(), strict=True))
    return found | {Text("shared cost"): parts.left} if parts.left else found


def _test(now: Result, then: Result) -> bool | None:
    """Whether SQLs per unit of spend differ: the spend is known, the count is the noise."""
    spent, spent_then = now.numerator or 0.0, then.numerator or 0.0
    if spent <= 0 or spent_then <= 0 or now.denominator is None or then.denominator is None:
        return None
    return counts_differ(now.denominator, spent, then.denominator, spent_then)


_DRIVERS = ((Driver.LEADS, Text("all leads")), (Driver.MQLS, Text("MQLs")), (Driver.SQLS, Text("SQLs")), (Driver.SPEND, Text("direct spend")),
            (Driver.REVENUE, Text("won revenue")), (Driver.EVEN, Text("evenly")), (Driver.NONE, Text("not at all")))
_CHOICES = (
    Choice("driver", Text("Shared cost is spread by"), Text("By what the cost that names no channel, campaign or event is spread over the members."),
           _DRIVERS),
    Choice("lag_days", Text("Days from spend to SQL"), Text("Spend is compared with the SQLs of so many days later."), most=730,
           proposed="median_lead_to_sql_days"),
    Choice("required_return", Text("Required return"), Text("The gross profit that a unit of spend has to bring; the ceiling is divided by it."), least=0.1,
           most=100, whole=False))

KPI = Kpi(
    "cost_per_sql", 5, Text("Cost per SQL"),
    Text("What one sales-qualified lead cost: all marketing spend of the period, shared cost included, divided by its SQLs."),
    Text("marketing spend of the period / SQLs of the period"), Unit.MONEY, -1, False,
    ((Need("spend", ("amount",)), Need("leads", ("sql",))), (Need("events", ("cost",)), Need("leads", ("sql",)))),
    ("channel", "campaign", "event", "format", "segment", "country", "product", "owner", "team"),
    compute, light(_headline), breakdown, _test,
    Why(_why, ("channel", "campaign", "event", "format", "segment", "country", "product", "team"), lambda _: "leads",
        Text("Spend / (leads × leads to MQLs × MQLs to SQLs), as they happened in the period, by where the leads come from.")),
    Text("marketing spend"), Text("SQLs"), booked_ahead=True, choices=_CHOICES,
    columns=(("direct", Text("Direct spend"), Unit.MONEY), ("direct_cost_per_sql", Text("Direct cost per SQL"), Unit.MONEY),
             ("against_default", Text("Against the default"), Unit.MONEY)))
