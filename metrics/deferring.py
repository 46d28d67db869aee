"""Own staff of an inner unit that are fewer than the threshold, counted first where they are enough (PRIVACY §3.1)."""

import numpy as np

from metrics.protect import OwnAmounts

_AMOUNTS = ("numerator", "denominator", "people", "uncounted", "measured")


def defer_own_staff(own: OwnAmounts, parent: np.ndarray, threshold: int) -> OwnAmounts:
    """The own amounts of one base period with small groups on inner units moved to the nearest unit above that has
    room: where the pool reaches the threshold, or the top.

    `parent` int[n] in preorder. A threshold of 0 moves nothing. The unit's total then leaves out the few who lead it.
    """
    inner = np.isin(np.arange(len(parent)), parent)
    if not threshold or not inner.any():
        return own
    moved = {name: getattr(own, name).astype(np.int64) for name in _AMOUNTS}
    for i in range(len(parent) - 1, 0, -1):
        few = 0 < moved["people"][i] + moved["uncounted"][i] < threshold
        if inner[i] and few and parent[i] >= 0:
            for amounts in moved.values():
                amounts[parent[i]] += amounts[i]
                amounts[i] = 0
    return OwnAmounts(
        numerator=moved["numerator"],
        denominator=moved["denominator"],
        people=moved["people"],
        uncounted=moved["uncounted"] > 0,
        measured=moved["measured"] > 0,
        lacking=own.lacking,
        showable=own.showable,
    )
