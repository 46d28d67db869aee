"""A town that is imported, corrected and reorganised at will, and everything that its board has ever shown.

Persons are known here one by one, so that a figure can be held against the set of persons that it is the sum of.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from config.catalogue import Catalogue
from config.loader import load
from config.settings import Settings
from data.board import current
from data.publish import publish
from data.register import Batch, Kept, Register
from metrics.figures import Cell
from metrics.observations import Key, Measured, Observation
from metrics.periods import Period
from metrics.units import Unit
from tests.privacy.attacking import small_groups

FIRST = Period.month(2026, 1)
TOP = "K"


@dataclass(frozen=True)
class Person:
    """One person in one month, with an amount of their own; a correction of an amount is nobody."""

    number: int
    amount: int
    part: bool = True
    persons: int = 1


class Town:
    """A register, its board, and what the board has told of each indicator, breakdown and period."""

    def __init__(self, folder: Path, seed=1, indicators=("sick_leave",), own_staff="block"):
        found = load(None).value
        self.random = Random(seed)
        self.url = f"sqlite:///{folder}/board.db"
        self.register = Register(f"sqlite:///{folder}/register.db", "prove")
        chosen = {name: found.indicators[name] for name in indicators}
        settings = Settings(municipality="prove", name="Prøve", own_staff=own_staff)
        self.catalogue = Catalogue(settings, chosen, (), found.formats)
        self.batch = self.people = 0
        self.inside: dict[tuple[Period, str], frozenset[Person]] = {}
        self.history: dict[Period, list[dict[str, frozenset[Person]]]] = {}
        self.facts: dict[tuple[str, str, Period], dict[frozenset[Person], str]] = {}
        self.told: dict[tuple[str, str, Period, str], tuple] = {}

    # --- what people do -----------------------------------------------------------------------------------------

    def organise(self, units):
        """Deliver versions of units."""
        with self._delivery() as connection:
            self.register.add_units(connection, self.batch, units)

    def unit(self, name, parent, first=None, last=None):
        """One version of a unit."""
        return Unit(id=name, name=name, parent=parent, valid_from=first, valid_to=last)

    def threshold(self, number):
        """Set the policy of every indicator."""
        changed = {
            name: replace(one, privacy=replace(one.privacy, threshold=number))
            for name, one in self.catalogue.indicators.items()
        }
        self.catalogue = replace(self.catalogue, indicators=changed)

    def deliver(self, period, counts):
        """Tell how many are in each unit, keeping those who are there: the last to come is the first to go."""
        contents = dict(self.history[period][-1]) if period in self.history else {}
        for name, count in counts.items():
            part = count if isinstance(count, tuple) else (count, 0)
            contents[name] = frozenset(
                person
                for number, flag in zip(part, (True, False), strict=True)
                for person in self._resized(contents.get(name, frozenset()), number, flag)
            )
        self.restore(period, contents)

    def _resized(self, persons, count, flag):
        kept = sorted((one for one in persons if one.part is flag and one.persons), key=lambda one: one.number)[:count]
        spare = {one for one in persons if one.part is flag and not one.persons}
        while len(kept) < count:
            kept.append(self._new(part=flag))
        return {*kept, *(spare if kept else ())}

    def amend(self, period, name):
        """Correct the amounts of a unit without anyone coming or going."""
        contents = dict(self.history[period][-1])
        if any(one.persons for one in contents.get(name, ())):
            contents[name] |= {self._new(persons=0)}
            self.restore(period, contents)

    def restore(self, period, contents):
        """Deliver a whole month as it was at some time."""
        before = self.history[period][-1] if period in self.history else {}
        contents = {**before, **contents}
        self.history.setdefault(period, []).append(contents)
        with self._delivery() as connection:
            self.register.add_observations(
                connection,
                (
                    Kept(seen, includes_children=False, batch=self.batch)
                    for name, persons in contents.items()
                    if persons != before.get(name)
                    for seen in self._observed(period, name, persons)
                ),
            )

    def _observed(self, period, name, persons):
        for indicator in self.catalogue.indicators.values():
            for breakdown in indicator.breakdowns:
                inside = [one for one in persons if one.part or breakdown != "shift"]
                count = sum(one.persons for one in inside)
                amounts = self._amount(inside), count * 20 * 10**6
                yield Observation(Key(indicator.id, breakdown, name, period), *amounts, count, Measured.YES)

    def _amount(self, persons):
        return sum(one.amount for one in persons)

    def _new(self, part=True, persons=1):
        self.people += 1
        return Person(self.people, self.random.randrange(1, 10**6), part, persons)

    def _delivery(self):
        self.batch += 1
        batch = Batch(
            id=self.batch, at="2026-11-12T08:00:00+00:00", by="prove", file="f.csv", sha256=f"{self.batch:064x}",
            format="figures", rows=1, new=1, revised=0, unchanged=0,
        )  # fmt: skip
        return self._with_batch(batch)

    def _with_batch(self, batch):
        from contextlib import contextmanager  # noqa: PLC0415

        @contextmanager
        def opened():
            with self.register.writing() as connection:
                self.register.add_batch(connection, batch)
                yield connection

        return opened()

    def moved(self, period, name, by):
        """The persons of a unit with some more or fewer."""
        inside = self.history[period][-1].get(name, ()) if period in self.history else ()
        part, rest = (sum(one.persons for one in inside if one.part is flag) for flag in (True, False))
        return max(0, part + by), rest

    def valid(self, period):
        """The units of a period as the organisation stands now."""
        with self.register.reading() as connection:
            return self.register.organisation(connection).at(period).ids

    def close_unit(self, name, last):
        """Deliver the newest version of a unit again with a last day."""
        with self.register.reading() as connection:
            version = self.register.organisation(connection).versions[name][-1]
        if version.valid_from is None or version.valid_from <= last:
            self.organise([replace(version, valid_to=last)])

    def close(self):
        """Let go of the stores."""
        self.register._writer.dispose()

    # --- what is shown ------------------------------------------------------------------------------------------

    def publish(self):
        """Publish, and remember everything that can be seen as sums over persons."""
        publish(self.register, self.url, self.catalogue)
        board = current(self.url)
        for (indicator, breakdown), series in board.breakdowns.items():
            for column, period in enumerate(series.axis):
                self._look(board, (indicator, breakdown, period), series, column)

    def _look(self, board, place, series, column):
        _, breakdown, period = place
        tree = board.organisation.at(period)
        sets = self._sets(tree, period, breakdown)
        facts = self.facts.setdefault(place, {})
        for row, unit in enumerate(series.units):
            if series.cells[row, column] != Cell.SHOWN:
                continue
            amounts = int(series.numerator[row, column]), int(series.people[row, column])
            now = self._amount(sets[unit]), sum(one.persons for one in sets[unit])
            if series.pending[row, column]:
                assert amounts == self.told[*place, unit], "a figure that waits is the one that stood"
                continue
            assert amounts == now, "a figure that does not wait is the newest"
            self.told[*place, unit] = amounts
            facts.setdefault(frozenset(sets[unit]), f"{unit} etter {self.batch}")
        for rest in series.rest[column]:
            inside = set(sets[rest.top])
            for row, unit in enumerate(series.units):
                if unit != rest.top and series.cells[row, column] == Cell.SHOWN and unit in sets:
                    inside -= sets[unit] if any(above.id == rest.top for above in tree.path(unit)) else set()
            assert rest.numerator == self._amount(inside), "a rest group is what is left"
            facts.setdefault(frozenset(inside), f"rest under {rest.top} etter {self.batch}")

    def _sets(self, tree, period, breakdown):
        contents = self.history.get(period, [{}])[-1]
        own = {unit: {one for one in contents.get(unit, ()) if one.part or breakdown != "shift"} for unit in tree.ids}
        if self.catalogue.settings.own_staff == "defer":
            self._defer(tree, own)
        sets = {unit: set() for unit in tree.ids}
        for unit in tree.ids:
            for above in tree.path(unit):
                sets[above.id] |= own[unit]
        return sets

    def _defer(self, tree, own):
        """Few own staff of an inner unit are counted in the unit above."""
        threshold = next(iter(self.catalogue.indicators.values())).privacy.threshold
        for unit in reversed(tree.ids[1:]):
            above = tree.path(unit)[-2:-1]
            if above and tree.children(unit) and 0 < sum(one.persons for one in own[unit]) < threshold:
                own[above[0].id] |= own[unit]
                own[unit] = set()

    def leaks(self, threshold=5, joined=True):
        """Every small group that all that has ever been shown gives away, with its place."""
        by_period = {}
        for (indicator, breakdown, period), facts in self.facts.items():
            key = (indicator, period) if joined else (indicator, breakdown, period)
            by_period.setdefault(key, []).extend(facts)
        return {
            key: found
            for key, facts in by_period.items()
            if (found := small_groups(facts, lambda one: one.persons, threshold))
        }


def day_of(period):
    """The first day of a month."""
    return date(period.year, period.start % 12 + 1, 1)


def day_before(period):
    """The day before a month begins."""
    return day_of(period) - timedelta(days=1)


__all__ = ["FIRST", "TOP", "Catalogue", "Person", "Town", "day_before", "day_of"]
