"""The funnel: two readings, drawn, with counts, rates and days as a table, and split by a dimension."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from kpi_desktop import i18n
from kpi_desktop.app.screens import FunnelShown
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.schema import DIMENSIONS, called
from kpi_desktop.ui.chart_view import ChartView
from kpi_desktop.ui.frame_model import Column, FrameModel, interval_columns, telling
from kpi_desktop.ui.widgets import Page, choice, label, panel, pick, table


class FunnelTab(Page):
    """Draws a FunnelShown."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._mode, self._by = session, "period", "channel"
        top = QHBoxLayout()
        self._reading = choice((("period", tr("Period: what happened in the period")), ("cohort", tr("Cohort: the leads created in the period"))),
                               self._read, tr("Reading"))
        self._split = choice((), self._split_by, tr("Split by"))
        top.addWidget(self._reading)
        top.addStretch(1)
        top.addWidget(label(tr("Split by"), "label"))
        top.addWidget(self._split)
        self.column.addLayout(top)
        self._finding = label(tr("Computing …"), wrap=True)
        self._chart = ChartView(300)
        self._legend = label("", "note")
        self.column.addWidget(panel(self._finding, self._chart, self._legend, stretch=1))
        self._stages, self._members = FrameModel(self), FrameModel(self)
        self._stage_view, self._member_view = table(self._stages, tr("Stages")), table(self._members, tr("Split"))
        self.column.addWidget(self._stage_view)
        self.column.addWidget(self._member_view)
        self._warnings = label("", "note", wrap=True)
        self.column.addWidget(self._warnings)
        self.column.addStretch(1)

    @property
    def looking(self) -> tuple[str, str]:
        """What is looked at: the reading and the dimension."""
        return self._mode, self._by

    def look(self, at: tuple[str, str]) -> None:
        """Look where another window of this kind looked."""
        self._mode, self._by = at

    def watch(self) -> None:
        """Ask for what this tab shows."""
        self._session.watch("funnel", mode=self._mode, by=self._by or None)

    def _read(self, mode: str) -> None:
        self._mode = mode
        self.watch()

    def _split_by(self, dimension: str) -> None:
        self._by = dimension
        self.watch()

    def show_screen(self, shown: object) -> None:
        """Draw what the session made."""
        if not isinstance(shown, FunnelShown):
            return
        found = shown.funnel
        pick(self._reading, found.mode)
        self._split.clear()
        for key, text in (("", tr("nothing")), *((k, say(t)) for k, t in shown.dimensions)):
            self._split.addItem(text, key)
        pick(self._split, found.by or "")
        self._finding.setText(f"{say(shown.chart.title)}. {say(shown.chart.description)}")
        legend = [tr("Lengths are drawn on a square root scale, so that the last stages can be seen.")]
        if shown.compared is not None:
            legend.append(tr("Upright mark: {period}.", period=i18n.period(shown.compared.period)))
        if any(s.maturing for s in found.stages):
            legend.append(tr("Hatched: expected at maturity."))
        self._legend.setText(" ".join(legend))
        self._chart.show_chart(shown.chart)
        self._fill_stages(shown)
        self._fill_members(shown)
        self._warnings.setText("\n".join(say(w) for w in found.warnings))

    def _fill_stages(self, shown: FunnelShown) -> None:
        columns = [Column(tr("Stage")), Column(tr("Count"), Unit.COUNT), Column(tr("Compared"), Unit.COUNT), Column(tr("From the stage before"), Unit.RATE),
                   *interval_columns(Unit.RATE), Column(tr("Expected at maturity"), Unit.RATE),
                   Column(tr("From the first stage"), Unit.RATE), Column(tr("Median days"), Unit.COUNT), Column(tr("80 % range of days")), Column(tr("Marks"))]
        then = shown.compared.stages if shown.compared is not None else (None,) * len(shown.funnel.stages)
        rows: list[tuple[object, ...]] = []
        for s, c in zip(shown.funnel.stages, then, strict=True):
            days = f"{i18n.number(s.days_low, 0)} – {i18n.number(s.days_high, 0)}" if s.days_low is not None and s.days_high is not None else None
            marks = ([tr("still maturing")] if s.maturing else []) + ([tr("%n date(s) inferred", "", s.inferred)] if s.inferred else [])
            rows.append((s.label, s.count, c.count if c is not None else None, s.rate_from_previous, s.rate_low, s.rate_high, s.expected_rate,
                         s.cumulative_rate, s.median_days, days, ", ".join(marks) or None))
        self._stages.show_rows(*telling(columns, rows))
        self._stage_view.fit(len(rows))

    def _fill_members(self, shown: FunnelShown) -> None:
        found = shown.funnel
        self._member_view.setVisible(bool(found.members))
        if found.by is None:
            return
        columns = [Column(say(DIMENSIONS[found.by]))]
        for s in found.stages:
            columns.append(Column(say(s.label), Unit.COUNT))
            if s.id not in ("visitors", "leads"):
                columns.append(Column(tr("rate"), Unit.RATE, tr("From the stage before")))
        columns.append(Column(tr("Days to SQL"), Unit.FACTOR, tr("Median days from the stage before to SQL")))
        rows = []
        for m in found.members:
            row: list[object] = [called(m.member, found.by)]
            for s in m.stages:
                row += [s.count] if s.id in ("visitors", "leads") else [s.count, s.rate_from_previous]
            rows.append((*row, next(s.median_days for s in m.stages if s.id == "sql")))
        self._members.show_rows(columns, rows)
        self._member_view.fit(len(rows))
