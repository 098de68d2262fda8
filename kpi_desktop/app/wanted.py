"""What the visible screen asks for: a value that can be made before anything heavy is loaded."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Wanted:
    """"overview", "detail" (of `kpi`), "funnel" (`mode`), "planner" (`kind`) or "import"; `by` is the dimension to break down by."""

    screen: str
    kpi: str = ""
    by: str | None = None
    mode: str = "period"
    kind: str = "channel"
