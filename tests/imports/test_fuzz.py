"""Any bytes at all get one clear answer: the file is imported with every row accounted for, or a sentence says why not."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from tests.imports import hostile

QUICK = settings(max_examples=40, deadline=None, database=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("files", [hostile.tables(), hostile.books(), hostile.pages(), hostile.ANYTHING], ids=["text", "workbook", "markup", "bytes"])
def test_any_bytes_get_one_clear_answer(files):
    @QUICK
    @given(files)
    def answered(file):
        hostile.one_clear_answer(*file)

    answered()
