"""What stands in a cell, and how it is compared with what a person wrote in a format file."""

import re
from datetime import date, datetime, time, timedelta

Cell = str | float | int | bool | date | datetime | time | timedelta
"""A text, or what a workbook says that it is. Empty cells are empty texts."""

_GAP = re.compile(r"(?:\s|_x000[dD]_)+")
"""White space as Unicode knows it (no-break spaces too), and a line break as some tools leave it in workbooks."""
_LETTERS = 26


def text_of(cell: Cell) -> str:
    """The cell as one line of text: whole numbers without decimals, dates as YYYY-MM-DD."""
    if isinstance(cell, str):
        return _GAP.sub(" ", cell).strip()
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def folded(cell: Cell) -> str:
    """The text without regard to case and white space, for comparison."""
    return text_of(cell).casefold()


def matches(cell: Cell, pattern: str | int) -> bool:
    """Whether the cell is the text, or begins with it when it ends with `*`."""
    wanted = str(pattern)
    if wanted.endswith("*") and len(wanted) > 1:
        return folded(cell).startswith(folded(wanted[:-1]))
    return folded(cell) == folded(wanted)


def empty(row: list[Cell]) -> bool:
    """True when nothing stands in the row."""
    return all(isinstance(cell, str) and not cell.strip() for cell in row)


def letter(column: int) -> str:
    """The letter of a column counted from 0: A, B … Z, AA."""
    found, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        found = chr(ord("A") + rest) + found
    return found
