"""What the parts of a sum have to do with its change: their own movement, and who there is more of (STATISTICS §8)."""

from dataclasses import dataclass

import numpy as np

from metrics.progress.arrays import EDGE, Floats, divide


@dataclass(frozen=True, slots=True)
class Change:
    """How the ratio of a sum changed, part by part; arrays are float[part] in the ratio's own units."""

    own: Floats
    """From the part's own change, at its mean weight."""
    weight: Floats
    """From the part having become a larger or smaller share, held against the mean of all."""

    @property
    def total(self) -> float:
        """The change of the sum's ratio: exactly what the parts add up to."""
        return float(self.own.sum() + self.weight.sum())

    def turned(self, moved: Floats) -> bool:
        """Whether every part that `moved` went one way and the sum the other: the composition has changed (Simpson)."""
        ways = {int(np.sign(step)) for step in moved if np.isfinite(step) and abs(step) > EDGE}
        return len(ways) == 1 and self.total * next(iter(ways)) < -EDGE


def change(y1: Floats, n1: Floats, y0: Floats, n0: Floats, times: float = 100) -> Change:
    """From the sums of every part now (`y1`/`n1`) and before (`y0`/`n0`), float[part] in natural units.

    A part without a denominator at one of the times is there by its weight only. Raises ValueError when all are.
    """
    if n1.sum() <= 0 or n0.sum() <= 0:
        raise ValueError("no denominator")
    now, before = divide(y1, n1) * times, divide(y0, n0) * times
    share_now, share_before = n1 / n1.sum(), n0 / n0.sum()
    middle = (times * y1.sum() / n1.sum() + times * y0.sum() / n0.sum()) / 2
    known = np.isfinite(now) & np.isfinite(before)
    own = np.where(known, (share_now + share_before) / 2 * np.nan_to_num(now - before), 0)
    usual = np.where(known, (np.nan_to_num(now) + np.nan_to_num(before)) / 2, np.where(np.isfinite(now), now, before))
    return Change(own, (share_now - share_before) * (np.nan_to_num(usual, nan=middle) - middle))


def steps(y1: Floats, n1: Floats, y0: Floats, n0: Floats, times: float = 100) -> Floats:
    """The change of every part's own ratio: float[part], NaN where one of the two does not exist."""
    return times * (divide(y1, n1) - divide(y0, n0))


def beyond(y: Floats, n: Floats, limit: float, times: float = 100) -> Floats:
    """How much of the numerator lies above the limit in every part, negative below it: days more than the target."""
    return np.asarray(y - limit / times * n)
