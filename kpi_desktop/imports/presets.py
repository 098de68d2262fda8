"""The shipped formats: what the exports of each tool look like, one TOML file each (see resources/formats/README.md). No tool is known by name here."""

from __future__ import annotations

import re
import tomllib
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import Any

from kpi_desktop import paths
from kpi_desktop.imports.statuses import Derived, dated
from kpi_desktop.imports.values import is_blank, to_day, to_number
from kpi_desktop.imports.words import normal
from kpi_desktop.model import decisions
from kpi_desktop.model.decisions import Rule, TableMapping
from kpi_desktop.model.schema import BY_NAME, Kind
from kpi_desktop.model.selection import day_number, day_of

Row = tuple[int, Sequence[str]]
Columns = Sequence[Sequence[str]]
_ABOVE = 12
"""How many lines right above a table may tell something about it."""
_HEAD = 60
"""How many lines at the top of a file are looked at for a table, and remembered."""
_WIDEST = 500
"""How many columns are looked at for a format's; the widest known export has 90."""
_NEVER = 1 << 60


@dataclass(frozen=True)
class Preset:
    """One format: how its table is told from others, and which fields its columns feed."""

    name: str
    signature: tuple[str, ...]
    without: tuple[str, ...]
    aliases: Mapping[str, tuple[str, ...]]
    opens: re.Pattern[str] | None
    after: re.Pattern[str] | None
    ends: re.Pattern[str] | None
    footer: re.Pattern[str] | None
    gaps: bool
    header_rows: int
    reason: str
    data: dict[str, Any] = field(repr=False)

    @property
    def feeds(self) -> tuple[str, ...]:
        """The tables it feeds; none where it is only known so that it is not taken for something else."""
        return tuple(part["table"] for part in self.data.get("tables", ()))

    @cached_property
    def _known_as(self) -> dict[str, tuple[str | re.Pattern[str], ...]]:
        """Every column name with what it may be called: normal forms, and patterns where "~" begins one."""
        told: dict[str, tuple[str | re.Pattern[str], ...]] = {}
        for name in (*self.signature, *self.without, *self.aliases):
            words = (name, *self.aliases.get(name, ()))
            told[name] = tuple(re.compile(w[1:], re.IGNORECASE) if w.startswith("~") else normal(w) for w in words)
        return told

    def column(self, name: str, names: Mapping[str, str]) -> str | None:
        """The header that a column of the format has here; `names` holds the headers by their normal form."""
        for one in self._known_as.get(name) or (normal(name),):
            found = names.get(one) if isinstance(one, str) else next((h for h in names.values() if one.search(h.strip())), None)
            if found is not None:
                return found
        return None

    def fits(self, cells: Sequence[str], names: Mapping[str, str], above: Sequence[Sequence[str]], head: Sequence[Row]) -> bool:
        """Whether a line is this format's line of column names."""
        if any(self.column(s, names) is None for s in self.signature) or any(self.column(s, names) is not None for s in self.without):
            return False
        if not self.gaps and any(not c.strip() for c in cells[:_width(cells)]):
            return False
        if self.after is not None and not any(self.after.search(_line(row)) for row in above[-1:]):
            return False
        return self.opens is None or any(self.opens.search(_line(row)) for _, row in head)

    def facts(self, above: Sequence[Sequence[str]], cells: Sequence[str]) -> dict[str, str]:
        """What the lines above the table say, by the names that the format gives it; the nearest line wins. The column names are told from as well."""
        told = {}
        for name, how in self.data.get("preamble", {}).items():
            value = _below(above, how["below"]) if "below" in how else _matched(above, cells, re.compile(how["match"], re.IGNORECASE))
            if value:
                told[name] = value
        return told

    def derived(self, header: Sequence[str], facts: Mapping[str, str]) -> list[Derived]:
        """The columns that are made, as far as their sources are there."""
        names, out = _by_normal(header), list[Derived]()
        for name, how in self.data.get("derived", {}).items():
            sources = [self.column(c, names) for c in how.get("columns", ())]
            known = [facts.get(f) for f in how.get("facts", ())]
            if self.column(name, names) is not None or None in sources or None in known:
                continue
            if how["step"] == "reached":
                dates = [found for c in how["first_of"] if (found := self.column(c, names)) is not None]
                out += [dated(name, how["field"], str(sources[0]), dates, how["words"])] if dates else []
            else:
                out.append(Derived(name, tuple(map(str, sources)), STEPS[how["step"]](tuple(map(str, known)), self.data.get("dates", "dmy"))))
        return out

    def mapping(self, header: Sequence[str], facts: Mapping[str, str], sample: Sequence[Row], table: str | None = None) -> decisions.Mapping:
        """What the format says of a file with this header; of one table of it where one is asked for."""
        wanted = [p for p in self.data["tables"] if table in (None, p["table"])]
        made = [self._part(p, _by_normal(header), facts) for p in wanted]
        parts = (*made[:1], *(p for p in made[1:] if _whole(p)))
        columns = {(p.table, f): [c[list(header).index(r.columns[0])] for _, c in sample] for p in parts for f, r in p.fields.items() if r.plain}
        dates = self._said("dates", [t for (of, f), ts in columns.items() if BY_NAME[of].by_name[f].kind is Kind.DAY for t in ts])
        decimal = self._said("decimal", [t for (of, f), ts in columns.items() if BY_NAME[of].by_name[f].kind is Kind.NUMBER for t in ts])
        return decisions.Mapping(self.name, parts, dates, decimal, self.data.get("currency", ""))

    def with_facts(self, mapping: decisions.Mapping, facts: Mapping[str, str]) -> decisions.Mapping:
        """A mapping made for another file of the format, with what stands above the table of this one: its event, its period."""
        own = {p["table"]: {f: Rule(constant=facts[fact]) for f, fact in p.get("from_preamble", {}).items() if fact in facts}
               for p in self.data.get("tables", ())}
        return replace(mapping, tables=tuple(
            replace(part, fields={f: r if r.columns else own.get(part.table, {}).get(f, r) for f, r in part.fields.items()}) for part in mapping.tables))

    def _said(self, what: str, texts: Iterable[str]) -> str:
        """What the format says of dates or decimals, unless the file itself shows otherwise."""
        said = self.data.get(what, "")
        other = {"dmy": "mdy", "mdy": "dmy", "comma": "point", "point": "comma"}.get(said, "")
        read = to_day if what == "dates" else to_number
        return "" if other and any(not _reads(read, t, said) and _reads(read, t, other) for t in texts if not is_blank(t)) else said

    def _part(self, part: dict[str, Any], names: Mapping[str, str], facts: Mapping[str, str]) -> TableMapping:
        fields: dict[str, Rule] = {}
        for key, said in part.get("columns", {}).items():
            how = said if isinstance(said, dict) else {"columns": said}
            wanted = how["columns"] if isinstance(how["columns"], list) else [how["columns"]]
            there = tuple(found for c in wanted if (found := self.column(c, names)) is not None)
            if there:
                fields[key] = Rule(there, joiner=how.get("joiner", " "), separator=how.get("separator", ""), part=how.get("part", 1))
        fields |= {key: Rule(constant=facts[fact]) for key, fact in part.get("from_preamble", {}).items() if fact in facts}
        fields |= {key: Rule(constant=str(value)) for key, value in part.get("constants", {}).items()}
        filters = [{found: tuple(words) for c, words in part.get(k, {}).items() if (found := self.column(c, names)) is not None} for k in ("only", "skip")]
        return TableMapping(part["table"], fields, part.get("values", {}), *filters)


def _whole(part: TableMapping) -> bool:
    """Whether the file has what a table needs; without it, a table beside the first one is left out."""
    table = BY_NAME[part.table]
    needed = ([f.name] for f in table.fields if f.required)
    return all(any(n in part.fields for n in group) for group in (*needed, *table.any_of))


def _reads(read: Callable[[str, str], float], text: str, way: str) -> bool:
    try:
        read(text, way)
    except (ValueError, OverflowError):
        return False
    return True


def _by_normal(cells: Sequence[str]) -> dict[str, str]:
    return {normal(c): c for c in reversed(cells) if c.strip()}


def _width(cells: Sequence[str]) -> int:
    return max((i + 1 for i, c in enumerate(cells) if c.strip()), default=0)


def _line(cells: Sequence[str]) -> str:
    return " ".join(bare for c in cells[:_WIDEST] if (bare := c.strip()))


def _below(above: Sequence[Sequence[str]], name: str) -> str:
    """The cell that stands under a name in the lines above."""
    for names, values in reversed(list(zip(above, above[1:]))):
        at = next((i for i, c in enumerate(names) if normal(c) == normal(name)), None)
        if at is not None and at < len(values):
            return values[at].strip()
    return ""


def _matched(above: Sequence[Sequence[str]], cells: Sequence[str], pattern: re.Pattern[str]) -> str:
    lines = (*(_line(row) for row in reversed(above)), *(c.strip() for c in cells))
    return next((m[1].strip() for line in lines if (m := pattern.search(line))), "")


def _days_after(facts: tuple[str, ...], dates: str) -> Callable[[Sequence[str]], str]:
    """A day counted from the first one, which is day 0."""
    first = to_day(facts[0], dates)
    return lambda cells: day_of(first + int(cells[0])).isoformat() if cells[0].strip().isdigit() else cells[0]


def _span(facts: tuple[str, ...], dates: str) -> Callable[[Sequence[str]], str]:
    """What kind of period two days bound; where it is none, that is said in words that no field takes for one."""
    first, last = (day_of(to_day(f, dates)) for f in facts)
    after = day_of(day_number(last) + 1)
    months = (after.year - first.year) * 12 + after.month - first.month
    whole = first.day == after.day == 1 and (first.month - 1) % max(1, months) == 0
    kind = {1: "month", 3: "quarter", 12: "year"}.get(months, "") if whole else ""
    days = day_number(after) - day_number(first)
    kind = kind or ("day" if days == 1 else "week" if days == 7 and first.weekday() == 0 else f"{first} – {last}")
    return lambda cells: kind


def _figures(of: Callable[[float, float], float]) -> Callable[[tuple[str, ...], str], Callable[[Sequence[str]], str]]:
    def made(cells: Sequence[str]) -> str:
        if any(is_blank(c) for c in cells):
            return ""
        first, second = (_number(c) for c in cells)
        return " ? ".join(cells) if first is None or second is None else repr(round(of(first, second), 6))

    return lambda facts, dates: made


def _number(text: str) -> float | None:
    try:
        return to_number(text)
    except (ValueError, OverflowError):
        return None


STEPS: Mapping[str, Callable[[tuple[str, ...], str], Callable[[Sequence[str]], str]]] = {
    "days_after": _days_after, "span": _span, "product": _figures(lambda a, b: a * b), "difference": _figures(lambda a, b: a - b),
}
"""The ways a column is made from others: what they need from above the table, then the cells of their sources."""


def parsed(data: dict[str, Any]) -> Preset:
    """A format from its TOML data."""
    aliases: dict[str, tuple[str, ...]] = {}
    for names in data.get("headers", {}).values():
        for name, words in names.items():
            aliases[name] = (*aliases.get(name, ()), *([words] if isinstance(words, str) else words))
    opens, after, ends, footer = (re.compile(data[k], re.IGNORECASE) if k in data else None for k in ("opens", "begins_after", "ends", "footer"))
    return Preset(data["name"], tuple(data["signature"]), tuple(data.get("without", ())), aliases, opens, after, ends, footer, data.get("gaps", False),
                  data.get("header_rows", 1), data.get("reason", ""), data)


@cache
def formats() -> tuple[Preset, ...]:
    """The shipped formats, the one with the longest signature first."""
    found = [parsed(tomllib.loads(p.read_text("utf-8"))) for p in sorted(paths.resource("formats").glob("*.toml"))]
    return tuple(sorted(found, key=lambda p: -len(p.signature)))


def named(name: str) -> Preset | None:
    """The format of that name."""
    return next((p for p in formats() if p.name == name), None)


@dataclass(frozen=True)
class Spot:
    """Where a format's table stands in a file: the index among the rows looked at, its line, its column names and what is told above it."""

    preset: Preset
    index: int
    line: int
    cells: list[str]
    facts: dict[str, str]


def has_sections(head: Sequence[Row]) -> bool:
    """Whether the top of a file looks like one that holds several tables, of which any may be wanted."""
    return any(p.opens is not None and p.ends is not None and any(p.opens.search(_line(row)) for _, row in head[:_HEAD]) for p in formats())


def locate(rows: Iterable[Row]) -> Spot | None:
    """The table in these rows that some format knows: one that feeds a table before one that is only known, then the longest signature, then the first."""
    head, best = list[Row](), None
    before: deque[Sequence[str]] = deque(maxlen=_ABOVE)
    waiting: list[tuple[int, Row, Preset, list[Sequence[str]]]] = []
    for index, row in enumerate(rows):
        if len(head) < _HEAD:
            head.append(row)
        for at, (line, cells), preset, above in waiting:
            if preset.header_rows == 1 and preset.ends is not None and preset.ends.search(_line(row[1])):
                continue
            names = list(cells) if preset.header_rows == 1 else _two_rows(cells, row[1])
            spot = Spot(preset, at, line if preset.header_rows == 1 else row[0], names, preset.facts(above, cells))
            best = spot if best is None or _rank(spot) > _rank(best) else best
        found = _fitting(row[1], before, head) if index < _HEAD or _anchored(row[1]) else None
        waiting = [(index, row, found, [*(cells for line, cells in head if line < row[0] and cells not in before), *before])] if found is not None else []
        before.append(row[1])
    return best


def _fitting(cells: Sequence[str], before: Iterable[Sequence[str]], head: Sequence[Row]) -> Preset | None:
    cells = cells[:_WIDEST]
    names, above = _by_normal(cells), [r for r in before if _line(r)]
    return next((p for p in formats() if p.fits(cells, names, above, head)), None)


def _rank(spot: Spot) -> tuple[bool, int]:
    return bool(spot.preset.feeds), len(spot.preset.signature)


def _anchored(cells: Sequence[str]) -> bool:
    return not _anchors().isdisjoint(c.strip().casefold() for c in cells)


@cache
def _anchors() -> frozenset[str]:
    """Column names that begin a table further down in a file of several."""
    return frozenset(a.casefold() for p in formats() if p.ends is not None for s in p.signature[:1] for a in (s, *p.aliases.get(s, ())))


def _two_rows(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """Column names that stand on two lines: the upper one, which reaches over blank cells, with the lower one where it tells columns apart."""
    out, last = [], ""
    for index in range(max(len(first), len(second))):
        upper, lower = (row[index].strip() if index < len(row) else "" for row in (first, second))
        last = upper or last
        out.append(upper or f"{last} – {lower}".strip(" –"))
    return out


def bounds(rows: Iterable[Row], spot: Spot) -> tuple[int, int]:
    """Where the tables of a file that holds several begin, and where this one ends: the line that is no longer part of it."""
    ends, begin = spot.preset.ends, 0
    for line, cells in rows:
        alone = not any(cells[1:]) or cells[0].startswith("#")
        if alone and ends is not None and ends.search(_line(cells)):
            begin = begin or line
            if line > spot.line:
                return begin, line
    return begin or 1, _NEVER
