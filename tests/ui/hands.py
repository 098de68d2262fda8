"""What a person does with the window, and what they can read in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QHeaderView, QLabel, QLineEdit, QMainWindow, QTableView, QTabWidget, QWidget

from kpi_desktop.app.session import Session
from kpi_desktop.model.selection import Period
from kpi_desktop.ui.main_window import MainWindow
from tests.app.small import settle


class Hands:
    """A window over a workspace."""

    def __init__(self, qtbot, workspace=None, period=None):
        self.qtbot, self.session = qtbot, Session()
        self.window = MainWindow(self.session)
        qtbot.addWidget(self.window)
        self.window.resize(1280, 720)
        self.window.show()
        if workspace is not None:
            self.open(workspace, period)

    def open(self, workspace, period=None):
        """Open a workspace, at a period."""
        self.session.open(workspace)
        self.settle()
        if period is not None:
            self.session.select(self.session.selection.with_period(Period.parse(period)))
            self.settle()

    def settle(self):
        """Wait until all is computed and drawn."""
        settle(self.qtbot, self.session)

    def tab(self, at):
        """Go to a tab."""
        self.window._tabs.setCurrentIndex(at)
        self.settle()
        shown = self.window._tabs.currentWidget()
        return getattr(shown, "tab", shown)

    def click(self, what):
        """Click a widget, or the visible button of that text."""
        if isinstance(what, str):
            what = next(b for b in self.window.findChildren(QAbstractButton) if b.text() == what and b.isVisible())
        self.qtbot.mouseClick(what, Qt.MouseButton.LeftButton)
        self.settle()

    def choose(self, box: QComboBox, key):
        """Pick an entry of a combo box as a person does."""
        at = box.findData(key)
        assert at >= 0, f"{box.accessibleName()} offers no {key}"
        box.setCurrentIndex(at)
        box.activated.emit(at)
        self.settle()

    def dialog(self, kind=QDialog):
        """The dialog that stands open."""
        (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
        return found

    def close(self):
        """Close the window."""
        self.window.close()


def cells(view: QTableView, column=None):
    """A table as it reads: its rows, or one column."""
    model = view.model()
    rows = [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]
    return rows if column is None else [row[column] for row in rows]


def headers(view: QTableView):
    """A table's column names."""
    return [view.model().headerData(c, Qt.Orientation.Horizontal) for c in range(view.model().columnCount())]


def words(root: QWidget, *, hidden=False):
    """Every text that a person can read in a widget (cells of tables are data, their headers are not)."""
    found = [root.windowTitle()]
    for w in (root, *root.findChildren(QWidget)):
        if not hidden and not w.isVisible():
            continue
        found += [w.toolTip(), w.accessibleName(), w.accessibleDescription()]
        if isinstance(w, QLabel | QAbstractButton):
            found.append(w.text())
        elif isinstance(w, QLineEdit):
            found.append(w.placeholderText())
        elif isinstance(w, QComboBox):
            found += [w.itemText(i) for i in range(w.count())]
        elif isinstance(w, QTabWidget):
            found += [w.tabText(i) for i in range(w.count())]
        elif isinstance(w, QTableView):
            found += headers(w)
    found += [a.text() for a in entries(root.menuBar())] if isinstance(root, QMainWindow) else []
    return [t for t in found if t]


def entries(menu):
    """Every entry of a menu bar or menu, with those of the menus in it."""
    return [e for a in menu.actions() for e in (a, *(entries(a.menu()) if a.menu() is not None else ()))]


def too_small(root: QWidget):
    """Labels, buttons and headers whose text does not fit where they stand."""
    found = []
    for w in root.findChildren(QWidget):
        if not w.isVisible():
            continue
        if isinstance(w, QLabel | QAbstractButton) and w.text():
            wraps = isinstance(w, QLabel) and w.wordWrap()
            found += [w.text()] if (w.heightForWidth(w.width()) > w.height() + 1 if wraps else w.sizeHint().width() > w.width() + 1) else []
        elif isinstance(w, QComboBox) and w.fontMetrics().horizontalAdvance(w.currentText()) + 30 > w.width():
            found.append(w.currentText())
        elif isinstance(w, QHeaderView) and w.orientation() == Qt.Orientation.Horizontal:
            found += [w.model().headerData(s, w.orientation()) for s in range(w.count()) if w.sectionSizeHint(s) > w.sectionSize(s) + 1]
    return found
