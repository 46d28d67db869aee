"""Writes the invented municipality as files in the templates, in the order in which they are imported."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from data.sample.absence import SELF_CERTIFIED, Absence, simulate_absence
from data.sample.cases import Cases
from data.sample.headcounts import Plan, plan_headcounts
from data.sample.jobs import Jobs
from data.sample.months import COUNT, counting_months, index_of, month_at, years
from data.sample.rows import (
    SICK_LEAVE,
    Row,
    movement_rows,
    organisation_rows,
    position_rows,
    sick_leave_row,
    sick_leave_rows,
    ten_factor_rows,
)
from data.sample.staff import employ
from data.sample.survey import run_survey

_CORRECTED_MONTH = index_of(2026, 6)
_CORRECTED_LOST = 600
"""Hundredths of a day: what the person who was forgotten had lost."""
_FULL_MONTH = 2100


@dataclass(frozen=True, slots=True)
class Correction:
    """A unit and month that is delivered again, with one employee more."""

    unit: str
    period: str


@dataclass(frozen=True, slots=True)
class SampleFiles:
    """What was written. The organisation comes first, the late correction after everything else."""

    organisation: Path
    deliveries: tuple[Path, ...]
    late: Path
    """Delivered when the rest has been published: one row of sick leave that corrects an earlier one."""
    employees: int
    """Employees in the last month, a person in two units counted in both."""
    correction: Correction
    cases: Cases | None
    """Where the hard cases are; None below 100 units."""

    @property
    def paths(self) -> tuple[Path, ...]:
        """Every file in the order to import."""
        return (self.organisation, *self.deliveries, self.late)


def write_files(folder: Path, *, seed: int = 1, units: int = 120) -> SampleFiles:
    """Write the invented municipality's files into `folder`, the same bytes for the same seed and size.

    Raises ValueError outside 30 to 400 units and OSError where the folder cannot be written.
    """
    rng = np.random.default_rng(seed)
    plan = plan_headcounts(units, rng)
    jobs = employ(plan, rng)
    absence = simulate_absence(plan, jobs, rng)
    folder.mkdir(parents=True, exist_ok=True)
    corrected = _corrected_unit(plan)
    return SampleFiles(
        organisation=_write(folder / "organisasjon.csv", organisation_rows(plan.organisation.units)),
        deliveries=tuple(_write(folder / name, rows) for name, rows in _deliveries(plan, jobs, absence, rng)),
        late=_write(folder / "sykefravaer-rettelse.csv", _correction_rows(plan, absence, corrected)),
        employees=int(plan.headcount[:, -1].sum()),
        correction=Correction(plan.codes[corrected], month_at(_CORRECTED_MONTH).code),
        cases=plan.cases,
    )


def _deliveries(
    plan: Plan, jobs: Jobs, absence: Absence, rng: np.random.Generator
) -> Iterator[tuple[str, Iterable[Row]]]:
    """File names and rows. The last month's sick leave has a file of its own."""
    for months in years():
        year, earlier = month_at(months[0]).year, range(months[0], min(months[-1] + 1, COUNT - 1))
        yield f"sykefravaer-{year}.csv", sick_leave_rows(plan, absence, earlier)
    last = month_at(COUNT - 1)
    yield f"sykefravaer-{last.code}.csv", sick_leave_rows(plan, absence, [COUNT - 1])
    keys = rng.permutation(int(jobs.person.max()) + 1) + 1
    for month in counting_months():
        yield f"heltid-{month_at(month).last_day}.csv", position_rows(plan, jobs, keys, month)
    for months in years():
        yield f"bevegelser-{month_at(months[0]).year}.csv", movement_rows(plan, jobs, months)
    for reports in run_survey(plan, rng):
        yield f"ti-faktor-{month_at(reports.month).code}.csv", ten_factor_rows(reports)


def _corrected_unit(plan: Plan) -> int:
    """A unit of middling size among those that are still there and have not been reorganised."""
    steady = np.flatnonzero((plan.headcount > 0).all(axis=1))
    return int(steady[np.argsort(plan.headcount[steady, _CORRECTED_MONTH], kind="stable")[len(steady) // 2]])


def _correction_rows(plan: Plan, absence: Absence, unit: int) -> Iterator[Row]:
    lost = absence.lost[unit, _CORRECTED_MONTH].copy()
    lost[SELF_CERTIFIED] += _CORRECTED_LOST
    agreed = int(absence.agreed[unit, _CORRECTED_MONTH]) + _FULL_MONTH
    employees = int(plan.headcount[unit, _CORRECTED_MONTH]) + 1
    yield SICK_LEAVE
    yield sick_leave_row(plan.codes[unit], _CORRECTED_MONTH, lost, agreed, employees)


def _write(path: Path, rows: Iterable[Row]) -> Path:
    """A template's form: semicolons, UTF-8 with a byte order mark, Windows line ends."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows(rows)
    path.write_bytes(text.getvalue().encode("utf-8-sig"))
    return path
