"""Targets from a file: a KPI, a period and a value on each line, with a dimension and its member where the target is for one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from kpi_desktop import i18n
from kpi_desktop.imports import readers
from kpi_desktop.imports.values import decimal_sign, to_number
from kpi_desktop.imports.words import normal
from kpi_desktop.metrics.registry import KPIS
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.decisions import Target
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.schema import DIMENSIONS
from kpi_desktop.model.selection import Period

_NAMES = {"kpi": ("kpi", "metric", "figure", "показатель", "метрика"), "period": ("period", "month", "quarter", "период", "месяц", "квартал"),
          "value": ("value", "target", "goal", "plan", "значение", "цель", "план"), "dimension": ("dimension", "breakdown", "измерение", "разрез"),
          "member": ("member", "name", "channel", "участник", "название", "канал")}
_NEEDED = ("kpi", "period", "value")


def read(path: Path) -> tuple[Target, ...]:
    """The targets of a CSV or XLSX file. UserError names the line, the field and the value of the first that cannot be one, and how many more."""
    raw = readers.read(path)
    names = [normal(h) for h in raw.header]
    places = {field: next((names.index(n) for n in known if n in names), None) for field, known in _NAMES.items()}
    for field in _NEEDED:
        if places[field] is None:
            raise UserError(Text("{file} has no column “{column}”.", file=path.name, column=field),
                            Text("It needs the columns kpi, period and value; dimension and member where a target is for one channel, campaign …"))
    rows = [(line, {f: cells[p].strip() if p is not None else "" for f, p in places.items()}) for line, cells in raw.rows()]
    sign = decimal_sign(told["value"].rstrip("% ") for _, told in rows)[0]
    found, wrong = [], []
    for line, told in rows:
        try:
            found.append(made(told, sign))
        except UserError as error:
            wrong.append((line, error))
    if wrong:
        line, error = wrong[0]
        more = Text("%n more line(s) cannot be read either.", "", len(wrong) - 1) if len(wrong) > 1 else ""
        raise UserError(Text("{file}, line {line}: {what}", file=path.name, line=line, what=error.what), Text("{advice} {more}", advice=error.advice, more=more)
                        if more else error.advice)
    if not found:
        raise UserError(Text("{file} holds no targets.", file=path.name), Text("Write a KPI, a period and a value on each line."))
    return tuple(found)


def made(told: dict[str, str], decimal: str = "point") -> Target:
    """A target as a line gave it; UserError says which field cannot be read."""
    kpi = _one(told["kpi"], {k.id: k.label for k in KPIS})
    if kpi is None:
        raise UserError(Text("kpi “{value}” is none of the ten.", value=told["kpi"]), Text("Write one of {names}.", names=", ".join(k.id for k in KPIS)))
    text = re.fullmatch(r"(\d{4}-\d{2})-01(?:[ T].*)?", told["period"])
    try:
        period = Period.parse(text[1] if text is not None else told["period"])
    except UserError as error:
        raise UserError(Text("period “{value}” cannot be read.", value=told["period"]), error.advice) from error
    dimension = ""
    if told.get("dimension") or told.get("member"):
        dimension = _one(told.get("dimension", ""), DIMENSIONS) or ""
        if not dimension:
            raise UserError(Text("dimension “{value}” is not known.", value=told.get("dimension", "")),
                            Text("Write one of {names}.", names=", ".join(DIMENSIONS)))
        if not told.get("member"):
            raise UserError(Text("member is blank, though the dimension is {dimension}.", dimension=DIMENSIONS[dimension]),
                            Text("Name the member, or leave both blank."))
    return Target(kpi, period.code, _value(told["value"], next(k.unit for k in KPIS if k.id == kpi), decimal), dimension, told.get("member", ""))


def _one(text: str, known: Mapping[str, Text]) -> str | None:
    """The key that a text names: itself, or its label in English or in the language in force."""
    names = {normal(n): key for key, label in known.items() for n in (i18n.say(label), str(label), key)}
    return names.get(normal(text))


def _value(text: str, unit: Unit, decimal: str) -> float:
    try:
        value = to_number(text.rstrip("% "), decimal or "point")
    except ValueError as error:
        raise UserError(Text("value “{value}” is no number.", value=text), Text("Write it as 450 or 25 %.")) from error
    if unit is not Unit.RATE:
        return value
    if not text.endswith("%") and abs(value) > 1:
        raise UserError(Text("value “{value}” is no share.", value=text), Text("Write it as 25 % or 0.25."))
    return value / 100 if text.endswith("%") else value
