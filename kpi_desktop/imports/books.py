"""Workbooks of every kind, told by what they hold: weighed before they are opened, then given sheet by sheet as rows of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from kpi_desktop.imports import markup, packages
from kpi_desktop.imports.markup import Row
from kpi_desktop.model.problem import Text, UserError

_TOP = 200
"""Of so many rows the blank ones are shown as well: they part what stands above a table."""
Sheet = tuple[Callable[[], Iterable[Row]], int]
"""What gives the rows of a sheet with their 1-based lines, from the first, and how many there are."""


@dataclass
class Book:
    """The sheets of a workbook by name, and what opens one; the last one opened is kept."""

    names: tuple[str, ...]
    open: Callable[[str], Sheet] = field(repr=False)
    _last: tuple[str, Sheet] | None = field(default=None, repr=False)

    def rows(self, name: str) -> tuple[Iterable[Row], int]:
        """The rows of a sheet from its first and their number; UserError where it cannot be read."""
        if self._last is None or self._last[0] != name:
            self._last = None  # let go of one sheet before the next is read
            self._last = name, self.open(name)
        rows, count = self._last[1]
        return rows(), count


def is_book(head: bytes) -> bool:
    """Whether a file that begins so is a binary workbook."""
    return head.startswith((b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00"))


def open_book(path: Path) -> Book:
    """The workbook in a file; UserError where it is none, or one that would fill the memory."""
    with path.open("rb") as handle:
        head = handle.read(8)
    if head.startswith(b"PK"):
        packages.weigh(path)
    with _as_told(path):
        book = _opened(path)
        names = tuple(book.sheet_names)
    if not names:
        raise _no_book(path)
    return Book(names, lambda name: _sheet(path, book, name))


def open_xml_book(path: Path) -> Book:
    """The workbook that Excel 2003 wrote as XML, and other programs still do."""
    sheets = markup.xml_sheets(path)
    return Book(tuple(sheets), lambda name: (lambda: sheets[name], len(sheets[name])))


def _opened(path: Path) -> Any:
    import python_calamine

    try:
        return python_calamine.CalamineWorkbook.from_path(str(path))
    except (python_calamine.CalamineError, ValueError):
        return python_calamine.CalamineWorkbook.from_filelike(BytesIO(path.read_bytes()))  # of another kind than its ending says


def _sheet(path: Path, book: Any, name: str) -> Sheet:
    with _as_told(path):
        sheet = book.get_sheet_by_name(name)
    start = sheet.start
    indent, blank = [""] * (start[1] if start is not None else 0), [""] * sheet.width

    def rows() -> Iterator[Row]:
        for line, row in enumerate(sheet.iter_rows(), 1):
            if line < _TOP or row != blank:  # a stray cell at the far end leaves a million blank rows before it
                yield line, indent + [_cell(v) for v in row]

    return rows, sheet.end[0] + 1 if sheet.end else 0


@contextmanager
def _as_told(path: Path) -> Iterator[None]:
    """Whatever the workbook library says of a broken file is said as one sentence."""
    import python_calamine

    try:
        yield
    except (python_calamine.CalamineError, ValueError, OverflowError, MemoryError) as error:
        raise _no_book(path) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how the library gives up on bytes it never foresaw; it has no class that could be named
            raise
        raise _no_book(path) from error


def _no_book(path: Path) -> UserError:
    return UserError(Text("{file} is not an Excel workbook, or it is damaged.", file=path.name), Text("Open it in a spreadsheet and save it as XLSX."))


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

