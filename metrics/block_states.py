"""What a subtree hands up to a block that is still open: the states of the block rule's dynamic programme."""

from dataclasses import dataclass
from functools import cache

import numpy as np


@dataclass(frozen=True)
class States:
    """A finite algebra. State 0 is nobody."""

    join: np.ndarray
    """int32[s, s]: two pools put together."""
    own: np.ndarray
    """int32[threshold + 1]: a unit's own staff, capped at the threshold, as a state."""
    hide: np.ndarray
    """int32[s]: what a hidden unit hands up of what stands in it."""
    closes: np.ndarray
    """bool[s]: whether a shown unit may close its block over such a pool."""

    @property
    def count(self) -> int:
        """How many states there are."""
        return len(self.closes)


@cache
def plain(threshold: int) -> States:
    """Persons of the open block, capped at the threshold: it may hold nobody or at least the threshold."""
    values = np.arange(threshold + 1)
    return States(
        join=np.minimum(values[:, None] + values[None, :], threshold).astype(np.int32),
        own=values.astype(np.int32),
        hide=values.astype(np.int32),
        closes=(values == 0) | (values == threshold),
    )


@cache
def insider_safe(threshold: int) -> States:
    """Persons of the open block without its largest hidden unit, and that unit: both capped (PRIVACY §4.4).

    A leader who knows the own unit's figure from elsewhere must still face at least the threshold of others.
    """
    size = threshold + 1
    rest, largest = (grid.ravel() for grid in np.meshgrid(np.arange(size), np.arange(size), indexing="ij"))
    smaller = np.minimum(largest[:, None], largest[None, :])
    joined = np.minimum(rest[:, None] + rest[None, :] + smaller, threshold)
    greatest = np.maximum(largest[:, None], largest[None, :])
    return States(
        join=(joined * size + greatest).astype(np.int32),
        own=(np.arange(size) * size).astype(np.int32),
        hide=np.minimum(rest + largest, threshold).astype(np.int32),
        closes=(rest == threshold) | ((rest == 0) & (largest == 0)),
    )
