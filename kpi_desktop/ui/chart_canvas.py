"""The matplotlib canvas of a chart view; apart, because matplotlib is loaded only when the first chart comes."""

from __future__ import annotations

from collections.abc import Callable

from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtGui import QPaintEvent

from kpi_desktop.charts import letters, notes
from kpi_desktop.ui import chart_stamps

notes.stamp_with(chart_stamps.stamp)
letters.measure_with(chart_stamps.width)


class ChartCanvas(FigureCanvasQTAgg):
    """Asks for its drawing (`bring`) before it is painted, so that a chart nobody sees costs nothing."""

    def __init__(self, bring: Callable[[], None]) -> None:
        super().__init__(Figure(dpi=96))
        self._bring = bring
        self._painting = False

    def redraw(self) -> None:
        """Draw the figure: at once while the canvas is being painted, else when it is painted next. Matplotlib's own way asks for a second paint of
        what the first one shows already."""
        if self._painting:
            self.renderer = self.get_renderer()
            self.renderer.clear()
            self.figure.draw(self.renderer)
        else:
            self.draw_idle()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._painting = True
        try:
            self._bring()
        finally:
            self._painting = False
        super().paintEvent(event)
