"""How dates and numbers are read: inferred from the whole column, said by the person, or asked where nothing tells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop.i18n import say, tr
from kpi_desktop.model.decisions import Mapping
from kpi_desktop.ui.widgets import button, choice, clear, label, pick

if TYPE_CHECKING:
    from kpi_desktop.app.mapping_trial import Reading

_ONE_LINE = 110
"""A question of more letters is broken."""


def answers(kind: str) -> tuple[tuple[str, str], ...]:
    """What a question of dates or decimals can be answered with: (what the mapping says, label). One of words is answered word by word."""
    if kind == "dates":
        return ("dmy", tr("Day first")), ("mdy", tr("Month first"))
    return (("comma", tr("Decimal comma")), ("point", tr("Decimal point"))) if kind == "decimal" else ()


class ReadingBar(QWidget):
    """Two combo boxes with where their answer comes from, and above them the questions that are open."""

    def __init__(self, mapping: Mapping, dated: Callable[[str], object], signed: Callable[[str], object]) -> None:
        super().__init__()
        self._heard = {"dates": dated, "decimal": signed}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._questions = QVBoxLayout()
        self._questions.setSpacing(4)
        column.addLayout(self._questions)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.dates = choice((("", tr("dates as they show")), ("dmy", tr("day first: 31.12.2024")), ("mdy", tr("month first: 12/31/2024"))), dated,
                            tr("Order of day and month"))
        self.decimal = choice((("", tr("decimals as they show")), ("comma", tr("decimal comma: 1,50")), ("point", tr("decimal point: 1.50"))), signed,
                              tr("Decimal sign"))
        self._notes = {"dates": label("", "note"), "decimal": label("", "note")}
        for box, kind in ((self.dates, "dates"), (self.decimal, "decimal")):
            self._notes[kind].setMinimumWidth(60)
            row.addWidget(box)
            row.addWidget(self._notes[kind])
            row.addSpacing(16)
        row.addStretch(1)
        column.addLayout(row)
        self.show_mapping(mapping)

    def box(self, kind: str) -> QComboBox:
        """The combo box of dates or decimals."""
        return self.dates if kind == "dates" else self.decimal

    def show_mapping(self, mapping: Mapping) -> None:
        """Show what a mapping says."""
        pick(self.dates, mapping.dates)
        pick(self.decimal, mapping.decimal)

    def show_readings(self, readings: Sequence[Reading]) -> None:
        """Show where the answers come from, and ask what is open: one question for dates, one for decimals."""
        clear(self._questions)
        for kind, note in self._notes.items():
            mine = [r for r in readings if r.kind == kind]
            note.setText(_told(mine))
            note.setToolTip(f"{note.text()}\n{', '.join(dict.fromkeys(r.column for r in mine))}" if mine else "")
            doubt = next((r.doubt for r in mine if r.doubt is not None), None)
            if doubt is not None:
                self._ask(kind, say(doubt))
        for doubt in (r.doubt for r in readings if r.kind == "words" and r.doubt is not None):
            self._questions.addWidget(label(say(doubt), tone="worse", wrap=True))  # answered beside the field, word by word

    def _ask(self, kind: str, question: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        long = len(question) > _ONE_LINE
        row.addWidget(label(question, tone="worse", wrap=long), int(long))
        for key, text in answers(kind):
            row.addWidget(button(text, lambda key=key: self._answer(kind, key), "chip", f"{question} {text}"))
        if not long:
            row.addStretch(1)
        self._questions.addLayout(row)

    def _answer(self, kind: str, key: str) -> None:
        pick(self.box(kind), key)
        self._heard[kind](key)


def _told(readings: Sequence[Reading]) -> str:
    """Where the answer for all columns comes from."""
    if not readings:
        return ""
    words = {"dmy": tr("day first"), "mdy": tr("month first"), "comma": tr("decimal comma"), "point": tr("decimal point")}
    sources = {r.source for r in readings}
    if "doubt" in sources:
        return tr("to be decided")
    if sources == {"mapping"}:
        return tr("as you said")
    if sources == {"plain"}:
        return tr("nothing to decide")
    ways = " / ".join(dict.fromkeys(words.get(r.value, r.value) for r in readings if r.source != "plain"))
    if "file" in sources:
        return tr("{way}: inferred from the other columns of the file", way=ways)
    return tr("{way}: inferred from the whole column", way=ways)
