"""Practices with their figures and the verdict keep, optimise, eliminate or not enough data, by rules that a person can read and change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from math import inf

import numpy as np

from kpi_desktop.metrics import spend
from kpi_desktop.metrics.dataset import Dataset, fold
from kpi_desktop.metrics.figures import ratio
from kpi_desktop.metrics.kpis.cost_per_sql import interval
from kpi_desktop.metrics.links import days_between, median
from kpi_desktop.model.decided import Planned
from kpi_desktop.model.decisions import Verdict
from kpi_desktop.model.plans import Thresholds
from kpi_desktop.model.selection import Driver, Period, Selection
from kpi_desktop.planning import robustness, wording
from kpi_desktop.planning.evidence import Evidence, evidence
from kpi_desktop.planning.figures import romi
from kpi_desktop.planning.grouping import grouped
from kpi_desktop.planning.model import Fit, fit
from kpi_desktop.planning.practices import ELIMINATE, Practice, Review, Step
from kpi_desktop.planning.rules import Case, judge, rules

_NOTHING = Planned()
Cases = dict[str, Case]
Steps = dict[str, tuple[Step, ...]]


def review(data: Dataset, selection: Selection, kind: str = "channel", decided: Iterable[Verdict] = (), planned: Planned = _NOTHING) -> Review:
    """Every practice of a kind ("channel", "campaign", "event" for its format) over the selection's period, the dearest first.

    `decided` are the person's own verdicts, which win; `planned` holds the thresholds of the rules, and the groups that are reviewed as one practice
    each in place of their members. Empty where leads do not carry the dimension.
    """
    t = planned.thresholds
    if t.ceiling is not None and selection.options.target_cost_per_sql is None:
        selection = selection.with_option("target_cost_per_sql", t.ceiling)
    groups = {g.name: g.members for g in planned.groups if g.kind == kind}
    found = evidence(grouped(data, kind, planned.groups, selection.filters), selection, kind)
    if not found.named:
        return Review(kind, (), found.ceiling, found.warnings, rules(t), thresholds=t)
    steps = _weighed(found, t)
    cases = _cases(found, steps, t)
    stable = _robust(found, cases, steps, t)
    own = {fold(v.practice): v for v in decided if v.practice_kind == kind}
    _ask(found.prior, cases, found.ceiling, t)
    made = [_practice(found, name, cases[name], steps.get(name, ()), stable.get(name), own.get(fold(name)), t, groups.get(name, ())) for name in found.named]
    return Review(kind, tuple(sorted(made, key=lambda p: -(p.spend or 0))), found.ceiling, found.warnings, rules(t),
                  found.prior.average if found.prior is not None else None, found.win_rate, t)


def _weighed(found: Evidence, t: Thresholds) -> Steps:
    """The steps with those marked that are weak."""
    return {name: tuple(replace(s, weak=True) if s.own < t.weak * s.portfolio else s for s in steps) for name, steps in found.steps.items()}


def _most_mended(steps: tuple[Step, ...]) -> float:
    return max((s.sqls for s in steps if s.weak), default=0.0)


def _cases(found: Evidence, steps: Steps, t: Thresholds) -> Cases:
    named, prior, ceiling = found.named, found.prior, found.ceiling
    spent, sqls = np.array([f.spend or 0.0 for f in named.values()]), np.array([float(f.sqls) for f in named.values()])
    lows, highs = robustness.intervals(spent, sqls)
    likely = prior is not None and ceiling is not None and ceiling > 0
    keeps = prior.all_within(spent, sqls, ceiling) if likely else spent  # type: ignore[union-attr, arg-type]
    outs = 1 - prior.all_within(spent, sqls, t.too_dear * ceiling) if likely else spent  # type: ignore[union-attr, operator]
    out = {}
    for (name, f), money, low, high, keep, gone in zip(named.items(), *(a.tolist() for a in (spent, lows, highs, keeps, outs)), strict=True):
        closing, (age, wait), mended = found.closing[name], found.ages.get(name, (0.0, 0.0)), _most_mended(steps.get(name, ()))
        if money > 0:
            out[name] = Case(money, f.sqls, ceiling, low, high if high < inf else None, keep if likely else None, gone if likely else None, closing, age,
                             money / mended if mended > 0 else None, wait)
        else:  # money given back is no spend to judge
            out[name] = Case(None, f.sqls, ceiling, None, None, None, None, closing, age, None, wait)
    return out


def _ask(prior: Fit | None, cases: Cases, ceiling: float | None, t: Thresholds) -> None:
    """Where verdicts turn, for all practices at once (told by `wording.flip`)."""
    if prior is None or not ceiling or ceiling <= 0:
        return
    paid = [(c.spend, judge(c, t) == ELIMINATE) for c in cases.values() if c.spend]
    prior.ask(np.array([money for money, out in paid if out]), t.too_dear * ceiling, 1 - t.eliminate)
    prior.ask(np.array([money for money, out in paid if not out]), ceiling, t.keep)


def _priced(case: Case, spent: float | None, prior: Fit | None, most: float, t: Thresholds) -> Case:
    """The case with this spend; money given back is no spend to judge. `most` SQLs are those with the best step mended (0: none)."""
    spent = spent if spent is not None and spent > 0 else None
    low, high = interval(spent, case.sqls) if spent else (None, None)
    keep = out = None
    if spent and prior is not None and case.ceiling and case.ceiling > 0:
        keep = prior.within(spent, case.sqls, case.ceiling)
        out = 1 - prior.within(spent, case.sqls, t.too_dear * case.ceiling)
    return replace(case, spend=spent, low=low, high=high, p_keep=keep, p_eliminate=out, best_mended=spent / most if spent and most > 0 else None)


def _robust(found: Evidence, cases: Cases, steps: Steps, t: Thresholds) -> dict[str, float]:
    """Name -> share of settings (seven drivers, without lag and with the median lead-to-SQL days) that give the same verdict."""
    data, view, period, names, tried = found.data, found.view, found.selection.period, list(found.named), 0
    leads = view.between("leads", "sql", period)
    lag = round(median(days_between(data.column("leads", "created")[leads], data.column("leads", "sql")[leads])) or 0)
    verdicts = np.array([judge(cases[name], t) for name in names])
    blank, member = _practices(names, cases, steps, t), robustness.Members(data, names)
    levels = robustness.Levels(t.keep, t.eliminate, t.too_dear, t.widest)
    ceiling, known, same = found.ceiling, {}, np.zeros(len(names))
    for days in dict.fromkeys((0, lag)):
        # Money of `days` earlier against the SQLs of the period: the same as spend against the SQLs of `days` later.
        spent = Period(period.first - timedelta(days=days), period.last - timedelta(days=days)) if days else period
        for driver in Driver:
            setting = replace(blank, spend=member.of(*spend.loaded(view, spent, found.dimension, driver)))
            prior, tried = fit(setting.spend, setting.sqls), tried + 1

            def verdict(k: int, setting: robustness.Practices = setting, prior: Fit | None = prior) -> str:
                return judge(_priced(cases[names[k]], float(setting.spend[k]), prior, float(setting.mended[k]), t), t)

            same += robustness.judged(robustness.alike(setting, prior, ceiling, levels), verdict, known) == verdicts
    return dict(zip(names, (same / tried).tolist(), strict=True))


def _practices(names: list[str], cases: Cases, steps: Steps, t: Thresholds) -> robustness.Practices:
    """What no setting changes of the practices."""
    return robustness.Practices(
        np.zeros(len(names)), np.array([float(cases[n].sqls) for n in names]), np.array([_most_mended(steps.get(n, ())) for n in names]),
        np.array([2 * cases[n].closing.worse + (cases[n].mature >= t.mature_share) for n in names]))


# -- one practice ----------------------------------------------------------------------------------------------------------


def _practice(found: Evidence, name: str, case: Case, steps: tuple[Step, ...], robust: float | None, own: Verdict | None, t: Thresholds,
              members: tuple[str, ...]) -> Practice:
    f, computed, money, prior, k = found.named[name], judge(case, t), found.data.currency, found.prior, case.closing
    weak = wording.weakest(steps)
    return Practice(
        name=name, spend=f.spend, direct_spend=f.direct, leads=f.leads, mqls=f.mqls, sqls=f.sqls, won=f.won, revenue=f.revenue,
        gross_profit=f.gross_profit, cost_per_sql=ratio(f.spend, f.sqls) if f.spend else None, low=case.low, high=case.high,
        direct_cost_per_sql=ratio(f.direct, f.sqls) if f.direct else None, romi=romi(f, f.gross_profit), verdict=own.verdict if own else computed,
        computed_verdict=computed, own=own, weak_step=wording.weak_step(weak, f, money), reason=wording.reason(computed, case, f, t, money),
        flip=wording.flip(computed, case, f, prior, t, money), robust=robust, p_keep=case.p_keep, p_eliminate=case.p_eliminate,
        intervals=found.intervals[name], estimate=found.costs.get(name), quality=found.wins.get(name), quality_won=k.won, quality_of=k.closed,
        trend=found.trends.get(name), steps=steps, weakest=weak, members=members, how=partial(wording.how, case, prior, t, money, steps))
