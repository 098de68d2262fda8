"""How rows of one table found theirs in another: the ways, and the shares of each."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_desktop.metrics.rows import Rows
from kpi_desktop.model.problem import Text

NOT, BY_ID, BY_EMAIL, BY_COMPANY = range(4)
BY = (Text("Not linked"), Text("By id or name"), Text("By e-mail"), Text("By company"))
"""How a row found the one that it belongs to, by code."""


@dataclass(frozen=True)
class Share:
    """How many rows of one table find theirs in another, by each means in the order of BY, and the rows that do not."""

    label: Text
    counts: tuple[int, ...]
    unlinked: Rows

    @property
    def linked(self) -> float:
        """The share that found theirs, 0 to 1."""
        return 1 - self.counts[NOT] / sum(self.counts)
