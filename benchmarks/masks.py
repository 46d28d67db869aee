"""Prints what masks, linked tables, bounds and the audit cost: the bars of PRIVACY §8. `python -m benchmarks.masks`."""

import resource
import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np

from metrics.audit.board import audit_board
from metrics.audit.linking import make_tables
from metrics.audit.printed import read_printout
from metrics.bounds import intervals
from metrics.linked import protect
from metrics.privacy import block_mask, weight

THRESHOLD = 5
MONTHS = 60
INDICATORS = 5


def municipality(units: int, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """A tree of six levels at most, parents before children, and own staff: leaves of ten at the median."""
    level = np.zeros(units, int)
    parent = np.full(units, -1)
    inner = [0]
    for i in range(1, units):
        parent[i] = inner[int(random.integers(max(0, len(inner) - 60), len(inner)))]
        level[i] = level[parent[i]] + 1
        if level[i] < 5 and random.random() < 0.21:
            inner.append(i)
    leaf = ~np.isin(np.arange(units), parent)
    staff = np.where(leaf, np.maximum(1, random.lognormal(np.log(10), 0.75, units)), random.poisson(1.2, units))
    return parent, staff.astype(int)


def churn(own: np.ndarray, months: int, random: np.random.Generator) -> np.ndarray:
    """Own staff month by month: one in ten units moves by one person."""
    steps = random.integers(-1, 2, (len(own), months)) * (random.random((len(own), months)) < 0.1)
    steps[:, 0] = 0
    return np.asarray(np.maximum(0, own[:, None] + steps.cumsum(axis=1)))


def summed(parent: np.ndarray, own: np.ndarray) -> np.ndarray:
    """Own staff and all below."""
    total = own.copy()
    for i in range(len(parent) - 1, 0, -1):
        total[parent[i]] += total[i]
    return total


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds and what came of it."""
    begun = time.perf_counter()
    made = work()
    return time.perf_counter() - begun, made


def tree_masks(units: int, bar: float) -> None:
    """The block rule over months and indicators of different populations."""
    random = np.random.default_rng(units)
    parent, own = municipality(units, random)
    monthly = np.concatenate([churn(own, MONTHS, random) for _ in range(INDICATORS)], axis=1)
    cost = weight(summed(parent, monthly))
    seconds, hidden = timed(lambda: block_mask(parent, monthly, THRESHOLD, cost))
    moved = np.mean([(hidden[:, a] != hidden[:, b]).mean() for a, b in pairwise(range(MONTHS))])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    line = f"{units} units x {MONTHS} months x {INDICATORS} indicators: {seconds:.2f} s (bar {bar} s)"
    print(f"{line}, peak {peak:.0f} MB, {hidden.mean() * units:.0f} hidden, {moved:.1%} change a month")


def linked_tables(units: int) -> None:
    """A tree crossed with a flag, about 2.5 cells a unit."""
    random = np.random.default_rng(7)
    parent, own = municipality(units, random)
    shift = np.where(random.random(units) < 0.5, 0, random.binomial(own, 0.6))
    persons = np.concatenate([shift, own - shift])
    below: list[list[int]] = [[i] for i in range(units)]
    for i in range(units - 1, 0, -1):
        below[parent[i]].extend(below[i])
    parts = [[below[i] for i in range(units)], [[units + j for j in below[i]] for i in range(units)]]
    both = [a + b for a, b in zip(*parts, strict=True)]
    members = [
        cell
        for cell in dict.fromkeys(tuple(cell) for cell in (*both, *parts[0], *parts[1]))
        if persons[list(cell)].sum()
    ]
    seconds, hidden = timed(lambda: protect(members, persons, THRESHOLD))
    print(f"linked, {len(members)} cells: {seconds:.2f} s (bar 2 s), {int(hidden.sum())} hidden")
    agreed = 20.0 * persons
    lost = np.round(agreed * random.beta(1.2, 14, len(persons)))
    amounts = np.array([lost[list(cell)].sum() for cell in members])
    some = np.flatnonzero(hidden)[:200]
    keep = np.flatnonzero(~hidden)
    cells = [members[i] for i in (*keep, *some)]
    given = np.arange(len(cells)) < len(keep)
    spent, ends = timed(lambda: intervals(cells, given, amounts[[*keep, *some]], agreed))
    size = np.array([agreed[list(members[i])].sum() for i in some])
    wide = (ends[len(keep) :, 1] - ends[len(keep) :, 0]) / size
    print(f"bounds: {1000 * spent / len(some):.1f} ms a hidden cell (bar 10 ms), least width {wide.min():.4f}")


def audits(units: int) -> None:
    """The audit of one mask, as printed."""
    random = np.random.default_rng(3)
    parent, own = municipality(units, random)
    hidden = block_mask(parent, own, THRESHOLD, weight(summed(parent, own)))
    shape = printed(parent, own, hidden)
    spent, report = timed(lambda: audit_board(shape))
    tables = list(make_tables(read_printout(shape)))
    alone, _ = timed(lambda: [list(table.leaks()) for table in tables])
    print(f"audit of {units} units: {spent:.3f} s with reading and widths, {alone:.3f} s the groups (bar 0.1 s a mask)")
    print(f"  attacked {report.attacked}, derivable {len(report.derivable)}, narrow {len(report.narrow)}")


def printed(parent: np.ndarray, own: np.ndarray, hidden: np.ndarray) -> dict[str, Any]:
    """One month of sick leave as `figures --json` prints it."""
    nothing = dict.fromkeys(("value", "numerator", "denominator", "people", "months_shown", "months_wanted", "gap"))
    figures = []
    for i, people in enumerate(summed(parent, own)):
        shown = not hidden[i] and people
        numbers = {"value": 5.0, "numerator": float(people), "denominator": 20.0 * people, "people": int(people)}
        state = {"state": "shown", "reason": None, "months_shown": 1, **numbers} if shown else {"state": "hidden"}
        words = {"kind": "rate", "window": "latest", "breakdown": "total", "policy": "family=a", "display": ""}
        place = {"unit": str(i), "indicator": "sick_leave", "period": "2026-01", "threshold": THRESHOLD, "sources": []}
        figures.append({**nothing, **words, **place, "reason": "protects_others", **state})
    units = [{"id": str(i), "parent": None if above < 0 else str(above)} for i, above in enumerate(parent)]
    return {"figures": figures, "rest_groups": [], "units": {"2026-01": units}}


if __name__ == "__main__":
    tree_masks(1000, 2)
    tree_masks(3000, 5)
    linked_tables(1000)
    audits(1000)
    audits(3000)
