"""Everything a report tells, gathered from a workspace."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

from kpi_desktop import demo
from kpi_desktop.app.screens import ReportShown
from kpi_desktop.i18n import tr
from kpi_desktop.metrics import funnel
from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.registry import Progress, compute
from kpi_desktop.metrics.result import Snapshot
from kpi_desktop.model.decided import Decided
from kpi_desktop.model.decisions import LoggedImport
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.schema import TABLES
from kpi_desktop.model.selection import Grain, Period, Selection, day_of
from kpi_desktop.planning.practices import KINDS
from kpi_desktop.planning.verdicts import review
from kpi_desktop.report.contents import ReportData
from kpi_desktop.report.writing import write
from kpi_desktop.store import decisions
from kpi_desktop.store.workspace import Workspace


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
           progress: Progress | None = None) -> ReportData:
    """The figures, funnels and reviews of a selection, ready to be laid out."""
    snapshot = _by_month(data, selection, compute(data, selection, progress=progress, targets=decided.targets))
    by = "channel" if "channel" in data.dimensions else None
    funnels = tuple((funnel.compute(data, selection, mode, by), funnel.compared(data, selection, mode)) for mode in ("period", "cohort"))
    reviews = tuple(r for kind in KINDS for r in (review(data, selection, kind, decided.verdicts, decided.planned),) if r.practices)
    return ReportData(title, snapshot, funnels, reviews, imports, rows_held(data), span(data), date.today(), decided.notes)


def _by_month(data: Dataset, selection: Selection, snapshot: Snapshot) -> Snapshot:
    """A year is drawn by its months; other periods by the last twelve of their kind."""
    if selection.period.grain is not Grain.YEAR:
        return snapshot
    months = compute(data, selection.with_period(Period.of(Grain.MONTH, selection.period.last)), full=False)
    return replace(snapshot, kpis=tuple(replace(s, trend=m.trend) for s, m in zip(snapshot.kpis, months.kpis, strict=True)))


def make(workspace: Path | None, period: Period | None, out: Path) -> int:
    """Write the report of a workspace (None: the demo company) to `out`; the number of pages."""
    if not out.parent.is_dir():
        raise UserError(Text("There is no folder {folder}.", folder=str(out.parent)), Text("Make it first, or choose another place."))
    if workspace is None:
        with tempfile.TemporaryDirectory(prefix="kpi-demo-") as folder:
            return _make(fill_demo(Path(folder) / "demo.kpi"), period, out, tr("Demo company"))
    return _make(workspace, period, out, workspace.stem)


def _make(workspace: Path, period: Period | None, out: Path, title: str) -> int:
    with Workspace(workspace) as ws:
        data = Dataset(ws.frames())
        decided, imports = decisions.decided(ws), tuple(ws.imports())
    return write(out, gather(data, Selection(period or usual_period(data)), title, decided, imports))


def fill_demo(path: Path) -> Path:
    """Make the demo company's workspace: its export files are written and imported like any other."""
    from kpi_desktop.imports import convert, mapping, readers

    with tempfile.TemporaryDirectory(prefix="kpi-exports-") as folder, Workspace(path, create=True) as ws:
        demo.write_files(Path(folder))
        for file in sorted(Path(folder).iterdir()):
            raw = readers.read(file)
            ws.add(convert.convert(raw, mapping.guess(raw).mapping, currency=ws.setting("currency"), rates=()))
    return path


def export(ws: Workspace, data: Dataset, selection: Selection, title: str, out: Path | None, progress: Progress) -> ReportShown:
    """Write the report of a selection to `out`; None: to a folder of its own, which is gone again if the writing fails."""
    gathered = gather(data, selection, title, decisions.decided(ws), tuple(ws.imports()))
    if out is not None:
        return ReportShown(out, write(out, gathered, progress), False)
    folder = Path(tempfile.mkdtemp(prefix="kpi-print-"))
    with ExitStack() as failed:
        failed.callback(shutil.rmtree, folder)
        shown = ReportShown(folder / "report.pdf", write(folder / "report.pdf", gathered, progress), True)
        failed.pop_all()
    return shown
