"""The review as a chart: each practice's cost per SQL with its interval against the ceiling."""

from __future__ import annotations

from kpi_desktop.metrics.chart import Chart, Series
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import called
from kpi_desktop.planning.practices import DIMENSIONS, ELIMINATE, KEEP, NOT_ENOUGH_DATA, OPTIMISE, VERDICTS, Review

_ROLES = {KEEP: "better", OPTIMISE: "accent", ELIMINATE: "worse", NOT_ENOUGH_DATA: "quiet"}
_MOST = 14


def practices(review: Review, currency: str) -> Chart | None:
    """Cost per SQL of each practice with spend, coloured by verdict; None where none has any."""
    shown = [p for p in review.practices if p.low is not None][:_MOST]
    if not shown:
        return None
    counts = {v: sum(p.verdict == v for p in review.practices) for v in VERDICTS}
    finding = Text("Keep {keep}, optimise {optimise}, eliminate {eliminate}, not enough data {unknown}.", keep=counts[KEEP], optimise=counts[OPTIMISE],
                   eliminate=counts[ELIMINATE], unknown=counts[NOT_ENOUGH_DATA])
    series = Series(Text("Cost per SQL"), tuple(p.cost_per_sql for p in shown), tuple(p.low for p in shown), tuple(p.high for p in shown))
    names = tuple(called(p.name, DIMENSIONS[review.kind]) for p in shown)
    return Chart("practices", Text("Cost per SQL with its 95 % interval"), names, (series,), Unit.MONEY, currency, finding,
                 review.ceiling, Text("ceiling") if review.ceiling is not None else None, tuple(VERDICTS[p.verdict] for p in shown),
                 roles=tuple(_ROLES[p.verdict] for p in shown))
