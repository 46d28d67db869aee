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
    rows: tuple[tuple[int, ...], ...]
    """The pieces that each sum adds up."""
    rights: tuple[tuple[int, int, int], ...]
    """Persons, numerator and denominator of each sum."""
    blocks: tuple[tuple[tuple[int, ...], ...], ...]
    """For each layer, for each of its shown units: the pieces that stand in it and in none of those below it."""

    @cached_property
    def solution(self) -> Solution:
        """What the sums give away."""
        return solve(self.rows, self.rights, len(self.pieces))

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
    """Lay out the sums of one or more series over one tree."""
    order = top_down(parents)
    held: dict[Atom, list[int]] = {(unit, flag): [] for unit in order for flag in _flags(layers)}
    nearest: list[dict[Atom, int]] = []
    rights: list[tuple[int, int, int]] = []
    waiting: list[tuple[str, int]] = []
    for layer in layers:
        paths = _paths(parents, order, layer, rights)
        ends = {unit: path[-1] for unit, path in paths.items() if path}
        waiting.extend((unit, ends[unit]) for unit, one in layer.shown.items() if one.pending and unit in ends)
        nearest.append({(unit, flag): path[-1] for unit, path in paths.items() if path for flag in layer.flags})
        for unit, path in paths.items():
            for flag in layer.flags:
                held[unit, flag].extend(path)
        for group in layer.rest:
            for unit in _members(parents, order, layer, group):
                for flag in layer.flags:
                    held[unit, flag].append(len(rights))
            if group.pending:
                waiting.append((group.unit, len(rights)))
            rights.append(_right(group, layer))
    held |= {(unit, f"{CORRECTION} {row}"): [row] for unit, row in waiting}
    return _merged(held, rights, nearest)


def _flags(layers: Sequence[Layer]) -> list[str]:
    return list(dict.fromkeys(flag for layer in layers for flag in layer.flags))


def _paths(
    parents: Parents, order: Sequence[str], layer: Layer, rights: list[tuple[int, int, int]]
) -> dict[str, tuple[int, ...]]:
    """For each unit the sums of the shown units from the top down to it. Adds their totals."""
    shown, paths = layer.shown, dict[str, tuple[int, ...]]()
    for unit in order:
        parent = parents[unit]
        paths[unit] = () if parent is None else paths[parent]
        if unit in shown:
            paths[unit] += (len(rights),)
            rights.append(_right(shown[unit], layer))
    rights.extend(_right(shown[unit], layer) for unit in shown if unit not in paths)
    return paths


def _members(parents: Parents, order: Sequence[str], layer: Layer, group: Printed) -> Iterator[str]:
    """The units whose own staff a rest group adds up: its members, what is not shown below them, and the top's own."""
    shown, inside = layer.shown, set(group.members or ())
    if group.own_staff:
        yield group.unit
    for unit in order:
        if unit in inside or (parents[unit] in inside and unit not in shown):
            inside.add(unit)
            yield unit


def _right(one: Printed, layer: Layer) -> tuple[int, int, int]:
    return (one.people or 0) * layer.times, one.numerator, one.denominator * layer.times


def _merged(
    held: Mapping[Atom, Sequence[int]], rights: Sequence[tuple[int, int, int]], nearest: Sequence[Mapping[Atom, int]]
) -> System:
    alike: dict[tuple[int, ...], list[Atom]] = defaultdict(list)
    for atom, sums in held.items():
        if sums:
            alike[(*sums, -1) if atom[1].startswith(CORRECTION) else tuple(sums)].append(atom)
    rows: list[list[int]] = [[] for _ in rights]
    blocks: list[dict[int, list[int]]] = [defaultdict(list) for _ in nearest]
    for piece, (sums, atoms) in enumerate(alike.items()):
        for i in sums:
            if i >= 0:
                rows[i].append(piece)
        for layer, of in enumerate(nearest):
            if atoms[0] in of:
                blocks[layer][of[atoms[0]]].append(piece)
    return System(
        tuple(map(tuple, alike.values())),
        tuple(map(tuple, rows)),
        tuple(rights),
        tuple(tuple(map(tuple, layer.values())) for layer in blocks),
    )
