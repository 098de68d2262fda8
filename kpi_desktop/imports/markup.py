"""Tables in HTML and in the XML of Excel 2003: what many programs save under the name of an Excel file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from html import unescape
from pathlib import Path
from xml.parsers import expat

from kpi_desktop.model.problem import Text, UserError

Row = tuple[int, Sequence[str]]
_LARGEST = 100 << 20
_KEPT = 20 << 20
"""Pages smaller than this are remembered."""
_WIDEST = 16_384
_MOST_CELLS = 5_000_000
_SHEET = "urn:schemas-microsoft-com:office:spreadsheet"
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)?"
                   r"<(?:!doctype\s+html|html|head|body|meta|style|table|div|center)[\s>]", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<(/?)(table|tr|t[dh]|br|p|div|li|script|style)(?=[\s/>])|<!--", re.IGNORECASE)
_OTHER = re.compile(r"<[/a-zA-Z!?][^<>]*>")
_SPAN = re.compile(r"\b(col|row)span\s*=\s*[\"']?\s*(\d+)", re.IGNORECASE)
_SHORTEST_SPAN = len(" colspan=2") - 1
_UNSEEN = frozenset({"script", "style"})
_DEEPEST = 100
"""How many tables may stand inside one another."""


def is_html(head: str) -> bool:
    """Whether a text that begins so is a web page."""
    return _HTML.match(head) is not None


def is_xml_book(head: bytes) -> bool:
    """Whether a file that begins so is a workbook of Excel 2003 in XML."""
    plain = head.replace(b"\0", b"")
    return plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<") and _SHEET.encode() in plain


def html_charset(head: bytes) -> str:
    """The encoding that a page names; blank where it names none that is known."""
    found = re.search(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{2,40})", head, re.IGNORECASE)
    try:
        return "".encode(name := found[1].decode("ascii")).decode(name) or name if found is not None else ""
    except LookupError:
        return ""


class _Table:
    """A table of a page, as far as it is read: cells that reach over others stand in the first place, the others are blank."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.spans: dict[int, int] = {}
        self.cell: list[str] | None = None
        self.reach = (1, 1)
        self.count = 0

    def begin_row(self) -> None:
        """A row begins; what stood open ends."""
        self.end_cell()
        self.rows.append([])
        self._carry()

    def _carry(self) -> None:
        """Leave the places blank that a cell above reaches over."""
        row = self.rows[-1]
        while self.spans and (left := self.spans.get(len(row), 0)):
            self.spans[len(row)] = left - 1
            row.append("")
            self.count += 1

    def begin_cell(self, wide: int, high: int) -> None:
        """A cell begins that reaches over so many columns and rows."""
        self.end_cell()
        if not self.rows:
            self.begin_row()
        self.cell, self.reach = [], (wide, high)

    def end_cell(self) -> None:
        """The open cell is over."""
        if self.cell is None:
            return
        row, (wide, high) = self.rows[-1], self.reach
        wide = max(1, min(wide, _WIDEST - len(row)))
        if high > 1:
            self.spans |= dict.fromkeys(range(len(row), len(row) + wide), high - 1)
        row.append(_shown(self.cell[0] if len(self.cell) == 1 else "".join(self.cell)))
        if wide > 1:
            row += [""] * (wide - 1)
        self.count += wide
        self.cell = None
        if self.spans:
            self._carry()


def _shown(text: str) -> str:
    """The text of a cell as a page shows it."""
    if "<" in text:
        text = _OTHER.sub("", text)
    if "&" in text:
        text = unescape(text)
    if "\v" not in text:
        return " ".join(text.split())
    return "\n".join(" ".join(part.split()) for part in text.split("\v")).strip()


class _Page:
    """The largest of all tables of a page, those inside others apart."""

    def __init__(self, file: str) -> None:
        self.file, self.open, self.best = file, list[_Table](), _Table()

    def read(self, text: str) -> None:
        """Go through the page once, from tag to tag: no stretch of it is looked at twice, however broken it is."""
        at, unseen = 0, ""
        for tag in _TAG.finditer(text):
            start, over = tag.span()
            name = (tag[2] or "").lower()
            if start < at or (unseen and name != unseen):
                continue
            if self.open and self.open[-1].cell is not None and not unseen:
                self.open[-1].cell.append(text[at:start])
            end = text.find(">" if name else "-->", over)
            if end < 0:
                break
            at = end + 1
            if name in _UNSEEN:
                unseen = "" if tag[1] else name
            elif name:
                self._tag(name, bool(tag[1]), text[over:end])
            else:
                at = end + 3
        while self.open:
            self._over()

    def _tag(self, name: str, ends: bool, attributes: str) -> None:
        if name == "table":
            if ends and self.open:
                self._over()
            elif not ends and len(self.open) < _DEEPEST:
                self.open.append(_Table())
        elif self.open:
            self._inside(self.open[-1], name, ends, attributes)

    def _inside(self, table: _Table, name: str, ends: bool, attributes: str) -> None:
        if name in ("td", "th", "tr") and ends:
            table.end_cell()
        elif name == "tr":
            table.begin_row()
        elif name in ("td", "th"):
            told = {m[1].lower(): m[2] for m in _SPAN.finditer(attributes)} if len(attributes) > _SHORTEST_SPAN else {}
            table.begin_cell(_times(told.get("col")), _times(told.get("row")))
        elif table.cell:
            table.cell.append("\v")
        if table.count > _MOST_CELLS:
            raise UserError(Text("The table of {file} has more than {limit} million cells.", file=self.file, limit=_MOST_CELLS // 1_000_000),
                            Text("Save it as CSV."))

    def _over(self) -> None:
        table = self.open.pop()
        table.end_cell()
        self.best = max(self.best, table, key=lambda t: t.count)


def _times(told: str | None) -> int:
    return max(1, min(int(told), 65_534)) if told is not None and told.isascii() and len(told) < 6 else 1


def html_rows(path: Path, encoding: str) -> list[Row]:
    """The rows of the largest table of a page, numbered from 1; UserError where it has none."""
    _weigh(path)
    state = path.stat()
    return (_read_again if state.st_size < _KEPT else _read_page)(path, encoding, state.st_size, state.st_mtime_ns)


def _read_page(path: Path, encoding: str, *_: int) -> list[Row]:
    page = _Page(path.name)
    page.read(path.read_bytes().decode(encoding, "replace"))
    if not page.best.rows:
        raise UserError(Text("{file} is a web page without a table.", file=path.name),
                        Text("Export it again; the program that made it may have asked to log in."))
    return list(enumerate(page.best.rows, 1))


_read_again = lru_cache(maxsize=1)(_read_page)
"""A page is looked at before it is brought in: the last one is remembered, as long as its size and time of change are the same."""


class _Sheets:
    """The sheets of a workbook in XML, built as its elements go by."""

    def __init__(self, file: str) -> None:
        self.file, self.sheets = file, dict[str, list[Row]]()
        self.line = self.count = 0
        self.rows: list[Row] = []
        self.row: list[str] = []
        self.text: list[str] | None = None
        self.wide, self.kind = 0, ""

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        element, told = name.removeprefix(_SHEET + " "), {k.removeprefix(_SHEET + " "): v for k, v in attributes.items()}
        if element == "Worksheet":
            self.line, self.rows = 0, []
            self.sheets[told.get("Name") or f"Sheet {len(self.sheets) + 1}"] = self.rows
        elif element == "Row":
            self.line, self.row = max(self.line + 1, _index(told)), []
        elif element == "Cell":
            self._place(max(0, _index(told) - 1 - len(self.row)))
            self.wide = min(_WIDEST, int(told["MergeAcross"])) if told.get("MergeAcross", "").isdecimal() else 0
            self.row.append("")
        elif element == "Data":
            self.text, self.kind = [], told.get("Type", "")

    def _place(self, blanks: int) -> None:
        self.count += blanks + 1
        if self.count > _MOST_CELLS or len(self.row) + blanks >= _WIDEST:
            raise UserError(Text("A sheet of {file} reaches too far: its cells span more than {limit} million places.", file=self.file,
                                 limit=_MOST_CELLS // 1_000_000),
                            Text("Delete the stray cells at its far end, or save the table as CSV."))
        self.row += [""] * blanks

    def say(self, text: str) -> None:
        if self.text is not None:
            self.text.append(text)

    def end(self, name: str) -> None:
        element = name.removeprefix(_SHEET + " ")
        if element == "Data" and self.text is not None and self.row:
            self.row[-1] = _meant("".join(self.text), self.kind)
            self.text = None
        elif element == "Cell" and self.wide:
            self._place(self.wide)
        elif element == "Row":
            self.rows.append((self.line, self.row))

    def refuse(self, *_: object) -> None:
        """No workbook declares a document type; one that does may blow up as it is read."""
        raise UserError(Text("{file} is not an Excel workbook, or it is damaged.", file=self.file), Text("Open it in a spreadsheet and save it as XLSX."))


def _index(told: dict[str, str]) -> int:
    index = told.get("Index", "")
    return int(index) if index.isdecimal() and len(index) < 10 else 0


def _meant(text: str, kind: str) -> str:
    if kind == "DateTime":
        return text.split("T00:00:00")[0].replace("T", " ").removesuffix(".000")
    return {"1": "true", "0": "false"}.get(text, text) if kind == "Boolean" else text


def xml_sheets(path: Path) -> dict[str, list[Row]]:
    """The sheets of a workbook in XML by their names; UserError, with the line, where it is broken."""
    _weigh(path)
    found = _Sheets(path.name)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = found.refuse
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = found.begin, found.end, found.say
    try:
        with path.open("rb") as handle:
            parser.ParseFile(handle)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise UserError(Text("{file} cannot be read beyond line {line}.", file=path.name, line=parser.CurrentLineNumber),
                        Text("Open it in a spreadsheet and save it as XLSX.")) from error
    if not found.sheets:
        found.refuse()
    return found.sheets


def _weigh(path: Path) -> None:
    if path.stat().st_size > _LARGEST:
        raise UserError(Text("{file} is too large for a web page or an XML workbook.", file=path.name), Text("Save it as CSV or XLSX."))
