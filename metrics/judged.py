"""Verdicts as they stand on the board: of one indicator, for every unit and month or round."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from metrics.periods import Period
from metrics.progress.codes import Direction, Level, Outlook, Why
from metrics.progress.verdicts import Verdicts

FACTS = (
    "P",
    "p_plan",
    "p_reach",
    "z",
    "mid_p",
    "se",
    "sure_change",
    "phi",
    "theta",
    "s",
    "lacking",
    "previous",
    "milestone",
)
"""The facts behind a verdict, by name (STATISTICS §4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Three separate statements about one figure, and the facts behind them."""

    level: Level
    direction: Direction
    outlook: Outlook
    why: Why
    why_direction: Why
    judged: Period | None
    """The period that the verdict is from: the newest month may be provisional."""
    facts: dict[str, float | None]


@dataclass(frozen=True)
class Judged:
    """The verdicts of one series."""

    units: tuple[str, ...]
    axis: tuple[Period, ...]
    """Months, or the rounds of a survey."""
    verdicts: Verdicts

    @cached_property
    def _row(self) -> dict[str, int]:
        return {unit: i for i, unit in enumerate(self.units)}

    @cached_property
    def _column(self) -> dict[int, int]:
        return {period.end: i for i, period in enumerate(self.axis)}

    def of(self, unit: str, period: Period) -> Verdict | None:
        """The verdict on the figure that ends with a period, None when the axis has no such month."""
        row, column = self._row.get(unit), self._column.get(period.end)
        if row is None or column is None:
            return None
        level, direction, outlook = self.verdicts.words(row, column)
        why, why_direction = self.verdicts.reasons(row, column)
        judged = int(self.verdicts.judged[row, column])
        return Verdict(
            level=level,
            direction=direction,
            outlook=outlook,
            why=why,
            why_direction=why_direction,
            judged=self.axis[judged] if judged >= 0 else None,
            facts={name: self._fact(name, row, column) for name in FACTS},
        )

    def _fact(self, name: str, row: int, column: int) -> float | None:
        value = float(getattr(self.verdicts, name)[row, column])
        return value if np.isfinite(value) else None
