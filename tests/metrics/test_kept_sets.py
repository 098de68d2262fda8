"""What is kept between questions: the sets of the filters looked at last, members by number; a merge asks for data of their own."""

import numpy as np
import pytest

from kpi_desktop.metrics import visitors
from kpi_desktop.metrics.spend import _tally
from kpi_desktop.model.decisions import Merge
from kpi_desktop.model.selection import Filter, Period
from tests.metrics.plain import dataset

YEAR = Period.parse("2024")
NAMES = [f"C{k}" for k in range(6)]
VISITS = [("2024-01-01", NAMES[k % 6], k) for k in range(24)]
LEADS = [(f"L{k}", f"2024-0{1 + k % 3}-05", f"C{k % 5}" if k % 7 else None, f"S{k % 2}") for k in range(40)]


def test_sets_of_the_filters_looked_at_last_are_kept_and_those_of_none(monkeypatch):
    monkeypatch.setattr(visitors, "_KEPT", 3)
    data = dataset(VISITS, NAMES, leads=("lead created channel", [("a", "2024-01-02", "C1")]))
    whole = visitors.distinct(data.view(), YEAR).value
    for _ in range(2):
        for k in range(6):
            assert visitors.distinct(data.view([Filter("channel", f"C{k}")]), YEAR).value == 4
    kept = data.derived["visitor sets"]
    assert list(kept) == [(), (Filter("channel", "C4"),), (Filter("channel", "C5"),)]
    assert visitors.distinct(data.view(), YEAR).value == whole == 24


@pytest.mark.parametrize("dimensions", [("channel",), ("channel", "segment"), ("segment", "channel", "channel"), ("manager", "channel")])
def test_combinations_are_counted_as_row_by_row(monkeypatch, dimensions):
    data = dataset(leads=("lead created channel segment", LEADS))
    rows, weights = np.array([k for k in range(40) if k % 4]), np.arange(30.0)
    names = [[data.name(c) for c in (data.dimension("leads", d) if data.dimension("leads", d) is not None else np.full(40, -1))] for d in dimensions]
    expected: dict = {}
    for w, r in zip(weights, rows, strict=True):
        key = tuple(n[r] for n in names)
        expected[key] = expected.get(key, 0.0) + w
    for few in (50_000, -1):
        monkeypatch.setattr("kpi_desktop.metrics.spend._FEW", few)
        keys, sums = _tally(data, "leads", dimensions, rows if few > 0 else rows, weights)
        assert {tuple(data.name(c) for c in k): s for k, s in zip(keys.tolist(), sums.tolist(), strict=True)} == pytest.approx(expected)
        assert [tuple(k) for k in keys.tolist()] == sorted({tuple(k) for k in keys.tolist()}) and len(keys) == len(expected)


def test_members_by_number_follow_a_merge():
    from kpi_desktop.metrics.written import from_plain

    plain = dataset(leads=("lead created channel", [("a", "2024-01-02", "Paid"), ("b", "2024-01-03", "PPC"), ("c", "2024-01-04", None)]))
    assert plain.view().groups("leads", "channel", np.arange(3))[0] == ["", "Paid", "PPC"]
    import pandas as pd

    frame = pd.DataFrame({"lead": ["a", "b", "c"], "created": ["2024-01-02", "2024-01-03", "2024-01-04"], "channel": ["Paid", "PPC", None]})
    merged = from_plain({"leads": frame}, merges=(Merge("channel", "PPC", "Paid"),))
    names, place = merged.view().groups("leads", "channel", np.arange(3))
    assert names == ["Paid", ""] and place.tolist() == [0, 0, 1]
    every, numbers = merged.numbered("leads", "channel")
    assert [merged.name(c) for c in every[numbers].tolist()] == ["Paid", "Paid", ""]
