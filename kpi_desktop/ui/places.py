"""Which tab and which of its pages were in front when the window closed, and how to go on there."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QTabWidget, QWidget

from kpi_desktop.app.crashes import LastState
from kpi_desktop.app.screens import Changes
from kpi_desktop.app.session import Session
from kpi_desktop.ui.pages import Pages


def now(tabs: QTabWidget, parts: tuple[QWidget, ...]) -> dict[str, Any]:
    """What is in front now, to be kept in the settings."""
    return {"tab": tabs.currentIndex(), "pages": [part.in_front if isinstance(part, Pages) else 0 for part in parts]}


def go_back(kept: dict[str, Any], tabs: QTabWidget, parts: tuple[QWidget, ...]) -> None:
    """Bring to the front what was there; what an older or spoiled file says and is not there is left as it is."""
    pages = kept.get("pages")
    for part, page in zip(parts, pages if isinstance(pages, list) else ()):
        if isinstance(part, Pages) and isinstance(page, int) and 0 <= page < len(part.pages):
            part.turn_to(page)
    tab = kept.get("tab")
    if isinstance(tab, int) and 0 <= tab < tabs.count():
        tabs.setCurrentIndex(tab)


def go_on(session: Session, tabs: QTabWidget, left: LastState) -> None:
    """Open the workspace that was open when the program ended, looking at what was looked at, and bring its tab to the front."""

    def look(changes: Changes) -> None:
        if changes.opened:
            session.changed.disconnect(look)
            session.select(left.of(session.selection))

    tabs.setCurrentIndex(left.tab)
    if session.workspace_path == left.workspace:
        session.select(left.of(session.selection))
    else:
        session.changed.connect(look)
        session.open(left.workspace, create=False)
