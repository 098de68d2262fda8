"""Draws charts onto a matplotlib Figure, the same on screen and on paper."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kpi_desktop import i18n, paths
from kpi_desktop.i18n import say
from kpi_desktop.metrics.result import Chart, Unit
from kpi_desktop.model.problem import Text
from kpi_desktop.model.selection import Period
from kpi_desktop.theme_colours import Palette

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

NOTE, LABEL = 8.25, 9.0
"""Font sizes in points (11 and 12 pixels)."""
FONT, UNKNOWN = "Inter", "\u25a1"
"""The shipped font, and what stands for a sign that it does not have."""


def _font_files() -> list[Path]:
    return sorted(paths.resource("fonts").glob("*.otf"))


@cache
def _fonts() -> None:
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


def draw(figure: Figure, chart: Chart, palette: Palette) -> None:
    """Draw the chart on an emptied figure."""
    from matplotlib import rc_context

    _fonts()
    figure.clear()
    figure.set_facecolor(palette.surface)
    with rc_context({"font.family": FONT, "font.size": NOTE, "text.color": palette.text, "text.parse_math": False, "axes.unicode_minus": True}):
        axes = figure.add_subplot()
        axes.set_facecolor(palette.surface)
        axes.spines[:].set_visible(False)
        axes.tick_params(length=0, colors=palette.quiet, labelsize=NOTE)
        CHARTS[chart.kind](axes, chart, palette)


def label(value: Period | Text | str) -> str:
    """A place on the category axis."""
    return i18n.period(value, short=True) if isinstance(value, Period) else _said(value)


def _said(text: Text | str) -> str:
    return drawable(say(text))


def _value(value: float | None, chart: Chart) -> str:
    return drawable(i18n.figure(value, chart.unit, chart.currency, compact=True))


def _cut(text: str, most: int = 24) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _reference(axes: Axes, chart: Chart, palette: Palette, *, vertical: bool) -> None:
    if chart.reference is None:
        return
    line = axes.axvline if vertical else axes.axhline
    line(chart.reference, color=palette.quiet, linewidth=1, linestyle=(0, (4, 3)), zorder=1)
    said = f"{_said(chart.reference_label or '')} {_value(chart.reference, chart)}".strip()
    if vertical:
        place, coordinates, moved = (chart.reference, 1), ("data", "axes fraction"), (4, 2)
    else:
        place, coordinates, moved = (0, chart.reference), ("axes fraction", "data"), (0, 3)
    axes.annotate(said, place, xycoords=coordinates, xytext=moved, textcoords="offset points", color=palette.quiet, fontsize=NOTE)


def _trend(axes: Axes, chart: Chart, palette: Palette) -> None:
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    series = chart.series[0]
    places = list(range(len(chart.labels)))
    nan = float("nan")
    values = [nan if v is None else v for v in series.values]
    colour = palette.role(series.role)
    if series.low and any(v is not None for v in series.low):
        pairs = [(nan, nan) if a is None or b is None else (a, b) for a, b in zip(series.low, series.high, strict=True)]
        axes.fill_between(places, [a for a, _ in pairs], [b for _, b in pairs], color=colour, alpha=0.14, linewidth=0)
    last = max((i for i, v in enumerate(series.values) if v is not None), default=None)
    whole = len(places) if last is None or not chart.unfinished else last
    axes.plot(places[:whole], values[:whole], color=colour, linewidth=1.8, marker="o", markersize=3.5, zorder=3)
    if last is not None:
        if chart.unfinished:  # to date only: a dashed way to a hollow point
            axes.plot(places[max(0, last - 1):last + 1], values[max(0, last - 1):last + 1], color=colour, linewidth=1.4, linestyle=(0, (2, 2)), zorder=2)
            axes.plot(last, values[last], color=colour, marker="o", markersize=5, markerfacecolor=palette.surface, zorder=3)
        axes.annotate(_value(series.values[last], chart), (last, values[last]), xytext=(0, 7), textcoords="offset points", ha="center", fontsize=LABEL,
                      weight=600, color=palette.text)
    _reference(axes, chart, palette, vertical=False)
    _target(axes, chart, palette)
    axes.set_xlim(-0.4, len(places) - 0.5)
    _places(axes, [label(v) for v in chart.labels])
    axes.margins(y=0.16)
    _flags(axes, chart, palette)
    axes.yaxis.set_major_locator(MaxNLocator(4, integer=chart.unit is Unit.COUNT))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda v, _: _value(v, chart)))
    axes.grid(axis="y", color=palette.line, linewidth=0.8)
    axes.set_axisbelow(True)


def _target(axes: Axes, chart: Chart, palette: Palette) -> None:
    if chart.target is None:
        return
    axes.axhline(chart.target, color=palette.accent, linewidth=1, linestyle=(0, (5, 3)), zorder=1)
    beside = chart.reference is not None and chart.reference < chart.target  # the two lines may lie close: each is told on its own side
    axes.annotate(_said(Text("target {value}", value=_value(chart.target, chart))), (0, chart.target), xycoords=("axes fraction", "data"),
                  xytext=(0, 3 if beside or chart.reference is None else -10), textcoords="offset points", color=palette.accent, fontsize=NOTE)


def _flags(axes: Axes, chart: Chart, palette: Palette) -> None:
    """Small numbered flags on top, where something happened; those of one place stand as one."""
    places: dict[int, list[int]] = {}
    for mark in chart.marks:
        places.setdefault(mark.at, []).append(mark.number)
    for at, numbers in places.items():
        axes.axvline(at, color=palette.comparison, linewidth=0.8, linestyle=(0, (1, 2)), zorder=0)
        said = str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"
        axes.annotate(said, (at, 1), xycoords=("data", "axes fraction"), ha="center", va="center", fontsize=NOTE - 0.75, color=palette.surface, weight=600,
                      bbox={"boxstyle": "round,pad=0.28", "facecolor": palette.quiet, "edgecolor": "none"}, zorder=5)


def _places(axes: Axes, labels: Sequence[str]) -> None:
    """Label the places on the horizontal axis, as many as have room at the width that the axes then have, the last among them."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path
    from matplotlib.ticker import FixedLocator, FuncFormatter

    font = FontProperties(family=FONT, size=NOTE)
    need = max(text_to_path.get_text_width_height_descent(text, font, ismath=False)[0] for text in labels) + NOTE / 2  # points, with a gap

    class Fitting(FixedLocator):
        def __call__(self) -> Sequence[float]:
            first, last = axes.get_xlim()
            room = 72 * axes.bbox.width / axes.figure.dpi / (last - first)  # points per place
            step = math.ceil(need / max(room, 1.0))
            return range((len(labels) - 1) % step, len(labels), step)

    axes.xaxis.set_major_locator(Fitting(range(len(labels))))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda place, _: str(labels[round(place)])))


def _horizontal(axes: Axes, labels: Sequence[str], palette: Palette) -> None:
    axes.set_yticks(range(len(labels)), labels, color=palette.text, fontsize=NOTE)
    axes.set_ylim(len(labels) - 0.4, -0.6)
    axes.set_xticks([])


def _bars(axes: Axes, chart: Chart, palette: Palette) -> None:
    series = chart.series[0]
    values = [v or 0.0 for v in series.values]
    _horizontal(axes, [_cut(label(v)) for v in chart.labels], palette)
    axes.barh(range(len(values)), values, height=0.58, color=palette.role(series.role))
    starts, ends, reach = list(values), list(values), 5 * max(map(abs, values))
    for at, (low, high) in enumerate(zip(series.low, series.high, strict=True)):
        if low is not None and high is not None and -reach < low and high < reach:
            axes.plot((low, high), (at, at), color=palette.quiet, linewidth=1.2)
            starts[at], ends[at] = min(starts[at], low), max(ends[at], high)
    for at, value in enumerate(series.values):
        axes.annotate(_value(value, chart), (max(ends[at], 0), at), xytext=(5, 0), textcoords="offset points", va="center", color=palette.text, fontsize=NOTE)
    axes.set_xlim(min(0.0, *starts) * 1.1, (max(*ends, 0.0) or 1.0) * 1.22)
    if min(starts) < 0:
        axes.axvline(0, color=palette.line, linewidth=1)


def _funnel(axes: Axes, chart: Chart, palette: Palette) -> None:
    """Bars of equal height. Visitors dwarf what follows, so lengths are drawn on a root scale, and every count is written."""
    by_role = {s.role: s for s in chart.series}
    counts = by_role["accent"].values
    scale = lambda v: (v or 0.0) ** 0.5  # noqa: E731  one line, used thrice
    every = [scale(v) for s in chart.series for v in s.values]
    _horizontal(axes, [label(v) for v in chart.labels], palette)
    top = max([*every, 1.0])
    if (expected := by_role.get("quiet")) is not None:
        for at, value in enumerate(expected.values):
            if value is not None:
                axes.barh(at, scale(value), height=0.5, color=palette.soft, edgecolor=palette.accent, hatch="////", linewidth=0.6)
    for at, value in enumerate(counts):
        marked = at == chart.highlight
        axes.barh(at, scale(value), height=0.5, color=palette.worse if marked else palette.accent)
    if (compared := by_role.get("comparison")) is not None:
        for at, value in enumerate(compared.values):
            if value is not None:
                axes.plot((scale(value),) * 2, (at - 0.32, at + 0.32), color=palette.text, linewidth=1.6)
    for at, value in enumerate(counts):
        end = max([scale(s.values[at]) for s in chart.series])
        note = _said(chart.notes[at]) if chart.notes else ""
        mark = f"  {_said(chart.mark)}" if at == chart.highlight and chart.mark is not None else ""
        axes.annotate(f"{_value(value, chart)}{mark}", (end, at), xytext=(7, 0), textcoords="offset points", va="center", weight=600, fontsize=LABEL,
                      color=palette.worse if mark else palette.text)
        if note:
            axes.annotate(note, (0, at - 0.5), xytext=(6, 0), textcoords="offset points", va="center", color=palette.quiet, fontsize=NOTE)
    axes.set_xlim(0, top * 1.22)


def _practices(axes: Axes, chart: Chart, palette: Palette) -> None:
    series = chart.series[0]
    finite = [v for group in (series.values, (chart.reference,)) for v in group if v is not None] + [v for v in series.low if v is not None]
    top = max(finite) * 1.5 or 1.0
    _horizontal(axes, [_cut(label(v)) for v in chart.labels], palette)
    for at, (value, low, high) in enumerate(zip(series.values, series.low, series.high, strict=True)):
        colour = palette.role(chart.roles[at])
        end = min(high, top) if high is not None else top
        axes.plot((low or 0.0, end), (at, at), color=colour, linewidth=1.6, alpha=0.7)
        if end == top:
            axes.plot(top, at, marker=">", color=colour, markersize=4, clip_on=False)
        if value is not None:
            axes.plot(value, at, marker="o", color=colour, markersize=6)
        said = f"{_value(value, chart)} · {_said(chart.notes[at])}" if value is not None else _said(chart.notes[at])
        axes.annotate(said, (1, at), xycoords=("axes fraction", "data"), xytext=(8, 0), textcoords="offset points", va="center", color=colour, fontsize=NOTE)
    _reference(axes, chart, palette, vertical=True)
    axes.set_xlim(0, top)
    axes.set_xticks([0, *([chart.reference] if chart.reference else [])], ["0", *([""] if chart.reference else [])])
    axes.grid(axis="y", color=palette.line, linewidth=0.6)
    axes.set_axisbelow(True)


CHARTS: dict[str, Callable[[Axes, Chart, Palette], None]] = {"trend": _trend, "bars": _bars, "funnel": _funnel, "practices": _practices}
"""Every kind of chart and what draws it."""
