"""The rules that mark special causes in a chart of single values (STATISTICS §7), and Anhøj's run tests.

Every function reads one unbroken run of points: the callers split at missing months and at breaks. Comparisons are
strict. Sources: NHSRplotthedots (MIT), Anhøj and Olesen 2014.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import bdtr

from metrics.progress.arrays import Bools, Floats, Ints

SEVEN, THREE, TWO = 7, 3, 2
RARE = 0.05


def seven_on_one_side(side: Ints) -> Ints:
    """The point that completes, or prolongs, seven in a row on one side: its side, otherwise 0. `side` is -1, 0, 1."""
    return _completed(side, SEVEN)


def seven_trend(values: Floats) -> Ints:
    """The point that completes, or prolongs, seven strictly rising (1) or falling (-1) values."""
    steps = np.sign(np.diff(values)).astype(np.int64)
    return np.concatenate([np.zeros(min(1, len(values)), np.int64), _completed(steps, SEVEN - 1)])


def whole_pattern(completed: Ints, length: int = SEVEN) -> Ints:
    """Every point of the patterns whose last points are marked."""
    found = np.zeros(len(completed), np.int64)
    for i in np.flatnonzero(completed):
        found[max(0, i - length + 1) : i + 1] = completed[i]
    return found


def two_in_three_window(near: Bools, side: Ints) -> Bools:
    """Every point of three in a row, all on one side of the mean, of which two or more lie near the limit."""
    found = np.zeros(len(near), bool)
    for i in range(len(near) - THREE + 1):
        window = slice(i, i + THREE)
        if near[window].sum() >= TWO and abs(side[window].sum()) == THREE:
            found[window] = True
    return found


def two_in_three(near: Bools, side: Ints) -> Bools:
    """Only the points near the limit in such a window."""
    return np.asarray(two_in_three_window(near, side) & near)


def _completed(side: Ints, length: int) -> Ints:
    found, run = np.zeros(len(side), np.int64), 0
    for i, here in enumerate(side):
        run = run + 1 if here != 0 and i > 0 and here == side[i - 1] else int(here != 0)
        found[i] = here if run >= length else 0
    return found


@dataclass(frozen=True, slots=True)
class Runs:
    """The longest run on one side of the centre and the crossings of it, with what is usual."""

    longest: int
    longest_usual: int
    crossings: int
    crossings_usual: int

    @property
    def unusual(self) -> bool:
        """More of one side, or fewer crossings, than chance gives."""
        return self.longest > self.longest_usual or self.crossings < self.crossings_usual


def runs(values: Floats, center: Floats | float) -> Runs:
    """Anhøj's tests; points on the centre are left out, as are missing ones."""
    side = np.sign(values - center)
    side = side[np.isfinite(side) & (side != 0)]
    if not len(side):
        return Runs(0, 0, 0, 0)
    turns = np.flatnonzero(np.diff(side) != 0)
    lengths = np.diff(np.concatenate([[-1], turns, [len(side) - 1]]))
    n = len(side)
    below = bdtr(np.arange(n), n - 1, 0.5) if n > 1 else np.ones(1)
    return Runs(int(lengths.max()), round(float(np.log2(n))) + 3, len(turns), int(np.argmax(below >= RARE)))
