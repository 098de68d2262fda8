"""Which plan and which of its versions a page looks at, and the pages that look at one."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from kpi_desktop.app.plan import FactShown, PlanAsked, PlanShown
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import tr
from kpi_desktop.ui.widgets import Page


class PageOfPlan(Page):
    """A page on one plan; `screen` is what the session calls it."""

    def __init__(self, session: Session, screen: str) -> None:
        super().__init__()
        self._session, self._screen, self._asked = session, screen, PlanAsked()

    @property
    def looking(self) -> PlanAsked:
        """Which plan is looked at."""
        return self._asked

    def look(self, at: PlanAsked) -> None:
        """Look where another window of this kind looked."""
        self._asked = at

    def watch(self) -> None:
        """Ask for what this page shows."""
        self._session.watch(self._screen, plan=self._asked)

    def _look_at(self, which: tuple[str, int]) -> None:
        self._asked = PlanAsked(*which)
        self.watch()


def show_plans(box: QComboBox, shown: PlanShown | FactShown) -> None:
    """Offer all plans with their versions, the one that is looked at chosen; nothing where there are none."""
    box.clear()
    for p in sorted(shown.plans, key=lambda p: (p.name.casefold(), p.version)):
        name = tr("{name}, version {version}", name=p.name, version=p.version)
        box.addItem(f"{name} · {tr('approved')}" if p.approved is not None else name, (p.name, p.version))
    box.setVisible(bool(shown.plans))
    if shown.plan is not None:
        box.setCurrentIndex([box.itemData(k) for k in range(box.count())].index((shown.plan.name, shown.plan.version)))
