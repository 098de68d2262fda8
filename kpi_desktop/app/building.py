"""From the data and a selection to what a screen draws. Plain functions, run off the window's thread."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from kpi_desktop.app import budget_screen, funnel_screen, hypotheses_screen, names, plan_screen, review_screen
from kpi_desktop.app.reporting import span
from kpi_desktop.app.screens import DetailShown, FunnelShown, Overview, PlannerShown
from kpi_desktop.app.wanted import Wanted
from kpi_desktop.metrics import health, pictures, provenance
from kpi_desktop.metrics.chart import Chart
from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.figures import SMALL
from kpi_desktop.metrics.grid_pictures import picture
from kpi_desktop.metrics.parts import parts
from kpi_desktop.metrics.registry import KPIS, Progress, compute, unfinished
from kpi_desktop.metrics.result import Grid, Kpi, KpiState
from kpi_desktop.metrics.stats import SMALL_SAMPLE
from kpi_desktop.metrics.visitors import CARRIED, cell_codes
from kpi_desktop.model.decided import Decided
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import DIMENSIONS
from kpi_desktop.model.selection import Filter, Selection
from kpi_desktop.store.workspace import Workspace

_MOST_NAMES = 2000
Dimensions = tuple[tuple[str, Text], ...]


def build(wanted: Wanted, data: Dataset, selection: Selection, decided: Decided, progress: Progress) -> object:
    """The screen asked for."""
    progress(0.0, 1.0)
    makers = {"overview": _overview, "detail": _detail, "funnel": _funnel, "planner": _planner, "hypotheses": _hypotheses, "budget": _budget,
              "plan": _plan, "fact": _fact, "names": _names, "health": _health}
    return makers[wanted.screen](wanted, data, selection, decided, progress)


def _overview(wanted: Wanted, data: Dataset, selection: Selection, decided: Decided, progress: Progress) -> Overview:
    days = span(data)
    return Overview(compute(data, selection, progress=progress, full=False, targets=decided.targets), days, days is None)


def _detail(wanted: Wanted, data: Dataset, selection: Selection, decided: Decided, progress: Progress) -> DetailShown:
    kpi = next(k for k in KPIS if k.id == wanted.kpi)
    dimensions = _offered(data, kpi)
    by = next((d for d in (wanted.by, *kpi.why.by, *dict(dimensions)) if d in dict(dimensions)), None)
    chosen = replace(selection, by=by)
    found = compute(data, chosen, only=(kpi.id,), progress=progress, explain=True, targets=decided.targets)
    state, currency = found.kpis[0], data.currency
    marks = pictures.marks(decided.notes, state.trend, kpi.id, selection.filters)
    bars = pictures.bars(state, currency, by) if by is not None else None
    why = pictures.waterfall(state, currency, found.so_far or selection.period, found.compared)
    said = {SMALL, unfinished(data.view(), selection.period, found.compared if state.change is not None else None)}  # the tag and the bar above say these
    return DetailShown(chosen, state, currency, pictures.trend(state, currency, selection.period, marks), why, bars, dimensions, kpi.formula,
                       provenance.provenance(data, state.result), provenance.left_out(state.result), provenance.coverage(state.result),
                       tuple(w for w in state.result.warnings if w not in said), state.result.value is not None and state.result.n < SMALL_SAMPLE,
                       parts(state, by) if by is not None and state.breakdown else None, _grids(state, currency, by),
                       pictures.target(state, currency), marks)


def _grids(state: KpiState, currency: str, by: str | None) -> tuple[tuple[Grid, Chart | None], ...]:
    """The small tables with their charts, less the one that repeats the breakdown."""
    return tuple((g, picture(g, currency)) for g in state.result.grids if g.rows and not (by is not None and g.of == by and g.form is None))


def members(data: Dataset) -> dict[str, tuple[str, ...]]:
    """The names of each dimension, those of most rows first, as many as a list can offer."""
    found: dict[str, tuple[str, ...]] = {}
    for dimension, tables in data.dimensions.items():
        counts = np.zeros(len(data.names), np.int64)
        for table in tables:
            codes = data.dimension(table, dimension)
            if codes is not None:
                counts += np.bincount(codes[codes >= 0], minlength=len(counts))
        if "visits" in tables and dimension in CARRIED and data.visit_cells is not None:
            codes = cell_codes(data, dimension)
            counts += np.bincount(codes[codes >= 0], minlength=len(counts))
        order = np.argsort(-counts, kind="stable")[:_MOST_NAMES]
        found[dimension] = tuple(data.name(int(k)) for k in order if counts[k])
    return {d: found[d] for d in DIMENSIONS if found.get(d)}


def has_member(data: Dataset, f: Filter) -> bool:
    """Whether any row has the member that a filter asks for; rows without one are always to be had."""
    code, tables = data.wanted(f), data.dimensions.get(f.dimension, ())
    there = [codes for table in tables if (codes := data.dimension(table, f.dimension)) is not None]
    if "visits" in tables and f.dimension in CARRIED and data.visit_cells is not None:
        there.append(cell_codes(data, f.dimension))
    return code == -1 or any(bool((codes == code).any()) for codes in there)


def _offered(data: Dataset, kpi: Kpi) -> Dimensions:
    """The dimensions that the rows of a KPI carry in these data."""
    table = kpi.why.table(data.view())
    return tuple((d, DIMENSIONS[d]) for d in DIMENSIONS if d in kpi.dimensions and table in data.dimensions.get(d, ()))


def _funnel(wanted: Wanted, data: Dataset, selection: Selection, decided: Decided, progress: Progress) -> FunnelShown:
    return funnel_screen.shown(wanted, data, selection, progress)


def _planner(wanted: Wanted, data: Dataset, selection: Selection, decided: Decided, progress: Progress) -> PlannerShown:
    return review_screen.shown(wanted, data, selection, decided)


def _hypotheses(wanted: Wanted, data: Dataset, selection: Selection, decided: Decided, progress: Progress) -> object:
    return hypotheses_screen.shown(data, selection, wanted.kind, decided.planned)


def _budget(wanted: Wanted, data: Dataset, selection: Selection, decided: Decided, progress: Progress) -> object:
    return budget_screen.shown(data, selection, wanted.kind, wanted.budget, decided.planned)


def _plan(wanted: Wanted, data: Dataset, selection: Selection, decided: Decided, progress: Progress) -> object:
    return plan_screen.shown(data, selection, decided, wanted.plan)


def _fact(wanted: Wanted, data: Dataset, selection: Selection, decided: Decided, progress: Progress) -> object:
    return plan_screen.fact(data, selection, decided, wanted.plan)


def _names(wanted: Wanted, data: Dataset, selection: Selection, decided: Decided, progress: Progress) -> names.NamesShown:
    assert wanted.workspace is not None
    with Workspace(wanted.workspace) as ws:
        return names.shown(ws, data, wanted.dimension)


def _health(wanted: Wanted, data: Dataset, selection: Selection, decided: Decided, progress: Progress) -> health.Health:
    return health.health(data)
