"""A matplotlib canvas that shows one chart, drawn only while it can be seen; it answers to the mouse and to the keyboard.

Under the pointer, or with the arrow keys, each place tells its value. Ctrl and the wheel, + and -, or a drag zoom in, a double click or 0 show all
again. The menu copies the picture or saves it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QVBoxLayout, QWidget

from kpi_desktop.charts import drawing
from kpi_desktop.charts.canvas import Spot
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.chart import Chart
from kpi_desktop.ui import picture, theme
from kpi_desktop.ui.chart_pointer import ChartPointer

_STEP = 0.8  # how much of what is seen stays after a step of the zoom


def load() -> None:
    """Load what draws charts: matplotlib, and the letters."""
    from kpi_desktop.ui import chart_canvas

    chart_canvas.letters.load_fonts()


class ChartView(QWidget):
    """Shows a chart; matplotlib is loaded when the first one comes. `picked` tells the number of the place that was clicked, or on which Enter was
    pressed, `chosen` its key where it has one."""

    picked = Signal(int)
    chosen = Signal(str)

    def __init__(self, height: int = 220) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setFixedHeight(height)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._canvas: Any = None
        self._chart: Chart | None = None
        self._spots: tuple[Spot, ...] = ()
        self._whole: list[tuple[Any, tuple[float, float], tuple[float, float]]] = []
        self._at = -1
        self._pressed: QPointF | None = None
        self._stale = False
        self._pointer = ChartPointer(self)

    def show_chart(self, chart: Chart | None) -> None:
        """Draw another chart; None leaves the place blank."""
        if chart == self._chart and not self._stale:
            return
        self._chart, self._stale, self._at = chart, True, -1
        self._pointer.clear()
        self.setAccessibleDescription(say(chart.description) if chart is not None else "")
        self.setAccessibleName(say(chart.title) if chart is not None else "")
        if self._canvas is None or chart is None:
            self.up_to_date()
        else:
            self._canvas.show()
            self._canvas.update()  # drawn when it is painted: not at all where it is scrolled away

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._canvas is None:
            self.up_to_date()

    def up_to_date(self) -> None:
        """Draw what was not drawn yet, where it can be seen."""
        if self._stale and self.isVisible():
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pointer.setGeometry(self.rect())
        if self._canvas is not None and event.size() != event.oldSize():
            self._canvas.resize(event.size())  # now, not at the next turn: the drawing is made for its size
            self._stale = True
            self._canvas.update()

    def _draw(self) -> None:
        self._stale = False
        if self._canvas is None:
            from kpi_desktop.ui.chart_canvas import ChartCanvas

            self._canvas = ChartCanvas(self.up_to_date)
            self._canvas.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._layout.addWidget(self._canvas)
            self._canvas.resize(self.size())
            self._pointer.raise_()
        self._canvas.setVisible(self._chart is not None)
        if self._chart is not None:
            self._spots = drawing.draw(self._canvas.figure, self._chart, theme.colours())
            self._whole = [(a, a.get_xlim(), a.get_ylim()) for a in self._canvas.figure.axes]
            self._canvas.draw_idle()

    # -- what stands under the pointer ------------------------------------------------------------------------------------

    def place(self, spot: Spot) -> QPointF:
        """Where a spot stands on this widget, in its pixels."""
        x, y = spot.axes.transData.transform((spot.x, spot.y))
        ratio = self._canvas.device_pixel_ratio
        return QPointF(x / ratio, self.height() - y / ratio)

    def _seen(self, spot: Spot) -> bool:
        (left, right), (low, high) = sorted(spot.axes.get_xlim()), sorted(spot.axes.get_ylim())
        return left - 1e-9 <= spot.x <= right + 1e-9 and low - 1e-9 <= spot.y <= high + 1e-9

    def nearest(self, at: QPointF) -> int:
        """The spot that a place of the widget is about, -1 where it is about none."""
        self.up_to_date()
        best, chosen = 48.0, -1
        for number, spot in enumerate(self._spots):
            here = self.place(spot)
            across, down = abs(here.x() - at.x()), abs(here.y() - at.y())
            away = across if spot.by == "x" else down if spot.by == "y" else max(across, down)
            if away < best and self._seen(spot):
                best, chosen = away, number
        return chosen

    def tell(self, number: int) -> None:
        """Point at a spot and say what it holds; -1 points at nothing."""
        self._at = number
        if number < 0:
            self._pointer.clear()
            self.unsetCursor()
            return
        spot = self._spots[number]
        self._pointer.point(self.place(spot), spot.text)
        self.setCursor(Qt.CursorShape.PointingHandCursor if spot.key else Qt.CursorShape.ArrowCursor)
        if self._chart is not None:
            self.setAccessibleDescription(f"{spot.text}. {say(self._chart.description)}")

    # -- mouse --------------------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._pointer.choose(self._band(event.position()))
        else:
            self.tell(self.nearest(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        band, self._pressed = self._band(event.position()), None
        self._pointer.choose(QRectF())
        if max(band.width() if self._along() == "x" else 0, band.height() if self._along() == "y" else 0) > 8:
            self._zoom_to(band)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._choose(self.nearest(event.position()))

    def _choose(self, number: int) -> None:
        if number < 0:
            return
        self.picked.emit(number)
        if self._spots[number].key:
            self.chosen.emit(self._spots[number].key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.show_all()

    def leaveEvent(self, event: QEvent) -> None:
        self.tell(-1)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._spots:
            self.zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP, event.position())
        else:
            event.ignore()  # the page scrolls

    def _band(self, to: QPointF) -> QRectF:
        if self._pressed is None:
            return QRectF()
        band = QRectF(self._pressed, to).normalized()
        return QRectF(band.left(), 0, band.width(), self.height()) if self._along() == "x" else QRectF(0, band.top(), self.width(), band.height())

    # -- zoom ---------------------------------------------------------------------------------------------------------------

    def _along(self) -> str:
        """The direction in which the chart's places follow each other."""
        return self._spots[0].by or "x" if self._spots else "x"

    def zoom(self, factor: float, around: QPointF | None = None) -> None:
        """Show `factor` of what is seen along the places, around a place of the widget."""
        at = around if around is not None else QPointF(self.width() / 2, self.height() / 2)
        for axes, *_ in self._whole:
            first, last = axes.get_xlim() if self._along() == "x" else axes.get_ylim()
            x, y = self._data(axes, at)
            middle = x if self._along() == "x" else y
            self._limit(axes, middle + (first - middle) * factor, middle + (last - middle) * factor)
        self._canvas.draw_idle()
        self.tell(-1)

    def _zoom_to(self, band: QRectF) -> None:
        for axes, *_ in self._whole:
            (x0, y0), (x1, y1) = self._data(axes, band.topLeft()), self._data(axes, band.bottomRight())
            self._limit(axes, *((x0, x1) if self._along() == "x" else (y1, y0)))
        self._canvas.draw_idle()
        self.tell(-1)

    def _data(self, axes: Any, at: QPointF) -> tuple[float, float]:
        ratio = self._canvas.device_pixel_ratio
        x, y = axes.transData.inverted().transform((at.x() * ratio, (self.height() - at.y()) * ratio))
        return float(x), float(y)

    def _limit(self, axes: Any, first: float, last: float) -> None:
        """Show a part of the places, within the whole, one place at the least; texts outside are hidden."""
        whole = next(w for w in self._whole if w[0] is axes)
        along_x = self._along() == "x"
        ends = sorted(whole[1] if along_x else whole[2])
        low, high = max(ends[0], min(first, last)), min(ends[1], max(first, last))
        if high - low < 1:
            return
        turned = (whole[1] if along_x else whole[2])[0] > (whole[1] if along_x else whole[2])[1]
        (axes.set_xlim if along_x else axes.set_ylim)(*((high, low) if turned else (low, high)))
        for text in axes.texts:
            at = text.xy[0 if along_x else 1]
            text.set_visible(text.xycoords[0 if along_x else 1] != "data" or low <= at <= high)
        for artist in (*axes.lines, *axes.patches, *axes.collections):
            artist.set_clip_on(True)

    def show_all(self) -> None:
        """Undo every zoom."""
        if self._chart is not None and self._canvas is not None:
            self._draw()
            self.tell(-1)

    # -- keyboard and menu ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.up_to_date()
        key, count = event.key(), len(self._spots)
        if self._chart is None or not count:
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Save):
            self.save()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.tell(min(self._at + 1, count - 1))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.tell(max(self._at - 1, 0))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.tell(0 if key == Qt.Key.Key_Home else count - 1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            around = self.place(self._spots[self._at]) if self._at >= 0 else None
            self.zoom(1 / _STEP if key == Qt.Key.Key_Minus else _STEP, around)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._at)
        elif key == Qt.Key.Key_0:
            self.show_all()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: Any) -> None:
        self.tell(-1)
        super().focusOutEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._chart is not None:
            self.menu().exec(event.globalPos() if not event.globalPos().isNull() else self.mapToGlobal(QPoint(20, 20)))

    def menu(self) -> QMenu:
        """What can be done with the picture."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, keys, does in ((tr("Copy picture"), "Ctrl+C", self.copy), (tr("Save picture …"), "Ctrl+S", self.save),
                                 (tr("Zoom in"), "+", lambda: self.zoom(_STEP)), (tr("Zoom out"), "-", lambda: self.zoom(1 / _STEP)),
                                 (tr("Show all"), "0", self.show_all)):
            made.addAction(f"{text}\t{keys}").triggered.connect(lambda _=False, does=does: does())
        return made

    def copy(self) -> None:
        """Put the picture on the clipboard, in the colours of paper and twice as fine as on screen."""
        if self._chart is not None:
            picture.copy(self._chart, self.width(), self.height())

    def save(self) -> None:
        """Ask for a file and save the picture in it."""
        if self._chart is None:
            return
        kinds = (tr("Picture (*.png)"), tr("Vector picture (*.svg)"), tr("PDF (*.pdf)"))
        name, kind = QFileDialog.getSaveFileName(self, tr("Save picture"), f"{say(self._chart.title)}.png".replace("/", " "), ";;".join(kinds))
        if name:
            given = Path(name)
            ending = (".png", ".svg", ".pdf")[kinds.index(kind)] if kind in kinds else ".png"
            path = given if given.suffix.lower() in picture.ENDINGS else given.with_name(given.name + ending)
            picture.save(self._chart, self.width(), self.height(), path)
