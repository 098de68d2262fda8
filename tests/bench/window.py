"""How long a change takes until it is seen: the real window, offscreen, over a large company.

`python -m tests.bench --window FOLDER [LEADS VISITS]` (1 M and 10 M at first; the workspace is made in the folder once). Each change runs from the
call that a person's choice makes to the end of the last paint, charts included; CPU time is of the whole process, all threads. The first change of a
kind is told by itself, as it makes what later ones find.
"""

from __future__ import annotations

import math
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from kpi_desktop.app.session import Session
from kpi_desktop.model.selection import Compare, Filter, Period, Selection
from kpi_desktop.ui import theme
from kpi_desktop.ui.main_window import FUNNEL, OVERVIEW, PLANNER, MainWindow
from tests.bench import company
from tests.bench.__main__ import CHANNELS

BAR = 150.0
"""What a change may take, in ms."""
_QUIET = 60  # ms without a paint, after which the screen counts as drawn
_LOOKS = 5000  # ms
_PERIODS = ("2024-Q3", "2024-Q2", "2025-05", "2025-04", "2024", "2025-Q3")
_COMPARED = (Compare.YEAR, Compare.PREVIOUS, Compare.NONE, Compare.YEAR, Compare.PREVIOUS)

Changes = list[Callable[[], None]]


class Watched(MainWindow):
    """The window, noting when it was painted last."""

    painted = (0.0, 0.0)

    def event(self, event: QEvent) -> bool:
        heard = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest:
            self.painted = time.perf_counter(), time.process_time()
        return heard


class Bench:
    """A window over a workspace, and the changes made in it."""

    def __init__(self, workspace: Path) -> None:
        self.app = QApplication.instance() or QApplication([])
        self.session = Session()
        theme.apply(self.app, "light")  # type: ignore[arg-type]
        self.window = Watched(self.session)
        self.window.resize(1280, 720)
        self.window.show()
        self.rows: list[tuple[str, str, list[float], list[float]]] = []
        self._came: tuple[float, float] | None = None
        self.session.snapshot_ready.connect(self._hear)
        self.session.problem.connect(lambda trouble: sys.exit(f"{trouble}"))
        start = time.perf_counter()
        self.session.open(workspace, create=False)
        self._wait()
        print(f"opened, read and shown in {time.perf_counter() - start:.1f} s", flush=True)

    def _hear(self, _: Any) -> None:
        self._came = time.perf_counter(), time.process_time()

    def _wait(self) -> None:
        """Run the window until the screen came and nothing was painted for a while."""
        loop, timer = QEventLoop(), QTimer(interval=10)

        def look() -> None:
            if self._came and self.session.idle and time.perf_counter() - max(self.window.painted[0], self._came[0]) > _QUIET / 1000:
                loop.quit()

        timer.timeout.connect(look)
        timer.start()
        loop.exec()
        timer.stop()

    def timed(self, does: Callable[[], None]) -> tuple[float, float]:
        """(wall, CPU) in ms from a change to its last paint."""
        self._came = None
        wall, cpu = time.perf_counter(), time.process_time()
        does()
        self._wait()
        seen, spent = max(self.window.painted, self._came or self.window.painted)  # a screen that stays as it was is not painted
        return 1000 * (seen - wall), 1000 * (spent - cpu)

    def pause(self) -> None:
        """As long as a person looks at the first screen, within which the program prepares what comes next."""
        loop, cpu = QEventLoop(), time.process_time()
        QTimer.singleShot(_LOOKS, loop.quit)
        loop.exec()
        print(f"looked at for {_LOOKS / 1000:.0f} s, {time.process_time() - cpu:.1f} s of CPU; {memory():.0f} MB", flush=True)

    def measure(self, screen: str, what: str, changes: Changes) -> None:
        """Make some changes of a kind."""
        found = [self.timed(change) for change in changes]
        self.rows.append((screen, what, [f[0] for f in found], [f[1] for f in found]))
        row(*self.rows[-1])

    def select(self, **how: Any) -> Callable[[], None]:
        """Looks at something else."""
        return lambda: self.session.select(replace(self.session.selection, **how))

    def selections(self, screen: str) -> None:
        """Change period, comparison and filter, each some times, and go back."""
        before: Selection = self.session.selection
        self.measure(screen, "period", [self.select(period=Period.parse(code)) for code in _PERIODS])
        self.measure(screen, "comparison", [self.select(compare=c) for c in _COMPARED])
        self.measure(screen, "filter", [self.select(filters=(Filter("channel", str(c)),)) for c in CHANNELS[:4]])
        self.timed(lambda: self.session.select(before))


def row(screen: str, what: str, wall: list[float], cpu: list[float]) -> None:
    """One line of the table: the first use by itself, then all later ones."""
    later, spent = wall[1:] or wall, cpu[1:] or cpu
    told = f"{wall[0]:6.0f} {cpu[0]:6.0f}   {statistics.median(later):6.0f} {max(later):6.0f}   {statistics.median(spent):6.0f} {max(spent):6.0f}"
    print(f"{screen:28} {what:11} {told}  {'SLOW' if max(later) > BAR else ''}", flush=True)


def memory() -> float:
    """Resident memory of the process, MB; NaN where the system does not tell."""
    status = Path("/proc/self/status")
    found = re.search(r"VmRSS:\s+(\d+)", status.read_text("ascii")) if status.exists() else None
    return int(found[1]) / 1024 if found else math.nan


def summary(rows: list[tuple[str, str, list[float], list[float]]]) -> None:
    """Per screen over all its changes: the slowest first use, the median and the slowest of the later ones; then which exceed the bar."""
    print(f"\n{'screen':28} {'first':>6} {'median':>6} {'max':>6}  ms")
    for screen in dict.fromkeys(r[0] for r in rows):
        mine = [r for r in rows if r[0] == screen]
        later = [ms for r in mine for ms in (r[2][1:] or r[2])]
        print(f"{screen:28} {max(r[2][0] for r in mine):6.0f} {statistics.median(later):6.0f} {max(later):6.0f}")
    slow = sorted(((max(wall[1:] or wall), f"{screen}, {what}") for screen, what, wall, _ in rows if max(wall[1:] or wall) > BAR), reverse=True)
    print(f"{len(slow)} of {len(rows)} take longer than {BAR:.0f} ms at their slowest after the first use",
          *(f"{ms:.0f} {name}" for ms, name in slow), sep="\n  ")


def _dimensions(box: Any) -> list[str]:
    return [box.itemData(at) for at in range(box.count())]


def details(bench: Bench) -> None:
    """Every KPI's detail."""
    from kpi_desktop.metrics.registry import KPIS

    tab = bench.window.overview_tab
    for kpi in KPIS:
        name = f"detail {kpi.id}"
        bench.measure(name, "opened", [lambda kpi=kpi: tab.open_detail(kpi.id)])
        bench.selections(name)
        bench.measure(name, "dimension", [lambda d=d: tab._break_down(d) for d in _dimensions(tab._detail._by)])
        bench.timed(tab.close_detail)


def funnels(bench: Bench) -> None:
    """Both readings, split by every dimension."""
    bench.timed(lambda: bench.window._tabs.setCurrentIndex(FUNNEL))
    tab = bench.window.funnel_tab
    for mode in ("period", "cohort"):
        name = f"funnel {mode}"
        bench.measure(name, "opened", [lambda mode=mode: tab._read(mode)])
        bench.selections(name)
        bench.measure(name, "dimension", [lambda d=d: tab._split_by(d, False) for d in _dimensions(tab._split)])
        bench.timed(lambda: tab._split_by("channel", False))


def planner(bench: Bench) -> None:
    """Every kind of practice."""
    bench.timed(lambda: bench.window._tabs.setCurrentIndex(PLANNER))
    tab = bench.window.planner_tab.review
    for kind in _dimensions(tab._kinds):
        bench.measure(f"planner {kind}", "dimension", [lambda kind=kind: tab._choose_kind(kind)])
        bench.selections(f"planner {kind}")


@contextmanager
def own_settings() -> Iterator[None]:
    """The person's own settings are left alone."""
    import os

    with tempfile.TemporaryDirectory(prefix="kpi-bench-") as folder:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            os.environ[name] = folder
        yield


def run(folder: Path, leads: int, visits: int) -> None:
    """Measure every screen; says which changes take longer than they may."""
    folder.mkdir(parents=True, exist_ok=True)
    with own_settings():
        bench = Bench(company.workspace(folder, leads, visits))
        print(f"{memory():.0f} MB; {'':17} {'first':>13}   {'later: median, max':>13}   {'of CPU':>13}  ms")
        print(f"{'screen':28} {'change':11} {'wall':>6} {'cpu':>6}   {'median':>6} {'max':>6}   {'median':>6} {'max':>6}", flush=True)
        bench.pause()
        bench.selections("overview")
        details(bench)
        funnels(bench)
        planner(bench)
        bench.window._tabs.setCurrentIndex(OVERVIEW)
        bench.window.close()
        summary(bench.rows)
        print(f"{memory():.0f} MB")
