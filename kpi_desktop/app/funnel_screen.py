"""The funnel's screen: the stages, and beside them only what the person asked to see."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kpi_desktop.app.screens import FunnelShown, StuckShown
from kpi_desktop.app.wanted import Beside, Wanted
from kpi_desktop.metrics import funnel, funnel_pictures, pictures
from kpi_desktop.metrics.chart import Chart
from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.durations import durations
from kpi_desktop.metrics.journeys import IDS, LABELS
from kpi_desktop.metrics.pairs import members, of_members, steps
from kpi_desktop.metrics.reached import behind
from kpi_desktop.metrics.registry import Progress
from kpi_desktop.metrics.result import Unit
from kpi_desktop.metrics.stages import Funnel, Pair, Stuck
from kpi_desktop.metrics.stuck import stuck
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import DIMENSIONS
from kpi_desktop.model.selection import Selection, day_of
from kpi_desktop.store import fetch
from kpi_desktop.store.workspace import Workspace

_LISTED = 2000
_TOLD = {"leads": ("lead", "company", "owner", "channel"), "deals": ("deal", "customer", "owner", "channel")}


def shown(wanted: Wanted, data: Dataset, selection: Selection, progress: Progress) -> FunnelShown:
    """What the person asked to see of the funnel."""
    dimensions = tuple((d, DIMENSIONS[d]) for d in DIMENSIONS if "leads" in data.dimensions.get(d, ()))
    by = wanted.by if wanted.by in dict(dimensions) else None
    found = funnel.compute(data, selection, wanted.mode, by)
    progress(0.4, 1.0)
    then = funnel.compared(data, selection, wanted.mode)
    progress(0.7, 1.0)
    beside, step_days = _step_days(data, selection, wanted, found)
    beside, pair, names = _pair(data, selection, wanted.mode, beside, found, then, dimensions)
    late = stuck(data, selection, wanted.mode, everyone=beside.everyone)
    listed = next((s for s in late if s.stage == beside.stuck), None)
    return FunnelShown(selection, found, then, pictures.funnel(found, then), dimensions, beside, tuple((s.stage, len(s.rows.ids)) for s in late),
                       day_of(late[0].today) if late else None, step_days, pair, funnel_pictures.pair(pair) if pair is not None else None, names,
                       funnel_pictures.multiples(found) if beside.multiples else None,
                       waiting(wanted.workspace, data, listed) if listed is not None and wanted.workspace is not None else None,
                       behind(data.view(selection.filters), selection.period, wanted.mode))


def _step_days(data: Dataset, selection: Selection, wanted: Wanted, found: Funnel) -> tuple[Beside, Chart | None]:
    """The days of the step that was chosen, else of the one that takes longest."""
    known = {s.id: s.median_days for s in found.stages if s.median_days is not None}
    stage = wanted.beside.step if wanted.beside.step in known else max(known, key=lambda s: known[s], default="")
    spread = durations(data, selection, wanted.mode, stage) if stage else None
    if spread is None:
        return replace(wanted.beside, step=""), None
    at = IDS.index(stage)
    before = next((k for k in range(at - 1, 0, -1) if found.stages[k].count is not None), at - 1)
    return replace(wanted.beside, step=stage), funnel_pictures.days(spread, LABELS[before], LABELS[at])


def _pair(data: Dataset, selection: Selection, mode: str, beside: Beside, found: Funnel, then: Funnel | None,
          dimensions: tuple[tuple[str, Text], ...]) -> tuple[Beside, Pair | None, tuple[str, ...]]:
    """The two funnels that were asked for, the members to choose from, and the two that were chosen (the largest where nothing was said)."""
    if beside.against == "period" and then is not None:
        return beside, Pair(found.period, then.period, steps(found, then)), ()
    if beside.against not in dict(dimensions):
        return replace(beside, against=""), None, ()
    names = members(data, beside.against)
    chosen = [m for m in dict.fromkeys(beside.pair) if m in names]
    chosen += [m for m in names if m not in chosen][: 2 - len(chosen)]
    if len(chosen) < 2:
        return replace(beside, against=""), None, ()
    one, other = chosen[:2]
    left, right = of_members(data, selection, mode, beside.against, one, other)
    return replace(beside, pair=(one, other)), Pair(one, other, steps(left, right), beside.against), names


def waiting(workspace: Path, data: Dataset, found: Stuck, most: int | None = _LISTED) -> StuckShown:
    """The first of those who are stuck (None: all), as the sales team reads them; who is gone from the workspace meanwhile is passed over."""
    table, wanted = found.rows.table, _TOLD[found.rows.table]
    with Workspace(workspace) as ws:
        told = dict(ws.numbered(table, found.rows.ids[:most].tolist()))
    at = [fetch.columns(table).index(name) for name in wanted]
    channels = data.dimension(table, "channel")
    rows = []
    for number, place, days in zip(found.rows.ids[:most].tolist(), found.places[:most].tolist(), found.days[:most].tolist(), strict=True):
        if number in told:
            cells = [told[number][k] for k in at]
            cells[-1] = cells[-1] or (data.name(int(channels[place])) or None if channels is not None else None)  # a deal has its lead's
            rows.append((*cells, day_of(found.today - days), days))
    first = (Text("Lead"), Text("Company")) if table == "leads" else (Text("Deal"), Text("Customer"))
    columns = ((first[0], None), (first[1], None), (Text("Salesperson"), None), (Text("Channel"), None), (Text("Since"), None),
               (Text("Days waiting"), Unit.COUNT))
    return StuckShown(found, columns, tuple(rows))
