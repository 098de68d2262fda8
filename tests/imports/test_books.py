# ruff: noqa: E501 (markup reads best unbroken)
"""Workbooks that would blow up or reach to the end of the world, and the HTML and XML that go by the name of an Excel file."""

from __future__ import annotations

import struct
import zipfile

import pytest

from kpi_desktop.imports import mapping, packages, readers
from kpi_desktop.model.problem import UserError
from tests.imports.test_readers import _NS, _xlsx

HEAD = '<row r="1"><c r="A1" t="inlineStr"><is><t>lead</t></is></c><c r="B1" t="inlineStr"><is><t>created</t></is></c></row>'
FIRST = '<row r="2"><c r="A2" t="inlineStr"><is><t>1</t></is></c><c r="B2" t="inlineStr"><is><t>2024-03-01</t></is></c></row>'
SPACES = " ".join(f'xmlns:{s}="urn:oasis:names:tc:opendocument:xmlns:{s}:1.0"' for s in ("office", "table", "text"))


def xlsx(path, rows, before="", after="", **parts):
    """A workbook with one sheet of these rows."""
    plain = path.with_name("plain.xlsx")
    _xlsx(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name in old.namelist():
            sheet = f'<worksheet xmlns="{_NS}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'
            book.writestr(name, sheet if "sheet1" in name else old.read(name))
        for name, text in parts.items():
            book.writestr(f"xl/{name}.xml", text)


def ods(path, rows):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        book.writestr("META-INF/manifest.xml", "<manifest/>")
        book.writestr("content.xml", f'<office:document-content {SPACES}><office:body><office:spreadsheet><table:table table:name="D">{rows}</table:table>'
                                     "</office:spreadsheet></office:body></office:document-content>")


def open_row(cells, times=1):
    return f'<table:table-row table:number-rows-repeated="{times}">{cells}</table:table-row>'


def open_cell(text, times=1):
    return f'<table:table-cell office:value-type="string" table:number-columns-repeated="{times}"><text:p>{text}</text:p></table:table-cell>'


OPEN_HEAD = open_row(open_cell("lead") + open_cell("created")) + open_row(open_cell("1") + open_cell("2024-03-01"))
BLANK = '<table:table-cell table:number-columns-repeated="16384"/>'


def cells(path):
    return [tuple(c) for _, c in readers.read(path).rows()]


@pytest.mark.parametrize(("rows", "words"), [
    ('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "reaches too far"),
    ('<row><c r="A4000000000"><v>1</v></c></row>', "reaches too far"),
    ("".join(f"<row><c r='{column}1048576'><v>1</v></c></row>" for column in ("A", "BZ")), "reaches too far"),
    ("<row/>" + " " * (110 << 20), "unpack"),
], ids=["corner", "row", "quotes", "spaces"])
def test_a_workbook_that_would_fill_the_memory_is_refused_before_it_is_opened(tmp_path, rows, words):
    xlsx(tmp_path / "leads.xlsx", HEAD + FIRST + rows)
    with pytest.raises(UserError, match=words):
        readers.read(tmp_path / "leads.xlsx")


@pytest.mark.parametrize("cell", [
    lambda n: f'<c r="A{n}" t="s"><v>0</v></c>', lambda n: f'<c t="s" r="A{n}"><f>B{n}</f><v>0</v></c>'])
def test_a_long_text_that_many_cells_share_is_refused(tmp_path, monkeypatch, cell):
    monkeypatch.setattr(packages, "_REPEATED", 10_000_000)
    shared = f'<sst xmlns="{_NS}"><si><t>{"x" * 100_000}</t></si></sst>'
    xlsx(tmp_path / "few.xlsx", HEAD + FIRST + "".join(f"<row>{cell(n)}</row>" for n in range(3, 60)), sharedStrings=shared)
    assert packages.weigh(tmp_path / "few.xlsx") is None
    xlsx(tmp_path / "many.xlsx", HEAD + FIRST + "".join(f"<row>{cell(n)}</row>" for n in range(3, 300)), sharedStrings=shared)
    with pytest.raises(UserError, match="repeats long texts"):
        packages.weigh(tmp_path / "many.xlsx")


def test_a_part_that_is_larger_than_its_archive_says_is_found_out(tmp_path):
    path = tmp_path / "leads.xlsx"
    xlsx(path, HEAD + FIRST + " " * (110 << 20))
    data = bytearray(path.read_bytes())
    at = data.rfind(b"xl/worksheets/sheet1.xml") - 46
    assert data[at:at + 4] == b"PK\x01\x02"
    data[at + 24:at + 28] = struct.pack("<I", 5000)
    path.write_bytes(data)
    with pytest.raises(UserError, match="unpack"):
        readers.read(path)


@pytest.mark.parametrize(("before", "rows", "after"), [
    ('<dimension ref="A1:XFD1048576"/>', "", ""),
    ("", '<row r="1048576"><c r="XFD1048576" s="0"/></row>', ""),  # formatted, and blank
    ("", '<row r="1048576"><c r="A1048576" s="0"/></row>', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
], ids=["dimension", "formats", "merged"])
def test_a_sheet_whose_far_cells_hold_nothing_is_read(tmp_path, before, rows, after):
    xlsx(tmp_path / "leads.xlsx", HEAD + FIRST + rows, before, after)
    assert cells(tmp_path / "leads.xlsx") == [("1", "2024-03-01")]


def test_a_stray_cell_far_below_is_a_row_of_its_own(tmp_path):
    xlsx(tmp_path / "leads.xlsx", HEAD + FIRST + '<row r="300000"><c r="A300000"><v>7</v></c></row>')
    assert list(readers.read(tmp_path / "leads.xlsx").rows())[-1] == (300_000, ("7", ""))


@pytest.mark.parametrize(("rows", "words"), [
    (open_row(open_cell("2", 1000), 1_000_000), "reaches too far"),
    (open_row(BLANK, 1_048_000) + open_row('<table:table-cell table:number-columns-repeated="16000"/>' + open_cell("z")), "reaches too far"),
    (open_row(open_cell("x" * 1_000_000, 16_000), 20), "repeats long texts"),
], ids=["repeated", "gap", "texts"])
def test_an_opendocument_that_would_fill_the_memory_is_refused(tmp_path, rows, words):
    ods(tmp_path / "leads.ods", OPEN_HEAD + rows)
    with pytest.raises(UserError, match=words):
        readers.read(tmp_path / "leads.ods")


def test_the_blank_rest_of_an_opendocument_is_nothing(tmp_path):
    ods(tmp_path / "leads.ods", OPEN_HEAD + open_row(BLANK, 1_048_570))
    assert cells(tmp_path / "leads.ods") == [("1", "2024-03-01")]


def test_a_binary_sheet_is_measured_by_its_records():
    def record(kind, body):
        return bytes([kind, len(body)]) + body

    reach = packages._BinaryReach()
    text = record(0, struct.pack("<I", 1_048_575) + b"\0" * 13) + record(5, struct.pack("<I", 16_383) + b"\0" * 12) + b"\x81\x01\x00"
    for at in range(0, len(text), 5):  # however it is cut
        reach.look(text[at:at + 5])
    assert reach.cells == 1_048_576 * 16_384


def test_values_beyond_reason_are_kept_aside_one_by_one(tmp_path):
    rows = [("1e400", "n"), ("#REF!", "e"), ("9999-12-31", "d"), ("0000-01-01", "str"), ("99999999999", "n")]
    made = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}" t="{kind}"><v>{text}</v></c></row>' for n, (text, kind) in enumerate(rows, 3))
    made += '<row r="9"><c r="A9"><v>9</v></c><c r="B9"><f>TODAY()</f></c></row>'  # a formula that was never reckoned
    xlsx(tmp_path / "leads.xlsx", HEAD + FIRST + made)
    assert [c[1] for c in cells(tmp_path / "leads.xlsx")] == ["2024-03-01", "inf", "", "9999-12-31", "0000-01-01", "99999999999", ""]


def page(path, text, encoding="utf-8"):
    path.write_bytes(text.encode(encoding))
    return readers.read(path)


@pytest.mark.parametrize(("meta", "encoding"), [("windows-1251", "cp1251"), ("utf-8", "utf-8"), ("", "cp1251"), ("", "utf-16")])
def test_a_table_of_html_under_an_excel_name_is_read(tmp_path, meta, encoding):
    text = (f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={meta}"><style>td {{ x: "<td>" }}</style></head><body>'
            "<table><tr><td>Меню</td></tr></table><TABLE border=1><thead><tr><th>ID лида<th>Дата создания<th>Источник</tr></thead>"
            "<tr><td>1</td><td>31.01.2024</td><td>Яндекс &amp;<br>другие <b>каналы</b></td></tr><!-- <tr><td>9</td></tr> -->"
            "<tr><td>2</td><td>01.02.2024</td><td>Почта</td></tr></table></body></html>")
    raw = page(tmp_path / "leads.xls", text, encoding)
    assert raw.header == ("ID лида", "Дата создания", "Источник") and raw.kind == "html"
    assert [c for _, c in raw.rows()] == [("1", "31.01.2024", "Яндекс &\nдругие каналы"), ("2", "01.02.2024", "Почта")]
    assert not mapping.guess(raw).missing


def test_cells_that_reach_over_others_stand_in_the_first_place(tmp_path):
    text = ("<table><tr><th>lead</th><th>created</th><th>channel</th></tr><tr><td rowspan=2>1</td><td colspan='2'>2024-01-05</td></tr>"
            "<tr><td>2024-01-06</td><td>Web</td></tr><tr><td>3</td><td>2024-01-07</td><td>Fair</td></tr></table>")
    assert [c for _, c in page(tmp_path / "leads.xls", text).rows()] == [("1", "2024-01-05", ""), ("", "2024-01-06", "Web"), ("3", "2024-01-07", "Fair")]


def test_of_tables_inside_others_the_largest_is_read(tmp_path):
    inner = "<table><tr><th>lead<th>created</tr><tr><td>1<td>2024-01-05</tr><tr><td>2<td>2024-01-06</tr></table>"
    raw = page(tmp_path / "leads.csv", f"<!DOCTYPE html><html><table><tr><td>menu</td><td>{inner}</td></tr><tr><td>foot</td></tr></table>")
    assert [c for _, c in raw.rows()] == [("1", "2024-01-05"), ("2", "2024-01-06")]


@pytest.mark.parametrize("text", ["<html><body>Please log in</body></html>", "<table>", "<table><tr><td>" + "<!--" * 99, "<table><td " + "a='" * 99,
                                  "<table><tr><td>a" + "<tr><td colspan=1000 rowspan=60000>" * 2000, "<table><tr><td>" * 500])
def test_a_page_without_a_table_is_refused(tmp_path, text):
    with pytest.raises(UserError):
        page(tmp_path / "leads.xls", text)


SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet"
BOOK = ('<?xml version="1.0"{}?>{}<?mso-application progid="Excel.Sheet"?><Workbook xmlns="' + SPREADSHEET + '" xmlns:ss="' + SPREADSHEET + '">'
        '<Worksheet ss:Name="Сводка"><Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet><Worksheet ss:Name="Лиды"><Table>'
        '<Row><Cell><Data ss:Type="String">lead</Data></Cell><Cell><Data ss:Type="String">created</Data></Cell><Cell ss:Index="4"><Data ss:Type="String">'
        'channel</Data></Cell></Row>{}</Table></Worksheet></Workbook>')
XML_ROW = ('<Row ss:Index="5"><Cell ss:MergeAcross="0"><Data ss:Type="Number">1</Data></Cell><Cell><Data ss:Type="DateTime">2024-03-01T00:00:00.000</Data></Cell>'
           '<Cell ss:Index="4"><Data ss:Type="String">We<B xmlns="x">b</B></Data></Cell></Row>')


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251"])
def test_a_workbook_of_excel_2003_in_xml_is_read(tmp_path, encoding):
    said = f' encoding="{encoding}"' if encoding != "utf-16" else ""
    raw = page(tmp_path / "leads.xls", BOOK.format(said, "", XML_ROW), encoding)
    assert raw.sheets == ("Сводка", "Лиды") and raw.sheet == "Лиды"
    assert list(raw.rows()) == [(5, ("1", "2024-03-01", "", "Web"))]


@pytest.mark.parametrize("text", [
    BOOK.format("", '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>', XML_ROW), BOOK.format("", "", XML_ROW + "<Row>"),
    BOOK.format("", "", '<Row><Cell ss:Index="99999999"><Data ss:Type="String">x</Data></Cell></Row>'), f'<Workbook xmlns="{SPREADSHEET}"></Workbook>',
    BOOK.format("", "", ""), BOOK.format(' encoding="x"', "", "")])
def test_a_broken_workbook_in_xml_is_refused(tmp_path, text):
    with pytest.raises(UserError):
        page(tmp_path / "leads.xls", text)
