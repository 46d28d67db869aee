"""What a hidden amount may be, against intervals that another solver found."""

import csv
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest

from metrics.bounds import InconsistentTotalsError, intervals

STORED = Path(__file__).parents[1] / "realdata" / "sdc"
CASES = ("L1_turnus", "L3_geo", "L5_reorg")


def rows(name, case):
    with (STORED / name).open() as file:
        return [row for row in csv.DictReader(file) if row["case"] == case]


def stored(case):
    inside = defaultdict(list)
    for row in rows("linked_members.csv", case):
        inside[int(row["cell"])].append(int(row["atom"]))
    atoms = rows("bounds_atoms.csv", case)
    lost, agreed = (np.array([float(row[name]) for row in atoms]) for name in ("lost_days", "agreed_days"))
    shown = {int(row["cell"]): row["gs_anySum"] == "0" for row in rows("linked_expected.csv", case)}
    members = [inside[cell] for cell in range(len(shown))]
    amounts = np.array([lost[atoms].sum() for atoms in members])
    return members, np.array([shown[cell] for cell in range(len(shown))]), amounts, agreed


@pytest.mark.parametrize("case", CASES)
def test_the_intervals_are_those_that_are_stored_and_come_fast(case):
    members, shown, amounts, agreed = stored(case)
    expected = {
        int(row["cell"]): (float(row["lower"]), float(row["upper"])) for row in rows("bounds_expected.csv", case)
    }
    begun = time.perf_counter()
    ends = intervals(members, shown, np.where(shown, amounts, np.nan), agreed)
    spent = time.perf_counter() - begun
    assert set(expected) == set(np.flatnonzero(~shown))
    for cell, limits in expected.items():
        assert ends[cell] == pytest.approx(limits, abs=1e-4)
    assert spent / len(expected) < 0.03  # 10 ms on a free machine, benchmarks/masks.py


def test_a_shown_cell_is_its_amount_and_a_loose_atom_may_hold_anything_up_to_its_capacity():
    ends = intervals([[0], [1], [0, 1, 2]], [True, False, False], [4.0, np.nan, np.nan], [10.0, 7.0, 5.0])
    assert ends.tolist() == [[4, 4], [0, 7], [4, 16]]


def test_a_total_of_nothing_tells_every_part():
    ends = intervals([[0, 1], [0], [1]], [True, False, False], [0.0, np.nan, np.nan], [3.0, 9.0])
    assert ends[1:].tolist() == [[0, 0], [0, 0]]


def test_the_others_fill_up_before_the_hidden_one_is_needed():
    ends = intervals([[0, 1], [0]], [True, False], [8.0, np.nan], [6.0, 5.0])
    assert ends[1].tolist() == [3, 6]


def test_totals_that_do_not_fit_are_refused():
    with pytest.raises(InconsistentTotalsError):
        intervals([[0], [0, 1]], [True, False], [4.0, np.nan], [3.0, 1.0])
