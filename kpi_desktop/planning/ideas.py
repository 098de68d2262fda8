"""What usually mends a weak step, as first words for a hypothesis: what we believe, what we would do, what should follow."""

from __future__ import annotations

from collections.abc import Callable

from kpi_desktop.model.problem import Money, Share, Text
from kpi_desktop.planning.tested import COST

Value = Share | Money

BELIEVE: dict[str, Text] = {
    "visitors_leads": Text("visitors do not find what brought them, or the form asks for too much"),
    "leads_mql": Text("it draws people who are not our target customers, or we ask too little to tell"),
    "leads_sql": Text("its leads reach sales too late or without what sales needs to know"),
    "mql_sql": Text("marketing and sales do not mean the same by an MQL, or MQLs wait too long for the first call"),
    "sql_won": Text("it raises expectations that the offer does not meet, or deals stall after the first talk"),
    COST: Text("a part of the money reaches people who never become SQLs"),
}
CHANGE: dict[str, Text] = {
    "visitors_leads": Text("give each landing page one offer (a checklist, a calculator, a demo) and a form of three fields"),
    "leads_mql": Text("target only segments like our best customers and ask one qualifying question in the form"),
    "leads_sql": Text("pass every lead to sales within one working day, with what it looked at"),
    "mql_sql": Text("agree with sales on what an MQL is and call each within one working day"),
    "sql_won": Text("send a case of the same segment and a price frame before the first talk, and review every lost deal"),
    COST: Text("stop the tenth of the spend that brings the fewest SQLs and leave the rest as it is"),
}
_FINDING: dict[str, Callable[[Text | str, Value, Value], Text]] = {
    "visitors_leads": lambda p, own, others: Text(
        "{practice}: good traffic, but only {own} of visitors become leads against {portfolio} elsewhere", practice=p, own=own, portfolio=others),
    "leads_mql": lambda p, own, others: Text(
        "{practice}: only {own} of leads become MQLs against {portfolio} elsewhere", practice=p, own=own, portfolio=others),
    "leads_sql": lambda p, own, others: Text(
        "{practice}: only {own} of leads become SQLs against {portfolio} elsewhere", practice=p, own=own, portfolio=others),
    "mql_sql": lambda p, own, others: Text(
        "{practice}: only {own} of MQLs become SQLs against {portfolio} elsewhere", practice=p, own=own, portfolio=others),
    "sql_won": lambda p, own, others: Text(
        "{practice}: only {own} of SQLs are won against {portfolio} elsewhere", practice=p, own=own, portfolio=others),
    COST: lambda p, own, others: Text(
        "{practice}: a SQL costs {own} and may cost {portfolio}", practice=p, own=own, portfolio=others),
}
_THEN: dict[str, Callable[[Value], Text]] = {
    "visitors_leads": lambda v: Text("at least {threshold} of its visitors become leads", threshold=v),
    "leads_mql": lambda v: Text("at least {threshold} of its leads become MQLs", threshold=v),
    "leads_sql": lambda v: Text("at least {threshold} of its leads become SQLs", threshold=v),
    "mql_sql": lambda v: Text("at least {threshold} of its MQLs become SQLs", threshold=v),
    "sql_won": lambda v: Text("at least {threshold} of its SQLs are won", threshold=v),
    COST: lambda v: Text("a SQL costs at most {threshold}", threshold=v),
}


def because(metric: str, practice: Text | str, own: Value, others: Value) -> Text:
    """The finding, with its figures put in."""
    return _FINDING[metric](practice, own, others)


def then(metric: str, threshold: Value) -> Text:
    """What should follow, with the threshold put in."""
    return _THEN[metric](threshold)
