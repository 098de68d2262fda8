"""The PDF report: what stands on which page, laid out by a Typst template, written whole or not at all."""

from __future__ import annotations

import io
import json
import math
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kpi_desktop import i18n, paths
from kpi_desktop.charts import drawing
from kpi_desktop.charts.letters import drawable
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics import pictures
from kpi_desktop.metrics.chart import Chart
from kpi_desktop.metrics.grid_pictures import picture as grid_picture
from kpi_desktop.metrics.provenance import coverage
from kpi_desktop.metrics.result import Grid, KpiState, Snapshot, Unit
from kpi_desktop.metrics.spans import spanned
from kpi_desktop.metrics.stages import Funnel
from kpi_desktop.model.decisions import LoggedImport, Note
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.schema import called
from kpi_desktop.planning.pictures import practices
from kpi_desktop.planning.practices import DIMENSIONS, KINDS, VERDICTS, Practice, Review
from kpi_desktop.theme_colours import PALETTES

Progress = Callable[[float, float], None]
_SHORT = 2  # what the overview tells of a target: what it is, and how much of it is there
_MOST_ROWS, _FITS = 30, 100  # rows of a small table; characters across a page
_ROW, _MOST_HIGH = 0.2, 5.2  # inches that a row of a picture takes, and all of them at the most
_WIDE, _LOW, _TALL = 6.9, 1.75, 2.9  # inches; A4 less its margins


@dataclass(frozen=True)
class ReportData:
    """All that a report tells. `funnels` are pairs of a reading and its comparison; `rows` counts rows per table; `span` is the first and last day."""

    title: str
    snapshot: Snapshot
    funnels: tuple[tuple[Funnel, Funnel | None], ...]
    reviews: tuple[Review, ...]
    imports: tuple[LoggedImport, ...]
    rows: tuple[tuple[Text, int], ...]
    span: tuple[date, date] | None
    made: date
    notes: tuple[Note, ...] = ()


class _Pictures:
    """Charts as SVG files in the folder that the template reads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.count = 0

    def put(self, chart: Chart | None, height: float) -> dict[str, str] | None:
        """Draw the chart; its file name and its finding in words."""
        if chart is None:
            return None
        from matplotlib.backends.backend_svg import FigureCanvasSVG
        from matplotlib.figure import Figure

        figure = Figure(figsize=(_WIDE, height))
        FigureCanvasSVG(figure)
        drawing.draw(figure, chart, PALETTES["print"])
        out = io.StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None})
        self.count += 1
        name = f"chart{self.count}.svg"
        (self.folder / name).write_text(out.getvalue(), "utf-8")
        return {"file": name, "finding": say(chart.description)}


def write(path: Path, data: ReportData, progress: Progress | None = None) -> int:
    """Write the report as a PDF; the number of pages. `progress` may raise Cancelled. UserError where the place cannot be written."""

    def sections(drawn: _Pictures) -> list[dict[str, Any]]:
        made = []
        for done, page in enumerate(PAGES):
            if progress is not None:
                progress(done, len(PAGES) + 1)
            made.append(page(data, drawn))
        return made

    ready = None if progress is None else lambda: progress(1.0, 1.0)
    return typeset(Path(path), data.title, i18n.period(data.snapshot.selection.period), sections, ready)


def typeset(path: Path, title: str, period: str, sections: Callable[[_Pictures], list[dict[str, Any]]], ready: Callable[[], None] | None = None) -> int:
    """Lay sections out as a PDF; the number of pages. The file appears only when it is complete, after `ready` (which may stop it); one that stands there
    already is replaced in one step."""
    import typst

    with tempfile.TemporaryDirectory(prefix="kpi-report-") as temporary:
        folder = Path(temporary)
        said = {"title": title, "lang": i18n.language(), "page": tr("Page"), "of": tr("of"), "contents": tr("Contents"), "period": period,
                "sections": sections(_Pictures(folder))}
        (folder / "data.json").write_text(json.dumps(_drawable(said), ensure_ascii=False), "utf-8")
        shutil.copy(paths.resource("report", "report.typ"), folder / "report.typ")
        pdf = typst.compile(str(folder / "report.typ"), root=str(folder), font_paths=[str(paths.resource("fonts"))], ignore_system_fonts=True,
                            pdf_standards=["ua-1"])
    if ready is not None:
        ready()
    _replace(path, pdf)
    return _pages(path)


def _drawable(said: Any) -> Any:
    """The same data with every text in signs that can be drawn."""
    if isinstance(said, str):
        return drawable(said)
    if isinstance(said, dict):
        return {k: _drawable(v) for k, v in said.items()}
    return [_drawable(v) for v in said] if isinstance(said, list | tuple) else said


def _replace(path: Path, content: bytes) -> None:
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=".pdf", dir=path.parent)
    except OSError as error:
        raise _unwritable(path) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except OSError as error:
        raise _unwritable(path) from error
    finally:
        Path(name).unlink(missing_ok=True)  # gone already where it took its place


def _unwritable(path: Path) -> UserError:
    return UserError(Text("The report cannot be written to {file}.", file=str(path)),
                     Text("Choose another folder, or close the file where it is open."))


def _pages(path: Path) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(str(path))
    try:
        return len(document)
    finally:
        document.close()


# -- pages -------------------------------------------------------------------------------------------------------------


def _table(columns: list[tuple[str, bool]], rows: list[list[str]], widths: list[str] | None = None) -> dict[str, Any]:
    """A table: (header, right-aligned) per column."""
    return {"kind": "table", "head": [c for c, _ in columns], "right": [r for _, r in columns], "rows": rows, "widths": widths or ["auto"] * len(columns)}


def _title(data: ReportData, drawn: _Pictures) -> dict[str, Any]:
    snapshot = data.snapshot
    period = i18n.period(snapshot.selection.period)
    if snapshot.so_far is not None:
        period = tr("{period}, which has not ended: {days}", period=period, days=snapshot.so_far)
    lines = [[tr("Period"), period],
             [tr("Compared with"), i18n.period(snapshot.compared) if snapshot.compared else tr("nothing")],
             [tr("Currency"), snapshot.currency],
             [tr("Data"), f"{i18n.day(data.span[0])} – {i18n.day(data.span[1])}" if data.span else i18n.NONE],
             [tr("Made on"), i18n.day(data.made)]]
    return {"kind": "title", "heading": data.title, "sub": tr("Marketing KPIs, funnel and plan"), "lines": lines}


def _overview(data: ReportData, drawn: _Pictures) -> dict[str, Any]:
    rows = []
    for state in data.snapshot.kpis:
        kpi, currency = state.kpi, data.snapshot.currency
        rows.append([str(kpi.number), say(kpi.label), _headline(state, currency), _change(state, currency),
                     " · ".join(map(say, (*filter(None, (state.missing or state.result.note,)), *pictures.target(state, currency)[:_SHORT])))])
    columns = [("", True), (tr("KPI"), False), (tr("Value"), True), (tr("Change"), True), (tr("What qualifies it"), False)]
    return {"kind": "section", "heading": tr("Ten KPIs at a glance"), "blocks": [_table(columns, rows, ["auto", "1fr", "auto", "auto", "1.4fr"])]}


def _headline(state: KpiState, currency: str) -> str:
    r, unit = state.result, state.kpi.unit
    if r.value is None and r.low is not None and r.high is not None:
        return f"{i18n.figure(r.low, unit, currency)} – {i18n.figure(r.high, unit, currency)}"
    return tr("no data") if r.value is None else i18n.figure(r.value, unit, currency)


def _change(state: KpiState, currency: str) -> str:
    if state.change is None:
        return i18n.NONE
    arrow = "→" if state.change == 0 else "↑" if state.change > 0 else "↓"
    text = f"{arrow} {i18n.change(state.change, state.kpi.unit, currency)}"
    if not state.significant:
        return tr("{change}, within noise", change=text) if state.significant is False else text
    return tr("{change}, better", change=text) if (state.change > 0) == (state.kpi.better > 0) else tr("{change}, worse", change=text)


def _kpis(data: ReportData, drawn: _Pictures) -> dict[str, Any]:
    currency = data.snapshot.currency
    blocks: list[dict[str, Any]] = []
    for state in data.snapshot.kpis:
        kpi, r = state.kpi, state.result
        interval = "" if r.low is None or r.high is None or r.value is None else tr(
            "95 % interval {low} to {high}", low=i18n.figure(r.low, kpi.unit, currency), high=i18n.figure(r.high, kpi.unit, currency))
        marks = pictures.marks(data.notes, state.trend, kpi.id, data.snapshot.selection.filters)
        paced = [state.pace.how] if state.pace is not None and state.pace.how is not None else []
        told = [*(b.how for b in r.beside if b.how is not None), *r.warnings, *paced]
        beside = [[say(b.label), i18n.figure(b.value, b.unit, currency)] for b in r.beside if b.value is not None]
        blocks.append({"kind": "kpi", "heading": f"{kpi.number}. {say(kpi.label)}", "value": _headline(state, currency), "change": _change(state, currency),
                       "note": say(state.missing or r.note or ""), "interval": " · ".join(t for t in (interval, say(coverage(r) or "")) if t),
                       "formula": say(kpi.formula), "beside": beside,
                       "chart": drawn.put(pictures.trend(state, currency, data.snapshot.selection.period, marks), _LOW),
                       "target": " · ".join(map(say, pictures.target(state, currency))),
                       "marks": [f"{m.number}  {i18n.day(m.note.day)}: {m.note.text}" for m in marks], "warnings": [say(w) for w in told]})
        for grid in r.grids:
            blocks += _pictured(grid, currency, drawn) if grid.rows else []
    return {"kind": "section", "heading": tr("The KPIs in detail"), "blocks": blocks}


def _pictured(grid: Grid, currency: str, drawn: _Pictures) -> list[dict[str, Any]]:
    """A small table below its picture, each with its title; where the picture says every figure it stands alone."""
    chart = grid_picture(grid, currency)
    if chart is None:
        return _grid(grid, currency)
    high = min(_MOST_HIGH, 0.4 + _ROW * len(chart.labels)) if chart.kind in ("bars", "heat") else _LOW
    picture = {"kind": "chart", "title": say(chart.title), **(drawn.put(chart, high) or {})}
    return [picture] if grid.form is not None and grid.form.wide else [picture, *_grid(grid, currency)]


def _grid(grid: Grid, currency: str) -> list[dict[str, Any]]:
    """A small table without the columns in which nothing is known, its notes below; few rows with many columns stand upright, many of both in tables
    below each other."""
    columns, found = spanned(grid)
    shown, keys = found[:_MOST_ROWS], [key for key, _, _ in columns]
    told = [k for k, key in enumerate(keys) if not k or (key != "note" and any(row[k] is not None for row in shown))]
    head, right = [say(columns[k][1]) for k in told], [columns[k][2] is not None for k in told]
    rows = [[_cell(row[k], columns[k][2], currency) for k in told] for row in shown]
    widths = [max(*(len(r[k]) for r in rows), max(map(len, head[k].split()), default=0)) + 2 for k in range(len(head))]
    more = [f"{_cell(row[0], None, currency)}: {say(row[keys.index('note')])}" for row in shown if "note" in keys and row[keys.index("note")] is not None]
    more += [tr("%n more row(s) are in the program.", "", len(found) - _MOST_ROWS)] if len(found) > _MOST_ROWS else []
    if sum(widths) > _FITS and len(rows) <= 4:
        tables = [_table([(head[0], False), *((r[0], True) for r in rows)], [[head[k], *(r[k] for r in rows)] for k in range(1, len(head))])]
    else:
        tables = [_table([(head[k], right[k]) for k in part], [[r[k] for k in part] for r in rows]) for part in _stacked(widths)]
    titles = [say(grid.title), *[tr("{title} (continued)", title=grid.title)] * (len(tables) - 1)]
    return [*({**table, "title": title} for table, title in zip(tables, titles, strict=True)), *({"kind": "note", "text": text} for text in more)]


def _stacked(widths: list[int]) -> list[list[int]]:
    """The columns of tables that each fit across the page, about equally wide, the first column in all of them."""
    room, rest = max(1, _FITS - widths[0]), sum(widths[1:])
    each = rest / max(1, math.ceil(rest / room))
    parts: list[list[int]] = [[0]]
    done = 0.0
    for k in range(1, len(widths)):
        if len(parts[-1]) > 1 and (done + widths[k] / 2 > each * len(parts) or sum(widths[i] for i in parts[-1]) + widths[k] > _FITS):
            parts.append([0])
        parts[-1].append(k)
        done += widths[k]
    return parts


def _cell(value: Any, unit: Unit | None, currency: str) -> str:
    if value is None:
        return i18n.NONE
    if unit is not None:
        return i18n.span(value[0], value[1], unit, currency) if isinstance(value, tuple) else i18n.figure(float(value), unit, currency)
    if isinstance(value, Text):
        return say(value)
    return i18n.shown(value) if value != "" else tr("not given")


def _funnels(data: ReportData, drawn: _Pictures) -> dict[str, Any]:
    blocks: list[dict[str, Any]] = []
    for funnel, compared in data.funnels:
        chart = pictures.funnel(funnel, compared)
        blocks += [{"kind": "subheading", "text": say(chart.title)}, {"kind": "chart", **(drawn.put(chart, _TALL) or {})},
                   {"kind": "note", "text": say(chart.description)}]
        blocks.append(_stages(funnel))
        if funnel.members:
            columns = [(say(pictures.NOT_GIVEN) if funnel.by is None else tr("Channel"), False), *((say(s.label), True) for s in funnel.stages)]
            rows = [[say(called(m.member, funnel.by or "")), *(i18n.number(s.count) for s in m.stages)] for m in funnel.members[:20]]
            blocks.append(_table(columns, rows, ["1fr", *["auto"] * len(funnel.stages)]))
        blocks += [{"kind": "note", "text": say(w)} for w in funnel.warnings]
    return {"kind": "section", "heading": tr("Funnel"), "blocks": blocks}


def _stages(funnel: Funnel) -> dict[str, Any]:
    columns = [(tr("Stage"), False), (tr("Count"), True), (tr("From the stage before"), True), (tr("95 % interval"), True), (tr("Expected at maturity"), True),
               (tr("Median days"), True), (tr("80 % range of days"), True)]
    rows = []
    for s in funnel.stages:
        interval = f"{i18n.percent(s.rate_low)} – {i18n.percent(s.rate_high)}" if s.rate_low is not None else i18n.NONE
        days = f"{i18n.number(s.days_low, 0)} – {i18n.number(s.days_high, 0)}" if s.days_low is not None and s.days_high is not None else i18n.NONE
        rate = i18n.percent(s.rate_from_previous) + (f" ({tr('still maturing')})" if s.maturing else "")
        rows.append([say(s.label), i18n.number(s.count), rate, interval, i18n.percent(s.expected_rate), i18n.number(s.median_days), days])
    return _table(columns, rows, ["1fr", *["auto"] * 6])


def _plan(data: ReportData, drawn: _Pictures) -> dict[str, Any]:
    blocks: list[dict[str, Any]] = []
    money = data.snapshot.currency
    for review in data.reviews:
        if not review.practices:
            continue
        blocks.append({"kind": "subheading", "text": say(KINDS[review.kind])})
        chart = drawn.put(practices(review, money), max(1.2, 0.26 * min(len(review.practices), 14) + 0.5))
        if chart is not None:
            blocks += [{"kind": "chart", **chart}, {"kind": "note", "text": chart["finding"]}]
        columns = [(tr("Practice"), False), (tr("Spend"), True), (tr("Leads"), True), (tr("MQLs"), True), (tr("SQLs"), True), (tr("Won"), True),
                   (tr("Revenue"), True), (tr("Cost per SQL"), True), (tr("ROMI"), True)]
        names = [say(called(p.name, DIMENSIONS[review.kind])) for p in review.practices]
        rows = [[name, i18n.money(p.spend, money), i18n.number(p.leads), i18n.number(p.mqls), i18n.number(p.sqls), i18n.number(p.won),
                 i18n.money(p.revenue, money), i18n.money(p.cost_per_sql, money), i18n.number(p.romi, 2)]
                for name, p in zip(names, review.practices, strict=True)]
        blocks.append(_table(columns, rows, ["1fr", *["auto"] * 8]))
        blocks += [{"kind": "verdict", "name": name, "verdict": p.verdict, "label": say(VERDICTS[p.verdict]), "lines": _why(p)}
                   for name, p in zip(names, review.practices, strict=True)]
        blocks += [{"kind": "note", "text": say(w)} for w in review.warnings]
    if data.reviews:
        blocks.append({"kind": "subheading", "text": tr("The rules, the first that holds decides")})
        blocks += [{"kind": "note", "text": say(rule.text)} for rule in data.reviews[0].rules]
    return {"kind": "section", "heading": tr("Practices and verdicts"), "blocks": blocks}


def _why(p: Practice) -> list[str]:
    lines = []
    if p.own is not None:
        lines.append(tr("Your verdict; computed was: {verdict}.", verdict=VERDICTS[p.computed_verdict]))
        lines += [tr("Your note: {note}", note=p.own.note)] if p.own.note else []
    lines += [say(t) for t in (p.reason, p.weak_step, p.flip) if t is not None]
    if p.robust is not None:
        lines.append(tr("The same verdict under {share} of the settings for shared cost and lag.", share=i18n.percent(p.robust, 0)))
    return lines


def _notes(data: ReportData, drawn: _Pictures) -> dict[str, Any]:
    blocks: list[dict[str, Any]] = [{"kind": "subheading", "text": tr("Rows held")}]
    blocks.append(_table([(tr("Table"), False), (tr("Rows"), True)], [[say(t), i18n.number(n)] for t, n in data.rows], ["1fr", "auto"]))
    blocks.append({"kind": "subheading", "text": tr("Where the data come from")})
    files = [[f.file, i18n.read_as(f.format), i18n.day(date.fromisoformat(f.at[:10])), i18n.number(f.read), i18n.number(f.kept_aside)] for f in data.imports]
    blocks.append(_table([(tr("File"), False), (tr("Read as"), False), (tr("Imported"), False), (tr("Rows read"), True), (tr("Kept aside"), True)], files,
                         ["1fr", "auto", "auto", "auto", "auto"]))
    left = [(s, o) for s in data.snapshot.kpis for o in s.result.left_out if len(o.rows.ids)]
    if left:
        blocks.append({"kind": "subheading", "text": tr("Rows that a figure could not take")})
        blocks.append(_table([(tr("KPI"), False), (tr("Why"), False), (tr("Rows"), True)],
                             [[say(s.kpi.label), say(o.reason), i18n.number(len(o.rows.ids))] for s, o in left], ["1fr", "1fr", "auto"]))
    blocks.append({"kind": "subheading", "text": tr("Definitions")})
    blocks.append(_table([(tr("KPI"), False), (tr("What it means"), False)], [[say(s.kpi.label), f"{say(s.kpi.help)} {say(s.kpi.formula)}."]
                                                                                        for s in data.snapshot.kpis], ["1fr", "2.6fr"]))
    return {"kind": "section", "heading": tr("Data notes"), "blocks": blocks}


PAGES: tuple[Callable[[ReportData, _Pictures], dict[str, Any]], ...] = (_title, _overview, _kpis, _funnels, _plan, _notes)
"""The parts of the report in their order."""
