"""What stands beside the funnel worked out a second time: who is stuck, the days of a step, two funnels tested. Plain Python, nothing of kpi_desktop."""

from math import erfc, sqrt

from tests.metrics import plainly

STEPS = ("mql", "sql", "deals", "won")


def dates(ws, lead):
    """A lead's date per stage."""
    return [lead["created"], lead.get("mql"), lead.get("sql"), plainly.deal_day(ws, lead), plainly.won_day(ws, lead)]


def step_days(ws, leads, stage):
    """Days to a stage from the nearest earlier date, of the leads that have its date; negative ones are out of order."""
    k = plainly.STAGES.index(stage)
    found = [dates(ws, lead) for lead in leads]
    return [(d[k] - plainly.start(d, k)).days for d in found if d[k]]


def p80(days):
    in_order = [d for d in days if d >= 0]
    return plainly.percentile(in_order, 80) if in_order else None


def stuck(ws, period, mode, everyone=False):
    """Stage -> {id: days waiting} of who is still open there for longer than the 80th percentile of the next step's days; a stage whose next step
    nobody took is absent."""
    known, today, out = plainly.known_stages(ws), plainly.today(ws), {}
    leads = plainly.rows(ws, "leads")
    for k, stage in enumerate(plainly.STAGES[:3]):
        after = next((s for s in plainly.STAGES[k + 1:] if known[s]), None)
        limit = p80(step_days(ws, leads, after)) if after else None
        field = ("created", "mql", "sql")[k]
        if limit is None or not known[stage] or not asked_of(ws, field if mode == "period" else "created", period, everyone):
            continue
        mine = {}
        for lead in leads:
            d = dates(ws, lead)
            asked = everyone or plainly.within(lead["created"] if mode == "cohort" else d[k], period)
            if asked and max(i for i in range(5) if d[i]) == k and not lead.get("rejected") and (today - d[k]).days > limit:
                mine[lead["lead"]] = (today - d[k]).days
        out[stage] = mine
    limit = p80([(r["closed"] - r["created"]).days for r in plainly.rows(ws, "deals", outcome="won") if r.get("closed")])
    if limit is not None and (everyone or (known["deals"] if mode == "cohort" else plainly.reached(ws, "deals", "created", period))) and (
            mode == "period" or everyone or plainly.reached(ws, "leads", "created", period)):
        out["deals"] = {}
        for r in plainly.rows(ws, "deals"):
            lead = plainly.lead_of(ws, "deals", r)
            asked = everyone or (plainly.within(r["created"], period) if mode == "period" else bool(lead) and plainly.within(lead["created"], period))
            still = r["outcome"] == "open" or (r.get("closed") is not None and r["closed"] > today)
            if asked and still and (today - r["created"]).days > limit:
                out["deals"][r["deal"]] = (today - r["created"]).days
    return out


def asked_of(ws, field, period, everyone):
    return everyone or (plainly.knows(ws, "leads", field) and plainly.reached(ws, "leads", "created", period))


def p_value(k1, n1, k2, n2):
    """Pooled two-proportion z test, two-sided; by the complementary error function of the standard library."""
    pooled = (k1 + k2) / (n1 + n2)
    spread = pooled * (1 - pooled) * (1 / n1 + 1 / n2)
    return 1.0 if spread <= 0 else erfc(abs(k1 / n1 - k2 / n2) / sqrt(2 * spread))
