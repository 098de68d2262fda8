"""Comparing column names: one normal form, and the names every field is known by."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kpi_desktop.model.schema import TABLES, Table

_GAPS = re.compile(r"[^\w]+|_+")


@cache
def normal(name: str) -> str:
    """The name without case, punctuation, underscores and doubled spaces ("Lead_ID " is "lead id")."""
    return _GAPS.sub(" ", name.casefold().replace("ё", "е").removesuffix("__c")).strip()


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
    return len({n for n in map(normal, cells) if n in known})
