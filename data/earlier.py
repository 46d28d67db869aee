"""What earlier publishes told of a base period, laid out over the units as they stand now (PRIVACY §4.3)."""

from collections import defaultdict
from collections.abc import Collection, Mapping

import numpy as np

from data.ledger import Memory, Remembered, Told
from data.moments import Moment
from metrics.figures import Cell
from metrics.revisions import Earlier
from metrics.units import Tree


def earlier_of(moment: Moment, memories: tuple[Memory, ...]) -> Earlier | None:
    """What was told of the period, None when nothing was."""
    if not any(one.state == Cell.SHOWN for memory in memories for one in memory.newest.values()):
        return None
    ids, nothing = moment.tree.ids, Told(Cell.ABSENT, 0, None)
    cells = [memory.newest.get(unit, nothing) for memory in memories for unit in ids]
    amounts = [
        (int(totals.numerator[i]), int(totals.denominator[i]), int(totals.known[i]))
        for totals in moment.totals
        for i in range(len(ids))
    ]
    same = [(one.numerator, one.denominator, one.people) == now for one, now in zip(cells, amounts, strict=True)]
    publishes = sorted({publish for memory in memories for publish in memory.tellings})
    tellings = [_pieces([[memory.at(one).get(unit, 0) for unit in ids] for memory in memories]) for one in publishes]
    return Earlier(
        shown=np.array([one.state == Cell.SHOWN for one in cells], dtype=bool),
        hidden=np.array([Cell(one.state).hidden for one in cells], dtype=bool),
        same=np.array(same, dtype=bool),
        regrouped=np.concatenate([_regrouped(moment.tree, memory.newest) for memory in memories]),
        tellings=tuple({pieces.tobytes(): pieces for pieces in tellings}.values()),
    )


def _regrouped(tree: Tree, told: Remembered) -> np.ndarray:
    """Which units hold other units now than when they were told of, new ones aside; bool[units]."""
    now = {
        unit.id: (tree.ids[above] if above >= 0 else None) for unit, above in zip(tree.units, tree.parent, strict=True)
    }
    if all(unit in now and now[unit] == one.parent for unit, one in told.items()) and told.keys() == now.keys():
        return np.zeros(len(tree.ids), dtype=bool)
    then = {unit: one.parent for unit, one in told.items()}
    held_now, held_then = _held_by(now, told), _held_by(then, told)
    return np.array([held_now.get(unit) != held_then.get(unit) for unit in tree.ids], dtype=bool)


def _held_by(above: Mapping[str, str | None], counted: Collection[str]) -> dict[str, set[str]]:
    """For each unit the counted ones in it, itself included."""
    held: dict[str, set[str]] = defaultdict(set)
    for unit in counted:
        at: str | None = unit if unit in above else None
        while at is not None:
            held[at].add(unit)
            at = above.get(at)
    return held


def _pieces(own: list[list[int]]) -> np.ndarray:
    part = np.array(own[0], dtype=np.int64)
    if len(own) == 1:
        return part
    return np.concatenate([part, np.maximum(np.array(own[1], dtype=np.int64) - part, 0)])
