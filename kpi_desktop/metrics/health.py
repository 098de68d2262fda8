"""How sound the data are: how far each table reaches, what is blank, what leads nowhere, what cannot be, and what each KPI still needs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np

from kpi_desktop.metrics.dataset import Dataset, known
from kpi_desktop.metrics.findings import Blank, Coverage, Finding, Health, Jump, KpiNeeds, first_day, month_number
from kpi_desktop.metrics.registry import KPIS, lack
from kpi_desktop.metrics.result import Kpi
from kpi_desktop.metrics.rows import Rows
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import BY_NAME, NO_DAY, TABLES, Kind
from kpi_desktop.model.selection import Grain, Period

DATES = {"visits": ("date", ""), "leads": ("created", ""), "events": ("date", ""), "attendance": ("registered", ""), "spend": ("date", ""),
         "deals": ("created", ""), "customers": ("started", ""), "invoices": ("date", ""), "nps": ("date", ""), "reps": ("from", "to")}
"""The dates by which a table's rows lie in time: the day, or the first and the last one."""
JUMP, ENOUGH, BESIDE = 5.0, 30, 6
"""A month jumps that lies further than this many (robust) standard deviations from the median of as many months on either side, from so many rows on."""
RHYTHM = 4
"""From so many steps on between months with rows, their median is a table's rhythm."""

_ORDERS = {
    "leads": (("created", "mql"), ("mql", "sql"), ("created", "sql"), ("created", "rejected")), "deals": (("created", "closed"),),
    "customers": (("started", "ended"),), "spend": (("from", "to"),), "reps": (("from", "to"),),
}


def health(data: Dataset) -> Health:
    """Look through all of the data."""
    tables = tuple(_coverage(data, t.name) for t in TABLES)
    findings = (*_disorder(data), *_orphans(data), *(f for c in tables for f in _in_time(data, c)))
    blanks = sorted((b for t in TABLES for b in _blanks(data, t.name)), key=lambda b: -b.share)
    return Health(tables, findings, tuple(blanks), tuple(_needs(kpi, data) for kpi in KPIS))


# -- time -----------------------------------------------------------------------------------------------------------------


def _months(days: np.ndarray) -> np.ndarray:
    return days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)


def _spans(data: Dataset, table: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Per row with a date: its row id (-1 for visitors), its first and its last month; visitors count one a day."""
    start_field, end_field = DATES[table]
    start = data.column(table, start_field)
    end = data.column(table, end_field) if end_field else start
    if table == "attendance":
        events = data.linked("attendance", "event")
        held = np.where(events >= 0, data.column("events", "date")[events] if data.size("events") else NO_DAY, NO_DAY)
        start = end = np.where(start == NO_DAY, held, start)
    if table == "spend":
        start, end = _either(start, data.column("spend", "from")), _either(data.column("spend", "to"), start)
    start = _either(start, end)
    end = np.maximum(start, end)
    there = start != NO_DAY
    return data.column(table, "row")[there], _months(start[there]), _months(end[there])


def _either(days: np.ndarray, others: np.ndarray) -> np.ndarray:
    return np.where(days == NO_DAY, others, days)


def _coverage(data: Dataset, table: str) -> Coverage:
    """Rows per month of a table, with what is missing and what jumps."""
    _, start, end = _spans(data, table)
    weights = np.ones(len(start), np.int64)
    rows = data.counts.get(table, data.size(table))
    if table == "visits" and (cells := data.visit_cells) is not None:
        seen = np.array([len(v) for v in cells.visitors], np.int64)
        months = _months(cells.day)
        start, end, weights = np.append(start, months), np.append(end, months), np.append(weights, seen)
        rows = max(rows, int(seen.sum()) + data.size(table))
    if not len(start):
        return Coverage(table, rows)
    low, high = int(start.min()), int(end.max())
    steps = np.zeros(high - low + 2, np.int64)
    np.add.at(steps, start - low, weights)
    np.add.at(steps, end - low + 1, -weights)
    counts = np.cumsum(steps)[:-1]
    gaps = tuple(first_day(low + int(k)) for k in np.flatnonzero(counts == 0))
    return Coverage(table, rows, first_day(low), tuple(int(c) for c in counts), gaps, tuple(_jumps(counts, low)))


def _jumps(counts: np.ndarray, first: int) -> Iterator[Jump]:
    """Months far from the median of those around them; the first and the last may be cut short, and a month without rows is a gap."""
    for at in np.flatnonzero(counts):
        around = np.concatenate((counts[max(0, at - BESIDE):at], counts[at + 1:at + 1 + BESIDE]))
        around = around[around > 0]
        if len(around) < 4:
            continue
        usual = float(np.median(around))
        spread = max(1.4826 * float(np.median(np.abs(around - usual))), usual ** 0.5)  # at least what chance alone would do (Poisson)
        cut_short = at in (0, len(counts) - 1) and counts[at] < usual
        if abs(counts[at] - usual) > JUMP * spread and max(counts[at], usual) >= ENOUGH and not cut_short:
            yield Jump(first_day(first + int(at)), int(counts[at]), usual)


def _unusual(found: Coverage) -> list[date]:
    """The gaps that are longer than a table's own rhythm (invoices and surveys may come once a quarter)."""
    steps = np.diff(np.flatnonzero(found.counts))
    usual = int(np.median(steps)) if len(steps) >= RHYTHM else 1
    filled = np.flatnonzero(found.counts)
    months = found.months
    return [months[k] for at, step in zip(filled, steps) if step > usual for k in range(at + 1, at + step)]


def _in_time(data: Dataset, found: Coverage) -> Iterator[Finding]:
    """Gaps of a table as one finding, and each jump."""
    label = BY_NAME[found.table].label
    if gaps := _unusual(found):
        first, last = (Period.of(Grain.MONTH, m) for m in (gaps[0], gaps[-1]))
        what = Text("{table}: no rows in {month}", table=label, month=first) if first == last else Text(
            "{table}: no rows in %n month(s), the first {first}, the last {last}", "", len(gaps), table=label, first=first, last=last)
        yield Finding("gap", found.table, what, len(gaps))
    rows, start, end = _spans(data, found.table) if found.jumps else ((np.zeros(0, np.int64),) * 3)
    for jump in found.jumps:
        month = Period.of(Grain.MONTH, jump.month)
        there = (start <= month_number(jump.month)) & (end >= month_number(jump.month))
        yield Finding("jump", found.table, Text("{table}: {rows} rows in {month}, around {usual} in the months before and after", table=label, rows=jump.rows,
                                                month=month, usual=round(jump.usual)), jump.rows, Rows(found.table, rows[there]) if there.any() else None)


# -- rows ------------------------------------------------------------------------------------------------------------------


def _blanks(data: Dataset, table: str) -> Iterator[Blank]:
    """The fields that some, but not all, rows of a table leave blank. Free texts are not looked at."""
    for field in BY_NAME[table].fields:
        if not data.size(table) or field.kind in (Kind.ID, Kind.TEXT):
            continue
        blank = np.flatnonzero(~known(data.column(table, field.name)))
        if 0 < len(blank) < data.size(table):
            yield Blank(table, field.name, len(blank) / data.size(table), data.rows(table, blank))


def _disorder(data: Dataset) -> Iterator[Finding]:
    """Rows of which one date stands before one that comes first."""
    for table, pairs in _ORDERS.items():
        fields = BY_NAME[table].by_name
        for early, late in pairs:
            first, then = data.column(table, early), data.column(table, late)
            wrong = (first != NO_DAY) & (then != NO_DAY) & (then < first)
            if (table, early, late) == ("leads", "created", "sql"):
                wrong &= data.column(table, "mql") == NO_DAY  # else the MQL date tells which of the two steps is wrong
            if len(at := np.flatnonzero(wrong)):
                yield Finding("order", table, Text("{table}: “{late}” before “{early}”", table=BY_NAME[table].label, late=fields[late].label,
                                                   early=fields[early].label), len(at), data.rows(table, at))


def _orphans(data: Dataset) -> Iterator[Finding]:
    """Rows that name an event or a customer that is not there, and deals without a lead. A table that is not there at all is not asked for."""
    if data.size("deals") and data.size("leads") and len(at := np.flatnonzero(data.linked("deals", "lead") < 0)):
        yield Finding("orphan", "deals", Text("Deals: no lead is found by id, e-mail or company"), len(at), data.rows("deals", at))
    for table, column, parent in (("attendance", "event", "events"), ("leads", "event", "events"), ("spend", "event", "events"),
                                  ("deals", "customer", "customers"), ("invoices", "customer", "customers"), ("nps", "customer", "customers")):
        if data.size(table) and data.size(parent):
            at = np.flatnonzero((data.column(table, column) >= 0) & (data.linked(table, column) < 0))
            if table == "deals":
                at = at[data.column("deals", "outcome")[at] == 1]  # who has not bought yet is no customer
            if len(at):
                what = Text("{table}: “{field}” is not among the {parent}", table=BY_NAME[table].label, field=BY_NAME[table].by_name[column].label,
                            parent=BY_NAME[parent].label)
                yield Finding("orphan", table, what, len(at), data.rows(table, at))


# -- figures ---------------------------------------------------------------------------------------------------------------


def _needs(kpi: Kpi, data: Dataset) -> KpiNeeds:
    """What the nearest way to compute a KPI still lacks."""
    ways = [[(need.table, text) for need in group if (text := lack(need, data)) is not None] for group in kpi.needs]
    nearest = min(ways, key=len)
    return KpiNeeds(kpi, tuple(text for _, text in nearest), nearest[0][0] if nearest else "")
