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
        self._due = False

    def draw_idle(self) -> None:
        """Draw the figure when it is painted next, once, whoever asked for it how often. Matplotlib's own way draws at the next turn, also what nobody
        sees, and asks for a second paint of it."""
        self._due = True
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._bring()
        if self._due:
            self._due = False
            self.renderer = self.get_renderer()
            self.renderer.clear()
            self.figure.draw(self.renderer)
        super().paintEvent(event)
