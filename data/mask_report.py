"""How much a publish hides, and what it would give back to merge a small unit with a sibling."""

from dataclasses import dataclass

import numpy as np

from data.ledger import Ledger, Remembered
from metrics.cube import roll_up
from metrics.figures import Cell
from metrics.privacy import block_mask, weight
from metrics.units import Unit, build_tree

MOST_TRIED = 10
"""Small units that a merger is tried for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merger:
    """Reporting one small unit together with a sibling, and how many more units could then be shown."""

    unit: str
    sibling: str
    gives_back: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskReport:
    """What is hidden in the newest base period of an indicator. Counts of units only."""

    indicator: str
    period: str
    units: int
    """Units that have figures."""
    hidden: int
    to_protect_others: int
    mergers: tuple[Merger, ...]


def report_masks(ledger: Ledger, indicator: str, breakdown: str, threshold: int) -> MaskReport | None:
    """The report of one series, from the ledger. None when nothing has been told."""
    periods = [period for name, part, period in ledger if (name, part) == (indicator, breakdown)]
    if not periods:
        return None
    newest = max(periods)
    told = ledger[indicator, breakdown, newest].newest
    states = [Cell(one.state) for one in told.values()]
    return MaskReport(
        indicator=indicator,
        period=newest.code,
        units=sum(state is Cell.SHOWN or state.hidden for state in states),
        hidden=sum(state.hidden for state in states),
        to_protect_others=sum(state is Cell.PROTECTS_OTHERS for state in states),
        mergers=_mergers(told, threshold),
    )


def _mergers(told: Remembered, threshold: int) -> tuple[Merger, ...]:
    """The smallest units, each tried together with its smallest sibling."""
    inner = {one.parent for one in told.values()}
    leaves = {name: one for name, one in told.items() if name not in inner and one.own}
    small = [name for name, one in leaves.items() if Cell(one.state) is Cell.BELOW_THRESHOLD]
    before, found = _shown(told, threshold), []
    for unit in sorted(small, key=lambda name: (leaves[name].own, name))[:MOST_TRIED]:
        siblings = [name for name, one in leaves.items() if one.parent == leaves[unit].parent and name != unit]
        if siblings:
            sibling = min(siblings, key=lambda name: (leaves[name].own, name))
            gain = _shown(told, threshold, unit, sibling) - before
            found.append(Merger(unit=unit, sibling=sibling, gives_back=gain))
    return tuple(sorted(found, key=lambda merger: (-merger.gives_back, merger.unit)))


def _shown(told: Remembered, threshold: int, merged: str | None = None, into: str | None = None) -> int:
    """How many units the block rule would show, with one unit counted in another."""
    units = [Unit(id=name, name="", parent=one.parent) for name, one in told.items() if name != merged]
    tree = build_tree(units)
    own = np.array([told[name].own + (told[merged].own if merged and name == into else 0) for name in tree.ids])
    total = roll_up(own, tree.parent)
    hidden = block_mask(tree.parent, own, threshold, np.where(total > 0, weight(total), 0.0), forced=total == 0)
    return int((~hidden).sum())
