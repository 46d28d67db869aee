"""Sick leave: lost days of agreed days for each unit and period (DOMAIN §2.1)."""

from config.catalogue import Catalogue
from data.importers.gathering import Gathered, UnitOf, people_of
from data.importers.rows import Reading
from metrics.observations import Key, Observation


def read_sick_leave(reading: Reading, catalogue: Catalogue, unit_of: UnitOf) -> dict[Key, Observation]:
    """One observation for each sick-leave indicator whose column of lost days is there; days as delivered."""
    gathered = Gathered(reading)
    wanted = [
        (indicator, "lost_days" if indicator.origin.lost_days == "total" else indicator.origin.lost_days)
        for indicator in catalogue.indicators.values()
        if indicator.origin.delivery == "sick_leave" and indicator.origin.lost_days
    ]
    columns = [(indicator, column) for indicator, column in wanted if column and reading.has(column)]
    for row in reading:
        unit, period, agreed = unit_of(row), row.period("period"), row.amount("agreed_days")
        lost = {column: row.amount(column, optional=column != "lost_days") for _, column in columns}
        people = people_of(row, period) if period else None
        if row.faulty or period is None or agreed is None:
            continue
        for indicator, column in columns:
            days = lost[column]
            if days is not None:
                gathered.observe(row, indicator, unit, period, days, agreed, people)
    return gathered.observations
