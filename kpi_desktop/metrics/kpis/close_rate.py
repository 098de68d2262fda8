"""KPI 10: close rate, by count; beside it by value, and of the deals created in the period."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from kpi_desktop.metrics.dataset import LOST, OPEN, WON, View
from kpi_desktop.metrics.effects import per_head
from kpi_desktop.metrics.figures import cannot, count, light, listed, rate, ratio, sizes, small, tally, told
from kpi_desktop.metrics.forms import Form
from kpi_desktop.metrics.result import NO_DATA, Beside, Cause, Effect, Grid, Kpi, Member, Need, Result, Scope, Unit, Why
from kpi_desktop.metrics.rows import LeftOut
from kpi_desktop.metrics.stats import kaplan_meier, rates_differ, wilson
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import NO_DAY
from kpi_desktop.model.selection import Period


def _decided(view: View, period: Period) -> tuple[np.ndarray, np.ndarray]:
    """(won, lost) deals closed in the period."""
    closed = view.between("deals", "closed", period)
    outcome = view.column("deals", "outcome")[closed]
    return closed[outcome == WON], closed[outcome == LOST]


def _headline(scope: Scope) -> Result:
    view, data = scope.view, scope.view.data
    if (refused := cannot(view, "deals")) is not None:
        return refused
    if not data.has("deals", "outcome") or not view.reaches("deals", "created", scope.period):
        return NO_DATA
    won, lost = _decided(view, scope.period)
    n = len(won) + len(lost)
    if not n:
        return Result(None, 0.0, 0.0, 0)
    low, high = wilson(len(won), n)
    return Result(len(won) / n, float(len(won)), float(n), n, low, high, Text("{won} won of {all} closed", won=len(won), all=n), small(n),
                  used=(data.rows("deals", np.concatenate([won, lost])),))


def compute(scope: Scope) -> Result:
    """Won / (won + lost); beside it by value, the cohort of deals created in the period, loss reasons and lead sources."""
    result = _headline(scope)
    if not scope.full or (result.value is None and not scope.view.data.size("deals")) or result.warnings and result.value is None:
        return result
    view, data = scope.view, scope.view.data
    won, lost = _decided(view, scope.period)
    amount = data.column("deals", "amount")
    gained, missed = float(np.nansum(amount[won])), float(np.nansum(amount[lost]))
    beside = [listed(view, "deals", "won", Text("Won"), won), listed(view, "deals", "lost", Text("Lost"), lost)]
    if data.has("deals", "amount"):
        beside.append(Beside("by_value", Text("Close rate by value"), ratio(gained, gained + missed), Unit.RATE, behind=result.used))
    beside += _cohort(view, scope.period)
    dateless = view.all("deals")
    dateless = dateless[(data.column("deals", "outcome")[dateless] != OPEN) & (data.column("deals", "closed")[dateless] == NO_DAY)]
    left = (LeftOut(Text("closed without a closing date"), data.rows("deals", dateless)),) if len(dateless) else ()
    if len(lost) and not missed and gained:
        beside = [b for b in beside if b.key != "by_value"]
    grids = [g for g in (_reasons(view, lost), _sources(scope)) if g is not None]
    return replace(result, beside=tuple(beside), grids=tuple(grids), left_out=left, details=told(beside, grids))


def _cohort(view: View, period: Period) -> list[Beside]:
    """Deals created in the period: raw won share, share still open, and the won share expected at maturity.

    Expected: Kaplan-Meier over the days to won; open deals are censored today, lost ones stay in the denominator for good.
    """
    data = view.data
    made = view.between("deals", "created", period)
    if not len(made):
        return []
    outcome = data.column("deals", "outcome")[made]
    created, closed = (data.column("deals", n)[made].astype(np.int64) for n in ("created", "closed"))
    won = outcome == WON
    rows = (data.rows("deals", made),)
    beside = [count("created", Text("Deals created in the period"), len(made), *rows),
              rate("cohort_won", Text("Of these won so far"), int(won.sum()), len(made), *rows),
              rate("cohort_open", Text("Of these still open"), int((outcome == OPEN).sum()), len(made), *rows)]
    end = np.where(won & (closed != NO_DAY), closed, data.today)
    days = np.maximum(0, end - created).astype(float)
    days[outcome == LOST] = np.inf
    curve = kaplan_meier(days, won)
    if len(curve.times):
        beside.append(Beside("cohort_expected", Text("Of these won, expected at maturity"), float(curve.reached[-1]), Unit.RATE,
                             float(curve.low[-1]), float(curve.high[-1]), len(made), behind=rows))
    return beside


def _reasons(view: View, lost: np.ndarray) -> Grid | None:
    groups = view.groups("deals", "loss_reason", lost)
    if groups is None or not len(lost) or groups[0] == [""]:
        return None
    n, amount = sizes(groups), sizes(groups, np.nan_to_num(view.column("deals", "amount")[lost]))
    return Grid("loss_reasons", Text("Why deals were lost"), (
        ("reason", Text("Reason"), None), ("deals", Text("Lost deals"), Unit.COUNT), ("share", Text("Share"), Unit.RATE),
        ("amount", Text("Amount"), Unit.MONEY)), tuple((m, int(n[k]), float(n[k] / len(lost)), float(amount[k])) for k, m in enumerate(groups[0])),
        Form("bars", ("deals",)), behind=(view.data.rows("deals", lost),))


def _sources(scope: Scope) -> Grid | None:
    members = breakdown(scope, "channel")
    if len(members) < 2:
        return None
    return Grid("by_source", Text("Close rate by lead source"), (
        ("channel", Text("Channel"), None), ("close_rate", Text("Close rate"), Unit.RATE), ("won", Text("Won"), Unit.COUNT),
        ("closed", Text("Closed"), Unit.COUNT), ("low", Text("From", "interval"), Unit.RATE), ("high", Text("To", "interval"), Unit.RATE)),
        tuple((m.member, m.value, int(m.numerator or 0), m.n, m.low, m.high) for m in members), of="channel")


def breakdown(scope: Scope, dimension: str) -> tuple[Member, ...]:
    """Close rate of each member, by the number of deals closed. Salespeople are listed by name, not by figure."""
    if dimension == "loss_reason":
        return ()
    won, lost = _decided(scope.view, scope.period)
    groups = scope.view.groups("deals", dimension, np.concatenate([won, lost]))
    if groups is None:
        return ()
    n, k = sizes(groups), sizes(groups, np.r_[np.ones(len(won)), np.zeros(len(lost))])
    out = [Member(m, float(k[i] / n[i]), float(k[i]), float(n[i]), int(n[i]), *wilson(k[i], n[i])) for i, m in enumerate(groups[0])]
    return tuple(sorted(out, key=lambda m: m.member.casefold()) if dimension == "owner" else out)


_RATE = Cause("close_rate", Text("Close rate"), Text("more of the deals were won"), Text("fewer of the deals were won"))
_MIX = Cause("mix", Text("Mix of deals"), Text("the mix of deals changed"), Text("the mix of deals changed"))


def _why(now: Scope, then: Scope, by: str | None) -> tuple[Effect, ...]:
    return per_head(_members(then, by), _members(now, by), (_RATE,), _MIX)


def _members(scope: Scope, by: str | None) -> dict[str | Text, tuple[float, ...]]:
    won, lost = _decided(scope.view, scope.period)
    return tally(scope.view, "deals", by, np.concatenate([won, lost]), np.r_[np.ones(len(won)), np.zeros(len(lost))])


def _test(now: Result, then: Result) -> bool | None:
    if not now.denominator or not then.denominator:
        return None
    return rates_differ(now.numerator or 0.0, now.denominator, then.numerator or 0.0, then.denominator)


KPI = Kpi(
    "close_rate", 10, Text("Close rate"), Text("Of the deals decided in the period, the share that was won, by number of deals."),
    Text("won / (won + lost) of the deals closed in the period"), Unit.RATE, 1, False, ((Need("deals", ("outcome", "closed")),),),
    ("channel", "campaign", "segment", "country", "product", "owner", "team", "event", "format"),
    compute, light(_headline), breakdown, _test,
    Why(_why, ("channel", "segment", "product", "country", "team", "campaign", "event", "format"), lambda _: "deals",
        Text("The close rate of each part, and the parts’ shares in the deals closed.")), Text("won deals"), Text("deals closed"))
