"""Who works where: hiring, leaving and reorganisations month by month, after the plan of headcounts."""

from dataclasses import replace

import numpy as np

from data.sample.cases import Handover
from data.sample.extras import add_extras, give_second_jobs
from data.sample.headcounts import Plan
from data.sample.jobs import Jobs, Leaving, Terms
from data.sample.months import COUNT, month_at
from data.sample.roster import Roster

_EXTERNAL, _RETIRED, _EXPIRED = 0.085 / 12, 0.023 / 12, 0.45 / 12
"""Chance of leaving in a month; yearly about 11 % external and retired together (DOMAIN §4)."""
_LEAVING_SEASON = np.array([1.1, 0.8, 0.8, 0.9, 0.9, 1.2, 1.7, 1.3, 0.9, 0.8, 0.8, 0.8])
_FILLED_FROM_WITHIN = 0.2


def employ(plan: Plan, rng: np.random.Generator) -> Jobs:
    """Every job of the sixty months. Headcounts follow `plan.headcount` to the person."""
    roster = Roster(plan, rng)
    for month in range(COUNT):
        for change in plan.cases.handovers if plan.cases else ():
            if change.month == month:
                _hand_over(roster, change)
        _fit(roster, month)
        if month == 0:
            give_second_jobs(roster)
        _leave(roster, month)
    add_extras(roster)
    return roster.columns()


def _hand_over(roster: Roster, change: Handover) -> None:
    """All in the old units go on in the new ones, filled up one after another; those left over must leave."""
    index, month = roster.plan.index, change.month
    going = [row for code in change.old for row in roster.held[index[code]]]
    room = [index[code] for code in change.new for _ in range(roster.plan.headcount[index[code], month])]
    for row, unit in zip(going, room, strict=False):
        roster.end(row, month - 1, Leaving.NONE)
        roster.take_on(replace(roster.jobs[row], unit=unit, first=month))
    for row in going[len(room) :]:
        roster.end(row, month - 1, Leaving.EXTERNAL)


def _fit(roster: Roster, month: int) -> None:
    """Fill what is vacant and let the newest go where there are too many, until the plan is met."""
    vacant: list[int] = []
    for unit, wanted in enumerate(roster.plan.headcount[:, month].tolist()):
        while len(roster.held[unit]) > wanted:
            _let_go(roster, unit, month - 1)
        vacant += [unit] * (wanted - len(roster.held[unit]))
    for unit in vacant:
        mover = _find_mover(roster, unit) if month and roster.rng.random() < _FILLED_FROM_WITHIN else None
        if mover is None:
            _hire(roster, roster.new_person(), unit, month)
        else:
            job = roster.jobs[mover]
            roster.end(mover, month - 1, Leaving.INTERNAL)
            _hire(roster, job.person, unit, month)
            _hire(roster, roster.new_person(), job.unit, month)


def _hire(roster: Roster, person: int, unit: int, month: int) -> None:
    cases = roster.plan.cases
    temporary = cases is not None and month > 0 and unit == roster.plan.index[cases.flexible]
    roster.take_on(roster.offers.draw(person, unit, month, temporary=temporary))


def _let_go(roster: Roster, unit: int, month: int) -> None:
    row = next(row for row in reversed(roster.held[unit]) if not roster.jobs[row].protected)
    expired = roster.jobs[row].terms is Terms.TEMPORARY
    roster.end(row, month, Leaving.EXPIRED if expired else Leaving.EXTERNAL)


def _find_mover(roster: Roster, unit: int) -> int | None:
    """The row of someone from another unit of the same kind, not among the newest there."""
    kinds = roster.plan.kinds
    others = [i for i, kind in enumerate(kinds) if kind == kinds[unit] and i != unit and roster.held[i]]
    if not others:
        return None
    held = roster.held[others[int(roster.rng.integers(len(others)))]]
    row = held[int(roster.rng.integers(len(held) // 2 + 1))]
    job, newest = roster.jobs[row], roster.jobs[held[-1]].first
    return None if job.protected or job.first == newest else row


def _leave(roster: Roster, month: int) -> None:
    """Some leave on the last day of the month."""
    season = _LEAVING_SEASON[month_at(month).start % 12]
    rows = [row for held in roster.held for row in held if not roster.jobs[row].protected]
    for row, luck in zip(rows, roster.rng.random(len(rows)).tolist(), strict=True):
        job = roster.jobs[row]
        external = _EXTERNAL * season * roster.plan.kinds[job.unit].leaving
        expired = _EXPIRED if job.terms is Terms.TEMPORARY else 0.0
        if luck < external:
            roster.end(row, month, Leaving.EXTERNAL)
        elif luck < external + _RETIRED:
            roster.end(row, month, Leaving.RETIRED)
        elif luck < external + _RETIRED + expired:
            roster.end(row, month, Leaving.EXPIRED)
