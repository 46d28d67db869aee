"""Spells of absence: each person is in turn at work and away, as simulated in STATISTICS §2.1."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from data.sample.months import BURN_IN, COUNT, month_at, weekdays

_SHARES = np.array([0.10, 0.10, 0.27, 0.53])
"""Share of the days away by type of spell: 1-3, 4-10, 11-40 and more than 40 working days."""
_GRADES = np.array([1.0, 1.0, 0.9, 0.75])
_LENGTHS: tuple[Callable[[np.random.Generator, int], np.ndarray], ...] = (
    lambda rng, n: rng.integers(1, 4, n),
    lambda rng, n: rng.integers(4, 11, n),
    lambda rng, n: np.minimum(11 + rng.exponential(9, n).astype(np.int64), 40),
    lambda rng, n: np.minimum(41 + rng.exponential(75, n).astype(np.int64), 250),
)
_MEAN_LENGTHS = np.array([2.0, 7.0, 18.9, 107.0])
_SHORT_SEASON = np.array([1.35, 1.45, 1.25, 1.0, 0.85, 0.7, 0.45, 0.75, 1.0, 1.05, 1.1, 1.05])
_LONG_SEASON = np.array([1.1, 1.1, 1.05, 1.0, 1.0, 0.9, 0.75, 0.9, 1.0, 1.05, 1.1, 1.05])
_SHOCK = 0.12
"""Spread of the shock that everyone shares in a month."""
_FRAILTY = 1.5
_OVERLAP = 1.2
"""Spells that would start while the person is away are lost; this makes up for them."""


@dataclass(frozen=True)
class Spells:
    """Spells of absence as columns; days are working days counted from the start of the burn-in."""

    person: np.ndarray
    start: np.ndarray
    length: np.ndarray
    type: np.ndarray
    """0 to 3, from the shortest to the longest."""

    @property
    def grade(self) -> np.ndarray:
        """float[spells]: the share of each day that is lost."""
        return np.asarray(_GRADES[self.type])


def simulate_spells(rates: np.ndarray, rng: np.random.Generator) -> Spells:
    """Spells of persons with the expected shares of lost days `rates` float[persons, months].

    Before the first month a person has the first month's rate; where the rate is 0 no spell begins.
    """
    frailty = rng.gamma(_FRAILTY, 1 / _FRAILTY, len(rates))
    busy_until = np.zeros(len(rates), dtype=np.int64)
    edges = np.concatenate([[0], np.cumsum(weekdays())])
    found = []
    for step, days in enumerate(weekdays()):
        month = step - BURN_IN
        risk = rates[:, max(month, 0)] * frailty * rng.lognormal(0, _SHOCK) * _OVERLAP * days
        found += _accepted(_candidates(risk, month, int(days), rng), int(edges[step]), busy_until)
    columns = [np.concatenate(column) for column in zip(*found, strict=True)]
    return Spells(*columns)


Columns = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]


def _candidates(risk: np.ndarray, month: int, days: int, rng: np.random.Generator) -> Columns:
    """Person, day of the month, length and type of the spells that begin in a month, in order of person and day."""
    calendar = month_at(month).start % 12
    season = np.array([_SHORT_SEASON[calendar]] * 2 + [_LONG_SEASON[calendar]] * 2)
    expected = _SHARES / (_SHARES * _GRADES).sum() / _MEAN_LENGTHS * season
    counts = rng.poisson(risk[:, None] * expected)
    persons = [np.repeat(np.arange(len(risk)), counts[:, kind]) for kind in range(len(_SHARES))]
    lengths = np.concatenate([draw(rng, len(who)) for draw, who in zip(_LENGTHS, persons, strict=True)])
    types = np.repeat(np.arange(len(_SHARES)), [len(who) for who in persons])
    person = np.concatenate(persons)
    day = rng.integers(0, days, len(person))
    order = np.lexsort((day, person))
    return person[order], day[order], lengths[order], types[order]


def _accepted(candidates: Columns, first_day: int, busy_until: np.ndarray) -> list[Columns]:
    """The spells that begin while the person is at work; moves `busy_until`. One round for each spell of a person."""
    person, day, length, kind = candidates
    start = first_day + day
    rank = np.arange(len(person)) - np.searchsorted(person, person)
    found = []
    for turn in range(int(rank.max(initial=-1)) + 1):
        chosen = np.flatnonzero(rank == turn)
        chosen = chosen[start[chosen] >= busy_until[person[chosen]]]
        busy_until[person[chosen]] = start[chosen] + length[chosen]
        found.append((person[chosen], start[chosen], length[chosen], kind[chosen]))
    return found


def split_by_month(spells: Spells) -> list[np.ndarray]:
    """For each of the sixty months int[spells]: the working days of each spell that fall in it."""
    edges = np.concatenate([[0], np.cumsum(weekdays())])[BURN_IN:]
    end = spells.start + spells.length
    return [np.maximum(np.minimum(end, edges[i + 1]) - np.maximum(spells.start, edges[i]), 0) for i in range(COUNT)]
