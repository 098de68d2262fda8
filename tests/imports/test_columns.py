"""The whole column decides how its dates and numbers are read; what it cannot decide is asked, and nothing is read half one way."""

from __future__ import annotations

from datetime import date

import pytest

from kpi_desktop.imports import convert, mapping, readers
from kpi_desktop.imports.columns import DATES, found
from kpi_desktop.model.decisions import Mapping, Rule, TableMapping
from kpi_desktop.model.problem import UserError
from kpi_desktop.model.selection import day_number
from kpi_desktop.store.workspace import Workspace

LEADS = Mapping("mine", (TableMapping("leads", {"lead": Rule(("lead",)), "created": Rule(("created",)), "score": Rule(("score",))}),))
MANY = 500


def read(folder, cells, how=LEADS):
    """(created as a date, score) of every row that is taken, and the problems, from (created, score) pairs."""
    path = folder / "leads.csv"
    path.write_text("lead;created;score\n" + "".join(f"{n};{created};{score}\n" for n, (created, score) in enumerate(cells)), "utf-8")
    chunks = list(convert.convert(readers.read(path), how, currency=None, rates=()).chunks(len))
    rows = [(date.fromordinal(date(1970, 1, 1).toordinal() + row[2]), row[3]) for chunk in chunks for row in chunk.rows["leads"]]
    return rows, [p for chunk in chunks for p in chunk.problems]


def dates(folder, texts, how=LEADS):
    rows, problems = read(folder, [(t, "1") for t in texts], how)
    return [r[0] for r in rows], problems


def test_rows_that_do_not_fit_the_order_of_their_column_are_kept_aside_and_told_why(tmp_path):
    days, problems = dates(tmp_path, ["13/04/2024", "14/04/2024", "03/04/2024", "04/15/2024"])
    assert days == [date(2024, 4, 13), date(2024, 4, 14), date(2024, 4, 3)]
    assert [(p.value, "begins with the month" in str(p.reason)) for p in problems] == [("04/15/2024", True)]


def test_a_late_value_that_speaks_against_a_sample_is_kept_aside_where_most_speak_for_it(tmp_path):
    days, problems = dates(tmp_path, ["13/04/2024"] * MANY + ["04/15/2024", "03/04/2024"])
    assert len(days) == MANY + 1 and days[-1] == date(2024, 4, 3)
    assert [p.value for p in problems] == ["04/15/2024"]


def test_a_column_that_goes_on_otherwise_than_it_began_is_not_read_half_one_way(tmp_path):
    with pytest.raises(UserError, match="contradict"):
        dates(tmp_path, ["13/04/2024"] * 250 + ["04/15/2024"] * MANY)
    said = Mapping("mine", LEADS.tables, dates="mdy")
    days, problems = dates(tmp_path, ["13/04/2024"] * 250 + ["04/15/2024"] * MANY, said)
    assert len(days) == MANY and len(problems) == 250 and "begins with the day" in str(problems[0].reason)


@pytest.mark.parametrize("first", ["2024-01-05", "5 Jan 2024"])
def test_a_column_that_needed_no_order_is_read_by_what_comes_later(tmp_path, first):
    days, problems = dates(tmp_path, [first] * MANY + ["03/04/2024"] + ["2024-01-06"] * MANY + ["04/13/2024"])
    assert not problems and days[MANY] == date(2024, 3, 4) and days[-1] == date(2024, 4, 13)
    with pytest.raises(UserError, match="3 Apr|2024-04-03"):
        dates(tmp_path, [first] * MANY + ["03/04/2024"])


def test_a_column_that_is_blank_at_first_is_looked_at_to_its_end(tmp_path):
    path = tmp_path / "leads.csv"
    path.write_text("lead,created,mql\n" + "".join(f"{n},2024-01-05,\n" for n in range(MANY)) + "x,2024-01-05,03/04/2024\n", "utf-8")
    raw = readers.read(path)
    assert found(raw, Rule(("mql",)), DATES).source == "doubt" and len(mapping.guess(raw).doubts) == 1
    path.write_text(path.read_text("utf-8") + "y,2024-01-05,04/13/2024\n", "utf-8")
    assert found(readers.read(path), Rule(("mql",)), DATES).value == "mdy"


def test_numbers_that_needed_no_sign_are_read_by_what_comes_later(tmp_path):
    scores = [r[1] for r in read(tmp_path, [("2024-01-05", n) for n in ["7"] * MANY + ["1.500", "2,5"]])[0]]
    assert scores[-2:] == [1500, 2.5]
    scores = [r[1] for r in read(tmp_path, [("2024-01-05", n) for n in ["7"] * MANY + ["1.500", "2.5"]])[0]]
    assert scores[-2:] == [1.5, 2.5]
    with pytest.raises(UserError, match="1,?500 or 1.5"):
        read(tmp_path, [("2024-01-05", n) for n in ["7"] * MANY + ["1.500"]])


def test_a_number_with_the_other_sign_is_kept_aside_and_told_why(tmp_path):
    rows, problems = read(tmp_path, [("2024-01-05", n) for n in ["7,5"] * MANY + ["2.5", "1.500"]])
    assert rows[-1][1] == 1500 and [(p.value, "decimal point, while" in str(p.reason)) for p in problems] == [("2.5", True)]


def test_what_was_left_out_is_counted_once_though_a_column_is_gone_through_again(tmp_path):
    path = tmp_path / "leads.csv"
    lines = [f"{n},2024-01-05" for n in range(2000)]
    path.write_text("\n".join(["lead,created", *lines, "Total,", "x,03/04/2024", "y,04/13/2024", "Total,"]) + "\n", "utf-8")
    raw = readers.read(path)
    with Workspace(tmp_path / "w.kpi", create=True) as ws:
        report = ws.add(convert.convert(raw, mapping.guess(raw).mapping, currency=None, rates=()))
    assert (report.read, report.left_out, report.kept_aside) == (2002, 2, 0)
    assert day_number(date(2024, 3, 4)) > 0
