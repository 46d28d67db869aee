"""What the masks of a publish rest on besides the counts: weights over a year, the policy, and a version."""

from collections.abc import Sequence
from hashlib import sha256

import numpy as np

from data.own_amounts import TreeColumns
from metrics.indicators import Indicator
from metrics.periods import Period
from metrics.privacy import weight

WEIGHT_MONTHS = 12


def weights_of(groups: Sequence[TreeColumns]) -> dict[Period, np.ndarray]:
    """The cost of hiding each unit, from its people averaged over the twelve months up to the period.

    Returns float[n, k] for each group, by its first period. Later months never count: a mask is not moved by what
    came after it (PRIVACY §3.1).
    """
    people: dict[str, dict[Period, int]] = {}
    for group in groups:
        for i, unit in enumerate(group.tree.ids):
            for column, period in enumerate(group.periods):
                people.setdefault(unit, {})[period] = int(group.people[i, column])
    return {group.periods[0]: weight(_averages(group, people)) for group in groups}


def _averages(group: TreeColumns, people: dict[str, dict[Period, int]]) -> np.ndarray:
    average = np.zeros((len(group.tree.ids), len(group.periods)))
    for i, unit in enumerate(group.tree.ids):
        counts = people[unit]
        for column, period in enumerate(group.periods):
            year = [n for p, n in counts.items() if period.end - WEIGHT_MONTHS < p.end <= period.end]
            average[i, column] = sum(year) / len(year)
    return average


def policy_of(indicator: Indicator) -> str:
    """The rule that masks an indicator, as it stands on every figure."""
    privacy = indicator.privacy
    within = f" within={privacy.within}" if privacy.within else ""
    return f"block/1 threshold={privacy.threshold} counts={privacy.counts} family={privacy.family}{within}"


def version_of(policy: str, period: Period, shown: Sequence[str]) -> str:
    """A short name of one mask: of the policy, the period and which units are shown. No count goes into it."""
    return sha256("\n".join((policy, period.code, *shown)).encode()).hexdigest()[:12]
