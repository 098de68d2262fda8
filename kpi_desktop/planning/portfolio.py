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
from kpi_desktop.model.problem import Money, Share, Text, UserError
from kpi_desktop.model.schema import NO_DAY
from kpi_desktop.model.selection import Driver, Period, day_of
from kpi_desktop.planning import lag
from kpi_desktop.planning.deals import Worth, worth
from kpi_desktop.planning.practices import DIMENSIONS
from kpi_desktop.planning.season import season

LONGEST_HISTORY = 36
"""Months up to the base period's end that are looked at: what is older says little of next year."""
DRIFT = 0.06
"""How far a year strays from the year before beyond chance and money, where the data cannot tell (standard deviation of the logarithm)."""


@dataclass(frozen=True, eq=False)
class Portfolio:
    """All practices of a kind over the base period. Arrays run over `names` (and `months`); money in the workspace's currency.

    `spend` is direct spend of the base period (shared cost, `shared`, names no practice and is not moved); `most` the largest spend of as many months in a row.
    `months` are month numbers (lag.py); `month_spend`, `month_leads` (by creation) and `month_sqls` (by SQL date) are practice x month. `season` is the index
    of January to December (mean 1), `seasonal` whether the data could tell it. `to_sql` and `to_won` are the shares of leads (of SQLs) that become SQL (won)
    0, 1, 2 ... months later. `rated` are the SQLs of the base period whose leads were created within the months, `all_won` the won deals of SQLs within them.
    `money` is what a won deal brings. `place` is the practice of each name code (the last for no name).
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
    money: Worth
    warnings: tuple[Text, ...] = ()
    place: np.ndarray = field(default_factory=lambda: np.full(1, -1))
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


def portfolio(data: Dataset, base: Period, kind: str = "channel", groups: Iterable[Group] = ()) -> Portfolio:
    """The practices of a kind with what the data know of them by the end of the base period. `groups` stand in place of their members.

    Only direct spend is planned: shared cost names no practice, so moving it between them would be book-keeping.
    UserError where no spend names a practice or none has a SQL: nothing can be planned then.
    """
    view, base = data.view(), base.so_far(data.today)
    whole = spend.allocate(view, base, DIMENSIONS[kind], Driver.NONE)
    alias = {fold(m): g.name for g in groups if g.kind == kind for m in g.members}
    names = _names(view, base, kind, alias, whole.members)
    spent = _summed(names, alias, whole.members, whole.direct)
    last, months = _history(data, base)
    found = _Leads.read(view, kind, names, alias, int(months[0]))
    sqls = found.counted(view.between("leads", "sql", base))
    if not (spent > 0).any() or not sqls[spent > 0].any():
        raise UserError(Text("A budget cannot be planned: no practice had both spend and SQLs from {first} to {last}.", first=base.first, last=base.last),
                        _missing(names, spent, sqls))
    monthly = [spend.allocate(view, Period.parse(lag.code(n)), DIMENSIONS[kind], Driver.NONE) for n in months.tolist()]
    table = np.stack([_summed(names, alias, m.members, m.direct) for m in monthly], axis=1)
    leads, month_leads = found.counted(view.between("leads", "created", base)), found.table(found.created, months)
    index, seasonal = season(months, np.divide(sqls, leads, out=np.zeros(len(names)), where=leads > 0) @ month_leads, last)
    shared = round(whole.total - float(spent.sum()), 2)
    closed = np.flatnonzero((found.won_day >= base.lo) & (found.won_day <= base.hi))
    return Portfolio(
        kind, base, data.currency, names, spent, _most(table, base, spent), leads, sqls,
        found.counted(closed), shared, months, table, month_leads, found.table(found.sql, months), last, index, seasonal, *found.lags(last),
        found.counted(found.within(view.between("leads", "sql", base))), found.counted(found.told_won()), worth(view, kind, names, found.place),
        _warnings(shared, seasonal, int(np.count_nonzero(months <= last)), data.currency), found.place)


def _missing(names: tuple[str, ...], spent: np.ndarray, sqls: np.ndarray) -> Text:
    """What to bring so that a budget can be planned."""
    costs, brought = spent > 0, sqls > 0
    if not costs.any() and not brought.any():
        return Text("Import marketing costs that name a channel, campaign or event, and leads with their source and the day on which they became SQLs, or "
                    "choose another base period.")
    if not costs.any():
        return Text("Import marketing costs that name a channel, campaign or event, or choose another base period.")
    if not brought.any():
        return Text("Import leads with their source and the day on which they became SQLs (an export of the CRM), or choose another base period.")
    return Text("Costs name {paid}, SQLs name {brought}: if they are the same, merge the names on the page “Names”.",
                paid=", ".join(n for n, yes in zip(names, costs.tolist(), strict=True) if yes)[:120],
                brought=", ".join(n for n, yes in zip(names, brought.tolist(), strict=True) if yes)[:120])


def lead_places(data: Dataset, p: Portfolio) -> np.ndarray:
    """Which practice each lead belongs to, as its place in `names`; -1 for none."""
    codes = data.dimension("leads", DIMENSIONS[p.kind])
    return np.full(data.size("leads"), -1) if codes is None else p.place[codes]


@dataclass(frozen=True, eq=False)
class _Leads:
    """Per lead: its practice's place (-1 none), the months in which it was created, became SQL and was won, and the day of the last.

    `start` is the first month whose leads are all there: of older ones perhaps only those that came to something later.
    """

    place: np.ndarray
    rows: np.ndarray
    created: np.ndarray
    sql: np.ndarray
    won: np.ndarray
    won_day: np.ndarray
    start: int

    @staticmethod
    def read(view: View, kind: str, names: tuple[str, ...], alias: dict[str, str], start: int) -> _Leads:
        data, codes = view.data, view.data.dimension("leads", DIMENSIONS[kind])
        place = _places(data, names, alias)
        rows = np.full(data.size("leads"), -1) if codes is None else place[codes]
        created, sql = (lag.month_numbers(data.column("leads", f)) for f in ("created", "sql"))
        won_day = lead_deals(data).won_day
        return _Leads(place, rows, created, sql, lag.month_numbers(won_day), won_day, start)

    def counted(self, leads: np.ndarray) -> np.ndarray:
        """How many of these leads each practice has."""
        mine = self.rows[leads]
        return np.bincount(mine[mine >= 0], minlength=int(self.place.max(initial=-1)) + 1)

    def within(self, leads: np.ndarray) -> np.ndarray:
        """Those of the leads that were created since the start."""
        return leads[self.created[leads] >= self.start]

    def told_won(self) -> np.ndarray:
        """Won leads that became SQL since the start (won since then, where the SQL's day is missing)."""
        return np.flatnonzero((self.won != NO_DAY) & (np.where(self.sql == NO_DAY, self.won, self.sql) >= self.start))

    def lags(self, last: int) -> tuple[np.ndarray, np.ndarray]:
        """The shares of leads that become SQL, and of SQLs that are won, month by month later."""
        young = self.within(np.flatnonzero(self.rows >= 0))
        sqls = np.flatnonzero((self.rows >= 0) & (self.sql >= self.start))
        won = np.where((self.won != NO_DAY) & (self.won < self.sql), self.sql, self.won)
        return lag.incidence(self.created[young], self.sql[young], last), lag.incidence(self.sql[sqls], won[sqls], last)

    def table(self, month: np.ndarray, months: np.ndarray) -> np.ndarray:
        """Practice x month -> how many leads have that month."""
        there = np.flatnonzero((self.rows >= 0) & (month >= months[0]) & (month <= months[-1]))
        count = int(self.place.max(initial=-1)) + 1
        flat = self.rows[there] * len(months) + (month[there] - months[0])
        return np.bincount(flat, minlength=count * len(months)).reshape(count, len(months)).astype(float)


def _warnings(shared: float, seasonal: bool, whole: int, currency: str) -> tuple[Text, ...]:
    found = []
    if round(shared, 2) > 0:
        found.append(Text("Shared cost of {shared} names no practice: it is not split and comes on top.", shared=Money(round(shared, 2), currency)))
    if not seasonal:
        found.append(Text("The season cannot be told from less than 12 months: all months are taken alike."))
    if whole < 24:
        found.append(Text("Less than two years of data do not tell how far one year differs from another: the ranges suppose {share}. In a market that moves "
                          "more, they are too narrow.", share=Share(DRIFT)))
    return tuple(found)


def _history(data: Dataset, base: Period) -> tuple[int, np.ndarray]:
    """(the last month seen to its end, the months looked at: from the first that has both spend and leads)."""
    end = min(data.today, base.hi) if data.today != NO_DAY else base.hi
    starts = [int(first) for first in (spend.first_day(data), *data.order("leads", "created")[1][:1]) if first is not None]
    known, ended = lag.month_numbers(np.array([max(starts, default=end), end])).tolist()
    begun = min(ended - LONGEST_HISTORY + 1, int(lag.months_of(base)[0][0]))
    until = day_of(max(data.today, end))
    now = until.year * 12 + until.month - 1
    over = day_of(max(data.today, end) + 3).month != until.month  # the last days of a month may have brought nothing
    return now if over else now - 1, np.arange(min(max(known, begun), ended), now + 1)


def _names(view: View, base: Period, kind: str, alias: dict[str, str], spenders: tuple[str, ...]) -> tuple[str, ...]:
    """Practices with spend, leads or SQLs in the base period, groups in place of their members, the dearest first."""
    codes = view.data.dimension("leads", DIMENSIONS[kind])
    held = [] if codes is None else [c for f in ("created", "sql") for c in np.unique(codes[view.between("leads", f, base)]).tolist() if c >= 0]
    return tuple(dict.fromkeys(alias.get(fold(n), n) for n in (*spenders, *map(view.data.name, held)) if n))


def _places(data: Dataset, names: tuple[str, ...], alias: dict[str, str]) -> np.ndarray:
    """Where the member of each name code stands in `names` (-1 elsewhere); the last one stands for no name."""
    at = {fold(n): k for k, n in enumerate(names)}
    found = [at.get(fold(alias.get(fold(n), n)), -1) for n in data.names]
    return np.array([*found, -1], np.int64)


def _summed(names: tuple[str, ...], alias: dict[str, str], members: Iterable[str], amounts: np.ndarray) -> np.ndarray:
    at = {fold(n): k for k, n in enumerate(names)}
    out = np.zeros(len(names))
    for member, amount in zip(members, amounts.tolist(), strict=True):
        if member and (k := at.get(fold(alias.get(fold(member), member)))) is not None:
            out[k] += amount
    return np.round(out, 2)


def _most(table: np.ndarray, base: Period, spent: np.ndarray) -> np.ndarray:
    """The largest spend of as many months in a row as the base period has (at least the base period's own)."""
    wide = len(lag.months_of(base)[0])
    if table.shape[1] < wide:
        return spent
    run = np.cumsum(np.concatenate([np.zeros((len(table), 1)), table], axis=1), axis=1)
    return np.maximum((run[:, wide:] - run[:, :-wide]).max(axis=1), spent)
