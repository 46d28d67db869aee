"""Amounts as scaled whole numbers, so that a sum is the same in any order (ARCHITECTURE, rule 2)."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

SCALE = 1_000_000
"""Units of the stored whole number in one natural unit (a day, a person, a point)."""

LARGEST = Decimal(10) ** 12
"""The largest amount that a delivery may hold, in natural units: sums of it still fit int64."""


def to_scaled(amount: Decimal | int) -> int:
    """A natural amount as a scaled whole number, rounded half up at the sixth decimal.

    Raises OverflowError when the amount is not finite or larger than `LARGEST`.
    """
    number = Decimal(amount)
    if not number.is_finite() or abs(number) > LARGEST:
        raise OverflowError(str(amount))
    return int((number * SCALE).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def natural(scaled: int) -> float:
    """The natural amount of a scaled whole number, as the nearest float."""
    return scaled / SCALE


def ratio(numerator: int, denominator: int, *, per: int = 1, times: int = 1) -> Fraction:
    """The exact value `times · numerator / (denominator / per)` of two scaled sums.

    Raises ZeroDivisionError when the denominator is 0: there is no value then, never 0 %.
    """
    return Fraction(numerator * per * times, denominator)
