"""How a file is understood: its table, and for every source column the field it feeds; correctable by hand."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from kpi_desktop.app.screens import FileShown
from kpi_desktop.i18n import say, tr
from kpi_desktop.model.decisions import Mapping, Rule
from kpi_desktop.model.schema import BY_NAME, Table
from kpi_desktop.ui.widgets import choice, label, pick


class MappingDialog(QDialog):
    """One line per source column with sample values; `mapping()` gives what the person chose."""

    def __init__(self, shown: FileShown, parent: QWidget) -> None:
        super().__init__(parent)
        assert shown.mapping is not None
        self._shown, self._mapping = shown, shown.mapping
        part = shown.mapping.tables[0]
        self._table = BY_NAME[part.table]
        self.setWindowTitle(tr("Columns of {file}", file=shown.path.name))
        self.resize(860, 600)
        column = QVBoxLayout(self)
        column.addWidget(label(tr("Each column of the file feeds a field of {table}, or none.", table=self._table.label), tone="quiet"))
        inner = QWidget()
        grid = QGridLayout(inner)
        self._boxes = {}
        fed = {c: f for f, rule in part.fields.items() for c in rule.columns}
        for at, text in enumerate((tr("Column"), tr("Values"), tr("Field"))):
            grid.addWidget(label(text, "label"), 0, at)
        for row, header in enumerate(shown.header, 1):
            values = " · ".join(cells[row - 1] for _, cells in shown.sample[:5] if row - 1 < len(cells) and cells[row - 1])
            grid.addWidget(label(header, tone="strong"), row, 0)
            grid.addWidget(label(values[:70], "note"), row, 1)
            box = choice(_fields(self._table), lambda _: None, tr("Field for {column}", column=header))
            pick(box, fed.get(header, ""))
            self._boxes[header] = box
            grid.addWidget(box, row, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(shown.header) + 1, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        column.addWidget(area, 1)
        self._dates = choice((("", tr("dates as they show")), ("dmy", tr("day first: 31.12.2024")), ("mdy", tr("month first: 12/31/2024"))), lambda _: None,
                             tr("Order of day and month"))
        pick(self._dates, shown.mapping.dates)
        self._decimal = choice((("", tr("decimals as they show")), ("comma", tr("decimal comma: 1,50")), ("point", tr("decimal point: 1.50"))), lambda _: None,
                               tr("Decimal sign"))
        pick(self._decimal, shown.mapping.decimal)
        column.addWidget(self._dates)
        column.addWidget(self._decimal)
        buttons = QDialogButtonBox()
        buttons.addButton(tr("Use these columns"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def mapping(self) -> Mapping:
        """The mapping as chosen; several columns for one field are joined with a space."""
        part = self._mapping.tables[0]
        fields = {f: rule for f, rule in part.fields.items() if not rule.columns}
        for header, box in self._boxes.items():
            if name := box.currentData():
                before = fields[name].columns if name in fields else ()
                fields[name] = Rule((*before, header))
        changed = replace(part, fields=fields)
        return replace(self._mapping, tables=(changed, *self._mapping.tables[1:]), dates=self._dates.currentData(), decimal=self._decimal.currentData())


def _fields(table: Table) -> list[tuple[str, str]]:
    """Fields to choose from, the needed ones first."""
    ordered = sorted(table.fields, key=lambda f: not f.required)
    return [("", tr("none")), *((f.name, f"{say(f.label)} *" if f.required else say(f.label)) for f in ordered)]
