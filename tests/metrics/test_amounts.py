from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.amounts import SCALE, ratio, to_scaled


@given(st.lists(st.decimals(min_value=0, max_value=10**6, places=5), max_size=30))
def test_a_sum_is_exact_in_any_order(days):
    assert sum(map(to_scaled, days)) == sum(map(to_scaled, reversed(days))) == int(sum(days, Decimal(0)) * SCALE)


def test_rounding_is_half_up_at_the_sixth_decimal():
    assert to_scaled(Decimal("0.0000005")) == 1
    assert to_scaled(Decimal("0.00000049")) == 0


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "1000000000001"])
def test_what_cannot_be_summed_is_refused(amount):
    with pytest.raises(OverflowError):
        to_scaled(Decimal(amount))


def test_person_months_become_persons():
    leavers, headcounts = to_scaled(3), sum(to_scaled(26) for _ in range(12))
    assert ratio(leavers, headcounts, per=12, times=100) == Fraction(300, 26)


def test_there_is_no_ratio_without_a_denominator():
    with pytest.raises(ZeroDivisionError):
        ratio(0, 0)
