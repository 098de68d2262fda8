"""The small tables beside a headline as charts, each in the form that its KPI declares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kpi_desktop.metrics.chart import Chart, Series
from kpi_desktop.metrics.forms import Form
from kpi_desktop.metrics.pictures import NOT_GIVEN, said
from kpi_desktop.metrics.result import Grid, Unit
from kpi_desktop.model.problem import Share, Text
from kpi_desktop.model.schema import called

_MOST_BARS = 12


def picture(grid: Grid, currency: str) -> Chart | None:
    """The table as its form draws it; None where it has no form or nothing to draw."""
    return None if grid.form is None else _MAKERS[grid.form.kind](grid, grid.form, currency)


def _at(grid: Grid, key: str) -> int:
    return next(at for at, (name, _, _) in enumerate(grid.columns) if name == key)


def _name(grid: Grid, row: tuple[Any, ...]) -> Any:
    return called(row[0], grid.of) if grid.of else NOT_GIVEN if row[0] == "" else row[0]


def _names(grid: Grid, rows: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    """The rows' names; with their days where one name stands for several."""
    names, day = [_name(grid, row) for row in rows], next((at for at, (key, _, _) in enumerate(grid.columns) if key == "date"), None)
    if day is None or len(set(names)) == len(names):
        return tuple(names)
    return tuple(Text("{day} · {name}", day=row[day], name=name) for row, name in zip(rows, names, strict=True))


def _column(grid: Grid, form: Form, currency: str) -> Chart | None:
    """One column as bars or upright columns, the rows that have a value."""
    at = _at(grid, form.columns[0])
    _, label, unit = grid.columns[at]
    kept = [k for k, row in enumerate(grid.rows) if row[at] is not None]
    kept = kept[:_MOST_BARS] if form.kind == "bars" else kept
    kept = kept[::-1] if form.backwards else kept
    rows = [grid.rows[k] for k in kept]
    if not rows or unit is None:
        return None
    low, high = (tuple(row[_at(grid, key)] for row in rows) if key else (None,) * len(rows) for key in (form.low, form.high))
    top = max(rows, key=lambda row: row[at])
    finding = Text("{title}, {figure}: the highest is {member} with {value}.", title=grid.title, figure=label, member=_name(grid, top),
                   value=said(top[at], unit, currency))
    series = Series(label, tuple(float(row[at]) for row in rows), low, high)
    return Chart(form.kind, Text("{title}: {figure}", title=grid.title, figure=label), _names(grid, rows), (series,), unit, currency,
                 finding, roles=tuple(form.roles[k] for k in kept) if form.roles else ())


def _heat(grid: Grid, form: Form, currency: str) -> Chart | None:
    """A row per row and a column per column that says anything; the columns are counted from 1."""
    places = [(head, _at(grid, key)) for head, key in enumerate(form.columns, 1)]
    places = [(head, at) for head, at in places if any(row[at] is not None for row in grid.rows)]
    if not places:
        return None
    if form.apart:
        return _heat_apart(grid, form, currency, [at for _, at in places])
    unit = grid.columns[places[0][1]][2] or Unit.COUNT
    series = tuple(Series(str(head), tuple(row[at] for row in grid.rows)) for head, at in places)
    last = next(row[at] for _, at in reversed(places) for row in grid.rows if row[at] is not None)
    finding = Text("{title}: after {months} {value} are left of the first row that is as old.", title=grid.title, months=places[-1][0],
                   value=said(last, unit, currency))
    sizes = tuple(str(row[_at(grid, form.size)]) for row in grid.rows) if form.size else ()
    return Chart("heat", grid.title, tuple(_name(grid, row) for row in grid.rows), series, unit, currency, finding, notes=sizes)


def _heat_apart(grid: Grid, form: Form, currency: str, places: list[int]) -> Chart | None:
    """Figures of the same unit side by side, the first rows; the finding is the best of the first figure."""
    rows, (_, label, unit) = grid.rows[:_MOST_BARS], grid.columns[places[0]]
    known = [row for row in rows if row[places[0]] is not None]
    if not known or unit is None:
        return None
    top = max(known, key=lambda row: row[places[0]])
    finding = Text("{title}, {figure}: the highest is {member} with {value}.", title=grid.title, figure=label, member=_name(grid, top),
                   value=said(top[places[0]], unit, currency))
    series = tuple(Series(grid.columns[at][1], tuple(row[at] for row in rows)) for at in places)
    sizes = tuple(Text("n = {count}", count=row[_at(grid, form.size)]) for row in rows) if form.size else ()
    return Chart("heat", grid.title, tuple(_name(grid, row) for row in rows), series, unit, currency, finding, notes=sizes, apart=True)


def _curve(grid: Grid, form: Form, currency: str) -> Chart | None:
    """The cumulative share over all members, the places that the form holds."""
    if not form.points:
        return None
    finding = form.mark or Text("{title}: the first {name} brings {share}.", title=grid.title, name=form.points[0][0], share=Share(form.points[0][1]))
    return Chart("curve", grid.title, tuple(name for name, _ in form.points), (Series(grid.title, tuple(share for _, share in form.points)),), Unit.RATE,
                 currency, finding, highlight=form.highlight, mark=form.mark)


_MAKERS: Mapping[str, Callable[[Grid, Form, str], Chart | None]] = {"bars": _column, "columns": _column, "heat": _heat, "curve": _curve}
