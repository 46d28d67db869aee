"""The ground of a history chart: its size, its axes and their labels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import count

from dashboard.drawing import Scale, label, line
from dashboard.markup import Html, join
from dashboard.notation import format_limit, month_label
from metrics.indicators import Measure
from metrics.periods import Period

_MOST_TICKS = 6
_ROOM_FOR_A_LABEL = 6
"""Months between the first label and the next."""


@dataclass(frozen=True)
class Frame:
    """The size of a history chart and the room around its lines."""

    width: int
    height: int
    left: int
    right: int
    labels: int
    """Months between the labels under the chart."""
    class_: str

    @property
    def end(self) -> int:
        """Where the lines end."""
        return self.width - self.right


WIDE = Frame(1080, 270, 52, 200, 12, "wide")
NARROW = Frame(330, 240, 46, 12, 18, "narrow")


@dataclass(frozen=True)
class Axes:
    """Where a month and a value stand in a frame."""

    frame: Frame
    place: Scale
    height: Scale

    def at(self, period: Period, value: Fraction) -> tuple[float, float]:
        """The point of a value."""
        return self.place(period.end), self.height(value)


def ticks(values: Sequence[Fraction]) -> list[Fraction]:
    """Round numbers that hold all values, at most six of them."""
    low, high = min(values), max(values)
    step = next(step for step in _steps() if -(-high // step) - low // step < _MOST_TICKS)
    first = low // step
    return [step * i for i in range(int(first), int(max(-(-high // step), first + 1)) + 1)]


def _steps() -> Iterator[Fraction]:
    """0,1 · 0,2 · 0,5 · 1 · 2 · 5 · 10 and so on."""
    for power in count(-1):
        yield from (Fraction(digit) * Fraction(10) ** power for digit in (1, 2, 5))


def axes_of(frame: Frame, marks: Sequence[Fraction], periods: Sequence[Period]) -> Axes:
    """The axes that hold the round numbers and the months."""
    height = Scale(float(marks[0]), float(marks[-1]), frame.height - 30, 14)
    ends = [period.end for period in periods]
    return Axes(frame, Scale(min(ends), max(ends), frame.left, frame.end), height)


def ground(axes: Axes, marks: Sequence[Fraction], periods: Sequence[Period], measure: Measure) -> Html:
    """The faint lines with their numbers, and the months under them."""
    frame = axes.frame
    rows = (
        join(
            line("grid", frame.left, axes.height(mark), frame.end, axes.height(mark)),
            label(frame.left - 8, axes.height(mark) + 4, format_limit(mark, measure), "end"),
        )
        for mark in marks
    )
    return join(*rows, *_time_labels(axes, sorted(set(periods))))


def _time_labels(axes: Axes, axis: list[Period]) -> list[Html]:
    frame = axes.frame
    found = [period for period in axis if (axis[-1].end - period.end) % frame.labels == 0]
    if found[0].end - axis[0].end >= _ROOM_FOR_A_LABEL and frame is WIDE:
        found.insert(0, axis[0])
    return [
        label(
            axes.place(period.end),
            frame.height - 8,
            month_label(period),
            "end" if period == axis[-1] and frame is NARROW else "middle",
        )
        for period in found
    ]
