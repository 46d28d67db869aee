"""Small values that several tests make."""

from datetime import date

import numpy as np

from metrics.figures import Cell
from metrics.indicators import Better, Indicator, Kind, Origin, Privacy
from metrics.protect import OwnAmounts
from metrics.windows import Window

INDICATOR = Indicator(
    id="x",
    version=1,
    valid_from=date(2020, 1, 1),
    name={"nb": "x"},
    explained={"nb": "x"},
    kind=Kind.RATE,
    better=Better.LOWER,
    numerator="a",
    denominator="b",
    window=Window.MONTH,
    privacy=Privacy(counts="employees", family="x"),
    origin=Origin(delivery="figures"),
    formula={"nb": ""},
    why={"nb": ""},
    weaknesses={"nb": ""},
    reference="",
)


def own_amounts(people: list[int]) -> OwnAmounts:
    """One base period where everyone has ten agreed days and five lost."""
    counts = np.array(people, dtype=np.int64)
    none = np.zeros(len(people), bool)
    return OwnAmounts(
        numerator=5 * counts,
        denominator=10 * counts,
        people=counts,
        uncounted=none,
        measured=~none,
        lacking=np.full(len(people), Cell.NOT_DELIVERED, np.int8),
        showable=~none,
    )
