"""The invented employees' jobs: one row for each stretch of time that a person works in a unit."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np


class Leaving(IntEnum):
    """Why a job ended. A job that ends by a reorganisation, or goes on, has not been left."""

    NONE = 0
    EXTERNAL = 1
    INTERNAL = 2
    RETIRED = 3
    EXPIRED = 4


class Terms(IntEnum):
    """The kind of employment. The first two make up the headcount; the others are only in the position lists."""

    PERMANENT = 0
    TEMPORARY = 1
    SUBSTITUTE = 2
    APPRENTICE = 3


ALWAYS_PART_TIME = 10_000
"""A month that never comes: the job is not raised to a full position."""


@dataclass(frozen=True, slots=True)
class Job:
    """A person's work in a unit from one month through another, counted from 0."""

    person: int
    unit: int
    first: int
    percent: int
    full_from: int
    """The month from which the position is 100 %."""
    shift: bool
    terms: Terms
    protected: bool = False
    """Never left: the person works in two units."""


@dataclass(frozen=True)
class Jobs:
    """All jobs as columns, int[jobs] each, with the meanings of `Job`."""

    person: np.ndarray
    unit: np.ndarray
    first: np.ndarray
    last: np.ndarray
    """The last month worked, the last of all for those who stay."""
    leaving: np.ndarray
    percent: np.ndarray
    full_from: np.ndarray
    shift: np.ndarray
    terms: np.ndarray

    @property
    def counted(self) -> np.ndarray:
        """bool[jobs]: permanent and temporary ones."""
        return np.asarray(self.terms <= Terms.TEMPORARY)

    def during(self, month: int) -> np.ndarray:
        """int: the rows of the jobs held in a month."""
        return np.flatnonzero((self.first <= month) & (month <= self.last))

    def percent_at(self, rows: np.ndarray, month: int) -> np.ndarray:
        """int[rows]: position in per cent."""
        return np.where(self.full_from[rows] <= month, 100, self.percent[rows])
