"""The demo company: a seeded generator that writes export files for 2024 and 2025, imported like anyone's.

Larkfield Systems is made up: it sells process software to mid-sized firms in five countries. The files are spelled the way such
tools spell them (a German-style ads export, a tab-separated survey), so that the demo passes through the whole import.
"""

from __future__ import annotations

import csv
import math
import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

FIRST, LAST = date(2024, 1, 1), date(2025, 12, 31)
SEED = 20240101


@dataclass(frozen=True)
class Source:
    """One channel: visitors a month, share that become leads, step rates, spend a month (EUR), and yearly growth."""

    name: str
    visitors: int
    to_lead: float
    to_mql: float
    to_sql: float
    to_won: float
    spend: float
    growth: float
    campaigns: tuple[str, ...] = ()


SOURCES = (
    Source("Organic search", 1500, 0.021, 0.44, 0.36, 0.24, 2600, 0.18),
    Source("Paid search", 900, 0.034, 0.42, 0.33, 0.21, 7400, 0.06, ("Search brand", "Search process software", "Search competitors")),
    Source("LinkedIn ads", 420, 0.038, 0.50, 0.31, 0.19, 6200, 0.25, ("Operations leaders", "Finance leaders", "Retargeting")),
    Source("Display ads", 800, 0.009, 0.16, 0.10, 0.08, 5200, -0.10, ("Awareness banners",)),
    Source("Email", 300, 0.062, 0.46, 0.38, 0.23, 900, 0.05, ("Monthly letter", "Win-back")),
    Source("Webinar", 120, 0.160, 0.52, 0.35, 0.22, 0, 0.30),
    Source("Trade show", 40, 0.420, 0.40, 0.26, 0.18, 0, -0.05),
    Source("Referral", 90, 0.120, 0.60, 0.48, 0.33, 500, 0.10),
    Source("Social", 500, 0.008, 0.24, 0.18, 0.12, 1500, 0.0, ("Company page",)),
)
SEASON = (0.95, 1.0, 1.1, 1.05, 1.0, 0.92, 0.78, 0.74, 1.1, 1.18, 1.15, 0.82)
TEAMS = {"North": ("Ana Keller", "Tom Reyes", "Irene Falk"), "South": ("Luca Moretti", "Dana Petrov", "Paul Weiss"),
         "Enterprise": ("Mira Novak", "Jonas Lind", "Eva Sorel")}
SEGMENTS = ("Manufacturing", "Logistics", "Retail", "Health", "Finance")
COUNTRIES = ("DE", "AT", "CH", "NL", "PL")
PRODUCTS = {"Flow": 9800, "Flow Plus": 21500, "Suite": 46000}
LOSS_REASONS = ("Price", "No decision", "Offer", "Reputation", "Lead quality")
REJECT_REASONS = ("No budget", "Student or competitor", "Too small", "Wrong region")
STEMS = ("Brau", "Nord", "Hel", "Vier", "Alt", "Kron", "Mar", "Sil", "Tor", "Wend", "Lin", "Oster", "Pol", "Rhen", "Stein")
ENDS = ("werk", "tech", "log", "med", "bau", "handel", "food", "stahl", "plan", "pack", "glas", "soft")


class _Company:
    """The two years as they happen; every random draw comes from one seeded stream."""

    def __init__(self) -> None:
        self.random = random.Random(SEED)
        self.visits: list[tuple[Any, ...]] = []
        self.leads: list[list[object]] = []
        self.deals: list[list[object]] = []
        self.events: list[tuple[object, ...]] = []
        self.attendance: list[tuple[object, ...]] = []
        self.spend: list[tuple[Any, ...]] = []
        self.customers: list[tuple[str, date, date | None, str, str, float]] = []
        self.invoices: list[tuple[Any, ...]] = []
        self.nps: list[tuple[Any, ...]] = []
        self.reps: list[tuple[object, ...]] = []
        self._visitor = 0
        self._people: dict[str, list[tuple[str, str]]] = {}

    def live(self) -> None:
        """Let the two years happen."""
        self._old_customers()
        self._events()
        for month in _months(FIRST, LAST):
            for source in SOURCES:
                self._month(source, month)
        self._customer_life()
        self._reps()

    def _count(self, mean: float) -> int:
        """A Poisson draw (by its normal approximation above 50)."""
        if mean > 50:
            return max(0, round(self.random.gauss(mean, math.sqrt(mean))))
        limit, product, count = math.exp(-mean), self.random.random(), 0
        while product > limit:
            product *= self.random.random()
            count += 1
        return count

    def _day(self, month: date) -> date:
        """A day of the month, weekends a third as likely."""
        while True:
            day = month + timedelta(days=self.random.randrange(_length(month)))
            if day.weekday() < 5 or self.random.random() < 0.33:
                return day

    def _events(self) -> None:
        topics = ("Shorter closing", "Paperless purchasing", "Process mining basics", "Compliance without tears")
        for n, month in enumerate(_months(FIRST, LAST)):
            day = month + timedelta(days=9 + n % 5)
            self.events.append((f"WEB-{month:%y%m}", f"Webinar: {topics[n % 4]}", day, "online", 1400 + 150 * (n % 3)))
            if month.month in (3, 9, 11):
                name = {3: "Spring Industry Fair", 9: "Logistics Days", 11: "Finance Forum"}[month.month]
                self.events.append((f"FAIR-{month:%y%m}", f"{name} {month.year}", day + timedelta(days=4), "offline", 18500 + 900 * (n % 4)))

    def _event_of(self, source: Source, month: date) -> str:
        prefix = {"Webinar": "WEB", "Trade show": "FAIR"}.get(source.name)
        code = f"{prefix}-{month:%y%m}"
        return code if prefix and any(e[0] == code for e in self.events) else ""

    def _month(self, source: Source, month: date) -> None:
        years = (month.year - FIRST.year) + (month.month - 1) / 12
        scale = SEASON[month.month - 1] * (1 + source.growth) ** years
        event = self._event_of(source, month)
        if source.name == "Trade show":
            scale *= 3.2 if event else 0.15
        visitors = self._count(source.visitors * scale)
        first = self._visitor
        self._visitor += visitors
        for k in range(visitors):
            number = self.random.randrange(1, first) if first > 1 and self.random.random() < 0.18 else first + k
            campaign = self.random.choice(source.campaigns) if source.campaigns else ""
            for _ in range(1 + (self.random.random() < 0.25)):
                self.visits.append((self._day(month), f"v{number:06d}", source.name, campaign))
        for _ in range(self._count(source.visitors * scale * source.to_lead)):
            self._lead(source, month, event)
        self._costs(source, month, scale)

    def _costs(self, source: Source, month: date, scale: float) -> None:
        share = source.spend * scale / max(1, len(source.campaigns))
        for campaign in source.campaigns or ("",):
            if share:
                amount = share * self.random.uniform(0.85, 1.15)
                self.spend.append((month + timedelta(days=self.random.randrange(5)), source.name, campaign, round(amount, 2), "direct"))
        if source is SOURCES[0]:
            self.spend.append((month, "", "", round(3800 * self.random.uniform(0.9, 1.1), 2), "shared"))

    def _company_name(self) -> str:
        return f"{self.random.choice(STEMS)}{self.random.choice(ENDS)} {self.random.choice(('GmbH', 'AG', 'BV', 'SA', 'Group'))}"

    def _lead(self, source: Source, month: date, event: str) -> None:
        draw = self.random
        created = self._day(month)
        number = len(self.leads) + 1
        company = self._company_name()
        target = draw.random() < 0.55 + source.to_mql / 4
        owner = draw.choice(draw.choice(list(TEAMS.values())))
        email = f"contact{number}@{company.split()[0].lower()}.example"
        row: list[object] = [f"L{number:05d}", created, "", "", "", "", source.name,
                             draw.choice(source.campaigns) if source.campaigns else "", event, company, draw.choice(SEGMENTS),
                             draw.choices(COUNTRIES, (50, 15, 12, 14, 9))[0], draw.choice(list(PRODUCTS)), owner, draw.randrange(10, 100),
                             "yes" if target else ("no" if draw.random() < 0.8 else ""), email]
        self.leads.append(row)
        if event:
            self._people.setdefault(event, []).append((email, str(row[0])))
            self.attendance.append((event, email, company, created, "yes" if draw.random() < 0.72 else "no", row[15], row[0]))
        mql = created + timedelta(days=round(draw.expovariate(1 / 6)))
        if draw.random() >= source.to_mql * (1.1 if target else 0.8) or mql > LAST:
            return
        row[2] = mql
        sql = mql + timedelta(days=1 + round(draw.gammavariate(2, 6)))
        if draw.random() >= source.to_sql:
            rejected = mql + timedelta(days=1 + round(draw.expovariate(1 / 9)))
            if draw.random() < 0.55 and rejected <= LAST:
                row[4], row[5] = rejected, draw.choice(REJECT_REASONS)
            return
        if sql <= LAST:
            row[3] = sql
            self._deal(row, source, sql)

    def _deal(self, lead: list[object], source: Source, sql: date) -> None:
        draw = self.random
        opened = sql + timedelta(days=round(draw.expovariate(1 / 5)))
        if opened > LAST or draw.random() > 0.94:
            return
        product = str(lead[12])
        listed = PRODUCTS[product] * draw.uniform(0.8, 1.6)
        discount = min(0.35, draw.betavariate(2, 12))
        amount = listed * (1 - discount)
        won = draw.random() < source.to_won * 1.9 / (1 + source.to_won)
        closed = opened + timedelta(days=12 + round(draw.gammavariate(3, 18)))
        owner = str(lead[13])
        team = next(t for t, people in TEAMS.items() if owner in people)
        outcome = "open" if closed > LAST else ("Closed Won" if won else "Closed Lost")
        self.deals.append([f"D{len(self.deals) + 1:05d}", opened, "" if outcome == "open" else closed, outcome, round(amount, 2), round(listed, 2),
                           round(amount * draw.uniform(0.32, 0.5), 2), lead[0], lead[9], owner, team, product, source.name,
                           draw.choice(LOSS_REASONS) if outcome == "Closed Lost" else ""])
        if outcome == "Closed Won":
            self._customer(str(lead[9]), closed, str(lead[10]), owner, amount / 12)

    def _customer(self, name: str, started: date, segment: str, manager: str, mrr: float) -> None:
        if any(c[0] == name for c in self.customers):
            return
        ended = started + timedelta(days=180 + round(self.random.expovariate(1 / 1900)))
        self.customers.append((name, started, ended if ended <= LAST else None, segment, manager, round(mrr, 2)))

    def _old_customers(self) -> None:
        for n in range(130):
            started = date(2021, 1, 1) + timedelta(days=self.random.randrange(1090))
            owner = self.random.choice(self.random.choice(list(TEAMS.values())))
            life = 1095 + round(self.random.expovariate(1 / 1700))
            ended = started + timedelta(days=life)
            self.customers.append((f"{STEMS[n % 15]}{ENDS[n // 15 % 12]} Holding", started, ended if ended <= LAST else None,
                                   self.random.choice(SEGMENTS), owner, round(self.random.uniform(450, 3200), 2)))

    def _customer_life(self) -> None:
        """Quarterly invoices, some credit notes and a yearly NPS answer for each customer while the contract runs."""
        draw = self.random
        for name, started, ended, _, manager, mrr in self.customers:
            end = ended or LAST
            for month in _months(FIRST, LAST):
                if month.month % 3 != 1 or not started <= month <= end:
                    continue
                revenue = 3 * mrr * draw.uniform(0.95, 1.12)
                self.invoices.append((name, month + timedelta(days=draw.randrange(9)), round(revenue, 2), round(revenue * draw.uniform(0.3, 0.62), 2),
                                      draw.choice(list(PRODUCTS)), 1))
                if draw.random() < 0.015:
                    self.invoices.append((name, month + timedelta(days=20), round(-revenue * 0.3, 2), 0, "Credit note", -1))
                if draw.random() < 0.22:
                    happy = 8.6 if not ended else 6.9
                    score = max(0, min(10, round(draw.gauss(happy, 1.7))))
                    self.nps.append((month + timedelta(days=draw.randrange(28)), score, f"office@{name.split()[0].lower()}.example", name, manager))

    def _reps(self) -> None:
        for month in _months(FIRST, LAST):
            if month.month % 3 != 1:
                continue
            last = (month.replace(day=28) + timedelta(days=70)).replace(day=1) - timedelta(days=1)
            for team, people in TEAMS.items():
                for person in people:
                    self.reps.append((person, team, 120000 if team == "Enterprise" else 85000, month, last))


def _length(month: date) -> int:
    return ((month.replace(day=28) + timedelta(days=4)).replace(day=1) - month).days


def _months(first: date, last: date) -> Iterable[date]:
    month = first
    while month <= last:
        yield month
        month = (month.replace(day=28) + timedelta(days=4)).replace(day=1)


def write_files(folder: Path) -> list[Path]:
    """Write the demo company's ten exports into `folder`; the same bytes every time. Returns their paths, in import order."""
    company = _Company()
    company.live()
    written = (
        ("web_visits.csv", ("Date", "Visitor ID", "Channel", "Campaign"), sorted(company.visits, key=lambda v: (v[0], v[1]))),
        ("events.csv", ("Event", "Event name", "Event date", "Format", "Cost"), company.events),
        ("crm_leads.csv", ("Lead ID", "Created", "MQL date", "SQL date", "Rejected", "Rejection reason", "Channel", "Campaign", "Event", "Company",
                           "Segment", "Country", "Product", "Lead owner", "Lead score", "Target customer", "E-mail"), company.leads),
        ("event_attendance.csv", ("Event", "Person", "Company", "Registered", "Attended", "Target customer", "Lead"), company.attendance),
        ("crm_deals.csv", ("Deal ID", "Created", "Close date", "Outcome", "Amount", "List amount", "Cost", "Lead ID", "Customer", "Deal owner",
                           "Team", "Product", "Channel", "Loss reason"), company.deals),
        ("customers.csv", ("Customer", "Started", "Ended", "Segment", "Account manager", "MRR"), company.customers),
        ("invoices.csv", ("Customer", "Invoice date", "Revenue", "Cost", "Product", "Quantity"), sorted(company.invoices, key=lambda i: i[1])),
        ("sales_quotas.csv", ("Salesperson", "Team", "Quota", "From", "To"), company.reps),
    )
    paths = [_write(folder / name, header, rows) for name, header, rows in written]
    german = [(f"{d:%d.%m.%Y}", c, k, f"{a:.2f}".replace(".", ","), kind) for d, c, k, a, kind in company.spend]
    paths.append(_write(folder / "marketing_costs.csv", ("Date", "Channel", "Campaign", "Amount", "Kind"), german, ";", "cp1252"))
    paths.append(_write(folder / "nps_survey.tsv", ("Response date", "NPS score", "Respondent", "Customer", "Account manager"),
                        sorted(company.nps), "\t"))
    return paths


def _write(path: Path, header: tuple[str, ...], rows: Iterable[Iterable[object]], delimiter: str = ",", encoding: str = "utf-8") -> Path:
    with path.open("w", newline="", encoding=encoding) as file:
        writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    return path
