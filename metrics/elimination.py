"""Sparse linear algebra modulo a prime: what can be had from a set of sums by adding and subtracting them.

Numbers modulo 2^61 - 1 stand in for fractions: an equality that holds there holds exactly, but for a chance below
10^-15 a test (PRIVACY §3.2).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

PRIME = (1 << 61) - 1
Vector = dict[int, int]
"""Atom → coefficient modulo PRIME, none of them 0."""


class LiveVectors:
    """Vectors that are reduced at once by every row that is taken in, so that none holds a pivot of an earlier row."""

    def __init__(self, vectors: Mapping[int, Iterable[int]]) -> None:
        """Start from 0/1 vectors by name: the atoms that each adds up."""
        self.vectors: dict[int, Vector] = {name: dict.fromkeys(atoms, 1) for name, atoms in vectors.items()}
        self._holders: dict[int, set[int]] = defaultdict(set)
        for name, vector in self.vectors.items():
            for atom in vector:
                self._holders[atom].add(name)

    def drop(self, name: int) -> Vector:
        """Take a vector out and return what is left of it."""
        vector = self.vectors.pop(name)
        for atom in vector:
            self._holders[atom].discard(name)
        return vector

    def pivot(self, row: Vector) -> int:
        """The atom of a row that the fewest live vectors hold, which keeps them sparse."""
        return min(row, key=lambda atom: (len(self._holders[atom]), atom))

    def holders(self, atom: int) -> Iterable[int]:
        """The names of the live vectors that hold an atom."""
        return self._holders[atom]

    def reduce_by(self, row: Vector, pivot: int) -> None:
        """Subtract multiples of a row from every live vector until none holds the pivot."""
        inverse = pow(row[pivot], -1, PRIME)
        for name in list(self._holders[pivot]):
            vector = self.vectors[name]
            factor = vector[pivot] * inverse % PRIME
            for atom, value in row.items():
                left = (vector.get(atom, 0) - factor * value) % PRIME
                if left:
                    vector[atom] = left
                    self._holders[atom].add(name)
                elif atom in vector:
                    del vector[atom]
                    self._holders[atom].discard(name)


def is_multiple(vector: Vector, row: Vector, pivot: int) -> bool:
    """Whether a vector is a multiple of a row, and so would be known once the row is."""
    if len(vector) != len(row) or pivot not in vector:
        return False
    ours, theirs = row[pivot], vector[pivot]
    return all((vector.get(atom, 0) * ours - value * theirs) % PRIME == 0 for atom, value in row.items())
