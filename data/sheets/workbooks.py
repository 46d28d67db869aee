"""Workbooks (XLSX, XLS, ODS) by calamine. Formulas are never evaluated: the stored result is read."""

import zlib
from io import BytesIO
from itertools import islice
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from config.formats import File
from data.sheets.cells import Cell, empty
from data.sheets.extent import too_far
from data.sheets.grids import HEAD, Grid
from metrics.problems import Problem, Read

LARGEST_CONTENT = 1_000_000_000
"""Bytes that the parts of a zipped workbook may unpack to."""
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = ("EncryptedPackage".encode("utf-16-le"), "EncryptionInfo".encode("utf-16-le"))


def is_workbook(content: bytes) -> bool:
    """True for a zip (XLSX, ODS) or an OLE file (XLS, or an encrypted XLSX)."""
    return content.startswith((_ZIP, _OLE))


def workbook_grids(content: bytes, file: File) -> Read[list[Grid]]:
    """The named sheet, or every visible one.

    Problems: `file_too_large`, `sheet_too_large`, `encrypted_file`, `unreadable_workbook`, `missing_sheet`, `empty_file`.
    """
    barred = _barred(content)
    if barred is not None:
        return Read([], [barred])
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        names = _wanted(book, file.sheet)
        if not names:
            known = ", ".join(book.sheet_names)
            return Read([], [Problem(code="missing_sheet", found=known, expected=str(file.sheet))])
        grids = [_grid(book, name) for name in names]
    except PasswordError:
        return Read([], [Problem(code="encrypted_file")])
    except (CalamineError, OSError, ValueError):
        return Read([], [Problem(code="unreadable_workbook")])
    full = [grid for grid in grids if grid.head]
    return Read(full, [] if full else [Problem(code="empty_file", sheet=names[0])])


def _barred(content: bytes) -> Problem | None:
    if content.startswith(_OLE):
        return Problem(code="encrypted_file") if all(name in content for name in _ENCRYPTED) else None
    try:
        with ZipFile(BytesIO(content)) as parts:
            if any(part.flag_bits & 1 for part in parts.infolist()):
                return Problem(code="encrypted_file")
            if sum(part.file_size for part in parts.infolist()) > LARGEST_CONTENT:
                return Problem(code="file_too_large", params={"megabytes": str(LARGEST_CONTENT // 1_000_000)})
            last = too_far(parts)
    except (BadZipFile, OSError, ValueError, NotImplementedError, EOFError, zlib.error):
        return Problem(code="unreadable_workbook")
    return None if last is None else Problem(code="sheet_too_large", found=last)


def _wanted(book: CalamineWorkbook, sheet: str | int | None) -> list[str]:
    names = book.sheet_names
    if isinstance(sheet, int):
        return names[sheet - 1 : sheet] if sheet >= 1 else []
    if sheet is not None:
        return [name for name in names if name.strip().casefold() == sheet.strip().casefold()][:1]
    return [
        about.name
        for about in book.sheets_metadata
        if about.visible == SheetVisibleEnum.Visible and about.typ == SheetTypeEnum.WorkSheet
    ]


def _grid(book: CalamineWorkbook, name: str) -> Grid:
    rows: list[list[Cell]] = [list(row) for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]
    while rows and empty(rows[-1]):
        rows.pop()
    return Grid(head=list(islice(rows, HEAD)), load=lambda: Read(rows), sheet=name)
