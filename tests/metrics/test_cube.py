import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from metrics.cube import own_amounts, roll_up


@st.composite
def trees(draw, most=12):
    size = draw(st.integers(1, most))
    parent = [-1] + [draw(st.integers(0, i - 1)) for i in range(1, size)]
    return np.array(parent), np.array(draw(st.lists(st.integers(0, 50), min_size=size, max_size=size)))


def in_preorder(parent, own):
    children = {i: [j for j in range(len(parent)) if parent[j] == i] for i in range(-1, len(parent))}
    order, stack = [], list(reversed(children[-1]))
    while stack:
        i = stack.pop()
        order.append(i)
        stack.extend(reversed(children[i]))
    place = {old: new for new, old in enumerate(order)}
    return np.array([place.get(parent[old], -1) for old in order]), own[order]


@given(trees())
def test_the_top_holds_everyone_and_every_parent_its_children(tree):
    parent, own = in_preorder(*tree)
    total = roll_up(own, parent)
    assert total[0] == own.sum()
    for i in range(len(parent)):
        assert total[i] == own[i] + total[np.flatnonzero(parent == i)].sum()


@given(trees(), st.data())
def test_rows_that_include_their_children_give_the_own_amounts_back(tree, data):
    parent, own = in_preorder(*tree)
    includes = np.array(data.draw(st.lists(st.booleans(), min_size=len(own), max_size=len(own))))[:, None]
    total = roll_up(own, parent)[:, None]
    delivered = np.where(includes, total, own[:, None])
    assert np.array_equal(own_amounts(delivered, includes, parent)[:, 0], own)


def test_a_parent_with_less_than_its_children_comes_out_negative():
    parent, delivered = np.array([-1, 0, 0]), np.array([[9], [5], [5]])
    assert own_amounts(delivered, np.array([[True], [False], [False]]), parent)[0, 0] == -1
