"""Where a chart is drawn: axes with margins in points and plain texts for their places, and the spots that tell a value under the pointer.

Measured: matplotlib's own ticks and its layout engines take more than half of a draw; texts and one collection of lines take a third of that.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kpi_desktop.charts import letters
from kpi_desktop.charts.letters import NOTE, cut, label, told, width
from kpi_desktop.metrics.chart import Chart
from kpi_desktop.metrics.result import Unit
from kpi_desktop.theme_colours import Palette

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Text as Drawn

_GAP = 5.0  # points between an axis and its texts
_SHORT, _LONG, _EACH = 24, 40, 12.0  # signs that a row's name may have, and the points of the figure's width that bring one
_LINE = 11.0  # points that a line of notes takes
_TITLE = 12.0  # points that the title of a scale takes


@dataclass(frozen=True)
class Spot:
    """A place of a chart that tells something: data coordinates in `axes`. `by` says what the pointer must be near to: "x", "y" or both ("");
    `key`, where there is one, what choosing the place means."""

    axes: Axes
    x: float
    y: float
    text: str
    by: str = ""
    key: str = ""


@dataclass
class Canvas:
    """A figure that is being drawn on, the colours, and the spots found on the way. Sizes are in points."""

    figure: Figure
    palette: Palette
    spots: list[Spot] = field(default_factory=list)
    taken: int = 0
    """How many of the figure's axes this chart uses."""

    @property
    def wide(self) -> float:
        """Width of the figure."""
        return 72 * self.figure.bbox.width / self.figure.dpi

    @property
    def high(self) -> float:
        """Height of the figure."""
        return 72 * self.figure.bbox.height / self.figure.dpi

    def axes(self, left: float, right: float, top: float, bottom: float) -> Axes:
        """Bare axes with these margins: those that the figure has already, then new ones."""
        across, down = max(self.wide, left + right + 20), max(self.high, top + bottom + 20)
        place = (left / across, bottom / down, 1 - (left + right) / across, 1 - (top + bottom) / down)
        if self.taken < len(self.figure.axes):
            made = self.figure.axes[self.taken]
            made.set_position(place)
        else:
            made = self.figure.add_axes(place)
            made.set_axis_off()
        made.set_autoscale_on(False)
        self.taken += 1
        return made

    def columns(self, labels: Sequence[str], top: float, bottom: float, chart: Chart, *, above: float = 16.0) -> Axes:
        """Axes with a place per label from left to right, and a scale from `bottom` to `top` (data) whose values stand at the left."""
        share = chart.unit is Unit.RATE and all(v is None or v <= 1 for s in chart.series for v in (*s.values, *s.high))
        marks = scale(bottom, min(top, 1.0) if share else top, whole=chart.unit is Unit.COUNT)
        names = letters.scaled(marks, chart)
        left = max(map(width, names), default=0.0) + _GAP + 3
        right = max(4.0, width(labels[-1]) / 2 - (self.wide - left) / (2 * len(labels)) + 2 if labels else 0.0)
        made = self.axes(left, right, above, _LINE + _GAP)
        made.set_xlim(-0.5, len(labels) - 0.5)
        made.set_ylim(bottom, top)
        made.hlines(marks, -0.5, len(labels) - 0.5, color=self.palette.line, linewidth=0.8, zorder=0)
        for mark, name in zip(marks, names, strict=True):
            self.note(made, name, (0, mark), ("axes fraction", "data"), (-_GAP, 0), ha="right", va="center", gid="scale")
        self.places(made, labels)
        return made

    def plane(self, right: float, top: float, above: float, across: Mapping[float, str], up: Mapping[float, str], title: str) -> Axes:
        """Axes from 0 to `right` and to `top` (data), with two scales (mark -> its text); `title` says what the one across counts."""
        made = self.axes(max(map(width, up.values()), default=0.0) + _GAP + 3, 20, above, 2 * _TITLE + _GAP)
        made.set_xlim(0, right)
        made.set_ylim(0, top)
        made.hlines(list(up), 0, right, color=self.palette.line, linewidth=0.8, zorder=0)
        for mark, name in up.items():
            self.note(made, name, (0, mark), ("axes fraction", "data"), (-_GAP, 0), ha="right", va="center", gid="scale")
        for mark, name in across.items():
            self.note(made, name, (mark, 0), ("data", "axes fraction"), (0, -_GAP), ha="center", va="top", gid="scale")
        self.note(made, title, (1, 0), "axes fraction", (0, -_GAP - _TITLE), ha="right", va="top", gid="axis")
        return made

    def places(self, axes: Axes, labels: Sequence[str]) -> None:
        """Name the places from left to right below the axes, as many as have room, the last among them."""
        if not labels:
            return
        room = 72 * axes.bbox.width / self.figure.dpi / len(labels)
        step = math.ceil((max(map(width, labels)) + NOTE / 2) / max(room, 1.0))
        for at in range((len(labels) - 1) % step, len(labels), step):
            self.note(axes, labels[at], (at, 0), ("data", "axes fraction"), (0, -_GAP), ha="center", va="top", gid="place")

    def names(self, chart: Chart) -> list[str]:
        """The names of a chart's rows, the longest cut so that they leave most of the width to the figures."""
        return [cut(label(v), max(_SHORT, min(_LONG, int(self.wide // _EACH)))) for v in chart.labels]

    def rows(self, labels: Sequence[str], *, right: float = 8.0, top: float = 2.0, bottom: float = 2.0, head: float = 0.0) -> Axes:
        """Axes with a place per label from top to bottom; the labels stand at the left."""
        left = max(map(width, labels), default=0.0) + _GAP + 3
        made = self.axes(left, right, top + head, bottom)
        made.set_ylim(len(labels) - 0.4, -0.6)
        for at, text in enumerate(labels):
            self.note(made, text, (0, at), ("axes fraction", "data"), (-_GAP, 0), ha="right", va="center", colour=self.palette.text, gid="place")
        return made

    def note(self, axes: Axes, text: str, at: tuple[float, float], of: str | tuple[str, str] = "data", moved: tuple[float, float] = (0, 0), *,
             colour: str = "", ha: str = "left", va: str = "baseline", size: float = NOTE, weight: int = 400, gid: str = "", **more: object) -> Drawn:
        """A piece of text at a place, moved by some points."""
        from kpi_desktop.charts.notes import Note, font

        made = Note(axes, text, at, (of, of) if isinstance(of, str) else of, moved, color=colour or self.palette.quiet, ha=ha, va=va,
                    fontproperties=font(size, weight), **more)
        made.set_gid(gid or None)
        return made

    def boxes(self, axes: Axes, boxes: Iterable[tuple[float, float, float, float]], colours: str | Sequence[str], **more: Any) -> None:
        """Filled rectangles (x, y, width, height; data). Those of `bar` and `barh` each widen the axes' limits anew, which are set here anyway: that
        takes longer than drawing them."""
        from matplotlib.patches import Rectangle

        for at, (x, y, wide, high) in enumerate(boxes):
            axes.add_artist(Rectangle((x, y), wide, high, facecolor=colours if isinstance(colours, str) else colours[at], **more))

    def reference(self, axes: Axes, chart: Chart, *, upright: bool = False) -> None:
        """A dashed line to compare with, and what it is, at its begin: above it, or below where a line of values runs through that place."""
        if chart.reference is None:
            return
        line = axes.axvline if upright else axes.axhline
        line(chart.reference, color=self.palette.quiet, linewidth=1, linestyle=(0, (4, 3)), zorder=1)
        name = f"{letters.said(chart.reference_label or '')} {told(chart.reference, chart)}".strip()
        if upright:
            self.note(axes, name, (chart.reference, 1), ("data", "axes fraction"), (4, 2))
        else:
            crossed = self._runs(axes, chart, width(name), 1, 13) and not self._runs(axes, chart, width(name), -13, -1)
            below = chart.target > chart.reference if chart.target is not None else crossed  # the target's line may lie close above
            self.note(axes, name, (0, chart.reference), ("axes fraction", "data"), (0, -4 if below else 3), va="top" if below else "baseline", gid="reference")

    def _runs(self, axes: Axes, chart: Chart, wide: float, low: float, high: float) -> bool:
        """Whether the first series runs through the place at the left that is as wide as this, between two distances from the reference (points)."""
        (left, right), (bottom, top), values = axes.get_xlim(), axes.get_ylim(), chart.series[0].values
        across, up = 72 * axes.bbox.width / self.figure.dpi, 72 * axes.bbox.height / self.figure.dpi
        for at in range(40):
            x = left + (right - left) * wide / across * at / 39
            before, after = (values[k] if 0 <= k < len(values) else None for k in (math.floor(x), math.ceil(x)))
            if before is not None and after is not None:
                y = (before + (after - before) * (x - math.floor(x)) - (chart.reference or 0.0)) / (top - bottom) * up
                if low <= y <= high:
                    return True
        return False

    def spot(self, axes: Axes, x: float, y: float, text: str, by: str = "", key: str = "") -> None:
        """Tell something of a place."""
        self.spots.append(Spot(axes, x, y, text, by, key))


def scale(low: float, high: float, *, whole: bool = False, count: int = 4) -> list[float]:
    """Round values between two ends, `count` steps or fewer; whole ones where parts have no meaning."""
    from matplotlib.ticker import MaxNLocator

    marks = MaxNLocator(count, integer=whole).tick_values(low, high)
    slack = 1e-9 * (high - low)
    return [float(m) for m in marks if low - slack <= m <= high + slack]


def reach(values: Sequence[float | None], *, floor: float | None = None, margin: float = 0.16) -> tuple[float, float]:
    """The ends of a scale that holds these values with some room."""
    known = [v for v in values if v is not None]
    low, high = min(known, default=0.0), max(known, default=1.0)
    if low == high == 0:
        return -margin, 1.0  # nothing but zeros: a scale from nought to one, without parts below it
    if floor is not None:
        low = min(low, floor)
    spread = (high - low) or abs(high) or 1.0
    return low - margin * spread if floor is None or low < floor else low, high + margin * spread
