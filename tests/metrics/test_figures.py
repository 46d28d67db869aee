from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import INDICATOR

from metrics.figures import About, Shown, round_half_up
from metrics.periods import Period
from metrics.strategy import Operator, Target
from metrics.targets import Held
from metrics.windows import Window


def shown(value, operator, limit):
    target = Target(indicator="x", operator=Operator(operator), limit=Decimal(limit))
    held = Held(strategy="s", target=target, milestone_now=None, milestone_due=None)
    about = About(
        unit="u",
        indicator=INDICATOR,
        period=Period.parse("2026-10"),
        window=Window.MONTH,
        breakdown="total",
        policy="",
        mask_version="",
        held=held,
    )
    return Shown(
        about=about,
        value=Fraction(value),
        numerator=0,
        denominator=1,
        people=9,
        months_shown=1,
        months_wanted=1,
        sources=(),
    )


@pytest.mark.parametrize(
    ("value", "operator", "limit", "decimals"),
    [
        ("7.93", "<", "6", 1),
        ("5.96", "<", "6", 2),  # 6,0 would look like a miss
        ("6.04", "<=", "6", 2),  # 6,0 would look like a hit
        ("6", "<", "6", 1),  # exactly on the limit: no decimal tells more
        ("5.9996", "<", "6", 4),
        ("49.96", ">=", "50", 2),
    ],
)
def test_a_decimal_more_where_rounding_would_hide_the_side(value, operator, limit, decimals):
    assert shown(value, operator, limit).decimals == decimals


@given(st.fractions(0, 20), st.sampled_from(["<", "<=", ">=", ">"]), st.decimals(0, 20, places=1))
def test_what_the_screen_shows_is_on_the_same_side_as_the_figure(value, operator, limit):
    figure = shown(value, operator, limit)
    seen = Fraction(round_half_up(value, figure.decimals))
    if figure.decimals < 6:
        assert figure.about.held.met(seen) == figure.met


@pytest.mark.parametrize(
    ("value", "decimals", "text"), [("0.05", 1, "0.1"), ("7.949", 1, "7.9"), ("-0.05", 1, "-0.1"), ("2.5", 0, "3")]
)
def test_rounding_is_half_up(value, decimals, text):
    assert str(round_half_up(Fraction(value), decimals)) == text


def test_the_gap_is_value_minus_limit():
    assert shown("7.9", "<", "6").gap == Fraction("1.9")
