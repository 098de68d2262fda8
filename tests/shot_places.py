"""The places of the window that `tests.shots` goes to: each a function that brings it to the front and yields (what to add to its name, what to take)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QScrollArea, QWidget

from kpi_desktop.app.crashes import LastState
from kpi_desktop.app.screens import Busy
from kpi_desktop.app.session import Session
from kpi_desktop.model.problem import Text
from kpi_desktop.model.selection import Compare, Filter, Grain, Period, Selection
from kpi_desktop.ui import theme
from kpi_desktop.ui.filter_chips import FilterPicker
from kpi_desktop.ui.help_window import PAGES
from kpi_desktop.ui.main_window import FUNNEL, IMPORT, OVERVIEW, PLANNER, MainWindow
from kpi_desktop.ui.mapping_panel import MappingDialog
from kpi_desktop.ui.views_menu import ViewForm
from tests.app.small import settle

KPIS = ("unique_visitors", "mqls", "sqls", "target_attendance", "cost_per_sql", "sales_effectiveness", "customer_profitability", "customer_retention",
        "nps", "close_rate")
SAMPLE = ("lead;created;target;channel;company;Status;score\n1;03/04/2024;ja;Google / CPC;Acme GmbH;Neu;1.250\n2;05/06/2024;nein;Messe;Bolt;Test;3.400\n"
          "3;07/08/2024;vielleicht;Webinar;Cork AG;Neu;2.000\n4;09/10/2024;ja;Messe;Dorn;Test;1.000\n")
SIZES = ((900, 640), (1180, 680), (1880, 1000))
"""Sizes of the mapping dialog: small, as it opens on a low screen, and as large as a large screen."""

Taken = Iterator[tuple[str, QWidget]]


def wait(session: Session) -> None:
    """Wait until a session has nothing in hand; a large workspace takes its time."""
    for _ in range(15):
        with suppress(AssertionError):
            settle(None, session)
            return


class Scene:
    """The window in one language, theme and size, and what is asked of its pictures."""

    def __init__(self, window: MainWindow, session: Session, folder: Path, *, whole: bool) -> None:
        self.window, self.session, self.folder, self._whole = window, session, folder, whole

    def settle(self) -> None:
        """Wait until everything is drawn."""
        wait(self.session)
        QApplication.processEvents()

    def picture(self, widget: QWidget) -> QPixmap:
        """What stands there; with `whole`, the page in front in its full length where it scrolls."""
        areas = [a for a in widget.findChildren(QScrollArea) if a.isVisible() and a.objectName() == "page"] if self._whole else []
        page = areas[0].widget() if areas else None
        if page is None or page.height() <= areas[0].viewport().height():
            return _over(widget)
        made = QPixmap(page.size() * page.devicePixelRatio())
        made.setDevicePixelRatio(page.devicePixelRatio())
        made.fill(QColor(theme.colours().ground))
        page.render(made, QPoint(), page.rect(), QWidget.RenderFlag.DrawChildren)
        return made

    def tab(self, at: int) -> None:
        """Bring a tab to the front."""
        self.window._tabs.setCurrentIndex(at)
        self.settle()

    def kpi(self, kpi_id: str) -> None:
        """Open a KPI."""
        self.tab(OVERVIEW)
        self.window.overview_tab.open_detail(kpi_id)
        self.settle()


def _over(widget: QWidget) -> QPixmap:
    """A widget with the menus and small forms that stand open over it."""
    made = widget.grab()
    painter = QPainter(made)
    for top in QApplication.topLevelWidgets():
        if top is not widget and top.isVisible() and top.windowFlags() & Qt.WindowType.Popup == Qt.WindowType.Popup:
            painter.drawPixmap(widget.mapFromGlobal(top.mapToGlobal(QPoint(0, 0))), top.grab())
    painter.end()
    return made


def _tab(at: int) -> Callable[[Scene], Taken]:
    def place(scene: Scene) -> Taken:
        scene.window.overview_tab.close_detail()
        scene.tab(at)
        yield "", scene.window
    return place


def _page(tab: int, turn: Callable[[Scene, int], None], at: int) -> Callable[[Scene], Taken]:
    """A page of a tab that has several; the first one comes back."""
    def place(scene: Scene) -> Taken:
        scene.tab(tab)
        turn(scene, at)
        scene.settle()
        yield "", scene.window
        turn(scene, 0)
    return place


def _data_page(at: int) -> Callable[[Scene], Taken]:
    return _page(IMPORT, lambda scene, page: scene.window.data_tab.look(page), at)


def _plan_page(at: int) -> Callable[[Scene], Taken]:
    return _page(PLANNER, lambda scene, page: scene.window.planner_tab.turn_to(page), at)


def _kpi(kpi_id: str) -> Callable[[Scene], Taken]:
    def place(scene: Scene) -> Taken:
        scene.kpi(kpi_id)
        yield "", scene.window
        scene.window.overview_tab.close_detail()
    return place


def _forms(scene: Scene) -> Taken:
    """The target and the note being written."""
    scene.kpi("mqls")
    detail = scene.window.overview_tab._detail
    detail._target.edit()
    detail._notes.edit(None)
    yield "", scene.window
    detail._target._leave()
    detail._notes._leave()
    scene.window.overview_tab.close_detail()


def _rows(scene: Scene) -> Taken:
    """The rows behind a figure."""
    scene.kpi("cost_per_sql")
    scene.window.overview_tab._detail._ask_rows()
    scene.settle()
    for dialog in scene.window.findChildren(QDialog):
        if dialog.isVisible():
            yield "", dialog
            dialog.close()
    scene.window.overview_tab.close_detail()


def _selected(scene: Scene) -> Taken:
    """Filters as chips, days of one's own, a period that has not ended; and nothing that is left after filters."""
    session, before = scene.session, scene.session.selection
    scene.tab(OVERVIEW)
    span = session.span
    if span is None:
        return
    filters = (Filter("channel", "Paid search"), Filter("country", "DE"), Filter("campaign", "A long name of a campaign that nobody would type"))
    session.select(Selection(Period.of(Grain.YEAR, span[1]), Compare.YEAR, filters=filters))
    yield "-nothing", scene.window
    session.select(Selection(Period.of(Grain.MONTH, span[1].replace(day=1)).shift(1)))
    yield "-later", scene.window
    session.select(Selection(Period(span[1].replace(month=1, day=1), span[1]), Compare.YEAR, filters=filters[:1]))
    yield "-custom", scene.window
    scene.tab(FUNNEL)
    yield "-funnel", scene.window
    session.select(before)
    scene.settle()


def _funnel(scene: Scene) -> Taken:
    """The other reading, and two funnels side by side."""
    scene.tab(FUNNEL)
    tab = scene.window.funnel_tab
    before = tab.looking
    tab._read("cohort")
    yield "-cohort", scene.window
    tab._choose_against("period")
    yield "-beside", scene.window
    tab._choose_against("channel")
    tab._split_by("channel", True)
    yield "-multiples", scene.window
    tab.look(before)
    tab.watch()


def _menus(scene: Scene) -> Taken:
    """Each menu, open."""
    scene.tab(OVERVIEW)
    for at, action in enumerate(scene.window.menuBar().actions()):
        menu = action.menu()
        assert isinstance(menu, QMenu)
        menu.popup(scene.window.menuBar().mapToGlobal(scene.window.menuBar().actionGeometry(action).bottomLeft()))
        yield str(at), scene.window
        for inner in [a.menu() for a in menu.actions() if a.menu() is not None]:
            inner.popup(menu.mapToGlobal(menu.actionGeometry(inner.menuAction()).topRight()))
            yield f"{at}-{menu.actions().index(inner.menuAction())}", scene.window
            inner.hide()
        menu.hide()


def _popups(scene: Scene) -> Taken:
    """Saved views, the form for one, the picker of filters."""
    scene.tab(OVERVIEW)
    views = scene.window._bar.views
    views.fill()
    views._menu.popup(views.mapToGlobal(QPoint(0, views.height())))
    yield "-views", scene.window
    views._menu.hide()
    views._save()
    yield "-view", scene.window
    for form in views.findChildren(ViewForm):
        form.close()
    if scene.session.span is not None:
        scene.window._bar._chips._offer()
        scene.settle()
        yield "-filter", scene.window
        for picker in scene.window._bar._chips.findChildren(FilterPicker):
            picker.close()


def _told(scene: Scene) -> Taken:
    """What the window says: after a crash, and while it works."""
    scene.tab(OVERVIEW)
    path = scene.session.workspace_path
    assert path is not None
    scene.window.offer(LastState(path, OVERVIEW, scene.session.selection.period.code), Path("/home/ann/.local/state/kpi-desktop/crashes.log"))
    scene.window._busy(Busy(Text("Importing {file}", file="visits.csv"), 0.41, True, 480_000, 12))
    yield "", scene.window
    scene.window._busy(None)
    scene.window._messages.hide()


def _backups(scene: Scene) -> Taken:
    scene.session.safe.show()
    scene.settle()
    for dialog in scene.window.findChildren(QDialog):
        if dialog.isVisible():
            yield "", dialog
            dialog.close()


def _help(page: str) -> Callable[[Scene], Taken]:
    def place(scene: Scene) -> Taken:
        scene.window._help(page)
        yield "", scene.window._helping  # type: ignore[misc]
        scene.window._helping.close()  # type: ignore[union-attr]
    return place


def _file(scene: Scene) -> Taken:
    """A file that asks something, and its mapping in several sizes."""
    scene.tab(IMPORT)
    sample = scene.folder / "Messe.csv"
    sample.write_text(SAMPLE, "utf-8")
    scene.session.incoming.inspect([sample])
    scene.settle()
    yield "", scene.window
    shown = next(f for f in reversed(scene.window.import_tab._shown.files) if f.path == sample)  # type: ignore[union-attr]
    dialog = MappingDialog(shown, scene.window, scene.session)
    dialog.show()
    for size in SIZES:
        dialog.resize(*size)
        scene.settle()
        yield f"-mapping-{size[0]}", dialog
    dialog.resize(*SIZES[1])
    dialog._show_filters()
    yield "-rows", dialog
    dialog._show_saved()
    yield "-saved", dialog
    dialog.reject()
    scene.session.incoming.forget(shown.file_id)
    scene.settle()


def _wanted(scene: Scene) -> Taken:
    """The import that a KPI asks for."""
    scene.tab(IMPORT)
    wanted = scene.window.import_tab.wanted
    choose, wanted._choose = wanted._choose, lambda _: None  # a dialog of the system's would wait for someone
    scene.window.data_tab.import_for("deals")
    yield "", scene.window
    wanted._choose = choose
    wanted.close_it()


PLACES: dict[str, Callable[[Scene], Taken]] = {
    **{f"tab{at}": _tab(at) for at in range(4)},
    **{f"data{at}": _data_page(at) for at in range(6)},
    **{f"plan{at}": _plan_page(at) for at in range(5)},
    **{f"kpi-{k}": _kpi(k) for k in KPIS},
    "forms": _forms, "behind": _rows, "selected": _selected, "funnel": _funnel, "menu": _menus, "popup": _popups, "told": _told, "backups": _backups,
    **{f"help-{page}": _help(page) for page in PAGES},
    "wanted": _wanted, "file": _file,
}
