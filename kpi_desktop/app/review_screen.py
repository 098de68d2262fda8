"""The review of practices as its page shows it, with thresholds that are tried out beside those in force."""

from __future__ import annotations

from dataclasses import replace

from kpi_desktop.app.screens import PlannerShown, Turned
from kpi_desktop.app.wanted import Wanted
from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.model.decided import Decided
from kpi_desktop.model.selection import Selection
from kpi_desktop.planning.pictures import bubbles, practices
from kpi_desktop.planning.practices import Review, practice_name
from kpi_desktop.planning.verdicts import review


def shown(wanted: Wanted, data: Dataset, selection: Selection, decided: Decided) -> PlannerShown:
    """The practices of a kind under the thresholds that are tried, else under those in force."""
    kept, kind = decided.planned, wanted.kind
    tried = kept if wanted.trial is None else replace(kept, thresholds=wanted.trial)
    found = review(data, selection, kind, decided.verdicts, tried)
    turned = _turned(review(data, selection, kind, decided.verdicts, kept), found) if tried != kept else ()
    return PlannerShown(selection, found, practices(found, data.currency), data.currency, bubbles(found, data.currency), kept.thresholds, turned)


def _turned(before: Review, after: Review) -> tuple[Turned, ...]:
    then = {p.name: p.computed_verdict for p in before.practices}
    return tuple(Turned(practice_name(p.name, after.kind), then[p.name], p.computed_verdict, p.own is not None)
                 for p in after.practices if then[p.name] != p.computed_verdict)
