"""The names that rows carry as codes: folded, and merged as the person decided, dimension by dimension."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from kpi_desktop.metrics.spelling import fold
from kpi_desktop.model.decisions import Merge


class Vocabulary:
    """Names by code, in the order in which they were first written."""

    def __init__(self, names: Iterable[str], merges: Iterable[Merge], more: Iterable[str] = ()) -> None:
        self._merges = [m for m in merges if fold(m.canonical)]
        self._folded: dict[str, int] = {}
        self._canon: dict[str, np.ndarray] = {}
        self.names: list[str] = []
        self._firsts = np.zeros(0, np.int32)
        self._add(names)
        self._add([*self._new(self._merges), *more])

    def _new(self, merges: Iterable[Merge]) -> list[str]:
        return list(dict.fromkeys(m.canonical for m in merges if fold(m.canonical) not in self._folded))

    def _add(self, names: Iterable[str]) -> None:
        """Add names; a million of them are folded once, not once per dimension."""
        seen, start, added = self._folded.setdefault, len(self.names), list(names)
        firsts = [seen(fold(name), code) for code, name in enumerate(added, start)]
        self.names += added
        self._firsts = np.concatenate([self._firsts, np.array(firsts, np.int32)])

    def merged(self, merges: Iterable[Merge]) -> Vocabulary:
        """This vocabulary with more merges; codes stay as they are."""
        made = Vocabulary((), ())
        more = [m for m in merges if fold(m.canonical)]
        made._merges, made._folded, made.names, made._firsts = [*self._merges, *more], dict(self._folded), [*self.names], self._firsts
        made._add(made._new(more))
        return made

    def code(self, name: str) -> int:
        """The folded code of a name, -1 where nobody bears it."""
        return self._folded.get(fold(name), -1)

    def canonical(self, dimension: str, codes: np.ndarray) -> np.ndarray:
        """Codes after folding case and space and after the person's merges for this dimension."""
        if dimension not in self._canon:
            step = {self.code(m.name): self.code(m.canonical) for m in self._merges if m.dimension == dimension}
            self._canon[dimension] = self._firsts
            if step:
                ends = np.arange(len(self.names), dtype=np.int32)
                for code in step:
                    if code >= 0:
                        ends[code] = _end(code, step)
                self._canon[dimension] = ends[self._firsts]
        result = codes.copy()
        there = codes >= 0
        result[there] = self._canon[dimension][codes[there]]
        return result


def _end(code: int, step: Mapping[int, int]) -> int:
    """Where a chain of merges leads; a circle ends where it closes."""
    seen = {code}
    while (code := step.get(code, code)) not in seen:
        seen.add(code)
    return code
