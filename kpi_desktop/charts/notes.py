"""Pieces of text on a chart, drawn on screen from stamps that are made once.

Laying out and drawing a text costs matplotlib about 1 ms; most texts of a chart stand on the one before it too. A stamp is a text's picture with the
place of its anchor; it is put where the text belongs to the whole pixel. Paper gets the texts as they are.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.text import Text as Drawn
from matplotlib.transforms import IdentityTransform, TransformedPath

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Stamp = tuple[np.ndarray, int, int]
"""A text's picture (rows x columns x RGBA, the top row first), and where its lower left corner lies from the anchor, in pixels upwards."""
EDGE = 2
"""Pixels around a stamp, for signs that reach out of their box."""
_MOST = 2048
_NO_CLIP = TransformedPath(Path.unit_rectangle(), IdentityTransform())


class Note(Drawn):
    """A text at `xy`, each coordinate in "data" or "axes fraction" (`xycoords`), moved by some points."""

    def __init__(self, axes: Axes, text: str, at: tuple[float, float], of: tuple[str, str], moved: tuple[float, float], **style: Any) -> None:
        super().__init__(0, 0, text, transform=IdentityTransform(), parse_math=False, **style)
        self.xy, self.xycoords, self._moved = at, of, moved
        self.set_clip_on(False)
        self.set_clip_path(_NO_CLIP)  # else the axes give it theirs, which costs more than all the rest and is never used
        axes.add_artist(self)

    def place(self) -> None:
        """Go where it belongs, now that the axes have their size and limits."""
        axes, figure = self.axes, self.get_figure(root=True)
        assert axes is not None and figure is not None
        inside, whole = axes.transData.transform(self.xy), axes.transAxes.transform(self.xy)
        point = figure.dpi / 72
        x, y = ((inside if of == "data" else whole)[k] + self._moved[k] * point for k, of in enumerate(self.xycoords))
        self.set_position((float(x), float(y)))

    def get_window_extent(self, renderer: Any = None, dpi: float | None = None) -> Any:
        """Where it stands, in pixels."""
        self.place()
        return super().get_window_extent(renderer, dpi)

    def draw(self, renderer: Any) -> None:
        """Put the stamp on a picture of pixels; draw the text on paper."""
        if not self.get_visible() or not self.get_text():
            return
        self.place()
        if not isinstance(renderer, RendererAgg) or self.get_bbox_patch() is not None:
            super().draw(renderer)
            return
        x, y = self.get_position()
        if not (math.isfinite(x) and math.isfinite(y)):
            return
        image, left, low = _stamp(self.get_text(), self.get_fontsize(), self.get_fontweight(), self.get_color(), self.get_horizontalalignment(),
                                  self.get_verticalalignment(), renderer.dpi)
        gc = renderer.new_gc()
        renderer.draw_image(gc, round(x) + left, round(y) + low, image)
        gc.restore()
        self.stale = False


@lru_cache(_MOST)
def _stamp(text: str, size: float, weight: int, colour: str, ha: str, va: str, dpi: float) -> Stamp:
    image, left, low = _maker[-1](text, size, weight, colour, ha, va, dpi)
    return np.ascontiguousarray(image[::-1]), left, low  # a renderer begins with the lowest row


def _drawn(text: str, size: float, weight: int, colour: str, ha: str, va: str, dpi: float) -> Stamp:
    """A stamp made by matplotlib itself."""
    from matplotlib.figure import Figure

    figure = Figure(dpi=dpi)
    drawn = Drawn(0, 0, text, color=colour, ha=ha, va=va, fontproperties=font(size, weight), parse_math=False, transform=IdentityTransform())
    drawn.set_figure(figure)
    box = drawn.get_window_extent(RendererAgg(1, 1, dpi))
    left, low = math.floor(box.x0) - EDGE, math.floor(box.y0) - EDGE
    small = RendererAgg(math.ceil(box.x1) - left + EDGE, math.ceil(box.y1) - low + EDGE, dpi)
    drawn.set_position((-left, -low))
    drawn.draw(small)
    return np.array(small.buffer_rgba()), left, low


_maker: list[Callable[..., Stamp]] = [_drawn]


def stamp_with(maker: Callable[..., Stamp]) -> None:
    """Let another hand make the stamps from now on: maker(text, size in points, weight, colour, ha, va, dpi)."""
    if _maker[-1] is not maker:
        _maker.append(maker)
        _stamp.cache_clear()


@lru_cache(64)
def font(size: float, weight: int) -> FontProperties:
    """The chart's font in a size (points) and weight."""
    from kpi_desktop.charts.letters import FONT

    return FontProperties(family=FONT, size=size, weight=weight)
