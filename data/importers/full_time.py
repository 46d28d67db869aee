"""Full-time measures already counted for each unit, period and population."""

from config.catalogue import Catalogue
from config.format_fields import threshold_field
from data.importers.gathering import Gathered, UnitOf
from data.importers.rows import Reading, Row
from metrics.amounts import SCALE
from metrics.indicators import Indicator
from metrics.observations import ALL, Key, Measured, Observation
from metrics.periods import Period

_PERCENT = 100


def read_full_time(reading: Reading, catalogue: Catalogue, unit_of: UnitOf) -> dict[Key, Observation]:
    """Observations of the indicators made from positions whose columns are there.

    `at_least_<N>` counts persons with at least N per cent, `percent_sum` is the sum of the percentages; columns
    that end in `_municipality` count each person once in the municipality, of `people_municipality`.
    """
    gathered = Gathered(reading)
    columns = {indicator.id: column(indicator) for indicator in catalogue.indicators.values()}
    wanted = [
        indicator
        for indicator in catalogue.indicators.values()
        if indicator.origin.delivery == "positions" and reading.has(columns[indicator.id])
    ]
    for row in reading:
        unit, period = unit_of(row), row.period("period")
        breakdown = (row.choice("breakdown") or ALL) if reading.has("breakdown") else ALL
        for indicator in wanted:
            _observe(gathered, row, indicator, columns[indicator.id], (unit, period, breakdown))
    return gathered.observations


def column(indicator: Indicator) -> str:
    """The field that an indicator is counted in: `at_least_80`, `at_least_100_municipality`, `percent_sum`."""
    end = "_municipality" if indicator.origin.counted_in == "municipality" else ""
    least = indicator.origin.at_least
    return f"percent_sum{end}" if least is None else f"at_least_{least}{end}"


def _observe(
    gathered: Gathered, row: Row, indicator: Indicator, field: str, place: tuple[str, Period | None, str]
) -> None:
    unit, period, breakdown = place
    municipality = indicator.origin.counted_in == "municipality"
    people = row.count("people_municipality" if municipality else "people")
    amount = row.amount(field, optional=True)
    if row.faulty or amount is None or people is None or period is None:
        return
    if threshold_field(field) is None and isinstance(amount, int):
        amount //= _PERCENT
    persons = people if isinstance(people, Measured) else people * SCALE
    gathered.observe(row, indicator, unit, period, amount, persons, people, breakdown=breakdown)
