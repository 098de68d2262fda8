"""What stands beside the funnel as charts: the days of a step, two funnels, and small funnels of the members."""

from __future__ import annotations

from kpi_desktop.metrics.chart import Chart, Series
from kpi_desktop.metrics.durations import Durations
from kpi_desktop.metrics.multiples import Tile, tiles
from kpi_desktop.metrics.result import Unit
from kpi_desktop.metrics.stages import Funnel, Pair, Stage, Step
from kpi_desktop.model.problem import Share, Text
from kpi_desktop.model.schema import DIMENSIONS, called


def whole(value: float) -> float | int:
    """Days as they are said: without a decimal where they are whole."""
    return int(value) if float(value).is_integer() else round(value, 1)


def days(found: Durations, before: Text, stage: Text) -> Chart:
    """How many took how many days, with the median marked."""
    labels = [str(at * found.width) if found.width == 1 else f"{at * found.width}–{(at + 1) * found.width - 1}" for at in range(len(found.counts))]
    if found.open_end:
        labels[-1] = f"{(len(labels) - 1) * found.width}+"
    title = Text("Days from {before} to {stage}", before=before, stage=stage)
    finding = Text("Half took {median} days or less, four in five between {low} and {high}.", median=whole(found.median), low=whole(found.low),
                   high=whole(found.high))
    return Chart("columns", title, tuple(labels), (Series(title, tuple(float(c) for c in found.counts)),), Unit.COUNT, "", finding, highlight=found.middle,
                 mark=Text("median {days} days", days=whole(found.median)))


def name(of: object, by: str | None) -> object:
    """What one side of a pair is called: a period, or a member of a dimension."""
    return called(of, by) if isinstance(of, str) and by is not None else of


def difference(step: Step) -> tuple[Text | str, str]:
    """A step's difference in words, and its role: better or worse only where the test says so."""
    if step.difference is None:
        return "", "quiet"
    points = Text("{sign}{points} pt", sign="+" if step.difference > 0 else "−" if step.difference < 0 else "±",
                  points=round(abs(100 * step.difference), 1))
    if step.differs:
        return (Text("{points}, better", points=points), "better") if step.difference > 0 else (Text("{points}, worse", points=points), "worse")
    return (Text("{points}, not tested", points=points) if step.differs is None else Text("{points}, within noise", points=points)), "quiet"


def pair(found: Pair) -> Chart:
    """Two funnels back to back on one scale, each with its rates, the difference of every step between them."""
    left, right = name(found.left, found.by), name(found.right, found.by)
    series = (Series(left, tuple(s.left.count for s in found.steps), notes=tuple(_rate(s.left) for s in found.steps)),  # type: ignore[arg-type]
              Series(right, tuple(s.right.count for s in found.steps), role="comparison", notes=tuple(_rate(s.right) for s in found.steps)))  # type: ignore[arg-type]
    words = [difference(s) for s in found.steps]
    told = [(s, w) for s, (w, role) in zip(found.steps, words, strict=True) if role != "quiet"]
    silent = all(s.difference is None for s in found.steps)
    finding = Text("Nothing can be compared: one of the two has no data.") if silent else Text("No step differs by more than noise.") if not told else Text(
        "Beyond noise: {steps}.", steps=_joined([Text("{stage} {difference}", stage=s.left.label, difference=w) for s, w in told]))
    return Chart("pair", Text("{left} against {right}", left=left, right=right), tuple(s.left.label for s in found.steps), series, Unit.COUNT, "", finding,
                 notes=tuple(w for w, _ in words), roles=tuple(role for _, role in words))


def _joined(parts: list[Text]) -> Text:
    said = parts[0]
    for part in parts[1:]:
        said = Text("{first}; {second}", first=said, second=part)
    return said


def _rate(stage: Stage) -> Text | str:
    return Text("{rate}", rate=Share(stage.rate_from_previous)) if stage.rate_from_previous is not None else ""


def multiples(found: Funnel) -> Chart | None:
    """The members' funnels as small multiples on one scale; None without members."""
    if found.by is None or not found.members:
        return None
    shown = tiles(found)
    series = tuple(Series(_called(t, found.by), tuple(s.count for s in t.stages), notes=tuple(_rate(s) for s in t.stages), highlight=t.weak,
                          key="" if t.member is None else f"={t.member}") for t in shown)
    weak = [Text("{member}: {stage}", member=_called(t, found.by), stage=found.stages[t.weak].label) for t in shown if t.weak is not None]
    title = Text("The funnel by {dimension}", dimension=DIMENSIONS[found.by])
    finding = Text("Behind the rest by more than noise: {steps}.", steps=_joined(weak)) if weak else Text("No member is behind the rest by more than noise.")
    return Chart("funnels", title, tuple(s.label for s in found.stages), series, Unit.COUNT, "", finding)


def _called(tile: Tile, by: str) -> Text | str:
    return Text("all others") if tile.member is None else called(tile.member, by)
