"""Practices with their figures and verdicts; the person's own verdict and note win and are kept."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from kpi_desktop import i18n
from kpi_desktop.app.screens import PlannerShown
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.decisions import Verdict
from kpi_desktop.model.schema import called
from kpi_desktop.planning.practices import DIMENSIONS, KINDS, VERDICTS, Practice
from kpi_desktop.ui import theme
from kpi_desktop.ui.chart_view import ChartView
from kpi_desktop.ui.frame_model import Column, FrameModel, interval, interval_column
from kpi_desktop.ui.widgets import Page, button, choice, label, panel, pick, table

_TONES = {"keep": "better", "optimise": "accent", "eliminate": "worse", "not_enough_data": "quiet"}
_VERDICT = 10


class ReviewPage(Page):
    """Draws a PlannerShown; the practice that is chosen stands below in words."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._kind, self._name = session, "channel", ""
        self._practices: dict[str, Practice] = {}
        self._decided = ("", "")
        top = QHBoxLayout()
        self._kinds = choice(((k, say(t)) for k, t in KINDS.items()), self._choose_kind, tr("Kind of practice"))
        self._ceiling = label(tr("Computing …"), tone="quiet")
        top.addWidget(self._kinds)
        top.addWidget(self._ceiling, 1)
        self.column.addLayout(top)
        self._model = FrameModel(self)
        self._view = table(self._model, tr("Practices"))
        self._view.selectionModel().currentRowChanged.connect(self._choose_row)
        self.column.addWidget(self._view)
        self._title, self._why = label("", "heading"), label("", wrap=True)
        self._own = choice((("", tr("as computed")), *((k, say(t)) for k, t in VERDICTS.items())), lambda _: None, tr("Your verdict"))
        self._note = QLineEdit()
        self._note.setPlaceholderText(tr("Your reason"))
        self._note.setAccessibleName(tr("Your reason"))
        self._note.returnPressed.connect(self._keep)
        self._save = button(tr("Keep my verdict"), self._keep, "main")
        row = QHBoxLayout()
        for part in (label(tr("Your verdict"), "label"), self._own):
            row.addWidget(part)
        row.addWidget(self._note, 1)
        row.addWidget(self._save)
        below = panel(self._title, self._why)
        below.layout().addLayout(row)  # type: ignore[union-attr]
        self._below = below
        self.column.addWidget(below)
        self._chart = ChartView(260)
        self._chart_panel = panel(self._chart, stretch=0)
        self.column.addWidget(self._chart_panel)
        self._rules = label("", "note", wrap=True)
        self.column.addWidget(self._rules)
        self.column.addStretch(1)

    @property
    def looking(self) -> tuple[str, str]:
        """What is looked at: the kind of practice and the practice."""
        return self._kind, self._name

    def look(self, at: tuple[str, str]) -> None:
        """Look where another window of this kind looked."""
        self._kind, self._name = at

    def watch(self) -> None:
        """Ask for what this page shows."""
        self._session.watch("planner", kind=self._kind)

    def _choose_kind(self, kind: str) -> None:
        self._kind, self._name = kind, ""
        self.watch()

    def show_screen(self, shown: object) -> None:
        """Draw what the session made."""
        if not isinstance(shown, PlannerShown):
            return
        review, money = shown.review, shown.currency
        pick(self._kinds, review.kind)
        ceiling = tr("A SQL may cost at most {ceiling}.", ceiling=i18n.money(review.ceiling, money)) if review.ceiling is not None else ""
        self._ceiling.setText(" ".join((ceiling, *(say(w) for w in review.warnings))))
        columns = [Column(tr("Practice")), Column(tr("Spend"), Unit.MONEY, tr("With its part of shared cost")), Column(tr("Leads"), Unit.COUNT),
                   Column(tr("MQLs"), Unit.COUNT), Column(tr("SQLs"), Unit.COUNT), Column(tr("Won"), Unit.COUNT), Column(tr("Revenue"), Unit.MONEY),
                   Column(tr("Cost per SQL"), Unit.MONEY), interval_column(Unit.MONEY), Column(tr("ROMI"), Unit.FACTOR),
                   Column(tr("Verdict"))]
        called_as = [called(p.name, DIMENSIONS[review.kind]) for p in review.practices]
        rows = [(who, p.spend, p.leads, p.mqls, p.sqls, p.won, p.revenue, p.cost_per_sql, interval(p.low, p.high), p.romi, _verdict(p))
                for who, p in zip(called_as, review.practices, strict=True)]
        colours = {(at, _VERDICT): getattr(theme.colours(), _TONES[p.verdict]) for at, p in enumerate(review.practices)}
        self._practices = {say(who): p for who, p in zip(called_as, review.practices, strict=True)}
        name = self._name
        self._model.show_rows(columns, rows, money, colours)
        self._view.fit(len(rows))
        self._chart.show_chart(shown.chart)
        self._chart_panel.setVisible(shown.chart is not None)
        self._rules.setText("\n".join([tr("The rules, the first that holds decides:"), *(say(r.text) for r in review.rules)]))
        self._show_practice(next((p for p in review.practices if p.name == name), None) or next(iter(review.practices), None))

    def _choose_row(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid():
            self._show_practice(self._practices.get(now.siblingAtColumn(0).data()))

    def _show_practice(self, p: Practice | None) -> None:
        self._below.setVisible(p is not None)
        if p is None:
            return
        typing = p.name == self._name and (self._own.currentData(), self._note.text()) != self._decided
        self._name = p.name
        self._title.setText(f"{say(called(p.name, DIMENSIONS[self._kind]))}: {say(VERDICTS[p.verdict])}")
        lines = [tr("Your verdict; computed was: {verdict}.", verdict=VERDICTS[p.computed_verdict])] if p.own is not None else []
        lines += [say(t) for t in (p.reason, p.weak_step, p.flip) if t is not None]
        if p.robust is not None:
            lines.append(tr("The same verdict under {share} of the settings for shared cost and lag.", share=i18n.percent(p.robust, 0)))
        self._why.setText("\n".join(lines))
        if not typing:  # a refresh leaves alone what is being decided
            self._decided = (p.own.verdict, p.own.note) if p.own is not None else ("", "")
            pick(self._own, self._decided[0])
            self._note.setText(self._decided[1])

    def _keep(self) -> None:
        chosen = self._own.currentData()
        if not self._name:
            return
        self._decided = chosen, self._note.text()
        if chosen:
            self._session.set_verdict(Verdict(self._kind, self._name, chosen, self._note.text().strip()))
        else:
            self._session.clear_verdict(self._kind, self._name)


def _verdict(p: Practice) -> str:
    said = say(VERDICTS[p.verdict])
    return tr("{verdict} (yours)", verdict=said) if p.own is not None else said
