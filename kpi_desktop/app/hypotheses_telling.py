"""Hypotheses as the command line tells them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kpi_desktop import i18n
from kpi_desktop.app.hypotheses import HypothesesShown
from kpi_desktop.i18n import say, tr
from kpi_desktop.planning.practices import practice_name
from kpi_desktop.planning.tested import ANSWERS, METRICS, sentence


def told(shown: HypothesesShown) -> dict[str, Any]:
    """Kept hypotheses with their answers, and proposals, in the public form."""
    kept = [{"practice": h.practice, "kind": h.kind, "because": h.because, "believe": h.believe, "if": h.change, "then": h.then, "metric": h.metric,
             "baseline": h.baseline, "threshold": h.threshold, "from": h.start.isoformat(), "until": h.until.isoformat(), "needed": h.needed, "score": h.ice,
             "answer": h.answer or k.answer.state, "computed_answer": k.answer.state, "why": say(k.answer.told),
             "value": k.answer.measured.value if k.answer.measured is not None else None,
             "n": k.answer.measured.of if k.answer.measured is not None else 0} for k in shown.kept for h in (k.hypothesis,)]
    proposed = [{"practice": p.practice, "metric": p.metric, "because": say(p.because), "believe": say(p.believe), "if": say(p.change), "then": say(p.then),
                 "baseline": p.own.value, "threshold": p.threshold, "more": p.more, "needed": p.needed, "weeks": p.weeks,
                 "score": p.ice} for p in shown.proposals]
    return {"hypotheses": kept, "proposals": proposed, "warnings": [say(w) for w in shown.warnings]}


def lines(shown: HypothesesShown) -> Iterator[str]:
    """The same as a person reads it."""
    for k in shown.kept:
        h = k.hypothesis
        yield f"{say(practice_name(h.practice, h.kind))}, {say(METRICS[h.metric])}: {say(ANSWERS[h.answer or k.answer.state])}. {say(k.answer.told)}"
        yield "    " + say(sentence(h))
    if shown.proposals:
        yield tr("Proposed from weak steps") + ":"
    for p in shown.proposals:
        yield "    " + say(sentence(p))
        yield "        " + (tr("To tell: %n observation(s)", "", p.needed) if p.needed is not None else i18n.NONE)
    yield from map(say, shown.warnings)
