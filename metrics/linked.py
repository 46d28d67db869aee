"""Linked tables: sums that overlap without being one tree, over the same persons (PRIVACY §3.2).

An atom is a set of persons that every table treats alike; a cell adds up atoms. What is shown must not let anyone
work out a cell or an atom, or any group of them, of fewer persons than the threshold.
"""

from collections.abc import Sequence

import numpy as np

from metrics.attack import derivable_groups
from metrics.elimination import LiveVectors, is_multiple

MOST_ROUNDS = 60


def protect(
    members: Sequence[Sequence[int]],
    persons: Sequence[int],
    threshold: int,
    *,
    first: Sequence[int] = (),
    forced: Sequence[int] = (),
    known: Sequence[Sequence[int]] = (),
) -> np.ndarray:
    """Which cells to hide, bool[cells], True = hidden.

    `members[cell]` are the atoms that a cell adds up, `persons[atom]` their persons (0 only for atoms that hold
    neither persons nor amounts). `first` are cells to try before others, in that order, `forced` cells that may
    not be shown, `known` sums of atoms that have been shown before and that nothing can take back.
    The others are tried by falling persons; one is hidden when it would give a group below the threshold away. Then an
    attacker looks for groups made of several atoms, each found group is protected too, and it all starts again until
    nothing is found. Raises ValueError when that does not come to an end.
    """
    counts = np.asarray(persons, dtype=np.int64)
    cells, past = _counted(members, counts), _counted(known, counts)
    lost = set(derivable_groups(past, counts, threshold)) if past else set()
    totals = np.array([int(counts[list(atoms)].sum()) for atoms in cells], dtype=np.int64)
    small = {cells[i] for i in np.flatnonzero((totals > 0) & (totals < threshold))}
    targets = small | {(int(atom),) for atom in np.flatnonzero((counts > 0) & (counts < threshold))}
    order = _order(totals, first)
    barred = set(forced) | {int(i) for i in np.flatnonzero((totals > 0) & (totals < threshold))}
    for _ in range(MOST_ROUNDS):
        shown = _shown(cells, past, targets, [cell for cell in order if cell not in barred])
        found = set(derivable_groups([*past, *(cells[i] for i in shown)], counts, threshold)) - lost
        if not found:
            hidden = np.ones(len(cells), bool)
            hidden[shown] = False
            return hidden
        targets |= found
    raise ValueError("no safe pattern was found")


def audit(members: Sequence[Sequence[int]], persons: Sequence[int], threshold: int) -> list[tuple[int, ...]]:
    """The groups of 1 to threshold-1 persons that the shown cells give away, each as its atoms. Empty when safe.

    `members` are the cells that are shown. Groups of up to four atoms are searched: all of them up to a threshold
    of 5, and for 10 those of at most four atoms.
    """
    counts = np.asarray(persons, dtype=np.int64)
    return derivable_groups(_counted(members, counts), counts, threshold)


def _counted(members: Sequence[Sequence[int]], counts: np.ndarray) -> list[tuple[int, ...]]:
    """The atoms of each cell that hold anyone."""
    return [tuple(atom for atom in dict.fromkeys(atoms) if counts[atom] > 0) for atoms in members]


def _order(totals: np.ndarray, first: Sequence[int]) -> list[int]:
    early = {cell: place for place, cell in enumerate(first)}
    return sorted(range(len(totals)), key=lambda cell: (early.get(cell, len(early)), -totals[cell], cell))


def _shown(
    cells: Sequence[tuple[int, ...]],
    past: Sequence[tuple[int, ...]],
    targets: set[tuple[int, ...]],
    order: Sequence[int],
) -> list[int]:
    """Take cells in one by one after the past, leaving out each that would make a target known."""
    names = {-1 - i: target for i, target in enumerate(sorted(targets))}
    before = {len(cells) + i: row for i, row in enumerate(past)}
    live = LiveVectors(before | {cell: cells[cell] for cell in order} | names)
    for name in before:
        row = live.drop(name)
        if row:
            live.reduce_by(row, live.pivot(row))
    shown = []
    for cell in order:
        row = live.drop(cell)
        if row:
            pivot = live.pivot(row)
            if any(name < 0 and is_multiple(live.vectors[name], row, pivot) for name in live.holders(pivot)):
                continue
            live.reduce_by(row, pivot)
        shown.append(cell)
    return shown
