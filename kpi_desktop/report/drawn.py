"""Charts of a report as vector pictures, each with its finding in words."""

from __future__ import annotations

import io
from pathlib import Path

from kpi_desktop.charts import drawing
from kpi_desktop.i18n import say
from kpi_desktop.metrics.chart import Chart
from kpi_desktop.theme_colours import PALETTES

LOW, TALL = 1.75, 2.9
"""Heights of a picture, inches."""
_WIDE = 6.9  # inches; A4 less its margins


class Pictures:
    """Charts as SVG files in the folder that the template reads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.count = 0

    def put(self, chart: Chart | None, height: float) -> dict[str, str] | None:
        """Draw the chart; its file name and its finding in words."""
        if chart is None:
            return None
        from matplotlib.backends.backend_svg import FigureCanvasSVG
        from matplotlib.figure import Figure

        figure = Figure(figsize=(_WIDE, height))
        FigureCanvasSVG(figure)
        drawing.draw(figure, chart, PALETTES["print"])
        out = io.StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None})
        self.count += 1
        name = f"chart{self.count}.svg"
        (self.folder / name).write_text(out.getvalue(), "utf-8")
        return {"file": name, "finding": say(chart.description)}
