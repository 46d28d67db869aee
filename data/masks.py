"""The masks of one indicator through time: what a month hides weighs in the next, and what was told stays known."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import compress

import numpy as np

from data.earlier import earlier_of
from data.ledger import Ledger, Memory
from data.moments import Moment
from metrics.amounts import SCALE
from metrics.indicators import Indicator, Kind
from metrics.masking import Population, mask
from metrics.periods import Period
from metrics.privacy import block_tops, weight
from metrics.revisions import Revised
from metrics.solvers import PartSolver, Solver, TreeSolver

WEIGHT_MONTHS = 12
HYSTERESIS = 0.5
"""A unit that was hidden last month costs half as much to hide again, so that masks change seldom."""

Forced = Mapping[tuple[str, Period], set[str]]
"""Units that are hidden for another figure's sake, by breakdown and base period."""


@dataclass(frozen=True)
class Masked:
    """A moment with its mask."""

    moment: Moment
    revised: Revised
    earlier: tuple[Memory, ...]
    """For each breakdown, what was told before."""


@dataclass
class MaskSeries:
    """Masks of one indicator, period after period."""

    indicator: Indicator
    ledger: Ledger
    forced: Forced
    solved: dict[bytes, np.ndarray]
    """Masks that have been worked out in this publish: equal populations share one."""
    family: Sequence[Mapping[Period, Moment]]
    """The moments of every indicator of the family, this one included: parts of one total share one mask."""
    _people: dict[tuple[int, str], list[tuple[int, int]]] = field(default_factory=dict)
    _hidden: set[tuple[int, str]] = field(default_factory=set)
    _least: dict[tuple[int, str], tuple[int, int]] = field(default_factory=dict)
    _year: int = 0

    def run(self, moments: Iterable[Moment]) -> Iterator[Masked]:
        """Mask every moment. Raises UnsafeMaskError."""
        for moment in moments:
            earlier = tuple(
                self.ledger.get((self.indicator.id, name, moment.period), Memory())
                for name in self.indicator.breakdowns
            )
            revised = self._mask(moment, earlier)
            self._hidden = self._names(moment, revised.hidden & ~moment.barred)
            yield Masked(moment, revised, earlier)

    def _mask(self, moment: Moment, earlier: tuple[Memory, ...]) -> Revised:
        if self._holds and moment.period.year != self._year:
            self._hidden, self._least, self._year = set(), {}, moment.period.year
        held = self._cells(moment, self._hidden)
        forced = moment.barred | self._forced(moment)
        weights = weight(self._average(moment))
        if self._holds:
            forced |= held
        else:
            weights = np.where(held, HYSTERESIS * weights, weights)
        pieces = moment.pieces
        told = earlier_of(moment, earlier, policy_of(self.indicator))
        if told is not None and len(moment.totals) > 1 and any((pieces != before).any() for before in told.tellings):
            # What changes in one linked table may be read in the other: nothing more is told of the period.
            forced = np.ones_like(forced)
        least = self._least_of(moment, pieces) if self._holds else pieces
        population = Population(pieces=pieces, least=least, distinct=moment.distinct, barred=forced)
        solver = _Remembering(self._solver(moment, weights), self.solved, self._key(moment, weights))
        return mask(population, solver, self._telling(moment), told)

    @property
    def _holds(self) -> bool:
        """A stock's neighbour month tells the hidden one, so what is hidden stays so through the year."""
        return self.indicator.kind is Kind.STOCK

    def _solver(self, moment: Moment, weights: np.ndarray) -> Solver:
        privacy = self.indicator.privacy
        if len(moment.totals) == 1:
            return TreeSolver(moment.tree.parent, privacy.threshold, weights, privacy.insider_safe)
        return PartSolver(moment.tree.parent, privacy.threshold, weights)

    def _key(self, moment: Moment, weights: np.ndarray) -> bytes:
        privacy = self.indicator.privacy
        settings = f"{privacy.threshold} {privacy.insider_safe} {len(moment.totals)}".encode()
        return settings + moment.tree.parent.tobytes() + weights.tobytes()

    def _names(self, moment: Moment, cells: np.ndarray) -> set[tuple[int, str]]:
        n = len(moment.tree.ids)
        return {(int(cell) // n, moment.tree.ids[int(cell) % n]) for cell in np.flatnonzero(cells)}

    def _cells(self, moment: Moment, names: set[tuple[int, str]]) -> np.ndarray:
        count = len(moment.totals)
        return np.array([(part, unit) in names for part in range(count) for unit in moment.tree.ids], dtype=bool)

    def _forced(self, moment: Moment) -> np.ndarray:
        return np.array(
            [
                unit in self.forced.get((name, moment.period), ())
                for name in self.indicator.breakdowns
                for unit in moment.tree.ids
            ],
            dtype=bool,
        )

    def _average(self, moment: Moment) -> np.ndarray:
        """People averaged over the twelve months up to the period, never later ones (PRIVACY §3.1)."""
        end, people, n = moment.period.end, moment.people, len(moment.tree.ids)
        average = np.zeros(len(people))
        for cell, count in enumerate(people):
            name = (cell // n, moment.tree.ids[cell % n])
            year = [one for one in self._people.get(name, ()) if one[0] > end - WEIGHT_MONTHS]
            year.append((end, int(count)))
            self._people[name] = year
            average[cell] = sum(people for _, people in year) / len(year)
        return average

    def _least_of(self, moment: Moment, pieces: np.ndarray) -> np.ndarray:
        """The least of the year so far on each piece; empty only when it has been empty all the year."""
        n, least = len(moment.tree.ids), np.zeros_like(pieces)
        for piece, count in enumerate(pieces):
            name = (piece // n, moment.tree.ids[piece % n])
            low, high = self._least.get(name, (int(count), 0))
            low, high = min(low, int(count)), max(high, int(count))
            self._least[name] = (low, high)
            least[piece] = max(low, 1) if high else 0
        return least

    def _telling(self, moment: Moment) -> Callable[[np.ndarray], np.ndarray]:
        """From a mask, the shown units whose block tells of its persons by its amounts, in any part of the total."""
        same = [found[moment.period] for found in self.family if moment.period in found]
        return lambda hidden: np.unique(np.concatenate([_telling_blocks(one, hidden) for one in same]))


def _telling_blocks(moment: Moment, hidden: np.ndarray) -> np.ndarray:
    """Blocks where everyone answered lowest or highest, or with fewer cases than may be told; int[m]."""
    privacy, scale = moment.indicator.privacy, moment.indicator.scale
    ends = scale if scale is not None and privacy.homogeneity == "hide" else ()
    if len(moment.totals) > 1 or not (ends or privacy.least_cases):
        return np.zeros(0, dtype=np.int64)
    own, tops = moment.own[0], block_tops(moment.tree.parent, hidden)
    found = []
    for top in np.flatnonzero(~hidden):
        inside = tops == top
        numerator, denominator = int(own.numerator[inside].sum()), int(own.denominator[inside].sum())
        alike = denominator > 0 and any(numerator == round(end * denominator) for end in ends)
        if alike or 0 < numerator < privacy.least_cases * SCALE:
            found.append(int(top))
    return np.array(found, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class _Remembering:
    """A solver that works each mask out once."""

    solver: Solver
    solved: dict[bytes, np.ndarray]
    key: bytes

    def solve(self, pieces: np.ndarray, barred: np.ndarray) -> np.ndarray:
        key = sha256(self.key + pieces.tobytes() + barred.tobytes()).digest()
        if key not in self.solved:
            self.solved[key] = self.solver.solve(pieces, barred)
        return self.solved[key]

    def unsafe(self, pieces: np.ndarray, hidden: np.ndarray) -> np.ndarray:
        return self.solver.unsafe(pieces, hidden)

    @property
    def threshold(self) -> int:
        return self.solver.threshold

    @property
    def members(self) -> Sequence[Sequence[int]]:
        return self.solver.members


def policy_of(indicator: Indicator) -> str:
    """The rule that masks an indicator, as it stands on every figure."""
    privacy = indicator.privacy
    parts = [f"block/2 threshold={privacy.threshold} counts={privacy.counts} family={privacy.family}"]
    within = [f"within={privacy.within}"] if privacy.within else []
    flags = compress(("insider_safe", "homogeneity=hide"), (privacy.insider_safe, privacy.homogeneity == "hide"))
    return " ".join([*parts, *within, *flags])


def version_of(policy: str, period: Period, shown: Iterable[str]) -> str:
    """A short name of one mask: of the policy, the period and which units are shown. No count goes into it."""
    return sha256("\n".join((policy, period.code, *shown)).encode()).hexdigest()[:12]
