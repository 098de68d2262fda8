"""A dataset from tables as a person would write them, for tests and scripts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, cast

import numpy as np
import pandas as pd

from kpi_desktop.metrics.dataset import EMPTY, Dataset
from kpi_desktop.model.frames import Frames, VisitCells, email_keys
from kpi_desktop.model.schema import BY_NAME, Kind
from kpi_desktop.model.selection import day_number


def from_plain(tables: Mapping[str, pd.DataFrame], *, currency: str = "EUR", visits: VisitCells | None = None,
               names: Iterable[str] = (), merges: tuple[Any, ...] = (), rates: tuple[Any, ...] = ()) -> Dataset:
    """A dataset from plain frames (texts, dates, numbers, "yes"/"no" or booleans), for tests and scripts.

    A REF column (deals.lead, attendance.lead) is matched with the linked table's ID column. Visitor-level visits come as `visits`.
    """
    vocabulary: dict[str, int] = {n: i for i, n in enumerate(names)}
    coded: dict[str, pd.DataFrame] = {}
    for table, frame in tables.items():
        columns: dict[str, Any] = {"row": np.arange(1, len(frame) + 1, dtype=np.int64)}
        for f in BY_NAME[table].fields:
            if f.name in frame.columns and f.kind not in (Kind.ID, Kind.TEXT):
                linked = tables.get(f.links) if f.links else None
                ids = list(linked[BY_NAME[f.links].key[0]]) if linked is not None else []
                columns[f.name] = [_code(v, f.kind, [c.value for c in f.choices], vocabulary, ids) for v in frame[f.name]]
        coded[table] = pd.DataFrame(columns)
    counts = {t: len(f) for t, f in coded.items()}
    return Dataset(Frames(0, coded, tuple(vocabulary), visits, currency, merges, rates, counts))


def _code(value: Any, kind: Kind, choices: list[str], vocabulary: dict[str, int], ids: list[Any]) -> Any:
    if value is None or value is pd.NaT or (isinstance(value, float) and np.isnan(value)) or value == "":
        return EMPTY[kind]
    if kind is Kind.DAY:
        return day_number(cast(date, pd.Timestamp(value).date()))
    if kind is Kind.NAME:
        return vocabulary.setdefault(str(value), len(vocabulary))
    if kind is Kind.CHOICE:
        return choices.index(str(value))
    if kind is Kind.FLAG:
        return {"yes": 1, "no": 0}.get(value, -1) if isinstance(value, str) else int(value)
    if kind is Kind.REF:
        return ids.index(value) + 1 if value in ids else -1
    if kind is Kind.EMAIL:
        return email_keys([str(value)])[0]
    return float(value)
