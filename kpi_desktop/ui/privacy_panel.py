"""Privacy: hashes in place of persons, from now on or everywhere, and one person forgotten."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QSizePolicy

from kpi_desktop.app import privacy
from kpi_desktop.app.privacy import PrivacyShown, Traced
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, say_all, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.problem import Text
from kpi_desktop.ui.frame_model import Column, FrameModel
from kpi_desktop.ui.messages import sure
from kpi_desktop.ui.widgets import Page, button, label, panel, table


class PrivacyPanel(Page):
    """Draws a PrivacyShown and a Traced; tells the session what the person decides."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._person = ""
        self._hashing()
        self._forgetting()
        self.column.addStretch(1)

    def _hashing(self) -> None:
        self._contacts = QCheckBox(tr("Replace e-mails and names of contacts by hashes when files come in"))
        self._sales = QCheckBox(tr("Also names of salespeople"))
        for box in (self._contacts, self._sales):
            box.clicked.connect(self._choose)
            box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._state = label("", "note", wrap=True)
        self._replace = button(tr("Replace them in the rows that are here, too …"), self._replace_all)
        self._replaced = label("", wrap=True)
        self._replaced.hide()
        row = QHBoxLayout()
        row.addWidget(self._replace)
        row.addStretch(1)
        explained = label(tr("Equal persons get equal hashes, so figures, links and repeated imports stay as they are. The key never leaves this workspace; "
                             "whoever has the workspace can try whether a name they know is in it. Names of companies and teams stay; comments lose "
                             "e-mail addresses and phone numbers."), "note", wrap=True)
        holder = panel(label(tr("Hashes in place of persons"), "heading"), self._contacts, self._sales, explained, self._state, self._replaced)
        holder.layout().addLayout(row)  # type: ignore[union-attr]
        self.column.addWidget(holder)

    def _forgetting(self) -> None:
        self._name = QLineEdit()
        self._name.setPlaceholderText(tr("Name or e-mail"))
        self._name.setAccessibleName(tr("Name or e-mail of the person to forget"))
        self._name.setMaximumWidth(360)
        self._name.returnPressed.connect(self._look)
        self._name.textEdited.connect(lambda _: self._clear())
        self._seek = button(tr("Show what would go"), self._look)
        row = QHBoxLayout()
        row.addWidget(self._name, 1)
        row.addWidget(self._seek)
        row.addStretch(1)
        explained = label(tr("The person's attendance, survey answers and quotas go, with rows kept aside, merges and rules that name them. Leads, deals and "
                             "invoices stay without the person, so that their figures hold. Files that come in later do not bring the person back. Older "
                             "copies that the program left beside the workspace are treated alike; copies that you made yourself are not."), "note", wrap=True)
        self._said = label("", wrap=True)
        self._model = FrameModel(self)
        self._view = table(self._model, tr("What goes"))
        self._forget = button(tr("Forget this person …"), self._forget_person, "main")
        below = QHBoxLayout()
        below.addWidget(self._forget)
        below.addStretch(1)
        holder = panel(label(tr("Forget a person"), "heading"), explained)
        layout = holder.layout()
        layout.addLayout(row)  # type: ignore[union-attr]
        for part in (self._said, self._view):
            layout.addWidget(part)  # type: ignore[union-attr]
        layout.addLayout(below)  # type: ignore[union-attr]
        self.column.addWidget(holder)
        self._clear()

    def watch(self) -> None:
        """Ask for what this panel shows."""
        self._session.watch("privacy")

    def show_screen(self, shown: object) -> None:
        """Draw what the session made."""
        if isinstance(shown, PrivacyShown):
            self._contacts.setChecked(shown.contacts)
            self._sales.setChecked(shown.salespeople)
            self._sales.setEnabled(shown.contacts)
            self._state.setText(say_all(*privacy.sentences(shown)))
            self._replace.setVisible(shown.plain)
        elif isinstance(shown, Traced):
            self._draw(shown)

    def _draw(self, traced: Traced) -> None:
        if not traced.person:
            self._replaced.setText(say(privacy.outcome(traced)))
            self._replaced.show()
            return
        self._person = "" if traced.done else traced.person
        self._said.setText(say(privacy.outcome(traced)))
        self._said.show()
        self._model.show_rows((Column(tr("Where")), Column(tr("Count"), Unit.COUNT)), list(traced.lines))
        self._view.fit(len(traced.lines))
        self._view.setVisible(bool(traced.lines))
        self._forget.setVisible(bool(self._person))
        if traced.done:
            self._name.clear()

    def _clear(self) -> None:
        self._person = ""
        for part in (self._said, self._view, self._forget):
            part.hide()

    def _choose(self) -> None:
        contacts, sales = self._contacts.isChecked(), self._sales.isChecked()
        self._session.change(Text("Keeping the privacy setting"), lambda ws: privacy.choose(ws, contacts, sales))

    def _replace_all(self) -> None:
        if sure(tr("Replace the persons in all rows of this workspace, and in the older copies beside it? This cannot be undone."), self):
            self._session.decided.forget_steps()
            self._session.change(Text("Replacing persons"), privacy.replace_all)

    def _look(self) -> None:
        person = self._name.text()
        if person.strip():
            self._session.aside(Text("Looking for a person"), lambda ws, progress: privacy.trace(ws, person, progress), self.show_screen)

    def _forget_person(self) -> None:
        person = self._person
        if person and sure(tr("Forget “{person}”, here and in the older copies beside the workspace? This cannot be undone.", person=person), self):
            self._session.decided.forget_steps()
            self._session.change(Text("Forgetting a person"), lambda ws: privacy.forget(ws, person))
