"""What the visible screen asks for: a value that can be made before anything heavy is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Wanted:
    """"overview", "detail" (of `kpi`), "funnel" (`mode`), "planner" (`kind`), "import", "kept", "rates", "privacy", "health" or "names"; `by` is the
    dimension to break down by.

    "names" is of the names of `dimension` (a kind of metrics.names) with what was decided about them in `workspace`.
    """

    screen: str
    kpi: str = ""
    by: str | None = None
    mode: str = "period"
    kind: str = "channel"
    dimension: str = "channel"
    workspace: Path | None = None
