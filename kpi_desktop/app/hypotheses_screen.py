"""The screen of hypotheses: those that are kept with what the data answer, and what the weak steps propose."""

from __future__ import annotations

from kpi_desktop.app.hypotheses import HypothesesShown, Kept
from kpi_desktop.metrics.dataset import Dataset, fold
from kpi_desktop.model.decided import Planned
from kpi_desktop.model.plans import Hypothesis
from kpi_desktop.model.selection import Selection
from kpi_desktop.planning.hypotheses import judge, propose, weeks_for
from kpi_desktop.planning.measures import baselines
from kpi_desktop.planning.tested import Measured
from kpi_desktop.planning.verdicts import review


def shown(data: Dataset, selection: Selection, kind: str, planned: Planned) -> HypothesesShown:
    """Propose from the period's practices; answer what is kept from all data."""
    found = review(data, selection, kind, planned=planned)
    known = baselines(data, selection, found, planned.groups)
    taken = {(h.kind, fold(h.practice), h.metric) for h in planned.hypotheses}
    proposed = tuple(p for p in propose(data, selection, found, known, planned.thresholds.weak) if (p.kind, fold(p.practice), p.metric) not in taken)
    kept = tuple(_kept(data, selection, h, planned, known if h.kind == kind else {})
                 for h in sorted(planned.hypotheses, key=lambda h: (-h.ice, h.until, h.key)))
    return HypothesesShown(selection, kind, kept, proposed, tuple(p.name for p in found.practices), known, found.warnings, data.currency)


def _kept(data: Dataset, selection: Selection, h: Hypothesis, planned: Planned, known: dict[str, dict[str, Measured]]) -> Kept:
    pace = known.get(h.metric, {}).get(h.practice)
    weeks = weeks_for(h.needed, pace.of, selection.period, data) if pace is not None else None
    return Kept(h, judge(data, h, planned.groups, selection.options.driver), weeks)
