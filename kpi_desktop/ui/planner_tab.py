"""The strategy planner's pages, from the review of practices to the plan."""

from __future__ import annotations

from kpi_desktop.app.session import Session
from kpi_desktop.i18n import tr
from kpi_desktop.ui.budget_page import BudgetPage
from kpi_desktop.ui.fact_page import FactPage
from kpi_desktop.ui.hypotheses_page import HypothesesPage
from kpi_desktop.ui.pages import Pages
from kpi_desktop.ui.plan_page import PlanPage
from kpi_desktop.ui.review_page import ReviewPage


def steps() -> tuple[tuple[str, str], ...]:
    """The steps of planning, with what each does and needs, for a workspace that holds nothing."""
    return ((tr("Review"), tr("A verdict for each practice, with its reasons and what would turn it.")),
            (tr("Hypotheses"), tr("Bets from weak steps, with figure, threshold and date; it needs leads with their stages.")),
            (tr("Budget"), tr("What another split of the money should bring; it needs a year of marketing costs and leads.")),
            (tr("Plan"), tr("Who does what until when, and what it should bring; it needs a budget.")),
            (tr("Plan against fact"), tr("What was planned beside what came; it needs a plan whose period has begun.")))


class PlannerTab(Pages):
    """A page per step of planning."""

    helps = ("review", "hypotheses", "budget", "plan", "fact")

    def __init__(self, session: Session) -> None:
        self.review, self.hypotheses, self.budget = ReviewPage(session), HypothesesPage(session), BudgetPage(session)
        self.plan, self.fact = PlanPage(session), FactPage(session)
        super().__init__(((self.review, tr("Review")), (self.hypotheses, tr("Hypotheses")), (self.budget, tr("Budget")), (self.plan, tr("Plan")),
                          (self.fact, tr("Plan against fact"))), tr("Steps of planning"))

    @property
    def looking(self) -> tuple[int, object]:
        """Which page is in front, and what is looked at in it."""
        return self.in_front, self.pages[self.in_front].looking

    def look(self, at: tuple[int, object]) -> None:
        """Look where another window of this kind looked."""
        self.pages[at[0]].look(at[1])
        self.turn_to(at[0])
