"""Files in, rows out: encodings, header lines, dates, numbers, and rows kept aside."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.imports import convert, mapping, readers
from kpi_desktop.imports.values import date_order, decimal_sign, to_day, to_number
from kpi_desktop.model.problem import UserError
from kpi_desktop.model.schema import Chunk
from kpi_desktop.model.selection import day_number


def _converted(path: Path) -> Chunk:
    raw = readers.read(path)
    batch = convert.convert(raw, mapping.guess(raw).mapping, currency="EUR", rates=())
    whole = Chunk()
    for chunk in batch.chunks(lambda name: 7):
        whole.read += chunk.read
        whole.problems += chunk.problems
        for table, rows in chunk.rows.items():
            whole.rows.setdefault(table, []).extend(rows)
    return whole


@given(st.dates(date(1971, 1, 1), date(2099, 12, 31)))
def test_a_date_reads_back_in_every_writing(day: date) -> None:
    for order, text in (("dmy", day.isoformat()), ("dmy", day.strftime("%d.%m.%Y")), ("mdy", day.strftime("%m/%d/%Y")),
                        ("dmy", day.strftime("%d %b, %Y 00:03:00")), ("dmy", day.strftime("%a, %d %b %Y"))):
        assert to_day(text, order) == day_number(day)


@given(st.integers(-10**11, 10**11))
def test_a_number_reads_back_in_both_decimal_signs(cents: int) -> None:
    value = cents / 100
    point = f"{value:,.2f}"
    assert to_number(point) == value
    assert to_number(point.replace(",", "\u00a0").replace(".", ","), "comma") == value


def test_numbers_with_signs_and_suffixes() -> None:
    assert to_number("$342.09K") == pytest.approx(342090)
    assert to_number("(1,234)") == -1234
    assert decimal_sign(["1.234,50", "12,5"]) == ("comma", True)
    assert date_order(["01/02/2024", "01/31/2024"]) == ("mdy", True)
    assert date_order(["01/02/2024"]) == ("dmy", False)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_a_russian_export_is_read_and_a_bad_row_kept_aside(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "лиды.csv"
    path.write_text("Выгрузка\n\nID лида;Дата создания;Источник\n1;31.01.2024;Яндекс\n2;32.01.2024;Почта\nИтого;2;\n", encoding)
    result = _converted(path)
    assert result.rows["leads"] == [(4, "1", day_number(date(2024, 1, 31)), 7)]
    assert [(p.line, p.field, p.value) for p in result.problems] == [(5, "created", "32.01.2024")]


@pytest.mark.parametrize("content", [b"", b"lead,created\n", b"\x00\x01\x02" * 50, b"x" * (5 << 20)])
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "leads.csv"
    path.write_bytes(content)
    with pytest.raises(UserError):
        readers.read(path)


def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "leads.xlsx"
    path.write_text("lead,created\n1,2024-01-01\n")
    with pytest.raises(UserError):
        readers.read(path)


def test_costs_without_a_rate_are_kept_aside(tmp_path: Path) -> None:
    path = tmp_path / "spend.csv"
    path.write_text("date,amount,currency\n2024-01-01,10,EUR\n2024-01-02,5,USD\n")
    result = _converted(path)
    assert len(result.rows["spend"]) == 1
    assert result.problems[0].field == "currency"


def test_a_mapping_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "m.json"
    path.write_text('{"table": "leads", "columns": {"Nr": "lead", "created": "When"}}')
    first = mapping.load(path)
    mapping.dump(first, path)
    assert mapping.load(path).tables == first.tables
