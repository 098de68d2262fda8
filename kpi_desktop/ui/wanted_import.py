"""The import of one table that a KPI lacks: which exports hold it, which fields it needs, and the way to the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop.app import sources
from kpi_desktop.app.session import Session
from kpi_desktop.app.sources import Holding
from kpi_desktop.i18n import say, tr
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import BY_NAME, Field
from kpi_desktop.ui.widgets import button, label, panel


class WantedImport(QWidget):
    """Stands above the files until its table came in or the person closes it; `choose` hears the table for which files are wanted."""

    def __init__(self, session: Session, choose: Callable[[str], object]) -> None:
        super().__init__()
        self._session, self._choose = session, choose
        self.table = ""
        self._title, self._exports = label("", "heading"), label("", wrap=True)
        self._needed, self._others = label("", wrap=True), label("", "note", wrap=True)
        row = QHBoxLayout()
        self.button = button(tr("Choose files …"), lambda: self._choose(self.table), "main")
        row.addWidget(self.button)
        row.addWidget(button(tr("Close"), self.close_it, "link"))
        row.addStretch(1)
        holder = panel(self._title, self._exports, self._needed, self._others)
        holder.layout().addLayout(row)  # type: ignore[union-attr]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(holder)
        self.hide()

    def start(self, table: str) -> None:
        """Tell what the table is made from, and go to the choice of files."""
        self.table = table
        self._session.aside(Text("Looking up the exports"), lambda ws, _: sources.holding(table), self._show, can_cancel=False)

    def close_it(self) -> None:
        """No table is wanted any more."""
        self.table = ""
        self.hide()

    def came(self, tables: Iterable[str]) -> None:
        """These tables were imported."""
        if self.table in tables:
            self.close_it()

    def _show(self, held: Holding) -> None:
        if held.table != self.table:
            return
        self._title.setText(tr("Import {table}", table=BY_NAME[held.table].label))
        self._exports.setText(tr("Exports that hold it: {exports}. A table of your own does as well.", exports=", ".join(held.exports)) if held.exports else
                              tr("No tool's export is known for it; a table of your own does."))
        self._needed.setText(tr("It must tell: {fields}.", fields=", ".join(tr(" or ").join(map(_said, group)) for group in held.needed)))
        self._others.setText(tr("Of use as well: {fields}.", fields=", ".join(map(_said, held.others))) if held.others else "")
        self._others.setVisible(bool(held.others))
        self.show()
        self.button.setFocus()
        self._choose(held.table)


def _said(field: Field) -> str:
    return say(field.label)
