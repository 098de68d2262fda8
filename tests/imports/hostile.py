# ruff: noqa: E501 (lists of hostile values read best as long lines)
"""Files that nobody should have written: strategies for bytes of every kind the importer may be given, and the one check that all of them must pass."""

from __future__ import annotations

import tempfile
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

from hypothesis import strategies as st

from kpi_desktop.app import importing
from kpi_desktop.model.problem import UserError
from kpi_desktop.store.workspace import Workspace

HEADERS = ["lead", "Lead ID", "created", "Created date", "mql", "sql", "Дата создания", "Источник", "amount", "date", "currency", "channel", "email", "score",
           "customer", "mrr", "started", "outcome", "deal", "visitor id", "", " ", "\ufeffid", "id", "ID", "#", "Total", "campaign", "spend", "event",
           "attended", "invoice", "rep", "target", "respondent"]
DATES = ["2024-03-01", "0000-00-00", "0000-01-01", "0001-01-01", "9999-12-31", "9999-12-31T23:59:59+14:00", "0001-01-01T00:00:00+14:00", "31.02.2024",
         "13/04/2024", "04/13/2024", "03/04/2024", "2024-13-01", "20240301", "99999999", "45352", "99999", "00000.5", "1 Jan 2024", "Jan 9999", "2024-03-01T25:00:00Z",
         "2024-03-01 10:00:00 UTC", "٠١/٠٢/٢٠٢٤", "29/02/00", "1/1/1"]
NUMBERS = ["1e400", "-1e400", "1e-400", "nan", "inf", "-inf", "Infinity", "1,234.56", "1.234,56", "1.234.567", "(5)", "--5", "١٢٣", "1_000", "9" * 400, "1e308k",
           "5%", "$1", "€ 1.5", "1 200,00 ₽", "0x10", "1,5", "1.5", "²", "½", "1e5", "+", ".", ",", "-0"]
TEXTS = ["", " ", "\u200f", "\u202eabc", "\u200e1", "=1+1", "=HYPERLINK(\"x\")", "@SUM(A1)", "#REF!", "#N/A", "\x00", "\ud7ff", "\U0001f600", "'", '"', '""', "a\nb",
         "a\rb", "\u2028", "\x85", "\x1c", "Total", "Итого", "# x", "yes", "no", "won", "lost", "Web", "{x}", "%n", "NULL"]
CELL = st.one_of(st.sampled_from(DATES), st.sampled_from(NUMBERS), st.sampled_from(TEXTS), st.text(max_size=8))
NAMES = st.lists(st.one_of(st.sampled_from(HEADERS), st.text(max_size=5)), max_size=5)
WHOLE = st.sampled_from([[], ["lead", "created"], ["date", "amount", "currency"], ["customer", "started", "mrr"], ["deal", "created", "outcome", "amount"],
                         ["date", "visitor id"], ["respondent", "date", "score"], ["invoice", "date", "customer", "amount"], ["event", "date"]])
HEADER = st.builds(list.__add__, WHOLE, NAMES).filter(bool).flatmap(st.permutations).map(list)
ENCODINGS = ["utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8_r", "cp1252"]


@st.composite
def rows(draw):
    """A table: a header, once or twice, and rows of about its width."""
    header = draw(HEADER)
    body = draw(st.lists(st.lists(CELL, max_size=len(header) + 2), max_size=12))
    if draw(st.booleans()):
        body.insert(draw(st.integers(0, len(body))), header)
    return [header, *body]


@st.composite
def tables(draw):
    """A table written as text in some encoding, whole, cut off or mixed with another one."""
    sign, quote, end = draw(st.sampled_from([",", ";", "\t", "|", ", "])), draw(st.sampled_from(['"', "'", "", ""])), draw(st.sampled_from(["\n", "\r\n", "\r"]))
    text = end.join(sign.join(f"{quote}{c}{quote}" for c in row) for row in draw(rows()))
    data = text.encode(draw(st.sampled_from(ENCODINGS)), "replace")
    if draw(st.integers(1, 6)) == 6:
        data = data[:draw(st.integers(0, len(data)))]
    if draw(st.integers(1, 6)) == 6:
        data += text.encode(draw(st.sampled_from(ENCODINGS)), "replace")
    if draw(st.integers(1, 6)) == 6:
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(st.sampled_from([b"\0", b"\xff", b'"', b"\x1a", b"\xd8\x00", b"\r", b"\x00" * 9])) + data[at:]
    return draw(st.sampled_from(["csv", "tsv", "txt", "xls"])), data


def _escaped(text: str) -> str:
    return "".join(c if c >= " " or c in "\t\n" else " " for c in text).replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


@st.composite
def books(draw):
    """A workbook, whole or damaged: formulas, errors, merged and far cells, numbers beyond reason."""
    cells = []
    for line, row in enumerate(draw(rows()), 1):
        line += draw(st.sampled_from([0] * 20 + [7, 1_048_000]))
        for column, text in zip("ABCDEFGHIJKLMN", row):
            column = draw(st.sampled_from([column] * 200 + ["XFD"]))
            kind = draw(st.sampled_from(["inlineStr"] * 30 + ["n", "str", "str", "e", "b", "d", "s", "formula"]))
            value = {"inlineStr": f"<is><t>{_escaped(text)}</t></is>", "formula": "<f>NOW()</f>"}.get(kind, f"<v>{_escaped(text)}</v>")
            cells.append(f'<row r="{line}"><c r="{column}{line}" s="1"' + (f' t="{kind}">' if kind != "formula" else ">") + value + "</c></row>")
    spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{}/{}" Target="{}"/></Relationships>'
    merged = draw(st.sampled_from(["", '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>', "<x"]))
    held = BytesIO()
    with zipfile.ZipFile(held, "w", draw(st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))) as book:
        book.writestr("_rels/.rels", relations.format(office, "officeDocument", "xl/workbook.xml"))
        book.writestr("xl/workbook.xml", f'<workbook xmlns="{spreadsheet}" xmlns:r="{office}"><sheets><sheet name="D" sheetId="1" r:id="r1"/></sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", relations.format(office, "worksheet", "worksheets/sheet1.xml"))
        book.writestr("xl/styles.xml", f'<styleSheet xmlns="{spreadsheet}"><cellXfs><xf numFmtId="0"/><xf numFmtId="{draw(st.integers(0, 50))}"/></cellXfs></styleSheet>')
        book.writestr("xl/sharedStrings.xml", f'<sst xmlns="{spreadsheet}"><si><t>lead</t></si></sst>')
        book.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{spreadsheet}"><sheetData>{"".join(cells)}</sheetData>{merged}</worksheet>')
    return draw(st.sampled_from(["xlsx", "xlsm", "xls", "csv"])), draw(damaged(held.getvalue()))


@st.composite
def damaged(draw, data):
    """Bytes as they are, or with some of them changed or cut off."""
    broken = bytearray(data)
    for _ in range(draw(st.sampled_from([0, 0, 0, 0, 1, 3, 20]))):
        broken[draw(st.integers(0, len(broken) - 1))] = draw(st.integers(0, 255))
    return bytes(broken[:draw(st.integers(0, len(broken)))] if draw(st.integers(1, 12)) == 12 else broken)


@st.composite
def pages(draw):
    """A web page or a workbook in XML, whole or damaged, under the name of an Excel file."""
    if draw(st.booleans()):
        tag = st.sampled_from(["<td>"] * 40 + ["<td colspan=3>", "<td rowspan='2'>", "<th>", "<td colspan=99999 rowspan=99999>", "<!--", "<td", "<table>", "</table>"])
        body = "".join("<tr>" + "".join(f"{draw(tag)}{_escaped(c) if draw(st.integers(0, 9)) else c}</td>" for c in row) + "</tr>" for row in draw(rows()))
        text = f"<html><meta charset={draw(st.sampled_from(['utf-8', 'windows-1251', 'utf-16', 'hex', 'none']))}><table>{body}</table>"
    else:
        cell = st.sampled_from(['<Cell>'] * 40 + ['<Cell ss:Index="3">', '<Cell ss:MergeAcross="2">', '<Cell ss:Index="99999999">', '<Cell ss:Index="x">'])
        kind = st.sampled_from(["String", "Number", "DateTime", "Boolean", "Error", "String", "String"])
        body = "".join("<Row>" + "".join(f'{draw(cell)}<Data ss:Type="{draw(kind)}">{_escaped(c)}</Data></Cell>' for c in row) + "</Row>" for row in draw(rows()))
        space = "urn:schemas-microsoft-com:office:spreadsheet"
        begin = draw(st.sampled_from(["", "", "", "", '<!DOCTYPE x [<!ENTITY a "aaaa">]>']))
        text = f'<?xml version="1.0"?>{begin}<Workbook xmlns="{space}" xmlns:ss="{space}"><Worksheet ss:Name="D"><Table>{body}</Table></Worksheet></Workbook>'
    data = text.encode(draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1251"])), "replace")
    return draw(st.sampled_from(["xls", "xlsx", "csv"])), draw(damaged(data))


MAGIC = st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\x09\x08\x10\0", b"<html", b"<table>", b"%PDF"])
ENDING = st.sampled_from(["csv", "tsv", "txt", "xls", "xlsx", "xlsm", "xlsb", "ods"])
ANYTHING = st.tuples(ENDING, st.builds(bytes.__add__, MAGIC, st.binary(max_size=300)))
FILES = st.one_of(tables(), books(), pages(), ANYTHING)


@cache
def _new_workspace() -> bytes:
    """An empty workspace's bytes, made once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.kpi"
        Workspace(path, create=True).close()
        return path.read_bytes()


def one_clear_answer(ending: str, data: bytes) -> str:
    """Import the bytes all the way into a new workspace; "imported", "undecided" or "refused". AssertionError where rows are lost or half a file came in."""
    with tempfile.TemporaryDirectory() as folder:
        path, store = Path(folder) / f"leads.{ending}", Path(folder) / "w.kpi"
        path.write_bytes(data)
        store.write_bytes(_new_workspace())
        with Workspace(store) as ws:
            return _answer(ws, path)


def _answer(ws: Workspace, path: Path) -> str:
    try:
        shown = importing.inspect(ws, 1, path)
        if shown.missing:
            return "undecided"
        report = importing.bring_in(ws, shown, lambda *told: None)
    except UserError as error:
        assert str(error.what) and not any(ws.counts().values()) and not ws.imports()
        return "refused"
    done = sum(c.added + c.updated + c.unchanged for c in report.tables.values())
    held = report.read - report.kept_aside
    assert done == held if len(report.tables) == 1 else held <= done <= held * len(report.tables), report  # a row may feed several tables
    return "imported"
