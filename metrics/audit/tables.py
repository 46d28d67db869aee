"""The attack on one table: every group that its sums give away, held against the threshold."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from metrics.audit.algebra import PRIME
from metrics.audit.groups import derivable_groups
from metrics.audit.printed import NEGLIGIBLE, RESOLUTION, Printed
from metrics.audit.report import Leak, LeakKind
from metrics.audit.systems import Atom, Parents, System, subtrees


@dataclass(frozen=True)
class Reading:
    """Persons as the groups are made of them: each item is the pieces that hold the same persons."""

    about: Printed
    """Any figure of the series whose threshold the groups are held against."""
    named: tuple[tuple[str, ...], ...]
    """Flags that people have a word for together."""
    items: tuple[tuple[int, ...], ...]
    times: int = 1
    """How many times the system counts each person."""


@dataclass(frozen=True)
class Table:
    """A system of sums in one base period, and how its groups are to be read."""

    system: System
    parents: Parents
    readings: tuple[Reading, ...]
    uncounted: frozenset[str]
    """Units hidden because no count was given: at least one person each."""
    shown: tuple[Printed, ...] = ()
    hidden: tuple[tuple[Printed, tuple[str, ...]], ...] = ()
    """Hidden figures with the flags that they add up."""

    def leaks(self) -> Iterator[Leak]:
        """Every group that can be worked out and is not large enough, and sums that contradict each other."""
        solution = self.system.solution
        for reading in self.readings:
            null = [sum(solution.null[piece] for piece in item) for item in reading.items]
            found = [_joined(reading, group) for group in derivable_groups([z % PRIME for z in null])]
            named = [group for group in self._named(reading) if solution.derivable(group)]
            for group in dict.fromkeys((*found, *named)):
                leak = self._judged(reading, group)
                if leak is not None:
                    yield leak
        about = self.readings[0].about
        for persons, numerator, denominator in solution.contradictions:
            if persons or abs(numerator) > NEGLIGIBLE or abs(denominator) > NEGLIGIBLE:
                yield _leak(LeakKind.CONTRADICTION, about, (about.unit,), persons, numerator, denominator)

    def leak(self, kind: LeakKind, group: tuple[int, ...]) -> Leak:
        """A group of pieces as a leak of the table's first series."""
        atoms = [atom for piece in group for atom in self.system.pieces[piece]]
        return _leak(kind, self.readings[0].about, _names(atoms), *self.system.solution.totals(group))

    def _named(self, reading: Reading) -> Iterator[tuple[int, ...]]:
        """Groups of any size that people have words for: a unit with all below it, and one table against another."""
        of_item = {piece: item for item in reading.items for piece in item}
        for below, flags in product(self._subtrees.values(), reading.named):
            pieces = self.system.pieces_in([(unit, flag) for unit in below for flag in flags])
            if pieces:
                yield pieces
        if reading.times == 1 and len(self.system.blocks) > 1:
            for group in _against(self.system.blocks):
                if all(piece in of_item for piece in group):
                    yield group

    @cached_property
    def _subtrees(self) -> Mapping[str, Sequence[str]]:
        return subtrees(self.parents) if len(self.system.blocks) > 1 else {}

    def _judged(self, reading: Reading, group: tuple[int, ...]) -> Leak | None:
        counted, numerator, counted_in = self.system.solution.totals(group)
        atoms = [atom for piece in group for atom in self.system.pieces[piece]]
        persons, denominator = counted // reading.times, counted_in // reading.times
        least = persons + self._uncounted(atoms)
        about = reading.about
        if least >= about.threshold:
            return None
        noise = about.kind == "mean" or abs(numerator) <= NEGLIGIBLE
        if least == 0 and abs(denominator) <= NEGLIGIBLE and noise:
            return None
        kind = LeakKind.GROUP if least > 0 else LeakKind.UNCOUNTED
        return _leak(kind, about, _names(atoms), persons, numerator, denominator)

    def _uncounted(self, atoms: Collection[Atom]) -> int:
        units = {unit for unit, _ in atoms} & self.uncounted
        return len(units - {self.parents[unit] for unit in units})


def _joined(reading: Reading, group: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted(piece for item in group for piece in reading.items[item]))


def _against(layers: Sequence[Sequence[tuple[int, ...]]]) -> Iterator[tuple[int, ...]]:
    """Blocks of one layer that blocks of another touch, without those; and a block without those inside it."""
    for blocks in layers:
        for others in layers:
            if blocks is others:
                continue
            home = {piece: i for i, block in enumerate(blocks) for piece in block}
            inside: dict[int, set[int]] = {}
            for other in others:
                touched = {home[piece] for piece in other if piece in home}
                if not touched or any(piece not in home for piece in other):
                    continue
                yield tuple(sorted({piece for i in touched for piece in blocks[i]} - set(other)))
                if len(touched) == 1:
                    inside.setdefault(touched.pop(), set()).update(other)
            for i, gone in inside.items():
                yield tuple(sorted(set(blocks[i]) - gone))


def _names(atoms: Collection[Atom]) -> tuple[str, ...]:
    return tuple(sorted(f"{unit}:{flag}" if flag else unit for unit, flag in atoms))


def _leak(
    kind: LeakKind, about: Printed, units: tuple[str, ...], persons: int, numerator: int, denominator: int
) -> Leak:
    return Leak(
        kind=kind,
        indicator=about.indicator,
        breakdown=about.breakdown,
        period=about.period.code,
        window=about.window,
        units=units,
        persons=persons,
        threshold=about.threshold,
        numerator=numerator / RESOLUTION,
        denominator=denominator / RESOLUTION,
    )
