"""Generic sums: numerator and denominator of any indicator, by unit and period."""

from difflib import get_close_matches

from config.catalogue import Catalogue
from data.importers.codes import Code
from data.importers.gathering import Gathered, UnitOf, people_of
from data.importers.rows import Reading, Row
from metrics.amounts import natural
from metrics.indicators import Indicator, Kind
from metrics.observations import Key, Observation


def read_figures(reading: Reading, catalogue: Catalogue, unit_of: UnitOf) -> dict[Key, Observation]:
    """Observations as they stand: sums in natural units, before the indicator's divisor and times 100."""
    gathered = Gathered(reading)
    for row in reading:
        indicator, unit, period = _indicator(row, catalogue), unit_of(row), row.period("period")
        numerator, denominator = row.amount("numerator"), row.amount("denominator")
        people = people_of(row, period) if period else None
        breakdown = row.choice("breakdown") if reading.has("breakdown") else None
        if row.faulty or indicator is None or period is None or numerator is None or denominator is None:
            continue
        if (
            isinstance(numerator, int)
            and isinstance(denominator, int)
            and _out_of_scale(indicator, numerator, denominator)
        ):
            low, high = indicator.scale or (0, 0)
            row.fault(Code.OUT_OF_SCALE, "numerator", expected=f"{low:g}–{high:g}")
            continue
        gathered.observe(
            row, indicator, unit, period, numerator, denominator, people, breakdown=breakdown or indicator.breakdown
        )
    return gathered.observations


def _indicator(row: Row, catalogue: Catalogue) -> Indicator | None:
    name = row.text("indicator")
    found = catalogue.indicators.get(name)
    if found is None and name:
        close = get_close_matches(name, catalogue.indicators, n=1)
        row.fault(Code.UNKNOWN_INDICATOR, "indicator", expected=close[0] if close else None)
    return found


def _out_of_scale(indicator: Indicator, numerator: int, denominator: int) -> bool:
    if indicator.kind is not Kind.MEAN or indicator.scale is None or denominator == 0:
        return False
    low, high = indicator.scale
    return not low <= natural(numerator) / natural(denominator) <= high
