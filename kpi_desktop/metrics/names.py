"""Names that are probably one thing: spelled alike, nearly alike, or called so by a person's rule. Proposals only; nothing is merged here.

Whether two names are alike depends on the two alone, so proposals do not hang on their order, and what was merged is not proposed again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from kpi_desktop.metrics.spelling import fingerprint, fold, words
from kpi_desktop.model.decisions import NameRule
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import TABLES, Kind

if TYPE_CHECKING:
    from kpi_desktop.metrics.dataset import Dataset

KINDS: Mapping[str, tuple[Text, tuple[str, ...]]] = {
    "channel": (Text("Channels"), ("channel",)), "campaign": (Text("Campaigns"), ("campaign",)),
    "company": (Text("Companies and customers"), ("company", "customer")), "person": (Text("Salespeople"), ("owner", "rep", "manager")),
}
"""What names can be merged in: a label, and the fields that hold such names (a merge holds in all of them)."""
HOWS: Mapping[str, Text] = {"contains": Text("contains"), "begins": Text("begins with"), "equals": Text("equals"), "matches": Text("matches the expression")}
"""How a rule looks at a name."""

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Named:
    """A name as it stands now, and how many rows carry it."""

    name: str
    rows: int


@dataclass(frozen=True)
class Cluster:
    """Names that may be one thing, the most frequent first. `why` is "same" (but for case, marks, word order or legal form), "near" or "rule"."""

    canonical: str
    names: tuple[Named, ...]
    why: str
    rule: NameRule | None = None

    @property
    def rows(self) -> int:
        """Rows that would change their name."""
        return sum(n.rows for n in self.names if fold(n.name) != fold(self.canonical))


def counted(data: Dataset, kind: str) -> dict[str, int]:
    """Every name of a kind, as merged by now, with the rows that carry it (for visits: visitors a day)."""
    import numpy as np  # not before the window shows, which knows this module's words

    total = np.zeros(len(data.names) + 1, np.int64)
    for table in TABLES:
        for field in table.fields:
            if field.name in KINDS[kind][1] and field.kind is Kind.NAME and data.size(table.name):
                total += np.bincount(data.column(table.name, field.name) + 1, minlength=len(total))
    if kind in ("channel", "campaign") and (cells := data.visit_cells) is not None:
        seen = np.array([len(v) for v in cells.visitors], np.int64)
        total += np.bincount(data.canonical(kind, getattr(cells, kind)) + 1, seen, minlength=len(total)).astype(np.int64)
    return {data.names[code - 1]: int(total[code]) for code in np.flatnonzero(total) if code}


# -- proposals ------------------------------------------------------------------------------------------------------------


def proposals(names: Mapping[str, int], kind: str = "", rules: Sequence[NameRule] = (), apart: Iterable[Collection[str]] = ()) -> tuple[Cluster, ...]:
    """Names to be merged: first by the person's rules, then by likeness; those that would change most rows first.

    `names` gives rows per name; `apart` are sets of names that the person said are not the same: no two of a set come into one proposal.
    """
    foes: dict[str, set[str]] = {}
    for group in apart:
        folded = {fold(n) for n in group}
        for name in folded:
            foes.setdefault(name, set()).update(folded - {name})
    ruled = [_by_rule(rule, found, names) for rule, found in _ruled(names, rules, foes).items()]
    taken = {n.name for c in ruled for n in c.names if fold(n.name) != fold(c.canonical)}
    alike = _alike({n: rows for n, rows in names.items() if n not in taken}, kind, foes)
    near = [_cluster(group, names, kind) for group in alike]
    order = sorted(near, key=lambda c: (-c.rows, c.canonical))
    return (*ruled, *order)


def matches(rule: NameRule, name: str) -> bool:
    """Whether a rule speaks of a name; an expression that cannot be read speaks of none."""
    text, shown = fold(rule.text), fold(name)
    if rule.how == "matches":
        pattern = _pattern(rule.text)
        return pattern is not None and pattern.search(name) is not None
    if not text:
        return False
    return {"contains": text in shown, "begins": shown.startswith(text), "equals": shown == text}[rule.how]


@lru_cache(maxsize=500)
def _pattern(text: str) -> re.Pattern[str] | None:
    try:
        return re.compile(text, re.IGNORECASE) if text else None
    except re.error:
        return None


def readable(rule: NameRule) -> bool:
    """Whether a rule says something: a name to give, and a text or a well-formed expression to look for."""
    return bool(fold(rule.canonical) and fold(rule.text)) and (rule.how != "matches" or _pattern(rule.text) is not None)


def _ruled(names: Mapping[str, int], rules: Sequence[NameRule], foes: Mapping[str, Set[str]]) -> dict[NameRule, list[str]]:
    """The names that each rule would change; the first rule that speaks of a name decides."""
    found: dict[NameRule, list[str]] = {}
    for name in names:
        rule = next((r for r in rules if readable(r) and matches(r, name)), None)
        if rule is not None and fold(rule.canonical) not in foes.get(fold(name), set()) | {fold(name)}:
            found.setdefault(rule, []).append(name)
    return {r: found[r] for r in rules if r in found}


def _by_rule(rule: NameRule, found: list[str], names: Mapping[str, int]) -> Cluster:
    there = [n for n in names if fold(n) == fold(rule.canonical)]
    return Cluster(there[0] if there else rule.canonical, _sorted([*found, *there], names), "rule", rule)


def _cluster(group: Sequence[str], names: Mapping[str, int], kind: str) -> Cluster:
    """A proposal under the first name of a group, which no other has more rows than."""
    members = tuple(sorted(_sorted(group, names), key=lambda n: (-n.rows, n.name != group[0])))
    same = len({fingerprint(n.name, kind) for n in members}) == 1
    return Cluster(members[0].name, members, "same" if same else "near")


def _sorted(group: Iterable[str], names: Mapping[str, int]) -> tuple[Named, ...]:
    return tuple(sorted((Named(n, names[n]) for n in group), key=lambda n: (-n.rows, n.name)))


# -- likeness -------------------------------------------------------------------------------------------------------------


def _alike(names: Mapping[str, int], kind: str, foes: Mapping[str, Set[str]]) -> list[list[str]]:
    """Groups of names that are alike, each with the name first that it goes by; names that are no match never share a group.

    Equal forms are together. Near ones gather around the most frequent: a slip away from it, not from one another, so that no chain of slips leads to
    quite another name, and what remains after a merge is near nothing.
    """
    ordered = sorted(names, key=lambda n: (-names[n], n))
    groups = _Groups(ordered, foes)
    by_print: dict[str, list[int]] = {}
    by_text: dict[str, list[int]] = {}
    spoken = [words(n, kind) for n in ordered]
    for at, found in enumerate(spoken):
        if found:
            by_print.setdefault(" ".join(sorted(found)), []).append(at)
            by_text.setdefault("".join(found), []).append(at)
    for same in (*by_print.values(), *by_text.values()):
        for at in same[1:]:
            groups.join(same[0], at)
        for k, a in enumerate(same[1:], 1):  # where the first is a foe, the others may still be one
            for b in same[k + 1:] if foes else ():
                groups.join(a, b)
    links: dict[int, set[int]] = {}
    for a, b in _near(by_text, spoken):
        for i, j in {(groups.top(i), groups.top(j)) for i in by_text[a] for j in by_text[b]}:
            if i != j:
                links.setdefault(i, set()).add(j)
                links.setdefault(j, set()).add(i)
    groups.gather(links, [names[n] for n in ordered])
    return [[ordered[at] for at in members] for members in groups.found()]


class _Groups:
    """Names joined pair by pair; a join that would bring two foes together is not made."""

    def __init__(self, names: Sequence[str], foes: Mapping[str, Set[str]]) -> None:
        self._up = list(range(len(names)))
        self._foes = foes
        self._members = {at: {fold(n)} for at, n in enumerate(names)} if foes else {}

    def top(self, at: int) -> int:
        """The first of the names that one is together with."""
        while self._up[at] != at:
            self._up[at] = self._up[self._up[at]]
            at = self._up[at]
        return at

    def gather(self, links: Mapping[int, Set[int]], rows: Sequence[int]) -> None:
        """Put each group together with those that are linked to it and to no greater one; of equally great ones, that with more links takes first."""
        taken = set[int]()
        for centre in sorted(links, key=lambda at: (-rows[at], -len(links[at]), at)):
            if centre not in taken:
                taken.add(centre)
                taken |= {other for other in sorted(links[centre] - taken) if self._put(centre, other)}

    def join(self, a: int, b: int) -> None:
        """Put the groups of two names together, under the first of all."""
        low, high = sorted((self.top(a), self.top(b)))
        if low != high:
            self._put(low, high)

    def _put(self, top: int, other: int) -> bool:
        """Put a group to another one, unless foes would meet; whether it was."""
        if self._foes:
            mine, theirs = self._members[top], self._members[other]
            if any(self._foes.get(n, set()) & theirs for n in mine):
                return False
            mine |= theirs
        self._up[other] = top
        return True

    def found(self) -> list[list[int]]:
        """The groups of two and more."""
        groups: dict[int, list[int]] = {}
        for at in range(len(self._up)):
            groups.setdefault(self.top(at), []).append(at)
        return [sorted(g, key=lambda at: at != top) for top, g in groups.items() if len(g) > 1]


def _slips(length: int) -> int:
    """How many letters may be wrong, added, missing or swapped in a text of this length."""
    return 0 if length < 5 else 1 if length < 12 else 2


def _near(texts: Mapping[str, list[int]], spoken: Sequence[tuple[str, ...]]) -> set[tuple[str, str]]:
    """Pairs of texts that a slip or two turn into each other. Different digits are different things (2023 and 2024, ids), not slips,
    and the first letter is the one that people get right (“Email” is no slip of “Gmail”)."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found: set[tuple[str, str]] = set()
    for group in _comparable(texts):
        pieces: dict[tuple[int, int, str], list[str]] = {}
        for text in sorted(group, key=lambda t: (len(t), t)):
            likely = {c for key in _keys(text) for c in pieces.get(key, ())}
            close = process.extract(text, likely, scorer=OSA.distance, score_cutoff=_slips(len(text)), limit=None) if likely else ()
            for other, distance, _ in close:
                if distance <= _slips(len(other)) and any(_word_by_word(spoken[i], spoken[j]) for i in texts[text] for j in texts[other]):
                    found.add((other, text) if other < text else (text, other))
            for at, start, size in _cut(len(text)):
                pieces.setdefault((len(text), at, text[start:start + size]), []).append(text)
    return found


def _comparable(texts: Iterable[str]) -> Iterable[list[str]]:
    groups: dict[tuple[str, ...], list[str]] = {}
    for text in texts:
        if len(text) >= 5:
            groups.setdefault((text[0], *_DIGITS.findall(text)), []).append(text)
    return (g for g in groups.values() if len(g) > 1)


def _cut(length: int) -> Iterator[tuple[int, int, int]]:
    """(number, start, size) of the pieces of a text of this length: one of them is whole after the slips it may have, and a swap across two."""
    parts, start = _slips(length) + 2, 0
    for at in range(parts):
        size = length // parts + (at >= parts - length % parts)
        yield at, start, size
        start += size


def _keys(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a near text that is as long or shorter would be filed: its length, the number of a piece and the piece."""
    for length in range(max(5, len(text) - 2), len(text) + 1):
        longer, last = len(text) - length, _slips(length) + 1
        for at, start, size in _cut(length):
            for shift in range(max(-at, longer - (last - at)), min(at, longer + last - at) + 1):
                if 0 <= start + shift <= len(text) - size:
                    yield length, at, text[start + shift:start + shift + size]


def _word_by_word(a: Sequence[str], b: Sequence[str]) -> bool:
    """Names of as many words are near only where each word is: “male” is no slip of “female”, nor “cpc” of “cpm”, but “ads” is of “adss”. Of more words,
    one that holds all of the other and a word beside it is another thing: “Dashboard BI” is not “Dashboard”, but “Face book” is “Facebok”."""
    short, long = sorted((a, b), key=len)
    if len(short) == len(long):
        return _each_near(short, long)
    return len(long) - len(short) > 2 or not any(_each_near(short, kept) for kept in combinations(long, len(short)))


def _each_near(a: Sequence[str], b: Sequence[str]) -> bool:
    from rapidfuzz.distance import OSA

    return all(x == y or OSA.distance(x, y) <= (_slips(min(len(x), len(y))) or (len(x) != len(y) and min(len(x), len(y)) > 2)) for x, y in zip(a, b))
