"""Faults that would let somebody be read out, made on purpose one at a time: nothing may be published (PRIVACY §7.7)."""

import numpy as np
import pytest
from asking import run_in
from files import months, organisation, sick_leave, steady

from data import board_rows
from data.audit.told import LeakError
from data.moments import Moment
from metrics import solvers
from metrics.masking import UnsafeMaskError
from metrics.privacy import Block
from metrics.protect import RestSums, rest_sums

COUNTS = {"A": 6, "a1": 4, "a2": 12, "a3": 9, "B": 2, "b1": 20, "b2": 25}
"""Leaders on both service areas, and one unit of four."""
REAL = solvers.block_mask


def own_staff_dropped(monkeypatch):
    """The block forgets those who are employed directly in an inner unit."""

    def without_leaders(self):
        inner = np.isin(np.arange(len(self.tree.parent)), self.tree.parent)
        return np.where(inner, 0, self.totals[0].pieces)

    monkeypatch.setattr(Moment, "pieces", property(without_leaders))


def one_too_few(monkeypatch):
    """`<` for `<=`: a group of one less than the threshold is let through."""
    monkeypatch.setattr(
        solvers, "block_mask", lambda p, own, threshold, w, **more: REAL(p, own, threshold - 1, w, **more)
    )
    monkeypatch.setattr(solvers, "small_blocks", lambda *given: np.zeros(0, np.int64))


def parent_exempt(monkeypatch):
    """Units with units below them are always shown, and the rest is hidden for itself alone."""

    def primary_only(parent, own, threshold, weights, forced=None, insider=False):
        inner = np.isin(np.arange(len(parent)), parent)
        return np.where(inner, False, (own < threshold) | (False if forced is None else forced))

    monkeypatch.setattr(solvers, "block_mask", primary_only)
    monkeypatch.setattr(solvers, "small_blocks", lambda *given: np.zeros(0, np.int64))


def own_unit_exception(monkeypatch):
    """The leader of a unit that is hidden for others' sake gets it back."""

    def with_exception(parent, own, threshold, weights, **more):
        hidden = REAL(parent, own, threshold, weights, **more)
        hidden[np.flatnonzero(hidden & (own >= threshold))[:1]] = False
        return hidden

    monkeypatch.setattr(solvers, "block_mask", with_exception)
    monkeypatch.setattr(solvers, "small_blocks", lambda *given: np.zeros(0, np.int64))


def rest_group_below_the_threshold(monkeypatch):
    """Every hidden unit is its own rest group."""

    def one_by_one(totals, own, hidden):
        alone = [
            RestSums(
                Block(int(totals.parent[i]), (int(i),), own_staff=False),
                int(own.numerator[i]),
                int(own.denominator[i]),
                int(own.people[i]),
            )
            for i in np.flatnonzero(hidden & totals.exists)[:1]
        ]
        return (*rest_sums(totals, own, hidden)[:0], *alone)

    monkeypatch.setattr(board_rows, "rest_sums", one_by_one)


MUTATIONS = [own_staff_dropped, one_too_few, parent_exempt, own_unit_exception, rest_group_below_the_threshold]


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda one: one.__name__)
def test_a_fault_in_the_rule_stops_the_publish_and_leaves_the_old_board(run, tmp_path, monkeypatch, mutation):
    run("import", organisation(tmp_path), sick_leave(tmp_path, steady(COUNTS, months(1, 9))))
    before = run("figures").said
    mutation(monkeypatch)
    october = sick_leave(tmp_path, steady(COUNTS, ["2026-10"]), "oktober.csv")
    with pytest.raises((UnsafeMaskError, LeakError)):
        run("import", october)
    monkeypatch.undo()
    monkeypatch.setenv("MAALBILDE_TODAY", "2026-11-20")
    assert run("figures").said == before
    assert run("publish").code == 0
    assert run("audit").said["ok"]


def test_without_a_fault_the_same_month_is_published(run, tmp_path):
    run("import", organisation(tmp_path), sick_leave(tmp_path, steady(COUNTS, months(1, 10))))
    hidden = {one["unit"] for one in run("figures", "--window", "month").said["figures"] if one["state"] == "hidden"}
    assert hidden == {"a1", "b1"}


def published_states(run, tmp_path, lost):
    """The states of the three units under A, where all that is shown is the same whatever `lost` says of a1 and a2."""
    counts = {"a1": 3, "a2": 9, "a3": 9, "b1": 20, "b2": 25}
    rows = [f"{unit};2026-10;{lost.get(unit, 4)};{20 * people};{people}" for unit, people in counts.items()]
    run("import", organisation(tmp_path), sick_leave(tmp_path, rows))
    figures = run("figures", "--window", "month").said["figures"]
    return {one["unit"]: one["state"] for one in figures if one["unit"].startswith("a")}


def chosen_by_value(monkeypatch):
    """The unit that is hidden to protect another is the one with the lowest figure."""
    monkeypatch.setattr("data.masks.MaskSeries._average", lambda self, moment: moment.totals[0].numerator.astype(float))


@pytest.mark.parametrize("mutated", [False, True])
def test_who_is_hidden_for_others_sake_tells_nothing_of_the_figures(tmp_path, monkeypatch, mutated):
    """Two registers that differ in hidden values alone. With the fault the mask itself tells them apart."""
    if mutated:
        chosen_by_value(monkeypatch)
    found = []
    for name, lost in (("one", {"a1": 6, "a2": 3}), ("other", {"a1": 1, "a2": 8})):
        home = tmp_path / name
        assert run_in(home)("init", "--name", "Prøve").code == 0
        found.append(published_states(run_in(home), tmp_path, lost))
    assert (found[0] != found[1]) is mutated
