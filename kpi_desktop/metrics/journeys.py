"""How far each lead has come, worked out once per revision and day; a funnel, its bottleneck and its lists gather and count from it.

Days are whole, so every median and every Kaplan-Meier estimate comes from counts per day and costs no sorting.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from kpi_desktop.metrics.dataset import OPEN, WON, Dataset
from kpi_desktop.metrics.links import lead_deals
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import NO_DAY

IDS = ("visitors", "leads", "mql", "sql", "deals", "won")
LABELS = (Text("Visitors"), Text("Leads"), Text("MQL"), Text("SQL"), Text("Deals"), Text("Won"))
LEAD, MQL, SQL, DEAL, WIN = range(5)
STEPS = (MQL, SQL, DEAL, WIN)
"""The stages of a lead; `IDS` and `LABELS` begin with the visitors, one place earlier."""


@dataclass(frozen=True, eq=False)
class Journeys:
    """How far each lead has come by `today`; arrays per lead in table order, tuples by stage (lead, MQL, SQL, deal, won).

    `known[s]`: the data hold this stage at all. `days[s]`: its date. `furthest`: the last stage reached. `took[s]`: days from the nearest
    earlier date known (negative: out of order; NO_DAY: not both known). `waited[s]`: days until the stage came, or until today.
    `open[s]`: the stage may still come (not rejected by sales; for won: a deal is open). `usual[s]` and `slow[s]`: 90th and 80th percentile
    of `took`. `deal_took` and `won_took` are per deal, `deal_open` those of which nothing is decided, `deal_slow` the 80th percentile of the
    days from created to won.
    """

    today: int
    known: tuple[bool, ...]
    days: tuple[np.ndarray, ...]
    furthest: np.ndarray
    took: tuple[np.ndarray, ...]
    waited: tuple[np.ndarray, ...]
    open: tuple[np.ndarray, ...]
    usual: tuple[float | None, ...]
    slow: tuple[float | None, ...]
    deal_took: np.ndarray
    won_took: np.ndarray
    deal_open: np.ndarray
    deal_slow: float | None

    @cached_property
    def young(self) -> tuple[np.ndarray, ...]:
        """By stage where it may still come and was waited for less than the usual days; nobody where no usual days are known."""
        return tuple(self.open[s] & (self.waited[s] < usual) if usual is not None else np.zeros(len(self.open[s]), bool)
                     for s, usual in enumerate(self.usual))

    def before(self, stage: int) -> int:
        """The last stage before this one that the data hold."""
        return max(s for s in range(stage) if self.known[s] or s == LEAD)

    def after(self, stage: int) -> int | None:
        """The next stage that the data hold; None after the last."""
        return next((s for s in range(stage + 1, len(self.known)) if self.known[s]), None)


def journeys(data: Dataset) -> Journeys:
    """What is known of every lead by the last day in the data, made once per revision."""
    if "journeys" not in data.derived:
        data.derived["journeys"] = _journeys(data)
    return data.derived["journeys"]


def as_of(data: Dataset, today: int, leads: np.ndarray) -> Journeys:
    """What was known of these leads by an earlier day; its arrays per lead are in the order of `leads`. The usual days of a step stay those of all data."""
    whole = journeys(data)
    days = tuple(np.where(d > today, NO_DAY, d) for d in (d[leads] for d in whole.days))
    furthest, took, waited = _roads(days, today)
    still = (data.column("deals", "outcome") <= OPEN) | (data.column("deals", "closed") > today)
    waiting = whole.open[LEAD][leads]
    return replace(whole, today=today, days=days, furthest=furthest, took=took, waited=waited, deal_open=still,
                   open=(waiting, waiting, waiting, waiting, _has_open_deal(data, still)[leads]))


def _journeys(data: Dataset) -> Journeys:
    linked, today = lead_deals(data), data.today
    raw = (*(data.column("leads", n) for n in ("created", "mql", "sql")), linked.deal_day, linked.won_day)
    known = (data.size("leads") > 0, data.has("leads", "mql"), data.has("leads", "sql"), linked.linked,
             linked.linked and bool((data.column("deals", "outcome") == WON).any()))
    days = tuple(np.where(d > today, NO_DAY, d) for d in raw)
    furthest, took, waited = _roads(days, today)
    waiting = data.column("leads", "rejected") == NO_DAY
    tallies = [per_day(t[t >= 0]) for t in took[1:]]
    still = (data.column("deals", "outcome") <= OPEN) | (data.column("deals", "closed") > today)
    deal_took, won_took = _deal_days(data, days)
    won = won_took[(data.column("deals", "outcome") == WON) & (won_took >= 0)]
    return Journeys(today, known, days, furthest, took, waited, (waiting, waiting, waiting, waiting, _has_open_deal(data, still)),
                    (None, *(percentile(t, 0.9) for t in tallies)), (None, *(percentile(t, 0.8) for t in tallies)),
                    deal_took, won_took, still, percentile(per_day(won), 0.8))


def _roads(days: tuple[np.ndarray, ...], today: int) -> tuple[np.ndarray, tuple[np.ndarray, ...], tuple[np.ndarray, ...]]:
    """Of each lead the furthest stage, and by stage the days that it took and that were waited, as `Journeys` tells them."""
    furthest = np.zeros(len(days[0]), np.int8)
    for s in STEPS:
        furthest[days[s] != NO_DAY] = s
    start, took, waited = days[LEAD], [np.zeros(0, np.int32)], [np.zeros(0, np.int32)]
    for s in STEPS:
        came = days[s].copy()
        for later in range(s + 1, 5):
            came = np.where(came == NO_DAY, days[later], came)
        both = (days[s] != NO_DAY) & (start != NO_DAY)
        took.append(_apart(start, days[s], both))
        end = np.where(came == NO_DAY, today, came)
        waited.append(np.maximum(_apart(start, end, start != NO_DAY), 0))
        start = np.where(days[s] == NO_DAY, start, days[s])
    return furthest, tuple(took), tuple(waited)


def _apart(start: np.ndarray, end: np.ndarray, both: np.ndarray) -> np.ndarray:
    """Days from start to end where both are known, NO_DAY elsewhere."""
    result = np.full(len(start), NO_DAY, np.int32)
    result[both] = end[both] - start[both]
    return result


def _has_open_deal(data: Dataset, still: np.ndarray) -> np.ndarray:
    leads = data.linked("deals", "lead")
    found = np.zeros(data.size("leads"), bool)
    found[leads[(leads >= 0) & still]] = True
    return found


def _deal_days(data: Dataset, days: tuple[np.ndarray, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Per deal: days from its lead's latest earlier date (SQL, else MQL, else created) to the deal, and from created to closed."""
    leads, created, closed = data.linked("deals", "lead"), data.column("deals", "created"), data.column("deals", "closed")
    start = np.full(len(leads), NO_DAY, np.int32)
    there = leads >= 0
    for s in (LEAD, MQL, SQL):
        of_lead = days[s][leads[there]]
        start[there] = np.where(of_lead == NO_DAY, start[there], of_lead)
    return (_apart(start, created, (start != NO_DAY) & (created != NO_DAY)),
            _apart(created, closed, (closed != NO_DAY) & (created != NO_DAY)))


# -- counts per day ----------------------------------------------------------------------------------------------------


def per_day(days: np.ndarray) -> np.ndarray:
    """How many of these whole, non-negative days fall on 0, 1, 2 ..."""
    return np.bincount(days) if len(days) else np.zeros(0, np.int64)


def percentile(counts: np.ndarray, share: float) -> float | None:
    """Percentile of whole days from their counts, interpolated as numpy does; None where nothing was counted."""
    return percentiles(counts, (share,))[0]


def percentiles(counts: np.ndarray, shares: tuple[float, ...]) -> list[float | None]:
    """Several percentiles at once."""
    upto = counts.cumsum()
    if not len(upto) or not upto[-1]:
        return [None] * len(shares)
    last = int(upto[-1]) - 1
    places = [share * last for share in shares]
    days = upto.searchsorted([min(int(p) + more, last) for p in places for more in (0, 1)], "right").tolist()
    return [low + (high - low) * (p - int(p)) for p, low, high in zip(places, days[::2], days[1::2], strict=True)]
