"""How the report is made: what it tells, of which period, in which language, how it looks; kept as templates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QColorDialog, QDialog, QFileDialog, QGridLayout, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from kpi_desktop import i18n
from kpi_desktop.app import report_templates
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, tr
from kpi_desktop.model.problem import UserError
from kpi_desktop.model.report_setup import FOLLOWING, PAPERS, PLAIN, SECTIONS, STANDARDS, Setup
from kpi_desktop.model.selection import Compare, Period
from kpi_desktop.theme_colours import PALETTES
from kpi_desktop.ui.help_window import help_key
from kpi_desktop.ui.widgets import Elided, Field, Wrong, button, choice, label, pick


class ReportDialog(QDialog):
    """`chosen` tells what to do ("export", "preview", "print") and with which setup; the dialog closes itself for it."""

    chosen = Signal(str, object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._logo = ""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Report"))
        self.setMinimumWidth(760)
        help_key(self, lambda: "overview")
        self._fields()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(self._template_row())
        middle = QHBoxLayout()
        middle.setSpacing(32)
        middle.addLayout(self._section_list())
        middle.addLayout(self._form(), 1)
        column.addLayout(middle)
        self._wrong = Wrong()
        column.addWidget(self._wrong)
        column.addLayout(self._buttons())
        for part in self.findChildren(QPushButton):
            part.setAutoDefault(False)  # Enter in a field is no click on the nearest button
        self._list_templates()
        self.show_setup(report_templates.last(session.settings))

    # -- parts ------------------------------------------------------------------------------------------------------------

    def _fields(self) -> None:
        now, ignored = self._session.selection, lambda _: None
        said = {Compare.PREVIOUS: tr("against the previous period"), Compare.YEAR: tr("against the same period last year"), Compare.NONE: tr("no comparison")}
        self.period = choice((("", tr("as in the window: {period}", period=now.period)), *((k, say(t)) for k, t in FOLLOWING.items())), ignored, tr("Period"))
        self.compare = choice((("", tr("as in the window: {comparison}", comparison=said[now.compare])), *said.items()), ignored, tr("Comparison"))
        self.language = choice((("", tr("as in the window: {language}", language=i18n.languages()[i18n.language()])), *i18n.languages().items()), ignored,
                               tr("Language"))
        self.paper = choice(((k, say(p[0])) for k, p in PAPERS.items()), ignored, tr("Paper"))
        self.turned = choice((("", tr("Portrait")), ("landscape", tr("Landscape"))), ignored, tr("Orientation"))
        self.standard = choice(((k, say(t)) for k, t in STANDARDS.items()), ignored, tr("Kind of file"))
        self.author, self.accent = Field(tr("Author"), 220), Field(tr("Accent colour"), 90)
        self.author.setPlaceholderText(tr("the workspace's name"))
        self.accent.setPlaceholderText(PALETTES["print"].accent)
        for field in (self.author, self.accent):
            field.left.connect(self.reject)
        self.logo = Elided("", tone="quiet")
        self._no_logo = button(tr("Remove"), lambda: self._show_logo(""), "link", tr("Remove the logo"))

    def _section_list(self) -> QLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(label(tr("Sections"), "heading"))
        self.sections = {key: QCheckBox(say(text)) for key, text in SECTIONS.items()}
        for box in self.sections.values():
            column.addWidget(box)
        column.addStretch(1)
        return column

    def _form(self) -> QLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        colour = _row(self.accent, button(tr("Choose a colour …"), self._choose_colour))
        logo = _row(self.logo, button(tr("Choose a picture …"), self._choose_logo), self._no_logo)
        rows = ((self.period.accessibleName(), _row(self.period)), (self.compare.accessibleName(), _row(self.compare)),
                (self.language.accessibleName(), _row(self.language)), (tr("Paper"), _row(self.paper, self.turned)),
                (self.standard.accessibleName(), _row(self.standard)), (self.author.accessibleName(), _row(self.author)),
                (self.accent.accessibleName(), colour), (tr("Logo"), logo))
        for at, (name, row) in enumerate(rows):
            grid.addWidget(label(name, "label", "quiet"), at, 0)
            grid.addLayout(row, at, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _template_row(self) -> QLayout:
        self.template = choice((), self._take, tr("Template"))
        self.name = Field(tr("Name of the template"), 200)
        self.name.setPlaceholderText(tr("Name of the template"))
        self.name.left.connect(self.reject)
        self.name.returnPressed.connect(self._keep)
        self.forget = button(tr("Delete template"), self._forget, "link")
        row = _row(label(tr("Template"), "label", "quiet"), self.template, self.forget)
        for part in (self.name, button(tr("Save template"), self._keep)):
            row.addWidget(part)
        return row

    def _buttons(self) -> QLayout:
        row = _row(button(tr("Print preview …"), lambda: self._done("preview")), button(tr("Print …"), lambda: self._done("print")))
        for part in (button(tr("Cancel"), self.reject), button(tr("Export PDF …"), lambda: self._done("export"), "main")):
            row.addWidget(part)
        return row

    # -- what is set ------------------------------------------------------------------------------------------------------

    def show_setup(self, setup: Setup) -> None:
        """Show a setup; a period or comparison that is no entry of its own becomes one."""
        for key, box in self.sections.items():
            box.setChecked(key in setup.sections)
        if setup.period and self.period.findData(setup.period) < 0:
            self.period.addItem(i18n.period(Period.parse(setup.period)), setup.period)
        for box, key in ((self.period, setup.period), (self.compare, setup.compare), (self.language, setup.language), (self.paper, setup.paper),
                         (self.turned, "landscape" if setup.landscape else ""), (self.standard, setup.standard)):
            pick(box, key)
        self.author.setText(setup.author)
        self.accent.setText(setup.accent)
        self._show_logo(setup.logo)
        pick(self.template, setup.name)
        self.forget.setVisible(bool(self.template.currentData()))

    def setup(self) -> Setup:
        """What is set. UserError where it cannot be."""
        return Setup(self.template.currentData() or "", tuple(k for k, box in self.sections.items() if box.isChecked()), self.period.currentData(),
                     str(self.compare.currentData()), self.language.currentData(), self._logo, self.accent.text().strip(), self.author.text().strip(),
                     self.paper.currentData(), bool(self.turned.currentData()), self.standard.currentData()).checked()

    def _show_logo(self, name: str) -> None:
        self._logo = name
        self.logo.setText(Path(name).name if name else tr("none"))
        self.logo.setToolTip(name)
        self._no_logo.setVisible(bool(name))

    def _choose_logo(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Choose a logo"), "", tr("Pictures (*.png *.svg)"))
        if not name:
            return
        from kpi_desktop.app.reporting import look_at_logo

        try:
            replace(PLAIN, logo=name).checked()
            look_at_logo(Path(name))
        except UserError as error:
            self._wrong.refuse(error)
        else:
            self._wrong.hide()
            self._show_logo(name)

    def _choose_colour(self) -> None:
        colour = QColorDialog.getColor(QColor(self.accent.text() or PALETTES["print"].accent), self, tr("Accent colour"))
        if colour.isValid():
            self.accent.setText(colour.name().upper())

    def _done(self, what: str) -> None:
        try:
            setup = self.setup()
        except UserError as error:
            self._wrong.refuse(error)
            return
        self.accept()
        self.chosen.emit(what, setup)

    # -- templates --------------------------------------------------------------------------------------------------------

    def _list_templates(self) -> None:
        self.template.clear()
        for key, text in _entries(report_templates.templates(self._session.settings)):
            self.template.addItem(text, key)

    def _take(self, name: str) -> None:
        self.show_setup(report_templates.template(self._session.settings, name) if name else PLAIN)

    def _keep(self) -> None:
        try:
            kept = report_templates.keep(self._session.settings, self.setup(), self.name.text() or self.template.currentData() or "")
        except UserError as error:
            self._wrong.refuse(error)
            return
        self._wrong.hide()
        self.name.clear()
        self._list_templates()
        self.show_setup(kept)

    def _forget(self) -> None:
        report_templates.drop(self._session.settings, self.template.currentData())
        now = replace(self.setup(), name="")
        self._list_templates()
        self.show_setup(now)


def _entries(templates: Iterable[Setup]) -> list[tuple[str, str]]:
    return [("", tr("none")), *((s.name, s.name) for s in templates)]


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row
