"""Figures, limits and differences of one indicator, in a language."""

from fractions import Fraction

from dashboard.saying.facts import Facts
from dashboard.saying.voice import Voice
from metrics.figures import MOST_DECIMALS, round_half_up
from metrics.indicators import Kind, Measure


def figure(facts: Facts, voice: Voice) -> str:
    """The figure as on the screen: «8,1 %», with a decimal more where rounding would hide the side."""
    return "" if facts.value is None else of(facts, facts.value, voice)


def of(facts: Facts, value: Fraction, voice: Voice) -> str:
    """Another value of the same indicator, with as many decimals as the figure."""
    return voice.amount(value, facts.decimals, facts.indicator.measure)


def limit(facts: Facts, value: Fraction, voice: Voice, *, bare: bool = False) -> str:
    """A limit with the figure's decimals or as many as it needs: «6,0 %», «50 %», «7,25 %»; `bare` without the unit.

    Limits on events are written as they were set: «10 %», not «10,0 %».
    """
    least = 0 if facts.indicator.kind is Kind.EVENT else facts.indicator.decimals
    decimals = next((d for d in range(least, MOST_DECIMALS) if Fraction(round_half_up(value, d)) == value), least)
    return voice.number(value, decimals) if bare else voice.amount(value, decimals, facts.indicator.measure)


def change(facts: Facts, voice: Voice) -> str:
    """The size of the change from the figure before: «1,2 prosentpoeng»."""
    return difference(facts, facts.change or Fraction(0), voice)


def difference(facts: Facts, value: Fraction, voice: Voice) -> str:
    """The size of a difference in the indicator's own units."""
    return voice.difference(value, facts.indicator.decimals, facts.indicator.measure)


def gap(facts: Facts) -> Fraction | None:
    """How far the figure lies from the nearest limit, never negative; None without both."""
    limits = [edge for edge in (facts.limit, facts.upper) if edge is not None]
    return min(abs(facts.value - edge) for edge in limits) if facts.value is not None and limits else None


def pace(facts: Facts, to: Fraction, months: int) -> Fraction | None:
    """The change a year that leads from the figure to a limit in `months`, signed (STATISTICS §6).

    None when no month is left, or when the figure is there already.
    """
    if facts.value is None or months <= 0 or facts.value == to or (facts.value > to) == facts.upwards:
        return None
    return (to - facts.value) * 12 / months


def pace_words(facts: Facts, a_year: Fraction, voice: Voice) -> str:
    """«0,65 prosentpoeng»: a pace has one decimal more than the figure."""
    return voice.difference(a_year, facts.indicator.decimals + 1, facts.indicator.measure)


def moved(facts: Facts) -> Fraction:
    """The change that the reader sees: between rounded scores, exact for the others. 0 without a figure before."""
    if facts.value is None or facts.previous is None:
        return Fraction(0)
    if facts.indicator.kind is not Kind.MEAN or facts.indicator.measure is Measure.PERCENT:
        return facts.value - facts.previous
    return Fraction(rounded(facts, facts.value) - rounded(facts, facts.previous))


def rounded(facts: Facts, value: Fraction) -> Fraction:
    """A value as rounded on the screen."""
    return Fraction(round_half_up(value, facts.indicator.decimals))


def least_beside(facts: Facts) -> tuple[Fraction, int] | None:
    """The size of the change, and the decimals with which it is seen to be smaller than the least sure one.

    None when there is no least change, or the change is not smaller.
    """
    least = facts.sure_change
    if least is None or facts.change is None:
        return None
    for decimals in range(facts.indicator.decimals, MOST_DECIMALS):
        size = abs(moved(facts) if decimals == facts.indicator.decimals else facts.change)
        if round_half_up(size, decimals) < round_half_up(least, decimals):
            return size, decimals
    return None
