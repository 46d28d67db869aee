import numpy as np

from metrics.cube import roll_up
from metrics.figures import Cell
from metrics.privacy import weight
from metrics.protect import OwnAmounts, protect

PARENT = np.array([-1, 0, 0, 0])


def own(people, *, uncounted=(), unmeasured=(), showable=None, denominator=None):
    counts = np.array(people, dtype=np.int64)[:, None]
    measured = np.array([i not in unmeasured for i in range(len(people))])[:, None]
    amounts = np.where(measured, 10 * counts, 0) if denominator is None else np.array(denominator)[:, None]
    without = np.array([i in uncounted for i in range(len(people))])[:, None]
    return OwnAmounts(
        numerator=amounts // 2,
        denominator=np.where(without, 10, amounts),
        people=np.where(without, 0, counts),
        uncounted=without,
        measured=measured,
        lacking=np.full(measured.shape, Cell.NOT_DELIVERED, np.int8),
        showable=np.ones(measured.shape, bool) if showable is None else np.array(showable)[:, None],
    )


def run(amounts, forced=None):
    shape = amounts.people.shape
    barred = np.zeros(shape, bool) if forced is None else np.array(forced)[:, None]
    return protect(amounts, PARENT, 5, weight(roll_up(amounts.pieces, PARENT)), barred)


def states(made):
    return [Cell(int(state)).name for state in made.cells[:, 0]]


def test_reasons_tell_the_small_from_those_that_protect_it():
    assert states(run(own([0, 3, 6, 9]))) == ["SHOWN", "BELOW_THRESHOLD", "PROTECTS_OTHERS", "SHOWN"]


def test_a_hidden_cell_holds_no_amount():
    made = run(own([0, 3, 6, 9]))
    for amounts in (made.numerator, made.denominator, made.people):
        assert amounts[:, 0].tolist()[1:3] == [0, 0]
    assert made.people[0, 0] == 18


def test_a_unit_without_a_count_is_hidden_and_the_sum_still_holds_it():
    made = run(own([0, 9, 6, 9], uncounted=[1]))
    assert states(made) == ["SHOWN", "NO_PEOPLE", "PROTECTS_OTHERS", "SHOWN"]
    assert made.denominator[0, 0] == 10 + 60 + 90


def test_without_any_count_nothing_is_shown():
    assert states(run(own([0, 9, 6, 9], uncounted=[1, 2, 3], unmeasured=[0]))) == ["NO_PEOPLE"] * 4


def test_a_unit_without_data_is_missing_and_protects_nobody():
    assert states(run(own([0, 0, 6, 9], unmeasured=[0, 1]))) == ["SHOWN", "NOT_DELIVERED", "SHOWN", "SHOWN"]


def test_a_zero_denominator_gives_no_figure():
    assert states(run(own([0, 6, 6, 9], denominator=[0, 0, 60, 90])))[1] == "NOT_APPLICABLE"


def test_what_must_be_delivered_is_never_added_up():
    made = run(own([0, 6, 6, 9], unmeasured=[0], showable=[False, True, True, True]))
    assert states(made) == ["NOT_DELIVERED", "SHOWN", "SHOWN", "SHOWN"]


def test_forced_units_are_hidden_as_protection():
    assert states(run(own([0, 6, 8, 9]), forced=[False, True, False, False]))[1] == "PROTECTS_OTHERS"


def test_the_rest_group_is_the_sum_of_its_block():
    rest = run(own([1, 3, 2, 9])).rest[0][0]
    assert (rest.block.top, rest.block.members, rest.block.own_staff) == (0, (1, 2), True)
    assert (rest.people, rest.denominator) == (6, 60)
