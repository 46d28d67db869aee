"""Exact elimination modulo a prime: which groups of atoms the sums give away, and what those groups add up to.

Modulo 2^61 - 1 an equality holds exactly when it holds for fractions, but for a chance below 10^-15 (PRIVACY §3.2).
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from random import Random

PRIME = (1 << 61) - 1
Row = dict[int, int]


@dataclass(frozen=True, slots=True)
class Solution:
    """Two vectors over the atoms, as residues. A 0/1 group is derivable exactly when `null` adds up to 0 over it."""

    null: tuple[int, ...]
    """A random vector that every sum is blind to."""
    particular: tuple[tuple[int, ...], ...]
    """For each column of right-hand sides, one vector that fits all sums."""
    contradictions: tuple[tuple[int, ...], ...]
    """Right-hand sides, as signed numbers, left over where the atoms cancel: not all 0 when the sums do not agree."""

    def derivable(self, group: Collection[int]) -> bool:
        """Whether the total of a group of atoms follows from the sums."""
        return sum(self.null[atom] for atom in group) % PRIME == 0

    def totals(self, group: Collection[int]) -> tuple[int, ...]:
        """What a derivable group adds up to in each column."""
        return tuple(signed(sum(column[atom] for atom in group)) for column in self.particular)


def signed(residue: int) -> int:
    """The whole number nearest 0 with this residue."""
    rest = residue % PRIME
    return rest if rest <= PRIME // 2 else rest - PRIME


def solve(
    rows: Sequence[Collection[int] | Mapping[int, int]], rights: Sequence[Sequence[int]], atoms: int, seed: int = 7
) -> Solution:
    """Solve sums of atoms.

    `rows[i]` holds the atoms that sum `i` adds up, or their coefficients; `rights[i]` one or more totals of it,
    whole numbers below 10^18. Every row must have as many totals.
    """
    left = [
        {atom: value % PRIME for atom, value in row.items()} if isinstance(row, Mapping) else dict.fromkeys(row, 1)
        for row in rows
    ]
    totals = [[value % PRIME for value in right] for right in rights]
    steps, spare = _triangle(left, totals)
    random = Random(seed)  # noqa: S311  (any seed will do: no secret rests on it)
    null = [random.randrange(1, PRIME) for _ in range(atoms)]
    _substitute(null, [(pivot, left[i], 0) for pivot, i in steps])
    columns = len(totals[0]) if totals else 0
    particular = [[0] * atoms for _ in range(columns)]
    for column, vector in enumerate(particular):
        _substitute(vector, [(pivot, left[i], totals[i][column]) for pivot, i in steps])
    contradictions = tuple(tuple(map(signed, totals[i])) for i in spare)
    return Solution(tuple(null), tuple(map(tuple, particular)), contradictions)


def _triangle(rows: list[Row], totals: list[list[int]]) -> tuple[list[tuple[int, int]], list[int]]:
    """Take short rows first and clear the pivot of each from all rows after it. Returns pivots, and rows emptied."""
    holders: dict[int, set[int]] = defaultdict(set)
    for i, row in enumerate(rows):
        for atom in row:
            holders[atom].add(i)
    steps, spare = [], []
    for i in sorted(range(len(rows)), key=lambda i: len(rows[i])):
        row = rows[i]
        for atom in row:
            holders[atom].discard(i)
        if not row:
            spare.append(i)
            continue
        pivot = min(row, key=lambda atom: len(holders[atom]))
        inverse = pow(row[pivot], -1, PRIME)
        for j in sorted(holders[pivot]):
            factor = rows[j][pivot] * inverse % PRIME
            _subtract(rows[j], row, factor, holders, j)
            totals[j] = [(a - factor * b) % PRIME for a, b in zip(totals[j], totals[i], strict=True)]
        steps.append((pivot, i))
    return steps, spare


def _subtract(row: Row, other: Row, factor: int, holders: dict[int, set[int]], name: int) -> None:
    for atom, value in other.items():
        rest = (row.get(atom, 0) - factor * value) % PRIME
        if rest:
            row[atom] = rest
            holders[atom].add(name)
        elif row.pop(atom, None) is not None:
            holders[atom].discard(name)


def _substitute(vector: list[int], steps: list[tuple[int, Row, int]]) -> None:
    for pivot, row, total in reversed(steps):
        known = sum(value * vector[atom] for atom, value in row.items() if atom != pivot)
        vector[pivot] = (total - known) * pow(row[pivot], -1, PRIME) % PRIME
