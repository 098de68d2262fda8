"""The funnel's members, its days in the reading of a period, and the bottleneck worked out a second time: plain Python, nothing of kpi_desktop."""

from datetime import date, timedelta
from math import prod

from tests.metrics import plainly

TABLES = ("leads", "leads", "leads", "deals", "deals")
FIELDS = ("created", "mql", "sql", "created", "closed")
SMALL, QUARTERS, TENTH = 30, 8, 10


def reached_in(ws, period, stage):
    """The rows that reached a stage in the period; None where the data hold nothing about it."""
    k = plainly.STAGES.index(stage)
    if plainly.happened(ws, period)[stage] is None:
        return None
    return plainly.closed_deals(ws, period, "won") if stage == "won" else plainly.dated(ws, TABLES[k], FIELDS[k], period)


def members_in(ws, period, dimension):
    """Member -> its count per stage (None: not known), of what happened in the period."""
    split = [None if (found := reached_in(ws, period, s)) is None else plainly.split(ws, TABLES[k], found, dimension)
             for k, s in enumerate(plainly.STAGES)]
    names = {name for one in split if one for name in one}
    return {name: [None if one is None else len(one.get(name, ())) for one in split] for name in names}


def days_in(ws, found, stage):
    """Days that rows of `reached_in` took from the stage before, in order or not."""
    k = plainly.STAGES.index(stage)
    if stage == "won":
        return [(r["closed"] - r["created"]).days for r in found]
    if stage == "deals":
        leads = [(r, plainly.lead_of(ws, "deals", r)) for r in found]
        return [(r["created"] - (lead.get("sql") or lead.get("mql") or lead["created"])).days for r, lead in leads if lead]
    return [(r[stage] - plainly.start([r["created"], r.get("mql"), r.get("sql")], k)).days for r in found]


# -- the bottleneck; a road is a lead and its date per stage -----------------------------------------------------------


def roads(ws):
    """Every lead with its dates, where deals name their lead by id alone (otherwise `plainly.deal_day`)."""
    first, won = {}, {}
    for r in plainly.rows(ws, "deals"):
        first[r["lead"]] = min(first.get(r["lead"], r["created"]), r["created"])
        if r["outcome"] == "won":
            won[r["lead"]] = min(won.get(r["lead"], r["closed"]), r["closed"])
    return [(r, [r["created"], r.get("mql"), r.get("sql"), first.get(r["lead"]), won.get(r["lead"])]) for r in plainly.rows(ws, "leads")]


def deep(dates):
    return max(k for k in range(5) if dates[k])


def quarter(day):
    first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    after = date(first.year + first.month // 10, (first.month + 2) % 12 + 1, 1)
    return first, after - timedelta(days=1)


class Steps:
    """What the bottleneck asks of a workspace: which steps there are, and which of them have had their time."""

    def __init__(self, ws):
        self.today, self.all = plainly.today(ws), roads(ws)
        known = [True, plainly.knows(ws, "leads", "mql"), plainly.knows(ws, "leads", "sql"), bool(plainly.rows(ws, "deals")),
                 bool(plainly.rows(ws, "deals", outcome="won"))]
        self.steps = [k for k in range(1, 5) if known[k]]
        self.before = {k: max(j for j in range(k) if known[j]) for k in self.steps}
        self.usual = {}
        for k in self.steps:
            took = [(d[k] - plainly.start(d, k)).days for _, d in self.all if d[k]]
            took = [t for t in took if t >= 0]
            self.usual[k] = plainly.percentile(took, 90) if took else None
        self.pending = {r["lead"] for r in plainly.rows(ws, "deals", outcome="open")}

    def rate(self, mine, k):
        """(raw rate of a step, of how many, whether it is still maturing, rate at maturity)."""
        at = [(r, d) for r, d in mine if deep(d) >= self.before[k]]
        went = [d for _, d in at if deep(d) >= k]
        young = 0
        for r, d in at:
            may = r["lead"] in self.pending if k == 4 else not r.get("rejected")
            if deep(d) < k and may and self.usual[k] is not None and max((self.today - plainly.start(d, k)).days, 0) < self.usual[k]:
                young += 1
        spans = []
        for _, d in at:
            end = next((d[j] for j in range(k, 5) if d[j]), self.today)
            spans.append((max((end - plainly.start(d, k)).days, 0), deep(d) >= k))
        return (len(went) / len(at) if at else 0.0), len(at), young * TENTH > len(at), plainly.kaplan_meier(spans)


def bottleneck(ws, period):
    """{step: (own rate, best rate, the quarters (first day) and channels that have it, more won)}; empty where there is no answer."""
    if not plainly.rows(ws, "leads") or not plainly.rows(ws, "deals", outcome="won"):
        return {}
    s = Steps(ws)
    mine = [(r, d) for r, d in s.all if plainly.within(r["created"], period)]
    own = {}
    for k in s.steps:
        raw, _, maturing, matured = s.rate(mine, k)
        own[k] = float(matured) if maturing and matured is not None else raw
    won = len(mine) * prod(own.values())
    if not won:
        return {}
    groups, span = [], quarter(max(min(period[1], s.today), period[0]))
    for _ in range(QUARTERS):
        groups.append((span[0], [(r, d) for r, d in s.all if plainly.within(r["created"], span)]))
        span = quarter(span[0] - timedelta(days=1))
    named = {plainly.fold(r["channel"]) for r, _ in mine if r.get("channel")}
    groups += [(name, [(r, d) for r, d in mine if plainly.fold(r.get("channel")) == name]) for name in named]
    out = {}
    for k in s.steps:
        seen = [(name, s.rate(group, k)) for name, group in groups]
        seen = [(name, raw) for name, (raw, n, maturing, _) in seen if n >= SMALL and not maturing]
        best = max((raw for _, raw in seen), default=0.0)
        if best > 0:
            out[plainly.STAGES[k]] = (own[k], best, {name for name, raw in seen if raw == best}, won * (best / own[k] - 1))
    return out
