import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics import composition

SUMS = st.lists(st.tuples(*[st.floats(0, 1)] * 2, *[st.floats(1, 1e4)] * 2), min_size=1, max_size=6)


@given(parts=SUMS)
def test_the_parts_add_up_to_the_whole(parts):
    r1, r0, n1, n0 = np.array(parts).T
    found = composition.change(r1 * n1, n1, r0 * n0, n0)
    assert found.total == pytest.approx(100 * ((r1 * n1).sum() / n1.sum() - (r0 * n0).sum() / n0.sum()), abs=1e-9)


def test_everyone_lower_and_the_sum_higher_is_another_composition():
    n1, n0 = np.array([100.0, 300.0]), np.array([300.0, 100.0])
    y1, y0 = np.array([4.0, 30.0]), np.array([15.0, 12.0])
    moved = composition.steps(y1, n1, y0, n0)
    found = composition.change(y1, n1, y0, n0)
    assert moved == pytest.approx([-1, -2])
    assert found.total == pytest.approx(8.5 - 6.75)
    assert found.turned(moved)
    assert not composition.change(y1, n0, y0, n0).turned(composition.steps(y1, n0, y0, n0))


def test_a_part_that_came_is_there_by_its_weight():
    found = composition.change(
        np.array([5.0, 20.0]), np.array([100.0, 100.0]), np.array([5.0, 0.0]), np.array([100.0, 0.0])
    )
    assert found.own.tolist() == [0, 0]
    assert found.total == pytest.approx(12.5 - 5)
    with pytest.raises(ValueError, match="denominator"):
        composition.change(np.zeros(1), np.zeros(1), np.zeros(1), np.zeros(1))


def test_days_beyond_the_target():
    assert composition.beyond(np.array([50.0, 10.0]), np.array([500.0, 500.0]), 6.0).tolist() == [20, -20]
