"""Which column feeds which field of a table: by its name in every usual form, and by what it holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kpi_desktop.imports.readers import RawTable
from kpi_desktop.imports.values import can_read, date_order, is_blank, is_day, to_choice, to_day, to_flag, to_number
from kpi_desktop.imports.words import SINGULAR, asked, field_names, forms, forms_in, normal
from kpi_desktop.model.decisions import Rule, TableMapping
from kpi_desktop.model.schema import Field, Kind, Table

_FILE_WORDS = {
    "visits": ("visit", "session", "traffic", "визит"), "leads": ("lead", "contact", "лид", "заявк"), "events": ("event", "webinar", "мероприят"),
    "attendance": ("attend", "particip", "участник"), "spend": ("spend", "cost", "campaign", "budget", "ads", "расход", "затрат"),
    "deals": ("deal", "opportunit", "pipeline", "potential", "сделк"), "customers": ("customer", "client", "subscription", "клиент"),
    "invoices": ("invoice", "sales", "order", "счет", "счёт", "продаж", "реализац"), "nps": ("nps", "survey", "опрос"),
    "reps": ("rep", "team", "quota", "менеджер"),
}
_PLAIN_NUMBERS = frozenset({"id", "external id", "record id", "contact id", "record id contact"})
"""Names of a lead's number that any other thing's number may have."""
_OF_A_LEAD = ("mql", "sql", "rejected", "reject_reason", "channel", "campaign", "event", "score", "target", "email")
_ONE_DATE = ("spend", "invoices", "nps")
"""Tables with one date, which is the file's only one where it has but one."""
TRIAL = frozenset({"is trial", "trial", "on trial", "пробный", "пробный период"})
"""Columns that say whether a contract is a trial."""
_LOOKED_AT = 200
_APART = 0.9
"""The least share of different values by which a column can number the rows."""


def as_table(raw: RawTable, table: Table) -> tuple[float, TableMapping]:
    """How a file would feed a table, and how well it fits (about 0 to 1)."""
    pairs = _pairs(raw, table)
    fields: dict[str, Rule] = {}
    weights: dict[str, float] = {}
    for weight, name, header in pairs:
        if name not in fields and all(r.columns != (header,) for r in fields.values()) and _plausible(raw, table, name, header):
            fields[name], weights[name] = Rule((header,)), weight
    _beside(raw, table, fields)
    _only_date(raw, table, fields, weights)
    hinted = any(w in normal(raw.path.stem) for w in _FILE_WORDS[table.name])
    if table.name == "leads" and "lead" in fields and not hinted and not _leads_indeed(raw, fields):
        del fields["lead"], weights["lead"]
    return _score(raw, table, fields, sum(weights.values()), hinted), TableMapping(table.name, fields, skip=_trials(raw) if table.name == "customers" else {})


def _trials(raw: RawTable) -> dict[str, tuple[str, ...]]:
    """The rows that are no customers yet."""
    return {h: ("true", "yes", "y", "1", "да") for h in raw.header if any(form in TRIAL for form, _ in forms(h))}


def _pairs(raw: RawTable, table: Table) -> list[tuple[float, str, str]]:
    """Which column could be which field by its name, the closest first. What counts things ("Users" above numbers) names none of them."""
    found, names = [], field_names(table)
    for at, header in enumerate(raw.header[:len(raw.header) - len(raw.made)]):
        for form, close in forms_in(table.name, header):
            for field, known in names.items():
                if form in known and not (close == SINGULAR and can_read(_number, next(iter(_values(raw, at)), ""))):
                    found.append((known[form] * close, field, header))
        if (question := asked(table.name, header)) is not None:
            found.append((question[1], question[0], header))
    return sorted(found, key=lambda p: -p[0])


def _score(raw: RawTable, table: Table, fields: dict[str, Rule], total: float, hinted: bool) -> float:
    needed = [f.name for f in table.fields if f.required]
    groups = [*([n] for n in needed), *table.any_of]
    there = sum(any(n in fields for n in group) for group in groups) / len(groups)
    share = total / max(1, len(raw.header) - len(raw.made))
    score = 0.55 * there + 0.3 * min(share, 1.0) + 0.02 * min(total, 6) + (0.08 if hinted else 0.0) if fields else 0.0
    return score if there == 1.0 else score * 0.7


def _beside(raw: RawTable, table: Table, fields: dict[str, Rule]) -> None:
    """What one column tells besides: a deal's stage its outcome, a lead's status the stages it has reached, a flag which customers left."""
    if table.name == "deals":
        fields.update({"outcome": fields["stage"]} if "stage" in fields and "outcome" not in fields else {})
    if table.name == "leads":
        fields.update({d.field: Rule((d.name,)) for d in raw.made if d.field and d.field not in fields and d.field != "ended"})
    if table.name == "customers":
        fields.update({d.field: Rule((d.name,)) for d in raw.made if d.field == "ended" and "ended" in fields})


def _only_date(raw: RawTable, table: Table, fields: dict[str, Rule], weights: dict[str, float]) -> None:
    """Where a table has one date and the file one column of dates, it is that one, whatever it is called."""
    if table.name in _ONE_DATE and not {"date", "from"} & set(fields) and len(fields) > 1:
        dated = dates_of(raw)
        if len(dated) == 1 and all(dated[0] not in r.columns for r in fields.values()):
            fields["date"], weights["date"] = Rule((dated[0],)), 0.6


def dates_of(raw: RawTable) -> tuple[str, ...]:
    """The columns that hold dates."""
    return tuple(h for at, h in enumerate(raw.header) if (values := _values(raw, at)) and sum(map(is_day, values)) >= 0.8 * len(values))


def is_headless(raw: RawTable) -> bool:
    """Whether the line taken for column names holds values like those below it."""
    given = [h for h in raw.header[:len(raw.header) - len(raw.made)] if not h.startswith("Column ")]
    return bool(given) and all(is_day(h) or can_read(_number, h) for h in given)


def _values(raw: RawTable, at: int) -> list[str]:
    return [c[at] for _, c in raw.sample[:_LOOKED_AT] if at < len(c) and not is_blank(c[at])]


def _leads_indeed(raw: RawTable, fields: dict[str, Rule]) -> bool:
    """Whether rows with a number and a date are leads: not when each is numbered as something else, nor when nothing but a number and a date says so."""
    number, first = (forms(h)[:2][-1][0] for h in (fields["lead"].columns[0], raw.header[0]))
    if first.endswith("id") and first != number and first not in _PLAIN_NUMBERS:
        return False
    return number not in _PLAIN_NUMBERS or any(f in fields for f in _OF_A_LEAD)


def _plausible(raw: RawTable, table: Table, name: str, header: str) -> bool:
    """Whether the sample of a column can be what the field needs; a blank column can. A stray choice or flag must fit throughout, and what numbers
    the rows of a table must tell them apart, unless it is called as the field itself."""
    field = table.by_name[name]
    values = _values(raw, raw.header.index(header))
    if field.kind is Kind.ID and field.required and table.key == (name,):
        return len(values) < 5 or normal(header) == name or len(set(values)) >= _APART * len(values)
    read = _reader(field)
    if read is None or not values:
        return True
    exact = field.kind in (Kind.CHOICE, Kind.FLAG) and not field.required and normal(header) != normal(name)
    good = sum(can_read(read, v) for v in values)
    return good >= (1.0 if exact else 0.3) * len(values) or (field.kind is Kind.CHOICE and field.required and _few(values))


def _few(values: Sequence[str]) -> bool:
    """Whether a column holds some words again and again."""
    return len(set(values)) <= max(3, min(40, len(values) // 2))


def _reader(field: Field) -> Callable[[str], object] | None:
    readers: dict[Kind, Callable[[str], object]] = {
        Kind.DAY: lambda t: to_day(t, date_order([t])[0]), Kind.NUMBER: _number, Kind.FLAG: to_flag, Kind.CHOICE: lambda t: to_choice(field, t)}
    return readers.get(field.kind)


def _number(text: str) -> float:
    return to_number(text, "comma" if text.rfind(",") > text.rfind(".") else "point")
