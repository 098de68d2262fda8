"""The window: four tabs under one bar, menu, status, and what the session says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenuBar, QTabWidget, QVBoxLayout, QWidget

from kpi_desktop.app.crashes import LastState
from kpi_desktop.app.keeping import BackupsShown
from kpi_desktop.app.screens import Changes, DetailShown, FunnelShown, Overview, ReportShown, RowsShown, Trouble, Written
from kpi_desktop.app.session import DEMO, Session
from kpi_desktop.i18n import tr
from kpi_desktop.ui import chart_view, help_window, menus, places, theme
from kpi_desktop.ui.backups_dialog import BackupsDialog
from kpi_desktop.ui.data_tab import DataTab
from kpi_desktop.ui.empty import Empty, OrEmpty
from kpi_desktop.ui.filter_bar import FilterBar
from kpi_desktop.ui.funnel_tab import FunnelTab
from kpi_desktop.ui.import_tab import ImportTab, local_files
from kpi_desktop.ui.messages import MessageBar, show_trouble
from kpi_desktop.ui.overview_tab import OverviewTab
from kpi_desktop.ui.pages import Pages
from kpi_desktop.ui.planner_tab import PlannerTab, steps
from kpi_desktop.ui.report_commands import ReportCommands
from kpi_desktop.ui.status_line import StatusLine
from kpi_desktop.ui.workspace_commands import WorkspaceCommands

IMPORT, OVERVIEW, FUNNEL, PLANNER = range(4)


class MainWindow(QMainWindow):
    """Built anew where the language or the theme changes; holds no figures."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setAcceptDrops(True)
        self.resize(1280, 720)
        self.restoreGeometry(QByteArray.fromBase64(session.settings["geometry"].encode()))
        self.reports = ReportCommands(session, self, lambda text: self._messages.tell(text))
        session.load_charts = chart_view.load
        self.workspaces = WorkspaceCommands(session, self, lambda text: self._messages.tell(text))
        self._first = True
        self._helping: help_window.HelpWindow | None = None
        self._build(OVERVIEW)
        places.go_back(session.settings["places"], self._tabs, self._lookers())
        session.changed.connect(self._changed)
        session.snapshot_ready.connect(self._show)
        session.busy.connect(lambda busy: self._status.doing.show_busy(busy))
        session.problem.connect(lambda trouble: self._trouble(trouble))

    def _build(self, tab: int) -> None:
        central = QWidget()
        central.setObjectName("page")
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._messages = MessageBar()
        self._bar = FilterBar(self.session)
        self._bar.export.connect(self.reports.set_up)
        empty = self._empty(tr("The overview shows ten KPIs with their change and trend. Drop exports of your web analytics, CRM, ad costs, events, invoices "
                               "or NPS answers on the window."))
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self.import_tab, self.overview_tab = ImportTab(self.session), OverviewTab(self.session, empty)
        self.funnel_tab, self.planner_tab = FunnelTab(self.session), PlannerTab(self.session)
        self._or_empty = (
            OrEmpty(self.funnel_tab, self._empty(tr("The funnel shows where visitors, leads, MQLs and SQLs are lost on their way to a won deal. It needs leads "
                                                    "with their dates; visits and deals make it whole."))),
            OrEmpty(self.planner_tab, self._empty(tr("The planner says for each channel, campaign and event: keep, optimise or eliminate, and why. It needs "
                                                     "leads with their channel, marketing costs, and deals or invoices."), steps())))
        self.data_tab = DataTab(self.session, self.import_tab)
        self.import_tab.dropped.connect(self._take)
        self.import_tab.open_other.connect(self.workspaces.open)
        for part, name in ((self.data_tab, tr("Data import")), (self.overview_tab, tr("KPI overview")), (self._or_empty[0], tr("Funnel")),
                           (self._or_empty[1], tr("Strategy planner"))):
            self._tabs.addTab(part, name)
        self._tabs.setCurrentIndex(tab)
        self._tabs.currentChanged.connect(lambda _: self._watch())
        self.overview_tab.asked.connect(self._help)
        self.overview_tab.wants_import.connect(self._import_for)
        self._bar.views.attach(self._tabs, self.overview_tab)
        for part in (self._messages, self._bar):
            column.addWidget(part)
        column.addWidget(self._tabs, 1)
        self.setCentralWidget(central)
        self._menu()
        self._status = StatusLine(self.session)
        self.setStatusBar(self._status)
        self._title()
        self._reach()
        self._whether_empty()

    def _empty(self, says: str, steps: tuple[tuple[str, str], ...] = ()) -> Empty:
        made = Empty(says, steps)
        made.choose.connect(self._choose_files)
        made.demo.connect(self.session.open_demo)
        made.open_other.connect(self.workspaces.open)
        return made

    def _whether_empty(self) -> None:
        for part in self._or_empty:
            part.show_empty(self.session.is_open and self.session.span is None)

    def each_tab(self) -> Iterator[str]:
        """Go through the tabs; the name of each once it is in front."""
        for at in range(self._tabs.count()):
            self._tabs.setCurrentIndex(at)
            yield self._tabs.tabText(at)

    @property
    def state(self) -> LastState | None:
        """Where the person is; None while no workspace is open."""
        path = self.session.workspace_path
        looked = self.session.selection
        return None if path is None else LastState(path, self._tabs.currentIndex(), looked.period.code, looked.compare.value,
                                                   tuple((f.dimension, f.member) for f in looked.filters))

    def offer(self, left: LastState | bool, log: Path) -> None:
        """Say that the program ended unexpectedly the last time, and offer to go on where the person was."""
        said = tr("The program ended unexpectedly the last time. What happened is written, without your data, in {file}.", file=str(log))
        if isinstance(left, LastState) and left.workspace.exists():
            self._messages.tell(said, tr("Go on where you were"), lambda: places.go_on(self.session, self._tabs, left))
        else:
            self._messages.tell(said)

    def _menu(self) -> None:
        self.setMenuBar(QMenuBar())
        file = self.menuBar().addMenu(tr("&File"))
        self._act(file, tr("New workspace …"), self.workspaces.new, QKeySequence.StandardKey.New)
        self._act(file, tr("Open workspace …"), self.workspaces.open, QKeySequence.StandardKey.Open)
        menus.RecentMenu(self.session, file)
        self._act(file, tr("Open the demo"), self.session.open_demo, "Ctrl+Shift+O")
        self._act(file, tr("Backups …"), self.session.safe.show, "Ctrl+Shift+B")
        file.addSeparator()
        self._act(file, tr("Import files …"), self._choose_files, "Ctrl+I")
        self._act(file, tr("Paste from a spreadsheet"), self._paste, "Ctrl+Shift+V")
        self._act(file, tr("Read targets from a file …"), self.workspaces.read_targets, "Ctrl+Shift+G")
        self._act(file, tr("Watch a folder …"), self._watch_folder, "Ctrl+Shift+W")
        file.addSeparator()
        self._act(file, tr("Export PDF …"), self.reports.set_up, "Ctrl+E")
        self._act(file, tr("Print …"), lambda: self.reports.make("print"), QKeySequence.StandardKey.Print)
        self._act(file, tr("Print preview …"), lambda: self.reports.make("preview"), "Ctrl+Shift+P")
        self._act(file, tr("Export tables (XLSX) …"), self.reports.tables, "Ctrl+Shift+E")
        file.addSeparator()
        self._act(file, tr("Cancel what is going on"), self.session.cancel, "Ctrl+.")
        self._act(file, tr("Quit"), self.close, "Ctrl+Q")
        self._edit = menus.EditMenu(self.session, self.menuBar())
        view = self.menuBar().addMenu(tr("&View"))
        for at in range(self._tabs.count()):
            self._act(view, self._tabs.tabText(at), lambda at=at: self._tabs.setCurrentIndex(at), f"Ctrl+{at + 1}")
        self._act(view, tr("Next page of the tab"), lambda: self._turn(1), "Ctrl+PgDown")
        self._act(view, tr("Previous page of the tab"), lambda: self._turn(-1), "Ctrl+PgUp")
        view.addSeparator()
        self._act(view, tr("Earlier period"), lambda: self._bar.step(-1), "Alt+Left")
        self._act(view, tr("Later period"), lambda: self._bar.step(1), "Alt+Right")
        view.addSeparator()
        menus.looks(view, self.session.settings["theme"], self._theme)
        menus.languages(view, self.session.set_language)
        told = self.menuBar().addMenu(tr("&Help"))
        self._act(told, tr("Help on what is in front"), lambda: self._help(self.help_page), "F1")
        told.addSeparator()
        for page, keys in (("index", "Shift+F1"), ("files", "Ctrl+F1"), ("glossary", "Alt+F1"), ("keys", "Ctrl+Shift+F1")):
            self._act(told, help_window.title(page), lambda page=page: self._help(page), keys)

    _act = staticmethod(menus.act)

    @property
    def help_page(self) -> str:
        """The page of the help on what is in front."""
        return self._lookers()[self._tabs.currentIndex()].help_page

    def _help(self, page: str) -> None:
        """Open a page of the help, in the help window that is open."""
        if self._helping is None:
            self._helping = help_window.HelpWindow(self)
        self._helping.open_page(page)

    def _turn(self, pages: int) -> None:
        """Go to another page of the tab in front, where it has pages."""
        shown = self._lookers()[self._tabs.currentIndex()]
        if isinstance(shown, Pages):
            shown.turn_to((shown.in_front + pages) % len(shown.pages))

    def _title(self) -> None:
        path = self.session.workspace_path
        name = "" if path is None else tr("Demo company") if path.name == DEMO else path.stem
        self.setWindowTitle(f"{name} – KPI Desktop" if name else "KPI Desktop")

    def _reach(self) -> None:
        """Say in the status bar how far the data reach, and in the menu what can be undone."""
        self._status.show_reach(self.session.span)
        self._edit.show_steps()

    def _theme(self, key: str) -> None:
        self.session.settings["theme"] = key
        theme.apply(QApplication.instance(), key)  # type: ignore[arg-type]
        self._again()

    def _again(self) -> None:
        looking = [tab.looking for tab in self._lookers()]
        self._build(self._tabs.currentIndex())
        if self._helping is not None:
            self._helping.deleteLater()  # it speaks the language of before
            self._helping = None
        for at, tab in zip(looking, self._lookers()):
            tab.look(at)  # type: ignore[arg-type]
        self._watch()

    def _lookers(self) -> tuple[DataTab, OverviewTab, FunnelTab, PlannerTab]:
        return self.data_tab, self.overview_tab, self.funnel_tab, self.planner_tab

    # -- what the session says ------------------------------------------------------------------------------------------

    def _watch(self) -> None:
        self._tabs.currentWidget().watch()  # type: ignore[attr-defined]

    def _changed(self, changes: Changes) -> None:
        if changes.language:
            self._again()
            return
        if changes.opened:
            self._title()
            self._watch()
        self._reach()
        self._whether_empty()
        self._bar.show_selection()

    def _show(self, shown: object) -> None:
        if isinstance(shown, ReportShown):
            self.reports.ready(shown)
        elif isinstance(shown, Overview | DetailShown | RowsShown):
            self.overview_tab.show_screen(shown)
        elif isinstance(shown, FunnelShown):
            self.funnel_tab.show_screen(shown)
        elif isinstance(shown, BackupsShown):
            self._show_backups(shown)
        elif isinstance(shown, Written):
            self._messages.tell(tr("%n row(s) written to {files}.", "", shown.rows, files=", ".join(str(f) for f in shown.files)))
        else:
            for tab in (self.data_tab, self.planner_tab):
                tab.show_screen(shown)

    def _show_backups(self, shown: BackupsShown) -> None:
        open_now = self.findChild(BackupsDialog)
        if open_now is not None:
            open_now.show_backups(shown)
        else:
            BackupsDialog(shown, self.session, self).open()

    def _trouble(self, trouble: Trouble) -> None:
        show_trouble(trouble, self._messages, self)
        if not self.session.is_open:
            self.overview_tab.show_nothing()

    # -- commands -------------------------------------------------------------------------------------------------------

    def _choose_files(self) -> None:
        self._tabs.setCurrentIndex(IMPORT)
        self.import_tab.choose()

    def _import_for(self, table: str) -> None:
        self._tabs.setCurrentIndex(IMPORT)
        self.data_tab.import_for(table)

    def _paste(self) -> None:
        self._tabs.setCurrentIndex(IMPORT)
        self.data_tab.look(0)
        self.session.incoming.paste(QApplication.clipboard().text())

    def _watch_folder(self) -> None:
        self._tabs.setCurrentIndex(IMPORT)
        self.data_tab.look(0)
        self.import_tab.choose_watched()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._take(local_files(event))

    def _take(self, files: list[Path]) -> None:
        """What was dropped: a workspace is opened, anything else comes in."""
        workspaces = [f for f in files if f.suffix.lower() == ".kpi"]
        if workspaces:
            self.session.open(workspaces[0], create=False)
        elif files:
            self._tabs.setCurrentIndex(IMPORT)
            self.data_tab.look(0)
            self.session.incoming.inspect(files)

    def keyPressEvent(self, event: object) -> None:
        if event.key() == Qt.Key.Key_Escape and self._tabs.currentIndex() == OVERVIEW:  # type: ignore[attr-defined]
            self.overview_tab.close_detail()
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]

    def closeEvent(self, event: QCloseEvent) -> None:
        self.session.settings["geometry"] = bytes(self.saveGeometry().toBase64().data()).decode()
        self.session.settings["places"] = places.now(self._tabs, self._lookers())
        self.session.close()
        super().closeEvent(event)
