"""What a history chart draws of one unit: its own course, the plan, and what would count as a change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from dashboard.drawing import shown_of
from dashboard.reading import Reading
from dashboard.standings import Standing
from dashboard.ways import way
from metrics.figures import Figure, Shown
from metrics.periods import Period
from metrics.windows import Window

_YEAR = 12
MONTHS_DRAWN = 36


@dataclass(frozen=True, slots=True)
class Usual:
    """How far the figure may move from the year before without the change being sure."""

    low: Fraction
    high: Fraction
    first: Period
    last: Period


@dataclass(frozen=True)
class Course:
    """Figures oldest first. Those after `judged` are provisional."""

    rolling: Sequence[Figure]
    months: Sequence[Figure]
    judged: Period | None = None
    plan: Mapping[Period, Fraction] = field(default_factory=dict)
    usual: Usual | None = None

    @property
    def every(self) -> tuple[Figure, ...]:
        """Every figure drawn."""
        return (*self.rolling, *self.months)

    @property
    def settled(self) -> Sequence[Figure]:
        """The rolling figures that were judged."""
        return [one for one in self.rolling if not self.is_provisional(one)]

    @property
    def limit(self) -> Fraction | None:
        """The target that holds at the end."""
        held = self.settled[-1].about.held if self.settled else None
        return held.limit if held else None

    @property
    def values(self) -> list[Fraction]:
        """What the axis must hold: only shown figures, the target and what is made from them."""
        found = [one.value for one in shown_of(self.every)] + list(self.plan.values())
        found += [self.usual.low, self.usual.high] if self.usual else []
        return found + ([] if self.limit is None else [self.limit])

    def is_provisional(self, figure: Figure) -> bool:
        """Whether a figure's last month may still change."""
        return self.judged is not None and figure.about.period.end > self.judged.end


def course_of(reading: Reading, standing: Standing) -> Course:
    """The last three years of a unit's figure."""
    if standing.figure is None:
        return Course((), ())
    about = standing.figure.about
    rolling = reading.history(about.unit, about.indicator.id)[-MONTHS_DRAWN:]
    months = reading.history(about.unit, about.indicator.id, Window.MONTH)[-MONTHS_DRAWN:]
    drawn = {one.about.period for one in rolling}
    plan = {period: limit for period, limit in way(reading, standing).items() if period in drawn}
    judged = about.period if standing.provisional else None
    return Course(rolling, months, judged, plan, _usual(standing.shown, standing))


def _usual(figure: Shown | None, standing: Standing) -> Usual | None:
    """The year before, and as much to each side as a sure change needs. Below 0 there is nothing."""
    verdict = standing.verdict
    if figure is None or verdict is None:
        return None
    before, least = verdict.facts["previous"], verdict.facts["sure_change"]
    if before is None or least is None:
        return None
    last = figure.about.period.last_month
    low, high = max(Fraction(0), Fraction(before - least)), Fraction(before + least)
    return Usual(low, high, Period(last.start - _YEAR, last.months), last)
