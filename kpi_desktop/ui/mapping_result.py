"""What a mapping makes of the file: its first rows, and how many of all its rows would be added, changed, unchanged and kept aside."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kpi_desktop.app.mapping_trial import Tried
from kpi_desktop.app.screens import Preview
from kpi_desktop.i18n import number, say, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.schema import BY_NAME, Kind
from kpi_desktop.ui.frame_model import Column, FrameModel
from kpi_desktop.ui.widgets import button, label, table

_SHOWN = 4
_MOST_PROBLEMS = 500


class Result(QWidget):
    """Draws a Tried for one of its tables; what is no longer true stays, greyed, until the new one comes."""

    def __init__(self, stop: Callable[[], object], again: Callable[[], object]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(0)
        self._first = self._switch(tr("First rows"), False)
        self._aside = self._switch(tr("Kept aside"), True)
        head.addWidget(self._first)
        head.addWidget(self._aside)
        head.addSpacing(12)
        self.said = label("", wrap=True)
        head.addWidget(self.said, 1)
        self._stop = button(tr("Stop counting"), stop, "link")
        self._again = button(tr("Count again"), again, "link")
        head.addWidget(self._stop)
        head.addWidget(self._again)
        column.addLayout(head)
        self._model = FrameModel(self)
        self.view = table(self._model, tr("The first rows as they would come in"))
        self.view.fit(_SHOWN, _SHOWN)
        column.addWidget(self.view)
        self._tried: Tried | None = None
        self._at, self._show_aside = 0, False
        self.stale = True
        self._draw()

    def _switch(self, text: str, aside: bool) -> QPushButton:
        made = button(text, lambda: self._turn(aside), "switch")
        made.setCheckable(True)
        return made

    def _turn(self, aside: bool) -> None:
        self._show_aside = aside
        self._draw()

    def grow_stale(self) -> None:
        """Say that what is shown is of an earlier mapping."""
        self.stale = True
        self._say()

    def show_tried(self, tried: Tried, at: int) -> None:
        """Show what came; counts come later than first rows."""
        self._tried, self.stale = tried, tried.state == "looked"
        self.show_table(at)

    def show_table(self, at: int) -> None:
        """Show the first rows of another table."""
        self._at = at
        self._draw()

    def _draw(self) -> None:
        problems = self._problems()
        self._show_aside = self._show_aside and bool(problems)
        self._first.setChecked(not self._show_aside)
        self._aside.setChecked(self._show_aside)
        report = self._tried.report if self._tried is not None else None
        aside = report.kept_aside if report is not None else len(problems)
        self._aside.setText(tr("Kept aside: {count}", count=aside))
        self._aside.setEnabled(bool(problems))
        if self._show_aside:
            self._draw_problems()
        elif self._tried is not None and self._at < len(self._tried.previews):
            preview = self._tried.previews[self._at]
            self._model.show_rows(preview_columns(preview), preview.rows)
        else:
            self._model.show_rows((), ())
        self._say()

    def _problems(self) -> list:
        if self._tried is None:
            return []
        return list(self._tried.report.problems if self._tried.report is not None else self._tried.problems)[:_MOST_PROBLEMS]

    def _draw_problems(self) -> None:
        assert self._tried is not None
        names = {f.name: f.label for part in reversed(self._tried.mapping.tables) for f in BY_NAME[part.table].fields}
        self._model.show_rows((Column(tr("Line"), Unit.COUNT), Column(tr("Field")), Column(tr("Value")), Column(tr("Why it is kept aside"))),
                              [(p.line, names.get(p.field, p.field), p.value, p.reason) for p in self._problems()])

    def _say(self) -> None:
        tried = self._tried
        counting = self.stale and (tried is None or tried.state != "stopped")
        text, tone = ("", "quiet") if tried is None else outcome(tried)
        if self.stale:
            tone = "quiet"
            text = tr("{text} (counting again …)", text=text) if text else tr("Counting the whole file …")
        self.said.setText(text)
        self.said.setProperty("tone", tone)
        self.said.style().polish(self.said)
        self.view.setEnabled(not self.stale or (tried is not None and tried.state == "looked"))
        self._stop.setVisible(counting)
        self._again.setVisible(not self.stale and tried is not None and tried.state == "stopped")


def preview_columns(preview: Preview) -> list[Column]:
    """The columns of first rows as they would come in; those whose persons are replaced say so."""
    return [Column(tr("{field}, hashed", field=say(f.label)) if f.name in preview.hidden else say(f.label), Unit.COUNT if f.kind is Kind.NUMBER else None)
            for f in preview.fields]


def outcome(tried: Tried) -> tuple[str, str]:
    """What a mapping would do, in one sentence, and its tone."""
    if tried.unfit is not None:
        return say(tried.unfit), "worse"
    if tried.missing:
        fields = ", ".join(f"{say(BY_NAME[t].label)}: {say(BY_NAME[t].by_name[f].label)}" for t, f in tried.missing)
        return tr("Still without a column: {fields}", fields=fields), "worse"
    if not tried.mapping.tables:
        return tr("Add a table that the file feeds."), "worse"
    if tried.doubts:
        return tr("Answer the question, then the whole file is counted."), "worse"
    if tried.state == "stopped":
        return tr("Not counted."), "quiet"
    if tried.report is None:
        return "", "quiet"
    said = "; ".join(_counts(tried, name) for name in tried.report.tables)
    told = tr("Of {read} rows in the file: {counts}; {aside} kept aside.", read=tried.report.read, counts=said, aside=tried.report.kept_aside)
    if tried.report.left_out:
        told += " " + tr("%n line(s) left out: totals, or rows of another kind", "", tried.report.left_out) + "."
    return told, ""


def _counts(tried: Tried, name: str) -> str:
    assert tried.report is not None
    counts, labels = tried.report.tables[name], BY_NAME[name].by_name
    said = tr("{table} {added} added, {updated} changed, {unchanged} unchanged", table=say(BY_NAME[name].label), added=counts.added, updated=counts.updated,
              unchanged=counts.unchanged)
    fields = sorted(tried.report.fields.get(name, {}).items(), key=lambda f: -f[1])
    told = ", ".join(f"{say(labels[f].label)} {number(n)}" for f, n in fields[:6])
    return f"{said} ({told}{' …' if len(fields) > 6 else ''})" if told else said
