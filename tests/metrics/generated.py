"""Small workspaces for hypothesis: every table empty, short or crowded into a few days, names in any case, fields missing at random."""

from datetime import date

from hypothesis import strategies as st

from tests.metrics.plain import dataset

NAMES = ("Paid", "paid ", "SEO", "Trade  Fair", "trade fair")
DAYS = st.dates(date(2023, 12, 20), date(2024, 3, 10)) | st.just(date(2024, 2, 29))
CENTS = st.integers(-90_000, 900_000) | st.integers(-10**9, 10**11)
MONEY = CENTS.map(lambda cents: cents / 100)
FLAG = st.sampled_from(["yes", "no", None])
PERIODS = {
    "2024": (date(2024, 1, 1), date(2024, 12, 31)), "2024-Q1": (date(2024, 1, 1), date(2024, 3, 31)), "2024-02": (date(2024, 2, 1), date(2024, 2, 29)),
    "2023": (date(2023, 1, 1), date(2023, 12, 31)), "2024-02-29..2024-02-29": (date(2024, 2, 29), date(2024, 2, 29)),
    "2024-01-10..2024-02-20": (date(2024, 1, 10), date(2024, 2, 20)), "2030": (date(2030, 1, 1), date(2030, 12, 31))}
PERIOD = st.sampled_from(list(PERIODS))


def maybe(strategy):
    return st.none() | strategy


def named(*members):
    return st.sampled_from([*members, None])


CHANNEL = named(*NAMES)
LEAD = st.integers(0, 29).map(lambda k: f"L{k}")
EMAIL = named("a@x.de", "A@X.de ", "b@x.de", "c@x.de", "pseudonym-17")
FIELDS = {
    "leads": {"created": DAYS, "mql": maybe(DAYS), "sql": maybe(DAYS), "rejected": maybe(DAYS), "channel": CHANNEL, "campaign": named("Spring", "SPRING"),
              "event": named("W1", "w1", "F1", "gone"), "segment": named("Large", "small"), "country": named("DE", "de", "AT"),
              "owner": named("Ann", "ann", "Bob"), "target": FLAG, "email": EMAIL, "reject_reason": named("No budget", "no  budget", "Student"),
              "company": named("ACME", "Acme GmbH", "«Bolt», ООО", "Dune Ltd", "10-20", "—")},
    "events": {"date": DAYS, "format": st.sampled_from(["online", "offline"]), "cost": maybe(MONEY)},
    "attendance": {"event": st.sampled_from(["W1", "w1", "F1", "F2", "gone"]), "person": st.sampled_from(["p1", "P1", "p2", "a@x.de", "b@x.DE"]),
                   "attended": FLAG, "target": FLAG, "registered": maybe(DAYS), "lead": maybe(LEAD), "company": named("acme", "Bolt")},
    "spend": {"date": maybe(DAYS), "from": maybe(DAYS), "to": maybe(DAYS), "amount": MONEY, "channel": CHANNEL, "campaign": named("spring", "Autumn"),
              "event": named("W1", "f1"), "kind": named("direct", "shared")},
    "deals": {"created": DAYS, "closed": maybe(DAYS), "outcome": st.sampled_from(["open", "won", "lost"]), "amount": maybe(MONEY), "cost": maybe(MONEY),
              "list_amount": maybe(MONEY), "lead": maybe(LEAD), "customer": named("Acme", "ACME", "Bolt", "Cork AG", "20-10"),
              "owner": named("Ann", "ann", "Bob", "Cat", "Dan"), "team": named("North", "south"), "channel": CHANNEL,
              "loss_reason": named("price", "Price", "offer"), "email": EMAIL},
    "customers": {"customer": st.sampled_from(["Acme", "acme", "Bolt", "Cork", "Dune"]), "started": DAYS, "ended": maybe(DAYS),
                  "segment": named("Large", "small"), "mrr": maybe(st.integers(0, 10**7).map(lambda cents: cents / 100)), "email": EMAIL},
    "invoices": {"customer": st.sampled_from(["Acme", "ACME ", "Bolt", "Cork Ltd", "b@x.de"]), "date": DAYS, "revenue": MONEY, "cost": maybe(MONEY),
                 "product": named("Tool", "tool", "Help")},
    "nps": {"date": DAYS, "score": st.integers(0, 10), "respondent": named("r1", "R1", "a@x.de", "c@x.de"), "customer": named("Acme Inc.", "bolt"),
            "owner": named("Ann", "bob")},
    "reps": {"rep": st.sampled_from(["Ann", "ANN", "Bob", "Cat", "Dan"]), "team": named("North", "south"), "quota": maybe(MONEY), "from": maybe(DAYS),
             "to": maybe(DAYS)},
}
REQUIRED = {"leads": {"created"}, "events": {"date", "format"}, "attendance": {"event", "person"}, "spend": {"amount"},
            "deals": {"created", "outcome"}, "customers": {"customer", "started"}, "invoices": {"customer", "date", "revenue"}, "nps": {"date", "score"},
            "reps": {"rep"}}
EVENTS = ("W1", "F1", "F2")


@st.composite
def table(draw, name, most=12):
    """Rows of a table; sometimes a column is missing in all of them."""
    columns = dict(FIELDS[name])
    for lost in draw(st.sets(st.sampled_from(sorted(columns.keys() - REQUIRED[name])), max_size=2) if draw(st.booleans()) else st.just(())):
        del columns[lost]
    size = 3 if name == "events" else most
    found = draw(st.lists(st.fixed_dictionaries(columns), max_size=size))
    if name == "leads":
        return [{"lead": f"L{k}", **r} for k, r in enumerate(found)]
    if name == "deals":
        return [{"deal": f"D{k}", **r} for k, r in enumerate(found)]
    if name == "events":
        return [{"event": EVENTS[k], **r} for k, r in enumerate(found)]
    return found


@st.composite
def workspace(draw, *tables, most=12):
    """A workspace of these tables, each absent, empty or filled."""
    ws = {t: draw(table(t, most)) for t in tables if draw(st.integers(0, 9))}
    if "spend" in ws:  # a row without any date could not have been imported
        ws["spend"] = [r for r in ws["spend"] if r.get("date") or r.get("from")]
    return ws


SIGHTINGS = st.lists(st.tuples(DAYS, CHANNEL, st.integers(1, 8)), max_size=25)


def made(ws):
    """The program's dataset of a workspace; a table without rows keeps a few columns ("lead", "created")."""
    tables = {}
    for name, found in ws.items():
        if name != "sightings":
            columns = list(found[0]) if found else list(dict.fromkeys([name[:-1], *REQUIRED[name]]))
            tables[name] = (" ".join(columns), [tuple(r[c] for c in columns) for r in found])
    return dataset([(str(day), channel, who) for day, channel, who in ws.get("sightings", ())], NAMES, **tables)


def in_one_day(ws, day=date(2024, 2, 29)):
    """The same rows, every date of them the leap day."""
    return {table: [{k: day if isinstance(v, date) else v for k, v in r.items()} for r in found] for table, found in ws.items()}
