"""What changed from one version of a plan to the next, in words."""

from __future__ import annotations

from collections.abc import Mapping

from kpi_desktop.metrics.registry import KPIS
from kpi_desktop.model.plans import Plan
from kpi_desktop.model.problem import Money, Text
from kpi_desktop.planning.practices import practice_name


def changes(before: Plan, after: Plan, currency: str) -> tuple[Text, ...]:
    """One sentence per budget, goal or action that differs."""
    found = []
    old, new = _amounts(before), _amounts(after)
    for name in dict.fromkeys((*old, *new)):
        a, b = old.get(name, 0.0), new.get(name, 0.0)
        if abs(a - b) >= 0.01:
            found.append(Text("{practice}: {before} became {after}.", practice=practice_name(name, after.kind), before=Money(a, currency),
                              after=Money(b, currency)))
    labels: Mapping[str, Text] = {k.id: k.label for k in KPIS}
    was, now = ({(g.kpi, g.member): g.value for g in p.goals} for p in (before, after))
    for goal in dict.fromkeys((*was, *now)):
        if was.get(goal) != now.get(goal):
            kpi = labels.get(goal[0], goal[0])
            found.append(Text("Goal of {kpi}: {before} became {after}.", kpi=Text("{kpi}, {member}", kpi=kpi, member=goal[1]) if goal[1] else kpi,
                              before=_said(was.get(goal)), after=_said(now.get(goal))))
    keys = {a.key for a in before.actions}
    more, less = [a for a in after.actions if a.key not in keys], keys - {a.key for a in after.actions}
    found += [Text("New action: {action}", action=a.text) for a in more]
    found += [Text("No longer: {action}", action=a.text) for a in before.actions if a.key in less]
    return tuple(found)


def _amounts(plan: Plan) -> dict[str, float]:
    out: dict[str, float] = {}
    for b in plan.budget:
        out[b.practice] = out.get(b.practice, 0.0) + b.amount
    return out


def _said(value: float | None) -> object:
    return Text("none") if value is None else round(value, 2)
