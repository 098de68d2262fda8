"""One KPI in full: headline, formula, trend, why it changed, breakdown, what stands beside it, and the rows behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kpi_desktop.app.screens import DetailShown, RowsShown
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import first_up, say, tr
from kpi_desktop.metrics.rows import LeftOut, Rows
from kpi_desktop.model.problem import Text
from kpi_desktop.model.selection import Filter
from kpi_desktop.ui.beside_panel import BesidePanel
from kpi_desktop.ui.breakdown import Breakdown
from kpi_desktop.ui.chart_view import ChartView
from kpi_desktop.ui.choices_line import ChoicesLine
from kpi_desktop.ui.detail_head import DetailHead
from kpi_desktop.ui.grid_panel import GridPanel
from kpi_desktop.ui.notes_list import NotesList
from kpi_desktop.ui.rows_dialog import RowsDialog
from kpi_desktop.ui.target_line import TargetLine
from kpi_desktop.ui.widgets import Page, button, choice, label, panel, pick


class KpiDetail(Page):
    """Draws a DetailShown; tells when it is closed and by which dimension to break down. Its parts are made once and shown other figures."""

    closed = Signal()
    broken_down = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: DetailShown | None = None
        self._from, self._rows_button = label("", "note"), button(tr("Show rows"), self._ask_rows, "link")
        self._by = choice((), self.broken_down.emit, tr("Break down by"))
        self._by_label = label(tr("Break down by"), "label")
        top = QHBoxLayout()
        top.addWidget(button(tr("‹ All KPIs"), self.closed.emit, "back"))
        top.addStretch(1)
        for part in (self._from, self._rows_button, self._by_label, self._by):
            top.addWidget(part)
        self.column.addLayout(top)
        self.head, self.choices = DetailHead(), ChoicesLine(session)
        self._name, self._value, self._note, self._formula = self.head.name, self.head.value, self.head.note, self.head.formula
        self._target, self._notes = TargetLine(session), NotesList(session)
        for part in (self.head, self.choices, self._target):
            self.column.addWidget(part)
        self._trend, self._bars = ChartView(), ChartView()
        self._bars.setCursor(Qt.CursorShape.PointingHandCursor)
        self._bars.picked.connect(self._pick_bar)
        self._bars_title = label("", "label")
        charts = QHBoxLayout()
        charts.setSpacing(8)
        self._trend_panel = panel(label(tr("The last 12 periods"), "label"), self._trend, stretch=1)
        charts.addWidget(self._trend_panel, 3)
        self._bars_panel = panel(self._bars_title, self._bars, stretch=1)
        charts.addWidget(self._bars_panel, 2)
        self.column.addLayout(charts)
        self._why, self._why_chart, self._why_how = label("", wrap=True), ChartView(190), label("", "note", wrap=True)
        self._why_panel = panel(label(tr("Why it changed"), "label"), self._why, self._why_chart, self._why_how)
        self.breakdown, self._beside = Breakdown(), BesidePanel()
        self._members_view = self.breakdown.view
        self.breakdown.chosen.connect(self._filter)
        self._beside.rows_asked.connect(lambda b: self._ask(b.label, b.behind))
        for part in (self._why_panel, self._notes, self.breakdown, self._beside):
            self.column.addWidget(part)
        self.grids: list[GridPanel] = []
        self._grids = QVBoxLayout()
        self._grids.setSpacing(8)
        self.column.addLayout(self._grids)
        self._left_out = label("", "note", wrap=True)
        self.column.addWidget(self._left_out)
        self.column.addStretch(1)

    def wait(self) -> None:
        """Another KPI is on its way."""
        self.head.wait()

    def show_screen(self, shown: DetailShown | RowsShown) -> None:
        """Draw a detail, or open the rows behind it."""
        if isinstance(shown, RowsShown):
            RowsDialog(shown, self._session, self).open()
            return
        other = self._shown is None or self._shown.state.kpi.id != shown.state.kpi.id
        self._shown = shown
        for part in (self.head, self.choices, self._target, self._notes, self._beside, self.breakdown):
            part.show_detail(shown)
        for holder, view, chart in ((self._trend_panel, self._trend, shown.trend), (self._bars_panel, self._bars, shown.bars)):
            holder.setVisible(chart is not None)
            view.show_chart(chart)
        self._bars_title.setText(say(shown.bars.title) if shown.bars is not None else "")
        self._fill_why(shown)
        self._fill_by(shown)
        self._fill_grids(shown)
        self._from.setText(" · ".join(map(say, shown.provenance)))
        self._left_out.setText("\n".join(map(say, shown.left_out)))
        self._from.setToolTip(self._left_out.text())
        self._left_out.setVisible(bool(shown.left_out))
        self._rows_button.setVisible(bool(shown.provenance))
        if other:
            self.verticalScrollBar().setValue(0)

    def _fill_why(self, shown: DetailShown) -> None:
        why = shown.state.explanation
        self._why_panel.setVisible(why is not None and shown.state.missing is None)
        self._why.setText(first_up(say(why.sentence)) if why is not None else "")
        self._why_how.setText(say(why.method) if why is not None and why.method is not None else "")
        self._why_chart.setVisible(shown.why is not None)
        self._why_chart.show_chart(shown.why)

    def _fill_by(self, shown: DetailShown) -> None:
        offered = [(key, say(text)) for key, text in shown.dimensions]
        if offered != [(self._by.itemData(at), self._by.itemText(at)) for at in range(self._by.count())]:
            self._by.clear()
            for key, text in offered:
                self._by.addItem(text, key)
        pick(self._by, shown.selection.by)
        for part in (self._by, self._by_label):
            part.setVisible(bool(offered) and shown.state.missing is None)

    def _fill_grids(self, shown: DetailShown) -> None:
        while len(self.grids) < len(shown.grids):
            made = GridPanel()
            made.rows_asked.connect(lambda made=made: self._ask_grid(made))
            self.grids.append(made)
            self._grids.addWidget(made)
        for at, made in enumerate(self.grids):
            made.setVisible(at < len(shown.grids))
            if at < len(shown.grids):
                made.show_grid(*shown.grids[at], shown.currency)

    # -- what a click asks for --------------------------------------------------------------------------------------------

    def _pick_bar(self, at: int) -> None:
        found = self._shown.parts if self._shown is not None else None
        drawn = [m for m in found.first if m.value is not None] if found is not None else []
        if at < len(drawn):
            self._filter(drawn[at].member)

    def _filter(self, member: str) -> None:
        by = self._shown.selection.by if self._shown is not None else None
        if by is not None:
            self._session.select(self._session.selection.narrowed(Filter(by, member)))

    def _ask_rows(self) -> None:
        if self._shown is not None:
            r = self._shown.state.result
            self._ask(self._shown.state.kpi.label, (*r.used, *r.left_out))

    def _ask_grid(self, made: GridPanel) -> None:
        if made.shown is not None:
            self._ask(made.shown[0].title, made.shown[0].behind)

    def _ask(self, title: Text, groups: tuple[Rows | LeftOut, ...]) -> None:
        self._session.rows(title, groups)
