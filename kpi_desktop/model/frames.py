"""What the store hands to the metrics: integer-coded frames of the ten tables and the visit bitmaps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kpi_desktop.model.decisions import Merge, Rate

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd  # pyright: ignore[reportMissingTypeStubs]
    from pyroaring import BitMap

_POSITIVE = 2**63 - 1


def email_keys(addresses: Iterable[str | None]) -> list[int]:
    """A number per address, the same for addresses that differ in case and surrounding space alone; -1 for a blank one.

    A pseudonym serves as well as an address. The numbers hold within one run of the program only; that two of a million addresses get one
    is as likely as 1 in 18 million.
    """
    return [(hash(a.strip().casefold()) & _POSITIVE) or -1 if a else -1 for a in addresses]


@dataclass(frozen=True)
class VisitCells:
    """Visitor-level visits: parallel arrays, one entry per import, day, channel and campaign.

    `day` int32 day numbers, `channel` and `campaign` int32 name codes (-1 none), `sessions` float64,
    `visitors` the compressed set of visitor numbers of each entry; `imports` the import that it came by (int32, None where nobody knows).
    """

    day: np.ndarray
    channel: np.ndarray
    campaign: np.ndarray
    sessions: np.ndarray
    visitors: list[BitMap]
    imports: np.ndarray | None = None


@dataclass(frozen=True)
class Frames:
    """One revision of the workspace's tables, read once.

    `tables[name]`: a frame with `row` (int64 row id), `import_id` (int32, the file it came from last) and one column per schema field, coded by kind:
    DAY int32 (NO_DAY missing), NAME int32 code into `names` (-1 missing), NUMBER float64 (NaN missing), FLAG int8
    (1, 0, -1 unknown), CHOICE int8 index (-1 missing), REF int64 row id in the linked table (-1 none), EMAIL int64 of `email_keys` (-1 none).
    ID and TEXT fields are not loaded. A table without rows may be missing. `tables["visits"]` holds aggregated lines only.
    """

    revision: int
    tables: Mapping[str, pd.DataFrame]
    names: tuple[str, ...]
    visits: VisitCells | None = None
    currency: str = "EUR"
    merges: tuple[Merge, ...] = ()
    rates: tuple[Rate, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict[str, int])
    """Rows per table, the visitor-level lines included."""
