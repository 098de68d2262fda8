"""The ten KPIs, the funnel and the spreading of cost worked out a second time: plain Python over rows, nothing of kpi_desktop.

A workspace is a dictionary: table -> list of rows, a row -> its fields (a field may be absent). A period is (first day, last day).
"No data" is None. Written from kpi-definitions.md and data-model.md; money is exact (Fraction).
"""

from collections import Counter
from fractions import Fraction
from statistics import mean, median

from tests.metrics import plain_links


def fold(name):
    """Names are compared without case and surrounding space."""
    return " ".join(name.split()).casefold() if name else ""


def money(value):
    """An amount without the rounding of binary fractions."""
    return None if value is None else Fraction(str(value))


def rows(ws, table, **wanted):
    """Rows of a table whose fields have these values."""
    return [r for r in ws.get(table) or [] if all(r.get(k) == v for k, v in wanted.items())]


def within(day, period):
    return day is not None and period[0] <= day <= period[1]


def dated(ws, table, field, period):
    return [r for r in rows(ws, table) if within(r.get(field), period)]


def knows(ws, table, field):
    return any(r.get(field) is not None for r in rows(ws, table))


def share(above, below):
    return None if not below else above / below


def percentile(values, q):
    """Linear interpolation between the closest ranks."""
    ordered = sorted(values)
    place = q / 100 * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def today(ws):
    """The last day on which something is known to have happened (plans, quotas and contract ends may lie ahead)."""
    days = [v[0] for v in ws.get("sightings") or []]
    for table, field in (("leads", "created"), ("leads", "mql"), ("leads", "sql"), ("leads", "rejected"), ("deals", "created"), ("invoices", "date"),
                         ("nps", "date"), ("attendance", "registered")):
        days += [r[field] for r in rows(ws, table) if r.get(field)]
    days += [r["closed"] for r in rows(ws, "deals") if r.get("closed") and r["outcome"] != "open"]
    days += [event(ws, r)["date"] for r in rows(ws, "attendance", attended="yes") if event(ws, r)]
    return max(days or [r["started"] for r in rows(ws, "customers")], default=None)


def reached(ws, table, field, period):
    """Whether the data speak of the period: from the table's first day to today."""
    days = [r[field] for r in rows(ws, table) if r.get(field)]
    return bool(days) and today(ws) is not None and period[1] >= min(days) and period[0] <= today(ws)


# -- whose row it is ---------------------------------------------------------------------------------------------------


def latest(ws, table, field, name):
    found = [r for r in rows(ws, table) if name and fold(r.get(field)) == fold(name)]
    return found[-1] if found else None


def event(ws, row):
    return latest(ws, "events", "event", row.get("event"))


def lead_of(ws, table, row, company_too=False):
    """The lead of a deal or an attendance, where it is among those looked at."""
    found, _ = plain_links.lead_of(ws, table, row, company_too)
    return found if any(r is found for r in rows(ws, "leads")) else None


_THROUGH = {
    ("deals", "lead"): ("channel", "campaign", "event", "segment", "country", "product", "format"), ("deals", "customer"): ("segment", "manager"),
    ("attendance", "lead"): ("channel", "campaign", "segment", "country"), ("invoices", "customer"): ("segment", "manager"),
    ("nps", "customer"): ("segment", "manager")}


def member(ws, table, row, dimension):
    """The member a row belongs to ("" none): its own, else its lead's, customer's, event's or salesperson's."""
    if row.get(dimension):
        return fold(row[dimension])
    lead = lead_of(ws, table, row, dimension in ("segment", "country")) if dimension in _THROUGH.get((table, "lead"), ()) else None
    if lead:
        found = member(ws, "leads", lead, dimension)
        if found:
            return found
    parent = None
    if dimension in _THROUGH.get((table, "customer"), ()):
        parent, _ = plain_links.customer_of(ws, table, row)
    elif dimension == "format" and table in ("leads", "attendance"):
        parent = event(ws, row)
    elif dimension == "team" and table in ("leads", "deals", "nps"):
        parent = latest(ws, "reps", "rep", row.get("owner"))
    return fold(parent.get(dimension)) if parent else ""


def split(ws, table, found, dimension):
    """Member -> its rows."""
    out = {}
    for r in found:
        out.setdefault(member(ws, table, r, dimension), []).append(r)
    return out


def only(ws, dimension, name, tables):
    """The workspace narrowed to one member in these tables; the others stay whole."""
    kept = {t: [r for r in found or [] if member(ws, t, r, dimension) == fold(name)] if t in tables else found for t, found in ws.items()}
    return {**kept, "whole": plain_links.whole(ws)}


# -- 1 to 4 ------------------------------------------------------------------------------------------------------------


def visitors(ws, period, channel=None):
    seen = ws.get("sightings") or []
    if not seen or period[1] < min(v[0] for v in seen) or period[0] > today(ws):
        return None
    return len({who for day, where, who in seen if within(day, period) and channel in (None, fold(where))})


def stage_leads(ws, field, period):
    """Leads with this date in the period; None where the data cannot speak of it."""
    if not knows(ws, "leads", field) or not reached(ws, "leads", "created", period):
        return None
    return dated(ws, "leads", field, period)


def mql_quality(ws, period):
    found = stage_leads(ws, "mql", period)
    accepted = [r for r in found if r.get("sql")]
    rejected = [r for r in found if r.get("rejected") and not r.get("sql")]
    fit = [r["target"] for r in found if r.get("target")]
    told = {"acceptance": share(len(accepted), len(accepted) + len(rejected)), "undecided": len(found) - len(accepted) - len(rejected),
            "target_share": share(fit.count("yes"), len(fit)), "mql_to_sql": share(len(accepted), len(found))}
    if linked(ws):
        told["mql_to_won"] = share(len([r for r in found if won_day(ws, r)]), len(found))
    return told


def sql_figures(ws, period):
    found = stage_leads(ws, "sql", period)
    via = [r for r in found if r.get("mql")]
    waits = [(r["sql"] - r["mql"]).days for r in via if r["sql"] >= r["mql"]]
    told = {"via_mql": len(via), "direct": len(found) - len(via), "median_days": median(waits) if waits else None}
    if linked(ws):
        told["picked_up"] = share(len([r for r in found if deal_day(ws, r)]), len(found))
    return told


def attendees(ws, period, keep=lambda row: True):
    return [r for r in rows(ws, "attendance", attended="yes") if event(ws, r) and within(event(ws, r)["date"], period) and keep(r)]


def target_people(found):
    return len({fold(r["person"]) for r in found if r.get("target") == "yes"})


def event_figures(ws, held):
    """Of one event: (attended, target attendees, cost, leads, SQLs, influenced leads, gross profit)."""
    mine = [r for r in rows(ws, "attendance", attended="yes") if event(ws, r) is held]
    paid = [money(r["amount"]) for r in rows(ws, "spend") if fold(r.get("event")) == fold(held["event"]) and r.get("amount") is not None]
    own, spent = money(held.get("cost")), sum(paid) if paid else None
    if own is None or spent is None:
        cost = own if spent is None else spent
    else:
        cost = spent if abs(own - spent) <= max(abs(own), abs(spent)) / 100 else max(own, spent)
    leads = [r for r in rows(ws, "leads") if fold(r.get("event")) == fold(held["event"])]
    ids = {r["lead"] for r in leads}
    won = [r for r in rows(ws, "deals", outcome="won") if (lead_of(ws, "deals", r) or {}).get("lead") in ids]
    known = [money(r["amount"]) - money(r["cost"]) for r in won if r.get("amount") is not None and r.get("cost") is not None]
    before = {lead["lead"] for r in mine if (lead := lead_of(ws, "attendance", r)) and lead["created"] < held["date"]}
    return {"attended": len(mine), "target_attendees": target_people(mine), "cost": cost, "leads": len(leads), "sqls": len([r for r in leads if r.get("sql")]),
            "influenced": len(before), "profit": sum(known) if len(known) == len(won) and linked(ws) else None}


# -- 5 -----------------------------------------------------------------------------------------------------------------


def costs(ws, period):
    """(amount in the period, what it names, shared) of every cost."""
    out = []
    for r in rows(ws, "spend"):
        first = last = r.get("date") or r.get("from")
        if r.get("from") and r.get("to") and r["to"] >= r["from"]:
            first, last = r["from"], r["to"]
        if first is None or r.get("amount") is None:
            continue
        days = (min(last, period[1]) - max(first, period[0])).days + 1
        names = {n: fold(r.get(n)) for n in ("event", "campaign", "channel")}
        if days > 0:
            out.append((money(r["amount"]) * days / ((last - first).days + 1), names, r.get("kind") == "shared" or not any(names.values())))
    named = {fold(r.get("event")) for r in rows(ws, "spend")}
    for r in dated(ws, "events", "date", period):
        if r.get("cost") is not None and fold(r["event"]) not in named:
            out.append((money(r["cost"]), {"event": fold(r["event"]), "campaign": "", "channel": ""}, False))
    return out


def spend_total(ws, period):
    """Marketing spend of the period; None where no spend is known or none could be."""
    if not knows(ws, "spend", "amount") and not knows(ws, "events", "cost"):
        return None
    starts, ends = [], [today(ws)] if today(ws) else []
    for r in rows(ws, "spend"):
        first = last = r.get("date") or r.get("from")
        if r.get("from") and r.get("to") and r["to"] >= r["from"]:
            first, last = r["from"], r["to"]
        starts += [first] if first else []
        ends += [last] if last else []
    starts += [r["date"] for r in rows(ws, "events")]
    if not starts or not ends or period[1] < min(starts) or period[0] > max(ends):
        return None
    return sum(amount for amount, _, _ in costs(ws, period))


def spread(ws, period, dimension, driver):
    """({member: (direct, loaded)}, shared cost that nothing could be spread over), before cents are rounded."""
    leads = dated(ws, "leads", "created", period)
    direct, shared = Counter(), Fraction(0)
    for amount, names, is_shared in costs(ws, period):
        found = latest(ws, "events", "event", names["event"])
        own = names.get(dimension) or (dimension == "format" and found and fold(found.get("format")))
        source = next((n for n in ("event", "campaign", "channel") if names[n]), None)
        mine = [r for r in leads if source and member(ws, "leads", r, source) == names[source]]
        if is_shared or not (own or mine):
            shared += amount
        elif own:
            direct[own] += amount
        else:
            for name, part in split(ws, "leads", mine, dimension).items():
                direct[name] += amount * len(part) / len(mine)
    weights = Counter()
    if driver in ("leads", "mqls", "sqls", "even"):
        field = {"mqls": "mql", "sqls": "sql"}.get(driver, "created")
        weights.update({name: len(part) for name, part in split(ws, "leads", dated(ws, "leads", field, period), dimension).items()})
    if driver == "even":
        weights = Counter(dict.fromkeys([*weights, *direct], 1))
    if driver == "spend":
        weights = Counter({k: v for k, v in direct.items() if v > 0})
    if driver == "revenue":
        for r in dated(ws, "deals", "closed", period):
            if r["outcome"] == "won" and r.get("amount") is not None:
                weights[member(ws, "deals", r, dimension)] += money(r["amount"])
        weights = Counter({k: v for k, v in weights.items() if v > 0})
    whole = sum(weights.values())
    parts = {k: (direct[k], direct[k] + (shared * weights[k] / whole if whole else 0)) for k in {**direct, **weights}}
    return parts, Fraction(0) if whole else shared


# -- 6 and 7 -----------------------------------------------------------------------------------------------------------


def closed_deals(ws, period, *outcomes):
    return [r for r in dated(ws, "deals", "closed", period) if r["outcome"] in outcomes]


def salespeople(ws, period):
    if rows(ws, "reps"):
        there = [r for r in rows(ws, "reps") if (not r.get("from") or r["from"] <= period[1]) and (not r.get("to") or r["to"] >= period[0])]
        return {fold(r["rep"]) for r in there}
    return {fold(r["owner"]) for r in [*dated(ws, "deals", "created", period), *dated(ws, "deals", "closed", period)] if r.get("owner")}


def sales(ws, period):
    """Revenue per salesperson and what stands beside it; None where deals do not speak of the period."""
    if not knows(ws, "deals", "amount") or not reached(ws, "deals", "created", period):
        return None
    won, lost = closed_deals(ws, period, "won"), closed_deals(ws, period, "lost")
    until = min(period[1], today(ws))
    still = [r for r in rows(ws, "deals") if r["created"] <= until and (r["outcome"] == "open" or (r.get("closed") and r["closed"] > until))]
    paid = [money(r["amount"]) for r in won if r.get("amount") is not None]
    cycle = [(r["closed"] - r["created"]).days for r in won if r["closed"] >= r["created"]]
    quotas, actual = [], Fraction(0)
    for r in rows(ws, "reps"):
        first, last = r.get("from") or period[0], r.get("to") or period[1]
        days = (min(last, period[1]) - max(first, period[0])).days + 1
        if r.get("quota") is not None and days > 0:
            quotas.append((money(r["quota"]) * days / ((last - first).days + 1), fold(r["rep"])))
    for r in won:
        if fold(r.get("owner")) in {rep for _, rep in quotas} and r.get("amount") is not None:
            actual += money(r["amount"])
    people, typical, average = salespeople(ws, period), median(cycle) if cycle else None, mean(paid) if paid else None
    rate = share(len(won), len(won) + len(lost))
    return {"value": share(sum(paid), len(people)), "numerator": sum(paid), "active_reps": len(people), "win_rate": rate, "average_won_deal": average,
            "cycle_median_days": typical, "cycle_p80_days": percentile(cycle, 80) if cycle else None, "open_deals": len(still),
            "quota_attainment": share(actual, sum(q for q, _ in quotas)) if quotas else None,
            "sales_velocity": None if rate is None or average is None or not typical else len(still) * rate * average / typical,
            "stale_deals": None if typical is None else len([r for r in still if (until - r["created"]).days > 2 * typical])}


def sold(ws, period):
    """(table, its rows of the period, revenue field): invoices, else won deals; None where the data do not speak of it."""
    if knows(ws, "invoices", "revenue"):
        return ("invoices", dated(ws, "invoices", "date", period), "revenue") if reached(ws, "invoices", "date", period) else None
    if knows(ws, "deals", "amount") and reached(ws, "deals", "closed", period):
        return "deals", closed_deals(ws, period, "won"), "amount"
    return None


def profit_per_customer(found, field):
    """(per customer, total, customers, coverage, gross margin, below zero); customers with a row of unknown cost are left out."""
    named = [r for r in found if r.get("customer") and r.get(field) is not None]
    unknown = {fold(r["customer"]) for r in named if r.get("cost") is None}
    revenue, profit = Counter(), Counter()
    for r in named:
        if fold(r["customer"]) not in unknown:
            revenue[fold(r["customer"])] += money(r[field])
            profit[fold(r["customer"])] += money(r[field]) - money(r["cost"])
    everything = sum(money(r[field]) for r in found if r.get(field) is not None)
    n, total = len(profit), sum(profit.values())
    return {"value": share(total, n), "numerator": total if n else None, "n": n, "coverage": share(sum(revenue.values()), everything),
            "gross_margin": share(total, sum(revenue.values())), "below_zero": len([p for p in profit.values() if p < 0]) if n else None}


# -- 8 to 10 -----------------------------------------------------------------------------------------------------------


def contracts(ws, day):
    return [r for r in rows(ws, "customers") if r["started"] <= day and (not r.get("ended") or r["ended"] > day)]


def purchase_gap(ws):
    gaps = []
    for name in {fold(r["customer"]) for r in rows(ws, "invoices")}:
        days = sorted({r["date"] for r in rows(ws, "invoices") if fold(r["customer"]) == name})
        gaps += [(b - a).days for a, b in zip(days, days[1:], strict=False)]
    return percentile(gaps, 90) if gaps else None


def active(ws, day, gap=None):
    if rows(ws, "customers"):
        return {fold(r["customer"]) for r in contracts(ws, day)}
    gap = gap or purchase_gap(ws)
    return {fold(r["customer"]) for r in rows(ws, "invoices") if 0 <= (day - r["date"]).days < gap}


def retention(ws, period, gap=None):
    """(kept, at the start); None where neither contracts nor invoices speak of the period."""
    table, field = ("customers", "started") if rows(ws, "customers") else ("invoices", "date")
    if not reached(ws, table, field, period) or (table == "invoices" and not (gap or purchase_gap(ws))):
        return None
    start, end = active(ws, period[0], gap), active(ws, min(period[1], today(ws)), gap)
    return len(start & end), len(start)


def revenue_retention(ws, period):
    """(gross, net): start less contraction and churn; net adds expansion. By each customer's monthly revenue."""
    mrr = []
    for day in (period[0], min(period[1], today(ws))):
        sums = Counter()
        for r in contracts(ws, day):
            sums[fold(r["customer"])] += money(r.get("mrr")) or 0
        mrr.append(sums)
    start = {k: v for k, v in mrr[0].items() if v > 0}
    fallen = sum(max(v - mrr[1][k], 0) for k, v in start.items())
    risen = sum(max(mrr[1][k] - v, 0) for k, v in start.items())
    whole = sum(start.values())
    return share(whole - fallen, whole), share(whole - fallen + risen, whole)


def answers(ws, period):
    """Each respondent's latest answer in the period; answers without a respondent all count."""
    last, found = {}, []
    for r in sorted(dated(ws, "nps", "date", period), key=lambda r: r["date"]):
        if r.get("respondent"):
            last[fold(r["respondent"])] = r
        else:
            found.append(r)
    return found + list(last.values())


def nps(scores):
    """(value, promoters, detractors, n)."""
    up, down = len([s for s in scores if s >= 9]), len([s for s in scores if s <= 6])
    return share(100 * (up - down), len(scores)), up, down, len(scores)


def created_deals(ws, period):
    """The deals created in the period: share won so far, share still open, won by value of the closed ones."""
    made = dated(ws, "deals", "created", period)
    return share(len([r for r in made if r["outcome"] == "won"]), len(made)), share(len([r for r in made if r["outcome"] == "open"]), len(made))


def won_at_maturity(ws, period):
    """Won share of the deals created in the period by Kaplan-Meier over the days to won; lost deals stay and never win."""
    spans = []
    for r in dated(ws, "deals", "created", period):
        end = r["closed"] if r["outcome"] == "won" and r.get("closed") else today(ws)
        spans.append((10**9 if r["outcome"] == "lost" else max(0, (end - r["created"]).days), r["outcome"] == "won"))
    return kaplan_meier(spans)


# -- the funnel --------------------------------------------------------------------------------------------------------

STAGES = ("leads", "mql", "sql", "deals", "won")


def deals_of(ws, lead):
    return [r for r in rows(ws, "deals") if lead_of(ws, "deals", r) is lead]


def linked(ws):
    return any(lead_of(ws, "deals", r) for r in rows(ws, "deals"))


def deal_day(ws, lead):
    return min((r["created"] for r in deals_of(ws, lead)), default=None)


def won_day(ws, lead):
    return min((r.get("closed") or r["created"] for r in deals_of(ws, lead) if r["outcome"] == "won"), default=None)


def kaplan_meier(spans):
    """Share that reaches the event by the last one seen, from (days, whether it came); None without an event."""
    stay, times = Fraction(1), sorted({days for days, came in spans if came})
    for at in times:
        stay *= 1 - Fraction(len([1 for days, came in spans if came and days == at]), len([1 for days, _ in spans if days >= at]))
    return 1 - stay if times else None


def known_stages(ws):
    won = linked(ws) and bool(rows(ws, "deals", outcome="won"))
    return dict(zip(STAGES, (True, knows(ws, "leads", "mql"), knows(ws, "leads", "sql"), linked(ws), won), strict=True))


def cohort(ws, period, leads=None):
    """Per stage of the leads created in the period: (count, inferred, median days, expected at maturity); None per unknown stage."""
    if not reached(ws, "leads", "created", period):
        return dict.fromkeys(STAGES)
    known, out, before = known_stages(ws), {}, None
    roads = []
    for r in dated(ws, "leads", "created", period) if leads is None else leads:
        dates = [r["created"], r.get("mql"), r.get("sql"), deal_day(ws, r), won_day(ws, r)]
        roads.append((max(k for k in range(5) if dates[k]), dates))
    for k, stage in enumerate(STAGES):
        if not known[stage]:
            out[stage] = None
            continue
        there = [(deep, d) for deep, d in roads if deep >= k]
        steps = [(d[k] - start(d, k)).days for _, d in there if d[k]] if k else []
        spans = []
        for deep, d in [(deep, d) for deep, d in roads if before is None or deep >= before] if k else []:
            end = next((d[j] for j in range(k, 5) if d[j]), today(ws))
            spans.append((max((end - start(d, k)).days, 0), deep >= k))
        in_order = [s for s in steps if s >= 0]
        out[stage] = (len(there), len([d for _, d in there if not d[k]]), median(in_order) if in_order else None, kaplan_meier(spans))
        before = k
    return out


def start(dates, stage):
    """The date of the nearest earlier stage that has one."""
    return next(dates[k] for k in range(stage - 1, -1, -1) if dates[k])


def happened(ws, period):
    """Per stage what happened in the period; None where the data hold nothing about it."""
    out = {}
    for stage, table, field in (("leads", "leads", "created"), ("mql", "leads", "mql"), ("sql", "leads", "sql"), ("deals", "deals", "created")):
        out[stage] = len(dated(ws, table, field, period)) if knows(ws, table, field) and reached(ws, table, "created", period) else None
    decided = any(r["outcome"] != "open" for r in rows(ws, "deals")) and knows(ws, "deals", "closed")
    out["won"] = len(closed_deals(ws, period, "won")) if decided and reached(ws, "deals", "created", period) else None
    return out

