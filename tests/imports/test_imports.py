"""Files in, rows out: encodings, header lines, dates, numbers, and rows kept aside."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.imports import columns, convert, mapping, readers
from kpi_desktop.imports.values import currency_in, date_order, decimal_sign, to_day, to_number
from kpi_desktop.model.batch import Chunk
from kpi_desktop.model.problem import UserError
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


def brought(folder, text, currency="EUR"):
    path = folder / "deals.csv"
    path.write_text(text, "utf-8")
    raw = readers.read(path)
    batch = convert.convert(raw, mapping.guess(raw).mapping, currency=currency, rates=())
    return [problem for chunk in batch.chunks(lambda name: 7) for problem in chunk.problems], batch


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


@pytest.mark.parametrize(("text", "code"), [("US$0.00", "USD"), ("R$ 1.200,50", "BRL"), ("1 200 руб.", "RUB"), ("1 200,00 ₽", "RUB"), ("EUR 12", "EUR"),
                                            ("12 zł", "PLN"), ("12.5", None), ("12 pcs", None)])
def test_a_currency_stands_as_sign_or_code(text, code):
    assert currency_in(text) == code


def test_the_first_file_that_names_a_currency_settles_it(tmp_path):
    rows = "date,amount,currency,channel\n2024-01-01,100,INR,Paid\n2024-01-02,50,USD,Paid\n"
    aside, batch = brought(tmp_path, rows, currency=None)
    assert batch.currency == "INR" and [p.value for p in aside] == ["USD"]
    deals = "deal,created,outcome,amount\nd1,2024-01-01,won,$1200\n"
    assert brought(tmp_path, deals, currency=None)[1].currency == "USD"


@pytest.mark.parametrize(("encoding", "text"), [
    ("cp1252", "lead,created,owner\n1,2024-01-01,Jörg Müller\n2,2024-01-02,Ann\n"), ("cp1251", "lead,created,owner\n1,2024-01-01,Анна\n2,2024-01-02,Пётр\n"),
    ("koi8_r", "лид,создан,владелец\n1,01.02.2024,Анна Петрова\n2,13.02.2024,Пётр\n"), ("utf-16", "lead,created,owner\n1,2024-01-01,Żółć\n"),
    ("utf-8-sig", "lead,created,owner\n1,2024-01-01,Żółć 渠道\n")])
def test_the_encoding_is_told(tmp_path, encoding, text):
    path = tmp_path / "leads.csv"
    path.write_bytes(text.encode(encoding))
    assert [list(cells) for _, cells in readers.read(path).rows()] == [line.split(",") for line in text.strip().split("\n")[1:]]


def test_a_letter_beyond_ascii_far_into_the_file_is_read(tmp_path):
    path = tmp_path / "leads.csv"
    path.write_bytes(b"lead,created,owner\n" + b"1,2024-01-01,Ann\n" * 200_000 + "2,2024-01-02,Jörg".encode("cp1252"))
    *_, last = readers.read(path).rows()
    assert last == (200_002, ("2", "2024-01-02", "Jörg"))


def test_a_gigantic_line_far_into_the_file_is_refused_without_being_held(tmp_path):
    path = tmp_path / "leads.csv"
    path.write_bytes(b"lead,created\n1,2024-01-01\n" + b"x," * 5_000_000)
    with pytest.raises(UserError, match="gigantic"):
        readers.read(path)


def test_totals_and_comments_are_told_from_data(tmp_path):
    text = ("# exported by a tool\n\ncustomer,started,mrr\nTotal,2024-01-05,100\n#1 Plumbing,2024-01-06,200\nAcme,2024-01-07,300\n,,\n"
            "Total,,600\nGrand total: 3 rows,,\n# end\n")
    path = tmp_path / "customers.csv"
    path.write_text(text, "utf-8")
    raw = readers.read(path)
    assert [(line, cells[0]) for line, cells in raw.rows()] == [(4, "Total"), (5, "#1 Plumbing"), (6, "Acme")]
    assert raw.skipped == 2


def test_lines_are_counted_as_an_editor_counts_them(tmp_path):
    path = tmp_path / "leads.csv"
    path.write_bytes(b'lead,created,owner\r\n1,2024-01-01,"two\r\nlines"\r\n\r\n2,2024-01-02,Ann\r\n3,2024-01-03,"a\nb\nc"\r\n4,2024-01-04,Bo\r\n')
    assert [line for line, _ in readers.read(path).rows()] == [2, 5, 6, 9]


def test_cells_beyond_the_header_keep_the_row_aside_whole(tmp_path):
    aside, _ = brought(tmp_path, "lead,created\n1,2024-01-01,surplus\n2,2024-01-02,\n3\n")
    assert [(p.line, p.raw) for p in aside] == [(2, ("1", "2024-01-01", "surplus")), (4, ("3", ""))]


@pytest.mark.parametrize(("texts", "sign", "sure"), [
    (["1,234", "2,500"], "point", False), (["1.234", "2.500"], "comma", False), (["1,234", "2,5"], "comma", True), (["1.234", "0.5"], "point", True),
    (["1.234.567"], "comma", True), (["1 234,50"], "comma", True), (["12", "7"], "point", True), (["0,125"], "comma", True), (["$1,234.00"], "point", True)])
def test_the_decimal_sign_of_a_column(texts, sign, sure):
    assert decimal_sign(texts) == (sign, sure)


def test_a_doubtful_decimal_sign_is_looked_up_in_the_whole_file_and_else_told(tmp_path):
    body = "".join(f"2024-01-01;{n},500\n" for n in range(1, 301))
    path = tmp_path / "spend.csv"
    path.write_text("date;amount\n" + body + "2024-01-02;7,5\n", "utf-8")
    assert columns.found(readers.read(path), columns.Rule(("amount",)), columns.DECIMALS).value == "comma"
    path.write_text("date;amount\n" + body, "utf-8")
    assert any("amount" in str(d) for d in mapping.guess(readers.read(path)).doubts)


def test_rows_that_no_table_takes_are_left_out_and_counted(tmp_path):
    path = tmp_path / "mixed.csv"
    path.write_text("lead,created,kind\n1,2024-01-02,lead\n2,2024-01-03,test\n3,soon,lead\nTotal,,\n", "utf-8")
    raw = readers.read(path)
    found = mapping.from_data({"table": "leads", "columns": {"lead": "lead", "created": "created"}, "only": {"kind": ["lead"]}})
    chunks = list(convert.convert(raw, found, currency=None, rates=()).chunks(len))
    assert (sum(c.read for c in chunks), sum(len(c.problems) for c in chunks), chunks[-1].left_out) == (2, 1, 2)
