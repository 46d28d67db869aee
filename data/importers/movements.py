"""Turnover from a list of leavers that also states which units and months it covers (STATISTICS §5.3)."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from config.catalogue import Catalogue
from data.importers.codes import Code
from data.importers.gathering import Gathered, UnitOf
from data.importers.leavers import KINDS, leavers_of, person_months
from data.importers.rows import Reading, Row
from metrics.amounts import SCALE
from metrics.observations import Key, Measured, Observation
from metrics.periods import Period


@dataclass(frozen=True)
class _Covered:
    """A unit and period that the list covers, with its leavers by kind."""

    row: Row
    unit: str
    period: Period
    headcount: int
    leavers: Counter[str] = field(default_factory=Counter)


def read_movements(reading: Reading, catalogue: Catalogue, unit_of: UnitOf) -> dict[Key, Observation]:
    """One observation for each turnover indicator and covered unit-month; without a leaver the numerator is 0.

    Problems: `coverage_overlaps`, `coverage_without_headcount`, `leaver_outside_coverage`.
    """
    covered: dict[str, list[_Covered]] = defaultdict(list)
    leaving: list[tuple[Row, str, Period, str]] = []
    for row in reading:
        kind, unit, period = row.choice("row_kind"), unit_of(row), row.period("period")
        if kind == "leaver":
            reason = row.choice("reason")
            if not row.faulty and period and reason:
                leaving.append((row, unit, period, reason))
        elif not row.faulty and period:
            _cover(covered[unit], row, unit, period)
    for row, unit, period, reason in leaving:
        place = next((place for place in covered[unit] if period.within(place.period)), None)
        if place is None:
            row.fault(Code.LEAVER_OUTSIDE_COVERAGE, "period", params={"unit": unit, "period": period.code})
        else:
            place.leavers[reason] += 1
    return _observations(reading, catalogue, [place for places in covered.values() for place in places])


def _cover(places: list[_Covered], row: Row, unit: str, period: Period) -> None:
    headcount = row.count("headcount", optional=True)
    about = {"unit": unit, "period": period.code}
    first = next((place for place in places if place.period.overlaps(period)), None)
    if isinstance(headcount, Measured) or (headcount is None and not row.faulty):
        row.fault(Code.COVERAGE_WITHOUT_HEADCOUNT, "headcount", params=about)
    elif first is not None:
        row.fault(Code.COVERAGE_OVERLAPS, "period", params={**about, "first": str(first.row.number)})
    elif headcount is not None:
        places.append(_Covered(row, unit, period, headcount))


def _observations(reading: Reading, catalogue: Catalogue, covered: list[_Covered]) -> dict[Key, Observation]:
    gathered = Gathered(reading)
    wanted = [one for one in catalogue.indicators.values() if one.origin.delivery == "movements" and one.origin.leavers]
    for place in sorted(covered, key=lambda place: place.row.number):
        counts = {kind: place.leavers[kind] * SCALE for kind in KINDS}
        exposure = person_months(place.headcount * SCALE, place.period)
        for indicator in wanted:
            leavers = leavers_of(indicator, dict(counts))
            if leavers is not None:
                gathered.observe(place.row, indicator, place.unit, place.period, leavers, exposure, place.headcount)
    return gathered.observations
