"""Work off the window's thread: lanes of one worker each, progress, cancel, and one way for errors."""

from __future__ import annotations

import logging
import threading
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from kpi_desktop.app import crashes
from kpi_desktop.app.pace import Pace
from kpi_desktop.app.screens import Busy, Trouble
from kpi_desktop.model.problem import Cancelled, Text, UserError

log = logging.getLogger(__name__)
_TELL = 0.5  # s between two words about progress, where less than a hundredth was done

Work = Callable[[Callable[..., None]], Any]
"""What is done: it calls `progress(done, total)`, or `progress(done, total, rows)` where it counts rows."""


@dataclass(eq=False)
class _Task:
    what: Text
    work: Work
    then: Callable[[Any], None]
    can_cancel: bool
    failed: Callable[[Trouble], bool] | None
    cancelled: Callable[[], None] | None
    quiet: bool = False
    stop: threading.Event = field(default_factory=threading.Event)
    done: float | None = None
    told: float = 0.0
    pace: Pace | None = None
    superseded: bool = False


class Calm:
    """Whether nobody waits for work, in any of the lanes that share it: what is quiet goes on only then."""

    def __init__(self) -> None:
        self._awaited = 0
        self._here = threading.Event()
        self._here.set()

    def awaited(self, more: int) -> None:
        """So many works more are waited for (fewer: -1)."""
        self._awaited += more
        if self._awaited:
            self._here.clear()
        else:
            self._here.set()

    def wait(self, stop: threading.Event) -> None:
        """Until nobody waits, or the work is stopped."""
        while not self._here.wait(0.1) and not stop.is_set():
            pass


class Lane(QObject):
    """One worker thread. Results, progress and trouble come back on the thread that made the lane."""

    busy = Signal(object)
    trouble = Signal(object)
    _posted = Signal(object)

    def __init__(self, name: str, *, latest_wins: bool = False, calm: Calm | None = None) -> None:
        super().__init__()
        self._latest_wins = latest_wins
        self._calm = calm or Calm()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._tasks: list[_Task] = []
        self._posted.connect(lambda call: call(), Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """Whether nothing is in hand that somebody waits for."""
        return all(task.quiet for task in self._tasks)

    def run(self, what: Text, work: Work, then: Callable[[Any], None], *, can_cancel: bool = True,
            failed: Callable[[Trouble], bool] | None = None, cancelled: Callable[[], None] | None = None, quiet: bool = False) -> None:
        """Do `work(progress)` on the worker and give its result to `then`; where the latest wins, earlier work is cancelled and dropped.

        `failed` may take a Trouble itself by returning True; `cancelled` hears that the work was stopped before it was done.
        What is `quiet` nobody waits for: it is not said, it rests while anybody waits for other work, and gives way to what comes after it.
        """
        for earlier in self._tasks:
            if (self._latest_wins or earlier.quiet) and earlier.can_cancel:
                earlier.superseded = True
                earlier.stop.set()
        task = _Task(what, work, then, can_cancel, failed, cancelled, quiet)
        self._tasks.append(task)
        if not quiet:
            self._calm.awaited(1)
        self._say()
        self._pool.submit(self._do, task)

    def cancel(self) -> None:
        """Stop what is in hand; what is done before it hears of that still counts."""
        for task in self._tasks:
            if task.can_cancel:
                task.stop.set()

    def close(self) -> None:
        """Cancel, and wait for the worker to end."""
        for task in self._tasks:
            task.stop.set()
        self._pool.shutdown(wait=True, cancel_futures=True)
        for task in list(self._tasks):
            self._forget(task)

    def _forget(self, task: _Task) -> None:
        self._tasks.remove(task)
        if not task.quiet:
            self._calm.awaited(-1)

    def _do(self, task: _Task) -> None:
        pace = task.pace = Pace()

        def progress(done: float, total: float, rows: int = 0) -> None:
            if task.quiet:
                self._calm.wait(task.stop)
            if task.stop.is_set():
                raise Cancelled
            share, now = done / total if total else 0.0, time.monotonic()
            if task.done is None or share - task.done >= 0.01 or share < task.done or now - task.told >= _TELL:
                pace.hear(share, rows)
                task.done, task.told = share, now
                self._posted.emit(self._say)

        result, trouble, done = None, None, False
        try:
            if not task.stop.is_set():
                result, done = task.work(progress), True
        except Cancelled:
            log.info("cancelled: %s", task.what.source)  # its values may name a file
        except UserError as error:
            trouble = Trouble(error.what, error.advice)
        except Exception as error:  # noqa: BLE001  a bug in any work ends here: told with its traceback, never lost with the worker
            place = crashes.write(error)
            trouble = Trouble(Text("Something went wrong in the program. It is written, without your data, in {file}.", file=str(place)),
                              Text("Your data are as they were."), traceback.format_exc())
        self._posted.emit(lambda: self._ended(task, result, trouble, done))

    def _ended(self, task: _Task, result: Any, trouble: Trouble | None, done: bool) -> None:
        if task not in self._tasks:
            return
        self._forget(task)
        self._say()
        if trouble is not None:
            if task.failed is None or not task.failed(trouble):
                self.trouble.emit(trouble)
        elif done and not task.superseded:
            task.then(result)
        elif not done and task.cancelled is not None:
            task.cancelled()

    @property
    def state(self) -> Busy | None:
        """What is in hand; None where nothing is."""
        live = next((t for t in self._tasks if not t.stop.is_set() and not t.quiet), None)
        if live is None:
            return None
        pace = live.pace
        return Busy(live.what, live.done, live.can_cancel, pace and pace.rows_a_second, pace and pace.seconds_left)

    def _say(self) -> None:
        self.busy.emit(self.state)
