"""Whether every window is the sum of base figures that are shown: a sum over what is hidden gives it away."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from metrics.audit.figures import leak_of
from metrics.audit.printed import NEGLIGIBLE, Printed, Printout
from metrics.audit.report import Leak, LeakKind
from metrics.periods import Period

Key = tuple[str, str, str, tuple[str, ...] | None, bool]
Shown = Mapping[Key, Mapping[int, Printed]]
"""For each series and unit or rest group, its shown base figures by their first month."""


def leaks_of_windows(printout: Printout) -> Iterator[Leak]:
    """Windows that are not sums of shown base figures, and base periods that overlap."""
    shown: dict[Key, dict[int, Printed]] = defaultdict(dict)
    base = {id(one) for found in printout.base.values() for one in found}
    for found in printout.base.values():
        yield from _overlaps(found)
        for one in found:
            if one.shown:
                shown[_key(one)][one.period.start] = one
    for one in printout.figures:
        if one.shown and id(one) not in base and not _is_sum(one, _inside(one, shown.get(_key(one), {}))):
            yield leak_of(LeakKind.WINDOW, one)


def _key(one: Printed) -> Key:
    return *one.series, *one.group


def months_of(window: str, period: Period) -> range:
    """The months that a window covers, counted from year 0: the calendar's, or back from the month it is named by."""
    if window == "rolling12":
        return range(period.end - 12, period.end)
    if window == "ytd":
        return range(period.start - period.start % 12, period.end)
    return range(period.start, period.end)


def _inside(one: Printed, shown: Mapping[int, Printed]) -> list[Printed]:
    months = months_of(one.window, one.period)
    found = (shown.get(month) for month in months)
    return [base for base in found if base is not None and base.period.end <= months.stop]


def _is_sum(one: Printed, parts: Sequence[Printed]) -> bool:
    amounts = (
        one.numerator - sum(part.numerator for part in parts),
        one.denominator - sum(part.denominator for part in parts),
    )
    months = sum(part.period.months for part in parts)
    least = min((part.people for part in parts if part.people is not None), default=None)
    size = max(NEGLIGIBLE, abs(one.denominator) >> 40)
    return all(abs(rest) <= size for rest in amounts) and one.months_shown == months and one.people == least


def _overlaps(found: Sequence[Printed]) -> Iterator[Leak]:
    by_unit: dict[str, list[Printed]] = defaultdict(list)
    for one in found:
        if one.shown and one.members is None:
            by_unit[one.unit].append(one)
    for printed in by_unit.values():
        ordered = sorted(printed, key=lambda one: one.period)
        for earlier, later in pairwise(ordered):
            if later.period.start < earlier.period.end:
                yield leak_of(LeakKind.OVERLAP, later)
