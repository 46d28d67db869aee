"""Those who make position lists harder: people in two units, substitutes and apprentices."""

from dataclasses import replace
from itertools import pairwise

import numpy as np

from data.sample.jobs import ALWAYS_PART_TIME, Terms
from data.sample.roster import Roster

_TWO_JOBS = (((60, 40), (50, 50)), ((60, 40), (50, 30)))
"""Positions in per cent in the two units, for the two persons of every pair of units in turn."""
_EXTRAS_PER_EMPLOYEE = 0.065
_APPRENTICES_AMONG_EXTRAS = 0.3
_APPRENTICESHIP_MONTHS = 24


def give_second_jobs(roster: Roster) -> None:
    """Some of those in shifts also work in the next such unit, in place of someone there, and never leave."""
    plan, cases = roster.plan, roster.plan.cases
    changing = () if cases is None else (cases.full_time, *cases.tiny, *cases.split.old, *cases.split.new)
    avoided = {plan.index[code] for code in changing}
    units = [unit for unit in sorted(plan.shift_units - avoided) if roster.held[unit]]
    for turn, (unit, other) in enumerate(pairwise(units)):
        for i, (percent, second) in enumerate(_TWO_JOBS[turn % len(_TWO_JOBS)]):
            row, replaced = roster.held[unit][i], roster.held[other][-1 - i]
            job = replace(
                roster.jobs[row],
                percent=percent,
                full_from=ALWAYS_PART_TIME,
                shift=True,
                terms=Terms.PERMANENT,
                protected=True,
            )
            roster.jobs[row] = job
            roster.jobs[replaced] = replace(job, unit=other, percent=second)


def add_extras(roster: Roster) -> None:
    """Substitutes and apprentices, one after another in each place; they are only in the position lists."""
    plan = roster.plan
    inner = {plan.index[str(unit.parent)] for unit in plan.units if unit.parent is not None}
    for unit, headcount in enumerate(plan.headcount):
        if unit in inner:
            continue
        staffed = np.flatnonzero(headcount)
        for _ in range(round(_EXTRAS_PER_EMPLOYEE * int(headcount.max()))):
            month = int(staffed[0]) + int(roster.rng.integers(6))
            while month <= staffed[-1]:
                month = _add_extra(roster, unit, month, int(staffed[-1]))


def _add_extra(roster: Roster, unit: int, month: int, end: int) -> int:
    """Add one who comes in a month; gives the month after the last one."""
    apprentice = roster.rng.random() < _APPRENTICES_AMONG_EXTRAS
    length = _APPRENTICESHIP_MONTHS if apprentice else int(roster.rng.integers(3, 13))
    terms = Terms.APPRENTICE if apprentice else Terms.SUBSTITUTE
    job = roster.offers.draw_extra(roster.new_person(), unit, month, terms)
    roster.note(job, min(month + length - 1, end))
    return month + length
