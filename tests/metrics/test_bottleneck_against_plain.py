"""The bottleneck, the weak steps of small multiples and the margin that leaks against a second computation in plain Python."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_desktop.metrics import funnel, multiples
from kpi_desktop.model.selection import Compare, Period, Selection
from tests.metrics.generated import PERIOD, PERIODS, made
from tests.metrics.plain import beside, grid, kpi
from tests.metrics.plainly import STAGES, fold, within
from tests.metrics.plainly_beside import p_value

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


# -- the weak step of each of the small multiples ------------------------------------------------------------------------


def reached_by(groups):
    """Channel -> how many of its leads came to each stage at least."""
    found = {}
    for _, channel, counts in groups:
        for k in range(5):
            found.setdefault(channel, [0] * 5)[k] += sum(counts[k:])
    return found


def weak_step(mine, others):
    """The step with the lowest ratio of rates of those where a member of 30 or more is behind the others by more than noise; None without."""
    behind = {}
    for k in range(1, 5):
        if mine[k - 1] >= 30 and others[k - 1] and others[k]:
            ratio = (mine[k] / mine[k - 1]) / (others[k] / others[k - 1])
            if ratio < 1 and p_value(mine[k], mine[k - 1], others[k], others[k - 1]) < 0.05:
                behind[k] = ratio
    return min(behind, key=lambda k: (behind[k], k)) if behind else None


CHANNELS = [f"m{k}" for k in range(12)]
SPLIT = st.tuples(st.just(date(2024, 2, 29)), st.sampled_from(CHANNELS[:3]) | st.sampled_from(CHANNELS), st.lists(st.integers(0, 40), min_size=5, max_size=5))


@settings(max_examples=40, deadline=None)
@given(st.lists(SPLIT, min_size=2, max_size=14), st.sampled_from(["cohort", "period"]))
def test_the_weak_steps_are_those_of_the_second_computation(groups, mode):
    groups.append((date(2024, 2, 29), "m0", [1, 1, 1, 1, 1]))  # every stage is known
    data, by = made(leads_of(groups)), reached_by(groups)
    by = {channel: counts for channel, counts in by.items() if counts[0]}
    tiles = multiples.tiles(funnel.compute(data, Selection(Period.parse("2024"), Compare.NONE, None, ()), mode, "channel"))
    named = {t.member for t in tiles} - {None}
    mine = {None if channel not in named else channel: [0] * 5 for channel in by}
    for channel, counts in by.items():
        at = channel if channel in named else None
        mine[at] = [a + b for a, b in zip(mine[at], counts, strict=True)]
    whole = [sum(counts[k] for counts in by.values()) for k in range(5)]
    assert [s.count for t in tiles for s in t.stages[1:]] == [n for t in tiles for n in mine[t.member]]
    for t in tiles:
        expected = weak_step(mine[t.member], [a - b for a, b in zip(whole, mine[t.member], strict=True)])
        assert t.weak == (None if expected is None else expected + 1), (t.member, mine[t.member], whole)  # the visitors stand first


# -- what leaks where segments have discounts of their own ----------------------------------------------------------------

DEAL = st.tuples(st.sampled_from(["Acme", "Bolt", "Cork", "Dune"]), st.integers(1, 10**6), st.integers(-20, 90), st.sampled_from(["North", "South"]))
SEGMENTS = {"Acme": "Large", "Bolt": "Large", "Cork": "small", "Dune": None}


def middle(numbers):
    numbers = sorted(numbers)
    half = len(numbers) // 2
    return numbers[half] if len(numbers) % 2 else (numbers[half - 1] + numbers[half]) / 2


@settings(max_examples=40, deadline=None)
@given(st.lists(DEAL, min_size=1, max_size=12))
def test_margin_leaks_against_the_median_of_the_deals_own_segment(deals):
    """Customers of two segments and one of none; a deal leaks what it is cheaper than the middle one of its own segment."""
    rows = [{"deal": f"D{k}", "created": date(2024, 1, 1), "closed": date(2024, 2, 29), "outcome": "won", "customer": customer, "team": team,
             "list_amount": float(listed), "amount": listed * (100 - off) / 100, "cost": 1.0} for k, (customer, listed, off, team) in enumerate(deals)]
    customers = [{"customer": name, "started": date(2023, 1, 1), "segment": segment} for name, segment in SEGMENTS.items()]
    usual = {segment: middle(offs) for segment in SEGMENTS.values() if (offs := [off for c, _, off, _ in deals if SEGMENTS[c] == segment])}
    teams = Counter()
    for customer, listed, off, team in deals:
        teams[team] += listed * max(0, off - usual[SEGMENTS[customer]]) / 100
    state = kpi(made({"deals": rows, "customers": customers}), "customer_profitability")
    assert beside(state)["margin_leakage"] == pytest.approx(sum(teams.values()), rel=1e-9, abs=1e-6)
    told = {r["team"]: r["margin_leakage"] for r in grid(state, "discounts_by_team")}
    assert told == {team: pytest.approx(leak, rel=1e-9, abs=1e-6) for team, leak in teams.items()}
