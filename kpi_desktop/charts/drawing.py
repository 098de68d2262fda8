"""Draws charts onto a matplotlib Figure, the same on screen and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from kpi_desktop.charts.bubbles import bubbles
from kpi_desktop.charts.by_member import bars, practices
from kpi_desktop.charts.canvas import Canvas, Spot
from kpi_desktop.charts.funnels import funnels, pair
from kpi_desktop.charts.letters import FONT, NOTE, load_fonts
from kpi_desktop.charts.over_time import trend
from kpi_desktop.charts.response import response
from kpi_desktop.charts.spread import columns, curve, heat
from kpi_desktop.charts.stages import funnel
from kpi_desktop.charts.steps import waterfall
from kpi_desktop.metrics.chart import Chart
from kpi_desktop.theme_colours import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def draw(figure: Figure, chart: Chart, palette: Palette) -> tuple[Spot, ...]:
    """Draw the chart on a figure of its final size, in place of what it showed; what can be told of its places."""
    load_fonts()
    _wipe(figure)
    figure.set_facecolor(palette.surface)
    canvas = Canvas(figure, palette)
    with _letters(palette.text):
        CHARTS[chart.kind](canvas, chart)
    for axes in figure.axes[canvas.taken:]:
        axes.remove()
    return tuple(canvas.spots)


@contextmanager
def _letters(colour: str) -> Iterator[None]:
    """The chart's letters as matplotlib's defaults for a while. Its own context copies all three hundred settings, which takes 3 ms."""
    from matplotlib import rcParams

    mine: dict[Any, Any] = {"font.family": FONT, "font.size": NOTE, "text.color": colour, "text.parse_math": False, "axes.unicode_minus": True}
    before = {key: rcParams[key] for key in mine}
    rcParams.update(mine)
    try:
        yield
    finally:
        rcParams.update(before)


def _wipe(figure: Figure) -> None:
    """Take off what was drawn. The bare axes stay: to make them anew takes twice as long as all that is drawn on them."""
    for axes in figure.axes:
        for artist in (*axes.lines, *axes.patches, *axes.collections, *axes.texts):
            artist.remove()
        axes.containers.clear()


CHARTS: dict[str, Callable[[Canvas, Chart], None]] = {"trend": trend, "bars": bars, "funnel": funnel, "practices": practices, "columns": columns, "heat": heat,
                                                       "curve": curve, "waterfall": waterfall, "pair": pair, "funnels": funnels, "bubbles": bubbles,
                                                       "response": response}
"""Every kind of chart and what draws it."""
