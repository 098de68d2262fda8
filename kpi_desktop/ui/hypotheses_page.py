"""Hypotheses: those that are kept with the data's answer, what the weak steps propose, and one to be written."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout

from kpi_desktop import i18n
from kpi_desktop.app.hypotheses import HypothesesShown, Kept, put, taken_up, without
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.plans import Hypothesis
from kpi_desktop.model.problem import UserError
from kpi_desktop.planning.practices import KINDS, practice_name
from kpi_desktop.planning.tested import ANSWERS, METRICS, Proposal, sentence, unit_of
from kpi_desktop.ui import theme
from kpi_desktop.ui.frame_model import Column, FrameModel
from kpi_desktop.ui.hypothesis_editor import HypothesisEditor
from kpi_desktop.ui.widgets import Page, button, choice, label, panel, pick, table

_TONES = {"confirmed": "better", "refuted": "worse", "not_yet": "quiet", "unclear": "quiet"}
_STATE = 1


class HypothesesPage(Page):
    """Draws a HypothesesShown; tells the session what the person takes up, changes and drops."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._kind = session, "channel"
        self._shown: HypothesesShown | None = None
        top = QHBoxLayout()
        self.kinds = choice(((k, say(t)) for k, t in KINDS.items()), self._choose_kind, tr("Kind of practice"))
        self._said = label(tr("Computing …"), tone="quiet", wrap=True)
        self.new = button(tr("Write a hypothesis …"), lambda: self.open(None))
        top.addWidget(self.kinds)
        top.addWidget(self._said, 1)
        top.addWidget(self.new)
        self.column.addLayout(top)
        self._kept_model = FrameModel(self)
        self.kept = table(self._kept_model, tr("Hypotheses"))
        self.kept.selectionModel().currentRowChanged.connect(self._chosen)
        self._told = label("", wrap=True)
        self._kept_panel = panel(label(tr("Kept"), "heading"), self.kept, self._told)
        self.column.addWidget(self._kept_panel)
        self.editor = HypothesisEditor()
        self.editor.hide()
        self.editor.kept.connect(self._keep)
        self.editor.dropped.connect(self._drop)
        self.column.addWidget(self.editor)
        self._model = FrameModel(self)
        self.proposals = table(self._model, tr("Proposals"))
        self.proposals.doubleClicked.connect(lambda _: self.take_up())
        self.proposals.selectionModel().currentRowChanged.connect(lambda now, _: self._explain(now))
        self._why = label("", wrap=True)
        self.take = button(tr("Take up the chosen proposal"), self.take_up, "main")
        foot = QHBoxLayout()
        foot.addWidget(self.take)
        foot.addStretch(1)
        self._proposed = panel(label(tr("Proposed from weak steps"), "heading"), self.proposals, self._why)
        self._proposed.layout().addLayout(foot)  # type: ignore[union-attr]
        self.column.addWidget(self._proposed)
        self.column.addStretch(1)

    @property
    def looking(self) -> str:
        """Which kind of practice is looked at."""
        return self._kind

    def look(self, at: str) -> None:
        """Look where another window of this kind looked."""
        self._kind = at

    def watch(self) -> None:
        """Ask for what this page shows."""
        self._session.watch("hypotheses", kind=self._kind)

    def _choose_kind(self, kind: str) -> None:
        self._kind = kind
        self.editor.close_it()
        self.watch()

    def show_screen(self, shown: object) -> None:
        """Draw what the session made."""
        if not isinstance(shown, HypothesesShown):
            return
        self._shown = shown
        pick(self.kinds, shown.kind)
        says = [] if shown.kept or shown.proposals or shown.warnings else [tr("No step of a practice is weak in this period, so nothing is proposed.")]
        self._said.setText(" ".join([*(say(w) for w in shown.warnings), *says]))
        self.new.setEnabled(bool(shown.practices))
        self._show_kept(shown)
        self._show_proposals(shown)

    def _show_kept(self, shown: HypothesesShown) -> None:
        columns = [Column(tr("Practice")), Column(tr("Answer")), Column(tr("Measured by")), Column(tr("Before")), Column(tr("Threshold")),
                   Column(tr("So far")), Column(tr("Observations")), Column(tr("Needed"), Unit.COUNT), Column(tr("Until")),
                   Column(tr("Score"), Unit.COUNT, tr("Impact × confidence × ease, each from 1 to 10")), Column(tr("If we"))]
        rows = [self._kept_row(k, shown.currency) for k in shown.kept]
        colours = {(at, _STATE): getattr(theme.colours(), _TONES[k.hypothesis.answer or k.answer.state]) for at, k in enumerate(shown.kept)}
        self._kept_model.show_rows(columns, rows, shown.currency, colours)
        self.kept.fit(len(rows), 6)
        self._kept_panel.setVisible(bool(rows))
        self._told.setText("")

    def _kept_row(self, k: Kept, currency: str) -> tuple[object, ...]:
        h, m = k.hypothesis, k.answer.measured
        state = tr("{verdict} (yours)", verdict=say(ANSWERS[h.answer])) if h.answer else say(ANSWERS[k.answer.state])
        return (practice_name(h.practice, h.kind), state, say(METRICS[h.metric]), _value(h.baseline, h.metric, currency),
                _value(h.threshold, h.metric, currency), _value(m.value if m is not None else None, h.metric, currency),
                i18n.number(m.of, 0) if m is not None else None, h.needed, h.until, h.ice, h.change)

    def _chosen(self, now: QModelIndex, before: QModelIndex) -> None:
        k = self._kept_at()
        if k is None or self._shown is None or not now.isValid():
            return
        h = k.hypothesis
        told = [f"{say(ANSWERS[k.answer.state])}: {say(k.answer.told)}"]
        if k.answer.weeks_left is not None:
            told.append(tr("At the present pace %n week(s) more are needed.", "", k.answer.weeks_left))
        self._told.setText(f"{say(sentence(h))}\n{' '.join(told)}")
        if self.editor.editing != h.key:
            self.open(h)

    def _kept_at(self) -> Kept | None:
        at = self.kept.chosen()
        return self._shown.kept[at] if self._shown is not None and 0 <= at < len(self._shown.kept) else None

    def _show_proposals(self, shown: HypothesesShown) -> None:
        columns = [Column(tr("Practice")), Column(tr("Weak step")), Column(tr("Now")), Column(tr("Elsewhere")), Column(tr("More won or SQLs"), Unit.COUNT, tr(
            "What the period would have brought with the step as good as elsewhere: SQLs, for the step to won won deals")),
            Column(tr("Needed"), Unit.COUNT, tr("Observations that tell the change from noise, 80 times of 100")), Column(tr("Weeks"), Unit.COUNT),
            Column(tr("Score"), Unit.COUNT, tr("Impact × confidence × ease, each from 1 to 10"))]
        rows = [(practice_name(p.practice, p.kind), METRICS[p.metric], _value(p.own.value, p.metric, shown.currency),
                 _value(p.threshold, p.metric, shown.currency), p.more, p.needed, p.weeks, p.ice) for p in shown.proposals]
        self._model.show_rows(columns, rows, shown.currency)
        self.proposals.fit(len(rows), 10)
        self._proposed.setVisible(bool(rows))
        self.take.setEnabled(False)
        self._why.setText(tr("Choose a proposal to read it."))

    def _proposal_at(self) -> Proposal | None:
        at = self.proposals.chosen()
        return self._shown.proposals[at] if self._shown is not None and 0 <= at < len(self._shown.proposals) else None

    def _explain(self, now: QModelIndex) -> None:
        p = self._proposal_at() if now.isValid() else None
        self.take.setEnabled(p is not None)
        if p is None:
            return
        size = tr("The present value rests on too few observations: no number of new ones could tell the two apart for sure.") if p.needed is None else \
            tr("To tell: %n observation(s)", "", p.needed) + (tr(", about %n week(s) at the present pace.", "", p.weeks) if p.weeks is not None else ".")
        self._why.setText(f"{say(sentence(p))}\n{size}")

    def take_up(self) -> None:
        """Make the chosen proposal the person's own and open it."""
        p = self._proposal_at()
        if p is not None and self._shown is not None:
            self._keep(taken_up(p), opened=True)

    def open(self, h: Hypothesis | None) -> None:
        """Open a hypothesis, or (None) a new one."""
        if self._shown is not None:
            self.editor.edit(h, self._shown)

    def _keep(self, h: Hypothesis, *, opened: bool = False) -> None:
        try:
            put(self._session.decided.planned, h)
        except UserError as error:
            self.editor.wrong.refuse(error)
            return
        self._session.decided.plan(lambda planned: put(planned, h))
        if opened and self._shown is not None:
            self.editor.edit(h, self._shown)
        else:
            self.editor.close_it()

    def _drop(self, key: str) -> None:
        self._session.decided.plan(lambda planned: without(planned, key))
        self.editor.close_it()


def _value(value: float | None, metric: str, currency: str) -> str | None:
    return None if value is None else i18n.figure(value, unit_of(metric), currency)
