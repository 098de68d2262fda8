"""A breakdown as it is read: the first members, all others together, and the total."""

from __future__ import annotations

from collections.abc import Sequence

from kpi_desktop.metrics.result import KpiState, Member, Parts, Result, Unit
from kpi_desktop.metrics.stats import wilson
from kpi_desktop.model.problem import Text

TOP = 10
_PEOPLE = ("owner", "manager")
_CENT = 0.005


def parts(state: KpiState, by: str, top: int = TOP) -> Parts:
    """The breakdown of a state by a dimension. Salespeople and managers are listed whole: there is no order in which some come first.

    "Other" is what the first members leave of the total, sum over sum, never a mean of ratios; so it exists only where the members' numerators and
    denominators sum to the total's.
    """
    members, result = state.breakdown, state.result
    total = Member("", result.value, result.numerator, result.denominator, result.n, result.low, result.high)
    whole = _sums_to(members, result)
    note = None if whole or len(members) < 2 else Text("The parts do not add up to the total: someone may count in several of them, or in none.")
    if by in _PEOPLE or len(members) <= top + 1:
        return Parts(members, None, 0, total, note)
    first, rest = members[:top], members[top:]
    return Parts(first, _together(rest, state) if whole else None, len(rest), total, note)


def _sums_to(members: Sequence[Member], result: Result) -> bool:
    pairs = [(m.numerator or 0.0, m.denominator or 0.0) for m in members]
    above, below = (sum(column) for column in zip(*pairs, strict=True)) if pairs else (0.0, 0.0)
    return abs(above - (result.numerator or 0.0)) < _CENT and (result.denominator is None or abs(below - result.denominator) < _CENT)


def _together(rest: Sequence[Member], state: KpiState) -> Member:
    above = sum(m.numerator or 0.0 for m in rest)
    if state.result.denominator is None:
        return Member("", above, above, None, sum(m.n for m in rest))
    below, unit = sum(m.denominator or 0.0 for m in rest), state.kpi.unit
    value = None if not below else (100 if unit is Unit.POINTS else 1) * above / below
    low, high = wilson(above, below) if unit is Unit.RATE and below else (None, None)
    return Member("", value, above, below, sum(m.n for m in rest), low, high)
