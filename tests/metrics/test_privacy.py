import csv
from collections import defaultdict
from itertools import combinations, product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.cube import roll_up
from metrics.privacy import block_mask, preorder, rest_groups, small_blocks, weight

STORED = Path(__file__).parents[1] / "realdata" / "sdc"


@st.composite
def trees(draw, most=8, largest=9):
    size = draw(st.integers(2, most))
    parent = np.array([-1] + [draw(st.integers(0, i - 1)) for i in range(1, size)])
    own = np.array(draw(st.lists(st.integers(0, largest), min_size=size, max_size=size)))
    order = preorder(parent)
    return relabelled(parent, own, order)


def relabelled(parent, own, order):
    place = np.empty(len(order), int)
    place[order] = np.arange(len(order))
    return np.array([place[parent[i]] if parent[i] >= 0 else -1 for i in order]), own[order]


def total_of(parent, own):
    total = own.copy()
    for i in range(len(parent) - 1, 0, -1):
        total[parent[i]] += total[i]
    return total


def cheapest(parent, own, threshold):
    """The least cost by trying every pattern."""
    cost, best = weight(total_of(parent, own)), np.inf
    for pattern in product([False, True], repeat=len(own)):
        hidden = np.array(pattern)
        if not len(small_blocks(parent, own, hidden, threshold)):
            best = min(best, cost[hidden].sum())
    return best


@settings(max_examples=150)
@given(trees(), st.sampled_from([3, 5, 10]))
def test_the_mask_is_safe_and_no_cheaper_one_is(tree, threshold):
    parent, own = tree
    hidden = block_mask(parent, own, threshold, weight(total_of(parent, own)))
    assert not len(small_blocks(parent, own, hidden, threshold))
    assert weight(total_of(parent, own))[hidden].sum() == pytest.approx(cheapest(parent, own, threshold))


@settings(max_examples=60)
@given(trees(most=7), st.sampled_from([3, 5]))
def test_no_small_group_can_be_had_from_what_is_shown(tree, threshold):
    """An attacker who adds and subtracts shown totals at will: a group is derivable when it is in their span."""
    parent, own = tree
    hidden = block_mask(parent, own, threshold, weight(total_of(parent, own)))
    below = np.eye(len(own), dtype=int)
    for i in range(len(parent) - 1, 0, -1):
        below[parent[i]] += below[i]
    shown = below[~hidden]
    rank = np.linalg.matrix_rank(shown) if len(shown) else 0
    people = np.flatnonzero(own)
    for size in range(1, len(people) + 1):
        for group in combinations(people, size):
            if own[list(group)].sum() >= threshold:
                continue
            for empty in product([0, 1], repeat=int((own == 0).sum())):
                wanted = np.zeros(len(own), int)
                wanted[list(group)] = 1
                wanted[own == 0] = empty
                assert np.linalg.matrix_rank(np.vstack([shown, wanted])) > rank


def stored_trees():
    cases = defaultdict(list)
    with (STORED / "trees.csv").open() as file:
        for row in csv.DictReader(file):
            cases[row["case"]].append((int(row["threshold"]), int(row["parent"]), int(row["own"])))
    with (STORED / "trees_summary.csv").open() as file:
        least = {row["case"]: float(row["block_min_weight"]) for row in csv.DictReader(file)}
    return [(case, rows, least[case]) for case, rows in cases.items()]


@pytest.mark.parametrize(("case", "rows", "least"), stored_trees())
def test_the_stored_trees_are_hidden_at_exactly_the_least_weight(case, rows, least):
    parent, own = (np.array([row[i] for row in rows]) for i in (1, 2))
    parent, own = relabelled(parent, own, preorder(parent))
    hidden = block_mask(parent, own, rows[0][0], weight(total_of(parent, own)))
    assert weight(total_of(parent, own))[hidden].sum() == pytest.approx(least, abs=1e-3)
    assert not len(small_blocks(parent, own, hidden, rows[0][0]))


def test_columns_are_solved_as_if_alone():
    parent = np.array([-1, 0, 0, 0])
    own = np.array([[0, 2], [3, 9], [9, 9], [9, 0]])
    cost = weight(roll_up(own, parent))
    both = block_mask(parent, own, 5, cost)
    for column in range(2):
        assert np.array_equal(both[:, column], block_mask(parent, own[:, column], 5, cost[:, column]))


SPEC = [
    # own staff per unit under one parent (first = the parent's own), who is hidden at a threshold of 5
    ("a small unit takes one more with it", [0, 3, 8, 9], [False, True, True, False]),
    ("own staff of the parent count in its block", [4, 3, 8, 9], [False, True, False, False]),
    ("own staff of 1-4 make the smallest unit hide", [2, 6, 8, 9], [False, True, False, False]),
    ("two tiny siblings that reach the threshold protect each other", [0, 2, 3, 9], [False, True, True, False]),
    ("two tiny siblings below it take a third", [0, 2, 2, 9], [False, True, True, True]),
    ("an empty unit hides nobody", [0, 0, 8, 9], [False, False, False, False]),
    ("exactly the threshold is shown", [0, 5, 5, 5], [False, False, False, False]),
    ("too few in all", [1, 2, 0, 1], [True, True, False, True]),
]


@pytest.mark.parametrize(("what", "own", "hidden"), SPEC)
def test_the_rule_as_a_table(what, own, hidden):
    parent, own = np.array([-1, 0, 0, 0]), np.array(own)
    assert block_mask(parent, own, 5, weight(total_of(parent, own))).tolist() == hidden


def test_a_forced_unit_is_hidden_and_the_others_arranged_around_it():
    parent, own = np.array([-1, 0, 0, 0]), np.array([0, 6, 8, 9])
    forced = np.array([False, True, False, False])
    assert block_mask(parent, own, 5, weight(own), forced=forced).tolist() == [False, True, False, False]


def test_a_rest_group_is_what_a_shown_parent_gives_away_anyway():
    parent, own = np.array([-1, 0, 0, 0, 0]), np.array([2, 3, 2, 9, 8])
    hidden = np.array([False, True, True, False, False])
    group = rest_groups(parent, hidden, own, listed=hidden)[0]
    assert (group.top, group.members, group.own_staff) == (0, (1, 2), True)


def test_a_circle_is_refused():
    with pytest.raises(ValueError, match="circle"):
        preorder(np.array([1, 0]))


def test_a_count_below_nobody_is_refused():
    with pytest.raises(ValueError, match="negative"):
        block_mask(np.array([-1]), np.array([-1]), 5, np.array([1.0]))
