"""Tables written out as CSV or XLSX, whole or not at all; no cell can act as a formula where the file is opened."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from kpi_desktop import i18n, whole
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.problem import Money, Share, Text, UserError

Progress = Callable[[float, float], None]
_ACTS = ("=", "+", "-", "@", "\t", "\r")
_TOLD_EVERY = 5000  # rows
_SHEET_ROWS = 1_048_575
_NARROW, _WIDE = 10, 40  # letters that a column of a workbook shows
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_FORMATS = {Unit.COUNT: "#,##0", Unit.MONEY: "#,##0.00", Unit.RATE: "0.0%", Unit.POINTS: "0", Unit.DAYS: "0.0", Unit.FACTOR: "0.00"}


@dataclass(frozen=True)
class Drawn:
    """A native chart beside a table: its kind ("line", "bar"), the column of its names and those of its figures."""

    kind: str
    names: int
    figures: tuple[int, ...]


@dataclass(frozen=True)
class Sum:
    """A cell that adds up so many cells `left` of it, or `above` it, and follows what is changed there; `value` is what they come to now."""

    value: float
    left: int = 0
    above: int = 0


@dataclass(frozen=True)
class Sheet:
    """One table on its way out: its name, its columns, its rows as raw values, and how many rows there are (for progress). `units` say what the numbers of
    each column are, where `by_row` is given those of its row; `drawn` is a chart of it in a workbook."""

    name: str
    columns: Sequence[str]
    rows: Iterable[Sequence[Any]]
    count: int
    units: Sequence[Unit | None] = ()
    drawn: Drawn | None = None
    by_row: Sequence[Unit] = ()

    @classmethod
    def of(cls, name: str, columns: Sequence[tuple[str, Unit | None]], rows: Sequence[Sequence[Any]], drawn: Drawn | None = None,
           by_row: Sequence[Unit] = ()) -> Sheet:
        """A sheet of columns (title, what its numbers are)."""
        return cls(name, [title for title, _ in columns], rows, len(rows), [unit for _, unit in columns], drawn, by_row)

    def unit(self, row: int, column: int) -> Unit | None:
        """What a number is counted in; None where nothing says so."""
        if self.by_row:
            return self.by_row[row] if self.units[column] is not None else None
        return self.units[column] if self.units else None


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe stands before one that begins like it."""
    return f"'{text}" if text.startswith(_ACTS) else text


def write(path: Path, sheets: Sequence[Sheet], progress: Progress) -> tuple[Path, ...]:
    """Write tables: an .xlsx holds each on a sheet, of .csv every table gets a file of its own. UserError where that cannot be."""
    if path.suffix.lower() == ".xlsx":
        whole.write(path, lambda fresh: _book(fresh, sheets, progress))
        return (path,)
    paths = tuple(path if not at else path.with_name(f"{path.stem}-{at + 1}{path.suffix}") for at in range(len(sheets)))
    for out, sheet in zip(paths, sheets):
        whole.write(out, lambda fresh, sheet=sheet: _write_csv(fresh, sheet, progress))
    return paths


def _write_csv(path: Path, sheet: Sheet, progress: Progress) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow([harmless(c) for c in sheet.columns])
        for at, row in enumerate(sheet.rows):
            _tell(at, sheet, progress)
            writer.writerow([_plain(v) for v in row])


def _plain(value: Any) -> str:
    """A cell of a CSV file: numbers with a point, days as 2024-03-31, so that any program reads them."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    value = _number(value)
    if isinstance(value, int | float):
        return repr(int(value) if float(value).is_integer() else float(value))
    return harmless(i18n.shown(value))


def _book(path: Path, sheets: Sequence[Sheet], progress: Progress) -> None:
    """A workbook; its place is opened first, as xlsxwriter would find out last, and leave its own files open."""
    with path.open("wb") as handle:
        _write_xlsx(handle, sheets, progress)


def _write_xlsx(out: BinaryIO, sheets: Sequence[Sheet], progress: Progress) -> None:
    from xlsxwriter import Workbook

    with Workbook(out, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}) as book:
        head, day = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "yyyy-mm-dd"})
        figures: dict[Unit | None, Any] = {unit: book.add_format({"num_format": code}) for unit, code in _FORMATS.items()}
        taken: set[str] = set()
        for sheet in sheets:
            page = book.add_worksheet(_sheet_name(sheet.name, taken))
            page.freeze_panes(1, 0)
            widest = [max(_NARROW, len(title)) for title in sheet.columns]
            for column, title in enumerate(sheet.columns):
                page.write_string(0, column, title, head)
            for at, row in enumerate(sheet.rows):
                if at >= _SHEET_ROWS:
                    raise UserError(Text("{name} has more rows than a sheet can hold.", name=sheet.name), Text("Export it as CSV."))
                _tell(at, sheet, progress)
                for column, value in enumerate(row):
                    _put(page, at + 1, column, value, day, figures.get(sheet.unit(at, column)))
                    if isinstance(value, str):
                        widest[column] = max(widest[column], len(value))
            for column, letters in enumerate(widest):
                page.set_column(column, column, min(_WIDE, letters + 2))
            if sheet.drawn is not None and sheet.count:
                _draw(book, page, sheet, sheet.drawn)


def _draw(book: Any, page: Any, sheet: Sheet, drawn: Drawn) -> None:
    """A chart right of the table, over its own cells: what is changed there is drawn anew."""
    chart = book.add_chart({"type": drawn.kind})
    for column in drawn.figures:
        chart.add_series({"name": [page.name, 0, column], "categories": [page.name, 1, drawn.names, sheet.count, drawn.names],
                          "values": [page.name, 1, column, sheet.count, column]})
    chart.set_title({"name": sheet.name})
    if drawn.kind == "bar":
        chart.set_y_axis({"reverse": True})  # the first row on top, as in the table
    if len(drawn.figures) == 1:
        chart.set_legend({"none": True})
    chart.set_size({"width": 640, "height": min(700, max(300, 24 * sheet.count if drawn.kind == "bar" else 300))})
    page.insert_chart(1, len(sheet.columns) + 1, chart)


def _put(page: Any, row: int, column: int, value: Any, day: Any, figure: Any = None) -> None:
    """A cell of a workbook: real numbers and days; a text is written as a text, whatever it begins with."""
    if value is None:
        return
    if isinstance(value, Sum):
        from xlsxwriter.utility import xl_range

        cells = xl_range(row, column - value.left, row, column - 1) if value.left else xl_range(row - value.above, column, row - 1, column)
        page.write_formula(row, column, f"=SUM({cells})", figure, value.value)
        return
    value = _number(value)
    if isinstance(value, date):
        page.write_datetime(row, column, value, day)
    elif isinstance(value, int | float):
        page.write_number(row, column, value, figure)
    else:
        page.write_string(row, column, i18n.shown(value)[:32_767])


def _number(value: Any) -> Any:
    """The plain number of a cell that is one; anything else as it is."""
    if isinstance(value, Sum):
        return value.value
    return value.amount if isinstance(value, Money) else value.fraction if isinstance(value, Share) else value


def _sheet_name(name: str, taken: set[str]) -> str:
    """A name that a workbook allows, once."""
    base = " ".join(name.translate(_FORBIDDEN).split()).strip("'")[:31] or "1"
    made, number = base, 1
    while made.casefold() in taken:
        number += 1
        made = f"{base[:27]} {number}"
    taken.add(made.casefold())
    return made


def _tell(at: int, sheet: Sheet, progress: Progress) -> None:
    if at % _TOLD_EVERY == 0:
        progress(at, max(1, sheet.count))
