"""A matplotlib canvas that shows one chart; one figure for its life, drawn only while it can be seen."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpi_desktop import charts, i18n
from kpi_desktop.i18n import say
from kpi_desktop.metrics.result import Chart
from kpi_desktop.ui import theme

_NEAR = 0.3  # places on the category axis


class ChartView(QWidget):
    """Shows a chart; matplotlib is loaded when the first one comes."""

    def __init__(self, height: int = 220) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setFixedHeight(height)
        self._canvas: Any = None
        self._chart: Chart | None = None
        self._stale = False

    def show_chart(self, chart: Chart | None) -> None:
        """Draw another chart; None leaves the place blank."""
        self._chart, self._stale = chart, True
        self.setAccessibleDescription(say(chart.description) if chart is not None else "")
        self.setAccessibleName(say(chart.title) if chart is not None else "")
        if self.isVisible():
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._draw()

    def _draw(self) -> None:
        self._stale = False
        if self._canvas is None:
            from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
            from matplotlib.figure import Figure

            self._canvas = FigureCanvasQTAgg(Figure(layout="constrained", dpi=96))
            self._layout.addWidget(self._canvas)
            self._canvas.mpl_connect("motion_notify_event", self._tell)
        self._canvas.setVisible(self._chart is not None)
        if self._chart is not None:
            charts.draw(self._canvas.figure, self._chart, theme.colours())
            self._canvas.draw_idle()

    def _tell(self, event: Any) -> None:
        """Say what happened where the pointer is near a flag."""
        x = event.xdata
        near = [m for m in self._chart.marks if abs(m.at - x) < _NEAR] if self._chart is not None and x is not None else []
        self.setToolTip("\n".join(f"{m.number}  {i18n.day(m.note.day)}: {m.note.text}" for m in near))
