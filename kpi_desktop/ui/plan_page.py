"""The plan: goals, budget by practice and month, actions; versions, approved ones frozen; out as PDF, XLSX and calendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from kpi_desktop import i18n
from kpi_desktop.app import plan as plans
from kpi_desktop.app.plan import PlanAsked, PlanShown, PlanWritten
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.decided import Planned
from kpi_desktop.model.plans import STATES, Action, Plan
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.selection import Period
from kpi_desktop.planning.practices import KINDS, practice_name
from kpi_desktop.ui.editable import WIDEST, EditableModel, editable
from kpi_desktop.ui.frame_model import Column, FrameModel
from kpi_desktop.ui.plan_choice import PageOfPlan, show_plans
from kpi_desktop.ui.widgets import Field, Wrong, button, choice, ending, label, panel, pick, table

_GOAL = 2
_TEXT, _OWNER, _DUE = range(3)


class PlanPage(PageOfPlan):
    """Draws a PlanShown; tells the session what the person changes in it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "plan")
        self._shown: PlanShown | None = None
        self.column.addLayout(self._choose())
        self.column.addLayout(self._make())
        self.wrong = Wrong()
        self.column.addWidget(self.wrong)
        self.done = label("", wrap=True)
        self.done.hide()
        self.column.addWidget(self.done)
        self._said, self._changes = label("", wrap=True), label("", "note", wrap=True)
        self.column.addWidget(self._said)
        self.goals_model, self.budget_model, self.actions_model = (EditableModel(self) for _ in range(3))
        self.goals, self.budget, self.tasks = (editable(m, n) for m, n in (
            (self.goals_model, tr("Goals")), (self.budget_model, tr("Budget by month")), (self.actions_model, tr("Actions"))))
        self.goals_model.typed.connect(self._goal)
        self.budget_model.typed.connect(self._amount)
        self.actions_model.typed.connect(self._act)
        self.note = Field(tr("Note on the plan"), 640)
        self.note.setPlaceholderText(tr("Note on the plan"))
        self.note.returnPressed.connect(self._noted)
        self._actions_panel = panel(label(tr("Actions"), "heading"), self.tasks)
        self._actions_panel.layout().addLayout(self._below())  # type: ignore[union-attr]
        self._goals_panel = panel(label(tr("Goals"), "heading"), self.goals)
        self._goals_panel.layout().addLayout(self._more_goals())  # type: ignore[union-attr]
        self.rests_model = FrameModel(self)
        self.rests = table(self.rests_model, tr("What it rests on"))
        self.rests.horizontalHeader().setMaximumSectionSize(WIDEST)
        self._rests_panel = panel(label(tr("What it rests on"), "heading"), self.rests)
        self._panels = [self._goals_panel, panel(label(tr("Budget by month"), "heading"), self.budget), self._actions_panel,
                        panel(self.note, self._changes)]
        for part in (*self._panels, self._rests_panel):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def _choose(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.which = choice((), self._look_at, tr("Plan and version"))
        self.name = Field(tr("Name of the plan"), 270)
        self.name.returnPressed.connect(self._rename)
        self.approve, self.version = button(tr("Approve"), self._approve, "main"), button(tr("New version"), self._next)
        self.export, self.drop = button(tr("Export …"), self._export), button(tr("Delete"), self._drop, "quiet")
        for part in (self.which, self.name, self.approve, self.version, self.export, self.drop):
            row.addWidget(part)
        row.addStretch(1)
        return row

    def _make(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.period = Field(tr("Period to plan"), 136)
        self.period.setPlaceholderText(tr("next year"))
        self.kinds = choice(((k, say(t)) for k, t in KINDS.items()), lambda _: None, tr("Kind of practice"))
        self.scenario = choice((("", tr("the budget at hand")),), lambda _: None, tr("Scenario"))
        self.new = button(tr("Make a plan"), self._new)
        for part in (label(tr("A new plan for"), "label"), self.period, label(tr("by"), "label"), self.kinds, label(tr("from"), "label"), self.scenario,
                     self.new):
            row.addWidget(part)
        row.addStretch(1)
        return row

    def _more_goals(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.goal_kpi, self.goal_member = choice((), lambda _: None, tr("KPI of the goal")), choice((), lambda _: None, tr("Practice of the goal"))
        self.goal_value = Field(tr("Value of the goal"), 110)
        self.goal_value.setPlaceholderText(tr("Goal"))
        self.goal_value.returnPressed.connect(self._add_goal)
        self.goal_add = button(tr("Add the goal"), self._add_goal)
        for part in (label(tr("A goal for one practice:"), "label"), self.goal_member, self.goal_kpi, self.goal_value, self.goal_add):
            row.addWidget(part)
        row.addStretch(1)
        return row

    def _below(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.add = button(tr("Add an action"), self._add)
        self.states = tuple(button(say(t), lambda s=s: self._state(s)) for s, t in STATES.items())
        self.remove = button(tr("Remove the chosen action"), self._remove, "quiet")
        for part in (self.add, label(tr("The chosen one is"), "label"), *self.states, self.remove):
            row.addWidget(part)
        row.addStretch(1)
        return row

    # -- what the session made ------------------------------------------------------------------------------------------

    def show_screen(self, shown: object) -> None:
        """Draw what the session made."""
        if isinstance(shown, PlanWritten):
            self.done.setText(tr("The plan is in {file}.", file=str(shown.file)))
            self.done.show()
        if not isinstance(shown, PlanShown):
            return
        if shown.made is not None and self._asked.draft:
            self._take(shown.made)
            return
        self._shown, plan = shown, shown.plan
        if shown.trouble is not None:
            self._tell(*shown.trouble)
        self._fill(shown)
        frozen = plan is None or plan.approved is not None
        self._rests_panel.setVisible(bool(shown.rests))
        for part in (*self._panels, self.name, self.approve, self.version, self.export, self.drop):
            part.setVisible(plan is not None)
        for part in (self.add, self.remove, *self.states, self.note, self.approve, self.goal_member, self.goal_kpi, self.goal_value, self.goal_add):
            part.setEnabled(not frozen)
        if plan is None:
            self._said.setText(tr("No plan yet. Make one from a budget: its goals, its actions and its months can then be changed."))
            return
        self._say(plan, shown.currency)
        months, _ = plan.by_month()
        for model, columns in ((self.goals_model, {_GOAL}), (self.budget_model, range(1, 1 + len(months))), (self.actions_model, {_TEXT, _OWNER, _DUE})):
            model.allow(frozenset() if frozen else frozenset(columns))
        self._show_goals(shown)
        self._show_budget(plan, shown.currency)
        self._show_actions(plan)

    def _fill(self, shown: PlanShown) -> None:
        show_plans(self.which, shown)
        if shown.plan is not None:
            if not self.name.hasFocus():
                self.name.setText(shown.plan.name)
            if not self.note.hasFocus():
                self.note.setText(shown.plan.note)
        chosen = self.scenario.currentData()
        self.scenario.clear()
        self.scenario.addItem(tr("the budget at hand"), "")
        for name in shown.scenarios:
            self.scenario.addItem(name, name)
        pick(self.scenario, chosen)
        self._changes.setText("\n".join([tr("Against the version before:"), *(say(t) for t in shown.changes)]) if shown.changes else "")
        self._changes.setVisible(bool(shown.changes))

    def _say(self, plan: Plan, currency: str) -> None:
        total, period = plan.total, i18n.period(Period.parse(plan.period))
        said = [tr("Approved on {day}: it does not change any more.", day=plan.approved)] if plan.approved is not None else [tr("A draft.")]
        said.append(tr("{period}: {amount} in all.", period=period, amount=i18n.money(plan.amount(), currency, decimals=0)))
        if total is not None:
            low, high = (i18n.number(v, 0) for v in (total.sqls.low, total.sqls.high))
            said.append(tr("It should bring {sqls} SQLs ({low} to {high}).", sqls=i18n.number(total.sqls.value, 0), low=low, high=high))
            if total.gross_profit is not None:
                value, low, high = (i18n.money(getattr(total.gross_profit, part), currency, compact=True) for part in ("value", "low", "high"))
                said.append(tr("Gross profit: {value} ({low} to {high}).", value=value, low=low, high=high))
        self._said.setText(" ".join(said))

    def _show_goals(self, shown: PlanShown) -> None:
        """Each goal is told in its own unit, so that the columns are texts."""
        rows = [(say(g.name), _figure(g.before, g.unit, shown.currency), _figure(g.goal, g.unit, shown.currency)) for g in shown.goals]
        self.goals_model.show_rows([Column(tr("KPI")), Column(tr("Last 12 months")), Column(tr("Goal"))], rows, shown.currency)
        self.goals.fit(len(rows), 16)
        for box, entries in ((self.goal_member, [(practice_name(m, shown.plan.kind), m) for m in shown.members] if shown.plan is not None else []),
                             (self.goal_kpi, [(g.label, g.kpi) for g in shown.goals if not g.member])):
            chosen = box.currentData()
            box.clear()
            for name, key in entries:
                box.addItem(say(name), key)
            pick(box, chosen if chosen is not None else entries[0][1] if entries else None)
        self.rests_model.show_rows([Column(tr("What was assumed")), Column(tr("With what"))], [(what, i18n.shown(v)) for what, v in shown.rests])
        self.rests.fit(len(shown.rests), 16)

    def _show_budget(self, plan: Plan, currency: str) -> None:
        months, held = plan.by_month()
        columns = [Column(tr("Practice")), *(Column(i18n.period(Period.parse(m), short=True), Unit.MONEY) for m in months), Column(tr("Total"), Unit.MONEY)]
        rows = [(practice_name(n, plan.kind), *amounts, plan.amount(n)) for n, amounts in held.items()]
        foot = (tr("Total"), *(sum(month) for month in zip(*held.values(), strict=True)), plan.amount())
        self.budget_model.show_rows(columns, [*rows, foot], currency, foot=1)
        self.budget.fit(len(rows) + 1, 12)

    def _show_actions(self, plan: Plan) -> None:
        columns = [Column(tr("What")), Column(tr("Who")), Column(tr("Until")), Column(tr("State")), Column(tr("Practice"))]
        rows = [(a.text, a.owner, a.due, STATES[a.state], practice_name(a.practice, plan.kind) if a.practice else "") for a in plan.actions]
        self.actions_model.show_rows(columns, rows)
        self.tasks.fit(max(len(rows), 1), 12)

    # -- what the person does --------------------------------------------------------------------------------------------

    def _tell(self, *wrong: Text | None) -> None:
        self.done.hide()
        self.wrong.tell(*wrong)

    def _change(self, made: Callable[[Plan], Plan]) -> None:
        """Change the plan that is looked at; why it cannot be is said on the page."""
        plan = self._shown.plan if self._shown is not None else None
        if plan is None:
            return
        try:
            new = made(plan)
            plans.changed(self._session.decided.planned, plan, new)
        except UserError as error:
            self._tell(error.what, error.advice)
            return
        self._tell()
        self._session.decided.plan(lambda planned: plans.changed(planned, plan, new))

    def _goal(self, row: int, column: int, text: str) -> None:
        if self._shown is not None:
            goal = self._shown.goals[row]
            self._change(lambda plan: plans.with_goal(plan, goal.kpi, i18n.read_figure(text, goal.unit) if text.strip() else None, goal.member))

    def _add_goal(self) -> None:
        row = next((g for g in self._shown.goals if g.kpi == self.goal_kpi.currentData()), None) if self._shown is not None else None
        member, text = self.goal_member.currentData(), self.goal_value.text()
        if row is not None and member and text.strip():
            self._change(lambda plan: plans.with_goal(plan, row.kpi, i18n.read_figure(text, row.unit), member))
            if self.wrong.isHidden():
                self.goal_value.clear()

    def _amount(self, row: int, column: int, text: str) -> None:
        def made(plan: Plan) -> Plan:
            months, held = plan.by_month()
            return plans.with_amount(plan, list(held)[row], months[column - 1], i18n.read_figure(text, Unit.MONEY))

        self._change(made)

    def _act(self, row: int, column: int, text: str) -> None:
        def made(plan: Plan) -> Plan:
            action = plan.actions[row]
            if column == _DUE:
                return plans.with_action(plan, replace(action, due=_day(text)))
            return plans.with_action(plan, replace(action, text=text) if column == _TEXT else replace(action, owner=text.strip()))

        self._change(made)

    def _chosen(self) -> Action | None:
        plan, at = self._shown.plan if self._shown is not None else None, self.tasks.chosen()
        return plan.actions[at] if plan is not None and 0 <= at < len(plan.actions) else None

    def _state(self, state: str) -> None:
        if (action := self._chosen()) is not None:
            self._change(lambda plan: plans.with_action(plan, replace(action, state=state)))

    def _add(self) -> None:
        self._change(lambda plan: plans.with_action(plan, Action("", tr("New action"), due=Period.parse(plan.period).first)))

    def _remove(self) -> None:
        if (action := self._chosen()) is not None:
            self._change(lambda plan: plans.without_action(plan, action.key))

    def _noted(self) -> None:
        self._change(lambda plan: replace(plan, note=self.note.text().strip()))

    def _approve(self) -> None:
        self._change(lambda plan: replace(plan, approved=date.today()))

    def _do(self, change: Callable[[Planned, Plan], Planned]) -> None:
        plan = self._shown.plan if self._shown is not None else None
        if plan is not None:
            try:
                change(self._session.decided.planned, plan)
            except UserError as error:
                self._tell(error.what, error.advice)
            else:
                self._session.decided.plan(lambda planned: change(planned, plan))

    def _next(self) -> None:
        if self._shown is not None and self._shown.plan is not None:
            self._asked = PlanAsked(self._shown.plan.name)
            self._do(plans.next_version)
            self._session.decided.once_kept(self.watch)

    def _drop(self) -> None:
        self._do(plans.dropped)

    def _rename(self) -> None:
        name = " ".join(self.name.text().split())
        self._asked = PlanAsked(name, self._asked.version)
        self._do(lambda planned, plan: plans.named(planned, plan, name))
        self._session.decided.once_kept(self.watch)

    def _new(self) -> None:
        try:
            period = Period.parse(self.period.text()) if self.period.text().strip() else None
        except UserError as error:
            self._tell(error.what, error.advice)
            return
        self._asked = PlanAsked(draft=True, period=period, kind=self.kinds.currentData(), scenario=self.scenario.currentData() or "")
        self.watch()

    def _take(self, made: Plan) -> None:
        """A draft came: it is kept, and looked at."""
        self._asked = PlanAsked(made.name)
        self._session.decided.plan(lambda planned: plans.added(planned, made))
        self._session.decided.once_kept(self.watch)

    def _export(self) -> None:
        plan = self._shown.plan if self._shown is not None else None
        if plan is None:
            return
        kinds = (tr("PDF (*.pdf)"), tr("Excel workbook (*.xlsx)"), tr("Calendar of the actions (*.ics)"))
        name, kind = QFileDialog.getSaveFileName(self, tr("Export the plan"), f"{plan.name}.pdf".replace("/", " "), ";;".join(kinds))
        if name:
            ends = (".pdf", ".xlsx", ".ics")
            path = Path(name)
            self._session.export_plan(plan, path if path.suffix.lower() in ends else ending(name, ends[kinds.index(kind)] if kind in kinds else ends[0]))


def _figure(value: float | None, unit: Unit, currency: str) -> str:
    return "" if value is None else i18n.figure(value, unit, currency)


def _day(text: str) -> date | None:
    """A day as a person types it; blank for none. UserError on anything else."""
    if not text.strip():
        return None
    for form in ("dd.MM.yyyy", "d.M.yyyy", "yyyy-MM-dd", "d MMM yyyy", "d MMMM yyyy"):
        found = i18n.locale().toDate(text.strip(), form)
        if found.isValid():
            return date(found.year(), found.month(), found.day())
    raise UserError(Text("“{value}” is no day.", value=text.strip()), Text("Write it as {example}.", example="2026-03-31"))


