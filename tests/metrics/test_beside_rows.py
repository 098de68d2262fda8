"""The rows behind the figures beside a headline: as many as the figure says, each once, and those that a plain loop over the rows finds."""

import numpy as np
from hypothesis import given, settings

from kpi_desktop.metrics.registry import compute
from kpi_desktop.model.selection import Compare, Period, Selection
from tests.metrics import plainly
from tests.metrics.generated import PERIOD, PERIODS, made, workspace

quick = settings(max_examples=40, deadline=None)
ROWS = {"accepted", "rejected", "undecided", "via_mql", "direct", "waiting", "won", "lost", "created", "open_deals", "stale_deals", "leads", "attended"}
"""Figures that count rows; the others count people or customers, who may have several."""


def behind(data, period):
    """(KPI, key) -> (value, row ids) of every figure that has rows, or a value of 0 or none where it could."""
    found = compute(data, Selection(Period.parse(period), Compare.NONE), trend=False)
    return {(s.kpi.id, b.key): (b.value, np.concatenate([r.ids for r in b.behind])) for s in found.kpis for b in s.result.beside if b.behind}


@quick
@given(workspace("leads", "deals", "reps", "events", "attendance", "customers", "invoices"), PERIOD)
def test_as_many_rows_as_the_figure_says(ws, period):
    for (kpi, key), (value, ids) in behind(made(ws), period).items():
        assert len(set(ids.tolist())) == len(ids), (kpi, key)
        if key in ROWS:
            assert value == len(ids), (kpi, key)
        elif key != "open_pipeline":
            assert value <= len(ids), (kpi, key)


@quick
@given(workspace("leads", most=20), PERIOD)
def test_the_rows_of_mqls_are_those_that_sales_did_that_with(ws, period):
    data, told = made(ws), behind(made(ws), period)
    if ("mqls", "undecided") not in told:
        return
    of = {"accepted": [], "rejected": [], "undecided": []}
    for k, lead in enumerate(ws["leads"]):
        if lead.get("mql") is not None and plainly.within(lead["mql"], PERIODS[period]):
            of["accepted" if lead.get("sql") else "rejected" if lead.get("rejected") else "undecided"].append(k)
    for key, positions in of.items():
        assert sorted(told["mqls", key][1].tolist()) == sorted(data.column("leads", "row")[positions].tolist())
