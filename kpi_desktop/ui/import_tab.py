"""Files on their way in, each with what it is taken for; and the log of imports, of which any can be taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop import i18n
from kpi_desktop.app.screens import FileShown, ImportShown, Preview
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.problem import Problem
from kpi_desktop.model.schema import BY_NAME, TABLES
from kpi_desktop.ui.frame_model import Column, FrameModel
from kpi_desktop.ui.mapping_panel import MappingDialog
from kpi_desktop.ui.mapping_result import preview_columns
from kpi_desktop.ui.messages import sure
from kpi_desktop.ui.widgets import Page, button, choice, label, panel, pick, table


class Drop(QFrame):
    """Where files are dropped."""

    dropped = Signal(list)

    def __init__(self, choose: object) -> None:
        super().__init__()
        self.setObjectName("drop")
        self.setAcceptDrops(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 20, 16, 20)
        row.addStretch(1)
        row.addWidget(label(tr("Drop CSV, TSV or Excel files here, or"), tone="quiet"))
        row.addWidget(button(tr("Choose files …"), choose, "main"))  # type: ignore[arg-type]
        row.addStretch(1)

    def _over(self, on: bool) -> None:
        self.setProperty("over", on)
        self.style().polish(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._over(False)
        self.dropped.emit(local_files(event))


def local_files(event: QDropEvent) -> list[Path]:
    """The files of a drop; a folder stands for the files in it."""
    found: list[Path] = []
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        found += sorted(p for p in path.iterdir() if p.is_file()) if path.is_dir() else [path]
    return found


class ImportTab(Page):
    """Draws an ImportShown."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        drop = Drop(self.choose)
        drop.dropped.connect(session.inspect)
        self.column.addWidget(drop)
        watching = QHBoxLayout()
        self._watched = label("", "note", wrap=True)
        self._stop = button(tr("Watch it no longer"), lambda: session.watch_folder(None), "link")
        watching.addWidget(self._watched, 1)
        watching.addWidget(self._stop)
        self.column.addLayout(watching)
        self._files = QVBoxLayout()
        self._files.setSpacing(8)
        self.column.addLayout(self._files)
        self._all = button(tr("Import all that is ready"), self._import_all, "main")
        self._all.hide()
        self.column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        self._log_title = label(tr("Imports"), "heading")
        self.column.addWidget(self._log_title)
        self._log = FrameModel(self)
        self._log_view = table(self._log, tr("Imports"))
        self.column.addWidget(self._log_view)
        self._back = button(tr("Take the chosen import back"), self._take_back)
        self.column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._held = label("", "note", wrap=True)
        self.column.addWidget(self._held)
        self.column.addStretch(1)
        self._shown: ImportShown | None = None
        self._rows: list[FileRow] = []

    def watch(self) -> None:
        """Ask for what this tab shows."""
        self._session.watch("import")

    def choose(self) -> None:
        """Choose files with a dialog."""
        names, _ = QFileDialog.getOpenFileNames(self, tr("Choose files"), "", tr("Exports (*.csv *.tsv *.txt *.xlsx);;All files (*)"))
        if names:
            self._session.inspect([Path(n) for n in names])

    def choose_folder(self) -> None:
        """Choose the folder whose new files come in by themselves."""
        name = QFileDialog.getExistingDirectory(self, tr("Watch a folder"))
        if name:
            self._session.watch_folder(Path(name))

    def show_screen(self, shown: object) -> None:
        """Draw what the session made."""
        if not isinstance(shown, ImportShown):
            return
        self._shown = shown
        for part in (self._watched, self._stop):
            part.setVisible(shown.watched is not None)
        self._watched.setText(tr("Watching {folder}: files that the program knows how to read come in by themselves, others wait here.",
                                 folder=str(shown.watched)))
        self._show_files(shown.files)
        self._all.setVisible(any(f.state == "ready" for f in shown.files))
        columns = (Column(tr("File")), Column(tr("Read as")), Column(tr("Imported")), Column(tr("Read"), Unit.COUNT), Column(tr("Added"), Unit.COUNT),
                   Column(tr("Updated"), Unit.COUNT), Column(tr("Unchanged"), Unit.COUNT), Column(tr("Kept aside"), Unit.COUNT))
        rows = []
        for entry in shown.log:
            sums = [sum(c[k] for c in entry.counts.values()) for k in ("added", "updated", "unchanged")]
            rows.append((entry.file, i18n.read_as(entry.format), date.fromisoformat(entry.at[:10]), entry.read, *sums, entry.kept_aside))
        self._log.show_rows(columns, rows)
        for part in (self._log_title, self._log_view, self._back):
            part.setVisible(bool(rows))
        self._log_view.fit(len(rows))
        held = ", ".join(f"{say(name)} {i18n.number(n)}" for name, n in shown.rows if n)
        self._held.setText(tr("Rows held: {tables}", tables=held) if held else tr("The workspace holds nothing yet."))

    def _show_files(self, files: tuple[FileShown, ...]) -> None:
        """One row per file; a row whose file is as it was stays, with whatever is open on it."""
        before = {row.shown.file_id: row for row in self._rows}
        self._rows = [row if (row := before.get(file.file_id)) is not None and row.shown is file else FileRow(file, self._session) for file in files]
        for row in before.values():
            if row not in self._rows:
                self._files.removeWidget(row)
                row.deleteLater()
        for at, row in enumerate(self._rows):
            self._files.insertWidget(at, row)

    def _import_all(self) -> None:
        if self._shown is not None:
            self._session.import_files([f.file_id for f in self._shown.files if f.state == "ready"])

    def _take_back(self) -> None:
        index = self._log_view.currentIndex()
        if self._shown is None or not index.isValid():
            return
        at = self._log_view.model().mapToSource(index).row()  # type: ignore[attr-defined]
        entry = self._shown.log[at]
        if sure(tr("Take back the import of {file}? The rows will be as if it had never come.", file=entry.file), self):
            self._session.take_back(entry.import_id)


class FileRow(QFrame):
    """One file: what it is taken for, a preview, what to decide or what came of it."""

    def __init__(self, shown: FileShown, session: Session) -> None:
        super().__init__()
        self.shown, self._session = shown, session
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(label(shown.path.name, tone="strong"))
        head.addWidget(label(say(shown.about) if shown.about is not None else "", "note"))
        head.addStretch(1)
        holder = panel()
        holder.layout().addLayout(head)  # type: ignore[union-attr]
        column.addWidget(holder)
        if shown.mapping is not None and shown.state in ("ready", "decide"):
            self._decisions(head)
        if shown.state in ("ready", "decide", "failed", "done"):
            head.addWidget(button(tr("Remove from the list"), lambda: session.forget(shown.file_id), "link"))
        words, tone = _state(shown)
        said = label(words, tone=tone, wrap=True)
        holder.layout().addWidget(said)  # type: ignore[union-attr]
        if shown.state in ("ready", "decide"):
            for preview in shown.previews:
                self._preview(holder, preview)
        problems = shown.report.problems if shown.report is not None else list(shown.problems)
        if problems and shown.state in ("ready", "done"):
            self._problems(holder, problems)

    def _decisions(self, head: QHBoxLayout) -> None:
        shown, session = self.shown, self._session
        assert shown.mapping is not None
        if len(shown.sheets) > 1:
            sheets = choice(((s, s) for s in shown.sheets), lambda s: session.resheet(shown.file_id, s), tr("Sheet"))
            pick(sheets, shown.sheet)
            head.addWidget(sheets)
        tables = choice(((t.name, say(t.label)) for t in TABLES), lambda t: session.retable(shown.file_id, t), tr("Table"))
        pick(tables, shown.mapping.tables[0].table)
        head.addWidget(tables)
        head.addWidget(button(tr("Columns …"), self._map))
        if shown.state == "ready":
            head.addWidget(button(tr("Import"), lambda: session.import_files([shown.file_id]), "main"))

    def _map(self) -> None:
        dialog = MappingDialog(self.shown, self, self._session)
        dialog.accepted.connect(lambda: self._session.remap(self.shown.file_id, dialog.mapping()))
        dialog.open()

    def _preview(self, holder: QWidget, preview: Preview) -> None:
        model = FrameModel(self)
        model.show_rows(preview_columns(preview), preview.rows)
        view = table(model, tr("Preview"))
        view.fit(len(preview.rows), 5)
        holder.layout().addWidget(view)  # type: ignore[union-attr]

    def _problems(self, holder: QWidget, problems: list[Problem]) -> None:
        model = FrameModel(self)
        tables = self.shown.mapping.tables if self.shown.mapping is not None else ()
        names = {f.name: f.label for part in reversed(tables) for f in BY_NAME[part.table].fields}
        model.show_rows((Column(tr("Line"), Unit.COUNT), Column(tr("Field")), Column(tr("Value")), Column(tr("Why it is kept aside"))),
                        [(p.line, names.get(p.field, p.field), p.value, p.reason) for p in problems])
        view = table(model, tr("Rows kept aside"))
        view.fit(len(problems), 5)
        holder.layout().addWidget(view)  # type: ignore[union-attr]


def _state(shown: FileShown) -> tuple[str, str]:
    """What to say of a file, and in which tone."""
    tables = ", ".join(say(BY_NAME[t.table].label) for t in shown.mapping.tables) if shown.mapping is not None else ""
    if shown.state == "failed" and shown.trouble is not None:
        return " ".join(say(t) for t in (shown.trouble.what, shown.trouble.advice) if t is not None), "worse"
    if shown.state == "done" and shown.report is not None:
        counts = list(shown.report.tables.values())
        done = tr("{tables}: {added} added, {updated} updated, {unchanged} unchanged, {aside} kept aside.", tables=tables, added=sum(c.added for c in counts),
                  updated=sum(c.updated for c in counts), unchanged=sum(c.unchanged for c in counts), aside=shown.report.kept_aside)
        if shown.report.forgotten:
            done += " " + tr("%n row(s) left out, of persons forgotten on request", "", shown.report.forgotten) + "."
        if shown.report.left_out:
            done += " " + tr("%n line(s) left out: totals, or rows of another kind", "", shown.report.left_out) + "."
        return done, "better"
    if shown.state == "reading":
        return tr("Reading …"), "quiet"
    if shown.state == "importing":
        return tr("Importing …"), "quiet"
    doubts = " ".join(say(d) for d in shown.doubts)
    if shown.missing:
        fields = ", ".join(say(BY_NAME[t].by_name[f].label) for t, f in shown.missing)
        return " ".join((tr("Taken for {tables}, but these fields have no column: {fields}.", tables=tables, fields=fields), doubts)).strip(), "worse"
    return " ".join((tr("Taken for {tables}. The first rows as they would come in:", tables=tables), doubts)).strip(), ""
