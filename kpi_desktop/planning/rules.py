"""The rules of the verdicts: what they see of a practice, when each holds, and how it reads with the thresholds and with a practice's numbers put in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kpi_desktop.model.plans import Thresholds
from kpi_desktop.model.problem import Money, Share, Text
from kpi_desktop.planning.practices import ELIMINATE, KEEP, NOT_ENOUGH_DATA, OPTIMISE, Check, Rule

WORSE = 0.05
"""A practice's SQLs are said to be won less often where chance alone would show such a difference less often than this."""


@dataclass(frozen=True)
class Closing:
    """Mature SQLs and how many of them were won: the practice's and all others', and the p value of their difference (two-proportion test)."""

    won: int
    closed: int
    others_won: int
    others_closed: int
    p: float

    @property
    def worse(self) -> bool:
        """Whether the practice's are won less often by more than chance."""
        return bool(self.closed and self.others_closed and self.p < WORSE and self.won / self.closed < self.others_won / self.others_closed)


@dataclass(frozen=True)
class Case:
    """What the rules see of one practice. `p_keep` = P(cost per SQL <= T), `p_eliminate` = P(cost per SQL > `too_dear` T), `low`..`high` the 95 % interval of
    the cost per SQL, `mature` the share of its leads that have had their time, `wait` that time in days, `best_mended` the
    cost per SQL with its best step mended (None: no step)."""

    spend: float | None
    sqls: int
    ceiling: float | None
    low: float | None
    high: float | None
    p_keep: float | None
    p_eliminate: float | None
    closing: Closing
    mature: float
    best_mended: float | None
    wait: float = 0.0

    def wide(self, widest: float) -> bool:
        """Whether the 95 % interval of the cost per SQL is too wide to tell."""
        return self.low is None or self.high is None or self.high > widest * self.low


_Says = Callable[[Thresholds], Text]
_Holds = Callable[[Case, Thresholds], bool]
_Conditions = Callable[[Case, Thresholds, str], tuple[tuple[Text, bool], ...]]


def _unknown(c: Case, t: Thresholds) -> bool:
    return not c.spend or c.ceiling is None or c.p_keep is None


def _likely(c: Case, t: Thresholds) -> bool:
    return (c.p_keep or 0) >= t.keep


def _dear(c: Case, t: Thresholds) -> bool:
    return (c.p_eliminate or 0) >= t.eliminate


def _beyond_mending(c: Case) -> bool:
    return c.best_mended is None or c.best_mended > (c.ceiling or 0)


# -- with a practice's numbers -------------------------------------------------------------------------------------------


def percent(share: float) -> Text:
    """A threshold in whole per cent."""
    return Text("{percent} %", percent=round(100 * share))


def plain(value: float) -> float | int:
    """A threshold without a decimal that says nothing."""
    return int(value) if value == int(value) else value


def chance(p: float | None) -> Share:
    """A probability that is never said to be certain."""
    return Share(min(max(p or 0.0, 0.001), 0.999))


def _said_unknown(c: Case, t: Thresholds, money: str) -> tuple[tuple[Text, bool], ...]:
    if not c.spend:
        return ((Text("No spend is known for it."), True),)
    if c.ceiling is None or c.p_keep is None:
        return ((Text("There is no ceiling to hold its cost per SQL against."), True),)
    return ((Text("Its spend is known ({spend}), and so is the ceiling ({ceiling}).", spend=Money(c.spend, money), ceiling=Money(c.ceiling, money)), False),)


def _said_keep(c: Case, t: Thresholds, money: str) -> tuple[tuple[Text, bool], ...]:
    k = c.closing
    if k.closed and k.others_closed:
        closing = Text("Of its SQLs that have had their time {won} of {closed} were won, of the others' {others_won} of {others_closed}: a difference that "
                       "chance alone shows in {p} of cases. It counts as worse under 5 %.", won=k.won, closed=k.closed, others_won=k.others_won,
                       others_closed=k.others_closed, p=Share(k.p))
    else:
        closing = Text("Too few SQLs have had their time to say that they are won less often than the others'.")
    return (_within(c, t), (closing, not k.worse))


def _within(c: Case, t: Thresholds) -> tuple[Text, bool]:
    return (Text("It is {p} likely that its cost per SQL is within the ceiling; needed: {least} or more.", p=chance(c.p_keep), least=percent(t.keep)),
            _likely(c, t))


def _said_eliminate(c: Case, t: Thresholds, money: str) -> tuple[tuple[Text, bool], ...]:
    ceiling = Money(c.ceiling or 0.0, money)
    dear = Text("It is {p} likely that its cost per SQL is above {times} times the ceiling, {limit}; needed: {least} or more.", p=chance(c.p_eliminate),
                times=plain(t.too_dear), limit=Money(t.too_dear * (c.ceiling or 0.0), money), least=percent(t.eliminate))
    old = Text("{share} of its leads have had the time in which most leads become SQLs, {days} days; needed: {least} or more.", share=Share(c.mature),
               days=plain(round(c.wait, 1)), least=percent(t.mature_share))
    if c.best_mended is None:
        mended = Text("It has no weak step whose mending would help.")
    elif _beyond_mending(c):
        mended = Text("With its best step mended a SQL would cost {mended}, still above the ceiling of {ceiling}.", mended=Money(c.best_mended, money),
                      ceiling=ceiling)
    else:
        mended = Text("With its best step mended a SQL would cost {mended}, within the ceiling of {ceiling}.", mended=Money(c.best_mended, money),
                      ceiling=ceiling)
    return (dear, _dear(c, t)), (old, c.mature >= t.mature_share), (mended, _beyond_mending(c))


def _said_wide(c: Case, t: Thresholds, money: str) -> tuple[tuple[Text, bool], ...]:
    low, wide = Money(c.low or 0.0, money), c.wide(t.widest)
    if c.high is None or not c.low:
        width = Text("A SQL costs at least {low} (95 %); there is no upper end.", low=low)
    else:
        width = Text("A SQL costs between {low} and {high} (95 %), {times} to 1; too wide is more than {widest} to 1.", low=low, high=Money(c.high, money),
                     times=c.high / c.low, widest=plain(t.widest))
    return (width, wide), (Text("It is not likely enough to be within the ceiling."), not _likely(c, t))


def _said_rest(c: Case, t: Thresholds, money: str) -> tuple[tuple[Text, bool], ...]:
    return ((Text("No rule before this one holds."), True),)


RULES: tuple[tuple[str, _Says, _Holds, _Conditions], ...] = (
    (NOT_ENOUGH_DATA, lambda t: Text("Not enough data: no spend is known for it, or no ceiling for the cost of a SQL."), _unknown, _said_unknown),
    (KEEP, lambda t: Text("Keep: it is at least {keep} likely that its cost per SQL is within the ceiling, and its SQLs close no worse than the portfolio's.",
                          keep=percent(t.keep)),
     lambda c, t: _likely(c, t) and not c.closing.worse, _said_keep),
    (ELIMINATE, lambda t: Text("Eliminate: it is at least {eliminate} likely that its cost per SQL is above {too_dear} times the ceiling, at least {mature} of "
                               "its leads have had the time in which most leads become SQLs, and no single step mended to the portfolio's level would bring it "
                               "under the ceiling.", eliminate=percent(t.eliminate), too_dear=plain(t.too_dear), mature=percent(t.mature_share)),
     lambda c, t: _dear(c, t) and c.mature >= t.mature_share and _beyond_mending(c), _said_eliminate),
    (NOT_ENOUGH_DATA, lambda t: Text("Not enough data: neither is likely enough, and the 95 % interval of its cost per SQL is wider than {widest} to 1.",
                                     widest=plain(t.widest)),
     lambda c, t: c.wide(t.widest) and not _likely(c, t), _said_wide),
    (OPTIMISE, lambda t: Text("Optimise: everything else; the step to mend is named."), lambda c, t: True, _said_rest),
)
"""The rules in order; the first that holds gives the verdict. Each has its verdict, its text with the thresholds, and its conditions with the numbers."""


def rules(t: Thresholds) -> tuple[Rule, ...]:
    """The rules in words, with the numbers in force."""
    return tuple(Rule(verdict, says(t)) for verdict, says, _, _ in RULES)


def judge(case: Case, t: Thresholds) -> str:
    """The verdict on one practice."""
    return next(verdict for verdict, _, holds, _ in RULES if holds(case, t))


def checks(case: Case, t: Thresholds, currency: str) -> tuple[Check, ...]:
    """The rules with a practice's numbers put in; without spend or ceiling only the first says anything."""
    out: list[Check] = []
    for verdict, _, holds, conditions in RULES:
        held = holds(case, t)
        out.append(Check(verdict, held, held and not any(c.holds for c in out), conditions(case, t, currency)))
        if held and verdict == NOT_ENOUGH_DATA and len(out) == 1:
            break
    return tuple(out)
