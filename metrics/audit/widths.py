"""What an outsider can say of a hidden figure: the least and greatest value that fit all that is shown (PRIVACY §3.3).

The outsider knows neither the numerator nor the denominator of a hidden unit. A numerator lies between 0 and the
denominator (after the scale's least answer is taken off), where all shown figures do; otherwise it is 0 or more.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

import numpy as np
from scipy.optimize import linprog

from metrics.audit.printed import NEGLIGIBLE, Printed
from metrics.audit.report import Width
from metrics.audit.systems import System, subtrees
from metrics.audit.tables import Table

CERTAIN = 1e-7
"""Parts of the range within which an interval has no width."""
PRIMARY = ("below_threshold", "no_people")


@dataclass(frozen=True, slots=True)
class Interval:
    """A width, and how large a part of the range it is (0 to 1)."""

    width: Width
    part: float
    primary: bool
    """Hidden for its own sake: below the threshold or without a count."""


@dataclass(frozen=True, slots=True)
class _Measure:
    """From amounts to a ratio of 0 to 1: what is taken off, what the range is, and whether it ends at 1."""

    least: float
    range: float
    times: int
    capped: bool


def intervals_of(table: Table, scales: Mapping[str, tuple[float, float]]) -> Iterator[Interval]:
    """The interval of every hidden figure of a table, but of those that are a derivable group themselves.

    Those are judged as groups. Surveys without a known scale are left out, and in linked tables figures that are hidden
    for others' sake alone.
    """
    measure = _measure(table, scales)
    if measure is None or not table.hidden:
        return
    below, sure = subtrees(table.parents), _known(table.system, measure)
    found: dict[tuple[tuple[int, ...], tuple[int, ...]], tuple[float, float]] = {}
    for figure, flags in table.hidden:
        whole, cut = _touched(table.system, [(unit, flag) for unit in below.get(figure.unit, ()) for flag in flags])
        if whole is None or (not cut and table.system.solution.derivable(whole)):
            continue
        if (whole, cut) not in found:
            closed = all(piece in sure for piece in (*whole, *cut))
            if not closed and figure.reason not in PRIMARY:
                continue
            ends = _closed(whole, cut, sure, measure) if closed else _programme(table.system, whole, cut, measure)
            found[whole, cut] = ends
        yield _interval(figure, found[whole, cut], measure)


def alike_pieces(table: Table, scales: Mapping[str, tuple[float, float]]) -> Iterator[int]:
    """The pieces of a survey that can be worked out and stand at an end of the scale: everyone answered the same."""
    about = table.readings[0].about
    measure = _measure(table, scales) if about.kind == "mean" else None
    if measure is not None:
        for piece, (amount, size) in _known(table.system, measure).items():
            if size > 0 and _clean(amount) * _clean(size - amount) == 0:
                yield piece


def _measure(table: Table, scales: Mapping[str, tuple[float, float]]) -> _Measure | None:
    about = table.readings[0].about
    if about.indicator in scales:
        least, most = scales[about.indicator]
        return _Measure(least, most - least, 1, capped=True)
    if about.kind == "mean":
        return None
    times = 100 if any(one.value and one.value > one.numerator / one.denominator * 2 for one in table.shown) else 1
    return _Measure(0.0, 1.0, times, capped=all(one.numerator <= one.denominator for one in table.shown))


def _known(system: System, measure: _Measure) -> dict[int, tuple[float, float]]:
    """Amount above the scale's least, and denominator, of the pieces that can be worked out."""
    found = {}
    for piece in range(len(system.pieces)):
        if system.solution.derivable((piece,)):
            _, numerator, denominator = system.solution.totals((piece,))
            found[piece] = _clean((numerator - measure.least * denominator) / measure.range), _clean(denominator)
    return found


def _clean(amount: float) -> float:
    return 0.0 if abs(amount) <= NEGLIGIBLE else float(amount)


def _touched(system: System, atoms: Sequence[tuple[str, str]]) -> tuple[tuple[int, ...] | None, tuple[int, ...]]:
    """The pieces that a figure holds whole, and those it cuts. None when it reaches outside every sum."""
    count: dict[int, int] = {}
    for atom in atoms:
        if atom not in system.piece_of:
            return None, ()
        piece = system.piece_of[atom]
        count[piece] = count.get(piece, 0) + 1
    whole = tuple(sorted(piece for piece, n in count.items() if len(system.pieces[piece]) == n))
    return whole, tuple(sorted(set(count) - set(whole)))


def _closed(
    whole: Sequence[int], cut: Sequence[int], sure: Mapping[int, tuple[float, float]], measure: _Measure
) -> tuple[float, float]:
    """The ends when every piece that the figure touches is known: any share of the cut pieces may be its own.

    A piece outside its scale stands on rounded answers, which tell nothing certain.
    """
    amount, size = (sum(sure[piece][i] for piece in whole) for i in (0, 1))
    more, room = (sum(sure[piece][i] for piece in cut) for i in (0, 1))
    if _clean(more) < 0 or (measure.capped and _clean(room - more) < 0):
        return 0.0, 1.0
    if not measure.capped:
        if more > 0:
            return 0.0, inf
        return (0.0, 0.0) if amount == 0 else (0.0 if room else amount / size, amount / size if size else inf)
    spare = _clean(room - more)
    least = amount / (size + spare) if size + spare else 1.0
    return least, (amount + more) / (size + more) if size + more else 0.0


def _programme(system: System, whole: Sequence[int], cut: Sequence[int], measure: _Measure) -> tuple[float, float]:
    """The ends by linear programmes over numerators, denominators and a common factor that makes the figure's
    denominator 1 (Charnes and Cooper, 1962). A cut piece is two: the figure's share, and what is left of it.
    """
    near = _tied(system, (*whole, *cut))
    place = {piece: i for i, piece in enumerate(near)}
    share = {piece: len(near) + i for i, piece in enumerate(cut)}
    mine = [*(place[piece] for piece in whole), *share.values()]
    width = len(near) + len(cut)
    rows = [i for i, row in enumerate(system.rows) if any(piece in place for piece in row)]
    unit = max((abs(system.rights[i][2]) for i in rows), default=1) or 1
    equal = np.zeros((2 * len(rows) + 1, 2 * width + 1))
    for at, i in enumerate(rows):
        for piece, times in system.rows[i].items():
            for column in (place[piece], share.get(piece, place[piece])):
                equal[2 * at, column] = equal[2 * at + 1, width + column] = times
        _, numerator, denominator = system.rights[i]
        equal[2 * at, -1] = -(numerator - measure.least * denominator) / measure.range / unit
        equal[2 * at + 1, -1] = -denominator / unit
    equal[-1, [width + column for column in mine]] = 1.0
    right = np.zeros(len(equal))
    right[-1] = 1.0
    people = set(system.persons)
    persons = [place[piece] for piece in near if piece in people] + list(share.values())
    below = np.zeros((len(persons), 2 * width + 1))
    below[range(len(persons)), persons] = 1.0
    below[range(len(persons)), [width + column for column in persons]] = -1.0
    limits: list[tuple[float | None, None]] = [(None, None)] * (2 * width) + [(0, None)]
    for column in persons:
        limits[column] = limits[width + column] = (0, None)
    goal = np.zeros(2 * width + 1)
    goal[mine] = 1.0
    most = (below, np.zeros(len(persons))) if measure.capped else (None, None)
    ends = []
    for sign in (1, -1):
        made = linprog(sign * goal, *most, equal, right, bounds=limits, method="highs")
        ends.append(sign * made.fun if made.status == 0 else -sign * inf)
    return max(0.0, ends[0]), min(1.0, ends[1]) if measure.capped else ends[1]


def _tied(system: System, pieces: Sequence[int]) -> list[int]:
    """The pieces that sums tie to these, directly or through others."""
    seen, stack, rows = set(pieces), list(pieces), set[int]()
    while stack:
        for row in system.rows_of[stack.pop()]:
            if row not in rows:
                rows.add(row)
                fresh = set(system.rows[row]) - seen
                seen |= fresh
                stack.extend(fresh)
    return sorted(seen)


def _interval(figure: Printed, ends: tuple[float, float], measure: _Measure) -> Interval:
    least, greatest = ends
    part = max(0.0, min(1.0, greatest - least))
    part = 0.0 if part < CERTAIN else part
    at_end = greatest < CERTAIN or (measure.capped and least > 1 - CERTAIN)
    low, high = ((measure.least + end * measure.range) * measure.times for end in (least, least + part))
    return Interval(
        Width(
            indicator=figure.indicator,
            breakdown=figure.breakdown,
            period=figure.period.code,
            unit=figure.unit,
            least=low,
            greatest=high,
            width=high - low,
            homogeneous=part == 0 and at_end,
        ),
        part,
        figure.reason in PRIMARY,
    )
