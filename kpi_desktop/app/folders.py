"""A folder of exports as a whole: which of its files are exports, which are read alike, and in which order they come in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from kpi_desktop.app.screens import FileShown
from kpi_desktop.model.decisions import Mapping

ENDINGS = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
"""What a file that may be an export ends with."""
_ABOUT = ("readme", "license", "licence", "changelog", "data dictionary", "data_dictionary", "codebook", "прочти", "описание полей")
"""What the names of files begin or end with that tell about others."""
_ORDER = ("visits", "leads", "events", "attendance", "spend", "deals", "customers", "invoices", "reps", "nps")
"""What others refer to comes before them: leads before their deals, events before who came."""
_MOST = 2000


def exports(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """The files to read, a folder standing for those in it and below; and what lies in a folder beside its exports: pictures, notes, descriptions."""
    files, beside = list[Path](), list[Path]()
    for path in paths:
        if not path.is_dir():
            files.append(path)
            continue
        for file in sorted(islice(_within(path), _MOST)):
            (files if file.suffix.lower() in ENDINGS and not _is_about(file) else beside).append(file)
    return files, beside


def _within(folder: Path) -> Iterator[Path]:
    """The files of a folder, those of hidden folders and office programs' lock files apart."""
    for path in folder.rglob("*"):
        if path.is_file() and not any(p.startswith((".", "~")) for p in path.relative_to(folder).parts):
            yield path


def _is_about(file: Path) -> bool:
    name = file.stem.casefold().strip()
    return name.startswith(_ABOUT) or name.endswith(_ABOUT)


def in_order(files: Iterable[FileShown]) -> list[FileShown]:
    """Files in the order in which they come in; those of one table as they stand."""
    return sorted(files, key=lambda shown: rank(shown.mapping))


def rank(mapping: Mapping | None) -> int:
    """The place of a file in the order, by the first of the tables that it feeds."""
    return min((_ORDER.index(t.table) for t in mapping.tables), default=len(_ORDER)) if mapping is not None else len(_ORDER)


def alike(files: Iterable[FileShown], like: FileShown) -> list[FileShown]:
    """The other files with the same column names that still wait for a decision or for their import: what is decided of one holds for them."""
    return [f for f in files if f.file_id != like.file_id and f.header == like.header and f.header and f.state in ("ready", "decide")]
