"""All that is known of practices before any threshold is asked for: gathered once, so that moving a threshold costs the judging alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from kpi_desktop.metrics import affordable, spend
from kpi_desktop.metrics.dataset import Dataset, View
from kpi_desktop.metrics.figures import ratio
from kpi_desktop.metrics.funnel import IDS
from kpi_desktop.metrics.links import days_between, lead_deals
from kpi_desktop.metrics.stats import counts_differ, two_proportions, wilson
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import NO_DAY
from kpi_desktop.model.selection import Driver, Grain, Period, Selection, day_of
from kpi_desktop.planning import robustness
from kpi_desktop.planning.figures import Figures, figures, intervals, stages
from kpi_desktop.planning.model import Fit, Quality, fit, quality
from kpi_desktop.planning.practices import DIMENSIONS, Ends, Estimate, Step, Trend
from kpi_desktop.planning.rules import Closing

_PAIRS = (("visitors", "leads"), ("leads", "mql"), ("mql", "sql"), ("leads", "sql"), ("sql", "won"))
_KEPT = 4
_MONTHS = 12


@dataclass(frozen=True, eq=False)
class Evidence:
    """What the practices of a kind did over a selection's period. `ages` is the share of each one's leads that have had their time, and
    that time in days; `named` holds the
    figures of each practice, `steps` those that all its leads took (`weak` not told yet), `costs` and `wins` the cost per SQL and the share of SQLs won
    that are to be expected."""

    data: Dataset
    view: View
    selection: Selection
    dimension: str
    named: dict[str, Figures]
    ceiling: float | None
    warnings: tuple[Text, ...]
    steps: dict[str, tuple[Step, ...]]
    closing: dict[str, Closing]
    ages: dict[str, tuple[float, float]]
    prior: Fit | None
    quality: Quality | None
    trends: dict[str, Trend]
    intervals: dict[str, dict[str, Ends]]
    costs: dict[str, Estimate]
    wins: dict[str, Estimate]

    @property
    def win_rate(self) -> float | None:
        """The portfolio's share of mature SQLs that are won."""
        return self.quality.mean if self.quality is not None else None


def evidence(data: Dataset, selection: Selection, kind: str) -> Evidence:
    """What is known of the practices of a kind; kept for the last few selections."""
    kept = data.derived.setdefault("evidence", {})
    key = (selection.period, selection.filters, selection.options, kind)
    if key not in kept:
        while len(kept) >= _KEPT:
            kept.pop(next(iter(tuple(kept))), None)
        kept[key] = _gathered(data, selection, kind)
    return kept[key]


def _gathered(data: Dataset, selection: Selection, kind: str) -> Evidence:
    view, dimension, period = data.view(selection.filters), DIMENSIONS[kind], selection.period
    computed = affordable.ceiling(data.view(), period, selection.options)
    ceiling = selection.options.target_cost_per_sql or computed
    every = figures(view, period, dimension, selection.options.driver)
    named = {name: f for name, f in every.items() if name}
    closing = _closing(view, period, dimension) if named else {}
    won, of = sum(w for w, _ in closing.values()), sum(n for _, n in closing.values())
    compared = {name: _compared(*closing.get(name, (0, 0)), won, of) for name in named}
    closed = tuple(np.array([getattr(k, f) for k in compared.values()], float) for f in ("won", "closed"))
    common, usual = prior(named), quality(*closed)
    paid = {name: f for name, f in named.items() if f.spend and f.spend > 0}
    return Evidence(
        data, view, selection, dimension, named, ceiling, _warnings(data, view, every, ceiling),
        _steps(view, selection, dimension, named, computed) if named else {}, compared,
        robustness.ages(view, period, dimension) if named else {}, common, usual, _trends(data, view, selection, dimension, list(named)) if named else {},
        {name: intervals(f) for name, f in named.items()},
        _told(paid, common.estimates(*(np.array([getattr(f, a) for f in paid.values()], float) for a in ("spend", "sqls")))) if common is not None else {},
        _told(named, usual.estimates(*closed)) if usual is not None else {})


def _told(names: Iterable[str], found: tuple[np.ndarray, ...]) -> dict[str, Estimate]:
    return {name: Estimate(*ends) for name, *ends in zip(names, *(a.tolist() for a in found), strict=True)}


def prior(named: dict[str, Figures]) -> Fit | None:
    """What the practices' costs per SQL tell of each other."""
    return fit(np.array([f.spend or 0.0 for f in named.values()]), np.array([float(f.sqls) for f in named.values()]))


def _warnings(data: Dataset, view: View, every: dict[str, Figures], ceiling: float | None) -> tuple[Text, ...]:
    found = []
    if (cannot := view.carries("leads")) is not None:
        found.append(cannot)
    if not any(every) and cannot is None:
        found.append(Text("No lead and no cost of the period names a practice of this kind: choose another period, or import leads that say where they "
                          "came from (an export of the CRM with its column of sources or campaigns)."))
    if not spend.known(data):
        found.append(Text("Verdicts need marketing costs: import an export of the advertising accounts, or a table of days, channels and amounts."))
    elif ceiling is None:
        found.append(Text("No ceiling for the cost of a SQL can be computed: it needs gross profit per customer and won deals that name their leads. Or write "
                          "your own ceiling under “Rules and thresholds”."))
    nobody = every.get("")
    if nobody is not None and nobody.leads:
        found.append(Text("%n lead(s) of the period name no practice of this kind and stand in none.", "", nobody.leads))
    return tuple(found)


# -- steps ---------------------------------------------------------------------------------------------------------------


def _steps(view: View, selection: Selection, dimension: str, named: dict[str, Figures], ceiling: float | None) -> dict[str, tuple[Step, ...]]:
    """Each practice's steps from the cohort of the period's leads, beside the portfolio's rates (sum over sum)."""
    known, members = stages(view, selection.period, dimension)
    rows = {name: row for name, row in members.items() if name in named}
    pairs = [pair for pair in _PAIRS if set(pair) <= known]
    if ("leads", "mql") in pairs and ("leads", "sql") in pairs:
        pairs.remove(("leads", "sql"))
    whole = {pair: _pooled(rows.values(), *pair) for pair in pairs}
    share = affordable.won_share(view.data.view(), selection.period)
    won = share[0] / share[1] if share is not None and share[1] else None
    each = ceiling * selection.options.required_return / won if ceiling is not None and won else None  # gross profit of a won deal
    return {name: tuple(s for pair in pairs for s in (_step(named[name], row, *pair, whole[pair], won or 0.0, each),) if s is not None)
            for name, row in rows.items()}


def _step(f: Figures, row: dict[str, float | None], a: str, b: str, all_of: float | None, won: float, each: float | None) -> Step | None:
    """`won` is the portfolio's share of SQLs that are won, `each` its gross profit of a won deal."""
    begun, reached = row.get(a), row.get(b)
    own = ratio(reached, begun)
    if own is None or all_of is None or begun is None or reached is None:
        return None
    low, high = wilson(reached, begun) if reached <= begun else (None, None)
    sqls = _mended(f, row, a, b, all_of)
    more = max(0.0, sqls - f.sqls)
    deals = f.sqls * max(0.0, all_of - own) if b == "won" else more * won
    return Step(f"{a}_{b}", begun, reached, own, low, high, all_of, sqls, more, deals, None if each is None else deals * each, False)


def _pooled(rows: Iterable[dict[str, float | None]], a: str, b: str) -> float | None:
    both = [(r[a], r[b]) for r in rows if r[a] is not None and r[b] is not None]
    return ratio(sum(y or 0 for _, y in both), sum(x or 0 for x, _ in both))


def _mended(f: Figures, row: dict[str, float | None], a: str, b: str, rate: float) -> float:
    """The period's SQLs if the step had the portfolio's rate and the later steps their own (the portfolio's nothing where they have none)."""
    if b == "won":
        return float(f.sqls)
    if row[b]:
        return f.sqls * (rate * (row[a] or 0.0) / (row[b] or 1.0))
    return rate * (row[a] or 0.0) if IDS.index(b) >= IDS.index("sql") else 0.0


# -- how SQLs close ------------------------------------------------------------------------------------------------------


def _compared(won: int, closed: int, all_won: int, all_closed: int) -> Closing:
    others_won, others = all_won - won, all_closed - closed
    return Closing(won, closed, others_won, others, two_proportions(won, closed, others_won, others) if closed and others else 1.0)


def _closing(view: View, period: Period, dimension: str) -> dict[str, tuple[int, int]]:
    """Member -> (won, all) of its mature SQLs up to the period's end: older than the 80th percentile of SQL-to-won days."""
    data, deals = view.data, lead_deals(view.data)
    order, days = data.order("leads", "sql")
    found = order[: int(np.searchsorted(days, min(period.hi, data.today), "right"))]
    if (mask := view.mask("leads")) is not None:
        found = found[mask[found]]
    took = days_between(data.column("leads", "sql")[found], deals.won_day[found]) if deals.linked else np.zeros(0)
    if not len(took):
        return {}
    found = found[data.column("leads", "sql")[found] <= data.today - np.percentile(took, 80)]
    groups = view.groups("leads", dimension, found)
    if groups is None:
        return {}
    every, won = (np.bincount(groups[1], w, len(groups[0])) for w in (None, deals.won[found].astype(float)))
    return {name: (int(w), int(n)) for name, w, n in zip(groups[0], won, every, strict=True) if name}


# -- where it is going ---------------------------------------------------------------------------------------------------


def _trends(data: Dataset, view: View, selection: Selection, dimension: str, names: list[str]) -> dict[str, Trend]:
    """SQLs by month, and the cost per SQL of the last half year against the half before."""
    months = _months(data, selection.period)
    if months is None or view.carries("leads") is not None:
        return {}
    halves = [Period(months[at].first, months[at + _MONTHS // 2 - 1].last) for at in (0, _MONTHS // 2)]
    rows = view.between("leads", "sql", Period(months[0].first, months[-1].last))
    groups = view.groups("leads", dimension, rows)
    if groups is None:
        return {}
    month = np.searchsorted([m.lo for m in months], data.column("leads", "sql")[rows], "right") - 1
    counts = np.bincount(groups[1] * _MONTHS + month, minlength=_MONTHS * len(groups[0])).reshape(-1, _MONTHS).tolist()
    by_name = dict(zip(groups[0], counts, strict=True))
    member = robustness.Members(data, names)
    driver: Driver = selection.options.driver
    spent = np.array([member.of(*spend.loaded(view, half, dimension, driver)) for half in halves]).T.tolist()
    told = data.first_day <= halves[0].lo + 31
    return {name: _trend(by_name.get(name, [0] * _MONTHS), money, told) for name, money in zip(names, spent, strict=True)}


def _months(data: Dataset, period: Period) -> tuple[Period, ...] | None:
    """Twelve whole months up to the period's end, or to the last day of the data where that is earlier."""
    if data.today == NO_DAY:
        return None
    last = Period.of(Grain.MONTH, day_of(min(period.hi, data.today)))
    if last.hi > data.today and period.lo < last.lo:
        last = last.shift(-1)
    return last.trend(_MONTHS)


def _trend(sqls: list[int], spent: list[float], told: bool) -> Trend:
    before, now = sum(sqls[:_MONTHS // 2]), sum(sqls[_MONTHS // 2:])
    costs = ratio(spent[0], before) if spent[0] > 0 else None, ratio(spent[1], now) if spent[1] > 0 else None
    if not told or min(spent) <= 0 or not before + now:
        return Trend(tuple(sqls), "", *costs)
    if not counts_differ(before, spent[0], now, spent[1]):
        return Trend(tuple(sqls), "steady", *costs)
    return Trend(tuple(sqls), "cheaper" if now / spent[1] > before / spent[0] else "dearer", *costs)
