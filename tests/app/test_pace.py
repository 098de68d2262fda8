"""How fast work goes: against a clock that the test moves."""

from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.app.pace import Pace


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def walk(steps):
    """A pace after steps of (seconds, share, rows), and its clock."""
    clock = Clock()
    pace = Pace(clock)
    for seconds, share, rows in steps:
        clock.now += seconds
        pace.hear(share, rows)
    return pace


def test_nothing_is_told_in_the_first_second():
    pace = walk([(0.5, 0.1, 1000)])
    assert pace.rows_a_second is None and pace.seconds_left is None


def test_work_that_counts_no_rows_has_time_left_and_no_rate():
    pace = walk([(1, 0.25, 0), (1, 0.5, 0)])
    assert pace.rows_a_second is None and abs(pace.seconds_left - 2) < 1e-9


@given(st.floats(0.05, 5), st.integers(2, 60), st.integers(1, 10**6))
def test_steady_work_is_told_exactly(step, steps, rows):
    total = steps + 1
    pace = walk([(step, (k + 1) / total, (k + 1) * rows) for k in range(steps)])
    if step * steps < 1:
        assert pace.seconds_left is None
    else:
        assert abs(pace.rows_a_second - rows / step) < 1e-6 * rows / step
        assert abs(pace.seconds_left - step) < 1e-6 * step * total


def test_what_is_slower_now_counts_more_than_what_was_fast_before():
    pace = walk([(1, 0.1, 100_000)] + [(1, 0.1 + 0.01 * k, 100_000 + 10_000 * k) for k in range(1, 16)])
    assert 10_000 < pace.rows_a_second < 12_000


def test_work_that_stands_still_promises_no_end():
    pace = walk([(2, 0.0, 0)])
    assert pace.seconds_left is None


def test_a_pause_of_no_length_changes_nothing():
    pace = walk([(2, 0.5, 10), (0, 0.9, 99)])
    assert abs(pace.rows_a_second - 5) < 1e-9
