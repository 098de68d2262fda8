"""The rate table: what other currencies are worth in the workspace's, by month."""

from __future__ import annotations

from pathlib import Path

from kpi_desktop.app.screens import RatesShown
from kpi_desktop.imports import readers
from kpi_desktop.imports.values import date_order, decimal_sign, to_day, to_number
from kpi_desktop.imports.words import normal
from kpi_desktop.model.decisions import Rate
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.selection import day_of
from kpi_desktop.store import decisions
from kpi_desktop.store.workspace import Workspace

_NAMES = {"currency": ("currency", "code", "валюта", "код"), "month": ("month", "date", "месяц", "дата"), "rate": ("rate", "value", "course", "курс")}


def shown(ws: Workspace) -> RatesShown:
    """What stands in the panel."""
    return RatesShown(ws.setting("currency", "EUR"), tuple(sorted(decisions.rates(ws), key=lambda r: (r.currency, r.month))))


def put(ws: Workspace, rate: Rate | None, old: Rate | None = None) -> None:
    """Set a rate, and forget an old one."""
    if old is not None:
        decisions.clear_rate(ws, old)
    if rate is not None:
        decisions.set_rate(ws, rate)


def bring_in(ws: Workspace, path: Path) -> None:
    """Take the rates of a file over, all or none."""
    found = read(path)
    with ws.transaction():
        for rate in found:
            decisions.set_rate(ws, rate)


def read(path: Path) -> tuple[Rate, ...]:
    """The rates of a file with the columns currency, month and rate. UserError names the line and what is wrong there."""
    raw = readers.read(path)
    names = [normal(h) for h in raw.header]
    places: dict[str, int] = {}
    for field, known in _NAMES.items():
        place = next((names.index(n) for n in known if n in names), None)
        if place is None:
            raise UserError(Text("{file} has no column “{column}”.", file=path.name, column=field), Text("It needs the columns currency, month and rate."))
        places[field] = place
    rows = [(line, {f: cells[p].strip() for f, p in places.items()}) for line, cells in raw.rows()]
    sign, order = decimal_sign(told["rate"] for _, told in rows)[0], date_order(told["month"] for _, told in rows)[0]
    return tuple(_rate(path, line, told, sign, order) for line, told in rows)


def _rate(path: Path, line: int, told: dict[str, str], sign: str, order: str) -> Rate:
    value = ""
    try:
        value = told["month"]
        month = day_of(to_day(value, order)).replace(day=1)
        value = told["rate"]
        rate = to_number(value, sign)
        value = told["currency"]
        return made(value, month.isoformat(), rate)
    except ValueError as error:
        raise UserError(Text("{file}, line {line}: “{value}” cannot be read.", file=path.name, line=line, value=value),
                        Text("Write a currency as USD, a month as 2024-03 and a rate as 0.92.")) from error


def made(currency: str, month: str, rate: float) -> Rate:
    """A rate as a person gave it; ValueError where it cannot be one."""
    code = currency.strip().upper()
    if len(code) != 3 or not code.isalpha() or not rate > 0:
        raise ValueError(currency)
    return Rate(code, day_of(to_day(month)).replace(day=1), rate)
