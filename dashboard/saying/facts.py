"""Everything a sentence may need to know about one figure, in no language (STATISTICS §12)."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from metrics.figures import MOST_DECIMALS, Reason, round_half_up
from metrics.indicators import Better, Indicator
from metrics.periods import Period
from metrics.progress.codes import Direction, Level, Outlook, Why
from metrics.strategy import Operator, Target
from metrics.targets import side

ON = (Level.ON_SECURE, Level.ON_UNSURE)
OFF = (Level.OFF_UNSURE, Level.OFF_CLEAR)
_UPWARDS = (Operator.AT_LEAST, Operator.ABOVE, Operator.INCREASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """A full count: `k` of `n` persons now, and a year ago where that count may be seen."""

    k: int
    n: int
    year_ago: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leavers:
    """Leavers of twelve months. Without `x` the count may not be told, and only the three years' rate is."""

    x: int | None
    headcount: Fraction
    three_years: Fraction | None = None
    """Per cent a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Who answered a survey. `invited` is the survey's own number, None where it does not say."""

    n: int
    invited: int | None = None
    since: Period | None = None
    """The round that is compared with."""
    before_leader: bool = False
    """The round is from before the present leader began (mastery-oriented leadership alone)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """The point of the plan that the outlook looks to."""

    due: date
    limit: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """The figure is a rest group's: hidden units, and staff employed above them."""

    units: int
    own_staff: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One figure, its target and its verdict. Values are in the indicator's own units: 8.1 for 8.1 per cent.

    Only what is shown may be given; a hidden figure with a number is a fault of the caller (ValueError).
    """

    indicator: Indicator
    period: Period
    """What the figure ends with: the month that was judged, or the survey's round."""
    level: Level
    direction: Direction = Direction.TOO_LITTLE
    outlook: Outlook = Outlook.NONE
    why: Why = Why.NOTHING
    why_direction: Why = Why.NOTHING
    own_unit: bool = False
    """The reader's own unit is spoken to («dere»); others are spoken of («enheten»)."""
    breakdown: str = ""
    """Empty: the indicator's own."""
    value: Fraction | None = None
    previous: Fraction | None = None
    sure_change: Fraction | None = None
    target: Target | None = None
    milestone: Fraction | None = None
    """Where the plan should be now; None without a plan."""
    ahead: Ahead | None = None
    months: int | None = None
    """Months with a value behind the figure."""
    history_months: int | None = None
    """Months of data in all."""
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    people: int | None = None
    """As the privacy rule counts them."""
    days_per_fte: int = 252
    positions: Positions | None = None
    leavers: Leavers | None = None
    answers: Answers | None = None
    short_term_beside: bool = False
    """Short-term absence is shown for the same unit."""
    area_above: bool = False
    """The unit lies in a service area that is shown."""
    area_change: Fraction | None = None
    """The service area's own change, given when it is a sure one."""
    alone: bool = False
    """Judged without similar units: a service area or the municipality."""
    best_quarter: Fraction | None = None
    """The change in a year that the best quarter of similar units reached, signed."""
    provisional: Period | None = None
    """A newer month that is not judged yet."""
    hidden: Reason | None = None
    missing: Reason | None = None
    missing_since: Period | None = None
    """The last period with a number."""
    rest: Rest | None = None
    several_strategies: bool = False

    def __post_init__(self) -> None:
        if (self.hidden is not None or self.level is Level.HIDDEN) and self.value is not None:
            raise ValueError("a hidden figure has no value")

    @property
    def shift(self) -> bool:
        """The figure is of those who work shifts (turnus)."""
        return (self.breakdown or self.indicator.breakdown) == "shift"

    @property
    def limit(self) -> Fraction | None:
        """The target's limit, the lower one of a band."""
        return None if self.target is None or self.target.limit is None else Fraction(self.target.limit)

    @property
    def upper(self) -> Fraction | None:
        """The upper limit of a band."""
        return None if self.target is None or self.target.upper is None else Fraction(self.target.upper)

    @property
    def upwards(self) -> bool:
        """The target asks for at least, or more than, its limit."""
        return self.target is not None and self.target.operator in _UPWARDS

    @property
    def met(self) -> bool | None:
        """The exact side of the target; None without a value or a limit."""
        return None if self.value is None or self.target is None else side(self.value, self.target)

    @property
    def milestone_met(self) -> bool | None:
        """The exact side of the milestone."""
        if self.value is None or self.milestone is None:
            return None
        return self.value >= self.milestone if self.upwards else self.value <= self.milestone

    @property
    def exact(self) -> bool:
        """The figure is the limit itself."""
        return self.value is not None and self.value in (self.limit, self.upper)

    @property
    def decimals(self) -> int:
        """Decimals of the figure: one more as long as rounding would hide a side (STATISTICS §4 step 1)."""
        steps = range(self.indicator.decimals, MOST_DECIMALS)
        return next((decimals for decimals in steps if self._keeps_sides(decimals)), MOST_DECIMALS)

    def _keeps_sides(self, decimals: int) -> bool:
        """Rounding leaves the figure on its side of the target, and of the milestone, which is rounded too."""
        if self.value is None or self.limit is None or self.target is None:
            return True
        shown = Fraction(round_half_up(self.value, decimals))
        if side(shown, self.target) != self.met or (shown in (self.limit, self.upper)) != self.exact:
            return False
        if self.milestone is None or self.milestone_met:
            return True
        step = Fraction(round_half_up(self.milestone, decimals))
        return shown < step if self.upwards else shown > step

    @property
    def spoken_level(self) -> Level:
        """The level, where the exact side agrees with it; else the unsure level of that side.

        A verdict may be older than the figure; what is said never contradicts the side that the reader sees.
        """
        judged = (*ON, *OFF, Level.ON_TRACK)
        if self.level not in judged:
            return self.level
        if self.met is None:
            return Level.TOO_LITTLE if self.value is None else Level.NO_TARGET
        if self.met:
            return self.level if self.level in ON else Level.ON_UNSURE
        kept = self.level in OFF or (self.level is Level.ON_TRACK and self.milestone_met)
        return self.level if kept else Level.OFF_UNSURE

    @property
    def change(self) -> Fraction | None:
        """Figure minus the one before."""
        return None if self.value is None or self.previous is None else self.value - self.previous

    @property
    def spoken_direction(self) -> Direction:
        """The direction, unless the figures on the screen go the other way; then no sure change."""
        sign = {Better.LOWER: -1, Better.HIGHER: 1}.get(self.indicator.better)
        claimed = {Direction.BETTER: 1, Direction.WORSE: -1}.get(self.direction)
        if sign is None or claimed is None or self.change is None:
            return self.direction
        return self.direction if self.change * sign * claimed > 0 else Direction.NONE

    @property
    def man_years(self) -> int | None:
        """Whole man-years (årsverk) behind a sick-leave figure, None where the sums are not days."""
        if self.indicator.origin.delivery != "sick_leave" or not self.denominator or not self.months:
            return None
        return int(round_half_up(self.denominator * 12 / (self.days_per_fte * self.months), 0))

    @property
    def is_open(self) -> bool:
        """One person's weight may be told: enough people stand behind the figure."""
        enough = self.people is not None and self.people >= self.indicator.privacy.threshold
        return enough and self.value is not None
