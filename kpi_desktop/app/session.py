"""The one observable: a workspace, a selection, and commands; screens are computed off the window's thread and handed over whole.

pandas, numpy and scipy are reached only inside the lanes, after the window shows.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from kpi_desktop import i18n, paths
from kpi_desktop.app import report_templates
from kpi_desktop.app.decided import Deciding
from kpi_desktop.app.incoming import Incoming
from kpi_desktop.app.plan import PlanWritten
from kpi_desktop.app.safe import Safe
from kpi_desktop.app.screens import Changes, ReportShown, RowsShown, Written
from kpi_desktop.app.settings import Settings
from kpi_desktop.app.tasks import Calm, Lane
from kpi_desktop.model.decisions import Verdict
from kpi_desktop.model.problem import Text
from kpi_desktop.model.selection import Grain, Period, Selection

if TYPE_CHECKING:
    from kpi_desktop.app.wanted import Wanted
    from kpi_desktop.metrics.dataset import Dataset
    from kpi_desktop.metrics.rows import LeftOut, Rows
    from kpi_desktop.model.plans import Plan
    from kpi_desktop.store.recovery import Recovered
    from kpi_desktop.store.workspace import Workspace

DEMO = "demo.kpi"
_PAUSE = 400  # ms after something was asked for or a screen came, by when it is drawn and nobody waits


class Session(QObject):
    """Commands in; `changed`, `snapshot_ready` (a screen of app.screens), `busy` and `problem` out."""

    changed = Signal(object)
    snapshot_ready = Signal(object)
    busy = Signal(object)
    problem = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.settings = Settings()
        self.selection = Selection(Period.of(Grain.QUARTER, date.today()))
        self.span: tuple[date, date] | None = None
        self.workspace_path: Path | None = None
        self.load_charts: Callable[[], None] = lambda: None
        """Loads what draws charts, which takes a second; the window says how, and it is done off its thread."""
        self._watched: Wanted | None = None
        self._data: Dataset | None = None
        self._prepared: Dataset | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._rest)
        self.incoming, self.decided, self.safe = Incoming(self), Deciding(self), Safe(self)
        calm = Calm()
        self._write, self._compute, self._report = Lane("write", calm=calm), Lane("compute", latest_wins=True, calm=calm), Lane("report", calm=calm)
        for lane in (self._write, self._compute, self._report):
            lane.busy.connect(self._say_busy)
            lane.trouble.connect(self.problem)

    @property
    def is_open(self) -> bool:
        """Whether a workspace is open."""
        return self.workspace_path is not None

    @property
    def idle(self) -> bool:
        """Whether no work is in hand."""
        return all(lane.idle for lane in (self._write, self._compute, self._report))

    def _say_busy(self) -> None:
        """One status for all lanes: what takes longest goes first."""
        states = [lane.state for lane in (self._write, self._report, self._compute)]
        self.busy.emit(next((s for s in states if s is not None), None))

    def _run(self, lane: Lane, said: Text, what: Callable[[Workspace, Any], Any], then: Callable[[Any], None], **how: Any) -> None:
        """Do something with the open workspace in a lane; a connection of its own, closed when done."""
        path = self.workspace_path

        def work(progress: Any) -> Any:
            from kpi_desktop.store.workspace import Workspace

            with Workspace(path) as ws:  # type: ignore[arg-type]
                return what(ws, progress)

        lane.run(said, work, then, **how)

    # -- workspaces -----------------------------------------------------------------------------------------------------

    def open(self, path: Path, *, create: bool = True) -> None:
        """Open a workspace (made where `create` allows it)."""

        def work(progress: Any) -> Recovered | None:
            from kpi_desktop.app import keeping

            return keeping.opened(path, create=create, now=datetime.now(), progress=progress)

        self._write.run(Text("Opening {file}", file=path.name), work, lambda done: self._opened(path, done))

    def open_demo(self) -> None:
        """Open the demo company, made anew where it is not there yet."""
        path = paths.data_folder() / DEMO

        def work(progress: Any) -> None:
            from kpi_desktop.app import reporting
            from kpi_desktop.store.workspace import Workspace

            if not path.exists():
                fresh = path.with_suffix(".new")
                for old in (fresh, Path(f"{fresh}-wal"), Path(f"{fresh}-shm")):
                    old.unlink(missing_ok=True)
                reporting.fill_demo(fresh)
                fresh.replace(path)
            with Workspace(path):  # brought up to date here, before both lanes read it
                pass

        self._write.run(Text("Making the demo company"), work, lambda _: self._opened(path), can_cancel=False)

    def _opened(self, path: Path, done: Recovered | None = None) -> None:
        self._began(path)
        if done is None and path.name != DEMO:
            self.safe.look_after(path)
        elif done is not None:
            self.safe.tell(done)

    def _began(self, path: Path) -> None:
        self.workspace_path, self._data, self._prepared, self.span = path, None, None, None
        self.settings.opened(path)
        self.decided.opened()
        self.incoming.opened()
        self._look(first=True)

    def _look(self, *, first: bool) -> None:
        """Load the data and see how far they reach; at first sight the selection goes to the last whole quarter."""

        def then(span: tuple[date, date] | None) -> None:
            self.span = span
            if first and span is not None:
                self.selection = Selection(last_whole_quarter(span), self.selection.compare)
            self.changed.emit(Changes(opened=first, selection=first))
            self._refresh()
            self._pause.start()

        def work(progress: Any) -> tuple[date, date] | None:
            from kpi_desktop.app.reporting import span

            return span(self._dataset())

        self._compute.run(Text("Reading the workspace"), work, then, can_cancel=False)

    def _dataset(self, ws: Workspace | None = None) -> Dataset:
        """The data of the workspace's revision; read once (compute and report lanes)."""
        from kpi_desktop.metrics.dataset import Dataset
        from kpi_desktop.store.workspace import Workspace

        if ws is None:
            assert self.workspace_path is not None
            with Workspace(self.workspace_path) as ws:
                return self._dataset(ws)
        data = self._data
        if data is None or data.revision != ws.revision:
            gc.unfreeze()
            data = self._data = Dataset(ws.frames())
        return data

    def _rest(self) -> None:
        """Nobody waits: what comes next is prepared, then the workspace looked after."""
        if not self.idle:
            self._pause.start()
        elif self._data is not None and self._data is not self._prepared:
            self._prepare(self._data)
        else:
            self.safe.rest()

    def _prepare(self, data: Dataset) -> None:
        """Work out what all screens share, until somebody asks for something. Compute lane."""

        def work(progress: Any) -> Dataset:
            from kpi_desktop.metrics.prepare import prepare

            self.load_charts()
            for _ in prepare(data):
                progress(0.0, 1.0)
            gc.freeze()  # else the search for garbage goes through all of it again and again, and a change waits for that for 0.1 s
            return data

        def then(done: Dataset) -> None:
            self._prepared = done
            self._pause.start()

        self._compute.run(Text("Computing"), work, then, quiet=True)

    # -- screens --------------------------------------------------------------------------------------------------------

    def watch(self, screen: str, **how: Any) -> None:
        """Say what the visible screen shows; it comes by `snapshot_ready`, now and after every change."""
        from kpi_desktop.app.wanted import Wanted

        self._watched = Wanted(screen, **how)
        self._refresh()

    def select(self, selection: Selection) -> None:
        """Look at another period, comparison or filter."""
        if selection != self.selection or selection.period.grain is not self.selection.period.grain:
            self.selection = selection
            self.changed.emit(Changes(selection=True))
            self._refresh()

    def _refresh(self) -> None:
        wanted, selection = self._watched, self.selection
        if not self.is_open or wanted is None:
            return
        if wanted.screen == "import":
            self.incoming.show()
            return
        if wanted.screen in ("kept", "rates", "privacy"):
            self._show_decided(wanted.screen)
            return

        def work(progress: Any) -> object:
            from kpi_desktop.app.building import build
            from kpi_desktop.store import decisions
            from kpi_desktop.store.workspace import Workspace

            with Workspace(self.workspace_path) as ws:  # type: ignore[arg-type]
                data, decided = self._dataset(ws), decisions.decided(ws)
            if wanted.screen != "overview":
                self.load_charts()
            return build(wanted, data, selection, decided, progress)

        def then(screen: object) -> None:
            self.snapshot_ready.emit(screen)
            self._pause.start()

        self._pause.start()
        self._compute.run(Text("Computing"), work, then)

    def _show_decided(self, screen: str) -> None:
        """Screens of what lies in the workspace beside the figures."""

        def what(ws: Workspace, progress: Any) -> object:
            from kpi_desktop.app import kept, privacy, rates

            return {"kept": kept, "rates": rates, "privacy": privacy}[screen].shown(ws)

        self._run(self._compute, Text("Reading the workspace"), what, self.snapshot_ready.emit)

    def rows(self, title: Text, groups: tuple[Rows | LeftOut, ...]) -> None:
        """Fetch the rows behind a figure."""

        def what(ws: Workspace, progress: Any) -> object:
            from kpi_desktop.app import rows

            return rows.shown(ws, title, groups)

        self._run(self._report, Text("Fetching rows"), what, self.snapshot_ready.emit)

    def export_rows(self, shown: RowsShown, out: Path) -> None:
        """Write all rows behind a figure as CSV or XLSX."""

        def what(ws: Workspace, progress: Any) -> object:
            from kpi_desktop.app import rows

            return rows.export(ws, shown.groups, out, progress)

        self._run(self._report, Text("Writing {file}", file=out.name), what, self.snapshot_ready.emit)

    # -- imports --------------------------------------------------------------------------------------------------------

    def aside(self, said: Text, what: Callable[[Workspace, Any], Any], then: Callable[[Any], None], **how: Any) -> None:
        """Do something in the write lane that no figure sees (a mapping tried out, saved or forgotten); its result goes to `then`."""
        self._run(self._write, said, what, then, **how)

    def take_back(self, import_id: int) -> None:
        """Undo one import."""

        self._run(self._write, Text("Taking an import back"), lambda ws, progress: frozenset(ws.take_back(import_id, progress)), self.data_changed)

    def reopened(self, done: Recovered | None = None) -> None:
        """The workspace's file is another one now."""
        if self.workspace_path is not None:
            self._opened(self.workspace_path, done)

    def data_changed(self, tables: frozenset[str]) -> None:
        self.incoming.look()
        self.changed.emit(Changes(tables=tables))
        self._look(first=self.span is None)

    # -- decisions ------------------------------------------------------------------------------------------------------

    def set_verdict(self, verdict: Verdict) -> None:
        """Keep the person's own verdict and note."""
        self.decided.verdict(verdict)

    def clear_verdict(self, kind: str, practice: str) -> None:
        """Go back to the computed verdict."""
        self.decided.no_verdict(kind, practice)

    def change(self, said: Text, what: Callable[[Workspace], object]) -> None:
        """Change what lies beside the figures (rows kept aside, merged names, rates ...) off the window's thread. What it returns is shown, and
        figures follow."""

        def then(result: object) -> None:
            if result is not None:
                self.snapshot_ready.emit(result)
            self.data_changed(frozenset())

        self._run(self._write, said, lambda ws, _: what(ws), then, can_cancel=False)

    def look_again(self) -> None:
        """Something was decided: figures stay, what stands beside them is drawn anew."""
        self.changed.emit(Changes(decisions=True))
        self._refresh()

    def members(self, then: Callable[[dict[str, tuple[str, ...]]], None]) -> None:
        """The names that a filter can be set to, by dimension; they go to `then`."""

        def work(progress: Any) -> dict[str, tuple[str, ...]]:
            from kpi_desktop.app.building import members

            return members(self._dataset())

        self._report.run(Text("Reading the workspace"), work, then)

    # -- reports --------------------------------------------------------------------------------------------------------

    def export_pdf(self, out: Path) -> None:
        """Write the report of the current selection, as it was set up last."""
        self._make_pdf(out)

    def make_print_pdf(self) -> None:
        """Write the report to a folder of its own, to be printed or previewed from."""
        self._make_pdf(None)

    def _make_pdf(self, out: Path | None) -> None:
        selection, path = self.selection, self.workspace_path
        assert path is not None
        title, setup = Text("Demo company") if path.name == DEMO else path.stem, report_templates.last(self.settings)

        def what(ws: Workspace, progress: Any) -> ReportShown:
            from kpi_desktop.app import reporting

            return reporting.export(ws, self._dataset(), selection, title, out, progress, setup)

        self._run(self._report, Text("Writing the report"), what, self.snapshot_ready.emit)

    def export_plan(self, plan: Plan, out: Path) -> None:
        """Write a plan as PDF, workbook or calendar, by the name's ending."""
        selection = self.selection

        def what(ws: Workspace, progress: Any) -> PlanWritten:
            from kpi_desktop.app import plan_screen

            return PlanWritten(plan_screen.export(ws, self._dataset(), selection, plan, out, progress))

        self._run(self._report, Text("Writing {file}", file=out.name), what, self.snapshot_ready.emit)

    def export_tables(self, out: Path) -> None:
        """Write the tables and charts of the current selection as a workbook."""
        selection = self.selection

        def what(ws: Workspace, progress: Any) -> Written:
            from kpi_desktop.app import workbook

            return workbook.export(ws, self._dataset(), selection, out, progress)

        self._run(self._report, Text("Writing {file}", file=out.name), what, self.snapshot_ready.emit)

    # -- the program ----------------------------------------------------------------------------------------------------

    def set_language(self, code: str) -> None:
        """Speak another language from now on."""
        i18n.set_language(code)
        self.settings["language"] = code
        self.changed.emit(Changes(language=True))

    def cancel(self) -> None:
        """Stop what is in hand."""
        for lane in (self._write, self._compute, self._report):
            lane.cancel()

    def close(self) -> None:
        """Cancel, wait for the workers, close."""
        self._pause.stop()
        self.incoming.close()
        for lane in (self._compute, self._report, self._write):
            lane.close()
        gc.unfreeze()


def last_whole_quarter(span: tuple[date, date]) -> Period:
    """The last quarter that has ended by the last day of the data; the one begun where the data reach no earlier one."""
    first, last = span
    quarter = Period.of(Grain.QUARTER, last)
    before = quarter.shift(-1)
    return quarter if quarter.last <= last or before.last < first else before
