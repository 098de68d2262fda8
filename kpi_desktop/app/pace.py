"""How fast work goes and how long it still takes, smoothed so that the figures can be read."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

_MEMORY = 3.0  # s: what happened longer ago than this hardly counts
_FIRST = 1.0   # s: before this nothing can be said


class Pace:
    """Hears how far work is; exponentially weighted means of its speed, the weight of a step being 1 - e^(-seconds / 3)."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._begun = self._at = clock()
        self._done, self._rows, self._weight = 0.0, 0, 0.0
        self._share_speed = self._row_speed = 0.0

    def hear(self, done: float, rows: int = 0) -> None:
        """Work is at this share (0 to 1) and has seen this many rows."""
        now = self._clock()
        passed = now - self._at
        if passed <= 0:
            return
        new = 1 - math.exp(-passed / _MEMORY)
        self._share_speed += new * ((done - self._done) / passed - self._share_speed)
        self._row_speed += new * ((rows - self._rows) / passed - self._row_speed)
        self._weight += new * (1 - self._weight)
        self._at, self._done, self._rows = now, done, rows

    @property
    def rows_a_second(self) -> float | None:
        """Rows a second; None as long as it cannot be told."""
        return self._row_speed / self._weight if self._told and self._row_speed > 0 else None

    @property
    def seconds_left(self) -> float | None:
        """Seconds until all is done; None as long as it cannot be told."""
        speed = self._share_speed / self._weight if self._told else 0.0
        return max(0.0, 1 - self._done) / speed if speed > 0 else None

    @property
    def _told(self) -> bool:
        return self._at - self._begun >= _FIRST and self._weight > 0
