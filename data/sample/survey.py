"""Three rounds of an employee survey with the ten factors of KS's 10-FAKTOR, answered by invented employees."""

from dataclasses import dataclass

import numpy as np

from data.sample.headcounts import Plan
from data.sample.months import index_of, month_at
from metrics.units import Tree

FACTORS = {
    "Oppgavemotivasjon": 4.35,
    "Mestringstro": 4.35,
    "Selvstendighet": 4.25,
    "Bruk av kompetanse": 4.25,
    "Mestringsorientert ledelse": 4.05,
    "Rolleklarhet": 4.35,
    "Relevant kompetanseutvikling": 3.75,
    "Fleksibilitetsvilje": 4.5,
    "Mestringsklima": 4.1,
    "Nyttemotivasjon": 4.75,
}
"""The factors in KS's order (DOMAIN §1.1) with the middle of the invented answers before they are cut off at 5."""
ROUNDS = (index_of(2022, 3), index_of(2024, 3), index_of(2026, 3))
LEAST_ANSWERS = 3
"""The survey tool makes no report for fewer (DOMAIN §1.3), but counts them in the report above."""
_STEPS = 4
"""A person's score on a factor is the mean of four statements, so it moves in quarters."""
_PERSON, _PERSON_FACTOR, _UNIT, _UNIT_FACTOR = 0.4, 0.5, 0.15, 0.10
_CHANGE = 0.04
_RESPONSE = (0.64, 0.88)
_INVITED_SHARE = 0.97


@dataclass(frozen=True)
class Reports:
    """One round's reports. An inner unit's report holds everyone below it."""

    month: int
    codes: tuple[str, ...]
    invited: np.ndarray
    """int[units]."""
    answers: np.ndarray
    """int[units]."""
    mean: np.ndarray
    """float[units, factors], 1 to 5."""
    spread: np.ndarray
    """float[units, factors]: standard deviation between persons."""


def run_survey(plan: Plan, rng: np.random.Generator) -> tuple[Reports, ...]:
    """Every round's reports, for the units with at least three answers in or below them."""
    units, factors = len(plan.codes), len(FACTORS)
    level = np.array(list(FACTORS.values())) + rng.normal(0, _UNIT, (units, 1))
    level = level + rng.normal(0, _UNIT_FACTOR, (units, factors))
    rounds = []
    for month in ROUNDS:
        level = level + rng.normal(0, _CHANGE, (units, factors))
        rounds.append(_run_round(plan, month, level, rng))
    return tuple(rounds)


def _run_round(plan: Plan, month: int, level: np.ndarray, rng: np.random.Generator) -> Reports:
    tree = plan.organisation.at(month_at(month))
    rows = np.array([plan.index[code] for code in tree.ids])
    invited, answers = _responses(plan, month, rng)
    sums, squares = _answer(answers[rows], level[rows], rng)
    everyone = [_with_below(tree, column) for column in (invited[rows], answers[rows], sums, squares)]
    shown = np.flatnonzero(everyone[1] >= LEAST_ANSWERS)
    invited, answers, sums, squares = (column[shown] for column in everyone)
    mean = sums / answers[:, None]
    variance = (squares - sums * mean) / (answers[:, None] - 1)
    return Reports(
        month=month,
        codes=tuple(tree.ids[i] for i in shown),
        invited=invited,
        answers=answers,
        mean=mean / _STEPS,
        spread=np.sqrt(np.maximum(variance, 0)) / _STEPS,
    )


def _responses(plan: Plan, month: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """int[units] twice: invited and answers of the own staff. Not all in the headcount are invited (DOMAIN §1.2)."""
    headcount = plan.headcount[:, month]
    invited = headcount - rng.binomial(headcount, 1 - _INVITED_SHARE)
    answers = np.rint(invited * rng.uniform(*_RESPONSE, len(invited))).astype(np.int64)
    if plan.cases is not None:
        few = plan.index[plan.cases.three_answers]
        invited[few], answers[few] = headcount[few], LEAST_ANSWERS
    return invited, answers


def _answer(answers: np.ndarray, level: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """int[units, factors] twice: sums and sums of squares of the persons' scores, in quarters."""
    unit = np.repeat(np.arange(len(answers)), answers)
    person = rng.normal(0, _PERSON, (len(unit), 1)) + rng.normal(0, _PERSON_FACTOR, (len(unit), len(FACTORS)))
    scores = np.rint(np.clip(level[unit] + person, 1, 5) * _STEPS).astype(np.int64)
    sums, squares = np.zeros(level.shape, dtype=np.int64), np.zeros(level.shape, dtype=np.int64)
    np.add.at(sums, unit, scores)
    np.add.at(squares, unit, scores**2)
    return sums, squares


def _with_below(tree: Tree, column: np.ndarray) -> np.ndarray:
    """Each unit's own figures and all below it. A subtree is a stretch of rows (`Tree`)."""
    below = np.concatenate([np.zeros((1, *column.shape[1:]), dtype=column.dtype), np.cumsum(column, axis=0)])
    first = np.arange(len(tree.size))
    return np.asarray(below[first + tree.size] - below[first])
