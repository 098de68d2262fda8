"""A few worlds of known truth: do the ranges hold what comes, is the best split better. The full table: `python -m tests.bench --plans`."""

import numpy as np
import pytest

from tests.bench.plans import FIELDS, run, tried
from tests.bench.worlds import world


@pytest.fixture(scope="module")
def found():
    return [tried(world(seed, 15, months)) for seed in range(8) for months in (12, 24)]


def test_the_80_percent_ranges_hold_about_80_percent(found):
    for field in FIELDS:
        assert 0.72 <= np.mean([h for f in found for h in f.held[field]]) <= 0.9, field
        assert 0.6 <= np.mean([h for f in found for h in f.held[f"all {field}"]]) <= 1.0, field
    assert abs(np.mean([f.bias for f in found])) < 0.08


def test_the_best_split_is_better_in_truth(found):
    assert min(f.over_today for f in found) > -0.05
    assert all(np.mean([getattr(f, other) for f in found]) > 0 for other in ("over_today", "over_last_year", "over_romi", "free_over_romi"))
    assert 0.6 <= np.mean([f.gain_held for f in found]) <= 1.0


def test_the_table_is_printed(monkeypatch):
    from tests.bench import plans

    monkeypatch.setattr(plans, "SIZES", (5,))
    monkeypatch.setattr(plans, "MONTHS", (12,))
    rows = []
    run(1, lambda *cells: rows.append(cells))
    assert len(rows) == 4 and len(rows[0]) == len(rows[1]) and len(rows[2]) == len(rows[3])
