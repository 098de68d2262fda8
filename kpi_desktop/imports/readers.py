"""Reading text files and workbooks: encoding, delimiter, title lines, header and total lines are found, rows are streamed."""

from __future__ import annotations

import codecs
import csv
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from io import TextIOWrapper
from itertools import chain, islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from kpi_desktop.imports import books, markup, presets, statuses
from kpi_desktop.imports.books import Book
from kpi_desktop.imports.values import is_day
from kpi_desktop.imports.words import known_headers, normal
from kpi_desktop.model.problem import Text, UserError

_LOOK = 1 << 20
_SAMPLE = 200
_LONGEST_LINE = 4 << 20
_HEADER_WITHIN = 40
_TOTAL = re.compile(r"^(grand total|total|totals|итого|итого и средние|всего)(\s*:.*)?$", re.IGNORECASE)
_NUMBER = re.compile(r"^[\s\d.,:%$€₽()/+-]+$")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SUSPECT = frozenset({"", " ", "#", *"TtGgИиВв"})
"""How a line that is blank, a comment or a total begins."""
_BLOCK = 1000  # rows; measured: 1000 fit the processor's cache, 5000 take a quarter longer
csv.field_size_limit(_LONGEST_LINE)

_first_letter = itemgetter(slice(0, 1))

Row = tuple[int, Sequence[str]]
Lines = tuple[Sequence[int], list[list[str]]]
_Source = Callable[["RawTable | None"], Generator[Lines]]


@dataclass
class Block:
    """Some data rows with their 1-based physical lines, column by column, one column per header.

    `surplus` holds, by position, the whole of each row that has filled cells beyond the header.
    """

    lines: Sequence[int]
    columns: Sequence[Sequence[str]]
    surplus: Mapping[int, list[str]] = field(default_factory=dict)

    def row(self, at: int) -> tuple[str, ...]:
        """The cells of one row."""
        return tuple(column[at] for column in self.columns)

    def first(self, count: int) -> Block:
        """The block's first rows."""
        return Block(self.lines[:count], [c[:count] for c in self.columns], {i: r for i, r in self.surplus.items() if i < count})


@dataclass
class RawTable:
    """A file as text: what was found out about it, the first data rows, and `rows()` to stream them all.

    `done` is the fraction of the bytes read so far (0 to 1), `skipped` the count of total lines left out in the last pass, lines of the file's other tables
    among them. `preset` names the shipped format that the file was found to be, `facts` hold what stands above its table, `made` the columns at the
    end of the header that the file does not hold itself, and `footer` tells total lines by their first cell. `bounds` are there where the file holds several
    tables: the line on which the first of them begins, and the one on which this one is over. `known` keeps what was found out about whole columns.
    """

    path: Path
    kind: str
    encoding: str
    delimiter: str
    sheet: str
    sheets: tuple[str, ...]
    header: tuple[str, ...]
    header_line: int
    preamble: list[Sequence[str]]
    sample: list[Row]
    size: int
    source: Callable[[RawTable | None], Generator[Lines]] = field(repr=False)
    done: float = 0.0
    skipped: int = 0
    preset: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    made: tuple[statuses.Derived, ...] = ()
    footer: re.Pattern[str] | None = None
    bounds: tuple[int, int] | None = None
    known: dict[Any, Any] = field(default_factory=dict, repr=False)

    def blocks(self) -> Generator[Block]:
        """Every data row; blank lines, comments and total lines are left out."""
        self.skipped, self.done = 0, 0.0
        width = len(self.header) - len(self.made)
        for lines, rows in self.source(self):
            if self.bounds is not None:
                lines, rows = self._inside(lines, rows, *self.bounds)
            block = _columns(lines, rows, width)
            drop = self._dropped(block)
            if drop:
                keep = [i for i in range(len(rows)) if i not in drop]
                block = _columns([lines[i] for i in keep], [rows[i] for i in keep], width)
            yield _with_made(block, self.header, self.made) if self.made else block
        self.done = 1.0

    def _inside(self, lines: Sequence[int], rows: list[list[str]], begin: int, end: int) -> Lines:
        """The rows of the table alone, where the file holds several; those of the others are counted."""
        keep = [i for i, line in enumerate(lines) if self.header_line < line < end]
        others = (i for i, line in enumerate(lines) if begin < line < self.header_line or line > end)
        self.skipped += sum(1 for i in others if any(rows[i][1:]) and not rows[i][0].startswith("#"))
        return [lines[i] for i in keep], [rows[i] for i in keep]

    def _dropped(self, block: Block) -> set[int]:
        """The positions of the rows that are no data."""
        firsts, drop = block.columns[0], set[int]()
        if not _SUSPECT.isdisjoint(map(_first_letter, firsts)):
            drop = {i for i, first in enumerate(firsts) if first[:1] in _SUSPECT and self._left_out(block.row(i))}
        if self.footer is not None:
            sums = {i for i, first in enumerate(firsts) if i not in drop and block.lines[i] > self.header_line and self.footer.search(first.strip())}
            self.skipped += len(sums)
            drop |= sums
        if block.lines and block.lines[0] <= self.header_line:
            drop |= {i for i, line in enumerate(block.lines) if line <= self.header_line}
        return drop

    def _left_out(self, cells: Sequence[str]) -> bool:
        filled = [c for c in cells if c.strip()]
        if _is_total(filled):
            self.skipped += 1
            return True
        return not filled or (filled[0].startswith("#") and len(filled) < max(2, len(self.header) / 2))

    def rows(self) -> Generator[Row]:
        """Every data row with its 1-based physical line, one by one."""
        for block in self.blocks():
            yield from zip(block.lines, zip(*block.columns))

    def digest(self) -> str:
        """The SHA-256 of the file's bytes, in hexadecimal."""
        with self.path.open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest()


def _columns(lines: Sequence[int], rows: list[list[str]], width: int) -> Block:
    """Rows turned into columns of the header's number: padded, or cut where what a cut would lose is remembered."""
    try:
        columns = list(zip(*rows, strict=True))
    except ValueError:
        columns = []
    if len(columns) == width:
        return Block(lines, columns)
    surplus = {i: cells for i, cells in enumerate(rows) if any(c.strip() for c in cells[width:])}
    columns = list(zip(*(cells[:width] + [""] * (width - len(cells)) for cells in rows)))
    return Block(lines, columns or [()] * width, surplus)


def _with_made(block: Block, header: Sequence[str], made: tuple[statuses.Derived, ...]) -> Block:
    """The block with the columns that are made from its others."""
    columns = list(block.columns)
    for one in made:
        sources = [block.columns[header.index(s)] for s in one.sources]
        columns.append([one.make(cells) for cells in zip(*sources)] if sources else [one.make(())] * len(block.lines))
    return Block(block.lines, columns, block.surplus)


def _is_total(filled: list[str]) -> bool:
    """Whether a line sums up the ones above: it begins with such a word and holds nothing but figures beside it."""
    if not filled or _TOTAL.match(filled[0].strip()) is None:
        return False
    return all(c.strip() in ("--", "-") or (_NUMBER.match(c) and not is_day(c)) for c in filled[1:])


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
        return _told_by_content(path, sheet) or reader(path, sheet)
    except OSError as error:
        raise UserError(Text("{file} cannot be opened: {why}.", file=path.name, why=error.strerror or str(error)),
                        Text("Close it in other programs and check your permissions.")) from error


def _told_by_content(path: Path, sheet: str | None) -> RawTable | None:
    """The table of a file that is something else than its ending says; None where its ending may be believed."""
    with path.open("rb") as handle:
        head = handle.read(8192)
    if markup.is_xml_book(head):
        return _of_book(path, books.open_xml_book(path), sheet)
    if markup.is_html(head.decode(_marked(head) or "latin-1", "ignore")):
        return _read_page(path, head)
    return _read_book(path, sheet) if books.is_book(head) else None


def _marked(head: bytes) -> str | None:
    """The encoding that the mark at the beginning of a file names."""
    return next((name for mark, name in _MARKS if head.startswith(mark)), None)


def _read_text(path: Path, sheet: str | None) -> RawTable:
    encoding = _encoding(path)
    with path.open("rb") as handle:
        text = handle.read(_LOOK).decode(encoding, errors="ignore")
    delimiter = _delimiter(text)

    def source(raw: RawTable | None) -> Generator[Lines]:
        return _text_lines(raw, path, encoding, delimiter)

    return _described(path, "text", encoding, delimiter, "", (), source)


def _text_lines(raw: RawTable | None, path: Path, encoding: str, delimiter: str) -> Generator[Lines]:
    size = max(1, path.stat().st_size)
    with path.open("rb") as binary, TextIOWrapper(binary, encoding, "replace", newline="") as handle:
        reader, last = csv.reader(handle, delimiter=delimiter), 0
        while True:
            try:
                rows = list(islice(reader, _BLOCK))
            except csv.Error as error:
                raise UserError(Text("{file} cannot be read beyond line {line}.", file=path.name, line=reader.line_num),
                                Text("A quotation mark may be missing there; mend the line and try again.")) from error
            if not rows:
                return
            plain = reader.line_num - last == len(rows)
            yield range(last + 1, last + 1 + len(rows)) if plain else _lines_of(rows, last), rows
            last = reader.line_num
            if raw is not None:
                raw.done = min(1.0, binary.tell() / size)


def _lines_of(rows: list[list[str]], last: int) -> list[int]:
    """The line on which each row begins, where quoted cells hold line breaks."""
    lines = []
    for cells in rows:
        lines.append(last + 1)
        last += 1 + sum(c.count("\n") + c.count("\r") - c.count("\r\n") for c in cells)
    return lines


def _encoding(path: Path, in_lines: bool = True) -> str:
    """The text encoding; the whole file is read once, so that neither a late letter nor a late gigantic line surprises."""
    with path.open("rb") as handle:
        head = handle.read(_LOOK)
        known = _marked(head) or _without_mark(head[:65536], path)
        decoder = codecs.getincrementaldecoder(known or "utf-8")("strict")
        legible, unbroken, chunk = True, 0, head
        while chunk:
            unbroken = 0 if b"\n" in chunk or b"\r" in chunk else unbroken + len(chunk)
            if in_lines and unbroken >= _LONGEST_LINE:
                raise UserError(Text("{file} is one gigantic line, not a table.", file=path.name), Text("Export it again with one row per line."))
            if legible:
                try:
                    decoder.decode(chunk)
                except UnicodeDecodeError:
                    legible = False
            chunk = handle.read(_LOOK)
    return (known or "utf-8") if legible or known else _national(path)


def _without_mark(look: bytes, path: Path) -> str | None:
    """UTF-16 is told by its zero bytes; other binary files are refused."""
    nuls = look.count(b"\0")
    if nuls > len(look) // 5:
        for name, place in (("utf-16-le", 1), ("utf-16-be", 0)):
            if look[place::2].count(b"\0") > 0.9 * nuls and look[1 - place::2].count(b"\0") == 0:
                return name
    if nuls or look.startswith((b"PK\x03\x04", b"%PDF", b"\x89PNG", b"\xd0\xcf\x11\xe0")):
        raise UserError(Text("{file} is not a text file.", file=path.name), Text("Save it as CSV or XLSX."))
    return None


def _national(path: Path) -> str:
    """The one-byte encoding of a file that is not UTF-8, told from its first lines with other than ASCII letters."""
    from charset_normalizer import from_bytes

    with path.open("rb") as handle:
        telling = b"".join(islice((line[:2000] for line in handle if not line.isascii()), 200))
    best = from_bytes(telling, cp_isolation=["cp1251", "cp1252", "koi8_r"]).best()
    return best.encoding if best is not None else "cp1251"


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
    return _of_book(path, books.open_book(path), sheet)


def _of_book(path: Path, book: Book, sheet: str | None) -> RawTable:
    """A sheet of a workbook: the one that is asked for, else the one that is likely meant."""
    if sheet is not None and sheet not in book.names:
        raise UserError(Text("{file} has no sheet “{sheet}”.", file=path.name, sheet=sheet),
                        Text("Choose one of: {sheets}.", sheets=", ".join(book.names)))
    chosen = sheet or max(book.names, key=lambda n: _promise(book, n))

    def source(raw: RawTable | None) -> Generator[Lines]:
        return _blocks(raw, *book.rows(chosen))

    return _described(path, "xlsx", "", "", chosen, book.names, source)


def _read_page(path: Path, head: bytes) -> RawTable:
    """A web page, which many programs save under the name of an Excel file."""
    encoding = _marked(head) or markup.html_charset(head) or _encoding(path, in_lines=False)
    rows = markup.html_rows(path, encoding)

    def source(raw: RawTable | None) -> Generator[Lines]:
        return _blocks(raw, rows, len(rows))

    return _described(path, "html", encoding, "", "", (), source)


def _blocks(raw: RawTable | None, rows: Iterable[Row], count: int) -> Generator[Lines]:
    """Rows that are all there, block by block."""
    rows, passed = iter(rows), 0
    while block := list(islice(rows, _BLOCK)):
        lines, cells = zip(*block)
        yield lines, [list(c) for c in cells]
        if raw is not None:
            passed += len(block)
            raw.done = min(1.0, passed / count)


def _promise(book: Book, name: str) -> tuple[int, bool]:
    """How likely it is that a sheet is the one that is meant: a format's table counts most, then known column names, then that it holds anything."""
    rows = [list(cells) for _, cells in islice(book.rows(name)[0], _HEADER_WITHIN + 20)]
    spot = presets.locate(enumerate(rows, 1))
    known = known_headers(cell for row in rows[:10] for cell in row)
    return 3 if spot is not None and spot.preset.feeds else 2 if known else 1 if spot is not None else 0, len(rows) > 1


def _described(path: Path, kind: str, encoding: str, delimiter: str, sheet: str, sheets: tuple[str, ...],
               source: _Source) -> RawTable:
    first = _first(source, _HEADER_WITHIN + 20)
    spot = presets.locate(first)
    if spot is None and presets.has_sections(first):
        spot = presets.locate(_every(source))
    if spot is not None:
        raw = RawTable(path, kind, encoding, delimiter, sheet, sheets, _unique(spot.cells), spot.line, [c for line, c in first if line < spot.line], [],
                       path.stat().st_size, source)
        _as_preset(raw, spot)
    else:
        found = _header(first)
        if found is None:
            raise UserError(Text("{file} holds no table.", file=path.name), Text("It needs a line of column names and rows below it."))
        line, cells = first[found]
        raw = RawTable(path, kind, encoding, delimiter, sheet, sheets, _unique(cells), line, [c for _, c in first[:found]], [], path.stat().st_size, source)
        raw.made = tuple(statuses.made(raw.header))
        raw.header += tuple(d.name for d in raw.made)
    rows = raw.rows()
    raw.sample = list(islice(rows, _SAMPLE))
    rows.close()
    if not raw.sample:
        raise UserError(Text("{file} has column names and no rows.", file=path.name), Text("Export it again with its rows."))
    return raw


def _as_preset(raw: RawTable, spot: presets.Spot) -> None:
    """Read the file as the shipped format that it was found to be."""
    preset = spot.preset
    raw.preset, raw.facts, raw.footer = preset.name, spot.facts, preset.footer
    raw.made = tuple(preset.derived(raw.header, spot.facts))
    raw.header += tuple(d.name for d in raw.made)
    if preset.ends is not None:
        raw.bounds = presets.bounds(_every(raw.source), spot)


def _every(source: _Source) -> Generator[Row]:
    """Every row of a file, data or not."""
    stream = source(None)
    yield from chain.from_iterable(zip(lines, rows) for lines, rows in stream)
    stream.close()


def _first(source: _Source, count: int) -> list[Row]:
    rows = _every(source)
    found = list(islice(rows, count))
    rows.close()
    return found


def _header(rows: list[Row]) -> int | None:
    """The index of the line of column names: known names count most, then width, texts and being early."""
    usable = [(i, cells) for i, (_, cells) in enumerate(rows) if any(c.strip() for c in cells) and not cells[0].startswith("#")]
    if not usable:
        return None
    modal = Counter(_width(cells) for _, cells in usable).most_common(1)[0][0]
    best, chosen = -1e9, None
    for order, (index, cells) in enumerate(usable[:max(1, min(_HEADER_WITHIN, len(usable) - 1))]):
        filled = [c for c in cells if c.strip()]
        texts = sum(1 for c in filled if not _NUMBER.match(c))
        score = 2.0 * known_headers(cells) + 3.0 * (texts / len(filled)) - 0.2 * order
        score += 3.0 if len(filled) >= 0.6 * modal else -6.0
        if score > best:
            best, chosen = score, index
    return chosen


def _width(cells: Sequence[str]) -> int:
    return max(i + 1 for i, c in enumerate(cells) if c.strip())


def _unique(cells: Sequence[str]) -> tuple[str, ...]:
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
    ".csv": _read_text, ".tsv": _read_text, ".txt": _read_text, ".xlsx": _read_book, ".xlsm": _read_book, ".xlsb": _read_book, ".ods": _read_book,
    ".xls": _read_text,
}
"""How a file is read, by its ending, where its content does not say otherwise: an .xls that is no workbook is a text by another name."""
