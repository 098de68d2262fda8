"""What usually mends a weak step, as first words for a hypothesis: what we believe, what we would do, what should follow."""

from __future__ import annotations

from kpi_desktop.model.problem import Text
from kpi_desktop.planning.tested import COST

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
FINDING: dict[str, Text] = {
    "visitors_leads": Text("{practice}: good traffic, but only {own} of visitors become leads against {portfolio} elsewhere"),
    "leads_mql": Text("{practice}: only {own} of leads become MQLs against {portfolio} elsewhere"),
    "leads_sql": Text("{practice}: only {own} of leads become SQLs against {portfolio} elsewhere"),
    "mql_sql": Text("{practice}: only {own} of MQLs become SQLs against {portfolio} elsewhere"),
    "sql_won": Text("{practice}: only {own} of SQLs are won against {portfolio} elsewhere"),
    COST: Text("{practice}: a SQL costs {own} and may cost {portfolio}"),
}
THEN: dict[str, Text] = {
    "visitors_leads": Text("at least {threshold} of its visitors become leads"),
    "leads_mql": Text("at least {threshold} of its leads become MQLs"),
    "leads_sql": Text("at least {threshold} of its leads become SQLs"),
    "mql_sql": Text("at least {threshold} of its MQLs become SQLs"),
    "sql_won": Text("at least {threshold} of its SQLs are won"),
    COST: Text("a SQL costs at most {threshold}"),
}


def because(metric: str, practice: Text | str, own: object, portfolio: object) -> Text:
    """The finding, with its figures put in."""
    said = FINDING[metric]
    return Text(said.source, said.comment, practice=practice, own=own, portfolio=portfolio)


def then(metric: str, threshold: object) -> Text:
    """What should follow, with the threshold put in."""
    said = THEN[metric]
    return Text(said.source, said.comment, threshold=threshold)
