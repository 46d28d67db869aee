"""How large a new position is, and when it is raised to a full one."""

import numpy as np

from data.sample.jobs import ALWAYS_PART_TIME, Job, Terms
from data.sample.kinds import Kind
from data.sample.months import COUNT

_SHIFT_AT_START, _SHIFT_RISE = 0.285, 0.085
"""Full-time share among those in shifts, and how much it rises over the sixty months (DOMAIN §3)."""
_IN_SHIFTS = 0.88
_TEMPORARY = 0.07
_PART_SHIFT = np.array([15, 20, 30, 40, 50, 60, 70, 75, 80, 90])
_PART_SHIFT_SHARES = np.array([6, 6, 5, 6, 14, 17, 13, 15, 14, 4]) / 100
_PART_DAY = np.array([20, 40, 50, 60, 70, 80, 90])
_PART_DAY_SHARES = np.array([5, 8, 20, 18, 12, 27, 10]) / 100
_EXTRA_PERCENTS = (20, 40, 60, 75, 80, 100)


class Offers:
    """Draws positions. Each unit has its own leaning towards full or part time, the same all the time."""

    def __init__(self, kinds: tuple[Kind, ...], full_time_unit: int | None, rng: np.random.Generator) -> None:
        self._kinds, self._full_time_unit, self._rng = kinds, full_time_unit, rng
        self._leaning = rng.normal(0, 0.06, len(kinds))

    def draw(self, person: int, unit: int, month: int, *, temporary: bool = False) -> Job:
        """A new employee's job in a unit from a month on."""
        shift = self._kinds[unit].shift and self._rng.random() < _IN_SHIFTS
        percent, full_from = self._size(unit, month, shift=shift)
        terms = Terms.TEMPORARY if temporary or self._rng.random() < _TEMPORARY else Terms.PERMANENT
        return Job(person, unit, month, percent, full_from, shift, terms)

    def draw_extra(self, person: int, unit: int, month: int, terms: Terms) -> Job:
        """A substitute's or an apprentice's job, outside the headcount."""
        percent = 100 if terms is Terms.APPRENTICE else int(self._rng.choice(_EXTRA_PERCENTS))
        return Job(person, unit, month, percent, ALWAYS_PART_TIME, self._kinds[unit].shift, terms)

    def _size(self, unit: int, month: int, *, shift: bool) -> tuple[int, int]:
        in_time = _SHIFT_AT_START + _SHIFT_RISE * month / COUNT
        share = (in_time if shift else self._kinds[unit].full_time) + self._leaning[unit]
        if unit == self._full_time_unit or self._rng.random() < share:
            return 100, 0
        sizes, shares = (_PART_SHIFT, _PART_SHIFT_SHARES) if shift else (_PART_DAY, _PART_DAY_SHARES)
        percent = int(self._rng.choice(sizes, p=shares))
        raised = self._rng.geometric(_SHIFT_RISE / COUNT / (1 - _SHIFT_AT_START)) if shift else ALWAYS_PART_TIME
        return percent, month + int(raised)
