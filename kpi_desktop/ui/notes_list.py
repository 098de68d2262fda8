"""What happened, below the chart that flags it: one line per note, and a small form for another."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop import i18n
from kpi_desktop.app.screens import DetailShown
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, tr
from kpi_desktop.model.decisions import Note
from kpi_desktop.ui.widgets import Field, button, clear, label

EVERYWHERE, HERE, MEMBER = "", "here", "member"


class NotesList(QWidget):
    """Draws the notes of a detail; tells the session what the person adds, changes and removes."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: DetailShown | None = None
        self._old: Note | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._add = button(tr("Add a note …"), lambda: self.edit(None), "quiet")
        self._day = QDateEdit()
        self._day.setCalendarPopup(True)
        self._day.setAccessibleName(tr("Day"))
        self._day.setDisplayFormat(i18n.day_format())
        self._text = Field(tr("What happened"), 320)
        self._text.setPlaceholderText(tr("New site went live"))
        self._text.returnPressed.connect(self._keep)
        self._text.left.connect(self._leave)
        self._where = QComboBox()
        self._where.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._where.setAccessibleName(tr("Where the note shows"))
        form = QHBoxLayout()
        self._form = QWidget()
        self._form.setLayout(form)
        form.setContentsMargins(0, 4, 0, 0)
        form.setSpacing(8)
        for part in (self._day, self._text, self._where, button(tr("Keep the note"), self._keep), button(tr("Leave"), self._leave, "link")):
            form.addWidget(part)
        form.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._rows)
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addWidget(self._form)
        self._form.hide()

    def show_detail(self, shown: DetailShown) -> None:
        """Show the notes of another detail; a form that is being filled in stays while the KPI is the same."""
        if self._shown is not None and self._shown.state.kpi.id != shown.state.kpi.id:
            self._leave()
        self._shown = shown
        clear(self._rows)
        for mark in shown.marks:
            self._rows.addWidget(self._row(mark.number, mark.note))

    def _row(self, number: int, note: Note) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(str(number), tone="strong"))
        row.addWidget(label(i18n.day(note.day), "label"))
        row.addWidget(label(note.text if not note.member else f"{note.text} ({note.member})"))
        change, remove = button(tr("Change …"), lambda: self.edit(note), "link"), button(tr("Remove"), lambda: self._session.decided.remove_note(note), "link")
        for part, said in ((change, tr("Change the note “{text}”", text=note.text)), (remove, tr("Remove the note “{text}”", text=note.text))):
            part.setAccessibleName(said)
            row.addWidget(part)
        row.addStretch(1)
        return made

    def edit(self, note: Note | None) -> None:
        """Open the form for a note, or (None) for another one."""
        shown = self._shown
        if shown is None:
            return
        self._old = note
        span, period = self._session.span, shown.selection.period
        day = note.day if note is not None else min(period.last, span[1]) if span is not None and span[1] >= period.first else period.first
        self._day.setDate(QDate(day.year, day.month, day.day))
        self._text.setText("" if note is None else note.text)
        self._where.clear()
        self._where.addItem(tr("on every chart"), EVERYWHERE)
        self._where.addItem(tr("on the charts of “{kpi}”", kpi=say(shown.state.kpi.label)), HERE)
        if len(shown.selection.filters) == 1:
            self._where.addItem(tr("on charts of {member} only", member=shown.selection.filters[0].member), MEMBER)
        if note is not None:
            self._where.setCurrentIndex(max(0, self._where.findData(MEMBER if note.member else HERE if note.kpi else EVERYWHERE)))
        self._add.hide()
        self._form.show()
        self._text.setFocus()

    def _leave(self) -> None:
        self._form.hide()
        self._add.show()

    def _keep(self) -> None:
        shown, day, text = self._shown, self._day.date(), self._text.text().strip()
        if shown is None or not text:
            self._text.setFocus()
            return
        where = self._where.currentData()
        only = shown.selection.filters[0] if where == MEMBER else None
        note = Note(date(day.year(), day.month(), day.day()), text, shown.state.kpi.id if where == HERE else "", only.dimension if only else "",
                    only.member if only else "")
        if self._old is None:
            self._session.decided.add_note(note)
        else:
            self._session.decided.edit_note(self._old, note)
        self._leave()
