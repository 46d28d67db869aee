"""What a file delivered about one unit in one period."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from metrics.periods import Period
from metrics.units import Unit


class Measured(StrEnum):
    """Whether an observation holds amounts, and if not, why."""

    YES = "measured"
    NOT_DELIVERED = "not_delivered"
    NOT_MEASURED = "not_measured"
    NOT_APPLICABLE = "not_applicable"
    HIDDEN_AT_SOURCE = "hidden_at_source"


TOTAL = "total"
"""The breakdown of an indicator that is not broken down."""
ALL = "all"
"""Breakdown of the full-time measures: everyone in the unit."""
SHIFT = "shift"
"""Breakdown of the full-time measures: those who work in shifts (turnus)."""

SPREAD = "spread"
"""Breakdown of a mean: the standard deviation that the source reports, as a ratio to 1. Kept, never shown."""


class Key(NamedTuple):
    """What an observation is about."""

    indicator: str
    breakdown: str
    unit: str
    period: Period


class Observation(NamedTuple):
    """Amounts as scaled whole numbers (`metrics.amounts`), people as a plain count, None where not given.

    `row` is the first row of the file that the observation comes from, counted from 1.
    """

    key: Key
    numerator: int
    denominator: int
    people: int | None
    measured: Measured = Measured.YES
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """All that one file said: versions of units, and observations of units' own staff.

    With `includes_children` the observations of inner units hold their children too; `data.checks` takes them out.
    """

    format: str
    file: str
    sha256: str
    rows: int
    units: tuple[Unit, ...] = ()
    unit_rows: tuple[int, ...] = ()
    """The row of the file that each version of a unit comes from, 0 where it was built from many."""
    observations: tuple[Observation, ...] = ()
    includes_children: bool = False
    person_level: bool = False
    people_formula: str | None = None
    """The cautious formula that people were derived by, when the file gives no count."""
