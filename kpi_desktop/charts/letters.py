"""Texts of charts: the shipped font, the signs that it can draw, and how much room they take."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from pathlib import Path

from kpi_desktop import i18n, paths
from kpi_desktop.i18n import say
from kpi_desktop.metrics.chart import Chart
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.problem import Text
from kpi_desktop.model.selection import Period

NOTE, LABEL = 8.25, 9.0
"""Font sizes in points (11 and 12 pixels)."""
FONT, UNKNOWN = "Inter", "\u25a1"
"""The shipped font, and what stands for a sign that it does not have."""


def _font_files() -> list[Path]:
    return sorted(paths.resource("fonts").glob("*.otf"))


@cache
def load_fonts() -> None:
    """Make the shipped font known to matplotlib, once."""
    from matplotlib import font_manager, rcParams

    for path in _font_files():
        font_manager.fontManager.addfont(str(path))
    rcParams["svg.fonttype"] = "none"


class _Signs(dict[int, str]):
    """How each sign is drawn, by its code: as it is where the font has it, blanks as a space, control signs and loose marks not at all."""

    def __init__(self) -> None:
        from matplotlib.ft2font import FT2Font

        super().__init__()
        self._known = frozenset.intersection(*(frozenset(FT2Font(str(path)).get_charmap()) for path in _font_files()))

    def __missing__(self, code: int) -> str:
        sign, kind = chr(code), unicodedata.category(chr(code))
        if code in self._known and kind[0] != "C":
            drawn = sign
        elif sign.isspace():
            drawn = " "
        else:
            drawn = "" if kind[0] == "M" or kind in ("Cc", "Cf") else UNKNOWN
        self[code] = drawn
        return drawn


_signs = cache(_Signs)


def drawable(text: str) -> str:
    """The text in signs that the shipped font can draw; PDF/UA refuses any other."""
    return unicodedata.normalize("NFC", text).translate(_signs())


def said(text: Text | str) -> str:
    """A text in the language at hand, in signs that can be drawn."""
    return drawable(say(text))


def label(value: Period | Text | str) -> str:
    """A place on the category axis."""
    return i18n.period(value, short=True) if isinstance(value, Period) else said(value)


def told(value: float | None, chart: Chart) -> str:
    """A value of a chart in its unit, shortened."""
    return drawable(i18n.figure(value, chart.unit, chart.currency, compact=True))


def scaled(marks: Sequence[float], chart: Chart) -> list[str]:
    """The values at the marks of one scale, all of them shortened alike: 0, 40 k, 80 k, 120 k."""
    return [drawable(text) for text in i18n.moneys(marks, chart.currency)] if chart.unit is Unit.MONEY else [told(m, chart) for m in marks]


def cut(text: str, most: int = 24) -> str:
    """A text that is not longer than this many signs."""
    return text if len(text) <= most else text[: most - 1] + "…"


@lru_cache(4096)
def width(text: str, size: float = NOTE, weight: int = 400) -> float:
    """How wide a text is, in points."""
    return _measure[-1](text, size, weight)


def _measured(text: str, size: float, weight: int) -> float:
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    load_fonts()
    return float(text_to_path.get_text_width_height_descent(text, FontProperties(family=FONT, size=size, weight=weight), ismath=False)[0])


_measure: list[Callable[[str, float, int], float]] = [_measured]


def measure_with(measure: Callable[[str, float, int], float]) -> None:
    """Let a faster hand measure texts from now on; it must say the same."""
    _measure.append(measure)


def broken(text: str, room: float) -> str:
    """The text in lines of at most `room` points, at most three; what does not fit is cut with an ellipsis."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if width(longer) <= room or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > 3:
        lines = [*lines[:2], f"{lines[2]}…"]
    for at, line in enumerate(lines):
        while width(line) > room and len(line) > 2:
            line = line.rstrip("…")[:-1] + "…"
        lines[at] = line
    return "\n".join(lines)
