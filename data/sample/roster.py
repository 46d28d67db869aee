"""The jobs so far, and who is in which unit now."""

import numpy as np

from data.sample.headcounts import Plan
from data.sample.jobs import Job, Jobs, Leaving
from data.sample.months import COUNT
from data.sample.positions import Offers


class Roster:
    """Takes on people and lets them go; every other module in the staffing works on this one."""

    def __init__(self, plan: Plan, rng: np.random.Generator) -> None:
        self.plan, self.rng = plan, rng
        full_time_unit = None if plan.cases is None else plan.index[plan.cases.full_time]
        self.offers = Offers(plan.kinds, full_time_unit, rng)
        self.jobs: list[Job] = []
        self.held: list[list[int]] = [[] for _ in plan.codes]
        """Rows of the jobs now held in each unit, the newest last."""
        self._last: list[int] = []
        self._leaving: list[Leaving] = []
        self._persons = 0

    def new_person(self) -> int:
        """The next person's number."""
        self._persons += 1
        return self._persons - 1

    def take_on(self, job: Job) -> None:
        """A job that is held until it is ended, counted in its unit."""
        self.held[job.unit].append(len(self.jobs))
        self._add(job, COUNT - 1)

    def note(self, job: Job, last: int) -> None:
        """A job outside the headcount, with its last month."""
        self._add(job, last)

    def end(self, row: int, month: int, leaving: Leaving) -> None:
        """The job's last month and why it ended."""
        self.held[self.jobs[row].unit].remove(row)
        self._last[row], self._leaving[row] = month, leaving

    def columns(self) -> Jobs:
        """All jobs so far."""
        jobs = self.jobs
        return Jobs(
            person=np.array([job.person for job in jobs]),
            unit=np.array([job.unit for job in jobs]),
            first=np.array([job.first for job in jobs]),
            last=np.array(self._last),
            leaving=np.array(self._leaving),
            percent=np.array([job.percent for job in jobs]),
            full_from=np.array([job.full_from for job in jobs]),
            shift=np.array([job.shift for job in jobs]),
            terms=np.array([job.terms for job in jobs]),
        )

    def _add(self, job: Job, last: int) -> None:
        self.jobs.append(job)
        self._last.append(last)
        self._leaving.append(Leaving.NONE)
