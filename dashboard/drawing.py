"""What drawings in SVG are made of: scales, lines with gaps, labels, and a sentence for each drawing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from dashboard.markup import Html, join, tag
from dashboard.notation import format_value, month_label
from metrics.figures import Figure, Shown
from metrics.periods import Grain

Point = tuple[float, float]


@dataclass(frozen=True)
class Scale:
    """From a value to a place along one axis."""

    low: float
    high: float
    start: float
    stop: float

    def __call__(self, value: float | Fraction) -> float:
        """The place of a value; the middle when there is only one value."""
        if self.high == self.low:
            return (self.start + self.stop) / 2
        return self.start + (float(value) - self.low) / (self.high - self.low) * (self.stop - self.start)


def scale_of(values: Iterable[Fraction], start: float, stop: float) -> Scale:
    """A scale that just holds the values."""
    found = [float(value) for value in values]
    return Scale(min(found), max(found), start, stop)


def shown_of(figures: Iterable[Figure]) -> list[Shown]:
    """The figures that hold numbers."""
    return [figure for figure in figures if isinstance(figure, Shown)]


def runs(figures: Sequence[Figure], place: Scale, height: Scale) -> list[list[Point]]:
    """Stretches of shown figures; a hidden or missing one is a gap, never a line across."""
    found: list[list[Point]] = [[]]
    for figure in figures:
        if isinstance(figure, Shown):
            found[-1].append((place(figure.about.period.end), height(figure.value)))
        elif found[-1]:
            found.append([])
    return [run for run in found if run]


def lines(stretches: list[list[Point]], class_: str) -> Html:
    """Every stretch as a line, a single point as a dot."""
    return join(*(_stretch(run, class_) for run in stretches))


def _stretch(run: list[Point], class_: str) -> Html:
    if len(run) == 1:
        return tag("circle", class_=f"{class_} lone", cx=f"{run[0][0]:.1f}", cy=f"{run[0][1]:.1f}", r=1.5)
    return tag("polyline", class_=class_, points=" ".join(f"{x:.1f},{y:.1f}" for x, y in run))


def line(class_: str, x1: float, y1: float, x2: float, y2: float) -> Html:
    """One straight line."""
    return tag("line", class_=class_, x1=f"{x1:.1f}", y1=f"{y1:.1f}", x2=f"{x2:.1f}", y2=f"{y2:.1f}")


def label(x: float, y: float, words: str, anchor: str, class_: str = "axis") -> Html:
    """Words at a point; `anchor` is start, middle or end."""
    return tag("text", words, class_=class_, x=f"{x:.1f}", y=f"{y:.1f}", text_anchor=anchor)


def drawing(width: int, height: int, says: str, class_: str, *parts: object) -> Html:
    """A drawing of a size in pixels, with the sentence that says what it shows."""
    return tag(
        "svg",
        tag("title", says),
        *parts,
        class_=class_,
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="img",
        aria_label=says,
    )


def time_axis(figures: Sequence[Figure], start: float, stop: float) -> Scale:
    """A scale along the ends of the figures' periods."""
    ends = [figure.about.period.end for figure in figures]
    return Scale(min(ends), max(ends), start, stop)


def said(figure: Shown) -> str:
    """«7,4 % (okt. 2026)»."""
    period = figure.about.period
    when = str(period.year) if period.grain is Grain.YEAR else month_label(period)
    return f"{format_value(figure)} ({when})"
