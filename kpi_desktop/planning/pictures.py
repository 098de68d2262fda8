"""The review as charts: each practice's cost per SQL with its interval against the ceiling, and practices placed by cost and quality."""

from __future__ import annotations

from kpi_desktop.metrics.chart import Chart, Series
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.problem import Text
from kpi_desktop.planning.practices import ELIMINATE, KEEP, NOT_ENOUGH_DATA, OPTIMISE, VERDICTS, Review, practice_name

_ROLES = {KEEP: "better", OPTIMISE: "accent", ELIMINATE: "worse", NOT_ENOUGH_DATA: "quiet"}
_MOST = 14


def practices(review: Review, currency: str) -> Chart | None:
    """Cost per SQL of each practice with spend, coloured by verdict; None where none has any."""
    shown = [p for p in review.practices if p.low is not None][:_MOST]
    if not shown:
        return None
    series = Series(Text("Cost per SQL"), tuple(p.cost_per_sql for p in shown), tuple(p.low for p in shown), tuple(p.high for p in shown))
    names = tuple(practice_name(p.name, review.kind) for p in shown)
    return Chart("practices", Text("Cost per SQL with its 95 % interval"), names, (series,), Unit.MONEY, currency, _finding(review),
                 review.ceiling, Text("ceiling") if review.ceiling is not None else None, tuple(VERDICTS[p.verdict] for p in shown),
                 roles=tuple(_ROLES[p.verdict] for p in shown))


def bubbles(review: Review, currency: str) -> Chart | None:
    """Practices placed by what a SQL of theirs is expected to cost and how often it is won, as large as their spend; None where fewer than two can be
    placed. Series: cost, quality, spend, and the portfolio's cost and quality."""
    shown = [p for p in review.practices if p.estimate is not None and p.quality is not None][:_MOST]
    if len(shown) < 2:
        return None
    costs, wins = ([e for p in shown if (e := getattr(p, field)) is not None] for field in ("estimate", "quality"))
    series = tuple(Series(name, tuple(e.value for e in of), tuple(e.low for e in of), tuple(e.high for e in of))
                   for name, of in ((Text("Cost per SQL to be expected"), costs), (Text("SQLs that are won, to be expected"), wins)))
    names = tuple(practice_name(p.name, review.kind) for p in shown)
    return Chart("bubbles", Text("Cost per SQL and quality of SQLs, as large as the spend"), names,
                 (*series, Series(Text("Spend"), tuple(p.spend for p in shown)), Series(Text("Portfolio"), (review.average, review.win_rate), role="quiet")),
                 Unit.MONEY, currency, _finding(review), review.ceiling, Text("ceiling") if review.ceiling is not None else None,
                 tuple(VERDICTS[p.verdict] for p in shown), roles=tuple(_ROLES[p.verdict] for p in shown))


def _finding(review: Review) -> Text:
    counts = {v: sum(p.verdict == v for p in review.practices) for v in VERDICTS}
    return Text("Keep {keep}, optimise {optimise}, eliminate {eliminate}, not enough data {unknown}.", keep=counts[KEEP], optimise=counts[OPTIMISE],
                eliminate=counts[ELIMINATE], unknown=counts[NOT_ENOUGH_DATA])
