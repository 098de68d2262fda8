"""Stages that a lead's status tells without a date: which words say that a stage was reached or passed, and which of the lead's dates stands for it.

A status is overwritten as the lead moves on, so a lead that sales accepted was a marketing lead before: the words of a later stage count for the
earlier one. A marketing lead is dated by its creation, which no later edit moves (bulk edits change every "modified" date of a CRM). A lead that
sales took or rejected is dated by the conversion, else by the last change, which bounds it from above, else by the creation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kpi_desktop.imports.values import is_blank, to_flag
from kpi_desktop.imports.words import field_names, forms, normal
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import BY_NAME

_ACCEPTED = ("sql", "sales qualified", "sales qualified lead", "qualified", "qualified lead", "converted", "closed converted", "qualified convert", "good lead",
             "opportunity", "customer", "качественный лид", "квалифицирован", "квалифицированный лид", "квалифицирован продажами", "сконвертирован",
             "конвертирован", "сделка", "клиент")
WORDS: Mapping[str, tuple[str, ...]] = {
    "mql": ("mql", "marketing qualified", "marketing qualified lead", "pre qualified", "prequalified", "квалифицирован маркетингом", *_ACCEPTED),
    "sql": _ACCEPTED,
    "rejected": ("unqualified", "not qualified", "disqualified", "rejected", "junk", "junk lead", "bad lead", "poor lead", "lost", "lost lead", "spam",
                 "closed not converted", "некачественный лид", "не квалифицирован", "нецелевой", "брак", "спам", "отклонен", "отказ"),
}
"""What a lead's status says of the stages, where no format of a tool says it."""
_STATUS = frozenset({"lead status", "lead stage", "lifecycle stage", "lead lifecycle stage", "статус лида", "стадия лида", "этап лида"})
_CONVERTED = frozenset({"converted date", "conversion date", "date converted", "converted at", "дата конвертации", "дата конверсии"})
_CHANGED = frozenset({"last modified date", "modified date", "modified time", "last modified", "modified on", "last status change", "status changed",
                      "updated at", "updated", "last update", "дата изменения", "дата изменения статуса", "изменен", "дата обновления"})
_LEFT = frozenset({"churned", "churn", "is churned", "churn flag", "has churned", "отток", "ушел"})


@dataclass(frozen=True)
class Derived:
    """A column that the file does not hold, made from its others and from what stands above the table.

    Where it dates a stage by a status, `field` says which, and `note` tells it to the person.
    """

    name: str
    sources: tuple[str, ...]
    make: Callable[[Sequence[str]], str]
    field: str = ""
    note: Text | None = None


def reached(words: Sequence[str]) -> Callable[[Sequence[str]], str]:
    """From a status and some dates: the first date that is filled, where the status is one of the words; else blank."""
    known = frozenset(map(normal, words))
    return lambda cells: next((d for d in cells[1:] if not is_blank(d)), "") if normal(cells[0]) in known else ""


def dated(name: str, field: str, status: str, dates: Sequence[str], words: Sequence[str]) -> Derived:
    """A stage of a lead that is told by a status and dated by the first of some dates."""
    note = Text("No column dates “{stage}”: where “{status}” says that it was reached or passed, “{date}” stands for its date.", status=status,
                stage=BY_NAME["leads"].by_name[field].label, date=" / ".join(dates))
    return Derived(name, (status, *dates), reached(words), field, note)


def made(header: Sequence[str]) -> list[Derived]:
    """What a header without a format of its own tells by a status alone: the stages of leads, and which ends of contracts are customers lost."""
    return [*_stages(header), *_losses(header)]


def _losses(header: Sequence[str]) -> list[Derived]:
    """A column of ends beside one that says who left: of those who stayed it gives the day on which the data end, or a renewal."""
    left, ended = _first(header, _LEFT), _named(header, "ended", "customers")
    if left is None or ended is None or left == ended or _named(header, "started", "customers") is None:
        return []
    note = Text("“{ended}” counts only where “{left}” says that the customer left.", ended=ended, left=left)
    return [Derived(f"{ended}: {left}", (left, ended), _ended, "ended", note)]


def _ended(cells: Sequence[str]) -> str:
    try:
        return cells[1] if to_flag(cells[0]) else ""
    except ValueError:
        return cells[1]


def _stages(header: Sequence[str]) -> list[Derived]:
    status = _first(header, _STATUS)
    created = _named(header, "created")
    if status is None or created is None:
        return []
    changed = [h for names in (_CONVERTED, _CHANGED) if (h := _first(header, names)) is not None]
    changed += [h for h in (_named(header, "mql"),) if h is not None]  # none is accepted before it was a marketing lead
    out = []
    for field, words in WORDS.items():
        if _named(header, field) is None:
            dates = [created] if field == "mql" else [*changed, created]
            out.append(dated(f"{status}: {'MQL' if field == 'mql' else 'SQL' if field == 'sql' else field}", field, status, dates, words))
    return out


def _first(header: Sequence[str], names: frozenset[str]) -> str | None:
    return next((h for h in header if any(form in names for form, _ in forms(h))), None)


def _named(header: Sequence[str], field: str, table: str = "leads") -> str | None:
    """The column that a field is known by."""
    return _first(header, frozenset(field_names(BY_NAME[table])[field]))
