"""What a hypothesis is measured by, what it proposes and what the data answer: values that can be shown before anything heavy is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.plans import Hypothesis
from kpi_desktop.model.problem import Text
from kpi_desktop.planning.power import cost_needed, rate_needed

COST = "cost_per_sql"
METRICS: dict[str, Text] = {
    "visitors_leads": Text("Visitors who become leads"), "leads_mql": Text("Leads who become MQLs"), "leads_sql": Text("Leads who become SQLs"),
    "mql_sql": Text("MQLs who become SQLs"), "sql_won": Text("SQLs that are won"), COST: Text("Cost per SQL")}
"""What can be measured, with its name."""
CONFIRMED, REFUTED, NOT_YET, UNCLEAR = "confirmed", "refuted", "not_yet", "unclear"
ANSWERS: dict[str, Text] = {CONFIRMED: Text("Confirmed"), REFUTED: Text("Refuted"), NOT_YET: Text("Not yet"), UNCLEAR: Text("Cannot be told")}
"""What the data can answer, with its name."""


@dataclass(frozen=True)
class Measured:
    """A value (a fraction, or money per SQL) with its 95 % interval: `hits` of `of` observations, or `spend` for `of` SQLs."""

    value: float | None
    low: float | None
    high: float | None
    hits: float
    of: float
    spend: float = 0.0


@dataclass(frozen=True)
class Proposal:
    """A weak step of a practice as a hypothesis to take up. `more_sqls` (for the step to won: won deals) is what mending it to the portfolio's level
    would have brought in the period; `weeks` is how long `needed` observations take at the practice's pace, None where that cannot be told."""

    kind: str
    practice: str
    metric: str
    because: Text
    believe: Text
    change: Text
    then: Text
    own: Measured
    threshold: float
    more: float
    needed: int | None
    weeks: int | None
    start: date
    until: date
    impact: int
    confidence: int
    ease: int = 5

    @property
    def ice(self) -> int:
        """Impact x confidence x ease, 1 to 1,000."""
        return self.impact * self.confidence * self.ease


def sentence(h: Hypothesis | Proposal) -> Text:
    """A hypothesis in one sentence."""
    return Text("{because} – we believe: {believe}. If we {change}, then {then}.", because=h.because, believe=h.believe, change=h.change, then=h.then)


def unit_of(metric: str) -> Unit:
    """What a hypothesis's baseline and threshold are counted in."""
    return Unit.MONEY if metric == COST else Unit.RATE


@dataclass(frozen=True)
class Answer:
    """What the data say of a hypothesis so far: `told` is the sentence, `weeks_left` until enough observations at the present pace (None: unknown)."""

    state: str
    told: Text
    measured: Measured | None
    weeks_left: int | None = None


def needed_for(h: Hypothesis) -> int | None:
    """The observations that tell the threshold from the baseline."""
    if h.baseline is None or not h.known:
        return None
    return cost_needed(h.baseline, h.known, h.threshold) if h.metric == COST else rate_needed(h.baseline, h.known, h.threshold)
