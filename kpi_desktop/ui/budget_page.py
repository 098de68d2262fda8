"""The budget: sliders per practice with what they should bring, the best split, the way back from a goal, and scenarios side by side."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout

from kpi_desktop import i18n
from kpi_desktop.app.budget import DRAFT, GOALS, Asked, BudgetShown, SplitShown, kept, limited, named, without
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.plans import Assumptions, Limits, Scenario
from kpi_desktop.model.problem import UserError
from kpi_desktop.model.selection import Period
from kpi_desktop.planning.practices import KINDS
from kpi_desktop.ui.assumptions_panel import AssumptionsPanel
from kpi_desktop.ui.backward_panel import BackwardPanel
from kpi_desktop.ui.budget_table import BudgetTable
from kpi_desktop.ui.chart_view import ChartView
from kpi_desktop.ui.scenarios_panel import ScenariosPanel
from kpi_desktop.ui.widgets import Field, Page, Wrong, button, choice, label, panel, pick


class BudgetPage(Page):
    """Draws a BudgetShown; every move asks anew, what is settled is kept as the draft."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._kind, self._asked = session, "channel", Asked()
        self._shown: BudgetShown | None = None
        self.column.addLayout(self._top())
        self.trouble = Wrong()
        self.column.addWidget(self.trouble)
        self._warnings = label("", "note", wrap=True)
        self.table = BudgetTable()
        self.table.moved.connect(self._move)
        self.table.settled.connect(self._settle)
        self.table.held.connect(self._hold)
        self._left = label("", "label", wrap=True)
        self._sheet = panel(self.table, self._left, self._warnings)
        self.column.addWidget(self._sheet)
        self._split = panel()
        self._split.layout().addLayout(self._best())  # type: ignore[union-attr]
        self._gain = label("", wrap=True)
        self._gain.hide()
        self._split.layout().addWidget(self._gain)  # type: ignore[union-attr]
        self.column.addWidget(self._split)
        self._which()  # in their places only: a part without a parent would open a window of its own
        self.assumptions, self.backward, self.scenarios = AssumptionsPanel(), BackwardPanel(), ScenariosPanel()
        self.assumptions.changed.connect(self._assume)
        self.assumptions.looked.connect(lambda name: self._ask(replace(self._asked, curve=name)))
        self.backward.asked.connect(lambda goal: self._ask(replace(self._asked, revenue=goal)))
        self.scenarios.keep.connect(self._keep)
        self.scenarios.take.connect(self._take)
        self.scenarios.drop.connect(lambda s: self._session.decided.plan(lambda planned: without(planned, s)))
        self._months, self._months_title = ChartView(170), label("", "label")
        self._below = [panel(part) for part in (self.scenarios, self.backward, self.assumptions)]
        self._below.append(panel(self._months_title, self._months))
        for part in self._below:
            self.column.addWidget(part)
        self.column.addStretch(1)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.kinds = choice(((k, say(t)) for k, t in KINDS.items()), self._choose_kind, tr("Kind of practice"))
        self.period, self.base = Field(tr("Period to plan"), 110), Field(tr("Base period"), 190)
        for field in (self.period, self.base):
            field.returnPressed.connect(self._set_periods)
            field.setToolTip(tr("Write 2024, 2024-Q3, 2024-03 or 2024-01-15..2024-02-20."))
        for part in (self.kinds, label(tr("Plan for"), "label"), self.period, label(tr("from the figures of"), "label"), self.base):
            row.addWidget(part)
        row.addStretch(1)
        self.before = button(tr("As last year"), self._as_before)
        row.addWidget(self.before)
        return row

    def _best(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.goal = choice(((k, say(t)) for k, t in GOALS.items()), lambda _: self._which(), tr("What the split shall be best for"))
        self.total, self.sqls = Field(tr("Budget to split"), 120), Field(tr("SQLs to reach"), 80)
        self.split = button(tr("Best split"), self._seek, "main")
        self._of, self._reach = label(tr("of"), "label"), label(tr("SQLs"), "label")
        for field in (self.total, self.sqls):
            field.returnPressed.connect(self._seek)
        for part in (label(tr("Split for"), "label"), self.goal, self._of, self.total, self.sqls, self._reach, self.split):
            row.addWidget(part)
        row.addStretch(1)
        return row

    @property
    def looking(self) -> tuple[str, Asked]:
        """What is looked at."""
        return self._kind, self._asked

    def look(self, at: tuple[str, Asked]) -> None:
        """Look where another window of this kind looked."""
        self._kind, self._asked = at

    def watch(self) -> None:
        """Ask for what this page shows."""
        self._session.watch("budget", kind=self._kind, budget=self._asked)

    def _ask(self, asked: Asked, *, keep: bool = False) -> None:
        self._asked = asked
        if keep and self._shown is not None and asked.amounts is not None:
            draft = Scenario(DRAFT, self._shown.period.code, self._kind, "best" if self._shown.split is not None else "own", asked.amounts, asked.assumptions)
            self._session.decided.plan(lambda planned: kept(planned, draft))
            self._asked = replace(asked, amounts=None)  # the draft is what is shown, so that undo shows the one before
            self._session.decided.once_kept(self.watch)
            return
        self.watch()

    # -- what the session made -------------------------------------------------------------------------------------------

    def show_screen(self, shown: object) -> None:
        """Draw what the session made."""
        if not isinstance(shown, BudgetShown):
            return
        self._shown = shown
        pick(self.kinds, shown.kind)
        for field, period in ((self.period, shown.period), (self.base, shown.base)):
            if not field.hasFocus():
                field.setText(period.code)
        self.trouble.tell(*shown.trouble or ())
        planned = shown.total is not None
        for part in (self.before, self._sheet, self._split, *self._below[:3]):
            part.setVisible(planned)
        self._below[3].setVisible(planned and shown.months is not None)
        if not planned:
            return
        self.table.show_budget(shown)
        for part in (self.assumptions, self.backward, self.scenarios):
            part.show_budget(shown)
        self._months.show_chart(shown.months)
        self._months_title.setText(say(shown.months.title) if shown.months is not None else "")
        self._say(shown)
        if not self.total.hasFocus():
            self.total.setText(i18n.number(self._asked.total if self._asked.total is not None else shown.last, 0))
        if self._asked.best and shown.split is None:  # what was sought is not there: nothing said of an earlier split holds for it
            self._tell("")
            self._asked = replace(self._asked, best=False)
        if shown.split is not None and self._asked.best:
            self._tell(self._gained(shown.split, shown))
            self._ask(replace(self._asked, amounts=shown.asked.amounts, assumptions=shown.asked.assumptions, best=False), keep=True)

    def _say(self, shown: BudgetShown) -> None:
        more, money = shown.amount - shown.last, shown.currency
        said = tr("As much as so far.") if abs(more) < 1 else tr("{amount} more than so far.", amount=i18n.money(more, money, decimals=0)) if more > 0 else \
            tr("{amount} less than so far.", amount=i18n.money(-more, money, decimals=0))
        reserve = shown.asked.assumptions.reserve
        said += " " + tr("With {share} kept for tests on top: {total}.", share=i18n.percent(reserve, 0),
                         total=i18n.money(shown.amount / (1 - reserve), money, decimals=0))
        if shown.later is not None:
            said += " " + tr("Of the period's leads {count} more are expected to be won after it.", count=i18n.number(shown.later.value, 0))
        self._left.setText(said)
        rest = [tr("%n more practice(s) go on as so far.", "", shown.more)] if shown.more else []
        if shown.free[0]:
            rest.append(tr("The total holds %n practice(s) without cost of their own as well, with {leads} leads and {sqls} SQLs.", "", shown.free[0],
                           leads=i18n.number(shown.free[1], 0), sqls=i18n.number(shown.free[2], 0)))
        ranges = tr("In brackets: where the figure lies 80 times of 100.")
        self._warnings.setText(" ".join([ranges, *rest, *(say(w) for w in shown.warnings)]))

    def _tell(self, gained: str) -> None:
        self._gain.setText(gained)
        self._gain.setVisible(bool(gained))

    def _gained(self, split: SplitShown, shown: BudgetShown) -> str:
        def said(value: float) -> str:
            return i18n.money(value, shown.currency, decimals=0) if split.money else i18n.number(value, 1)

        what = tr("gross profit") if split.money else tr("SQLs")
        told = [tr("{gain} more {what} than today's split of the same money should bring (80 % range {low} to {high}).", gain=said(split.gain.value), what=what,
                   low=said(split.gain.low), high=said(split.gain.high))] if split.refusal is None else [say(split.refusal)]
        told.append(tr("{reserve} is kept for tests.", reserve=i18n.money(split.reserve, shown.currency, decimals=0)))
        if split.held:
            told.append(tr("Held by their limits: {practices}.", practices=", ".join(split.held)))
        return " ".join(told)

    # -- what the person does --------------------------------------------------------------------------------------------

    def _choose_kind(self, kind: str) -> None:
        self._kind, self._asked = kind, Asked(self._asked.base, self._asked.period)
        self._tell("")
        self.watch()

    def _set_periods(self) -> None:
        try:
            period, base = (Period.parse(f.text()) for f in (self.period, self.base))
        except UserError as error:
            self.trouble.refuse(error)
            return
        self._ask(Asked(base, period))

    def _with(self, name: str, amount: float) -> Asked:
        assert self._shown is not None
        self._tell("")
        amounts = tuple((n, amount if n == name else a) for n, a in self._shown.asked.amounts or ())
        return replace(self._asked, amounts=amounts, assumptions=self._shown.asked.assumptions)

    def _move(self, name: str, amount: float) -> None:
        if self._shown is not None:
            self._ask(self._with(name, amount))

    def _settle(self, name: str, amount: float) -> None:
        if self._shown is not None:
            self._ask(self._with(name, amount), keep=True)

    def _hold(self, name: str, fixed: bool) -> None:
        if self._shown is None:
            return
        line = next(line for line in self._shown.lines if line.name == name)
        limit = Limits(name, fixed=line.amount if fixed else None)
        asked = replace(self._asked, amounts=self._shown.asked.amounts, assumptions=limited(self._shown.asked.assumptions, limit))
        self._ask(asked, keep=True)

    def _assume(self, made: Assumptions) -> None:
        if self._shown is not None:
            self._ask(replace(self._asked, amounts=self._shown.asked.amounts, assumptions=made), keep=True)

    def _as_before(self) -> None:
        if self._shown is not None:
            self._tell("")
            before = replace(self._asked, amounts=tuple((line.name, line.last) for line in self._shown.lines), assumptions=self._shown.asked.assumptions)
            self._ask(before, keep=True)

    def _which(self) -> None:
        cost = self.goal.currentData() == "cost"
        for part in (self._of, self.total):
            part.setVisible(not cost)
        for part in (self.sqls, self._reach):
            part.setVisible(cost)

    def _seek(self) -> None:
        if self._shown is None:
            return
        goal = self.goal.currentData()
        try:
            total = i18n.read_figure(self.total.text(), Unit.MONEY) if goal != "cost" else None
            sqls = i18n.read_figure(self.sqls.text(), Unit.COUNT) if goal == "cost" else None
        except UserError as error:
            self.trouble.refuse(error)
            return
        asked = self._shown.asked
        self._ask(replace(self._asked, amounts=asked.amounts, assumptions=asked.assumptions, total=total, goal=goal, best=True, sqls=sqls))

    def _keep(self, name: str) -> None:
        if self._shown is None:
            return
        made = Scenario(name, self._shown.period.code, self._kind, "own", self._shown.asked.amounts or (), self._shown.asked.assumptions)
        try:
            named(self._session.decided.planned, made)
        except UserError as error:
            self.scenarios.wrong.refuse(error)
            return
        self._session.decided.plan(lambda planned: named(planned, made))
        self.scenarios.name.clear()

    def _take(self, scenario: Scenario) -> None:
        self._ask(replace(self._asked, amounts=scenario.amounts, assumptions=scenario.assumptions), keep=True)

