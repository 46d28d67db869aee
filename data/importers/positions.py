"""Full-time measures from a list of positions, reduced to unit sums in memory (STATISTICS §5.2).

A person key groups rows and is gone when this module returns: it is in no observation, Problem or exception.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from config.catalogue import Catalogue
from data.importers.codes import Code
from data.importers.dates import period_of
from data.importers.gathering import Gathered, UnitOf
from data.importers.rows import Reading, Row
from data.sheets.cells import folded
from metrics.amounts import SCALE
from metrics.indicators import Indicator
from metrics.observations import ALL, SHIFT, Key, Observation
from metrics.periods import Period
from metrics.problems import Severity

LARGEST_PERCENT = 200
"""The largest position in per cent. Teachers may have somewhat more than 100."""
_SHARE = 1.5
_PERCENT = 100
K = TypeVar("K")
Held = tuple[int, str, int, bool]
"""A counted position: number of the person, unit, scaled per cent, whether in shifts."""


@dataclass(frozen=True, slots=True)
class _Person:
    """A person as counted in one unit: per cent as the measure counts it."""

    unit: str
    percent: int


def read_positions(reading: Reading, catalogue: Catalogue, unit_of: UnitOf) -> dict[Key, Observation]:
    """Observations of every indicator made from positions, for all and for those in shifts.

    In the unit: a person's positions in the unit are added, people are pairs of person and unit. In the
    municipality: each person once, in the unit of the largest position (ties by unit code), with the sum of all
    counted positions. In shifts: only positions in shifts make someone belong to a unit, and only they count in the
    unit; the municipality's sum is still of all positions. A unit of the list with nobody to count has 0 of 0.
    """
    positions, rows, day = _positions(reading, unit_of)
    if day is None or any(problem.severity is Severity.ERROR for problem in reading.problems):
        return {}
    period = period_of(day, reading.format.dates)
    gathered = Gathered(reading)
    populations = [(ALL, positions)]
    if reading.has("shift"):
        populations.append((SHIFT, [held for held in positions if held[3]]))
    totals = _add((person, percent) for person, _, percent, _ in positions)
    for breakdown, held in populations:
        in_unit = _add(((person, unit), percent) for person, unit, percent, _ in held)
        counted = {
            "unit": _by_unit(_Person(unit, percent) for (_, unit), percent in in_unit.items()),
            "municipality": _by_unit(_Person(unit, totals[person]) for person, unit in _homes(in_unit).items()),
        }
        for indicator in catalogue.indicators.values():
            if indicator.origin.delivery == "positions":
                by_unit = counted[indicator.origin.counted_in or "unit"]
                for unit in sorted(rows):
                    _observe(gathered, rows[unit], indicator, (unit, period, breakdown), by_unit.get(unit, []))
    return gathered.observations


def _positions(reading: Reading, unit_of: UnitOf) -> tuple[list[Held], dict[str, Row], date | None]:
    """The counted positions, the first row of each unit, and the day that they are all from."""
    numbers: dict[str, int] = {}
    positions: list[Held] = []
    rows: dict[str, Row] = {}
    first: tuple[date, int] | None = None
    left_out = 0
    for row in reading:
        person, unit, day = row.text("person"), unit_of(row), row.day("date")
        percent, shift = _percent(row), row.choice("shift") if reading.has("shift") else None
        counted = _employment(row)
        if day is not None:
            first = first or (day, row.number)
            if day != first[0]:
                row.fault(Code.DATES_DIFFER, "date", expected=first[0].isoformat(), params={"first": str(first[1])})
        left_out += counted is None
        rows.setdefault(unit, row)
        if counted and not row.faulty and percent is not None:
            positions.append((numbers.setdefault(person, len(numbers)), unit, percent, shift == "yes"))
    _warn(reading, positions, left_out)
    return positions, rows, None if first is None else first[0]


def _percent(row: Row) -> int | None:
    found = row.amount("percent")
    if found is None:
        return None
    if row.reading.format.numbers.percent == "one" and isinstance(found, int):
        found *= _PERCENT
    if not isinstance(found, int) or found > LARGEST_PERCENT * SCALE:
        row.fault(Code.POSITION_PERCENT_OUT_OF_RANGE, "percent", expected=f"0–{LARGEST_PERCENT}")
        return None
    return found


def _employment(row: Row) -> bool | None:
    """Whether the type of employment is counted; None for a type that the format does not name."""
    meanings = row.reading.format.meanings("employment")
    text = folded(row.text("employment"))
    for meaning, texts in meanings.items():
        if text in map(folded, texts):
            return meaning == "counted"
    return None if text else False


def _warn(reading: Reading, positions: list[Held], left_out: int) -> None:
    if left_out:
        counted = ", ".join(str(text) for text in reading.format.meanings("employment").get("counted", ()))
        reading.problem(
            Code.EMPLOYMENT_LEFT_OUT,
            column="employment",
            expected=counted,
            severity=Severity.WARNING,
            params={"rows": str(left_out)},
        )
    if positions and 0 < max(held[2] for held in positions) <= _SHARE * SCALE:
        reading.problem(Code.PERCENT_LOOKS_LIKE_SHARE, column="percent")


def _add(parts: Iterable[tuple[K, int]]) -> dict[K, int]:
    found: dict[K, int] = defaultdict(int)
    for key, percent in parts:
        found[key] += percent
    return found


def _homes(in_unit: dict[tuple[int, str], int]) -> dict[int, str]:
    """The unit of each person's largest position; of two as large, the first by code."""
    best: dict[int, tuple[int, str]] = {}
    for (person, unit), percent in in_unit.items():
        best[person] = min(best.get(person, (0, unit)), (-percent, unit))
    return {person: unit for person, (_, unit) in best.items()}


def _by_unit(people: Iterable[_Person]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for person in people:
        found[person.unit].append(person.percent)
    return found


def _observe(
    gathered: Gathered, row: Row, indicator: Indicator, place: tuple[str, Period, str], percents: list[int]
) -> None:
    unit, period, breakdown = place
    least, people = indicator.origin.at_least, len(percents)
    if least is None:
        numerator = sum(percents) // _PERCENT
    else:
        numerator = SCALE * sum(percent >= least * SCALE for percent in percents)
    gathered.observe(row, indicator, unit, period, numerator, people * SCALE, people, breakdown=breakdown)
