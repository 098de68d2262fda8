"""The budget as the command line tells it: what it should bring, the best split, the way back from a revenue goal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kpi_desktop import i18n
from kpi_desktop.app.budget import BackwardShown, BudgetShown
from kpi_desktop.i18n import say, tr
from kpi_desktop.model.plans import Expected, Range
from kpi_desktop.planning.practices import practice_name


def told(shown: BudgetShown) -> dict[str, Any]:
    """The budget in the public form."""
    out: dict[str, Any] = {"base": shown.base.code, "period": shown.period.code, "budget": shown.amount, "total": _expected(shown.total),
                           "practices": [{"name": x.name, "so_far": x.last, "budget": x.amount, "test": x.test, "expected": _expected(x.expected),
                                          "per_further_unit": _range(x.marginal), "elasticity": {"value": x.elasticity, "low": x.elasticity_low,
                                                                                                "high": x.elasticity_high, "source": x.source},
                                          "cannot_tell": [say(t) for t in x.fails], "test_proposed": say(x.proposal) if x.proposal is not None else None}
                                         for x in shown.lines], "warnings": [say(w) for w in shown.warnings]}
    if shown.split is not None:
        out["split"] = {"gain": _range(shown.split.gain), "in": "money" if shown.split.money else "sqls", "reserve": shown.split.reserve,
                        "refusal": say(shown.split.refusal) if shown.split.refusal is not None else None, "held": list(shown.split.held)}
    if shown.backward is not None:
        out["backward"] = _way(shown.backward)
    return out


def _way(way: BackwardShown) -> dict[str, Any]:
    return {"goal": way.goal, "leads": _range(way.leads), "budget": _range(way.budget), "warnings": [say(w) for w in way.warnings],
            "quarters": [{"period": q.period.code, "carried": q.carried, "new": q.new, "leads": q.leads, "budget": q.budget, "counts": q.counts}
                         for q in way.quarters]}


def _range(r: Range | None) -> dict[str, float] | None:
    return None if r is None else {"value": r.value, "low": r.low, "high": r.high}


def _expected(e: Expected | None) -> dict[str, Any] | None:
    return None if e is None else {name: _range(getattr(e, name)) for name in ("leads", "sqls", "won", "revenue", "gross_profit")}


def lines(shown: BudgetShown) -> Iterator[str]:
    """The same as a person reads it."""
    money = shown.currency
    yield tr("Plan for {period} from the figures of {base}", period=shown.period, base=shown.base)
    for x in shown.lines:
        name = say(practice_name(x.name, shown.kind))
        tag = f"  {tr('test')}" if x.test else ""
        yield f"{name:28} {i18n.money(x.last, money):>12} → {i18n.money(x.amount, money):>12}  {_said(x.expected, money)}{tag}"
    if shown.total is not None:
        yield f"{tr('Total'):28} {i18n.money(shown.last, money):>12} → {i18n.money(shown.amount, money):>12}  {_said(shown.total, money)}"
    if shown.split is not None:
        split = shown.split
        low, gain, high = (i18n.money(v, money) if split.money else i18n.number(v, 1) for v in (split.gain.low, split.gain.value, split.gain.high))
        yield say(split.refusal) if split.refusal is not None else tr(
            "{gain} more {what} than today's split of the same money should bring (80 % range {low} to {high}).", gain=gain,
            what=tr("gross profit") if split.money else tr("SQLs"), low=low, high=high)
    if shown.backward is not None:
        yield from _way_lines(shown.backward, money)
    yield from map(say, shown.warnings)


def _way_lines(way: BackwardShown, money: str) -> Iterator[str]:
    yield tr("It takes {leads} new leads ({low} to {high}) and {budget} ({least} to {most}); leads already there bring {carried}.",
             leads=i18n.number(way.leads.value, 0), low=i18n.number(way.leads.low, 0), high=i18n.number(way.leads.high, 0),
             budget=i18n.money(way.budget.value, money), least=i18n.money(way.budget.low, money), most=i18n.money(way.budget.high, money),
             carried=i18n.money(sum(q.carried for q in way.quarters), money))
    for q in way.quarters:
        yield "  " + tr("{quarter}: {leads} new leads for {budget}; {counts} of what they bring falls into the period", quarter=q.period,
                        leads=i18n.number(q.leads, 0), budget=i18n.money(q.budget, money), counts=i18n.percent(q.counts, 0))
    yield from map(say, way.warnings)


def _said(e: Expected, money: str) -> str:
    profit = "" if e.gross_profit is None else ", " + tr("gross profit {value} ({low} to {high})", value=i18n.money(e.gross_profit.value, money, compact=True),
                                                         low=i18n.money(e.gross_profit.low, money, compact=True),
                                                         high=i18n.money(e.gross_profit.high, money, compact=True))
    return tr("{sqls} SQLs ({low} to {high})", sqls=i18n.number(e.sqls.value, 0), low=i18n.number(e.sqls.low, 0), high=i18n.number(e.sqls.high, 0)) + profit
