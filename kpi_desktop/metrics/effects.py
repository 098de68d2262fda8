"""Splits the change of a figure into effects that sum to it exactly. Plain arithmetic over members, nothing about the data.

Factors change one after another; as no order is the right one, each gets the mean of its contribution over all orders (L. S. Shapley,
"A value for n-person games", 1953; for such decompositions A. F. Shorrocks, Journal of Economic Inequality 11, 2013). A contribution is
linear in every member, so each member has its own part of it. With two factors this is the midpoint formula of rate and mix
(E. M. Kitagawa, Journal of the American Statistical Association 50, 1955). Nothing is left over, and swapped periods only turn the signs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from math import factorial, fsum

import numpy as np

from kpi_desktop.metrics.result import Cause, Effect
from kpi_desktop.model.problem import Text

Name = str | Text
Members = Mapping[Name, tuple[float, ...]]
"""Member -> its sums in a period, in the order of the columns."""

OTHER, SEVERAL = Text("other"), Text("several")
_MOST_MEMBERS = 6


def volumes(then: Mapping[Name, float], now: Mapping[Name, float], cause: Cause, *, turned: bool = False) -> tuple[Effect, ...]:
    """The change of a plain sum: each member's own."""
    return tuple(Effect(cause, m, now.get(m, 0.0) - then.get(m, 0.0), turned) for m in _names(then, now))


def chain(then: Members, now: Members, starts: Sequence[Cause], rates: Mapping[tuple[int, int], Cause], mix: Cause) -> tuple[Effect, ...]:
    """The change of the last column's sum: first column x shares of its members x each further column per column before it.

    `starts` has a cause for the growth of each column, `rates` one for each pair of columns. A column that is empty in a period
    whose last is not (SQLs without any MQL) cannot be stepped over and is left out; members of whom the same is true, as
    when a lead of an earlier period became an SQL in this one, stand together under "other".
    """
    kept = _steps(then, now, len(starts))
    start, last = starts[kept[0]], len(starts) - 1
    if kept == [last]:
        return volumes({m: v[last] for m, v in then.items()}, {m: v[last] for m, v in now.items()}, start)
    names, before, after = _pooled(then, now, kept, len(starts))
    volume = [np.full(len(names), c[0].sum()) for c in (before, after)]
    factors = [(volume[0], volume[1]), _filled(_over(before[0], volume[0]), _over(after[0], volume[1]))]
    factors += [_filled(_over(before[k + 1], before[k]), _over(after[k + 1], after[k])) for k in range(len(kept) - 1)]
    parts = _shapley(factors, centred=1)
    causes = [rates[pair] for pair in pairwise(kept)]
    found = [Effect(start, None, float(fsum(parts[0])))]
    for cause, part in zip([*causes, mix], [*parts[2:], parts[1]], strict=True):
        found += _by_member(cause, names, part) if cause is not mix or len(names) > 1 else ()
    return tuple(found)


def per_head(then: Members, now: Members, causes: Sequence[Cause], mix: Cause, *, signs: Sequence[int] = ()) -> tuple[Effect, ...]:
    """The change of (sum of the further columns) / (sum of the first): what each column does per head, and the mix of heads.

    `signs` -1 for a column that counts against the figure. A member without heads in a period is taken as it was in the other one:
    that it came or went is mix. Both periods have heads.
    """
    names = _names(then, now)
    before, after = (_columns(names, p, len(causes) + 1) for p in (then, now))
    turn = np.array(signs or [1] * len(causes), float)[:, None]
    shares = (before[0] / before[0].sum(), after[0] / after[0].sum())
    each = [_filled(_over(turn[k] * before[k + 1], before[0]), _over(turn[k] * after[k + 1], after[0])) for k in range(len(causes))]
    found: list[Effect] = []
    for k, cause in enumerate(causes):
        found += _by_member(cause, names, _shapley([shares, each[k]])[1], turned=bool(turn[k] < 0))
    if len(names) > 1:
        whole = (np.sum([a for a, _ in each], axis=0), np.sum([b for _, b in each], axis=0))
        found += _by_member(mix, names, _shapley([shares, whole], centred=0)[0])
    return tuple(found)


def quotient(above: Iterable[Effect], below: Iterable[Effect], then: tuple[float, float], now: tuple[float, float]) -> tuple[Effect, ...]:
    """The change of numerator / denominator from the effects on either; `then` and `now` are both numbers of a period.

    The Shapley value of the two, each handed on to its own effects in proportion. Denominators are not 0.
    """
    up = (1 / then[1] + 1 / now[1]) / 2
    down = -(then[0] + now[0]) / 2 / (then[1] * now[1])
    return *scaled(above, up), *scaled(below, down)


def scaled(found: Iterable[Effect], factor: float) -> tuple[Effect, ...]:
    """Effects on a part of a figure as effects on the figure."""
    return tuple(Effect(e.cause, e.member, e.amount * factor, e.turned != (factor < 0)) for e in found)


def settled(found: Iterable[Effect], change: float) -> tuple[Effect, ...]:
    """Effects without those of 0; the last binary digits that rounding left over go to the largest."""
    left = [e for e in found if e.amount]
    if not left:
        return ()
    largest = max(range(len(left)), key=lambda k: abs(left[k].amount))
    left[largest] = replace(left[largest], amount=left[largest].amount + change - fsum(e.amount for e in left))
    return tuple(left)


def few(found: Iterable[Effect]) -> tuple[Effect, ...]:
    """The six members that matter most, the others together."""
    found = tuple(found)
    weight: dict[Name, float] = {}
    for e in found:
        if e.member is not None and e.member != OTHER:
            weight[e.member] = weight.get(e.member, 0.0) + abs(e.amount)
    kept: set[Name | None] = {None, *sorted(weight, key=lambda m: (-weight[m], str(m)))[:_MOST_MEMBERS]}
    return _summed(found, lambda e: e.member if e.member in kept else OTHER)


def by_cause(found: Iterable[Effect]) -> tuple[Effect, ...]:
    """Effects of each cause together."""
    return _summed(found, lambda e: None)


def _summed(found: Iterable[Effect], member: Callable[[Effect], Name | None]) -> tuple[Effect, ...]:
    """Effects of one cause and one member together; `member` says whose an effect is to be."""
    groups: dict[tuple[str, Name | None], list[Effect]] = {}
    for e in found:
        groups.setdefault((e.cause.key, member(e)), []).append(e)
    return tuple(replace(g[0], member=m, amount=fsum(e.amount for e in g)) for (_, m), g in groups.items())


# -- columns and factors ------------------------------------------------------------------------------------------------


def _names(*periods: Mapping[Name, object]) -> list[Name]:
    return sorted({m for p in periods for m in p}, key=str)


def _columns(names: Sequence[Name], period: Members, width: int) -> np.ndarray:
    return np.array([period.get(m, (0.0,) * width) for m in names], float).reshape(len(names), width).T


def _over(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    """above / below, NaN where the denominator is 0."""
    return np.divide(above, below, out=np.full(len(above), np.nan), where=below != 0)


def _filled(then: np.ndarray, now: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What is unknown in one period is taken as it was in the other, and as 0 where neither knows: nothing hangs on it there."""
    return np.nan_to_num(np.where(np.isnan(then), now, then)), np.nan_to_num(np.where(np.isnan(now), then, now))


def _breaks(sums: np.ndarray) -> bool:
    """Whether the last column has something that an earlier one does not lead to."""
    return bool(sums[-1] != 0 and (sums[:-1] == 0).any())


def _steps(then: Members, now: Members, width: int) -> list[int]:
    sums = [_columns(list(p), p, width).sum(axis=1) for p in (then, now)]
    return [k for k in range(width) if k == width - 1 or not any(_breaks(s[[k, width - 1]]) for s in sums)]


def _pooled(then: Members, now: Members, kept: list[int], width: int) -> tuple[list[Name], np.ndarray, np.ndarray]:
    """Members with their columns; those whose chain breaks are pooled, with as many of the smallest as it takes to mend it."""
    names = _names(then, now)
    before, after = (_columns(names, p, width)[kept] for p in (then, now))
    broken = [(c[-1] != 0) & (c[:-1] == 0).any(axis=0) for c in (before, after)]  # as `_breaks`, of every member
    pool = [k for k, (m, b) in enumerate(zip(names, (broken[0] | broken[1]).tolist(), strict=True)) if b or m == OTHER]
    rest = sorted(set(range(len(names))) - set(pool), key=lambda k: -(before[0, k] + after[0, k]))
    while rest and pool and any(_breaks(c[:, pool].sum(axis=1)) for c in (before, after)):
        pool.append(rest.pop())
    if not pool:
        return names, before, after
    rest.sort()
    return [*(names[k] for k in rest), OTHER], *(np.c_[c[:, rest], c[:, pool].sum(axis=1)] for c in (before, after))  # type: ignore[return-value]


def _shapley(factors: Sequence[tuple[np.ndarray, np.ndarray]], centred: int | None = None) -> list[np.ndarray]:
    """Each factor's part of the change of (sum over members of the factors' product), member by member.

    The members of the factor `centred` are shares that sum to 1: what moves is measured against the mean, which changes no sum.
    """
    count, out = len(factors), []
    for j, (then, now) in enumerate(factors):
        others, part = [k for k in range(count) if k != j], np.zeros(len(then))
        for size in range(count):
            weight = factorial(size) * factorial(count - size - 1) / factorial(count)
            for moved in combinations(others, size):
                rest = np.prod([factors[k][k in moved] for k in others], axis=0)
                if j == centred:
                    rest = rest - ((then + now) / 2 * rest).sum()
                part += weight * (now - then) * rest
        out.append(part)
    return out


def _by_member(cause: Cause, names: Sequence[Name], parts: np.ndarray, *, turned: bool = False) -> list[Effect]:
    return [Effect(cause, m if len(names) > 1 else None, float(v), turned) for m, v in zip(names, parts, strict=True)]
