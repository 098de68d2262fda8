"""Decisions that name persons (merges, rules, targets, verdicts and their notes), with the persons replaced or forgotten."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from typing import Any

from kpi_desktop.model.privacy import GONE, Privacy
from kpi_desktop.model.schema import TABLES

_WRITTEN = frozenset(("text", "owner", "note", "because", "believe", "change", "then"))
"""Fields of plans and hypotheses that hold a person's own words."""
_DIMENSION = {"person": "owner"}
"""The field that stands for a kind of names, where it is called otherwise."""


def rewrite(db: sqlite3.Connection, privacy: Privacy) -> int:
    """Treat every decision as if it were made now; one about a forgotten person goes. Returns how many went or changed."""
    count = 0
    for table, dimension, members in (("merges", "dimension", ("name", "canonical")), ("targets", "dimension", ("member",)),
                                      ("verdicts", "kind", ("practice",))):
        count += _table(db, table, dimension, members, privacy)
    for kind, practice, note in db.execute("SELECT kind, practice, note FROM verdicts").fetchall():
        if (new := privacy.prose(note)) != note:
            db.execute("UPDATE verdicts SET note = ? WHERE kind = ? AND practice = ?", (new, kind, practice))
            count += 1
    count += _setting(db, "planned", {}, lambda held: _planned(held, privacy))
    count += _setting(db, "name_rules", [], lambda rules: [r for rule in rules if (r := _rule(rule, privacy)) is not None])
    return count + _setting(db, "names_apart", {}, lambda held: {k: _apart(k, groups, privacy) for k, groups in held.items()})


def _reader(dimension: str, privacy: Privacy) -> Callable[[str], str]:
    """What a member of a dimension becomes; GONE where it is forgotten."""
    places = [(t, f) for t in TABLES for f in t.fields if f.name == _DIMENSION.get(dimension, dimension)]
    read = privacy.reader(*places[0]) if places else None

    def member(text: str) -> str:
        if not text or read is None:
            return text
        return GONE if privacy.forgotten and privacy.is_forgotten(text) else read(text)

    return member


def _table(db: sqlite3.Connection, table: str, dimension: str, members: tuple[str, ...], privacy: Privacy) -> int:
    cursor = db.execute(f"SELECT * FROM {table}")
    columns = [c[0] for c in cursor.description]
    count = 0
    for row in cursor.fetchall():
        old = dict(zip(columns, row))
        new = old | {m: _reader(old[dimension], privacy)(old[m]) for m in members}
        if new == old:
            continue
        count += 1
        db.execute(f"DELETE FROM {table} WHERE {' AND '.join(f'{c} IS ?' for c in columns)}", row)
        said = [new[m] for m in members]
        if GONE not in said and (len(said) == 1 or said[0] != said[1]):  # two spellings of one person need no merge
            db.execute(f"INSERT OR REPLACE INTO {table} VALUES ({', '.join('?' * len(columns))})", tuple(new.values()))
    return count


def _rule(rule: list[Any], privacy: Privacy) -> list[Any] | None:
    """A rule with its persons replaced; None where it could not hold any more."""
    kind, how, text, canonical = rule
    read = _reader(kind, privacy)
    new = read(canonical)
    if how == "equals":
        told = read(text)
    elif privacy.struck(text) != text or (new != canonical and kind == "person"):
        return None  # pseudonyms begin and end like no name
    else:
        told = privacy.masked(text)
    return None if GONE in (told, new) else [kind, how, told, new]


def _apart(kind: str, groups: list[list[str]], privacy: Privacy) -> list[list[str]]:
    read = _reader(kind, privacy)
    found = [sorted({n for name in group if (n := read(name)) != GONE}) for group in groups]
    return sorted(g for g in found if len(g) > 1)


def _planned(held: Any, privacy: Privacy, key: str = "") -> Any:
    """Plans, actions and hypotheses with persons replaced in whatever a person wrote; an action of a forgotten person has no owner any more."""
    if isinstance(held, dict):
        return {k: _planned(v, privacy, k) for k, v in held.items()}
    if isinstance(held, list):
        return [_planned(v, privacy, key) for v in held]
    if not isinstance(held, str) or key not in _WRITTEN:
        return held
    if key == "owner" and held and privacy.forgotten and privacy.is_forgotten(held):
        return ""
    return privacy.prose(held)


def _setting(db: sqlite3.Connection, key: str, default: Any, change: Callable[[Any], Any]) -> int:
    row = db.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
    old = default if row is None else json.loads(row[0])
    new = change(old)
    if new == old:
        return 0
    db.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (key, json.dumps(new)))
    return 1
