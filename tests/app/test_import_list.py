"""The list of files: what needs a decision first, alike ones together, and counted."""

from pathlib import Path

from kpi_desktop.app.import_list import Counted, counted, grouped
from kpi_desktop.app.screens import FileShown
from kpi_desktop.model.decisions import Mapping, Rule, TableMapping

LEADS = Mapping("leads", (TableMapping("leads", {"lead": Rule(("no",))}),))
NOTHING = Mapping("visits", (TableMapping("visits"),))


def file(number, state, header=("no", "day"), mapping=LEADS, **more):
    return FileShown(number, Path(f"{number}.csv"), state, header=header, mapping=mapping, **more)


def numbers(groups):
    return [[f.file_id for f in group] for group in groups]


def test_what_needs_a_decision_stands_first_and_what_is_unknown_after_it():
    files = (file(1, "ready"), file(2, "done"), file(3, "failed", mapping=None), file(4, "decide", ("x",), NOTHING), file(5, "decide"), file(6, "importing"))
    assert numbers(grouped(files)) == [[5], [4], [3], [1], [6], [2]]
    assert counted(files) == Counted(ready=1, decide=1, unknown=1, failed=1, under_way=1, done=1)


def test_files_with_the_same_columns_are_decided_together_and_no_others():
    files = (file(1, "decide"), file(2, "decide", ("no",)), file(3, "decide"), file(4, "ready"), file(5, "ready"),
             file(6, "decide", missing=(("leads", "created"),)), file(7, "decide", sheets=("a", "b")))
    assert numbers(grouped(files)) == [[1, 3], [2], [6], [7], [4], [5]]


def test_nothing_moves_while_files_are_still_read():
    files = (file(1, "ready"), file(2, "decide"), file(3, "reading", (), None), file(4, "decide"))
    assert numbers(grouped(files)) == [[1], [2], [3], [4]]
