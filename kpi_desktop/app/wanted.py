"""What the visible screen asks for: a value that can be made before anything heavy is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kpi_desktop.app.budget import Asked
from kpi_desktop.app.plan import PlanAsked
from kpi_desktop.model.plans import Thresholds


@dataclass(frozen=True)
class Beside:
    """What stands beside the funnel's stages: the days of a `step` (a stage's id; "": the longest), a second funnel (`against` "period", or a
    dimension of which `pair` are two members; "": none), the breakdown as small `multiples`, and who is `stuck` at a stage ("": counted only), of those
    whom the funnel counts or of `everyone`."""

    step: str = ""
    against: str = ""
    pair: tuple[str, ...] = ()
    multiples: bool = False
    stuck: str = ""
    everyone: bool = False


@dataclass(frozen=True)
class Wanted:
    """"overview", "detail" (of `kpi`), "funnel" (`mode`, `beside`), "planner" (`kind`, with the thresholds of `trial` tried out), "hypotheses" (`kind`),
    "budget" (`kind`, `budget`), "plan" and "fact" (`plan`), "import", "kept", "rates", "privacy", "health" or "names"; `by` is the dimension to break down by.

    "names" is of the names of `dimension` (a kind of metrics.names) with what was decided about them in `workspace`; "funnel" lists rows from there.
    """

    screen: str
    kpi: str = ""
    by: str | None = None
    mode: str = "period"
    kind: str = "channel"
    dimension: str = "channel"
    workspace: Path | None = None
    beside: Beside = Beside()
    trial: Thresholds | None = None
    budget: Asked = Asked()
    plan: PlanAsked = PlanAsked()
