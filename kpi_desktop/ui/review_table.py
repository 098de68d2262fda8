"""The review's one table: every figure with its interval below it, a small trend, the verdict."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from kpi_desktop import i18n
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.problem import Text
from kpi_desktop.planning.practices import VERDICTS, Practice, Review, Trend, practice_name
from kpi_desktop.ui import theme
from kpi_desktop.ui.frame_model import Column
from kpi_desktop.ui.widgets import Drawn

TONES = {"keep": "better", "optimise": "accent", "eliminate": "worse", "not_enough_data": "quiet"}
ROW = 40
"""Height of a row of two lines, in pixels."""
_ACROSS = 56  # pixels of the small picture
_FIELDS = ("spend", "leads", "mqls", "sqls", "won", "revenue", "gross_profit", "cost_per_sql", "romi")
_TREND, VERDICT = len(_FIELDS) + 1, len(_FIELDS) + 2
Index = QModelIndex | QPersistentModelIndex


def columns() -> list[Column]:
    """The table's columns."""
    return [Column(tr("Practice")), Column(tr("Spend"), Unit.MONEY, tr("With its part of shared cost")), Column(tr("Leads"), Unit.COUNT),
            Column(tr("MQLs"), Unit.COUNT), Column(tr("SQLs"), Unit.COUNT), Column(tr("Won"), Unit.COUNT), Column(tr("Revenue"), Unit.MONEY),
            Column(tr("Margin"), Unit.MONEY, tr("Revenue less the cost of what was sold")), Column(tr("Cost per SQL"), Unit.MONEY),
            Column(tr("ROMI"), Unit.FACTOR, tr("(Margin less spend) / spend")),
            Column(tr("Trend"), None, tr("SQLs by month over a year; what a SQL costs, the last six months against the six before")), Column(tr("Verdict"))]


def rows(review: Review) -> list[tuple[Any, ...]]:
    """A row per practice, in the review's order."""
    return [(practice_name(p.name, review.kind), *(getattr(p, f) for f in _FIELDS), DIRECTIONS[p.trend.direction] if p.trend is not None else None, verdict(p))
            for p in review.practices]


def verdict(p: Practice) -> str:
    """The verdict in force, and whose it is."""
    said = say(VERDICTS[p.verdict])
    return tr("{verdict} (yours)", verdict=said) if p.own is not None else said


DIRECTIONS: dict[str, Text | None] = {"cheaper": Text("↓ cheaper"), "dearer": Text("↑ dearer"), "steady": Text("→ steady"), "": None}
"""Where the cost per SQL is going."""


def interval(p: Practice, field: str, currency: str) -> str:
    """The 95 % interval of a figure, short; nothing where it has none."""
    unit = Unit.MONEY if field in ("revenue", "gross_profit", "cost_per_sql") else Unit.FACTOR if field == "romi" else Unit.COUNT
    low, high = (p.low, p.high) if field == "cost_per_sql" else p.intervals.get(field, (None, None))
    if low is None:
        return ""
    if high is None:
        return tr("from {low}", low=i18n.figure(float(round(low)), unit, currency, compact=True))
    if unit is Unit.FACTOR:
        return f"{i18n.number(low, 1)}–{i18n.number(high, 1)}"
    return i18n.between(float(round(low)), float(round(high)))


class TwoLines(Drawn):
    """Draws a figure with its interval below it, and the trend as a small picture beside its word."""

    def __init__(self, at: Callable[[int], Practice | None], parent: QObject) -> None:
        super().__init__(parent)
        self._at = at
        self.currency = "EUR"

    def _practice(self, index: Index) -> Practice | None:
        return self._at(model_row(index))

    def _interval(self, p: Practice | None, column: int) -> str:
        return interval(p, _FIELDS[column - 1], self.currency) if p is not None and 1 <= column <= len(_FIELDS) else ""

    def wide(self, row: int, column: int, text: float) -> float:
        if column == _TREND:
            return text + _ACROSS + 8
        below = self._interval(self._at(row), column)
        return max(text, QFontMetricsF(theme.font(theme.NOTE)).horizontalAdvance(below) + 18) if below else text

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        p = self._practice(index)
        below = self._interval(p, index.column())
        trend = p.trend if p is not None and index.column() == _TREND and p.trend is not None and any(p.trend.sqls) else None
        if not below and trend is None:
            super().paint(painter, option, index)
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        text, shown.text = shown.text, ""  # type: ignore[attr-defined]  Qt's own fields
        (shown.widget.style() if shown.widget else QApplication.style()).drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)  # type: ignore[attr-defined]
        area = QRectF(option.rect).adjusted(8, 3, -8, -3)  # type: ignore[attr-defined]
        painter.save()
        if trend is not None:
            _sparkline(painter, QRectF(area.left(), area.top() + 3, _ACROSS, area.height() - 6), trend)
            painter.setPen(QColor(theme.colours().text))
            painter.drawText(area.adjusted(_ACROSS + 8, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        else:
            painter.setFont(theme.font(theme.TEXT))
            painter.setPen(QColor(theme.colours().text))
            painter.drawText(area, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, text)
            painter.setFont(theme.font(theme.NOTE))
            painter.setPen(QColor(theme.colours().quiet))
            painter.drawText(area, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, below)
        painter.restore()

    def helpEvent(self, event: Any, view: Any, option: QStyleOptionViewItem, index: Index) -> bool:
        from PySide6.QtWidgets import QToolTip

        p = self._practice(index)
        if p is None or (tip := self.told(p, index.column())) == "":
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), tip, view)
        return True

    def told(self, p: Practice, column: int) -> str:
        """What the pointer tells of a cell."""
        if column == _TREND and p.trend is not None:
            return trend_words(p.trend, self.currency)
        ends = self._interval(p, column)
        return tr("95 % interval: {interval}", interval=ends) if ends else ""


def trend_words(trend: Trend, currency: str) -> str:
    """A trend in words."""
    if not any(trend.sqls):
        return tr("No SQL in the twelve months.")
    sqls = tr("SQLs by month: {counts}", counts=", ".join(map(str, trend.sqls)))
    if trend.before is None or trend.now is None:
        return sqls
    return tr("{sqls}. Cost per SQL: {before} in the first half of these twelve months, {now} in the second.", sqls=sqls,
              before=i18n.money(trend.before, currency), now=i18n.money(trend.now, currency))


def _sparkline(painter: QPainter, area: QRectF, trend: Trend) -> None:
    most = max(trend.sqls, default=0) or 1
    step = area.width() / max(1, len(trend.sqls) - 1)
    points = [QPointF(area.left() + k * step, area.bottom() - v / most * area.height()) for k, v in enumerate(trend.sqls)]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(theme.colours().accent)
    painter.setPen(QPen(colour, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(points)
    painter.setBrush(colour)
    painter.drawEllipse(points[-1], 2.2, 2.2)


def model_row(index: Index) -> int:
    """Which of the review's practices a row of the sorted table is."""
    return index.model().mapToSource(index).row()  # type: ignore[attr-defined]
