from datetime import date

import numpy as np

from metrics.periods import Period
from metrics.units import Organisation, Unit, build_tree


def unit(code, parent=None, start=None, end=None):
    return Unit(id=code, name=code, parent=parent, valid_from=start, valid_to=end)


def test_a_parent_stands_before_its_children_and_a_subtree_is_one_slice():
    tree = build_tree([unit("c", "a"), unit("top"), unit("b", "top"), unit("a", "top"), unit("d", "a")])
    assert tree.ids == ("top", "a", "c", "d", "b")
    assert tree.parent.tolist() == [-1, 0, 1, 1, 0]
    assert tree.size.tolist() == [5, 3, 1, 1, 1]
    assert [one.id for one in tree.below("a")] == ["a", "c", "d"]
    assert [one.id for one in tree.path("d")] == ["top", "a", "d"]
    assert [one.id for one in tree.children("top")] == ["a", "b"]


def test_units_in_a_circle_are_left_out():
    assert build_tree([unit("top"), unit("a", "b"), unit("b", "a")]).ids == ("top",)


def test_a_unit_counts_in_every_month_it_exists_in_for_a_day():
    organisation = Organisation((unit("top"), unit("a", "top", date(2026, 3, 31), date(2026, 6, 1))))
    there = [month for month in range(1, 13) if "a" in organisation.at(Period.month(2026, month)).index]
    assert there == [3, 4, 5, 6]


def test_of_two_versions_in_one_month_the_later_holds():
    moved = (unit("a", "x", None, date(2026, 7, 14)), unit("a", "y", date(2026, 7, 15)))
    organisation = Organisation((unit("top"), unit("x", "top"), unit("y", "top"), *moved))
    assert organisation.at(Period.parse("2026-06")).path("a")[1].id == "x"
    assert organisation.at(Period.parse("2026-07")).path("a")[1].id == "y"


def test_a_wide_tree_is_laid_out_without_recursion():
    chain = [unit("0"), *(unit(str(i), str(i - 1)) for i in range(1, 3000))]
    tree = build_tree(chain)
    assert np.array_equal(tree.size, np.arange(3000, 0, -1))
