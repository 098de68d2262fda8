"""The worlds that verdicts, forecasts and budgets are tried in: what the program is given is what was drawn, and what was drawn follows the truth."""

import numpy as np
import pytest

from kpi_desktop.model.selection import Compare, Options, Selection
from kpi_desktop.planning import verdicts
from tests.bench.worlds import BASE, NEXT, SIZES, world


@pytest.mark.parametrize("months", [12, 24])
def test_the_program_sees_what_happened_and_nothing_later(months):
    w = world(3, 15, months)
    found = verdicts.review(w.data, Selection(BASE, Compare.NONE, options=Options(target_cost_per_sql=w.ceiling)))
    year = w.base_year()
    assert {p.name: (p.leads, p.mqls, p.sqls, p.won) for p in found.practices} == {
        c.name: (year.leads[c.name], year.mqls[c.name], year.sqls[c.name], year.won[c.name]) for c in w.channels}
    assert {p.name: p.spend for p in found.practices} == pytest.approx(w.spend, abs=0.01)
    assert sum(p.gross_profit for p in found.practices) == pytest.approx(sum(year.gross_profit.values()))
    assert w.data.today <= BASE.hi < NEXT.lo
    assert {c.name: c.won for c in world(3, 15, months).channels} == {c.name: c.won for c in w.channels}


@pytest.mark.parametrize("size", SIZES)
def test_what_is_drawn_follows_the_truth(size):
    """Over 15 worlds: SQLs of the base year and of a next year of the same money lie near what was to be expected."""
    drawn = expected = later = brought = 0.0
    for w in (world(seed, size) for seed in range(15)):
        drawn += sum(w.base_year().sqls.values())
        expected += sum(w.spend[n] / cost for n, cost in w.cost_per_sql.items())
        later += sum(w.next_year(w.spend).sqls.values())
        brought += sum(w.brought(n, amount) for n, amount in w.spend.items())
    assert abs(drawn - expected) < 5 * np.sqrt(expected)
    assert abs(later - brought) < 5 * np.sqrt(brought)


def test_more_money_brings_more_and_ever_less_of_it():
    w = world(1)
    c = w.channels[0]
    once, twice, thrice = (w.brought(c.name, k * w.spend[c.name]) for k in (1, 2, 3))
    assert once < twice < thrice and thrice - twice < twice - once
    assert twice == pytest.approx(once * 2**c.elasticity)
