"""The budget's screen: what the amounts should bring, the split that is best, the way back from a goal, scenarios side by side."""

from __future__ import annotations

from dataclasses import replace

from kpi_desktop.app.budget import DRAFT, Asked, BackwardShown, BudgetShown, Compared, Line, QuarterShown, SplitShown
from kpi_desktop.metrics import spend
from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.model.decided import Planned
from kpi_desktop.model.plans import Assumptions, Limits
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.schema import NO_DAY
from kpi_desktop.model.selection import Grain, Period, Selection, day_of
from kpi_desktop.planning import budget_pictures, split
from kpi_desktop.planning.backward import backward
from kpi_desktop.planning.forecast import Outcome, expect
from kpi_desktop.planning.portfolio import Portfolio, portfolio
from kpi_desktop.planning.response import responses

MOST = 40
"""Practices with a line of their own; the rest goes on as it was."""


_NO_DATA = (Text("There is nothing to plan from yet."), Text("Import marketing costs and leads first."))
_ONLY_COSTS = (Text("Costs are there, but nothing that they brought."),
               Text("Import leads with their source and the day on which they became SQLs (an export of the CRM)."))


def next_year(data: Dataset) -> Period:
    """The first whole year that begins after the data's last day (or the running one, where it has just begun)."""
    today = day_of(data.today)
    year = Period.of(Grain.YEAR, today)
    return year if (today - year.first).days < 31 else year.shift(1)


def last_months(data: Dataset) -> Period:
    """The last twelve whole months; all that there are where they are fewer."""
    today = day_of(data.today)
    month = Period.of(Grain.MONTH, today)
    end = month if month.last <= today else month.shift(-1)
    first = end.shift(-11).first
    whole = Period.of(Grain.YEAR, end.last)
    return whole if (whole.first, whole.last) == (first, end.last) else Period(first, end.last)


def known(data: Dataset, base: Period, kind: str, planned: Planned) -> Portfolio:
    """The portfolio of a base period, kept for as long as the data are."""
    key = ("portfolio", base, kind, planned.groups)
    if key not in data.derived:
        data.derived[key] = portfolio(data, base, kind, planned.groups)
    return data.derived[key]


def shown(data: Dataset, selection: Selection, kind: str, asked: Asked, planned: Planned) -> BudgetShown:
    """Everything that stands on the page; what cannot be planned is told in its `trouble`."""
    if data.today == NO_DAY:
        return BudgetShown(asked, kind, selection.period, selection.period, data.currency, trouble=_ONLY_COSTS if spend.known(data) else _NO_DATA)
    base, period = asked.base or last_months(data), asked.period or next_year(data)
    blank = BudgetShown(asked, kind, base, period, data.currency)
    try:
        p = known(data, base, kind, planned)
    except UserError as error:
        return replace(blank, trouble=(error.what, error.advice))
    asked = _drafted(asked, planned, kind, period)
    today = p.amounts(period)
    amounts = dict(asked.amounts) if asked.amounts is not None else today
    amounts = {n: amounts.get(n, v) for n, v in today.items()}
    found, trouble = None, None
    try:
        if asked.best:
            found = split.best(p, None if asked.goal == "cost" else asked.total or sum(today.values()), asked.goal,  # type: ignore[arg-type]
                               period, asked.assumptions, asked.sqls)
            amounts = found.amounts
        outcome = expect(p, amounts, period, asked.assumptions)
    except UserError as error:
        trouble, asked = (error.what, error.advice), replace(asked, assumptions=Assumptions() if not asked.best else asked.assumptions)
        outcome = expect(p, amounts, period, asked.assumptions)
    asked = replace(asked, amounts=tuple(amounts.items()), best=False)
    said = None if found is None else SplitShown(found.gain, asked.goal == "gross_profit", found.refusal, found.reserve, found.bound)
    made = replace(blank, asked=asked, lines=_lines(p, amounts, today, outcome, asked.assumptions), total=outcome.total, amount=sum(amounts.values()),
                   last=sum(today.values()), later=outcome.later, split=said, more=max(0, len(today) - MOST), free=_free(outcome, today), warnings=p.warnings,
                   trouble=trouble, months=budget_pictures.by_month(outcome.months, data.currency))
    return _beside(data, p, made, planned, amounts)


def _drafted(asked: Asked, planned: Planned, kind: str, period: Period) -> Asked:
    """What was asked, with the kept draft where no amounts were."""
    draft = next((s for s in planned.scenarios if (s.name, s.kind, s.period) == (DRAFT, kind, period.code)), None)
    if asked.amounts is not None or draft is None:
        return asked
    return replace(asked, amounts=draft.amounts, assumptions=draft.assumptions)


def _lines(p: Portfolio, amounts: dict[str, float], today: dict[str, float], outcome: Outcome, assumptions: Assumptions) -> tuple[Line, ...]:
    limits = {one.practice: one for one in assumptions.limits}
    expected, told = {e.practice: e for e in outcome.lines}, {r.practice: r for r in responses(p, assumptions)}
    lines = []
    for name in list(today)[:MOST]:
        limit, r, last = limits.get(name, Limits(name)), told[name], today[name]
        low, high = (limit.fixed, limit.fixed) if limit.fixed is not None else (limit.low * last, limit.high * last)
        lines.append(Line(name, last, low, high, amounts[name], limit.fixed is not None, name in outcome.tests, expected[name], outcome.marginal.get(name),
                          r.value, r.low, r.high, r.source, r.fails, r.proposal))
    return tuple(lines)


def _free(outcome: Outcome, paid: dict[str, float]) -> tuple[int, float, float]:
    """Practices that bring something without spend: how many, their leads, their SQLs."""
    found = [e for e in outcome.lines if e.practice not in paid and (e.leads.value > 0 or e.sqls.value > 0)]
    return len(found), sum(e.leads.value for e in found), sum(e.sqls.value for e in found)


def _beside(data: Dataset, p: Portfolio, made: BudgetShown, planned: Planned, amounts: dict[str, float]) -> BudgetShown:
    """The scenarios side by side, the curve that was asked for and the way back from a goal."""
    asked, compared = made.asked, []
    for s in planned.scenarios:
        if s.kind == made.kind and s.period == made.period.code and s.name != DRAFT:
            held = {n: a for n, a in s.amounts if n in p.at}
            compared.append(Compared(s, expect(p, held, made.period, s.assumptions).total))
    made = replace(made, scenarios=tuple(compared), chart=budget_pictures.scenarios([(c.scenario.name, c.total) for c in compared], made.total, data.currency))
    looked = asked.curve if asked.curve in amounts else next(iter(amounts), "")
    if looked:
        made = replace(made, curve=budget_pictures.curve(p, looked, amounts[looked], made.period, asked.assumptions))
    if asked.revenue is None:
        return made
    try:
        back = backward(data, p, made.period, asked.revenue, amounts)
    except UserError as error:
        return replace(made, trouble=(error.what, error.advice))
    quarters = tuple(QuarterShown(q.period, q.carried, q.new, q.leads, q.budget, q.counts) for q in back.quarters)
    told = max((k for k in range(len(back.ages.pooled)) if back.ages.pooled[k] > 0), default=0) + 1
    ages = tuple((n, int(leads), int(won), *map(float, shares[:told]))
                 for n, leads, won, shares in zip(back.ages.names, back.ages.leads, back.ages.won, back.ages.shares, strict=True) if leads)
    return replace(made, backward=BackwardShown(back.goal, quarters, back.leads, back.budget, ages, back.warnings))

