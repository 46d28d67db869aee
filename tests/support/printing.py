"""What a board of invented units would print, with any fault that a test plants in it."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

Own = Mapping[str, int]
Shape = dict[str, Any]
SICK_PART = 0.05


def printed(
    parents: Mapping[str, str | None],
    own: Own,
    shown: Collection[str],
    *,
    period: str = "2026-01",
    indicator: str = "sick_leave",
    breakdown: str = "total",
    threshold: int = 5,
    part: float = SICK_PART,
    family: str = "family=employees",
    rest: bool = True,
) -> Shape:
    """One base period: the total of every shown unit that has anyone, and the rest groups. 20 agreed days a person."""
    base = {
        "indicator": indicator,
        "kind": "rate",
        "period": period,
        "window": "latest",
        "breakdown": breakdown,
        "threshold": threshold,
        "policy": f"block/1 threshold={threshold} counts=employees {family}",
        "mask_version": "0",
        "target": None,
        "gap": None,
    }
    total = totals(parents, own)
    figures = [
        {"unit": unit, **base, **(numbers(people, part) if unit in shown and people else hidden())}
        for unit, people in total.items()
    ]
    groups = _rest(parents, own, shown) if rest else {}
    return {
        "figures": figures,
        "rest_groups": [
            {"unit": top, "members": members, "own_staff": own[top] > 0, **base, **numbers(people, part)}
            for top, (members, people) in groups.items()
            if people
        ],
        "units": {period: [{"id": unit, "parent": parent} for unit, parent in parents.items()]},
    }


def totals(parents: Mapping[str, str | None], own: Own) -> dict[str, int]:
    """Persons of each unit and all below it. Parents stand before their children."""
    total = {unit: own[unit] for unit in parents}
    for unit in reversed(list(parents)):
        above = parents[unit]
        if above is not None:
            total[above] += total[unit]
    return total


def numbers(people: int, part: float = SICK_PART, months: int = 1) -> dict[str, Any]:
    """The fields of a shown figure."""
    agreed = 20.0 * people
    return {
        "state": "shown",
        "reason": None,
        "display": "5,0 %",
        "value": 100 * part,
        "numerator": part * agreed,
        "denominator": agreed,
        "people": people,
        "months_shown": months,
        "months_wanted": months,
        "sources": [{"batch": 1}],
    }


def hidden() -> dict[str, Any]:
    """The fields of a hidden figure."""
    nothing = dict.fromkeys(("value", "numerator", "denominator", "people", "months_shown", "months_wanted", "gap"))
    return {"state": "hidden", "reason": "protects_others", "display": "Skjermet", "sources": []} | nothing


def together(shapes: Sequence[Shape]) -> Shape:
    """Several periods or series as one printout."""
    return {
        "figures": [one for shape in shapes for one in shape["figures"]],
        "rest_groups": [one for shape in shapes for one in shape["rest_groups"]],
        "units": {period: units for shape in shapes for period, units in shape["units"].items()},
    }


def _rest(parents: Mapping[str, str | None], own: Own, shown: Collection[str]) -> dict[str, tuple[list[str], int]]:
    top: dict[str, str | None] = {}
    for unit, parent in parents.items():
        top[unit] = unit if unit in shown else None if parent is None else top[parent]
    groups: dict[str, tuple[list[str], int]] = {}
    for unit in parents:
        block = top[unit]
        if unit not in shown and block is not None:
            members, _ = groups.setdefault(block, ([], 0))
            members.append(unit)
    return {block: (members, sum(own[u] for u in parents if top[u] == block)) for block, (members, _) in groups.items()}
