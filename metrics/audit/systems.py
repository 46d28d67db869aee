"""Shown figures over a tree as sums of atoms: own staff of units, parted by a flag or by the parts of an amount."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from metrics.audit.algebra import Solution, solve
from metrics.audit.printed import Printed

Atom = tuple[str, str]
"""A unit's own staff and a flag, `""` where nothing parts them."""
CORRECTION = "correction"
"""Flag of what has changed since a figure that a correction waits for: an unknown of its own, and no group of persons.
Changes are the masks' own matter: this attack sees one board, not the one before it."""
Parents = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Layer:
    """The figures and rest groups of one series in one base period, and the flags that each of them adds up."""

    printed: Sequence[Printed]
    flags: tuple[str, ...]
    times: int = 1
    """What persons and denominators are multiplied with: 2 where both parts of an amount are of the same persons."""

    @property
    def shown(self) -> dict[str, Printed]:
        """Shown figures by unit."""
        return {one.unit: one for one in self.printed if one.shown and one.members is None}

    @property
    def rest(self) -> list[Printed]:
        """Rest groups."""
        return [one for one in self.printed if one.shown and one.members is not None]


@dataclass(frozen=True)
class System:
    """Sums of pieces. A piece is all the atoms that every sum treats alike: no sum can tell them apart."""

    pieces: tuple[tuple[Atom, ...], ...]
    rows: tuple[Mapping[int, int], ...]
    """For each sum the pieces that it adds up, once each; a change that waits above a block is taken from it."""
    rights: tuple[tuple[int, ...], ...]
    """Persons, numerator and denominator of each sum."""
    blocks: tuple[tuple[tuple[int, ...], ...], ...]
    """For each layer, for each of its shown units: the pieces of its block."""

    @cached_property
    def solution(self) -> Solution:
        """What the sums give away."""
        return solve(self.rows, self.rights, len(self.pieces))

    @cached_property
    def rows_of(self) -> tuple[tuple[int, ...], ...]:
        """The sums that each piece stands in."""
        found: list[list[int]] = [[] for _ in self.pieces]
        for i, row in enumerate(self.rows):
            for piece in row:
                found[piece].append(i)
        return tuple(map(tuple, found))

    @cached_property
    def persons(self) -> tuple[int, ...]:
        """The pieces that are persons."""
        return tuple(i for i, atoms in enumerate(self.pieces) if not atoms[0][1].startswith(CORRECTION))

    @cached_property
    def piece_of(self) -> Mapping[Atom, int]:
        """The piece that each atom stands in; atoms that no sum holds have none."""
        return {atom: i for i, atoms in enumerate(self.pieces) for atom in atoms}

    def pieces_in(self, atoms: Collection[Atom]) -> tuple[int, ...] | None:
        """The pieces that make up a set of atoms, None when it cuts through one or reaches outside the sums."""
        count: dict[int, int] = defaultdict(int)
        for atom in atoms:
            piece = self.piece_of.get(atom)
            if piece is None:
                return None
            count[piece] += 1
        return tuple(sorted(count)) if all(len(self.pieces[i]) == n for i, n in count.items()) else None


def top_down(parents: Parents) -> list[str]:
    """The units of a tree, parents before children. Units in a circle are left out."""
    below: dict[str | None, list[str]] = defaultdict(list)
    for unit, parent in parents.items():
        below[parent].append(unit)
    found = list(below[None])
    for unit in found:
        found.extend(below[unit])
    return found


def subtrees(parents: Parents) -> dict[str, list[str]]:
    """For each unit itself and all below it."""
    found: dict[str, list[str]] = {}
    for unit in reversed(top_down(parents)):
        found.setdefault(unit, []).append(unit)
        parent = parents[unit]
        if parent is not None:
            found.setdefault(parent, []).extend(found[unit])
    return found


def make_system(parents: Parents, layers: Sequence[Layer]) -> System:
    """Lay out the sums of one or more series over one tree.

    Each shown unit stands as its block: its total less the totals of the nearest shown units below it, which tells the
    same and ties fewer pieces together. Rest groups stand as they are.
    """
    order = top_down(parents)
    held: dict[Atom, list[int]] = {(unit, flag): [] for unit in order for flag in _flags(layers)}
    rights: list[list[int]] = []
    changes: dict[Atom, dict[int, int]] = {}
    starts = []
    for layer in layers:
        starts.append(len(rights))
        nearest = _add_blocks(parents, order, layer, rights, changes)
        for unit, row in nearest.items():
            for flag in layer.flags:
                held[unit, flag].append(row)
        ends = len(rights)
        for group in layer.rest:
            for unit in _members(parents, order, layer, group):
                for flag in layer.flags:
                    held[unit, flag].append(len(rights))
            if group.pending:
                changes[group.unit, f"{CORRECTION} {len(rights)}"] = {len(rights): 1}
            rights.append(_right(group, layer))
        starts.append(ends)
    return _merged(held, changes, rights, starts)


def _flags(layers: Sequence[Layer]) -> list[str]:
    return list(dict.fromkeys(flag for layer in layers for flag in layer.flags))


def _add_blocks(
    parents: Parents, order: Sequence[str], layer: Layer, rights: list[list[int]], changes: dict[Atom, dict[int, int]]
) -> dict[str, int]:
    """For each unit the block that it stands in. Adds the totals of the blocks, and what corrections change."""
    shown, nearest = layer.shown, dict[str, int]()
    for unit in order:
        parent = parents[unit]
        above = None if parent is None else nearest.get(parent)
        if unit in shown:
            row = nearest[unit] = len(rights)
            rights.append(_right(shown[unit], layer))
            if above is not None:
                rights[above] = [a - b for a, b in zip(rights[above], rights[row], strict=True)]
            if shown[unit].pending:
                changes[unit, f"{CORRECTION} {row}"] = {row: 1} | ({} if above is None else {above: -1})
        elif above is not None:
            nearest[unit] = above
    rights.extend(_right(one, layer) for unit, one in shown.items() if unit not in nearest)
    return nearest


def _members(parents: Parents, order: Sequence[str], layer: Layer, group: Printed) -> Iterator[str]:
    """The units whose own staff a rest group adds up: its members, what is not shown below them, and the top's own."""
    shown, inside = layer.shown, set(group.members or ())
    if group.own_staff:
        yield group.unit
    for unit in order:
        if unit in inside or (parents[unit] in inside and unit not in shown):
            inside.add(unit)
            yield unit


def _right(one: Printed, layer: Layer) -> list[int]:
    return [(one.people or 0) * layer.times, one.numerator, one.denominator * layer.times]


def _merged(
    held: Mapping[Atom, Sequence[int]],
    changes: Mapping[Atom, Mapping[int, int]],
    rights: Sequence[Sequence[int]],
    starts: Sequence[int],
) -> System:
    """Atoms that stand in the same sums become one piece. `starts` holds where each layer's blocks begin and end."""
    alike: dict[tuple[int, ...], list[Atom]] = defaultdict(list)
    for atom, sums in held.items():
        if sums:
            alike[tuple(sums)].append(atom)
    rows: list[dict[int, int]] = [{} for _ in rights]
    for piece, sums in enumerate(alike):
        for i in sums:
            rows[i][piece] = 1
    for piece, found in enumerate(changes.values(), start=len(alike)):
        for i, times in found.items():
            rows[i][piece] = times
    blocks = (range(*pair) for pair in zip(starts[::2], starts[1::2], strict=True))
    return System(
        (*map(tuple, alike.values()), *((atom,) for atom in changes)),
        tuple(rows),
        tuple(map(tuple, rights)),
        tuple(tuple(tuple(piece for piece in rows[i] if piece < len(alike)) for i in part) for part in blocks),
    )
