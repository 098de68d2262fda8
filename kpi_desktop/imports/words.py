"""Comparing column names: one normal form, and the names every field is known by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import islice

from kpi_desktop.model.schema import TABLES, Table

_GAPS = re.compile(r"[^\w]+|_+")


@cache
def normal(name: str) -> str:
    """The name without case, punctuation, underscores and doubled spaces ("Lead_ID " is "lead id")."""
    return _GAPS.sub(" ", name.casefold().replace("ё", "е").removesuffix("__c")).strip()


_HUMPS = re.compile(r"(?<=[a-zа-я0-9])(?=[A-ZА-Я])|(?<=[A-ZА-Я])(?=[A-ZА-Я][a-zа-я])")
_UNIT = re.compile(r"\s*[(\[][^()\[\]]{1,12}[)\]]\s*$|,\s*[^\W\d]{1,4}\.?$|\s+(usd|eur|rub|gbp|руб\.?|₽|\$|€)$", re.IGNORECASE)
_OWNER = re.compile(r"^(deal|lead|opportunity|contact|account|person|organization|сделка|лид|контакт|компания)\s*[-:.–]\s*(?=\S)", re.IGNORECASE)


_LOOKED_AT, _LONGEST = 500, 80
"""How many cells of a line, of how many letters, are looked at for column names that some table knows."""
DESCRIBED = frozenset({"table", "field", "column", "variable", "variables", "таблица", "поле", "столбец", "колонка"})
DESCRIPTION = frozenset({"description", "variables description", "meaning", "definition", "описание", "значение поля"})
"""Column names of a file that describes the columns of others."""
SINGULAR = 0.9
"""How close the singular of a name is to it."""


@cache
def forms(name: str) -> tuple[tuple[str, float], ...]:
    """The normal forms that a column name can be known by, each with how close it is to the name: as it stands, its humps parted ("LeadSource"),
    without a unit ("Cost (USD)", "Сумма, руб."), without what it belongs to ("Deal - Value") and in the singular."""
    parted = _HUMPS.sub(" ", name.replace("№", "номер ").replace("#", "number "))
    bare = _UNIT.sub("", parted)
    own = _OWNER.sub("", bare)
    found = {normal(name): 1.0}
    for form, close in ((parted, 1.0), (bare, 0.98), (own, 0.95)):
        found.setdefault(normal(form), close)
    last = normal(bare)
    if re.search(r"[a-rt-z]s$", last) and len(last) > 4:
        found.setdefault(last[:-1], SINGULAR)
    return tuple((f, c) for f, c in found.items() if f)


@cache
def field_names(table: Table) -> dict[str, dict[str, float]]:
    """For each field of a table: normal names it is known by, with a weight (its own name 1.0, label 0.95, synonyms from 0.9 down)."""
    out: dict[str, dict[str, float]] = {}
    for field in table.fields:
        names: dict[str, float] = {normal(field.name): 1.0}
        names.setdefault(normal(str(field.label)), 0.95)
        for rank, word in enumerate(field.synonyms):
            names.setdefault(normal(word), 0.9 - 0.005 * rank)
        out[field.name] = names
    return out


_PATTERNS = {("nps", "score"): re.compile(r"likely.*recommend|recommend.*(friend|colleague)|nps\b.*0.*10|рекоменд|посовет", re.IGNORECASE)}
"""Fields that go by a whole question."""
_ASKED = 0.8


def asked(table: str, name: str) -> tuple[str, float] | None:
    """The field whose question a column name is, with a weight."""
    return next(((f, _ASKED) for (t, f), question in _PATTERNS.items() if t == table and question.search(name)), None)


_THING: Mapping[str, frozenset[str]] = {
    "leads": frozenset(["lead", "лид", "лида", "заявка", "заявки", "обращения", "enquiry", "inquiry"]),
    "deals": frozenset(["deal", "opportunity", "сделка", "сделки", "договора", "контракта"]),
    "customers": frozenset(["customer", "subscription", "contract", "client", "клиента", "подписки", "договора"]),
    "invoices": frozenset(["invoice", "sale", "sales", "order", "документа", "продажи", "счета", "заказа", "реализации"]),
    "nps": frozenset(["survey", "response", "respondent", "nps", "ответа", "опроса", "респондента"]),
    "spend": frozenset(["ad", "ads", "advertising", "рекламы", "рекламный"]),
    "attendance": frozenset(["attendee", "participant", "участника"]), "events": frozenset(["event", "webinar", "мероприятия", "вебинара"]),
    "visits": frozenset(["session", "visit", "визита", "сеанса"]), "reps": frozenset(["rep", "sales", "менеджера"]),
}
"""What the rows of a table are called; a column name need not say it ("Lead source", "Источник заявки")."""
_UNSAID = 0.85


@cache
def forms_in(table: str, name: str) -> tuple[tuple[str, float], ...]:
    """The forms of a column name, also without the word for the rows of a table."""
    found = dict(forms(name))
    for form, close in forms(name):
        rest = " ".join(w for w in form.split() if w not in _THING[table])
        if rest and rest != form:
            found.setdefault(rest, close * _UNSAID)
    return tuple(found.items())


@cache
def _all_names() -> frozenset[str]:
    return DESCRIBED | DESCRIPTION | {n for table in TABLES for names in field_names(table).values() for n in names}


def known_headers(cells: Iterable[str]) -> int:
    """How many of the cells are column names that some table knows."""
    known = _all_names()
    return len({normal(cell) for cell in islice(cells, _LOOKED_AT) if len(cell) <= _LONGEST and any(form in known for form, _ in forms(cell))})
