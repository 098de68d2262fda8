"""Backwards from a revenue goal: what leads already there will still bring, and how many new leads, for how much money, the rest takes, by quarter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.links import lead_deals
from kpi_desktop.model.plans import Range
from kpi_desktop.model.problem import Money, Text, UserError
from kpi_desktop.model.schema import NO_DAY
from kpi_desktop.model.selection import Grain, Period, day_of
from kpi_desktop.planning.portfolio import Portfolio, lead_places

LONGEST = 12
"""Quarters after which a lead is waited for no longer."""
_AS_SURE = 10.0
"""A practice's own ages count as much as everyone's once it has had this many won deals."""
_Z80 = 1.2815515655446004
_MUCH = 2.0


@dataclass(frozen=True, eq=False)
class Ages:
    """How old leads are when they are won: `shares` is practice x quarters later -> share of the leads created in a quarter (kpi-definitions.md, "age
    matrix"); `pooled` the same over all. `leads` and `won` say how many stand behind each practice."""

    names: tuple[str, ...]
    shares: np.ndarray
    pooled: np.ndarray
    leads: np.ndarray
    won: np.ndarray


@dataclass(frozen=True)
class Quarter:
    """One quarter of the period: revenue that comes of leads already there and of new ones, the new leads and the money that this takes; `counts` is the
    share of what these leads will ever bring that still falls into the period."""

    period: Period
    carried: float
    new: float
    leads: float
    budget: float
    counts: float


@dataclass(frozen=True, eq=False)
class Backward:
    """The way to the goal. `leads` and `budget` over the period with their 80 % range; `times` is how many times the base period's leads that is."""

    goal: float
    quarters: tuple[Quarter, ...]
    carried: float
    leads: Range
    budget: Range
    times: float
    ages: Ages
    warnings: tuple[Text, ...]


def quarter_numbers(days: np.ndarray) -> np.ndarray:
    """Year x 4 + quarter (0 to 3) of day numbers; NO_DAY stays NO_DAY."""
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + 1970 * 12
    return np.where(days == NO_DAY, NO_DAY, months // 3)


def ages(data: Dataset, p: Portfolio) -> Ages:
    """The age matrix of each practice: hazards by quarter (Kaplan and Meier 1958), so that young cohorts count for the quarters that they have been watched,
    each drawn towards everyone's by as much as its won deals are few."""
    rows, created, won, last = _leads(data, p)
    mine = rows >= 0
    pooled, _, _ = _hazards(created[mine], won[mine], last)
    total = int(np.count_nonzero(mine & (won != NO_DAY)))
    rate = total / max(int(np.count_nonzero(mine)), 1)
    borrowed = _AS_SURE / rate if rate > 0 else 0.0
    shares, leads, wins = [], [], []
    for k in range(len(p.names)):
        own = rows == k
        _, events, at_risk = _hazards(created[own], won[own], last)
        hazard = np.divide(events + borrowed * pooled, at_risk + borrowed, out=np.zeros(LONGEST + 1), where=at_risk + borrowed > 0)
        shares.append(_falling(hazard))
        leads.append(int(np.count_nonzero(own)))
        wins.append(int(np.count_nonzero(own & (won != NO_DAY))))
    return Ages(p.names, np.array(shares), _falling(pooled), np.array(leads), np.array(wins))


def _leads(data: Dataset, p: Portfolio) -> tuple[np.ndarray, np.ndarray, np.ndarray, int]:
    """Per lead: its practice's place, the quarters of its creation and of its won deal; and the last quarter seen to its end."""
    rows = lead_places(data, p)
    created, won = quarter_numbers(data.column("leads", "created")), quarter_numbers(lead_deals(data).won_day)
    last = int(quarter_numbers(np.array([data.today + 1]))[0]) - 1
    rows = np.where(created == NO_DAY, -1, rows)
    return rows, created, np.where(won == NO_DAY, NO_DAY, np.maximum(won, created)), last


def _hazards(created: np.ndarray, won: np.ndarray, last: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(chance to be won, won, still there) 0, 1, 2 ... quarters after creation, of leads watched to the end of that quarter."""
    old = created <= last
    created, won = created[old], won[old]
    came = (won != NO_DAY) & (won <= last)
    took = np.where(came, won - created, LONGEST + 1)
    watched = np.minimum(last - created, LONGEST)
    events = np.bincount(took[came & (took <= LONGEST)], minlength=LONGEST + 1)[:LONGEST + 1].astype(float)
    at_risk = np.bincount(np.minimum(watched, took), minlength=LONGEST + 2)[:LONGEST + 1][::-1].cumsum()[::-1].astype(float)
    return np.divide(events, at_risk, out=np.zeros(LONGEST + 1), where=at_risk > 0), events, at_risk


def _falling(hazard: np.ndarray) -> np.ndarray:
    """From the chance in each quarter to the share of all that falls into it."""
    return hazard * np.concatenate([[1.0], np.cumprod(1 - hazard)[:-1]])


def backward(data: Dataset, p: Portfolio, period: Period, goal: float, amounts: Mapping[str, float] | None = None) -> Backward:
    """The leads and the budget that a revenue of `goal` in the period takes. New leads come with the base period's mix and season, or (with `amounts`) as the
    practices' money is split; a practice's lead costs what it cost in the base period.

    UserError where no won deal tells revenue, the goal is not above 0, or leads of the period cannot be won within it.
    """
    if not np.isfinite(goal) or goal <= 0:
        raise UserError(Text("A revenue goal of {goal} needs no plan.", goal=Money(goal, p.currency)), Text("Give an amount above 0."))
    if p.money.revenue is None or not lead_deals(data).won.any():
        raise UserError(Text("No won deal tells what revenue a lead brings."), Text("Import deals with their amount, their outcome and their lead."))
    known, quarters = ages(data, p), _quarters(period)
    numbers = np.array([int(quarter_numbers(np.array([q.lo]))[0]) for q in quarters])
    carried = _carried(data, p, known, numbers) @ p.money.revenue
    mix = _mix(p, amounts)
    weights = np.array([float(p.weights(q)[1].sum()) for q in quarters])
    # One lead of this mix, created in quarter q: revenue in quarter t.
    each = np.array([[float(mix @ (known.shares[:, t - q] * p.money.revenue)) if 0 <= t - q <= LONGEST else 0.0 for t in numbers] for q in numbers])
    worth = float(mix @ (known.shares.sum(axis=1) * p.money.revenue))
    one = weights @ each
    rest = goal - float(carried.sum())
    if rest > 0 and one.sum() <= 0:
        raise UserError(Text("Leads of this period are not won within it: {carried} comes of leads already there, and more cannot be reached.",
                             carried=Money(round(float(carried.sum())), p.currency)), Text("Choose a longer or later period, or a lower goal."))
    scale = max(rest, 0.0) / float(one.sum()) if one.sum() > 0 else 0.0
    cost = _cost(p, mix)
    made = tuple(Quarter(q, float(c), float(scale * n), float(scale * w), float(scale * w * cost), float(e.sum() / worth) if worth > 0 else 0.0)
                 for q, c, n, w, e in zip(quarters, carried, one, weights, each, strict=True))
    return _told(p, known, made, goal, scale * float(weights.sum()), cost)


def _quarters(period: Period) -> list[Period]:
    """The quarters of a period, cut to it."""
    found, day = [], period.first
    while day <= period.last:
        q = Period.of(Grain.QUARTER, day)
        whole = q.first >= period.first and q.last <= period.last
        found.append(q if whole else Period(max(q.first, period.first), min(q.last, period.last)))
        day = day_of(q.hi + 1)
    return found


def _carried(data: Dataset, p: Portfolio, known: Ages, numbers: np.ndarray) -> np.ndarray:
    """Quarter x practice: won deals to be expected of leads already there and not won, given how long they have waited."""
    rows, created, won, last = _leads(data, p)
    out = np.zeros((len(numbers), len(p.names)))
    waiting = (rows >= 0) & (won == NO_DAY) & (data.column("leads", "rejected") == NO_DAY)
    for k, q in {(int(a), int(b)) for a, b in zip(rows[waiting], created[waiting], strict=True)}:
        count = int(np.count_nonzero(waiting & (rows == k) & (created == q)))
        gone = float(known.shares[k, :max(last - q + 1, 0)].sum())
        for at, t in enumerate(numbers.tolist()):
            if t > last and 0 <= t - q <= LONGEST and gone < 1:
                out[at, k] += count * known.shares[k, t - q] / (1 - gone)
    return out


def _mix(p: Portfolio, amounts: Mapping[str, float] | None) -> np.ndarray:
    """Each practice's share of new leads."""
    leads = p.leads.astype(float)
    if amounts is not None and sum(amounts.values()) > 0:
        money = np.array([amounts.get(n, 0.0) for n in p.names])
        leads = np.where(p.paid, leads * np.divide(money, p.spend, out=np.zeros(len(money)), where=p.paid), leads)
    return leads / leads.sum() if leads.sum() > 0 else leads


def _cost(p: Portfolio, mix: np.ndarray) -> float:
    """What a lead of this mix costs; practices without spend bring theirs for nothing."""
    each = np.divide(p.spend, p.leads, out=np.zeros(len(p.names)), where=p.leads > 0)
    return float(mix @ each)


def _told(p: Portfolio, known: Ages, quarters: tuple[Quarter, ...], goal: float, leads: float, cost: float) -> Backward:
    wins = max(float(known.won.sum()), 1.0)
    sure = float(np.exp(_Z80 * np.sqrt((1 + p.money.varies ** 2) / wins)))
    length = sum(float(p.weights(q.period)[1].sum()) for q in quarters) / max(float(p.weights(p.base)[1].sum()), 1e-9)
    before = float(p.leads.sum()) * length
    times = leads / before if before > 0 else 0.0
    warnings = []
    if not leads:
        warnings.append(Text("Leads already there are expected to bring the goal by themselves."))
    if times > _MUCH:
        warnings.append(Text("That is {times} times the leads of the base period: at such a pace nobody knows what a lead costs or brings.",
                             times=round(times, 1)))
    late = [q for q in quarters if q.counts < 0.1]
    if late and leads:
        warnings.append(Text("Leads of {quarter} hardly help any more: less than a tenth of what they bring falls into the period.", quarter=late[0].period))
    return Backward(goal, quarters, sum(q.carried for q in quarters), Range(leads, leads / sure, leads * sure),
                    Range(leads * cost, leads * cost / sure, leads * cost * sure), times, known, tuple(warnings))
