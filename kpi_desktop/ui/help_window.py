"""The help: shipped pages in the window's language, with the list of them at the left and the way back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QKeySequence,
    QShortcut,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QVBoxLayout, QWidget

from kpi_desktop import i18n, paths
from kpi_desktop.i18n import tr
from kpi_desktop.ui import theme
from kpi_desktop.ui.widgets import button

PAGES = ("index", "data", "overview", "funnel", "review", "hypotheses", "budget", "plan", "fact", "unique_visitors", "mqls", "sqls", "target_attendance",
         "cost_per_sql", "sales_effectiveness", "customer_profitability", "customer_retention", "nps", "close_rate", "files", "glossary", "keys")
"""The pages in the order of the list; each is a file of that name in every language's folder. The KPIs' are their
ids, written out: the registry would load the large libraries before the window shows (a test holds both equal)."""
_SIZES = {1: theme.HEADING + 4, 2: 15}


def folder() -> Path:
    """Where the pages of the window's language lie; English where it has none."""
    mine = paths.resource("help", i18n.language())
    return mine if mine.is_dir() else paths.resource("help", "en")


def title(page: str) -> str:
    """What a page is called: its first line."""
    with (folder() / f"{page}.md").open(encoding="utf-8") as file:
        return file.readline().lstrip("# ").strip()


def help_key(dialog: QDialog, page: Callable[[], str]) -> None:
    """F1 in a dialog opens a page beside it: the window's own help cannot be reached while the dialog stands before it."""
    def show() -> None:
        beside = dialog.findChild(HelpWindow)
        if beside is None:
            beside = HelpWindow(dialog)
            dialog.finished.connect(beside.close)
        beside.open_page(page())

    QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), dialog, show)


class HelpPages(QTextBrowser):
    """Shows a page in the window's type and colours; links lead from page to page."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("help")
        self.setAccessibleName(tr("Help"))
        self.setSearchPaths([str(folder())])

    def doSetSource(self, name: QUrl | str, type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource) -> None:
        """Show a page, dressed."""
        super().doSetSource(name, type)
        self.document().setDocumentMargin(20)
        self._dress_blocks()
        self._dress_tables()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _dress_blocks(self) -> None:
        block = self.document().begin()
        while block.isValid():
            cursor, how = QTextCursor(block), block.blockFormat()
            level = how.headingLevel()
            quoted = how.hasProperty(QTextBlockFormat.Property.BlockQuoteLevel)
            how.setTopMargin(16 if level == 2 else 4)
            how.setBottomMargin(8 if level else 6)
            how.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if quoted:
                how.setBackground(self._colour(theme.colours().soft))
                how.setLeftMargin(0)
                how.setRightMargin(0)
            cursor.setBlockFormat(how)
            letters = QTextCharFormat()
            if level:
                letters.setFont(theme.font(_SIZES.get(level, theme.TEXT), QFont.Weight.DemiBold))
            if quoted:
                letters.setFontWeight(QFont.Weight.Medium)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.setCharFormat(letters) if level else cursor.mergeCharFormat(letters)  # a heading's own size, in steps, would win
            self._dress_bold(block)
            block = block.next()

    def _dress_bold(self, block: QTextBlock) -> None:
        """Words in bold get the heaviest weight that is shipped; Qt would draw a heavier one by itself."""
        places = []
        at = block.begin()
        while not at.atEnd():
            if at.fragment().charFormat().fontWeight() > QFont.Weight.DemiBold:
                places.append((at.fragment().position(), at.fragment().length()))
            at += 1
        letters = QTextCharFormat()
        letters.setFontWeight(QFont.Weight.DemiBold)
        for position, length in places:
            cursor = QTextCursor(self.document())
            cursor.setPosition(position)
            cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(letters)

    def _dress_tables(self) -> None:
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                how = frame.format()
                how.setBorderCollapse(True)
                how.setBorder(1)
                how.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                how.setBorderBrush(self._colour(theme.colours().line))
                how.setCellPadding(6)
                how.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
                frame.setFormat(how)

    @staticmethod
    def _colour(name: str) -> QBrush:
        return QBrush(QColor(name))


class HelpWindow(QDialog):
    """Stays beside the window while one works; built anew with it, so that it always speaks its language."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Help"))
        self.resize(860, 620)
        self._list, self.pages = QListWidget(), HelpPages()
        self._list.setAccessibleName(tr("Pages of the help"))
        self._list.setFixedWidth(260)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for page in PAGES:
            item = QListWidgetItem(title(page))
            item.setData(Qt.ItemDataRole.UserRole, page)
            item.setToolTip(item.text())
            self._list.addItem(item)
        self._list.itemClicked.connect(self._chosen)
        self._list.itemActivated.connect(self._chosen)
        self.pages.sourceChanged.connect(self._moved)
        back, forward = button(tr("‹ Back"), self.pages.backward, "link"), button(tr("Forward ›"), self.pages.forward, "link")
        for part, signal in ((back, self.pages.backwardAvailable), (forward, self.pages.forwardAvailable)):
            part.setAutoDefault(False)
            part.setEnabled(False)
            signal.connect(part.setEnabled)
        top = QHBoxLayout()
        for part in (back, forward):
            top.addWidget(part)
        top.addStretch(1)
        middle = QHBoxLayout()
        middle.addWidget(self._list)
        middle.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.addLayout(top)
        column.addLayout(middle, 1)

    @property
    def page(self) -> str:
        """The page in front."""
        return Path(self.pages.source().path()).stem

    def open_page(self, page: str) -> None:
        """Show a page, and the window where it is hidden."""
        self.pages.setSource(QUrl.fromLocalFile(str(folder() / f"{page}.md")))
        self.show()
        self.raise_()
        self.activateWindow()
        self.pages.setFocus()

    def _chosen(self, item: QListWidgetItem) -> None:
        self.open_page(item.data(Qt.ItemDataRole.UserRole))

    def _moved(self, to: QUrl) -> None:
        page = Path(to.path()).stem
        if page in PAGES:
            self._list.setCurrentRow(PAGES.index(page))
