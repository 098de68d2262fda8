"""A small workspace made of a few files, and ways to wait for a session without starving its workers."""

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer

from kpi_desktop.app.session import Session
from kpi_desktop.imports import convert, mapping, readers
from kpi_desktop.model.selection import Period
from kpi_desktop.store.workspace import Workspace

FILES = {
    "leads.csv": "lead,created,mql,sql,channel,target\n1,2024-01-02,2024-01-05,2024-01-15,Paid,yes\n2,2024-01-03,2024-01-06,,Paid,no\n"
                 "3,2024-02-04,,,SEO,yes\n4,2023-12-04,2023-12-05,,SEO,yes\n",
    "spend.csv": "date,amount,channel\n2024-01-10,500,Paid\n2024-02-10,300,SEO\n",
    "deals.csv": "deal,created,closed,outcome,amount,cost,lead,owner\nd1,2024-01-20,2024-02-20,won,9000,4000,1,Ann Lee\n"
                 "d2,2024-01-21,2024-02-02,lost,800,,,Ann Lee\n",
}


def fill(path, files=FILES):
    """Import the texts, as files of their names, into a workspace at `path`."""
    with Workspace(path, create=True) as ws:
        for file in written(path.parent, files):
            raw = readers.read(file)
            ws.add(convert.convert(raw, mapping.guess(raw).mapping, currency=ws.setting("currency", "EUR"), rates=()))
    return path


def written(folder, files):
    """The texts as files in a folder."""
    out = []
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
        out.append(folder / name)
    return out


def settle(qtbot, session):
    """Wait until the session has nothing in hand and everything it said was heard."""
    if not session.idle:
        loop, timer, late = QEventLoop(), QTimer(), QTimer(singleShot=True)
        timer.timeout.connect(lambda: loop.quit() if session.idle else None)
        late.timeout.connect(loop.quit)
        timer.start(2)
        late.start(20_000)
        loop.exec()
        assert session.idle, "the session never comes to rest"
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if not session.idle:
        settle(qtbot, session)


class Heard:
    """A session with all that it said."""

    def __init__(self, qtbot):
        self.qtbot, self.session = qtbot, Session()
        self.screens, self.changes, self.troubles, self.busy = [], [], [], []
        for signal, kept in ((self.session.snapshot_ready, self.screens), (self.session.changed, self.changes), (self.session.problem, self.troubles),
                             (self.session.busy, self.busy)):
            signal.connect(kept.append)

    def settle(self):
        """Wait until all is done."""
        settle(self.qtbot, self.session)

    def open(self, path, period=None, **how):
        """Open a workspace, at a period."""
        self.session.open(path, **how)
        self.settle()
        if period is not None:
            self.session.select(self.session.selection.with_period(Period.parse(period)))
            self.settle()

    def watch(self, *what, **how):
        """Show a screen; what came."""
        self.screens.clear()
        self.session.watch(*what, **how)
        self.settle()
        return self.screens[-1]

    def last(self, kind):
        """The latest screen of a kind."""
        return next(s for s in reversed(self.screens) if isinstance(s, kind))

    def file(self, name):
        """A file on the import list, as last shown."""
        from kpi_desktop.app.screens import ImportShown

        return next(f for f in self.last(ImportShown).files if f.path.name == name)
