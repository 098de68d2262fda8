"""The funnel: two readings, alone or beside a second one; days per step, who is stuck, and the breakdown by a dimension."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop.app.screens import FunnelShown
from kpi_desktop.app.session import Session
from kpi_desktop.app.wanted import Beside
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.rows import LeftOut
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import called
from kpi_desktop.ui import funnel_tables
from kpi_desktop.ui.chart_view import ChartView
from kpi_desktop.ui.frame_model import FrameModel, telling
from kpi_desktop.ui.funnel_split import FunnelSplit
from kpi_desktop.ui.stuck_panel import StuckPanel
from kpi_desktop.ui.widgets import Page, button, choice, clear, label, panel, pick, surface, table


class FunnelTab(Page):
    """Draws a FunnelShown."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._mode, self._by, self._beside = session, "period", "channel", Beside()
        self._shown: FunnelShown | None = None
        self.column.addLayout(self._top())
        self._finding = label(tr("Computing …"), wrap=True)
        self._chart = ChartView(300)
        self._legend = label("", "note", wrap=True)
        self.column.addWidget(panel(self._finding, self._chart, self._legend, stretch=1))
        self._stages = FrameModel(self)
        self._stage_view = table(self._stages, tr("Stages"))
        self._stage_view.clicked.connect(self._choose_stage)
        self._stage_view.activated.connect(lambda index: self._open_stage(self._stage_at(index)))
        self.column.addWidget(surface(self._stage_view))
        self._chosen = 1
        self._open = button("", lambda: self._open_stage(self._chosen), "link")
        below = QHBoxLayout()
        below.addWidget(self._open)
        below.addStretch(1)
        self.column.addLayout(below)
        self.column.addLayout(self._details())
        self._split_part = FunnelSplit(session)
        self._split_part.asked.connect(self._split_by)
        self.column.addWidget(self._split_part)
        self._split, self._member_view = self._split_part.dimension, self._split_part.view
        self._warnings = QVBoxLayout()
        self._warnings.setSpacing(0)
        self.column.addLayout(self._warnings)
        self.column.addStretch(1)

    def _top(self) -> QHBoxLayout:
        top = QHBoxLayout()
        self._reading = choice((("period", tr("Period: what happened in the period")), ("cohort", tr("Cohort: the leads created in the period"))),
                               self._read, tr("Reading"))
        self._against = choice((), self._choose_against, tr("Side by side"))
        self._pair = [choice((), lambda _: self._choose_pair(), name) for name in (tr("First member"), tr("Second member"))]
        self._pair_word = label(tr("against", "two funnels"), tone="quiet")
        top.addWidget(self._reading)
        top.addStretch(1)
        for part in (label(tr("Side by side"), "label"), self._against, self._pair[0], self._pair_word, self._pair[1]):
            top.addWidget(part)
        return top

    def _details(self) -> QHBoxLayout:
        """The days of a step and who is stuck."""
        head = QHBoxLayout()
        self._step = choice((), lambda key: self._ask(step=key), tr("Days per step"))
        self._days_says = label("", "note", wrap=True)
        head.addWidget(label(tr("Days from the stage before to"), "label"))
        head.addWidget(self._step)
        head.addStretch(1)
        self._days = ChartView(190)
        days, box = QWidget(), QVBoxLayout()
        days.setLayout(box)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(head)
        box.addWidget(self._days_says)
        box.addWidget(self._days)
        box.addStretch(1)
        self._stuck = StuckPanel(self._session)
        self._stuck.asked.connect(lambda stage, everyone: self._ask(stuck=stage, everyone=everyone))
        both = QHBoxLayout()
        both.setSpacing(8)
        both.addWidget(panel(days), 2)
        both.addWidget(panel(self._stuck), 3)
        return both

    @property
    def looking(self) -> tuple[str, str, Beside]:
        """What is looked at: the reading, the dimension and what stands beside."""
        return self._mode, self._by, self._beside

    def look(self, at: tuple[str, str, Beside]) -> None:
        """Look where another window of this kind looked."""
        self._mode, self._by, self._beside = at

    @property
    def help_page(self) -> str:
        """The page of the help on this tab."""
        return "funnel"

    def watch(self) -> None:
        """Ask for what this tab shows."""
        self._session.watch("funnel", mode=self._mode, by=self._by or None, beside=self._beside, workspace=self._session.workspace_path)

    # -- what the person asks for -----------------------------------------------------------------------------------------

    def _ask(self, **beside: object) -> None:
        self._beside = replace(self._beside, **beside)  # type: ignore[arg-type]
        self.watch()

    def _read(self, mode: str) -> None:
        self._mode = mode
        self.watch()

    def _split_by(self, dimension: str, multiples: bool) -> None:
        self._by = dimension
        self._ask(multiples=multiples)

    def _choose_against(self, against: str) -> None:
        self._ask(against=against, pair=())

    def _choose_pair(self) -> None:
        self._ask(pair=tuple(box.currentData() for box in self._pair))

    def _choose_stage(self, index: QModelIndex) -> None:
        """A row of the stages: the days to that stage, and who is stuck at it where the list is open."""
        if self._shown is None:
            return
        self._chosen = self._stage_at(index)
        stage = self._shown.funnel.stages[self._chosen].id
        listed = self._beside.stuck and stage in dict(self._shown.stuck)
        self._ask(step=stage, stuck=stage if listed else self._beside.stuck)

    def _stage_at(self, index: QModelIndex) -> int:
        return self._stage_view.model().mapToSource(index).row()  # type: ignore[attr-defined]

    def _open_stage(self, at: int) -> None:
        """Show the rows behind a stage's count."""
        shown = self._shown
        if shown is not None and shown.pair is None and shown.behind[at]:
            self._session.rows(Text("Funnel: {stage}", stage=shown.funnel.stages[at].label), shown.behind[at])

    # -- what the session made --------------------------------------------------------------------------------------------

    def show_screen(self, shown: object) -> None:
        """Draw what the session made."""
        if not isinstance(shown, FunnelShown):
            return
        self._shown = shown
        pick(self._reading, shown.funnel.mode)
        self._fill_choices(shown)
        chart = shown.pair_chart or shown.chart
        self._finding.setText(f"{say(chart.title)}. {say(chart.description)}")
        self._legend.setText(" ".join(self._legend_of(shown)))
        self._chart.show_chart(chart)
        colours = {}
        if shown.pair is not None:
            columns, rows, colours = funnel_tables.pair(shown)
        else:
            columns, rows = funnel_tables.stages(shown)
            columns, rows = telling(columns, rows)  # type: ignore[assignment]
        self._stages.show_rows(columns, rows, colours=colours)
        self._stage_view.fit(len(rows))
        self._open.setText(tr("Show rows: {stage}", stage=shown.funnel.stages[self._chosen].label))
        self._open.setVisible(shown.pair is None and bool(shown.behind[self._chosen]))
        self._show_days(shown)
        self._stuck.show_stuck(shown)
        self._split_part.show_split(shown)
        self._show_warnings(shown)

    def _fill_choices(self, shown: FunnelShown) -> None:
        self._against.clear()
        self._against.addItem(tr("nothing"), "")
        if shown.compared is not None:
            self._against.addItem(tr("the compared period"), "period")
        for key, text in shown.dimensions:
            self._against.addItem(tr("two of: {dimension}", dimension=text), key)
        pick(self._against, shown.beside.against)
        by = shown.pair.by if shown.pair is not None else None
        for box, chosen in zip(self._pair, shown.beside.pair or ("", ""), strict=True):
            box.clear()
            for name in shown.members if by is not None else ():
                box.addItem(say(called(name, by or "")), name)
            pick(box, chosen)
            box.setVisible(by is not None)
        self._pair_word.setVisible(by is not None)

    @staticmethod
    def _legend_of(shown: FunnelShown) -> Iterable[str]:
        yield tr("Lengths are drawn on a square root scale, so that the last stages can be seen.")
        if shown.pair is not None:
            yield tr("The difference of each step's rate is tested (two proportions, p < 0.05); the rest is noise.")
            if shown.pair.by is None and shown.funnel.mode == "cohort":
                yield tr("Both cohorts are looked at the same number of days after their start.")
            return
        if shown.compared is not None:
            yield tr("Upright mark: {period}.", period=shown.compared.period)
        if any(s.maturing for s in shown.funnel.stages):
            yield tr("Hatched: expected at maturity.")

    def _show_days(self, shown: FunnelShown) -> None:
        self._step.clear()
        for s in shown.funnel.stages:
            if s.median_days is not None:
                self._step.addItem(say(s.label), s.id)
        pick(self._step, shown.beside.step)
        self._step.setEnabled(self._step.count() > 0)
        self._days.setVisible(shown.step_days is not None)
        self._days.show_chart(shown.step_days)
        self._days_says.setText(say(shown.step_days.description) if shown.step_days is not None else tr("No days are known of any step."))

    def _show_warnings(self, shown: FunnelShown) -> None:
        clear(self._warnings)
        aside = {a.reason: a for a in shown.funnel.aside}
        for text in shown.funnel.warnings:
            row = QHBoxLayout()
            if text in aside:
                row.addWidget(button(tr("Show them"), lambda a=aside[text]: self._rows(a), "link"))
            row.addWidget(label(say(text), "note", wrap=True), 1)
            self._warnings.addLayout(row)

    def _rows(self, aside: LeftOut) -> None:
        self._session.rows(Text("the funnel: {why}", why=aside.reason), (aside.rows,))
