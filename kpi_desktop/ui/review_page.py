"""Practices with their figures and verdicts; rules that can be changed, practices that can be grouped, and the person's own verdict."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpi_desktop import i18n
from kpi_desktop.app.screens import PlannerShown
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, tr
from kpi_desktop.model.plans import Thresholds
from kpi_desktop.planning.grouping import GROUPED, with_group, without_group
from kpi_desktop.planning.practices import KINDS, Practice
from kpi_desktop.ui import theme
from kpi_desktop.ui.chart_view import ChartView
from kpi_desktop.ui.frame_model import FrameModel
from kpi_desktop.ui.practice_words import PracticeWords
from kpi_desktop.ui.review_rules import RulesPanel
from kpi_desktop.ui.review_table import ROW, TONES, VERDICT, TwoLines, columns, model_row, rows
from kpi_desktop.ui.widgets import Field, Page, button, choice, label, panel, pick, table

_PICTURES = ("bubbles", "intervals")


class ReviewPage(Page):
    """Draws a PlannerShown; the practice that is chosen stands below in words."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._kind, self._name = session, "channel", ""
        self._trial: Thresholds | None = None
        self._shown: PlannerShown | None = None
        self._practices: tuple[Practice, ...] = ()
        top = QHBoxLayout()
        self._kinds = choice(((k, say(t)) for k, t in KINDS.items()), self._choose_kind, tr("Kind of practice"))
        self._ceiling = label(tr("Computing …"), tone="quiet", wrap=True)
        top.addWidget(self._kinds)
        top.addWidget(self._ceiling, 1)
        self.column.addLayout(top)
        self._model = FrameModel(self)
        self._view = table(self._model, tr("Practices"))
        self._view.verticalHeader().setDefaultSectionSize(ROW)
        self._lines = TwoLines(self._at, self._view)
        self._view.setItemDelegate(self._lines)
        self._view.selectionModel().currentRowChanged.connect(self._choose_row)
        self._view.selectionModel().selectionChanged.connect(lambda *_: self._offer_groups())
        self.column.addWidget(self._view)
        self.column.addWidget(self._make_groups())
        self._words = PracticeWords(session)
        self._below, self._title, self._why, self._own, self._note, self._save = (
            self._words, self._words.title, self._words.why, self._words.own, self._words.note, self._words.save)
        self.column.addWidget(self._words)
        self._make_pictures()
        self._panel = RulesPanel()
        self._rules = self._panel.rules
        self._panel.moved.connect(self._try)
        self._panel.kept.connect(self._keep)
        self._panel.left.connect(lambda: self._try(None))
        self._rules_panel = panel(label(tr("Rules and thresholds"), "heading"), self._panel)
        self.column.addWidget(self._rules_panel)
        self.column.addStretch(1)

    def _make_groups(self) -> QWidget:
        self._groups = QWidget()
        row = QHBoxLayout(self._groups)
        row.setContentsMargins(0, 0, 0, 0)
        self._hint = label(tr("Select several rows (Ctrl) to review them as one practice."), "note")
        self._group_name = Field(tr("Name of the group"), 200)
        self._group_name.setPlaceholderText(tr("Name of the group"))
        self._group_name.returnPressed.connect(self._group)
        self._group_name.left.connect(self._group_name.clear)
        self._group_button = button(tr("Group as one practice"), self._group)
        self._ungroup_button = button(tr("Ungroup"), self._ungroup)
        for part in (self._hint, self._group_name, self._group_button, self._ungroup_button):
            row.addWidget(part)
        row.addStretch(1)
        return self._groups

    def _make_pictures(self) -> None:
        self._picture = choice(((_PICTURES[0], tr("Cost and quality")), (_PICTURES[1], tr("Cost per SQL"))), lambda _: self._draw(), tr("Picture"))
        self._chart = ChartView(320)
        self._picture_note = label("", "note", wrap=True)
        row = QHBoxLayout()
        row.addWidget(self._picture)
        row.addStretch(1)
        self._chart_panel = panel(self._chart, self._picture_note)
        self._chart_panel.layout().insertLayout(0, row)  # type: ignore[union-attr]
        self.column.addWidget(self._chart_panel)

    # -- what is looked at ------------------------------------------------------------------------------------------------

    @property
    def looking(self) -> tuple[str, str]:
        """What is looked at: the kind of practice and the practice."""
        return self._kind, self._name

    def look(self, at: tuple[str, str]) -> None:
        """Look where another window of this kind looked."""
        self._kind, self._name = at

    def watch(self) -> None:
        """Ask for what this page shows."""
        self._session.watch("planner", kind=self._kind, trial=self._trial)

    def _choose_kind(self, kind: str) -> None:
        self._kind, self._name = kind, ""
        self.watch()

    def show_screen(self, shown: object) -> None:
        """Draw what the session made."""
        if not isinstance(shown, PlannerShown):
            return
        self._shown = shown
        review, money = shown.review, shown.currency
        pick(self._kinds, review.kind)
        own, most = review.thresholds.ceiling is not None, i18n.money(review.ceiling, money) if review.ceiling is not None else ""
        ceiling = "" if not most else tr("A SQL may cost at most {ceiling} (set by you).", ceiling=most) if own else \
            tr("A SQL may cost at most {ceiling}.", ceiling=most)
        self._ceiling.setText(" ".join((ceiling, *(say(w) for w in review.warnings))))
        self._practices, self._lines.currency, name = review.practices, money, self._name
        self._model.show_rows(columns(), rows(review), money,
                              {(at, VERDICT): getattr(theme.colours(), TONES[p.verdict]) for at, p in enumerate(review.practices)})
        self._view.fit(len(review.practices))
        for part in (self._view, self._rules_panel):
            part.setVisible(bool(review.practices))
        self._draw()
        self._panel.show_review(shown)
        self._show_practice(next((p for p in review.practices if p.name == name), None) or next(iter(review.practices), None))
        if self._trial is not None and self._trial == shown.kept:
            self._trial = None  # kept, or gone back to: nothing is tried any more
            self.watch()

    def _draw(self) -> None:
        shown = self._shown
        if shown is None:
            return
        self._picture.setVisible(shown.bubbles is not None)
        placed = shown.bubbles is not None and self._picture.currentData() == _PICTURES[0]
        self._chart.show_chart(shown.bubbles if placed else shown.chart)
        self._chart_panel.setVisible(shown.chart is not None)
        self._picture_note.setText(tr("Left is cheap, high up is often won; a bubble is as large as the spend. Figures are drawn toward the portfolio's (+) "
                                      "where there are few SQLs; the thin lines are 95 % intervals.") if placed else "")
        self._picture_note.setVisible(placed)

    # -- the table ----------------------------------------------------------------------------------------------------------

    def _at(self, row: int) -> Practice | None:
        return self._practices[row] if 0 <= row < len(self._practices) else None

    def _of(self, index: QModelIndex) -> Practice | None:
        return self._at(model_row(index))

    def _choose_row(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid():
            self._show_practice(self._of(now))

    def _show_practice(self, p: Practice | None) -> None:
        self._words.show_practice(p, self._kind, self._shown.currency if self._shown is not None else "")
        if p is not None:
            self._name = p.name
        self._offer_groups()

    # -- groups -------------------------------------------------------------------------------------------------------------

    def _selected(self) -> list[Practice]:
        return [p for i in self._view.selectionModel().selectedRows() if (p := self._of(i)) is not None]

    def _offer_groups(self) -> None:
        several, shown = len(self._selected()) > 1, self._words.practice
        self._groups.setVisible(self._kind in GROUPED and len(self._practices) > 1 or bool(shown and shown.members))
        self._hint.setVisible(not several)
        self._group_name.setVisible(several)
        self._group_button.setVisible(several)
        self._ungroup_button.setVisible(bool(shown is not None and shown.members and not several))

    def _group(self) -> None:
        kind, name, members = self._kind, self._group_name.text(), [p.name for p in self._selected()]
        others = [p.name for p in self._practices if p.name not in members]
        self._session.decided.plan(lambda planned: with_group(planned, kind, name, members, others))
        self._name = " ".join(name.split())
        self._group_name.clear()

    def _ungroup(self) -> None:
        kind, name = self._kind, self._name
        self._session.decided.plan(lambda planned: without_group(planned, kind, name))

    # -- thresholds -----------------------------------------------------------------------------------------------------------

    def _try(self, thresholds: Thresholds | None) -> None:
        self._trial = thresholds
        self.watch()

    def _keep(self, thresholds: Thresholds) -> None:
        self._trial = thresholds
        self._session.decided.plan(lambda planned: replace(planned, thresholds=thresholds))
