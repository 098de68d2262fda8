"""What the command `funnel` tells beside the stages: who is stuck, and two members of a dimension side by side."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kpi_desktop import i18n
from kpi_desktop.app.building import has_member
from kpi_desktop.app.funnel_screen import waiting
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics import funnel_pictures, pairs
from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.journeys import IDS, LABELS
from kpi_desktop.metrics.stages import Pair, Stage, Stuck
from kpi_desktop.metrics.stuck import stuck
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.schema import DIMENSIONS
from kpi_desktop.model.selection import Filter, Selection

_LINES = 20
_KEYS = ("owner", "channel", "since", "days")


def versus(data: Dataset, selection: Selection, mode: str, asked: list[str]) -> Pair:
    """Two members side by side, from two texts like "channel=Webinar"; UserError where they are no members of one dimension."""
    parts = [text.partition("=") for text in asked]
    by = parts[0][0]
    if by not in DIMENSIONS or any(dimension != by or not sign for dimension, sign, _ in parts):
        raise UserError(Text("“{one}” and “{other}” are not two members of one dimension.", one=asked[0], other=asked[1]),
                        Text("Write DIMENSION=MEMBER twice; the dimensions are {names}.", names=", ".join(DIMENSIONS)))
    for _, _, member in parts:
        if not has_member(data, Filter(by, member)):
            raise UserError(Text("No row has the {dimension} “{member}”.", dimension=by, member=member),
                            Text("See the names with “kpi-desktop funnel --by {dimension}”.", dimension=by))
    one, other = parts[0][2], parts[1][2]
    return Pair(one, other, pairs.steps(*pairs.of_members(data, selection, mode, by, one, other)), by)


def versus_json(found: Pair) -> dict[str, Any]:
    """Both funnels step by step; `differs` is null where no test exists."""
    def side(s: Stage) -> dict[str, Any]:
        return {"count": s.count, "rate_from_previous": s.rate_from_previous, "median_days": s.median_days, "maturing": s.maturing}

    return {"dimension": found.by, "members": [found.left, found.right], "steps": [
        {"id": s.left.id, "left": side(s.left), "right": side(s.right), "difference": s.difference, "differs": s.differs, "small_sample": s.small}
        for s in found.steps]}


def versus_lines(found: Pair) -> Iterator[str]:
    """The same to be read."""
    names = [i18n.shown(funnel_pictures.name(n, found.by)) for n in (found.left, found.right)]
    yield tr("{one} against {other}", one=names[0], other=names[1])
    for s in found.steps:
        sides = "  ".join(f"{i18n.number(side.count):>10} {i18n.percent(side.rate_from_previous):>9}" for side in (s.left, s.right))
        yield f"  {say(s.left.label):12} {sides}  {say(funnel_pictures.difference(s)[0])}".rstrip()


def stuck_json(path: Path, data: Dataset, selection: Selection, mode: str) -> list[dict[str, Any]]:
    """By stage: the limit in days, and everybody who waits for longer, the longest first."""
    return [{"stage": s.stage, "limit_days": s.limit, "people": [
        dict(zip(("lead", "company", *_KEYS) if s.rows.table == "leads" else ("deal", "customer", *_KEYS),
                 (v.isoformat() if hasattr(v, "isoformat") else v for v in row), strict=True))
        for row in waiting(path, data, s, most=None).rows]} for s in stuck(data, selection, mode)]


def stuck_lines(path: Path, data: Dataset, selection: Selection, mode: str) -> Iterator[str]:
    """The same to be read: the first of each stage."""
    for s in stuck(data, selection, mode):
        yield _head(s)
        for row in waiting(path, data, s, most=_LINES).rows:
            yield "  " + "  ".join(f"{i18n.shown(v) if v is not None else i18n.NONE:20}" for v in row[:-1]) + f" {row[-1]:>6}"
        if len(s.rows.ids) > _LINES:
            yield "  " + tr("and %n more; see --json", "", len(s.rows.ids) - _LINES)


def _head(s: Stuck) -> str:
    told = tr("%n wait(s) there for more than {days} days.", "", len(s.rows.ids), days=i18n.number(s.limit))
    return f"{say(Text('Stuck at {stage}', stage=LABELS[IDS.index(s.stage)]))}: {told}"
