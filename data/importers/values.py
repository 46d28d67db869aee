"""One cell as the value that its field needs, or a fault that says why not."""

from datetime import date

from config.formats import Format
from data.importers.codes import Code
from data.importers.dates import DATE_EXAMPLES, PERIOD_EXAMPLES, parse_date, parse_period
from data.importers.numbers import AmbiguousNumberError, parse_number, readings
from data.sheets.cells import Cell, folded, text_of
from metrics.amounts import LARGEST, to_scaled
from metrics.observations import Measured
from metrics.periods import Period

Amount = int | Measured
"""A scaled whole number, or why there is none."""


class CellError(Exception):
    """A cell that cannot be used. Holds nothing of what stood in it but the readings of an ambiguous number."""

    def __init__(self, code: Code, expected: str | None = None, **params: str) -> None:
        super().__init__(code)
        self.code, self.expected, self.params = code, expected, params


def as_period(cell: Cell, given: Format) -> Period:
    """The period. Raises CellError."""
    found = parse_period(cell, given.dates)
    if found is None:
        raise CellError(Code.UNREADABLE_PERIOD if text_of(cell) else Code.MISSING_VALUE, PERIOD_EXAMPLES)
    return found


def as_day(cell: Cell, given: Format) -> date:
    """The day. Raises CellError."""
    found = parse_date(cell, given.dates)
    if found is None:
        raise CellError(Code.UNREADABLE_DATE if text_of(cell) else Code.MISSING_VALUE, DATE_EXAMPLES)
    return found


def as_choice(cell: Cell, given: Format, field: str) -> str:
    """The fixed value that a text stands for. Raises CellError."""
    meanings = given.meanings(field)
    for meaning, texts in meanings.items():
        if any(folded(cell) == folded(text) for text in texts):
            return meaning
    if not text_of(cell):
        raise CellError(Code.MISSING_VALUE)
    accepted = ", ".join(str(text) for texts in meanings.values() for text in texts)
    raise CellError(Code.UNREADABLE_YES_NO if set(meanings) == {"yes", "no"} else Code.UNKNOWN_KIND, accepted)


def marked(cell: Cell, given: Format) -> Amount | None:
    """What a mark in place of a number means, None when the cell is no mark."""
    marks = given.marks
    kinds: tuple[tuple[tuple[str, ...], Amount], ...] = (
        (marks.hidden, Measured.HIDDEN_AT_SOURCE),
        (marks.not_measured, Measured.NOT_MEASURED),
        (marks.not_applicable, Measured.NOT_APPLICABLE),
        (marks.missing, Measured.NOT_DELIVERED),
        (marks.zero, 0),
    )
    text = folded(cell)
    return next((meaning for texts, meaning in kinds if text in map(folded, texts)), None)


def as_amount(cell: Cell, given: Format, mark: str | None) -> Amount:
    """The scaled amount, or what a mark means. `mark` is the column's decimal mark. Raises CellError."""
    found = marked(cell, given)
    if found is not None:
        return found
    if not text_of(cell):
        raise CellError(Code.MISSING_VALUE)
    try:
        number = parse_number(cell, given.numbers, mark)
    except AmbiguousNumberError:
        one, two = ("", "") if given.person_level else readings(cell, given.numbers)
        raise CellError(Code.AMBIGUOUS_NUMBER, one=one, two=two) from None
    if number is None:
        raise CellError(Code.UNREADABLE_NUMBER)
    if number < 0:
        raise CellError(Code.NEGATIVE_NUMBER)
    if number > LARGEST:
        raise CellError(Code.NUMBER_TOO_LARGE, f"{LARGEST:f}")
    return to_scaled(number)
