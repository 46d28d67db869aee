"""The way of a plan: where it began, and where the figure should be month by month."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from dashboard.reading import Reading
from dashboard.standings import Standing
from metrics.periods import Period


@dataclass(frozen=True, slots=True)
class Start:
    """Where a unit stood when the strategy began."""

    value: Fraction
    period: Period


def way(reading: Reading, standing: Standing) -> dict[Period, Fraction]:
    """m(t) of the plan for every judged month up to the figure's, empty without a plan."""
    figure, verdict = standing.shown, standing.verdict
    if figure is None or verdict is None or verdict.facts["milestone"] is None:
        return {}
    about = figure.about
    judged = reading.board.judged[about.indicator.id, about.breakdown]
    limits = judged.verdicts.milestone[judged.units.index(about.unit)]
    return {
        period: Fraction(float(limit))
        for period, limit in zip(judged.axis, limits, strict=True)
        if period.end <= about.period.end and np.isfinite(limit)
    }


def start_of(reading: Reading, standing: Standing) -> Start | None:
    """The stored baseline where there is a plan, else the first shown figure of the strategy's time."""
    if standing.shown is None:
        return None
    about = standing.shown.about
    first = reading.start(about.unit, about.indicator.id)
    if first is None:
        return None
    stored = next(iter(way(reading, standing).values()), None)
    return Start(first.value if stored is None else stored, first.about.period)
