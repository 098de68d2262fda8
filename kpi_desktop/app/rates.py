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
    found = read(path, ws.setting("currency", "EUR"))
    with ws.transaction():
        for rate in found:
            decisions.set_rate(ws, rate)


def read(path: Path, home: str) -> tuple[Rate, ...]:
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
    found = []
    for line, told in rows:
        try:
            found.append(made(told["currency"], told["month"], told["rate"], home, sign, order))
        except UserError as error:
            raise UserError(Text("{file}, line {line}: {what}", file=path.name, line=line, what=error.what), error.advice) from error
    return tuple(found)


def made(currency: str, month: str, rate: str, home: str, decimal: str = "", order: str = "dmy") -> Rate:
    """A rate as a person or a file gave it; UserError says which part cannot be one."""
    code = currency.strip().upper()
    if len(code) != 3 or not code.isalpha():
        raise UserError(Text("“{value}” is no currency.", value=currency), Text("Write its three letters, as USD."))
    if code == home:
        raise UserError(Text("{currency} is the workspace's own currency.", currency=home), Text("Give rates for the other ones."))
    try:
        first = day_of(to_day(month, order)).replace(day=1)
    except ValueError as error:
        raise UserError(Text("“{value}” is no month.", value=month), Text("Write it as 2024-03.")) from error
    try:
        value = to_number(rate, decimal or decimal_sign([rate])[0])
    except ValueError as error:
        raise UserError(Text("“{value}” is no rate.", value=rate), Text("Write it as 0.92.")) from error
    if value <= 0:
        raise UserError(Text("“{value}” is no rate.", value=rate), Text("It says how much one unit is worth, and is above zero."))
    return Rate(code, first, value)
