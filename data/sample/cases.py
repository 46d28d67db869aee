"""The hard cases that the invented municipality must hold, laid on afterwards and always in the same places."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from data.sample.months import COUNT, index_of, month_at
from metrics.units import Unit

CASES_FROM = 100
"""The hard cases need room: a municipality with fewer units has none of them."""
_NEXT_FREE = "{}9{}"


@dataclass(frozen=True, slots=True)
class Handover:
    """A reorganisation: those who work in the old units go over to the new ones at a month."""

    month: int
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cases:
    """Where the hard cases are, by unit code. `None` stands for a municipality too small for them."""

    tiny: tuple[str, str]
    """Siblings with three and two employees."""
    flexible: str
    """Four to six employees, another number each month."""
    without_absence: str
    """No lost day in the twelve last months."""
    full_time: str
    """Works in shifts, everyone in a full position."""
    three_answers: str
    """Three answers in every survey."""
    empty: str
    """Exists, and no file has a row for it."""
    moved: str
    """Two versions of one code, the second under another parent from 2023-07."""
    merge: Handover
    """Two into one at 2024-01."""
    split: Handover
    """One into two at 2025-01."""

    @property
    def handovers(self) -> tuple[Handover, Handover]:
        """The reorganisations in which people go over to other units."""
        return self.merge, self.split

    @property
    def quiet_months(self) -> range:
        """The months without a lost day in `without_absence`."""
        return range(COUNT - 12, COUNT)


def lay_cases(units: Sequence[Unit]) -> tuple[tuple[Unit, ...], Cases | None]:
    """The units with their history, and where the hard cases are; unchanged and None below 100 units."""
    if len(units) < CASES_FROM:
        return tuple(units), None
    merged, split = _below(units, "Barnehager")[-1], _below(units, "Hjemmetjenester")[-2:]
    cases = Cases(
        tiny=(_below(units, "Bofellesskap sør")[-2].id, _below(units, "Bofellesskap sør")[-1].id),
        flexible=_below(units, "Helse og mestring")[-1].id,
        without_absence=_named(units, "Biblioteket").id,
        full_time=_below(units, "Brann og beredskap")[0].id,
        three_answers=_below(units, "Næring og utvikling")[-1].id,
        empty=_below(units, "Plan og byggesak")[-1].id,
        moved=_named(units, "Helsestasjonen").id,
        merge=Handover(index_of(2024, 1), (_old_code(merged, 1), _old_code(merged, 2)), (merged.id,)),
        split=Handover(index_of(2025, 1), (_old_code(split[0], 1),), (split[0].id, split[1].id)),
    )
    return _history(units, cases), cases


def _history(units: Sequence[Unit], cases: Cases) -> tuple[Unit, ...]:
    """Every version of every unit: closed ones, new ones, and the two of the one that moved."""
    born = {code: month_at(change.month).first_day for change in cases.handovers for code in change.new}
    current = {unit.id: replace(unit, valid_from=born.get(unit.id, unit.valid_from)) for unit in units}
    names = iter(("Skarvholmen barnehage", "Tareneset barnehage", "Hjemmetjenesten Skarvlia"))
    closed = [
        replace(
            next(unit for unit in units if unit.id == change.new[0]),
            id=code,
            name=next(names),
            valid_to=_day_before(month_at(change.month).first_day),
        )
        for change in cases.handovers
        for code in change.old
    ]
    moving_day = month_at(index_of(2023, 7)).first_day
    home = _named(units, "Barn og familie")
    before = replace(current[cases.moved], valid_to=_day_before(moving_day))
    current[cases.moved] = replace(
        current[cases.moved], parent=home.id, service_area=home.service_area, valid_from=moving_day
    )
    return (*current.values(), *closed, before)


def _old_code(unit: Unit, number: int) -> str:
    return _NEXT_FREE.format(unit.id[:-2], number)


def _day_before(day: date) -> date:
    return day - timedelta(days=1)


def _named(units: Sequence[Unit], name: str) -> Unit:
    return next(unit for unit in units if unit.name == name)


def _below(units: Sequence[Unit], name: str) -> list[Unit]:
    return [unit for unit in units if unit.parent == _named(units, name).id]
