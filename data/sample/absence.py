"""Sick leave of every unit and month: the persons' spells, reduced to lost and agreed days."""

from dataclasses import dataclass

import numpy as np

from data.sample.headcounts import Plan
from data.sample.jobs import Jobs
from data.sample.months import BURN_IN, COUNT, weekdays
from data.sample.spells import Spells, simulate_spells, split_by_month

SELF_CERTIFIED, DOCTOR_SHORT, LONG = range(3)
_PARTS = 3
_SHORT_WORKING_DAYS = 12
"""Short-term is 1-16 calendar days, twelve working days at most."""
_ALONE = np.array([0.9, 0.45, 0.0, 0.0])
"""Chance that a spell of each type is self-certified; in all about 1.3 of 9 points (DOMAIN §2.2)."""
_UNIT_EFFECT, _DRIFT = 0.20, 0.05
_TREND = 0.08
"""How much lower the absence is at the end than at the start, everywhere."""


@dataclass(frozen=True)
class Absence:
    """Sick leave in hundredths of a day, so that the parts add up exactly."""

    lost: np.ndarray
    """int[units, months, 3]: self-certified, short with a doctor, long with a doctor."""
    agreed: np.ndarray
    """int[units, months]."""


def simulate_absence(plan: Plan, jobs: Jobs, rng: np.random.Generator) -> Absence:
    """Lost and agreed days of those in the headcount. A position counts with its size, a spell with its grade."""
    spells = simulate_spells(_rates(plan, jobs, rng), rng)
    part = _parts(spells, rng)
    lost = np.zeros((len(plan.codes), COUNT, _PARTS), dtype=np.int64)
    agreed = np.zeros((len(plan.codes), COUNT), dtype=np.int64)
    persons = int(jobs.person.max()) + 1
    for month, days in enumerate(split_by_month(spells)):
        away = np.bincount(spells.person * _PARTS + part, days * spells.grade, persons * _PARTS)
        rows = jobs.during(month)
        rows = rows[jobs.counted[rows]]
        percent, unit = jobs.percent_at(rows, month), jobs.unit[rows]
        agreed[:, month] = np.bincount(unit, percent, len(plan.codes)) * weekdays()[BURN_IN + month]
        for kind in range(_PARTS):
            mine = percent * away[jobs.person[rows] * _PARTS + kind]
            lost[:, month, kind] = np.rint(np.bincount(unit, mine, len(plan.codes)))
    if plan.cases is not None:
        lost[plan.index[plan.cases.without_absence], plan.cases.quiet_months] = 0
    return Absence(lost, agreed)


def _rates(plan: Plan, jobs: Jobs, rng: np.random.Generator) -> np.ndarray:
    """float[persons, months]: expected share of lost days, from the kind of workplace and the unit itself."""
    month = np.arange(COUNT) / COUNT
    drift = rng.normal(0, _DRIFT, len(plan.codes))[:, None] * COUNT / 12 * (month - 0.5)
    effect = rng.normal(0, _UNIT_EFFECT, len(plan.codes))[:, None] - _UNIT_EFFECT**2 / 2
    level = np.array([kind.absence for kind in plan.kinds])[:, None]
    in_unit = level * np.exp(effect + drift) * (1 - _TREND * (month - 0.5))
    rates = np.zeros((int(jobs.person.max()) + 1, COUNT))
    for row in np.flatnonzero(jobs.counted):
        held = slice(jobs.first[row], jobs.last[row] + 1)
        rates[jobs.person[row], held] = in_unit[jobs.unit[row], held]
    return rates


def _parts(spells: Spells, rng: np.random.Generator) -> np.ndarray:
    """int[spells]: which of the three parts a spell belongs to."""
    alone = rng.random(len(spells.person)) < _ALONE[spells.type]
    return np.where(alone, SELF_CERTIFIED, np.where(spells.length > _SHORT_WORKING_DAYS, LONG, DOCTOR_SHORT))
