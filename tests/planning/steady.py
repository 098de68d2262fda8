"""Companies as even as a table: the same leads every month, so that what a budget should bring can be worked out by hand."""

from datetime import date, timedelta

from kpi_desktop.model.plans import Assumptions
from kpi_desktop.model.selection import Period
from kpi_desktop.planning.portfolio import portfolio
from tests.metrics.plain import dataset

BASE, NEXT = Period.parse("2024"), Period.parse("2025")
ANSWER = date(2025, 1, 1)


def sure(elasticity, **more):
    """Assumptions with one elasticity and no doubt about it."""
    return Assumptions(elasticity, elasticity, elasticity, **more)


def company(channels, months=24, wait=0, close=0, amount=1_000.0, cost=400.0, shared=0.0):
    """Channel -> (spend, leads, SQLs, won) of every month, over months that end with 2024.

    SQLs come `wait` days after the lead, deals close `close` days after them. Spend or counts may be functions of the month (0 is the first). `amount` is a
    deal's average: half of them are 50 % more, the others 50 % less.
    """
    leads, deals, spend = [], [], []
    for m in range(months):
        index = 2024 * 12 + 12 - months + m
        first = date(index // 12, index % 12 + 1, 1)
        for name, each in channels.items():
            money, n, sqls, won = (v(m) if callable(v) else v for v in each)
            if money:
                spend.append((first, money, name, "direct"))
            for i in range(n):
                sql = first + timedelta(days=wait)
                closed = sql + timedelta(days=close)
                key = f"{name}{m}-{i}"
                leads.append((key, first, sql if i < sqls and sql < ANSWER else None, name))
                if i < won and closed < ANSWER:
                    size = amount * (1.5 if i % 2 else 0.5)
                    deals.append((f"d{key}", sql, closed, "won", size, size * cost / amount, key))
        if shared:
            spend.append((first, shared, None, "shared"))
    leads.append(("end", date(2024, 12, 31), None, None))
    return dataset(leads=("lead created sql channel", leads), spend=("date amount channel kind", spend),
                   deals=("deal created closed outcome amount cost lead", deals))


def planned(channels, **more):
    """The portfolio of such a company, 2024 its base period."""
    return portfolio(company(channels, **more), BASE)
