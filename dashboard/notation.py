"""Numbers, months and dates as they are written in Norwegian."""

from datetime import date, datetime
from fractions import Fraction

from metrics.figures import Shown, round_half_up
from metrics.indicators import Measure
from metrics.periods import Grain, Period

NO_BREAK = "\u00a0"
"""Between a number and its unit."""
THIN = "\u202f"
"""Between thousands: narrow, no break."""

_MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip
_SHORT = ("jan.", "feb.", "mars", "april", "mai", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "des.")
_WORDS = ("null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv")
_SUFFIX = {Measure.PERCENT: f"{NO_BREAK}%", Measure.YEARS: f"{NO_BREAK}år"}


def format_number(value: Fraction | float, decimals: int = 0) -> str:
    """A number with decimal comma and thin spaces between thousands, rounded half up; minus is «−»."""
    rounded = round_half_up(Fraction(value), decimals)
    text = f"{abs(rounded):,.{decimals}f}".replace(",", THIN).replace(".", ",")
    return f"−{text}" if rounded < 0 else text


def format_limit(limit: Fraction, measure: Measure) -> str:
    """A limit with as many decimals as it needs: «6 %», «7,5 %», «4,2»."""
    decimals = next((d for d in range(7) if Fraction(round_half_up(limit, d)) == limit), 6)
    return format_number(limit, max(decimals, 1) if measure is Measure.SCORE else decimals) + _SUFFIX.get(measure, "")


def format_amount(value: Fraction, decimals: int, measure: Measure) -> str:
    """An amount with its unit: «8,3 %», «4,1»."""
    return format_number(value, decimals) + _SUFFIX.get(measure, "")


def format_value(figure: Shown) -> str:
    """A shown figure as on the screen: «7,9 %», «4,1», with a decimal more where rounding would hide the side."""
    return format_amount(figure.value, figure.decimals, figure.about.indicator.measure)


def number_word(count: int) -> str:
    """Numbers to twelve in words, then digits."""
    return _WORDS[count] if 0 <= count < len(_WORDS) else format_number(count)


def month_label(period: Period) -> str:
    """«okt. 2026»: the last month of the period."""
    last = period.last_month
    return f"{_SHORT[last.start % 12]} {last.year}"


def period_label(period: Period) -> str:
    """«oktober 2026», «3. kvartal 2026», «2. tertial 2026», «2026»."""
    within = period.start % 12
    return {
        Grain.MONTH: f"{_MONTHS[within]} {period.year}",
        Grain.QUARTER: f"{within // 3 + 1}. kvartal {period.year}",
        Grain.TERTIAL: f"{within // 4 + 1}. tertial {period.year}",
        Grain.YEAR: f"{period.year}",
    }[period.grain]


def date_label(day: date | datetime) -> str:
    """«12. november 2026»."""
    return f"{day.day}. {_MONTHS[day.month - 1]} {day.year}"
