"""What may be drawn: a figure is shown, hidden or missing, and only a shown one holds numbers."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import IntEnum, StrEnum
from fractions import Fraction

from metrics.amounts import natural
from metrics.indicators import Indicator
from metrics.periods import Period
from metrics.targets import Held
from metrics.windows import Window

MOST_DECIMALS = 6


class Reason(StrEnum):
    """Why there is no number."""

    BELOW_THRESHOLD = "below_threshold"
    PROTECTS_OTHERS = "protects_others"
    NO_PEOPLE = "no_people"
    NOT_DELIVERED = "not_delivered"
    NOT_MEASURED = "not_measured"
    NOT_APPLICABLE = "not_applicable"
    TOO_FEW_MONTHS = "too_few_months"


class Cell(IntEnum):
    """The state of one unit in one base period, as it stands on the board."""

    ABSENT = 0
    """The unit does not exist in the period."""
    SHOWN = 1
    BELOW_THRESHOLD = 2
    PROTECTS_OTHERS = 3
    NO_PEOPLE = 4
    NOT_DELIVERED = 5
    NOT_MEASURED = 6
    NOT_APPLICABLE = 7

    @property
    def hidden(self) -> bool:
        """True for the three states that hide a number that exists."""
        return Cell.BELOW_THRESHOLD <= self <= Cell.NO_PEOPLE

    @property
    def reason(self) -> Reason:
        """The reason of a hidden or missing cell. Raises ValueError for a shown or absent one."""
        return Reason(self.name.lower())


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a figure is about, whether or not it may be seen."""

    unit: str
    indicator: Indicator
    period: Period
    window: Window
    breakdown: str
    policy: str
    mask_version: str
    held: Held | None
    """The target that holds for the unit, None where none is adopted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A figure with its sums. Amounts are scaled whole numbers; `value` is exact, times 100 for percentages."""

    about: About
    value: Fraction
    numerator: int
    denominator: int
    people: int
    months_shown: int
    months_wanted: int
    sources: tuple[int, ...]
    """Batches that the sums come from."""
    pending: bool = False
    """An earlier figure still stands: a correction waits until enough has changed («rettelse venter»)."""

    @property
    def natural_numerator(self) -> float:
        """The numerator in natural units."""
        return natural(self.numerator)

    @property
    def natural_denominator(self) -> float:
        """The denominator in natural units, after the indicator's divisor (person-months become persons)."""
        return natural(self.denominator) / self.about.indicator.denominator_divisor

    @property
    def met(self) -> bool | None:
        """Whether the target is met, on full precision. None without a figure to hold it against."""
        return None if self.about.held is None else self.about.held.met(self.value)

    @property
    def gap(self) -> Fraction | None:
        """Value minus limit."""
        limit = None if self.about.held is None else self.about.held.limit
        return None if limit is None else self.value - limit

    @property
    def decimals(self) -> int:
        """Decimals on the screen: one more as long as rounding would hide the side of the target."""
        held, least = self.about.held, self.about.indicator.decimals
        if held is None or held.limit is None:
            return least
        for decimals in range(least, MOST_DECIMALS):
            shown = Fraction(round_half_up(self.value, decimals))
            if held.met(shown) == held.met(self.value) and (shown == held.limit) == (self.value == held.limit):
                return decimals
        return MOST_DECIMALS


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """A number that exists and may not be seen."""

    about: About
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """No number exists."""

    about: About
    reason: Reason
    since: Period | None = None
    """The last base period that has a number, None when there has never been one that may be seen."""


Figure = Shown | Hidden | Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class RestGroup:
    """The sum of units that are hidden one by one: a shown unit minus its nearest shown descendants."""

    top: str
    members: tuple[str, ...]
    own_staff: bool
    figure: Shown


def round_half_up(value: Fraction, decimals: int) -> Decimal:
    """An exact value rounded half up (away from zero) to a number of decimals."""
    step = Decimal(1).scaleb(-decimals)
    scaled = abs(value) * 10**decimals
    whole = int(scaled + Fraction(1, 2))
    return (Decimal(whole) * step).copy_sign(Decimal(-1 if value < 0 else 1)).quantize(step, ROUND_HALF_UP)
