"""Turnover from counts: leavers of an indicator's kinds, of headcount × months (STATISTICS §5.3)."""

from data.importers.values import Amount
from metrics.indicators import Indicator
from metrics.observations import Measured
from metrics.periods import Period

KINDS = ("external", "internal", "retirement", "expired_temporary")


def leavers_of(indicator: Indicator, counts: dict[str, Amount]) -> Amount | None:
    """The leavers that an indicator counts. None when a kind of them is not told; a mark when one is marked."""
    wanted = [counts.get(kind) for kind in indicator.origin.leavers]
    if any(count is None for count in wanted):
        return None
    marks = [count for count in wanted if isinstance(count, Measured)]
    return marks[0] if marks else sum(count for count in wanted if isinstance(count, int))


def person_months(headcount: Amount, period: Period) -> Amount:
    """Headcount times the months of the period; the indicator divides by 12."""
    return headcount * period.months if isinstance(headcount, int) else headcount
