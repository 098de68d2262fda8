"""The pages on which a workspace says what tables it holds: found again one by one, and the first page pointed at them (SQLite's file format, 1.3 to 1.6)."""

from __future__ import annotations

import struct
from pathlib import Path

from kpi_desktop.store.database import APPLICATION_ID, VERSION

PAGE = 4096  # bytes, as in every workspace
_LEAF, _INTERIOR = 0x0D, 0x05
_KINDS = (b"table", b"index")  # what a row of the schema begins with


def mend(path: Path) -> None:
    """Give a file a first page of a whole one: of its own length, with no free pages, and over those pages of the schema that can be read. What the
    others told of is lost; where none can be read, the first page keeps what it tells itself."""
    size = path.stat().st_size // PAGE
    header = (b"SQLite format 3\0" + struct.pack(">HBBBBBB", PAGE, 1, 1, 0, 64, 32, 32) + struct.pack(">12I", 1, size, 0, 0, 1, 4, 0, 0, 1, VERSION, 0,
              APPLICATION_ID) + bytes(20) + struct.pack(">2I", 1, 3_040_000))
    with path.open("r+b") as file:
        first = file.read(PAGE)
        leaves = _in_order([(span, number) for number in range(2, size + 1) if (span := _rows(file.read(PAGE))) is not None])
        file.seek(0)
        file.write(header)
        if leaves and not (first[100] == _LEAF and any(k in first for k in _KINDS)):  # a small schema stands on the first page itself
            file.write(_interior(leaves))


def _in_order(found: list[tuple[tuple[int, int], int]]) -> list[tuple[int, int]]:
    """(last row, page) of pages whose rows follow one another; a page that was given up long ago overlaps another, and is passed over."""
    kept: list[tuple[int, int]] = []
    for (lowest, highest), number in sorted(found):
        if not kept or lowest > kept[-1][0]:
            kept.append((highest, number))
    return kept


def _rows(page: bytes) -> tuple[int, int] | None:
    """The first and the last row number of a page of the schema; None of any other page."""
    if len(page) < PAGE or page[0] != _LEAF:
        return None
    count = int.from_bytes(page[3:5], "big")
    cells = struct.unpack_from(f">{count}H", page, 8) if 0 < count <= PAGE // 8 else ()
    found = [_row(page, at) for at in cells]
    numbers = [n for n in found if n is not None]
    return (numbers[0], numbers[-1]) if numbers and len(numbers) == count and numbers == sorted(numbers) else None


def _row(page: bytes, at: int) -> int | None:
    """The number of the row of the schema in a cell; None where something else lies there."""
    try:
        _, at = _varint(page, at)
        number, at = _varint(page, at)
        length, _ = _varint(page, at)
    except IndexError:
        return None
    return number if page[at + length:at + length + 5] in _KINDS else None


def _varint(page: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where the next thing stands."""
    value = 0
    for byte in range(8):
        value = value << 7 | page[at + byte] & 0x7F
        if page[at + byte] < 0x80:
            return value, at + byte + 1
    return value << 8 | page[at + 8], at + 9


def _as_varint(value: int) -> bytes:
    """A row number below 2**56 as SQLite writes it."""
    parts = [value & 0x7F]
    while value := value >> 7:
        parts.append(value & 0x7F | 0x80)
    return bytes(reversed(parts))


def _interior(leaves: list[tuple[int, int]]) -> bytes:
    """What stands on the first page after its header: a pointer to each leaf, the last one apart."""
    cells = [struct.pack(">I", page) + _as_varint(last) for last, page in leaves[:-1]]
    at, places = PAGE, []
    for cell in cells:
        at -= len(cell)
        places.append(at)
    head = struct.pack(">BHHHBI", _INTERIOR, 0, len(cells), at, 0, leaves[-1][1]) + struct.pack(f">{len(cells)}H", *places)
    return (head + bytes(at - 100 - len(head)) + b"".join(reversed(cells)))
