"""Versions of units held against each other: at every moment one tree with one top."""

from collections.abc import Iterator, Sequence
from datetime import date

from metrics.observations import Delivery
from metrics.periods import Period
from metrics.problems import Problem
from metrics.units import Organisation, Unit

CODES = {
    "unknown_parent": "parent",
    "parent_not_valid": "parent, period",
    "unit_circle": "period",
    "several_tops": "tops, period",
    "unknown_service_area": "service_area",
    "valid_to_before_from": "valid_from, valid_to",
}
"""Every code that these checks give, and the params that go with it."""


def check_units(delivery: Delivery, organisation: Organisation) -> list[Problem]:
    """Every problem of the organisation as it would be with the delivery in it."""
    rows = {
        (unit.id, unit.valid_from): row
        for unit, row in zip(delivery.units, delivery.unit_rows or [0] * len(delivery.units), strict=True)
    }
    found = [*_versions(delivery.units, organisation), *_trees(organisation)]
    return [_placed(unit, problem, rows).at(file=delivery.file) for unit, problem in found]


def _placed(unit: Unit, problem: Problem, rows: dict[tuple[str, date | None], int]) -> Problem:
    row = rows.get((unit.id, unit.valid_from))
    return Problem(code=problem.code, row=row or None, found=unit.id, params=problem.params)


def _versions(units: Sequence[Unit], organisation: Organisation) -> Iterator[tuple[Unit, Problem]]:
    for unit in units:
        if unit.parent is not None and unit.parent not in organisation.versions:
            yield unit, Problem(code="unknown_parent", params={"parent": unit.parent})
        if unit.service_area is not None and unit.service_area not in organisation.versions:
            yield unit, Problem(code="unknown_service_area", params={"service_area": unit.service_area})
        if unit.valid_from and unit.valid_to and unit.valid_to < unit.valid_from:
            days = {"valid_from": unit.valid_from.isoformat(), "valid_to": unit.valid_to.isoformat()}
            yield unit, Problem(code="valid_to_before_from", params=days)


def _trees(organisation: Organisation) -> Iterator[tuple[Unit, Problem]]:
    told: set[tuple[str, str]] = set()
    for period in _moments(organisation):
        for unit, problem in _tree(organisation, period):
            if (unit.id, problem.code) not in told:
                told.add((unit.id, problem.code))
                yield unit, problem


def _moments(organisation: Organisation) -> list[Period]:
    """The months in which the tree may change: each unit's first, and the one after its last."""
    days = [unit.valid_from for unit in organisation.units if unit.valid_from]
    ends = [date.fromordinal(unit.valid_to.toordinal() + 1) for unit in organisation.units if unit.valid_to]
    return sorted({Period.containing(day) for day in (date(1900, 1, 1), *days, *ends)})


def _tree(organisation: Organisation, period: Period) -> Iterator[tuple[Unit, Problem]]:
    valid = {unit.id: unit for unit in organisation.units if unit.valid_in(period)}
    tree = organisation.at(period)
    for code in valid.keys() - tree.index.keys():
        yield valid[code], Problem(code="unit_circle", params={"period": period.code})
    tops = [unit for unit, parent in zip(tree.units, tree.parent, strict=True) if parent < 0]
    for unit in tops:
        if unit.parent is not None and unit.parent in organisation.versions:
            params = {"parent": unit.parent, "period": period.code}
            yield unit, Problem(code="parent_not_valid", params=params)
    real = sorted(unit.id for unit in tops if unit.parent is None)
    if len(real) > 1:
        params = {"tops": ", ".join(real[:5]), "period": period.code}
        yield next(unit for unit in tops if unit.id == real[-1]), Problem(code="several_tops", params=params)
