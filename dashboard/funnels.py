"""The funnel for management: which units differ from the rest by more than units usually do, never a ranking."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from dashboard import phrases
from dashboard.address import link
from dashboard.cards import Column, more, table
from dashboard.contributions import DAYS_PER_MAN_YEAR
from dashboard.drawing import Scale, drawing, label, line
from dashboard.history_frame import Frame, ticks
from dashboard.markup import Html, div, join, paragraph, tag
from dashboard.notation import format_limit, format_number, format_value
from dashboard.reading import SICK_LEAVE, Reading
from dashboard.similar import lowest
from dashboard.standings import stand
from metrics.amounts import natural
from metrics.figures import Shown
from metrics.funnel import NAME, WARN, Funnel, limits
from metrics.progress.arrays import Floats
from metrics.units import Unit

_FEWEST = 5
_WIDE, _NARROW = Frame(860, 300, 52, 20, 0, "wide"), Frame(330, 260, 46, 12, 0, "narrow")
_BOTTOM, _PERCENT = 44, 100
_STEPS = (5, 10, 25, 50, 100, 200)


@dataclass(frozen=True)
class Shape:
    """The shown units of one indicator with their funnel; in the order of the smallest first."""

    units: Sequence[Unit]
    figures: Sequence[Shown]
    funnel: Funnel

    @property
    def sizes(self) -> list[float]:
        """Man-years behind each figure."""
        return [natural(figure.denominator) / DAYS_PER_MAN_YEAR for figure in self.figures]

    @property
    def named(self) -> list[int]:
        """The units outside the 99.8 % limits, by name."""
        found = (i for i, side in enumerate(self.funnel.outside) if side)
        return sorted(found, key=lambda i: self.units[i].name)


def shape_of(reading: Reading) -> Shape | None:
    """Sick leave of the lowest shown units; None with too few of them."""
    found = [(unit, stand(reading, unit.id, SICK_LEAVE).shown) for unit in lowest(reading, reading.root.id)]
    shown = sorted(((one, figure) for one, figure in found if figure), key=lambda pair: pair[1].denominator)
    if len(shown) < _FEWEST:
        return None
    figures = [figure for _, figure in shown]
    sums = (np.array([natural(getattr(one, name)) for one in figures]) for name in ("numerator", "denominator"))
    return Shape([unit for unit, _ in shown], figures, limits(*sums))


def funnel(reading: Reading) -> Html | None:
    """The funnel as a chart with its text and table, opened on request."""
    shape = shape_of(reading)
    if shape is None:
        return None
    says = _says(shape)
    return more("Hvilke enheter skiller seg ut?", paragraph(says), _chart(shape, says), _named(shape), _usual(shape))


def _says(shape: Shape) -> str:
    count = len(shape.named)
    who = (
        "Ingen enheter ligger"
        if not count
        else f"{phrases.capital(phrases.count_of(count, 'enhet', 'enheter'))} ligger"
    )
    return (
        f"{who} utenfor det som er vanlig for enheter av samme størrelse (99,8 % av enhetene ventes innenfor). "
        f"Sykefravær siste tolv måneder i {len(shape.units)} viste enheter. Bare enheter utenfor er navngitt, "
        "og rekkefølgen er etter navn. Det er ikke en rangering."
    )


def _chart(shape: Shape, says: str) -> Html:
    return div("history", *(_drawn(frame, shape, says) for frame in (_WIDE, _NARROW)))


def _drawn(frame: Frame, shape: Shape, says: str) -> Html:
    bands = [_PERCENT * side for times in (WARN, NAME) for side in shape.funnel.drawn(times)]
    largest = max(figure.value for figure in shape.figures)
    marks = ticks([Fraction(0), max(largest, Fraction(float(np.median(bands[-1]))))])
    height = Scale(0, float(marks[-1]), frame.height - _BOTTOM, 12)
    place = Scale(0, max(shape.sizes), frame.left, frame.end)
    measure = shape.figures[0].about.indicator.measure
    center = height(_PERCENT * shape.funnel.center)
    return drawing(
        frame.width,
        frame.height,
        says,
        f"chart funnel {frame.class_}",
        *(line("grid", frame.left, height(mark), frame.end, height(mark)) for mark in marks),
        *(label(frame.left - 8, height(mark) + 4, format_limit(mark, measure), "end") for mark in marks),
        line("middle", frame.left, center, frame.end, center),
        *(_limit(shape, band, place, height, "warn" if i < 2 else "name") for i, band in enumerate(bands)),  # noqa: PLR2004
        *(_dot(frame, shape, i, place, height) for i in range(len(shape.figures))),
        label((frame.left + frame.end) / 2, frame.height - 8, "årsverk i enheten", "middle"),
        *(label(place(size), frame.height - 26, str(size), "middle") for size in _STEPS if size < max(shape.sizes)),
    )


def _limit(shape: Shape, side: Floats, place: Scale, height: Scale, class_: str) -> Html:
    points = " ".join(
        f"{place(size):.1f},{height(min(float(value), height.high)):.1f}"
        for size, value in zip(shape.sizes, side, strict=True)
    )
    return tag("polyline", class_=class_, points=points)


def _dot(frame: Frame, shape: Shape, i: int, place: Scale, height: Scale) -> Html:
    """A unit; only one outside the limits has a name, in the table where there is no room for it here."""
    x, y = place(shape.sizes[i]), height(float(shape.figures[i].value))
    if not shape.funnel.outside[i]:
        return tag("circle", class_="unit", cx=f"{x:.1f}", cy=f"{y:.1f}", r=3.5)
    dot = tag("circle", class_="unit outside", cx=f"{x:.1f}", cy=f"{y:.1f}", r=5)
    if frame is _NARROW:
        return dot
    late = x > frame.end - 200
    return join(dot, label(x - 9 if late else x + 9, y + 4, shape.units[i].name, "end" if late else "start", "named"))


def _named(shape: Shape) -> Html | None:
    if not shape.named:
        return None
    columns = (Column("Enhet"), Column("Sykefravær", numeric=True), Column("Vanlig fra–til", numeric=True))
    rows = (
        (link("unit", shape.units[i].name, unit=shape.units[i].id), format_value(shape.figures[i]), _range(shape, i))
        for i in shape.named
    )
    return table("Enheter utenfor det vanlige", columns, rows)


def _range(shape: Shape, i: int) -> str:
    low, high = (format_number(_PERCENT * float(side[i]), 1) for side in shape.funnel.drawn())
    return f"{low}–{high}\u00a0%"


def _usual(shape: Shape) -> Html:
    """What is usual for some sizes: the table behind the limits, without names."""
    rows = []
    for size in _STEPS:
        near = [i for i, one in enumerate(shape.sizes) if one >= size]
        if near:
            rows.append((f"{format_number(shape.sizes[near[0]])} årsverk", _range(shape, near[0])))
    columns = (Column("Størrelse"), Column("Vanlig fra–til", numeric=True))
    return more(
        "Vis grensene som tabell",
        table("Hva som er vanlig for enheter av ulik størrelse", columns, dict.fromkeys(rows)),
    )
