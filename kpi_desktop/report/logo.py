"""The logo of a report: looked at before it is used, so that a bad file is told and not laid out."""

from __future__ import annotations

import struct
from pathlib import Path

from kpi_desktop.model.problem import Text, UserError

MOST_BYTES, MOST_PIXELS = 5_000_000, 6000
_PNG = b"\x89PNG\r\n\x1a\n"
_ALONE = '#set page(width: 60mm, height: 60mm)\n#image("{file}", width: 40mm)\n'


def fetch(path: Path, folder: Path) -> str:
    """Copy a logo into the folder that the template reads; its name there. UserError where it is missing, too large or no picture."""
    name = f"logo{path.suffix.lower()}"
    (folder / name).write_bytes(look(path))
    _try(path, folder, name)
    return name


def look(path: Path) -> bytes:
    """A logo's content, where it is what its name says and of a size that can be drawn. UserError where it is not."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise UserError(Text("The logo {file} is too large: {size} MB, {most} at most.", file=path.name, size=round(size / 1e6, 1),
                                 most=MOST_BYTES // 1_000_000), Text("Save it smaller, or as SVG."))
        content = path.read_bytes()
    except OSError as error:
        raise UserError(Text("The logo {file} cannot be read: {why}.", file=str(path), why=error.strerror or str(error)),
                        Text("Choose another picture, or none.")) from error
    _sized(path, content)
    return content


def _sized(path: Path, content: bytes) -> None:
    if path.suffix.lower() == ".svg":
        if b"<svg" not in content:
            raise _no_picture(path)
        return
    if not content.startswith(_PNG) or len(content) < 24:
        raise _no_picture(path)
    wide, high = struct.unpack(">II", content[16:24])
    if max(wide, high) > MOST_PIXELS:
        raise UserError(Text("The logo {file} is too large: {wide} × {high} pixels, {most} at most.", file=path.name, wide=wide, high=high, most=MOST_PIXELS),
                        Text("Save it smaller, or as SVG."))


def _try(path: Path, folder: Path, name: str) -> None:
    """Draw it alone: only that tells whether it can be drawn."""
    import typst

    alone = folder / "logo.typ"
    alone.write_text(_ALONE.format(file=name), "utf-8")
    try:
        typst.compile(str(alone), root=str(folder), ignore_system_fonts=True)
    except typst.TypstError as error:
        raise _no_picture(path) from error


def _no_picture(path: Path) -> UserError:
    return UserError(Text("The logo {file} is no picture that can be drawn.", file=path.name), Text("Choose another PNG or SVG."))
