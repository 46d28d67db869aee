"""The union of everything ever shown stays safe, whatever is imported, corrected, reorganised or decided.

A town of at most twelve units is handled at random. After each publish an attacker who remembers every earlier board
adds and subtracts all figures and rest groups of a base period, old and new. No group of one person up to the
threshold may come out. Amounts that are corrected without anyone coming or going are told: that risk is stated.
"""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from metrics.periods import Period
from tests.privacy.town import FIRST, TOP, Town, day_before, day_of

AREAS = ("A", "B")
LEAVES = ("a1", "a2", "a3", "b1", "b2", "b3")
NEW = ("n1", "n2", "n3")
STAFF = st.integers(0, 12)
THRESHOLD = 5


class EverythingEverShown(RuleBasedStateMachine):
    """A municipality in which anything may happen, and a board that is published at any time."""

    indicators = ("sick_leave",)
    own_staff = "block"

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.town = Town(Path(self.folder.name), indicators=self.indicators, own_staff=self.own_staff)
        self.parents = {}
        self.last = FIRST

    def teardown(self):
        self.town.close()
        self.folder.cleanup()

    def _one(self, data, names):
        return data.draw(st.sampled_from(sorted(names)))

    def _period(self, data):
        return Period(data.draw(st.integers(FIRST.start, self.last.start)), FIRST.months)

    def _count(self, data, size=STAFF):
        return data.draw(size)

    def _counts(self, data, names):
        return {name: self._count(data) for name in names}

    @initialize(data=st.data())
    def begin(self, data):
        self.parents = {TOP: None, **dict.fromkeys(AREAS, TOP), **{name: name[0].upper() for name in LEAVES}}
        self.town.organise([self.town.unit(name, above) for name, above in self.parents.items()])
        self.town.deliver(FIRST, self._counts(data, self.parents))
        self._perhaps_publish(data)

    @rule(data=st.data())
    def a_new_month(self, data):
        self.last = Period(self.last.start + 1, FIRST.months)
        self.town.deliver(self.last, self._counts(data, self.town.valid(self.last)))
        self._perhaps_publish(data)

    @rule(data=st.data())
    def a_correction(self, data):
        period = self._period(data)
        unit = self._one(data, self.town.valid(period))
        self.town.deliver(period, {unit: self._count(data)})
        self._perhaps_publish(data)

    @rule(data=st.data())
    def a_small_correction(self, data):
        period = self._period(data)
        unit = self._one(data, self.town.valid(period))
        self.town.deliver(period, {unit: self.town.moved(period, unit, data.draw(st.integers(-4, 4)))})
        self._perhaps_publish(data)

    @rule(data=st.data())
    def only_an_amount(self, data):
        period = self._period(data)
        self.town.amend(period, self._one(data, self.town.valid(period)))
        self._perhaps_publish(data)

    @rule(data=st.data())
    def an_old_file_again(self, data):
        period = self._period(data)
        self.town.restore(period, data.draw(st.sampled_from(self.town.history[period])))
        self._perhaps_publish(data)

    @rule(data=st.data(), backwards=st.booleans())
    def a_unit_moves(self, data, backwards):
        unit, above = self._one(data, LEAVES), self._one(data, (*AREAS, TOP))
        first = None if backwards else day_of(Period(self.last.start + 1, FIRST.months))
        self.town.organise([self.town.unit(unit, above, first)])
        self._perhaps_publish(data)

    @rule(data=st.data(), backwards=st.booleans())
    def a_unit_closes(self, data, backwards):
        unit = self._one(data, LEAVES)
        period = self._period(data) if backwards else Period(self.last.start + 1, FIRST.months)
        if period != FIRST:
            self.town.close_unit(unit, day_before(period))
        self._perhaps_publish(data)

    @rule(data=st.data(), backwards=st.booleans())
    def a_unit_opens(self, data, backwards):
        unit, above = self._one(data, NEW), self._one(data, (*AREAS, TOP))
        first = None if backwards else day_of(Period(self.last.start + 1, FIRST.months))
        self.town.organise([self.town.unit(unit, above, first)])
        if backwards:
            self.town.deliver(self._period(data), {unit: self._count(data)})
        self._perhaps_publish(data)

    @rule(data=st.data())
    def a_level_comes_between(self, data):
        """A new area takes over units of an old one, as far back as there are figures."""
        above = self._one(data, AREAS)
        under = data.draw(st.sets(st.sampled_from([name for name in LEAVES if name[0].upper() == above]), min_size=1))
        self.town.organise([self.town.unit("N", above), *(self.town.unit(name, "N") for name in under)])
        self._perhaps_publish(data)

    @rule(data=st.data(), threshold=st.sampled_from([5, 10]))
    def another_policy(self, data, threshold):
        self.town.threshold(threshold)
        self._perhaps_publish(data)

    def _perhaps_publish(self, data):
        if data.draw(st.integers(0, 2)):
            self.town.publish()
            assert not self.town.leaks(THRESHOLD)


class WithLinkedTables(EverythingEverShown):
    """Full-time of all and of those in shift work: two linked tables, held through the year."""

    indicators = ("full_time_share",)

    def _count(self, data, size=STAFF):
        return data.draw(size), data.draw(size)


class WithDeferredStaff(EverythingEverShown):
    """Few own staff of an inner unit are counted first higher up."""

    own_staff = "defer"


MACHINES = {
    "one tree": EverythingEverShown,
    "linked tables": WithLinkedTables,
    "deferred staff": WithDeferredStaff,
}


def run_machine(machine, examples, steps, *, same=False):
    """Run a machine a number of times: the same ways each time, or new ones."""
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            derandomize=same,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.explicit, Phase.reuse, Phase.generate),
        ),
    )


SHORT = {name: machine for name, machine in MACHINES.items() if name != "linked tables"}
"""Linked tables through corrections are not safe yet: the night finds the cases (CHANGELOG, «Kjente mangler»)."""


@pytest.mark.slow
@pytest.mark.parametrize("machine", SHORT.values(), ids=SHORT)
def test_the_union_of_all_ever_shown_is_safe(machine):
    run_machine(machine, examples=10, steps=20, same=True)


@pytest.mark.night
@pytest.mark.parametrize("machine", MACHINES.values(), ids=MACHINES)
def test_the_union_of_all_ever_shown_is_safe_in_the_long_run(machine):
    run_machine(machine, examples=200, steps=40)
