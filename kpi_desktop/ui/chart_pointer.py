"""What lies over a chart: a mark and a few words at the place that the pointer or the keyboard is at, and the band that a drag chooses."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kpi_desktop.ui import theme


class ChartPointer(QWidget):
    """Painted over its parent; hears nothing itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._at: QPointF | None = None
        self._band = QRectF()
        self.text = ""

    def point(self, at: QPointF, text: str) -> None:
        """Mark a place and say what it holds."""
        self._at, self.text = at, text
        self.update()

    def choose(self, band: QRectF) -> None:
        """Show what a drag has chosen so far."""
        self._band = band
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._at, self._band, self.text = None, QRectF(), ""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, p = theme.colours(), QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._band.isEmpty():
            shade = QColor(colours.accent)
            shade.setAlphaF(0.15)
            p.fillRect(self._band, shade)
        if self._at is None:
            return
        p.setPen(QPen(QColor(colours.surface), 2))
        p.setBrush(QColor(colours.accent))
        p.drawEllipse(self._at, 5, 5)
        p.setFont(theme.font(theme.LABEL))
        words = p.fontMetrics().boundingRect(0, 0, max(80, self.width() - 40), 400, Qt.TextFlag.TextWordWrap, self.text)
        box = QRectF(0, 0, words.width() + 16, words.height() + 10)
        left = min(max(4.0, self._at.x() - box.width() / 2), self.width() - box.width() - 4)
        above = self._at.y() - box.height() - 12
        box.moveTo(left, above if above >= 2 else min(self._at.y() + 12, self.height() - box.height() - 2))
        p.setPen(QPen(QColor(colours.line), 1))
        p.setBrush(QColor(colours.surface))
        p.drawRoundedRect(box, 6, 6)
        p.setPen(QColor(colours.text))
        p.drawText(box.adjusted(8, 5, -8, -5), Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter, self.text)
