"""Everything a report tells, gathered from a workspace."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

from kpi_desktop import demo, i18n
from kpi_desktop.app import decided, plan_screen
from kpi_desktop.app.screens import ReportShown
from kpi_desktop.metrics import funnel
from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.health import health
from kpi_desktop.metrics.registry import Progress, compute
from kpi_desktop.metrics.result import Snapshot
from kpi_desktop.model.decided import Decided
from kpi_desktop.model.decisions import LoggedImport, SavedView
from kpi_desktop.model.plans import Plan
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.report_setup import PLAIN, Setup
from kpi_desktop.model.schema import TABLES
from kpi_desktop.model.selection import Grain, Period, Selection, day_of
from kpi_desktop.planning.practices import KINDS
from kpi_desktop.planning.verdicts import review
from kpi_desktop.report import logo
from kpi_desktop.report.contents import ReportData
from kpi_desktop.report.writing import write
from kpi_desktop.store import decisions, kept
from kpi_desktop.store.workspace import Workspace

Kept = tuple[tuple[str, str, Text, int], ...]
_MOST_KEPT, _MOST_REASONS = 20_000, 20


def span(data: Dataset) -> tuple[date, date] | None:
    """First and last day of the data; None where there are none."""
    return (day_of(data.first_day), day_of(data.today)) if data.first_day <= data.today and any(data.counts.values()) and data.first_day > -10**6 else None


def usual_period(data: Dataset) -> Period:
    """The year in which the data end; the current one in an empty workspace."""
    days = span(data)
    return Period.of(Grain.YEAR, days[1] if days else date.today())


def rows_held(data: Dataset) -> tuple[tuple[Text, int], ...]:
    """Rows per table, in the order of the schema."""
    return tuple((t.label, data.counts.get(t.name, 0)) for t in TABLES)


def gather(data: Dataset, selection: Selection, title: str, decided: Decided, imports: tuple[LoggedImport, ...],
           progress: Progress | None = None, setup: Setup = PLAIN, kept_aside: Kept = ()) -> ReportData:
    """The figures, funnels and reviews of a selection that the sections of `setup` tell, ready to be laid out."""
    wanted = set(setup.sections)
    found = compute(data, selection, progress=progress, targets=decided.targets, explain="summary" in wanted)
    snapshot = _by_month(data, selection, found)
    by = "channel" if "channel" in data.dimensions else None
    funnels = tuple((funnel.compute(data, selection, mode, by), funnel.compared(data, selection, mode))
                    for mode in ("period", "cohort")) if wanted & {"summary", "funnel"} else ()
    plan = plan_in_force(decided.planned.plans)
    reviews = tuple(r for kind in KINDS for r in (review(data, selection, kind, decided.verdicts, decided.planned),)
                    if r.practices) if wanted & {"summary", "practices"} else ()
    return ReportData(title, snapshot, funnels, reviews, imports, rows_held(data), span(data), date.today(), decided.notes,
                      health(data).tables if "notes" in wanted else (), kept_aside,
                      plan_screen.told(data, decided, plan) if plan is not None and wanted & {"summary", "plan"} else None)


def plan_in_force(plans: tuple[Plan, ...]) -> Plan | None:
    """The approved plan that was approved last; a draft where none is approved; None without plans."""
    approved = [p for p in plans if p.approved is not None]
    return max(approved, key=lambda p: (p.approved, p.version)) if approved else plans[-1] if plans else None


def look_at_logo(path: Path) -> None:
    """UserError where a picture cannot be a report's logo."""
    logo.look(path)


def kept_aside(ws: Workspace) -> Kept:
    """Rows kept aside by file, field and reason, the most first."""
    counts = Counter((r.file, r.field, r.reason) for r in kept.rows(ws, _MOST_KEPT))
    return tuple((*what, count) for what, count in counts.most_common(_MOST_REASONS))


def _by_month(data: Dataset, selection: Selection, snapshot: Snapshot) -> Snapshot:
    """A year is drawn by its months; other periods by the last twelve of their kind."""
    if selection.period.grain is not Grain.YEAR:
        return snapshot
    months = compute(data, selection.with_period(Period.of(Grain.MONTH, selection.period.last)), full=False)
    return replace(snapshot, kpis=tuple(replace(s, trend=m.trend) for s, m in zip(snapshot.kpis, months.kpis, strict=True)))


def make(workspace: Path | None, period: Period | None, out: Path, setup: Setup = PLAIN) -> int:
    """Write the report of a workspace (None: the demo company) to `out`; the number of pages."""
    if not out.parent.is_dir():
        raise UserError(Text("There is no folder {folder}.", folder=str(out.parent)), Text("Make it first, or choose another place."))
    if workspace is None:
        with tempfile.TemporaryDirectory(prefix="kpi-demo-") as folder:
            return _make(fill_demo(Path(folder) / "demo.kpi"), period, out, Text("Demo company"), setup)
    return _make(workspace, period, out, workspace.stem, setup)


def _make(workspace: Path, period: Period | None, out: Path, title: Text | str, setup: Setup) -> int:
    with Workspace(workspace) as ws:
        data = Dataset(ws.frames())
        return _write(ws, data, Selection(period or usual_period(data)), title, setup, out, None)


def selected(setup: Setup, now: Selection, days: tuple[date, date] | None) -> Selection:
    """What a report looks at: its own period and comparison where it has them, else what is looked at now."""
    view = SavedView("", setup.period or now.period.code, setup.compare or now.compare.value, tuple((f.dimension, f.member) for f in now.filters))
    found = decided.selected(view, now, days)
    return found if setup.period else replace(found, period=now.period)


def _write(ws: Workspace, data: Dataset, now: Selection, title: Text | str, setup: Setup, out: Path, progress: Progress | None) -> int:
    with i18n.speaking(setup.language or i18n.language()):
        gathered = gather(data, selected(setup, now, span(data)), i18n.say(title), decisions.decided(ws), tuple(ws.imports()), None, setup,
                          kept_aside(ws) if "notes" in setup.sections else ())
        return write(out, gathered, progress, setup)


def fill_demo(path: Path) -> Path:
    """Make the demo company's workspace: its export files are written and imported like any other."""
    from kpi_desktop.imports import convert, mapping, readers

    with tempfile.TemporaryDirectory(prefix="kpi-exports-") as folder, Workspace(path, create=True) as ws:
        demo.write_files(Path(folder))
        for file in sorted(Path(folder).iterdir()):
            raw = readers.read(file)
            ws.add(convert.convert(raw, mapping.guess(raw).mapping, currency=ws.setting("currency"), rates=()))
    return path


def export(ws: Workspace, data: Dataset, selection: Selection, title: Text | str, out: Path | None, progress: Progress,
           setup: Setup = PLAIN) -> ReportShown:
    """Write the report of a selection to `out`; None: to a folder of its own, which is gone again if the writing fails."""
    if out is not None:
        return ReportShown(out, _write(ws, data, selection, title, setup, out, progress), False)
    folder = Path(tempfile.mkdtemp(prefix="kpi-print-"))
    with ExitStack() as failed:
        failed.callback(shutil.rmtree, folder)
        shown = ReportShown(folder / "report.pdf", _write(ws, data, selection, title, setup, folder / "report.pdf", progress), True)
        failed.pop_all()
    return shown
