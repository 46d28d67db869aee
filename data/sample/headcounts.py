"""How many work in each unit, month by month: the plan that hiring and leaving follow."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from data.sample.cases import Cases, lay_cases
from data.sample.groups import GROUPS
from data.sample.kinds import KINDS, Kind
from data.sample.months import COUNT
from data.sample.organisation import build_units
from metrics.units import Organisation, Unit

EMPLOYEES_IN_A_UNIT = 4000 / 120
_OWN_STAFF = {"kommune": (7,), "tjenesteområde": (9, 8, 6, 7, 5), "virksomhet": (3, 2, 6, 0, 4, 1, 5, 3, 0, 2, 6)}
"""Employees on an inner unit itself, in turn: leaders and staff, often fewer than five."""
_LEAST = 7
"""A unit that is no hard case has at least so many, so that it can be shown."""
_FLEXIBLE = (4, 5, 6, 5)


@dataclass(frozen=True)
class Plan:
    """The invented municipality before anyone works there."""

    organisation: Organisation
    codes: tuple[str, ...]
    """Every code there has ever been."""
    headcount: np.ndarray
    """int[codes, months]: employees; 0 where the unit is not valid or has none of its own."""
    cases: Cases | None

    @cached_property
    def index(self) -> dict[str, int]:
        """Position of each code."""
        return {code: i for i, code in enumerate(self.codes)}

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Each code's latest version, in the order of `codes`."""
        return tuple(self.organisation.versions[code][-1] for code in self.codes)

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """Each code's kind of workplace, in the order of `codes`."""
        return tuple(KINDS[str(unit.unit_type)] for unit in self.units)

    @cached_property
    def shift_units(self) -> frozenset[int]:
        """Units at the bottom that work in shifts."""
        inner = set(_OWN_STAFF)
        return frozenset(i for i, unit in enumerate(self.units) if unit.shift and unit.unit_type not in inner)


def plan_headcounts(count: int, rng: np.random.Generator) -> Plan:
    """The organisation of `count` units with about 33 employees in each, 4,000 in 120."""
    built = build_units(count)
    versions, cases = lay_cases(built)
    organisation = Organisation(versions)
    codes = tuple(sorted(organisation.ids))
    index = {code: i for i, code in enumerate(codes)}
    headcount = np.zeros((len(codes), COUNT), dtype=np.int64)
    headcount[[index[unit.id] for unit in built]] = _series(_sizes(built, cases, rng), rng)
    if cases is not None:
        _lay_headcounts(headcount, index, cases)
    return Plan(organisation, codes, headcount, cases)


def _sizes(units: Sequence[Unit], cases: Cases | None, rng: np.random.Generator) -> np.ndarray:
    """int[units]: employees in the last month, before the hard cases are laid on."""
    weights = {group.name: group.staff for group in GROUPS}
    groups = {unit.id: weights[unit.name] for unit in units if unit.unit_type == "virksomhet"}
    wanted = np.array([groups.get(str(unit.parent), 0.0) for unit in units]) * rng.lognormal(0, 0.2, len(units))
    small = set() if cases is None else {*cases.tiny, cases.flexible, cases.three_answers, cases.empty}
    wanted[[unit.id in small for unit in units]] = 0
    own = _own_staff(units)
    scale = (EMPLOYEES_IN_A_UNIT * len(units) - own.sum()) / wanted.sum()
    sizes = np.maximum(np.rint(wanted * scale), np.where(wanted > 0, _LEAST, 0)).astype(np.int64)
    return np.asarray(sizes + own)


def _own_staff(units: Sequence[Unit]) -> np.ndarray:
    seen = dict.fromkeys(_OWN_STAFF, 0)
    found = np.zeros(len(units), dtype=np.int64)
    for i, unit in enumerate(units):
        if unit.unit_type in _OWN_STAFF:
            turn = _OWN_STAFF[unit.unit_type]
            found[i] = turn[seen[unit.unit_type] % len(turn)]
            seen[unit.unit_type] += 1
    return found


def _series(sizes: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """int[units, months]: a slow rise or fall that ends at `sizes`; groups of own staff stand still."""
    growth = rng.normal(0.03, 0.06, len(sizes)) * (sizes >= 2 * _LEAST)
    back = (np.arange(COUNT) - (COUNT - 1)) / COUNT
    return np.rint(sizes[:, None] * (1 + growth[:, None] * back)).astype(np.int64)


def _lay_headcounts(headcount: np.ndarray, index: dict[str, int], cases: Cases) -> None:
    headcount[index[cases.tiny[0]]], headcount[index[cases.tiny[1]]] = 3, 2
    headcount[index[cases.three_answers]] = 5
    headcount[index[cases.flexible]] = np.resize(_FLEXIBLE, COUNT)
    headcount[index[cases.without_absence]] = 11
    for change in cases.handovers:
        old, new = [index[code] for code in change.old], [index[code] for code in change.new]
        together = headcount[new, : change.month].sum(axis=0)
        headcount[new, : change.month] = 0
        headcount[old[0], : change.month] = together - together // len(old) * (len(old) - 1)
        headcount[old[1:], : change.month] = together // len(old)
