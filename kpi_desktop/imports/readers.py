"""Reading CSV, TSV, TXT and XLSX: encoding, delimiter, title lines, header and total lines are found, rows are streamed."""

from __future__ import annotations

import csv
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from kpi_desktop.imports.words import known_headers, normal
from kpi_desktop.model.problem import Text, UserError

_LOOK = 1 << 20
_SAMPLE = 200
_LONGEST_LINE = 4 << 20
_HEADER_WITHIN = 40
_TOTAL = re.compile(r"^(grand total|total|totals|итого|итого и средние|всего)(\s*:.*)?$", re.IGNORECASE)
_NUMBER = re.compile(r"^[\s\d.,:%$€₽()/+-]+$")
csv.field_size_limit(_LONGEST_LINE)

Row = tuple[int, list[str]]


@dataclass
class RawTable:
    """A file as text: what was found out about it, the first data rows, and `rows()` to stream them all.

    `done` is the fraction of the bytes read so far (0 to 1), `skipped` the count of total lines left out in the last pass.
    """

    path: Path
    kind: str
    encoding: str
    delimiter: str
    sheet: str
    sheets: tuple[str, ...]
    header: tuple[str, ...]
    header_line: int
    preamble: list[list[str]]
    sample: list[Row]
    size: int
    source: Callable[[RawTable], Iterator[Row]] = field(repr=False)
    done: float = 0.0
    skipped: int = 0

    def rows(self) -> Iterator[Row]:
        """Every data row with its 1-based physical line, padded or cut to the header's width only where the extra cells are blank."""
        self.skipped, self.done = 0, 0.0
        width, header_line = len(self.header), self.header_line
        for line, cells in self.source(self):
            if line <= header_line:
                continue
            if not cells or cells[0].startswith("#") or not any(cells):
                continue
            if _is_total(cells):
                self.skipped += 1
                continue
            if len(cells) < width:
                cells = cells + [""] * (width - len(cells))
            yield line, cells
        self.done = 1.0

    def digest(self) -> str:
        """The SHA-256 of the file's bytes, in hexadecimal."""
        with self.path.open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest()


def _is_total(cells: list[str]) -> bool:
    first = cells[0]
    if not first:
        first = next((c for c in cells if c), "")
    return first[:1] in "TtGgИиВв" and _TOTAL.match(first.strip()) is not None


def read(path: Path, sheet: str | None = None) -> RawTable:
    """Look into a file and describe it; UserError when it cannot be read as a table."""
    path = Path(path)
    reader = READERS.get(path.suffix.lower())
    if not path.is_file():
        raise UserError(Text("There is no file {file}.", file=str(path)), Text("Check the name and the folder."))
    if reader is None:
        raise UserError(Text("{file} is of a type that cannot be read.", file=path.name), Text("Save it as CSV, TSV, TXT or XLSX."))
    try:
        if path.stat().st_size == 0:
            raise UserError(Text("{file} is empty.", file=path.name), Text("Export it again."))
        return reader(path, sheet)
    except OSError as error:
        raise UserError(Text("{file} cannot be opened: {why}.", file=path.name, why=error.strerror or str(error)),
                        Text("Close it in other programs and check your permissions.")) from error


def _read_text(path: Path, sheet: str | None) -> RawTable:
    with path.open("rb") as handle:
        head = handle.read(_LONGEST_LINE + 1)
    encoding = _encoding(head, path)
    if len(head) > _LONGEST_LINE and b"\n" not in head and b"\r" not in head:
        raise UserError(Text("{file} is one gigantic line, not a table.", file=path.name), Text("Export it again with one row per line."))
    text = head[:_LOOK // 2 * 2].decode(encoding, errors="replace")
    delimiter = _delimiter(text)

    def source(raw: RawTable) -> Iterator[Row]:
        return _text_rows(raw, path, encoding, delimiter)

    return _described(path, "text", encoding, delimiter, "", (), source)


def _text_rows(raw: RawTable | None, path: Path, encoding: str, delimiter: str) -> Iterator[Row]:
    size = max(1, path.stat().st_size)
    with path.open("r", encoding=encoding, errors="replace", newline="") as handle:
        reader, last, count = csv.reader(handle, delimiter=delimiter), 0, 0
        try:
            for cells in reader:
                yield last + 1, cells
                last = reader.line_num
                count += 1
                if raw is not None and count % 5000 == 0:
                    raw.done = min(1.0, handle.buffer.tell() / size)
        except csv.Error as error:
            raise UserError(Text("{file} cannot be read beyond line {line}.", file=path.name, line=last + 1),
                            Text("A quotation mark may be missing there; mend the line and try again.")) from error


def _encoding(head: bytes, path: Path) -> str:
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if head.startswith(mark):
            return name
    look = head[:65536]
    nuls = look.count(b"\0")
    if nuls > len(look) // 5:
        for name, place in (("utf-16-le", 1), ("utf-16-be", 0)):
            if look[place::2].count(b"\0") > 0.9 * nuls and look[1 - place::2].count(b"\0") == 0:
                return name
    if nuls or look.startswith((b"PK\x03\x04", b"%PDF", b"\x89PNG", b"\xd0\xcf\x11\xe0")):
        raise UserError(Text("{file} is not a text file.", file=path.name), Text("Save it as CSV or XLSX."))
    with path.open("r", encoding="utf-8", newline="") as handle:
        try:
            while handle.read(1 << 20):
                pass
            return "utf-8"
        except UnicodeDecodeError:
            return "cp1251"


def _delimiter(text: str) -> str:
    lines = [line for line in text.splitlines()[:60] if line.strip() and not line.startswith("#")]
    best, chosen = 0.0, ","
    for delimiter in (",", ";", "\t", "|"):
        widths = Counter(len(cells) for cells in csv.reader(lines, delimiter=delimiter) if cells)
        if not widths:
            continue
        wide = {w: n for w, n in widths.items() if w > 1}
        score = max((n * min(w, 8) ** 0.5 for w, n in wide.items()), default=0.0)
        if score > best:
            best, chosen = score, delimiter
    return chosen


def _read_book(path: Path, sheet: str | None) -> RawTable:
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_path(str(path))
        names = tuple(book.sheet_names)
    except (python_calamine.CalamineError, ValueError) as error:
        raise UserError(Text("{file} is not an Excel workbook.", file=path.name), Text("Open it in a spreadsheet and save it as XLSX.")) from error
    if sheet is not None and sheet not in names:
        raise UserError(Text("{file} has no sheet “{sheet}”.", file=path.name, sheet=sheet), Text("Choose one of: {sheets}.", sheets=", ".join(names)))
    filled = [n for n in names if book.get_sheet_by_name(n).height > 1]
    chosen = sheet or next((n for n in filled if known_headers(_first_rows(book, n))), filled[0] if filled else names[0])

    def source(raw: RawTable) -> Iterator[Row]:
        return _book_rows(raw, book, chosen)

    return _described(path, "xlsx", "", "", chosen, names, source)


def _first_rows(book: Any, name: str) -> list[str]:
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=10)
    return [_cell(value) for row in rows for value in row]


def _book_rows(raw: RawTable | None, book: Any, name: str) -> Iterator[Row]:
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    for index, row in enumerate(rows):
        if raw is not None and index % 5000 == 0:
            raw.done = index / len(rows)
        yield index + 1, [_cell(value) for value in row]


def _cell(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return "" if value is None else str(value)


def _described(path: Path, kind: str, encoding: str, delimiter: str, sheet: str, sheets: tuple[str, ...],
               source: Callable[[Any], Iterator[Row]]) -> RawTable:
    first: list[Row] = []
    rows = source(None)
    for row in rows:
        first.append(row)
        if len(first) >= _HEADER_WITHIN + 20:
            break
    if hasattr(rows, "close"):
        rows.close()
    found = _header(first)
    if found is None:
        raise UserError(Text("{file} holds no table.", file=path.name), Text("It needs a line of column names and rows below it."))
    line, cells = first[found]
    raw = RawTable(path, kind, encoding, delimiter, sheet, sheets, _unique(cells), line, [c for _, c in first[:found]], [],
                   path.stat().st_size, source)
    stream = raw.rows()
    for row in stream:
        raw.sample.append(row)
        if len(raw.sample) >= _SAMPLE:
            break
    stream.close()
    if not raw.sample:
        raise UserError(Text("{file} has column names and no rows.", file=path.name), Text("Export it again with its rows."))
    return raw


def _header(rows: list[Row]) -> int | None:
    """The index of the line of column names: known names count most, then width, texts and being early."""
    usable = [(i, cells) for i, (_, cells) in enumerate(rows) if any(c.strip() for c in cells) and not cells[0].startswith("#")]
    if not usable:
        return None
    modal = Counter(_width(cells) for _, cells in usable).most_common(1)[0][0]
    best, chosen = -1e9, None
    for order, (index, cells) in enumerate(usable[:_HEADER_WITHIN]):
        filled = [c for c in cells if c.strip()]
        texts = sum(1 for c in filled if not _NUMBER.match(c))
        score = 2.0 * known_headers(cells) + 3.0 * (texts / len(filled)) - 0.2 * order
        score += 3.0 if len(filled) >= 0.6 * modal else -6.0
        if score > best:
            best, chosen = score, index
    return chosen


def _width(cells: list[str]) -> int:
    return max(i + 1 for i, c in enumerate(cells) if c.strip())


def _unique(cells: list[str]) -> tuple[str, ...]:
    seen: set[str] = set()
    out: list[str] = []
    for index, cell in enumerate(cells):
        base = cell.strip().lstrip("\ufeff") or f"Column {index + 1}"
        name, n = base, 1
        while normal(name) + name in seen:
            n += 1
            name = f"{base} ({n})"
        seen.add(normal(name) + name)
        out.append(name)
    while len(out) > 1 and not cells[len(out) - 1].strip():
        out.pop()
    return tuple(out)


READERS: Mapping[str, Callable[[Path, str | None], RawTable]] = {
    ".csv": _read_text, ".tsv": _read_text, ".txt": _read_text, ".xlsx": _read_book,
}
"""How a file is read, by its ending."""
