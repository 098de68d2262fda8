"""KPIs 2 and 3: MQLs with their quality, and SQLs."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from kpi_desktop.metrics import causes
from kpi_desktop.metrics.dataset import WON, View
from kpi_desktop.metrics.figures import cannot, light, listed, rate, sizes, told
from kpi_desktop.metrics.forms import Form
from kpi_desktop.metrics.links import days_between, lead_deals, median
from kpi_desktop.metrics.result import NO_DATA, Beside, Course, Effect, Grid, Kpi, Member, Need, Result, Scope, TrendValue, Unit, Why
from kpi_desktop.metrics.stats import counts_differ
from kpi_desktop.model.problem import Share, Text
from kpi_desktop.model.schema import NO_DAY
from kpi_desktop.model.selection import day_of

_LISTED = 50
DIMENSIONS = ("channel", "campaign", "event", "format", "segment", "country", "product", "owner", "team")
_TOLD_APART = tuple(d for d in DIMENSIONS if d != "owner")
"""Why a figure changed is never laid at one person's door."""


def _headline(scope: Scope, field: str) -> Result:
    view = scope.view
    if (refused := cannot(view, "leads")) is not None:
        return refused
    if not len(view.data.order("leads", field)[1]) or not view.reaches("leads", "created", scope.period):
        return NO_DATA
    n = view.count("leads", field, scope.period)
    return Result(float(n), float(n), None, n)


def _breakdown(scope: Scope, dimension: str, field: str) -> tuple[Member, ...]:
    groups = scope.view.groups("leads", dimension, scope.view.between("leads", field, scope.period))
    if groups is None:
        return ()
    return tuple(Member(m, float(n), float(n), None, int(n)) for m, n in zip(groups[0], sizes(groups), strict=True))


def _test(now: Result, then: Result) -> bool | None:
    return None if now.value is None or then.value is None else counts_differ(now.value, 1, then.value, 1)


def compute_mqls(scope: Scope) -> Result:
    """Leads with `mql` in the period; beside them acceptance by sales, fit, what became of them, and quality by channel."""
    result = _headline(scope, "mql")
    if result.value is None:
        return result
    view, data = scope.view, scope.view.data
    found = view.between("leads", "mql", scope.period)
    accepted = data.column("leads", "sql")[found] != NO_DAY
    rejected = ~accepted & (data.column("leads", "rejected")[found] != NO_DAY)
    judged = int(accepted.sum() + rejected.sum())
    note = Text("{share} accepted by sales", share=Share(float(accepted.sum()) / judged)) if judged else None
    base = Result(result.value, result.numerator, None, result.n, note=note, used=(data.rows("leads", found),))
    if not scope.full:
        return base
    target, deals = data.column("leads", "target")[found], lead_deals(data)
    beside = [
        rate("acceptance", Text("Accepted by sales"), int(accepted.sum()), judged, data.rows("leads", found[accepted | rejected])),
        listed(view, "leads", "accepted", Text("Accepted"), found[accepted]), listed(view, "leads", "rejected", Text("Rejected"), found[rejected]),
        listed(view, "leads", "undecided", Text("Undecided"), found[~(accepted | rejected)]),
        rate("target_share", Text("Fit the target customer (where known)"), int((target == 1).sum()), int((target >= 0).sum()),
             data.rows("leads", found[target >= 0])),
        rate("mql_to_sql", Text("MQL to SQL (so far)"), int(accepted.sum()), len(found), *base.used)]
    if deals.linked:
        beside.append(rate("mql_to_won", Text("MQL to won (so far)"), int(deals.won[found].sum()), len(found), *base.used))
    grids = [g for g in (_quality(view, found, accepted, rejected), _reasons(view, found[rejected])) if g is not None]
    return Result(base.value, base.numerator, None, base.n, note=note, beside=tuple(beside), grids=tuple(grids), used=base.used,
                  details=told(beside, grids))


def _quality(view: View, found: np.ndarray, accepted: np.ndarray, rejected: np.ndarray) -> Grid | None:
    """MQLs by channel: acceptance, fit, SQL and won rates, and expected gross profit = MQLs x P(won) x mean gross profit of a won deal."""
    data, deals = view.data, lead_deals(view.data)
    groups = view.groups("leads", "channel", found)
    if groups is None or not len(found):
        return None
    n, target = sizes(groups), data.column("leads", "target")[found]
    yes, knows = sizes(groups, target == 1), sizes(groups, target >= 0)
    ok, no, won = sizes(groups, accepted), sizes(groups, rejected), sizes(groups, deals.won[found])
    outcome = data.column("deals", "outcome") == WON
    margin = data.column("deals", "amount")[outcome] - data.column("deals", "cost")[outcome]
    each = float(np.nanmean(margin)) if len(margin) and not np.isnan(margin).all() else None
    rows = tuple((m, int(n[k]), _part(ok[k], ok[k] + no[k]), _part(yes[k], knows[k]), _part(ok[k], n[k]),
                  _part(won[k], n[k]) if deals.linked else None, float(won[k]) * each if each is not None and deals.linked else None)
                 for k, m in enumerate(groups[0]))
    return Grid("quality_by_channel", Text("Quality of MQLs by channel"), (
        ("channel", Text("Channel"), None), ("mqls", Text("MQLs"), Unit.COUNT), ("acceptance", Text("Accepted by sales"), Unit.RATE),
        ("target_share", Text("Fit the target"), Unit.RATE), ("mql_to_sql", Text("MQL to SQL"), Unit.RATE),
        ("mql_to_won", Text("MQL to won"), Unit.RATE), ("expected_gross_profit", Text("Expected gross profit"), Unit.MONEY)), rows,
        Form("heat", ("acceptance", "target_share", "mql_to_sql", "mql_to_won"), size="mqls", apart=True), "channel", behind=(data.rows("leads", found),))


def _part(k: float, n: float) -> float | None:
    return float(k / n) if n else None


def _reasons(view: View, rejected: np.ndarray) -> Grid | None:
    codes, n = np.unique(view.column("leads", "reject_reason")[rejected], return_counts=True)
    if not len(codes):
        return None
    rows = tuple((view.data.name(int(codes[k])), int(n[k])) for k in np.argsort(-n, kind="stable"))
    return Grid("reject_reasons", Text("Why sales rejected them"), (("reason", Text("Reason"), None), ("mqls", Text("MQLs"), Unit.COUNT)), rows,
                Form("bars", ("mqls",)), behind=(view.data.rows("leads", rejected),))


def compute_sqls(scope: Scope) -> Result:
    """Leads with `sql` in the period; beside them the way they came, the days from MQL, and whether sales picked them up."""
    result = _headline(scope, "sql")
    if result.value is None:
        return result
    view, data = scope.view, scope.view.data
    found = view.between("leads", "sql", scope.period)
    mql, sql = data.column("leads", "mql")[found], data.column("leads", "sql")[found]
    via, deals = mql != NO_DAY, lead_deals(data)
    note = Text("{via} via MQL, {direct} direct", via=int(via.sum()), direct=int((~via).sum())) if len(found) and via.any() else None
    base = Result(result.value, result.numerator, None, result.n, note=note, used=(data.rows("leads", found),))
    if not scope.full:
        return base
    beside = [listed(view, "leads", "via_mql", Text("Via MQL"), found[via]), listed(view, "leads", "direct", Text("Direct, never an MQL"), found[~via])]
    mqls = view.between("leads", "mql", scope.period)
    beside.append(rate("mql_to_sql", Text("MQLs of the period that became SQL"), int((data.column("leads", "sql")[mqls] != NO_DAY).sum()), len(mqls),
                       data.rows("leads", mqls)))
    beside.append(Beside("median_days", Text("Days from MQL to SQL, median"), median(days_between(mql, sql)), Unit.DAYS, behind=beside[0].behind))
    grids: tuple[Grid, ...] = ()
    if deals.linked:
        waiting = found[~deals.has_deal[found]]
        grids = _waiting(view, waiting)
        ages = (data.today - data.column("leads", "sql")[waiting]).astype(float)
        left = listed(view, "leads", "waiting", Text("Waiting for sales"), waiting)
        beside += [rate("picked_up", Text("Picked up by sales (have a deal)"), len(found) - len(waiting), len(found), *base.used),
                   left, Beside("waiting_days", Text("Waiting since, median"), median(ages), Unit.DAYS, behind=left.behind)]
    return Result(base.value, base.numerator, None, base.n, note=note, beside=tuple(beside), grids=grids, used=base.used,
                  details=told(beside, grids))


def _waiting(view: View, waiting: np.ndarray) -> tuple[Grid, ...]:
    """SQLs without a deal: how many by their age, and the oldest by name with the days they have waited."""
    if not len(waiting):
        return ()
    data = view.data
    days = (data.today - data.column("leads", "sql")[waiting]).astype(np.int64)
    place = np.searchsorted((7, 30, 90), days, "left")
    ages = (Text("up to a week"), Text("8 to 30 days"), Text("31 to 90 days"), Text("over 90 days"))
    behind = (data.rows("leads", waiting),)
    oldest = waiting[np.argsort(-days, kind="stable")[:_LISTED]]
    told_by = [(name, label) for name, label in (("company", Text("Company")), ("channel", Text("Channel")), ("owner", Text("Owner")))
               if data.has("leads", name)]
    rows = tuple((*(data.name(int(data.column("leads", name)[k])) for name, _ in told_by), day_of(int(data.column("leads", "sql")[k])),
                  data.today - int(data.column("leads", "sql")[k])) for k in oldest)
    return (Grid("waiting_by_age", Text("SQLs waiting for sales, by age"), (("age", Text("Waiting"), None), ("sqls", Text("SQLs"), Unit.COUNT)),
                 tuple((age, int((place == k).sum())) for k, age in enumerate(ages)), Form("bars", ("sqls",)), behind=behind),
            Grid("waiting_list", Text("SQLs that have waited longest for sales"), (
                *((name, label, None) for name, label in told_by), ("sql", Text("SQL since"), None), ("days", Text("Days"), Unit.COUNT)), rows, behind=behind))


def _trend_of(field: str) -> Callable[[list[Scope]], list[TrendValue]]:
    return light(lambda scope: _headline(scope, field))


def _why_mqls(now: Scope, then: Scope, by: str | None) -> tuple[Effect, ...]:
    return causes.of_mqls(*(causes.stages(s.view, s.period, by, "created", "mql") for s in (then, now)))


def _why_sqls(now: Scope, then: Scope, by: str | None) -> tuple[Effect, ...]:
    return causes.of_sqls(*(causes.stages(s.view, s.period, by, "created", "mql", "sql") for s in (then, now)))


MQLS = Kpi(
    "mqls", 2, Text("MQLs"), Text("Leads that marketing qualified in the period (MQL), with what sales made of them."),
    Text("leads with an MQL date in the period"), Unit.COUNT, 1, True, ((Need("leads", ("mql",)),),), DIMENSIONS, compute_mqls,
    _trend_of("mql"), lambda scope, dimension: _breakdown(scope, dimension, "mql"), _test,
    Why(_why_mqls, _TOLD_APART, lambda _: "leads", Text("Leads created in the period × the share that became MQLs, by where the leads come from.")),
    Text("MQLs"), Text("—", "no denominator"), course=Course.SUM)

SQLS = Kpi(
    "sqls", 3, Text("SQLs"), Text("Leads that sales accepted as an opportunity worth working on (SQL) in the period."),
    Text("leads with an SQL date in the period"), Unit.COUNT, 1, True, ((Need("leads", ("sql",)),),), DIMENSIONS, compute_sqls,
    _trend_of("sql"), lambda scope, dimension: _breakdown(scope, dimension, "sql"), _test,
    Why(_why_sqls, _TOLD_APART, lambda _: "leads",
        Text("Leads created × leads to MQLs × MQLs to SQLs, as they happened in the period, by where the leads come from.")),
    Text("SQLs"), Text("—", "no denominator"), course=Course.SUM)
