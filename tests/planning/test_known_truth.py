"""Verdicts in worlds of known truth; the benchmark (`--verdicts`) tries hundreds of them."""

from collections import Counter

import pytest

from kpi_desktop.planning.practices import ELIMINATE, KEEP
from tests.bench.verdicts import BAD, GOOD, by_sheet, judged, rates, truth
from tests.bench.worlds import MONTHS, world


@pytest.fixture(scope="module")
def tried():
    return [j for seed in range(10) for months in MONTHS for j in judged(world(seed, 15, months))]


def test_good_practices_are_not_dropped_and_bad_ones_not_kept(tried):
    good_out, bad_kept, decided = rates([(t, v) for t, v, _ in tried])
    kinds = Counter(t for t, _, _ in tried)
    assert kinds[GOOD] > 40 and kinds[BAD] > 30
    assert good_out <= 1 / kinds[GOOD] and bad_kept <= 1 / kinds[BAD] and 0.25 <= decided <= 0.7


def test_a_spreadsheet_is_wrong_more_often(tried):
    ours, sheet = ([(t, v) for t, *vs in tried for v in (vs[at],)] for at in (0, 1))
    assert sum(rates(sheet)[:2]) > sum(rates(ours)[:2])


def test_what_is_counted():
    assert [truth(c, 100.0) for c in (100.0, 120.0, 151.0)] == [GOOD, "between", BAD]
    assert rates([(GOOD, ELIMINATE), (GOOD, KEEP), (BAD, KEEP), (BAD, "optimise")]) == (0.5, 0.5, 0.75)
    assert by_sheet(type("P", (), {"sqls": 0, "spend": 5.0}), 100.0) == ELIMINATE
