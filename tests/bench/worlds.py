"""Worlds whose truth is known: channels with rates, lags, elasticities and costs, a season in which spend and leads rise together, and what a company
would have exported of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd

from kpi_desktop.metrics.dataset import LOST, OPEN, WON, Dataset
from kpi_desktop.model.frames import Frames
from kpi_desktop.model.schema import NO_DAY
from kpi_desktop.model.selection import Grain, Period, day_number

SIZES = (5, 15, 40)
MONTHS = (12, 24)
BASE = Period.of(Grain.YEAR, date(2024, 1, 1))
"""The year that is reviewed; the last one in the data."""
NEXT = BASE.shift(1)
_RUN_IN = 9
"""Months before the data begin: their leads are in the data where something came of them later."""
_RETURN = 1.3


@dataclass(frozen=True, eq=False)
class Channel:
    """One channel as it is: `level` spend of an average month, `rate` SQLs that it brings in a month of average demand, `elasticity` by how many
    per cent SQLs rise with 1 % more spend; rates, mean days and deals of its leads. Money in EUR."""

    name: str
    level: float
    rate: float
    elasticity: float
    mql: float
    sql: float
    won: float
    days_mql: float
    days_sql: float
    days_won: float
    deal: float
    margin: float
    spent: np.ndarray
    """Spend of each month, run-in and base year included."""

    def sqls(self, spend: np.ndarray, season: np.ndarray) -> np.ndarray:
        """Expected SQLs that each month's spend brings, whenever they come."""
        return self.rate * season * (spend / self.level) ** self.elasticity


@dataclass(frozen=True, eq=False)
class Year:
    """What happened in a year, by the date of each event: channel -> count or EUR."""

    leads: dict[str, int]
    mqls: dict[str, int]
    sqls: dict[str, int]
    won: dict[str, int]
    revenue: dict[str, float]
    gross_profit: dict[str, float]


@dataclass(frozen=True, eq=False)
class World:
    """The truth, and `data`: what is known of it on the base year's last day. `ceiling` is T, the most a SQL may cost (EUR)."""

    channels: tuple[Channel, ...]
    months: int
    size: int
    demand: np.ndarray
    budget: np.ndarray
    ceiling: float
    seed: int
    _leads: pd.DataFrame

    @cached_property
    def data(self) -> Dataset:
        """The tables leads, deals and spend as the program sees them."""
        return _dataset(self)

    @property
    def spend(self) -> dict[str, float]:
        """Channel -> spend of the base year (EUR)."""
        return {c.name: float(c.spent[-12:].sum()) for c in self.channels}

    @property
    def cost_per_sql(self) -> dict[str, float]:
        """Channel -> true cost per SQL at the base year's spend (EUR): its spend / the SQLs that it was to bring."""
        return {c.name: float(c.spent[-12:].sum() / c.sqls(c.spent[-12:], self.demand).sum()) for c in self.channels}

    def brought(self, name: str, amount: float) -> float:
        """Expected SQLs, whenever they come, of so much spend (EUR) next year, spread over its months as budgets are."""
        channel = next(c for c in self.channels if c.name == name)
        return float(channel.sqls(amount / 12 * self.budget, self.demand).sum())

    def profit(self, amounts: Mapping[str, float]) -> float:
        """Expected gross profit (EUR) of the deals that next year's amounts bring, whenever they close, less the amounts."""
        return sum(self.brought(c.name, amounts[c.name]) * c.won * c.deal * c.margin - amounts[c.name] for c in self.channels)

    def next_year(self, amounts: Mapping[str, float], seed: int = 0) -> Year:
        """One next year under these amounts: by date of event, the leads of earlier years that are still on their way included."""
        random = np.random.default_rng((self.seed, 1, seed))
        starts = _starts(12, NEXT.last.year)
        new = [_drawn(c, k, c.sqls(amounts[c.name] / 12 * self.budget, self.demand), starts, random) for k, c in enumerate(self.channels)]
        return _counted(pd.concat([self._leads, *new]), self.channels, NEXT)

    def base_year(self) -> Year:
        """What happened in the base year."""
        return _counted(self._leads, self.channels, BASE)


def world(seed: int, size: int = 15, months: int = 12) -> World:
    """A world of 8 to 12 channels with about `size` SQLs each in the base year, and `months` of data."""
    random = np.random.default_rng((seed, size, months))
    month = np.arange(12)
    peak, swing = random.integers(0, 12), random.uniform(0.15, 0.4)
    wave = np.cos((month - peak) * 2 * np.pi / 12)
    demand = 1 + swing * wave
    budget = 1 + swing * random.uniform(0.6, 1.4) * wave  # money follows the season: spend and leads rise in the same months
    count = int(random.integers(8, 13))
    won, deal, margin = random.uniform(0.15, 0.3), random.uniform(20_000, 60_000), random.uniform(0.4, 0.7)
    ceiling = won * deal * margin / _RETURN
    dear = random.uniform(0.8, 1.3)
    channels = tuple(_channel(k, size, months, ceiling * dear * float(np.exp(random.normal(0, 0.6))), won, deal, margin, demand, budget, random)
                     for k in range(count))
    starts = _starts(months + _RUN_IN, BASE.last.year)
    season = np.tile(demand, 4)[-(months + _RUN_IN):]
    leads = pd.concat([_drawn(c, k, c.sqls(c.spent, season), starts, random) for k, c in enumerate(channels)], ignore_index=True)
    leads = leads[leads[["created", "mql", "sql", "closed"]].max(axis=1) >= starts[_RUN_IN]].sort_values("created", kind="stable", ignore_index=True)
    return World(channels, months, size, demand, budget, ceiling, seed, leads)


def _channel(k: int, size: int, months: int, cost: float, won: float, deal: float, margin: float, demand: np.ndarray, budget: np.ndarray,
             random: np.random.Generator) -> Channel:
    yearly = size * random.uniform(0.6, 1.4)
    level = cost * yearly / 12
    shape = np.tile(budget, 4)[-(months + _RUN_IN):].copy()
    shape[:-12] *= random.uniform(0.7, 1.3)  # another budget in the years before
    spread = random.uniform(0.15, 0.5)
    spent = np.round(level * shape * np.exp(random.normal(-spread**2 / 2, spread, len(shape))), 2)
    return Channel(f"Channel {k + 1:02}", level, yearly / 12, random.uniform(0.4, 0.95), random.uniform(0.25, 0.6), random.uniform(0.3, 0.6),
                   float(np.clip(won * np.exp(random.normal(0, 0.25)), 0.05, 0.6)), random.uniform(3, 10), random.uniform(10, 30),
                   random.uniform(40, 90), deal * float(np.exp(random.normal(0, 0.2))), margin, spent)


def _starts(months: int, last_year: int) -> np.ndarray:
    """Day numbers of the first days of the last `months` months up to December of a year, and of the day after."""
    index = [(last_year + 1) * 12 - months + k for k in range(months + 1)]
    return np.array([day_number(date(i // 12, i % 12 + 1, 1)) for i in index])


def _drawn(c: Channel, code: int, sqls: np.ndarray, starts: np.ndarray, random: np.random.Generator) -> pd.DataFrame:
    """The leads of each month (Poisson) with all that ever comes of them; a month's spend brings its leads within the month."""
    counts = random.poisson(sqls / (c.mql * c.sql))
    n = int(counts.sum())
    first, length = np.repeat(starts[:-1], counts), np.repeat(np.diff(starts), counts)
    created = first + (random.random(n) * length).astype(np.int64)
    mql = created + random.exponential(c.days_mql, n).astype(np.int64)
    sql = mql + random.gamma(2.0, c.days_sql / 2, n).astype(np.int64)
    closed = sql + random.gamma(2.0, c.days_won / 2, n).astype(np.int64)
    is_mql = random.random(n) < c.mql
    is_sql = is_mql & (random.random(n) < c.sql)
    amount = np.round(c.deal * np.exp(random.normal(-0.125, 0.5, n)), 2)
    return pd.DataFrame({"channel": np.full(n, code), "created": created, "mql": np.where(is_mql, mql, NO_DAY), "sql": np.where(is_sql, sql, NO_DAY),
                         "closed": np.where(is_sql, closed, NO_DAY), "won": is_sql & (random.random(n) < c.won), "amount": amount,
                         "cost": np.round(amount * (1 - c.margin), 2)})


def _counted(leads: pd.DataFrame, channels: tuple[Channel, ...], year: Period) -> Year:
    def within(field: str) -> pd.Series:
        return (leads[field] >= year.lo) & (leads[field] <= year.hi)

    def per(rows: pd.Series, weights: np.ndarray | None = None) -> np.ndarray:
        held = rows.to_numpy()
        return np.bincount(leads["channel"].to_numpy()[held], None if weights is None else weights[held], len(channels))

    names = [c.name for c in channels]
    won, amount = within("closed") & leads["won"], leads["amount"].to_numpy()
    whole = (dict(zip(names, map(int, per(within(f))), strict=True)) for f in ("created", "mql", "sql"))
    money = (dict(zip(names, map(float, per(won, w)), strict=True)) for w in (amount, amount - leads["cost"].to_numpy()))
    return Year(*whole, dict(zip(names, map(int, per(won)), strict=True)), *money)


def _dataset(w: World) -> Dataset:
    """What has happened by the base year's last day; nothing later is known."""
    held = w._leads[w._leads["created"] <= BASE.hi]
    seen = {f: np.where(held[f] <= BASE.hi, held[f], NO_DAY).astype(np.int32) for f in ("created", "mql", "sql", "closed")}
    channel, ids = held["channel"].to_numpy(np.int32), np.arange(1, len(held) + 1, dtype=np.int64)
    leads = pd.DataFrame({"row": ids, "created": seen["created"], "mql": seen["mql"], "sql": seen["sql"], "channel": channel})
    dealt = seen["sql"] != NO_DAY
    over = seen["closed"][dealt] != NO_DAY
    outcome = np.where(over, np.where(held["won"].to_numpy()[dealt], WON, LOST), OPEN).astype(np.int8)
    deals = pd.DataFrame({"row": np.arange(1, dealt.sum() + 1, dtype=np.int64), "created": seen["sql"][dealt], "closed": seen["closed"][dealt],
                          "outcome": outcome, "amount": held["amount"].to_numpy()[dealt], "cost": held["cost"].to_numpy()[dealt], "lead": ids[dealt],
                          "customer": len(w.channels) + np.arange(dealt.sum(), dtype=np.int32)})
    days = _starts(w.months, BASE.last.year)[:-1].astype(np.int32)
    spent = np.concatenate([c.spent[-w.months:] for c in w.channels])
    spend = pd.DataFrame({"row": np.arange(1, len(spent) + 1, dtype=np.int64), "date": np.tile(days, len(w.channels)), "amount": spent,
                          "channel": np.repeat(np.arange(len(w.channels), dtype=np.int32), w.months)})
    tables = {"leads": leads, "deals": deals, "spend": spend}
    names = (*(c.name for c in w.channels), *(f"Customer {k + 1}" for k in range(len(deals))))
    return Dataset(Frames(0, tables, names, counts={t: len(f) for t, f in tables.items()}))
