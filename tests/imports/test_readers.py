"""Workbooks of every kind, files with several tables, names on two lines, and files that look like a table further down."""

from __future__ import annotations

import base64
import cProfile
import pstats
import zipfile
import zlib
from pathlib import Path

import pytest

from kpi_desktop.imports import mapping, readers
from kpi_desktop.model.problem import UserError

ROWS = [("Lead ID", "Created date", "Source"), ("1", "2024-03-01", "Web"), ("2", "2024-03-02", "Fair")]
XLS = (
    'c-rk)J!lj`6#iy!@0a^cE<z%NBVg2+6w$^eo|-d3@IurgDuQluTZG7+tS6|2M&p%&V5QhZqF@uX@dqswQdkHPEd)Wh)6z;%ut>7LdAl1gdO{90kg(q}Z{EC_Z|CpL&+hBlM0xT-O9j7R'
    '2Rv9XgYZ?^1cjiJh=cM?Q>soJpkTUKRR{)XB7I&wjlA;9Ih6BVfr9($3zEP`3P*7g1BJYvT0!jQHfTb&p+~6XdkSt+h@zR>)xdIuWh2XbT=p5uoou<nvWLo+#SzS=2RgRfetbx2<Gd(I'
    'fk(`F&z5d9;idHB3s;3z){9-nsCHtlWVEVbOo8UQU(f4?Ovi8=A>c5fE1T`gWXedAA57t!nF78#3;ub^wXdvQfb8Fw+Wmj92WS#&*@HFg*Ax{Phk0B`?=K;Oyef0Nw91S6sS?7N@k)b='
    'j8@d<(92tUz&ZlXknil%wOnd%CJgi%x>nS4sT@h#I}R338zVZE>h=Ib`Y>r*>D_(Ws1cH<2k$oVCA&?8*I<}r4l&jfyb|M7;oRLXZ?eOK>0@je=O$R^&<5EDn7AkzM2;@zSh9l|TUcJ='
    'x2|Wsg=LcZN^$#OldbekaGA@T+fMatW4ujotkO4;Ui!TMack*QdNb+M{grdc>38W#w9z={h%cWBbc#-K<GRF?v=a+^$NIps`M2FGpv3LAoAzNF!@OLUgoJe>D-C!ki_-4)6Du*Qo<+G@'
    'N7YkvRArB?lruV3N}-g;W{VnZ!E8BF=amq*t^v1Z6gy9{y*68^!B&{<v)OWd8ga*FE6nygvyED_?ZSl%7cN}5aPfB#eBZHdcPf7aSocT2{a<IE!h-voWX<9L3iK4|3vmzf6dO2Om;bDT'
    'S2*ty%j7u!3nhlAb^~J==5~zL?Z0&Y7uEe)HZlJ1mQcO*FVxe{|6KnMeQy*p'
)
"""A workbook of Excel 97 with the sheets Notes and Data, made with xlwt."""
_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPES = ('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
          'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>')
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _package(path: Path, parts: dict[str, str]) -> None:
    with zipfile.ZipFile(path, "w") as book:
        for name, text in parts.items():
            book.writestr(name, text)


def _xlsx(path: Path) -> None:
    rows = "".join("<row>" + "".join(f'<c t="inlineStr"><is><t>{v}</t></is></c>' for v in row) + "</row>" for row in ROWS)
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    _package(path, {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": relations.format(f'<Relationship Id="r1" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/>'),
        "xl/workbook.xml": f'<workbook xmlns="{_NS}" xmlns:r="{_REL}"><sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations.format(f'<Relationship Id="r1" Type="{_REL}/worksheet" Target="worksheets/sheet1.xml"/>'),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_NS}"><sheetData>{rows}</sheetData></worksheet>'})


def _ods(path: Path) -> None:
    def table(name: str, rows: list[tuple[str, ...]]) -> str:
        body = "".join("<table:table-row>" + "".join(f'<table:table-cell office:value-type="string"><text:p>{v}</text:p></table:table-cell>' for v in row)
                       + "</table:table-row>" for row in rows)
        return f'<table:table table:name="{name}">{body}</table:table>'

    spaces = " ".join(f'xmlns:{s}="urn:oasis:names:tc:opendocument:xmlns:{s}:1.0"' for s in ("office", "table", "text"))
    _package(path, {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": "<manifest/>",
                    "content.xml": f"<office:document-content {spaces}><office:body><office:spreadsheet>{table('Notes', [('x',), ('y',)])}"
                                   f"{table('Data', ROWS)}</office:spreadsheet></office:body></office:document-content>"})


def _xls(path: Path) -> None:
    path.write_bytes(zlib.decompress(base64.b85decode(XLS)))


def _text(path: Path) -> None:
    path.write_text("\n".join("\t".join(row) for row in ROWS), "utf-8")


@pytest.mark.parametrize(("name", "make"), [("a.xlsx", _xlsx), ("a.xlsm", _xlsx), ("a.ods", _ods), ("a.xls", _xls), ("text.xls", _text), ("wrong.xls", _xlsx),
                                            ("wrong.xlsx", _xls), ("wrong.xlsb", _ods)])
def test_every_kind_of_workbook_is_read_by_what_it_holds(tmp_path, name, make):
    path = tmp_path / name
    make(path)
    raw = readers.read(path)
    assert raw.header == ROWS[0] and [tuple(cells) for _, cells in raw.rows()] == ROWS[1:]
    assert not mapping.guess(raw).missing
    if raw.sheets:
        assert raw.sheet == "Data"


@pytest.mark.parametrize("ending", ["xls", "xlsx", "xlsm", "xlsb", "ods"])
@pytest.mark.parametrize("content", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 2000, b"PK\x03\x04" + b"x" * 2000, b"\x00\x01\x02" * 90])
def test_a_broken_workbook_is_refused(tmp_path, ending, content):
    path = tmp_path / f"leads.{ending}"
    path.write_bytes(content)
    with pytest.raises(UserError):
        readers.read(path)


def test_a_table_far_into_a_file_of_several_is_found(tmp_path):
    countries = "".join(f"land-{n},{n}\n" for n in range(5000))
    path = tmp_path / "analytics.csv"
    path.write_text(f"# ----\n# All Web Site Data\n# ----\n\nCountry,Users\n{countries},99\n\nDay Index,Users\n2024-01-01,3\n2024-01-02,4\n,7\n", "utf-8")
    raw = readers.read(path)
    assert raw.header == ("Day Index", "Users") and raw.header_line == 5008
    assert [(line, tuple(cells)) for line, cells in raw.rows()] == [(5009, ("2024-01-01", "3")), (5010, ("2024-01-02", "4"))]
    assert raw.skipped == 5003  # the other table with its names and sum, and this one's sum


def test_a_table_without_rows_gives_way_to_the_next(tmp_path):
    path = tmp_path / "analytics.csv"
    path.write_text("# Start date: 20240101\n# End date: 20240102\nNth day,Users\n\n\n# Start date: 20240101\n# End date: 20240102\nNth day,Active users\n"
                    "0000,5\n0001,6\n", "utf-8")
    raw = readers.read(path)
    assert raw.header_line == 8 and [tuple(cells) for _, cells in raw.rows()] == [("0000", "5", "2024-01-01"), ("0001", "6", "2024-01-02")]


def test_what_cannot_be_reckoned_is_shown_as_it_stands(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text("Order ID,Order Date,Customer,Sales,Profit\n1,2024-03-01,A,10,4\n2,2024-03-01,A,ten,4\n3,2024-03-01,A,,4\n", "utf-8")
    raw = readers.read(path)
    assert [cells[-1] for _, cells in raw.rows()] == ["6.0", "ten ? 4", ""]


def test_names_with_gaps_are_no_known_table(tmp_path):
    path = tmp_path / "two.csv"
    path.write_text("lists,,,\nsales_agent,manager,,regional_office\nKim,Max,,East\n", "utf-8")
    assert readers.read(path).preset == ""


def calls_to_read(path, columns):
    """How many calls it takes to read a file so wide: what it costs, whatever else the machine does."""
    path.write_text("\n".join(",".join(f"c{row}x{column}" for column in range(columns)) for row in range(60)), "utf-8")
    profile = cProfile.Profile()
    profile.runcall(readers.read, path)
    return pstats.Stats(profile).total_calls


def test_what_many_columns_cost_grows_no_faster_than_they_do(tmp_path):
    calls_to_read(tmp_path / "first.csv", 10)  # what is loaded once
    assert calls_to_read(tmp_path / "wide.csv", 10_000) < 5 * calls_to_read(tmp_path / "narrow.csv", 2_500)
