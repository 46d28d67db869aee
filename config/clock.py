"""Which day it is: the real one, or the one that a test has set."""

import os
import re
from datetime import UTC, date, datetime

VARIABLE = "MAALBILDE_TODAY"
_SHAPE = re.compile(r"\d{4}-\d{2}-\d{2}")


class BadClockError(ValueError):
    """`MAALBILDE_TODAY` is set to something that is not a date."""

    def __init__(self, found: str) -> None:
        super().__init__(f"{VARIABLE} må være en dato som 2026-10-31, men er «{found}»")
        self.found = found


def today() -> date:
    """The day of `MAALBILDE_TODAY` (YYYY-MM-DD), else the machine's own. Raises BadClockError."""
    given = os.environ.get(VARIABLE, "").strip()
    if not given:
        return datetime.now(UTC).astimezone().date()
    if not _SHAPE.fullmatch(given):
        raise BadClockError(given)
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise BadClockError(given) from None
