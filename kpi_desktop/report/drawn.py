"""Charts of a report as vector pictures, each with its finding in words."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kpi_desktop.charts import drawing
from kpi_desktop.i18n import say
from kpi_desktop.metrics.chart import Chart
from kpi_desktop.model.problem import Text
from kpi_desktop.model.report_setup import MARGIN, PLAIN, Setup
from kpi_desktop.theme_colours import PALETTES, Palette, blended, contrast

LOW, TALL = 1.75, 2.9
"""Heights of a picture, inches."""
_READABLE = 4.5  # contrast of text with its ground (WCAG 2.2, AA)
_SPARK = (88.0, 18.0)  # points


def palette(accent: str = "") -> Palette:
    """The colours of paper; an accent too pale to be read on white is darkened until it can be."""
    plain = PALETTES["print"]
    if not accent:
        return plain
    share = next(k / 20 for k in range(20, -1, -1) if contrast(blended(accent, "#000000", k / 20), "#FFFFFF") >= _READABLE)
    found = blended(accent, "#000000", share)
    return replace(plain, accent=found, soft=blended(found, "#FFFFFF", 0.12))


class Pictures:
    """Charts as SVG files in the folder that the template reads, as wide as the text of a page."""

    def __init__(self, folder: Path, setup: Setup = PLAIN) -> None:
        self.folder, self.count, self.landscape = folder, 0, setup.landscape
        self.palette = palette(setup.accent)
        self.wide = (setup.size[0] - 2 * MARGIN) / 25.4

    def put(self, chart: Chart | None, height: float) -> dict[str, str] | None:
        """Draw the chart, `height` inches high; its file name and its finding in words."""
        if chart is None:
            return None
        from matplotlib.backends.backend_svg import FigureCanvasSVG
        from matplotlib.figure import Figure

        figure = Figure(figsize=(self.wide, height))
        FigureCanvasSVG(figure)
        drawing.draw(figure, chart, self.palette)
        out = io.StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None})
        return self._kept(out.getvalue(), chart.description)

    def spark(self, values: Sequence[float | None], goal: float | None, finding: Text) -> dict[str, str] | None:
        """A trend as one small line with its last point, the target dashed; None where no two points are known."""
        known = [v for v in (*values, goal) if v is not None]
        if sum(v is not None for v in values) < 2:
            return None
        (wide, high), low, reach = _SPARK, min(known), (max(known) - min(known)) or 1.0
        places = [None if v is None else (3 + k * (wide - 6) / (len(values) - 1), high - 3 - (v - low) / reach * (high - 6)) for k, v in enumerate(values)]
        path = "".join(f"{'L' if k and places[k - 1] is not None else 'M'}{p[0]:.2f} {p[1]:.2f}" for k, p in enumerate(places) if p is not None)
        x, y = next(p for p in reversed(places) if p is not None)
        parts = [f'<path d="{path}" fill="none" stroke="{self.palette.accent}" stroke-width="1.2"/>',
                 f'<circle cx="{x:.2f}" cy="{y:.2f}" r="1.8" fill="{self.palette.accent}"/>']
        alone = [p for k, p in enumerate(places) if p is not None and places[k - 1:k] in ([], [None]) and places[k + 1:k + 2] in ([], [None])]
        parts += [f'<circle cx="{x:.2f}" cy="{y:.2f}" r="1" fill="{self.palette.accent}"/>' for x, y in alone]
        if goal is not None:
            at = high - 3 - (goal - low) / reach * (high - 6)
            parts.insert(0, f'<path d="M0 {at:.2f}L{wide} {at:.2f}" stroke="{self.palette.quiet}" stroke-width="0.7" stroke-dasharray="2 2"/>')
        body = "".join(parts)
        return self._kept(f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}pt" height="{high}pt" viewBox="0 0 {wide} {high}">{body}</svg>', finding)

    def _kept(self, svg: str, finding: Text | str) -> dict[str, str]:
        self.count += 1
        name = f"chart{self.count}.svg"
        (self.folder / name).write_text(svg, "utf-8")
        return {"file": name, "finding": say(finding)}
