"""`python -m tests.bench [--large]`: what the program costs beside its rivals, on seeded data, in one run. `--large` adds 10 M visits.

`python -m tests.bench --kill 50` kills imports instead, that often each; `--window FOLDER [LEADS VISITS]` measures changes in the window;
`--verdicts [WORLDS]` tries the verdicts in worlds of known truth, `--plans [WORLDS]` budgets.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import pandas as pd

CHANNELS = np.array(["Paid search", "Organic search", "LinkedIn", "Email", "Webinar", "Trade show", "Referral", "Display"])


def leads(path: Path, rows: int) -> Path:
    """A CSV of leads over three years: twelve columns, as a CRM writes them."""
    random = np.random.default_rng(7)
    created = pd.Timestamp("2023-01-01") + pd.to_timedelta(random.integers(0, 1095, rows), "D")
    mql = np.where(random.random(rows) < 0.4, created + pd.to_timedelta(random.integers(0, 20, rows), "D"), np.datetime64("NaT"))
    sql = np.where(random.random(rows) < 0.35, mql + pd.to_timedelta(random.integers(0, 30, rows), "D"), np.datetime64("NaT"))
    company = random.integers(0, max(1, rows // 5), rows)
    frame = pd.DataFrame({"lead": [f"00Q{i:012d}" for i in range(rows)], "created": created, "mql": mql, "sql": sql,
                          "channel": random.choice(CHANNELS, rows), "campaign": [f"Campaign {i}" for i in random.integers(0, 40, rows)],
                          "company": [f"Company {i} GmbH" for i in company], "email": [f"person{i}@company{c}.example" for i, c in enumerate(company)],
                          "country": random.choice(["Germany", "France", "Poland", "Czechia"], rows), "score": random.integers(0, 100, rows),
                          "product": random.choice(["Cloud", "Server", "Support"], rows), "owner": [f"Owner {i}" for i in random.integers(0, 25, rows)]})
    frame.to_csv(path, index=False, date_format="%Y-%m-%d")
    return path


def visits(path: Path, rows: int) -> Path:
    """A CSV of visitor-level visits over three years."""
    random = np.random.default_rng(8)
    days = (pd.Timestamp("2023-01-01") + pd.to_timedelta(np.arange(1095), "D")).strftime("%Y-%m-%d").to_numpy()
    frame = pd.DataFrame({"date": days[random.integers(0, 1095, rows)], "visitor id": random.integers(0, rows // 3, rows),
                          "channel": random.choice(CHANNELS, rows)})
    frame.to_csv(path, index=False)
    return path


def timed(work: Callable[[], object], times: int = 1) -> float:
    """Best of some runs, in seconds."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def child(*arguments: str) -> tuple[float, float]:
    """(seconds, peak MB) of the program run as a process of its own."""
    code = ("import resource, subprocess, sys; r = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); "
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024); sys.exit(r.returncode)")
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return time.perf_counter() - start, float(done.stdout)


def row(*cells: object) -> None:
    """One line of the table."""
    print(" | ".join(f"{c:.3f}" if isinstance(c, float) else str(c) for c in cells), flush=True)


def importing(folder: Path, file: Path, rows: int) -> Path:
    """Import beside `sqlite3 .import` and pandas."""
    workspace = folder / f"{file.stem}.kpi"
    ours, peak = child(sys.executable, "-m", "kpi_desktop", "import", "--workspace", str(workspace), str(file))
    row(f"import {file.stem}", ours, f"{rows / ours:,.0f} rows/s, peak {peak:.0f} MB")
    if shutil.which("sqlite3"):
        plain = timed(lambda: subprocess.run(["sqlite3", str(folder / "plain.db"), ".mode csv", f".import {file} t_{file.stem}"], check=True))
        row("  sqlite3 .import", plain, f"ours takes {ours / plain:.2f} times as long")
    with_pandas = f"import pandas, sqlite3; pandas.read_csv({str(file)!r}).to_sql('t', sqlite3.connect({str(folder / (file.stem + '.pd'))!r}), index=False)"
    seconds, peak = child(sys.executable, "-c", with_pandas)
    row("  pandas read_csv + to_sql", seconds, f"peak {peak:.0f} MB")
    return workspace


def figures(workspace: Path, files: list[Path]) -> None:
    """The ten KPIs with comparison and trends for a new scope, beside the same counts in DuckDB."""
    from kpi_desktop.metrics.dataset import Dataset
    from kpi_desktop.metrics.registry import compute
    from kpi_desktop.model.selection import Period, Selection
    from kpi_desktop.store.workspace import Workspace

    found: list[Dataset] = []

    def load() -> None:
        with Workspace(workspace) as ws:
            found.append(Dataset(ws.frames()))

    row("load the workspace", timed(load))
    data = found[0]
    compute(data, Selection(Period.parse("2024-Q1")), full=False)
    for code in ("2024-Q3", "2025-05"):
        row(f"ten KPIs, {code}, cards", timed(lambda code=code: compute(data, Selection(Period.parse(code)), full=False)))
    row("ten KPIs, 2024, in full", timed(lambda: compute(data, Selection(Period.parse("2024")))))
    try:
        import duckdb
    except ImportError:
        row("DuckDB is not installed", "")
        return
    db = duckdb.connect()
    for file in files:
        db.execute(f"CREATE TABLE {file.stem.split('_')[0]} AS SELECT * FROM read_csv('{file}')")

    def rival() -> None:
        for month in range(13):
            lo, hi = (f"DATE '{pd.Timestamp('2024-09-01') - pd.DateOffset(months=m):%Y-%m-%d}'" for m in (month, month - 1))
            for field in ("created", "mql", "sql"):
                db.execute(f"SELECT count(*) FROM leads WHERE {field} >= {lo} AND {field} < {hi}").fetchall()
            if len(files) > 1:
                db.execute(f'SELECT count(DISTINCT "visitor id") FROM visits WHERE date >= {lo} AND date < {hi}').fetchall()

    row("  DuckDB: leads, MQLs, SQLs, visitors with a 12-month trend", timed(rival))


def naming(count: int) -> None:
    """Proposals among so many company names, a tenth of them with a slip; the largest must not be a chain."""
    from kpi_desktop.metrics.names import proposals

    random = np.random.default_rng(9)
    stems = ["".join(random.choice(["ka", "lo", "mi", "ten", "ber", "gra", "fel", "dor"], 4)).title() for _ in range(count // 5)]
    names = {f"{stem} {kind} {form}".strip(): int(random.integers(1, 50)) for stem in stems for kind in ("Systems", "Energy") for form in ("GmbH", "Ltd", "")}
    names |= {f"{n[:4]}x{n[5:]}": 1 for n in list(names)[::10]}
    found = list[Any]()
    seconds = timed(lambda: found.extend(proposals(names, "company")))
    row(f"proposals among {len(names):,} names", seconds, f"{len(found):,} proposals, the largest of {max(len(c.names) for c in found)}")


_WINDOW = """
import sys, time
start = time.perf_counter()
from pathlib import Path
from PySide6.QtWidgets import QApplication
from PySide6.QtCore import QTimer
from kpi_desktop.app.session import Session
from kpi_desktop.ui import theme
from kpi_desktop.ui.main_window import MainWindow
app = QApplication([])
session = Session()
theme.apply(app, "light")
window = MainWindow(session)
window.show()
window.grab()
print(time.perf_counter() - start, flush=True)
if len(sys.argv) > 1:
    watch, came = QTimer(interval=5), []
    session.snapshot_ready.connect(came.append)
    def look():
        if session.idle and any(hasattr(c, "empty") and not c.empty for c in came):
            window.grab()
            print(time.perf_counter() - start)
            watch.stop()
            window.close()
    watch.timeout.connect(look)
    QTimer.singleShot(0, lambda: (session.open(Path(sys.argv[1])), watch.start()))
    app.exec()
"""


def program(folder: Path) -> None:
    """Window and report."""
    runs = [subprocess.run([sys.executable, "-c", _WINDOW], capture_output=True, text=True, check=True).stdout.split() for _ in range(3)]
    row("first window", min(float(r[0]) for r in runs))
    seconds, peak = child(sys.executable, "-m", "kpi_desktop", "report", "--demo", "--out", str(folder / "demo.pdf"))
    row("demo company made, imported and its report written", seconds, f"peak {peak:.0f} MB")


def overview(workspace: Path) -> None:
    """From the start of the program to a filled overview."""
    done = subprocess.run([sys.executable, "-c", _WINDOW, str(workspace)], capture_output=True, text=True, check=True)
    row(f"start to filled overview, {workspace.stem}", float(done.stdout.split()[1]))


def parser() -> argparse.ArgumentParser:
    """What can be measured; without an option the program beside its rivals."""
    made = argparse.ArgumentParser("python -m tests.bench", description="What the program costs beside its rivals, on seeded data, in one run.")
    made.add_argument("--large", action="store_true", help="with 10 M visits in place of 1 M")
    instead = made.add_mutually_exclusive_group()
    instead.add_argument("--kill", type=int, metavar="TIMES", help="kill imports instead, that often each")
    instead.add_argument("--window", nargs="+", metavar=("FOLDER", "LEADS VISITS"), help="measure changes in the window instead")
    instead.add_argument("--verdicts", type=int, nargs="?", const=400, metavar="WORLDS", help="try the verdicts in worlds of known truth instead")
    instead.add_argument("--plans", type=int, nargs="?", const=400, metavar="WORLDS", help="try budgets in worlds of known truth instead")
    return made


def main() -> None:
    """All measurements, or those that were asked for instead."""
    asked = parser().parse_args()
    if asked.kill is not None:
        from tests.bench import kill

        kill.run(asked.kill)
    elif asked.window is not None:
        from tests.bench import window

        folder, *sizes = asked.window
        window.run(Path(folder), *(map(int, sizes) if sizes else (1_000_000, 10_000_000)))
    elif asked.verdicts is not None:
        from tests.bench import verdicts

        verdicts.run(asked.verdicts, row)
    elif asked.plans is not None:
        from tests.bench import plans

        plans.run(asked.plans, row)
    else:
        beside_rivals(10_000_000 if asked.large else 1_000_000)


def beside_rivals(count: int) -> None:
    """Importing and figures beside other programs, with `count` visits."""
    with tempfile.TemporaryDirectory(prefix="kpi-bench-") as name:
        folder = Path(name)
        program(folder)
        naming(50_000)
        overview(importing(folder, leads(folder / "leads_100k.csv", 100_000), 100_000))
        many = leads(folder / "leads_1m.csv", 1_000_000)
        importing(folder, many, 1_000_000)
        seen = visits(folder / "visits_all.csv", count)
        importing(folder, seen, count)
        both = folder / "leads_1m.kpi"
        subprocess.run([sys.executable, "-m", "kpi_desktop", "import", "--workspace", str(both), str(seen)], check=True, stdout=subprocess.DEVNULL)
        overview(both)
        figures(both, [many, seen])


if __name__ == "__main__":
    main()
