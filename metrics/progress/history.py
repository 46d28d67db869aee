"""What is shown of every unit, month by month: the input of every rule that counts months."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from metrics.amounts import SCALE
from metrics.progress.arrays import Bools, Floats, Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Sums of every unit on an unbroken axis of months. All arrays are [unit, month].

    A figure that covers a quarter stands in the quarter's last month with `months` 3.
    Raises ValueError when the shapes differ.
    """

    numerator: Ints
    """Scaled by 10^6 (metrics.amounts)."""
    denominator: Ints
    months: Ints
    """How many months the cell covers; 0 where nothing is shown, and then the sums are not read."""
    hidden: Bools
    """A number exists that may not be seen."""
    breaks: Bools
    """A break, dated by a person, begins in this month: windows never cross it."""

    def __post_init__(self) -> None:
        """Refuse arrays of different shapes."""
        shapes = {self.numerator.shape, self.denominator.shape, self.months.shape, self.hidden.shape, self.breaks.shape}
        if len(shapes) != 1 or self.numerator.ndim != 2:  # noqa: PLR2004
            raise ValueError(f"[unit, month] expected of every array: {sorted(shapes)}")

    @classmethod
    def natural(cls, numerator: Floats, denominator: Floats, valid: Bools | None = None) -> Self:
        """From amounts in natural units (days, persons); NaN and what is not `valid` is no value."""
        there = np.isfinite(numerator) & np.isfinite(denominator) & (True if valid is None else valid)
        return cls(
            numerator=np.rint(np.where(there, numerator, 0) * SCALE).astype(np.int64),
            denominator=np.rint(np.where(there, denominator, 0) * SCALE).astype(np.int64),
            months=there.astype(np.int64),
            hidden=np.zeros(there.shape, bool),
            breaks=np.zeros(there.shape, bool),
        )

    @property
    def valid(self) -> Bools:
        """bool[unit, month]: the cell holds a value."""
        return self.months > 0

    def keep(self, cells: Bools) -> Self:
        """The same without the values of the other cells."""
        return replace(self, months=np.where(cells, self.months, 0))

    def checked(self, *, part: bool) -> Self:
        """Without impossible values: a denominator of 0 or less, a negative numerator, a part above its whole."""
        possible = (self.denominator > 0) & (self.numerator >= 0)
        return self.keep(possible & (self.numerator <= self.denominator) if part else possible)

    def in_rounds(self) -> Self:
        """The same with every value counting as one: an axis of rounds, not of months."""
        return replace(self, months=(self.months > 0).astype(np.int64))

    def matured(self, newest: int) -> Self:
        """Without the newest `newest` months that any unit has: they are provisional (STATISTICS §7)."""
        last = np.flatnonzero(self.valid.any(axis=0))
        if not newest or not len(last):
            return self
        return self.keep(np.arange(self.months.shape[1]) <= last[-1] - newest)
