"""Dates and periods as people and systems write them."""

import re
from datetime import date, datetime

from config.formats import Dates
from data.sheets.cells import Cell, text_of
from metrics.periods import Grain, Period

DATE_EXAMPLES = "2026-10-01, 01.10.2026"
PERIOD_EXAMPLES = "2026-10, 2026-Q3, 2026-T2, 2026"
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_GRAINS = {"month": Grain.MONTH, "quarter": Grain.QUARTER, "tertial": Grain.TERTIAL, "year": Grain.YEAR}
_MONTHS = (
    "jan|januar", "feb|februar", "mar|mars", "apr|april", "mai", "jun|juni",
    "jul|juli", "aug|august", "sep|sept|september", "okt|oktober", "nov|november", "des|desember",
)  # fmt: skip
_MONTH = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split("|")}
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?\Z")
_LOCAL = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})\Z")
_WORDS = re.compile(r"(?P<name>[a-z]+)\.? (?P<year>\d{4})\Z")
_PARTS = (
    re.compile(r"(?P<year>\d{4})[ -]?(?P<part>[kqt])(?P<number>\d)\Z"),
    re.compile(r"(?P<part>[kqt])(?P<number>\d)[ -](?P<year>\d{4})\Z"),
    re.compile(r"(?P<number>\d)\. ?(?P<part>[kt])(?:vartal|ertial) (?P<year>\d{4})\Z"),
    re.compile(r"(?P<year>\d{4})(?P<part>m)(?P<number>\d{2})\Z"),
)


def parse_date(cell: Cell, dates: Dates) -> date | None:
    """The day in a cell, None when there is none: a workbook's date, 2026-10-01, 01.10.2026 or 01/10/2026."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = text_of(cell)
    if iso := _ISO.match(text):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    if local := _LOCAL.match(text):
        first, second = int(local[1]), int(local[3])
        month_first = local[2] == "/" and not dates.day_first
        return _day(int(local[4]), *((first, second) if month_first else (second, first)))
    return None


def parse_period(cell: Cell, dates: Dates) -> Period | None:
    """The period in a cell, None when there is none. A date is taken as the period that it lies in."""
    day = parse_date(cell, dates)
    if day is not None:
        return period_of(day, dates)
    text = text_of(cell).casefold()
    words = _WORDS.match(text)
    if words and words["name"] in _MONTH:
        code = f"{words['year']}-{_MONTH[words['name']]:02d}"
    else:
        code = next((_code(found) for pattern in _PARTS if (found := pattern.match(text))), text.upper())
    try:
        period = Period.parse(code)
    except ValueError:
        return None
    return period if _FIRST_YEAR <= period.year <= _LAST_YEAR else None


def period_of(day: date, dates: Dates) -> Period:
    """The period that a day belongs to in the format."""
    return Period.containing(day, _GRAINS[dates.grain])


def _code(found: re.Match[str]) -> str:
    part = found["part"].upper().replace("K", "Q")
    return f"{found['year']}-{found['number']}" if part == "M" else f"{found['year']}-{part}{found['number']}"


def _day(year: int, month: int, day: int) -> date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
