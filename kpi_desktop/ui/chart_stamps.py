"""Stamps of a chart's texts, drawn by Qt: thirty times as fast as matplotlib draws a text, in the window's own letters."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath

from kpi_desktop.charts.letters import FONT
from kpi_desktop.charts.notes import EDGE, Stamp
from kpi_desktop.ui import theme

_DOTS = 3780  # a metre, 96 an inch: what a point is to a picture of Qt, whatever the screen
_LARGE = 96.0  # pixels


@lru_cache(64)
def _font(pixels: float, weight: int) -> tuple[QFont, QFontMetricsF]:
    theme.load_fonts()  # else another font would stand in for it, and stay
    font = QFont(FONT)
    font.setPointSizeF(pixels * 0.75)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # widths in fractions of a pixel, as on paper
    return font, QFontMetricsF(font, _image(1, 1))


def _image(wide: int, high: int) -> QImage:
    made = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
    made.setDotsPerMeterX(_DOTS)
    made.setDotsPerMeterY(_DOTS)
    return made


def width(text: str, size: float, weight: int) -> float:
    """How wide a text is, in points; measured large, so that nothing is lost to the grid of pixels."""
    return _font(_LARGE, weight)[1].horizontalAdvance(text) * size / _LARGE


def stamp(text: str, size: float, weight: int, colour: str, ha: str, va: str, dpi: float) -> Stamp:
    """A text's picture, its lines as high as the font and laid out as matplotlib lays them out."""
    font, metrics = _font(size * dpi / 72, weight)
    lines = text.split("\n")
    wides = [metrics.horizontalAdvance(line) for line in lines]
    step, wide = metrics.ascent() + metrics.descent(), max(wides)
    high = step * len(lines)
    left = {"left": 0.0, "center": -wide / 2, "right": -wide}[ha]
    top = {"top": 0.0, "center": -high / 2, "bottom": -high, "baseline": metrics.descent() - high}[va]  # from the anchor downwards
    x0, y0 = math.floor(left) - EDGE, math.floor(top) - EDGE
    image = _image(math.ceil(left + wide) - x0 + EDGE, math.ceil(top + high) - y0 + EDGE)
    image.fill(Qt.GlobalColor.transparent)
    path = QPainterPath()
    for at, (line, w) in enumerate(zip(lines, wides, strict=True)):
        inside = {"left": 0.0, "center": (wide - w) / 2, "right": wide - w}[ha]
        path.addText(QPointF(left + inside - x0, round(top + at * step + metrics.ascent() - y0)), font, line)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, QColor(colour))
    painter.end()
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine() // 4, 4)[:, :plain.width()]
    return rows.copy(), x0, -(y0 + image.height())
