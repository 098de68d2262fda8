"""Plans as the command line tells them: listed with how they stand, made anew, written to a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kpi_desktop import i18n
from kpi_desktop.app import plan_screen
from kpi_desktop.app.plan import FactShown, PlanAsked, added, latest
from kpi_desktop.app.reporting import usual_period
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.model.plans import Plan
from kpi_desktop.model.problem import Text, UserError
from kpi_desktop.model.selection import Period, Selection
from kpi_desktop.planning.practices import practice_name
from kpi_desktop.planning.standing import STANDINGS
from kpi_desktop.store import decisions
from kpi_desktop.store.workspace import Workspace


def asked(ws: Workspace, data: Dataset, name: str | None, make: str | None, out: Path | None) -> tuple[dict[str, Any], Iterator[str]]:
    """What the command prints, in the public form and as lines. UserError where a plan is not there."""
    selection = Selection(usual_period(data))
    if make is not None:
        made = plan_screen.draft(data, selection, decisions.decided(ws), PlanAsked(draft=True, period=Period.parse(make)))
        decisions.set_planned(ws, added(decisions.planned(ws), made))
        name = made.name
    decided = decisions.decided(ws)
    plans = decided.planned.plans
    if name is not None:
        found = latest(tuple(p for p in plans if p.name == name), PlanAsked(name))
        if found is None:
            raise UserError(Text("There is no plan “{name}”.", name=name), Text("See “kpi-desktop plans --workspace FILE”."))
        plans = (found,)
    if out is not None:
        if len(plans) != 1:
            raise UserError(Text("Which plan shall be written?"), Text("Name it with --name."))
        plan_screen.export(ws, data, selection, plans[0], out, lambda done, total: None)
    facts = [plan_screen.fact(data, selection, decided, PlanAsked(p.name, p.version)) for p in plans]
    told = {"plans": [_told(p, f) for p, f in zip(plans, facts, strict=True)]}
    return told, _lines(plans, facts, data.currency, out)


def _told(plan: Plan, fact: FactShown) -> dict[str, Any]:
    return {"name": plan.name, "version": plan.version, "period": plan.period, "kind": plan.kind,
            "approved": plan.approved.isoformat() if plan.approved is not None else None, "budget": plan.amount(),
            "goals": {g.kpi: g.value for g in plan.goals if not g.member},
            "goals_of_practices": [{"kpi": g.kpi, "practice": g.member, "value": g.value} for g in plan.goals if g.member],
            "basis": asdict(plan.basis) | {"until": plan.basis.until.isoformat()} if plan.basis is not None else None,
            "months": [asdict(b) for b in plan.budget], "expected": [asdict(e) for e in plan.expected],
            "actions": [asdict(a) | {"due": a.due.isoformat() if a.due is not None else None} for a in plan.actions],
            "passed": fact.share, "note": say(fact.note) if fact.note is not None else None,
            "practices": [{"name": p.practice, "budget": p.budget, "due": p.due, "spent": p.spent, "sqls": p.sqls, "sqls_due": p.sqls_due, "end": asdict(p.end),
                           "standing": p.standing, "verdict_then": p.said, "verdict_now": p.now} for p in fact.practices],
            "said": [{"what": what, "came": say(came)} for what, came in fact.said]}


def _lines(plans: tuple[Plan, ...], facts: list[FactShown], money: str, out: Path | None) -> Iterator[str]:
    if not plans:
        yield tr("There is no plan yet.")
    for plan, fact in zip(plans, facts, strict=True):
        yield f"{tr('{name}, version {version}', name=plan.name, version=plan.version)} ({say(plan.state)}): {i18n.money(plan.amount(), money)}"
        for a in plan.actions:
            yield f"    {i18n.day(a.due) if a.due is not None else i18n.NONE}  {a.text}"
        for p in fact.practices:
            name = say(practice_name(p.practice, plan.kind))
            yield f"    {name:28} {p.sqls} / {i18n.number(p.sqls_due, 0)} SQL  {say(STANDINGS[p.standing])}"
        if fact.note is not None:
            yield f"    {say(fact.note)}"
    if out is not None:
        yield tr("The plan is in {file}.", file=str(out))
