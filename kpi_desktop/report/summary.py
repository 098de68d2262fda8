"""The report in words: what changed and why, how it stands against the targets, and what to do. Every sentence comes from a decomposition, a target or
a verdict, with its figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kpi_desktop import i18n
from kpi_desktop.i18n import say, tr
from kpi_desktop.metrics import pictures
from kpi_desktop.metrics.result import KpiState
from kpi_desktop.model.report_setup import SECTIONS
from kpi_desktop.planning.practices import ELIMINATE, KEEP, KINDS, NOT_ENOUGH_DATA, OPTIMISE, VERDICTS, Practice, Review, practice_name
from kpi_desktop.report.contents import ReportData
from kpi_desktop.report.drawn import Pictures
from kpi_desktop.report.overview import headline
from kpi_desktop.report.tables import started

_MOST_CHANGES, _MOST_TO_DO = 6, 3
Told = dict[str, Any]


def page(data: ReportData, drawn: Pictures) -> Told:
    """Three short lists of sentences; one that has nothing to say is left out."""
    blocks: list[Told] = []
    for heading, lines in ((tr("What changed, and why"), [*changes(data)]), (tr("Against the targets"), [*targets(data)]), (tr("What to do"), [*to_do(data)])):
        blocks += [{"kind": "subheading", "text": heading}, *lines] if lines else []
    return {"kind": "section", "heading": say(SECTIONS["summary"]), "blocks": blocks}


def _line(name: str, text: str, tone: str = "quiet", mark: str = "") -> Told:
    return {"kind": "finding", "name": name, "mark": mark, "tone": tone, "text": text}


def changes(data: ReportData) -> Iterator[Told]:
    """The changes that are no noise, the largest first, each with its reasons; the others in one sentence."""
    snapshot, currency = data.snapshot, data.snapshot.currency
    if snapshot.compared is None:
        yield _line(tr("No comparison"), tr("The report is of {period} alone, so it tells no changes.", period=snapshot.selection.period))
        return
    changed = [s for s in snapshot.kpis if s.change]
    told = sorted((s for s in changed if s.significant is not False), key=lambda s: (not s.significant, -_size(s)))
    for state in told[:_MOST_CHANGES]:
        then = state.compared.value if state.compared is not None else None
        said = tr("{now}; {period}: {then}.", now=headline(state, currency), period=snapshot.compared, then=i18n.figure(then, state.kpi.unit, currency))
        why = [started(say(state.explanation.sentence))] if state.explanation is not None else []
        better = (state.change or 0) * state.kpi.better > 0
        mark = (tr("better") if better else tr("worse")) if state.significant else tr("no test")
        yield _line(say(state.kpi.label), " ".join((said, *why)), ("better" if better else "worse") if state.significant else "quiet", mark)
    rest = [s for s in changed if s not in told[:_MOST_CHANGES]]
    if rest:
        noise = all(s.significant is False for s in rest)
        yield _line(tr("Within noise") if noise else tr("Also changed"), "; ".join(_briefly(s, currency) for s in rest) + ".")
    missing = [s for s in snapshot.kpis if s.result.value is None and s.result.low is None]
    if missing:
        yield _line(tr("no data").capitalize(), ", ".join(say(s.kpi.label) for s in missing) + ".")


def _size(state: KpiState) -> float:
    """A change related to what was there before."""
    then = abs(state.compared.value or 0.0) if state.compared is not None else 0.0
    return abs(state.change or 0.0) / then if then else 1.0


def _briefly(state: KpiState, currency: str) -> str:
    arrow = "↑" if (state.change or 0) > 0 else "↓"
    return f"{say(state.kpi.label)} {headline(state, currency)} ({arrow} {i18n.change(state.change, state.kpi.unit, currency)})"


def targets(data: ReportData) -> Iterator[Told]:
    """Every KPI that has a target, with what is there of it."""
    for state in data.snapshot.kpis:
        told = pictures.target(state, data.snapshot.currency)
        if told:
            yield _line(say(state.kpi.label), f"{headline(state, data.snapshot.currency)}. {' · '.join(map(say, told))}.")


def to_do(data: ReportData) -> Iterator[Told]:
    """The practices to stop, to mend and to go on with, those first where most money is at stake; the step that costs most deals; what nobody can tell."""
    found = [(r, p) for r in data.reviews for p in r.practices]
    ranks = {ELIMINATE: lambda p: p.spend or 0.0, OPTIMISE: lambda p: (p.weakest.worth if p.weakest is not None else None) or 0.0,
             KEEP: lambda p: p.gross_profit or p.revenue or p.sqls}
    tones = {ELIMINATE: "worse", OPTIMISE: "accent", KEEP: "better"}
    for verdict, rank in ranks.items():
        of = sorted(((r, p) for r, p in found if p.verdict == verdict), key=lambda one: -rank(one[1]))
        lines: dict[str, str] = {}
        for r, p in of:  # one reason said of two (a channel of one campaign) is told once
            lines.setdefault(_reason(p, data.snapshot.currency), _called(r, p))
        for text, name in [*lines.items()][:_MOST_TO_DO]:
            yield _line(name, text, tones[verdict], say(VERDICTS[verdict]))
    for text in dict.fromkeys(say(pictures.funnel(f).description) for f, _ in data.funnels if f.bottleneck is not None):
        yield _line(tr("Funnel"), text)
    unknown = [p for _, p in found if p.verdict == NOT_ENOUGH_DATA]
    if unknown:
        yield _line(say(VERDICTS[NOT_ENOUGH_DATA]), _unjudged(unknown, data.snapshot.currency))
    for action in [a for a in data.plan.plan.actions if a.state in ("open", "doing")][:_MOST_TO_DO] if data.plan is not None else ():
        yield _line(tr("Plan"), ", ".join(t for t in (action.text.rstrip(". "), action.owner, i18n.day(action.due) if action.due is not None else "") if t))


def _unjudged(practices: list[Practice], currency: str) -> str:
    """How many nobody can judge, and what they cost where that is known."""
    spent = [p.spend for p in practices if p.spend is not None]
    if not spent:
        return tr("%n practice(s) cannot be judged yet; no spend of theirs is known.", "", len(practices))
    return tr("%n practice(s) cannot be judged yet; {spend} was spent on them.", "", len(practices), spend=i18n.money(sum(spent), currency))


def _called(review: Review, practice: Practice) -> str:
    return f"{say(practice_name(practice.name, review.kind))} · {say(KINDS[review.kind])}"


def _reason(p: Practice, currency: str) -> str:
    """Why, in the words of the verdict; what ending it frees, what mending it is worth."""
    said = [say(p.reason)]
    if p.verdict == ELIMINATE and p.spend:
        said.append(tr("Ending it frees {spend}.", spend=i18n.money(p.spend, currency)))
    elif p.verdict == OPTIMISE and p.weak_step is not None:
        said.append(say(p.weak_step))
    if p.own is not None and p.own.note:
        said.append(tr("Your note: {note}", note=p.own.note))
    return started(" ".join(said))
