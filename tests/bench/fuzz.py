"""`python -m tests.bench.fuzz N [text|workbook|markup|bytes]`: N hostile files through the importer; prints what became of them."""

from __future__ import annotations

import os
import sys
import time
import warnings
from collections import Counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import HealthCheck, given, settings

from tests.imports import hostile

KINDS = {"text": hostile.tables(), "workbook": hostile.books(), "markup": hostile.pages(), "bytes": hostile.ANYTHING}


def run(kind: str, count: int) -> None:
    """Let so many files of a kind through; what fails is printed by Hypothesis, made as small as it can be."""
    answers, slowest = Counter[str](), [0.0]

    @settings(max_examples=count, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(KINDS[kind])
    def answered(file: tuple[str, bytes]) -> None:
        began = time.process_time()
        answers[hostile.one_clear_answer(*file)] += 1
        slowest[0] = max(slowest[0], time.process_time() - began)

    answered()
    print(f"{kind}: {answers.total():,} files, {dict(answers)}, the slowest took {slowest[0]:.2f} s", flush=True)


if __name__ == "__main__":
    warnings.simplefilter("error")
    for each in sys.argv[2:] or KINDS:
        run(each, int(sys.argv[1]))
