from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.formats import Numbers
from data.importers.numbers import AmbiguousNumberError, decimal_mark, parse_number

AUTO = Numbers()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", "7"), ("7,5", "7.5"), ("7.5", "7.5"), ("+3", "3"), ("0,000001", "0.000001"), ("0.125", "0.125"),
        ("1 234,5", "1234.5"), ("1\u00a0234,5", "1234.5"), ("1\u202f234\u202f567", "1234567"), ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"), ("1.234.567", "1234567"), ("12'345,6", "12345.6"), ("9 530", "9530"),
        ("6,9 %", "6.9"), ("6.9%", "6.9"), ("−4,2", "-4.2"), ("– 4", "-4"), ("-4", "-4"), ("(12,5)", "-12.5"),
        ("  8  ", "8"), ("1,234", "1.234"),
    ],
)  # fmt: skip
def test_a_number_as_it_is_written(text, number):
    assert parse_number(text, AUTO) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    ["", "-", "%", "tall", "1 2", "12 34", "1,2,3", "1.2.3", "1,23.4", "1e5", "7,5 dager", "1,,2", "nan", "12,", ",5"],
)
def test_what_is_no_number(text):
    assert parse_number(text, AUTO) is None


def test_a_lone_point_before_three_digits_is_never_guessed():
    with pytest.raises(AmbiguousNumberError):
        parse_number("1.234", AUTO)
    assert parse_number("1.234", AUTO, ".") == Decimal("1.234")
    assert parse_number("1.234", AUTO, ",") == 1234
    assert parse_number("1,234", AUTO, ".") == 1234


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (["52.881", "7.25"], "."),
        (["1.234", "7,5"], ","),
        (["1.234", "812"], None),
        (["6.9 %", "7,2 %", "1.234"], None),
        (["1.234,5"], ","),
        (["1,234,567"], "."),
        ([1.5, ""], None),
    ],
)
def test_the_column_tells_what_a_point_is(cells, mark):
    assert decimal_mark(cells, AUTO) == mark


def test_a_declared_mark_is_the_only_one():
    comma, point = Numbers(decimal="comma"), Numbers(decimal="point")
    assert parse_number("7.5", comma, ",") is None
    assert parse_number("7,5", point, ".") is None
    assert parse_number("1.234", comma, ",") == 1234
    assert parse_number("1.234,5", comma, ",") == Decimal("1234.5")
    assert parse_number("1,234.5", point, ".") == Decimal("1234.5")
    assert parse_number("1.234,5", point, ".") is None
    assert parse_number("1.234.567", point, ".") is None


def test_declared_suffixes_are_taken_off():
    numbers = Numbers(suffixes=("år", "*", "**"))
    assert parse_number("65,8 år", numbers) == Decimal("65.8")
    assert parse_number("9092**", numbers) == 9092
    assert parse_number("68 %*", numbers) == 68
    assert parse_number("9092**", AUTO) is None


def test_cells_of_a_workbook():
    assert parse_number(0.1, AUTO) == Decimal("0.1")
    assert parse_number(7109.0, AUTO) == 7109
    assert parse_number(True, AUTO) is None
    assert parse_number(float("inf"), AUTO) is None


@given(
    st.decimals(0, 10**9, places=3, allow_nan=False),
    st.sampled_from([",", "."]),
    st.sampled_from(["", " ", "\u00a0", "\u202f"]),
)
def test_what_is_written_is_read_back(number, mark, group):
    whole, _, rest = f"{number:.3f}".partition(".")
    pieces = [whole[max(0, i - 3) : i] for i in range(len(whole), 0, -3)][::-1]
    text = (group.join(pieces) if group else whole) + mark + rest
    assert parse_number(text, AUTO, mark) == number
