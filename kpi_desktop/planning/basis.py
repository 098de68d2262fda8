"""What a plan was made from, kept with it and told in words: data, scenario, elasticities, season, limits, thresholds."""

from __future__ import annotations

from datetime import date

from kpi_desktop.model.plans import Answer, Assumptions, Basis, Thresholds
from kpi_desktop.model.problem import Money, Share, Text
from kpi_desktop.model.schema import called
from kpi_desktop.model.selection import Period
from kpi_desktop.planning.portfolio import Portfolio
from kpi_desktop.planning.practices import DIMENSIONS
from kpi_desktop.planning.response import responses
from kpi_desktop.planning.rules import percent, plain

_SOURCES = {"data": Text("told by its data"), "own": Text("set by you"), "assumed": Text("assumed")}

_FROM = {"budget": Text("the budget at hand"), "spend": Text("the spend of those figures")}


def basis(p: Portfolio, source: str, scenario: str, until: date, assumptions: Assumptions, thresholds: Thresholds, ceiling: float | None) -> Basis:
    """What a plan of this portfolio rests on."""
    answers = tuple(Answer(r.practice, r.value, r.low, r.high, r.source)
                    for r, spent in zip(responses(p, assumptions), p.spend.tolist(), strict=True) if spent > 0)
    season = tuple(round(float(s), 3) for s in p.season) if p.seasonal else ()
    return Basis(source, scenario, p.base.code, until, assumptions, thresholds, ceiling, season, answers)


def told(kept: Basis, kind: str, currency: str) -> tuple[tuple[Text, object], ...]:
    """What was assumed and what stood for it, in the order in which a plan is made."""
    a, dimension = kept.assumptions, DIMENSIONS[kind]
    rows: list[tuple[Text, object]] = [
        (Text("Figures of"), Text("{base}, data up to {day}", base=Period.parse(kept.base), day=kept.until)),
        (Text("Made from"), Text("the scenario “{name}”", name=kept.scenario) if kept.source == "scenario" else _FROM[kept.source]),
        (Text("Elasticity where the data cannot tell"), _elasticity(a.elasticity, a.elasticity_low, a.elasticity_high)),
        (Text("Kept for tests"), percent(a.reserve))]
    rows += [(Text("Elasticity of {practice}", practice=called(r.practice, dimension)),
              Text("{elasticity}, {told_by}", elasticity=_elasticity(r.value, r.low, r.high), told_by=_SOURCES[r.source]))
             for r in kept.answers if r.source != "assumed"]
    rows += [(Text("Limit of {practice}", practice=called(one.practice, dimension)),
              Text("fixed at {amount}", amount=Money(one.fixed, currency)) if one.fixed is not None else
              Text("{low} to {high} of what it had", low=percent(one.low), high=percent(one.high))) for one in a.limits]
    season = Text("{range} of an average month", range=_season(kept)) if kept.season else Text("all months alike: too few months to tell one")
    return (*rows, (Text("Season"), season), *_judged(kept, currency))


def _elasticity(value: float, low: float, high: float) -> Text:
    return Text("10 % more money brings {value} more SQLs ({low} to {high})", value=Share(value / 10), low=Share(low / 10), high=Share(high / 10))


def _judged(kept: Basis, currency: str) -> list[tuple[Text, object]]:
    """What the verdicts were judged by."""
    t = kept.thresholds
    most: object = Text("no ceiling")
    if kept.ceiling is not None:
        most = Money(kept.ceiling, currency) if t.ceiling is None else Text("{amount} (set by you)", amount=Money(kept.ceiling, currency))
    return [(Text("A SQL may cost at most"), most), (Text("Keep"), Text("at {share} likely within the ceiling", share=percent(t.keep))),
            (Text("Eliminate"), Text("at {share} likely above {times} times the ceiling, with {mature} of the leads mature", share=percent(t.eliminate),
                                     times=plain(t.too_dear), mature=percent(t.mature_share))),
            (Text("Weak step"), Text("below {share} of the portfolio's rate", share=percent(t.weak))),
            (Text("Not enough data"), Text("an interval wider than {widest} to 1", widest=plain(t.widest)))]


def _season(kept: Basis) -> Text:
    """The strongest and the weakest month, so that one line holds it; the workbook has all twelve."""
    most, least = (f(range(12), key=kept.season.__getitem__) for f in (max, min))
    return Text("between {least} (month {weak}) and {most} (month {strong})", least=percent(kept.season[least]), weak=least + 1,
                most=percent(kept.season[most]), strong=most + 1)
