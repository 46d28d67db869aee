"""Months, quarters, tertials and years on one axis of months."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

_CODE = re.compile(r"(?P<year>\d{4})(?:-(?P<part>Q[1-4]|T[1-3]|0[1-9]|1[0-2]))?\Z")


class Grain(IntEnum):
    """The length of a period in months."""

    MONTH = 1
    QUARTER = 3
    TERTIAL = 4
    YEAR = 12


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A calendar period: `start` in months since year 0, `months` its length (1, 3, 4 or 12)."""

    start: int
    months: int

    @classmethod
    def month(cls, year: int, month: int) -> "Period":
        """The month of a year; `month` counts from 1."""
        return cls(year * 12 + month - 1, Grain.MONTH)

    @classmethod
    def year_of(cls, year: int) -> "Period":
        """The calendar year."""
        return cls(year * 12, Grain.YEAR)

    @classmethod
    def containing(cls, day: date, grain: Grain = Grain.MONTH) -> "Period":
        """The period of length `grain` that holds `day`."""
        month = day.year * 12 + day.month - 1
        return cls(month - month % grain, grain)

    @classmethod
    def parse(cls, code: str) -> "Period":
        """Read `2026-10`, `2026-Q3`, `2026-T2` or `2026`. Raises ValueError for anything else."""
        found = _CODE.match(code.strip())
        if not found:
            raise ValueError(code)
        year, part = int(found["year"]), found["part"]
        if part is None:
            return cls.year_of(year)
        if part[0] == "Q":
            return cls(year * 12 + 3 * (int(part[1]) - 1), Grain.QUARTER)
        if part[0] == "T":
            return cls(year * 12 + 4 * (int(part[1]) - 1), Grain.TERTIAL)
        return cls.month(year, int(part))

    @property
    def grain(self) -> Grain:
        """How long the period is."""
        return Grain(self.months)

    @property
    def end(self) -> int:
        """The first month after the period, in months since year 0."""
        return self.start + self.months

    @property
    def year(self) -> int:
        """The calendar year that the period lies in."""
        return self.start // 12

    @property
    def last_month(self) -> "Period":
        """The period's last month."""
        return Period(self.end - 1, Grain.MONTH)

    @property
    def first_day(self) -> date:
        """The period's first day."""
        return date(self.start // 12, self.start % 12 + 1, 1)

    @property
    def last_day(self) -> date:
        """The period's last day."""
        year, month = (self.end - 1) // 12, (self.end - 1) % 12 + 1
        return date(year, month, calendar.monthrange(year, month)[1])

    @property
    def code(self) -> str:
        """`2026-10`, `2026-Q3`, `2026-T2` or `2026`."""
        within = self.start % 12
        return {
            Grain.MONTH: f"{self.year}-{within + 1:02d}",
            Grain.QUARTER: f"{self.year}-Q{within // 3 + 1}",
            Grain.TERTIAL: f"{self.year}-T{within // 4 + 1}",
            Grain.YEAR: f"{self.year}",
        }[self.grain]

    def overlaps(self, other: "Period") -> bool:
        """True when the two share at least one month."""
        return self.start < other.end and other.start < self.end

    def within(self, other: "Period") -> bool:
        """True when every month of this period lies in `other`."""
        return other.start <= self.start and self.end <= other.end

    def __str__(self) -> str:
        """The code."""
        return self.code
