"""Which plan and which of its versions a page looks at."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from kpi_desktop.app.plan import FactShown, PlanShown
from kpi_desktop.i18n import tr


def show_plans(box: QComboBox, shown: PlanShown | FactShown) -> None:
    """Offer all plans with their versions, the one that is looked at chosen; nothing where there are none."""
    box.clear()
    for p in sorted(shown.plans, key=lambda p: (p.name.casefold(), p.version)):
        name = tr("{name}, version {version}", name=p.name, version=p.version)
        box.addItem(f"{name} · {tr('approved')}" if p.approved is not None else name, (p.name, p.version))
    box.setVisible(bool(shown.plans))
    if shown.plan is not None:
        box.setCurrentIndex([box.itemData(k) for k in range(box.count())].index((shown.plan.name, shown.plan.version)))
