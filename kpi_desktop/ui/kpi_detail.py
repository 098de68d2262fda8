"""One KPI in full: headline, formula, trend, breakdown, what stands beside it, and the rows behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop import i18n
from kpi_desktop.app.screens import DetailShown, RowsShown
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.result import Grid, Result, Unit
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import DIMENSIONS, called
from kpi_desktop.ui.card import change_text, value_text
from kpi_desktop.ui.chart_view import ChartView
from kpi_desktop.ui.frame_model import Column, FrameModel, interval_columns, telling
from kpi_desktop.ui.notes_list import NotesList
from kpi_desktop.ui.rows_dialog import RowsDialog
from kpi_desktop.ui.target_line import TargetLine
from kpi_desktop.ui.widgets import Page, button, choice, clear, label, panel, pick, table


class KpiDetail(Page):
    """Draws a DetailShown; tells when it is closed and by which dimension to break down."""

    closed = Signal()
    broken_down = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: DetailShown | None = None
        top = QHBoxLayout()
        top.addWidget(button(tr("‹ All KPIs"), self.closed.emit, "link"))
        top.addStretch(1)
        self._by = choice((), self.broken_down.emit, tr("Break down by"))
        self._by_label = label(tr("Break down by"), "label")
        self._rows_button = button(tr("Rows behind it"), self._ask_rows)
        for part in (self._by_label, self._by, self._rows_button):
            top.addWidget(part)
        self.column.addLayout(top)
        self._name, self._value, self._change = label("", "label"), label("", "figure"), label("")
        self._formula, self._note = label("", "note", wrap=True), label("", tone="quiet", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._value)
        head.addWidget(self._change)
        head.addWidget(self._note, 1)
        self.column.addWidget(self._name)
        self.column.addLayout(head)
        self.column.addWidget(self._formula)
        self._target, self._notes = TargetLine(session), NotesList(session)
        self.column.addWidget(self._target)
        self._trend, self._bars = ChartView(), ChartView()
        self._trend_title, self._bars_title = label("", "label"), label("", "label")
        charts = QHBoxLayout()
        charts.setSpacing(8)
        charts.addWidget(panel(self._trend_title, self._trend, stretch=1), 3)
        self._bars_panel = panel(self._bars_title, self._bars, stretch=1)
        charts.addWidget(self._bars_panel, 2)
        self.column.addLayout(charts)
        self._why, self._why_chart, self._why_how = label("", wrap=True), ChartView(190), label("", "note", wrap=True)
        self._why_panel = panel(label(tr("Why it changed"), "label"), self._why, self._why_chart, self._why_how)
        self.column.addWidget(self._why_panel)
        self.column.addWidget(self._notes)
        self._beside = QGridLayout()
        self._beside.setHorizontalSpacing(24)
        holder = panel()
        holder.layout().addLayout(self._beside)  # type: ignore[union-attr]
        self._beside_panel = holder
        self.column.addWidget(holder)
        self._members = FrameModel(self)
        self._members_view = table(self._members, tr("Breakdown"))
        self.column.addWidget(self._members_view)
        self._grids = QVBoxLayout()
        self._grid_views: list[_GridView] = []
        self.column.addLayout(self._grids)
        self._from = label("", "note")
        self.column.addWidget(self._from)
        self.column.addStretch(1)

    def wait(self) -> None:
        """Another KPI is on its way."""
        for part in (self._value, self._change, self._note, self._formula):
            part.setText("")
        self._name.setText(tr("Computing …"))

    def show_screen(self, shown: DetailShown | RowsShown) -> None:
        """Draw a detail, or open the rows behind it."""
        if isinstance(shown, RowsShown):
            RowsDialog(shown, self._session, self).open()
            return
        self._shown = shown
        state, r, unit, currency = shown.state, shown.state.result, shown.state.kpi.unit, shown.currency
        self._name.setText(f"{say(state.kpi.label)} · {i18n.period(shown.selection.period)}")
        self._value.setText(value_text(state, currency))
        text, tone = change_text(state, currency)
        self._change.setText(text)
        self._change.setProperty("tone", tone)
        self._change.style().polish(self._change)
        interval = "" if r.value is None or r.low is None or r.high is None else tr(
            "95 % interval {low} to {high}", low=i18n.figure(r.low, unit, currency), high=i18n.figure(r.high, unit, currency))
        self._note.setText(" · ".join(t for t in (say(state.missing or r.note or ""), interval, *(say(w) for w in r.warnings)) if t))
        self._formula.setText(filled(shown.formula, r, unit, currency))
        self._target.show_detail(shown)
        self._notes.show_detail(shown)
        self._trend_title.setText(tr("The last 12 periods"))
        self._trend.show_chart(shown.trend)
        self._bars_title.setText(say(shown.bars.title) if shown.bars is not None else tr("No breakdown"))
        self._bars.show_chart(shown.bars)
        self._fill_why(shown)
        self._fill_by(shown)
        self._fill_beside(shown)
        self._fill_members(shown)
        self._fill_grids([g for g in r.grids if g.rows], currency)
        self._from.setText(say(shown.provenance))
        self._rows_button.setEnabled(bool(r.used or r.left_out))

    def _fill_why(self, shown: DetailShown) -> None:
        why = shown.state.explanation
        self._why_panel.setVisible(why is not None and shown.state.missing is None)
        self._why.setText(say(why.sentence) if why is not None else "")
        self._why_how.setText(say(why.method) if why is not None and why.method is not None else "")
        self._why_chart.setVisible(shown.why is not None)
        self._why_chart.show_chart(shown.why)

    def _fill_by(self, shown: DetailShown) -> None:
        self._by.clear()
        for key, text in shown.dimensions:
            self._by.addItem(say(text), key)
        pick(self._by, shown.selection.by)
        for part in (self._by, self._by_label, self._bars_panel):
            part.setVisible(bool(shown.dimensions))

    def _fill_beside(self, shown: DetailShown) -> None:
        clear(self._beside)
        self._beside_panel.setVisible(bool(shown.state.result.beside))
        for at, b in enumerate(shown.state.result.beside):
            row, column = divmod(at, 3)
            self._beside.addWidget(label(say(b.label), "note"), row, 2 * column)
            self._beside.addWidget(label(i18n.figure(b.value, b.unit, shown.currency), tone="strong"), row, 2 * column + 1)
            self._beside.setColumnStretch(2 * column + 1, 1)

    def _fill_members(self, shown: DetailShown) -> None:
        kpi, by = shown.state.kpi, shown.selection.by
        self._members_view.setVisible(bool(shown.state.breakdown))
        if by is None:
            return
        columns = (Column(say(DIMENSIONS[by])), Column(say(kpi.label), kpi.unit), *interval_columns(kpi.unit),
                   Column(_first_up(say(kpi.numerator)), Unit.MONEY if kpi.unit is Unit.MONEY else Unit.COUNT),
                   Column(_first_up(say(kpi.denominator)), Unit.COUNT), Column(tr("n"), Unit.COUNT), Column(tr("Target"), kpi.unit))
        rows = [(called(m.member, by), m.value, m.low, m.high, m.numerator, m.denominator, m.n, m.target) for m in shown.state.breakdown]
        self._members.show_rows(*telling(columns, rows), shown.currency)
        self._members_view.fit(len(rows))

    def _fill_grids(self, grids: list[Grid], currency: str) -> None:
        """The views stay: to make a table and its columns anew takes longer than all else on the page."""
        while len(self._grid_views) < len(grids):
            self._grid_views.append(_GridView())
            self._grids.addWidget(self._grid_views[-1])
        for view, grid in zip(self._grid_views, grids):
            view.show_grid(grid, currency)
        for at, view in enumerate(self._grid_views):
            view.setVisible(at < len(grids))

    def _ask_rows(self) -> None:
        if self._shown is not None:
            r = self._shown.state.result
            self._session.rows(self._shown.state.kpi.label, (*r.used, *r.left_out))


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]


def filled(formula: Text, r: Result, unit: Unit, currency: str) -> str:
    """The formula in words, and with the actual numbers put in."""
    words = say(formula)
    if r.value is None or r.numerator is None or r.denominator is None or unit is Unit.COUNT:
        return words
    above = i18n.figure(r.numerator, Unit.MONEY if unit is Unit.MONEY else Unit.COUNT, currency)
    below, times = i18n.figure(r.denominator, Unit.COUNT, currency), f"{i18n.number(100)} × " if unit is Unit.POINTS else ""
    return f"{words}:  {times}{above} / {below} = {i18n.figure(r.value, unit, currency)}"


class _GridView(QWidget):
    """A small table under its title, as tall as its rows, up to a dozen."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._model = label("", "label"), FrameModel(self)
        self._table = table(self._model, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._title)
        layout.addWidget(self._table)

    def show_grid(self, grid: Grid, currency: str) -> None:
        """Show another table; one of another kind is not sorted as this one was."""
        title = say(grid.title)
        if title != self._title.text():
            self._table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self._title.setText(title)
        self._table.setAccessibleName(title)
        rows = [[tr("not given") if v == "" else v for v in row] for row in grid.rows]
        self._model.show_rows([Column(say(text), unit) for _, text, unit in grid.columns], rows, currency)
        self._table.fit(len(grid.rows))
