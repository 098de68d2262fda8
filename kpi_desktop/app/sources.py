"""Which exports hold a table, what they must tell, and which kinds of files can be read."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_desktop.model.schema import BY_NAME, Field


@dataclass(frozen=True)
class Holding:
    """What is told of a table before it is imported: the known exports that feed it, the groups of fields of which one is needed, and the other fields."""

    table: str
    exports: tuple[str, ...]
    needed: tuple[tuple[Field, ...], ...]
    others: tuple[Field, ...]


def holding(table: str) -> Holding:
    """What holds a table."""
    from kpi_desktop.imports import presets

    found = BY_NAME[table]
    needed = (*((f,) for f in found.fields if f.required), *(tuple(found.by_name[n] for n in group) for group in found.any_of))
    told = {f.name for group in needed for f in group}
    exports = sorted({p.name for p in presets.formats() if table in p.feeds}, key=str.casefold)
    return Holding(table, tuple(exports), needed, tuple(f for f in found.fields if f.name not in told))


def endings() -> tuple[str, ...]:
    """The endings of the files that can be read."""
    from kpi_desktop.imports.readers import READERS

    return tuple(READERS)
