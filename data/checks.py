"""Deliveries held against the organisation, the catalogue and what the register already holds."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from itertools import chain

from config.catalogue import Catalogue
from data.register import Kept
from metrics.observations import Delivery, Key, Measured, Observation
from metrics.periods import Period
from metrics.problems import Problem, Severity
from metrics.units import Organisation

CODES = {
    "unknown_unit": "suggestion",
    "unit_not_valid": "valid_from, valid_to",
    "future_period": "today",
    "overlapping_periods": "other",
    "people_zero_with_amounts": "",
    "people_not_given": "",
    "children_exceed_parent": "what",
}
"""Every code that these checks give, and the params that go with it."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a delivery is held against: all of it as it would be when the delivery is taken in."""

    catalogue: Catalogue
    organisation: Organisation
    current: Mapping[Key, Kept]
    axes: Mapping[tuple[str, str], set[Period]]
    """The base periods of each indicator and breakdown, those of earlier deliveries included."""
    today: date


def check_observations(delivery: Delivery, around: Surroundings) -> list[Problem]:
    """Every problem of a delivery's observations, each with its row."""
    found = (_units(delivery, around), _future(delivery, around), _overlaps(delivery, around), _people(delivery))
    return [_said(problem, delivery) for problem in chain.from_iterable(found)]


def _said(problem: Problem, delivery: Delivery) -> Problem:
    """The problem with its file. Of a file about persons nothing that stood in a cell is repeated."""
    if delivery.person_level:
        problem = replace(problem, found=None, params={})
    return problem.at(file=delivery.file)


def _units(delivery: Delivery, around: Surroundings) -> Iterator[Problem]:
    """One problem for each unit that is unknown or not valid, at the first row that names it."""
    known = around.organisation.versions
    told: set[str] = set()
    for seen in delivery.observations:
        unit, period = seen.key.unit, seen.key.period
        if unit in told or unit in around.organisation.at(period).index:
            continue
        told.add(unit)
        if unit in known:
            days = {"valid_from": _day(known[unit][0].valid_from), "valid_to": _day(known[unit][-1].valid_to)}
            yield Problem(code="unit_not_valid", row=seen.row, found=f"{unit}, {period}", params=days)
        else:
            yield Problem(code="unknown_unit", row=seen.row, found=unit, params={"suggestion": _suggest(unit, around)})


def _suggest(unit: str, around: Surroundings) -> str:
    names = {version.name: code for code, versions in around.organisation.versions.items() for version in versions}
    close = get_close_matches(unit, [*around.organisation.ids, *names], n=1, cutoff=0.6)
    return names.get(close[0], close[0]) if close else ""


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _future(delivery: Delivery, around: Surroundings) -> Iterator[Problem]:
    now = Period.containing(around.today)
    late = {seen.key.period: seen.row for seen in reversed(delivery.observations) if seen.key.period.start > now.start}
    for period, row in sorted(late.items()):
        yield Problem(code="future_period", row=row, found=period.code, params={"today": around.today.isoformat()})


def _overlaps(delivery: Delivery, around: Surroundings) -> Iterator[Problem]:
    """Months beside the quarter that holds them would be counted twice (PRIVACY §4.3)."""
    told: set[tuple[Period, Period]] = set()
    fresh: dict[tuple[str, str], set[Period]] = defaultdict(set)
    for seen in delivery.observations:
        series = seen.key.indicator, seen.key.breakdown
        period, axis = seen.key.period, around.axes.get(series, set()) | fresh[series]
        for other in axis if period not in axis else ():
            if period.overlaps(other) and (period, other) not in told:
                told.add((period, other))
                yield Problem(code="overlapping_periods", row=seen.row, found=period.code, params={"other": other.code})
        fresh[series].add(period)


def _people(delivery: Delivery) -> Iterator[Problem]:
    zero = next((seen for seen in delivery.observations if seen.people == 0 and _has_amounts(seen)), None)
    if zero is not None:
        yield Problem(code="people_zero_with_amounts", severity=Severity.WARNING, row=zero.row, found=zero.key.unit)
    none = next((seen for seen in delivery.observations if seen.people is None and _has_amounts(seen)), None)
    if none is not None:
        yield Problem(code="people_not_given", severity=Severity.WARNING, row=none.row)


def _has_amounts(seen: Observation) -> bool:
    return seen.measured is Measured.YES and bool(seen.numerator or seen.denominator)


def check_children(delivery: Delivery, around: Surroundings) -> list[Problem]:
    """Units whose row holds less than the rows below it, where rows include their children.

    `around.current` must hold the delivery's own observations already.
    """
    if not delivery.includes_children:
        return []
    series = {(seen.key.indicator, seen.key.breakdown, seen.key.period) for seen in delivery.observations}
    rows = {seen.key: seen.row for seen in delivery.observations}
    problems = []
    for indicator, breakdown, period in sorted(series):
        tree = around.organisation.at(period)
        below: dict[str, int] = defaultdict(int)
        for i in range(len(tree.ids) - 1, -1, -1):
            key = Key(indicator, breakdown, tree.ids[i], period)
            kept = around.current.get(key)
            total, short = _total(kept, below[tree.ids[i]])
            if short:
                problems.append(_short(key, rows, delivery.file))
            if tree.parent[i] >= 0:
                below[tree.ids[tree.parent[i]]] += total
    return problems


def _total(kept: Kept | None, below: int) -> tuple[int, bool]:
    if kept is None or kept.observation.people is None:
        return below, False
    people = kept.observation.people
    return (people, people < below) if kept.includes_children else (people + below, False)


def _short(key: Key, rows: Mapping[Key, int], file: str) -> Problem:
    found = f"{key.unit}, {key.period}"
    return Problem(
        code="children_exceed_parent", file=file, row=rows.get(key), found=found, params={"what": key.indicator}
    )
