"""Turnover already counted: average headcount and leavers by kind for each unit and period."""

from config.catalogue import Catalogue
from data.importers.gathering import Gathered, UnitOf, people_of
from data.importers.leavers import KINDS, leavers_of, person_months
from data.importers.rows import Reading, Row
from data.importers.values import Amount
from metrics.amounts import SCALE
from metrics.observations import Key, Measured, Observation
from metrics.periods import Period


def read_turnover(reading: Reading, catalogue: Catalogue, unit_of: UnitOf) -> dict[Key, Observation]:
    """One observation for each turnover indicator whose kinds of leavers all have a column.

    `headcount` is the average number of employees in the period; people is that number rounded down, when the
    format gives no other.
    """
    gathered = Gathered(reading)
    wanted = [one for one in catalogue.indicators.values() if one.origin.delivery == "movements" and one.origin.leavers]
    for row in reading:
        unit, period, headcount = unit_of(row), row.period("period"), row.amount("headcount")
        counts = {kind: row.amount(kind, optional=True) for kind in KINDS if reading.has(kind)}
        people = _people(row, period, headcount)
        if row.faulty or period is None or headcount is None:
            continue
        told = {kind: count for kind, count in counts.items() if count is not None}
        for indicator in wanted:
            leavers = leavers_of(indicator, told)
            if leavers is not None:
                gathered.observe(row, indicator, unit, period, leavers, person_months(headcount, period), people)
    return gathered.observations


def _people(row: Row, period: Period | None, headcount: Amount | None) -> int | Measured | None:
    if period is not None and (row.reading.has("people") or row.reading.format.people):
        return people_of(row, period)
    return headcount // SCALE if isinstance(headcount, int) else headcount
