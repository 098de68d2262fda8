"""The files on their way in: one row each, or one for several that the same decision settles; open, a row shows the first rows and those kept aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from kpi_desktop.app.import_list import Group, counted, grouped, is_unknown
from kpi_desktop.app.screens import FileShown, Preview
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import read_as, say, say_all, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.problem import Problem
from kpi_desktop.model.schema import BY_NAME, TABLES, Kind
from kpi_desktop.ui.frame_model import Column, FrameModel
from kpi_desktop.ui.mapping_panel import MappingDialog
from kpi_desktop.ui.mapping_reading import answers
from kpi_desktop.ui.widgets import Elided, button, choice, clear, label, panel, pick, still, table

_FEW = 3
"""So many rows stand open by themselves; of more, one opens those one wants to look into."""
_NAMED = 8
"""So many of the files of a folder that are no exports are named."""
_FIRST = 30
"""Rows that are built before the person asks for more: hundreds would hold up the window."""


class FileList(QWidget):
    """The rows with a line above that counts them; what is as it was stays, with whatever is open on it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._files: tuple[FileShown, ...] = ()
        self._turned: dict[int, bool] = {}
        self._most = _FIRST
        self._named: tuple[Path, ...] = ()
        self.rows: list[FileRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(8)
        self.said = label("", tone="strong")
        self.all: QPushButton = button(tr("Import all that is ready"), self._import_all, "main")
        self._clear = button(tr("Remove what is done"), lambda: self._remove(lambda f: f.state == "done"), "link")
        self._useless = button(tr("Remove what cannot be used"), lambda: self._remove(lambda f: f.state == "failed" or is_unknown(f)), "link")
        for part in (self.said, self.all, self._clear, self._useless):
            top.addWidget(part)
        top.addStretch(1)
        column.addLayout(top)
        self.beside = Elided("", "note")
        self.beside.hide()
        column.addWidget(self.beside)
        self.column = QVBoxLayout()
        self.column.setSpacing(6)
        column.addLayout(self.column)
        self._more = button("", self._show_more, "link")
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_files(self, files: tuple[FileShown, ...]) -> None:
        """Show what the files are now."""
        self._files = files
        many = sum(f.state == "reading" for f in files) > _FEW
        groups = grouped(tuple(f for f in files if f.state != "reading") if many else files)
        self._more.setText(tr("Show %n more", "", len(groups) - self._most))
        self._more.setVisible(len(groups) > self._most)
        before = {_same(row.files): row for row in self.rows}
        opens = len(files) <= _FEW
        named = Counter(f.path.name for f in files)
        self.rows = [before.pop(_same(g), None) or FileRow(g, self._session, self._turned.get(g[0].file_id, opens), self._turn, named[g[0].path.name] > 1)
                     for g in groups[:self._most]]
        for row in before.values():
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for at, row in enumerate(self.rows):
            if self.column.indexOf(row) != at:
                self.column.insertWidget(at, row)
        now = counted(files)
        self.said.setText(summary(files))
        self.said.setVisible(len(files) > 1)
        self.all.setVisible(now.ready > 0)
        self._clear.setVisible(now.done > 1)
        self._useless.setVisible(now.unknown + now.failed > 1)
        self.setVisible(bool(files))

    def show_beside(self, files: tuple[Path, ...]) -> None:
        """Name what lay in a folder beside its exports and was not read."""
        if files != self._named:
            self._named = files
            different = list(dict.fromkeys(f.name for f in files))
            names = ", ".join(different[:_NAMED]) + (", …" if len(different) > _NAMED else "")
            self.beside.setText(tr("%n file(s) beside the exports not read: {names}", "", len(files), names=names))
            self.beside.setToolTip("\n".join(map(str, files[:_FIRST])))
        self.beside.setVisible(bool(files and self._files))

    def _show_more(self) -> None:
        self._most += _FIRST
        self.show_files(self._files)

    def _turn(self, file_id: int, on: bool) -> None:
        self._turned[file_id] = on

    def _import_all(self) -> None:
        self._session.incoming.import_files([f.file_id for f in self._files if f.state == "ready"])

    def _remove(self, which: Callable[[FileShown], bool]) -> None:
        for file in self._files:
            if which(file):
                self._session.incoming.forget(file.file_id)


def _same(group: Group) -> tuple[int, ...]:
    """What a row is known again by: it shows these very files as they are now."""
    return tuple(map(id, group))


def summary(files: Sequence[FileShown]) -> str:
    """How the files stand, in one line."""
    now = counted(files)
    told = (tr("%n ready", "", now.ready) if now.ready else "", tr("%n need(s) a decision", "", now.decide) if now.decide else "",
            tr("%n hold(s) nothing known", "", now.unknown) if now.unknown else "",
            tr("%n cannot be read", "", now.failed) if now.failed else "", tr("%n under way", "", now.under_way) if now.under_way else "",
            tr("%n imported", "", now.done) if now.done else "")
    return ", ".join(t for t in told if t)


class FileRow(QFrame):
    """One file, or several that one decision settles: what it is taken for, what to decide or what came of it; below, when opened, its rows. One of
    several of its name is called with its folder."""

    def __init__(self, files: Group, session: Session, opened: bool, turned: Callable[[int, bool], object], one_of_its_name: bool = False) -> None:
        super().__init__()
        self.files, self.shown, self._session, self._turned = files, files[0], session, turned
        self._called = f"{files[0].path.parent.name}/{files[0].path.name}" if one_of_its_name else files[0].path.name
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        holder = panel()
        self._holder = holder.layout()
        self._holder.setContentsMargins(12, 8, 12, 8)  # type: ignore[union-attr]
        self._holder.setSpacing(4)  # type: ignore[union-attr]
        column.addWidget(holder)
        self._holder.addLayout(self._head())  # type: ignore[union-attr]
        words, tone = state(self.shown)
        said = label(words, tone=tone, wrap=True)
        said.setContentsMargins(30, 0, 0, 0)
        self._holder.addWidget(said)  # type: ignore[union-attr]
        for note in self.shown.notes if self.shown.state in ("ready", "decide") and self.shown.refused is None else ():
            told = label(say(note), "note", wrap=True)
            told.setContentsMargins(30, 0, 0, 0)
            self._holder.addWidget(told)  # type: ignore[union-attr]
        if self.shown.state == "decide" and self.shown.asks and not self.shown.missing:
            self._holder.addLayout(self._questions())  # type: ignore[union-attr]
        self._below = QWidget()
        self._details = QVBoxLayout(self._below)
        self._details.setContentsMargins(22, 4, 0, 4)
        self._holder.addWidget(self._below)  # type: ignore[union-attr]
        self._below.hide()
        if opened:
            self._open(True)

    def _head(self) -> QHBoxLayout:
        shown, head = self.shown, QHBoxLayout()
        head.setSpacing(8)
        self._toggle = QToolButton()
        self._toggle.setCheckable(True)
        self._toggle.setProperty("role", "link")
        self._toggle.setArrowType(Qt.ArrowType.RightArrow)
        self._toggle.setAccessibleName(tr("Rows of {file}", file=shown.path.name))
        self._toggle.setToolTip(tr("Show the first rows and those that are kept aside"))
        self._toggle.clicked.connect(self._clicked)
        self._toggle.setFixedWidth(22)
        kept = self._toggle.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._toggle.setSizePolicy(kept)
        self._toggle.setVisible(self._has_details())
        name = Elided(self._called if len(self.files) == 1 else
                     tr("{file} and %n more file(s) with the same columns", "", len(self.files) - 1, file=self._called), tone="strong")
        name.setToolTip("\n".join(str(f.path) for f in self.files))
        head.addWidget(self._toggle)
        head.addWidget(name, 3)
        head.addWidget(Elided(_about(shown), "note"), 1)
        head.addStretch(0)
        if shown.mapping is not None and shown.state in ("ready", "decide"):
            self._decisions(head)
        if shown.state in ("ready", "decide", "failed", "done"):
            head.addWidget(button(tr("Remove from the list"), lambda: self._each(self._session.incoming.forget), "link"))
        return head

    def _each(self, does: Callable[[int], object]) -> None:
        for file in self.files:
            does(file.file_id)

    def _decisions(self, head: QHBoxLayout) -> None:
        shown, session = self.shown, self._session
        assert shown.mapping is not None
        if len(shown.sheets) > 1:
            sheets = choice(((s, s) for s in shown.sheets), lambda s: session.incoming.resheet(shown.file_id, s), tr("Sheet"))
            pick(sheets, shown.sheet)
            sheets.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            sheets.setMinimumContentsLength(min(18, max(map(len, shown.sheets))))
            sheets.setToolTip(shown.sheet)
            still(sheets)
            head.addWidget(sheets)
        known = tuple((t.name, say(t.label)) for t in TABLES)
        offered = (("", tr("Choose a table …")), *known) if is_unknown(shown) else known
        tables = choice(offered, lambda t: self._each(lambda n: session.incoming.retable(n, t)) if t else None, tr("Table"))
        pick(tables, "" if is_unknown(shown) else shown.mapping.tables[0].table)
        still(tables)
        head.addWidget(tables)
        head.addWidget(button(tr("Columns …"), self._map))
        if shown.state == "ready":
            head.addWidget(button(tr("Import"), lambda: session.incoming.import_files([shown.file_id]), "main"))

    def _questions(self) -> QHBoxLayout:
        """The doubts answered in place, for all files of the row."""
        row = QHBoxLayout()
        row.setContentsMargins(30, 0, 0, 0)
        row.setSpacing(8)
        for kind in self.shown.asks:
            for key, text in answers(kind):
                row.addWidget(button(text, lambda kind=kind, key=key: self._session.incoming.answer(self.shown.file_id, kind, key), "chip",
                                     f"{self.shown.path.name}: {text}"))
            if kind == "words":
                row.addWidget(button(tr("Say what they mean …"), self._map, "chip"))
            row.addSpacing(16)
        row.addStretch(1)
        return row

    def _map(self) -> None:
        dialog = MappingDialog(self.shown, self, self._session)
        together = len(self.files) > 1
        dialog.accepted.connect(lambda: self._session.incoming.remap(self.shown.file_id, dialog.mapping(), others=together))
        dialog.open()

    # -- details ----------------------------------------------------------------------------------------------------------

    def _rows_aside(self) -> list[Problem]:
        if self.shown.state not in ("ready", "done"):
            return []
        return self.shown.report.problems if self.shown.report is not None else list(self.shown.problems)

    def _has_details(self) -> bool:
        previewed = self.shown.state in ("ready", "decide") and not is_unknown(self.shown) and any(p.rows and p.fields for p in self.shown.previews)
        return previewed or bool(self._rows_aside()) or len(self.files) > 1

    def _clicked(self, on: bool) -> None:
        self._turned(self.shown.file_id, on)
        self._open(on)

    def _open(self, on: bool) -> None:
        on = on and self._has_details()
        self._toggle.setChecked(on)
        self._toggle.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        clear(self._details)
        if on:
            self._show_details()
        self._below.setVisible(on)

    def _show_details(self) -> None:
        if len(self.files) > 1:
            self._details.addWidget(label(tr("What you decide applies to {files}.", files=", ".join(f.path.name for f in self.files)), "note", wrap=True))
        if self.shown.state in ("ready", "decide") and not is_unknown(self.shown):
            for preview in self.shown.previews:
                if preview.rows and preview.fields:
                    self._preview(preview)
        if problems := self._rows_aside():
            self._problems(problems)

    def _preview(self, preview: Preview) -> None:
        model = FrameModel(self)
        model.show_rows([Column(say(f.label), Unit.COUNT if f.kind is Kind.NUMBER else None) for f in preview.fields], preview.rows)
        view = table(model, tr("Preview"))
        view.fit(len(preview.rows), 5)
        if len(self.shown.previews) > 1:
            self._details.addWidget(label(say(BY_NAME[preview.table].label), "label"))
        self._details.addWidget(view)

    def _problems(self, problems: list[Problem]) -> None:
        model = FrameModel(self)
        tables = self.shown.mapping.tables if self.shown.mapping is not None else ()
        names = {f.name: f.label for part in reversed(tables) for f in BY_NAME[part.table].fields}
        model.show_rows((Column(tr("Line"), Unit.COUNT), Column(tr("Field")), Column(tr("Value")), Column(tr("Why it is kept aside"))),
                        [(p.line, names.get(p.field, p.field), p.value, p.reason) for p in problems])
        view = table(model, tr("Rows kept aside"))
        view.fit(len(problems), 5)
        self._details.addWidget(label(tr("Kept aside"), "label"))
        self._details.addWidget(view)


def _about(shown: FileShown) -> str:
    """What the file was recognised as, and how it was read."""
    named = "" if shown.format in BY_NAME else read_as(shown.format)
    return " · ".join(t for t in (named, say(shown.about) if shown.about is not None else "") if t)


def state(shown: FileShown) -> tuple[str, str]:
    """What to say of a file, and in which tone."""
    tables = ", ".join(say(BY_NAME[t.table].label) for t in shown.mapping.tables) if shown.mapping is not None else ""
    if shown.state == "failed" and shown.trouble is not None:
        return say_all(shown.trouble.what, shown.trouble.advice), "trouble"
    if shown.state == "done" and shown.report is not None:
        return _done(shown, tables), "better"
    if shown.state == "reading":
        return tr("Reading …"), "quiet"
    if shown.state == "importing":
        return tr("Importing …"), "quiet"
    if shown.refused is not None:
        return say(shown.refused), "trouble"
    doubts = say_all(*shown.doubts)
    if is_unknown(shown):
        return doubts or tr("No columns of a table were recognised. Choose the table and its columns, or remove the file."), "trouble"
    if shown.missing:
        fields = ", ".join(say(BY_NAME[t].by_name[f].label) for t, f in shown.missing)
        return " ".join((tr("Taken for {tables}, but these fields have no column: {fields}.", tables=tables, fields=fields), doubts)).strip(), "trouble"
    return " ".join((tr("Taken for {tables}.", tables=tables), doubts)).strip(), "trouble" if doubts else ""


def _done(shown: FileShown, tables: str) -> str:
    assert shown.report is not None
    counts = list(shown.report.tables.values())
    done = tr("{tables}: {added} added, {updated} updated, {unchanged} unchanged, {aside} kept aside.", tables=tables, added=sum(c.added for c in counts),
              updated=sum(c.updated for c in counts), unchanged=sum(c.unchanged for c in counts), aside=shown.report.kept_aside)
    if shown.report.forgotten:
        done += " " + tr("%n row(s) left out, of persons forgotten on request", "", shown.report.forgotten) + "."
    if shown.report.left_out:
        done += " " + tr("%n line(s) left out: totals, or rows of another kind", "", shown.report.left_out) + "."
    return done
