"""A mapping tried on its file while the person works on it: the first rows at once, then what the whole file would do; nothing is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kpi_desktop import whole
from kpi_desktop.app.screens import FileShown, Preview
from kpi_desktop.model.decisions import Mapping, TableMapping
from kpi_desktop.model.problem import Cancelled, Problem, Text, UserError

if TYPE_CHECKING:
    from kpi_desktop.app.row_filters import Values
    from kpi_desktop.app.session import Session
    from kpi_desktop.imports.mapping import Reading
    from kpi_desktop.imports.readers import RawTable
    from kpi_desktop.store.workspace import Rehearsal, Workspace


@dataclass(frozen=True)
class Tried:
    """What a mapping makes of a file: the first rows, how dates and numbers are read, what is missing and why it does not fit.

    `state` is "looked" before the whole file is counted, "counted" with its `report`, "stopped", or "open" where something is to be decided first.
    """

    mapping: Mapping
    state: str = "looked"
    previews: tuple[Preview, ...] = ()
    problems: tuple[Problem, ...] = ()
    readings: tuple[Reading, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()
    unfit: Text | None = None
    report: Rehearsal | None = None

    @property
    def doubts(self) -> tuple[Reading, ...]:
        """What only the person can tell."""
        return tuple(r for r in self.readings if r.doubt is not None)


class Trial:
    """Tries mappings of one file in the session's write lane; `heard` gets what came, of the latest mapping only."""

    def __init__(self, session: Session, shown: FileShown, heard: Callable[[Tried], None]) -> None:
        self._session, self._shown, self._heard = session, shown, heard
        self._raw: RawTable | None = None
        self._turn = 0
        self._under_way: Mapping | None = None
        self._closed = False

    def close(self) -> None:
        """Hear nothing any more."""
        self._closed = True
        self.stop()

    def stop(self) -> None:
        """Hear no more of what is under way, and end it soon."""
        self._turn += 1

    def run(self, mapping: Mapping) -> None:
        """Try another mapping; an earlier one is left."""
        self.stop()
        turn, self._under_way = self._turn, mapping

        def then(tried: Tried) -> None:
            if turn == self._turn:
                self._tell(tried)
                if tried.state == "looked":
                    self._count(turn, tried)

        self._aside(lambda ws, _: look(ws, self._read(), mapping), then, Tried(mapping, "stopped"), turn)

    def _tell(self, tried: Tried) -> None:
        if tried.state != "looked":
            self._under_way = None
        self._heard(tried)

    def _open(self, then: Callable[[Any], None]) -> Callable[[Any], None]:
        """What hears an answer only as long as someone is there."""
        return lambda answer: None if self._closed else then(answer)

    def propose(self, table: str, then: Callable[[TableMapping], None]) -> None:
        """How the file would feed one more table, as far as its header tells."""
        from kpi_desktop.imports.mapping import guess

        self._session.aside(Text("Reading {file}", file=self._shown.path.name), lambda ws, _: guess(self._read(), table).mapping.tables[0],
                            self._open(then))

    def values(self, column: str, then: Callable[[Values], None]) -> None:
        """What a column of the file holds; a mapping that is being tried waits for it and is tried again."""
        waiting = self._under_way
        self.stop()

        def what(ws: Workspace, progress: Any) -> Values:
            from kpi_desktop.app import row_filters

            raw = self._read()

            def rows() -> Iterator[Sequence[str]]:
                for number, (_, cells) in enumerate(raw.rows()):
                    if number % 2000 == 0:
                        progress(min(number, row_filters.MOST_ROWS), row_filters.MOST_ROWS)
                    yield cells

            return row_filters.values(column, raw.header.index(column), rows())

        def told(found: Values) -> None:
            then(found)
            if waiting is not None and self._under_way is waiting:
                self.run(waiting)

        self._session.aside(Text("Reading {file}", file=self._shown.path.name), what, self._open(told))

    def _count(self, turn: int, tried: Tried) -> None:
        def what(ws: Workspace, progress: Callable[..., None]) -> Rehearsal:
            def heard(done: float, total: float, rows: int = 0) -> None:
                if turn != self._turn:
                    raise Cancelled
                progress(done, total, rows)

            return count(ws, self._read(), tried.mapping, heard)

        def then(report: Rehearsal) -> None:
            if turn == self._turn:
                self._tell(replace(tried, state="counted", report=report))

        self._aside(what, then, replace(tried, state="stopped"), turn)

    def _aside(self, what: Callable[[Workspace, Any], Any], then: Callable[[Any], None], stopped: Tried, turn: int) -> None:
        def told(tried: Tried) -> bool:
            if turn == self._turn:
                self._tell(tried)
            return True

        self._session.aside(Text("Trying the columns of {file}", file=self._shown.path.name), what, then, cancelled=lambda: told(stopped),
                            failed=lambda t: told(replace(stopped, state="open", unfit=t.what)) and not t.traceback)

    def _read(self) -> RawTable:
        """The file, looked into once."""
        from kpi_desktop.imports import readers

        if self._raw is None:
            self._raw = readers.read(self._shown.path, self._shown.sheet or None)
        return self._raw


def look(ws: Workspace, raw: RawTable, mapping: Mapping) -> Tried:
    """The first rows by a mapping, and what is to be decided before it can be used."""
    from kpi_desktop.app import importing
    from kpi_desktop.imports.mapping import readings

    tried = Tried(mapping, readings=readings(raw, mapping), missing=importing.lacking(mapping))
    try:
        previews, problems = importing.previewed(ws, raw, mapping, tried.readings)
    except UserError as error:
        return replace(tried, state="open", unfit=error.what)
    return replace(tried, state="open" if tried.missing or tried.doubts or not mapping.tables else "looked", previews=previews, problems=problems)


def count(ws: Workspace, raw: RawTable, mapping: Mapping, progress: Callable[..., None]) -> Rehearsal:
    """What the whole file would add, change and leave, by a mapping."""
    from kpi_desktop.app import importing
    from kpi_desktop.imports import convert
    from kpi_desktop.store import decisions

    progress(0.0, 1.0)
    batch = convert.convert(raw, mapping, currency=ws.setting("currency"), rates=decisions.rates(ws), privacy=ws.privacy)
    return ws.rehearse(*importing.counted(batch, progress))


def load(path: Path) -> Mapping:
    """A mapping from the file that `kpi-desktop import --mapping` takes."""
    from kpi_desktop.imports import mapping

    return mapping.load(path)


def dump(mapping: Mapping, path: Path) -> None:
    """Write a mapping as the file that `kpi-desktop import --mapping` takes."""
    from kpi_desktop.imports import mapping as files

    whole.write(path, lambda fresh: files.dump(mapping, fresh))


def saved(ws: Workspace) -> tuple[tuple[tuple[str, ...], Mapping], ...]:
    """The mappings that are applied by themselves, each with the header it is for."""
    from kpi_desktop.store import decisions

    return decisions.saved_mappings(ws)


def save(ws: Workspace, header: tuple[str, ...], mapping: Mapping) -> None:
    """Apply a mapping from now on whenever the header comes."""
    from kpi_desktop.store import decisions

    decisions.save_mapping(ws, header, mapping)


def forget(ws: Workspace, header: tuple[str, ...]) -> None:
    """Apply nothing by itself to a header any more."""
    from kpi_desktop.store import decisions

    decisions.forget_mapping(ws, header)
