"""Finding the groups of up to four atoms whose null sums are 0, without trying every group."""

from collections.abc import Iterator, Sequence

import numpy as np

from metrics.audit.algebra import PRIME

MOST_ATOMS = 4
"""Groups of more atoms are looked for only where the tables name them (`metrics.audit.tables`)."""


def derivable_groups(null: Sequence[int]) -> list[tuple[int, ...]]:
    """The groups of one to four entries that add up to 0 modulo PRIME, without those that hold a smaller one."""
    z = np.array(null, dtype=np.int64)
    found: list[tuple[int, ...]] = [(int(i),) for i in np.flatnonzero(z == 0)]
    left = np.flatnonzero(z)
    first, second = np.triu_indices(len(left), 1)
    first, second = left[first], left[second]
    sums = (z[first] + z[second]) % PRIME
    pairs = np.column_stack([first, second])
    found += [(int(a), int(b)) for a, b in pairs[sums == 0]]
    pairs, sums = pairs[sums != 0], sums[sums != 0]
    for size, (others, theirs) in ((3, (left[:, None], z[left])), (4, (pairs, sums))):
        found += _minimal(_meeting(pairs, sums, others, theirs, size), set(found))
    return found


def _meeting(groups: np.ndarray, sums: np.ndarray, others: np.ndarray, theirs: np.ndarray, size: int) -> np.ndarray:
    """Groups and others whose sums cancel and that have nothing in common: int[m, size], each in order and once."""
    order = np.argsort(theirs, kind="stable")
    ranked = theirs[order]
    wanted = PRIME - sums
    low, high = np.searchsorted(ranked, wanted, side="left"), np.searchsorted(ranked, wanted, side="right")
    many = high - low
    first = np.repeat(np.arange(len(groups)), many)
    offset = np.arange(len(first)) - np.repeat(np.cumsum(many) - many, many)
    second = order[np.repeat(low, many) + offset]
    joined = np.sort(np.hstack([groups[first], others[second]]), axis=1)
    apart = (np.diff(joined, axis=1) > 0).all(axis=1) if len(joined) else np.zeros(0, bool)
    return np.unique(joined[apart].reshape(-1, size), axis=0)


def _minimal(groups: np.ndarray, smaller: set[tuple[int, ...]]) -> list[tuple[int, ...]]:
    return [group for group in map(tuple, groups.tolist()) if not any(_parts(group, smaller))]


def _parts(group: tuple[int, ...], smaller: set[tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
    for i, a in enumerate(group):
        for j in range(i + 1, len(group)):
            if (a, group[j]) in smaller:
                yield a, group[j]
        rest = (*group[:i], *group[i + 1 :])
        if rest in smaller:
            yield rest
