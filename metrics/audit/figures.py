"""The attack on each figure by itself: what it prints about a hidden unit, and whether its numbers belong together."""

from collections.abc import Iterator, Sequence

from metrics.audit.printed import RESOLUTION, Printed
from metrics.audit.report import Leak, LeakKind

TOLERANCE = 1e-9
"""Relative difference that the printing of a number may make."""


def leaks_of_figures(figures: Sequence[Printed]) -> Iterator[Leak]:
    """Figures with too few behind them, hidden ones with numbers, and values of other sums than their own."""
    for one in figures:
        if not one.shown:
            if one.carries_numbers:
                yield leak_of(LeakKind.HIDDEN_WITH_NUMBER, one)
        elif one.people is None or one.people < one.threshold:
            yield leak_of(LeakKind.BELOW_THRESHOLD, one)
        elif not _follows(one):
            yield leak_of(LeakKind.VALUE, one)


def leak_of(kind: LeakKind, one: Printed) -> Leak:
    """A leak that stands in one figure or rest group."""
    return Leak(
        kind=kind,
        indicator=one.indicator,
        breakdown=one.breakdown,
        period=one.period.code,
        window=one.window,
        units=(one.unit,) if one.members is None else one.members,
        persons=one.people,
        threshold=one.threshold,
        numerator=one.numerator / RESOLUTION,
        denominator=one.denominator / RESOLUTION,
    )


def _follows(one: Printed) -> bool:
    """Whether the value is the printed numerator over the denominator, and the gap the value minus the limit."""
    if one.value is None or one.denominator == 0:
        return False
    ratio = one.numerator / one.denominator
    by_sums = any(_near(one.value, times * ratio) for times in (1, 100))
    return by_sums and (one.gap is None or one.limit is None or _near(one.gap, one.value - one.limit, one.value))


def _near(a: float, b: float, size: float = 0.0) -> bool:
    return abs(a - b) <= TOLERANCE * max(1.0, abs(a), abs(size)) + 1 / RESOLUTION
