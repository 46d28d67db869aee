"""The chart of single values with its limits and rules: XmR (STATISTICS §7, after NHSRplotthedots 0.2.2)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from metrics.indicators import Better
from metrics.progress.arrays import EDGE, Bools, Floats, Ints
from metrics.run_rules import seven_on_one_side, seven_trend, two_in_three, whole_pattern

LIMIT, WARNING, SCREEN = 2.66, 2.66 * 2 / 3, 3.267
"""Times the mean moving range: the limits, two thirds of them, and the ranges that are left out of it."""
PRELIMINARY, FEWEST = 12, 6
"""Points in a segment: below the first the limits are preliminary, below the second there are none."""


class Cause(StrEnum):
    """Which rule marks a point, in order of precedence."""

    COMMON = "common"
    OUTSIDE = "outside"
    TREND = "trend"
    TWO_IN_THREE = "two_in_three"
    ONE_SIDE = "one_side"


class Variation(StrEnum):
    """What a marked point says."""

    COMMON = "common_cause"
    IMPROVEMENT = "special_cause_improvement"
    CONCERN = "special_cause_concern"
    NEUTRAL_HIGH = "special_cause_neutral_high"
    NEUTRAL_LOW = "special_cause_neutral_low"


class Assurance(StrEnum):
    """Whether the target is met by ordinary variation alone."""

    PASS = "consistent_pass"  # noqa: S105  (no secret)
    FAIL = "consistent_fail"
    INCONSISTENT = "inconsistent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Xmr:
    """One chart; arrays are [point], NaN in a segment without values."""

    segment: Ints
    mean: Floats
    moving_range: Floats
    """The segment's mean moving range."""
    lower: Floats
    upper: Floats
    """Not clipped: percentages are drawn clipped to 0-100 and tested unclipped."""
    warning_lower: Floats
    warning_upper: Floats
    cause: tuple[Cause, ...]
    side: Ints
    """The side, or the slope, of a marked point: -1, 1; 0 for common cause."""
    preliminary: Bools
    drawable: Bools
    """The segment has points enough for limits to be drawn and rules to be told."""

    def variation(self, better: Better) -> tuple[Variation, ...]:
        """What each point says, by which way is better."""
        good = {Better.HIGHER: 1, Better.LOWER: -1}.get(better)
        return tuple(_says(int(side), good) for side in self.side)


def xmr(values: Floats, *, starts: Sequence[int] = (), frozen: int | None = None, screened: bool = True) -> Xmr:
    """The chart of a series, NaN for a missing month: no moving range and no pattern crosses one.

    `starts` are the points that begin a new segment (breaks dated by a person), `frozen` the number of first points in
    a segment that its limits rest on, `screened` whether large moving ranges are left out once.
    """
    values = np.asarray(values, np.float64)
    segment = np.zeros(len(values), np.int64)
    for start in starts:
        segment[start:] += 1
    mean, spread, count = (np.full(len(values), np.nan) for _ in range(3))
    for number in np.unique(segment):
        part = segment == number
        count[part] = np.isfinite(values[part]).sum()
        mean[part], spread[part] = _center(values[part][:frozen], screened)
    cause, side = _marks(values, segment, mean, spread)
    return Xmr(
        segment=segment,
        mean=mean,
        moving_range=spread,
        lower=mean - LIMIT * spread,
        upper=mean + LIMIT * spread,
        warning_lower=mean - WARNING * spread,
        warning_upper=mean + WARNING * spread,
        cause=cause,
        side=side,
        preliminary=count < PRELIMINARY,
        drawable=count >= FEWEST,
    )


def assurance(lower: float, upper: float, target: float, better: Better) -> Assurance | None:
    """Whether ordinary variation alone passes or fails the target; at a limit neither. None for a neutral indicator."""
    if better not in {Better.HIGHER, Better.LOWER}:
        return None
    if target > upper + EDGE:
        return Assurance.PASS if better is Better.LOWER else Assurance.FAIL
    if target < lower - EDGE:
        return Assurance.FAIL if better is Better.LOWER else Assurance.PASS
    return Assurance.INCONSISTENT


def _center(values: Floats, screened: bool) -> tuple[float, float]:
    """Mean and mean moving range; NaN without values, a range of 0 without two in a row."""
    known = values[np.isfinite(values)]
    if not len(known):
        return np.nan, np.nan
    ranges = np.abs(np.diff(values))
    ranges = ranges[np.isfinite(ranges)]
    usual = ranges.mean() if len(ranges) else 0.0
    kept = ranges[ranges < SCREEN * usual] if screened else ranges
    return float(known.mean()), float(kept.mean()) if len(kept) else float(usual)


def _marks(values: Floats, segment: Ints, mean: Floats, spread: Floats) -> tuple[tuple[Cause, ...], Ints]:
    causes, sides = [Cause.COMMON] * len(values), np.zeros(len(values), np.int64)
    for part in _unbroken(values, segment, spread):
        away, width = values[part] - mean[part], spread[part]
        above = np.sign(away).astype(np.int64)
        outside = np.abs(away) > LIMIT * width
        near = (np.abs(away) > WARNING * width) & ~outside
        found = {
            Cause.ONE_SIDE: whole_pattern(seven_on_one_side(above)),
            Cause.TWO_IN_THREE: np.where(two_in_three(near, above), above, 0),
            Cause.TREND: whole_pattern(seven_trend(values[part])),
            Cause.OUTSIDE: np.where(outside, above, 0),
        }
        for cause, marked in found.items():
            for i in np.flatnonzero(marked):
                causes[part.start + i], sides[part.start + i] = cause, marked[i]
    return tuple(causes), sides


def _unbroken(values: Floats, segment: Ints, spread: Floats) -> Iterator[slice]:
    """The runs of points that patterns may lie in: one segment, no missing month, some variation."""
    usable = np.isfinite(values) & (spread > 0)
    start = 0
    for i in range(1, len(values) + 1):
        if i == len(values) or segment[i] != segment[start] or usable[i] != usable[start]:
            if usable[start]:
                yield slice(start, i)
            start = i


def _says(side: int, good: int | None) -> Variation:
    if side == 0:
        return Variation.COMMON
    if good is None:
        return Variation.NEUTRAL_HIGH if side > 0 else Variation.NEUTRAL_LOW
    return Variation.IMPROVEMENT if side == good else Variation.CONCERN
