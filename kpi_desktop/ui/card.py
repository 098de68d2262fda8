"""A KPI as a card: name, value, change, one line that qualifies it, and a trend painted by Qt."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QMenu

from kpi_desktop import i18n
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.result import KpiState, Unit
from kpi_desktop.theme_colours import Palette
from kpi_desktop.ui import theme
from kpi_desktop.ui.widgets import button

_PAD = 14
_FEWEST = 6  # periods that a trend has room for at the least; blank ones before the first that is known take none
_FINER = 2
_ABOUT = 20


def value_text(state: KpiState, currency: str) -> str:
    """The headline; a range where only that is known."""
    r, unit = state.result, state.kpi.unit
    if r.value is None and r.low is not None and r.high is not None:
        return f"{i18n.figure(r.low, unit, currency, compact=True)}–{i18n.figure(r.high, unit, currency, compact=True)}"
    return tr("no data") if r.value is None else i18n.figure(r.value, unit, currency, compact=True)


def no_figure(state: KpiState) -> bool:
    """Whether there is neither a value nor a range: that is said quietly, the loud place is for figures."""
    r = state.result
    return r.value is None and (r.low is None or r.high is None)


def nowhere() -> str:
    """Why there is no figure where the data are there."""
    return tr("Nothing of the data falls into this period and these filters.")


def change_text(state: KpiState, currency: str, *, noise: bool = True) -> tuple[str, str]:
    """The change with its arrow and word, and its tone; `noise` False leaves it to others to say that it is within noise."""
    if state.change is None:
        return "", "quiet"
    arrow = "→" if state.change == 0 else "↑" if state.change > 0 else "↓"
    text = f"{arrow} {i18n.change(state.change, state.kpi.unit, currency)}"
    if not state.significant:
        return (tr("{change}, within noise", change=text) if noise and state.significant is False else text), "quiet"
    good = (state.change > 0) == (state.kpi.better > 0)
    return (tr("{change}, better", change=text), "better") if good else (tr("{change}, worse", change=text), "worse")


def target_text(state: KpiState, currency: str) -> str:
    """The target and how the figure stands against it, in a few words."""
    goal, found = state.goal, state.pace
    if goal is None:
        return ""
    aim = i18n.figure(float(round(goal.value)) if state.kpi.unit is Unit.COUNT else goal.value, state.kpi.unit, currency, compact=True)
    word = found.word if found is not None else None
    return tr("target {target}", target=aim) if word is None else tr("target {target}: {standing}", target=aim, standing=word)


class Card(QFrame):
    """Paints one KPI; a click or Enter opens its detail, its “?” asks what it is."""

    opened = Signal(str)
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumSize(210, 190)
        self._state: KpiState | None = None
        self._currency = "EUR"
        self._colours = theme.colours()
        self.about = button("?", lambda: self.asked.emit(self.kpi_id), "about", tr("What is this?"))
        self.about.setParent(self)
        self.about.setFixedSize(_ABOUT, _ABOUT)
        self.about.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keys, F1 on the card does the same

    @property
    def kpi_id(self) -> str:
        """Which KPI it shows; empty before the first."""
        return self._state.kpi.id if self._state is not None else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.about.move(self.width() - _ABOUT - 8, 38)  # beside the value, which can be drawn smaller; names must be whole

    def show_state(self, state: KpiState, currency: str) -> None:
        """Show another state."""
        self._state, self._currency = state, currency
        change, _ = change_text(state, currency)
        self.setAccessibleName(f"{say(state.kpi.label)}: {value_text(state, currency)}")
        self.setAccessibleDescription(" ".join((change, self._note())))
        self.setToolTip(say(state.kpi.help))
        self.about.setAccessibleName(tr("What is this? {kpi}", kpi=say(state.kpi.label)))
        self.update()

    def _note(self) -> str:
        if self._state is None:
            return ""
        r = self._state.result
        nothing = r.value is None and r.low is None
        note = say(self._state.missing or r.note or (r.warnings[0] if r.warnings and r.value is None else "")) or (nowhere() if nothing else "")
        return " · ".join(t for t in (note, target_text(self._state, self._currency)) if t)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._state is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self._state.kpi.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._state is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self._state.kpi.id)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(tr("Copy as picture"), QKeySequence.StandardKey.Copy, self.copy)
        menu.exec(event.globalPos())

    def copy(self) -> None:
        """Put the card on the clipboard for slides: in the colours of paper, twice as fine as on screen, without the mark of the keyboard."""
        made = QImage(self.size() * _FINER, QImage.Format.Format_ARGB32)
        made.setDevicePixelRatio(_FINER)
        made.fill(Qt.GlobalColor.transparent)
        self._draw(QPainter(made), theme.PALETTES["print"], focus=False)
        QApplication.clipboard().setImage(made)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._draw(QPainter(self), theme.colours(), focus=self.hasFocus())

    def _draw(self, p: QPainter, colours: Palette, *, focus: bool) -> None:
        self._colours = colours
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(QPen(QColor(colours.accent if focus else colours.line), 1))
        p.setBrush(QColor(colours.surface))
        p.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if self._state is None:
            p.end()
            return
        width = self.width() - 2 * _PAD
        name = say(self._state.kpi.label)
        fits = QFontMetricsF(theme.font(theme.LABEL)).horizontalAdvance(name) <= width
        self._text(p, name, 12, theme.LABEL if fits else theme.NOTE, width, colours.quiet)
        nothing = self._state.result.value is None and self._state.result.low is None
        value = value_text(self._state, self._currency)
        silent = no_figure(self._state)
        size = theme.HEADING if silent else theme.FIGURE
        while size > 15 and QFontMetricsF(theme.font(size, QFont.Weight.DemiBold)).horizontalAdvance(value) > width - _ABOUT:
            size -= 1
        self._text(p, value, 30, size, width - _ABOUT, colours.quiet if silent else colours.text, QFont.Weight.DemiBold, 34)
        change, tone = change_text(self._state, self._currency)
        self._text(p, change, 66, 12, width, getattr(colours, tone), QFont.Weight.Medium)
        self._lines(p, self._note(), 84 if change else 66, width, 4 if nothing else 2)
        if not nothing:
            self._trend(p, QRectF(_PAD, 122, width, self.height() - 122 - _PAD))
        p.end()

    def _text(self, p: QPainter, text: str, top: int, size: int, width: int, colour: str, weight: QFont.Weight = QFont.Weight.Normal, height: int = 18) -> None:
        font = theme.font(size, weight)
        p.setFont(font)
        p.setPen(QColor(colour))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
        p.drawText(QRectF(_PAD, top, width, height), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _lines(self, p: QPainter, text: str, top: int, width: int, most: int) -> None:
        p.setFont(theme.font(theme.NOTE))
        p.setPen(QColor(self._colours.quiet))
        p.drawText(QRectF(_PAD, top, width, 15 * most + 2), Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, text)

    def _trend(self, p: QPainter, area: QRectF) -> None:
        points = self._state.trend if self._state is not None else ()
        known = [t.value for t in points if t.value is not None]
        if len(known) < 2:
            return
        first = next(at for at, t in enumerate(points) if t.value is not None)
        points = points[max(0, min(first, len(points) - _FEWEST)):]
        goal = self._state.goal if self._state is not None else None
        low, high = min(known), max(known)
        if goal is not None:
            low, high = min(low, goal.value), max(high, goal.value)
        reach = (high - low) or 1.0
        step = area.width() / max(1, len(points) - 1)
        height = lambda value: area.bottom() - 3 - (value - low) / reach * (area.height() - 8)  # noqa: E731  one line, used twice
        colour = QColor(self._colours.accent)
        if goal is not None:
            p.setPen(QPen(QColor(self._colours.quiet), 1, Qt.PenStyle.DashLine))
            p.drawLine(QPointF(area.left(), height(goal.value)), QPointF(area.right(), height(goal.value)))
        places = [None if t.value is None else QPointF(area.left() + at * step, height(t.value)) for at, t in enumerate(points)]
        self._ground(p, places, area.bottom())
        p.setBrush(Qt.BrushStyle.NoBrush)
        for before, after, to in zip(places, places[1:], points[1:]):
            if before is not None and after is not None:
                style = Qt.PenStyle.DotLine if to.unfinished else Qt.PenStyle.SolidLine
                p.setPen(QPen(colour, 1.6, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
                p.drawLine(before, after)
        end, point = next((place, t) for place, t in zip(reversed(places), reversed(points)) if place is not None)
        p.setPen(QPen(colour, 1.4))
        p.setBrush(QColor(self._colours.surface) if point.unfinished else colour)
        p.drawEllipse(end, 3, 3)

    def _ground(self, p: QPainter, places: list[QPointF | None], bottom: float) -> None:
        """A soft ground below the line, so that its rise and fall is seen at a glance."""
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(QColor(self._colours.soft))
        p.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # no seams between the pieces
        for before, after in pairwise(places):
            if before is not None and after is not None:
                p.drawPolygon(QPolygonF([before, after, QPointF(after.x(), bottom), QPointF(before.x(), bottom)]))
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
