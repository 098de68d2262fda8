"""Whose row a row is: by id or name, else by e-mail, else by company (without legal form, case and marks).

Only rows that one rule leaves open are asked the next one, and no merge of names comes of it. Every rule that finds several takes the latest:
of a person or a company the lead that was there by the day of the deal or the event, of a customer the contract that started last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol

import numpy as np

from kpi_desktop.metrics.linked import BY_COMPANY, BY_EMAIL, BY_ID, NOT
from kpi_desktop.metrics.spelling import fingerprint, words
from kpi_desktop.model.frames import email_keys
from kpi_desktop.model.schema import BY_NAME, NO_DAY, Kind

_NAMES: Mapping[str, str] = {"attendance": "person", "nps": "respondent", "invoices": "customer"}
"""The names that may be e-mails, in tables without a field for one."""
_PARENTS: Mapping[str, tuple[str, str]] = {"event": ("events", ""), "customer": ("customers", "started")}
"""Where a column's names are listed, and the date by which the latest of equal ones is told (else the last row)."""
_END = 2**31 - 1
INHERIT: Mapping[str, tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    "leads": (("event", "events", ("format",)), ("owner", "reps", ("team",))),
    "deals": (("lead", "leads", ("channel", "campaign", "event", "segment", "country", "product", "format")),
              ("customer", "customers", ("segment", "manager")), ("owner", "reps", ("team",))),
    "attendance": (("event", "events", ("format",)), ("lead", "leads", ("channel", "campaign", "segment", "country"))),
    "spend": (("event", "events", ("format",)),),
    "invoices": (("customer", "customers", ("segment", "manager")),),
    "nps": (("customer", "customers", ("segment", "manager")), ("owner", "reps", ("team",))),
}
"""Where a table takes a dimension that its own rows do not carry (or leave blank): the table and the column that leads there."""
OF_COMPANY = ("segment", "country")
"""What an attendee has in common with a lead of the same company."""


@dataclass(frozen=True, eq=False)
class Link:
    """Per row of a table: the position of the row that it belongs to (-1 none), and how that was found (NOT, BY_ID ...)."""

    rows: np.ndarray
    by: np.ndarray

    @cached_property
    def same(self) -> np.ndarray:
        """The positions without those found by company alone: an attendee is not the lead of a colleague."""
        return np.where(self.by == BY_COMPANY, -1, self.rows)


class Tables(Protocol):
    """What is asked of a Dataset."""

    @property
    def names(self) -> list[str]:
        """Every name by its code."""
        ...

    def size(self, table: str) -> int:
        """Number of rows."""
        ...

    def column(self, table: str, name: str) -> np.ndarray:
        """One coded column."""
        ...

    def link(self, table: str, column: str) -> Link:
        """Links of another column."""
        ...


def link(data: Tables, table: str, column: str) -> Link:
    """Where each row of a table belongs by one of its columns (lead, customer, event, owner ...)."""
    asked = data.column(table, column)
    if BY_NAME[table].by_name[column].kind is Kind.REF:
        parent = BY_NAME[table].by_name[column].links
        rows = _positions(data.column(parent, "row"), asked)
    else:
        parent, started = _PARENTS.get(column, ("reps", ""))
        key = BY_NAME[parent].key[0]
        order = np.argsort(data.column(parent, started), kind="stable") if started else np.arange(data.size(parent))
        rows = _by_code(data.column(parent, key), asked, len(data.names), order)
    found = Link(rows, np.where(rows >= 0, BY_ID, NOT).astype(np.int8))
    if parent == "leads":
        _to_leads(data, table, found)
    elif parent == "customers":
        _to_customers(data, table, found)
    return found


def addresses(data: Tables, table: str) -> np.ndarray:
    """The e-mail of each row as a number (see `email_keys`), from the field for it or from a name that may be one; -1 where there is none."""
    if table not in _NAMES:
        return data.column(table, "email")
    return _per_name(data.column(table, _NAMES[table]), lambda codes: email_keys(data.names[c] for c in codes))


def _to_leads(data: Tables, table: str, found: Link) -> None:
    """Leads of rows that name none. A later lead of the same e-mail is an attendee's too (the event brought it), but never a deal's."""
    created = data.column("leads", "created")
    day = _event_days(data) if table == "attendance" else data.column(table, "created")
    if len(at := np.flatnonzero(found.by == NOT)):
        _take(found, at, BY_EMAIL, _latest(data.column("leads", "email"), created, addresses(data, table)[at], day[at], later=table == "attendance"))
    if len(at := np.flatnonzero(found.by == NOT)):
        named = data.column(table, "customer" if table == "deals" else "company")[at]
        held, asked = _companies(data, data.column("leads", "company"), named)
        _take(found, at, BY_COMPANY, _latest(held, created, asked, day[at]))


def _to_customers(data: Tables, table: str, found: Link) -> None:
    """Customers of rows whose own name is none. An NPS answer that names no customer may do so through the lead of its e-mail."""
    started, names = data.column("customers", "started"), data.column(table, "customer")
    if not len(started):
        return
    if len(at := np.flatnonzero(found.by == NOT)):
        mail = addresses(data, table)[at]
        _take(found, at, BY_EMAIL, _latest(data.column("customers", "email"), started, mail, np.full(len(at), _END)))
    if len(at := np.flatnonzero((found.by == NOT) & (names < 0))) and table == "nps" and data.size("leads"):
        day = data.column("nps", "date")[at]
        lead = _latest(data.column("leads", "email"), data.column("leads", "created"), addresses(data, "nps")[at], day, later=True)
        there = at[lead >= 0]
        held, asked = _companies(data, data.column("customers", "customer"), data.column("leads", "company")[lead[lead >= 0]])
        _take(found, there, BY_EMAIL, _latest(held, started, asked, np.full(len(there), _END)))
    if len(at := np.flatnonzero((found.by == NOT) & (names >= 0))):
        held, asked = _companies(data, data.column("customers", "customer"), names[at])
        _take(found, at, BY_COMPANY, _latest(held, started, asked, np.full(len(at), _END)))


def _take(found: Link, at: np.ndarray, by: int, rows: np.ndarray) -> None:
    there = rows >= 0
    found.rows[at[there]] = rows[there]
    found.by[at[there]] = by


def _event_days(data: Tables) -> np.ndarray:
    """The day of each attendance: its event's, else that of the registration, else the end of time."""
    event = data.link("attendance", "event").rows
    held = np.where(event >= 0, data.column("events", "date")[event], NO_DAY) if data.size("events") else np.full(len(event), NO_DAY)
    day = np.where(held == NO_DAY, data.column("attendance", "registered"), held)
    return np.where(day == NO_DAY, _END, day)


# -- matching -------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=200_000)
def company_form(name: str) -> str:
    """What names of one company have in common: the fingerprint; where digits number it, their order counts ("10-20" is not "20-10")."""
    return " ".join(words(name, "company")) if any(c.isdigit() for c in name) else fingerprint(name, "company")


def same_companies(names: Sequence[str], held: np.ndarray, asked: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Numbers for two columns of name codes, equal for names of one company; -1 for no name and for names without letters and digits."""
    numbers: dict[str, int] = {}

    def number(codes: np.ndarray) -> list[int]:
        forms = (company_form(names[int(c)]) for c in codes)
        return [numbers.setdefault(form, len(numbers)) if form else -1 for form in forms]

    return _per_name(held, number), _per_name(asked, number)


def _companies(data: Tables, held: np.ndarray, asked: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """As `same_companies`; nothing is worked out where one side is blank throughout."""
    if not (held >= 0).any() or not (asked >= 0).any():
        return np.full(len(held), -1), np.full(len(asked), -1)
    return same_companies(data.names, held, asked)


def _per_name(codes: np.ndarray, told: _Told) -> np.ndarray:
    """What is told of each name in use, spread over the rows; -1 where there is no name."""
    used = np.unique(codes[codes >= 0])
    if not len(used):
        return np.full(len(codes), -1, np.int64)
    table = np.array(told(used), np.int64)
    place = np.searchsorted(used, np.maximum(codes, used[0]))
    return np.where(codes >= 0, table[place], -1)


class _Told(Protocol):
    def __call__(self, codes: np.ndarray, /) -> list[int]: ...


def _latest(held: np.ndarray, held_day: np.ndarray, asked: np.ndarray, asked_day: np.ndarray, *, later: bool = False) -> np.ndarray:
    """Per asked key and day the position of the last held row of this key by that day (of equal days the last row), -1 where there is none.

    With `later`, where none is by that day, the first one after it.
    """
    rows = np.full(len(asked), -1, np.int64)
    at = np.flatnonzero((asked >= 0) & (asked_day != NO_DAY))
    if not len(at) or not len(held):
        return rows
    keys, wanted = np.unique(asked[at], return_inverse=True)
    known = np.flatnonzero((held >= 0) & (held_day != NO_DAY))
    place = np.minimum(np.searchsorted(keys, held[known]), len(keys) - 1)
    there = keys[place] == held[known]
    known, place = known[there], place[there]
    if not len(known):
        return rows
    low, span = -2**31, 2**32  # a key's days lie in a stretch of their own
    filed = place * span + (held_day[known].astype(np.int64) - low)
    order = np.argsort(filed, kind="stable")
    known, place, filed = known[order], place[order], filed[order]
    last = np.searchsorted(filed, wanted * span + (asked_day[at].astype(np.int64) - low), side="right") - 1
    for step, more in ((last, True), (last + 1, later)):
        near = np.clip(step, 0, len(known) - 1)
        right = more & (step >= 0) & (step < len(known)) & (place[near] == wanted) & (rows[at] < 0)
        rows[at[right]] = known[near[right]]
    return rows


def _positions(row_ids: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Position of each wanted row id in `row_ids`, -1 where it is not there."""
    if not len(row_ids):
        return np.full(len(wanted), -1, np.int64)
    order = np.argsort(row_ids, kind="stable")
    place = np.searchsorted(row_ids[order], wanted)
    place[place == len(row_ids)] = 0
    found = order[place]
    return np.where((wanted >= 0) & (row_ids[found] == wanted), found, -1)


def _by_code(keys: np.ndarray, wanted: np.ndarray, size: int, order: np.ndarray) -> np.ndarray:
    """Position of the last row in this order whose key is each wanted code, -1 where none is."""
    last = np.full(size + 1, -1, np.int64)
    there = order[keys[order] >= 0]
    last[keys[there]] = there
    return np.where(wanted >= 0, last[np.maximum(wanted, 0)], -1)
