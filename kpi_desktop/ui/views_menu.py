"""Saved views: a menu to look at one again, to keep what is looked at now, and to rename or remove one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QTabWidget, QVBoxLayout, QWidget

from kpi_desktop.app.session import Session
from kpi_desktop.i18n import tr
from kpi_desktop.model.decisions import SavedView
from kpi_desktop.model.problem import UserError
from kpi_desktop.model.selection import Grain
from kpi_desktop.ui.overview_tab import OverviewTab
from kpi_desktop.ui.widgets import Field, Wrong, button, choice

_TABS = ("import", "overview", "funnel", "planner")  # the tabs as views name them, in the window's order


class ViewsMenu(QPushButton):
    """The button; it looks at a view in the tabs that it is attached to."""

    def __init__(self, session: Session) -> None:
        super().__init__(tr("Views"))
        self._session = session
        self._tabs: QTabWidget | None = None
        self._overview: OverviewTab | None = None
        self.setToolTip(tr("What is looked at, kept under a name"))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self.fill)
        self.setMenu(self._menu)

    def attach(self, tabs: QTabWidget, overview: OverviewTab) -> None:
        """Look in these tabs, of which `overview` can open a KPI."""
        self._tabs, self._overview = tabs, overview

    def _looking(self) -> tuple[str, str, str]:
        """The tab in front, the KPI that is open in it and its breakdown."""
        if self._tabs is None or self._overview is None:
            return _TABS[1], "", ""
        tab = _TABS[self._tabs.currentIndex()]
        kpi, by = self._overview.looking if tab == "overview" else ("", None)
        return tab, kpi, by or ""

    def _look_at(self, view: SavedView) -> None:
        if self._tabs is None or self._overview is None:
            return
        at = _TABS.index(view.tab) if view.tab in _TABS else 1
        self._session.decided.apply_view(view)
        if _TABS[at] == "overview":
            self._overview.look((view.kpi, view.by or None))
        self._tabs.setCurrentIndex(at)
        self._tabs.currentWidget().watch()  # type: ignore[attr-defined]

    def fill(self) -> None:
        """List the views that there are."""
        self._menu.clear()
        views = self._session.decided.views
        for view in views:
            self._menu.addAction(view.name, lambda view=view: self._look_at(view))
        if views:
            self._menu.addSeparator()
        self._menu.addAction(tr("Save this view …"), self._save)
        if views:
            rename, remove = self._menu.addMenu(tr("Rename")), self._menu.addMenu(tr("Remove"))
            for view in views:
                rename.addAction(view.name, lambda view=view: self._rename(view))
                remove.addAction(view.name, lambda view=view: self._session.decided.remove_view(view.name))

    def _save(self) -> None:
        self._open(ViewForm(self._session, self._looking(), None, self))

    def _rename(self, view: SavedView) -> None:
        self._open(ViewForm(self._session, self._looking(), view, self))

    def _open(self, form: ViewForm) -> None:
        form.adjustSize()
        form.move(self.mapToGlobal(QPoint(self.width() - form.width(), self.height() + 2)))
        form.show()
        form.name.setFocus()


class ViewForm(QFrame):
    """A name and what its period means; or (with `old`) another name for a view."""

    def __init__(self, session: Session, looking: tuple[str, str, str], old: SavedView | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popup")
        self.setWindowTitle(tr("View"))
        self._session, self._looking, self._old = session, looking, old
        self.name = Field(tr("Name of the view"), 260)
        self.name.setPlaceholderText(tr("Name of the view"))
        self.name.setText(old.name if old is not None else "")
        self.name.returnPressed.connect(self._keep)
        self.name.left.connect(self.close)
        self._wrong = Wrong()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.name)
        if old is None:
            self.period = choice(self._periods(), lambda _: None, tr("Period of the view"))
            column.addWidget(self.period)
        column.addWidget(self._wrong)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(tr("Save view") if old is None else tr("Rename"), self._keep, "main"))
        column.addLayout(row)

    def _periods(self) -> list[tuple[str, str]]:
        period = self._session.selection.period
        follows = {Grain.MONTH: [("month-1", tr("the last whole month")), ("month", tr("the current month"))],
                   Grain.QUARTER: [("quarter-1", tr("the last whole quarter")), ("quarter", tr("the current quarter"))],
                   Grain.YEAR: [("year-1", tr("the last whole year")), ("year", tr("the current year"))]}
        return [(period.code, tr("always {period}", period=period)), *follows.get(period.grain, [])]

    def _keep(self) -> None:
        name, now = self.name.text().strip(), self._session.selection
        tab, kpi, by = self._looking
        try:
            if self._old is not None:
                self._session.decided.rename_view(self._old.name, name)
            else:
                self._session.decided.save_view(SavedView(name, str(self.period.currentData()), now.compare.value,
                                                          tuple((f.dimension, f.member) for f in now.filters), by, tab, kpi))
        except UserError as error:
            self._wrong.refuse(error)
            self.adjustSize()
        else:
            self.close()
