"""A chart as a picture for slides: copied, or saved as PNG, SVG or PDF, always in the colours of paper."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kpi_desktop import whole
from kpi_desktop.charts import drawing
from kpi_desktop.metrics.chart import Chart
from kpi_desktop.theme_colours import PALETTES

ENDINGS = (".png", ".svg", ".pdf")
_DPI = 96
_FINER = 2


def rendered(chart: Chart, width: int, height: int, kind: str) -> bytes:
    """The picture as a file's content; `width` and `height` in pixels of the screen, a PNG has twice as many."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width / _DPI, height / _DPI), dpi=_DPI)
    FigureCanvasAgg(figure)
    drawing.draw(figure, chart, PALETTES["print"])
    out = BytesIO()
    with rc_context({"pdf.fonttype": 42}):
        figure.savefig(out, format=kind, dpi=_DPI * _FINER)
    return out.getvalue()


def copy(chart: Chart, width: int, height: int) -> None:
    """Put the picture on the clipboard."""
    QApplication.clipboard().setImage(QImage.fromData(rendered(chart, width, height, "png")))


def save(chart: Chart, width: int, height: int, path: Path) -> None:
    """Write the picture, whole or not at all. UserError where it cannot be written."""
    whole.write(path, lambda fresh: fresh.write_bytes(rendered(chart, width, height, path.suffix.lower()[1:])))
