"""Which rows of a file a table takes: only those with some words in a column, or all but those. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kpi_desktop.model.decisions import TableMapping

MOST_ROWS, MOST_VALUES = 200_000, 200
"""How far a file is read for the values of a column, and how many of them are offered."""


@dataclass(frozen=True)
class Filter:
    """Rows whose `column` holds one of these words are the only ones that are taken (`keep`), or are left out."""

    column: str
    keep: bool
    words: tuple[str, ...]


@dataclass(frozen=True)
class Values:
    """What a column holds: values as first spelt with their rows, the most frequent first; of how many rows; whether the file goes on beyond them."""

    column: str
    counts: tuple[tuple[str, int], ...]
    rows: int
    more: bool = False


def filters(part: TableMapping) -> tuple[Filter, ...]:
    """The filters of a table, one per column: what is both asked for and left out is left out."""
    out = []
    for column in dict.fromkeys((*part.only, *part.skip)):
        without = {folded(w) for w in part.skip.get(column, ())}
        if column in part.only:
            out.append(Filter(column, True, tuple(w for w in part.only[column] if folded(w) not in without)))
        else:
            out.append(Filter(column, False, part.skip[column]))
    return tuple(out)


def with_filter(part: TableMapping, column: str, chosen: Filter | None) -> TableMapping:
    """The same table with another filter on a column, or none; one without words asks for nothing."""
    only, skip = ({c: w for c, w in group.items() if c != column} for group in (part.only, part.skip))
    if chosen is not None and chosen.words:
        (only if chosen.keep else skip)[column] = chosen.words
    return replace(part, only=only, skip=skip)


def values(column: str, at: int, rows: Iterable[Sequence[str]], most: int = MOST_ROWS) -> Values:
    """What a column holds, as far as `most` rows tell; case and blanks around a value make no difference."""
    counted: Counter[str] = Counter()
    spelt: dict[str, str] = {}
    read, more = 0, False
    for cells in rows:
        if read == most:
            more = True
            break
        text = cells[at].strip() if at < len(cells) else ""
        counted[folded(text)] += 1
        spelt.setdefault(folded(text), text)
        read += 1
    return Values(column, tuple((spelt[w], n) for w, n in counted.most_common()), read, more)


def left_out(found: Values, chosen: Filter | None) -> int:
    """How many of the rows looked at a filter leaves out."""
    if chosen is None or not chosen.words:
        return 0
    words = {folded(w) for w in chosen.words}
    return sum(n for text, n in found.counts if (folded(text) in words) is not chosen.keep)


def offered(found: Values, chosen: Filter | None) -> Mapping[str, int]:
    """The values to choose from with their rows: those that were found, and those that the filter names and the file does not hold."""
    out = dict(found.counts[:MOST_VALUES])
    known = {folded(t): n for t, n in found.counts}
    there = {folded(t) for t in out}
    for word in chosen.words if chosen is not None else ():
        if folded(word) not in there:
            out[word] = known.get(folded(word), 0)
    return out


def folded(text: str) -> str:
    """A value as it is compared."""
    return text.strip().casefold()
