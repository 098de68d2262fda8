"""Which rows of the file a table takes: by the values that a column holds, ticked off a list, with the rows left out told at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kpi_desktop.app.mapping_draft import Draft
from kpi_desktop.app.mapping_trial import Trial
from kpi_desktop.app.row_filters import Filter, Values, left_out, offered
from kpi_desktop.i18n import number, tr
from kpi_desktop.ui.widgets import button, choice, label, pick

ALL, ONLY, SKIP = "", "only", "skip"
_SPELLED = 4


class RowFilters(QWidget):
    """Edits the filters of one table of a Draft; `changed` hears of it, `back` leads to the columns."""

    def __init__(self, draft: Draft, trial: Trial | None, changed: Callable[[], object], back: Callable[[], object]) -> None:
        super().__init__()
        self._draft, self._trial, self._changed, self._at = draft, trial, changed, 0
        self._found: dict[str, Values] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._title = label("", "heading")
        column.addWidget(self._title)
        self._all = label("", wrap=True)
        column.addWidget(self._all)
        row = QHBoxLayout()
        row.addWidget(label(tr("By the column")))
        self.column = choice((), lambda _: self._choose(), tr("Column that tells which rows are taken"))
        self.column.setMinimumWidth(220)
        row.addWidget(self.column)
        self.how = choice(((ALL, tr("take every row")), (ONLY, tr("take only rows with a ticked value")), (SKIP, tr("leave out rows with a ticked value"))),
                          lambda _: self._keep(), tr("Which rows are taken"))
        row.addWidget(self.how)
        row.addStretch(1)
        column.addLayout(row)
        self.values = QListWidget()
        self.values.setAccessibleName(tr("Values found in the column"))
        self.values.itemChanged.connect(lambda _: self._ticked())
        column.addWidget(self.values, 1)
        below = QHBoxLayout()
        self._said = label("", wrap=True)
        below.addWidget(self._said, 1)
        below.addWidget(button(tr("Back to the columns"), back, "link"))
        column.addLayout(below)

    def show_table(self, at: int) -> None:
        """Edit another table's filters, beginning with one that there is."""
        self._at = at
        there = {f.column for f in self._draft.filters(at)}
        self._title.setText(tr("Rows for {table}", table=self._draft.tables[at].label))
        self.column.clear()
        for name in (*(n for n in there if n not in self._draft.header), *self._draft.header):
            self.column.addItem(f"✓ {name}" if name in there else name, name)
        first = there or {c.name for c in self._draft.columns if c.kind in ("choice", "flag")}
        self.column.setCurrentIndex(next((i for i in range(self.column.count()) if self.column.itemData(i) in first), 0))
        self._tell_all()
        self._choose()

    def _choose(self) -> None:
        """Look at another column; its values are counted once."""
        name = self.column.currentData()
        chosen = self._draft.filter_of(self._at, name)
        pick(self.how, ALL if chosen is None else ONLY if chosen.keep else SKIP)
        if name in self._found or name not in self._draft.header or self._trial is None:
            self._show(self._found.get(name, Values(name, (), 0)))
        else:
            self.values.clear()
            self._said.setText(tr("Reading …"))
            self._trial.values(name, self._came)

    def _came(self, found: Values) -> None:
        self._found[found.column] = found
        if found.column == self.column.currentData():
            self._show(found)

    def _show(self, found: Values) -> None:
        chosen = self._draft.filter_of(self._at, found.column)
        ticked = {w.strip().casefold() for w in chosen.words} if chosen is not None else set()
        self.values.blockSignals(True)
        self.values.clear()
        for text, rows in offered(found, chosen).items():
            item = QListWidgetItem(f"{text or tr('(blank)')} × {number(rows)}")
            item.setData(Qt.ItemDataRole.UserRole, text)
            item.setCheckState(Qt.CheckState.Checked if text.strip().casefold() in ticked else Qt.CheckState.Unchecked)
            self.values.addItem(item)
        self.values.blockSignals(False)
        if self.values.count():
            self.values.setCurrentRow(0)
        self._tell(found)

    def _chosen(self) -> Filter | None:
        how, items = self.how.currentData(), (self.values.item(i) for i in range(self.values.count()))
        words = tuple(i.data(Qt.ItemDataRole.UserRole) for i in items if i.checkState() == Qt.CheckState.Checked)
        return Filter(self.column.currentData(), how == ONLY, words) if how != ALL else None

    def _ticked(self) -> None:
        """A tick alone means that such rows are left out; unticking the last one takes every row."""
        if self.how.currentData() == ALL:
            pick(self.how, SKIP)
        self._keep()

    def _keep(self) -> None:
        name = self.column.currentData()
        self._draft.set_filter(self._at, name, self._chosen())
        filtered = self._draft.filter_of(self._at, name) is not None
        self.column.setItemText(self.column.currentIndex(), f"✓ {name}" if filtered else name)
        self._tell(self._found.get(name, Values(name, (), 0)))
        self._tell_all()
        self._changed()

    def _tell(self, found: Values) -> None:
        chosen = self._chosen()
        if chosen is not None and not chosen.words:
            self._said.setText(tr("Tick the values that matter."))
            return
        out = left_out(found, chosen)
        told = tr("Of the first {read} rows {out} are left out.", read=number(found.rows), out=number(out)) if found.more else \
            tr("Of {read} rows {out} are left out.", read=number(found.rows), out=number(out))
        self._said.setText(told)

    def _tell_all(self) -> None:
        self._all.setText(filters_said(self._draft, self._at))


def filters_said(draft: Draft, at: int) -> str:
    """All filters of a table in one sentence."""
    told = []
    for found in draft.filters(at):
        words = ", ".join(f"“{w}”" for w in found.words[:_SPELLED]) + (" …" if len(found.words) > _SPELLED else "")
        told.append(tr("only {column} = {words}", column=found.column, words=words) if found.keep else
                    tr("without {column} = {words}", column=found.column, words=words))
    return tr("Rows: {filters}", filters="; ".join(told)) if told else tr("Rows: all of the file")


def short(text: str, most: int = 120) -> str:
    """A sentence cut to what a line holds."""
    return text if len(text) <= most else text[: most - 1] + "…"
