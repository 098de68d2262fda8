"""What is known of every practice before money is planned: what it cost, what it brought month by month, how long that takes, and the season."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from kpi_desktop.metrics import spend
from kpi_desktop.metrics.dataset import Dataset, View, fold
from kpi_desktop.metrics.links import lead_deals
from kpi_desktop.model.plans import Group
from kpi_desktop.model.problem import Money, Text, UserError
from kpi_desktop.model.schema import NO_DAY
from kpi_desktop.model.selection import Driver, Options, Period, day_of
from kpi_desktop.planning import deals, lag
from kpi_desktop.planning.practices import DIMENSIONS

LONGEST_HISTORY = 36
"""Months before the base period's end that are looked at: what is older says little of next year."""
_SEASON_MONTHS = 12
_SEASON_PRIOR = 10.0
"""How many SQLs of an even year a month's index is shrunk by."""


@dataclass(frozen=True, eq=False)
class Portfolio:
    """All practices of a kind over the base period. Arrays run over `names` (and `months`); money in the workspace's currency.

    `spend` is direct spend of the base period (shared cost, `shared`, names no practice and is not moved); `most` the largest spend of as many months in a row.
    `months` are month numbers (lag.py); `month_spend`, `month_leads` (by creation) and `month_sqls` (by SQL date) are practice x month. `season` is the index
    of January to December (mean 1), `seasonal` whether the data could tell it. `to_sql` and `to_won` are the shares of leads (of SQLs) that become SQL (won)
    0, 1, 2 ... months later. `rated` are the SQLs of the base period whose leads were created within the months, `all_won` the won deals of SQLs within them.
    `money` is what a won deal brings.
    """

    kind: str
    base: Period
    currency: str
    names: tuple[str, ...]
    spend: np.ndarray
    most: np.ndarray
    leads: np.ndarray
    sqls: np.ndarray
    won: np.ndarray
    shared: float
    months: np.ndarray
    month_spend: np.ndarray
    month_leads: np.ndarray
    month_sqls: np.ndarray
    last: int
    season: np.ndarray
    seasonal: bool
    to_sql: np.ndarray
    to_won: np.ndarray
    rated: np.ndarray
    all_won: np.ndarray
    money: deals.Worth
    warnings: tuple[Text, ...] = ()
    derived: dict[Any, Any] = field(default_factory=dict)
    """What forecasts work out once (draws, months of a period), under keys of their own."""

    @cached_property
    def at(self) -> dict[str, int]:
        """Where each practice stands in the arrays."""
        return {name: k for k, name in enumerate(self.names)}

    @property
    def paid(self) -> np.ndarray:
        """True for practices with spend of their own in the base period: money can be moved to and from them."""
        return self.spend > 0

    def weights(self, period: Period) -> tuple[np.ndarray, np.ndarray]:
        """(the months of a period, each month's share of a year's twelfths, by season and days in the period)."""
        numbers, parts = lag.months_of(period)
        return numbers, parts * self.season[numbers % 12]

    def length(self, period: Period) -> float:
        """How many times the base period's months a period has."""
        return float(lag.months_of(period)[1].sum() / lag.months_of(self.base)[1].sum())

    def amounts(self, period: Period) -> dict[str, float]:
        """What the practices with spend would cost over a period at the base period's monthly spend, in whole cents."""
        length = self.length(period)
        return {n: round(float(s) * length, 2) for n, s in zip(self.names, self.spend, strict=True) if s > 0}


def portfolio(data: Dataset, base: Period, kind: str = "channel", options: Options | None = None, groups: Iterable[Group] = ()) -> Portfolio:
    """The practices of a kind with what the data know of them by the end of the base period. `groups` stand in place of their members.

    Only direct spend is planned: shared cost names no practice, so moving it between them would be book-keeping. UserError where no spend names a practice
    or none has a SQL: nothing can be planned then.
    """
    del options  # the driver spreads shared cost, which is not planned
    view = data.view()
    base = base.so_far(data.today)
    codes = data.dimension("leads", DIMENSIONS[kind])
    alias = {fold(m): g.name for g in groups if g.kind == kind for m in g.members}
    whole = spend.allocate(view, base, DIMENSIONS[kind], Driver.NONE)
    last, months = _history(data, base)
    month_spend = _by_month(view, months, kind)
    names = _names(data, view, base, codes, alias, whole.members, months)
    if codes is None or not names:
        raise UserError(Text("No lead names a practice of this kind, so there is nothing to plan."), Text("Import leads that name their channel, campaign or event."))
    place = _places(data, names, alias)
    rows = place[codes]
    created, sql = (lag.month_numbers(data.column("leads", f)) for f in ("created", "sql"))
    found = lead_deals(data)
    won = lag.month_numbers(found.won_day)
    whole_story = (rows >= 0) & (created >= months[0])  # of older leads only those may be there that came to something later
    sold = np.where(sql == NO_DAY, won, sql) >= months[0]
    spent = _summed(names, alias, dict(zip(whole.members, whole.direct.tolist(), strict=True)))
    table = np.stack([_summed(names, alias, m) for m in month_spend], axis=1)
    in_base = {f: np.bincount(rows[r][rows[r] >= 0], minlength=len(names)) for f in ("created", "sql") for r in [view.between("leads", f, base)]}
    closed = (found.won_day >= base.lo) & (found.won_day <= base.hi) & (rows >= 0)
    if not spent.sum() or not in_base["sql"].sum():
        raise UserError(Text("A budget cannot be planned: no spend of {first} to {last} names a practice, or none of them has a SQL.",
                             first=base.first, last=base.last), Text("Import marketing costs that name a channel, or choose another base period."))
    month_leads, month_sqls = (_table(rows, m, months, len(names)) for m in (created, sql))
    to_sql = lag.incidence(created[whole_story], sql[whole_story], last)
    later = sql >= months[0]
    to_won = lag.incidence(sql[later], np.where((won != NO_DAY) & (won < sql), sql, won)[later], last)
    season, seasonal = _season(months, month_sqls.sum(axis=0), last, to_sql)
    rated = view.between("leads", "sql", base)
    rated = rows[rated[whole_story[rated]]]
    return Portfolio(
        kind, base, data.currency, names, spent, _most(table, months, base, spent), in_base["created"], in_base["sql"],
        np.bincount(rows[closed], minlength=len(names)), round(whole.total - float(whole.direct.sum()), 2), months, table, month_leads, month_sqls, last,
        season, seasonal, to_sql, to_won, np.bincount(rated, minlength=len(names)),
        np.bincount(rows[found.won & sold & (rows >= 0)], minlength=len(names)), deals.worth(view, kind, names, place),
        _warnings(whole.total - float(whole.direct.sum()), seasonal, data.currency))


def _warnings(shared: float, seasonal: bool, currency: str) -> tuple[Text, ...]:
    found = []
    if round(shared, 2) > 0:
        found.append(Text("Shared cost of {shared} names no practice: it is not split and comes on top.", shared=Money(round(shared, 2), currency)))
    if not seasonal:
        found.append(Text("The season cannot be told from less than 12 months: all months are taken alike."))
    return tuple(found)


def _history(data: Dataset, base: Period) -> tuple[int, np.ndarray]:
    """(the last month seen to its end, the months looked at)."""
    end = min(data.today, base.hi) if data.today != NO_DAY else base.hi
    starts = [int(first) for first in (spend.first_day(data), *data.order("leads", "created")[1][:1]) if first is not None]
    first = max(lag.month_numbers(np.array([max(starts, default=end)]))[0], lag.month_numbers(np.array([end]))[0] - LONGEST_HISTORY + 1)
    until = day_of(max(data.today, end))
    now = until.year * 12 + until.month - 1
    whole = day_of(max(data.today, end) + 3).month != until.month  # the last days of a month may have brought nothing
    return (now if whole else now - 1), np.arange(first, now + 1)


def _by_month(view: View, months: np.ndarray, kind: str) -> list[dict[str, float]]:
    """Member -> direct spend, for each month."""
    found = []
    for number in months.tolist():
        part = spend.allocate(view, Period.parse(lag.code(number)), DIMENSIONS[kind], Driver.NONE)
        found.append(dict(zip(part.members, part.direct.tolist(), strict=True)))
    return found


def _names(data: Dataset, view: View, base: Period, codes: np.ndarray | None, alias: dict[str, str], spenders: tuple[str, ...],
           months: np.ndarray) -> tuple[str, ...]:
    """Practices with spend or leads in the base period, groups in place of their members, the dearest first."""
    del months
    if codes is None:
        return ()
    of_leads = (data.name(int(c)) for c in np.unique(codes[view.between("leads", "created", base)]) if c >= 0)
    of_sqls = (data.name(int(c)) for c in np.unique(codes[view.between("leads", "sql", base)]) if c >= 0)
    return tuple(dict.fromkeys(alias.get(fold(n), n) for n in (*spenders, *of_leads, *of_sqls) if n))


def _places(data: Dataset, names: tuple[str, ...], alias: dict[str, str]) -> np.ndarray:
    """Where the member of each name code stands in `names` (-1 elsewhere); the last one stands for no name."""
    at = {fold(n): k for k, n in enumerate(names)}
    found = [at.get(fold(alias.get(fold(n), n)), -1) for n in data.names]
    return np.array([*found, -1], np.int64)


def _summed(names: tuple[str, ...], alias: dict[str, str], parts: dict[str, float]) -> np.ndarray:
    at = {fold(n): k for k, n in enumerate(names)}
    out = np.zeros(len(names))
    for member, amount in parts.items():
        if (k := at.get(fold(alias.get(fold(member), member)))) is not None and member:
            out[k] += amount
    return np.round(out, 2)


def _table(rows: np.ndarray, month: np.ndarray, months: np.ndarray, count: int) -> np.ndarray:
    """Practice x month -> how many."""
    there = (rows >= 0) & (month >= months[0]) & (month <= months[-1])
    flat = rows[there] * len(months) + (month[there] - months[0])
    return np.bincount(flat, minlength=count * len(months)).reshape(count, len(months)).astype(float)


def _most(table: np.ndarray, months: np.ndarray, base: Period, spent: np.ndarray) -> np.ndarray:
    """The largest spend of as many months in a row as the base period has (at least the base period's own)."""
    wide = len(lag.months_of(base)[0])
    if table.shape[1] < wide:
        return spent
    run = np.cumsum(np.concatenate([np.zeros((len(table), 1)), table], axis=1), axis=1)
    return np.maximum((run[:, wide:] - run[:, :-wide]).max(axis=1), spent)


def _season(months: np.ndarray, sqls: np.ndarray, last: int, to_sql: np.ndarray) -> tuple[np.ndarray, bool]:
    """The index of each month of the year: SQLs against the average month, shrunk to 1 by a handful of SQLs; flat below 12 whole months."""
    skip = int(np.searchsorted(np.cumsum(to_sql), 0.8 * to_sql.sum())) if to_sql.sum() else 0  # before, leads of earlier months are missing
    seen = np.flatnonzero(months <= last)[skip:]
    seen = seen[len(seen) % _SEASON_MONTHS:]  # whole years, so that no month weighs for growth
    if len(seen) < _SEASON_MONTHS or not sqls[seen].sum():
        return np.ones(12), False
    years = len(seen) / 12
    counts = np.bincount(months[seen] % 12, sqls[seen], 12)
    average = counts.mean()
    index = (counts + _SEASON_PRIOR * years) / (average + _SEASON_PRIOR * years)
    return index / index.mean(), True
