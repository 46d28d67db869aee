"""How much of the distance to the target lies where, counted in what the figure is made of: days, and man-years."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from dashboard.reading import SICK_LEAVE, Reading
from dashboard.standings import Standing, stand
from metrics.amounts import SCALE
from metrics.units import Unit

DAYS_PER_MAN_YEAR = 252


@dataclass(frozen=True, slots=True)
class Contribution:
    """A unit's distance to its own target as man-years lost: positive is more absence than the target."""

    unit: Unit
    standing: Standing
    man_years: Fraction | None
    """None where there is no shown figure, or no limit to hold it against."""


def man_years_beyond(standing: Standing) -> Fraction | None:
    """Lost days beyond the limit, over the days of one man-year."""
    figure = standing.shown
    if figure is None or figure.gap is None:
        return None
    return figure.gap / figure.about.indicator.times * Fraction(figure.denominator, SCALE * DAYS_PER_MAN_YEAR)


def contributions(reading: Reading) -> tuple[Contribution, ...]:
    """The service areas by how many man-years their distance is, the largest first; what is not shown comes last."""
    found = []
    for unit in reading.service_areas:
        standing = stand(reading, unit.id, SICK_LEAVE)
        found.append(Contribution(unit, standing, man_years_beyond(standing)))
    return tuple(sorted(found, key=_order))


def moved_against(reading: Reading, areas: Sequence[Contribution]) -> bool | None:
    """The way of the total, upwards or not, where every area moved the other way; None otherwise (Simpson)."""
    total = _change(stand(reading, reading.root.id, SICK_LEAVE))
    changes = [_change(one.standing) for one in areas]
    if not changes or not total or any(change is None or change * total >= 0 for change in changes):
        return None
    return total > 0


def _change(standing: Standing) -> float | None:
    """The change from the twelve months before."""
    figure, verdict = standing.shown, standing.verdict
    previous = verdict.facts["previous"] if verdict else None
    return None if figure is None or previous is None else float(figure.value) - previous


def _order(one: Contribution) -> tuple[bool, Fraction]:
    return one.man_years is None, -(one.man_years or Fraction(0))
