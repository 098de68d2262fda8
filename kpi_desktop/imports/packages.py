"""Zipped workbooks weighed before they are opened: what they unpack to, how far their cells reach, how often long texts are repeated."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from kpi_desktop.model.problem import Text, UserError

_CHUNK = 1 << 20
_LARGEST = 2 << 30
"""Bytes: a million rows with twenty columns unpack to about half of it."""
_HARMLESS = 100 << 20
_RATIO = 50
"""How many times its size a large workbook may unpack to: tables of real exports unpack to 6 to 25 times."""
_CELLS = 40_000_000
"""The largest rectangle of cells, the blank ones counted: the library holds all of them, 24 bytes each."""
_REPEATED = 1 << 30
"""Bytes that the shared texts of a sheet may come to, each counted as often as it is used."""
_SMALLEST = 22
"""Bytes of the shortest cell that uses a shared text."""
_PLACE = re.compile(rb'r=["\']([A-Z]{1,3}(?:\d{7,12})?)')
"""The column of a cell, and its row where it is beyond the millionth: quick, for it begins with two plain letters."""
_MOST_ROWS = 1_048_576
_LETTERS = bytes(range(65, 91))
_HELD = re.compile(rb'r=["\']([A-Z]{1,3})(\d{1,12})["\'][^<>/]{0,200}>')
_SHARED = re.compile(rb't="s"[^>]{0,200}>(?:<f[^>]{0,200}>[^<]{0,400}</f>)?<(?:\w{1,20}:)?v>(\d{1,10})<')
_REPEATS = re.compile(rb'<table:(table-row|table-cell|covered-table-cell|table)\b([^>]*?)(/?)>|</table:(table-row)>')
_TIMES = re.compile(rb'table:number-(?:columns|rows)-repeated="(\d{1,12})"')


def weigh(path: Path) -> None:
    """Let a workbook pass whose content fits the memory; UserError for a damaged one, and for one that a few bytes blow up."""
    try:
        with zipfile.ZipFile(path) as book:
            _weigh_sizes(path, [i.file_size for i in book.infolist()])
            _weigh_parts(path, book)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError, UnicodeDecodeError) as error:
        raise UserError(Text("{file} is not an Excel workbook, or it is damaged.", file=path.name),
                        Text("Open it in a spreadsheet and save it as XLSX.")) from error


def _weigh_sizes(path: Path, sizes: list[int]) -> None:
    total = sum(sizes)
    if total > _LARGEST or (total > _HARMLESS and total > _RATIO * path.stat().st_size):
        raise UserError(Text("{file} would unpack to {size} MB or more, far more than a table needs.", file=path.name, size=total >> 20),
                        Text("Open it in a spreadsheet and save its table as CSV."))


def _weigh_parts(path: Path, book: zipfile.ZipFile) -> None:
    """What each part really unpacks to: the directory of the archive may lie."""
    sizes: list[int] = []
    for info in book.infolist():
        sizes.append(0)
        reach = _reach_of(info.filename)
        for chunk in _unpacked(book, info):
            sizes[-1] += len(chunk)
            _weigh_sizes(path, sizes)
            if reach is not None:
                reach.look(chunk)
        if reach is not None and reach.cells > _CELLS:
            _refuse_reach(path, book, info)
        if reach is not None and reach.repeated > _REPEATED:
            raise _repeats(path)
    _weigh_shared(path, book, sum(sizes))


def _unpacked(book: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    info.file_size = _LARGEST + _CHUNK  # read to the end of the stream, whatever the directory says of its size
    with book.open(info) as part:
        while chunk := part.read(_CHUNK):
            yield chunk


class _Reach:
    """How far the cells of a sheet reach, told from its text piece by piece: an upper bound, quickly found."""

    def __init__(self) -> None:
        self._tail = b""
        self._columns: set[bytes] = set()
        self._rows = 0
        self.repeated = 0

    @property
    def cells(self) -> int:
        """The cells of the rectangle."""
        return self._rows * max(map(_number_of, self._columns), default=0)

    def look(self, chunk: bytes) -> None:
        """Take in the next piece."""
        places = set(_PLACE.findall(self._tail + chunk))
        self._tail = chunk[-40:]
        self._rows = max(self._rows, _MOST_ROWS, *(int(p.lstrip(_LETTERS)) for p in places if p[-1:].isdigit()))
        self._columns.update(p.rstrip(b"0123456789") for p in places)


class _HeldReach(_Reach):
    """The same to the very row, and only of cells that hold anything: some sheets are formatted to the last row."""

    def look(self, chunk: bytes) -> None:
        """Take in the next piece."""
        for column, row in _HELD.findall(self._tail + chunk):
            self._columns.add(column)
            self._rows = max(self._rows, int(row))
        self._tail = chunk[-300:]


class _OpenReach(_Reach):
    """The cells of an OpenDocument sheet, where one cell or row stands for many, with the bytes of their texts."""

    def __init__(self) -> None:
        super().__init__()
        self._most = self._wide = self._gap = self._skipped = self._row = self._row_times = self._row_bytes = self._at = self._cell_at = self._cell_times = 0

    @property
    def cells(self) -> int:
        """The cells of the largest rectangle of all sheets."""
        return max(self._most, self._rows * self._wide)

    def look(self, chunk: bytes) -> None:
        """Take in the next piece; a tag that is cut is seen with the next one."""
        text = self._tail + chunk
        end = max(text.rfind(b">") + 1, len(text) - 5000)
        for tag in _REPEATS.finditer(text, 0, end):
            times = int(m[1]) if (m := _TIMES.search(tag[2] or b"")) else 1
            self._row_bytes += self._cell_times * (self._at + tag.start() - self._cell_at)
            self._cell_times = 0
            if tag[4]:
                self._row_over()
            elif tag[1] == b"table":
                self._most, self._rows, self._wide, self._skipped = self.cells, 0, 0, 0
            elif tag[1] == b"table-row":
                self._row, self._gap, self._row_times, self._row_bytes = 0, 0, times, 0
                self._skipped += times if tag[3] else 0
            elif tag[3] and b"value" not in tag[2]:
                self._gap += times
            else:
                self._row, self._gap = self._row + self._gap + times, 0
                self._cell_at, self._cell_times = self._at + tag.start(), times
        self._at += end
        self._tail = text[end:]

    def _row_over(self) -> None:
        if self._row:
            self._rows, self._skipped = self._rows + self._skipped + self._row_times, 0
            self._wide = max(self._wide, self._row)
            self.repeated += self._row_bytes * self._row_times
        else:
            self._skipped += self._row_times


class _BinaryReach(_Reach):
    """The cells of a binary sheet (XLSB): records of a kind, a length and their bytes."""

    def __init__(self) -> None:
        super().__init__()
        self._row = self._width = 0

    @property
    def cells(self) -> int:
        """The cells of the rectangle."""
        return self._rows * self._width

    def look(self, chunk: bytes) -> None:
        """Take in the next piece."""
        text, at = self._tail + chunk, 0
        while (record := _record(text, at)) is not None:
            kind, start, at = record
            if at - start >= 4 and kind <= 11:
                number = int.from_bytes(text[start:start + 4], "little")
                if kind == 0:
                    self._row = number + 1
                else:
                    self._rows, self._width = max(self._rows, self._row), max(self._width, number + 1)
        self._tail = text[at:]


def _record(text: bytes, at: int) -> tuple[int, int, int] | None:
    """Kind, start and end of the binary record at a place; None where it is not whole."""
    if at + 6 > len(text):
        return None
    kind, at = (text[at], at + 1) if text[at] < 128 else (text[at] & 127 | (text[at + 1] & 127) << 7, at + 2)
    size = 0
    for shift in range(0, 28, 7):
        byte = text[at] if at < len(text) else 0
        size, at = size | (byte & 127) << shift, at + 1
        if byte < 128:
            break
    return (kind, at, at + size) if at + size <= len(text) else None


def _reach_of(name: str) -> _Reach | None:
    """What measures a part of the archive: sheets alone are measured."""
    name = name.casefold()
    if name.endswith("content.xml"):
        return _OpenReach()
    if name.endswith(".bin") and "sheet" in name:
        return _BinaryReach()
    return _Reach() if name.endswith(".xml") and "sharedstrings" not in name else None


def _refuse_reach(path: Path, book: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    """Refuse a sheet that reaches too far, unless its far cells hold nothing."""
    if info.filename.casefold().endswith(".xml") and not info.filename.casefold().endswith("content.xml"):
        held = _HeldReach()
        for chunk in _unpacked(book, info):
            held.look(chunk)
        if held.cells <= _CELLS:
            return
    raise UserError(Text("A sheet of {file} reaches too far: its cells span more than {limit} million places.", file=path.name, limit=_CELLS // 1_000_000),
                    Text("Delete the stray cells at its far end, or save the table as CSV."))


def _number_of(letters: bytes) -> int:
    """The number of a column: A is 1, Z 26, AA 27."""
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number


def _repeats(path: Path) -> UserError:
    return UserError(Text("{file} repeats long texts so often that its table would not fit the memory.", file=path.name),
                     Text("Open it in a spreadsheet and save its table as CSV."))


def _weigh_shared(path: Path, book: zipfile.ZipFile, size: int) -> None:
    """Refuse a workbook whose long shared texts are used so often that they would fill the memory."""
    info = next((i for i in book.infolist() if i.filename.casefold().endswith("sharedstrings.xml")), None)
    if info is None:
        return
    lengths = [len(item) for item in re.split(rb"</(?:\w{1,20}:)?si>", b"".join(_unpacked(book, info)))]
    if max(lengths) * (size // _SMALLEST) <= _REPEATED:
        return
    for sheet in book.infolist():
        if type(_reach_of(sheet.filename)) is not _Reach:
            continue
        used, tail = 0, b""
        for chunk in _unpacked(book, sheet):
            text = tail + chunk
            last = max((m.end() for m in _SHARED.finditer(text)), default=0)
            used += sum(lengths[n] for n in map(int, _SHARED.findall(text)) if n < len(lengths))
            tail = text[max(last, len(text) - 1000):]
            if used > _REPEATED:
                raise _repeats(path)
