from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.audit.algebra import PRIME, solve
from metrics.audit.groups import derivable_groups


def by_trying(null):
    found = []
    for size in range(1, 5):
        for group in combinations(range(len(null)), size):
            smaller = any(set(part) < set(group) for part in found)
            if not smaller and sum(null[i] for i in group) % PRIME == 0:
                found.append(group)
    return set(found)


@settings(max_examples=200)
@given(st.integers(1, 9), st.data())
def test_every_group_is_found_that_trying_all_of_them_finds(atoms, data):
    rows = data.draw(st.lists(st.sets(st.integers(0, atoms - 1), min_size=1), max_size=7))
    null = solve([tuple(row) for row in rows], [()] * len(rows), atoms).null
    assert set(derivable_groups(null)) == by_trying(null)


@pytest.mark.parametrize(
    ("rows", "groups"),
    [
        ([(0, 1, 2), (0,)], {(0,), (1, 2)}),
        ([(0, 1), (1, 2), (2, 3)], {(0, 1), (1, 2), (2, 3), (0, 3)}),
        ([(0, 1, 2, 3, 4)], set()),
    ],
)
def test_groups_of_small_tables(rows, groups):
    null = solve(rows, [()] * len(rows), 5).null
    assert set(derivable_groups(null)) == {g for g in groups if max(g) < 5} | ({(4,)} & groups)
