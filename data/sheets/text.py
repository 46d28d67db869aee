"""Text files: CSV in the character sets and with the delimiters that Norwegian systems write."""

import codecs
import csv
import re
from io import StringIO
from itertools import islice

from config.formats import File
from data.sheets.cells import Cell
from data.sheets.grids import HEAD, Grid
from metrics.problems import Problem, Read

_DELIMITERS = (";", ",", "\t", "|")
_SEP = re.compile(r"sep=(?P<mark>.)[ \t;,]*(?=[\r\n]|\Z)", re.IGNORECASE)
_CONTROL = re.compile(r"[\0-\x08\x0e-\x19\x1b-\x1f]")
"""Signs that no text file holds (an old end-of-file sign aside), so that bytes of another kind are told apart."""
_LONGEST_CELL = 1_000_000
_SAMPLE = 4_000


def text_grids(content: bytes, file: File) -> Read[list[Grid]]:
    """One grid for each delimiter that the text may be written with, the likeliest first.

    Problems: `unreadable_text` (not text in any known character set), `empty_file`.
    """
    text = decode(content, file.encoding)
    if text is None:
        return Read([], [Problem(code="unreadable_text", expected=_expected(file))])
    if not text.strip():
        return Read([], [Problem(code="empty_file")])
    said = _SEP.match(text)
    if file.delimiter != "auto":
        marks: tuple[str, ...] = ("\t" if file.delimiter == "tab" else file.delimiter,)
    elif said:
        marks = (said["mark"],)
    else:
        marks = tuple(sorted(_DELIMITERS, key=lambda mark: -text[:_SAMPLE].count(mark)))
    return Read([_grid(text, mark, skip_first=bool(said)) for mark in marks])


def decode(content: bytes, encoding: str = "auto") -> str | None:
    """The text, or None when the bytes are no text. A byte order mark decides; without one the bytes tell.

    Text without zero bytes that is not UTF-8 is taken as cp1252, which old Norwegian exports are written in.
    """
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return _try(content, name)
    if encoding == "utf-16" or (encoding == "auto" and b"\0" in content[:_SAMPLE]):
        return _try(content, "utf-16-le" if _zeros(content, 1) >= _zeros(content, 0) else "utf-16-be")
    if encoding != "auto":
        return _try(content, encoding)
    text = _try(content, "utf-8")
    return _try(content, "cp1252") if text is None else text


def _try(content: bytes, name: str) -> str | None:
    try:
        text = content.decode(name)
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else text


def _zeros(content: bytes, start: int) -> int:
    return content[start:_SAMPLE:2].count(0)


def _expected(file: File) -> str:
    return "UTF-8, UTF-16, cp1252, XLSX, XLS, ODS" if file.encoding == "auto" else file.encoding


def _grid(text: str, mark: str, *, skip_first: bool) -> Grid:
    return Grid(
        head=_parse(text, mark, skip_first=skip_first, most=HEAD).value,
        load=lambda: _parse(text, mark, skip_first=skip_first),
        ragged=True,
    )


def _parse(text: str, mark: str, *, skip_first: bool, most: int | None = None) -> Read[list[list[Cell]]]:
    """The rows; a `sep=` line is kept as an empty row, so that rows are counted as in the file."""
    csv.field_size_limit(_LONGEST_CELL)
    rows: list[list[Cell]] = []
    try:
        rows.extend(map(list, islice(csv.reader(StringIO(text, newline=""), delimiter=mark, strict=True), most)))
    except csv.Error:
        return Read(rows, [Problem(code="broken_quotes", row=len(rows) + 1)])
    if skip_first and rows:
        rows[0] = []
    return Read(rows)
