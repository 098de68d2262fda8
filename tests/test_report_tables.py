"""Wide tables of the report: told one below the other, each with the first column, none lost."""

from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.report import stacked


@given(st.lists(st.integers(3, 60), min_size=1, max_size=25))
def test_every_column_stands_once_and_each_table_begins_with_the_first(widths):
    parts = stacked(widths, 118)
    assert all(part[0] == 0 for part in parts)
    assert [k for part in parts for k in part[1:]] == list(range(1, len(widths)))
    assert all(len(part) <= 2 or sum(widths[k] for k in part) <= 118 for part in parts)


def test_what_fits_stays_one_table():
    assert stacked([20, 40, 58], 118) == [[0, 1, 2]]
    assert stacked([20, 40, 59], 118) == [[0, 1], [0, 2]]
