"""Unmasked figures: outside the dashboard's process and rights, one at a time, with a name and a reason in the log."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import func, insert, select

from config.catalogue import Catalogue
from data.moments import by_series, moments
from data.register import Register
from data.register_tables import DISCLOSURE
from metrics.amounts import natural
from metrics.indicators import Indicator
from metrics.periods import Period

LEAST_REASON = 10
"""Letters that a reason must have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmasked:
    """The sums of one unit in one base period, hidden or not."""

    unit: str
    indicator: str
    breakdown: str
    period: str
    numerator: float
    denominator: float
    people: int


def disclose(
    register: Register, catalogue: Catalogue, indicator: Indicator, unit: str, period: Period, by: str, reason: str
) -> tuple[Unmasked, ...]:
    """The unmasked sums, one for each breakdown; empty when nothing was delivered. The log is written first."""
    _log(register, indicator.id, unit, period, by, reason)
    with register.reading() as connection:
        organisation = register.organisation(connection)
        values = by_series(register.current(connection, [indicator.id]))
    found = []
    for moment in moments(indicator, organisation, values, defer=catalogue.settings.own_staff == "defer"):
        if moment.period == period and unit in moment.tree.index:
            row = moment.tree.index[unit]
            for name, totals in zip(indicator.breakdowns, moment.totals, strict=True):
                sums = natural(int(totals.numerator[row])), natural(int(totals.denominator[row]))
                found.append(
                    Unmasked(
                        unit=unit,
                        indicator=indicator.id,
                        breakdown=name,
                        period=period.code,
                        numerator=sums[0],
                        denominator=sums[1] / indicator.denominator_divisor,
                        people=int(totals.known[row]),
                    )
                )
    return tuple(found)


def _log(register: Register, indicator: str, unit: str, period: Period, by: str, reason: str) -> None:
    with register.writing() as connection:
        newest = select(func.max(DISCLOSURE.c.id)).where(DISCLOSURE.c.municipality == register.municipality)
        number = (connection.execute(newest).scalar() or 0) + 1
        connection.execute(
            insert(DISCLOSURE).values(
                municipality=register.municipality,
                id=number,
                at=datetime.now(UTC).isoformat(timespec="seconds"),
                by=by,
                reason=reason,
                indicator=indicator,
                unit=unit,
                start=period.start,
                months=int(period.months),
            )
        )
