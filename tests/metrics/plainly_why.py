"""Why a figure changed, worked out a second time: every order in which the factors could have changed, one after another, in plain Python.

Parts of a period are {member: [sums]}; effects are {(cause, member): amount}, exact (Fraction). "other" and "several" carry a star here.
"""

from collections import Counter
from fractions import Fraction
from itertools import permutations
from math import factorial, prod

from tests.metrics import plainly

OTHER, SEVERAL = "other*", "several*"


def walk(then, now, mix=None):
    """Per factor ({member: value}) and member the mean over all orders of what it adds to the sum of products; `mix` is told against the mean."""
    out = [Counter() for _ in then]
    for order in permutations(range(len(then))):
        at = list(then)
        for k in order:
            rest = {m: prod(f[m] for j, f in enumerate(at) if j != k) for m in at[k]}
            level = sum((then[k][m] + now[k][m]) * rest[m] for m in rest) / Fraction(2) if k == mix else 0
            for m in rest:
                out[k][m] += (now[k][m] - then[k][m]) * (rest[m] - level) / factorial(len(then))
            at[k] = now[k]
    return out


def ratio(above, below, otherwise):
    """The ratio, or what it was in the other period where this one has none."""
    return Fraction(above) / Fraction(below) if below else Fraction(otherwise[0]) / Fraction(otherwise[1]) if otherwise[1] else Fraction(0)


def both(then, now, above, below):
    """A ratio of two columns per member, for either period."""
    a, b = ({m: (above(p, m), below(p, m)) for m in then} for p in (then, now))
    return {m: ratio(*a[m], b[m]) for m in a}, {m: ratio(*b[m], a[m]) for m in a}


def even(then, now, width):
    names = {*then, *now}
    return tuple({m: [Fraction(v) for v in p.get(m, [0] * width)] for m in names} for p in (then, now))


def total(parts, k):
    return sum(v[k] for v in parts.values())


def broken(sums):
    return bool(sums[-1]) and not all(sums[:-1])


def pooled(then, now):
    """Members whose last number comes from nowhere together, with the smallest others until it comes from somewhere."""
    pool = {m for m in then if m == OTHER or broken(then[m]) or broken(now[m])}
    width = len(next(iter(then.values())))
    rest = sorted((m for m in then if m not in pool), key=lambda m: (then[m][0] + now[m][0]))
    while pool and any(broken([sum(p[m][k] for m in pool) for k in range(width)]) for p in (then, now)):
        smallest = [m for m in rest if then[m][0] + now[m][0] == then[rest[0]][0] + now[rest[0]][0]]
        if len(smallest) > 1:
            return None  # equally small ones: which comes first is a matter of taste
        pool.add(rest.pop(0))
    if not pool:
        return then, now
    return tuple({**{m: p[m] for m in rest}, OTHER: [sum(p[m][k] for m in pool) for k in range(width)]} for p in (then, now))


def chain(then, now, starts, rates, mix="mix"):
    """Effects on the sum of the last column."""
    last = len(starts) - 1
    then, now = even(then, now, last + 1)
    kept = [k for k in range(last) if not any(total(p, last) and not total(p, k) for p in (then, now))] + [last]
    then, now = ({m: [v[k] for k in kept] for m, v in p.items()} for p in (then, now))
    if kept == [last]:
        return {(starts[last], m): now[m][0] - then[m][0] for m in then}
    if not then:
        return {}
    if (found := pooled(then, now)) is None:
        return None
    then, now = found
    factors = [tuple(dict.fromkeys(p, total(p, 0)) for p in (then, now)), both(then, now, lambda p, m: p[m][0], lambda p, m: total(p, 0))]
    factors += [both(then, now, lambda p, m, k=k: p[m][k + 1], lambda p, m, k=k: p[m][k]) for k in range(len(kept) - 1)]
    parts = walk([a for a, _ in factors], [b for _, b in factors], mix=1)
    out = {(starts[kept[0]], None): sum(parts[0].values())}
    names = [mix, *(rates[a, b] for a, b in zip(kept, kept[1:], strict=False))]
    for cause, part in zip(names, parts[1:], strict=True):
        out.update({(cause, m if len(then) > 1 else None): v for m, v in part.items()})
    return out


def per_head(then, now, causes, signs, mix="mix"):
    """Effects on (signed sum of the further columns) / (sum of the first)."""
    then, now = even(then, now, len(causes) + 1)
    shares = both(then, now, lambda p, m: p[m][0], lambda p, m: total(p, 0))
    each = [both(then, now, lambda p, m, k=k: signs[k] * p[m][k + 1], lambda p, m: p[m][0]) for k in range(len(causes))]
    out = {}
    for cause, (a, b) in zip(causes, each, strict=True):
        out.update({(cause, m): v for m, v in walk([shares[0], a], [shares[1], b])[1].items()})
    whole = [{m: sum(e[side][m] for e in each) for m in then} for side in (0, 1)]
    if len(then) > 1:
        out.update({(mix, m): v for m, v in walk([shares[0], whole[0]], [shares[1], whole[1]], mix=0)[0].items()})
    return out if len(then) > 1 else {(c, None): v for (c, _), v in out.items()}


def quotient(above, below, then, now):
    """Effects on numerator / denominator: both orders of changing the two, each part shared out among its own effects."""
    (n0, d0), (n1, d1) = ([Fraction(v) for v in p] for p in (then, now))
    up = [(n1 / d0 - n0 / d0), (n1 / d1 - n0 / d1)]
    down = [(n1 / d1 - n1 / d0), (n0 / d1 - n0 / d0)]
    by_above = sum(up) / 2 / (n1 - n0) if n1 != n0 else (1 / d0 + 1 / d1) / 2
    by_below = sum(down) / 2 / (d1 - d0) if d1 != d0 else -(n0 + n1) / 2 / d0 / d1
    return {**{k: v * by_above for k, v in above.items()}, **{k: v * by_below for k, v in below.items()}}


# -- the KPIs ----------------------------------------------------------------------------------------------------------

FUNNEL = (("leads", "mqls", "sqls"), {(0, 1): "lead_to_mql", (1, 2): "mql_to_sql", (0, 2): "lead_to_sql"})


def stages(ws, span, by, *fields):
    """Member -> leads with each date in the period."""
    out = {}
    for k, field in enumerate(fields):
        for r in plainly.dated(ws, "leads", field, span):
            out.setdefault(plainly.member(ws, "leads", r, by) if by else "", [0] * len(fields))[k] += 1
    return out


def mqls(ws, now, then, by):
    return chain(*(stages(ws, p, by, "created", "mql") for p in (then, now)), FUNNEL[0][:2], FUNNEL[1])


def sqls(ws, now, then, by):
    return chain(*(stages(ws, p, by, "created", "mql", "sql") for p in (then, now)), *FUNNEL)


def cost_per_sql(ws, now, then, by):
    below, spent = sqls(ws, now, then, by), []
    for p in (then, now):
        parts, left = plainly.spread(ws, p, by, "leads") if by else ({"": (0, plainly.spend_total(ws, p))}, 0)
        spent.append({**{m: v[1] for m, v in parts.items()}, "shared cost*": left})
    above = {("spend", m): spent[1].get(m, 0) - spent[0].get(m, 0) for m in {*spent[0], *spent[1]}}
    if below is None:
        return None
    ends = [(sum(s.values()), len(plainly.dated(ws, "leads", "sql", p))) for s, p in zip(spent, (then, now), strict=True)]
    return quotient(above, below, *ends)


def sales_effectiveness(ws, now, then, by):
    sides, ends = [], []
    for p in (then, now):
        paid = [r for r in plainly.closed_deals(ws, p, "won") if r.get("amount") is not None]
        side = {}
        for r in paid:
            part = side.setdefault(plainly.member(ws, "deals", r, by) if by else "", [0, 0])
            part[0] += 1
            part[1] += plainly.money(r["amount"])
        sides.append(side)
        ends.append((sum(v[1] for v in side.values()), len(plainly.salespeople(ws, p))))
    above = chain(*sides, ("won_deals", "revenue"), {(0, 1): "average_deal"})
    return None if above is None else quotient(above, {("active_reps", None): ends[1][1] - ends[0][1]}, *ends)


def alone(rows, who, member):
    """Each person's one member, or "several"."""
    seen = {}
    for r in rows:
        seen.setdefault(who(r), set()).add(member(r))
    return {p: m.pop() if len(m) == 1 else SEVERAL for p, m in seen.items()}


def customer_profitability(ws, now, then, by):
    sides = []
    for p in (then, now):
        table, rows, field = plainly.sold(ws, p)
        unknown = {plainly.fold(r["customer"]) for r in rows if r.get("customer") and r.get(field) is not None and r.get("cost") is None}
        rows = [r for r in rows if r.get("customer") and r.get(field) is not None and plainly.fold(r["customer"]) not in unknown]
        places = alone(rows, lambda r: plainly.fold(r["customer"]), lambda r: plainly.member(ws, table, r, by) if by else "")  # noqa: B023
        side = {}
        for m in places.values():
            side.setdefault(m, [0, 0, 0])[0] += 1
        for r in rows:
            part = side[places[plainly.fold(r["customer"])]]
            part[1] += plainly.money(r[field])
            part[2] += plainly.money(r["cost"])
        sides.append(side)
    return per_head(*sides, ("revenue", "cost"), (1, -1))


def nps(ws, now, then, by):
    sides = []
    for p in (then, now):
        side = {}
        for r in plainly.answers(ws, p):
            part = side.setdefault(plainly.member(ws, "nps", r, by) if by else "", [0, 0, 0])
            part[0] += 1
            part[1] += 100 * (r["score"] >= 9)
            part[2] += 100 * (r["score"] <= 6)
        sides.append(side)
    return per_head(*sides, ("promoters", "detractors"), (1, -1))


def close_rate(ws, now, then, by):
    sides = []
    for p in (then, now):
        side = {}
        for r in plainly.closed_deals(ws, p, "won", "lost"):
            part = side.setdefault(plainly.member(ws, "deals", r, by) if by else "", [0, 0])
            part[0] += 1
            part[1] += r["outcome"] == "won"
        sides.append(side)
    return per_head(*sides, ("close_rate",), (1,))


def customer_retention(ws, now, then, by):
    """By a dimension of contracts, or by age."""
    sides, today = [], plainly.today(ws)
    for p in (then, now):
        start, end = plainly.active(ws, p[0]), plainly.active(ws, min(p[1], today))
        table, field = ("customers", "started") if plainly.rows(ws, "customers") else ("invoices", "date")
        rows = plainly.contracts(ws, p[0]) if table == "customers" else [
            r for r in plainly.rows(ws, "invoices") if 0 <= (p[0] - r["date"]).days < plainly.purchase_gap(ws)]
        if by:
            places = alone(rows, lambda r: plainly.fold(r["customer"]), lambda r: plainly.member(ws, table, r, by))  # noqa: B023
        else:
            days = {c: min(r[field] for r in plainly.rows(ws, table) if plainly.fold(r["customer"]) == c) for c in start}
            places = {c: f"age {min(2, (p[0] - days[c]).days // 365)}" for c in start}
        side = {}
        for c in start:
            part = side.setdefault(places[c], [0, 0])
            part[0] += 1
            part[1] += c in end
        sides.append(side)
    return per_head(*sides, ("retention",), (1,))


def target_attendance(ws, now, then, by):
    visits, people = [], []
    for p in (then, now):
        came = [r for r in plainly.attendees(ws, p) if r.get("target") == "yes"]
        side = {}
        for r in plainly.dated(ws, "events", "date", p):
            side.setdefault(plainly.fold(r["format"]) if by else "", [0, 0])[0] += 1
        for r in came:
            side[plainly.member(ws, "attendance", r, by) if by else ""][1] += 1
        visits.append(side)
        people.append(len({plainly.fold(r["person"]) for r in came}))
    a, b = (sum(v[1] for v in side.values()) for side in visits)
    once = [ratio(people[0], a, (people[1], b)), ratio(people[1], b, (people[0], a))]
    if not a and not b:
        once = [Fraction(1)] * 2
    found = chain(*visits, ("events", "attendances"), {(0, 1): "per_event"})
    if found is None:
        return None
    return {**{k: v * (once[0] + once[1]) / 2 for k, v in found.items()}, ("people_per_attendance", None): (once[1] - once[0]) * (a + b) / Fraction(2)}


def unique_visitors(ws, now, then, by):
    out = Counter()
    for sign, p in ((-1, then), (1, now)):
        seen = [v for v in ws["sightings"] if plainly.within(v[0], p)]
        for m in alone(seen, lambda v: v[2], lambda v: plainly.fold(v[1])).values():
            out["visitors", m] += sign
    return dict(out)
