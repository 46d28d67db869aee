"""An attacker: which small groups can be worked out from shown sums. Shares no code with the rules that hide."""

from collections.abc import Sequence
from itertools import combinations
from random import Random

import numpy as np

PRIME = (1 << 61) - 1
"""2^61 - 1: sums of four residues fit in int64... as two sums of two, each reduced."""


def null_vector(shown: Sequence[Sequence[int]], atoms: int, seed: int = 1) -> np.ndarray:
    """A random vector that every shown sum is blind to: int64[atoms] modulo PRIME.

    A 0/1 group of atoms can be worked out from the shown sums exactly when its entries add up to 0.
    """
    rows = [dict.fromkeys(row, 1) for row in shown if row]
    holders: dict[int, set[int]] = {}
    for i, row in enumerate(rows):
        for atom in row:
            holders.setdefault(atom, set()).add(i)
    steps: list[tuple[int, dict[int, int]]] = []
    for i in sorted(range(len(rows)), key=lambda i: (len(rows[i]), i)):
        row = rows[i]
        for atom in row:
            holders[atom].discard(i)
        if not row:
            continue
        pivot = min(row, key=lambda atom: (len(holders[atom]), atom))
        steps.append((pivot, row))
        _sweep(rows, holders, row, pivot)
    return _solve(steps, atoms, Random(seed))  # noqa: S311  (any seed will do: no secret rests on it)


def _sweep(rows: list[dict[int, int]], holders: dict[int, set[int]], row: dict[int, int], pivot: int) -> None:
    inverse = pow(row[pivot], -1, PRIME)
    for j in list(holders[pivot]):
        other, times = rows[j], rows[j][pivot] * inverse % PRIME
        for atom, value in row.items():
            left = (other.get(atom, 0) - times * value) % PRIME
            if left:
                other[atom] = left
                holders[atom].add(j)
            elif other.pop(atom, None) is not None:
                holders[atom].discard(j)


def _solve(steps: list[tuple[int, dict[int, int]]], atoms: int, random: Random) -> np.ndarray:
    z = [random.randrange(1, PRIME) for _ in range(atoms)]
    for pivot, row in reversed(steps):
        rest = sum(value * z[atom] for atom, value in row.items() if atom != pivot)
        z[pivot] = -rest * pow(row[pivot], -1, PRIME) % PRIME
    return np.array(z, dtype=np.int64)


def derivable_groups(shown: Sequence[Sequence[int]], persons: np.ndarray, threshold: int) -> list[tuple[int, ...]]:
    """The groups of 1 to threshold-1 persons, of at most four atoms, that the shown sums give away."""
    small = np.flatnonzero((persons > 0) & (persons < threshold))
    z = null_vector(shown, len(persons))
    found: list[tuple[int, ...]] = [(int(atom),) for atom in small if z[atom] == 0]
    left = small[z[small] != 0]
    pairs = _pairs(left, persons, threshold)
    sums = (z[pairs[:, 0]] + z[pairs[:, 1]]) % PRIME if len(pairs) else np.zeros(0, np.int64)
    found += [_group(pair) for pair in pairs[sums == 0]]
    pairs, sums = pairs[sums != 0], sums[sums != 0]
    found += _matches(pairs, sums, left[:, None], z[left], persons, threshold)
    found += _matches(pairs, sums, pairs, sums, persons, threshold)
    return _minimal(found)


def _pairs(atoms: np.ndarray, persons: np.ndarray, threshold: int) -> np.ndarray:
    upper = np.transpose(np.triu_indices(len(atoms), 1))
    pairs = atoms[upper] if len(upper) else np.zeros((0, 2), np.int64)
    return np.asarray(pairs[persons[pairs].sum(axis=1) < threshold])


def _matches(
    groups: np.ndarray, sums: np.ndarray, others: np.ndarray, theirs: np.ndarray, persons: np.ndarray, threshold: int
) -> list[tuple[int, ...]]:
    """Groups and others whose entries cancel, without an atom in common and below the threshold together."""
    order = np.argsort(theirs, kind="stable")
    wanted = (PRIME - sums) % PRIME
    low, high = (np.searchsorted(theirs[order], wanted, side=side) for side in ("left", "right"))
    found = []
    for i in np.flatnonzero(high > low):
        for j in order[low[i] : high[i]]:
            atoms = _group((*groups[i], *others[j]))
            if len(atoms) == groups.shape[1] + others.shape[1] and persons[list(atoms)].sum() < threshold:
                found.append(atoms)
    return found


def _group(atoms: Sequence[int]) -> tuple[int, ...]:
    return tuple(sorted({int(atom) for atom in atoms}))


def _minimal(groups: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Each group once, without those that are only others put together."""
    kept: set[tuple[int, ...]] = set()
    for group in sorted(set(groups), key=lambda group: (len(group), group)):
        parts = (part for size in range(1, len(group)) for part in combinations(group, size))
        if not any(part in kept for part in parts):
            kept.add(group)
    return sorted(kept)
