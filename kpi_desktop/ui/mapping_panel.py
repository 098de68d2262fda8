"""How a file is understood: its columns beside the fields of the tables it feeds, and what would come of it; correctable by hand."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from kpi_desktop.app import mapping_trial
from kpi_desktop.app.mapping_draft import Draft
from kpi_desktop.app.mapping_trial import Trial, Tried
from kpi_desktop.app.screens import FileShown
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import read_as, say, say_all, tr
from kpi_desktop.model.decisions import Mapping, TableMapping
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.ui.help_window import help_key
from kpi_desktop.ui.mapping_columns import SourceList
from kpi_desktop.ui.mapping_fields import FieldList
from kpi_desktop.ui.mapping_reading import ReadingBar
from kpi_desktop.ui.mapping_result import Result
from kpi_desktop.ui.mapping_rows import RowFilters, filters_said, short
from kpi_desktop.ui.mapping_saved import SavedList
from kpi_desktop.ui.widgets import button, choice, label

WAIT = 300
"""Milliseconds between the last change and trying it."""


class MappingDialog(QDialog):
    """Draws a Draft; `mapping()` gives what the person chose. With a session it is tried on the whole file as it changes."""

    def __init__(self, shown: FileShown, parent: QWidget, session: Session | None = None) -> None:
        super().__init__(parent)
        assert shown.mapping is not None
        self._shown, self.draft, self._at = shown, Draft(shown.header, shown.sample, shown.mapping), 0
        self._session = session or getattr(parent, "_session", None)
        self._trial = Trial(self._session, shown, self._came) if self._session is not None else None
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self._try)
        self.setWindowTitle(tr("Columns of {file}", file=shown.path.name))
        self._fit_screen()
        help_key(self, lambda: "files")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(self._top())
        self._pages = QStackedWidget()
        self._pages.addWidget(self._columns())
        column.addWidget(self._pages, 1)
        self._filters = RowFilters(self.draft, self._trial, self._filtered, self._to_columns)
        self._pages.addWidget(self._filters)
        self._saved = self._saved_page()
        self._note = label("", "note", wrap=True)
        self._note.hide()
        column.addWidget(self._note)
        column.addLayout(self._bottom())
        self._show_tables()
        self._try()
        if self._trial is not None:
            self.finished.connect(self._trial.close)
            self.destroyed.connect(self._trial.close)

    def mapping(self) -> Mapping:
        """The mapping as chosen."""
        return self.draft.mapping

    @property
    def stale(self) -> bool:
        """Whether what is shown is not yet of the mapping as it stands."""
        return self._timer.isActive() or self._result.stale

    # -- building ---------------------------------------------------------------------------------------------------------

    def _fit_screen(self) -> None:
        room = QApplication.primaryScreen().availableGeometry()
        self.resize(min(1180, room.width() - 40), min(820, room.height() - 40))

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._tabs = QTabBar()
        self._tabs.setAccessibleName(tr("Tables that the file feeds"))
        self._tabs.currentChanged.connect(self._go)
        self._tabs.setExpanding(False)
        row.addWidget(self._tabs)
        self._add = choice((), self._add_table, tr("Add a table"))
        row.addWidget(self._add)
        self._remove = button(tr("Remove this table"), self._remove_table, "link")
        row.addWidget(self._remove)
        row.addStretch(1)
        row.addWidget(label(tr("Name"), tone="quiet"))
        self._name = QLineEdit(read_as(self.draft.mapping.name))
        self._name.setAccessibleName(tr("Name of the mapping"))
        self._name.setMaxLength(80)
        self._name.setMinimumWidth(180)
        self._name.textEdited.connect(lambda text: self.draft.rename(text.strip() or self._shown.path.stem))
        row.addWidget(self._name)
        self._save = button(tr("Save"), self._save_now, "", tr("Save this mapping under its name"))
        self._save.setVisible(self._session is not None)
        row.addWidget(self._save)
        return row

    def _columns(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        sides = QHBoxLayout()
        sides.setSpacing(16)
        self._sources = SourceList(self.draft, self._move)
        self._boxes = self._sources.boxes
        self._fields = FieldList(self.draft, self._fed)
        for side, heading, part in ((self._sources, tr("Columns of the file"), 11), (self._fields, tr("Fields, the needed ones (*) first"), 12)):
            holder = QVBoxLayout()
            holder.setSpacing(4)
            holder.addWidget(label(heading, "label"))
            holder.addWidget(side, 1)
            sides.addLayout(holder, part)
        column.addLayout(sides, 1)
        below = QHBoxLayout()
        below.addWidget(label(tr("Choose a field, or drag a column onto it; with Ctrl it is joined to what is there."), "note"))
        below.addStretch(1)
        self._rows = button("", self._show_filters, "link", tr("Choose which rows of the file are taken"))
        below.addWidget(self._rows)
        column.addLayout(below)
        self._readings = ReadingBar(self.draft.mapping, self._dated, self._signed)
        self._dates, self._decimal = self._readings.dates, self._readings.decimal
        column.addWidget(self._readings)
        self._result = Result(self._stop, self._try)
        column.addWidget(self._result)
        return page

    def _saved_page(self) -> SavedList | None:
        if self._session is None:
            return None
        made = SavedList(self._session, self._take, self._to_columns)
        self._pages.addWidget(made)
        return made

    def _bottom(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if self._saved is not None:
            row.addWidget(button(tr("Saved mappings …"), self._show_saved))
        row.addWidget(button(tr("Import mapping …"), self._import))
        row.addWidget(button(tr("Export mapping …"), self._export))
        row.addStretch(1)
        buttons = QDialogButtonBox()
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        use = buttons.addButton(tr("Use these columns"), QDialogButtonBox.ButtonRole.AcceptRole)
        use.setProperty("role", "main")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        row.addWidget(buttons)
        return row

    # -- tables -----------------------------------------------------------------------------------------------------------

    def _show_tables(self) -> None:
        """Draw everything anew: the tables, and the one in view."""
        self._tabs.blockSignals(True)
        while self._tabs.count():
            self._tabs.removeTab(0)
        for table in self.draft.tables:
            self._tabs.addTab(say(table.label))
        self._at = max(0, min(self._at, len(self.draft.tables) - 1))
        self._tabs.setCurrentIndex(self._at)
        self._tabs.blockSignals(False)
        self._add.clear()
        for key, text in (("", tr("Add a table …")), *((t.name, say(t.label)) for t in self.draft.others())):
            self._add.addItem(text, key)
        self._remove.setVisible(len(self.draft.tables) > 1)
        self._name.setText(read_as(self.draft.mapping.name))
        self._mark()
        self._show_table()

    def _show_table(self) -> None:
        self._sources.show_table(self._at)
        self._fields.show_table(self._at)
        self._result.show_table(self._at)
        self._show_rows()
        if self._pages.currentWidget() is self._filters and self.draft.tables:
            self._filters.show_table(self._at)

    def _show_rows(self) -> None:
        """Tell which rows are taken."""
        self._rows.setVisible(bool(self.draft.tables))
        if self.draft.tables:
            said = filters_said(self.draft, self._at)
            self._rows.setText(short(said))
            self._rows.setToolTip(said)

    def _mark(self) -> None:
        """Tell on its tab that a table lacks something."""
        for at, table in enumerate(self.draft.tables):
            lacking = self.draft.lacking(at)
            self._tabs.setTabText(at, f"{say(table.label)} *" if lacking else say(table.label))
            self._tabs.setTabToolTip(at, tr("Still without a column: {fields}", fields=", ".join(say(f.label) for f in lacking)) if lacking else "")

    def _go(self, at: int) -> None:
        self._at = at
        self._show_table()

    def _add_table(self, name: str) -> None:
        if not name:
            return
        if self._trial is None:
            self._added(TableMapping(name))
        else:
            self._trial.propose(name, self._added)

    def _added(self, part: TableMapping) -> None:
        self.draft.add_table(part)
        self._at = len(self.draft.tables) - 1
        self._show_tables()
        self._later()

    def _remove_table(self) -> None:
        self.draft.remove_table(self._at)
        self._show_tables()
        self._later()

    # -- changes ----------------------------------------------------------------------------------------------------------

    def _move(self, column: str, field: str) -> None:
        if self.draft.tables:
            self.draft.move(self._at, column, field)
            self._fields.refresh()
            self._later()

    def _fed(self) -> None:
        self._sources.refresh(self._at)
        self._later()

    def _show_filters(self) -> None:
        self._filters.show_table(self._at)
        self._pages.setCurrentWidget(self._filters)
        self._filters.column.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_columns(self) -> None:
        self._pages.setCurrentIndex(0)

    def _filtered(self) -> None:
        self._show_rows()
        self._later()

    def _dated(self, order: str) -> None:
        self.draft.set_dates(order)
        self._later()

    def _signed(self, sign: str) -> None:
        self.draft.set_decimal(sign)
        self._later()

    def _later(self) -> None:
        """Something changed: what is shown is of before; try it when the person pauses."""
        self._mark()
        for row in self._fields.rows.values():
            row.show_need()
        self._result.grow_stale()
        if self._trial is not None:
            self._trial.stop()
            self._timer.start()

    def _try(self) -> None:
        if self._trial is not None:
            self._result.grow_stale()
            self._trial.run(self.draft.mapping)

    def _stop(self) -> None:
        self._timer.stop()
        if self._trial is not None:
            self._trial.stop()
            self._came(Tried(self.draft.mapping, "stopped"))

    def _came(self, tried: Tried) -> None:
        self._readings.show_readings(tried.readings)
        new = self.draft.learn_unknown(tried.readings)
        if (tried.report is not None and self.draft.learn(tried.report.problems)) or new:
            self._fields.show_table(self._at)
        self._result.show_tried(tried, self._at)

    # -- saved and files --------------------------------------------------------------------------------------------------

    def _tell(self, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def _save_now(self) -> None:
        found, header = self.draft.mapping, self._shown.header
        assert self._session is not None
        self._session.aside(Text("Saving the mapping"), lambda ws, _: mapping_trial.save(ws, header, found), lambda _: self._was_saved(found), can_cancel=False)

    def _was_saved(self, found: Mapping) -> None:
        self._tell(tr("Saved as {name}; it is applied by itself when the same columns come again.", name=read_as(found.name)))
        if self._saved is not None:
            self._saved.load()

    def _show_saved(self) -> None:
        assert self._saved is not None
        self._saved.load()
        self._pages.setCurrentWidget(self._saved)
        self._saved.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, mapping: Mapping) -> None:
        """Go on from a mapping that was saved or came from a file."""
        self.draft.take(mapping)
        self._readings.show_mapping(mapping)
        self._pages.setCurrentIndex(0)
        self._show_tables()
        self._later()

    def _import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Import mapping …"), "", tr("Mappings (*.json);;All files (*)"))
        if not name:
            return
        try:
            self._take(mapping_trial.load(Path(name)))
        except UserError as error:
            self._tell(say_all(error.what, error.advice))

    def _export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Export mapping …"), f"{self._shown.path.stem}.json", tr("Mappings (*.json);;All files (*)"))
        if not name:
            return
        try:
            mapping_trial.dump(self.draft.mapping, Path(name))
        except UserError as error:
            self._tell(say_all(error.what, error.advice))
        else:
            self._tell(tr("Written to {file}; “kpi-desktop import --mapping” takes it.", file=name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typing = isinstance(QApplication.focusWidget(), QLineEdit | QAbstractSpinBox)
        if typing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        super().keyPressEvent(event)
