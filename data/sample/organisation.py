"""The invented municipality's units on four levels, the same for every seed."""

from collections.abc import Iterable
from datetime import date

from data.sample.groups import GROUPS, ROOT, SERVICE_AREAS, Group, place
from data.sample.kinds import KINDS
from metrics.units import Unit

NAME = "Fjordvik kommune (oppdiktet)"
FOUNDED = date(2020, 1, 1)
LEAST_UNITS, MOST_UNITS = 30, 400
_LEAST_BELOW_A_GROUP = 2
_PLACES_APART = 9


def build_units(count: int) -> tuple[Unit, ...]:
    """`count` units: the root, five service areas, groups below them and units below those.

    Raises ValueError outside 30 to 400 units.
    """
    if not LEAST_UNITS <= count <= MOST_UNITS:
        raise ValueError(f"{count} units, from {LEAST_UNITS} to {MOST_UNITS}")
    groups = GROUPS[: max(len(SERVICE_AREAS), (count - 6) // 5)]
    sizes = _apportion(count - 1 - len(SERVICE_AREAS) - len(groups), groups)
    units = [_unit(ROOT, NAME, None, None, "kommune")]
    units += [_unit(area, name, ROOT, area, "tjenesteområde") for area, name in SERVICE_AREAS.items()]
    for number, (code, group, size) in enumerate(zip(_codes(groups), groups, sizes, strict=True)):
        shift = KINDS[group.kind].shift
        units.append(_unit(code, group.name, group.area, group.area, "virksomhet", shift=shift))
        units += _below(code, group, size, _PLACES_APART * number)
    return tuple(units)


def _below(parent: str, group: Group, size: int, first_place: int) -> list[Unit]:
    patterned = [(group.pattern.format(place(first_place + i)), group.kind) for i in range(size)]
    names = [*group.named, *patterned][:size]
    return [
        _unit(f"{parent[:-2]}{i:02d}", name, parent, group.area, kind, shift=KINDS[kind].shift)
        for i, (name, kind) in enumerate(names, start=1)
    ]


def _codes(groups: Iterable[Group]) -> list[str]:
    """The area's digit, the group's number within it, and 00: 20100, then 20200."""
    used = dict.fromkeys(SERVICE_AREAS, 0)
    found = []
    for group in groups:
        used[group.area] += 1
        found.append(f"{2 + list(SERVICE_AREAS).index(group.area)}{used[group.area]:02d}00")
    return found


def _apportion(count: int, groups: Iterable[Group]) -> list[int]:
    """Share out `count` units by the largest remainder, two at least for each group."""
    weights = [group.units - _LEAST_BELOW_A_GROUP + 0.1 for group in groups]
    free = count - _LEAST_BELOW_A_GROUP * len(weights)
    exact = [free * weight / sum(weights) for weight in weights]
    sizes = [int(share) for share in exact]
    order = sorted(range(len(exact)), key=lambda i: sizes[i] - exact[i])
    for i in order[: free - sum(sizes)]:
        sizes[i] += 1
    return [size + _LEAST_BELOW_A_GROUP for size in sizes]


def _unit(code: str, name: str, parent: str | None, area: str | None, kind: str, *, shift: bool = False) -> Unit:
    return Unit(
        id=code,
        name=name,
        parent=parent,
        valid_from=FOUNDED,
        service_area=area,
        unit_type=kind,
        shift=shift,
    )
