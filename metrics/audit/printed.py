"""What `maalbilde figures --json` prints, as the attacker reads it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from metrics.periods import Period

RESOLUTION = 12_000_000
"""Parts of one natural unit in the attacker's whole numbers: a twelfth of the sixth decimal, so that a printed
average over twelve months is whole again."""
NEGLIGIBLE = RESOLUTION // 10_000
"""Amounts nearer 0 than this (a ten-thousandth of a day, a person or a point) are rounding."""
BASE_WINDOWS = ("latest", "month", "quarter", "tertial", "year")
NUMBERS = ("value", "numerator", "denominator", "people", "months_shown", "months_wanted", "gap")


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure or a rest group. Amounts are whole numbers in parts of `RESOLUTION`, 0 where nothing is shown."""

    unit: str
    indicator: str
    breakdown: str
    window: str
    period: Period
    kind: str
    shown: bool
    reason: str | None
    value: float | None
    gap: float | None
    limit: float | None
    numerator: int
    denominator: int
    people: int | None
    months_shown: int | None
    threshold: int
    policy: str
    members: tuple[str, ...] | None
    """The hidden units of a rest group, None for a figure."""
    own_staff: bool
    pending: bool
    """An earlier figure that a correction waits for: of the persons as they were counted then."""
    carries_numbers: bool

    @property
    def series(self) -> tuple[str, str]:
        """Indicator and breakdown."""
        return self.indicator, self.breakdown

    @property
    def group(self) -> tuple[str, tuple[str, ...] | None, bool]:
        """Who it is about: a unit, or a rest group by its members."""
        return self.unit, self.members, self.own_staff


@dataclass(frozen=True)
class Printout:
    """Everything that was printed."""

    figures: tuple[Printed, ...]
    parents: Mapping[Period, Mapping[str, str | None]]
    """For each base period its units and their parents."""
    scales: Mapping[str, tuple[float, float]]
    """Least and greatest answer, for the indicators that have a scale."""

    @cached_property
    def base(self) -> Mapping[tuple[str, str], tuple[Printed, ...]]:
        """The base figures and rest groups of each series: those of the finest window that was printed."""
        windows: dict[tuple[str, str], set[str]] = defaultdict(set)
        for one in self.figures:
            windows[one.series].add(one.window)
        chosen = {
            series: next((name for name in BASE_WINDOWS if name in found), None) for series, found in windows.items()
        }
        base: dict[tuple[str, str], list[Printed]] = defaultdict(list)
        for one in self.figures:
            if one.window == chosen[one.series]:
                base[one.series].append(one)
        return {series: tuple(found) for series, found in base.items()}


def read_printout(shape: Mapping[str, Any]) -> Printout:
    """Read the shape that `audit_board` documents. Raises KeyError, TypeError or ValueError when it is another."""
    figures = [*shape["figures"], *shape["rest_groups"]]
    periods: dict[str, Period] = {}
    return Printout(
        tuple(_printed(one, periods) for one in figures),
        {Period.parse(code): dict(_parents(units)) for code, units in shape["units"].items()},
        {one["id"]: (one["scale"][0], one["scale"][1]) for one in shape.get("indicators", ()) if one.get("scale")},
    )


def _parents(units: list[Mapping[str, Any]]) -> Iterator[tuple[str, str | None]]:
    known = {unit["id"] for unit in units}
    for unit in units:
        yield unit["id"], unit["parent"] if unit["parent"] in known else None


def _printed(one: Mapping[str, Any], periods: dict[str, Period]) -> Printed:
    code, members, target = one["period"], one.get("members"), one.get("target") or {}
    if code not in periods:
        periods[code] = Period.parse(code)
    carries = any(one.get(name) is not None for name in NUMBERS) or bool(one["sources"])
    says = one["state"] == "hidden" and any(map(str.isdigit, one["display"].replace(str(one["threshold"]), "")))
    return Printed(
        unit=one["unit"],
        indicator=one["indicator"],
        breakdown=one["breakdown"],
        window=one["window"],
        period=periods[code],
        kind=one["kind"],
        shown=one["state"] == "shown",
        reason=one["reason"],
        value=one["value"],
        gap=one.get("gap"),
        limit=target.get("limit"),
        numerator=_whole(one["numerator"]),
        denominator=_whole(one["denominator"]),
        people=one["people"],
        months_shown=one["months_shown"],
        threshold=one["threshold"],
        policy=one["policy"],
        members=None if members is None else tuple(members),
        own_staff=bool(one.get("own_staff")),
        pending=bool(one.get("pending_correction")),
        carries_numbers=carries or says or target.get("met") is not None,
    )


def _whole(amount: float | None) -> int:
    return 0 if amount is None else round(amount * RESOLUTION)
