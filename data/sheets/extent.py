"""How far a sheet reaches, before it is read: calamine lays out every cell up to the last one in memory."""

import re
from collections.abc import Iterator
from zipfile import ZipFile

MOST_CELLS = 40_000_000
"""Cells from A1 to the last one that a sheet may hold: about 1.3 GB while it is read."""
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml\Z")
_DIMENSION = re.compile(rb'<(?:\w+:)?dimension ref="(?:[A-Z]+\d+:)?([A-Z]+)(\d+)"')
_FILLED = re.compile(rb'<(?:\w+:)?c r="([A-Z]{1,3})(\d{1,7})"[^>]*[^/]>')
_CHUNK = 1 << 20
_OVERLAP = 256


def too_far(parts: ZipFile) -> str | None:
    """The last cell of an XLSX sheet that reaches too far, None when all of them can be read.

    The sheet's own word is taken when it says that it is small; cells are looked through when it says that it is
    large, since formatted empty cells do not count, or says nothing.
    """
    for name in parts.namelist():
        if not _SHEET.match(name):
            continue
        said = _DIMENSION.search(next(_chunks(parts, name), b""))
        if said is not None and _number(said[1]) * int(said[2]) <= MOST_CELLS:
            continue
        column, row = b"A", 1
        for chunk in _chunks(parts, name):
            for cell in _FILLED.finditer(chunk):
                column, row = max(column, cell[1], key=_number), max(row, int(cell[2]))
        if _number(column) * row > MOST_CELLS:
            return f"{column.decode()}{row}"
    return None


def _number(letters: bytes) -> int:
    number = 0
    for sign in letters:
        number = number * 26 + sign - ord("A") + 1
    return number


def _chunks(parts: ZipFile, name: str) -> Iterator[bytes]:
    """The part's bytes, each chunk beginning with the end of the one before."""
    with parts.open(name) as part:
        tail = b""
        while read := part.read(_CHUNK):
            yield tail + read
            tail = read[-_OVERLAP:]
