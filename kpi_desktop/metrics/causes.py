"""What moves the number of MQLs and SQLs: leads, how many of them become the one and the other, and where they come from."""

from __future__ import annotations

from kpi_desktop.metrics.dataset import View
from kpi_desktop.metrics.effects import Members, chain
from kpi_desktop.metrics.figures import tally
from kpi_desktop.metrics.result import Cause, Effect
from kpi_desktop.model.problem import Text
from kpi_desktop.model.selection import Period

LEADS = Cause("leads", Text("Leads"), Text("more leads came in"), Text("fewer leads came in"))
MQLS = Cause("mqls", Text("MQLs"), Text("there were more MQLs"), Text("there were fewer MQLs"))
SQLS = Cause("sqls", Text("SQLs"), Text("there were more SQLs"), Text("there were fewer SQLs"))
LEAD_TO_MQL = Cause("lead_to_mql", Text("Lead → MQL"), Text("more of the leads became MQLs"), Text("fewer of the leads became MQLs"))
MQL_TO_SQL = Cause("mql_to_sql", Text("MQL → SQL"), Text("more of the MQLs became SQLs"), Text("fewer of the MQLs became SQLs"))
LEAD_TO_SQL = Cause("lead_to_sql", Text("Lead → SQL"), Text("more of the leads became SQLs"), Text("fewer of the leads became SQLs"))
MIX = Cause("mix", Text("Mix of leads"), Text("the mix of leads changed"), Text("the mix of leads changed"))


def stages(view: View, period: Period, by: str | None, *fields: str) -> Members:
    """Member -> leads with each of these dates in the period, in the period reading: a stage's people need not be those of the one before."""
    counts = [tally(view, "leads", by, view.between("leads", field, period)) for field in fields]
    return {m: tuple(c.get(m, (0.0,))[0] for c in counts) for m in {m for c in counts for m in c}}


def of_mqls(then: Members, now: Members) -> tuple[Effect, ...]:
    """Effects on the number of MQLs, from (leads, MQLs)."""
    return chain(then, now, (LEADS, MQLS), {(0, 1): LEAD_TO_MQL}, MIX)


def of_sqls(then: Members, now: Members) -> tuple[Effect, ...]:
    """Effects on the number of SQLs, from (leads, MQLs, SQLs)."""
    return chain(then, now, (LEADS, MQLS, SQLS), {(0, 1): LEAD_TO_MQL, (1, 2): MQL_TO_SQL, (0, 2): LEAD_TO_SQL}, MIX)
