"""The plan's screen and the one of plan against fact."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kpi_desktop.app import budget_screen
from kpi_desktop.app.budget import DRAFT
from kpi_desktop.app.plan import FactShown, PlanAsked, PlanShown, latest
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics.dataset import Dataset
from kpi_desktop.metrics.registry import Progress, compute
from kpi_desktop.metrics.result import KpiState
from kpi_desktop.model.decided import Decided, Planned
from kpi_desktop.model.decisions import Target, Verdict
from kpi_desktop.model.plans import STATES, Action, Assumptions, Plan, Range
from kpi_desktop.model.problem import Share, Text, UserError
from kpi_desktop.model.schema import NO_DAY
from kpi_desktop.model.selection import Compare, Filter, Period, Selection, day_of
from kpi_desktop.planning import plan as drafts
from kpi_desktop.planning.basis import basis
from kpi_desktop.planning.basis import told as assumed
from kpi_desktop.planning.changes import changes
from kpi_desktop.planning.fact import EARLY, against, passed
from kpi_desktop.planning.hypotheses import judge
from kpi_desktop.planning.standing import GoalFact, GoalRow, PracticeFact
from kpi_desktop.planning.tested import ANSWERS
from kpi_desktop.planning.verdicts import review
from kpi_desktop.report.contents import PlanTold
from kpi_desktop.store import decisions
from kpi_desktop.store.workspace import Workspace

_STANDING = {"reached": "ahead", "ahead": "ahead", "on_pace": "on", "behind": "behind", "missed": "behind"}


def shown(data: Dataset, selection: Selection, decided: Decided, asked: PlanAsked) -> PlanShown:
    """The plans that are kept; a draft of a new one where it was asked for."""
    planned = decided.planned
    names = tuple(s.name for s in planned.scenarios if s.name != DRAFT)
    plan = latest(planned.plans, asked)
    blank = PlanShown(asked, planned.plans, plan, _goals(plan, data), names, (), data.currency)
    if plan is not None:
        before = next((p for p in planned.plans if p.name == plan.name and p.version == plan.version - 1), None)
        blank = replace(blank, members=_members(plan, planned), rests=assumed(plan.basis, plan.kind, data.currency) if plan.basis is not None else (),
                        changes=changes(before, plan, data.currency) if before is not None else ())
    if not asked.draft:
        return blank
    try:
        return replace(blank, made=draft(data, selection, decided, asked))
    except UserError as error:
        return replace(blank, trouble=(error.what, error.advice))


def _goals(plan: Plan | None, data: Dataset) -> tuple[GoalRow, ...]:
    if plan is None:
        return ()
    base = compute(data, Selection(budget_screen.last_months(data), Compare.NONE), full=False)
    aims = {g.kpi: g.value for g in plan.goals if not g.member}
    of_all = tuple(GoalRow(s.kpi.id, s.kpi.label, s.kpi.unit, aims.get(s.kpi.id), s.result.value) for s in base.kpis)
    return (*of_all, *(_goal_of_member(g, data, base.selection) for g in plan.goals if g.member))


def _goal_of_member(goal: Target, data: Dataset, base: Selection) -> GoalRow:
    only = base.narrowed(Filter(goal.dimension, goal.member))
    (state,) = compute(data, only, (goal.kpi,), trend=False, full=False).kpis
    return GoalRow(goal.kpi, state.kpi.label, state.kpi.unit, goal.value, state.result.value, goal.member)


def _members(plan: Plan, planned: Planned) -> tuple[str, ...]:
    """The practices that a goal can be set for: those of the budget that are a name in the data (a group is several)."""
    groups = {g.name for g in planned.groups if g.kind == plan.kind}
    return tuple(dict.fromkeys(b.practice for b in plan.budget if b.practice not in groups))


def draft(data: Dataset, selection: Selection, decided: Decided, asked: PlanAsked) -> Plan:
    """A new plan for a period from a scenario. UserError where nothing can be planned."""
    planned, period = decided.planned, asked.period or budget_screen.next_year(data)
    base = budget_screen.last_months(data)
    p = budget_screen.known(data, base, asked.kind, planned)
    amounts, assumptions, source = _amounts(planned, asked, period, p.amounts(period))
    expected = drafts.expected(p, amounts, period, assumptions)
    found = review(data, Selection(base, Compare.NONE, options=selection.options), asked.kind, decided.verdicts, planned)
    said = tuple(Verdict(p.kind, x.name, x.verdict, x.own.note if x.own is not None and x.own.note else say(x.reason)) for x in found.practices)
    actions = tuple(Action(f"{t.source}-{at}", say(t.text), "", t.due, "open", t.practice, t.source)
                    for at, t in enumerate(drafts.tasks(found, planned.hypotheses, period)))
    return Plan(tr("Plan for {period}", period=period), period.code, asked.kind, budget=drafts.by_month(p, amounts, period), expected=expected,
                goals=drafts.goals(data, p, amounts, expected[-1], period), actions=actions, said=said,
                basis=basis(p, source, asked.scenario, day_of(data.today), assumptions, planned.thresholds, found.ceiling))


def _amounts(planned: Planned, asked: PlanAsked, period: Period, last: dict[str, float]) -> tuple[dict[str, float], Assumptions, str]:
    """The amounts of the scenario that was asked for, of the budget at hand, or of last year, with what they assume and which of these it was."""
    chosen = next((s for s in planned.scenarios if s.name == asked.scenario and s.kind == asked.kind and s.period == period.code), None)
    if chosen is None:
        if asked.scenario:
            raise UserError(Text("The scenario “{name}” is not of this period and kind of practice.", name=asked.scenario),
                            Text("Choose another, or the period that it was made for."))
        return last, Assumptions(), "spend"
    return {n: a for n, a in chosen.amounts if n in last}, chosen.assumptions, "scenario" if asked.scenario else "budget"


# -- against fact ------------------------------------------------------------------------------------------------------


def fact(data: Dataset, selection: Selection, decided: Decided, asked: PlanAsked) -> FactShown:
    """The plan that was asked for, held against all data so far."""
    plans = decided.planned.plans
    plan = latest(plans if asked.name else _begun(data, plans), asked)
    if plan is None:
        return FactShown(asked, plans, None, None, 0.0, note=Text("There is no plan yet: make one on the page before."), currency=data.currency)
    period, share = Period.parse(plan.period), passed(data, Period.parse(plan.period))
    today = day_of(data.today) if data.today != NO_DAY else None
    blank = FactShown(asked, plans, plan, today, share, currency=data.currency, said=_said(data, decided, plan, selection))
    if not share:
        return replace(blank, note=Text("No data of {period} yet: import exports of its first weeks, and every figure is held against the plan.",
                                        period=period))
    return replace(blank, goals=_goal_facts(data, plan, selection, share), practices=_practice_facts(data, decided, plan, selection),
                   note=Text("Too early to say how it goes: {share} of the period has passed.", share=Share(share)) if share < EARLY else None)


def _begun(data: Dataset, plans: tuple[Plan, ...]) -> tuple[Plan, ...]:
    """Of no plan in particular, those come first whose period has begun: only they can be held against anything."""
    return tuple(p for p in plans if passed(data, Period.parse(p.period))) or plans


def _goal_facts(data: Dataset, plan: Plan, selection: Selection, share: float) -> tuple[GoalFact, ...]:
    """The goals of the whole, then those of single practices."""
    whole = Selection(Period.parse(plan.period), Compare.NONE, options=selection.options)
    out = []
    for where in dict.fromkeys(["", *(g.member for g in plan.goals)]):
        goals = {g.kpi: g for g in plan.goals if g.member == where}
        of = whole.narrowed(Filter(next(iter(goals.values())).dimension, where)) if where else whole
        out += [_goal_fact(s, goals[s.kpi.id], share) for s in compute(data, of, tuple(goals), targets=plan.goals).kpis]
    return tuple(out)


def _goal_fact(state: KpiState, goal: Target, share: float) -> GoalFact:
    pace = state.pace
    end = Range(pace.projected, pace.low, pace.high) if pace is not None and pace.projected is not None and pace.low is not None and \
        pace.high is not None else None
    standing = "early"
    if share >= EARLY:
        standing = _STANDING.get(str(pace.standing), "open") if pace is not None and pace.standing is not None else "open"
    label = Text("{kpi}, {member}", kpi=state.kpi.label, member=goal.member) if goal.member else state.kpi.label
    return GoalFact(label, state.kpi.unit, goal.value, state.result.value, end, standing, pace.how if pace is not None else None)


def _practice_facts(data: Dataset, decided: Decided, plan: Plan, selection: Selection) -> tuple[PracticeFact, ...]:
    period = Period.parse(plan.period).so_far(data.today)
    found = review(data, Selection(period, Compare.NONE, options=selection.options), plan.kind, (), decided.planned)
    now = {p.name: p.computed_verdict for p in found.practices}
    return tuple(replace(f, now=now.get(f.practice, "")) for f in against(data, plan, selection.options))


def _said(data: Dataset, decided: Decided, plan: Plan, selection: Selection) -> tuple[tuple[str, Text], ...]:
    """What was said and what came of it: hypotheses with their answers, actions with their state."""
    found: list[tuple[str, Text]] = []
    for h in decided.planned.hypotheses:
        if h.kind == plan.kind:
            answer = judge(data, h, decided.planned.groups, selection.options.driver)
            found.append((h.change, Text("{answer}: {why}", answer=ANSWERS[h.answer or answer.state], why=answer.told)))
    for a in plan.actions:
        late = a.due is not None and data.today != NO_DAY and a.due < day_of(data.today) and a.state in ("open", "doing")
        said = STATES[a.state]
        found.append((a.text, Text("{state}, late since {day}", state=said, day=a.due) if late else said))
    return tuple(found)


def told(data: Dataset, decided: Decided, plan: Plan) -> PlanTold:
    """A plan as a report tells it, before data of its period are held against it."""
    return PlanTold(plan, _goals(plan, data), tuple(h for h in decided.planned.hypotheses if h.kind == plan.kind))


def export(ws: Workspace, data: Dataset, selection: Selection, plan: Plan, out: Path, progress: Progress) -> Path:
    """Write a plan with its goals, its hypotheses and how it stands."""
    from kpi_desktop.app import plan_files

    decided = decisions.decided(ws)
    found = told(data, decided, plan)
    if plan in decided.planned.plans:
        stands = fact(data, selection, decided, PlanAsked(plan.name, plan.version))
        found = replace(found, goal_facts=stands.goals, practice_facts=stands.practices, came=stands.said)
    plan_files.write(out, found, data.currency, progress)
    return out
