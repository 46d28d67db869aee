"""The invented municipality as rows of the templates: one function a template, first row the headings."""

from collections.abc import Iterable, Iterator

import numpy as np

from data.sample.absence import DOCTOR_SHORT, LONG, SELF_CERTIFIED, Absence
from data.sample.headcounts import Plan
from data.sample.jobs import Jobs, Leaving, Terms
from data.sample.months import month_at
from data.sample.survey import FACTORS, Reports
from metrics.units import Unit

Row = tuple[str, ...]

ORGANISATION = (
    "Enhetskode", "Enhetsnavn", "Overordnet", "Gyldig fra", "Gyldig til", "Tjenesteområde", "Enhetstype", "Turnus",
)  # fmt: skip
SICK_LEAVE = (
    "Enhetskode", "Periode", "Tapte dagsverk", "Avtalte dagsverk", "Ansatte",
    "Egenmeldt", "Legemeldt", "Korttid", "Langtid",
)  # fmt: skip
POSITIONS = ("Person", "Enhetskode", "Stillingsprosent", "Turnus", "Ansettelsesforhold", "Per dato")
MOVEMENTS = ("Radtype", "Enhetskode", "Måned eller dato", "Ansatte", "Årsak")
TEN_FACTOR = ("Enhetskode", "Periode", "Faktor", "Snitt", "Svar", "Inviterte", "Spredning")

_LEAVING = {
    Leaving.EXTERNAL: "ekstern",
    Leaving.INTERNAL: "intern",
    Leaving.RETIRED: "pensjon",
    Leaving.EXPIRED: "midlertidig utløpt",
}
_TERMS = {
    Terms.PERMANENT: "fast",
    Terms.TEMPORARY: "midlertidig",
    Terms.SUBSTITUTE: "vikar",
    Terms.APPRENTICE: "lærling",
}


def organisation_rows(units: Iterable[Unit]) -> Iterator[Row]:
    """Every version of every unit, parents first."""
    yield ORGANISATION
    for unit in units:
        yield (
            unit.id,
            unit.name,
            unit.parent or "",
            str(unit.valid_from or ""),
            str(unit.valid_to or ""),
            unit.service_area or "",
            unit.unit_type or "",
            _yes(shift=bool(unit.shift)),
        )


def sick_leave_rows(plan: Plan, absence: Absence, months: Iterable[int]) -> Iterator[Row]:
    """The units with employees of their own, month by month."""
    yield SICK_LEAVE
    for month in months:
        for unit in np.flatnonzero(plan.headcount[:, month]).tolist():
            lost, agreed = absence.lost[unit, month], int(absence.agreed[unit, month])
            yield sick_leave_row(plan.codes[unit], month, lost, agreed, int(plan.headcount[unit, month]))


def sick_leave_row(code: str, month: int, lost: np.ndarray, agreed: int, employees: int) -> Row:
    """One row; `lost` int[3] as in `Absence` and `agreed` in hundredths of a day."""
    days = (
        lost.sum(),
        agreed,
        lost[SELF_CERTIFIED],
        lost[DOCTOR_SHORT] + lost[LONG],
        lost[SELF_CERTIFIED] + lost[DOCTOR_SHORT],
        lost[LONG],
    )
    total, possible, *parts = (_decimal(int(amount)) for amount in days)
    return (code, month_at(month).code, total, possible, str(employees), *parts)


def position_rows(plan: Plan, jobs: Jobs, keys: np.ndarray, month: int) -> Iterator[Row]:
    """Every position on the last day of a month, in the order of the persons' keys int[persons]."""
    yield POSITIONS
    rows = jobs.during(month)
    rows = rows[np.lexsort((rows, keys[jobs.person[rows]]))]
    day = month_at(month).last_day.isoformat()
    for row, percent in zip(rows.tolist(), jobs.percent_at(rows, month).tolist(), strict=True):
        yield (
            f"p{keys[jobs.person[row]]:05d}",
            plan.codes[jobs.unit[row]],
            str(percent),
            _yes(shift=bool(jobs.shift[row])),
            _TERMS[Terms(jobs.terms[row])],
            day,
        )


def movement_rows(plan: Plan, jobs: Jobs, months: range) -> Iterator[Row]:
    """First the units and months that the list covers, then those who left and the day."""
    yield MOVEMENTS
    for month in months:
        for unit in np.flatnonzero(plan.headcount[:, month]).tolist():
            yield ("dekning", plan.codes[unit], month_at(month).code, str(plan.headcount[unit, month]), "")
    left = np.flatnonzero((jobs.leaving != Leaving.NONE) & (months[0] <= jobs.last) & (jobs.last <= months[-1]))
    for row in left[np.lexsort((jobs.unit[left], jobs.last[left]))].tolist():
        day = month_at(int(jobs.last[row])).last_day.isoformat()
        yield ("avgang", plan.codes[jobs.unit[row]], day, "", _LEAVING[Leaving(jobs.leaving[row])])


def ten_factor_rows(reports: Reports) -> Iterator[Row]:
    """A row for each unit and factor."""
    yield TEN_FACTOR
    month = month_at(reports.month).code
    for i, code in enumerate(reports.codes):
        for j, factor in enumerate(FACTORS):
            mean, spread = (_decimal(round(float(score[i, j]) * 100)) for score in (reports.mean, reports.spread))
            yield (code, month, factor, mean, str(reports.answers[i]), str(reports.invited[i]), spread)


def _decimal(hundredths: int) -> str:
    return f"{hundredths // 100},{hundredths % 100:02d}"


def _yes(*, shift: bool) -> str:
    return "ja" if shift else "nei"
