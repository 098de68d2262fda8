"""What is left of a crash: a log that names places in the program and nothing of the person's, and where the person was."""

from __future__ import annotations

import faulthandler
import json
import os
import platform
import re
import traceback
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

from kpi_desktop import paths
from kpi_desktop.model.problem import UserError
from kpi_desktop.model.schema import DIMENSIONS
from kpi_desktop.model.selection import Compare, Filter, Period, Selection
from kpi_desktop.version import __version__

_LARGEST = 200_000  # bytes of a log before it begins anew
_FRAME = re.compile(r'File "([^"]*)"')


@dataclass(frozen=True)
class LastState:
    """Where the person was: the workspace, the tab in front, and what was looked at: the period (as `Period.code`), what it is compared with (a
    `Compare`) and the filters as (dimension, member)."""

    workspace: Path
    tab: int
    period: str
    compare: str = Compare.PREVIOUS.value
    filters: tuple[tuple[str, str], ...] = ()

    @property
    def told(self) -> dict[str, Any]:
        """As the marker keeps it."""
        return {"workspace": str(self.workspace), "tab": self.tab, "period": self.period, "compare": self.compare, "filters": list(map(list, self.filters))}

    def of(self, selection: Selection) -> Selection:
        """A selection at the period, the comparison and the filters that were looked at."""
        return replace(selection, period=Period.parse(self.period), compare=Compare(self.compare), filters=tuple(Filter(d, m) for d, m in self.filters))


def log_file() -> Path:
    """Where crashes are written."""
    return paths.log_folder() / "crashes.log"


def short(path: str) -> str:
    """A place in the program without the folders before it: those may name a person."""
    parts = re.split(r"[\\/]", path)
    for root in ("kpi_desktop", "site-packages"):
        if root in parts:
            at = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[at + (root == "site-packages"):])
    return parts[-1]


def clean(error: BaseException) -> str:
    """The kinds of error and the places, from the cause on; neither messages nor lines of code, since both may hold cells or names of files."""
    chain: list[BaseException] = []
    at: BaseException | None = error
    while at is not None and at not in chain:
        chain.append(at)
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
    lines = []
    for one in reversed(chain):
        lines += [f"{type(one).__module__}.{type(one).__qualname__}"]
        lines += [f'  File "{short(f.filename)}", line {f.lineno}, in {f.name}' for f in traceback.extract_tb(one.__traceback__)]
    return "\n".join(lines)


def write(error: BaseException) -> Path:
    """Log an error; where the log is."""
    return _append(clean(error))


def _append(text: str) -> Path:
    file = log_file()
    head = f"--- {datetime.now():%Y-%m-%d %H:%M:%S} KPI Desktop {__version__} {platform.system()} {platform.machine()} Python {platform.python_version()}"
    try:
        if file.exists() and file.stat().st_size > _LARGEST:
            file.unlink()
        with file.open("a", encoding="utf-8") as log:
            log.write(f"{head}\n{text}\n")
    except OSError:
        pass  # nothing can be said of a crash on a full disk but on the screen
    return file


class Vigil:
    """Stands from the window's first moment to its orderly end; what it finds at the start was left by a program that ended otherwise."""

    def __init__(self) -> None:
        folder = paths.log_folder()
        self._marker, self._native = folder / f"running-{os.getpid()}.json", folder / f"native-{os.getpid()}.log"
        self._told: Any = None
        self.left = self._found(folder)
        self._file: TextIO | None = None
        try:
            self._file = self._native.open("w", encoding="utf-8")
            faulthandler.enable(self._file)
        except OSError:
            pass
        self.remember(None)

    def remember(self, state: LastState | None) -> None:
        """Keep where the person is."""
        told = {} if state is None else state.told
        if told == self._told:
            return
        self._told = told
        with suppress(OSError):  # a full disk costs the offer, not the work
            self._marker.write_text(json.dumps(told), "utf-8")

    def end(self) -> None:
        """The program ends as it should."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
        self._native.unlink(missing_ok=True)
        self._marker.unlink(missing_ok=True)

    def _found(self, folder: Path) -> LastState | bool:
        """Where the person was when a program ended unexpectedly; True where that is not known, False where none did."""
        left: LastState | bool = False
        for marker in sorted(folder.glob("running-*.json")):
            number = marker.stem.rpartition("-")[2]
            if not number.isdigit() or _runs(int(number)):
                continue
            native = folder / f"native-{number}.log"
            left = _state(marker) or left or True
            try:
                said = native.read_text("utf-8", "replace")
            except OSError:
                said = ""
            _append(_FRAME.sub(lambda m: f'File "{short(m[1])}"', said) or "The program ended without a word (it was ended from outside, or the power failed).")
            marker.unlink(missing_ok=True)
            native.unlink(missing_ok=True)
        return left


def _state(marker: Path) -> LastState | None:
    """What a marker says; one of an older program says nothing of comparison and filters."""
    try:
        told = json.loads(marker.read_text("utf-8"))
        filters = tuple((str(d), str(m)) for d, m in told.get("filters", ()) if d in DIMENSIONS)
        return LastState(Path(told["workspace"]), int(told["tab"]), Period.parse(str(told["period"])).code,
                         Compare(told.get("compare", Compare.PREVIOUS)).value, filters)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, UserError):
        return None


def _runs(process: int) -> bool:
    """Whether a process is there. This one's own number, given to it again, counts as gone."""
    if process == os.getpid():
        return False
    if os.name == "nt":
        import ctypes

        handle = ctypes.windll.kernel32.OpenProcess(0x1000, False, process)  # type: ignore[attr-defined]
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)  # type: ignore[attr-defined]
        return bool(handle)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
