"""A large company's exports, seeded: every table that a figure needs, as many leads and visits as asked for, the rest in proportion.

Each lead has a company of its own and there are 2,000 campaigns: the hardest case for whatever goes through names.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd

from tests.bench.__main__ import CHANNELS, visits

_FIRST, _DAYS = pd.Timestamp("2023-01-01"), 1095
_END = _FIRST + pd.Timedelta(days=_DAYS)
_SEGMENTS = np.array(["Finance", "Manufacturing", "Retail", "Health"])
_COUNTRIES = np.array(["Germany", "France", "Poland", "Czechia"])
_PRODUCTS = np.array(["Cloud", "Server", "Support"])
_NEVER = np.datetime64("NaT")


def workspace(folder: Path, leads: int, visited: int) -> Path:
    """The workspace of these sizes in a folder, made there once."""
    path = folder / f"company_{leads}_{visited}.kpi"
    if not path.exists():
        fresh = path.with_suffix(".new.kpi")
        for old in (fresh, Path(f"{fresh}-wal"), Path(f"{fresh}-shm")):
            old.unlink(missing_ok=True)
        exports = folder / f"exports_{leads}_{visited}"
        files = [str(f) for f in write(exports, leads, visited)]
        subprocess.run([sys.executable, "-m", "kpi_desktop", "import", "--workspace", str(fresh), *files], check=True)
        fresh.replace(path)
    return path


def write(folder: Path, leads: int, visited: int) -> list[Path]:
    """Write the exports; their paths, in the order of their import."""
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(11)
    people = _leads(random, leads)
    deals = _deals(random, people)
    won = deals[deals["Outcome"] == "Closed Won"]
    frames = {"crm_leads": people, "crm_deals": deals, **_customers(random, won), **_events(random, people), "marketing_costs": _costs(random),
              "sales_quotas": _quotas()}
    paths = []
    for name, frame in frames.items():
        paths.append(folder / f"{name}.csv")
        frame.to_csv(paths[-1], index=False, date_format="%Y-%m-%d")
    return [*paths, visits(folder / "web_visits.csv", visited)]


def _after(random: np.random.Generator, day: pd.Series, most: int, share: float) -> pd.Series:
    """A later day for a share of the rows that have one, as far as it lies within the three years."""
    later = day + pd.to_timedelta(random.integers(0, most, len(day)), "D")
    return later.where((random.random(len(day)) < share) & (later < _END), _NEVER)


def _leads(random: np.random.Generator, rows: int) -> pd.DataFrame:
    created = pd.Series(_FIRST + pd.to_timedelta(random.integers(0, _DAYS, rows), "D"))
    mql = _after(random, created, 20, 0.4)
    sql = _after(random, mql, 30, 0.35)
    channel = random.choice(CHANNELS, rows)
    return pd.DataFrame({
        "Lead ID": [f"L{i:08d}" for i in range(rows)], "Created": created, "MQL date": mql, "SQL date": sql, "Channel": channel,
        "Campaign": [f"Campaign {i}" for i in random.integers(0, 2000, rows)],
        "Event": np.where(channel == "Trade show", [f"EV-{i}" for i in random.integers(0, 120, rows)], ""),
        "Company": [f"Company {i} GmbH" for i in range(rows)], "Segment": random.choice(_SEGMENTS, rows), "Country": random.choice(_COUNTRIES, rows),
        "Product": random.choice(_PRODUCTS, rows), "Lead owner": [f"Owner {i}" for i in random.integers(0, 25, rows)],
        "Target customer": random.choice(["yes", "no"], rows), "E-mail": [f"person{i}@company{i}.example" for i in range(rows)]})


def _deals(random: np.random.Generator, leads: pd.DataFrame) -> pd.DataFrame:
    from_leads = leads[leads["SQL date"].notna() & (random.random(len(leads)) < 0.45)]
    created = _after(random, from_leads["SQL date"], 30, 1.0).dropna()
    from_leads = from_leads.loc[created.index]
    rows = len(from_leads)
    closed = _after(random, created, 90, 0.8)
    outcome = np.where(closed.isna(), "Open", np.where(random.random(rows) < 0.4, "Closed Won", "Closed Lost"))
    listed = random.lognormal(9, 1, rows).round(2)
    amount = (listed * random.uniform(0.8, 1, rows)).round(2)
    return pd.DataFrame({"Deal ID": [f"D{i:07d}" for i in range(rows)], "Created": created, "Close date": closed, "Outcome": outcome, "Amount": amount,
                         "List amount": listed, "Cost": (amount * 0.4).round(2), "Lead ID": from_leads["Lead ID"], "Customer": from_leads["Company"],
                         "Deal owner": from_leads["Lead owner"], "Team": np.where(random.random(rows) < 0.5, "North", "South"),
                         "Product": from_leads["Product"], "Channel": from_leads["Channel"]})


def _customers(random: np.random.Generator, won: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Customers, their invoices and their answers."""
    rows = len(won)
    started = won["Close date"]
    customers = pd.DataFrame({"Customer": won["Customer"], "Started": started, "Ended": _after(random, started + pd.Timedelta(days=90), 600, 0.2),
                              "Segment": random.choice(_SEGMENTS, rows), "Account manager": [f"Manager {i}" for i in random.integers(0, 12, rows)],
                              "MRR": random.lognormal(6, 0.7, rows).round(2)})
    billed = won.loc[won.index.repeat(8), ["Customer", "Close date", "Product"]]
    days = billed["Close date"] + pd.to_timedelta(np.tile(np.arange(8) * 30, rows), "D")
    revenue = random.lognormal(7, 0.8, len(billed)).round(2)
    invoices = pd.DataFrame({"Customer": billed["Customer"], "Invoice date": days, "Revenue": revenue, "Cost": (revenue * 0.6).round(2),
                             "Product": billed["Product"], "Quantity": 1})
    asked = customers.sample(max(1, rows // 2), random_state=5)
    nps = pd.DataFrame({"Response date": _after(random, asked["Started"], 300, 1.0), "NPS score": random.integers(0, 11, len(asked)),
                        "Respondent": [f"answer{i}@post.example" for i in range(len(asked))], "Customer": asked["Customer"],
                        "Account manager": asked["Account manager"]})
    return {"customers": customers, "invoices": invoices[days < _END], "nps_survey": nps.dropna(subset="Response date")}


def _events(random: np.random.Generator, leads: pd.DataFrame) -> dict[str, pd.DataFrame]:
    days = _FIRST + pd.to_timedelta(np.sort(random.integers(0, _DAYS, 120)), "D")
    events = pd.DataFrame({"Event": [f"EV-{i}" for i in range(120)], "Event name": [f"Event {i}" for i in range(120)], "Event date": days,
                           "Format": random.choice(["online", "offline"], 120), "Cost": random.integers(1000, 9000, 120)})
    came = leads.sample(len(leads) // 12, random_state=3)
    which = random.integers(0, 120, len(came))
    attendance = pd.DataFrame({"Event": [f"EV-{i}" for i in which], "Person": came["E-mail"], "Company": came["Company"],
                               "Registered": (days[which] - pd.Timedelta(days=9)), "Attended": np.where(random.random(len(came)) < 0.6, "yes", "no"),
                               "Target customer": came["Target customer"], "Lead": came["Lead ID"]})
    return {"events": events, "event_attendance": attendance}


def _costs(random: np.random.Generator) -> pd.DataFrame:
    days = np.repeat(pd.date_range(_FIRST, periods=_DAYS), len(CHANNELS))
    return pd.DataFrame({"Date": days, "Channel": np.tile(CHANNELS, _DAYS), "Campaign": [f"Campaign {i}" for i in random.integers(0, 2000, len(days))],
                         "Amount": random.integers(50, 900, len(days)), "Kind": "direct"})


def _quotas() -> pd.DataFrame:
    quarters = pd.period_range("2023Q1", "2025Q4", freq="Q")
    rows = [(f"Owner {i}", "North" if i % 2 else "South", 400_000, q.start_time, q.end_time.normalize()) for i in range(25) for q in quarters]
    return pd.DataFrame(rows, columns=["Salesperson", "Team", "Quota", "From", "To"])
