"""A KPI's breakdown as a table: the first members, the others, the total; a member can be looked at alone."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop.app.screens import DetailShown
from kpi_desktop.i18n import first_up, say, tr
from kpi_desktop.metrics.forms import FEW
from kpi_desktop.metrics.result import KpiState, Member, Unit
from kpi_desktop.metrics.spans import interval
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import DIMENSIONS, called
from kpi_desktop.ui import theme
from kpi_desktop.ui.frame_model import Column, FrameModel, interval_column, telling
from kpi_desktop.ui.widgets import button, label, panel, table

_SHARED = "shared_not_spread"


class Breakdown(QWidget):
    """Draws the parts of a detail; `chosen` names the member that was clicked, or on which Enter was pressed."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: DetailShown | None = None
        self._members: list[Member | None] = []
        self._all = False
        self.title, self.note = label("", "label"), label("", "note")
        self.more = button("", self._turn, "link")
        self._model = FrameModel(self)
        self.view = table(self._model, tr("Breakdown"))
        self.view.setToolTip(tr("Click a name, or press Enter on a row, to look at it alone"))
        self.view.clicked.connect(lambda index: self._choose(index) if index.column() == 0 else None)
        self.view.activated.connect(self._choose)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.note)
        head.addStretch(1)
        head.addWidget(self.more)
        holder = panel(self.view)
        holder.layout().insertLayout(0, head)  # type: ignore[union-attr]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(holder)

    def show_detail(self, shown: DetailShown) -> None:
        """Show another breakdown; all its members stay in sight while they are those of one dimension."""
        before = self._shown
        if before is None or (before.state.kpi.id, before.selection.by) != (shown.state.kpi.id, shown.selection.by):
            self._all = False
        self._shown = shown
        self.setVisible(shown.parts is not None)
        if shown.parts is not None:
            self._fill(shown)

    def _turn(self) -> None:
        self._all = not self._all
        if self._shown is not None:
            self._fill(self._shown)

    def _fill(self, shown: DetailShown) -> None:
        found, by, state = shown.parts, shown.selection.by, shown.state
        assert found is not None and by is not None
        self.title.setText(say(Text("{kpi} by {dimension}", kpi=state.kpi.label, dimension=DIMENSIONS[by])))
        self.note.setText(say(found.note or ""))
        self.more.setVisible(found.rest > 0)
        self.more.setText(tr("Show the first {count}", count=len(found.first)) if self._all else tr("Show all {count}", count=len(state.breakdown)))
        members = state.breakdown if self._all else found.first
        rows = [(called(m.member, by), *_cells(m, state)) for m in members]
        foot = []
        if found.other is not None and not self._all:
            foot.append((Text("%n other(s)", "", found.rest), *_cells(found.other, state)))
        foot.append((tr("Total"), *_cells(found.total, state)))
        self._members = [None if m.details.get(_SHARED) else m for m in members] + [None] * len(foot)
        columns, cells = telling(_columns(state, by), [*rows, *foot], always=2)
        if columns[-1].unit is None:  # a note where there is something to say, else nothing
            cells = [[*row[:-1], row[-1] or ""] for row in cells]
        accent = theme.colours().accent
        self._model.show_rows(columns, cells, shown.currency, {(at, 0): accent for at, m in enumerate(self._members) if m is not None}, foot=len(foot))
        self.view.fit(len(cells), 40 if self._all else 14)

    def _choose(self, index: QModelIndex) -> None:
        at = self.view.model().mapToSource(index).row()  # type: ignore[attr-defined]
        member = self._members[at] if 0 <= at < len(self._members) else None
        if member is not None:
            self.chosen.emit(member.member)


def _columns(state: KpiState, by: str) -> tuple[Column, ...]:
    kpi = state.kpi
    plain = kpi.unit is Unit.COUNT  # a count is its own numerator
    return (Column(say(DIMENSIONS[by])), Column(say(kpi.label), kpi.unit), interval_column(kpi.unit),
            Column("" if plain else first_up(say(kpi.numerator)), Unit.MONEY if kpi.unit is Unit.MONEY else Unit.COUNT),
            Column(first_up(say(kpi.denominator)), Unit.COUNT), Column(tr("n"), Unit.COUNT), Column(tr("Share"), Unit.RATE),
            *(Column(say(text), unit) for _, text, unit in kpi.columns), Column(tr("Note")), Column(tr("Target"), kpi.unit))


def _cells(m: Member, state: KpiState) -> tuple[Any, ...]:
    """The figures of a member in the order of the columns; a count's numerator and a sample size that is its denominator are not said twice."""
    above = None if state.kpi.unit is Unit.COUNT else m.numerator
    n = None if m.n in (m.value, m.denominator) else m.n
    note = (Text("{note} · {mark}", note=m.note, mark=FEW) if m.note is not None else FEW) if m.small else m.note
    share = m.value / state.result.value if state.kpi.additive and m.value is not None and state.result.value else None
    return (m.value, interval(m.low, m.high), above, m.denominator, n, share, *(m.details.get(key) for key, _, _ in state.kpi.columns), note, m.target)
