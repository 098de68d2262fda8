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

_SOURCES = {"data": Text("told by its data"), "own": Text("set by you"), "assumed": Text("assumed")}

_FROM = {"budget": Text("the budget at hand"), "spend": Text("the spend of those figures")}


def basis(p: Portfolio, source: str, scenario: str, until: date, assumptions: Assumptions, thresholds: Thresholds, ceiling: float | None) -> Basis:
    """What a plan of this portfolio rests on."""
    answers = tuple(Answer(r.practice, r.value, r.low, r.high, r.source) for r, spent in zip(responses(p, assumptions), p.spend.tolist(), strict=True) if spent > 0)
    season = tuple(round(float(s), 3) for s in p.season) if p.seasonal else ()
    return Basis(source, scenario, p.base.code, until, assumptions, thresholds, ceiling, season, answers)


def told(kept: Basis, kind: str, currency: str) -> tuple[tuple[Text, object], ...]:
    """What was assumed and what stood for it, in the order in which a plan is made."""
    a, t = kept.assumptions, kept.thresholds
    rows: list[tuple[Text, object]] = [
        (Text("Figures of"), Text("{base}, data up to {day}", base=Period.parse(kept.base), day=kept.until)),
        (Text("Made from"), Text("the scenario “{name}”", name=kept.scenario) if kept.source == "scenario" else _FROM[kept.source]),
        (Text("Elasticity where the data cannot tell"), Text("{value} ({low} to {high})", value=a.elasticity, low=a.elasticity_low, high=a.elasticity_high)),
        (Text("Kept for tests"), Share(a.reserve))]
    rows += [(Text("Elasticity of {practice}", practice=called(r.practice, DIMENSIONS[kind])),
              Text("{value} ({low} to {high}), {source}", value=round(r.value, 2), low=round(r.low, 2), high=round(r.high, 2), source=_SOURCES[r.source]))
             for r in kept.answers if r.source != "assumed"]
    rows += [(Text("Limit of {practice}", practice=called(one.practice, DIMENSIONS[kind])),
              Text("fixed at {amount}", amount=Money(one.fixed, currency)) if one.fixed is not None else
              Text("{low} to {high} of what it had", low=Share(one.low), high=Share(one.high))) for one in a.limits]
    rows.append((Text("Season"), Text("all months alike: too few months to tell one") if not kept.season else Text("{list} of an average month", list=_season(kept))))
    rows.append((Text("A SQL may cost at most"), Text("no ceiling") if kept.ceiling is None else Text("{amount} (set by you)", amount=Money(kept.ceiling, currency))
                 if t.ceiling is not None else Money(kept.ceiling, currency)))
    rows.append((Text("Thresholds of the verdicts"), Text(
        "keep at {keep}, eliminate at {eliminate} beyond {times} times the ceiling, {mature} of the leads mature, weak below {weak}, interval up to {widest} to 1",
        keep=Share(t.keep), eliminate=Share(t.eliminate), times=t.too_dear, mature=Share(t.mature_share), weak=Share(t.weak), widest=t.widest)))
    return tuple(rows)


def _season(kept: Basis) -> Text:
    """The strongest and the weakest month, so that one line holds it; the workbook has all twelve."""
    most, least = (f(range(12), key=kept.season.__getitem__) for f in (max, min))
    return Text("between {least} (month {weak}) and {most} (month {strong})", least=Share(kept.season[least]), weak=least + 1, most=Share(kept.season[most]),
                strong=most + 1)
