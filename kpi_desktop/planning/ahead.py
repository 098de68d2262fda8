"""What is on its way into a period: leads already there become SQLs, SQLs already there are won, and the period's own leads follow, each after its time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.selection import Period
from kpi_desktop.planning import lag
from kpi_desktop.planning.portfolio import Portfolio


@dataclass(frozen=True, eq=False)
class Ahead:
    """A period seen from the data's last month, practice x month of the period, in shares of the base period's SQLs (leads for `leads`).

    `sql_old` and `won_old` come of leads already there, `sql_new` and `won_new` of the period's own at base spend; `won_there` are won deals of SQLs
    already there, at the portfolio's rate 1. `all_new` is what the period's leads bring when all has come; `left` the same for won deals after the period.
    """

    months: np.ndarray
    leads: np.ndarray
    sql_old: np.ndarray
    sql_new: np.ndarray
    won_there: np.ndarray
    won_old: np.ndarray
    won_new: np.ndarray
    all_new: float
    scale: float


def ahead(portfolio: Portfolio, period: Period) -> Ahead:
    """The months of a period with what is on its way; made once per period."""
    key = ("ahead", period.first, period.last)
    if key not in portfolio.derived:
        portfolio.derived[key] = _ahead(portfolio, period)
    return portfolio.derived[key]


def _ahead(p: Portfolio, period: Period) -> Ahead:
    numbers, parts = p.weights(period)
    base = float(p.weights(p.base)[1].sum())
    window = numbers - int(p.months[0])
    start, until, seen = int(window[0]), int(max(window[-1] + 1, len(p.months))), len(p.months)
    if start < 0:
        raise UserError(Text("The plan's period begins before the data do."), Text("Choose a period after the base period."))
    old, there, new = (np.zeros((len(p.names), until)) for _ in range(3))
    new[:, window] = parts / base
    old[:, :seen], there[:, :seen] = shaped(p)[0], p.month_sqls
    # Months between the data and the period go on at the base period's level; one under way comes at least to that.
    level = p.season[(np.arange(until) + int(p.months[0])) % 12] / base
    whole = int(np.count_nonzero(p.months <= p.last))
    old[:, whole:seen] = np.maximum(old[:, whole:seen], level[whole:seen])
    old[:, seen:] = level[seen:]
    old[:, start:] = there[:, start:] = 0.0
    to_sql, to_won = normal(p.to_sql), normal(p.to_won)
    sql_old, sql_new = lag.spread(old, to_sql, until), lag.spread(new, to_sql, until)
    to_come = sql_old.copy()
    to_come[:, :min(whole, start)] = 0.0  # SQLs of months past are counted as they are
    won_there, won_old, won_new = (lag.spread(s, to_won, until) for s in (there, to_come, sql_new))
    return Ahead(numbers, new[:, window], sql_old[:, window], sql_new[:, window], won_there[:, window], won_old[:, window], won_new[:, window],
                 float(parts.sum() / base), p.length(period))


def normal(shares: np.ndarray) -> np.ndarray:
    """When those come that come at all: shares that sum to 1."""
    total = float(shares.sum())
    return shares / total if total > 0 else np.ones(1)


def exposure(p: Portfolio) -> np.ndarray:
    """Per practice: the share of the base period's cohorts' worth of SQLs that fell into it.

    Below 1 where the data begin with the base period, since the SQLs of earlier leads are missing at its start; about 1 after a longer history.
    """
    numbers, parts = lag.months_of(p.base)
    cohorts = shaped(p)[0]
    came = lag.spread(cohorts, normal(p.to_sql), len(p.months))
    at = numbers - p.months[0]
    held = (at >= 0) & (at < len(p.months))
    found = came[:, at[held]] @ parts[held]
    return np.clip(found, 0.1, None)


def shaped(p: Portfolio) -> tuple[np.ndarray, np.ndarray]:
    """(practice x month: each month's leads as a share of the base period's; leads of a base period, at least 1)."""
    numbers, parts = lag.months_of(p.base)
    at = numbers - p.months[0]
    held = (at >= 0) & (at < len(p.months))
    base = np.maximum(p.month_leads[:, at[held]] @ parts[held], 0.0)
    even = p.season[p.months % 12] / max(float(p.weights(p.base)[1].sum()), 1e-9)
    return np.where(base[:, None] > 0, p.month_leads / np.maximum(base, 1e-9)[:, None], even), base


def won_expected(p: Portfolio) -> np.ndarray:
    """Won deals that the SQLs so far would have brought at the portfolio's rate, given how long they have had."""
    had = np.cumsum(p.to_won)
    ages = np.clip(p.months[-1] - p.months, 0, len(had) - 1)
    return p.month_sqls @ had[ages]
