import numpy as np
from making import own_amounts

from metrics.deferring import defer_own_staff

PARENT = np.array([-1, 0, 1, 1, 0])


def deferred(people, threshold=5):
    moved = defer_own_staff(own_amounts(people), PARENT, threshold)
    return moved.people.tolist(), moved.denominator.tolist()


def test_few_who_lead_an_inner_unit_are_counted_in_the_unit_above():
    assert deferred([6, 2, 9, 9, 9]) == ([8, 0, 9, 9, 9], [80, 0, 90, 90, 90])


def test_enough_stay_where_they_are_and_a_leaf_keeps_its_own():
    assert deferred([6, 5, 2, 9, 9]) == ([6, 5, 2, 9, 9], [60, 50, 20, 90, 90])


def test_nothing_moves_without_a_threshold():
    assert deferred([6, 2, 9, 9, 9], 0) == ([6, 2, 9, 9, 9], [60, 20, 90, 90, 90])
