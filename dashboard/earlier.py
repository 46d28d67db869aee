"""The figures that a figure is compared with: a year before, the round before, three years together."""

from collections.abc import Iterator
from fractions import Fraction

from dashboard.reading import Reading
from metrics.figures import Missing, Reason, Shown
from metrics.indicators import Kind
from metrics.windows import Window

_YEAR = 12


def year_before(reading: Reading, figure: Shown) -> Shown | None:
    """The figure that ends twelve months earlier; a survey's last round before. None when it is not shown."""
    about = figure.about
    history = reading.history(about.unit, about.indicator.id)
    earlier = [one for one in history if isinstance(one, Shown) and one.about.period.end < about.period.end]
    if about.indicator.kind is Kind.MEAN:
        return earlier[-1] if earlier else None
    return next((one for one in earlier if one.about.period.end == about.period.end - _YEAR), None)


def years_together(reading: Reading, figure: Shown, years: int) -> Fraction | None:
    """The rate of several years back from the figure's own, per year; None unless every one of them is shown."""
    found = list(_back(reading, figure, years))
    if len(found) < years:
        return None
    indicator = figure.about.indicator
    whole = sum(one.denominator for one in found)
    return Fraction(indicator.times * indicator.denominator_divisor * sum(one.numerator for one in found), whole)


def _back(reading: Reading, figure: Shown, years: int) -> Iterator[Shown]:
    ends = {figure.about.period.end - _YEAR * year for year in range(years)}
    for one in reading.history(figure.about.unit, figure.about.indicator.id):
        if isinstance(one, Shown) and one.about.period.end in ends:
            yield one


def months_in_window(reading: Reading, figure: Missing) -> int | None:
    """How many of the last twelve months are shown, where they are too few for a figure."""
    if figure.reason is not Reason.TOO_FEW_MONTHS:
        return None
    about = figure.about
    months = reading.history(about.unit, about.indicator.id, Window.MONTH)
    since = about.period.end - _YEAR
    return sum(isinstance(one, Shown) and since < one.about.period.end <= about.period.end for one in months)
