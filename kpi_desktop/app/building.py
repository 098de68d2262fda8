"""From the data and a selection to what a screen draws. Plain functions, run off the window's thread."""

from __future__ import annotations

from dataclasses import replace

from kpi_desktop.app import funnel_screen, names
from kpi_desktop.app.reporting import span
from kpi_desktop.app.screens import DetailShown, FunnelShown, Overview, PlannerShown
from kpi_desktop.app.wanted import Wanted
from kpi_desktop.metrics import health, pictures
from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.registry import KPIS, Progress, compute
from kpi_desktop.metrics.result import KpiState
from kpi_desktop.model.decisions import Verdict
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import DIMENSIONS
from kpi_desktop.model.selection import Selection
from kpi_desktop.planning.pictures import practices
from kpi_desktop.planning.verdicts import review
from kpi_desktop.store.workspace import Workspace

Dimensions = tuple[tuple[str, Text], ...]


def build(wanted: Wanted, data: Dataset, selection: Selection, decided: tuple[Verdict, ...], progress: Progress) -> object:
    """The screen asked for."""
    progress(0.0, 1.0)
    makers = {"overview": _overview, "detail": _detail, "funnel": _funnel, "planner": _planner, "names": _names, "health": _health}
    return makers[wanted.screen](wanted, data, selection, decided, progress)


def _overview(wanted: Wanted, data: Dataset, selection: Selection, decided: tuple[Verdict, ...], progress: Progress) -> Overview:
    days = span(data)
    return Overview(compute(data, selection, progress=progress, full=False), days, days is None)


def _detail(wanted: Wanted, data: Dataset, selection: Selection, decided: tuple[Verdict, ...], progress: Progress) -> DetailShown:
    kpi = next(k for k in KPIS if k.id == wanted.kpi)
    dimensions = _offered(data, kpi.dimensions)
    by = wanted.by if wanted.by in dict(dimensions) else dimensions[0][0] if dimensions else None
    chosen = replace(selection, by=by)
    state = compute(data, chosen, only=(kpi.id,), progress=progress).kpis[0]
    bars = pictures.bars(state, data.currency, by) if by is not None else None
    return DetailShown(chosen, state, data.currency, pictures.trend(state, data.currency, selection.period), bars, dimensions, kpi.formula, provenance(state))


def _offered(data: Dataset, dimensions: tuple[str, ...]) -> Dimensions:
    return tuple((d, DIMENSIONS[d]) for d in DIMENSIONS if d in dimensions and data.dimensions.get(d))


def provenance(state: KpiState) -> Text:
    """How many rows a figure is computed from and how many it had to leave out."""
    used = sum(len(r.ids) for r in state.result.used)
    left = sum(len(o.rows.ids) for o in state.result.left_out)
    if not left:
        return Text("Computed from %n row(s).", "", used)
    return Text("{used} {left}", used=Text("Computed from %n row(s).", "", used), left=Text("%n row(s) left out.", "", left))


def _funnel(wanted: Wanted, data: Dataset, selection: Selection, decided: tuple[Verdict, ...], progress: Progress) -> FunnelShown:
    return funnel_screen.shown(wanted, data, selection, progress)


def _planner(wanted: Wanted, data: Dataset, selection: Selection, decided: tuple[Verdict, ...], progress: Progress) -> PlannerShown:
    found = review(data, selection, wanted.kind, decided)
    return PlannerShown(selection, found, practices(found, data.currency), data.currency)


def _names(wanted: Wanted, data: Dataset, selection: Selection, decided: tuple[Verdict, ...], progress: Progress) -> names.NamesShown:
    assert wanted.workspace is not None
    with Workspace(wanted.workspace) as ws:
        return names.shown(ws, data, wanted.dimension)


def _health(wanted: Wanted, data: Dataset, selection: Selection, decided: tuple[Verdict, ...], progress: Progress) -> health.Health:
    return health.health(data)
