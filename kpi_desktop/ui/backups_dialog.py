"""The workspace's backups, to go back to."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kpi_desktop.app.keeping import BackupsShown
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import locale, tr
from kpi_desktop.ui.help_window import help_key
from kpi_desktop.ui.widgets import button, label


class BackupsDialog(QDialog):
    """Lists date and size; going back keeps what is there now."""

    def __init__(self, shown: BackupsShown, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Backups"))
        self.resize(520, 400)
        help_key(self, lambda: "files")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(label(tr("The program backs a workspace up once a day and before it goes back to a backup, and keeps the last ten. Going back keeps "
                                  "what is there now as a backup, and Undo brings it back."), "note", wrap=True))
        self._none = label(tr("There is no backup yet."), wrap=True)
        self._list = QListWidget()
        self._list.setAccessibleName(tr("Backups with date and size"))
        self._list.itemActivated.connect(lambda _: self._restore())
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._none, 1)
        column.addWidget(self._list, 1)
        self._back = button(tr("Go back to this one"), self._restore, "main")
        bottom = QHBoxLayout()
        bottom.addWidget(self._back)
        bottom.addWidget(button(tr("Back up now"), session.safe.back_up))
        bottom.addStretch(1)
        bottom.addWidget(button(tr("Close"), self.accept))
        column.addLayout(bottom)
        self.show_backups(shown)

    def show_backups(self, shown: BackupsShown) -> None:
        """List them anew."""
        self._list.clear()
        for one in shown.backups:
            when = locale().toString(QDateTime(one.made), QLocale.FormatType.ShortFormat)  # type: ignore[call-overload]
            entry = QListWidgetItem(tr("{when} · {size}", when=when, size=locale().formattedDataSize(one.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)))
            entry.setData(Qt.ItemDataRole.UserRole, one.path)
            self._list.addItem(entry)
        self._list.setCurrentRow(0)
        self._list.setVisible(bool(shown.backups))
        self._none.setVisible(not shown.backups)
        self._back.setEnabled(bool(shown.backups))

    def _restore(self) -> None:
        entry = self._list.currentItem()
        if entry is not None:
            self.accept()
            self._session.safe.restore(entry.data(Qt.ItemDataRole.UserRole))
