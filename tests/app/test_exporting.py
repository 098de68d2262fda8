"""Tables written out: real numbers and days, cells that cannot act, whole files or none."""

import csv
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.app.exporting import Sheet, harmless, write
from kpi_desktop.model.problem import Cancelled, Money, Share, Text, UserError

ROWS = [("=1+1", 12.0, date(2024, 2, 29), None), ("-5 °C", -3.25, Text("won"), Money(5.5, "EUR")), ("@cmd", 7, "plain", Share(0.25))]


def still(done, total):
    pass


def sheet(rows=ROWS, name="Leads"):
    return Sheet(name, ("=Name", "Number", "Day", "More"), rows, len(rows))


def test_csv_cells_are_harmless_and_numbers_stay_numbers(tmp_path):
    out = tmp_path / "rows.csv"
    assert write(out, [sheet()], still) == (out,)
    with out.open(encoding="utf-8-sig", newline="") as handle:
        assert list(csv.reader(handle)) == [["'=Name", "Number", "Day", "More"], ["'=1+1", "12", "2024-02-29", ""], ["'-5 °C", "-3.25", "won", "5.5"],
                                            ["'@cmd", "7", "plain", "0.25"]]


def test_a_workbook_holds_real_numbers_days_and_texts_that_are_no_formulas(tmp_path):
    out = tmp_path / "rows.xlsx"
    write(out, [sheet(), sheet(name="Leads"), sheet(name="a/b:" + "x" * 40)], still)
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["Leads", "Leads 2", "a b " + "x" * 27]
    first = book["Leads"]
    assert first["A2"].value == "=1+1" and first["A2"].data_type == "s" and first["B2"].value == 12
    assert first["C2"].value.date() == date(2024, 2, 29) and first["D3"].value == 5.5


def test_several_tables_give_several_csv_files(tmp_path):
    assert [p.name for p in write(tmp_path / "all.csv", [sheet(), sheet()], still)] == ["all.csv", "all-2.csv"]


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_cancelled_file_leaves_what_was_there(tmp_path, ending):
    out = tmp_path / f"rows{ending}"
    out.write_text("before")

    def stop(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        write(out, [sheet()], stop)
    assert out.read_text() == "before" and [p.name for p in tmp_path.iterdir()] == [out.name]


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UserError, match="cannot be written"):
        write(tmp_path / "no" / "rows.csv", [sheet()], still)


@given(st.text())
def test_no_text_begins_like_a_formula(text):
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r")) and harmless(text).endswith(text)
