"""Data health: a timeline per table, what to look at with its rows, blank fields, and what each KPI still needs."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QToolTip, QWidget

from kpi_desktop import i18n
from kpi_desktop.app.session import Session
from kpi_desktop.i18n import say, say_all, tr
from kpi_desktop.metrics.findings import KINDS, Coverage, Health, KpiNeeds
from kpi_desktop.metrics.result import Unit
from kpi_desktop.metrics.rows import Rows
from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import BY_NAME
from kpi_desktop.model.selection import Grain, Period
from kpi_desktop.ui import theme
from kpi_desktop.ui.frame_model import Column, FrameModel
from kpi_desktop.ui.widgets import Page, button, clear, headed, label, panel, table

_NAMES, _COUNTS, _ROW, _CELL, _HEAD = 132, 84, 26, 16, 20
_MOST = 240
"""Months that are drawn at most: the latest around which the rows lie."""


class HealthPanel(Page):
    """Draws a Health; `wants_import` names the table whose import would mend a KPI."""

    wants_import = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: Health | None = None
        self._time = Timeline()
        self._cut = label(tr("Rows lie further apart than can be drawn: only the 20 years around most of them are shown. Look for wild dates."), "note",
                          wrap=True)
        self._time_panel = panel(label(tr("How far the data reach"), "heading"), self._time, _legend(), self._cut)
        self.column.addWidget(self._time_panel)
        self._kpis = QGridLayout()
        self._kpis.setHorizontalSpacing(12)
        self._kpis.setVerticalSpacing(4)
        self._kpis.setColumnStretch(1, 1)
        kpis = panel(label(tr("What each KPI needs"), "heading"))
        kpis.layout().addLayout(self._kpis)  # type: ignore[union-attr]
        self.column.addWidget(kpis)
        self._found_model, self._blank_model = FrameModel(self), FrameModel(self)
        self._found, self._blanks = table(self._found_model, tr("What to look at")), table(self._blank_model, tr("Blank fields"))
        self._none = label("", tone="quiet", wrap=True)
        self._show_found = button(tr("Show the rows"), self._rows_found)
        self._found.selectionModel().currentRowChanged.connect(lambda now, _: self._can_show())
        self.column.addWidget(panel(headed(tr("What to look at"), self._show_found), self._none, self._found))
        self._blank_panel = panel(headed(tr("Blank fields"), button(tr("Show the rows that are blank"), self._rows_blank)), label(tr(
            "A blank can be right: a lead that is no SQL yet has no SQL date. Fields that no row fills are named with the KPI that needs them."), "note",
            wrap=True), self._blanks)
        self.column.addWidget(self._blank_panel)
        self.column.addStretch(1)
        for part in (self._time_panel, self._found, self._show_found, self._blank_panel):
            part.hide()
        self._none.setText(tr("Computing …"))

    def watch(self) -> None:
        """Ask for what this panel shows."""
        self._session.watch("health")

    def show_screen(self, shown: object) -> None:
        """Draw what the session made."""
        if not isinstance(shown, Health):
            return
        self._shown = shown
        there = tuple(c for c in shown.tables if c.rows)
        self._time.show_tables(there)
        self._cut.setVisible(self._time.cut)
        self._time_panel.setVisible(bool(there))
        self._draw_kpis(shown.kpis)
        self._draw_findings(shown)
        rows = [(BY_NAME[b.table].label, BY_NAME[b.table].by_name[b.field].label, b.share, len(b.rows.ids)) for b in shown.blanks]
        self._blank_model.show_rows((Column(tr("Table")), Column(tr("Field")), Column(tr("Blank"), Unit.RATE), Column(tr("Rows"), Unit.COUNT)), rows)
        self._blanks.fit(len(rows), 10)
        self._blank_panel.setVisible(bool(rows))

    def _draw_kpis(self, kpis: tuple[KpiNeeds, ...]) -> None:
        clear(self._kpis)
        lacking = [k for k in kpis if k.missing]
        for at, needs in enumerate(lacking):
            made = button(tr("Import {table} …", table=BY_NAME[needs.table].label), lambda t=needs.table: self.wants_import.emit(t), "link")
            self._kpis.addWidget(label(say(needs.kpi.label), tone="strong"), at, 0)
            self._kpis.addWidget(label(say_all(*needs.missing), wrap=True), at, 1)
            self._kpis.addWidget(made, at, 2, Qt.AlignmentFlag.AlignRight)
        if fine := ", ".join(say(k.kpi.label) for k in kpis if not k.missing):
            self._kpis.addWidget(label(tr("✓ Can be computed: {kpis}", kpis=fine), tone="quiet", wrap=True), len(lacking), 0, 1, 3)

    def _draw_findings(self, shown: Health) -> None:
        rows = [(KINDS[f.kind], f.what, f.count) for f in shown.findings]
        self._found_model.show_rows((Column(tr("Kind")), Column(tr("What")), Column(tr("Rows or months"), Unit.COUNT)), rows)
        self._found.fit(len(rows), 10)
        empty = not any(c.rows for c in shown.tables)
        self._none.setText(tr("Nothing imported yet") if empty else tr("Nothing is wrong with what was looked at: order of dates, rows that belong to "
                                                                      "others, months without rows, sudden changes."))
        self._none.setVisible(not rows)
        for part in (self._found, self._show_found):
            part.setVisible(bool(rows))
        if rows:
            self._found.selectRow(0)
        self._can_show()

    def _can_show(self) -> None:
        at = self._found.chosen()
        self._show_found.setEnabled(self._shown is not None and 0 <= at < len(self._shown.findings) and self._shown.findings[at].rows is not None)

    def _rows_found(self) -> None:
        at = self._found.chosen()
        if self._shown is not None and at >= 0 and (rows := self._shown.findings[at].rows) is not None:
            self._ask(self._shown.findings[at].what, rows)

    def _rows_blank(self) -> None:
        at = max(0, self._blanks.chosen())
        if self._shown is not None and at < len(self._shown.blanks):
            found = self._shown.blanks[at]
            self._ask(Text("{table}: “{field}” is blank", table=BY_NAME[found.table].label, field=BY_NAME[found.table].by_name[found.field].label), found.rows)

    def _ask(self, title: Text, rows: Rows) -> None:
        self._session.rows(title, (rows,))


class Timeline(QWidget):
    """A line of months per table: the darker, the more rows; a month without rows is hatched, one that jumps carries a mark."""

    def __init__(self) -> None:
        super().__init__()
        self._tables: tuple[Coverage, ...] = ()
        self._first, self._count, self.cut = 0, 0, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("How far the data reach"))

    def show_tables(self, tables: tuple[Coverage, ...]) -> None:
        """Show other tables."""
        self._tables = tables
        self._first, self._count, self.cut = _window(tables)
        self.setAccessibleDescription("\n".join(_in_words(c) for c in tables))
        self.setFixedHeight(_HEAD + _ROW * len(tables) + 4)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, _HEAD + _ROW * len(self._tables) + 4)

    def cell(self, row: int, month: date) -> QRectF:
        """Where a month of a table stands."""
        step = (self.width() - _NAMES - _COUNTS) / max(1, self._count)
        gap = 1 if step > 4 else 0
        return QRectF(_NAMES + (_number(month) - self._first) * step, _HEAD + row * _ROW + (_ROW - _CELL) / 2, max(1.0, step - gap), _CELL)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_years(p)
        for row, found in enumerate(self._tables):
            self._paint_table(p, row, found)

    def _paint_years(self, p: QPainter) -> None:
        colours = theme.colours()
        p.setFont(theme.font(theme.NOTE))
        free = 0.0
        for number in range(self._first, self._first + self._count):
            if number % 12 and number != self._first:
                continue
            x = self.cell(0, _month(number)).left()
            if number % 12 == 0:
                p.setPen(QPen(QColor(colours.line), 1))
                p.drawLine(int(x), 0, int(x), self.height())
            if x >= free and (number % 12 == 0 or 12 - number % 12 > 2 * self._count / 12):
                p.setPen(QColor(colours.quiet))
                text = str(number // 12)
                p.drawText(QRectF(x + 3, 0, 60, _HEAD - 4), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
                free = x + p.fontMetrics().horizontalAdvance(text) + 10

    def _paint_table(self, p: QPainter, row: int, found: Coverage) -> None:
        colours, top = theme.colours(), _HEAD + row * _ROW
        middle = Qt.AlignmentFlag.AlignVCenter
        p.setFont(theme.font(theme.LABEL))
        p.setPen(QColor(colours.text))
        name = p.fontMetrics().elidedText(say(BY_NAME[found.table].label), Qt.TextElideMode.ElideRight, _NAMES - 8)
        p.drawText(QRectF(0, top, _NAMES - 8, _ROW), Qt.AlignmentFlag.AlignLeft | middle, name)
        p.drawText(QRectF(self.width() - _COUNTS, top, _COUNTS, _ROW), Qt.AlignmentFlag.AlignRight | middle, i18n.number(found.rows))
        if not found.counts:
            p.setPen(QColor(colours.quiet))
            p.drawText(QRectF(_NAMES, top, 400, _ROW), Qt.AlignmentFlag.AlignLeft | middle, tr("no dates"))
            return
        most, jumps = max(found.counts), {j.month for j in found.jumps}
        for month, count in zip(found.months, found.counts):
            if self._first <= _number(month) < self._first + self._count:
                self._paint_month(p, self.cell(row, month), count / most, month in jumps)

    @staticmethod
    def _paint_month(p: QPainter, place: QRectF, share: float, jumps: bool) -> None:
        colours = theme.colours()
        if share:
            fill = QColor(colours.accent)
            fill.setAlphaF(0.25 + 0.75 * share ** 0.5)
            p.fillRect(place, fill)
        else:
            paint_gap(p, place)
        if jumps:
            paint_jump(p, place)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.told_at(event.pos().x(), event.pos().y()), self)
            return True
        return super().event(event)

    def told_at(self, x: float, y: float) -> str:
        """What the month at a place holds, in words."""
        row = int((y - _HEAD) // _ROW)
        if not 0 <= row < len(self._tables):
            return ""
        found = self._tables[row]
        for month, count in zip(found.months, found.counts):
            if self._first <= _number(month) < self._first + self._count and self.cell(row, month).adjusted(-1, -4, 1, 4).contains(x, y):
                usual = next((j.usual for j in found.jumps if j.month == month), None)
                said = tr("{table}, {month}: %n row(s)", "", count, table=BY_NAME[found.table].label, month=Period.of(Grain.MONTH, month))
                return said if usual is None else " · ".join((said, tr("around {usual} in the months before and after", usual=round(usual))))
        return ""


def paint_gap(p: QPainter, place: QRectF) -> None:
    """A month without rows: hatched and framed."""
    colour = QColor(theme.colours().worse)
    p.fillRect(place, QBrush(colour, Qt.BrushStyle.BDiagPattern))
    if place.width() > 3:
        p.setPen(QPen(colour, 1))
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))


def paint_jump(p: QPainter, place: QRectF) -> None:
    """A month that jumps: a triangle above it."""
    colours, x, y = theme.colours(), place.center().x(), place.top() - 4
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(QColor(colours.worse))
    p.drawPolygon(QPolygonF([QPointF(x - 4, y), QPointF(x + 4, y), QPointF(x, y + 6)]))


class _Sample(QWidget):
    """One sign of the timeline, for the legend."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.setFixedSize(14, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        p, place = QPainter(self), QRectF(1, 5, 12, 14)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._kind == "gap":
            paint_gap(p, place)
            return
        fill = QColor(theme.colours().accent)
        fill.setAlphaF(0.35 if self._kind == "few" else 1.0)
        p.fillRect(place, fill)
        if self._kind == "jump":
            paint_jump(p, place)


def _legend() -> QFrame:
    made = QFrame()
    row = QHBoxLayout(made)
    row.setContentsMargins(_NAMES, 0, 0, 0)
    row.setSpacing(6)
    for kind, text in (("few", tr("few rows")), ("many", tr("many rows")), ("gap", tr("no rows")), ("jump", tr("a sudden change"))):
        row.addWidget(_Sample(kind))
        row.addWidget(label(text, "note"))
        row.addSpacing(10)
    row.addStretch(1)
    return made


def _number(month: date) -> int:
    return month.year * 12 + month.month - 1


def _month(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)


def _window(tables: tuple[Coverage, ...]) -> tuple[int, int, bool]:
    """The first month to draw, how many, and whether others are left out: those around the middle of the rows, where one wild date would squeeze the rest."""
    there = [c for c in tables if c.first is not None]
    if not there:
        return 0, 0, False
    low = min(_number(c.first) for c in there if c.first is not None)
    high = max(_number(c.first) + len(c.counts) for c in there if c.first is not None)
    if high - low <= _MOST:
        return low, high - low, False
    middles = sorted(_middle(c) for c in there)
    start = min(max(low, middles[len(middles) // 2] - _MOST // 2), high - _MOST)
    return start, _MOST, True


def _middle(found: Coverage) -> int:
    """The month by which half of a table's rows have come."""
    total, seen = sum(found.counts), 0
    for month, count in zip(found.months, found.counts):
        seen += count
        if 2 * seen >= total:
            return _number(month)
    return 0


def _in_words(found: Coverage) -> str:
    """A table's line for those who cannot see it."""
    name = BY_NAME[found.table].label
    if not found.counts:
        return tr("{table}: %n row(s), no dates", "", found.rows, table=name)
    first, last = (Period.of(Grain.MONTH, m) for m in (found.months[0], found.months[-1]))
    said = tr("{table}: %n row(s), {first} to {last}", "", found.rows, table=name, first=first, last=last)
    without = tr("%n month(s) without rows", "", len(found.gaps))
    return f"{said}, {without}" if found.gaps else said
