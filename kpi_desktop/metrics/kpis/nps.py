"""KPI 9: NPS over each respondent's latest answer, by salesperson too."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from kpi_desktop.metrics.dataset import View
from kpi_desktop.metrics.effects import per_head
from kpi_desktop.metrics.figures import cannot, light, rate, ratio, small, tally, told
from kpi_desktop.metrics.forms import Form
from kpi_desktop.metrics.links import customer_codes, meant
from kpi_desktop.metrics.result import NO_DATA, Beside, Cause, Effect, Grid, Kpi, Member, Need, Result, Scope, Unit, Why
from kpi_desktop.metrics.rows import LeftOut, Rows
from kpi_desktop.metrics.stats import nps_differ, nps_interval
from kpi_desktop.model.problem import Share, Text
from kpi_desktop.model.schema import NO_DAY

_FEWEST = 10
_YEAR = 365


def _latest(scope: Scope) -> tuple[np.ndarray, np.ndarray]:
    """(positions of each respondent's latest answer in the period, positions of the earlier ones); answers without a respondent all count."""
    view = scope.view
    found = view.between("nps", "date", scope.period)
    found = found[~np.isnan(view.column("nps", "score")[found])]
    who = view.column("nps", "respondent")[found].astype(np.int64)
    who = np.where(who >= 0, who, -1 - np.arange(len(found)))
    _, last = np.unique(who[::-1], return_index=True)
    keep = np.zeros(len(found), bool)
    keep[len(found) - 1 - last] = True
    return found[keep], found[~keep]


def _split(scores: np.ndarray) -> tuple[int, int]:
    return int((scores >= 9).sum()), int((scores <= 6).sum())


def _headline(scope: Scope) -> Result:
    view, data = scope.view, scope.view.data
    if (refused := cannot(view, "nps")) is not None:
        return refused
    if not data.has("nps", "score") or not view.reaches("nps", "date", scope.period):
        return NO_DATA
    found, earlier = _latest(scope)
    n = len(found)
    if not n:
        return Result(None, 0.0, 0.0, 0)
    up, down = _split(data.column("nps", "score")[found])
    low, high = nps_interval(up, down, n)
    left = (LeftOut(Text("an earlier answer of the same respondent"), data.rows("nps", earlier)),) if len(earlier) else ()
    return Result(100 * (up - down) / n, float(up - down), float(n), n, low, high, Text("%n answer(s)", "", n), small(n),
                  used=(data.rows("nps", found),), left_out=left, sample=(up, down, n))


def compute(scope: Scope) -> Result:
    """100 x (promoters - detractors) / answers; beside it the split, the margin of error, coverage, and what became of both camps."""
    result = _headline(scope)
    if not scope.full or result.value is None:
        return result
    view, data = scope.view, scope.view.data
    found, _ = _latest(scope)
    up, down, n = result.sample
    covered = _covered(scope, found)
    beside = [rate("promoters", Text("Promoters (9–10)"), up, n, *result.used), rate("passives", Text("Passives (7–8)"), n - up - down, n, *result.used),
              rate("detractors", Text("Detractors (0–6)"), down, n, *result.used),
              Beside("margin_of_error", Text("Margin of error"), ((result.high or 0) - (result.low or 0)) / 2, Unit.POINTS, behind=result.used),
              Beside("revenue_covered", Text("Share of revenue of those who answered"), covered, Unit.RATE, behind=_paid(scope)),
              *_stayed(view, found)]
    scores = data.column("nps", "score")[found]
    grids = [Grid("distribution", Text("Answers by score"), (("score", Text("Score"), None), ("answers", Text("Answers"), Unit.COUNT)),
                  tuple((str(k), int((np.round(scores) == k).sum())) for k in range(10, -1, -1)),
                  Form("columns", ("answers",), roles=("better",) * 2 + ("comparison",) * 2 + ("worse",) * 7, backwards=True), behind=result.used)]
    people = breakdown(scope, "owner")
    if people:
        grids.append(Grid("by_salesperson", Text("By salesperson (10 answers or more, no ranking)"), (
            ("owner", Text("Salesperson"), None), ("answers", Text("Answers"), Unit.COUNT), ("nps", Text("NPS"), Unit.POINTS),
            ("shrunk", Text("Shrunk toward the team"), Unit.POINTS), ("low", Text("From", "interval"), Unit.POINTS),
            ("high", Text("To", "interval"), Unit.POINTS)),
            tuple((m.member, m.n, m.value, m.details["shrunk"], m.low, m.high) for m in people), of="owner"))
    return replace(result, beside=tuple(b for b in beside if b.value is not None or b.n is not None), grids=tuple(grids),
                   details=told(beside, grids, promoters_count=up, detractors_count=down, passives_count=n - up - down),
                   coverage=None if covered is None else Text("covers {share} of revenue", share=Share(covered)))


def _covered(scope: Scope, found: np.ndarray) -> float | None:
    """Revenue of the answering customers / revenue of all, over the period's invoices."""
    view = scope.view
    if view.carries("invoices") is not None or not view.data.has("invoices", "revenue"):
        return None
    rows = view.between("invoices", "date", scope.period)
    revenue = np.nan_to_num(view.column("invoices", "revenue")[rows])
    payer = customer_codes(view.data, "invoices")[rows]
    answering = np.isin(payer, meant(view.data, payer, customer_codes(view.data, "nps")[found]))
    return ratio(float(revenue[answering].sum()), float(revenue.sum()))


def _paid(scope: Scope) -> tuple[Rows, ...]:
    """The period's invoices, which tell what the customers bring."""
    view = scope.view
    return () if view.carries("invoices") is not None else (view.data.rows("invoices", view.between("invoices", "date", scope.period)),)


def _stayed(view: View, found: np.ndarray) -> list[Beside]:
    """Share of promoters' and of detractors' customers still under contract 12 months after the answer, where that year has passed."""
    data = view.data
    if not data.has("customers", "started"):
        return []
    day, score = data.column("nps", "date")[found], data.column("nps", "score")[found]
    customer = customer_codes(data, "nps")[found]
    old = (customer >= 0) & (day <= data.today - _YEAR)
    out = []
    for key, label, camp in (("promoters_retained", Text("Promoters still customers 12 months later"), score >= 9),
                             ("detractors_retained", Text("Detractors still customers 12 months later"), score <= 6)):
        mine = np.flatnonzero(old & camp)
        before, after = (_active(view, customer[mine], day[mine] + later) for later in (0, _YEAR))
        out.append(rate(key, label, int((before & after).sum()), int(before.sum()), data.rows("nps", found[mine[before]])))
    return out


def _active(view: View, customer: np.ndarray, day: np.ndarray) -> np.ndarray:
    """Where the customer (its name's code) is under contract on the day, by any of its rows."""
    held, started, ended = (view.column("customers", n) for n in ("customer", "started", "ended"))
    order = np.argsort(held, kind="stable")
    first, last = (np.searchsorted(held[order], customer, side) for side in ("left", "right"))
    asked = np.repeat(np.arange(len(customer)), last - first)
    rows = order[np.arange(len(asked)) - np.repeat(np.cumsum(last - first) - last, last - first)]
    under = (started[rows] <= day[asked]) & ((ended[rows] == NO_DAY) | (ended[rows] > day[asked]))
    return np.bincount(asked, under, len(customer)) > 0


def breakdown(scope: Scope, dimension: str) -> tuple[Member, ...]:
    """NPS of each member. Salespeople only with 10 answers or more, by name and not by figure; `details.shrunk` pulls each
    toward the whole by as many answers as the spread between members is worth (empirical Bayes, Morris 1983)."""
    found, _ = _latest(scope)
    groups = scope.view.groups("nps", dimension, found)
    if groups is None:
        return ()
    scores = scope.view.column("nps", "score")[found]
    values = np.where(scores >= 9, 100.0, np.where(scores <= 6, -100.0, 0.0))
    people = dimension in ("owner", "manager")
    kept = [k for k in range(len(groups[0])) if not people or ((groups[1] == k).sum() >= _FEWEST and groups[0][k])]
    parts = [values[groups[1] == k] for k in kept]
    shrunk = _shrunk(parts, values)
    out = []
    for k, part, pulled in zip(kept, parts, shrunk, strict=True):
        up, down = int((part > 0).sum()), int((part < 0).sum())
        low, high = nps_interval(up, down, len(part))
        out.append(Member(groups[0][k], 100 * (up - down) / len(part), float(up - down), float(len(part)), len(part), low, high, {"shrunk": pulled}))
    return tuple(sorted(out, key=lambda m: m.member.casefold() if people else -m.n))


def _shrunk(parts: list[np.ndarray], values: np.ndarray) -> list[float]:
    if len(parts) < 2:
        return [float(p.mean()) for p in parts]
    means, sizes = np.array([p.mean() for p in parts]), np.array([len(p) for p in parts], float)
    noise = float(values.var()) / sizes
    spread = max(0.0, float(means.var(ddof=1) - noise.mean()))
    weight = spread / (spread + noise) if spread > 0 else np.zeros(len(parts))
    return [float(v) for v in values.mean() + weight * (means - values.mean())]


_PROMOTERS = Cause("promoters", Text("Promoters"), Text("promoters became more frequent"), Text("promoters became rarer"))
_DETRACTORS = Cause("detractors", Text("Detractors"), Text("detractors became more frequent"), Text("detractors became rarer"))
_MIX = Cause("mix", Text("Mix of answers"), Text("the mix of those who answered changed"), Text("the mix of those who answered changed"))


def _why(now: Scope, then: Scope, by: str | None) -> tuple[Effect, ...]:
    return per_head(_camps(then, by), _camps(now, by), (_PROMOTERS, _DETRACTORS), _MIX, signs=(1, -1))


def _camps(scope: Scope, by: str | None) -> dict[str | Text, tuple[float, ...]]:
    """Member -> answers, and 100 for each promoter and each detractor."""
    found, _ = _latest(scope)
    scores = scope.view.column("nps", "score")[found]
    return tally(scope.view, "nps", by, found, 100.0 * (scores >= 9), 100.0 * (scores <= 6))


def _test(now: Result, then: Result) -> bool | None:
    return nps_differ(*now.sample, *then.sample) if now.sample and then.sample else None


KPI = Kpi(
    "nps", 9, Text("NPS"), Text("Net promoter score: the share of 9 and 10 minus the share of 0 to 6, over each respondent's latest answer."),
    Text("100 × (promoters − detractors) / answers"), Unit.POINTS, 1, False, ((Need("nps", ("score",)),),),
    ("owner", "segment", "manager", "team"), compute, light(_headline), breakdown, _test,
    Why(_why, ("segment", "team"), lambda _: "nps", Text("The shares of promoters and of detractors in each part, and the parts’ shares in the answers.")),
    Text("promoters − detractors"), Text("answers"), columns=(("shrunk", Text("Shrunk toward the whole"), Unit.POINTS),))
