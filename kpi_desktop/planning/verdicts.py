"""Practices with their figures and the verdict keep, optimise, eliminate or not enough data, by rules that a person can read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from math import inf

import numpy as np

from kpi_desktop.metrics import spend
from kpi_desktop.metrics.dataset import Dataset, View, fold
from kpi_desktop.metrics.figures import ratio
from kpi_desktop.metrics.funnel import IDS
from kpi_desktop.metrics.kpis.cost_per_sql import interval
from kpi_desktop.metrics.links import days_between, lead_deals, median
from kpi_desktop.metrics.stats import two_proportions
from kpi_desktop.model.decisions import Verdict
from kpi_desktop.model.problem import Money, Share, Text
from kpi_desktop.model.selection import Driver, Period, Selection
from kpi_desktop.planning import robustness
from kpi_desktop.planning.figures import Figures, figures, stages
from kpi_desktop.planning.model import Fit, fit
from kpi_desktop.planning.practices import DIMENSIONS, ELIMINATE, KEEP, NOT_ENOUGH_DATA, OPTIMISE, Practice, Review, Rule

_WEAK = 0.9
"""A step is called weak below this share of the portfolio's rate."""


@dataclass(frozen=True)
class Thresholds:
    """What the rules compare with."""

    keep: float = 0.8
    eliminate: float = 0.9
    too_dear: float = 1.5
    widest: float = 4.0
    mature_share: float = 0.8


@dataclass(frozen=True)
class Step:
    """One step of a practice's own leads beside the portfolio's: rates, and what the practice's SQLs would be with the step mended."""

    id: str
    own: float
    portfolio: float
    sqls: float


@dataclass(frozen=True)
class Case:
    """What the rules see of one practice. `p_keep` = P(cost per SQL <= T), `p_eliminate` = P(cost per SQL > 1.5 T)."""

    spend: float | None
    sqls: int
    ceiling: float | None
    low: float | None
    high: float | None
    p_keep: float | None
    p_eliminate: float | None
    closes_worse: bool
    mature: bool
    best_mended: float | None

    @property
    def wide(self) -> bool:
        """Whether the 95 % interval of the cost per SQL is too wide to tell."""
        return self.low is None or self.high is None or self.high > Thresholds.widest * self.low


RULES: tuple[tuple[Rule, Callable[[Case], bool]], ...] = (
    (Rule(NOT_ENOUGH_DATA, Text("Not enough data: no spend is known for it, or no ceiling for the cost of a SQL.")),
     lambda c: not c.spend or c.ceiling is None or c.p_keep is None),
    (Rule(KEEP, Text("Keep: it is at least 80 % likely that its cost per SQL is within the ceiling, and its SQLs close no worse than the portfolio's.")),
     lambda c: (c.p_keep or 0) >= Thresholds.keep and not c.closes_worse),
    (Rule(ELIMINATE, Text("Eliminate: it is at least 90 % likely that its cost per SQL is above 1.5 times the ceiling, at least 80 % of its leads have had "
                          "the time in which most leads become SQLs, and no single step mended to the portfolio's level would bring it under the ceiling.")),
     lambda c: (c.p_eliminate or 0) >= Thresholds.eliminate and c.mature and (c.best_mended is None or c.best_mended > (c.ceiling or 0))),
    (Rule(NOT_ENOUGH_DATA, Text("Not enough data: neither is likely enough, and the 95 % interval of its cost per SQL is wider than 4 to 1.")),
     lambda c: c.wide and (c.p_keep or 0) < Thresholds.keep),
    (Rule(OPTIMISE, Text("Optimise: everything else; the step to mend is named.")), lambda c: True),
)
"""The rules in order; the first that holds gives the verdict."""


def judge(case: Case) -> str:
    """The verdict on one practice."""
    return next(rule.verdict for rule, holds in RULES if holds(case))


def review(data: Dataset, selection: Selection, kind: str = "channel", decided: Iterable[Verdict] = ()) -> Review:
    """Every practice of a kind ("channel", "campaign", "event" for its format) over the selection's period, the dearest first.

    `decided` are the person's own verdicts, which win. Empty where leads do not carry the dimension.
    """
    view, dimension, period = data.view(selection.filters), DIMENSIONS[kind], selection.period
    ceiling = selection.options.target_cost_per_sql or spend.ceiling(data.view(), period, selection.options)
    every = figures(view, period, dimension, selection.options.driver)
    warnings = _warnings(data, view, every, kind, ceiling)
    named = {name: f for name, f in every.items() if name}
    if not named:
        return Review(kind, (), ceiling, warnings, tuple(rule for rule, _ in RULES))
    steps = _steps(data, selection, dimension, named)
    cases = _cases(data, view, selection, dimension, named, ceiling, steps)
    stable = _robust(data, view, selection, dimension, cases, named, steps)
    own = {fold(v.practice): v for v in decided if v.practice_kind == kind}
    prior = _prior(named)
    _ask(prior, cases, ceiling)
    made = [_practice(data, name, named[name], cases[name], steps.get(name, ()), prior, stable.get(name), own.get(fold(name))) for name in named]
    return Review(kind, tuple(sorted(made, key=lambda p: -(p.spend or 0))), ceiling, warnings, tuple(rule for rule, _ in RULES))


def _warnings(data: Dataset, view: View, every: dict[str, Figures], kind: str, ceiling: float | None) -> tuple[Text, ...]:
    found = []
    if (cannot := view.carries("leads")) is not None:
        found.append(cannot)
    if not spend.known(data):
        found.append(Text("Import marketing costs to see verdicts."))
    elif ceiling is None:
        found.append(Text("No ceiling for the cost of a SQL: it needs gross profit per customer and won deals that name their leads."))
    nobody = every.get("")
    if nobody is not None and nobody.leads:
        found.append(Text("%n lead(s) of the period name no practice of this kind and stand in none.", "", nobody.leads))
    return tuple(found)


def _prior(named: dict[str, Figures]) -> Fit | None:
    return fit(np.array([f.spend or 0.0 for f in named.values()]), np.array([float(f.sqls) for f in named.values()]))


def _steps(data: Dataset, selection: Selection, dimension: str, named: dict[str, Figures]) -> dict[str, tuple[Step, ...]]:
    """Each practice's steps from the cohort of the period's leads, beside the portfolio's rates (sum over sum)."""
    known, members = stages(data.view(selection.filters), selection.period, dimension)
    rows = {name: row for name, row in members.items() if name in named}
    pairs = [(a, b) for a, b in (("visitors", "leads"), ("leads", "mql"), ("mql", "sql"), ("leads", "sql"), ("sql", "won")) if {a, b} <= known]
    if ("leads", "mql") in pairs:
        pairs.remove(("leads", "sql")) if ("leads", "sql") in pairs else None
    out: dict[str, tuple[Step, ...]] = {}
    whole = {(a, b): _pooled(rows.values(), a, b) for a, b in pairs}
    for name, row in rows.items():
        steps = []
        for a, b in pairs:
            own, all_of = ratio(row.get(b), row.get(a)), whole[a, b]
            if own is not None and all_of is not None and own < _WEAK * all_of:
                steps.append(Step(f"{a}_{b}", own, all_of, _mended(named[name], row, a, b, all_of)))
        out[name] = tuple(steps)
    return out


def _pooled(rows: Iterable[dict[str, float | None]], a: str, b: str) -> float | None:
    both = [(r[a], r[b]) for r in rows if r[a] is not None and r[b] is not None]
    return ratio(sum(y or 0 for _, y in both), sum(x or 0 for x, _ in both))


def _mended(f: Figures, row: dict[str, float | None], a: str, b: str, rate: float) -> float:
    """The period's SQLs if the step had the portfolio's rate and the later steps their own (the portfolio's nothing where they have none)."""
    if b == "won":
        return float(f.sqls)
    if row[b]:
        return f.sqls * (rate * (row[a] or 0.0) / (row[b] or 1.0))
    return rate * (row[a] or 0.0) if IDS.index(b) >= IDS.index("sql") else 0.0


def _cases(data: Dataset, view: View, selection: Selection, dimension: str, named: dict[str, Figures], ceiling: float | None,
           steps: dict[str, tuple[Step, ...]]) -> dict[str, Case]:
    closing, ages = _closing(view, selection.period, dimension), robustness.mature(view, selection.period, dimension)
    won, closed = sum(w for w, _ in closing.values()), sum(n for _, n in closing.values())
    prior, spent, sqls = _prior(named), np.array([f.spend or 0.0 for f in named.values()]), np.array([float(f.sqls) for f in named.values()])
    lows, highs = robustness.intervals(spent, sqls)
    likely = prior is not None and ceiling is not None and ceiling > 0
    keeps = prior.all_within(spent, sqls, ceiling) if likely else spent  # type: ignore[union-attr, arg-type]
    outs = 1 - prior.all_within(spent, sqls, Thresholds.too_dear * ceiling) if likely else spent  # type: ignore[union-attr, operator]
    out = {}
    for (name, f), money, low, high, keep, gone in zip(named.items(), *(a.tolist() for a in (spent, lows, highs, keeps, outs)), strict=True):
        w, n = closing.get(name, (0, 0))
        worse = bool(n and closed > n and w / n < (won - w) / (closed - n) and two_proportions(w, n, won - w, closed - n) < 0.05)
        old, mended = ages.get(name, 0.0) >= Thresholds.mature_share, max((s.sqls for s in steps.get(name, ())), default=0.0)
        if money > 0:
            out[name] = Case(money, f.sqls, ceiling, low, high if high < inf else None, keep if likely else None, gone if likely else None, worse, old,
                             money / mended if mended > 0 else None)
        else:  # money given back is no spend to judge
            out[name] = Case(None, f.sqls, ceiling, None, None, None, None, worse, old, None)
    return out


def _ask(prior: Fit | None, cases: dict[str, Case], ceiling: float | None) -> None:
    """Where verdicts turn, for all practices at once (told by `_flip`)."""
    if prior is None or not ceiling or ceiling <= 0:
        return
    paid = [(c.spend, judge(c) == ELIMINATE) for c in cases.values() if c.spend]
    prior.ask(np.array([money for money, out in paid if out]), Thresholds.too_dear * ceiling, 1 - Thresholds.eliminate)
    prior.ask(np.array([money for money, out in paid if not out]), ceiling, Thresholds.keep)


def _priced(case: Case, spent: float | None, sqls: int, prior: Fit | None, steps: tuple[Step, ...]) -> Case:
    """The case with this spend and these SQLs; money given back is no spend to judge."""
    spent = spent if spent is not None and spent > 0 else None
    low, high = interval(spent, sqls) if spent else (None, None)
    keep = out = None
    if spent and prior is not None and case.ceiling and case.ceiling > 0:
        keep = prior.within(spent, sqls, case.ceiling)
        out = 1 - prior.within(spent, sqls, Thresholds.too_dear * case.ceiling)
    mended = min((spent / s.sqls for s in steps if spent and s.sqls > 0), default=None)
    return replace(case, spend=spent, sqls=sqls, low=low, high=high, p_keep=keep, p_eliminate=out, best_mended=mended)


def _closing(view: View, period: Period, dimension: str) -> dict[str, tuple[int, int]]:
    """Member -> (won, all) of its mature SQLs up to the period's end: older than the 80th percentile of SQL-to-won days."""
    data, deals = view.data, lead_deals(view.data)
    order, days = data.order("leads", "sql")
    found = order[: int(np.searchsorted(days, min(period.hi, data.today), "right"))]
    if (mask := view.mask("leads")) is not None:
        found = found[mask[found]]
    took = days_between(data.column("leads", "sql")[found], deals.won_day[found]) if deals.linked else np.zeros(0)
    if not len(took):
        return {}
    found = found[data.column("leads", "sql")[found] <= data.today - np.percentile(took, 80)]
    groups = view.groups("leads", dimension, found)
    if groups is None:
        return {}
    every, won = (np.bincount(groups[1], w, len(groups[0])) for w in (None, deals.won[found].astype(float)))
    return {name: (int(w), int(n)) for name, w, n in zip(groups[0], won, every, strict=True) if name}


def _robust(data: Dataset, view: View, selection: Selection, dimension: str, cases: dict[str, Case], named: dict[str, Figures],
            steps: dict[str, tuple[Step, ...]]) -> dict[str, float]:
    """Name -> share of settings (seven drivers, without lag and with the median lead-to-SQL days) that give the same verdict."""
    period, names, tried = selection.period, list(named), 0
    leads = view.between("leads", "sql", period)
    lag = round(median(days_between(data.column("leads", "created")[leads], data.column("leads", "sql")[leads])) or 0)
    verdicts = np.array([judge(cases[name]) for name in names])
    blank = _practices(names, cases, named, steps)
    levels = robustness.Levels(Thresholds.keep, Thresholds.eliminate, Thresholds.too_dear, Thresholds.widest)
    ceiling, known, same = cases[names[0]].ceiling, {}, np.zeros(len(names))
    for days in dict.fromkeys((0, lag)):
        # Money of `days` earlier against the SQLs of the period: the same as spend against the SQLs of `days` later.
        spent = Period(period.first - timedelta(days=days), period.last - timedelta(days=days)) if days else period
        for driver in Driver:
            parts = spend.allocate(view, spent, dimension, driver)
            loaded = dict(zip(parts.members, parts.loaded.tolist(), strict=True))
            setting = replace(blank, spend=np.array([loaded.get(name, 0.0) for name in names]))
            prior, tried = fit(setting.spend, setting.sqls), tried + 1

            def verdict(k: int, setting: robustness.Practices = setting, prior: Fit | None = prior) -> str:
                return judge(_priced(cases[names[k]], float(setting.spend[k]), named[names[k]].sqls, prior, steps.get(names[k], ())))

            same += robustness.judged(robustness.alike(setting, prior, ceiling, levels), verdict, known) == verdicts
    return dict(zip(names, (same / tried).tolist(), strict=True))


def _practices(names: list[str], cases: dict[str, Case], named: dict[str, Figures], steps: dict[str, tuple[Step, ...]]) -> robustness.Practices:
    """What no setting changes of the practices."""
    return robustness.Practices(
        np.zeros(len(names)), np.array([float(named[n].sqls) for n in names]),
        np.array([max((s.sqls for s in steps.get(n, ())), default=0.0) for n in names]),
        np.array([2 * cases[n].closes_worse + cases[n].mature for n in names]))


# -- one practice in words ---------------------------------------------------------------------------------------------


def _practice(data: Dataset, name: str, f: Figures, case: Case, steps: tuple[Step, ...], prior: Fit | None, robust: float | None,
              own: Verdict | None) -> Practice:
    computed, money = judge(case), data.currency
    profit = None if f.gross_profit is None or not f.spend else (f.gross_profit - f.spend) / f.spend
    return Practice(
        name=name, spend=f.spend, direct_spend=f.direct, leads=f.leads, mqls=f.mqls, sqls=f.sqls, won=f.won, revenue=f.revenue,
        gross_profit=f.gross_profit, cost_per_sql=ratio(f.spend, f.sqls) if f.spend else None, low=case.low, high=case.high,
        direct_cost_per_sql=ratio(f.direct, f.sqls) if f.direct else None, romi=profit, verdict=own.verdict if own else computed, computed_verdict=computed,
        own=own, weak_step=_weak(steps, f, money), reason=_reason(computed, case, f, steps, money), flip=_flip(computed, case, f, prior, money),
        robust=robust, p_keep=case.p_keep, p_eliminate=case.p_eliminate)


def _weak(steps: tuple[Step, ...], f: Figures, currency: str) -> Text | None:
    """The step whose mending brings the most SQLs (else the step to won), with its figures and what mending is worth."""
    if not steps:
        return None
    step = max(steps, key=lambda s: (s.sqls, s.portfolio / s.own if s.own else 1e9))
    own, all_of = Share(step.own), Share(step.portfolio)
    said = {
        "visitors_leads": Text("Good traffic, few leads: {own} of visitors against {portfolio}.", own=own, portfolio=all_of),
        "leads_mql": Text("Leads, but few MQLs: {own} against {portfolio}.", own=own, portfolio=all_of),
        "leads_sql": Text("Leads, but few SQLs: {own} against {portfolio}.", own=own, portfolio=all_of),
        "mql_sql": Text("MQLs, but few SQLs: {own} against {portfolio}.", own=own, portfolio=all_of),
        "sql_won": Text("SQLs, but few won deals: {own} against {portfolio}.", own=own, portfolio=all_of)}[step.id]
    more = round(step.sqls - f.sqls)
    if more < 1 or not f.spend or f.spend < 0:
        return said
    worth = Text("Mended to that level it would bring about %n SQL(s) more, {cost} each.", "", more, cost=Money(f.spend / step.sqls, currency))
    return Text("{finding} {worth}", finding=said, worth=worth)


def _reason(verdict: str, case: Case, f: Figures, steps: tuple[Step, ...], currency: str) -> Text:
    if not case.spend or not f.spend:
        return Text("No spend is known for it, so its cost per SQL cannot be told.")
    if case.ceiling is None or case.p_keep is None or case.p_eliminate is None:
        return Text("There is no ceiling to hold its cost per SQL against.")
    spent, ceiling, low = Money(f.spend, currency), Money(case.ceiling, currency), Money(case.low or 0.0, currency)
    cost = Money(f.spend / f.sqls, currency) if f.sqls else Text("at least {least}", least=low)
    keep, out = (Share(min(max(p, 0.001), 0.999)) for p in (case.p_keep, case.p_eliminate))  # never said to be certain
    if verdict == KEEP:
        return Text("{cost} per SQL against a ceiling of {ceiling}: {probability} likely to be within it, and its SQLs close no worse than the portfolio's.",
                    cost=cost, ceiling=ceiling, probability=keep)
    if verdict == ELIMINATE:
        return Text("{cost} per SQL, {probability} likely to be above 1.5 times the ceiling of {ceiling}; no single step mended would bring it under.",
                    cost=cost, ceiling=ceiling, probability=out)
    if verdict == NOT_ENOUGH_DATA:
        if case.high is None:
            return Text("No SQL for {spend}: a SQL costs at least {least}, and more cannot be told yet.", spend=spent, least=low)
        return Text("%n SQL(s) for {spend}: one costs between {low} and {high}, which is too wide to judge against a ceiling of {ceiling}.", "", f.sqls,
                    spend=spent, low=low, high=Money(case.high, currency), ceiling=ceiling)
    if case.closes_worse and case.p_keep >= Thresholds.keep:
        return Text("{cost} per SQL is within the ceiling of {ceiling}, but its SQLs are won less often than the portfolio's.", cost=cost, ceiling=ceiling)
    if case.p_eliminate >= Thresholds.eliminate and not case.mature:
        return Text("{cost} per SQL against a ceiling of {ceiling}, but its leads have not had their time yet.", cost=cost, ceiling=ceiling)
    if case.p_eliminate >= Thresholds.eliminate and case.best_mended is not None:
        return Text("{cost} per SQL is far above the ceiling of {ceiling}, but its weak step mended would bring it to {mended}.", cost=cost, ceiling=ceiling,
                    mended=Money(case.best_mended, currency))
    return Text("{cost} per SQL against a ceiling of {ceiling}: only {probability} likely to be within it.", cost=cost, ceiling=ceiling, probability=keep)


def _flip(verdict: str, case: Case, f: Figures, prior: Fit | None, currency: str) -> Text | None:
    """At which cost per SQL, the spend unchanged, the verdict turns."""
    if not case.spend or not f.spend or prior is None or not case.ceiling or case.ceiling <= 0:
        return None
    now = Money(f.spend / f.sqls, currency) if f.sqls else None
    if verdict == ELIMINATE:
        fewest = prior.sqls_for(f.spend, Thresholds.too_dear * case.ceiling, 1 - Thresholds.eliminate)
        turn = Money(f.spend / fewest, currency) if fewest else None
        return None if turn is None else Text("Becomes optimise at {turn} or less per SQL.", turn=turn)
    if verdict != KEEP and case.closes_worse and (case.p_keep or 0) >= Thresholds.keep:
        return Text("Becomes keep when its SQLs close as well as the portfolio's.")
    fewest = prior.sqls_for(f.spend, case.ceiling, Thresholds.keep)
    if not fewest:
        return None
    turn = Money(f.spend / fewest, currency)
    if verdict == KEEP:
        return Text("Stays keep up to {turn} per SQL, now {now}.", turn=turn, now=now) if now else None
    return Text("Becomes keep at {turn} or less per SQL, now {now}.", turn=turn, now=now) if now else Text("Becomes keep at {turn} or less per SQL.", turn=turn)
