"""Exact elimination against the stored leak puzzles: what follows from what is shown, and its value."""

import csv
import re
from collections import defaultdict
from pathlib import Path

import pytest

from metrics.audit.algebra import PRIME, signed, solve

STORED = Path(__file__).parents[2] / "realdata" / "sdc"
TERM = re.compile(r"([+-]\d+)\*(\S+)")
PARTS = 1000


def rows(name):
    found = defaultdict(list)
    with (STORED / name).open() as file:
        for row in csv.DictReader(file):
            found[row["puzzle"]].append(row)
    return found


ATOMS, PUBLISHED, EXPECTED = (rows(f"attack_{name}.csv") for name in ("atoms", "published", "expected"))


def vector(terms, place):
    found = defaultdict(int)
    for times, atom in TERM.findall(terms):
        found[place[atom]] += int(times)
    return dict(found)


def test_there_are_68_puzzles_with_185_targets():
    assert (len(EXPECTED), sum(map(len, EXPECTED.values()))) == (68, 185)


@pytest.mark.parametrize("puzzle", EXPECTED)
def test_what_follows_and_its_value(puzzle):
    place = {row["atom"]: i for i, row in enumerate(ATOMS[puzzle])}
    shown = [vector(row["terms"], place) for row in PUBLISHED[puzzle]]
    values = [(round(float(row["value"]) * PARTS),) for row in PUBLISHED[puzzle]]
    solution = solve(shown, values, len(place))
    for row in EXPECTED[puzzle]:
        target = vector(row["terms"], place)
        null = sum(times * solution.null[atom] for atom, times in target.items()) % PRIME
        assert (null == 0) == (row["derivable"] == "1"), row
        if row["derivable"] == "1":
            value = signed(sum(times * solution.particular[0][atom] for atom, times in target.items()))
            assert value / PARTS == pytest.approx(float(row["value"]))


def test_sums_that_do_not_agree_leave_what_is_between_them():
    solution = solve([(0, 1), (0,), (1,)], [(10,), (4,), (5,)], 2)
    assert [abs(left) for (left,) in solution.contradictions] == [1]


def test_a_sum_given_twice_is_no_contradiction():
    assert solve([(0, 1), (0, 1)], [(10,), (10,)], 2).contradictions == ((0,),)
