"""Files on their way into the workspace: read, mapped, brought in, watched for; the list of them and the log of imports."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kpi_desktop.app.folders import alike, exports, in_order
from kpi_desktop.app.screens import FileShown, ImportShown, Trouble
from kpi_desktop.app.watch import Seen, Watch
from kpi_desktop.i18n import tr
from kpi_desktop.model.decisions import Mapping
from kpi_desktop.model.problem import Text

if TYPE_CHECKING:
    from kpi_desktop.app.session import Session
    from kpi_desktop.store.workspace import Workspace


class Incoming:
    """The session's commands on files. The work is done in its write lane; what came of it goes out by its signals."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._files: dict[int, FileShown] = {}
        self._beside: list[Path] = []
        self._next_file = 1
        self._imports: ImportShown | None = None
        self._pasted: tempfile.TemporaryDirectory[str] | None = None
        self._automatic: set[Path] = set()
        self.watched = Watch(session)

    def opened(self) -> None:
        """Another workspace is open: its log, and the folder that it watches."""
        self._files = {}
        self.look()
        self._session.aside(Text("Reading the workspace"), lambda ws, _: (ws.setting("watched", ""), ws.setting("watched_files", {})),
                            lambda told: self.watched.start(Path(told[0]) if told[0] else None, {n: (s[0], s[1]) for n, s in told[1].items()}),
                            can_cancel=False)

    def close(self) -> None:
        """Watch no more; what was pasted goes."""
        self.watched.close()
        if self._pasted is not None:
            self._pasted.cleanup()

    def inspect(self, files: list[Path], wanted: str | None = None) -> None:
        """Read files, and those of folders, and show how they would come in (as a table where one is wanted); what lies beside the exports of a folder
        is named only."""
        if not self._session.is_open:
            self._session.problem.emit(Trouble(Text("No workspace is open to take the files."), Text("Open one or make a new one first.")))
            return
        found, self._beside = exports(files)
        for path in found:
            number, self._next_file = self._next_file, self._next_file + 1
            self._files[number] = FileShown(number, path, "reading")
            self._inspect(number, path, wanted=wanted)
        self.show()

    def retable(self, file_id: int, table: str) -> None:
        """Take a file for another table."""
        self._inspect(file_id, self._files[file_id].path, sheet=self._files[file_id].sheet, table=table)

    def resheet(self, file_id: int, sheet: str) -> None:
        """Read another sheet of a workbook."""
        self._inspect(file_id, self._files[file_id].path, sheet=sheet)

    def remap(self, file_id: int, mapping: Mapping, others: bool = False) -> None:
        """Read a file with a mapping corrected by hand, and with `others` all that have the same column names (`folders.alike`)."""
        mine = self._files[file_id]
        self._inspect(file_id, mine.path, sheet=mine.sheet, chosen=mapping)
        for shown in alike(self._files.values(), mine) if others else ():
            self._inspect(shown.file_id, shown.path, sheet=shown.sheet, like=mapping)

    def answer(self, file_id: int, kind: str, key: str) -> None:
        """Say how the dates or numbers of a file are read, and of all with the same column names that ask the same."""
        mine = self._files[file_id]
        for shown in (mine, *alike(self._files.values(), mine)):
            if shown.mapping is not None and kind in shown.asks:
                self._inspect(shown.file_id, shown.path, sheet=shown.sheet, chosen=replace(shown.mapping, **{kind: key}))

    def _inspect(self, number: int, path: Path, **how: Any) -> None:
        def what(ws: Workspace, progress: Any) -> FileShown:
            from kpi_desktop.app import importing

            progress(0, 0)
            return importing.inspect(ws, number, path, **how)

        self._session.aside(Text("Reading {file}", file=path.name), what, lambda shown: self._inspected(number, shown),
                  failed=lambda t: self._fail(number, t), cancelled=lambda: self.forget(number))

    def _inspected(self, number: int, shown: FileShown) -> None:
        self._put(number, shown)
        if shown.path in self._automatic:
            self._automatic.discard(shown.path)
            known = shown.score >= 1.0 or isinstance(shown.format, Text)  # a tool's own format, or a mapping that a person saved
            if shown.state == "ready" and known and not shown.doubts:
                self.import_files([number])

    def import_files(self, numbers: list[int]) -> None:
        """Bring in the files that are ready, one after the other (`folders.in_order`); each whole or not at all."""
        for shown in in_order(self._files[n] for n in numbers if n in self._files and self._files[n].state == "ready"):
            self._files[shown.file_id] = replace(shown, state="importing")
            self._bring_in(shown.file_id, shown)
        self.show()

    def _bring_in(self, number: int, shown: FileShown) -> None:
        def what(ws: Workspace, progress: Any) -> Any:
            from kpi_desktop.app import importing

            return importing.bring_in(ws, shown, progress)

        def then(report: Any) -> None:
            self._put(number, replace(shown, state="done", report=report))
            self.watched.settle(shown.path)
            self._session.data_changed(frozenset(report.tables))

        self._session.aside(Text("Importing {file}", file=shown.path.name), what, then, failed=lambda t: self._fail(number, t),
                  cancelled=lambda: self._put(number, shown))

    def forget(self, file_id: int) -> None:
        """Take a file off the list; what was imported stays."""
        gone = self._files.pop(file_id, None)
        if gone is not None:
            self.watched.settle(gone.path)
        self.show()

    def paste(self, text: str) -> None:
        """Take cells copied from a spreadsheet as a file."""
        if not text.strip():
            self._session.problem.emit(Trouble(Text("The clipboard holds no cells."), Text("Copy them in the spreadsheet, with their column names.")))
            return
        if self._pasted is None:
            self._pasted = tempfile.TemporaryDirectory(prefix="kpi-pasted-")
        path = Path(self._pasted.name) / tr("pasted-{number}.tsv", number=self._next_file)
        path.write_text(text, "utf-8")
        self.inspect([path])

    def watch_folder(self, folder: Path | None) -> None:
        """Import by themselves the files that appear in a folder; None watches none."""
        self._session.aside(Text("Keeping the watched folder"), lambda ws, _: (ws.set_setting("watched", str(folder or "")),
                                                                                 ws.set_setting("watched_files", {})), lambda _: None, can_cancel=False)
        self.watched.start(folder, {})
        self.show()

    def take_from_watch(self, files: list[Path]) -> None:
        """Files of the watched folder that are complete: known ones come in, others wait on the list, in place of their earlier versions."""
        earlier = [n for n, f in self._files.items() if f.path in files and f.state not in ("reading", "importing")]
        for number in earlier:
            del self._files[number]
        self._automatic |= set(files)
        self.inspect(files)

    def keep_settled(self, files: Seen) -> None:
        """Remember which files of the watched folder need no more attention."""
        self._session.aside(Text("Keeping the watched folder"), lambda ws, _: ws.set_setting("watched_files", files), lambda _: None, can_cancel=False)

    def _put(self, number: int, shown: FileShown) -> None:
        if number in self._files:
            self._files[number] = shown
            self.show()

    def _fail(self, number: int, trouble: Trouble) -> bool:
        """Trouble with a file is told beside it; a bug goes its usual way as well."""
        if number in self._files:
            self._put(number, replace(self._files[number], state="failed", trouble=trouble))
        return not trouble.traceback

    def look(self) -> None:
        """Read the log of imports and the rows held anew, and show them."""
        path = self._session.workspace_path

        def what(ws: Workspace, progress: Any) -> ImportShown:
            from kpi_desktop.model.schema import TABLES

            held = ws.counts()
            return ImportShown((), tuple(ws.imports()), tuple((t.label, held[t.name]) for t in TABLES), path, ws.setting("currency", "EUR"))

        def then(shown: ImportShown) -> None:
            self._imports = shown
            self.show()

        self._session.aside(Text("Reading the workspace"), what, then, can_cancel=False)

    def show(self) -> None:
        """Hand over what is known of the files and of the log."""
        if self._imports is not None:
            self._imports = replace(self._imports, files=tuple(self._files.values()), watched=self.watched.folder, beside=tuple(self._beside))
            self._session.snapshot_ready.emit(self._imports)
