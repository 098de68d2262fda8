"""Whose row a row is, worked out a second time: plain Python over rows, row by row, nothing of kpi_desktop (see plainly.py for the workspace)."""

LEGAL = {"gmbh", "ltd", "llc", "inc", "ag", "ооо", "зао", "ао", "пао", "ип"}
MARKS = str.maketrans("«»\"',.()", "        ")


def fold(text):
    """Names are compared without case and surrounding space."""
    return " ".join(text.split()).casefold() if text else ""


def company(name):
    """A company's name without case, marks and legal form; the order of words counts only where there are digits."""
    found = fold(name).translate(MARKS).replace("-", " ").split()
    kept = [w for w in found if w not in LEGAL] or found
    return " ".join(kept if any(c.isdigit() for c in fold(name)) else sorted(kept))


def last(found, field):
    """The row with the latest date, of equal ones the one that stands last."""
    best = None
    for row in found:
        if best is None or row[field] >= best[field]:
            best = row
    return best


def whole(ws):
    """The workspace before it was narrowed: rows are linked before they are filtered."""
    return ws.get("whole", ws)


def event_day(ws, row):
    held = [e for e in ws.get("events") or [] if fold(e["event"]) == fold(row["event"])]
    return held[-1]["date"] if held else row.get("registered")


def lead_of(ws, table, row, company_too=None):
    """(the lead of a deal or an attendance, how). An attendee is a lead by id and e-mail alone, unless `company_too`."""
    leads = whole(ws).get("leads") or []
    named = [r for r in leads if row.get("lead") and r["lead"] == row["lead"]]
    if named:
        return named[0], "id"
    deal = table == "deals"
    day = row["created"] if deal else event_day(whole(ws), row)
    address = fold(row.get("email") if deal else row["person"])
    mine = [r for r in leads if address and fold(r.get("email")) == address]
    before = [r for r in mine if day is None or r["created"] <= day]
    if before:
        return last(before, "created"), "email"
    if mine and not deal:
        return min(mine, key=lambda r: r["created"]), "email"
    name = company(row.get("customer" if deal else "company"))
    colleagues = [r for r in leads if name and company(r.get("company")) == name and (day is None or r["created"] <= day)]
    if colleagues and (deal or company_too):
        return last(colleagues, "created"), "company"
    return None, ""


def customer_of(ws, table, row):
    """(the latest contract of a row's customer, how)."""
    held = whole(ws).get("customers") or []
    same = [r for r in held if row.get("customer") and fold(r["customer"]) == fold(row["customer"])]
    if same:
        return last(same, "started"), "id"
    address = fold(row.get({"deals": "email", "nps": "respondent", "invoices": "customer"}[table]))
    mine = [r for r in held if address and fold(r.get("email")) == address]
    if mine:
        return last(mine, "started"), "email"
    name, how = company(row.get("customer")), "company"
    if table == "nps" and not row.get("customer"):
        lead = lead_by_address(ws, address, row["date"]) if address else None
        name, how = company(lead.get("company")) if lead else "", "email"
    alike = [r for r in held if name and company(r["customer"]) == name]
    return (last(alike, "started"), how) if alike else (None, "")


def lead_by_address(ws, address, day):
    mine = [r for r in whole(ws).get("leads") or [] if fold(r.get("email")) == address]
    return last([r for r in mine if r["created"] <= day], "created") or (min(mine, key=lambda r: r["created"]) if mine else None)
