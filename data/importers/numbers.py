"""Numbers as people and systems write them, read exactly or not at all."""

import math
import re
from collections.abc import Iterable
from decimal import Decimal

from config.formats import Numbers
from data.sheets.cells import Cell, text_of

_BODY = re.compile(r"(?P<whole>\d+|\d{1,3}(?: \d{3})+|\d{1,3}(?P<group>[.,'’])\d{3}(?:(?P=group)\d{3})*)"
                   r"(?:(?P<mark>[.,])(?P<rest>\d+))?\Z")  # fmt: skip
_THREE = re.compile(r"[1-9]\d{0,2}[.,]\d{3}\Z")
_MINUS = "-−–"
_OTHER = {",": ".", ".": ","}
_NAMED = {"comma": ",", "point": "."}


class AmbiguousNumberError(ValueError):
    """A text that may be two numbers: 1.234 is one thousand or one and a bit."""


def decimal_mark(cells: Iterable[Cell], numbers: Numbers) -> str | None:
    """The decimal mark of a column: the declared one, or the one that its unmistakable numbers have in common."""
    if numbers.decimal != "auto":
        return _NAMED[numbers.decimal]
    marks = {mark for cell in set(cells) if isinstance(cell, str) and (mark := _clear(_bare(cell, numbers)[0]))}
    return marks.pop() if len(marks) == 1 else None


def parse_number(cell: Cell, numbers: Numbers, mark: str | None = None) -> Decimal | None:
    """The number in a cell, None when there is none. `mark` is the column's decimal mark.

    Takes spaces (also no-break ones), points, commas and apostrophes as thousands separators in groups of three,
    a per cent sign, declared suffixes, − and – as minus, and (12) as minus 12.
    Raises AmbiguousNumberError for a lone point before three digits in a column that does not tell what a point is.
    """
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return Decimal(str(cell)) if math.isfinite(cell) else None
    if not isinstance(cell, str):
        return None
    text, negative = _bare(cell, numbers)
    found = _amount(text, mark, declared=numbers.decimal != "auto")
    return -found if found is not None and negative else found


def readings(cell: Cell, numbers: Numbers) -> tuple[str, str]:
    """The two numbers that an ambiguous text may be: with a decimal mark, and without."""
    text, _ = _bare(cell, numbers)
    return text.replace(".", ","), text.replace(".", "")


def _amount(text: str, mark: str | None, *, declared: bool) -> Decimal | None:
    if _THREE.match(text):
        own = text[-4]
        if mark is None and own == ".":
            raise AmbiguousNumberError
        decimal = mark is None or own == mark
        return Decimal(text.replace(own, "." if decimal else ""))
    found = _BODY.match(text)
    if not found:
        return None
    own, group = found["mark"], found["group"]
    if (own and own == group) or (declared and (own not in {None, mark} or group == mark)):
        return None
    whole = re.sub(r"\D", "", found["whole"])
    return Decimal(f"{whole}.{found['rest']}" if own else whole)


def _clear(text: str) -> str | None:
    """The decimal mark of a text that can be read in one way only, None when it has none or is ambiguous."""
    found = None if _THREE.match(text) else _BODY.match(text)
    if not found:
        return None
    group = found["group"]
    return str(found["mark"]) if found["mark"] else _OTHER.get(group) if group else None


def _bare(cell: Cell, numbers: Numbers) -> tuple[str, bool]:
    """The digits and marks of a text, and whether it is negative."""
    text = text_of(cell)
    for suffix in sorted(numbers.suffixes, key=len, reverse=True):
        text = text.removesuffix(suffix).rstrip()
    text = text.removesuffix("%").rstrip()
    if text.startswith("(") and text.endswith(")"):
        return text[1:-1].strip(), True
    if text[:1] in _MINUS and text:
        return text[1:].lstrip(), True
    return text.removeprefix("+"), False
