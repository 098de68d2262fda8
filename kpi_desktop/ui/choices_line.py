"""What a person may set of a KPI, in one line; the figures follow at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpi_desktop import i18n
from kpi_desktop.app.screens import DetailShown
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, say_all, tr
from kpi_desktop.metrics.forms import Choice
from kpi_desktop.metrics.result import KpiState, Unit
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.ui.widgets import Field, button, choice, clear, label, pick


class ChoicesLine(QWidget):
    """The choices that a KPI declares; built anew only where others are offered."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._offered: tuple[Choice, ...] = ()
        self.entries: dict[str, _Chosen | _Typed] = {}
        self.wrong = label("", tone="worse")
        self._row = QHBoxLayout()
        self._row.setSpacing(16)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(self._row)
        row.addWidget(self.wrong)
        row.addStretch(1)

    def show_detail(self, shown: DetailShown) -> None:
        """Show what is in force; what is being typed stays."""
        state, options = shown.state, shown.selection.options
        offered = tuple(c for c in state.kpi.choices if not c.proposed or proposed(c, state) is not None)
        if offered != self._offered:
            self._offered, self.entries = offered, {}
            clear(self._row)
            for c in offered:
                self.entries[c.option] = _Chosen(c, self._set) if c.entries else _Typed(c, self._set, self.wrong.setText)
                self._row.addWidget(self.entries[c.option])
        for c in offered:
            self.entries[c.option].show_value(getattr(options, c.option), proposed(c, state))
        self.setVisible(bool(offered) and state.missing is None)

    def _set(self, option: str, value: object) -> None:
        self.wrong.setText("")
        self._session.select(self._session.selection.with_option(option, value))


def proposed(what: Choice, state: KpiState) -> float | None:
    """The figure beside the headline that proposes a value."""
    return next((b.value for b in state.result.beside if b.key == what.proposed), None)


class _Chosen(QWidget):
    """A choice of some."""

    def __init__(self, what: Choice, told: Callable[[str, object], None]) -> None:
        super().__init__()
        kept = {str(value): value for value, _ in what.entries}  # the box hands back plain text
        self.box = choice(((str(value), say(text)) for value, text in what.entries), lambda value: told(what.option, kept[value]), say(what.label))
        self.setToolTip(say(what.help))
        _lay(self, label(say(what.label), "label"), self.box)

    def show_value(self, value: object, proposal: float | None) -> None:
        """Show what is in force."""
        pick(self.box, str(value))


class _Typed(QWidget):
    """A number to type, with the proposal as a link that takes it."""

    def __init__(self, what: Choice, told: Callable[[str, object], None], wrong: Callable[[str], None]) -> None:
        super().__init__()
        self._what, self._told, self._wrong = what, told, wrong
        self._value: float | None = None
        self._proposal: float | None = None
        self.field = Field(say(what.label), 64)
        self.take = button("", self._take, "link")
        self.setToolTip(say(what.help))
        self.field.editingFinished.connect(self._read)
        self.field.left.connect(self._back)
        _lay(self, label(say(what.label), "label"), self.field, self.take)

    def show_value(self, value: float | None, proposal: float | None) -> None:
        """Show what is in force, and the proposal where it is another."""
        self._value, self._proposal = value, proposal if proposal is None else float(round(proposal))
        if not (self.field.hasFocus() and self.field.isModified()):
            self._back()
        other = self._proposal is not None and self._value is not None and self._proposal != self._value
        self.take.setVisible(other)
        self.take.setText(tr("proposed: {days}", days=i18n.figure(self._proposal, Unit.DAYS, "")) if other else "")

    def _back(self) -> None:
        shown = self._value if self._value is not None else self._proposal
        self.field.setText("" if shown is None else i18n.number(float(shown), None if self._what.whole else 2))
        self.field.setModified(False)
        self._wrong("")

    def _take(self) -> None:
        if self._proposal is not None:
            self._told(self._what.option, int(self._proposal))

    def _read(self) -> None:
        if not self.field.isModified():
            return
        what, text = self._what, self.field.text().strip()
        try:
            value = None if not text else i18n.read_figure(text, Unit.FACTOR)
            if value is not None and (not what.least <= value <= what.most or (what.whole and value != int(value))):
                raise UserError(Text("“{value}” does not fit.", value=text), _range(what))
        except UserError as error:
            self._wrong(say_all(error.what, error.advice))
            return
        self.field.setModified(False)
        self._told(what.option, int(value) if value is not None and what.whole else value)


def _range(what: Choice) -> Text:
    if what.whole:
        return Text("Write a whole number from {least} to {most}.", least=int(what.least), most=int(what.most))
    return Text("Write a number from {least} to {most}.", least=what.least, most=what.most)


def _lay(holder: QWidget, *parts: QWidget) -> None:
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for part in parts:
        row.addWidget(part)
