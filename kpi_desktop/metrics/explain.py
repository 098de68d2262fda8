"""Why a figure changed against the comparison period: its effects, which sum to the change, and one sentence in words."""

from __future__ import annotations

from kpi_desktop.metrics.dataset import View
from kpi_desktop.metrics.effects import OTHER, Name, by_cause, few, settled
from kpi_desktop.metrics.result import Effect, Explanation, KpiState, Scope, Unit, Why
from kpi_desktop.model.problem import Money, Share, Text
from kpi_desktop.model.schema import called
from kpi_desktop.model.selection import Period, Selection

_WORTH_SAYING = 0.1
"""The part of all movement that an effect must have to be told after the first."""


_DECIMALS = {Unit.MONEY: 2, Unit.RATE: 3}
"""Decimals that are shown of an amount (a rate's as points); what is 0 then has no sign."""


def explained(state: KpiState, view: View, selection: Selection, compared: Period | None) -> Explanation:
    """Why a computed KPI changed; without effects where a figure is missing or cannot be split, with the reason."""
    result, then = state.result, state.compared
    if state.missing is not None:
        return Explanation(state.missing)
    if compared is None or then is None:
        return Explanation(Text("Choose a period to compare with to see why it changed."))
    for figure, period in ((result, selection.period), (then, compared)):
        if figure.value is None:
            return Explanation(Text("Why it changed cannot be told: there is no figure for {period}.", period=period))
    if state.change is None:
        return Explanation(Text("Why it changed cannot be told: there is no figure for {period}.", period=selection.period))
    why = state.kpi.why
    by = _dimension(why, view, selection)
    booked = state.kpi.booked_ahead and selection.period.unfinished(view.data.today)
    now = selection.period.so_far(view.data.today) if booked else selection.period
    scopes = [Scope(view, p, selection.options, False) for p in (now, compared)]
    found = why.split(scopes[0], scopes[1], by)
    if isinstance(found, Text):
        return Explanation(found, by=by, method=why.method)
    change = state.change or 0.0
    found = few(found)
    order = list(dict.fromkeys(e.cause.key for e in found))
    effects = settled(sorted(found, key=lambda e: (order.index(e.cause.key), e.member == OTHER, -abs(e.amount))), change)
    causes = by_cause(effects)
    steps = settled(causes, change) if len(causes) > 1 else effects
    return Explanation(_sentence(state, effects, steps, by, view.data.currency), effects, steps, by, why.method)


def _dimension(why: Why, view: View, selection: Selection) -> str | None:
    """The dimension looked at where the figure can be split by it, else the first that the data carry and no filter has narrowed to one."""
    filtered = {f.dimension for f in view.filters}
    table = why.table(view)
    usable = [d for d in why.by if table in view.data.dimensions.get(d, ()) and d not in filtered]
    return selection.by if selection.by in usable else next(iter(usable), None)


def named(member: Name, by: str | None) -> Text | str:
    """What a member of an effect is called."""
    return member if isinstance(member, Text) else called(member, by or "")


def signed(amount: float, unit: Unit, currency: str) -> Text:
    """A part of a change with its sign: +€26, −1.4 pt."""
    size = abs(amount)
    value: object = Money(size, currency) if unit is Unit.MONEY else Text("{value} pt", "percentage points", value=round(100 * size, 1))
    if unit is not Unit.MONEY and unit is not Unit.RATE:
        value = round(size) if unit is Unit.COUNT and size >= 10 else round(size, 1)
    if not round(size, _DECIMALS.get(unit, 1)):
        return Text("±{amount}", amount=value)
    return Text("−{amount}", amount=value) if amount < 0 else Text("+{amount}", amount=value)


def _sentence(state: KpiState, effects: tuple[Effect, ...], steps: tuple[Effect, ...], by: str | None, currency: str) -> Text:
    change = _change(state, currency)
    if not steps:
        said = Text("{change}, and so is all that it is made of.", change=change)
    else:
        causes = [_clause(e, effects, by, state.kpi.unit, currency) for e in _told(steps, state.change or 0.0)]
        reasons = causes[0]
        for cause in causes[1:]:
            reasons = Text("{first}; {next}", first=reasons, next=cause)
        if len({e.cause.key for e in steps}) == 1:
            said = Text("{change}, mostly by {reasons}.", change=change, reasons=reasons)
        else:
            said = Text("{change}, mostly because {reasons}.", change=change, reasons=reasons)
    return Text("Within noise: {sentence}", sentence=said) if state.significant is False and state.change else said


def _change(state: KpiState, currency: str) -> Text:
    """How much higher or lower: relative where there is something to relate it to, in points for rates and scores."""
    then, change = (state.compared.value if state.compared is not None else None) or 0.0, state.change or 0.0
    if not change:
        return Text("Unchanged")
    if then <= 0 or state.kpi.unit in (Unit.RATE, Unit.POINTS):
        size: object = signed(abs(change), state.kpi.unit, currency).values[0][1]
    else:
        size = Share(abs(change) / then)
    return Text("{size} higher", size=size) if change > 0 else Text("{size} lower", size=size)


def _told(steps: tuple[Effect, ...], change: float) -> list[Effect]:
    """The steps worth saying: the largest that went with the change, another such, and the largest against it."""
    ranked = sorted(steps, key=lambda e: -abs(e.amount))
    least = _WORTH_SAYING * sum(abs(e.amount) for e in steps)
    along = [e for e in ranked if e.amount * change > 0] or ranked
    against = [e for e in ranked if e.amount * change < 0 and e not in along]
    return [along[0], *(e for e in along[1:2] if abs(e.amount) >= least), *(e for e in against[:1] if abs(e.amount) >= least)]


def _clause(step: Effect, effects: tuple[Effect, ...], by: str | None, unit: Unit, currency: str) -> Text:
    """"more of the leads became MQLs (−€34, most of it Paid search)"."""
    amount = signed(step.amount, unit, currency)
    if step.member is not None:
        return Text("{cause} ({amount})", cause=named(step.member, by), amount=amount)
    cause = step.cause.more if (step.amount > 0) is not step.turned else step.cause.less
    parts = [e for e in effects if e.cause.key == step.cause.key and e.member is not None]
    first = max(parts, key=lambda e: e.amount * step.amount, default=None)
    if first is None or first.member is None or len(parts) < 2 or 2 * first.amount * step.amount <= step.amount ** 2:
        return Text("{cause} ({amount})", cause=cause, amount=amount)
    return Text("{cause} ({amount}, most of it {member})", cause=cause, amount=amount, member=named(first.member, by))
