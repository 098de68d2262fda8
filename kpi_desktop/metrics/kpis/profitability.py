"""KPI 7: gross profitability per customer, from invoices, else from won deals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from kpi_desktop.metrics import margin
from kpi_desktop.metrics.dataset import WON, View
from kpi_desktop.metrics.effects import per_head
from kpi_desktop.metrics.figures import SMALL, alone, cannot, count, light, ratio, sizes, summed, told
from kpi_desktop.metrics.forms import Form
from kpi_desktop.metrics.result import NO_DATA, Beside, Cause, Course, Effect, Grid, Kpi, Member, Need, Result, Scope, Unit, Why
from kpi_desktop.metrics.rows import LeftOut, Rows
from kpi_desktop.metrics.stats import SMALL_SAMPLE, bootstrap_mean, means_differ
from kpi_desktop.model.problem import Share, Text
from kpi_desktop.model.selection import Period

_SHOWN, _PLACES, _BELOW = 20, 200, 50
_FIRST = 0.2
"""The part of the customers that the curve's mark tells of."""


def _found(scope: Scope) -> tuple[margin.Sales, margin.Profit] | Result:
    view = scope.view
    table = margin.source(view)
    if table is None:
        return NO_DATA
    if (refused := cannot(view, table)) is not None:
        return refused
    if not view.reaches(table, "date" if table == "invoices" else "closed", scope.period):
        return NO_DATA
    rows = margin.sales(view, scope.period)
    assert rows is not None
    return rows, margin.profit(rows)


def _value(scope: Scope) -> Result:
    found = _found(scope)
    if isinstance(found, Result):
        return found
    profit = found[1]
    return Result(profit.per_customer, profit.total if len(profit.profits) else None, float(len(profit.profits)), len(profit.profits))


def _headline(scope: Scope) -> Result:
    found = _found(scope)
    if isinstance(found, Result):
        return found
    rows, profit = found
    data, n = scope.view.data, len(profit.profits)
    used = (data.rows(rows.table, rows.positions[profit.counted]),)
    unnamed = rows.positions[rows.customer < 0]
    left = [LeftOut(Text("the customer has rows without a cost"), data.rows(rows.table, rows.positions[~profit.counted & (rows.customer >= 0)])),
            LeftOut(Text("no customer is named"), data.rows(rows.table, unnamed))]
    left_out = tuple(item for item in left if len(item.rows.ids))
    if not n:
        return Result(None, None, 0.0, 0, used=used, left_out=left_out)
    bounds = bootstrap_mean(profit.profits)
    low, high = bounds if bounds is not None else (None, None)
    coverage = profit.coverage
    note = Text("%n customer(s)", "", n)
    if coverage is not None and coverage < 0.995:
        note = Text("%n customer(s), {share} of revenue", "", n, share=Share(coverage))
    warnings = [SMALL] if n < SMALL_SAMPLE else []
    if rows.table == "deals":
        warnings.append(Text("From won deals: there are no invoices."))
    return Result(profit.total / n, profit.total, float(n), n, low, high, note, tuple(warnings), used=used, left_out=left_out, sample=profit.profits)


def compute(scope: Scope) -> Result:
    """(Net revenue - cost) / customers; beside it gross margin, coverage, discounts, leakage and the Pareto curve."""
    result = _headline(scope)
    found = _found(scope)
    if not scope.full or isinstance(found, Result):
        return result
    rows, profit = found
    below, everyone = _below(scope.view, rows, profit), (scope.view.data.rows(rows.table, rows.positions),)
    beside = [
        Beside("gross_profit", Text("Gross profit"), profit.total if len(profit.profits) else None, Unit.MONEY, behind=result.used),
        Beside("revenue", Text("Net revenue of all customers"), profit.all_revenue, Unit.MONEY, behind=everyone),
        Beside("gross_margin", Text("Gross margin"), ratio(profit.total, profit.revenue), Unit.RATE, behind=result.used),
        Beside("coverage", Text("Share of revenue with a known cost"), profit.coverage, Unit.RATE, behind=everyone),
        count("below_zero", Text("Customers below zero"), int((profit.profits < 0).sum()) if len(profit.profits) else None, *(below.behind if below else ()))]
    discounts, by_team = _discounts(scope.view, scope.period)
    beside += discounts
    grids = [g for g in (_pareto(scope.view, profit, result.used), below, by_team) if g is not None]
    coverage = None if profit.coverage is None else Text("covers {share} of revenue", share=Share(profit.coverage))
    return replace(result, beside=tuple(beside), grids=tuple(grids), details=told(beside, grids, source=rows.table), coverage=coverage)


def _pareto(view: View, profit: margin.Profit, behind: tuple[Rows, ...]) -> Grid | None:
    """The customers by profit with their cumulative share of the total; the first 20 are listed."""
    if not len(profit.profits):
        return None
    order = np.argsort(-profit.profits, kind="stable")
    running = np.cumsum(profit.profits[order])
    rows = tuple((view.data.name(int(profit.customers[k])), float(profit.revenues[k]), float(profit.profits[k]),
                  ratio(float(profit.profits[k]), float(profit.revenues[k])), ratio(float(running[i]), float(running[-1])))
                 for i, k in enumerate(order[:_SHOWN]))
    return Grid("pareto", Text("Customers by gross profit (first 20)"), (
        ("customer", Text("Customer"), None), ("revenue", Text("Revenue"), Unit.MONEY), ("gross_profit", Text("Gross profit"), Unit.MONEY),
        ("gross_margin", Text("Gross margin"), Unit.RATE), ("cumulative_share", Text("Cumulative share"), Unit.RATE)), rows,
        curve(running, lambda k: view.data.name(int(profit.customers[order[k]]))) if running[-1] > 0 else None, behind=behind)


def curve(running: np.ndarray, name: Callable[[int], str]) -> Form:
    """The Pareto curve of members in order with their running sums: at most 200 places evenly over all, the first fifth of the members marked. `name` tells
    the name of the k-th."""
    n = len(running)
    first = max(1, round(_FIRST * n))
    at = [round((k + 1) * n / min(n, _PLACES)) for k in range(min(n, _PLACES))]  # how many members each place sums
    highlight = min(range(len(at)), key=lambda k: abs(at[k] - first))
    share = Share(float(running[at[highlight] - 1] / running[-1]))
    mark = Text("{part} of the customers bring {share}", part=Share(at[highlight] / n), share=share)
    return Form("curve", points=tuple((name(k - 1), float(running[k - 1] / running[-1])) for k in at), highlight=highlight, mark=mark)


def _below(view: View, rows: margin.Sales, profit: margin.Profit) -> Grid | None:
    """Customers who cost more than they brought, the dearest first."""
    order = np.argsort(profit.profits, kind="stable")
    below = order[: int((profit.profits < 0).sum())]
    if not len(below):
        return None
    theirs = rows.positions[np.isin(rows.customer, profit.customers[below]) & profit.counted]
    return Grid("customers_below_zero", Text("Customers below zero"), (
        ("customer", Text("Customer"), None), ("revenue", Text("Revenue"), Unit.MONEY), ("gross_profit", Text("Gross profit"), Unit.MONEY)),
        tuple((view.data.name(int(profit.customers[k])), float(profit.revenues[k]), float(profit.profits[k])) for k in below[:_BELOW]),
        behind=(view.data.rows(rows.table, theirs),))


def _discounts(view: View, period: Period) -> tuple[list[Beside], Grid | None]:
    """Discount depth = 1 - sum amount / sum list amount of won deals, its spread, and margin leakage by team."""
    data = view.data
    if view.carries("deals") is not None:
        return [], None
    won = view.between("deals", "closed", period)
    won = won[data.column("deals", "outcome")[won] == WON]
    listed, amount = data.column("deals", "list_amount")[won], data.column("deals", "amount")[won]
    known = ~np.isnan(listed) & ~np.isnan(amount) & (listed > 0)
    won, listed, amount = won[known], listed[known], amount[known]
    if not len(won):
        return [], None
    discount = 1 - amount / listed
    leak = listed * np.maximum(0.0, discount - _segment_median(view, won, discount))
    behind, leaking = (data.rows("deals", won),), (data.rows("deals", won[leak > 0]),)
    beside = [Beside("discount_depth", Text("Discount depth"), float(1 - amount.sum() / listed.sum()), Unit.RATE, n=len(won), behind=behind),
              Beside("discount_p10", Text("Discount, 10th percentile"), float(np.percentile(discount, 10)), Unit.RATE, behind=behind),
              Beside("discount_p90", Text("Discount, 90th percentile"), float(np.percentile(discount, 90)), Unit.RATE, behind=behind),
              Beside("margin_leakage", Text("Margin leakage"), float(leak.sum()), Unit.MONEY, behind=leaking)]
    groups = view.groups("deals", "team", won)
    if groups is None or groups[0] == [""]:
        return beside, None
    deals, gross, net, lost = sizes(groups), sizes(groups, listed), sizes(groups, amount), sizes(groups, leak)
    rows = tuple((m, int(deals[k]), float(1 - net[k] / gross[k]), float(lost[k])) for k, m in enumerate(groups[0]))
    drawn = Form("bars", ("discount_depth",))
    return beside, Grid("discounts_by_team", Text("Discounts by team"), (
        ("team", Text("Team"), None), ("deals", Text("Won deals"), Unit.COUNT), ("discount_depth", Text("Discount depth"), Unit.RATE),
        ("margin_leakage", Text("Margin leakage"), Unit.MONEY)), rows, drawn, "team",
                        behind=behind)


def _segment_median(view: View, won: np.ndarray, discount: np.ndarray) -> np.ndarray:
    """The median discount of each deal's segment (deals without one form a segment of their own)."""
    groups = view.groups("deals", "segment", won)
    place = groups[1] if groups is not None else np.zeros(len(won), np.int64)
    out = np.zeros(len(won))
    for k in np.unique(place):
        out[place == k] = np.median(discount[place == k])
    return out


def breakdown(scope: Scope, dimension: str) -> tuple[Member, ...]:
    """Gross profit per customer of each member, by gross profit."""
    found = _found(scope)
    if isinstance(found, Result):
        return ()
    rows = found[0]
    groups = scope.view.groups(rows.table, dimension, rows.positions)
    if groups is None:
        return ()
    out = []
    for k, name in enumerate(groups[0]):
        mine = groups[1] == k
        part = margin.profit(margin.Sales(rows.table, rows.positions[mine], rows.customer[mine], rows.revenue[mine], rows.cost[mine]))
        n = len(part.profits)
        low, high = bootstrap_mean(part.profits) or (None, None)
        out.append(Member(name, part.per_customer, part.total if n else None, float(n), n, low, high, {"coverage": part.coverage}))
    return tuple(sorted(out, key=lambda m: -(m.numerator or 0)))


_REVENUE = Cause("revenue", Text("Revenue per customer"), Text("customers bought more"), Text("customers bought less"))
_COST = Cause("cost", Text("Cost per customer"), Text("customers cost more to serve"), Text("customers cost less to serve"))
_MIX = Cause("mix", Text("Mix of customers"), Text("the mix of customers changed"), Text("the mix of customers changed"))


def _why(now: Scope, then: Scope, by: str | None) -> tuple[Effect, ...]:
    return per_head(_customers(then, by), _customers(now, by), (_REVENUE, _COST), _MIX, signs=(1, -1))


def _customers(scope: Scope, by: str | None) -> dict[str | Text, tuple[float, ...]]:
    """Member -> customers, their revenue and their cost; a customer with rows of several members stands under these."""
    found = _found(scope)
    assert not isinstance(found, Result)
    rows, profit = found
    codes = scope.view.data.dimension(rows.table, by) if by is not None else None
    mine = codes[rows.positions[profit.counted]] if codes is not None else np.full(int(profit.counted.sum()), -1)
    _, member = alone(rows.customer[profit.counted], mine)
    return summed(scope.view, member, profit.revenues, profit.revenues - profit.profits)


def _test(now: Result, then: Result) -> bool | None:
    return means_differ(now.sample, then.sample)


KPI = Kpi(
    "customer_profitability", 7, Text("Gross profit per customer"),
    Text("What a customer leaves after direct cost: net revenue minus cost, divided by the customers with revenue in the period."),
    Text("(net revenue − cost) / customers with revenue"), Unit.MONEY, 1, False,
    ((Need("invoices", ("revenue", "cost")),), (Need("deals", ("amount", "cost", "customer")),)),
    ("segment", "product", "manager", "channel", "campaign", "event", "format", "country", "owner", "team"),
    compute, light(_value), breakdown, _test,
    Why(_why, ("segment", "product", "channel", "campaign", "country", "team"), margin.source,
        Text("Revenue and cost per customer of each part, and the parts’ shares in the customers.")),
    Text("gross profit"), Text("customers"), course=Course.GROWS,
    columns=(("coverage", Text("Revenue with a known cost"), Unit.RATE),))
