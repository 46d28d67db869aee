"""Windows over months: always from the masked cube, never from what was delivered (PRIVACY §4.3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from metrics.periods import Grain, Period

NEEDED_OF_TWELVE = 10
"""Months that a rolling twelve months needs (STATISTICS §4 step 0)."""
MAY_LACK_YEAR_TO_DATE = 2
"""Months that may be hidden or missing in a year to date (STATISTICS §8)."""


class Window(StrEnum):
    """Which months are added before the division."""

    MONTH = "month"
    QUARTER = "quarter"
    TERTIAL = "tertial"
    YEAR = "year"
    ROLLING_TWELVE = "rolling12"
    YEAR_TO_DATE = "ytd"
    LATEST = "latest"


_CALENDAR = {Window.QUARTER: Grain.QUARTER, Window.TERTIAL: Grain.TERTIAL, Window.YEAR: Grain.YEAR}


@dataclass(frozen=True, slots=True)
class Span:
    """One window on the axis: its name, the slice of base periods, and how many months it wants and needs."""

    period: Period
    first: int
    stop: int
    wanted: int
    needed: int


def spans(window: Window, axis: tuple[Period, ...]) -> Iterator[Span]:
    """The windows of a kind on an axis of disjoint base periods in order.

    A base period longer than the window has none: a survey delivered by year has no rolling twelve months.
    """
    if window is Window.LATEST:
        for i, base in enumerate(axis):
            yield Span(base, i, i + 1, base.months, base.months)
    elif window is Window.MONTH:
        for i, base in enumerate(axis):
            if base.grain is Grain.MONTH:
                yield Span(base, i, i + 1, 1, 1)
    elif window in _CALENDAR:
        yield from _calendar_spans(_CALENDAR[window], axis)
    else:
        yield from _running_spans(window, axis)


def _calendar_spans(grain: Grain, axis: tuple[Period, ...]) -> Iterator[Span]:
    wholes = sorted({Period(base.start - base.start % grain, grain) for base in axis if base.months <= grain})
    for whole in wholes:
        inside = [i for i, base in enumerate(axis) if base.within(whole)]
        if inside and axis[inside[-1]].end == whole.end:
            needed = NEEDED_OF_TWELVE if grain is Grain.YEAR else whole.months
            yield Span(whole, inside[0], inside[-1] + 1, whole.months, needed)


def _running_spans(window: Window, axis: tuple[Period, ...]) -> Iterator[Span]:
    for i, base in enumerate(axis):
        if base.months > Grain.QUARTER and window is Window.YEAR_TO_DATE:
            continue
        from_month = base.end - 12 if window is Window.ROLLING_TWELVE else base.last_month.year * 12
        whole = [j for j in range(i + 1) if axis[j].start >= from_month]
        if not whole:
            continue
        wanted = base.end - from_month
        lack = 12 - NEEDED_OF_TWELVE if window is Window.ROLLING_TWELVE else MAY_LACK_YEAR_TO_DATE
        yield Span(base.last_month, whole[0], i + 1, wanted, max(1, wanted - lack))


@dataclass(frozen=True, slots=True)
class WindowSums:
    """Sums of one span for every unit: int64[n] each; months are counted by what they span."""

    span: Span
    numerator: np.ndarray
    denominator: np.ndarray
    people: np.ndarray
    """The least count of the months shown, 0 where none is."""
    months_shown: np.ndarray
    months_hidden: np.ndarray


def add(
    span: Span,
    months: np.ndarray,
    numerator: np.ndarray,
    denominator: np.ndarray,
    people: np.ndarray,
    shown: np.ndarray,
    hidden: np.ndarray,
) -> WindowSums:
    """Add the shown months of a span.

    `months` int64[p] is the length of each base period; the others are [n, p] over units and base periods,
    `shown` and `hidden` as booleans. What is not shown is never read.
    """
    part = slice(span.first, span.stop)
    seen, gone, length = shown[:, part], hidden[:, part], months[part]
    least = np.where(seen, people[:, part], np.iinfo(np.int64).max).min(axis=1)
    return WindowSums(
        span,
        np.where(seen, numerator[:, part], 0).sum(axis=1),
        np.where(seen, denominator[:, part], 0).sum(axis=1),
        np.where(seen.any(axis=1), least, 0),
        (seen * length).sum(axis=1),
        (gone * length).sum(axis=1),
    )
