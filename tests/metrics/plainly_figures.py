"""What stands beside the headlines worked out a second time: plain Python over rows, nothing of kpi_desktop (see plainly.py for the workspace)."""

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from statistics import fmean, median, pvariance, variance

from tests.metrics import plain_links, plainly
from tests.metrics.plainly import dated, fold, money, rows, share, today

YEAR = timedelta(days=365)


def middle(days):
    return median(days) if days else None


# -- 2 to 4 ------------------------------------------------------------------------------------------------------------


def mql_channels(ws, period):
    """Channel -> (MQLs, accepted, fit, SQL rate, won rate, expected gross profit)."""
    paid = [money(r["amount"]) - money(r["cost"]) for r in rows(ws, "deals", outcome="won") if r.get("amount") is not None and r.get("cost") is not None]
    out = {}
    for name, mine in plainly.split(ws, "leads", dated(ws, "leads", "mql", period), "channel").items():
        accepted = len([r for r in mine if r.get("sql")])
        rejected = len([r for r in mine if r.get("rejected") and not r.get("sql")])
        fit = [r["target"] for r in mine if r.get("target")]
        won = len([r for r in mine if plainly.won_day(ws, r)]) if plainly.linked(ws) else None
        out[name] = (len(mine), share(accepted, accepted + rejected), share(fit.count("yes"), len(fit)), share(accepted, len(mine)),
                     None if won is None else share(won, len(mine)), None if won is None or not paid else won * sum(paid) / len(paid))
    return out


def reject_reasons(ws, period):
    return dict(Counter(fold(r.get("reject_reason")) for r in dated(ws, "leads", "mql", period) if r.get("rejected") and not r.get("sql")))


def waiting(ws, period):
    """The days that each SQL of the period has waited for a deal, the longest first; None where no deal names a lead."""
    if not plainly.linked(ws):
        return None
    return sorted(((today(ws) - r["sql"]).days for r in dated(ws, "leads", "sql", period) if not plainly.deal_day(ws, r)), reverse=True)


def ages(days):
    edges = (-1, 7, 30, 90, 10**9)
    return [len([d for d in days if low < d <= high]) for low, high in zip(edges, edges[1:], strict=False)]


def turnout(ws, held):
    """Of some events: registered, attended, target share of attendances."""
    mine = [r for r in rows(ws, "attendance") if any(plainly.event(ws, r) is e for e in held)]
    came = [r for r in mine if r.get("attended") == "yes"]
    listed = [r for r in mine if r.get("registered")] if plainly.knows(ws, "attendance", "registered") else mine
    fit = [r["target"] for r in came if r.get("target")]
    return {"registered": len(listed), "attended": len(came), "show_rate": share(len(came), len(listed)), "target_share": share(fit.count("yes"), len(fit))}


def sourced(ws, held):
    """Of some events: the MQLs and won leads that name them."""
    mine = [r for r in rows(ws, "leads") if any(fold(r.get("event")) == fold(e["event"]) for e in held)]
    return len([r for r in mine if r.get("mql")]), len([r for r in mine if plainly.won_day(ws, r)])


# -- 5 and 6 -----------------------------------------------------------------------------------------------------------


def romi(ws, period, spent):
    """(Gross margin of won deals - spend) / spend; None where a won deal's margin is not known or the deals do not speak of the period."""
    won = plainly.closed_deals(ws, period, "won")
    known = [r for r in won if r.get("amount") is not None and r.get("cost") is not None]
    if not plainly.knows(ws, "deals", "cost") or not plainly.reached(ws, "deals", "created", period) or len(known) < len(won) or not spent:
        return None
    return (sum(money(r["amount"]) - money(r["cost"]) for r in known) - spent) / spent


def won_share(ws, until):
    """Won share of the SQLs up to a day that are older than the 80th percentile of the days from SQL to won; None without any."""
    sqls = [(r["sql"], plainly.won_day(ws, r)) for r in rows(ws, "leads") if r.get("sql") and r["sql"] <= min(until, today(ws))]
    took = [(won - sql).days for sql, won in sqls if won and won >= sql]
    mature = [won for sql, won in sqls if (today(ws) - sql).days >= plainly.percentile(took, 80)] if took else []
    return Fraction(len([w for w in mature if w]), len(mature)) if mature else None


def ceiling(ws, period, required):
    """Gross profit per customer (of a year or more) x P(SQL -> won) / required return."""
    end = min(period[1], max(today(ws), period[0]))
    span = period if (period[1] - period[0]).days + 1 >= 365 else (end - timedelta(days=364), end)
    if plainly.knows(ws, "invoices", "revenue"):
        each = plainly.profit_per_customer(dated(ws, "invoices", "date", span), "revenue")["value"]
    else:
        each = plainly.profit_per_customer(plainly.closed_deals(ws, span, "won"), "amount")["value"] if plainly.knows(ws, "deals", "amount") else None
    part = won_share(ws, period[1])
    return None if each is None or part is None else each * part / Fraction(str(required))


def quota(ws, period):
    """(quota of the period, won revenue of those who have one), a quota of a longer span by its days."""
    whole, whose = Fraction(0), set()
    for r in rows(ws, "reps"):
        first, last = r.get("from") or period[0], r.get("to") or period[1]
        days = (min(last, period[1]) - max(first, period[0])).days + 1
        if r.get("quota") is not None and days > 0:
            whole += money(r["quota"]) * days / ((last - first).days + 1)
            whose.add(fold(r["rep"]))
    won = [r for r in plainly.closed_deals(ws, period, "won") if fold(r.get("owner")) in whose and r.get("amount") is not None]
    return (whole, sum(money(r["amount"]) for r in won)) if whose else (None, None)


def pipeline(ws, period):
    until = min(period[1], today(ws))
    still = [r for r in rows(ws, "deals") if r["created"] <= until and (r["outcome"] == "open" or (r.get("closed") and r["closed"] > until))]
    known = [money(r["amount"]) for r in still if r.get("amount") is not None]
    return sum(known) if known or not still else None


# -- 7 -----------------------------------------------------------------------------------------------------------------


def profits(found, field):
    """Customer -> (revenue, gross profit) of those whose every row has a cost."""
    named = [r for r in found if r.get("customer") and r.get(field) is not None]
    unknown = {fold(r["customer"]) for r in named if r.get("cost") is None}
    out = {}
    for r in named:
        name = fold(r["customer"])
        if name not in unknown:
            before = out.get(name, (0, 0))
            out[name] = (before[0] + money(r[field]), before[1] + money(r[field]) - money(r["cost"]))
    return out


def discounts(ws, period):
    """(deal, its list amount, discount, margin leaked) of every won deal of the period with a list amount."""
    won = [r for r in plainly.closed_deals(ws, period, "won") if r.get("amount") is not None and (r.get("list_amount") or 0) > 0]
    off = [(r, money(r["list_amount"]), 1 - money(r["amount"]) / money(r["list_amount"])) for r in won]
    usual = {}
    for r, _, d in off:
        usual.setdefault(plainly.member(ws, "deals", r, "segment"), []).append(d)
    return [(r, listed, d, listed * max(Fraction(0), d - median(usual[plainly.member(ws, "deals", r, "segment")]))) for r, listed, d in off]


def depth(found):
    return 1 - sum(money(r["amount"]) for r, *_ in found) / sum(listed for _, listed, *_ in found)


# -- 8 to 10 -----------------------------------------------------------------------------------------------------------


def month_end(month):
    """The last day of a month that is counted from year 0."""
    return date((month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(days=1)


def triangle(ws, gap):
    """Month (from year 0) -> (customers who started in it, {months since: share still there})."""
    contracts = bool(rows(ws, "customers"))
    first = {}
    for r in rows(ws, "customers" if contracts else "invoices"):
        day = r["started" if contracts else "date"]
        first[fold(r["customer"])] = min(first.get(fold(r["customer"]), day), day)
    until = today(ws) if contracts else min(today(ws), max(r["date"] for r in rows(ws, "invoices")))
    out = {}
    for name, day in first.items():
        if day <= today(ws):
            out.setdefault(day.year * 12 + day.month - 1, set()).add(name)
    there = {}
    for month, names in out.items():
        ends = {since: month_end(month + since) for since in range(1, 25)}
        there[month] = len(names), {since: Fraction(len(names & plainly.active(ws, day, gap)), len(names)) for since, day in ends.items() if day <= until}
    return dict(sorted(there.items())[-24:])


def customer_name(ws, table, row):
    found, _ = plain_links.customer_of(ws, table, row)
    return fold(found["customer"]) if found else fold(row.get("customer"))


def stayed(ws, found, camp):
    """(Customers of a camp's answers, a year old, under contract then; of them those a year later), each answer once."""
    before = after = 0
    for r in found:
        name = customer_name(ws, "nps", r)
        if not name or not camp(r["score"]) or r["date"] > today(ws) - YEAR or name not in named_contracts(ws, r["date"]):
            continue
        before, after = before + 1, after + (name in named_contracts(ws, r["date"] + YEAR))
    return before, after


def named_contracts(ws, day):
    return {fold(r["customer"]) for r in plainly.contracts(ws, day)}


def covered(ws, period, found):
    """Share of the period's revenue that the customers stand for who answered."""
    paid = [(customer_name(ws, "invoices", r), money(r["revenue"])) for r in dated(ws, "invoices", "date", period)]
    payers, said = {name for name, _ in paid}, {customer_name(ws, "nps", r) for r in found} - {""}
    unheld = {plain_links.company(name) for name in said - payers} - {""}
    theirs = {p for p in payers if p in said or (plain_links.company(p) and plain_links.company(p) in unheld)}
    return share(sum(amount for name, amount in paid if name in theirs), sum(amount for _, amount in paid))


def shrunk(parts):
    """Each part's NPS pulled toward the whole by what the spread between parts is worth against their noise (Morris 1983)."""
    signs = [[100 * ((s >= 9) - (s <= 6)) for s in part] for part in parts]
    means, everyone = [fmean(p) for p in signs], [v for p in signs for v in p]
    if len(parts) < 2:
        return means
    noise = [pvariance(everyone) / len(p) for p in signs]
    spread = max(0.0, variance(means) - fmean(noise))
    return [fmean(everyone) + (spread / (spread + n) if spread else 0) * (m - fmean(everyone)) for m, n in zip(means, noise, strict=True)]
