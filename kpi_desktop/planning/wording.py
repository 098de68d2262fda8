"""A practice in words: its weak step and what mending it is worth, the reason of its verdict, where the verdict turns, and how it was reckoned."""

from __future__ import annotations

from kpi_desktop.model.plans import Thresholds
from kpi_desktop.model.problem import Money, Share, Text
from kpi_desktop.planning.figures import Figures
from kpi_desktop.planning.model import Fit
from kpi_desktop.planning.practices import ELIMINATE, KEEP, NOT_ENOUGH_DATA, How, Step
from kpi_desktop.planning.rules import Case, chance, checks, plain


def weakest(steps: tuple[Step, ...]) -> Step | None:
    """The weak step whose mending brings the most SQLs (else the step to won)."""
    return max((s for s in steps if s.weak), key=lambda s: (s.sqls, s.portfolio / s.own if s.own else 1e9), default=None)


def weak_step(step: Step | None, f: Figures, currency: str) -> Text | None:
    """The weak step with its figures and what mending it is worth."""
    if step is None:
        return None
    own, all_of = Share(step.own), Share(step.portfolio)
    said = {
        "visitors_leads": Text("Good traffic, few leads: {own} of visitors against {portfolio}.", own=own, portfolio=all_of),
        "leads_mql": Text("Leads, but few MQLs: {own} against {portfolio}.", own=own, portfolio=all_of),
        "leads_sql": Text("Leads, but few SQLs: {own} against {portfolio}.", own=own, portfolio=all_of),
        "mql_sql": Text("MQLs, but few SQLs: {own} against {portfolio}.", own=own, portfolio=all_of),
        "sql_won": Text("SQLs, but few won deals: {own} against {portfolio}.", own=own, portfolio=all_of)}[step.id]
    worth = _worth(step, f, currency)
    return said if worth is None else Text("{finding} {worth}", finding=said, worth=worth)


def _worth(step: Step, f: Figures, currency: str) -> Text | None:
    more = round(step.more_sqls)
    if more >= 1 and f.spend and f.spend > 0:
        cost = Money(f.spend / step.sqls, currency)
        if step.worth is None or step.worth <= 0:
            return Text("Mended to that level it would bring about %n SQL(s) more, {cost} each.", "", more, cost=cost)
        return Text("Mended to that level it would bring about %n SQL(s) more, {cost} each; at the portfolio's gross profit per SQL that is worth about "
                    "{worth}.", "", more, cost=cost, worth=Money(step.worth, currency))
    if step.worth is not None and step.worth > 0 and step.more_won:
        return Text("Mended to that level it would bring about {won} won deals more, worth about {worth} of gross profit.", won=step.more_won,
                    worth=Money(step.worth, currency))
    return None


def reason(verdict: str, case: Case, f: Figures, t: Thresholds, currency: str) -> Text:
    """The sentence that justifies a verdict."""
    if not case.spend or not f.spend:
        return Text("No spend is known for it, so its cost per SQL cannot be told.")
    if case.ceiling is None or case.p_keep is None or case.p_eliminate is None:
        return Text("There is no ceiling to hold its cost per SQL against.")
    spent, ceiling, low = Money(f.spend, currency), Money(case.ceiling, currency), Money(case.low or 0.0, currency)
    cost = Money(f.spend / f.sqls, currency) if f.sqls else Text("at least {least}", least=low)
    keep, out = chance(case.p_keep), chance(case.p_eliminate)
    if verdict == KEEP:
        return Text("{cost} per SQL against a ceiling of {ceiling}: {probability} likely to be within it, and its SQLs close no worse than the portfolio's.",
                    cost=cost, ceiling=ceiling, probability=keep)
    if verdict == ELIMINATE:
        return Text("{cost} per SQL, {probability} likely to be above {times} times the ceiling of {ceiling}; no single step mended would bring it under.",
                    cost=cost, ceiling=ceiling, probability=out, times=plain(t.too_dear))
    if verdict == NOT_ENOUGH_DATA:
        if case.high is None:
            return Text("No SQL for {spend}: a SQL costs at least {least}, and more cannot be told yet.", spend=spent, least=low)
        return Text("%n SQL(s) for {spend}: one costs between {low} and {high}, which is too wide to judge against a ceiling of {ceiling}.", "", f.sqls,
                    spend=spent, low=low, high=Money(case.high, currency), ceiling=ceiling)
    return _reason_to_optimise(case, t, cost, ceiling, currency)


def _reason_to_optimise(case: Case, t: Thresholds, cost: Money | Text, ceiling: Money, currency: str) -> Text:
    dear = (case.p_eliminate or 0.0) >= t.eliminate
    if case.closing.worse and (case.p_keep or 0.0) >= t.keep:
        return Text("{cost} per SQL is within the ceiling of {ceiling}, but its SQLs are won less often than the portfolio's.", cost=cost, ceiling=ceiling)
    if dear and case.mature < t.mature_share:
        return Text("{cost} per SQL against a ceiling of {ceiling}, but its leads have not had their time yet.", cost=cost, ceiling=ceiling)
    if dear and case.best_mended is not None:
        return Text("{cost} per SQL is far above the ceiling of {ceiling}, but its weak step mended would bring it to {mended}.", cost=cost, ceiling=ceiling,
                    mended=Money(case.best_mended, currency))
    return Text("{cost} per SQL against a ceiling of {ceiling}: only {probability} likely to be within it.", cost=cost, ceiling=ceiling,
                probability=chance(case.p_keep))


def flip(verdict: str, case: Case, f: Figures, prior: Fit | None, t: Thresholds, currency: str) -> Text | None:
    """At which cost per SQL, the spend unchanged, the verdict turns."""
    if not case.spend or not f.spend or prior is None or not case.ceiling or case.ceiling <= 0:
        return None
    now = Money(f.spend / f.sqls, currency) if f.sqls else None
    if verdict == ELIMINATE:
        fewest = prior.sqls_for(f.spend, t.too_dear * case.ceiling, 1 - t.eliminate)
        turn = Money(f.spend / fewest, currency) if fewest else None
        return None if turn is None else Text("Becomes optimise at {turn} or less per SQL.", turn=turn)
    if verdict != KEEP and case.closing.worse and (case.p_keep or 0) >= t.keep:
        return Text("Becomes keep when its SQLs close as well as the portfolio's.")
    fewest = prior.sqls_for(f.spend, case.ceiling, t.keep)
    if not fewest:
        return None
    turn = Money(f.spend / fewest, currency)
    if verdict == KEEP:
        return Text("Stays keep up to {turn} per SQL, now {now}.", turn=turn, now=now) if now else None
    return Text("Becomes keep at {turn} or less per SQL, now {now}.", turn=turn, now=now) if now else Text("Becomes keep at {turn} or less per SQL.", turn=turn)


def how(case: Case, prior: Fit | None, t: Thresholds, currency: str, steps: tuple[Step, ...] = ()) -> How:
    """The reckoning of a verdict, so that it can be done again by hand or in a spreadsheet."""
    return How((*_model(case, prior, t, currency), *_interval(case, currency), *_closing(case), *_mended(case, steps, currency)), checks(case, t, currency))


def _interval(case: Case, currency: str) -> tuple[Text, ...]:
    """The exact Poisson interval of the SQLs as a spreadsheet reckons it."""
    if not case.spend or not case.sqls or not case.low or not case.high:
        return ()
    return (Text("What a SQL costs (95 %), in a spreadsheet: from {spend} / (CHISQ.INV(0.975; 2 × ({sqls} + 1)) / 2) = {low} to "
                 "{spend} / (CHISQ.INV(0.025; 2 × {sqls}) / 2) = {high}.", spend=Money(case.spend, currency), sqls=case.sqls, low=Money(case.low, currency),
                 high=Money(case.high, currency)),)


def _closing(case: Case) -> tuple[Text, ...]:
    """The two-proportion test that says whether its SQLs close worse."""
    k = case.closing
    if not k.closed or not k.others_closed:
        return ()
    pooled = (k.won + k.others_won) / (k.closed + k.others_closed)
    if not 0 < pooled < 1:
        return ()
    return (Text("How its SQLs close: p = ({won} + {others_won}) / ({closed} + {others_closed}) = {pooled}; "
                 "z = |{won}/{closed} − {others_won}/{others_closed}| "
                 "/ √(p × (1 − p) × (1/{closed} + 1/{others_closed})); 2 × (1 − NORM.S.DIST(z; TRUE)) = {chance}.", won=k.won, closed=k.closed,
                 others_won=k.others_won, others_closed=k.others_closed, pooled=Share(pooled), chance=Share(k.p)),)


def _mended(case: Case, steps: tuple[Step, ...], currency: str) -> tuple[Text, ...]:
    """What the best mended step was reckoned from."""
    best = max((s for s in steps if s.weak), key=lambda s: s.sqls, default=None)
    if best is None or not case.spend or not best.reached or best.sqls <= case.sqls:
        return ()
    level = best.own * best.sqls / case.sqls if case.sqls else best.portfolio
    return (Text("Its best step mended: {reached} of {begun} leads of the period took it, {own}; all practices {portfolio}. {sqls} × {portfolio} / {own} = "
                 "{mended} SQLs, {spend} / {mended} = {cost} each.", reached=round(best.reached), begun=round(best.begun), own=Share(best.own),
                 portfolio=Share(level), sqls=case.sqls, mended=plain(round(best.sqls, 1)), spend=Money(case.spend, currency),
                 cost=Money(case.spend / best.sqls, currency)),)


def _model(case: Case, prior: Fit | None, t: Thresholds, currency: str) -> tuple[Text, ...]:
    if prior is None or not case.spend or case.p_keep is None or not case.ceiling:
        return ()
    added, spent = Money(prior.shape * prior.average, currency), Money(case.spend, currency)
    value, low, high = (Money(v, currency) for v in prior.estimate(case.spend, case.sqls))
    first = Text("All practices together pay {average} per SQL. A small number of SQLs is partly luck, so each practice is judged as if {shape} average SQLs "
                 "for {added} were added to its own; how many follows from how much the practices differ.", average=Money(prior.average, currency),
                 shape=prior.shape, added=added)
    own = Text("({added} + {spend}) / ({shape} + {sqls}) = {cost} per SQL is to be expected, between {low} and {high} (95 %).", added=added, spend=spent,
               shape=prior.shape, sqls=case.sqls, cost=value, low=low, high=high)
    keep = Text("In a spreadsheet: 1 − GAMMA.DIST(({added} + {spend}) / {limit}; {shape} + {sqls}; 1; TRUE) = {p} likely within the ceiling.", added=added,
                spend=spent, limit=Money(case.ceiling, currency), shape=prior.shape, sqls=case.sqls, p=chance(case.p_keep))
    out = Text("GAMMA.DIST(({added} + {spend}) / {limit}; {shape} + {sqls}; 1; TRUE) = {p} likely above {times} times the ceiling.", added=added, spend=spent,
               limit=Money(t.too_dear * case.ceiling, currency), shape=prior.shape, sqls=case.sqls, p=chance(case.p_eliminate), times=plain(t.too_dear))
    return first, own, keep, out
