"""Rows behind a figure, by their ids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kpi_desktop.model.problem import Text

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True, eq=False)
class Rows:
    """Rows of one table by their row ids (int64 array)."""

    table: str
    ids: np.ndarray


@dataclass(frozen=True, eq=False)
class LeftOut:
    """Rows that a figure could not take, and why."""

    reason: Text
    rows: Rows
