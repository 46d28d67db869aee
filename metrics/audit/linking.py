"""Which printed series are about the same persons, and the tables that they make together."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from metrics.audit.printed import NEGLIGIBLE, Printed, Printout
from metrics.audit.systems import Layer, Parents, System, make_system
from metrics.audit.tables import Reading, Table
from metrics.periods import Period

FLAGS = {"all": ("shift", "other"), "shift": ("shift",)}
"""Breakdowns that overlap: everyone, and those who work in shifts."""
HIDDEN = ("below_threshold", "protects_others", "no_people")
PART, REST = "part", "rest"
_WORD = re.compile(r"\b(family|within)=(\S+)")
Cells = Mapping[tuple[Period, str], Printed]
Base = Mapping[Period, Mapping[tuple[str, str], Sequence[Printed]]]
"""For each base period the printed figures and rest groups of each series."""


def by_period(printout: Printout) -> Base:
    """The base figures of every series, by period."""
    found: dict[Period, dict[tuple[str, str], list[Printed]]] = defaultdict(lambda: defaultdict(list))
    for series, printed in printout.base.items():
        for one in printed:
            found[one.period][series].append(one)
    return found


def make_tables(printout: Printout) -> Iterator[Table]:
    """Every table of the board: one for each indicator and base period, and one more for each part of a total.

    Raises KeyError when the units of a base period are not given.
    """
    base = by_period(printout)
    splits = tuple(_splits(printout))
    for period in sorted(base):
        parents, series = printout.parents[period], base[period]
        for indicator in sorted({indicator for indicator, _ in series}):
            yield from _own_tables(parents, {b: found for (i, b), found in series.items() if i == indicator})
        for total, part, rest in splits:
            if total in series and part in series:
                yield _parts_table(parents, series[total], series[part], series.get(rest, ()) if rest else ())


def _own_tables(parents: Parents, breakdowns: Mapping[str, Sequence[Printed]]) -> Iterator[Table]:
    linked = set(FLAGS) & set(breakdowns) if set(FLAGS) <= set(breakdowns) else set()
    if linked:
        printed = [one for name in sorted(linked) for one in breakdowns[name]]
        system = make_system(parents, [Layer(tuple(breakdowns[name]), FLAGS[name]) for name in sorted(linked)])
        strictest = max(printed, key=lambda one: one.threshold)
        reading = Reading(strictest, (("shift",), ("other",), ("shift", "other")), _singles(system))
        flags = {name: FLAGS[name] for name in linked}
        yield Table(system, parents, (reading,), _uncounted(printed), *_sorted(printed, flags))
    for name in sorted(set(breakdowns) - linked):
        system = make_system(parents, [Layer(tuple(breakdowns[name]), ("",))])
        about = max(breakdowns[name], key=lambda one: one.threshold)
        reading, printed = Reading(about, (), _singles(system)), list(breakdowns[name])
        yield Table(system, parents, (reading,), _uncounted(printed), *_sorted(printed, {name: ("",)}))


def _parts_table(parents: Parents, total: Sequence[Printed], part: Sequence[Printed], rest: Sequence[Printed]) -> Table:
    """A total, a part of it, and what is left of it: amounts of the same persons."""
    layers = [Layer(total, (PART, REST), times=2), Layer(part, (PART,))]
    system = make_system(parents, [*layers, Layer(rest, (REST,))] if rest else layers)
    split = {flag: [i for i, atoms in enumerate(system.pieces) if atoms[0][1] == flag] for flag in (PART, REST)}
    readings = (
        Reading(part[0], ((PART,),), tuple((i,) for i in split[PART])),
        Reading(rest[0] if rest else part[0], ((REST,),), tuple((i,) for i in split[REST])),
        Reading(total[0], ((PART, REST),), tuple(_same_persons(system)), times=2),
    )
    return Table(system, parents, readings, _uncounted([*total, *part, *rest]))


def _sorted(
    printed: Sequence[Printed], flags: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[Printed, ...], tuple[tuple[Printed, tuple[str, ...]], ...]]:
    """The shown figures, and the hidden ones with their flags."""
    shown = tuple(one for one in printed if one.shown)
    hidden = ((one, flags[one.breakdown]) for one in printed if not one.shown and one.reason in HIDDEN)
    return shown, tuple(hidden)


def _singles(system: System) -> tuple[tuple[int, ...], ...]:
    return tuple((i,) for i in system.persons)


def _uncounted(printed: Sequence[Printed]) -> frozenset[str]:
    return frozenset(one.unit for one in printed if one.reason == "no_people")


def _same_persons(system: System) -> Iterator[tuple[int, ...]]:
    """The least unions of pieces in which both parts are of the same units."""
    units = {i: frozenset(unit for unit, _ in system.pieces[i]) for i in system.persons}
    at: dict[str, list[int]] = defaultdict(list)
    for piece, found in units.items():
        for unit in found:
            at[unit].append(piece)
    seen: set[int] = set()
    for first in units:
        if first in seen:
            continue
        joined, stack = {first}, [first]
        while stack:
            for other in {piece for unit in units[stack.pop()] for piece in at[unit]} - joined:
                joined.add(other)
                stack.append(other)
        seen |= joined
        if all(len(at[unit]) == 2 for piece in joined for unit in units[piece]):  # noqa: PLR2004  (part and rest)
            yield tuple(sorted(joined))


Split = tuple[tuple[str, str], tuple[str, str], tuple[str, str] | None]
"""A total, a part of it, and the series that is the rest of it, where one is printed."""


def _splits(printout: Printout) -> Iterator[Split]:
    """Totals and their parts, by the families of their policies and by how their shown amounts add up."""
    words = {series: _words(found[0].policy) for series, found in printout.base.items()}
    cells = {
        series: {(one.period, one.unit): one for one in found if one.shown and one.members is None}
        for series, found in printout.base.items()
    }
    for total, about in words.items():
        inside = [
            series
            for series, other in words.items()
            if "family" in about
            and other.get("within") == about["family"]
            and series[1] == total[1]
            and _same_denominators(cells[total], cells[series])
        ]
        whole = [
            (a, b, c) for a, b, c in permutations([total, *inside], 3) if b < c and _adds_up(*map(cells.get, (a, b, c)))
        ]
        yield from whole
        covered = {frozenset(pair) for triple in whole for pair in ((triple[0], triple[1]), (triple[0], triple[2]))}
        yield from ((total, part, None) for part in inside if frozenset((total, part)) not in covered)


def _words(policy: str) -> dict[str, str]:
    return dict(_WORD.findall(policy))


def _same_denominators(one: Cells, other: Cells) -> bool:
    common = one.keys() & other.keys()
    return all(abs(one[at].denominator - other[at].denominator) <= NEGLIGIBLE for at in common)


def _adds_up(total: Cells | None, one: Cells | None, other: Cells | None) -> bool:
    if total is None or one is None or other is None:
        return False
    common = total.keys() & one.keys() & other.keys()
    off = (total[at].numerator - one[at].numerator - other[at].numerator for at in common)
    both = any(one[at].numerator and other[at].numerator for at in common)
    return both and all(abs(rest) <= NEGLIGIBLE for rest in off)
