"""Plan against fact: goals and practices to date, what they come to, and what was said and what happened."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from kpi_desktop import i18n
from kpi_desktop.app.plan import FactShown
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.planning.practices import VERDICTS, practice_name
from kpi_desktop.planning.standing import STANDINGS
from kpi_desktop.ui import theme
from kpi_desktop.ui.editable import WIDEST
from kpi_desktop.ui.frame_model import Column, FrameModel
from kpi_desktop.ui.plan_choice import PageOfPlan, show_plans
from kpi_desktop.ui.widgets import choice, label, panel, table

_TONES = {"early": "quiet", "open": "quiet", "behind": "worse", "on": "text", "ahead": "better"}
_STANDING, _PRACTICE_STANDING = 4, 8


class FactPage(PageOfPlan):
    """Draws a FactShown."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "fact")
        top = QHBoxLayout()
        self.which = choice((), self._look_at, tr("Plan and version"))
        self._said = label(tr("Computing …"), tone="quiet", wrap=True)
        top.addWidget(self.which)
        top.addWidget(self._said, 1)
        self.column.addLayout(top)
        self._models = tuple(FrameModel(self) for _ in range(3))
        self.goals, self.practices, self.said = (table(m, n) for m, n in zip(
            self._models, (tr("Goals against fact"), tr("Practices against fact"), tr("What we said and what happened")), strict=True))
        for view in (self.goals, self.said):
            view.horizontalHeader().setMaximumSectionSize(WIDEST)
        heads = (tr("Goals"), tr("Practices"), tr("What we said and what happened"))
        self._panels = [panel(label(head, "heading"), view) for head, view in zip(heads, (self.goals, self.practices, self.said), strict=True)]
        how = tr("The forecast to the end: what came so far, and what the plan has for the rest, raised or lowered by half of how it went.")
        self._rest = label(how, "note", wrap=True)
        self._panels[1].layout().addWidget(self._rest)  # type: ignore[union-attr]
        for part in self._panels:
            self.column.addWidget(part)
        self.column.addStretch(1)

    def show_screen(self, shown: object) -> None:
        """Draw what the session made."""
        if not isinstance(shown, FactShown):
            return
        show_plans(self.which, shown)
        told = [say(shown.note)] if shown.note is not None else []
        if shown.plan is not None and shown.today is not None and shown.share:
            told.append(tr("Data up to {day}: {share} of the period has passed.", day=shown.today, share=i18n.percent(shown.share, 0)))
        self._said.setText(" ".join(told))
        self._show_goals(shown)
        self._show_practices(shown)
        self._models[2].show_rows([Column(tr("What we said")), Column(tr("What happened"))], [(what, say(came)) for what, came in shown.said])
        self.said.fit(len(shown.said), 12)
        for part, rows in zip(self._panels, (shown.goals, shown.practices, shown.said), strict=True):
            part.setVisible(bool(rows))

    def _show_goals(self, shown: FactShown) -> None:
        money, colours = shown.currency, theme.colours()
        rows = [(g.label, i18n.figure(g.goal, g.unit, money), "" if g.value is None else i18n.figure(g.value, g.unit, money),
                 i18n.ranged(g.end, lambda v, u=g.unit: i18n.figure(round(v) if u is Unit.COUNT else v, u, money), ""),
                 STANDINGS[g.standing], g.told) for g in shown.goals]
        columns = [Column(h) for h in (tr("KPI"), tr("Goal"), tr("To date"), tr("At the end, 80 % range"), tr("Stands"), tr("How it is told"))]
        self._models[0].show_rows(columns, rows, money, {(at, _STANDING): getattr(colours, _TONES[g.standing]) for at, g in enumerate(shown.goals)})
        self.goals.fit(len(rows), 10)

    def _show_practices(self, shown: FactShown) -> None:
        if shown.plan is None:
            return
        kind, colours = shown.plan.kind, theme.colours()
        columns = [Column(tr("Practice")), Column(tr("Budget"), Unit.MONEY), Column(tr("Due by now"), Unit.MONEY), Column(tr("Spent"), Unit.MONEY),
                   Column(tr("SQLs expected")), Column(tr("Due by now"), Unit.COUNT), Column(tr("SQLs"), Unit.COUNT), Column(tr("At the end, 80 % range")),
                   Column(tr("Stands")), Column(tr("Verdict then")), Column(tr("Verdict now"))]
        rows = [(practice_name(p.practice, kind), p.budget, p.due, p.spent, i18n.ranged(p.expected, _count), round(p.sqls_due), p.sqls,
                 i18n.ranged(p.end, _count), STANDINGS[p.standing], VERDICTS.get(p.said, ""), VERDICTS.get(p.now, "")) for p in shown.practices]
        tones = {(at, _PRACTICE_STANDING): getattr(colours, _TONES[p.standing]) for at, p in enumerate(shown.practices)}
        self._models[1].show_rows(columns, rows, shown.currency, tones)
        self.practices.fit(len(rows), 12)


def _count(value: float) -> str:
    return i18n.number(value, 0)
