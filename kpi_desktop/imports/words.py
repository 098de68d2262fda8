"""Comparing column names: one normal form, and the names every field is known by."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
SINGULAR = 0.9
"""How close the singular of a name is to it."""


@cache
def forms(name: str) -> tuple[tuple[str, float], ...]:
    """The normal forms that a column name can be known by, each with how close it is to the name: as it stands, its humps parted ("LeadSource"),
    without a unit ("Cost (USD)", "Сумма, руб."), without what it belongs to ("Deal - Value") and in the singular."""
    parted = _HUMPS.sub(" ", name) if " " not in name.strip() else name
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


@cache
def _all_names() -> frozenset[str]:
    return frozenset(n for table in TABLES for names in field_names(table).values() for n in names)


def known_headers(cells: Iterable[str]) -> int:
    """How many of the cells are column names that some table knows."""
    known = _all_names()
    return len({normal(cell) for cell in islice(cells, _LOOKED_AT) if len(cell) <= _LONGEST and any(form in known for form, _ in forms(cell))})
