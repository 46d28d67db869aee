"""How many of the lowest units stand where: counted beside the sum, never instead of it (STATISTICS §8)."""

from collections import Counter

from dashboard.reading import Reading
from dashboard.similar import lowest
from dashboard.standings import Standing
from metrics.figures import Missing, Reason
from metrics.progress.codes import Level

_NOT_CONCERNED = {Reason.NOT_APPLICABLE, Reason.NOT_MEASURED}


def spread(reading: Reading, standing: Standing) -> Counter[Level]:
    """The levels of the lowest units under a unit, at the same month; what the measure is not for is left out.

    Empty where the figure has no verdict that holds, or nothing to be held against.
    """
    figure, verdict = standing.shown, standing.verdict
    if figure is None or verdict is None or verdict.level is Level.NO_TARGET:
        return Counter()
    about = figure.about
    judged = reading.board.judged[about.indicator.id, about.breakdown]
    found = Counter[Level]()
    for unit in lowest(reading, about.unit):
        one = judged.of(unit.id, about.period)
        if one is not None and not (
            one.level is Level.MISSING and _not_concerned(reading, unit.id, about.indicator.id)
        ):
            found[one.level] += 1
    return found


def _not_concerned(reading: Reading, unit: str, indicator: str) -> bool:
    figure = reading.now(unit, indicator)
    return figure is None or (isinstance(figure, Missing) and figure.reason in _NOT_CONCERNED)
