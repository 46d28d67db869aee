"""What earlier publishes told of a base period, laid out over the units as they stand now (PRIVACY §4.3)."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np

from data.ledger import Memory, Remembered, Told
from data.moments import Moment
from metrics.figures import Cell
from metrics.revisions import Earlier
from metrics.units import Tree


def earlier_of(moment: Moment, memories: tuple[Memory, ...], policy: str) -> Earlier | None:
    """What was told of the period, None when nothing was. `policy` is the rule as it is now."""
    words = [word for memory in memories for word in memory.words.values()]
    if not any(one.state == Cell.SHOWN for word in words for one in word.values()):
        return None
    ids, nothing = moment.tree.ids, Told(Cell.ABSENT, 0, None)
    cells = [memory.newest.get(unit, nothing) for memory in memories for unit in ids]
    amounts = [
        (int(totals.numerator[i]), int(totals.denominator[i]), int(totals.known[i]))
        for totals in moment.totals
        for i in range(len(ids))
    ]
    same = [(one.numerator, one.denominator, one.people) == now for one, now in zip(cells, amounts, strict=True)]
    publishes = sorted({publish for memory in memories for publish in memory.words})
    places = _Places(ids, memories)
    return Earlier(
        shown=np.array([one.state == Cell.SHOWN for one in cells], dtype=bool),
        hidden=np.array([Cell(one.state).hidden for one in cells], dtype=bool),
        same=np.array(same, dtype=bool),
        regrouped=np.concatenate(
            [
                _regrouped(moment.tree, memory.newest) | _deferred(moment.tree, totals.pieces, memory)
                for memory, totals in zip(memories, moment.totals, strict=True)
            ]
        ),
        other_policy=any(memory.policies - {policy} for memory in memories),
        tellings=tuple(places.pieces([memory.at(publish) for memory in memories]) for publish in publishes),
        told=tuple(
            (number, places.of(part, inside))
            for number, publish in enumerate(publishes)
            for part, memory in enumerate(memories)
            if publish in memory.words
            for inside in _told_by(memory, publish)
        ),
    )


class _Places:
    """Where each unit's pieces stand: those of units that are there now first, then of those that are gone."""

    def __init__(self, ids: Sequence[str], memories: Sequence[Memory]) -> None:
        gone = sorted({unit for memory in memories for unit in memory.newest} - set(ids))
        parts, n, more = len(memories), len(ids), len(gone)
        self.place = {unit: [part * n + i for part in range(parts)] for i, unit in enumerate(ids)}
        self.place |= {unit: [parts * n + part * more + i for part in range(parts)] for i, unit in enumerate(gone)}

    def pieces(self, told: Sequence[Remembered]) -> np.ndarray:
        """Persons on each piece at a telling: own staff, or own staff in the part and outside it."""
        found = np.zeros(sum(map(len, self.place.values())), dtype=np.int64)
        for unit, places in self.place.items():
            own = [one[unit].own if unit in one else 0 for one in told]
            found[places] = own if len(own) == 1 else (own[0], max(own[1] - own[0], 0))
        return found

    def of(self, part: int, units: Collection[str]) -> tuple[int, ...]:
        """The pieces that a breakdown's figure adds up."""
        return tuple(piece for unit in sorted(units) for piece in self.place[unit][: part + 1])


def _told_by(memory: Memory, publish: int) -> Iterator[set[str]]:
    """The units in each figure that a publish told."""
    told = memory.words[publish]
    held = _held_by({unit: one.parent for unit, one in memory.newest.items()}, told)
    for unit, one in told.items():
        if one.state == Cell.SHOWN and not one.waits:
            yield held[unit]


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


def _deferred(tree: Tree, pieces: np.ndarray, memory: Memory) -> np.ndarray:
    """Which units may hold own staff that are counted elsewhere now than then (`metrics.deferring`); bool[units].

    Own staff that come or go while a unit above moves the other way; with every unit above, which holds both.
    """
    found = np.zeros(len(pieces), dtype=bool)
    for told in memory.words.values():
        then = np.array([told[unit].own if unit in told else 0 for unit in tree.ids])
        for i in np.flatnonzero((then == 0) != (pieces == 0)):
            path = [tree.index[unit.id] for unit in tree.path(tree.ids[int(i)])]
            if ((pieces[path] - then[path]) * (pieces[i] - then[i]) < 0).any():
                found[path] = True
    return found


def _held_by(above: Mapping[str, str | None], counted: Collection[str]) -> dict[str, set[str]]:
    """For each unit the counted ones in it, itself included."""
    held: dict[str, set[str]] = defaultdict(set)
    for unit in counted:
        at: str | None = unit if unit in above else None
        while at is not None:
            held[at].add(unit)
            at = above.get(at)
    return held
