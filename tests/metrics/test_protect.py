import numpy as np

from metrics.cube import roll_up
from metrics.figures import Cell
from metrics.privacy import block_mask, weight
from metrics.protect import OwnAmounts, add_up, rest_sums

PARENT = np.array([-1, 0, 0, 0])


def own(people, *, uncounted=(), unmeasured=(), showable=None, denominator=None):
    counts = np.array(people, dtype=np.int64)
    measured = np.array([i not in unmeasured for i in range(len(people))])
    amounts = np.where(measured, 10 * counts, 0) if denominator is None else np.array(denominator)
    without = np.array([i in uncounted for i in range(len(people))])
    return OwnAmounts(
        numerator=amounts // 2,
        denominator=np.where(without, 10, amounts),
        people=np.where(without, 0, counts),
        uncounted=without,
        measured=measured,
        lacking=np.full(measured.shape, Cell.NOT_DELIVERED, np.int8),
        showable=np.ones(measured.shape, bool) if showable is None else np.array(showable),
    )


def hidden_of(amounts, forced=()):
    totals = add_up(amounts, PARENT, 5)
    barred = totals.barred | np.isin(np.arange(4), forced)
    return totals, block_mask(PARENT, totals.pieces, 5, weight(roll_up(totals.pieces, PARENT)), forced=barred)


def states(amounts, forced=()):
    totals, hidden = hidden_of(amounts, forced)
    return [Cell(int(cell)).name if gone else "SHOWN" for cell, gone in zip(totals.cells, hidden, strict=True)]


def test_reasons_tell_the_small_from_those_that_protect_it():
    assert states(own([0, 3, 6, 9])) == ["SHOWN", "BELOW_THRESHOLD", "PROTECTS_OTHERS", "SHOWN"]


def test_a_unit_without_a_count_is_hidden_and_the_sum_still_holds_it():
    amounts = own([0, 9, 6, 9], uncounted=[1])
    assert states(amounts) == ["SHOWN", "NO_PEOPLE", "PROTECTS_OTHERS", "SHOWN"]
    assert add_up(amounts, PARENT, 5).denominator[0] == 10 + 60 + 90


def test_without_any_count_nothing_is_shown():
    assert states(own([0, 9, 6, 9], uncounted=[1, 2, 3], unmeasured=[0])) == ["NO_PEOPLE"] * 4


def test_a_unit_without_data_is_missing_and_protects_nobody():
    assert states(own([0, 0, 6, 9], unmeasured=[0, 1])) == ["SHOWN", "NOT_DELIVERED", "SHOWN", "SHOWN"]


def test_a_zero_denominator_gives_no_figure():
    assert states(own([0, 6, 6, 9], denominator=[0, 0, 60, 90]))[1] == "NOT_APPLICABLE"


def test_what_must_be_delivered_is_never_added_up():
    amounts = own([0, 6, 6, 9], unmeasured=[0], showable=[False, True, True, True])
    assert states(amounts) == ["NOT_DELIVERED", "SHOWN", "SHOWN", "SHOWN"]


def test_forced_units_are_hidden_as_protection():
    assert states(own([0, 6, 8, 9]), forced=[1])[1] == "PROTECTS_OTHERS"


def test_the_rest_group_is_the_sum_of_its_block():
    amounts = own([1, 3, 2, 9])
    totals, hidden = hidden_of(amounts)
    rest = rest_sums(totals, amounts, hidden)[0]
    assert (rest.block.top, rest.block.members, rest.block.own_staff) == (0, (1, 2), True)
    assert (rest.people, rest.denominator) == (6, 60)
