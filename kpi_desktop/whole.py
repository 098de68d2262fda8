"""A file that a person asked for is there whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kpi_desktop.model.problem import Text, UserError


def write(path: Path, fill: Callable[[Path], object]) -> None:
    """Let `fill` write beside the place and put it there in one step; what stands there already stays if that fails. UserError where it cannot be written."""
    fresh = path.with_name(f".{path.name}.new")
    try:
        fill(fresh)
        fresh.replace(path)
    except OSError as error:
        raise UserError(Text("{file} cannot be written: {why}.", file=path.name, why=error.strerror or str(error)),
                        Text("Choose another folder, or close the file where it is open.")) from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
