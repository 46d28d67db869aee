"""What the lowest units of the same service area have done: a fact to hold a pace against, never a ranking."""

from fractions import Fraction

import numpy as np

from dashboard.reading import Reading
from metrics.periods import Period
from metrics.progress import plans
from metrics.progress.groups import Groups
from metrics.units import Unit

_FEWEST = 4
"""Units with a change behind a quarter."""


def lowest(reading: Reading, top: str) -> tuple[Unit, ...]:
    """The units without units below them, under a unit."""
    tree = reading.tree
    return tuple(unit for unit in tree.below(top) if tree.size[tree.index[unit.id]] == 1)


def best_quarter(reading: Reading, unit: Unit, indicator: str, period: Period) -> Fraction | None:
    """The change in a year that the best quarter of the area's shown units reached; None with too few of them."""
    about, area = reading.board.indicators[indicator], unit.service_area
    judged = reading.board.judged.get((indicator, about.breakdown))
    if judged is None or area is None or area == unit.id or area not in reading.tree.index:
        return None
    at = [i for i, one in enumerate(judged.axis) if one.end == period.end]
    place = {name: i for i, name in enumerate(judged.units)}
    rows = [place[one.id] for one in lowest(reading, area) if one.id in place]
    if not at or not rows:
        return None
    verdicts = judged.verdicts
    change = (verdicts.figure - verdicts.previous)[rows, at[0]]
    if np.isfinite(change).sum() < _FEWEST:
        return None
    groups = Groups.lowest(np.zeros(len(rows), np.int64))
    found = plans.best_quarter(change, np.ones(len(rows), bool), groups, about.better)[0]
    return Fraction(float(found))
