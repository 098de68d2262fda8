"""The target of a KPI in one quiet line; a click turns it into a field."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop import i18n
from kpi_desktop.app.screens import DetailShown
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, say_all, tr
from kpi_desktop.model.decisions import Target
from kpi_desktop.model.problem import UserError
from kpi_desktop.ui.widgets import Field, button, label


class TargetLine(QWidget):
    """Says how the figure stands against its target; Enter in the field sets it, Escape leaves, an empty field removes it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: DetailShown | None = None
        self._said = button("", self.edit, "quiet", tr("Change the target"))
        self._for, self._field = label("", "label"), Field(tr("Target"))
        self._hint = label(tr("Enter sets it, Escape leaves it, an empty field removes it."), "note")
        self._wrong = label("", tone="worse")
        self._how = label("", "note", wrap=True)
        self._field.returnPressed.connect(self._set)
        self._field.left.connect(self._leave)
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self._said, self._for, self._field, self._hint, self._wrong):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._how)
        self._turn(editing=False)

    def show_detail(self, shown: DetailShown) -> None:
        """Show the target of another detail; what is being typed for the same one stays."""
        same = self._shown is not None and self._aim(self._shown) == self._aim(shown)
        self._shown = shown
        self.setVisible(len(shown.selection.filters) <= 1 and shown.state.missing is None)
        self._said.setText(" · ".join(map(say, shown.target)) if shown.target else tr("Set a target …"))
        how = shown.state.pace.how if shown.state.pace is not None else None
        self._how.setText(say(how or ""))
        if not (same and self._field.isVisible()):
            self._turn(editing=False)

    def edit(self) -> None:
        """Turn the line into a field."""
        shown = self._shown
        if shown is None:
            return
        goal, unit = shown.state.goal, shown.state.kpi.unit
        where = shown.selection.filters[0].member if shown.selection.filters else ""
        self._for.setText(tr("Target for {period}, {member}:", period=shown.selection.period, member=where) if where else
                          tr("Target for {period}:", period=shown.selection.period))
        self._field.setText("" if goal is None or goal.derived is not None else i18n.typed(goal.value, unit))
        self._field.setPlaceholderText("" if goal is None else i18n.typed(round(goal.value, 2), unit))
        self._turn(editing=True)
        self._field.setFocus()
        self._field.selectAll()

    def _turn(self, *, editing: bool) -> None:
        self._wrong.setText("")
        self._said.setVisible(not editing)
        for part in (self._for, self._field, self._hint, self._wrong):
            part.setVisible(editing)
        self._how.setVisible(not editing and bool(self._how.text()))

    def _leave(self) -> None:
        self._turn(editing=False)
        self._said.setFocus()

    def _set(self) -> None:
        assert self._shown is not None
        target, text = self._aim(self._shown), self._field.text().strip()
        if not text:
            self._session.decided.remove_target(target)
            self._leave()
            return
        try:
            value = i18n.read_figure(text, self._shown.state.kpi.unit)
        except UserError as error:
            self._hint.hide()
            self._wrong.setText(say_all(error.what, error.advice))
        else:
            self._session.decided.set_target(Target(target.kpi, target.period, value, target.dimension, target.member))
            self._leave()

    @staticmethod
    def _aim(shown: DetailShown) -> Target:
        where = shown.selection.filters[0] if len(shown.selection.filters) == 1 else None
        return Target(shown.state.kpi.id, shown.selection.period.code, 0.0, where.dimension if where else "", where.member if where else "")
