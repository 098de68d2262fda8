"""The bottleneck against a second computation in plain Python: every step held against every quarter and channel, one after another."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_desktop.metrics import funnel
from kpi_desktop.model.selection import Compare, Period, Selection
from tests.metrics.generated import PERIOD, PERIODS, made
from tests.metrics.plainly import STAGES, fold, within

LATE = date(2031, 6, 1)  # everything has had its time
GROUP = st.tuples(st.dates(date(2022, 6, 1), date(2024, 12, 31)) | st.just(date(2024, 2, 29)), st.sampled_from(["Paid", "paid ", "SEO", None]),
                  st.lists(st.integers(0, 25), min_size=5, max_size=5))


def leads_of(groups):
    """A workspace of groups (day created, channel, how many leads came how far)."""
    leads, deals = [], []
    for day, channel, counts in groups:
        for deep, many in enumerate(counts):
            for _ in range(many):
                name, on = f"L{len(leads)}", [day + timedelta(k) for k in range(5)]
                leads.append({"lead": name, "created": day, "mql": on[1] if deep >= 1 else None, "sql": on[2] if deep >= 2 else None, "channel": channel})
                if deep >= 3:
                    won = deep == 4
                    deals.append({"deal": f"D{len(deals)}", "created": on[3], "closed": on[4] if won else None, "outcome": "won" if won else "open",
                                  "lead": name, "amount": -1e9})
    return {"leads": leads, "deals": deals, "nps": [{"date": LATE, "score": 9}]}


def quarters(span):
    """The eight quarters that end with the one of the period's last day in the data."""
    last = max(min(span[1], LATE), span[0])
    at = last.year * 4 + (last.month - 1) // 3
    starts = [date(q // 4, q % 4 * 3 + 1, 1) for q in range(at - 7, at + 2)]
    return [(a, b - timedelta(1)) for a, b in zip(starts, starts[1:], strict=False)]


def rates(groups, least=1):
    """Step -> its rate from the stage before, with `least` people there."""
    reached = [sum(sum(counts[k:]) for _, _, counts in groups) for k in range(5)]
    return {STAGES[k]: reached[k] / reached[k - 1] for k in range(1, 5) if reached[k - 1] >= least}


def worth(groups, span):
    """Step -> deals that mending it to its best would win, where that is any."""
    mine = [g for g in groups if within(g[0], span)]
    own, won = rates(mine), sum(counts[4] for _, _, counts in mine)
    others = [rates([g for g in groups if within(g[0], q)], 30) for q in quarters(span)]
    others += [rates([g for g in mine if fold(g[1]) == name], 30) for name in {fold(g[1]) for g in mine} - {""}]
    best = {step: max((o[step] for o in others if step in o), default=0) for step in own}
    return {step: won * (best[step] / own[step] - 1) for step in own if won and best[step] > own[step] * (1 + 1e-9)}


@settings(max_examples=40, deadline=None)
@given(st.lists(GROUP, max_size=5), PERIOD, st.sampled_from(["cohort", "period"]))
def test_the_bottleneck_is_the_step_worth_most(groups, period, mode):
    data = made(leads_of(groups))
    found = funnel.compute(data, Selection(Period.parse(period), Compare.NONE, None, ()), mode).bottleneck
    expected = worth(groups, PERIODS[period])
    assert (found is None) == (not expected)
    if found is not None:
        assert found.more_won == pytest.approx(max(expected.values()), rel=1e-9)
        assert expected[found.stage] == pytest.approx(found.more_won, rel=1e-9)
