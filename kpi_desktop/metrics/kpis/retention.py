"""KPI 8: customer retention by contract, else by purchase."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from kpi_desktop.metrics.dataset import Dataset, View
from kpi_desktop.metrics.effects import per_head
from kpi_desktop.metrics.figures import alone, cannot, count, light, ratio, small, summed, told
from kpi_desktop.metrics.forms import Choice, Form
from kpi_desktop.metrics.result import NO_DATA, Beside, Cause, Effect, Grid, Kpi, Member, Need, Result, Scope, Unit, Why
from kpi_desktop.metrics.rows import Rows
from kpi_desktop.metrics.stats import rates_differ, wilson
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import NO_DAY
from kpi_desktop.model.selection import EPOCH, Grain, Period, day_number, day_of

_LISTED = 200
_COHORTS = 24
_SINCE = 24
"""Months after the start that the cohort triangle reaches to."""


@dataclass(frozen=True, eq=False)
class _Base:
    """Customers active on the first and on the last day (codes), and the table that says so."""

    table: str
    start: np.ndarray
    end: np.ndarray
    gap: float | None = None


def _base(scope: Scope) -> _Base | Result:
    view, data, period = scope.view, scope.view.data, scope.period
    if data.has("customers", "started"):
        if (refused := cannot(view, "customers")) is not None:
            return refused
        if period.lo > data.today or period.hi < int(data.order("customers", "started")[1][0]):
            return NO_DATA
        return _Base("customers", _contracts(view, period.lo), _contracts(view, min(period.hi, data.today)))
    if not data.has("invoices", "date"):
        return NO_DATA
    if (refused := cannot(view, "invoices")) is not None:
        return refused
    if not view.reaches("invoices", "date", period):
        return NO_DATA
    gap = scope.options.retention_gap_days or purchase_gap(view)
    if gap is None:
        return NO_DATA
    return _Base("invoices", _buyers(view, period.lo, gap), _buyers(view, min(period.hi, data.today), gap), gap)


def _contracts(view: View, day: int) -> np.ndarray:
    """Customers with a contract in force: started <= day and (no end or ended > day); their codes in order."""
    codes, place = _numbered(view.data)
    there = np.zeros(len(codes), bool)
    there[place[_in_force(view, day)]] = True
    return codes[there]


def _numbered(data: Dataset) -> tuple[np.ndarray, np.ndarray]:
    """(the codes of all customers with contracts, in order; for each contract the place of its customer's among them)."""
    if "customer numbers" not in data.derived:
        data.derived["customer numbers"] = np.unique(data.column("customers", "customer"), return_inverse=True)
    return data.derived["customer numbers"]


def _in_force(view: View, day: int) -> np.ndarray:
    rows = view.all("customers")
    started, ended = view.column("customers", "started")[rows], view.column("customers", "ended")[rows]
    return rows[(started <= day) & ((ended == NO_DAY) | (ended > day))]


def purchase_gap(view: View) -> float | None:
    """The 90th percentile of the days between a customer's purchases; None where nobody bought twice."""
    rows = view.all("invoices")
    customer, day = view.column("invoices", "customer")[rows], view.column("invoices", "date")[rows]
    order = np.lexsort((day, customer))
    customer, day = customer[order], day[order].astype(np.int64)
    gaps = np.diff(day)[(np.diff(customer) == 0) & (customer[1:] >= 0) & (np.diff(day) > 0)]
    return float(np.percentile(gaps, 90)) if len(gaps) else None


def _buyers(view: View, day: int, gap: float) -> np.ndarray:
    codes = view.column("invoices", "customer")[_bought(view, day, gap)]
    return np.unique(codes[codes >= 0])


def _bought(view: View, day: int, gap: float) -> np.ndarray:
    return view.between("invoices", "date", Period(day_of(int(np.floor(day - gap)) + 1), day_of(day)))


def _headline(scope: Scope) -> Result:
    base = _base(scope)
    if isinstance(base, Result):
        return base
    n, kept = len(base.start), int(np.isin(base.start, base.end).sum())
    if not n:
        return Result(None, 0.0, 0.0, 0)
    low, high = wilson(kept, n)
    note = Text("{kept} of {all} customers", kept=kept, all=n)
    return Result(kept / n, float(kept), float(n), n, low, high, note, small(n))


def compute(scope: Scope) -> Result:
    """Customers kept / customers at the start; beside it churn, revenue retention, who left, and the cohort triangle."""
    result = _headline(scope)
    base = _base(scope)
    if not scope.full or isinstance(base, Result):
        return result
    view, data, period = scope.view, scope.view.data, scope.period
    months = (min(period.hi, data.today) - period.lo + 1) / 30.4375
    churn, fresh = None if result.value is None else 1 - result.value, np.setdiff1d(base.end, base.start)
    at_start = _rows(view, base, base.start)
    beside = [
        Beside("churn", Text("Churn"), churn, Unit.RATE, behind=(at_start,)),
        Beside("yearly_churn", Text("Churn as a yearly rate"), None if churn is None else yearly(churn, months), Unit.RATE, behind=(at_start,)),
        count("customers_start", Text("Customers at the start"), len(base.start), at_start),
        count("customers_end", Text("Customers at the end"), len(base.end), _rows(view, base, base.end)),
        count("customers_new", Text("New in the period"), len(fresh), _rows(view, base, fresh))]
    grids, warnings = [], list(result.warnings)
    if base.table == "customers":
        beside += _revenue_retention(view, period.lo, min(period.hi, data.today))
    else:
        bought = (data.rows("invoices", view.all("invoices")),)
        beside.append(Beside("purchase_gap_days", Text("Active means: bought within"), base.gap, Unit.DAYS, behind=bought))
        beside.append(Beside("purchase_gap_proposed", Text("90 % of purchases follow within"), purchase_gap(view), Unit.DAYS, behind=bought))
        warnings.append(Text("No contracts: a customer who bought in the last {days} days counts as active.", days=round(base.gap or 0)))
    if period.hi > data.today:
        warnings.append(Text("The period has not ended: customers are counted on {day}, the last day in the data.", day=day_of(data.today)))
    grids.append(_cohorts(view, base))
    gone = np.setdiff1d(base.start, base.end)
    grids.append(_lost(view, base, gone, min(period.hi, data.today)))
    grids = [g for g in grids if g.rows]
    return replace(result, beside=tuple(beside), grids=tuple(grids), used=(at_start,), warnings=tuple(warnings),
                   details=told(beside, grids, basis="contract" if base.table == "customers" else "purchase"))


def _rows(view: View, base: _Base, customers: np.ndarray) -> Rows:
    rows = view.all(base.table)
    return view.data.rows(base.table, rows[np.isin(view.column(base.table, "customer")[rows], customers)])


def yearly(churn: float, months: float) -> float:
    """The yearly rate of a churn over some months: 1 - (1 - c)^(12 / months) (check: 2 % a month is 21.5 % a year)."""
    return 1 - (1 - churn) ** (12 / months)


def _revenue_retention(view: View, lo: int, hi: int) -> list[Beside]:
    """Gross = (start - contraction - churn) / start, net adds expansion (10.0, 1.8, 0.6, 0.9 -> 85 %, 103 %); gross never above 100 %."""
    data = view.data
    if not data.has("customers", "mrr"):
        return []
    sums, held = [], [_in_force(view, day) for day in (lo, hi)]
    codes, place = _numbered(data)
    for rows in held:
        sums.append(np.bincount(place[rows], np.nan_to_num(data.column("customers", "mrr")[rows]), len(codes)))
    before, after = sums
    there = before > 0
    at_start = data.rows("customers", held[0])
    both = data.rows("customers", np.union1d(held[0], held[1][there[place[held[1]]]]))
    start, kept, now = before[there].sum(), np.minimum(before, after)[there].sum(), after[there].sum()
    return [Beside("gross_revenue_retention", Text("Gross revenue retention"), ratio(float(kept), float(start)), Unit.RATE, behind=(both,)),
            Beside("net_revenue_retention", Text("Net revenue retention"), ratio(float(now), float(start)), Unit.RATE, behind=(both,)),
            Beside("mrr_start", Text("Monthly recurring revenue at the start"), float(start), Unit.MONEY, behind=(at_start,))]


def _cohorts(view: View, base: _Base) -> Grid:
    """The cohort triangle, the same for every period."""
    key = ("cohort triangle", view.filters, base.gap)
    if key not in view.data.derived:
        view.data.derived[key] = _triangle(view, base)
    return view.data.derived[key]


def _triangle(view: View, base: _Base) -> Grid:
    """Customers by the month of their first contract (or purchase), and the share active at the end of each month since."""
    data, names = view.data, len(view.data.names)
    first = _first_days(view, base)
    there = np.flatnonzero(first <= data.today)
    until = data.today if base.gap is None else min(data.today, int(data.order("invoices", "date")[1][-1]))  # after the last invoice nobody is known
    month = (np.datetime64(EPOCH) + first[there]).astype("datetime64[M]").astype(np.int64)
    cohorts = np.unique(month)[-_COHORTS:]
    cohort_of = np.full(names, -1)
    recent = month >= cohorts[0] if len(cohorts) else np.zeros(0, bool)
    cohort_of[there[recent]] = np.searchsorted(cohorts, month[recent])
    sizes = np.bincount(cohort_of[cohort_of >= 0], minlength=len(cohorts))
    shares: list[list[float | None]] = [[None] * _SINCE for _ in cohorts]
    for end in range(int(cohorts[0]) + 1 if len(cohorts) else 0, int(cohorts[-1]) + _SINCE + 1 if len(cohorts) else 0):
        day = day_number(np.datetime64(end + 1, "M").astype("datetime64[D]").item()) - 1
        if day > until:
            break
        active = _contracts(view, day) if base.gap is None else _buyers(view, day, base.gap)
        at = cohort_of[active]
        left = np.bincount(at[at >= 0], minlength=len(cohorts))
        for k, start in enumerate(cohorts.tolist()):
            if 1 <= end - start <= _SINCE:
                shares[k][end - start - 1] = float(left[k] / sizes[k])
    keys = tuple(f"after_{m}_months" for m in range(1, _SINCE + 1))
    columns = (("started", Text("Started in"), None), ("customers", Text("Customers"), Unit.COUNT),
               *((key, Text("after %n month(s)", "", m), Unit.RATE) for m, key in enumerate(keys, 1)))
    months = [Period.of(Grain.MONTH, np.datetime64(int(m), "M").astype("datetime64[D]").item()) for m in cohorts]
    return Grid("cohorts", Text("Still there, by the month they started and the months since"), columns,
                tuple((m, int(n), *row) for m, n, row in zip(months, sizes, shares, strict=True)), Form("heat", keys, size="customers", wide=True),
                behind=(_rows(view, base, there[recent]),))


def _lost(view: View, base: _Base, gone: np.ndarray, day: int) -> Grid:
    """Customers lost by name, with the last day of a contract or of a purchase up to the day on which they are missed, the latest first."""
    rows = view.all(base.table)
    codes, days = view.column(base.table, "customer")[rows], view.column(base.table, "ended" if base.gap is None else "date")[rows]
    last = np.full(len(view.data.names), NO_DAY, np.int64)
    there = (codes >= 0) & (days <= day)
    np.maximum.at(last, codes[there], days[there])
    order = gone[np.lexsort((gone, -last[gone]))][:_LISTED]
    told_as = Text("Contract ended") if base.gap is None else Text("Last purchase")
    return Grid("lost", Text("Customers lost"), (("customer", Text("Customer"), None), ("last", told_as, None)),
                tuple((view.data.name(int(c)), day_of(int(last[c])) if last[c] != NO_DAY else None) for c in order), behind=(_rows(view, base, gone),))


def _first_days(view: View, base: _Base) -> np.ndarray:
    """Customer code -> the first day of a contract, or of a purchase; far in the future where there is none."""
    rows = view.all(base.table)
    codes, days = view.column(base.table, "customer")[rows], view.column(base.table, "started" if base.gap is None else "date")[rows]
    known = (codes >= 0) & (days != NO_DAY)
    first = np.full(len(view.data.names), np.iinfo(np.int32).max, np.int64)
    np.minimum.at(first, codes[known], days[known])
    return first


def breakdown(scope: Scope, dimension: str) -> tuple[Member, ...]:
    """Retention of each member's customers."""
    base = _base(scope)
    if isinstance(base, Result):
        return ()
    groups = scope.view.groups(base.table, dimension, scope.view.all(base.table))
    if groups is None:
        return ()
    out = []
    for name in groups[0]:
        found = _headline(replace(scope, view=scope.view.narrowed(dimension, name)))
        if found.denominator:
            out.append(Member(name, found.value, found.numerator, found.denominator, found.n, found.low, found.high))
    return tuple(sorted(out, key=lambda m: -m.n))


_RATE = Cause("retention", Text("Customers kept"), Text("more of the customers stayed"), Text("fewer of the customers stayed"))
_MIX = Cause("mix", Text("Mix of customers"), Text("the mix of customers changed"), Text("the mix of customers changed"))
_AGES = (Text("customers for under a year"), Text("customers for one to two years"), Text("customers for over two years"))


def _why(now: Scope, then: Scope, by: str | None) -> tuple[Effect, ...]:
    return per_head(_kept(then, by), _kept(now, by), (_RATE,), _MIX)


def _kept(scope: Scope, by: str | None) -> dict[str | Text, tuple[float, ...]]:
    """Member -> customers at the start, and those kept; without a dimension by how long they have been customers."""
    base, view, day = _base(scope), scope.view, scope.period.lo
    assert not isinstance(base, Result)
    rows = _in_force(view, day) if base.gap is None else _bought(view, day, base.gap)
    rows = rows[view.column(base.table, "customer")[rows] >= 0]
    customer, stayed = view.column(base.table, "customer"), np.isin(base.start, base.end).astype(float)
    codes = view.data.dimension(base.table, by) if by is not None else None
    if codes is not None:
        return summed(view, alone(customer[rows], codes[rows])[1], stayed)
    every = view.all(base.table)
    first = np.full(len(view.data.names), day)
    there = every[customer[every] >= 0]
    np.minimum.at(first, customer[there], view.column(base.table, "started" if base.gap is None else "date")[there])
    age = np.minimum((day - first[base.start]) // 365, len(_AGES) - 1)
    return {_AGES[k]: (float((age == k).sum()), float(stayed[age == k].sum())) for k in np.unique(age).tolist()}


def _test(now: Result, then: Result) -> bool | None:
    if not now.denominator or not then.denominator:
        return None
    return rates_differ(now.numerator or 0.0, now.denominator, then.numerator or 0.0, then.denominator)


KPI = Kpi(
    "customer_retention", 8, Text("Customer retention"),
    Text("Of the customers on the period's first day, the share that is still there on its last day."),
    Text("customers active on both days / customers active on the first day"), Unit.RATE, 1, False,
    ((Need("customers", ("started",)),), (Need("invoices", ("date",)),)), ("segment", "manager", "product"),
    compute, light(_headline), breakdown, _test,
    Why(_why, ("segment", "product"), lambda view: "customers" if view.data.has("customers", "started") else "invoices",
        Text("The retention of each part, and the parts’ shares in the customers at the start.")), Text("customers kept"), Text("customers at the start"),
    choices=(Choice("retention_gap_days", Text("Active means: bought within"), Text("Without contracts a customer is active who bought in so many days."),
                    least=1, most=3650, proposed="purchase_gap_proposed"),))
